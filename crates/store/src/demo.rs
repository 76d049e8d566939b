//! The mark of a demo: a database that was made for one holds this row from its first moment on, and no other ever gets it.

use anteroom_core::Time;

use crate::sql::queries;
use crate::{StoreError, SystemTx, params};

queries! {
    /// Marks a database in which nobody works: one with a practice stays what it is.
    MARK: system = "INSERT INTO demo (name, until_at) SELECT 'demo', ?1 \
        WHERE NOT EXISTS (SELECT 1 FROM practice) ON CONFLICT (name) DO NOTHING";
    /// Up to when things happened in a demo.
    UNTIL: system = "SELECT until_at FROM demo WHERE name = 'demo'";
}

/// Marks an empty database; `false` if it is not empty, or marked already.
pub fn mark(tx: &mut SystemTx<'_>, until: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&MARK, params![until])? == 1)
}

/// Up to when things happened; nothing in a database that is no demo.
pub fn until(tx: &mut SystemTx<'_>) -> Result<Option<Time>, StoreError> {
    tx.query_opt(&UNTIL, params![])?.map(|row| row.get(0)).transpose()
}
