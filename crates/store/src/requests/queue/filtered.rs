//! The queue under a filter: the same rows in the order that was asked for, and how many there are of each sort. Both read
//! the pile at hand by its index, and nothing of what is done.

use anteroom_core::ids::{MemberId, RequestId, TeamId};
use anteroom_core::requests::kinds::Code;
use anteroom_core::requests::{Door, Urgency};
use anteroom_core::views::{Filter, Group, Owner, Pile, Sort, Team};
use anteroom_core::{Span, Time, limits};

use super::{After, Listed, read};
use crate::requests::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, params};

/// Rows of a pile in an order, of those that a filter asks for: nothing is asked where a parameter is null. A parameter is
/// compared before it is looked at, so that PostgreSQL knows its type.
macro_rules! asked {
    ($pile:literal, $order:literal) => {
        rows!(
            $pile,
            " AND (r.member_id = ?6 OR ?6 IS NULL) AND (CAST(?7 AS BIGINT) = 0 OR r.member_id IS NULL) \
             AND (r.team_id = ?8 OR ?8 IS NULL) AND (r.team_id IN (SELECT t.team_id FROM team_member t \
             WHERE t.practice_id = ?1 AND t.member_id = ?9) OR ?9 IS NULL) AND r.kind = COALESCE(?10, r.kind) \
             AND r.urgency = COALESCE(?11, r.urgency) AND r.language = COALESCE(?12, r.language) \
             AND r.door = COALESCE(?13, r.door) AND (r.location_id = ?14 OR ?14 IS NULL) AND r.due_at <= ?15 \
             AND (CAST(?16 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM alert a WHERE a.practice_id = ?1 \
             AND a.request_id = r.id AND a.acknowledged_at IS NULL)) AND ",
            $order,
            " LIMIT ?4"
        )
    };
}

/// Those that wait for the practice; the word of a pile is the parameter of the other text.
macro_rules! waiting {
    ($order:literal) => {
        asked!("r.waits = 1 AND CAST(?5 AS TEXT) = 'waits'", $order)
    };
}

/// Those of a state that does not wait for the practice.
macro_rules! in_state {
    ($order:literal) => {
        asked!("r.state = ?5 AND r.state <> 'closed' AND r.waits = 0", $order)
    };
}

/// How many of each sort, of as many as a count goes to.
macro_rules! groups {
    ($pile:literal) => {
        concat!(
            "SELECT a.member_id, a.team_id, a.kind, a.urgency, a.language, a.door, a.location_id, a.danger, a.late, \
             count(*) FROM (SELECT r.member_id, r.team_id, r.kind, r.urgency, r.language, r.door, r.location_id, \
             CASE WHEN EXISTS (SELECT 1 FROM alert x WHERE x.practice_id = ?1 AND x.request_id = r.id \
             AND x.acknowledged_at IS NULL) THEN 1 ELSE 0 END AS danger, \
             CASE WHEN r.due_at <= ?2 THEN 1 ELSE 0 END AS late FROM request r WHERE r.practice_id = ?1 AND ",
            $pile,
            " LIMIT ?3) a GROUP BY a.member_id, a.team_id, a.kind, a.urgency, a.language, a.door, a.location_id, \
             a.danger, a.late"
        )
    };
}

queries! {
    /// What waits, the most urgent first.
    WAITING_DUE: practice = waiting!("(r.due_at, r.id) > (?2, ?3) ORDER BY r.due_at, r.id");
    /// What waits, the last asked first.
    WAITING_NEWEST: practice = waiting!("(r.opened_at, r.id) < (?2, ?3) ORDER BY r.opened_at DESC, r.id DESC");
    /// What waits, the first asked first.
    WAITING_LONGEST: practice = waiting!("(r.opened_at, r.id) > (?2, ?3) ORDER BY r.opened_at, r.id");
    /// What does not, the longest unchanged first.
    STATE_DUE: practice = in_state!("(r.updated_at, r.id) > (?2, ?3) ORDER BY r.updated_at, r.id");
    /// What does not, the last asked first.
    STATE_NEWEST: practice = in_state!("(r.opened_at, r.id) < (?2, ?3) ORDER BY r.opened_at DESC, r.id DESC");
    /// What does not, the first asked first.
    STATE_LONGEST: practice = in_state!("(r.opened_at, r.id) > (?2, ?3) ORDER BY r.opened_at, r.id");
    /// What waits, by its sorts.
    WAITING_GROUPS: practice = groups!("r.waits = 1");
    /// What does not, by its sorts.
    STATE_GROUPS: practice = groups!("r.state = ?4 AND r.state <> 'closed' AND r.waits = 0");
}

/// Who looks, and when.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The member: what "me" and "mine" mean.
    pub member: MemberId,
    /// When: what has run out.
    pub now: Time,
}

/// Where a list begins.
pub const fn start(sort: Sort) -> After {
    match sort {
        Sort::Newest => (Time::MAX, RequestId([0xff; 16])),
        Sort::Due | Sort::Longest => (Time::MIN, RequestId([0; 16])),
    }
}

/// What a row of a list is sorted by.
pub fn key(filter: &Filter, row: &Listed) -> After {
    let at = match (filter.sort, filter.pile) {
        (Sort::Due, Pile::Waits) => row.after.0,
        (Sort::Due, _) => row.updated_at,
        (Sort::Newest | Sort::Longest, _) => row.opened_at,
    };
    (at, row.id)
}

/// A page of what a filter asks for.
pub fn page(
    tx: &mut PracticeTx<'_>,
    filter: &Filter,
    look: Look,
    after: After,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let sql: &Sql = match (filter.pile, filter.sort) {
        (Pile::Waits, Sort::Due) => &WAITING_DUE,
        (Pile::Waits, Sort::Newest) => &WAITING_NEWEST,
        (Pile::Waits, Sort::Longest) => &WAITING_LONGEST,
        (_, Sort::Due) => &STATE_DUE,
        (_, Sort::Newest) => &STATE_NEWEST,
        (_, Sort::Longest) => &STATE_LONGEST,
    };
    let member = match filter.owner {
        Some(Owner::Me) => Some(look.member),
        Some(Owner::Member(id)) => Some(id),
        Some(Owner::Nobody) | None => None,
    };
    let (team, of) = match filter.team {
        Some(Team::Of(id)) => (Some(id), None),
        Some(Team::Mine) => (None, Some(look.member)),
        None => (None, None),
    };
    let values = params![
        after.0,
        after.1,
        limit,
        filter.pile.as_str(),
        member,
        filter.owner == Some(Owner::Nobody),
        team,
        of,
        filter.kind.as_ref().map(Code::as_str),
        filter.urgency.map(Urgency::as_str),
        filter.language.as_ref().map(Code::as_str),
        filter.door.map(Door::as_str),
        filter.location,
        if filter.overdue {
            run_out(look.now)
        } else {
            Time::MAX
        },
        filter.danger
    ];
    let mut listed: Vec<Listed> = tx
        .query(sql, values)?
        .iter()
        .map(|row| read(row, false))
        .collect::<Result<_, _>>()?;
    for row in &mut listed {
        row.after = key(filter, row);
    }
    Ok(listed)
}

/// The last due time that has passed: at its due time an answer is still in time.
fn run_out(now: Time) -> Time {
    now - Span::from_micros(1)
}

/// How many requests of a pile there are of each sort.
pub fn groups(tx: &mut PracticeTx<'_>, pile: Pile, now: Time) -> Result<Vec<Group>, StoreError> {
    let mut values = params![run_out(now), limits::COUNT_MAX];
    let sql: &Sql = if pile == Pile::Waits {
        &WAITING_GROUPS
    } else {
        values.extend(params![pile.as_str()]);
        &STATE_GROUPS
    };
    tx.query(sql, values)?.iter().map(group).collect()
}

fn group(row: &Row) -> Result<Group, StoreError> {
    let team: Option<TeamId> = row.get(1)?;
    Ok(Group {
        member: row.get(0)?,
        team,
        kind: row.get(2)?,
        urgency: word(row, 3)?,
        language: row.get(4)?,
        door: word(row, 5)?,
        location: row.get(6)?,
        danger: row.get(7)?,
        overdue: row.get(8)?,
        count: row.get(9)?,
    })
}
