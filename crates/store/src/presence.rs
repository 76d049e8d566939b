//! Who looks at a request or writes to it: rows that expire. Nobody is told; who wants to know reads them.

use anteroom_core::Time;
use anteroom_core::ids::{MemberId, RequestId};

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

anteroom_core::words! {
    /// What somebody does with a request.
    Doing {
        /// Has it open.
        Looking = "looking",
        /// Writes to it.
        Writing = "writing",
    }
}

queries! {
    /// The member's rows that ran out go.
    EXPIRE: practice = "DELETE FROM presence WHERE practice_id = ?1 AND member_id = ?2 AND until_at <= ?3";
    /// How many the member has.
    COUNT: practice = "SELECT count(*) FROM presence WHERE practice_id = ?1 AND member_id = ?2";
    /// The member is here, or still is.
    PUT: practice = "INSERT INTO presence (practice_id, member_id, request_id, doing, until_at) \
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practice_id, member_id, request_id) \
        DO UPDATE SET doing = excluded.doing, until_at = excluded.until_at";
    /// The member has gone.
    LEAVE: practice = "DELETE FROM presence WHERE practice_id = ?1 AND member_id = ?2 AND request_id = ?3";
    /// Everybody who is anywhere at the practice.
    HERE: practice = "SELECT r.number, p.member_id, m.name, p.doing FROM presence p \
        JOIN member m ON m.practice_id = p.practice_id AND m.id = p.member_id \
        JOIN request r ON r.practice_id = p.practice_id AND r.id = p.request_id \
        WHERE p.practice_id = ?1 AND p.until_at > ?2 AND m.ended_at IS NULL \
        ORDER BY r.number, m.name, m.id LIMIT ?3";
}

/// Somebody who is at a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// The request's number for people.
    pub number: i64,
    /// Who.
    pub member: MemberId,
    /// Their full name.
    pub name: String,
    /// What they do.
    pub doing: Doing,
}

/// The member is at a request until `until`, unless they are at `most` others already.
pub fn put(
    tx: &mut PracticeTx<'_>,
    (member, request): (MemberId, RequestId),
    doing: Doing,
    (now, until): (Time, Time),
    most: i64,
) -> Result<(), StoreError> {
    tx.execute(&EXPIRE, params![member, now])?;
    let count: i64 = tx.query_one(&COUNT, params![member])?.get(0)?;
    if count >= most {
        return Ok(());
    }
    tx.execute(&PUT, params![member, request, doing.as_str(), until])
        .map(drop)
}

/// The member has gone from a request.
pub fn leave(tx: &mut PracticeTx<'_>, member: MemberId, request: RequestId) -> Result<(), StoreError> {
    tx.execute(&LEAVE, params![member, request]).map(drop)
}

/// Everybody who is at some request now, at most `limit`, by the request's number.
pub fn here(tx: &mut PracticeTx<'_>, now: Time, limit: i64) -> Result<Vec<Present>, StoreError> {
    let rows = tx.query(&HERE, params![now, limit])?;
    let present = rows.iter().map(|row| {
        Ok(Present {
            number: row.get(0)?,
            member: row.get(1)?,
            name: row.get(2)?,
            doing: word(row, 3)?,
        })
    });
    present.collect()
}
