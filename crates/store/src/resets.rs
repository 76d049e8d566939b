//! Wishes for another password, as they were typed: the worker looks whose they are, and they are gone.

use anteroom_core::Time;
use anteroom_core::ids::{AccountId, ResetId};

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
    /// What an account signs in with.
    LOGIN_OF: system = "SELECT login FROM account WHERE id = ?1";
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

/// The login, the language and the instant of a wish.
pub fn get(tx: &mut SystemTx<'_>, id: ResetId) -> Result<Option<(String, String, Time)>, StoreError> {
    let row = tx.query_opt(&GET, params![id])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .transpose()
}

/// A wish was looked into; `false` if it was before.
pub fn delete(tx: &mut SystemTx<'_>, id: ResetId) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE, params![id])? == 1)
}

/// What an account signs in with.
pub fn login_of(tx: &mut SystemTx<'_>, account: AccountId) -> Result<Option<String>, StoreError> {
    let row = tx.query_opt(&LOGIN_OF, params![account])?;
    row.map(|row| row.get(0)).transpose()
}
