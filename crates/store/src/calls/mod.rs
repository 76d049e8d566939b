//! Calls: the row that joins what was told of each, with what it comes to.

pub mod facts;
pub mod list;
pub mod posts;

use anteroom_core::Time;
use anteroom_core::calls::{Answer, How, Source, Summed, Told};
use anteroom_core::ids::{CallId, MemberId, PersonId, RequestId};
use anteroom_core::people::{System, address_key};

use crate::requests::{Statement, word};
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

/// The columns of a call, in the order in which `read` takes them.
macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT id, source, line_id, line_told_at, caller, person_id, arrived_at, queued_at, answered_at, left_at, \
             left_how, ended_at, swept_at, closed, answered_by, member_id, words, notes, request_id, owes, version \
             FROM call WHERE practice_id = ?1 AND ",
            $rest
        )
    };
}

queries! {
    /// A call that was not known; nothing if it is.
    INSERT: practice = "INSERT INTO call (practice_id, id, source, line_id, line_told_at, caller, caller_key, person_id, \
        arrived_at, queued_at, answered_at, left_at, left_how, ended_at, swept_at, closed, started_at, over_at, stage, \
        outcome, hold, talk, after_hours, owed_since, answered_by, member_id, words, notes, request_id, live, owes) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, \
        ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31) ON CONFLICT (practice_id, id) DO NOTHING";
    /// What is known of it now; nothing if it is not the version that was loaded.
    UPDATE: practice = "UPDATE call SET version = call.version + 1, source = ?3, line_id = ?4, line_told_at = ?5, \
        caller = ?6, caller_key = ?7, person_id = ?8, arrived_at = ?9, queued_at = ?10, answered_at = ?11, left_at = ?12, \
        left_how = ?13, ended_at = ?14, swept_at = ?15, closed = ?16, started_at = ?17, over_at = ?18, stage = ?19, \
        outcome = ?20, hold = ?21, talk = ?22, after_hours = ?23, owed_since = ?24, answered_by = ?25, member_id = ?26, \
        words = ?27, notes = ?28, request_id = ?29, live = ?30, owes = ?31 \
        WHERE practice_id = ?1 AND id = ?2 AND version = ?32";
    /// What the desk notes; nothing if somebody noted something else meanwhile.
    NOTE: practice = "UPDATE call SET version = call.version + 1, notes = ?4 \
        WHERE practice_id = ?1 AND id = ?2 AND notes = ?3";
    /// One.
    ONE: practice = columns!("id = ?2");
    /// Calls whose callers are owed an answer that no request says, the oldest first.
    OWING: practice = "SELECT id FROM call WHERE practice_id = ?1 AND owes = 1 ORDER BY started_at, id LIMIT ?2";
    /// Calls that go on and began before an instant.
    STALE: practice = columns!("live = 1 AND started_at < ?2 ORDER BY started_at, id LIMIT ?3");
    /// The requests of a number's last calls, the last first.
    REQUESTS_OF_CALLER: practice = "SELECT request_id FROM call WHERE practice_id = ?1 AND caller_key = ?2 \
        AND started_at >= ?3 AND request_id IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT ?4";
    /// Who has a number: two are enough to know that it is nobody's alone.
    PEOPLE_OF_NUMBER: practice = "SELECT DISTINCT COALESCE(p.merged_into, p.id) AS root FROM contact_point c \
        JOIN person p ON p.practice_id = c.practice_id AND p.id = c.person_id \
        WHERE c.practice_id = ?1 AND c.address_key = ?2 AND c.system = 'phone' ORDER BY root LIMIT 2";
    /// The member of that name.
    MEMBER_NAMED: practice = "SELECT id FROM member WHERE practice_id = ?1 AND name = ?2 AND ended_at IS NULL \
        ORDER BY id LIMIT 1";
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// How it came to be known.
    pub source: Source,
    /// All that was told of it.
    pub told: Told,
    /// Whether its line was closed when it began.
    pub closed: bool,
    /// Who has the caller's number, if one person alone has it: a hint, never proof.
    pub person: Option<PersonId>,
    /// The member who answered, where the phone system's name for them is theirs.
    pub member: Option<MemberId>,
    /// What the desk noted.
    pub notes: String,
    /// The request that it opened or joined.
    pub request: Option<RequestId>,
    /// Its caller is owed an answer, or left words, that no request says yet.
    pub owes: bool,
    /// Counts its changes; 0 for one without a row.
    pub version: i64,
}

impl Call {
    /// One of which nothing is known yet.
    pub fn new(id: CallId, source: Source) -> Self {
        Self {
            id,
            source,
            told: Told::default(),
            closed: false,
            person: None,
            member: None,
            notes: String::new(),
            request: None,
            owes: false,
            version: 0,
        }
    }

    fn read(row: &Row) -> Result<Self, StoreError> {
        let line = row.get::<Option<Time>>(3)?.zip(row.get(2)?);
        let left_how = row.get::<Option<String>>(10)?;
        let left_how = left_how.map(|_| word::<How>(row, 10)).transpose()?;
        let by: String = row.get(14)?;
        let answered = row.get::<Option<Time>>(8)?.map(|at| Answer { at, by });
        Ok(Self {
            id: row.get(0)?,
            source: word::<Source>(row, 1)?,
            told: Told {
                arrived: row.get(6)?,
                queued: row.get(7)?,
                answered,
                left: row.get::<Option<Time>>(9)?.zip(left_how),
                ended: row.get(11)?,
                line,
                caller: row.get(4)?,
                words: row.get(16)?,
                swept: row.get(12)?,
            },
            closed: row.get(13)?,
            person: row.get(5)?,
            member: row.get(15)?,
            notes: row.get(17)?,
            request: row.get(18)?,
            owes: row.get(19)?,
            version: row.get(20)?,
        })
    }

    fn values(&self, sum: &Summed) -> Vec<crate::Value> {
        let told = &self.told;
        let caller_key = told.caller.as_deref().and_then(caller_key);
        let answered = told.answered.as_ref();
        params![
            self.id,
            self.source.as_str(),
            told.line.map(|line| line.1),
            told.line.map(|line| line.0),
            told.caller.clone(),
            caller_key,
            self.person,
            told.arrived,
            told.queued,
            answered.map(|answer| answer.at),
            told.left.map(|left| left.0),
            told.left.map(|left| left.1.as_str()),
            told.ended,
            told.swept,
            self.closed,
            sum.started_at,
            sum.over_at,
            sum.stage.as_str(),
            sum.outcome.map(anteroom_core::calls::Outcome::as_str),
            sum.hold,
            sum.talk,
            sum.after_hours,
            sum.owed_since,
            answered.map(|answer| answer.by.clone()).unwrap_or_default(),
            self.member,
            &told.words,
            &self.notes,
            self.request,
            sum.over_at.is_none(),
            self.owes
        ]
    }
}

/// The key under which a caller's number is found again; nothing for one without digits.
pub fn caller_key(number: &str) -> Option<String> {
    Some(address_key(System::Phone, number)).filter(|key| !key.is_empty())
}

/// The statement that adds a call, for a batch; it changes no row if the call is known.
pub fn insertion(call: &Call, sum: &Summed) -> Statement {
    (&INSERT, call.values(sum))
}

/// Writes what is known of a call and what it comes to. `StoreError::Missing` if it is not at the version that was loaded.
pub fn save(tx: &mut PracticeTx<'_>, call: &mut Call, sum: &Summed) -> Result<(), StoreError> {
    let mut values = call.values(sum);
    let changed = if call.version == 0 {
        tx.execute(&INSERT, values)?
    } else {
        values.push(call.version.into());
        tx.execute(&UPDATE, values)?
    };
    if changed != 1 {
        return Err(StoreError::Missing);
    }
    call.version += 1;
    Ok(())
}

/// A call.
pub fn load(tx: &mut PracticeTx<'_>, id: CallId) -> Result<Option<Call>, StoreError> {
    tx.query_opt(&ONE, params![id])?
        .as_ref()
        .map(Call::read)
        .transpose()
}

/// Notes something in the place of what was seen; `false` if that isn't what stands there.
pub fn note(tx: &mut PracticeTx<'_>, id: CallId, seen: &str, notes: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&NOTE, params![id, seen, notes])? == 1)
}

/// Calls whose callers are owed an answer that no request says yet.
pub fn owing(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<CallId>, StoreError> {
    tx.query(&OWING, params![limit])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// Calls that go on and began before an instant.
pub fn stale(tx: &mut PracticeTx<'_>, before: Time, limit: i64) -> Result<Vec<Call>, StoreError> {
    tx.query(&STALE, params![before, limit])?
        .iter()
        .map(Call::read)
        .collect()
}

/// The requests of a number's last calls since an instant, the last first.
pub fn requests_of_caller(
    tx: &mut PracticeTx<'_>,
    caller_key: &str,
    since: Time,
    limit: i64,
) -> Result<Vec<RequestId>, StoreError> {
    tx.query(&REQUESTS_OF_CALLER, params![caller_key, since, limit])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// Who has a number, if it is one person's alone.
pub fn person_of(tx: &mut PracticeTx<'_>, caller_key: &str) -> Result<Option<PersonId>, StoreError> {
    match tx.query(&PEOPLE_OF_NUMBER, params![caller_key])?.as_slice() {
        [one] => one.get(0).map(Some),
        _ => Ok(None),
    }
}

/// The member of that name.
pub fn member_named(tx: &mut PracticeTx<'_>, name: &str) -> Result<Option<MemberId>, StoreError> {
    tx.query_opt(&MEMBER_NAMED, params![name])?
        .map(|row| row.get(0))
        .transpose()
}
