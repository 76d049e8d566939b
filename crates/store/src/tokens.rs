//! Links that stand for one thing; kept as digests, so that the rows open nothing.

use anteroom_core::Time;
use anteroom_core::ids::{PracticeId, RequestId};

use crate::sql::queries;
use crate::{StoreError, SystemTx, params};

queries! {
    /// A new link.
    INSERT: system = "INSERT INTO token (hash, kind, practice_id, subject, created_at, expires_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    /// What a link stands for, at whichever practice, while it lasts.
    OPEN: system = "SELECT practice_id, subject FROM token WHERE hash = ?1 AND kind = ?2 AND expires_at > ?3";
    /// All links to one thing are worth nothing any more.
    REVOKE: system = "DELETE FROM token WHERE kind = ?1 AND subject = ?2";
    /// What a link stands for, at its own practice only.
    FIND: system = "SELECT subject, expires_at FROM token WHERE hash = ?1 AND kind = 'status' AND practice_id = ?2";
    /// The same of a link of any kind.
    FIND_OF: system = "SELECT subject, expires_at FROM token WHERE hash = ?1 AND kind = ?2 AND practice_id = ?3";
    /// A link leads to another request: the one that followed.
    LEAD: system = "UPDATE token SET subject = ?2 WHERE hash = ?1";
    /// Links that ran out so long ago that nobody is told so any more.
    SWEEP: system = "DELETE FROM token WHERE hash IN \
        (SELECT hash FROM token WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2)";
}

anteroom_core::words! {
    /// What a link leads to.
    Kind {
        /// A request's status page.
        Status = "status",
        /// An invitation.
        Invitation = "invitation",
        /// Another password for an account.
        Reset = "reset",
        /// The question whether somebody would recommend the practice.
        Survey = "survey",
    }
}

/// Adds a link of any kind.
pub fn mint(
    tx: &mut SystemTx<'_>,
    hash: [u8; 32],
    (kind, practice, subject): (Kind, PracticeId, [u8; 16]),
    at: Time,
    expires_at: Time,
) -> Result<(), StoreError> {
    let values = params![hash, kind.as_str(), practice, subject, at, expires_at];
    tx.execute(&INSERT, values).map(drop)
}

/// The practice and the thing that a link of this kind stands for; nothing once it ran out or was used.
pub fn open(
    tx: &mut SystemTx<'_>,
    hash: [u8; 32],
    kind: Kind,
    now: Time,
) -> Result<Option<(PracticeId, [u8; 16])>, StoreError> {
    let row = tx.query_opt(&OPEN, params![hash, kind.as_str(), now])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// All links of a kind to one thing end; how many.
pub fn revoke(tx: &mut SystemTx<'_>, kind: Kind, subject: [u8; 16]) -> Result<u64, StoreError> {
    tx.execute(&REVOKE, params![kind.as_str(), subject])
}

/// Adds a link to a request's status page.
pub fn insert(
    tx: &mut SystemTx<'_>,
    hash: [u8; 32],
    practice: PracticeId,
    request: RequestId,
    at: Time,
    expires_at: Time,
) -> Result<(), StoreError> {
    mint(
        tx,
        hash,
        (Kind::Status, practice, request.bytes()),
        at,
        expires_at,
    )
}

/// The request that a link stands for, and when it runs out.
pub fn find(
    tx: &mut SystemTx<'_>,
    hash: [u8; 32],
    practice: PracticeId,
) -> Result<Option<(RequestId, Time)>, StoreError> {
    let row = tx.query_opt(&FIND, params![hash, practice])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// The thing that a link of this kind stands for at its practice, and when it runs out or ran out.
pub fn find_of(
    tx: &mut SystemTx<'_>,
    hash: [u8; 32],
    (kind, practice): (Kind, PracticeId),
) -> Result<Option<([u8; 16], Time)>, StoreError> {
    let row = tx.query_opt(&FIND_OF, params![hash, kind.as_str(), practice])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// The link leads to another request from now on: the one that followed.
pub fn lead_to(tx: &mut SystemTx<'_>, hash: [u8; 32], request: RequestId) -> Result<(), StoreError> {
    tx.execute(&LEAD, params![hash, request]).map(drop)
}

/// Removes links that ran out before an instant, at most `limit`; how many.
pub fn sweep(tx: &mut SystemTx<'_>, before: Time, limit: i64) -> Result<u64, StoreError> {
    tx.execute(&SWEEP, params![before, limit])
}
