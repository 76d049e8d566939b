//! What a merge found, and what came since: all that taking two requests apart again asks for.

use anteroom_core::Time;
use anteroom_core::ids::{ClockId, EntryId, RequestId};
use anteroom_core::requests::merge::Joint;
use anteroom_core::requests::{Clock, State};

use super::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A merge.
    INSERT: practice = "INSERT INTO joint (practice_id, request_id, into_id, version, state, into_state, clock_id, \
        into_clock_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    /// A merge, by the request that was joined.
    FIND: practice = "SELECT into_id, version, state, into_state, clock_id, into_clock_id FROM joint \
        WHERE practice_id = ?1 AND request_id = ?2";
    /// It was undone.
    DELETE: practice = "DELETE FROM joint WHERE practice_id = ?1 AND request_id = ?2";
    /// Whether another request was joined later, and still is.
    LATER: practice = "SELECT count(*) FROM (SELECT 1 FROM joint \
        WHERE practice_id = ?1 AND into_id = ?2 AND version > ?3 LIMIT 1) a";
    /// What is joined to a request, the last first: in this order it is taken off again.
    JOINED: practice = "SELECT r.number FROM joint j JOIN request r ON r.practice_id = ?1 AND r.id = j.request_id \
        WHERE j.practice_id = ?1 AND j.into_id = ?2 ORDER BY j.version DESC LIMIT 50";
    /// What happened to the survivor since, as far as it decides about taking the two apart.
    SINCE: practice = "SELECT name, after FROM event WHERE practice_id = ?1 AND request_id = ?2 AND version > ?3 \
        AND name IN ('settled', 'state', 'heard', 'reheard') ORDER BY id LIMIT ?4";
    /// A clock, whether it runs or not.
    CLOCK: practice = "SELECT id, started_at, target, due_at, warned_at FROM clock \
        WHERE practice_id = ?1 AND id = ?2";
}

/// A merge as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The survivor.
    pub into: RequestId,
    /// The survivor's version that the merge made.
    pub version: i64,
    /// What it found.
    pub joint: Joint,
}

/// Something that happened to a survivor since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// A reply became irrevocable.
    Answered,
    /// It entered another state.
    Moved,
    /// The patient asked for something.
    Heard(EntryId),
}

/// Keeps what a merge found.
pub fn insert(tx: &mut PracticeTx<'_>, joined: RequestId, kept: &Kept) -> Result<(), StoreError> {
    let Joint { prior, clocks } = kept.joint;
    let values = params![
        joined,
        kept.into,
        kept.version,
        prior.1.as_str(),
        prior.0.as_str(),
        clocks.1,
        clocks.0
    ];
    tx.execute(&INSERT, values).map(drop)
}

/// What the merge of a joined request found.
pub fn find(tx: &mut PracticeTx<'_>, joined: RequestId) -> Result<Option<Kept>, StoreError> {
    let read = |row: Row| {
        Ok(Kept {
            into: row.get(0)?,
            version: row.get(1)?,
            joint: Joint {
                prior: (word::<State>(&row, 3)?, word::<State>(&row, 2)?),
                clocks: (row.get(5)?, row.get(4)?),
            },
        })
    };
    tx.query_opt(&FIND, params![joined])?.map(read).transpose()
}

/// Forgets it: the two are apart.
pub fn delete(tx: &mut PracticeTx<'_>, joined: RequestId) -> Result<(), StoreError> {
    tx.execute(&DELETE, params![joined]).map(drop)
}

/// Whether another request was joined to the survivor later, and still is.
pub fn joined_later(tx: &mut PracticeTx<'_>, kept: &Kept) -> Result<bool, StoreError> {
    let later: i64 = tx.query_one(&LATER, params![kept.into, kept.version])?.get(0)?;
    Ok(later > 0)
}

/// What happened to the survivor since, the first `limit` things.
pub fn since(tx: &mut PracticeTx<'_>, kept: &Kept, limit: i64) -> Result<Vec<Happened>, StoreError> {
    let rows = tx.query(&SINCE, params![kept.into, kept.version, limit])?;
    let read = |row: &Row| {
        let (name, after): (String, String) = (row.get(0)?, row.get(1)?);
        match name.as_str() {
            "settled" => Ok(Happened::Answered),
            "state" => Ok(Happened::Moved),
            _ => after
                .parse()
                .map(Happened::Heard)
                .map_err(|_| StoreError::Wrong("an event names no line".to_owned())),
        }
    };
    rows.iter().map(read).collect()
}

/// A clock as it ran.
pub fn clock(tx: &mut PracticeTx<'_>, id: ClockId) -> Result<Option<Clock>, StoreError> {
    let read = |row: Row| {
        let (started_at, due_at): (Time, Time) = (row.get(1)?, row.get(3)?);
        Ok(Clock {
            id: row.get(0)?,
            started_at,
            target: row.get(2)?,
            due_at,
            warned_at: row.get(4)?,
        })
    };
    tx.query_opt(&CLOCK, params![id])?.map(read).transpose()
}

/// The numbers of what is joined to a request, the last first.
pub fn joined(tx: &mut PracticeTx<'_>, into: RequestId) -> Result<Vec<i64>, StoreError> {
    tx.query(&JOINED, params![into])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}
