//! Lists of calls for people to read, by page.

use anteroom_core::calls::{Outcome, Source, Stage};
use anteroom_core::ids::{CallId, PersonId, RequestId};
use anteroom_core::{Span, Time};

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

/// Rows with the names that a page shows.
macro_rules! listed {
    ($where:literal) => {
        concat!(
            "SELECT c.id, c.source, c.started_at, c.over_at, c.stage, c.outcome, c.hold, c.talk, c.after_hours, c.caller, \
             c.answered_by, c.person_id, p.name, l.name, r.number, c.notes, c.words, c.owed_since FROM call c \
             LEFT JOIN person p ON p.practice_id = c.practice_id AND p.id = c.person_id \
             LEFT JOIN line l ON l.practice_id = c.practice_id AND l.id = c.line_id \
             LEFT JOIN request r ON r.practice_id = c.practice_id AND r.id = c.request_id \
             WHERE c.practice_id = ?1 AND ",
            $where
        )
    };
}

queries! {
    /// One.
    ONE: practice = listed!("c.id = ?2");
    /// A span's, the last first.
    SPAN: practice = listed!("c.started_at >= ?2 AND c.started_at < ?3 AND (c.started_at, c.id) < (?4, ?5) \
        ORDER BY c.started_at DESC, c.id DESC LIMIT ?6");
    /// Those of one outcome.
    OUTCOME: practice = listed!("c.started_at >= ?2 AND c.started_at < ?3 AND (c.started_at, c.id) < (?4, ?5) \
        AND c.outcome = ?7 ORDER BY c.started_at DESC, c.id DESC LIMIT ?6");
    /// A request's, the last first.
    OF_REQUEST: practice = listed!("c.request_id = ?2 AND c.request_id IS NOT NULL \
        ORDER BY c.started_at DESC, c.id DESC LIMIT ?3");
}

/// A call as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: CallId,
    /// How it came to be known.
    pub source: Source,
    /// When it began.
    pub started_at: Time,
    /// When it was over.
    pub over_at: Option<Time>,
    /// Where it stands.
    pub stage: Stage,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// How long the caller held.
    pub hold: Span,
    /// How long somebody spoke to them.
    pub talk: Span,
    /// It was offered to nobody, since its line was closed.
    pub after_hours: bool,
    /// The caller's number; nothing if it was withheld.
    pub caller: Option<String>,
    /// Who answered.
    pub by: String,
    /// Who has that number, as a hint.
    pub person: Option<PersonId>,
    /// Their name; empty if nobody is known.
    pub person_name: String,
    /// The line's name; empty if it isn't known.
    pub line: String,
    /// The number of the request that it opened or joined.
    pub request: Option<i64>,
    /// What the desk noted.
    pub notes: String,
    /// What the caller said after the tone.
    pub words: String,
    /// When the caller was lost who is owed an answer.
    pub owed_since: Option<Time>,
}

impl Listed {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let outcome = row.get::<Option<String>>(5)?;
        Ok(Self {
            id: row.get(0)?,
            source: word::<Source>(row, 1)?,
            started_at: row.get(2)?,
            over_at: row.get(3)?,
            stage: word::<Stage>(row, 4)?,
            outcome: outcome.map(|_| word::<Outcome>(row, 5)).transpose()?,
            hold: row.get(6)?,
            talk: row.get(7)?,
            after_hours: row.get(8)?,
            caller: row.get(9)?,
            by: row.get(10)?,
            person: row.get(11)?,
            person_name: row.get::<Option<String>>(12)?.unwrap_or_default(),
            line: row.get::<Option<String>>(13)?.unwrap_or_default(),
            request: row.get(14)?,
            notes: row.get(15)?,
            words: row.get(16)?,
            owed_since: row.get(17)?,
        })
    }

    /// Where the next page starts after this row.
    pub const fn after(&self) -> (Time, CallId) {
        (self.started_at, self.id)
    }
}

/// The calls that began in [from, to) and stand before a place, the last first; of one outcome, if one is named.
pub fn page(
    tx: &mut PracticeTx<'_>,
    (from, to): (Time, Time),
    outcome: Option<Outcome>,
    before: (Time, CallId),
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let mut values = params![from, to, before.0, before.1, limit];
    let sql = match outcome {
        None => &SPAN,
        Some(outcome) => {
            values.push(outcome.as_str().into());
            &OUTCOME
        }
    };
    tx.query(sql, values)?.iter().map(Listed::read).collect()
}

/// One.
pub fn one(tx: &mut PracticeTx<'_>, id: CallId) -> Result<Option<Listed>, StoreError> {
    tx.query_opt(&ONE, params![id])?
        .as_ref()
        .map(Listed::read)
        .transpose()
}

/// A request's, the last first.
pub fn of_request(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    tx.query(&OF_REQUEST, params![request, limit])?
        .iter()
        .map(Listed::read)
        .collect()
}
