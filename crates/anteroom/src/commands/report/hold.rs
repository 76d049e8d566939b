//! `anteroom report hold`: how long callers held, for any span of the past.

use anteroom_app::App;
use anteroom_app::promises::hold_report;
use anteroom_core::promises::hold::{Report, Rules};
use anteroom_core::{Span, Time};
use clap::Args;
use serde::Serialize;

use super::{Format, instant};
use crate::world;

/// How long callers held
#[derive(Debug, Args)]
pub struct Hold {
    /// The practice
    #[arg(long)]
    practice: String,
    /// From this instant on: 1999-01-01T00:00:00Z, or a date and time on the practice's wall clock; from the beginning if not said
    #[arg(long)]
    from: Option<String>,
    /// Until before this instant; until now if not said
    #[arg(long)]
    to: Option<String>,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Serialize)]
struct HoldJson {
    offered: u64,
    answered: u64,
    abandoned: u64,
    abandoned_share: Option<f64>,
    mean_s: Option<f64>,
    median_s: Option<f64>,
    p90_s: Option<f64>,
    within: Within,
}

#[derive(Debug, Serialize)]
struct Within {
    seconds: i64,
    of_answered: Option<f64>,
    of_offered: Option<f64>,
    of_offered_less_short: Option<f64>,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a hold stays far below 2^52 microseconds"
)]
fn seconds(span: Option<Span>) -> Option<f64> {
    span.map(|span| span.micros() as f64 / 1_000_000.0)
}

fn json(rules: &Rules, report: &Report) -> HoldJson {
    HoldJson {
        offered: report.offered,
        answered: report.answered,
        abandoned: report.abandoned,
        abandoned_share: report.abandoned_share(),
        mean_s: seconds(report.mean),
        median_s: seconds(report.median),
        p90_s: seconds(report.p90),
        within: Within {
            seconds: rules.within.micros() / 1_000_000,
            of_answered: report.of_answered(),
            of_offered: report.of_offered(),
            of_offered_less_short: report.of_offered_less_short(),
        },
    }
}

fn text(practice: &str, rules: &Rules, report: &Report) -> String {
    let share =
        |share: Option<f64>| share.map_or("nothing to measure".to_owned(), |x| format!("{:.1} %", x * 100.0));
    let wait = |span: Option<Span>| seconds(span).map_or("nothing".to_owned(), |s| format!("{s:.0} s"));
    let left: u64 = report.left.values().sum();
    format!(
        "{practice}\n{} of {} offered calls answered within {} s; of those answered {}; without short hang-ups {}\n\
         {} answered: on average after {}, half within {}, nine of ten within {}\n\
         {} hung up ({}), {left} left by another way, {} after hours",
        share(report.of_offered()),
        report.offered,
        rules.within.micros() / 1_000_000,
        share(report.of_answered()),
        share(report.of_offered_less_short()),
        report.answered,
        wait(report.mean),
        wait(report.median),
        wait(report.p90),
        report.abandoned,
        share(report.abandoned_share()),
        report.after_hours,
    )
}

impl Hold {
    /// Prints it.
    pub async fn print(&self, app: &App) -> anyhow::Result<()> {
        let practice = world::practice(app, &self.practice).await?;
        let from = instant(self.from.as_ref(), &practice, Time::MIN)?;
        let to = instant(self.to.as_ref(), &practice, app.now())?;
        let (rules, report) = hold_report(app, &practice, from, to).await?;
        match self.format {
            Format::Json => world::say(&serde_json::to_string(&json(&rules, &report))?),
            Format::Text => world::say(&text(&practice.name, &rules, &report)),
        }
    }
}
