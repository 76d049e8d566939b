//! SQLite: statements on a connection, and how connections are set up. One writer, readers beside it; the file is the
//! whole database.

use std::path::Path;
use std::time::Duration;

use anteroom_core::{Span, Time, limits};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, ffi, params_from_iter};

use super::dialect::{self, Dialect, statements};
use super::tx::{Statements, Visit};
use super::{Hook, HookPoint};
use crate::migrate::{self, Schema};
use crate::sql::Sql;
use crate::{ConstraintKind, Row, StoreError, Value};

mod checkpoint;
mod file;
mod inline;
mod presumed;
mod readers;
mod writer;

pub(crate) use file::File;
pub(crate) use inline::Inline;
#[cfg(test)]
pub(crate) use presumed::presume;

/// Statements on one connection, inside whatever transaction it is in.
pub(crate) struct SqliteStatements<'c> {
    connection: &'c Connection,
    /// Asked before each statement, by the inline store alone.
    hook: Option<&'c Hook>,
    /// Refuses what would write, as PostgreSQL's READ ONLY does.
    read_only: bool,
}

impl SqliteStatements<'_> {
    fn prepare(&self, sql: &Sql) -> Result<rusqlite::CachedStatement<'_>, StoreError> {
        if let Some(hook) = self.hook {
            hook(HookPoint::Statement(sql))?;
        }
        let statement = self
            .connection
            .prepare_cached(sql.sqlite())
            .map_err(|error| self.error(&error))?;
        if self.read_only && !statement.readonly() {
            return Err(StoreError::Other(format!(
                "{} writes in a reading transaction",
                sql.name()
            )));
        }
        Ok(statement)
    }

    fn error(&self, error: &rusqlite::Error) -> StoreError {
        match store_error(error) {
            // A full database rolls the whole group back; what is said here is only for the closure.
            StoreError::Other(text) if self.connection.is_autocommit() => {
                StoreError::Other(format!("{text}; the transaction was rolled back"))
            }
            other => other,
        }
    }
}

impl Statements for SqliteStatements<'_> {
    fn execute(&mut self, sql: &Sql, params: Vec<Value>) -> Result<u64, StoreError> {
        let changed = self.prepare(sql)?.execute(params_from_iter(params));
        let changed = changed.map_err(|error| self.error(&error))?;
        // What was measured of a table with a few rows says nothing of it.
        if std::ptr::eq(sql, &raw const dialect::ANALYZE) {
            presumed::presume(self.connection).map_err(|error| self.error(&error))?;
        }
        Ok(changed as u64)
    }

    fn execute_all(&mut self, batch: Vec<(&Sql, Vec<Value>)>) -> Result<Vec<u64>, StoreError> {
        batch
            .into_iter()
            .map(|(sql, params)| self.execute(sql, params))
            .collect()
    }

    fn visit(&mut self, sql: &Sql, params: Vec<Value>, visit: Visit<'_>) -> Result<(), StoreError> {
        let mut statement = self.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = statement
            .query(params_from_iter(params))
            .map_err(|error| self.error(&error))?;
        while let Some(row) = rows.next().map_err(|error| self.error(&error))? {
            let mut values = Vec::with_capacity(columns);
            for at in 0..columns {
                values.push(value(row.get_ref(at).map_err(|error| self.error(&error))?)?);
            }
            visit(Row(values))?;
        }
        Ok(())
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(int) => ValueRef::Integer(*int),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

pub(crate) fn value(held: ValueRef<'_>) -> Result<Value, StoreError> {
    Ok(match held {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(int) => Value::Int(int),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => return Err(StoreError::Wrong("a text that is not UTF-8".to_owned())),
        },
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => return Err(StoreError::Wrong("a column holds a fraction".to_owned())),
    })
}

/// What went wrong, without what any row says: SQLite's messages name tables and columns only.
fn store_error(error: &rusqlite::Error) -> StoreError {
    let rusqlite::Error::SqliteFailure(code, message) = error else {
        return StoreError::Other(error.to_string());
    };
    let message = message.clone().unwrap_or_default();
    let constraint = |kind| {
        let name = message.split_once(": ").map_or("", |(_, name)| name);
        StoreError::Constraint {
            kind,
            name: name.to_owned(),
        }
    };
    match (code.code, code.extended_code) {
        (ErrorCode::ConstraintViolation, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => {
            constraint(ConstraintKind::ForeignKey)
        }
        (ErrorCode::ConstraintViolation, ffi::SQLITE_CONSTRAINT_CHECK | ffi::SQLITE_CONSTRAINT_NOTNULL) => {
            constraint(ConstraintKind::Check)
        }
        (ErrorCode::ConstraintViolation, ffi::SQLITE_CONSTRAINT_DATATYPE) => StoreError::Wrong(message),
        (ErrorCode::ConstraintViolation, _) => constraint(ConstraintKind::Unique),
        (ErrorCode::DiskFull, _) => StoreError::Full,
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => StoreError::Busy,
        (ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::PermissionDenied, _) => {
            StoreError::Unavailable(error.to_string())
        }
        (ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt, _) => {
            StoreError::Unavailable(format!("the file is no sound SQLite database: {error}"))
        }
        _ => StoreError::Other(error.to_string()),
    }
}

/// A plain statement of the engine itself.
fn run(connection: &Connection, text: &str) -> Result<(), StoreError> {
    let ran = connection
        .prepare_cached(text)
        .and_then(|mut statement| statement.execute([]));
    ran.map(drop).map_err(|error| store_error(&error))
}

fn duration(span: Span) -> Duration {
    Duration::from_micros(u64::try_from(span.micros()).unwrap_or(0))
}

/// Opens a connection that may write the file, which it makes if there is none.
fn open_writing(path: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(duration(limits::WRITE_WAIT))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "wal_autocheckpoint", 0)?;
        connection.pragma_update(None, "analysis_limit", limits::ANALYSIS_ROWS)?;
        connection.pragma_update(None, "journal_size_limit", limits::LOG_PAGES * 4_096)?;
        common(&connection)?;
        Ok(connection)
    };
    open().map_err(|error| store_error(&error))
}

/// What every connection has.
fn common(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // A plan never depends on what is bound. SQLite otherwise looks at the values where a partial index might fit, and
    // prepares the statement again whenever they change: a third of the time of all work was spent in its parser.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(limits::PREPARED);
    Ok(())
}

/// The number of the schema, or `None` if the database is empty.
fn applied(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let count = "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'";
    let tables: i64 = connection
        .query_row(count, [], |row| row.get(0))
        .map_err(|error| store_error(&error))?;
    if tables == 0 {
        return Ok(None);
    }
    let version = connection.query_row(migrate::APPLIED.sqlite(), [], |row| row.get(0));
    version.map(Some).map_err(|error| store_error(&error))
}

/// Brings the database to the schema, all steps in one transaction.
fn bring_up(connection: &Connection, schema: &Schema, now: Time) -> Result<(), StoreError> {
    let steps = || -> Result<(), StoreError> {
        run_all(connection, migrate::BOOTSTRAP)?;
        for step in schema.pending(applied(connection)?.unwrap_or(0))? {
            run_all(connection, step.text)?;
            let record = (step.version, step.name, now.micros());
            connection
                .execute(migrate::RECORD.sqlite(), record)
                .map_err(|error| store_error(&error))?;
        }
        run(connection, "COMMIT")
    };
    if let Some(version) = applied(connection)?
        && schema.pending(version)?.is_empty()
    {
        return Ok(());
    }
    run(connection, "BEGIN IMMEDIATE")?;
    let ended = steps();
    if !connection.is_autocommit() {
        run(connection, "ROLLBACK")?;
    }
    ended
}

fn run_all(connection: &Connection, text: &str) -> Result<(), StoreError> {
    statements(Dialect::Sqlite, text)
        .iter()
        .try_for_each(|one| connection.execute_batch(one).map_err(|error| store_error(&error)))
}
