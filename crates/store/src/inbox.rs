//! What came in, by the key that its door gives it: the same thing twice is one request.

use anteroom_core::Time;
use anteroom_core::ids::{EntryId, InboxId, RequestId};

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// Something new; nothing if its key was seen.
    INSERT: practice = "INSERT INTO inbox (practice_id, door, key, id, received_at, digest, request_id, entry_id) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (practice_id, door, key) DO NOTHING";
    /// What it became.
    FIND: practice = "SELECT digest, request_id, entry_id FROM inbox \
        WHERE practice_id = ?1 AND door = ?2 AND key = ?3";
}

/// Something that came in and what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// SHA-256 of its content.
    pub digest: [u8; 32],
    /// The request that it opened or joined.
    pub request: Option<RequestId>,
    /// Its line there.
    pub entry: Option<EntryId>,
}

/// Notes something; `false` if its key was seen at this door.
pub fn insert(
    tx: &mut PracticeTx<'_>,
    id: InboxId,
    (door, key): (&str, &str),
    received_at: Time,
    item: &Item,
) -> Result<bool, StoreError> {
    let values = params![door, key, id, received_at, item.digest, item.request, item.entry];
    Ok(tx.execute(&INSERT, values)? == 1)
}

/// What came in at this door under this key.
pub fn find(tx: &mut PracticeTx<'_>, door: &str, key: &str) -> Result<Option<Item>, StoreError> {
    let row = tx.query_opt(&FIND, params![door, key])?;
    row.map(|row| {
        Ok(Item {
            digest: row.get(0)?,
            request: row.get(1)?,
            entry: row.get(2)?,
        })
    })
    .transpose()
}
