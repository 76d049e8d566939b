//! What happened at a practice, read again from the rows: events of requests and the audit of every other noun, as (noun, id,
//! version) without content. Commit order is not the order of ids; who reads asks for the last seconds again and drops what it
//! has seen.

use anteroom_core::ids::EventId;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// What has an id after this one, the newest first; that somebody read a page changes nothing.
    SINCE: practice = "SELECT id, noun, noun_id, version FROM (\
        SELECT id, 'request' AS noun, request_id AS noun_id, version FROM event WHERE practice_id = ?1 AND id > ?2 \
        UNION ALL \
        SELECT id, noun, noun_id, CAST(0 AS BIGINT) AS version FROM audit \
        WHERE practice_id = ?1 AND id > ?2 AND noun <> 'request' AND action NOT IN ('read', 'copied')) happened ORDER BY id DESC LIMIT ?3";
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// The event's id, or the audit row's.
    pub id: EventId,
    /// To what kind of thing.
    pub noun: String,
    /// To which one.
    pub noun_id: Option<[u8; 16]>,
    /// Its version after it, where it has versions.
    pub version: i64,
}

/// What happened with an id after `after`, the newest first, at most `limit`.
pub fn since(tx: &mut PracticeTx<'_>, after: EventId, limit: i64) -> Result<Vec<Happened>, StoreError> {
    let rows = tx.query(&SINCE, params![after, limit])?;
    let happened = rows.iter().map(|row| {
        Ok(Happened {
            id: row.get(0)?,
            noun: row.get(1)?,
            noun_id: row.get(2)?,
            version: row.get(3)?,
        })
    });
    happened.collect()
}
