//! `anteroom bench`: an import side by side with a bare loop that inserts the same rows, on each database in one run; and how
//! soon a change is on other people's screens.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anteroom_app::practices::{self, Founding};
use anteroom_app::{App, Clock, SystemClock, SystemEntropy, imports};
use anteroom_store::bench::{self, Rows};
use anteroom_store::{DatabaseUrl, Options, Store};
use anteroom_wire::incidents::Log;
use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use serde::Serialize;

use super::import;
use crate::world;

mod screens;

/// An import keeps at least this part of a bare loop's speed.
const LEAST: f64 = 1.0 / 3.0;
/// An import stays under this, in MB.
const MEMORY: u64 = 150;

/// Measure an import against a bare loop that inserts the same rows, and a change on its way to a thousand screens; an error
/// if either is too slow or takes too much memory
#[derive(Debug, Args)]
pub struct Bench {
    /// The event log to import
    #[arg(long, default_value = "data/incidents/incident_event_log.csv.xz")]
    file: PathBuf,
    /// Where the databases are made; the figures are written beside it, as FOLDER.json
    #[arg(long, default_value = "target/bench")]
    folder: PathBuf,
    /// A PostgreSQL server, as a role that may make databases; without one only SQLite is measured
    #[arg(long, env = "ANTEROOM_TEST_POSTGRES", hide_env_values = true)]
    postgres: Option<String>,
    /// How often each is run, in turns; the fastest of each counts
    #[arg(long, default_value = "3", value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Measure this alone
    #[arg(long, value_enum)]
    only: Option<Part>,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The import
    Import,
    /// The way to other screens
    Screens,
}

/// One database, its import and its bare loop, in seconds.
#[derive(Debug, Serialize)]
struct Measured {
    database: &'static str,
    durability: String,
    import: Vec<f64>,
    bare: Vec<f64>,
    rows: usize,
    /// The fastest bare loop's time over the fastest import's: the import's part of its speed.
    part: f64,
}

#[derive(Debug, Serialize)]
struct Figures {
    events: u64,
    rows: usize,
    transactions: usize,
    least: f64,
    databases: Vec<Measured>,
    /// The most that the process held while it imported, in MB; nothing where the system doesn't tell.
    memory: Option<u64>,
    memory_most: u64,
}

/// A fresh database for each run.
enum Place {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Bench {
    /// Runs it, prints the figures and writes them beside its folder.
    pub async fn run(self) -> anyhow::Result<()> {
        make(&self.folder)?;
        let imported = match self.only {
            Some(Part::Screens) => Ok(()),
            _ => self.imports().await,
        };
        if self.only == Some(Part::Import) {
            return imported;
        }
        let figures = screens::measure(&self.folder).await?;
        let file = self.folder.with_extension("screens.json");
        write(&file, &serde_json::to_string_pretty(&figures)?)?;
        screens::tell(&figures)?;
        imported.and(screens::judge(&figures))
    }

    async fn imports(&self) -> anyhow::Result<()> {
        let mut places = vec![(Place::Sqlite(self.folder.clone()), Vec::new(), Vec::new())];
        places.extend(
            self.postgres
                .iter()
                .map(|server| (Place::Postgres(server.clone()), Vec::new(), Vec::new())),
        );
        let mut kept: Option<(Rows, u64, Option<u64>)> = None;
        for round in 1..=self.rounds {
            let mut first = None;
            for (place, import, _) in &mut places {
                let (seconds, events, practice) = self.import(place).await?;
                import.push(seconds);
                first.get_or_insert((events, practice));
                world::say(&format!(
                    "round {round}: {:<10} import    {seconds:>6.2} s",
                    place.name()
                ))?;
            }
            if let (None, Some((events, practice))) = (&kept, first) {
                let memory = peak();
                let rows = Rows::read(&place_of(&self.folder, "import"), practice)
                    .map_err(|error| anyhow!(error))?;
                kept = Some((rows, events, memory));
            }
            let (rows, ..) = kept.as_ref().context("nothing was imported")?;
            for (place, _, bare) in &mut places {
                let seconds = place.bare(rows).await?;
                bare.push(seconds);
                world::say(&format!(
                    "round {round}: {:<10} bare loop {seconds:>6.2} s",
                    place.name()
                ))?;
            }
        }
        let (rows, events, memory) = kept.context("nothing was imported")?;
        let mut databases = Vec::new();
        for (place, import, bare) in places {
            let durability = place.durability().await?;
            let part = best(&bare) / best(&import);
            databases.push(Measured {
                database: place.name(),
                durability,
                import,
                bare,
                rows: rows.count(),
                part,
            });
        }
        let (rows, transactions) = (rows.count(), rows.transactions());
        let figures = Figures {
            events,
            rows,
            transactions,
            least: LEAST,
            databases,
            memory,
            memory_most: MEMORY,
        };
        write(
            &self.folder.with_extension("json"),
            &serde_json::to_string_pretty(&figures)?,
        )?;
        tell(&figures)?;
        judge(&figures)
    }

    /// Imports the log into a fresh database; seconds, events and the practice.
    async fn import(&self, place: &Place) -> anyhow::Result<(f64, u64, anteroom_core::ids::PracticeId)> {
        let store = open(&place.fresh("import").await?).await?;
        let app = App::new(store, Arc::new(SystemClock), Arc::new(SystemEntropy));
        let founding = Founding {
            name: "Bench".to_owned(),
            slug: "bench".to_owned(),
            timezone: "UTC".to_owned(),
            hours: "24/7".to_owned(),
            ..Founding::default()
        };
        let practice = practices::found(&app, &founding, None).await?;
        let began = app.now();
        let log = Log::open(import::open(&self.file, &ProgressBar::hidden())?)?;
        let summary = imports::incidents(&app, &practice, log, |_| {}).await?;
        let seconds = seconds(app.now().since(began));
        if summary.imported != summary.read {
            bail!("{} of {} events were imported", summary.imported, summary.read);
        }
        Ok((seconds, summary.read, practice.id))
    }
}

impl Place {
    const fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// A database without anything, named for what will be in it.
    async fn fresh(&self, what: &str) -> anyhow::Result<DatabaseUrl> {
        match self {
            Self::Sqlite(folder) => {
                remove(folder, what);
                Ok(place_of(folder, what))
            }
            Self::Postgres(server) => bench::fresh_postgres(server, &format!("bench_{what}"))
                .await
                .map_err(|error| anyhow!(error)),
        }
    }

    /// Inserts the rows into a fresh database that has the tables.
    async fn bare(&self, rows: &Rows) -> anyhow::Result<f64> {
        let database = self.fresh("bare").await?;
        drop(open(&database).await?);
        let took = match self {
            Self::Sqlite(_) => rows.into_sqlite(&database),
            Self::Postgres(_) => rows.into_postgres(&database).await,
        };
        Ok(took.map_err(|error| anyhow!(error))?.as_secs_f64())
    }

    async fn durability(&self) -> anyhow::Result<String> {
        match self {
            Self::Sqlite(_) => Ok("WAL, synchronous FULL".to_owned()),
            Self::Postgres(server) => bench::postgres_durability(server)
                .await
                .map_err(|error| anyhow!(error)),
        }
    }
}

async fn open(database: &DatabaseUrl) -> anyhow::Result<Store> {
    Store::open(database, Options::at(SystemClock.now()))
        .await
        .with_context(|| format!("can't open {database}"))
}

fn place_of(folder: &Path, what: &str) -> DatabaseUrl {
    DatabaseUrl::Sqlite(folder.join(format!("{what}.sqlite")))
}

fn best(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "microseconds of a bench stay far below 2^52"
)]
fn seconds(span: anteroom_core::Span) -> f64 {
    span.micros() as f64 / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "rows of a bench stay far below 2^52")]
fn tell(figures: &Figures) -> anyhow::Result<()> {
    world::say(&format!(
        "\n{} events, {} rows in {} transactions, the fastest of {} each\n{:<12}{:<11}{:>8}{:>10}{:>11}",
        figures.events,
        figures.rows,
        figures.transactions,
        figures.databases.first().map_or(0, |one| one.import.len()),
        "database",
        "what",
        "seconds",
        "rows",
        "rows/s"
    ))?;
    for one in &figures.databases {
        for (what, took) in [("import", best(&one.import)), ("bare loop", best(&one.bare))] {
            let speed = one.rows as f64 / took;
            world::say(&format!(
                "{:<12}{what:<11}{took:>8.2}{:>10}{speed:>11.0}",
                one.database, one.rows
            ))?;
        }
        let held = if one.part >= LEAST { "holds" } else { "too slow" };
        world::say(&format!(
            "{:<12}import / bare loop = {:.2}, at least {LEAST:.2}: {held}",
            one.database, one.part
        ))?;
        world::say(&format!("{:<12}{}", one.database, one.durability))?;
    }
    let memory = figures
        .memory
        .map_or("not known on this system".to_owned(), |peak| format!("{peak} MB"));
    world::say(&format!(
        "most memory while importing: {memory}, under {MEMORY} MB"
    ))
}

fn judge(figures: &Figures) -> anyhow::Result<()> {
    if let Some(slow) = figures.databases.iter().find(|one| one.part < LEAST) {
        bail!(
            "the import on {} is too slow: {:.2} of the bare loop's speed",
            slow.database,
            slow.part
        );
    }
    if figures.memory.is_some_and(|peak| peak >= MEMORY) {
        bail!("the import takes too much memory");
    }
    Ok(())
}

/// The most that this process has held in memory, in MB, as Linux tells it.
#[expect(clippy::disallowed_methods, reason = "a bench looks at itself from outside")]
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes.div_ceil(1_000))
}

#[expect(clippy::disallowed_methods, reason = "a command writes where it is told")]
fn make(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))
}

/// Removes a database of an earlier run; if it can't, opening it says why.
#[expect(clippy::disallowed_methods, reason = "a command removes what it made")]
fn remove(folder: &Path, what: &str) {
    for ending in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(
            folder.join(format!("{what}.sqlite{ending}")),
        ));
    }
}

#[expect(clippy::disallowed_methods, reason = "a command writes where it is told")]
fn write(file: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(file, text).with_context(|| format!("can't write {}", file.display()))
}
