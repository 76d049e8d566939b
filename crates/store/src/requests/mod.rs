//! Requests: the row that the rules load, and the rows that a change writes.

pub mod bulk;
pub(crate) mod changes;
pub mod entries;
pub mod history;
pub mod joints;
pub mod links;
pub mod obligations;
pub mod queue;
pub mod told;

pub use changes::{Stamp, Statement, apply};

use anteroom_core::Time;
use anteroom_core::ids::{LocationId, MemberId, PatientId, PersonId, RequestId, TeamId};
use anteroom_core::requests::{Clock, Door, Pending, Request, Spoke, Stand, State, Urgency};

use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, params};

/// The columns of a request as the rules see it, with its running clock, its pending reply and its second clock.
macro_rules! loaded {
    ($where:literal) => {
        concat!(
            "SELECT r.id, r.number, r.version, r.state, r.urgency, r.person_id, r.patient_id, r.location_id, \
             r.member_id, r.team_id, r.spoke_version, r.spoke_by, r.waiting_since, r.snoozed_until, r.resolved_at, \
             r.merged_into, c.id, c.started_at, c.target, c.due_at, c.warned_at, e.id, e.author_id, \
             e.irrevocable_at, e.prior_state, e.crossed_at, o.due_at, r.waits \
             FROM request r \
             LEFT JOIN clock c ON c.practice_id = r.practice_id AND c.request_id = r.id AND c.ended_at IS NULL \
             LEFT JOIN entry e ON e.practice_id = r.practice_id AND e.request_id = r.id \
             AND e.irrevocable_at IS NOT NULL AND e.settled_at IS NULL AND e.retracted_at IS NULL \
             LEFT JOIN obligation o ON o.practice_id = r.practice_id AND o.request_id = r.id AND o.met_at IS NULL \
             WHERE r.practice_id = ?1 AND ",
            $where
        )
    };
}

queries! {
    /// A new request.
    INSERT: practice = "INSERT INTO request (practice_id, id, number, version, state, kind, urgency, door, subject, \
        about, language, interpreter, person_id, patient_id, location_id, member_id, team_id, waits, due_at, \
        spoke_version, spoke_by, opened_at, updated_at, linked_to, external_id) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, \
        ?22, ?22, ?23, ?24)";
    /// A request for the rules, by its id.
    LOAD: practice = loaded!("r.id = ?2");
    /// A request for the rules, by its number for people.
    LOAD_NUMBER: practice = loaded!("r.number = ?2");
    /// Running clocks whose due time the hours of a place decide, by page: changed hours move them.
    RUNNING: practice = "SELECT c.request_id FROM clock c \
        WHERE c.practice_id = ?1 AND c.ended_at IS NULL AND c.request_id > ?2 ORDER BY c.request_id LIMIT ?3";
}

/// What a request has besides what the rules see.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// A kind's code.
    pub kind: &'a str,
    /// The way it came in.
    pub door: Door,
    /// Its first words.
    pub subject: &'a str,
    /// About whom, in the asker's words.
    pub about: &'a str,
    /// BCP 47.
    pub language: &'a str,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// The request that it follows.
    pub linked_to: Option<RequestId>,
    /// Its id where it was imported from.
    pub external_id: Option<&'a str>,
}

/// The statement that adds a request's row, for a batch; its changes are applied after.
pub fn insertion(request: &Request, labels: &Labels<'_>, at: Time) -> (&'static Sql, Vec<crate::Value>) {
    let values = params![
        request.id,
        request.number,
        request.version,
        request.state.as_str(),
        labels.kind,
        request.urgency.as_str(),
        labels.door.as_str(),
        labels.subject,
        labels.about,
        labels.language,
        labels.interpreter,
        request.person,
        request.patient,
        request.location,
        request.member,
        request.team,
        request.waits_for_practice(),
        request.queued_at(),
        request.spoke.version,
        request.spoke.by,
        at,
        labels.linked_to,
        labels.external_id
    ];
    (&INSERT, values)
}

/// A request by its id.
pub fn load(tx: &mut PracticeTx<'_>, id: RequestId) -> Result<Option<Request>, StoreError> {
    tx.query_opt(&LOAD, params![id])?.as_ref().map(read).transpose()
}

/// A request by its number for people.
pub fn load_number(tx: &mut PracticeTx<'_>, number: i64) -> Result<Option<Request>, StoreError> {
    tx.query_opt(&LOAD_NUMBER, params![number])?
        .as_ref()
        .map(read)
        .transpose()
}

/// Requests with a running clock, after an id.
pub fn running(tx: &mut PracticeTx<'_>, after: RequestId, limit: i64) -> Result<Vec<RequestId>, StoreError> {
    tx.query(&RUNNING, params![after, limit])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// Reads one of core's words from a column.
pub(crate) fn word<T: std::str::FromStr>(row: &Row, column: usize) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|_| StoreError::Wrong(format!("column {column} holds an unknown word")))
}

fn read(row: &Row) -> Result<Request, StoreError> {
    Ok(Request {
        id: row.get(0)?,
        number: row.get(1)?,
        version: row.get(2)?,
        state: word::<State>(row, 3)?,
        spell: Stand {
            state: word::<State>(row, 3)?,
            waits: row.get(27)?,
        },
        urgency: word::<Urgency>(row, 4)?,
        person: row.get::<Option<PersonId>>(5)?,
        patient: row.get::<Option<PatientId>>(6)?,
        location: row.get::<Option<LocationId>>(7)?,
        member: row.get::<Option<MemberId>>(8)?,
        team: row.get::<Option<TeamId>>(9)?,
        spoke: Spoke {
            version: row.get(10)?,
            by: row.get(11)?,
        },
        waiting_since: row.get(12)?,
        snoozed_until: row.get(13)?,
        resolved_at: row.get(14)?,
        merged_into: row.get(15)?,
        clock: read_clock(row)?,
        pending: read_pending(row)?,
        obliged: row.get::<Option<Time>>(26)?.is_some(),
    })
}

fn read_clock(row: &Row) -> Result<Option<Clock>, StoreError> {
    let Some(id) = row.get(16)? else { return Ok(None) };
    let [started_at, due_at] = [row.get(17)?, row.get(19)?];
    Ok(Some(Clock {
        id,
        started_at,
        target: row.get(18)?,
        due_at,
        warned_at: row.get(20)?,
    }))
}

fn read_pending(row: &Row) -> Result<Option<Pending>, StoreError> {
    let Some(entry) = row.get(21)? else {
        return Ok(None);
    };
    Ok(Some(Pending {
        entry,
        by: row.get(22)?,
        irrevocable_at: row.get(23)?,
        prior: word::<State>(row, 24)?,
        crossed_at: row.get(25)?,
    }))
}
