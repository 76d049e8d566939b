//! What the planner presumes of tables that it has not seen full. It must not know any text that is planned.
//!
//! Without statistics SQLite takes `practice_id = ?` for ten rows, and then reads a whole practice from the primary key
//! rather than two rows by an index that it has to look them up from. A database that begins empty would keep such plans
//! for ever. So each index of a practice's table is presumed to lead to a practice of a hundred thousand rows, until the
//! table really holds enough to be measured.

use rusqlite::{Connection, params};

/// Rows of a table over all practices. Only the proportions matter.
const ROWS: i64 = 1_000_000;
/// Of these, of one practice.
const OF_PRACTICE: i64 = 100_000;
/// Rows of a practice that share a word of few values: a fifth.
const OF_WORD: i64 = 20_000;
/// Rows of a practice that share anything else.
const ALIKE: i64 = 10;
/// A partial index holds the work at hand: a hundredth.
const PARTIAL: i64 = 100;
/// A table with fewer rows than these has nothing to teach: what it holds today says little of what it will hold.
const MEASURED: i64 = 10_000;

/// Columns with few values.
const WORDS: [&str; 8] = [
    "channel", "door", "kind", "name", "noun", "place", "state", "system",
];

/// Every index of the tables whose key begins with the practice, with what was measured of it. The primary key of a table
/// without rowid stands in the statistics under the table's name.
const INDEXES: &str = "SELECT t.name, CASE i.origin WHEN 'pk' THEN t.name ELSE i.name END, i.name, i.\"unique\", i.partial, \
    COALESCE((SELECT CAST(s.stat AS INTEGER) FROM sqlite_stat1 s WHERE s.tbl = t.name \
    AND s.idx = CASE i.origin WHEN 'pk' THEN t.name ELSE i.name END), 0) \
    FROM sqlite_schema t JOIN pragma_index_list(t.name) i \
    WHERE t.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'practice_id' AND c.pk = 1)";

const COLUMNS: &str = "SELECT name FROM pragma_index_info(?1) ORDER BY seqno";

/// An index and its table.
struct Index {
    table: String,
    /// Its name in the statistics.
    name: String,
    unique: bool,
    partial: bool,
    columns: Vec<String>,
}

impl Index {
    /// Rows in all, and rows that share the first column, the first two, and so on.
    fn presumed(&self) -> String {
        let scale = if self.partial { PARTIAL } else { 1 };
        let mut left = OF_PRACTICE / scale;
        let mut numbers = vec![ROWS / scale, left];
        for (at, column) in self.columns.iter().enumerate().skip(1) {
            let alike = if WORDS.contains(&column.as_str()) {
                OF_WORD / scale
            } else {
                ALIKE
            };
            let last = at + 1 == self.columns.len();
            left = if self.unique && last { 1 } else { left.min(alike) };
            numbers.push(left);
        }
        let words: Vec<String> = numbers.iter().map(i64::to_string).collect();
        words.join(" ")
    }
}

/// Writes what is presumed wherever too little was measured, and has the planner read it.
pub(crate) fn presume(connection: &Connection) -> rusqlite::Result<()> {
    // Makes the table of statistics where there is none; measures nothing that matters.
    connection.execute_batch("ANALYZE sqlite_schema")?;
    for index in unmeasured(connection)? {
        let named = params![index.table, index.name];
        connection.execute("DELETE FROM sqlite_stat1 WHERE tbl = ?1 AND idx = ?2", named)?;
        let told = params![index.table, index.name, index.presumed()];
        connection.execute(
            "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)",
            told,
        )?;
    }
    // Read again what stands there.
    connection.execute_batch("ANALYZE sqlite_schema")
}

fn unmeasured(connection: &Connection) -> rusqlite::Result<Vec<Index>> {
    let mut listed = connection.prepare(INDEXES)?;
    let mut named = connection.prepare(COLUMNS)?;
    let mut rows = listed.query([])?;
    let mut indexes = Vec::new();
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(5)? >= MEASURED {
            continue;
        }
        let own: String = row.get(2)?;
        let columns = named.query_map([own], |row| row.get(0))?;
        indexes.push(Index {
            table: row.get(0)?,
            name: row.get(1)?,
            unique: row.get(3)?,
            partial: row.get(4)?,
            columns: columns.collect::<Result<_, _>>()?,
        });
    }
    Ok(indexes)
}
