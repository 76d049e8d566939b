//! The outbox: messages on their way out. The job of kind `send` says when one is due.

use anteroom_core::Time;
use anteroom_core::ids::{EntryId, MessageId, RequestId};

use crate::sql::{Sql, queries};
use crate::{PracticeTx, StoreError, Value, params};

queries! {
    /// A new message, held until it is due.
    INSERT: practice = "INSERT INTO message (practice_id, id, request_id, entry_id, channel, state, created_at, due_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, 'held', ?6, ?7)";
    /// A message as its worker sees it.
    FIND: practice = "SELECT request_id, entry_id, channel, state, due_at FROM message \
        WHERE practice_id = ?1 AND id = ?2";
    /// Its attempt is committed before it is sent.
    ATTEMPT: practice = "UPDATE message SET state = 'sending', attempted_at = ?3 \
        WHERE practice_id = ?1 AND id = ?2 AND state = 'held'";
    /// Its fate.
    SETTLE: practice = "UPDATE message SET state = ?3, settled_at = ?4 WHERE practice_id = ?1 AND id = ?2";
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

/// A message as its worker sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Whose request.
    pub request: RequestId,
    /// Whose words.
    pub entry: EntryId,
    /// By which channel.
    pub channel: String,
    /// Where it is.
    pub fate: Fate,
    /// When it is due.
    pub due_at: Time,
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

/// A message.
pub fn find(tx: &mut PracticeTx<'_>, id: MessageId) -> Result<Option<Message>, StoreError> {
    let row = tx.query_opt(&FIND, params![id])?;
    row.map(|row| {
        Ok(Message {
            request: row.get(0)?,
            entry: row.get(1)?,
            channel: row.get(2)?,
            fate: crate::requests::word(&row, 3)?,
            due_at: row.get(4)?,
        })
    })
    .transpose()
}

/// Commits the attempt; `false` if the message is not held any more.
pub fn attempt(tx: &mut PracticeTx<'_>, id: MessageId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&ATTEMPT, params![id, at])? == 1)
}

/// Says what became of it.
pub fn settle(tx: &mut PracticeTx<'_>, id: MessageId, fate: Fate, at: Time) -> Result<(), StoreError> {
    tx.execute(&SETTLE, params![id, fate.as_str(), at]).map(drop)
}

/// The reply was taken back.
pub fn retract(tx: &mut PracticeTx<'_>, entry: EntryId, at: Time) -> Result<(), StoreError> {
    tx.execute(&RETRACT, params![entry, at]).map(drop)
}
