//! The inline store: one connection in memory, on the caller's thread, with a hook where the simulator crashes. It has
//! no threads and no clock, so that a seed replays it.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anteroom_core::Time;
use rusqlite::{Connection, OpenFlags};

use super::super::tx::{Attempt, Statements, attempt};
use super::super::{Hook, HookPoint, Mode};
use super::file::copy_into;
use super::presumed::presume;
use super::{SqliteStatements, bring_up, common, run, store_error};
use crate::StoreError;
use crate::migrate::Schema;

/// A database in memory.
pub(crate) struct Inline {
    connection: Mutex<Connection>,
    hook: Hook,
}

impl Inline {
    pub(crate) fn open(hook: Hook, schema: &Schema) -> Result<Self, StoreError> {
        // Whoever uses it holds the lock below; SQLite need not lock a second time.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_in_memory_with_flags(flags).map_err(|error| store_error(&error))?;
        common(&connection).map_err(|error| store_error(&error))?;
        bring_up(&connection, schema, Time::from_micros(0))?;
        presume(&connection).map_err(|error| store_error(&error))?;
        Ok(Self {
            connection: Mutex::new(connection),
            hook,
        })
    }

    pub(crate) fn run<T, E: From<StoreError>>(
        &self,
        mode: Mode,
        mut closure: impl FnMut(&mut dyn Statements) -> Result<T, E>,
    ) -> Result<T, E> {
        // A poisoned lock means a panic in the engine itself, whose transaction is ended below like any other's.
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        run(&connection, "BEGIN IMMEDIATE")?;
        let statements = SqliteStatements {
            connection: &connection,
            hook: Some(&self.hook),
            read_only: mode == Mode::Read,
        };
        let ended = match attempt(statements, None, &mut closure) {
            Attempt::Keep(value) => self.commit(&connection).map(|()| value).map_err(E::from),
            Attempt::Discard(refused) => Err(refused),
            Attempt::Again => Err(E::from(StoreError::Busy)),
        };
        if !connection.is_autocommit() {
            run(&connection, "ROLLBACK")?;
        }
        ended
    }

    /// Copies the rows to a file.
    pub(crate) fn copy_to(&self, copy: &Path) -> Result<(), StoreError> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        copy_into(&connection, copy)
    }

    fn commit(&self, connection: &Connection) -> Result<(), StoreError> {
        (self.hook)(HookPoint::Commit)?;
        run(connection, "COMMIT")?;
        (self.hook)(HookPoint::Committed)
    }
}
