//! PostgreSQL, and the distributed engines that speak its protocol: a pool of connections, and transactions that are
//! serializable and run again when they meet another. Knows nothing of what the closures do.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anteroom_core::ids::PracticeId;
use anteroom_core::{Span, limits};
use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, TimeoutType, Timeouts,
};
use futures_util::future::join3;
use tokio::runtime::Handle;
use tokio_postgres::NoTls;

use super::hints::Hints;
use super::tx::{Attempt, Statements, attempt, now};
use super::{Load, Mode, Options, dialect};
use crate::StoreError;

mod hints;
mod schema;
mod statements;

pub(crate) use statements::PgStatements;
use statements::{first, store_error};

/// A pool of connections as a role that row-level security binds.
pub(crate) struct Postgres {
    pool: Pool,
    commits: AtomicU64,
    between: hints::Between,
}

/// How one run of a transaction ended.
enum Ended<T, E> {
    Answered(Result<T, E>),
    Again,
}

impl Postgres {
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Self, StoreError> {
        let config = config(url)?;
        let between = hints::Between::new(config.clone());
        let pool = pool(config, options.connections)?;
        let client = pool.get().await.map_err(|error| pool_error(&error))?;
        schema::refuse_strong_role(&client).await?;
        schema::bring_up(&client, options.schema, options.now).await?;
        Ok(Self {
            pool,
            commits: AtomicU64::new(0),
            between,
        })
    }

    /// Tells other nodes that something of a practice was committed.
    pub(crate) fn tell(&self, practice: PracticeId) {
        self.between.tell(&self.pool, practice);
    }

    /// Hands on what other nodes tell.
    pub(crate) fn listen(&self, hints: &Arc<Hints>) {
        self.between.listen(hints);
    }

    pub(crate) async fn analyze(&self) -> Result<(), StoreError> {
        let client = self.pool.get().await.map_err(|error| pool_error(&error))?;
        let ended = schema::analyze(&client).await;
        if ended.is_err() {
            drop(Object::take(client));
        }
        ended
    }

    pub(crate) fn load(&self) -> Load {
        Load {
            waiting: self.pool.status().waiting,
            commits: self.commits.load(Ordering::Relaxed),
        }
    }

    pub(crate) async fn run<T, E, F>(
        &self,
        mode: Mode,
        practice: Option<PracticeId>,
        mut closure: F,
    ) -> Result<T, E>
    where
        F: FnMut(&mut dyn Statements) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        for run in 0..limits::WRITE_ATTEMPTS {
            if run > 0 {
                tokio::time::sleep(jitter(run)).await;
            }
            let client = self
                .pool
                .get()
                .await
                .map_err(|error| E::from(pool_error(&error)))?;
            let runtime = Handle::current();
            let ran = tokio::task::spawn_blocking(move || {
                let ended = transaction(&runtime, client, mode, practice, &mut closure);
                (closure, ended)
            });
            match ran.await {
                Ok((_, Ended::Answered(answer))) => {
                    self.commits
                        .fetch_add(u64::from(answer.is_ok()), Ordering::Relaxed);
                    return answer;
                }
                Ok((again, Ended::Again)) => closure = again,
                Err(_) => return Err(E::from(StoreError::Panicked)),
            }
        }
        Err(E::from(StoreError::Busy))
    }

    /// Takes people's numbers in a transaction of its own. Gaps are allowed, so that it may simply be tried again.
    pub(crate) async fn take_numbers(&self, practice: PracticeId, count: u32) -> Result<i64, StoreError> {
        for run in 0..limits::WRITE_ATTEMPTS {
            if run > 0 {
                tokio::time::sleep(jitter(run)).await;
            }
            let client = self.pool.get().await.map_err(|error| pool_error(&error))?;
            let taken = take(&client, practice, count).await;
            if taken.is_ok() {
                return taken;
            }
            // Whether a transaction is still open is not known here.
            drop(Object::take(client));
            if !matches!(taken, Err(StoreError::Unavailable(_) | StoreError::Conflict)) {
                return taken;
            }
        }
        Err(StoreError::Busy)
    }
}

/// Takes numbers in one round trip: the row that the practice shares is locked for no longer than the server needs.
async fn take(client: &Object, practice: PracticeId, count: u32) -> Result<i64, StoreError> {
    let text = dialect::TAKE_NUMBERS.postgres();
    let statement = client
        .prepare_cached(text)
        .await
        .map_err(|error| store_error(&error))?;
    let begin = format!(
        "{}; {}",
        dialect::TAKE_NUMBERS_BEGIN,
        set_practice(Some(practice))
    );
    let params = crate::params![practice, i64::from(count)];
    let (opened, taken, ended) = join3(
        client.batch_execute(&begin),
        first(client, &statement, &params),
        client.batch_execute("COMMIT"),
    )
    .await;
    opened.map_err(|error| store_error(&error))?;
    let taken = taken?;
    ended.map_err(|error| store_error(&error))?;
    taken.get(0)
}

/// Connections that say who they are and let no statement live too long.
fn config(url: &str) -> Result<tokio_postgres::Config, StoreError> {
    let mut config: tokio_postgres::Config = url
        .parse()
        .map_err(|_| StoreError::Schema("the database's URL is not postgres://USER@HOST/NAME".to_owned()))?;
    let timeouts = format!(
        "-c statement_timeout={0} -c idle_in_transaction_session_timeout={0} -c jit=off -c client_min_messages=warning",
        millis(limits::WRITE_SPAN)
    );
    let settings = config
        .get_options()
        .map_or(timeouts.clone(), |own| format!("{own} {timeouts}"));
    config.options(settings).application_name("anteroom");
    config.connect_timeout(Duration::from_millis(millis(limits::WRITE_WAIT)));
    Ok(config)
}

fn pool(config: tokio_postgres::Config, connections: usize) -> Result<Pool, StoreError> {
    let wait = Duration::from_millis(millis(limits::WRITE_WAIT));
    let recycling = ManagerConfig {
        recycling_method: RecyclingMethod::Fast,
    };
    Pool::builder(Manager::from_config(config, NoTls, recycling))
        .max_size(connections.max(1))
        .timeouts(Timeouts {
            wait: Some(wait),
            create: Some(wait),
            recycle: Some(wait),
        })
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|error| StoreError::Other(error.to_string()))
}

fn millis(span: Span) -> u64 {
    u64::try_from(span.micros() / 1_000).unwrap_or(0)
}

fn pool_error(error: &PoolError) -> StoreError {
    match error {
        PoolError::Timeout(TimeoutType::Wait) => StoreError::Busy,
        PoolError::Backend(cause) => match store_error(cause) {
            StoreError::Busy => StoreError::Busy,
            _ => StoreError::Unavailable(cause.to_string()),
        },
        other => StoreError::Unavailable(other.to_string()),
    }
}

/// A pause before the given run, up to 2, 4, 8 .. 128 ms, at random so that two that met don't meet again.
fn jitter(run: u32) -> Duration {
    let most = 1_000_u64 << run.min(7);
    // Without randomness the pause is the longest: slower, never wrong.
    #[expect(
        clippy::disallowed_methods,
        reason = "two nodes must not wait alike; nothing replays PostgreSQL"
    )]
    let part = getrandom::u32().unwrap_or(u32::MAX);
    Duration::from_micros(most * u64::from(part) / u64::from(u32::MAX))
}

/// Says to row-level security whose rows are seen: none without a practice.
fn set_practice(practice: Option<PracticeId>) -> String {
    let id = practice.map_or(String::new(), |id| id.to_string().replace('-', ""));
    format!("SET LOCAL anteroom.practice = '{id}'")
}

fn begin(mode: Mode, practice: Option<PracticeId>) -> String {
    let scope = set_practice(practice);
    match mode {
        Mode::Write => format!("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE; {scope}"),
        Mode::Read => format!(
            "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY; SET LOCAL statement_timeout = {}; {scope}",
            millis(limits::READ_SPAN)
        ),
    }
}

/// Runs a closure once, on a thread that may block.
fn transaction<T, E: From<StoreError>>(
    runtime: &Handle,
    client: Object,
    mode: Mode,
    practice: Option<PracticeId>,
    closure: &mut impl FnMut(&mut dyn Statements) -> Result<T, E>,
) -> Ended<T, E> {
    if let Err(error) = runtime.block_on(client.batch_execute(&begin(mode, practice))) {
        drop(Object::take(client));
        return match store_error(&error) {
            // An idle connection that had died meanwhile: nothing has happened yet, so that another may try.
            StoreError::Unavailable(_) => Ended::Again,
            other => Ended::Answered(Err(E::from(other))),
        };
    }
    let span = if mode == Mode::Read {
        limits::READ_SPAN
    } else {
        limits::WRITE_SPAN
    };
    let deadline = now() + Duration::from_millis(millis(span));
    let ended = match attempt(
        PgStatements {
            client: &client,
            runtime,
        },
        Some(deadline),
        closure,
    ) {
        Attempt::Keep(value) => match runtime.block_on(client.batch_execute("COMMIT")) {
            Ok(()) => return Ended::Answered(Ok(value)),
            Err(error) => match store_error(&error) {
                StoreError::Conflict => Ended::Again,
                other => Ended::Answered(Err(E::from(other))),
            },
        },
        Attempt::Discard(refused) => Ended::Answered(Err(refused)),
        Attempt::Again => Ended::Again,
    };
    if runtime.block_on(client.batch_execute("ROLLBACK")).is_err() {
        drop(Object::take(client));
    }
    ended
}
