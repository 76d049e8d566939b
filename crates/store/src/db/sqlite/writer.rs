//! SQLite's one writer: a thread that commits many waiting transactions at once, a savepoint each. Nothing is answered
//! before the commit that holds it returned.

use std::time::Instant;

use anteroom_core::limits;
use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::super::tx::{Attempt, Statements, attempt, now};
use super::{SqliteStatements, duration, run};
use crate::StoreError;

/// A transaction in the queue.
pub(crate) trait Work: Send {
    /// Runs the closure and keeps its answer back; whether its rows may stay.
    fn run(&mut self, connection: &Connection) -> bool;
    /// Hands the answer out, or the error that took its place.
    fn answer(self: Box<Self>, outcome: Result<(), StoreError>);
    /// Whether nobody waits for it any more, or has waited too long already.
    fn given_up(&self) -> bool;
}

pub(crate) struct Closure<T, E, F> {
    run: F,
    result: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
    queued: Instant,
}

impl<T, E, F> Closure<T, E, F> {
    pub(crate) fn new(closure: F) -> (Self, oneshot::Receiver<Result<T, E>>) {
        let (answer, wait) = oneshot::channel();
        (
            Self {
                run: closure,
                result: None,
                answer,
                queued: now(),
            },
            wait,
        )
    }
}

impl<T, E, F> Work for Closure<T, E, F>
where
    F: FnMut(&mut dyn Statements) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, connection: &Connection) -> bool {
        let statements = SqliteStatements {
            connection,
            hook: None,
            read_only: false,
        };
        let deadline = now() + duration(limits::WRITE_SPAN);
        let result = match attempt(statements, Some(deadline), &mut self.run) {
            Attempt::Keep(value) => Ok(value),
            Attempt::Discard(refused) => Err(refused),
            Attempt::Again => Err(E::from(StoreError::Busy)),
        };
        self.result.insert(result).is_ok()
    }

    fn answer(self: Box<Self>, outcome: Result<(), StoreError>) {
        let kept = self.result.unwrap_or_else(|| Err(E::from(StoreError::Busy)));
        // Nobody waits any more: the rows stand, as they would had the caller died an instant later.
        let _ = self.answer.send(outcome.map_err(E::from).and(kept));
    }

    fn given_up(&self) -> bool {
        self.answer.is_closed() || self.queued.elapsed() > duration(limits::WRITE_WAIT)
    }
}

type Job = Box<dyn Work>;

/// Runs until the queue is closed and empty; calls `committed` after each commit, before anybody is answered.
pub(crate) fn serve(connection: &Connection, mut queue: mpsc::Receiver<Job>, committed: &impl Fn()) {
    while let Some(first) = queue.blocking_recv() {
        commit_group(connection, first, &mut queue, committed);
    }
}

fn commit_group(connection: &Connection, first: Job, queue: &mut mpsc::Receiver<Job>, committed: &impl Fn()) {
    if let Err(error) = run(connection, "BEGIN IMMEDIATE") {
        first.answer(Err(error));
        return;
    }
    let began = now();
    let mut group: Vec<Job> = Vec::new();
    let mut next = Some(first);
    let mut stands = true;
    while let Some(mut job) = next.take() {
        if job.given_up() {
            job.answer(Err(StoreError::Busy));
        } else {
            stands = in_savepoint(connection, job.as_mut()).is_ok();
            group.push(job);
        }
        let room = group.len() < limits::WRITE_GROUP && began.elapsed() < duration(limits::WRITE_GROUP_SPAN);
        if stands && room {
            next = queue.try_recv().ok();
        }
    }
    if stands && run(connection, "COMMIT").is_ok() {
        committed();
        for job in group {
            job.answer(Ok(()));
        }
        return;
    }
    // One of them filled the disk, or the commit failed: nothing of the group stands. Each is tried by itself.
    for mut job in group {
        let outcome = alone(connection, job.as_mut());
        committed();
        job.answer(outcome);
    }
}

/// Runs a closure in a savepoint. An error if the transaction around it is gone with all that was done before.
fn in_savepoint(connection: &Connection, job: &mut dyn Work) -> Result<(), StoreError> {
    run(connection, "SAVEPOINT one")?;
    let keep = job.run(connection);
    if connection.is_autocommit() {
        return Err(StoreError::Full);
    }
    if !keep {
        run(connection, "ROLLBACK TO one")?;
    }
    run(connection, "RELEASE one")
}

/// Runs a closure in a transaction of its own, which also ends whatever was open.
fn alone(connection: &Connection, job: &mut dyn Work) -> Result<(), StoreError> {
    end(connection)?;
    run(connection, "BEGIN IMMEDIATE")?;
    let keep = job.run(connection);
    let committed = if connection.is_autocommit() && keep {
        Err(StoreError::Full)
    } else if keep {
        run(connection, "COMMIT")
    } else {
        Ok(())
    };
    end(connection)?;
    committed
}

fn end(connection: &Connection) -> Result<(), StoreError> {
    if connection.is_autocommit() {
        Ok(())
    } else {
        run(connection, "ROLLBACK")
    }
}
