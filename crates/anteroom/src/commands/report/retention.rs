//! `anteroom report retention`: who comes back, as it stood at an instant.

use std::collections::BTreeMap;

use anteroom_app::App;
use anteroom_app::visits::{Returns, retention};
use anteroom_core::promises::retention::Report;
use anteroom_core::promises::retention::survival::Point;
use clap::Args;
use serde::Serialize;

use super::{Format, instant};
use crate::world;

/// Who comes back.
#[derive(Debug, Args)]
pub struct Retention {
    /// The practice
    #[arg(long)]
    practice: String,
    /// At which instant: 2026-03-21T00:00:00Z, or a date and time on the practice's wall clock; now if not said
    #[arg(long)]
    at: Option<String>,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Serialize)]
struct Json {
    at: String,
    /// The window's first instant, and the first after it.
    from: String,
    to: String,
    patients: u64,
    kept: u64,
    returned: u64,
    booked: u64,
    share: Option<f64>,
    /// Who does not count, by reason.
    excluded: BTreeMap<&'static str, u64>,
    curve: Vec<Step>,
    by_doctor: Vec<Part>,
    by_location: Vec<Part>,
}

#[derive(Debug, Serialize)]
struct Step {
    month: u32,
    survival: f64,
    low: f64,
    high: f64,
    at_risk: u64,
}

#[derive(Debug, Serialize)]
struct Part {
    name: String,
    patients: u64,
    kept: u64,
    share: Option<f64>,
}

impl Retention {
    pub(super) async fn print(&self, app: &App) -> anyhow::Result<()> {
        let practice = world::practice(app, &self.practice).await?;
        let at = instant(self.at.as_ref(), &practice, app.now())?;
        let told = retention(app, &practice, at).await?;
        match self.format {
            Format::Json => world::say(&serde_json::to_string(&json(told))?),
            Format::Text => world::say(&text(&practice.name, &told)),
        }
    }
}

fn said(at: anteroom_core::Time) -> String {
    at.to_jiff().map(|at| at.to_string()).unwrap_or_default()
}

fn step((month, point): (u32, Point)) -> Step {
    let Point {
        survival,
        low,
        high,
        at_risk,
    } = point;
    Step {
        month,
        survival,
        low,
        high,
        at_risk,
    }
}

fn part((name, report): (String, Report)) -> Part {
    Part {
        name,
        patients: report.patients,
        kept: report.kept(),
        share: report.share(),
    }
}

fn json(told: Returns) -> Json {
    let report = &told.report;
    Json {
        at: said(told.at.at),
        from: said(told.at.from),
        to: said(told.at.to),
        patients: report.patients,
        kept: report.kept(),
        returned: report.returned,
        booked: report.booked,
        share: report.share(),
        excluded: report
            .out
            .iter()
            .map(|(why, count)| (why.as_str(), *count))
            .collect(),
        curve: told.curve.months().into_iter().map(step).collect(),
        by_doctor: told.by_doctor.into_iter().map(part).collect(),
        by_location: told.by_location.into_iter().map(part).collect(),
    }
}

fn text(practice: &str, told: &Returns) -> String {
    let report = &told.report;
    let percent = |share: f64| format!("{:.1} %", share * 100.0);
    let share = report.share().map_or("nothing to measure".to_owned(), percent);
    let out: Vec<String> = report
        .out
        .iter()
        .map(|(why, count)| format!("{count} {why}"))
        .collect();
    let mut lines = vec![
        practice.to_owned(),
        format!(
            "{share} of {} patients came back or have a visit booked ({} came, {} booked)",
            report.patients, report.returned, report.booked
        ),
        format!("last visit from {} to {}", said(told.at.from), said(told.at.to)),
    ];
    if !out.is_empty() {
        lines.push(format!("not counted: {}", out.join(", ")));
    }
    let sixth = told
        .curve
        .months()
        .into_iter()
        .filter(|(month, _)| month % 6 == 0);
    lines.extend(sixth.map(|(month, point)| {
        format!(
            "{month:>3} months: {} not back ({} to {}), {} followed",
            percent(point.survival),
            percent(point.low),
            percent(point.high),
            point.at_risk
        )
    }));
    lines.join("\n")
}
