//! Work for the background: claimed by lease, done in one transaction with its completion, tried again with back-off.
//!
//! Every job decides anew what is left to do, so that running it twice changes nothing; its completion is fenced by the
//! attempt, so that a worker whose lease ran out leaves no trace.

use anteroom_core::ids::JobId;
use anteroom_core::{Span, Time, limits};
use anteroom_store::jobs::{self as rows, Job};
use anteroom_store::{PracticeTx, StoreError};

use crate::practices::{self, Practice};
use crate::promises::keep_act;
use crate::requests::Scene;
use crate::requests::follow::{self, Follow};
use crate::{App, Failure, alerts};

/// The job that looks once a minute whether somebody more has to be put on.
pub(crate) const MEASURE: &str = "measure";
/// How often it does.
const MEASURE_EVERY: Span = Span::from_secs(60);
/// Rows that one sweep removes, so that it lives no longer than another write.
const SWEPT: i64 = 200;
/// How often a sweep takes as many logins' wrong passwords: more than hashing them takes in between two sweeps.
const TRY_SWEEPS: usize = 500;

/// What a round of work did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// Jobs that were done.
    pub done: usize,
    /// Jobs that will be tried again.
    pub again: usize,
    /// Jobs that were given up.
    pub given_up: usize,
}

/// Does what is due, at most one claim of jobs; what a worker calls until nothing is left.
pub async fn round(app: &App) -> Result<Round, Failure> {
    crate::site::visits::flush(app).await?;
    let now = app.now();
    let until = now + limits::JOB_LEASE;
    let claimed = app
        .store
        .system()
        .write(move |tx| rows::claim(tx, now, until, limits::JOBS_CLAIMED))
        .await?;
    let mut round = Round::default();
    for job in claimed {
        match perform(app, &job).await {
            Ok(()) => round.done += 1,
            Err(failure) => {
                if put_off(app, job, &failure).await? {
                    round.again += 1;
                } else {
                    round.given_up += 1;
                }
            }
        }
    }
    Ok(round)
}

/// When the next job is due that something waits for. The look that every practice takes each minute is not counted: where
/// nothing else happens it finds what it found before, and a world that is played need not stop for it.
pub async fn next(app: &App) -> Result<Option<Time>, Failure> {
    Ok(app.store.system().read(|tx| rows::next(tx, MEASURE)).await?)
}

/// Removes sessions, links and wrong passwords that ran out; a link is told so for as long again as it was good.
pub async fn sweep(app: &App) -> Result<u64, Failure> {
    let now = app.now();
    let system = app.store.system();
    let swept = system.write(move |tx| {
        let sessions = anteroom_store::staff::sweep_sessions(tx, now, SWEPT)?;
        let links = anteroom_store::tokens::sweep(tx, now - limits::STATUS_LINK, SWEPT)?;
        Ok::<_, Failure>(sessions + links)
    });
    let mut all: u64 = swept.await?;
    let until = now - limits::TRIES_KEPT - limits::LOCK_MAX;
    for _ in 0..TRY_SWEEPS {
        let swept = system
            .write(move |tx| anteroom_store::staff::sweep_tries(tx, until, limits::TRIED_LOGINS, SWEPT))
            .await?;
        all += swept;
        if swept == 0 {
            break;
        }
    }
    Ok(all)
}

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// Its id.
    pub id: JobId,
    /// What it should do.
    pub kind: String,
    /// The practice's name in URLs; empty if it is gone.
    pub practice: String,
    /// How often it was tried.
    pub attempts: i64,
    /// The word of its last error.
    pub error: String,
}

/// Jobs that were given up, at most [`limits::LISTED`].
pub async fn given_up(app: &App) -> Result<Vec<GivenUp>, Failure> {
    let system = app.store.system();
    let listed = system.read(|tx| {
        let mut listed = Vec::new();
        for (job, error) in rows::failed(tx, limits::LISTED)? {
            let practice = anteroom_store::practices::by_id(tx, job.practice)?;
            listed.push(GivenUp {
                id: job.id,
                kind: job.kind,
                practice: practice.map(|practice| practice.slug).unwrap_or_default(),
                attempts: job.attempt,
                error,
            });
        }
        Ok::<_, StoreError>(listed)
    });
    Ok(listed.await?)
}

/// Tries a job once more that was given up.
pub async fn retry(app: &App, id: JobId) -> Result<(), Failure> {
    let now = app.now();
    let system = app.store.system();
    let revived = system.write(move |tx| rows::revive(tx, id, now));
    if revived.await? {
        Ok(())
    } else {
        Err(Failure::Missing)
    }
}

/// Begins a practice's recurring job.
pub(crate) fn begin(app: &App, tx: &mut PracticeTx<'_>) -> Result<(), StoreError> {
    let practice = tx.practice_id();
    let at = app.now() + MEASURE_EVERY;
    rows::insert(
        &mut tx.system(),
        app.id::<JobId>(),
        MEASURE,
        practice,
        practice.bytes(),
        at,
    )
}

async fn perform(app: &App, job: &Job) -> Result<(), Failure> {
    let practice = practices::by_id(app, job.practice).await?;
    if job.kind == MEASURE {
        crate::calls::sweep(app, &practice).await?;
    }
    let (world, job) = (app.clone(), job.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            work(&world, tx, &practice, &job)?;
            // Another worker has it: nothing of this one may stand.
            if rows::finish(&mut tx.system(), &job)? {
                Ok(())
            } else {
                Err(StoreError::Missing.into())
            }
        })
        .await
}

fn work(app: &App, tx: &mut PracticeTx<'_>, practice: &Practice, job: &Job) -> Result<(), Failure> {
    if job.kind == MEASURE {
        let scene = Scene::load(app, tx, practice)?;
        keep_act(tx, &scene)?;
        crate::drafts::sweep(tx, &scene)?;
        crate::roster::look(app, tx, &scene)?;
        crate::site::work::keep(app, tx, &scene)?;
        return Ok(begin(app, tx)?);
    }
    if job.kind == alerts::RING {
        return alerts::ring(app, tx, practice, job.subject);
    }
    let follow: Follow = job.kind.parse().map_err(|_| Failure::Missing)?;
    follow::perform(app, tx, practice, follow, job.subject)
}

/// Puts a failed job off, twice as long each time; `false` once it is given up.
async fn put_off(app: &App, job: Job, failure: &Failure) -> Result<bool, Failure> {
    let error = match failure {
        Failure::Missing => "missing",
        Failure::Refused(_) | Failure::People(_) | Failure::Appointment(_) => "refused",
        Failure::Invalid(_) => "invalid",
        Failure::Overtaken(_) => "overtaken",
        Failure::Store(_) => "store",
    };
    tracing::warn!(job = %job.id, kind = %job.kind, attempt = job.attempt, error, "a job failed");
    if job.attempt >= limits::JOB_ATTEMPTS {
        tracing::error!(job = %job.id, kind = %job.kind, attempts = job.attempt, error, "a job fails each time");
    }
    // The look goes on for as long as the practice, and the ring until somebody acknowledges: each adds the next one only
    // when it is done.
    let for_ever = matches!(job.kind.as_str(), MEASURE | alerts::RING);
    if job.attempt >= limits::JOB_ATTEMPTS && !for_ever {
        app.store
            .system()
            .write(move |tx| rows::fail(tx, &job, error))
            .await?;
        return Ok(false);
    }
    let doublings = u32::try_from(job.attempt.clamp(0, 10)).unwrap_or(0);
    let at = app.now() + Span::from_secs(1 << doublings);
    app.store
        .system()
        .write(move |tx| rows::retry(tx, &job, at, error))
        .await?;
    Ok(true)
}
