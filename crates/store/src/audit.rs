//! The audit: who did what to which row, by ids and field names only. Written with what was done, never
//! changed. The columns of the hash chain are there; nothing seals it yet, so that who can write the database can change it.

use anteroom_core::Time;
use anteroom_core::ids::{AuditId, MemberId};
use anteroom_core::requests::Actor;

use crate::sql::{Sql, queries};
use crate::{PracticeTx, StoreError, Value, params};

queries! {
    /// A new row.
    INSERT: practice = "INSERT INTO audit (practice_id, id, at, actor, actor_id, action, noun, noun_id, fields) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
}

/// What was done.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: Time,
    /// By whom.
    pub actor: Actor,
    /// What: a verb of the code.
    pub action: &'a str,
    /// To which noun.
    pub noun: &'a str,
    /// To which one of them.
    pub noun_id: Option<[u8; 16]>,
    /// Which fields: names, never values.
    pub fields: &'a str,
}

/// The words and id of an actor, as events and audit keep them.
pub(crate) fn actor(actor: Actor) -> (&'static str, Option<[u8; 16]>) {
    match actor {
        Actor::Person(id) => ("person", Some(id.bytes())),
        Actor::Member(id) => ("member", Some(id.bytes())),
        Actor::System => ("system", None),
    }
}

/// The statement that writes a deed, for a batch.
pub(crate) fn statement(deed: &Deed<'_>) -> (&'static Sql, Vec<Value>) {
    let (who, who_id) = actor(deed.actor);
    let Deed {
        id,
        at,
        action,
        noun,
        noun_id,
        fields,
        ..
    } = *deed;
    (
        &INSERT,
        params![id, at, who, who_id, action, noun, noun_id, fields],
    )
}

/// Writes what somebody with the command line did to a member.
pub fn insert_operators(
    tx: &mut PracticeTx<'_>,
    id: AuditId,
    at: Time,
    action: &str,
    member: MemberId,
    fields: &str,
) -> Result<(), StoreError> {
    let nobody: Option<[u8; 16]> = None;
    let noun_id = Some(member.bytes());
    let values = params![id, at, "operator", nobody, action, "member", noun_id, fields];
    tx.execute(&INSERT, values).map(drop)
}

/// Writes a deed.
pub fn insert(tx: &mut PracticeTx<'_>, deed: &Deed<'_>) -> Result<(), StoreError> {
    let (sql, values) = statement(deed);
    tx.execute(sql, values).map(drop)
}
