//! Folds SQLite's log back into the file, on a thread of its own, so that no transaction pays for it.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use anteroom_core::limits;
use rusqlite::Connection;

use super::open_writing;
use crate::StoreError;

/// How long the log is left to grow between two foldings: some megabytes at full speed.
const PACE: Duration = Duration::from_millis(250);

/// Tells the thread that something was committed. When it is dropped, the thread ends.
pub(crate) struct Signal(SyncSender<()>);

impl Signal {
    pub(crate) fn committed(&self) {
        // A full channel already says so.
        let _ = self.0.try_send(());
    }
}

pub(crate) fn start(path: &Path) -> Result<(Signal, JoinHandle<()>), StoreError> {
    let connection = open_writing(path)?;
    let (signal, committed) = sync_channel(1);
    let thread = Builder::new()
        .name("checkpoint".to_owned())
        .spawn(move || serve(&connection, &committed))
        .map_err(|error| StoreError::Unavailable(error.to_string()))?;
    Ok((Signal(signal), thread))
}

fn serve(connection: &Connection, committed: &Receiver<()>) {
    while committed.recv().is_ok() {
        match fold(connection, "PASSIVE") {
            // Readers or writers held the log up for so long that it is time they wait.
            Ok(pages) if pages > limits::LOG_PAGES => {
                let _ = fold(connection, "TRUNCATE").inspect_err(warn);
            }
            Ok(_) => {}
            Err(error) => warn(&error),
        }
        if !pause(committed) {
            break;
        }
    }
}

/// Lets the log grow for a while; false when the store is closed.
fn pause(committed: &Receiver<()>) -> bool {
    let until = super::super::tx::now() + PACE;
    loop {
        let left = until.saturating_duration_since(super::super::tx::now());
        match committed.recv_timeout(left) {
            Ok(()) if left.is_zero() => return true,
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

fn warn(error: &rusqlite::Error) {
    tracing::warn!(%error, "the log of the database was not folded back");
}

/// Folds back what can be; how many pages the log has.
fn fold(connection: &Connection, how: &str) -> rusqlite::Result<i64> {
    connection.query_row(&format!("PRAGMA wal_checkpoint({how})"), [], |row| row.get(1))
}
