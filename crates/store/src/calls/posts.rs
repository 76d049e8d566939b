//! What a phone system posted, as it came: kept until it is understood, and then gone. What can't be understood stays for a
//! person to see.

use anteroom_core::Time;
use anteroom_core::ids::InboxId;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// Something that came; nothing if the same stands here already.
    INSERT: practice = "INSERT INTO inbox (practice_id, door, key, id, received_at, digest, raw) \
        VALUES (?1, 'calls', ?2, ?3, ?4, ?5, ?6) ON CONFLICT (practice_id, door, key) DO NOTHING";
    /// What waits to be understood and came before an instant, the oldest first.
    WAITING: practice = "SELECT key FROM inbox WHERE practice_id = ?1 AND door = 'calls' AND raw IS NOT NULL \
        AND fault IS NULL AND received_at < ?2 ORDER BY received_at, key LIMIT ?3";
    /// One.
    ONE: practice = "SELECT raw FROM inbox WHERE practice_id = ?1 AND door = 'calls' AND key = ?2 AND raw IS NOT NULL \
        AND fault IS NULL";
    /// It was understood.
    DELETE: practice = "DELETE FROM inbox WHERE practice_id = ?1 AND door = 'calls' AND key = ?2";
    /// It was not.
    FAULT: practice = "UPDATE inbox SET fault = ?3 WHERE practice_id = ?1 AND door = 'calls' AND key = ?2";
    /// What was not understood, the last first.
    FAULTY: practice = "SELECT received_at, fault FROM inbox WHERE practice_id = ?1 AND door = 'calls' AND raw IS NOT NULL \
        AND fault IS NOT NULL ORDER BY received_at DESC, key LIMIT ?2";
    /// What was not understood for so long that nobody will.
    SWEEP: practice = "DELETE FROM inbox WHERE practice_id = ?1 AND door = 'calls' AND key IN (SELECT i.key FROM inbox i \
        WHERE i.practice_id = ?1 AND i.door = 'calls' AND i.raw IS NOT NULL AND i.received_at < ?2 \
        ORDER BY i.received_at, i.key LIMIT ?3)";
}

/// Keeps what came; `false` if the same stands here already.
pub fn keep(
    tx: &mut PracticeTx<'_>,
    id: InboxId,
    key: &str,
    digest: [u8; 32],
    (raw, at): (&[u8], Time),
) -> Result<bool, StoreError> {
    Ok(tx.execute(&INSERT, params![key, id, at, digest, raw])? == 1)
}

/// What came under a key, if it waits to be understood.
pub fn one(tx: &mut PracticeTx<'_>, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
    tx.query_opt(&ONE, params![key])?
        .map(|row| row.get(0))
        .transpose()
}

/// The keys of what waits to be understood and came before an instant.
pub fn waiting(tx: &mut PracticeTx<'_>, before: Time, limit: i64) -> Result<Vec<String>, StoreError> {
    tx.query(&WAITING, params![before, limit])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// It was understood, and is told by its call.
pub fn understood(tx: &mut PracticeTx<'_>, key: &str) -> Result<(), StoreError> {
    tx.execute(&DELETE, params![key]).map(drop)
}

/// It can't be understood, and why: a word of ours, none of its own.
pub fn fault(tx: &mut PracticeTx<'_>, key: &str, why: &str) -> Result<(), StoreError> {
    tx.execute(&FAULT, params![key, why]).map(drop)
}

/// What can't be understood, the last first: when it came, and why.
pub fn faulty(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<(Time, String)>, StoreError> {
    tx.query(&FAULTY, params![limit])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// Forgets what came before an instant and was never understood.
pub fn sweep(tx: &mut PracticeTx<'_>, before: Time, limit: i64) -> Result<u64, StoreError> {
    tx.execute(&SWEEP, params![before, limit])
}
