//! The harness of every test that needs a database: one story, told on a fresh SQLite file, on the inline store and on
//! a fresh PostgreSQL database. It knows nothing of the product but its schema.
//!
//! `ANTEROOM_TEST_POSTGRES` is the URL of a server as a plain role that may make databases; `scripts/postgres` starts one.
//! A test that finds none fails: what is skipped silently is believed to pass.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use anteroom_core::Time;
use tokio_postgres::NoTls;

use crate::migrate::Schema;
use crate::{DatabaseUrl, Options, Store};

/// The instant at which the harness opens its databases: 2026-01-05T08:00:00Z, a Monday.
pub const OPENED: Time = Time::from_micros(1_767_600_000_000_000);

/// Tells the story on each kind of store, each empty, migrated and its own.
pub async fn both<F, Fut>(tale: F)
where
    F: Fn(Store) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    each(&Schema::HOUSE, tale).await;
}

/// Tells the story of something that opens its database itself: with the address of a fresh SQLite file, then with that of
/// a fresh PostgreSQL database, both migrated.
pub async fn addresses<F, Fut>(tale: F)
where
    F: Fn(String) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    on_file(&Schema::HOUSE, |store, url| {
        drop(store);
        tale(url.to_string())
    })
    .await;
    on_postgres(&Schema::HOUSE, |store, url| {
        drop(store);
        tale(url)
    })
    .await;
}

/// `both` over the given tables.
pub(crate) async fn each<F, Fut>(schema: &'static Schema, tale: F)
where
    F: Fn(Store) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    tell("the inline store", tale(inline(schema))).await;
    on_file(schema, |store, _| tale(store)).await;
    on_postgres(schema, |store, _| tale(store)).await;
}

/// An inline store whose hook never crashes it.
pub(crate) fn inline(schema: &Schema) -> Store {
    Store::inline_with(Arc::new(|_| Ok(())), schema).expect("an inline store opens")
}

/// Tells a story on a fresh SQLite file, whose address it gets too.
pub(crate) async fn on_file<F, Fut>(schema: &'static Schema, tale: F)
where
    F: FnOnce(Store, DatabaseUrl) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    let folder = tempfile::tempdir().expect("a folder for the test");
    let url = DatabaseUrl::Sqlite(folder.path().join("anteroom.sqlite"));
    let store = Store::open(&url, options(schema))
        .await
        .expect("a fresh file opens");
    tell("a SQLite file", tale(store, url)).await;
}

/// Tells a story on a fresh PostgreSQL database, whose URL it gets too.
pub(crate) async fn on_postgres<F, Fut>(schema: &'static Schema, tale: F)
where
    F: FnOnce(Store, String) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    let server = server("ANTEROOM_TEST_POSTGRES");
    let name = format!("t_{}_{:016x}", std::process::id(), number());
    from_template(&server, schema, &name).await;
    let url = with_database(&server, &name);
    let opened = Store::open(&DatabaseUrl::Postgres(url.clone()), options(schema)).await;
    let store = opened.expect("a fresh PostgreSQL database opens");
    let told = tokio::spawn(tale(store, url)).await;
    drop_database(&server, &name).await;
    judge("PostgreSQL", told);
}

/// Takes a test's database away. A vacuum of the server's own can't be sent away by force, as the store's connections can;
/// asked without force, it makes way by itself while the server waits for it.
async fn drop_database(server: &str, name: &str) {
    const TRIES: usize = 5;
    let client = connect(server).await;
    for _ in 0..TRIES {
        for how in [" WITH (FORCE)", ""] {
            let dropped = client
                .batch_execute(&format!("DROP DATABASE \"{name}\"{how}"))
                .await;
            if dropped.is_ok() {
                return;
            }
        }
    }
    panic!("the test's database {name} can't be dropped");
}

pub(crate) fn options(schema: &'static Schema) -> Options {
    Options {
        schema,
        ..Options::at(OPENED)
    }
}

/// The URL in a variable that `scripts/postgres` sets.
pub(crate) fn server(variable: &str) -> String {
    #[expect(
        clippy::disallowed_methods,
        reason = "only the one who starts the tests knows where the server is"
    )]
    let url = std::env::var(variable);
    url.unwrap_or_else(|_| {
        panic!("{variable} is not set: run `make test`, or `scripts/postgres run cargo nextest run`")
    })
}

/// A connection that is not the store's, to look at what it keeps.
pub(crate) async fn connect(url: &str) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls)
        .await
        .expect("PostgreSQL answers");
    tokio::spawn(connection);
    client
}

async fn tell(place: &str, tale: impl Future<Output = ()> + Send + 'static) {
    judge(place, tokio::spawn(tale).await);
}

/// Fails the test where the story failed, and says on which database.
fn judge(place: &str, told: Result<(), tokio::task::JoinError>) {
    let Err(failed) = told else {
        return;
    };
    let payload = failed.into_panic();
    let said = payload.downcast_ref::<String>().map(String::as_str);
    let said = said
        .or(payload.downcast_ref::<&str>().copied())
        .unwrap_or("it panicked");
    panic!("on {place}: {said}");
}

fn number() -> u64 {
    #[expect(
        clippy::disallowed_methods,
        reason = "names of databases that no other test has"
    )]
    getrandom::u64().expect("the system gives random numbers")
}

fn with_database(server: &str, name: &str) -> String {
    let (place, settings) = server
        .split_once('?')
        .map_or((server, None), |(place, rest)| (place, Some(rest)));
    let host = place.rsplit_once('/').map_or(place, |(host, _)| host);
    match settings {
        Some(settings) => format!("{host}/{name}?{settings}"),
        None => format!("{host}/{name}"),
    }
}

async fn command(server: &str, texts: &[&str]) {
    let client = connect(server).await;
    for text in texts {
        client
            .batch_execute(text)
            .await
            .expect("PostgreSQL does as the harness asks");
    }
}

/// Makes a database from one that was migrated once for all tests of the same schema.
async fn from_template(server: &str, schema: &'static Schema, name: &str) {
    let mut hasher = DefaultHasher::new();
    for step in schema.migrations {
        (step.version, step.name, step.text).hash(&mut hasher);
    }
    (
        crate::migrate::BOOTSTRAP,
        crate::db::dialect::guard("t"),
        schema.system_tables,
    )
        .hash(&mut hasher);
    let hash = hasher.finish();
    let template = format!("anteroom_template_{hash:016x}");
    let client = connect(server).await;
    // Tests run as many processes: the first to come makes the template, the others wait for it.
    let lock = i64::from_ne_bytes(hash.to_ne_bytes());
    client
        .execute("SELECT pg_advisory_lock($1)", &[&lock])
        .await
        .expect("a lock of the harness");
    let known = client
        .query_opt("SELECT 1 FROM pg_database WHERE datname = $1::text", &[&template])
        .await;
    if known.expect("the list of databases").is_none() {
        let making = format!("{template}_making");
        let fresh = [
            format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)"),
            format!("CREATE DATABASE {making}"),
        ];
        command(server, &[&fresh[0], &fresh[1]]).await;
        let url = DatabaseUrl::Postgres(with_database(server, &making));
        drop(
            Store::open(&url, options(schema))
                .await
                .expect("the template is migrated"),
        );
        command(
            server,
            &[&format!("ALTER DATABASE {making} RENAME TO {template}")],
        )
        .await;
    }
    client
        .execute("SELECT pg_advisory_unlock($1)", &[&lock])
        .await
        .expect("the lock of the harness");
    command(
        server,
        &[&format!("CREATE DATABASE \"{name}\" TEMPLATE {template}")],
    )
    .await;
}
