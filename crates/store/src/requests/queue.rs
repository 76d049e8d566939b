//! The lists of the queue: keyset pages over an index, and bounded counts.

use anteroom_core::ids::{ClockId, LocationId, MemberId, PersonId, RequestId, TeamId};
use anteroom_core::requests::{Clock, Door, State, Urgency};
use anteroom_core::{Time, limits};

use super::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, Value, params};

/// The columns of a row of the queue, with the names that stand behind its ids.
macro_rules! rows {
    ($($where_and_order:literal),+) => {
        concat!(
            "SELECT r.id, r.number, r.version, r.state, r.urgency, r.kind, r.door, r.subject, r.about, r.language, \
             r.interpreter, r.person_id, p.name, r.location_id, r.member_id, m.name, r.team_id, r.due_at, r.opened_at, \
             r.updated_at, r.snoozed_until, r.merged_into, r.linked_to, c.id, c.started_at, c.target, c.due_at, \
             c.warned_at FROM request r \
             LEFT JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id \
             LEFT JOIN member m ON m.practice_id = r.practice_id AND m.id = r.member_id \
             LEFT JOIN clock c ON c.practice_id = r.practice_id AND c.request_id = r.id AND c.ended_at IS NULL \
             WHERE r.practice_id = ?1 AND ",
            $($where_and_order),+
        )
    };
}

pub mod filtered;

queries! {
    /// All that wait for the practice, the most urgent first.
    ALL_WAITING: practice = rows!("r.waits = 1 AND (r.due_at, r.id) > (?2, ?3) ORDER BY r.due_at, r.id LIMIT ?4");
    /// A member's own of them.
    MINE: practice = rows!("r.waits = 1 AND r.member_id = ?5 AND (r.due_at, r.id) > (?2, ?3) \
        ORDER BY r.due_at, r.id LIMIT ?4");
    /// Those of a member's teams.
    TEAM: practice = rows!("r.waits = 1 AND r.team_id IN (SELECT t.team_id FROM team_member t \
        WHERE t.practice_id = ?1 AND t.member_id = ?5) AND (r.due_at, r.id) > (?2, ?3) \
        ORDER BY r.due_at, r.id LIMIT ?4");
    /// Nobody's of them.
    UNOWNED: practice = rows!("r.waits = 1 AND r.member_id IS NULL AND (r.due_at, r.id) > (?2, ?3) \
        ORDER BY r.due_at, r.id LIMIT ?4");
    /// Those in a state that does not wait for the practice, the longest unchanged first.
    IN_STATE: practice = rows!("r.state = ?5 AND r.state <> 'closed' AND r.waits = 0 \
        AND (r.updated_at, r.id) > (?2, ?3) ORDER BY r.updated_at, r.id LIMIT ?4");
    /// One, by its number for people.
    ONE: practice = rows!("r.number = ?2");
    /// How many each list has, each count bounded.
    COUNTS: practice = "SELECT \
        (SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND waits = 1 LIMIT ?3) a), \
        (SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND waits = 1 AND member_id = ?2 \
        LIMIT ?3) b), \
        (SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND waits = 1 AND team_id IN \
        (SELECT team_id FROM team_member WHERE practice_id = ?1 AND member_id = ?2) LIMIT ?3) c), \
        (SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND waits = 1 AND member_id IS NULL \
        LIMIT ?3) d), \
        (SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND state = 'waiting' \
        AND state <> 'closed' AND waits = 0 LIMIT ?3) e), \
        (SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND state = 'snoozed' \
        AND state <> 'closed' AND waits = 0 LIMIT ?3) f), \
        (SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND state = 'resolved' \
        AND state <> 'closed' AND waits = 0 LIMIT ?3) g)";
    /// Others of the same person that wait: they may be one with it.
    SAME_PERSON: practice = "SELECT number, subject, kind FROM request \
        WHERE practice_id = ?1 AND person_id = ?2 AND person_id IS NOT NULL AND id <> ?3 AND waits = 1 \
        ORDER BY id LIMIT 5";
    /// How many the person had before, bounded.
    EARLIER: practice = "SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND person_id = ?2 \
        AND person_id IS NOT NULL AND id < ?3 LIMIT ?4) a";
    /// A request's number for people.
    NUMBER_OF: practice = "SELECT number FROM request WHERE practice_id = ?1 AND id = ?2";
    /// A team's name.
    TEAM_NAME: practice = "SELECT name FROM team WHERE practice_id = ?1 AND id = ?2";
}

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// All that wait for the practice.
    All,
    /// A member's own.
    Mine(MemberId),
    /// Those of a member's teams.
    Team(MemberId),
    /// Nobody's.
    Unowned,
    /// In a state that does not wait for the practice.
    In(State),
}

/// Where a page starts: after this due time (or change) and id.
pub type After = (Time, RequestId);

/// A row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: RequestId,
    /// Its number for people.
    pub number: i64,
    /// Its version.
    pub version: i64,
    /// Where it stands.
    pub state: State,
    /// How soon.
    pub urgency: Urgency,
    /// A kind's code.
    pub kind: String,
    /// The way it came in.
    pub door: Door,
    /// Its first words.
    pub subject: String,
    /// About whom, in the asker's words.
    pub about: String,
    /// BCP 47.
    pub language: String,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// Who asks.
    pub person: Option<(PersonId, String)>,
    /// At which location.
    pub location: Option<LocationId>,
    /// Whose it is.
    pub member: Option<(MemberId, String)>,
    /// Which team's.
    pub team: Option<TeamId>,
    /// When it was asked.
    pub opened_at: Time,
    /// When it last changed.
    pub updated_at: Time,
    /// Until when it is snoozed.
    pub snoozed_until: Option<Time>,
    /// The request it was joined to.
    pub merged_into: Option<RequestId>,
    /// The request it follows.
    pub linked_to: Option<RequestId>,
    /// Its running clock.
    pub clock: Option<Clock>,
    /// Where the next page starts after this row.
    pub after: After,
}

/// A page of a list, at most `limit` rows after `after`.
pub fn page(
    tx: &mut PracticeTx<'_>,
    list: List,
    after: After,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let (sql, of): (&Sql, Option<Value>) = match list {
        List::All => (&ALL_WAITING, None),
        List::Mine(member) => (&MINE, Some(member.into())),
        List::Team(member) => (&TEAM, Some(member.into())),
        List::Unowned => (&UNOWNED, None),
        List::In(state) => (&IN_STATE, Some(state.as_str().into())),
    };
    let mut values = params![after.0, after.1, limit];
    values.extend(of);
    let by_change = matches!(list, List::In(_));
    tx.query(sql, values)?
        .iter()
        .map(|row| read(row, by_change))
        .collect()
}

/// One request as the queue shows it.
pub fn one(tx: &mut PracticeTx<'_>, number: i64) -> Result<Option<Listed>, StoreError> {
    tx.query_opt(&ONE, params![number])?
        .map(|row| read(&row, false))
        .transpose()
}

/// How many wait, are the member's, their teams', nobody's, wait for the patient, are snoozed, are resolved.
pub fn counts(tx: &mut PracticeTx<'_>, member: MemberId) -> Result<[i64; 7], StoreError> {
    let row = tx.query_one(&COUNTS, params![member, limits::COUNT_MAX])?;
    let mut counts = [0; 7];
    for (at, count) in counts.iter_mut().enumerate() {
        *count = row.get(at)?;
    }
    Ok(counts)
}

/// Others of the same person that wait: number, first words and kind.
pub fn same_person(
    tx: &mut PracticeTx<'_>,
    person: PersonId,
    but: RequestId,
) -> Result<Vec<(i64, String, String)>, StoreError> {
    let rows = tx.query(&SAME_PERSON, params![person, but])?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .collect()
}

/// How many requests the person had before this one.
pub fn earlier(tx: &mut PracticeTx<'_>, person: PersonId, before: RequestId) -> Result<i64, StoreError> {
    tx.query_one(&EARLIER, params![person, before, limits::COUNT_MAX])?
        .get(0)
}

/// A request's number for people.
pub fn number_of(tx: &mut PracticeTx<'_>, id: RequestId) -> Result<Option<i64>, StoreError> {
    tx.query_opt(&NUMBER_OF, params![id])?
        .map(|row| row.get(0))
        .transpose()
}

/// A team's name.
pub fn team_name(tx: &mut PracticeTx<'_>, id: TeamId) -> Result<Option<String>, StoreError> {
    tx.query_opt(&TEAM_NAME, params![id])?
        .map(|row| row.get(0))
        .transpose()
}

fn read(row: &Row, by_change: bool) -> Result<Listed, StoreError> {
    let id: RequestId = row.get(0)?;
    let person: Option<PersonId> = row.get(11)?;
    let member: Option<MemberId> = row.get(14)?;
    let updated_at = row.get(19)?;
    Ok(Listed {
        id,
        number: row.get(1)?,
        version: row.get(2)?,
        state: word::<State>(row, 3)?,
        urgency: word::<Urgency>(row, 4)?,
        kind: row.get(5)?,
        door: word::<Door>(row, 6)?,
        subject: row.get(7)?,
        about: row.get(8)?,
        language: row.get(9)?,
        interpreter: row.get(10)?,
        person: person.zip(row.get(12)?),
        location: row.get(13)?,
        member: member.zip(row.get(15)?),
        team: row.get(16)?,
        opened_at: row.get(18)?,
        updated_at,
        snoozed_until: row.get(20)?,
        merged_into: row.get(21)?,
        linked_to: row.get(22)?,
        clock: read_clock(row)?,
        after: (if by_change { updated_at } else { row.get(17)? }, id),
    })
}

fn read_clock(row: &Row) -> Result<Option<Clock>, StoreError> {
    let Some(id) = row.get::<Option<ClockId>>(23)? else {
        return Ok(None);
    };
    let started_at = row.get(24)?;
    Ok(Some(Clock {
        id,
        started_at,
        target: row.get(25)?,
        due_at: row.get(26)?,
        warned_at: row.get(27)?,
    }))
}
