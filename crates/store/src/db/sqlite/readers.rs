//! Readers of a SQLite file: a few connections that can't write, lent to one transaction at a time.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_core::limits;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::Semaphore;

use super::super::tx::{Attempt, Statements, attempt, now};
use super::{SqliteStatements, common, duration, run, store_error};
use crate::StoreError;

/// Idle connections, and a permit for each.
pub(crate) struct Readers {
    permits: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Readers {
    pub(crate) fn open(path: &Path, count: usize) -> Result<Self, StoreError> {
        let open = || -> rusqlite::Result<Connection> {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(path, flags)?;
            connection.busy_timeout(duration(limits::WRITE_WAIT))?;
            common(&connection)?;
            Ok(connection)
        };
        let idle: rusqlite::Result<Vec<Connection>> = (0..count.max(1)).map(|_| open()).collect();
        let idle = idle.map_err(|error| store_error(&error))?;
        Ok(Self {
            permits: Arc::new(Semaphore::new(idle.len())),
            idle: Arc::new(Mutex::new(idle)),
        })
    }

    pub(crate) async fn run<T, E, F>(&self, mut closure: F) -> Result<T, E>
    where
        F: FnMut(&mut dyn Statements) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let turn = tokio::time::timeout(duration(limits::WRITE_WAIT), self.permits.clone().acquire_owned());
        let Ok(Ok(permit)) = turn.await else {
            return Err(E::from(StoreError::Busy));
        };
        let idle = self.idle.clone();
        let ran = tokio::task::spawn_blocking(move || {
            let lent = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(connection) = lent else {
                return Err(E::from(StoreError::Busy));
            };
            let ended = read(&connection, &mut closure);
            idle.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(connection);
            drop(permit);
            ended
        });
        ran.await.unwrap_or_else(|_| Err(E::from(StoreError::Panicked)))
    }
}

fn read<T, E: From<StoreError>>(
    connection: &Connection,
    closure: &mut impl FnMut(&mut dyn Statements) -> Result<T, E>,
) -> Result<T, E> {
    run(connection, "BEGIN DEFERRED")?;
    let statements = SqliteStatements {
        connection,
        hook: None,
        read_only: true,
    };
    let deadline = now() + duration(limits::READ_SPAN);
    let ended = match attempt(statements, Some(deadline), closure) {
        Attempt::Keep(value) => Ok(value),
        Attempt::Discard(refused) => Err(refused),
        Attempt::Again => Err(E::from(StoreError::Busy)),
    };
    if !connection.is_autocommit() {
        run(connection, "ROLLBACK")?;
    }
    ended
}
