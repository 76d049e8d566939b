//! Doors to the database: a store, and two handles that make transactions. A practice's rows are reached only through
//! a handle that cannot be made without the practice.

use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use anteroom_core::Time;
use anteroom_core::ids::PracticeId;

use crate::migrate::Schema;
use crate::sql::Sql;
use crate::{StoreError, params};

pub(crate) mod dialect;
mod hints;
mod postgres;
mod sqlite;
pub(crate) mod tx;

pub use hints::Hinted;
use hints::Hints;
pub(crate) use postgres::Postgres;
#[cfg(feature = "bench")]
pub(crate) use sqlite::value;
pub(crate) use tx::{InPractice, InSystem};
pub use tx::{PracticeTx, SystemTx, Tx};

use sqlite::{File, Inline};
use tx::Statements;

/// Where the database is: `sqlite:FILE` or `postgres://...`. Its text forms never show a password.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file on this machine.
    Sqlite(std::path::PathBuf),
    /// A server that speaks PostgreSQL's protocol, as its URL.
    Postgres(String),
}

impl FromStr for DatabaseUrl {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        match text.split_once(':') {
            Some(("sqlite", file)) if !file.is_empty() => Ok(Self::Sqlite(file.into())),
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Ok(Self::Postgres(text.to_owned()))
            }
            _ => Err(StoreError::Schema(
                "a database is sqlite:FILE or postgres://USER@HOST/NAME".to_owned(),
            )),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(out, "sqlite:{}", file.display()),
            Self::Postgres(url) => {
                let place = url.rsplit_once('@').map_or("", |(_, place)| place);
                let place = place.split_once('?').map_or(place, |(place, _)| place);
                write!(out, "postgres://{place}")
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// Connections to PostgreSQL.
    pub connections: usize,
    /// Reading connections to a SQLite file.
    pub readers: usize,
    /// Now, for the row that says when a migration ran.
    pub now: Time,
    /// The tables to migrate to.
    pub schema: &'static Schema,
}

impl Options {
    /// For one node of two to eight cores; sizes can be set after.
    pub fn at(now: Time) -> Self {
        Self {
            connections: 16,
            readers: 4,
            now,
            schema: &Schema::HOUSE,
        }
    }
}

/// Where the inline store asks its hook whether to go on.
#[derive(Debug, Clone, Copy)]
pub enum HookPoint<'a> {
    /// Before a statement.
    Statement(&'a Sql),
    /// Before a commit: an error here is a crash that leaves nothing.
    Commit,
    /// After a commit, before the caller hears of it: an error here is a crash whose rows stand.
    Committed,
}

/// Decides at each point whether the inline store goes on or crashes with the error.
pub type Hook = Arc<dyn Fn(HookPoint<'_>) -> Result<(), StoreError> + Send + Sync>;

/// Whether a transaction may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    Write,
}

/// What the database is doing, for metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Transactions that wait for their turn (SQLite) or for a connection (PostgreSQL).
    pub waiting: usize,
    /// Commits since the store was opened; one of SQLite's holds up to `limits::WRITE_GROUP` transactions. Not counted
    /// by the inline store.
    pub commits: u64,
}

/// The database. Cheap to clone; the last clone closes it.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
    hints: Arc<Hints>,
}

#[derive(Clone)]
enum Engine {
    Inline(Arc<Inline>),
    File(Arc<File>),
    Postgres(Arc<Postgres>),
}

impl Store {
    /// Opens the database, migrating it first if its schema is older than this binary's.
    ///
    /// `StoreError::Schema` if the schema is too new, or the PostgreSQL role could read past row-level security.
    pub async fn open(url: &DatabaseUrl, options: Options) -> Result<Store, StoreError> {
        let engine = match url {
            DatabaseUrl::Sqlite(file) => {
                let file = file.clone();
                let opened = tokio::task::spawn_blocking(move || File::open(&file, &options)).await;
                Engine::File(Arc::new(opened.map_err(|_| StoreError::Panicked)??))
            }
            DatabaseUrl::Postgres(url) => Engine::Postgres(Arc::new(Postgres::open(url, &options).await?)),
        };
        let hints = Arc::default();
        Ok(Store { engine, hints })
    }

    /// An empty database in memory, run on the caller's thread, with a hook that can crash it: for tests and simulation.
    pub fn inline(hook: Hook) -> Result<Store, StoreError> {
        Self::inline_with(hook, &Schema::HOUSE)
    }

    /// `inline` over other tables.
    pub(crate) fn inline_with(hook: Hook, schema: &Schema) -> Result<Store, StoreError> {
        Ok(Store {
            engine: Engine::Inline(Arc::new(Inline::open(hook, schema)?)),
            hints: Arc::default(),
        })
    }

    /// The handle to the system tables.
    pub fn system(&self) -> System {
        System { store: self.clone() }
    }

    /// The handle to one practice's rows.
    pub fn practice(&self, id: PracticeId) -> Practice {
        Practice {
            store: self.clone(),
            id,
        }
    }

    /// Which database this is, for a line of the log: `SQLite`, `PostgreSQL` or `SQLite in memory`.
    pub fn kind(&self) -> &'static str {
        match &self.engine {
            Engine::Inline(_) => "SQLite in memory",
            Engine::File(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// Lets the planner look at the tables again: after a bulk load, without which pages can take 15 times as long.
    pub async fn analyze(&self) -> Result<(), StoreError> {
        match &self.engine {
            Engine::Postgres(postgres) => postgres.analyze().await,
            _ => {
                self.system()
                    .write(|tx| tx.execute(&dialect::ANALYZE, params![]).map(drop))
                    .await
            }
        }
    }

    /// Copies a SQLite database, whole, to a file: what was made in memory is kept, and what must not change is lent.
    /// PostgreSQL has tools of its own for that.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let (engine, file) = (self.engine.clone(), file.to_owned());
        let copied = tokio::task::spawn_blocking(move || match engine {
            Engine::Inline(inline) => inline.copy_to(&file),
            Engine::File(open) => open.copy_to(&file),
            Engine::Postgres(_) => Err(StoreError::Other(
                "a PostgreSQL database is copied by pg_dump, not to a file of SQLite".to_owned(),
            )),
        });
        copied.await.map_err(|_| StoreError::Panicked)?
    }

    /// What it is doing now.
    pub fn load(&self) -> Load {
        match &self.engine {
            Engine::Inline(_) => Load {
                waiting: 0,
                commits: 0,
            },
            Engine::File(file) => file.load(),
            Engine::Postgres(postgres) => postgres.load(),
        }
    }

    async fn run<T, E, F>(&self, mode: Mode, practice: Option<PracticeId>, closure: F) -> Result<T, E>
    where
        F: FnMut(&mut dyn Statements) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let answer = match (&self.engine, mode) {
            (Engine::Inline(inline), _) => inline.run(mode, closure),
            (Engine::File(file), Mode::Write) => file.write(closure).await,
            (Engine::File(file), Mode::Read) => file.read(closure).await,
            (Engine::Postgres(postgres), _) => postgres.run(mode, practice, closure).await,
        };
        if let (Mode::Write, Some(practice), Ok(_)) = (mode, practice, &answer) {
            self.committed(practice);
        }
        answer
    }

    /// Says to the readers of a practice that something of it was committed, here and on other nodes.
    fn committed(&self, practice: PracticeId) {
        self.hints.signal(practice);
        if let Engine::Postgres(postgres) = &self.engine {
            postgres.tell(practice);
        }
    }
}

/// The system tables: no patient content.
#[derive(Clone)]
pub struct System {
    store: Store,
}

impl System {
    /// Runs a closure in a writing transaction; it may run more than once, so that it changes nothing but rows.
    pub async fn write<T, E, F>(&self, mut closure: F) -> Result<T, E>
    where
        F: FnMut(&mut SystemTx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let run = move |rows: &mut dyn Statements| closure(&mut Tx::new(rows, InSystem(())));
        self.store.run(Mode::Write, None, run).await
    }

    /// Runs a closure over one state of the rows, which it can't change.
    pub async fn read<T, E, F>(&self, mut closure: F) -> Result<T, E>
    where
        F: FnMut(&mut SystemTx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let run = move |rows: &mut dyn Statements| closure(&mut Tx::new(rows, InSystem(())));
        self.store.run(Mode::Read, None, run).await
    }
}

/// One practice's rows.
#[derive(Clone)]
pub struct Practice {
    store: Store,
    id: PracticeId,
}

impl Practice {
    /// Which practice.
    pub fn id(&self) -> PracticeId {
        self.id
    }

    /// A reader of the practice's commits.
    pub fn hints(&self) -> Hinted {
        if let Engine::Postgres(postgres) = &self.store.engine {
            postgres.listen(&self.store.hints);
        }
        self.store.hints.reader(self.id)
    }

    /// Runs a closure in a writing transaction; it may run more than once, so that it changes nothing but rows.
    pub async fn write<T, E, F>(&self, mut closure: F) -> Result<T, E>
    where
        F: FnMut(&mut PracticeTx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let scope = InPractice(self.id);
        let run = move |rows: &mut dyn Statements| closure(&mut Tx::new(rows, scope));
        self.store.run(Mode::Write, Some(self.id), run).await
    }

    /// Runs a closure over one state of the rows, which it can't change.
    pub async fn read<T, E, F>(&self, mut closure: F) -> Result<T, E>
    where
        F: FnMut(&mut PracticeTx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let scope = InPractice(self.id);
        let run = move |rows: &mut dyn Statements| closure(&mut Tx::new(rows, scope));
        self.store.run(Mode::Read, Some(self.id), run).await
    }

    /// As `write`, with the first of `count` people's numbers (#1042) that nobody else gets; a refused closure may leave
    /// a gap.
    pub async fn write_numbered<T, E, F>(&self, count: u32, mut closure: F) -> Result<T, E>
    where
        F: FnMut(&mut PracticeTx<'_>, i64) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        if let Engine::Postgres(postgres) = &self.store.engine {
            let first = postgres.take_numbers(self.id, count).await?;
            return self.write(move |tx| closure(tx, first)).await;
        }
        self.write(move |tx| {
            let taken = tx.query_one(&dialect::TAKE_NUMBERS, params![i64::from(count)])?;
            closure(tx, taken.get(0)?)
        })
        .await
    }
}

#[cfg(test)]
mod tests;
