//! The second clock of a request, in calendar days.

use anteroom_core::Time;
use anteroom_core::ids::{EntryId, MemberId, RequestId};

use crate::sql::{Sql, queries};
use crate::{PracticeTx, StoreError, Value, params};

queries! {
    /// A second clock begins.
    INSERT: practice = "INSERT INTO obligation (practice_id, request_id, rule, started_at, due_at) \
        VALUES (?1, ?2, ?3, ?4, ?5)";
    /// A request's second clock.
    FIND: practice = "SELECT o.rule, o.due_at, o.finding, o.met_at, o.owner_id, m.name FROM obligation o \
        LEFT JOIN member m ON m.practice_id = o.practice_id AND m.id = o.owner_id \
        WHERE o.practice_id = ?1 AND o.request_id = ?2";
    /// It is met: by whom, with what finding and which reply.
    MEET: practice = "UPDATE obligation SET owner_id = ?3, finding = ?4, reply_id = ?5, met_at = ?6 \
        WHERE practice_id = ?1 AND request_id = ?2 AND met_at IS NULL";
    /// It never began: what started it was taken back at once.
    FORGET: practice = "DELETE FROM obligation WHERE practice_id = ?1 AND request_id = ?2 AND met_at IS NULL";
    /// Not met after all: its reply was taken back.
    UNMEET: practice = "UPDATE obligation SET reply_id = NULL, met_at = NULL \
        WHERE practice_id = ?1 AND request_id = ?2 AND reply_id = ?3";
}

/// A second clock as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// `records` or `complaint`.
    pub rule: String,
    /// Before when.
    pub due_at: Time,
    /// What was found.
    pub finding: String,
    /// When it was met.
    pub met_at: Option<Time>,
    /// Who saw to it.
    pub owner: Option<(MemberId, String)>,
}

/// The statement that begins a second clock, for a batch.
pub fn insertion(
    request: RequestId,
    rule: &str,
    started_at: Time,
    due_at: Time,
) -> (&'static Sql, Vec<Value>) {
    (&INSERT, params![request, rule, started_at, due_at])
}

/// A request's second clock.
pub fn find(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<Option<Obligation>, StoreError> {
    let row = tx.query_opt(&FIND, params![request])?;
    row.map(|row| {
        let owner: Option<MemberId> = row.get(4)?;
        let name: Option<String> = row.get(5)?;
        Ok(Obligation {
            rule: row.get(0)?,
            due_at: row.get(1)?,
            finding: row.get(2)?,
            met_at: row.get(3)?,
            owner: owner.zip(name),
        })
    })
    .transpose()
}

/// Meets it; `false` if there is none, or it was met before.
pub fn meet(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    owner: MemberId,
    finding: &str,
    reply: EntryId,
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&MEET, params![request, owner, finding, reply, at])? == 1)
}

/// Its reply was taken back: it runs again.
pub fn unmeet(tx: &mut PracticeTx<'_>, request: RequestId, reply: EntryId) -> Result<(), StoreError> {
    tx.execute(&UNMEET, params![request, reply]).map(drop)
}

/// Takes one away that runs, because what started it was taken back at once.
pub fn forget(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<(), StoreError> {
    tx.execute(&FORGET, params![request]).map(drop)
}
