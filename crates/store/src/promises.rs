//! Facts for the promises, from clocks and spells.

use anteroom_core::ids::LocationId;
use anteroom_core::promises::open::Counts;
use anteroom_core::promises::response::Split;
use anteroom_core::requests::{Outcome, State};
use anteroom_core::{Span, Time, limits};

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// The clocks that started in a span.
    CLOCKS: practice = "SELECT c.started_at, c.target, c.due_at, c.warned_at, c.outcome, c.open_time, r.location_id, c.ended_at \
        FROM clock c JOIN request r ON r.practice_id = c.practice_id AND r.id = c.request_id \
        WHERE c.practice_id = ?1 AND c.started_at >= ?2 AND c.started_at < ?3 ORDER BY c.started_at, c.id";
    /// The same with the labels that the promise is split by.
    CLOCKS_LABELLED: practice = "SELECT c.started_at, c.target, c.due_at, c.warned_at, c.outcome, c.open_time, \
        r.location_id, c.ended_at, c.door, c.kind, c.urgency, c.language \
        FROM clock c JOIN request r ON r.practice_id = c.practice_id AND r.id = c.request_id \
        WHERE c.practice_id = ?1 AND c.started_at >= ?2 AND c.started_at < ?3 ORDER BY c.started_at, c.id";
    /// The same, for people to read: the last started first.
    CLOCK_LINES: practice = "SELECT c.started_at, c.target, c.due_at, c.warned_at, c.outcome, c.open_time, r.location_id, c.ended_at, \
        r.number, r.kind, p.name \
        FROM clock c JOIN request r ON r.practice_id = c.practice_id AND r.id = c.request_id \
        LEFT JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id \
        WHERE c.practice_id = ?1 AND c.started_at >= ?2 AND c.started_at < ?3 \
        ORDER BY c.started_at DESC, c.id DESC LIMIT ?4";
    /// How many requests stood how at an instant.
    SPELLS: practice = "SELECT state, waits, count(*) FROM spell \
        WHERE practice_id = ?1 AND until_at > ?2 AND from_at <= ?2 GROUP BY state, waits";
    /// The spans in which requests counted as open, of those that reach into a span.
    WAITS: practice = "SELECT from_at, until_at FROM spell \
        WHERE practice_id = ?1 AND waits = 1 AND until_at > ?2 AND from_at < ?3";
    /// How many requests wait for the practice now: the work at hand, whatever was resolved.
    OPEN_NOW: practice = "SELECT count(*) FROM (SELECT 1 FROM request WHERE practice_id = ?1 AND waits = 1 LIMIT ?2) a";
    /// How many clocks ended in a span.
    ENDED: practice = "SELECT count(*) FROM clock \
        WHERE practice_id = ?1 AND ended_at IS NOT NULL AND ended_at >= ?2 AND ended_at < ?3";
}

/// A clock as the response promise sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockRow {
    /// When it started.
    pub started_at: Time,
    /// The open time promised.
    pub target: Span,
    /// When it runs out, if it runs.
    pub due_at: Time,
    /// When it warned.
    pub warned_at: Option<Time>,
    /// How it ended, and the open time it ran.
    pub ended: Option<(Outcome, Span)>,
    /// When it ended.
    pub ended_at: Option<Time>,
    /// Whose hours it counts.
    pub location: Option<LocationId>,
}

/// Hands over the clocks that started in [from, to), one by one.
pub fn clocks(
    tx: &mut PracticeTx<'_>,
    from: Time,
    to: Time,
    mut visit: impl FnMut(ClockRow),
) -> Result<(), StoreError> {
    tx.query_each(&CLOCKS, params![from, to], |row| {
        visit(clock(&row)?);
        Ok(())
    })
}

/// Hands over the clocks that started in [from, to), one by one, each with its label.
pub fn clocks_labelled(
    tx: &mut PracticeTx<'_>,
    (from, to): (Time, Time),
    by: Split,
    mut visit: impl FnMut(String, ClockRow),
) -> Result<(), StoreError> {
    let column = match by {
        Split::Door => 8,
        Split::Kind => 9,
        Split::Urgency => 10,
        Split::Language => 11,
    };
    tx.query_each(&CLOCKS_LABELLED, params![from, to], |row| {
        visit(row.get(column)?, clock(&row)?);
        Ok(())
    })
}

fn clock(row: &Row) -> Result<ClockRow, StoreError> {
    let outcome: Option<String> = row.get(4)?;
    let outcome = outcome.map(|_| word::<Outcome>(row, 4)).transpose()?;
    Ok(ClockRow {
        started_at: row.get(0)?,
        target: row.get(1)?,
        due_at: row.get(2)?,
        warned_at: row.get(3)?,
        ended: outcome.zip(row.get(5)?),
        ended_at: row.get(7)?,
        location: row.get(6)?,
    })
}

/// A clock with the request that it belongs to, for people to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockLine {
    /// The clock.
    pub clock: ClockRow,
    /// Its request's number for people.
    pub number: i64,
    /// A kind's code.
    pub kind: String,
    /// Who asks; empty if nobody is known.
    pub person: String,
}

/// The clocks that started in [from, to), the last first, at most `limit`.
pub fn clock_lines(
    tx: &mut PracticeTx<'_>,
    from: Time,
    to: Time,
    limit: i64,
) -> Result<Vec<ClockLine>, StoreError> {
    let read = |row: &Row| {
        Ok(ClockLine {
            clock: clock(row)?,
            number: row.get(8)?,
            kind: row.get(9)?,
            person: row.get::<Option<String>>(10)?.unwrap_or_default(),
        })
    };
    tx.query(&CLOCK_LINES, params![from, to, limit])?
        .iter()
        .map(read)
        .collect()
}

/// How many requests stood where at an instant, from their spells.
pub fn counts_at(tx: &mut PracticeTx<'_>, at: Time) -> Result<Counts, StoreError> {
    let mut counts = Counts::default();
    for row in tx.query(&SPELLS, params![at])? {
        let (state, waits) = (word::<State>(&row, 0)?, row.get::<bool>(1)?);
        let place = match state {
            _ if waits => &mut counts.open,
            State::New | State::Open => &mut counts.open,
            State::Waiting => &mut counts.waiting,
            State::Snoozed => &mut counts.snoozed,
            State::Resolved | State::Closed => &mut counts.resolved,
        };
        *place += row.get::<i64>(2)?;
    }
    Ok(counts)
}

/// How many requests wait for the practice now, at most [`limits::COUNT_MAX`].
pub fn open_now(tx: &mut PracticeTx<'_>) -> Result<i64, StoreError> {
    tx.query_one(&OPEN_NOW, params![limits::COUNT_MAX])?.get(0)
}

/// How many clocks ended in [from, to).
pub fn ended(tx: &mut PracticeTx<'_>, from: Time, to: Time) -> Result<i64, StoreError> {
    tx.query_one(&ENDED, params![from, to])?.get(0)
}

/// Hands over the spans in which requests counted as open, of those that reach into [from, to), in no order.
pub fn waits(
    tx: &mut PracticeTx<'_>,
    from: Time,
    to: Time,
    mut visit: impl FnMut(Time, Time),
) -> Result<(), StoreError> {
    tx.query_each(&WAITS, params![from, to], |row| {
        visit(row.get(0)?, row.get(1)?);
        Ok(())
    })
}
