//! What a member did to many requests at once: a row each, with how it stood before and why it was not done.

use anteroom_core::ids::{BulkId, ClockId, MemberId, RequestId, TeamId};
use anteroom_core::requests::{State, Urgency};
use anteroom_core::{Span, Time};

use super::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A deed.
    INSERT: practice = "INSERT INTO bulk (practice_id, id, member_id, deed, at) VALUES (?1, ?2, ?3, ?4, ?5)";
    /// One request of it.
    INSERT_ITEM: practice = "INSERT INTO bulk_item (practice_id, bulk_id, number, refused, version, state, \
        snoozed_until, member_id, team_id, urgency, kind, clock_id, clock_target) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    /// A member's deed.
    FIND: practice = "SELECT deed, at, undone_at FROM bulk WHERE practice_id = ?1 AND id = ?2 AND member_id = ?3";
    /// Its requests.
    ITEMS: practice = "SELECT number, refused, version, state, snoozed_until, member_id, team_id, urgency, kind, \
        clock_id, clock_target FROM bulk_item WHERE practice_id = ?1 AND bulk_id = ?2 ORDER BY number";
    /// It was taken back.
    UNDONE: practice = "UPDATE bulk SET undone_at = ?3 WHERE practice_id = ?1 AND id = ?2 AND undone_at IS NULL";
    /// Why one request of it was not done, or not taken back.
    REFUSED: practice = "UPDATE bulk_item SET refused = ?4 \
        WHERE practice_id = ?1 AND bulk_id = ?2 AND number = ?3";
    /// Deeds that nobody looks at any more.
    SWEEP: practice = "DELETE FROM bulk WHERE practice_id = ?1 AND at < ?2";
    /// Whether somebody acted on a request after a version; the system's own steps are nobody's.
    ACTED: practice = "SELECT count(*) FROM (SELECT 1 FROM event \
        WHERE practice_id = ?1 AND request_id = ?2 AND version > ?3 AND actor <> 'system' LIMIT 1) a";
}

/// A deed as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What: a word of the code.
    pub deed: String,
    /// When.
    pub at: Time,
    /// When it was taken back.
    pub undone_at: Option<Time>,
}

/// One request of a deed, as it stood before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number for people.
    pub number: i64,
    /// Why it was not done, or not taken back; empty if it was.
    pub refused: String,
    /// The version that the deed made.
    pub version: i64,
    /// Its state.
    pub state: State,
    /// Until when it was snoozed.
    pub snoozed_until: Option<Time>,
    /// Whose it was.
    pub member: Option<MemberId>,
    /// Which team's.
    pub team: Option<TeamId>,
    /// How soon it was wanted.
    pub urgency: Urgency,
    /// What it was about.
    pub kind: String,
    /// Its running clock, and that one's target.
    pub clock: Option<(ClockId, Span)>,
}

/// Keeps a deed.
pub fn insert(
    tx: &mut PracticeTx<'_>,
    id: BulkId,
    member: MemberId,
    deed: &str,
    at: Time,
) -> Result<(), StoreError> {
    tx.execute(&INSERT, params![id, member, deed, at]).map(drop)
}

/// Keeps one request of a deed.
pub fn insert_item(tx: &mut PracticeTx<'_>, bulk: BulkId, item: &Item) -> Result<(), StoreError> {
    let values = params![
        bulk,
        item.number,
        item.refused.as_str(),
        item.version,
        item.state.as_str(),
        item.snoozed_until,
        item.member,
        item.team,
        item.urgency.as_str(),
        item.kind.as_str(),
        item.clock.map(|clock| clock.0),
        item.clock.map(|clock| clock.1)
    ];
    tx.execute(&INSERT_ITEM, values).map(drop)
}

/// A member's own deed.
pub fn find(tx: &mut PracticeTx<'_>, id: BulkId, member: MemberId) -> Result<Option<Deed>, StoreError> {
    let read = |row: Row| {
        Ok(Deed {
            deed: row.get(0)?,
            at: row.get(1)?,
            undone_at: row.get(2)?,
        })
    };
    tx.query_opt(&FIND, params![id, member])?.map(read).transpose()
}

/// The requests of a deed, by number.
pub fn items(tx: &mut PracticeTx<'_>, bulk: BulkId) -> Result<Vec<Item>, StoreError> {
    let read = |row: &Row| {
        let clock: Option<ClockId> = row.get(9)?;
        Ok(Item {
            number: row.get(0)?,
            refused: row.get(1)?,
            version: row.get(2)?,
            state: word(row, 3)?,
            snoozed_until: row.get(4)?,
            member: row.get(5)?,
            team: row.get(6)?,
            urgency: word(row, 7)?,
            kind: row.get(8)?,
            clock: clock.zip(row.get(10)?),
        })
    };
    tx.query(&ITEMS, params![bulk])?.iter().map(read).collect()
}

/// Says that a deed was taken back; `false` if it was so before.
pub fn undone(tx: &mut PracticeTx<'_>, bulk: BulkId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&UNDONE, params![bulk, at])? == 1)
}

/// Says why one request of a deed was not taken back.
pub fn refused(tx: &mut PracticeTx<'_>, bulk: BulkId, number: i64, why: &str) -> Result<(), StoreError> {
    tx.execute(&REFUSED, params![bulk, number, why]).map(drop)
}

/// Forgets the deeds from before an instant.
pub fn sweep(tx: &mut PracticeTx<'_>, before: Time) -> Result<(), StoreError> {
    tx.execute(&SWEEP, params![before]).map(drop)
}

/// Whether a person acted on a request after a version.
pub fn acted_since(tx: &mut PracticeTx<'_>, request: RequestId, version: i64) -> Result<bool, StoreError> {
    let acted: i64 = tx.query_one(&ACTED, params![request, version])?.get(0)?;
    Ok(acted > 0)
}
