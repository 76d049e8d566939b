//! `anteroom report no-shows`: visits to which nobody came, by how long before they were booked.

use anteroom_app::App;
use anteroom_app::visits::no_shows;
use anteroom_core::Time;
use anteroom_core::visits::missed::{Group, Report};
use clap::Args;
use serde::Serialize;

use super::{Format, instant};
use crate::world;

/// Visits to which nobody came.
#[derive(Debug, Args)]
pub struct NoShows {
    /// The practice
    #[arg(long)]
    practice: String,
    /// Visits from this instant on; from the beginning if not said
    #[arg(long)]
    from: Option<String>,
    /// And before this instant: 2026-03-21T00:00:00Z, or a date and time on the practice's wall clock; now if not said
    #[arg(long)]
    at: Option<String>,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Serialize)]
struct Json {
    appointments: u64,
    no_shows: u64,
    rate: Option<f64>,
    by_lead_days: Vec<Lead>,
}

/// Visits that were booked so many days before: nothing at all where that is not known, no `to` for all longer ones.
#[derive(Debug, Serialize)]
struct Lead {
    from: Option<i64>,
    to: Option<i64>,
    appointments: u64,
    no_shows: u64,
    rate: Option<f64>,
}

impl NoShows {
    pub(super) async fn print(&self, app: &App) -> anyhow::Result<()> {
        let practice = world::practice(app, &self.practice).await?;
        let from = instant(self.from.as_ref(), &practice, Time::MIN)?;
        let to = instant(self.at.as_ref(), &practice, app.now())?;
        let report = no_shows(app, &practice, from, to).await?;
        match self.format {
            Format::Json => world::say(&serde_json::to_string(&json(&report))?),
            Format::Text => world::say(&text(&practice.name, &report)),
        }
    }
}

fn lead(group: &Group) -> Lead {
    Lead {
        from: group.lead.map(|lead| lead.0),
        to: group.lead.and_then(|lead| lead.1),
        appointments: group.appointments,
        no_shows: group.no_shows,
        rate: group.rate(),
    }
}

fn json(report: &Report) -> Json {
    Json {
        appointments: report.all.appointments,
        no_shows: report.all.no_shows,
        rate: report.all.rate(),
        by_lead_days: report.by_lead.iter().map(lead).collect(),
    }
}

fn text(practice: &str, report: &Report) -> String {
    let percent =
        |share: Option<f64>| share.map_or("nothing".to_owned(), |share| format!("{:.1} %", share * 100.0));
    let mut lines = vec![
        practice.to_owned(),
        format!(
            "nobody came to {} of {} appointments, {}",
            report.all.no_shows,
            report.all.appointments,
            percent(report.all.rate())
        ),
    ];
    lines.extend(report.by_lead.iter().map(|group| {
        let days = match group.lead {
            None => "nobody knows when".to_owned(),
            Some((from, Some(to))) if from == to => format!("{from} days before"),
            Some((from, Some(to))) => format!("{from} to {to} days before"),
            Some((from, None)) => format!("{from} days before or more"),
        };
        format!(
            "booked {days:<22} {:>7} of {:>7}, {}",
            group.no_shows,
            group.appointments,
            percent(group.rate())
        )
    }));
    lines.join("\n")
}
