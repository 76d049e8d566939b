//! Phones always covered: the figures of this week, its last weeks, and the minutes without anybody.

use anteroom_app::promises::{self, GapRow};
use anteroom_core::promises::coverage::Now;
use anteroom_core::roster::{Counts, Need};
use jiff::civil::Date;

use super::past::{Past, Point, float};
use super::{Line, Rows, named};
use crate::Web;
use crate::errors::Problem;
use crate::frame::Staff;
use crate::today::whole;

/// The figures behind the value: of all lines, then of each.
pub(super) fn figures(f: &Staff, now: &Now) -> Vec<(String, String)> {
    let w = f.w;
    let (so_far, ahead) = (now.so_far(), now.ahead());
    let mut figures = vec![
        named(w, "coverage-phone", f.when.minutes(so_far.phone_bare)),
        named(w, "coverage-after", f.when.minutes(so_far.after_bare)),
        named(w, "coverage-ahead-phone", f.when.minutes(ahead.phone_bare)),
        named(w, "coverage-ahead-after", f.when.minutes(ahead.after_bare)),
    ];
    for line in &now.lines {
        let bare = line.so_far.bare();
        let values = [
            ("bare", f.when.minutes(bare).into()),
            ("measured", f.when.minutes(line.so_far.minutes()).into()),
        ];
        figures.push((line.name.clone(), w.all("coverage-line", &values)));
    }
    for name in &now.unmeasured {
        figures.push((name.clone(), w.t("coverage-no-roster")));
    }
    figures
}

/// The last weeks.
pub(super) fn past(f: &Staff, days: &[(Date, Counts)]) -> Past {
    let w = f.w;
    let most = days.iter().map(|(_, day)| day.bare()).max().unwrap_or(0);
    let points = days.iter().map(|(date, day)| {
        let measured = day.minutes() > 0;
        Point {
            when: f.when.day(*date),
            rows: format!("?day={date}#rows"),
            value: (day.bare() > 0).then(|| float(day.bare())),
            kept: measured.then(|| day.bare() == 0),
            cells: vec![f.when.minutes(day.phone_bare), f.when.minutes(day.after_bare)],
        }
    });
    Past {
        label: w.with("past-coverage", "days", whole(days.len() as u64)),
        top: float(most.max(1)) * 1.1,
        mark: None,
        columns: ["coverage-phone", "coverage-after"]
            .iter()
            .map(|word| w.of("figure", word))
            .collect(),
        points: points.collect(),
    }
}

/// The minutes without anybody of a day, of this week if none is named.
pub(super) async fn rows(web: &Web, f: &Staff, day: Option<Date>) -> Result<Rows, Problem> {
    let gaps = promises::gaps_of(&web.app, f.practice(), day).await?;
    let n = i64::try_from(gaps.len()).unwrap_or(i64::MAX);
    let title = match day {
        Some(day) => f.w.with2("coverage-rows-day", ("day", f.when.day(day)), ("n", n)),
        None => f.w.with("coverage-rows", "n", n),
    };
    let columns = [
        "coverage-line",
        "coverage-from",
        "coverage-length",
        "coverage-need",
        "coverage-standing",
    ];
    Ok(Rows {
        title,
        columns: columns.iter().map(|word| f.w.of("figure", word)).collect(),
        lines: gaps.iter().map(|row| line(f, row)).collect(),
    })
}

fn line(f: &Staff, row: &GapRow) -> Line {
    let gap = &row.gap;
    let (class, outcome) = if row.planned {
        ("risk", "planned")
    } else {
        ("broken", "bare")
    };
    let need = match gap.need {
        Need::Phone => "phone",
        Need::AfterHours => "after-hours",
    };
    Line {
        href: format!("{}/roster?week={}", f.base(), f.when.day_of(gap.from)),
        name: row.line.clone(),
        who: String::new(),
        aside: String::new(),
        cells: vec![
            f.when.moment(gap.from),
            f.when.length(gap.to.since(gap.from)),
            f.w.of("roster-need", need),
        ],
        class,
        outcome: f.w.of("coverage-outcome", outcome),
    }
}
