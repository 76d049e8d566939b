//! To schedule: the scheduling team's own list and the tries that were made.

use anteroom_core::appointments::{Days, How, Outcome, Part, State, ToSchedule};
use anteroom_core::ids::{LocationId, MemberId, PatientId, PersonId, RequestId, ToScheduleId, TryId};
use anteroom_core::{Time, limits};

use crate::requests::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, Value, params};

/// Rows of the list with the names that a page shows.
macro_rules! listed {
    ($where:literal) => {
        concat!(
            "SELECT s.id, s.version, s.state, s.member_id, s.tries, s.booked_for, s.reason, s.person_id, s.patient_id, \
             s.request_id, s.location_id, s.what, s.can, s.part, s.days, s.created_at, s.ended_at, p.name, t.name, m.name, \
             r.number, l.at, l.outcome FROM to_schedule s \
             JOIN person p ON p.practice_id = s.practice_id AND p.id = s.person_id \
             LEFT JOIN patient t ON t.practice_id = s.practice_id AND t.id = s.patient_id \
             LEFT JOIN member m ON m.practice_id = s.practice_id AND m.id = s.member_id \
             LEFT JOIN request r ON r.practice_id = s.practice_id AND r.id = s.request_id \
             LEFT JOIN schedule_try l ON l.practice_id = s.practice_id AND l.to_schedule_id = s.id \
             AND l.id = (SELECT x.id FROM schedule_try x WHERE x.practice_id = ?1 AND x.to_schedule_id = s.id \
             ORDER BY x.id DESC LIMIT 1) \
             WHERE s.practice_id = ?1 AND ",
            $where
        )
    };
}

queries! {
    /// A new one; nothing if its request has one that is open.
    INSERT: practice = "INSERT INTO to_schedule (practice_id, id, version, state, person_id, patient_id, request_id, \
        location_id, member_id, what, can, part, days, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) \
        ON CONFLICT (practice_id, request_id) WHERE state = 'open' AND request_id IS NOT NULL DO NOTHING";
    /// What the rules changed; nothing if it is not the version that was loaded.
    UPDATE: practice = "UPDATE to_schedule SET version = ?4, state = ?5, member_id = ?6, tries = ?7, booked_for = ?8, \
        reason = ?9, ended_at = ?10 WHERE practice_id = ?1 AND id = ?2 AND version = ?3";
    /// What it says; in the transaction that changes its version.
    EDIT: practice = "UPDATE to_schedule SET what = ?3, can = ?4, part = ?5, days = ?6, location_id = ?7, patient_id = ?8 \
        WHERE practice_id = ?1 AND id = ?2";
    /// One.
    ONE: practice = listed!("s.id = ?2");
    /// The open one of a request.
    OF_REQUEST: practice = listed!("s.request_id = ?2 AND s.state = 'open' AND s.request_id IS NOT NULL");
    /// Whether a request has one that is open.
    HAS_OPEN: practice = "SELECT id FROM to_schedule WHERE practice_id = ?1 AND request_id = ?2 AND state = 'open' \
        AND request_id IS NOT NULL";
    /// Those that are open, the longest waiting first.
    OPEN: practice = listed!("s.state = 'open' AND (s.created_at, s.id) > (?2, ?3) ORDER BY s.created_at, s.id LIMIT ?4");
    /// A member's of these.
    MINE: practice = listed!("s.state = 'open' AND s.member_id = ?5 AND (s.created_at, s.id) > (?2, ?3) \
        ORDER BY s.created_at, s.id LIMIT ?4");
    /// A location's.
    AT: practice = listed!("s.state = 'open' AND s.location_id = ?5 AND (s.created_at, s.id) > (?2, ?3) \
        ORDER BY s.created_at, s.id LIMIT ?4");
    /// A member's at a location.
    MINE_AT: practice = listed!("s.state = 'open' AND s.member_id = ?5 AND s.location_id = ?6 \
        AND (s.created_at, s.id) > (?2, ?3) ORDER BY s.created_at, s.id LIMIT ?4");
    /// Those that ended, the last first.
    ENDED: practice = listed!("s.ended_at IS NOT NULL AND (s.ended_at, s.id) < (?2, ?3) \
        ORDER BY s.ended_at DESC, s.id DESC LIMIT ?4");
    /// A person's, and those of people who were joined to them, the last first.
    OF_PERSON: practice = listed!("(p.id = ?2 OR p.merged_into = ?2) ORDER BY s.id DESC LIMIT ?3");
    /// How many are open, and how many of them a member's, bounded.
    COUNTS: practice = "SELECT \
        (SELECT count(*) FROM (SELECT 1 FROM to_schedule WHERE practice_id = ?1 AND state = 'open' LIMIT ?3) a), \
        (SELECT count(*) FROM (SELECT 1 FROM to_schedule WHERE practice_id = ?1 AND state = 'open' AND member_id = ?2 \
        LIMIT ?3) b)";
    /// A try.
    INSERT_TRY: practice = "INSERT INTO schedule_try (practice_id, id, to_schedule_id, at, member_id, how, outcome, words) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    /// The tries of one, the last first.
    TRIES: practice = "SELECT y.at, m.name, y.how, y.outcome, y.words FROM schedule_try y \
        LEFT JOIN member m ON m.practice_id = y.practice_id AND m.id = y.member_id \
        WHERE y.practice_id = ?1 AND y.to_schedule_id = ?2 ORDER BY y.id DESC LIMIT ?3";
}

/// What one of the list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Who is to get the visit, or asks for it.
    pub person: PersonId,
    /// For whom.
    pub patient: Option<PatientId>,
    /// Which request it came from.
    pub request: Option<RequestId>,
    /// Where.
    pub location: Option<LocationId>,
    /// What for.
    pub what: String,
    /// When they can come, in words.
    pub can: String,
    /// In which part of the day.
    pub part: Part,
    /// On which days.
    pub days: Days,
}

/// One of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// As the rules see it.
    pub item: ToSchedule,
    /// What it says.
    pub wish: Wish,
    /// The person's name.
    pub person: String,
    /// The patient's name; empty if nobody said.
    pub patient: String,
    /// The name of who sees to it; empty for nobody.
    pub member: String,
    /// The request's number for people.
    pub request: Option<i64>,
    /// Since when it waits.
    pub created_at: Time,
    /// When it was booked or dropped.
    pub ended_at: Option<Time>,
    /// The last try, and what came of it.
    pub last_try: Option<(Time, Outcome)>,
}

impl Listed {
    /// Where the next page starts after this row.
    pub fn after(&self) -> (Time, ToScheduleId) {
        (self.ended_at.unwrap_or(self.created_at), self.item.id)
    }
}

/// A try as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// When.
    pub at: Time,
    /// By whom.
    pub by: String,
    /// How.
    pub how: How,
    /// What came of it.
    pub outcome: Outcome,
    /// In words.
    pub words: String,
}

/// Which of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Those that are open: a member's alone, a location's alone.
    Open(Option<MemberId>, Option<LocationId>),
    /// Those that ended.
    Ended,
}

/// Adds one; `false` if its request has one that is open.
pub fn insert(tx: &mut PracticeTx<'_>, item: &ToSchedule, wish: &Wish, at: Time) -> Result<bool, StoreError> {
    let (state, part, days) = (item.state.as_str(), wish.part.as_str(), wish.days.bits());
    let values = params![
        item.id,
        item.version,
        state,
        wish.person,
        wish.patient,
        wish.request,
        wish.location,
        item.member,
        wish.what.as_str(),
        wish.can.as_str(),
        part,
        days,
        at
    ];
    Ok(tx.execute(&INSERT, values)? == 1)
}

/// Saves what the rules changed of the one that was version `before`; `false` if it is not any more.
pub fn save(
    tx: &mut PracticeTx<'_>,
    before: i64,
    item: &ToSchedule,
    ended_at: Option<Time>,
) -> Result<bool, StoreError> {
    let booked = item.booked_for.map(|at| at.to_string());
    let reason = item.reason.map(anteroom_core::appointments::Reason::as_str);
    let state = item.state.as_str();
    let values = params![
        item.id,
        before,
        item.version,
        state,
        item.member,
        item.tries,
        booked,
        reason,
        ended_at
    ];
    Ok(tx.execute(&UPDATE, values)? == 1)
}

/// Writes what one says, in the transaction that [`save`]s it.
pub fn edit(tx: &mut PracticeTx<'_>, id: ToScheduleId, wish: &Wish) -> Result<(), StoreError> {
    let (part, days) = (wish.part.as_str(), wish.days.bits());
    let (what, can) = (wish.what.as_str(), wish.can.as_str());
    let values = params![id, what, can, part, days, wish.location, wish.patient];
    tx.execute(&EDIT, values).map(drop)
}

/// One of the list.
pub fn find(tx: &mut PracticeTx<'_>, id: ToScheduleId) -> Result<Option<Listed>, StoreError> {
    tx.query_opt(&ONE, params![id])?.as_ref().map(read).transpose()
}

/// The open one of a request.
pub fn of_request(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<Option<Listed>, StoreError> {
    let row = tx.query_opt(&OF_REQUEST, params![request])?;
    row.as_ref().map(read).transpose()
}

/// Whether a request has one that is open.
pub fn has_open(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&HAS_OPEN, params![request])?.is_some())
}

/// A person's, the last first.
pub fn of_person(tx: &mut PracticeTx<'_>, person: PersonId, limit: i64) -> Result<Vec<Listed>, StoreError> {
    let rows = tx.query(&OF_PERSON, params![person, limit])?;
    rows.iter().map(read).collect()
}

/// A page of the list, at most `limit` rows after `after`.
pub fn page(
    tx: &mut PracticeTx<'_>,
    list: List,
    after: (Time, ToScheduleId),
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let mut values: Vec<Value> = params![after.0, after.1, limit];
    let sql: &Sql = match list {
        List::Open(None, None) => &OPEN,
        List::Open(Some(member), None) => {
            values.extend(params![member]);
            &MINE
        }
        List::Open(None, Some(location)) => {
            values.extend(params![location]);
            &AT
        }
        List::Open(Some(member), Some(location)) => {
            values.extend(params![member, location]);
            &MINE_AT
        }
        List::Ended => &ENDED,
    };
    tx.query(sql, values)?.iter().map(read).collect()
}

/// How many are open, and how many of them a member's.
pub fn counts(tx: &mut PracticeTx<'_>, member: MemberId) -> Result<(i64, i64), StoreError> {
    let row = tx.query_one(&COUNTS, params![member, limits::COUNT_MAX])?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Writes a try down.
pub fn insert_try(
    tx: &mut PracticeTx<'_>,
    id: TryId,
    of: ToScheduleId,
    (at, by): (Time, MemberId),
    (how, outcome, words): (How, Outcome, &str),
) -> Result<(), StoreError> {
    let values = params![id, of, at, by, how.as_str(), outcome.as_str(), words];
    tx.execute(&INSERT_TRY, values).map(drop)
}

/// The tries of one, the last first.
pub fn tries(tx: &mut PracticeTx<'_>, of: ToScheduleId) -> Result<Vec<Try>, StoreError> {
    tx.query(&TRIES, params![of, limits::TRIES])?
        .iter()
        .map(|row| {
            Ok(Try {
                at: row.get(0)?,
                by: row.get::<Option<String>>(1)?.unwrap_or_default(),
                how: word(row, 2)?,
                outcome: word(row, 3)?,
                words: row.get(4)?,
            })
        })
        .collect()
}

fn read(row: &Row) -> Result<Listed, StoreError> {
    let text = |column| Ok::<_, StoreError>(row.get::<Option<String>>(column)?.unwrap_or_default());
    let reason: Option<String> = row.get(6)?;
    let last: Option<Time> = row.get(21)?;
    Ok(Listed {
        item: ToSchedule {
            id: row.get(0)?,
            version: row.get(1)?,
            state: word::<State>(row, 2)?,
            member: row.get(3)?,
            tries: row.get(4)?,
            booked_for: booked(row)?,
            reason: reason.map(|_| word(row, 6)).transpose()?,
        },
        wish: Wish {
            person: row.get(7)?,
            patient: row.get(8)?,
            request: row.get(9)?,
            location: row.get(10)?,
            what: row.get(11)?,
            can: row.get(12)?,
            part: word(row, 13)?,
            days: Days::from_bits(row.get(14)?),
        },
        created_at: row.get(15)?,
        ended_at: row.get(16)?,
        person: row.get(17)?,
        patient: text(18)?,
        member: text(19)?,
        request: row.get(20)?,
        last_try: last
            .map(|at| Ok::<_, StoreError>((at, word(row, 22)?)))
            .transpose()?,
    })
}

fn booked(row: &Row) -> Result<Option<jiff::civil::DateTime>, StoreError> {
    let text: Option<String> = row.get(5)?;
    text.map(|text| {
        text.parse()
            .map_err(|_| StoreError::Wrong("column 5 holds no date and time".to_owned()))
    })
    .transpose()
}
