//! What was measured of the roster, as rows: who signed in on a line, which lines are watched, and the days that are over.

use anteroom_core::ids::{LineId, MemberId, SpellId};
use anteroom_core::roster::{Counts, Gap, Spell};
use anteroom_core::{Time, limits};
use jiff::civil::Date;

use super::{bound, date};
use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// Somebody signs in on a line.
    SIGN_IN: practice = "INSERT INTO signed_in (practice_id, id, member_id, line_id, from_at, ends_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    /// They sign out.
    SIGN_OUT: practice = "UPDATE signed_in SET ends_at = ?4 WHERE practice_id = ?1 AND member_id = ?2 AND line_id = ?3 \
        AND ends_at > ?4";
    /// Whether they are signed in.
    IS_SIGNED_IN: practice = "SELECT id FROM signed_in WHERE practice_id = ?1 AND member_id = ?2 AND line_id = ?3 \
        AND ends_at > ?4 AND from_at <= ?4";
    /// Whoever was signed in within a span.
    SPELLS: practice = "SELECT member_id, line_id, from_at, ends_at FROM signed_in \
        WHERE practice_id = ?1 AND ends_at > ?2 AND from_at < ?3 ORDER BY from_at, id LIMIT ?4";
    /// A line has a roster from now on; one that had keeps its beginning.
    WATCH: practice = "INSERT INTO watched_line (practice_id, line_id, since) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, line_id) DO NOTHING";
    /// The lines in use that have a roster.
    WATCHED: practice = "SELECT w.line_id, w.since, w.bare_since, l.location_id, l.name FROM watched_line w \
        JOIN line l ON l.practice_id = w.practice_id AND l.id = w.line_id AND l.retired_at IS NULL \
        WHERE w.practice_id = ?1 ORDER BY l.name, l.id LIMIT ?2";
    /// The desk is told that nobody holds a line, or that somebody does again.
    TELL: practice = "UPDATE watched_line SET bare_since = ?3 WHERE practice_id = ?1 AND line_id = ?2";
    /// A day that is over.
    KEEP: practice = "INSERT INTO covered_day (practice_id, line_id, date, phone_minutes, phone_bare, after_minutes, \
        after_bare) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (practice_id, line_id, date) DO NOTHING";
    /// Minutes of it that nobody held.
    KEEP_BARE: practice = "INSERT INTO bare_stretch (practice_id, line_id, from_at, until_at, need) \
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practice_id, line_id, from_at) DO NOTHING";
    /// The minutes that nobody held on the days that were kept.
    BARE: practice = "SELECT line_id, from_at, until_at, need FROM bare_stretch \
        WHERE practice_id = ?1 AND from_at >= ?2 AND from_at < ?3 ORDER BY from_at, line_id LIMIT ?4";
    /// The days of a span that were kept.
    KEPT: practice = "SELECT line_id, date, phone_minutes, phone_bare, after_minutes, after_bare FROM covered_day \
        WHERE practice_id = ?1 AND date >= ?2 AND date < ?3 ORDER BY date, line_id LIMIT ?4";
}

/// Somebody signs in on a line; it ends by itself.
pub fn sign_in(tx: &mut PracticeTx<'_>, id: SpellId, spell: &Spell) -> Result<(), StoreError> {
    let Spell {
        member,
        line,
        from,
        until,
    } = *spell;
    tx.execute(&SIGN_IN, params![id, member, line, from, until])
        .map(drop)
}

/// Somebody signs out of a line; `false` if they weren't signed in.
pub fn sign_out(
    tx: &mut PracticeTx<'_>,
    member: MemberId,
    line: LineId,
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&SIGN_OUT, params![member, line, at])? > 0)
}

/// Whether somebody is signed in on a line.
pub fn is_signed_in(
    tx: &mut PracticeTx<'_>,
    member: MemberId,
    line: LineId,
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&IS_SIGNED_IN, params![member, line, at])?.is_some())
}

/// Whoever was signed in within a span.
pub fn spells(tx: &mut PracticeTx<'_>, from: Time, to: Time) -> Result<Vec<Spell>, StoreError> {
    let read = |row: &Row| {
        Ok(Spell {
            member: row.get(0)?,
            line: row.get(1)?,
            from: row.get(2)?,
            until: row.get(3)?,
        })
    };
    tx.query(&SPELLS, params![from, to, bound(limits::SIGN_INS)])?
        .iter()
        .map(read)
        .collect()
}

/// A line that has a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// The line, its name and where it rings; it has no number here.
    pub line: LineId,
    /// Its name.
    pub name: String,
    /// Where it rings.
    pub location: Option<anteroom_core::ids::LocationId>,
    /// Since when it has a roster.
    pub since: Time,
    /// Since when nobody holds it, if the desk was told.
    pub told: Option<Time>,
}

/// A line has a roster from now on.
pub fn watch(tx: &mut PracticeTx<'_>, line: LineId, since: Time) -> Result<(), StoreError> {
    tx.execute(&WATCH, params![line, since]).map(drop)
}

/// The lines in use that have a roster, by name.
pub fn watched(tx: &mut PracticeTx<'_>) -> Result<Vec<Watched>, StoreError> {
    let read = |row: &Row| {
        Ok(Watched {
            line: row.get(0)?,
            since: row.get(1)?,
            told: row.get(2)?,
            location: row.get(3)?,
            name: row.get(4)?,
        })
    };
    tx.query(&WATCHED, params![bound(limits::LINES)])?
        .iter()
        .map(read)
        .collect()
}

/// The desk is told that nobody holds a line since then, or that somebody does again.
pub fn tell(tx: &mut PracticeTx<'_>, line: LineId, bare_since: Option<Time>) -> Result<(), StoreError> {
    tx.execute(&TELL, params![line, bare_since]).map(drop)
}

/// Keeps a day of a line that is over, with its minutes that nobody held; one that is kept stays as it is.
pub fn keep(
    tx: &mut PracticeTx<'_>,
    (line, day): (LineId, Date),
    counts: &Counts,
    bare: &[Gap],
) -> Result<(), StoreError> {
    let Counts {
        phone,
        phone_bare,
        after,
        after_bare,
    } = *counts;
    let values = params![line, day.to_string(), phone, phone_bare, after, after_bare];
    if tx.execute(&KEEP, values)? == 0 {
        return Ok(());
    }
    let bare = bare
        .iter()
        .map(|gap| params![line, gap.from, gap.to, gap.need.as_str()]);
    tx.execute_many(&KEEP_BARE, bare).map(drop)
}

/// The minutes in a row that nobody held on days that were kept, and that began within a span; at most `limit`.
pub fn bare(tx: &mut PracticeTx<'_>, (from, to): (Time, Time), limit: i64) -> Result<Vec<Gap>, StoreError> {
    let read = |row: &Row| {
        Ok(Gap {
            line: row.get(0)?,
            from: row.get(1)?,
            to: row.get(2)?,
            need: word(row, 3)?,
        })
    };
    tx.query(&BARE, params![from, to, limit])?
        .iter()
        .map(read)
        .collect()
}

/// The days `[from, to)` that were kept.
pub fn kept(
    tx: &mut PracticeTx<'_>,
    from: Date,
    to: Date,
) -> Result<Vec<(LineId, Date, Counts)>, StoreError> {
    let read = |row: &Row| {
        let counts = Counts {
            phone: row.get(2)?,
            phone_bare: row.get(3)?,
            after: row.get(4)?,
            after_bare: row.get(5)?,
        };
        Ok((row.get(0)?, date(row, 1)?, counts))
    };
    let most = bound(limits::LINES).saturating_mul(i64::from(limits::HISTORY_DAYS) + 7);
    tx.query(&KEPT, params![from.to_string(), to.to_string(), most])?
        .iter()
        .map(read)
        .collect()
}
