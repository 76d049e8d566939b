//! A SQLite file as a whole: opened, copied before a migration, written by one thread, read by several, closed.

#![expect(
    clippy::disallowed_methods,
    reason = "the store keeps the database's file and its copies"
)]

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, Builder, JoinHandle};

use anteroom_core::limits;
use rusqlite::Connection;
use tokio::sync::mpsc;

use super::super::tx::Statements;
use super::super::{Load, Options};
use super::presumed::presume;
use super::readers::Readers;
use super::writer::{self, Closure, Work};
use super::{applied, bring_up, checkpoint, duration, open_writing, store_error};
use crate::StoreError;
use crate::migrate::Schema;

/// An open file. Dropping it waits until what is queued is committed.
pub(crate) struct File {
    queue: Option<mpsc::Sender<Box<dyn Work>>>,
    readers: Readers,
    threads: Vec<JoinHandle<()>>,
    commits: Arc<AtomicU64>,
    path: PathBuf,
}

impl File {
    pub(crate) fn open(path: &Path, options: &Options) -> Result<Self, StoreError> {
        make_private(path)?;
        let connection = open_writing(path)?;
        copy_before_migration(&connection, path, options.schema)?;
        bring_up(&connection, options.schema, options.now)?;
        presume(&connection).map_err(|error| store_error(&error))?;
        let readers = Readers::open(path, options.readers)?;
        let (signal, folding) = checkpoint::start(path)?;
        let (queue, jobs) = mpsc::channel(limits::WRITE_QUEUE);
        let commits = Arc::new(AtomicU64::new(0));
        let counted = commits.clone();
        let committed = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            signal.committed();
        };
        let writing = Builder::new()
            .name("writer".to_owned())
            .spawn(move || writer::serve(&connection, jobs, &committed))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self {
            queue: Some(queue),
            readers,
            threads: vec![writing, folding],
            commits,
            path: path.to_owned(),
        })
    }

    /// Copies what is committed to another file.
    pub(crate) fn copy_to(&self, copy: &Path) -> Result<(), StoreError> {
        let connection = Connection::open(&self.path).map_err(|error| store_error(&error))?;
        copy_into(&connection, copy)
    }

    pub(crate) fn load(&self) -> Load {
        let waiting = self
            .queue
            .as_ref()
            .map_or(0, |queue| queue.max_capacity() - queue.capacity());
        Load {
            waiting,
            commits: self.commits.load(Ordering::Relaxed),
        }
    }

    pub(crate) async fn write<T, E, F>(&self, closure: F) -> Result<T, E>
    where
        F: FnMut(&mut dyn Statements) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let stopped = || E::from(StoreError::Unavailable("the writer has stopped".to_owned()));
        let Some(queue) = &self.queue else {
            return Err(stopped());
        };
        let (job, answer) = Closure::new(closure);
        match tokio::time::timeout(duration(limits::WRITE_WAIT), queue.send(Box::new(job))).await {
            Err(_) => Err(E::from(StoreError::Busy)),
            Ok(Err(_)) => Err(stopped()),
            Ok(Ok(())) => answer.await.unwrap_or_else(|_| Err(stopped())),
        }
    }

    pub(crate) async fn read<T, E, F>(&self, closure: F) -> Result<T, E>
    where
        F: FnMut(&mut dyn Statements) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.readers.run(closure).await
    }
}

impl Drop for File {
    fn drop(&mut self) {
        self.queue = None;
        for thread in self.threads.drain(..) {
            // A closure may hold the last clone of the store: its thread can't wait for itself.
            if thread.thread().id() != thread::current().id() {
                // A thread that panicked has said so already.
                let _ = thread.join();
            }
        }
    }
}

/// Makes the file readable by its owner alone; SQLite gives the log beside it the same rights.
fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(StoreError::Unavailable(format!("{}: {error}", path.display()))),
    }
}

/// Copies a database that holds something to `FILE.before-N` before it is migrated to schema N.
fn copy_before_migration(connection: &Connection, path: &Path, schema: &Schema) -> Result<(), StoreError> {
    let Some(version) = applied(connection)? else {
        return Ok(());
    };
    if schema.pending(version)?.is_empty() {
        return Ok(());
    }
    let copy = beside(path, &format!(".before-{}", schema.version()));
    copy_into(connection, &copy)?;
    tracing::info!(copy = %copy.display(), "copied the database before migrating it");
    Ok(())
}

/// Copies a database, whole, to a file that only its owner can read; one that is there already goes.
pub(super) fn copy_into(connection: &Connection, copy: &Path) -> Result<(), StoreError> {
    let partial = beside(copy, ".partial");
    let failed = |error: std::io::Error| {
        StoreError::Unavailable(format!("the copy failed: {}: {error}", copy.display()))
    };
    match std::fs::remove_file(&partial) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        _ => make_private(&partial)?,
    }
    let target = partial.to_string_lossy();
    connection
        .execute("VACUUM INTO ?1", [&*target])
        .map_err(|error| store_error(&error))?;
    std::fs::File::open(&partial)
        .and_then(|file| file.sync_all())
        .map_err(failed)?;
    // The log of what stood there before would be read into the copy.
    for ending in ["-wal", "-shm"] {
        match std::fs::remove_file(beside(copy, ending)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
    }
    std::fs::rename(&partial, copy).map_err(failed)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}
