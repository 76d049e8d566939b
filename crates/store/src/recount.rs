//! What the rows of a practice say, whole and plain, for tests that tell the same from the events and compare. Decides
//! nothing, and no product code reads it.

use std::collections::BTreeMap;

use anteroom_core::ids::{
    ClockId, EntryId, JobId, LocationId, MemberId, MessageId, PatientId, PracticeId, RequestId, TeamId,
};
use anteroom_core::requests::{Door, EntryKind, Outcome, State, Urgency};
use anteroom_core::{Span, Time};

use crate::messages::Fate;
use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, StoreError, SystemTx, params};

pub mod plants;

queries! {
    /// What was done to one of a noun, in the order in which it was.
    DEEDS: practice = "SELECT action, fields FROM audit WHERE practice_id = ?1 AND noun = ?2 AND noun_id = ?3 ORDER BY id";
    /// Every request.
    REQUESTS: practice = "SELECT id, number, version, state, door, member_id, team_id, patient_id, waits, due_at, \
        waiting_since, snoozed_until, resolved_at, merged_into, opened_at, location_id, urgency FROM request \
        WHERE practice_id = ?1 ORDER BY number";
    /// Every event, in the order in which they happened.
    EVENTS: practice = "SELECT request_id, version, at, name, before, after FROM event \
        WHERE practice_id = ?1 ORDER BY id";
    /// Every spell.
    SPELLS: practice = "SELECT request_id, version, state, waits, from_at, until_at FROM spell \
        WHERE practice_id = ?1 ORDER BY request_id, version";
    /// Every clock.
    CLOCKS: practice = "SELECT id, request_id, started_at, target, due_at, ended_at, outcome, open_time, entry_id, \
        warned_at FROM clock WHERE practice_id = ?1 ORDER BY id";
    /// Every line, without its words.
    ENTRIES: practice = "SELECT id, request_id, at, kind, thanks, irrevocable_at, settled_at, retracted_at, \
        said_on FROM entry \
        WHERE practice_id = ?1 ORDER BY id";
    /// How many rows of the audit each request has.
    AUDITED: practice = "SELECT noun_id, count(*) FROM audit \
        WHERE practice_id = ?1 AND noun = 'request' AND noun_id IS NOT NULL GROUP BY noun_id";
    /// What was done to a member from the command line.
    OPERATORS: practice = "SELECT action FROM audit \
        WHERE practice_id = ?1 AND noun = 'member' AND noun_id = ?2 AND actor = 'operator' ORDER BY id";
    /// How many things came in at a door.
    INBOX: practice = "SELECT count(*) FROM inbox WHERE practice_id = ?1 AND door = ?2";
    /// Every message about a line, with its channel and where it stands.
    MESSAGES: practice = "SELECT id, entry_id, channel, state FROM message \
        WHERE practice_id = ?1 AND entry_id IS NOT NULL ORDER BY id";
    /// The practices for which there is work.
    WORKED_FOR: system = "SELECT practice_id, count(*) FROM job GROUP BY practice_id";
    /// A job by its id.
    JOB: system = "SELECT state, run_at, attempt, leased_until, error FROM job WHERE id = ?1";
}

/// A request's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Its number for people.
    pub number: i64,
    /// Its version.
    pub version: i64,
    /// Where it stands.
    pub state: State,
    /// The way it came in.
    pub door: Door,
    /// Whose it is.
    pub member: Option<MemberId>,
    /// Which team's.
    pub team: Option<TeamId>,
    /// Whom it is about.
    pub patient: Option<PatientId>,
    /// Whether it counts as open.
    pub waits: bool,
    /// What a queue sorts it by.
    pub due_at: Time,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Since when it waits for the patient.
    pub waiting_since: Option<Time>,
    /// Until when it is snoozed.
    pub snoozed_until: Option<Time>,
    /// When it was resolved.
    pub resolved_at: Option<Time>,
    /// The request it was joined to.
    pub merged_into: Option<RequestId>,
    /// When it was asked.
    pub opened_at: Time,
    /// Whose hours its clock counts.
    pub location: Option<LocationId>,
}

/// An event's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Of which request.
    pub request: RequestId,
    /// The version that it made.
    pub version: i64,
    /// When.
    pub at: Time,
    /// What happened.
    pub name: String,
    /// The field before.
    pub before: String,
    /// The field after.
    pub after: String,
}

/// A spell's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// The version that began it.
    pub version: i64,
    /// In which state.
    pub state: State,
    /// Whether it counted as open.
    pub waits: bool,
    /// From when.
    pub from: Time,
    /// Until when.
    pub until: Time,
}

/// A clock's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Its id.
    pub id: ClockId,
    /// Of which request.
    pub request: RequestId,
    /// When it started.
    pub started_at: Time,
    /// The open time promised.
    pub target: Span,
    /// When it runs out.
    pub due_at: Time,
    /// When it ended, how, and the open time that it ran.
    pub ended: Option<(Time, Outcome, Span)>,
    /// The reply that ended it.
    pub entry: Option<EntryId>,
    /// When it warned.
    pub warned_at: Option<Time>,
}

/// A line's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Of which request.
    pub request: RequestId,
    /// When.
    pub at: Time,
    /// What it is.
    pub kind: EntryKind,
    /// It said thank you and nothing else.
    pub thanks: bool,
    /// From when on it can't be taken back.
    pub irrevocable_at: Option<Time>,
    /// The same, once it was written down.
    pub settled_at: Option<Time>,
    /// When it was taken back.
    pub retracted_at: Option<Time>,
    /// The request that it was said to, where it was moved since.
    pub said_on: Option<RequestId>,
}

/// Everything about a practice's requests.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Requests by number.
    pub requests: Vec<Request>,
    /// Events in the order in which they happened.
    pub events: Vec<Event>,
    /// Spells by request, in their order.
    pub spells: BTreeMap<RequestId, Vec<Spell>>,
    /// Clocks by id.
    pub clocks: Vec<Clock>,
    /// Lines by id.
    pub entries: Vec<Entry>,
    /// Rows of the audit by request.
    pub audited: BTreeMap<RequestId, i64>,
}

/// A job's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// `ready`, `running` or `failed`.
    pub state: String,
    /// When it is due.
    pub run_at: Time,
    /// How often it was claimed.
    pub attempt: i64,
    /// Until when its worker has it.
    pub leased_until: Time,
    /// Why it failed last.
    pub error: String,
}

/// All rows about the practice's requests.
pub fn rows(tx: &mut PracticeTx<'_>) -> Result<Rows, StoreError> {
    let mut rows = Rows {
        requests: requests(tx)?,
        clocks: clocks(tx)?,
        entries: entries(tx)?,
        ..Rows::default()
    };
    for row in tx.query(&EVENTS, params![])? {
        let [name, before, after] = [row.get(3)?, row.get(4)?, row.get(5)?];
        let (request, version, at) = (row.get(0)?, row.get(1)?, row.get(2)?);
        rows.events.push(Event {
            request,
            version,
            at,
            name,
            before,
            after,
        });
    }
    for row in tx.query(&SPELLS, params![])? {
        let (version, state) = (row.get(1)?, word(&row, 2)?);
        let spell = Spell {
            version,
            state,
            waits: row.get(3)?,
            from: row.get(4)?,
            until: row.get(5)?,
        };
        rows.spells.entry(row.get(0)?).or_default().push(spell);
    }
    for row in tx.query(&AUDITED, params![])? {
        rows.audited.insert(row.get(0)?, row.get(1)?);
    }
    Ok(rows)
}

/// A message about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// About which line.
    pub entry: EntryId,
    /// Its channel.
    pub channel: String,
    /// Where it stands.
    pub fate: Fate,
}

/// All messages about lines.
pub fn messages(tx: &mut PracticeTx<'_>) -> Result<Vec<Message>, StoreError> {
    let rows = tx.query(&MESSAGES, params![])?;
    let read = |row: &crate::Row| {
        Ok(Message {
            id: row.get(0)?,
            entry: row.get(1)?,
            channel: row.get(2)?,
            fate: word(row, 3)?,
        })
    };
    rows.iter().map(read).collect()
}

/// The practices for which there is work, each with how much.
pub fn worked_for(tx: &mut SystemTx<'_>) -> Result<Vec<(PracticeId, i64)>, StoreError> {
    let rows = tx.query(&WORKED_FOR, params![])?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// How many things came in at a door.
pub fn came_in(tx: &mut PracticeTx<'_>, door: &str) -> Result<i64, StoreError> {
    tx.query_one(&INBOX, params![door])?.get(0)
}

/// A job, while it is not done.
pub fn job(tx: &mut SystemTx<'_>, id: JobId) -> Result<Option<Job>, StoreError> {
    let row = tx.query_opt(&JOB, params![id])?;
    row.map(|row| {
        Ok(Job {
            state: row.get(0)?,
            run_at: row.get(1)?,
            attempt: row.get(2)?,
            leased_until: row.get(3)?,
            error: row.get(4)?,
        })
    })
    .transpose()
}

fn requests(tx: &mut PracticeTx<'_>) -> Result<Vec<Request>, StoreError> {
    let rows = tx.query(&REQUESTS, params![])?;
    let read = |row: &crate::Row| {
        Ok(Request {
            id: row.get(0)?,
            number: row.get(1)?,
            version: row.get(2)?,
            state: word(row, 3)?,
            door: word(row, 4)?,
            member: row.get(5)?,
            team: row.get(6)?,
            patient: row.get(7)?,
            waits: row.get(8)?,
            due_at: row.get(9)?,
            waiting_since: row.get(10)?,
            snoozed_until: row.get(11)?,
            resolved_at: row.get(12)?,
            merged_into: row.get(13)?,
            opened_at: row.get(14)?,
            urgency: word(row, 16)?,
            location: row.get(15)?,
        })
    };
    rows.iter().map(read).collect()
}

fn clocks(tx: &mut PracticeTx<'_>) -> Result<Vec<Clock>, StoreError> {
    let rows = tx.query(&CLOCKS, params![])?;
    let read = |row: &crate::Row| {
        let ended: Option<Time> = row.get(5)?;
        let ended = match ended {
            Some(at) => Some((at, word(row, 6)?, row.get(7)?)),
            None => None,
        };
        Ok(Clock {
            id: row.get(0)?,
            request: row.get(1)?,
            started_at: row.get(2)?,
            target: row.get(3)?,
            due_at: row.get(4)?,
            ended,
            entry: row.get(8)?,
            warned_at: row.get(9)?,
        })
    };
    rows.iter().map(read).collect()
}

fn entries(tx: &mut PracticeTx<'_>) -> Result<Vec<Entry>, StoreError> {
    let rows = tx.query(&ENTRIES, params![])?;
    let read = |row: &crate::Row| {
        Ok(Entry {
            id: row.get(0)?,
            request: row.get(1)?,
            at: row.get(2)?,
            kind: word(row, 3)?,
            thanks: row.get(4)?,
            irrevocable_at: row.get(5)?,
            settled_at: row.get(6)?,
            retracted_at: row.get(7)?,
            said_on: row.get(8)?,
        })
    };
    rows.iter().map(read).collect()
}

/// What was done to a member from the command line, in order.
pub fn deeds_of_operators(tx: &mut PracticeTx<'_>, member: MemberId) -> Result<Vec<String>, StoreError> {
    let rows = tx.query(&OPERATORS, params![member])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// What was done to one of a noun: the action, and the names of its fields.
pub fn deeds(
    tx: &mut PracticeTx<'_>,
    noun: &'static str,
    id: [u8; 16],
) -> Result<Vec<(String, String)>, StoreError> {
    tx.query(&DEEDS, params![noun, id])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}
