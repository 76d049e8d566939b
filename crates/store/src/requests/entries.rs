//! The lines of a request's history: the words.

use anteroom_core::Time;
use anteroom_core::ids::{ClockId, EntryId, RequestId};
use anteroom_core::requests::split::Line;
use anteroom_core::requests::{Clock, EntryKind, Via};

use super::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, Value, params};

queries! {
    /// A new line.
    INSERT: practice = "INSERT INTO entry (practice_id, id, request_id, at, kind, author_id, via, body, thanks) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    /// The lines of a request and of those joined to it, at any remove, oldest first.
    LIST: practice = "WITH RECURSIVE joined (id) AS (SELECT r.id FROM request r WHERE r.practice_id = ?1 AND r.id = ?2 \
        UNION SELECT r.id FROM joined j JOIN request r ON r.practice_id = ?1 AND r.merged_into = j.id) \
        SELECT e.id, e.kind, e.at, e.via, e.body, e.thanks, e.irrevocable_at, e.settled_at, m.name, \
        p.name, r.kind, m.signature FROM entry e \
        JOIN request r ON r.practice_id = e.practice_id AND r.id = e.request_id \
        LEFT JOIN member m ON m.practice_id = e.practice_id AND m.id = e.author_id \
        LEFT JOIN person p ON p.practice_id = e.practice_id AND p.id = e.author_id \
        WHERE e.practice_id = ?1 AND e.retracted_at IS NULL AND e.request_id IN \
        (SELECT id FROM joined) ORDER BY e.at, e.id LIMIT ?3";
    /// The kinds of a request and of those joined to it, at any remove.
    KINDS: practice = "WITH RECURSIVE joined (id) AS (SELECT r.id FROM request r WHERE r.practice_id = ?1 AND r.id = ?2 \
        UNION SELECT r.id FROM joined j JOIN request r ON r.practice_id = ?1 AND r.merged_into = j.id) \
        SELECT DISTINCT r.kind FROM request r WHERE r.practice_id = ?1 AND r.id IN (SELECT id FROM joined) ORDER BY r.kind";
    /// What the holder of a request's link may see: its own lines, and what the practice said where it was joined, at any
    /// remove, after that. What another request's patient wrote is never among them: that one person asked both is a hint.
    /// The order of the joins is forced, and the steps of the way are read one by one: SQLite takes the way for a million
    /// rows and would read the whole practice's lines, or all requests for a filter before them.
    OF_LINK: practice = "WITH RECURSIVE way (id, since) AS (SELECT r.id, r.opened_at FROM request r \
        WHERE r.practice_id = ?1 AND r.id = ?2 UNION SELECT e.request_id, e.at FROM entry e \
        WHERE e.practice_id = ?1 AND e.said_on = ?2 UNION SELECT \
        (SELECT r.merged_into FROM request r WHERE r.practice_id = ?1 AND r.id = w.id), \
        (SELECT max(v.at) FROM event v JOIN request r ON r.practice_id = ?1 AND r.id = w.id AND r.version = v.version \
        WHERE v.practice_id = ?1 AND v.request_id = w.id AND v.name = 'merged') FROM way w WHERE w.id IS NOT NULL) \
        SELECT e.id, e.kind, e.at, e.via, e.body, e.thanks, e.irrevocable_at, e.settled_at, m.name, \
        p.name, r.kind, m.signature FROM (SELECT id, min(since) AS since FROM way WHERE id IS NOT NULL GROUP BY id LIMIT 1000) w \
        CROSS JOIN entry e \
        JOIN request r ON r.practice_id = ?1 AND r.id = w.id \
        LEFT JOIN member m ON m.practice_id = ?1 AND m.id = e.author_id \
        LEFT JOIN person p ON p.practice_id = ?1 AND p.id = e.author_id \
        WHERE e.practice_id = ?1 AND e.request_id = w.id AND e.retracted_at IS NULL \
        AND (COALESCE(e.said_on, e.request_id) = ?2 OR (e.kind IN ('reply', 'attempt', 'automatic') AND e.at > w.since)) \
        ORDER BY e.at, e.id LIMIT ?3";
    /// The requests that words of a link's holder were moved to.
    PARTS: practice = "SELECT DISTINCT request_id FROM entry WHERE practice_id = ?1 AND said_on = ?2 \
        ORDER BY request_id LIMIT ?3";
    /// The patient's lines of a request and of those joined to it, with their words' beginning.
    SAID: practice = "WITH RECURSIVE joined (id) AS (SELECT r.id FROM request r WHERE r.practice_id = ?1 AND r.id = ?2 \
        UNION SELECT r.id FROM joined j JOIN request r ON r.practice_id = ?1 AND r.merged_into = j.id) \
        SELECT e.id, e.at, e.thanks, e.said_on, e.body FROM entry e WHERE e.practice_id = ?1 AND e.kind = 'patient' \
        AND e.request_id IN (SELECT id FROM joined) ORDER BY e.at, e.id LIMIT ?3";
    /// A patient's line: of which request, when it came in, and whether it was taken for thanks.
    HEARD: practice = "SELECT request_id, at, thanks FROM entry \
        WHERE practice_id = ?1 AND id = ?2 AND kind = 'patient'";
    /// The clock that a reply ended.
    ENDED_BY: practice = "SELECT id, started_at, target, due_at, warned_at FROM clock \
        WHERE practice_id = ?1 AND entry_id = ?2 AND request_id = ?3";
}

/// A line to add.
#[derive(Debug, Clone, Copy)]
pub struct NewEntry<'a> {
    /// Its id.
    pub id: EntryId,
    /// Of which request.
    pub request: RequestId,
    /// When.
    pub at: Time,
    /// What it is.
    pub kind: EntryKind,
    /// Who wrote it: a member's or person's id; nobody for the system.
    pub author: Option<[u8; 16]>,
    /// How.
    pub via: Via,
    /// The words.
    pub body: &'a str,
    /// It said thank you and nothing else.
    pub thanks: bool,
}

/// A line as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// When.
    pub at: Time,
    /// How.
    pub via: Via,
    /// The words.
    pub body: String,
    /// It said thank you and nothing else.
    pub thanks: bool,
    /// From when on it can't be taken back.
    pub irrevocable_at: Option<Time>,
    /// When that was noticed.
    pub settled_at: Option<Time>,
    /// Who wrote it; empty for the system.
    pub by: String,
    /// What its request is about: a kind's code.
    pub about: String,
    /// What stands under a member's replies; empty for others, and for members who have none.
    pub signature: String,
}

/// The statement that adds a line, for a batch.
pub fn insertion(entry: &NewEntry<'_>) -> (&'static Sql, Vec<Value>) {
    let NewEntry {
        id,
        request,
        at,
        kind,
        author,
        via,
        body,
        thanks,
    } = *entry;
    (
        &INSERT,
        params![id, request, at, kind.as_str(), author, via.as_str(), body, thanks],
    )
}

/// Adds a line.
pub fn insert(tx: &mut PracticeTx<'_>, entry: &NewEntry<'_>) -> Result<(), StoreError> {
    let (sql, values) = insertion(entry);
    tx.execute(sql, values).map(drop)
}

/// The lines of a request and of those joined to it, oldest first.
pub fn list(tx: &mut PracticeTx<'_>, request: RequestId, limit: i64) -> Result<Vec<Entry>, StoreError> {
    tx.query(&LIST, params![request, limit])?
        .iter()
        .map(read)
        .collect()
}

/// The kinds of a request and of those joined to it, by their codes: whose words its list has.
pub fn kinds(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<Vec<String>, StoreError> {
    tx.query(&KINDS, params![request])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// The lines that the holder of a request's link may see, oldest first; notes and replies that can still be taken back are
/// among its own.
pub fn of_link(tx: &mut PracticeTx<'_>, request: RequestId, limit: i64) -> Result<Vec<Entry>, StoreError> {
    tx.query(&OF_LINK, params![request, limit])?
        .iter()
        .map(read)
        .collect()
}

/// A patient's line: of which request, when it came in, and whether it was taken for thanks.
pub fn heard(tx: &mut PracticeTx<'_>, entry: EntryId) -> Result<Option<(RequestId, Time, bool)>, StoreError> {
    let row = tx.query_opt(&HEARD, params![entry])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .transpose()
}

/// The requests that words which were said to this one were moved to.
pub fn parts(tx: &mut PracticeTx<'_>, request: RequestId, limit: i64) -> Result<Vec<RequestId>, StoreError> {
    let rows = tx.query(&PARTS, params![request, limit])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The patient's lines of a request and of those joined to it, oldest first, each with its words.
pub fn said(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    limit: i64,
) -> Result<Vec<(Line, String)>, StoreError> {
    let rows = tx.query(&SAID, params![request, limit])?;
    let read = |row: &Row| {
        let line = Line {
            entry: row.get(0)?,
            at: row.get(1)?,
            thanks: row.get(2)?,
            moved: row.get::<Option<RequestId>>(3)?.is_some(),
        };
        Ok((line, row.get(4)?))
    };
    rows.iter().map(read).collect()
}

/// The clock that a reply ended, as it ran.
pub fn ended_by(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    entry: EntryId,
) -> Result<Option<Clock>, StoreError> {
    let row = tx.query_opt(&ENDED_BY, params![entry, request])?;
    row.map(|row| {
        Ok(Clock {
            id: row.get::<ClockId>(0)?,
            started_at: row.get(1)?,
            target: row.get(2)?,
            due_at: row.get(3)?,
            warned_at: row.get(4)?,
        })
    })
    .transpose()
}

fn read(row: &Row) -> Result<Entry, StoreError> {
    let kind = word::<EntryKind>(row, 1)?;
    let member: Option<String> = row.get(8)?;
    let person: Option<String> = row.get(9)?;
    Ok(Entry {
        id: row.get(0)?,
        kind,
        at: row.get(2)?,
        via: word::<Via>(row, 3)?,
        body: row.get(4)?,
        thanks: row.get(5)?,
        irrevocable_at: row.get(6)?,
        settled_at: row.get(7)?,
        by: member.or(person).unwrap_or_default(),
        about: row.get(10)?,
        signature: row.get::<Option<String>>(11)?.unwrap_or_default(),
    })
}
