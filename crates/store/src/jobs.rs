//! Work for the background, as rows: claimed by state, leased, fenced by the attempt. Two lanes, so that what waits for a
//! mail server holds up nothing that doesn't.

use anteroom_core::Time;
use anteroom_core::ids::{JobId, PracticeId};

use crate::sql::queries;
use crate::{Row, StoreError, SystemTx, params};

queries! {
    /// A new job.
    INSERT: system = "INSERT INTO job (id, kind, practice_id, subject, state, run_at, lane) \
        VALUES (?1, ?2, ?3, ?4, 'ready', ?5, ?6)";
    /// What is due, and what somebody claimed and never finished.
    DUE: system = "SELECT id, kind, practice_id, subject, attempt FROM job \
        WHERE lane = ?3 AND state = 'ready' AND run_at <= ?1 ORDER BY run_at, id LIMIT ?2";
    /// Claimed by somebody who never finished.
    LAPSED: system = "SELECT id, kind, practice_id, subject, attempt FROM job \
        WHERE lane = ?3 AND state = 'running' AND run_at <= ?1 AND leased_until <= ?1 ORDER BY run_at, id LIMIT ?2";
    /// Claims a job: nobody else claimed it since it was read.
    CLAIM: system = "UPDATE job SET state = 'running', attempt = attempt + 1, leased_until = ?3 \
        WHERE id = ?1 AND attempt = ?2 AND state <> 'failed'";
    /// Done.
    FINISH: system = "DELETE FROM job WHERE id = ?1 AND attempt = ?2 AND state = 'running'";
    /// Not now: again later.
    RETRY: system = "UPDATE job SET state = 'ready', run_at = ?3, error = ?4 \
        WHERE id = ?1 AND attempt = ?2 AND state = 'running'";
    /// Not at all: a person should look.
    FAIL: system = "UPDATE job SET state = 'failed', error = ?3 \
        WHERE id = ?1 AND attempt = ?2 AND state = 'running'";
    /// Given up.
    FAILED: system = "SELECT id, kind, practice_id, subject, attempt, error FROM job \
        WHERE lane IN ('work', 'mail') AND state = 'failed' \
        ORDER BY run_at, id LIMIT ?1";
    /// A person wants one that was given up tried again. Its attempts go on counting: they are the fence.
    REVIVE: system = "UPDATE job SET state = 'ready', run_at = ?2 WHERE id = ?1 AND state = 'failed'";
    /// When the next job is due that is not of this kind.
    NEXT: system = "SELECT run_at FROM job WHERE lane = ?2 AND state = 'ready' AND kind <> ?1 \
        ORDER BY run_at, id LIMIT 1";
}

anteroom_core::words! {
    /// Which workers a job is for.
    Lane {
        /// Work on the rows alone.
        Work = "work",
        /// Work that waits for a mail server.
        Mail = "mail",
    }
}

/// A job as its worker sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What to do.
    pub kind: String,
    /// For which practice.
    pub practice: PracticeId,
    /// With what: a request's, a message's id.
    pub subject: [u8; 16],
    /// How often it was claimed; fences its completion.
    pub attempt: i64,
}

impl Job {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            kind: row.get(1)?,
            practice: row.get(2)?,
            subject: row.get(3)?,
            attempt: row.get(4)?,
        })
    }
}

/// Adds a job that runs at an instant.
pub fn insert(
    tx: &mut SystemTx<'_>,
    id: JobId,
    kind: &str,
    practice: PracticeId,
    subject: [u8; 16],
    run_at: Time,
) -> Result<(), StoreError> {
    insert_in(tx, Lane::Work, id, (kind, practice, subject), run_at)
}

/// Adds a job of a lane that runs at an instant.
pub fn insert_in(
    tx: &mut SystemTx<'_>,
    lane: Lane,
    id: JobId,
    (kind, practice, subject): (&str, PracticeId, [u8; 16]),
    run_at: Time,
) -> Result<(), StoreError> {
    let values = params![id, kind, practice, subject, run_at, lane.as_str()];
    tx.execute(&INSERT, values).map(drop)
}

/// Claims what is due, at most `limit` of each sort, leased until `until`.
pub fn claim(tx: &mut SystemTx<'_>, now: Time, until: Time, limit: i64) -> Result<Vec<Job>, StoreError> {
    claim_in(tx, Lane::Work, (now, until), limit)
}

/// The same of a lane.
pub fn claim_in(
    tx: &mut SystemTx<'_>,
    lane: Lane,
    (now, until): (Time, Time),
    limit: i64,
) -> Result<Vec<Job>, StoreError> {
    let mut found = tx.query(&DUE, params![now, limit, lane.as_str()])?;
    found.extend(tx.query(&LAPSED, params![now, limit, lane.as_str()])?);
    let mut claimed = Vec::with_capacity(found.len());
    for row in &found {
        let mut job = Job::read(row)?;
        if tx.execute(&CLAIM, params![job.id, job.attempt, until])? == 1 {
            job.attempt += 1;
            claimed.push(job);
        }
    }
    Ok(claimed)
}

/// The job is done; `false` if its lease ran out and somebody else has it.
pub fn finish(tx: &mut SystemTx<'_>, job: &Job) -> Result<bool, StoreError> {
    Ok(tx.execute(&FINISH, params![job.id, job.attempt])? == 1)
}

/// The job runs again later. `error` is a word of the code, never a row's content.
pub fn retry(tx: &mut SystemTx<'_>, job: &Job, run_at: Time, error: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&RETRY, params![job.id, job.attempt, run_at, error])? == 1)
}

/// The job is given up; a person should look.
pub fn fail(tx: &mut SystemTx<'_>, job: &Job, error: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&FAIL, params![job.id, job.attempt, error])? == 1)
}

/// Up to `limit` jobs that were given up, each with the word of its last error.
pub fn failed(tx: &mut SystemTx<'_>, limit: i64) -> Result<Vec<(Job, String)>, StoreError> {
    tx.query(&FAILED, params![limit])?
        .iter()
        .map(|row| Ok((Job::read(row)?, row.get(5)?)))
        .collect()
}

/// A job that was given up runs again; `false` if it was not.
pub fn revive(tx: &mut SystemTx<'_>, id: JobId, run_at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&REVIVE, params![id, run_at])? == 1)
}

/// When the next job on the rows is due that is not of the kind `beside`.
pub fn next(tx: &mut SystemTx<'_>, beside: &str) -> Result<Option<Time>, StoreError> {
    next_in(tx, Lane::Work, beside)
}

/// The same of a lane.
pub fn next_in(tx: &mut SystemTx<'_>, lane: Lane, beside: &str) -> Result<Option<Time>, StoreError> {
    tx.query_opt(&NEXT, params![beside, lane.as_str()])?
        .map(|row| row.get(0))
        .transpose()
}
