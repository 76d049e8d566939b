//! Wishes for another password, as they were typed: the worker looks whose they are, and they are gone.

use anteroom_core::Time;
use anteroom_core::ids::ResetId;

use crate::sql::queries;
use crate::{StoreError, SystemTx, params};

queries! {
    /// How many wait, counted to a limit.
    WAITING: system = "SELECT COUNT(*) FROM (SELECT 1 FROM reset_ask LIMIT ?1) AS found";
    /// A new one.
    INSERT: system = "INSERT INTO reset_ask (id, login, language, asked_at) VALUES (?1, ?2, ?3, ?4)";
    /// What was typed.
    GET: system = "SELECT login, language, asked_at FROM reset_ask WHERE id = ?1";
    /// It was looked into.
    DELETE: system = "DELETE FROM reset_ask WHERE id = ?1";
}

/// Adds a wish, unless `limit` wait already; whether it was added.
pub fn insert(
    tx: &mut SystemTx<'_>,
    id: ResetId,
    (login, language): (&str, &str),
    at: Time,
    limit: i64,
) -> Result<bool, StoreError> {
    if tx.query_one(&WAITING, params![limit])?.get::<i64>(0)? >= limit {
        return Ok(false);
    }
    tx.execute(&INSERT, params![id, login, language, at])?;
    Ok(true)
}

/// The login, the language and the instant of a wish, which is gone with it.
pub fn take(tx: &mut SystemTx<'_>, id: ResetId) -> Result<Option<(String, String, Time)>, StoreError> {
    let Some(row) = tx.query_opt(&GET, params![id])? else {
        return Ok(None);
    };
    tx.execute(&DELETE, params![id])?;
    Ok(Some((row.get(0)?, row.get(1)?, row.get(2)?)))
}
