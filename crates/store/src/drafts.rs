//! Words that staff have begun to write and not sent. They are as private as a request's own words and live in rows that can be
//! erased; each is its writer's alone.

use anteroom_core::Time;
use anteroom_core::ids::{MemberId, RequestId};

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// Keeps a draft; of two, the last.
    PUT: practice = "INSERT INTO draft (practice_id, member_id, request_id, field, body, written_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (practice_id, member_id, request_id, field) \
        DO UPDATE SET body = excluded.body, written_at = excluded.written_at";
    /// When a draft was last written.
    WRITTEN_AT: practice = "SELECT written_at FROM draft \
        WHERE practice_id = ?1 AND member_id = ?2 AND request_id = ?3 AND field = ?4";
    /// A member's drafts of a request.
    OF: practice = "SELECT field, body, written_at FROM draft \
        WHERE practice_id = ?1 AND member_id = ?2 AND request_id = ?3 AND written_at > ?4 ORDER BY field";
    /// Throws one away.
    DELETE: practice = "DELETE FROM draft WHERE practice_id = ?1 AND member_id = ?2 AND request_id = ?3 AND field = ?4";
    /// A member's drafts beyond the newest ?3.
    OLDEST: practice = "SELECT request_id, field FROM draft WHERE practice_id = ?1 AND member_id = ?2 \
        ORDER BY written_at DESC LIMIT 1 OFFSET ?3";
    /// Those of the practice that ran out go.
    SWEEP: practice = "DELETE FROM draft WHERE practice_id = ?1 AND written_at <= ?2";
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which field of the page.
    pub field: String,
    /// The words.
    pub body: String,
    /// When they were last written.
    pub written_at: Time,
}

/// Whose draft it is, of what.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The writer.
    pub member: MemberId,
    /// The request.
    pub request: RequestId,
    /// The field.
    pub field: &'a str,
}

/// Keeps a draft, and no more than `most` of the member's: the oldest go.
pub fn put(
    tx: &mut PracticeTx<'_>,
    place: Place<'_>,
    body: &str,
    at: Time,
    most: i64,
) -> Result<(), StoreError> {
    let Place {
        member,
        request,
        field,
    } = place;
    tx.execute(&PUT, params![member, request, field, body, at])?;
    // One was added at most, so that one goes at most.
    let beyond = tx.query_opt(&OLDEST, params![member, most])?;
    if let Some(row) = beyond {
        let (request, field): (RequestId, String) = (row.get(0)?, row.get(1)?);
        tx.execute(&DELETE, params![member, request, field])?;
    }
    Ok(())
}

/// When a draft was last written, if there is one.
pub fn written_at(tx: &mut PracticeTx<'_>, place: Place<'_>) -> Result<Option<Time>, StoreError> {
    let values = params![place.member, place.request, place.field];
    tx.query_opt(&WRITTEN_AT, values)?
        .map(|row| row.get(0))
        .transpose()
}

/// A member's drafts of a request that were written after an instant.
pub fn of(
    tx: &mut PracticeTx<'_>,
    member: MemberId,
    request: RequestId,
    after: Time,
) -> Result<Vec<Draft>, StoreError> {
    let rows = tx.query(&OF, params![member, request, after])?;
    let drafts = rows.iter().map(|row| {
        Ok(Draft {
            field: row.get(0)?,
            body: row.get(1)?,
            written_at: row.get(2)?,
        })
    });
    drafts.collect()
}

/// Throws a draft away.
pub fn delete(tx: &mut PracticeTx<'_>, place: Place<'_>) -> Result<(), StoreError> {
    tx.execute(&DELETE, params![place.member, place.request, place.field])
        .map(drop)
}

/// Throws away the practice's drafts that were last written up to an instant; how many.
pub fn sweep(tx: &mut PracticeTx<'_>, until: Time) -> Result<u64, StoreError> {
    tx.execute(&SWEEP, params![until])
}
