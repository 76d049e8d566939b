//! Filters of the queue under a name, as members keep and share them.

use anteroom_core::Time;
use anteroom_core::ids::{MemberId, TeamId, ViewId};

use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A new one.
    INSERT: practice = "INSERT INTO saved_view (practice_id, id, member_id, name, filter, shared, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// One that a member may see: their own, or a shared one.
    FIND: practice = "SELECT v.id, v.name, v.filter, v.shared, v.member_id, m.name FROM saved_view v \
        LEFT JOIN member m ON m.practice_id = v.practice_id AND m.id = v.member_id \
        WHERE v.practice_id = ?1 AND v.id = ?2 AND (v.member_id = ?3 OR v.shared = 1)";
    /// Those that a member may see, their own first.
    LIST: practice = "SELECT v.id, v.name, v.filter, v.shared, v.member_id, m.name FROM \
        (SELECT id, name, filter, shared, member_id FROM saved_view WHERE practice_id = ?1 AND member_id = ?2 \
        UNION ALL SELECT id, name, filter, shared, member_id FROM saved_view \
        WHERE practice_id = ?1 AND shared = 1 AND member_id <> ?2) v \
        LEFT JOIN member m ON m.practice_id = ?1 AND m.id = v.member_id \
        ORDER BY CASE WHEN v.member_id = ?2 THEN 0 ELSE 1 END, v.id LIMIT ?3";
    /// How many a member keeps, and how many are shared.
    COUNTS: practice = "SELECT (SELECT count(*) FROM saved_view WHERE practice_id = ?1 AND member_id = ?2), \
        (SELECT count(*) FROM saved_view WHERE practice_id = ?1 AND shared = 1)";
    /// Its owner names or shares it otherwise.
    UPDATE: practice = "UPDATE saved_view SET name = ?4, shared = ?5 \
        WHERE practice_id = ?1 AND id = ?2 AND member_id = ?3";
    /// Its owner lets it go.
    DELETE: practice = "DELETE FROM saved_view WHERE practice_id = ?1 AND id = ?2 AND member_id = ?3";
    /// A member's teams.
    TEAMS: practice = "SELECT team_id FROM team_member WHERE practice_id = ?1 AND member_id = ?2 ORDER BY team_id";
}

/// A view as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its id.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// Its filter, as it was written.
    pub filter: String,
    /// Whether all see it.
    pub shared: bool,
    /// Whose it is.
    pub member: MemberId,
    /// That one's name.
    pub by: String,
}

fn read(row: &Row) -> Result<Saved, StoreError> {
    let by: Option<String> = row.get(5)?;
    Ok(Saved {
        id: row.get(0)?,
        name: row.get(1)?,
        filter: row.get(2)?,
        shared: row.get(3)?,
        member: row.get(4)?,
        by: by.unwrap_or_default(),
    })
}

/// Keeps a view.
pub fn insert(tx: &mut PracticeTx<'_>, view: &Saved, at: Time) -> Result<(), StoreError> {
    let values = params![
        view.id,
        view.member,
        view.name.as_str(),
        view.filter.as_str(),
        view.shared,
        at
    ];
    tx.execute(&INSERT, values).map(drop)
}

/// A view that a member may see.
pub fn find(tx: &mut PracticeTx<'_>, id: ViewId, member: MemberId) -> Result<Option<Saved>, StoreError> {
    tx.query_opt(&FIND, params![id, member])?
        .as_ref()
        .map(read)
        .transpose()
}

/// The views that a member may see.
pub fn list(tx: &mut PracticeTx<'_>, member: MemberId, limit: i64) -> Result<Vec<Saved>, StoreError> {
    tx.query(&LIST, params![member, limit])?
        .iter()
        .map(read)
        .collect()
}

/// How many a member keeps, and how many are shared.
pub fn counts(tx: &mut PracticeTx<'_>, member: MemberId) -> Result<(i64, i64), StoreError> {
    let row = tx.query_one(&COUNTS, params![member])?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Names or shares a member's view otherwise; `false` if it isn't theirs.
pub fn update(
    tx: &mut PracticeTx<'_>,
    (id, member): (ViewId, MemberId),
    name: &str,
    shared: bool,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&UPDATE, params![id, member, name, shared])? == 1)
}

/// Lets a member's view go; `false` if it isn't theirs.
pub fn delete(tx: &mut PracticeTx<'_>, id: ViewId, member: MemberId) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE, params![id, member])? == 1)
}

/// A member's teams.
pub fn teams(tx: &mut PracticeTx<'_>, member: MemberId) -> Result<Vec<TeamId>, StoreError> {
    tx.query(&TEAMS, params![member])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}
