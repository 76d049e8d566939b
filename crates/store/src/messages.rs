//! The outbox: messages on their way out, held until their reply is irrevocable (the job of kind `settle`). No channel
//! carries them yet; the status page does.

use anteroom_core::Time;
use anteroom_core::ids::{EntryId, MessageId, RequestId};

use crate::sql::{Sql, queries};
use crate::{PracticeTx, StoreError, Value, params};

queries! {
    /// A new message, held until it is due.
    INSERT: practice = "INSERT INTO message (practice_id, id, request_id, entry_id, channel, state, created_at, due_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, 'held', ?6, ?7)";
    /// The fate of a line's message.
    SETTLE: practice = "UPDATE message SET state = ?3, settled_at = ?4 \
        WHERE practice_id = ?1 AND entry_id = ?2 AND state <> 'retracted'";
    /// The reply was taken back: its message never leaves.
    RETRACT: practice = "UPDATE message SET state = 'retracted', settled_at = ?3 \
        WHERE practice_id = ?1 AND entry_id = ?2 AND state = 'held'";
}

anteroom_core::words! {
    /// Where a message is on its way.
    Fate {
        /// Not due yet.
        Held = "held",
        /// Its attempt is committed.
        Sending = "sending",
        /// The channel took it.
        Sent = "sent",
        /// Nobody knows whether the channel took it.
        Unknown = "unknown",
        /// The channel refused it for good.
        Failed = "failed",
        /// Taken back before it left.
        Retracted = "retracted",
    }
}

/// The statement that adds a message, for a batch.
pub fn insertion(
    id: MessageId,
    request: RequestId,
    entry: EntryId,
    channel: &str,
    at: Time,
    due_at: Time,
) -> (&'static Sql, Vec<Value>) {
    (&INSERT, params![id, request, entry, channel, at, due_at])
}

/// Says what became of a line's message.
pub fn settle_of(tx: &mut PracticeTx<'_>, entry: EntryId, fate: Fate, at: Time) -> Result<(), StoreError> {
    tx.execute(&SETTLE, params![entry, fate.as_str(), at]).map(drop)
}

/// The reply was taken back.
pub fn retract(tx: &mut PracticeTx<'_>, entry: EntryId, at: Time) -> Result<(), StoreError> {
    tx.execute(&RETRACT, params![entry, at]).map(drop)
}
