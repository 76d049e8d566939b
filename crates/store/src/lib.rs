//! The only SQL, and the database's sockets: one file per noun over one engine, on SQLite and PostgreSQL alike.
//!
//! Nothing here decides what a practice wants; core does. Nothing outside this crate speaks SQL.

pub mod db;
pub mod error;
pub mod migrate;
pub mod sql;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod value;

pub use db::{DatabaseUrl, Hook, HookPoint, Options, Practice, PracticeTx, Store, System, SystemTx};
pub use error::{ConstraintKind, StoreError};
pub use sql::Sql;
pub use value::{FromValue, Row, Value};

/// Every text of SQL, by file: what the tests walk. A file of texts that is missing here fails a test.
pub static QUERIES: &[&[&Sql]] = &[db::dialect::ALL, migrate::ALL];
