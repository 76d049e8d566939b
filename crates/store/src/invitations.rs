//! Invitations to a practice: who is asked to join, as what, and whether they did. The links to them are tokens.

use anteroom_core::Time;
use anteroom_core::access::Role;
use anteroom_core::ids::{InvitationId, MemberId};

use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A new one.
    INSERT: practice = "INSERT INTO invitation (practice_id, id, login, name, role, invited_by, created_at, expires_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    /// One that waits for its answer.
    OPEN: practice = "SELECT id, login, name, role, created_at, expires_at FROM invitation WHERE practice_id = ?1 \
        AND id = ?2 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ?3";
    /// All that wait for an answer.
    LIST: practice = "SELECT id, login, name, role, created_at, expires_at FROM invitation WHERE practice_id = ?1 \
        AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ?2 ORDER BY expires_at, id LIMIT ?3";
    /// It was accepted; nobody else did so before.
    ACCEPT: practice = "UPDATE invitation SET accepted_at = ?3 WHERE practice_id = ?1 AND id = ?2 \
        AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ?3";
    /// It was taken back.
    WITHDRAW: practice = "UPDATE invitation SET withdrawn_at = ?3 WHERE practice_id = ?1 AND id = ?2 \
        AND accepted_at IS NULL AND withdrawn_at IS NULL";
}

/// Somebody asked to join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The e-mail address they are to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Since when.
    pub created_at: Time,
    /// Until when it can be accepted.
    pub expires_at: Time,
}

impl Invitation {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let role: String = row.get(3)?;
        Ok(Self {
            id: row.get(0)?,
            login: row.get(1)?,
            name: row.get(2)?,
            role: role
                .parse()
                .map_err(|_| StoreError::Wrong("invitation.role".to_owned()))?,
            created_at: row.get(4)?,
            expires_at: row.get(5)?,
        })
    }
}

/// Adds an invitation.
pub fn insert(
    tx: &mut PracticeTx<'_>,
    new: &Invitation,
    invited_by: Option<MemberId>,
) -> Result<(), StoreError> {
    let values = params![
        new.id,
        &new.login,
        &new.name,
        new.role.as_str(),
        invited_by,
        new.created_at,
        new.expires_at
    ];
    tx.execute(&INSERT, values).map(drop)
}

/// An invitation that still can be accepted.
pub fn open(tx: &mut PracticeTx<'_>, id: InvitationId, now: Time) -> Result<Option<Invitation>, StoreError> {
    let row = tx.query_opt(&OPEN, params![id, now])?;
    row.as_ref().map(Invitation::read).transpose()
}

/// Up to `limit` invitations that can be accepted, those that run out first before the others.
pub fn list(tx: &mut PracticeTx<'_>, now: Time, limit: i64) -> Result<Vec<Invitation>, StoreError> {
    tx.query(&LIST, params![now, limit])?
        .iter()
        .map(Invitation::read)
        .collect()
}

/// It was accepted; `false` if it can't be any more.
pub fn accept(tx: &mut PracticeTx<'_>, id: InvitationId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&ACCEPT, params![id, at])? == 1)
}

/// It was taken back; `false` if there was nothing to take back.
pub fn withdraw(tx: &mut PracticeTx<'_>, id: InvitationId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&WITHDRAW, params![id, at])? == 1)
}
