//! Requests that have to do with each other. A link is one row, the smaller id first.

use anteroom_core::ids::RequestId;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// A link; nothing if it stands already.
    INSERT: practice = "INSERT INTO request_link (practice_id, one_id, other_id) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, one_id, other_id) DO NOTHING";
    /// A link goes.
    DELETE: practice = "DELETE FROM request_link WHERE practice_id = ?1 AND one_id = ?2 AND other_id = ?3";
    /// What a request is linked to: number, first words and kind.
    LIST: practice = "SELECT r.id, r.number, r.subject, r.kind FROM \
        (SELECT other_id AS id FROM request_link WHERE practice_id = ?1 AND one_id = ?2 \
        UNION ALL SELECT one_id FROM request_link WHERE practice_id = ?1 AND other_id = ?2) l \
        JOIN request r ON r.practice_id = ?1 AND r.id = l.id ORDER BY r.number LIMIT ?3";
}

/// A request that another one is linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Its id.
    pub id: RequestId,
    /// Its number for people.
    pub number: i64,
    /// Its first words.
    pub subject: String,
    /// A kind's code.
    pub kind: String,
}

fn ordered(one: RequestId, other: RequestId) -> (RequestId, RequestId) {
    (one.min(other), one.max(other))
}

/// Links two requests.
pub fn insert(tx: &mut PracticeTx<'_>, one: RequestId, other: RequestId) -> Result<(), StoreError> {
    let (one, other) = ordered(one, other);
    tx.execute(&INSERT, params![one, other]).map(drop)
}

/// Takes the link of two requests away.
pub fn delete(tx: &mut PracticeTx<'_>, one: RequestId, other: RequestId) -> Result<(), StoreError> {
    let (one, other) = ordered(one, other);
    tx.execute(&DELETE, params![one, other]).map(drop)
}

/// What a request is linked to, by number.
pub fn list(tx: &mut PracticeTx<'_>, request: RequestId, limit: i64) -> Result<Vec<Linked>, StoreError> {
    let rows = tx.query(&LIST, params![request, limit])?;
    rows.iter()
        .map(|row| {
            Ok(Linked {
                id: row.get(0)?,
                number: row.get(1)?,
                subject: row.get(2)?,
                kind: row.get(3)?,
            })
        })
        .collect()
}
