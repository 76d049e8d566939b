//! Phone lines: their name, their number, and the location they ring at.

use anteroom_core::Time;
use anteroom_core::ids::{LineId, LocationId};

use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A new line.
    INSERT: practice = "INSERT INTO line (practice_id, id, location_id, name, number) VALUES (?1, ?2, ?3, ?4, ?5)";
    /// Other facts of a line.
    UPDATE: practice = "UPDATE line SET location_id = ?3, name = ?4, number = ?5 WHERE practice_id = ?1 AND id = ?2 \
        AND retired_at IS NULL";
    /// A line is used no more.
    RETIRE: practice = "UPDATE line SET retired_at = ?3 WHERE practice_id = ?1 AND id = ?2 AND retired_at IS NULL";
    /// All lines in use; a practice has few.
    LIST: practice = "SELECT id, location_id, name, number FROM line WHERE practice_id = ?1 AND retired_at IS NULL \
        ORDER BY name, id LIMIT 1000";
}

/// A phone line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: LineId,
    /// Where it rings; nothing if at the practice as a whole.
    pub location: Option<LocationId>,
    /// What people call it.
    pub name: String,
    /// Its number.
    pub number: String,
}

/// Adds a line.
pub fn insert(tx: &mut PracticeTx<'_>, line: &Line) -> Result<(), StoreError> {
    let Line {
        id,
        location,
        name,
        number,
    } = line;
    tx.execute(&INSERT, params![*id, *location, name, number])
        .map(drop)
}

/// Gives a line other facts; `false` if it is not in use.
pub fn update(tx: &mut PracticeTx<'_>, line: &Line) -> Result<bool, StoreError> {
    let Line {
        id,
        location,
        name,
        number,
    } = line;
    Ok(tx.execute(&UPDATE, params![*id, *location, name, number])? == 1)
}

/// Retires a line; `false` if it is not in use.
pub fn retire(tx: &mut PracticeTx<'_>, id: LineId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&RETIRE, params![id, at])? == 1)
}

/// All lines in use.
pub fn list(tx: &mut PracticeTx<'_>) -> Result<Vec<Line>, StoreError> {
    let read = |row: &Row| {
        Ok(Line {
            id: row.get(0)?,
            location: row.get(1)?,
            name: row.get(2)?,
            number: row.get(3)?,
        })
    };
    tx.query(&LIST, params![])?.iter().map(read).collect()
}
