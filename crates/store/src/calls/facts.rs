//! What the figures count of calls: read from one index, so that a month costs no more than its calls.

use anteroom_core::calls::{Outcome, Stage};
use anteroom_core::ids::LineId;
use anteroom_core::{Span, Time};

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// The calls that began in a span.
    FACTS: practice = "SELECT started_at, outcome, after_hours, hold, talk, line_id FROM call \
        WHERE practice_id = ?1 AND started_at >= ?2 AND started_at < ?3 ORDER BY started_at, id";
    /// The calls that go on.
    LIVE: practice = "SELECT started_at, queued_at, answered_at, stage, line_id, answered_by FROM call \
        WHERE practice_id = ?1 AND live = 1 ORDER BY started_at, id LIMIT ?2";
    /// When the first known call began.
    FIRST: practice = "SELECT started_at FROM call WHERE practice_id = ?1 ORDER BY started_at, id LIMIT 1";
}

/// A call as the figures count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// When it began.
    pub started_at: Time,
    /// What became of it; nothing while the caller waits.
    pub outcome: Option<Outcome>,
    /// It was offered to nobody, since its line was closed.
    pub after_hours: bool,
    /// From joining the queue to an answer or another way out.
    pub hold: Span,
    /// From the answer to the end: its handling time, where it was answered and is over.
    pub talk: Span,
    /// On which line; nothing if it isn't known.
    pub line: Option<LineId>,
}

/// Hands over the calls that began in [from, to), one by one, the first first.
pub fn each(
    tx: &mut PracticeTx<'_>,
    from: Time,
    to: Time,
    mut visit: impl FnMut(Fact),
) -> Result<(), StoreError> {
    tx.query_each(&FACTS, params![from, to], |row| {
        let outcome = row.get::<Option<String>>(1)?;
        visit(Fact {
            started_at: row.get(0)?,
            outcome: outcome.map(|_| word::<Outcome>(&row, 1)).transpose()?,
            after_hours: row.get(2)?,
            hold: row.get(3)?,
            talk: row.get(4)?,
            line: row.get(5)?,
        });
        Ok(())
    })
}

/// A call that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// When it began.
    pub started_at: Time,
    /// When it joined the queue.
    pub queued_at: Option<Time>,
    /// When somebody answered.
    pub answered_at: Option<Time>,
    /// Where it stands.
    pub stage: Stage,
    /// On which line.
    pub line: Option<LineId>,
    /// Who answered.
    pub by: String,
}

/// The calls that go on, the first first, at most `limit`.
pub fn live(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<Live>, StoreError> {
    let read = |row: &Row| {
        Ok(Live {
            started_at: row.get(0)?,
            queued_at: row.get(1)?,
            answered_at: row.get(2)?,
            stage: word::<Stage>(row, 3)?,
            line: row.get(4)?,
            by: row.get(5)?,
        })
    };
    tx.query(&LIVE, params![limit])?.iter().map(read).collect()
}

/// When the first known call began; nothing where no call was ever told.
pub fn first(tx: &mut PracticeTx<'_>) -> Result<Option<Time>, StoreError> {
    tx.query_opt(&FIRST, params![])?.map(|row| row.get(0)).transpose()
}
