//! What a forecast counts of requests: when patients' words started a clock. Calls are counted by their own room.

use anteroom_core::Time;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// When the clocks of a span started.
    STARTED: practice = "SELECT started_at FROM clock WHERE practice_id = ?1 AND started_at >= ?2 AND started_at < ?3 \
        ORDER BY started_at, id";
    /// When the first clock ever started.
    FIRST: practice = "SELECT started_at FROM clock WHERE practice_id = ?1 ORDER BY started_at, id LIMIT 1";
}

/// Hands over when the clocks of [from, to) started, the first first.
pub fn started(
    tx: &mut PracticeTx<'_>,
    from: Time,
    to: Time,
    mut visit: impl FnMut(Time),
) -> Result<(), StoreError> {
    tx.query_each(&STARTED, params![from, to], |row| {
        visit(row.get(0)?);
        Ok(())
    })
}

/// When the first clock ever started.
pub fn first(tx: &mut PracticeTx<'_>) -> Result<Option<Time>, StoreError> {
    tx.query_opt(&FIRST, params![])?.map(|row| row.get(0)).transpose()
}
