//! What the commands stand on: the log, the database, the use cases over the machine's clock; and what they print.

use std::io::Write;
use std::sync::Arc;

use anteroom_app::practices::{self, Practice};
use anteroom_app::{App, Clock, Failure, SystemClock, SystemEntropy};
use anteroom_store::{DatabaseUrl, Options, Store};
use anyhow::{Context, bail};
use tracing_subscriber::EnvFilter;

/// Starts the log on standard error: `ANTEROOM_LOG` says how much, in tracing's words, else `usual` does.
pub fn log(usual: &str) {
    let filter = EnvFilter::try_from_env("ANTEROOM_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}

/// Where the database is.
pub fn url(database: Option<&str>) -> anyhow::Result<DatabaseUrl> {
    let Some(database) = database else {
        bail!(
            "say which database: --database sqlite:FILE or postgres://USER@HOST/NAME, or set ANTEROOM_DATABASE"
        );
    };
    Ok(database.parse()?)
}

/// Opens the database, migrating it if it is older than this program.
pub async fn store(database: Option<&str>) -> anyhow::Result<Store> {
    let url = url(database)?;
    Store::open(&url, Options::at(SystemClock.now()))
        .await
        .with_context(|| format!("can't open {url}"))
}

/// The use cases over this database and the machine's clock.
pub async fn app(database: Option<&str>) -> anyhow::Result<App> {
    Ok(App::new(
        store(database).await?,
        Arc::new(SystemClock),
        Arc::new(SystemEntropy),
    ))
}

/// The same for what changes rows: a demo stays as it was made, and nothing real is ever put beside it.
pub async fn real(database: Option<&str>) -> anyhow::Result<App> {
    let app = app(database).await?;
    if anteroom_app::demo::until(&app).await?.is_some() {
        bail!("this database is a demo, where nothing is real; give this work a database of its own");
    }
    Ok(app)
}

/// The practice of a `--practice` flag.
pub async fn practice(app: &App, slug: &str) -> anyhow::Result<Practice> {
    match practices::by_slug(app, slug).await {
        Err(Failure::Missing) => {
            bail!("there is no practice {slug:?}; `anteroom practice add {slug} ...` makes one")
        }
        found => Ok(found?),
    }
}

/// Prints a line of the answer.
pub fn say(line: &str) -> anyhow::Result<()> {
    writeln!(std::io::stdout().lock(), "{line}").context("can't print")
}

/// Prints why a command failed, with what led there.
pub fn complain(error: &anyhow::Error) {
    // Nothing is left to tell anybody if standard error is gone, too.
    drop(writeln!(std::io::stderr().lock(), "anteroom: {error:#}"));
}
