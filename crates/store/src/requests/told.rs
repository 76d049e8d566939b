//! What happened to a request besides what was said: the events that its page tells as lines.

use anteroom_core::Time;
use anteroom_core::ids::RequestId;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// The last of them.
    LIST: practice = "SELECT v.at, v.name, v.before, v.after, m.name FROM event v \
        LEFT JOIN member m ON m.practice_id = v.practice_id AND m.id = v.actor_id \
        WHERE v.practice_id = ?1 AND v.request_id = ?2 AND v.name IN ('joined', 'parted', 'merged', 'unmerged', \
        'split', 'split_from', 'linked', 'unlinked', 'kind', 'urgency') ORDER BY v.id DESC LIMIT ?3";
}

/// An event, in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Time,
    /// Its name.
    pub name: String,
    /// The field before, and after.
    pub change: (String, String),
    /// Which member did it; nobody for anybody else.
    pub by: Option<String>,
}

/// The last events of a request that are told, oldest first.
pub fn list(tx: &mut PracticeTx<'_>, request: RequestId, limit: i64) -> Result<Vec<Told>, StoreError> {
    let rows = tx.query(&LIST, params![request, limit])?;
    rows.iter()
        .rev()
        .map(|row| {
            Ok(Told {
                at: row.get(0)?,
                name: row.get(1)?,
                change: (row.get(2)?, row.get(3)?),
                by: row.get(4)?,
            })
        })
        .collect()
}
