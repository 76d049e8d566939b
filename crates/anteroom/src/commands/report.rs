//! `anteroom report`: promises from the rows, for any time of the past.

use std::collections::BTreeMap;

use anteroom_app::practices::Practice;
use anteroom_app::{App, promises};
use anteroom_core::promises::{open, response};
use anteroom_core::{Span, Time};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use serde_json::Number;

use crate::{instants, world};

mod all;
mod hold;
mod no_shows;
mod nps;
mod retention;

/// Which promise.
#[derive(Debug, Subcommand)]
pub enum Report {
    /// All promises, as the first page tells them
    All(all::All),
    /// How many requests stand where
    Open(Open),
    /// How soon requests were answered
    Response(Response),
    Hold(hold::Hold),
    /// Who comes back
    Retention(retention::Retention),
    /// Whether patients would recommend the practice
    Nps(nps::Nps),
    /// Visits to which nobody came
    NoShows(no_shows::NoShows),
}

/// In what form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Sentences
    Text,
    /// One JSON object
    Json,
}

/// How many requests stand where.
#[derive(Debug, Args)]
pub struct Open {
    /// The practice
    #[arg(long)]
    practice: String,
    /// At which instant: 2016-03-21T00:00:00Z, or a date and time on the practice's wall clock; now if not said
    #[arg(long)]
    at: Option<String>,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How soon requests were answered.
#[derive(Debug, Args)]
pub struct Response {
    /// The practice
    #[arg(long)]
    practice: String,
    /// From this instant on; from the beginning if not said
    #[arg(long)]
    from: Option<String>,
    /// Until before this instant; until now if not said
    #[arg(long)]
    to: Option<String>,
    /// Apart, by this label of the requests
    #[arg(long, value_enum)]
    by: Option<By>,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// What the response is split by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// The way the request came in
    Door,
    /// What it was about
    Kind,
    /// How soon it was wanted
    Urgency,
    /// The language that it was asked in
    Language,
}

impl From<By> for response::Split {
    fn from(by: By) -> Self {
        match by {
            By::Door => Self::Door,
            By::Kind => Self::Kind,
            By::Urgency => Self::Urgency,
            By::Language => Self::Language,
        }
    }
}

#[derive(Debug, Serialize)]
struct OpenJson {
    at: String,
    open: i64,
    waiting_on_patient: i64,
    snoozed: i64,
    resolved: i64,
    not_closed: i64,
}

#[derive(Debug, Serialize)]
struct ResponseJson {
    n: u64,
    answered: u64,
    missed: u64,
    withdrawn: u64,
    running: u64,
    in_time: u64,
    share_in_time: Option<f64>,
    response_rate: Option<f64>,
    median_minutes: Option<Number>,
    p90_minutes: Option<Number>,
}

impl Report {
    /// Prints it.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let app = world::app(database).await?;
        match self {
            Self::All(all) => all.print(&app).await,
            Self::Open(open) => open.print(&app).await,
            Self::Response(response) => response.print(&app).await,
            Self::Hold(hold) => hold.print(&app).await,
            Self::Nps(nps) => nps.print(&app).await,
            Self::Retention(retention) => retention.print(&app).await,
            Self::NoShows(no_shows) => no_shows.print(&app).await,
        }
    }
}

/// The instant of a flag on the practice's wall clock.
fn instant(flag: Option<&String>, practice: &Practice, unsaid: Time) -> anyhow::Result<Time> {
    flag.map_or(Ok(unsaid), |text| instants::instant(text, &practice.timezone))
}

impl Open {
    async fn print(&self, app: &App) -> anyhow::Result<()> {
        let practice = world::practice(app, &self.practice).await?;
        let at = instant(self.at.as_ref(), &practice, app.now())?;
        let counts = promises::open_report(app, &practice, at).await?;
        let at = at.to_jiff().map(|at| at.to_string()).unwrap_or_default();
        match self.format {
            Format::Json => {
                let open::Counts {
                    open,
                    waiting,
                    snoozed,
                    resolved,
                } = counts;
                let not_closed = counts.not_closed();
                let json = OpenJson {
                    at,
                    open,
                    waiting_on_patient: waiting,
                    snoozed,
                    resolved,
                    not_closed,
                };
                world::say(&serde_json::to_string(&json)?)
            }
            Format::Text => world::say(&format!(
                "{}, at {at}\n{:>7} wait for the practice\n{:>7} wait for the patient\n{:>7} snoozed\n{:>7} resolved\n\
                 {:>7} not closed",
                practice.name,
                counts.open,
                counts.waiting,
                counts.snoozed,
                counts.resolved,
                counts.not_closed()
            )),
        }
    }
}

impl Response {
    async fn print(&self, app: &App) -> anyhow::Result<()> {
        let practice = world::practice(app, &self.practice).await?;
        let from = instant(self.from.as_ref(), &practice, Time::MIN)?;
        let to = instant(self.to.as_ref(), &practice, app.now())?;
        if let Some(by) = self.by {
            return self.apart(app, &practice, (from, to), by).await;
        }
        let report = promises::response_report(app, &practice, from, to).await?;
        match self.format {
            Format::Json => world::say(&serde_json::to_string(&json(&report))?),
            Format::Text => world::say(&text(&practice.name, &report)),
        }
    }
}

impl Response {
    /// One report a label: an object by label, or the sentences one under the other.
    async fn apart(&self, app: &App, practice: &Practice, span: (Time, Time), by: By) -> anyhow::Result<()> {
        let parts = promises::response_split(app, practice, span, by.into()).await?;
        match self.format {
            Format::Json => {
                let parts: BTreeMap<_, _> = parts.iter().map(|(label, part)| (label, json(part))).collect();
                world::say(&serde_json::to_string(&parts)?)
            }
            Format::Text => {
                let parts: Vec<_> = parts.iter().map(|(label, part)| text(label, part)).collect();
                world::say(&parts.join("\n\n"))
            }
        }
    }
}

fn json(report: &response::Report) -> ResponseJson {
    ResponseJson {
        n: report.n,
        answered: report.answered,
        missed: report.missed,
        withdrawn: report.withdrawn,
        running: report.running,
        in_time: report.in_time,
        share_in_time: report.share_in_time(),
        response_rate: report.response_rate(),
        median_minutes: report.median.and_then(minutes),
        p90_minutes: report.p90.and_then(minutes),
    }
}

/// Minutes as a number: whole where they are.
fn minutes(span: Span) -> Option<Number> {
    let whole = span.whole_minutes();
    if Span::from_minutes(whole) == span {
        return Some(Number::from(whole));
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "open time of a request stays far below 2^52 microseconds"
    )]
    Number::from_f64(span.micros() as f64 / 60_000_000.0)
}

fn text(practice: &str, report: &response::Report) -> String {
    let share =
        |share: Option<f64>| share.map_or("nothing to measure".to_owned(), |x| format!("{:.1} %", x * 100.0));
    let wait = |span: Option<Span>| {
        span.and_then(minutes)
            .map_or("never answered".to_owned(), |m| format!("{m} min"))
    };
    format!(
        "{practice}\n{} in time: {} of {} answered, missed or run out\nhalf within {}, nine of ten within {}\n\
         {} answered, {} missed, {} withdrawn, {} running; response rate {}",
        share(report.share_in_time()),
        report.in_time,
        report.n,
        wait(report.median),
        wait(report.p90),
        report.answered,
        report.missed,
        report.withdrawn,
        report.running,
        share(report.response_rate()),
    )
}
