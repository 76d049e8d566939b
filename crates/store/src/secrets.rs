//! Secrets of a practice, sealed, and the wrapped keys that they are sealed under. What is sealed here is opened elsewhere.

use anteroom_core::Time;
use anteroom_core::ids::DataKeyId;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// A new key of the practice's.
    INSERT_KEY: practice = "INSERT INTO data_key (practice_id, id, wrapped_by, wrapped, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5)";
    /// A key.
    KEY: practice = "SELECT id, wrapped_by, wrapped FROM data_key WHERE practice_id = ?1 AND id = ?2";
    /// The newest key that a key file wraps.
    KEY_OF: practice = "SELECT id, wrapped_by, wrapped FROM data_key WHERE practice_id = ?1 AND wrapped_by = ?2 \
        ORDER BY id DESC LIMIT 1";
    /// Sets a secret.
    PUT: practice = "INSERT INTO secret (practice_id, name, data_key_id, sealed, changed_at) \
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practice_id, name) DO UPDATE SET \
        data_key_id = excluded.data_key_id, sealed = excluded.sealed, changed_at = excluded.changed_at";
    /// A secret.
    GET: practice = "SELECT data_key_id, sealed FROM secret WHERE practice_id = ?1 AND name = ?2";
    /// Forgets a secret.
    DELETE: practice = "DELETE FROM secret WHERE practice_id = ?1 AND name = ?2";
}

/// A practice's key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedKey {
    /// Its id.
    pub id: DataKeyId,
    /// The id of the key file that wraps it.
    pub wrapped_by: Vec<u8>,
    /// Itself, wrapped.
    pub wrapped: Vec<u8>,
}

/// Adds a key.
pub fn insert_key(tx: &mut PracticeTx<'_>, key: &WrappedKey, at: Time) -> Result<(), StoreError> {
    let values = params![key.id, key.wrapped_by.clone(), key.wrapped.clone(), at];
    tx.execute(&INSERT_KEY, values).map(drop)
}

/// The key with this id.
pub fn key(tx: &mut PracticeTx<'_>, id: DataKeyId) -> Result<Option<WrappedKey>, StoreError> {
    let row = tx.query_opt(&KEY, params![id])?;
    row.as_ref().map(WrappedKey::read).transpose()
}

/// The newest key that this key file wraps.
pub fn key_of(tx: &mut PracticeTx<'_>, wrapped_by: &[u8]) -> Result<Option<WrappedKey>, StoreError> {
    let row = tx.query_opt(&KEY_OF, params![wrapped_by.to_vec()])?;
    row.as_ref().map(WrappedKey::read).transpose()
}

impl WrappedKey {
    fn read(row: &crate::Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            wrapped_by: row.get(1)?,
            wrapped: row.get(2)?,
        })
    }
}

/// Sets a secret, sealed under a key.
pub fn put(
    tx: &mut PracticeTx<'_>,
    name: &str,
    key: DataKeyId,
    sealed: &[u8],
    at: Time,
) -> Result<(), StoreError> {
    tx.execute(&PUT, params![name, key, sealed.to_vec(), at])
        .map(drop)
}

/// A secret and the key that it is sealed under.
pub fn get(tx: &mut PracticeTx<'_>, name: &str) -> Result<Option<(DataKeyId, Vec<u8>)>, StoreError> {
    let row = tx.query_opt(&GET, params![name])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Forgets a secret; `false` if there was none.
pub fn delete(tx: &mut PracticeTx<'_>, name: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE, params![name])? == 1)
}
