//! `anteroom report nps`: whether patients would recommend the practice, for any span of the past.

use anteroom_app::App;
use anteroom_app::promises::nps_report;
use anteroom_core::Time;
use anteroom_core::promises::nps::{Asked, Tally};
use clap::Args;
use serde::Serialize;

use super::{Format, instant};
use crate::world;

/// Whether patients would recommend the practice
#[derive(Debug, Args)]
pub struct Nps {
    /// The practice
    #[arg(long)]
    practice: String,
    /// From this instant on: 2026-01-01T00:00:00Z, or a date and time on the practice's wall clock; from the beginning if not said
    #[arg(long)]
    from: Option<String>,
    /// Until before this instant; until now if not said
    #[arg(long)]
    to: Option<String>,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Points from -100 to 100; the response rate from 0 to 1.
#[derive(Debug, Serialize)]
struct NpsJson {
    n: u64,
    promoters: u64,
    passives: u64,
    detractors: u64,
    nps: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    response_rate: Option<f64>,
}

fn json(tally: &Tally, asked: &Asked) -> NpsJson {
    let interval = tally.interval();
    NpsJson {
        n: tally.n(),
        promoters: tally.promoters,
        passives: tally.passives,
        detractors: tally.detractors,
        nps: tally.points(),
        low: interval.map(|interval| interval.low),
        high: interval.map(|interval| interval.high),
        response_rate: asked.rate(),
    }
}

fn text(practice: &str, tally: &Tally, asked: &Asked) -> String {
    let Some((points, interval)) = tally.points().zip(tally.interval()) else {
        return format!("{practice}\nno answers in this span");
    };
    let rate = asked.rate().map_or("nobody was asked here".to_owned(), |rate| {
        format!("{:.1} % of {} asked answered", rate * 100.0, asked.asked)
    });
    let few = if tally.is_few() { "; few answers" } else { "" };
    format!(
        "{practice}\n{points:.1} points, 95 % sure of {:.1} to {:.1}{few}\n\
         {} answers: {} would recommend, {} undecided, {} would not; {rate}",
        interval.low,
        interval.high,
        tally.n(),
        tally.promoters,
        tally.passives,
        tally.detractors,
    )
}

impl Nps {
    /// Prints it.
    pub async fn print(&self, app: &App) -> anyhow::Result<()> {
        let practice = world::practice(app, &self.practice).await?;
        let from = instant(self.from.as_ref(), &practice, Time::MIN)?;
        let to = instant(self.to.as_ref(), &practice, app.now())?;
        let (tally, asked) = nps_report(app, &practice, from, to).await?;
        match self.format {
            Format::Json => world::say(&serde_json::to_string(&json(&tally, &asked))?),
            Format::Text => world::say(&text(&practice.name, &tally, &asked)),
        }
    }
}
