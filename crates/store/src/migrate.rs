//! Which tables there are, and how a database comes to them. Knows no rows but its own.
//!
//! A binary of schema N runs on N and N+1 and refuses the rest, so that the nodes of a group can be upgraded one by
//! one. That holds only if a change is made in two releases. *Expand*, N to N+1: add tables, add columns that are
//! nullable or have a default, add indexes; the binary of N must still write rows that N+1 can read. *Contract*, N+1 to
//! N+2: drop what the binary of N+1 no longer touches. A column is never renamed and never changes its type; it is added,
//! filled, read, and the old one dropped a release later.
//!
//! A file holds definitions only. It sees no practice's rows on PostgreSQL, where row-level security stands for the
//! owner too: rows are filled by a job, one practice at a time. It is written in neutral words: BIGINT, TEXT, BYTES,
//! statements ended by `;`, `CREATE TABLE name (...) WITHOUT ROWID;` where the key is the row's order on disk.

use anteroom_core::{Span, Time};

use crate::StoreError;
use crate::sql::queries;

/// One step from a schema to the next.
#[derive(Debug)]
pub struct Migration {
    /// The schema's number after it.
    pub version: i64,
    /// What it is about.
    pub name: &'static str,
    /// Its definitions.
    pub text: &'static str,
}

/// A set of tables: how they came about, and which of them belong to no practice.
#[derive(Debug)]
pub struct Schema {
    /// In order, numbered from 1 without gaps.
    pub migrations: &'static [Migration],
    /// Tables without patient content, outside row-level security: the whole list.
    pub system_tables: &'static [&'static str],
}

impl Schema {
    /// The product's own.
    pub const HOUSE: Schema = Schema {
        migrations: &[Migration {
            version: 1,
            name: "house",
            text: concat!(
                include_str!("../migrations/0001_house.sql"),
                include_str!("../migrations/0001_requests.sql"),
                include_str!("../migrations/0001_surveys.sql"),
                include_str!("../migrations/0001_calls.sql"),
                include_str!("../migrations/0001_roster.sql"),
                include_str!("../migrations/0001_places.sql"),
                include_str!("../migrations/0001_site.sql"),
                include_str!("../migrations/0001_visits.sql")
            ),
        }],
        system_tables: SYSTEM_TABLES,
    };

    /// The number of the schema that this binary was written for.
    pub fn version(&self) -> i64 {
        self.migrations.last().map_or(0, |last| last.version)
    }

    /// What is still to be done on a database at `applied`. `StoreError::Schema` if it is too new for this binary.
    pub fn pending(&self, applied: i64) -> Result<&[Migration], StoreError> {
        let own = self.version();
        if applied > own + 1 {
            return Err(StoreError::Schema(format!(
                "the database has schema {applied}, but this anteroom runs on {own} and {}: start the newer version",
                own + 1
            )));
        }
        let done = self
            .migrations
            .iter()
            .take_while(|one| one.version <= applied)
            .count();
        Ok(&self.migrations[done..])
    }
}

/// Tables without patient content: the whole list. Every other table's key begins with the practice.
pub const SYSTEM_TABLES: &[&str] = &[
    "organisation",
    "practice",
    "account",
    "sign_in_try",
    "membership",
    "session",
    "token",
    "reset_ask",
    "door",
    "demo",
    "job",
    "lease",
    "migration",
];

/// Tables that a database has before its first migration.
pub(crate) const BOOTSTRAP: &str = "
    CREATE TABLE IF NOT EXISTS migration (
        version BIGINT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        applied_at BIGINT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS lease (
        name TEXT NOT NULL PRIMARY KEY,
        holder TEXT NOT NULL,
        until BIGINT NOT NULL
    ) WITHOUT ROWID;";

queries! {
    /// The schema's number.
    APPLIED: system = "SELECT COALESCE(MAX(version), 0) FROM migration";
    /// Written in the transaction of the migration itself: of two nodes, one fails on the key.
    RECORD: system = "INSERT INTO migration (version, name, applied_at) VALUES (?1, ?2, ?3)";
    /// Takes a lease that is free or has run out at `?4`; changes no row where somebody holds it.
    TAKE_LEASE: system = "INSERT INTO lease (name, holder, until) VALUES (?1, ?2, ?3)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE lease.until < ?4";
    /// Gives a lease back.
    DROP_LEASE: system = "DELETE FROM lease WHERE name = ?1 AND holder = ?2";
}

/// The name of the lease that says who migrates.
pub(crate) const LEASE: &str = "migrate";
/// How long a node holds it: when a node dies of its migration, another tries after this.
pub(crate) const LEASE_SPAN: Span = Span::from_minutes(1);

/// When a lease taken at `now` runs out.
pub(crate) fn lease_end(now: Time) -> Time {
    now + LEASE_SPAN
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: Schema = Schema {
        migrations: &[
            Migration {
                version: 1,
                name: "one",
                text: "",
            },
            Migration {
                version: 2,
                name: "two",
                text: "",
            },
        ],
        system_tables: &[],
    };

    fn versions(applied: i64) -> Vec<i64> {
        TWO.pending(applied)
            .expect("runs")
            .iter()
            .map(|one| one.version)
            .collect()
    }

    #[test]
    fn an_older_database_is_brought_up_to_this_binary() {
        assert_eq!(versions(0), [1, 2]);
        assert_eq!(versions(1), [2]);
    }

    #[test]
    fn a_binary_runs_on_its_own_schema_and_the_next_and_refuses_others() {
        assert_eq!(versions(2), [0; 0]);
        assert_eq!(versions(3), [0; 0]);
        let refused = TWO.pending(4).expect_err("two ahead");
        assert_eq!(
            refused.to_string(),
            "the database has schema 4, but this anteroom runs on 2 and 3: start the newer version"
        );
    }

    #[test]
    fn migrations_are_numbered_from_one_without_gaps() {
        for (at, one) in Schema::HOUSE.migrations.iter().enumerate() {
            assert_eq!(usize::try_from(one.version), Ok(at + 1), "{}", one.name);
        }
    }
}
