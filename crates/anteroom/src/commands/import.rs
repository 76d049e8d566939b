//! `anteroom import`: what other programs know, one file each.

use std::io::{BufReader, Read};
use std::path::PathBuf;
use std::time::Duration;

use anteroom_app::imports;
use anteroom_wire::incidents::{Broken, Log};
use anyhow::{Context, bail};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use liblzma::read::XzDecoder;

use crate::world;

mod appointments;
mod articles;
mod calls;
mod places;
mod surveys;

/// What to bring in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// The event log of a service desk's incidents (CSV, plain or xz)
    Incidents {
        /// The file
        file: PathBuf,
        /// The practice that takes them
        #[arg(long)]
        practice: String,
    },
    Calls(calls::Calls),
    /// A table of places that patients can go to (CSV, plain or xz)
    Places(places::Places),
    /// Articles of a help centre: a folder with categories.tsv and a folder of markdown a language
    Articles(articles::Articles),
    /// A table of answers to "would you recommend us?" (CSV, plain or xz)
    Surveys(surveys::Surveys),
    /// A calendar's table of appointments (CSV, plain or xz)
    Appointments(appointments::Appointments),
}

impl Import {
    /// Does it, with a bar on standard error and the summary as JSON on standard output.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        match self {
            Self::Incidents { file, practice } => incidents(database, file, &practice).await,
            Self::Articles(articles) => articles.run(database).await,
            Self::Calls(calls) => calls.run(database).await,
            Self::Places(places) => places.run(database).await,
            Self::Surveys(surveys) => surveys.run(database).await,
            Self::Appointments(appointments) => appointments.run(database).await,
        }
    }
}

async fn incidents(database: Option<&str>, file: PathBuf, practice: &str) -> anyhow::Result<()> {
    let app = world::real(database).await?;
    let practice = world::practice(&app, practice).await?;
    let bar = bar()?;
    let mut log =
        Log::open(open(&file, &bar)?).with_context(|| format!("{} is no such log", file.display()))?;
    let summary = imports::incidents(&app, &practice, &mut log, rows(&bar)).await?;
    bar.finish_and_clear();
    world::say(&serde_json::to_string(&summary)?)?;
    if let Some(Broken { line, why }) = log.broken() {
        bail!(
            "{} can't be read after line {line}: {why}; import it again when it is whole",
            file.display()
        );
    }
    Ok(())
}

/// A bar on standard error, which follows the bytes of the file that [`open`] opens.
fn bar() -> anyhow::Result<ProgressBar> {
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {percent}% of the file, {msg}, {elapsed}",
    )?);
    bar.enable_steady_tick(Duration::from_millis(200));
    Ok(bar)
}

/// Tells the bar how many rows were read.
fn rows(bar: &ProgressBar) -> impl FnMut(u64) + use<> {
    let told = bar.clone();
    move |rows| told.set_message(format!("{rows} rows"))
}

/// The file's text, unpacked if it is xz; the bar follows its bytes.
#[expect(
    clippy::disallowed_methods,
    reason = "a command reads the file that it was given"
)]
pub(super) fn open(file: &std::path::Path, bar: &ProgressBar) -> anyhow::Result<Box<dyn Read + Send>> {
    let bytes = std::fs::File::open(file).with_context(|| format!("can't open {}", file.display()))?;
    bar.set_length(bytes.metadata()?.len());
    let bytes = BufReader::new(bar.wrap_read(bytes));
    let packed = file.extension().is_some_and(|ending| ending == "xz");
    Ok(if packed {
        Box::new(XzDecoder::new(bytes))
    } else {
        Box::new(bytes)
    })
}
