//! Where the two databases differ, all of it: the words of table definitions, row-level security, how people's numbers
//! are taken, and whatever text must be worded apart. Every other file speaks one SQL.

use crate::sql::queries;

queries! {
    /// Takes `?2` of people's numbers and gives the first. On SQLite it stands first in the closure's own savepoint: with
    /// one writer there is nothing to contend for. On PostgreSQL it is a transaction of its own before the closure,
    /// because a row that a whole practice shares would make every intake wait for the commit before it.
    TAKE_NUMBERS: practice = "INSERT INTO number (practice_id, next) VALUES (?1, CAST(1000 AS BIGINT) + ?2)
        ON CONFLICT (practice_id) DO UPDATE SET next = number.next + ?2 RETURNING next - ?2";
    /// Looks at what the tables hold, to plan by.
    ANALYZE: system = "ANALYZE";
}

/// The tables of PostgreSQL that hold something, as ANALYZE wants them named; NULL if none does. A table that was looked at
/// while it was empty is planned as empty: the check of a foreign key reads all of it, for as long as a connection keeps
/// that plan. One that was never looked at is taken for ten pages and read by its index.
pub(crate) const POSTGRES_FILLED: &str = "SELECT string_agg(quote_ident(relname), ', ') FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0";

/// Opens the transaction that takes numbers on PostgreSQL. It need not wait for the disk: the log is written in order,
/// so that a number is on disk before any request that bears it; and it need not be serializable: one row, one
/// statement.
pub(crate) const TAKE_NUMBERS_BEGIN: &str =
    "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off";

/// Tells other nodes, in a statement of its own after the commit, that practices changed: a NOTIFY inside a transaction makes
/// every commit of the database wait for the one before. The payload is the practice's id and nothing else.
pub(crate) const POSTGRES_TELL: &str = "SELECT pg_notify('anteroom_committed', $1)";

/// Hears what other nodes tell.
pub(crate) const POSTGRES_LISTEN: &str = "LISTEN anteroom_committed";

/// A database's kind of table definitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// The statements of a migration, from the neutral words BIGINT, TEXT and BYTES, `-- comments` and `;`, in a database's
/// own words.
pub(crate) fn statements(dialect: Dialect, text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split_once("--").map_or(line, |(code, _)| code).trim_end())
        .collect();
    let code = code.join("\n");
    code.split(';')
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .map(|one| statement(dialect, one))
        .collect()
}

fn statement(dialect: Dialect, text: &str) -> String {
    let (body, rowid) = match text.strip_suffix("WITHOUT ROWID") {
        Some(body) => (body.trim_end(), false),
        None => (text, true),
    };
    let creates = body.starts_with("CREATE TABLE");
    let mut out = types(dialect, body);
    if dialect == Dialect::Sqlite && creates {
        out.push_str(if rowid {
            " STRICT"
        } else {
            " STRICT, WITHOUT ROWID"
        });
    }
    out
}

/// Exchanges the names of types, except in quotes.
fn types(dialect: Dialect, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    let mut quoted = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        out.push_str(if quoted { &word } else { type_name(dialect, &word) });
        word.clear();
        quoted ^= letter == '\'';
        out.push(letter);
    }
    out.push_str(type_name(dialect, &word));
    out
}

fn type_name(dialect: Dialect, word: &str) -> &str {
    match (dialect, word) {
        (Dialect::Sqlite, "BIGINT") => "INTEGER",
        (Dialect::Sqlite, "BYTES") => "BLOB",
        (Dialect::Postgres, "BYTES") => "BYTEA",
        (Dialect::Postgres, "TEXT") => "TEXT COLLATE \"C\"",
        (_, word) => word,
    }
}

/// PostgreSQL's tables that have a practice and no policy yet.
pub(crate) const POSTGRES_UNGUARDED: &str = "SELECT columns.table_name::text FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND column_name = 'practice_id' AND table_type = 'BASE TABLE'
    AND NOT EXISTS (SELECT 1 FROM pg_policies WHERE schemaname = table_schema AND tablename = table_name)
    ORDER BY 1";

/// Statements that put a table behind the practice's wall, for its owner too. The setting is read in a scalar query, once
/// for a statement instead of once for a row.
pub(crate) fn guard(table: &str) -> String {
    let own = "practice_id = (SELECT decode(current_setting('anteroom.practice', true), 'hex'))";
    format!(
        "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY; \
         CREATE POLICY practice ON {table} USING ({own}) WITH CHECK ({own})"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "-- BYTES; in a comment\nCREATE TABLE t (\n  id BYTES NOT NULL, -- TEXT; too\n  \
        kind TEXT CHECK (kind IN ('TEXT')),\n  n BIGINT\n) WITHOUT ROWID;\nCREATE INDEX i ON t (n);\nCREATE TABLE u (n BIGINT);";

    #[test]
    fn sqlite_tables_are_strict() {
        assert_eq!(
            statements(Dialect::Sqlite, TABLE),
            [
                "CREATE TABLE t (\n  id BLOB NOT NULL,\n  kind TEXT CHECK (kind IN ('TEXT')),\n  n INTEGER\n) STRICT, WITHOUT ROWID",
                "CREATE INDEX i ON t (n)",
                "CREATE TABLE u (n INTEGER) STRICT",
            ]
        );
    }

    #[test]
    fn postgres_compares_text_by_its_bytes() {
        assert_eq!(
            statements(Dialect::Postgres, TABLE),
            [
                "CREATE TABLE t (\n  id BYTEA NOT NULL,\n  kind TEXT COLLATE \"C\" CHECK (kind IN ('TEXT')),\n  n BIGINT\n)",
                "CREATE INDEX i ON t (n)",
                "CREATE TABLE u (n BIGINT)",
            ]
        );
    }
}
