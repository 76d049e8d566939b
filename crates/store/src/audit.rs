//! The audit: who did what to which row, by ids and field names only. Sealed into its hash chain afterwards.

use anteroom_core::Time;
use anteroom_core::ids::AuditId;
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

/// Writes a deed.
pub fn insert(tx: &mut PracticeTx<'_>, deed: &Deed<'_>) -> Result<(), StoreError> {
    let (sql, values) = statement(deed);
    tx.execute(sql, values).map(drop)
}
