//! Requests answered in time: the figures behind today's share, its last weeks, and the clocks of a day.

use anteroom_app::practices;
use anteroom_app::promises::{self, ClockOfDay};
use anteroom_core::promises::response::{Report, Today};
use anteroom_core::requests::Outcome;
use anteroom_core::requests::kinds::Kind;
use jiff::civil::Date;

use super::past::{Past, Point};
use super::{Line, Rows, named};
use crate::Web;
use crate::ask::kind_name;
use crate::errors::Problem;
use crate::frame::Staff;
use crate::queue::counted;
use crate::today::{percent, whole};

/// The figures behind the value.
pub(super) fn figures(f: &Staff, today: &Today) -> Vec<(String, String)> {
    let w = f.w;
    let report = &today.report;
    let span = |span: Option<_>| span.map_or_else(|| w.t("no-value"), |span| f.when.length(span));
    let count = |count: u64| counted(w, whole(count));
    vec![
        named(w, "n", count(report.n)),
        named(w, "in-time", count(report.in_time)),
        named(w, "answered", count(report.answered)),
        named(w, "missed", count(report.missed)),
        named(w, "running", count(report.running)),
        named(w, "withdrawn", count(report.withdrawn)),
        named(w, "rate", percent(w, report.response_rate())),
        named(w, "median", span(report.median)),
        named(w, "p90", span(report.p90)),
        named(w, "outlook", percent(w, today.outlook)),
    ]
}

/// The last weeks.
pub(super) fn past(f: &Staff, threshold: f64, days: &[(Date, Report)]) -> Past {
    let w = f.w;
    let share = |report: &Report| report.share_in_time();
    let promised = percent(w, Some(threshold));
    let span = |span: Option<_>| span.map_or_else(|| w.t("no-value"), |span| f.when.length(span));
    let points = days.iter().map(|(day, report)| Point {
        when: f.when.day(*day),
        rows: format!("?day={day}#rows"),
        value: share(report),
        kept: share(report).map(|share| share >= threshold),
        cells: vec![
            percent(w, share(report)),
            counted(w, whole(report.n)),
            counted(w, whole(report.in_time)),
            span(report.median),
            span(report.p90),
        ],
    });
    let columns = ["share", "n", "in-time", "median", "p90"];
    Past {
        label: w.with("past-shares", "days", whole(days.len() as u64)),
        top: 1.0,
        mark: Some((threshold, w.with("past-mark-share", "share", promised))),
        columns: columns.iter().map(|word| w.of("figure", word)).collect(),
        points: points.collect(),
    }
}

/// The clocks that started on a day, today if none is named.
pub(super) async fn rows(web: &Web, f: &Staff, day: Option<Date>) -> Result<Rows, Problem> {
    let clocks = promises::clocks_of(&web.app, &f.seat.desk, day).await?;
    let kinds = practices::facts(&web.app, f.practice()).await?.kinds;
    let listed = i64::try_from(clocks.len()).unwrap_or(i64::MAX);
    let title = match day {
        Some(day) => {
            f.w.with2("clocks-of-day", ("day", f.when.day(day)), ("n", listed))
        }
        None if listed > 0 => f.w.with("clocks-of-today", "n", listed),
        None => String::new(),
    };
    let columns = ["request", "started", "open-time", "outcome"];
    Ok(Rows {
        title,
        columns: columns.iter().map(|word| f.w.of("clock", word)).collect(),
        lines: clocks.iter().map(|clock| line(f, &kinds, clock)).collect(),
    })
}

fn line(f: &Staff, kinds: &[Kind], clock: &ClockOfDay) -> Line {
    let fact = &clock.fact;
    let inside = fact.open <= fact.target;
    let (word, class) = match (fact.outcome, inside) {
        (Some(Outcome::Answered), true) => ("in-time", "kept"),
        (Some(Outcome::Answered), false) => ("late", "broken"),
        (Some(Outcome::Missed), _) => ("missed", "broken"),
        (Some(Outcome::Withdrawn), _) => ("withdrawn", ""),
        (None, true) => ("running", ""),
        (None, false) => ("run-out", "broken"),
    };
    let name = kinds
        .iter()
        .find(|kind| kind.code == clock.kind)
        .map_or("", |kind| kind.name.as_str());
    let who = if clock.person.is_empty() {
        f.w.t("somebody")
    } else {
        clock.person.clone()
    };
    Line {
        href: format!("{}/requests/{}", f.base(), clock.number),
        name: format!("#{}", clock.number),
        who,
        aside: kind_name(f.w, "kind-of", &clock.kind, name),
        cells: vec![f.when.moment(clock.started_at), f.when.length(fact.open)],
        class,
        outcome: f.w.of("outcome", word),
    }
}
