//! Hours as rows: a place's weekly patterns, closures and openings.

use anteroom_core::hours::{Change, Exception, WeeklyPattern, WeeklySpan};
use anteroom_core::ids::{HoursId, LocationId};
use anteroom_core::{Span, Time};
use jiff::civil::Weekday;

use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A weekly pattern.
    INSERT_PATTERN: practice = "INSERT INTO hours_pattern (practice_id, id, place, place_id, valid_from, valid_until) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    /// A span of a pattern.
    INSERT_SPAN: practice = "INSERT INTO hours_span (practice_id, pattern_id, weekday, start_minute, length_minutes) \
        VALUES (?1, ?2, ?3, ?4, ?5)";
    /// A closure or opening.
    INSERT_EXCEPTION: practice = "INSERT INTO hours_exception (practice_id, id, place, place_id, opens, from_local, \
        until_local, reason, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    /// All patterns of a practice with their spans, in the order of their entry.
    PATTERNS: practice = "SELECT p.id, p.place, p.place_id, p.valid_from, p.valid_until, s.weekday, s.start_minute, \
        s.length_minutes FROM hours_pattern p \
        LEFT JOIN hours_span s ON s.practice_id = p.practice_id AND s.pattern_id = p.id \
        WHERE p.practice_id = ?1 ORDER BY p.id, s.weekday, s.start_minute";
    /// All closures and openings of a practice, in the order of their entry.
    EXCEPTIONS: practice = "SELECT place, place_id, opens, from_local, until_local FROM hours_exception \
        WHERE practice_id = ?1 ORDER BY created_at, id";
    /// A place's closures and openings that aren't over, with why.
    EXCEPTIONS_OF: practice = "SELECT id, opens, from_local, until_local, reason FROM hours_exception \
        WHERE practice_id = ?1 AND place = ?2 AND place_id = ?3 AND until_local > ?4 \
        ORDER BY from_local, id LIMIT ?5";
    /// The clocks that run, with what they run by.
    CLOCKS: practice = "SELECT c.started_at, c.target, c.due_at, r.location_id FROM clock c \
        JOIN request r ON r.practice_id = c.practice_id AND r.id = c.request_id \
        WHERE c.practice_id = ?1 AND c.ended_at IS NULL ORDER BY c.request_id LIMIT ?2";
    /// A closure or opening goes.
    DELETE_EXCEPTION: practice = "DELETE FROM hours_exception WHERE practice_id = ?1 AND id = ?2";
    /// A place's patterns go; their spans with them.
    DELETE_PATTERNS: practice = "DELETE FROM hours_pattern WHERE practice_id = ?1 AND place = ?2 AND place_id = ?3";
}

anteroom_core::words! {
    /// What has hours.
    PlaceKind {
        /// The practice's desk.
        Desk = "desk",
        /// A location.
        Location = "location",
        /// A phone line.
        Line = "line",
    }
}

/// Which place: its kind and id (the practice's own id for the desk).
pub type Place = (PlaceKind, [u8; 16]);

/// The rows of all hours of a practice, each with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Weekly patterns in the order of their entry.
    pub weekly: Vec<(Place, WeeklyPattern)>,
    /// Closures and openings in the order of their entry.
    pub exceptions: Vec<(Place, Exception)>,
}

/// Adds a weekly pattern to a place.
pub fn insert_pattern(
    tx: &mut PracticeTx<'_>,
    id: HoursId,
    (kind, place): Place,
    pattern: &WeeklyPattern,
) -> Result<(), StoreError> {
    let [from, until] =
        [pattern.valid_from, pattern.valid_until].map(|date| date.map(|date| date.to_string()));
    tx.execute(&INSERT_PATTERN, params![id, kind.as_str(), place, from, until])?;
    let spans = pattern.spans.iter().map(|span| {
        let weekday = i64::from(span.day.to_monday_one_offset());
        params![id, weekday, i64::from(span.start), i64::from(span.length)]
    });
    tx.execute_many(&INSERT_SPAN, spans).map(drop)
}

/// Removes the weekly patterns of a place.
pub fn delete_patterns(tx: &mut PracticeTx<'_>, (kind, place): Place) -> Result<(), StoreError> {
    tx.execute(&DELETE_PATTERNS, params![kind.as_str(), place])
        .map(drop)
}

/// Adds a closure or opening to a place.
pub fn insert_exception(
    tx: &mut PracticeTx<'_>,
    id: HoursId,
    (kind, place): Place,
    exception: &Exception,
    reason: &str,
    at: Time,
) -> Result<(), StoreError> {
    let opens = exception.change == Change::Open;
    let [from, until] = [exception.from, exception.to].map(|moment| moment.to_string());
    let values = params![id, kind.as_str(), place, opens, from, until, reason, at];
    tx.execute(&INSERT_EXCEPTION, values).map(drop)
}

/// A closure or opening with why, as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasoned {
    /// Its id.
    pub id: HoursId,
    /// What it does, and when.
    pub exception: Exception,
    /// Why; may be empty.
    pub reason: String,
}

/// A place's closures and openings that end after a moment on its wall clock, at most `limit`.
pub fn exceptions_of(
    tx: &mut PracticeTx<'_>,
    (kind, place): Place,
    after: jiff::civil::DateTime,
    limit: i64,
) -> Result<Vec<Reasoned>, StoreError> {
    let read = |row: &Row| {
        Ok(Reasoned {
            id: row.get(0)?,
            exception: Exception {
                from: moment(row, 2)?,
                to: moment(row, 3)?,
                change: if row.get(1)? { Change::Open } else { Change::Close },
            },
            reason: row.get(4)?,
        })
    };
    tx.query(
        &EXCEPTIONS_OF,
        params![kind.as_str(), place, after.to_string(), limit],
    )?
    .iter()
    .map(read)
    .collect()
}

/// A clock that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running {
    /// When it started.
    pub started_at: Time,
    /// The open time promised.
    pub target: Span,
    /// When it runs out.
    pub due_at: Time,
    /// Whose hours it counts.
    pub location: Option<LocationId>,
}

/// The clocks that run, at most `limit`.
pub fn running(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<Running>, StoreError> {
    let read = |row: &Row| {
        Ok(Running {
            started_at: row.get(0)?,
            target: row.get(1)?,
            due_at: row.get(2)?,
            location: row.get(3)?,
        })
    };
    tx.query(&CLOCKS, params![limit])?.iter().map(read).collect()
}

/// Removes a closure or opening; `false` if it isn't there.
pub fn delete_exception(tx: &mut PracticeTx<'_>, id: HoursId) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE_EXCEPTION, params![id])? == 1)
}

/// All hours of the practice.
pub fn load(tx: &mut PracticeTx<'_>) -> Result<Rows, StoreError> {
    let mut rows = Rows::default();
    let mut last = None;
    for row in tx.query(&PATTERNS, params![])? {
        let id: HoursId = row.get(0)?;
        if last != Some(id) {
            last = Some(id);
            let pattern = WeeklyPattern {
                valid_from: date(&row, 3)?,
                valid_until: date(&row, 4)?,
                spans: Vec::new(),
            };
            rows.weekly.push((place(&row, 1)?, pattern));
        }
        if let (Some(span), Some((_, pattern))) = (span(&row)?, rows.weekly.last_mut()) {
            pattern.spans.push(span);
        }
    }
    for row in tx.query(&EXCEPTIONS, params![])? {
        let change = if row.get(2)? { Change::Open } else { Change::Close };
        let exception = Exception {
            from: moment(&row, 3)?,
            to: moment(&row, 4)?,
            change,
        };
        rows.exceptions.push((place(&row, 0)?, exception));
    }
    Ok(rows)
}

fn wrong(what: &str) -> StoreError {
    StoreError::Wrong(format!("hours: {what}"))
}

fn place(row: &Row, column: usize) -> Result<Place, StoreError> {
    let kind: String = row.get(column)?;
    Ok((kind.parse().map_err(|_| wrong("place"))?, row.get(column + 1)?))
}

fn date(row: &Row, column: usize) -> Result<Option<jiff::civil::Date>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| wrong("date")))
        .transpose()
}

fn moment(row: &Row, column: usize) -> Result<jiff::civil::DateTime, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| wrong("moment"))
}

fn span(row: &Row) -> Result<Option<WeeklySpan>, StoreError> {
    let Some(weekday) = row.get::<Option<i64>>(5)? else {
        return Ok(None);
    };
    let small = |value: i64| u16::try_from(value).map_err(|_| wrong("minute"));
    let weekday = i8::try_from(weekday).map_err(|_| wrong("weekday"))?;
    Ok(Some(WeeklySpan {
        day: Weekday::from_monday_one_offset(weekday).map_err(|_| wrong("weekday"))?,
        start: small(row.get(6)?)?,
        length: small(row.get(7)?)?,
    }))
}
