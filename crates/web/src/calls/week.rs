//! The week as it usually goes: a table of days and hours with its busiest shaded, and the same in words.

use anteroom_app::calls::view::{self, HOURS, Week};
use anteroom_core::promises::hold::Report;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::queue::counted;
use crate::seat::Seat;
use crate::today::{percent, whole};

/// Shades of a cell, the palest for the fewest calls.
const SHADES: u64 = 5;

/// An hour of a day of the week.
struct Cell {
    /// 0 for no calls to 5 for the most.
    shade: u64,
    /// Calls on such a day, on average.
    calls: String,
    /// The share that was answered in time; empty without calls.
    share: String,
    /// Less than is promised was answered in time.
    broken: bool,
}

struct Day {
    name: String,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "calls/week.html")]
struct WeekPage {
    f: Staff,
    /// From when to when.
    span: String,
    hours: Vec<String>,
    days: Vec<Day>,
    /// The busiest hour and the one that was answered worst, in words.
    said: Vec<String>,
}

fn weekday(w: Words, day: usize) -> String {
    w.with("when-weekday", "n", i64::try_from(day).unwrap_or(0) + 1)
}

/// Calls on one such day, in tenths.
fn average(report: &Report, days: u32) -> u64 {
    let calls = report.offered + report.after_hours;
    (calls * 10 + u64::from(days) / 2) / u64::from(days.max(1))
}

fn tenths(w: Words, tenths: u64) -> String {
    if tenths >= 100 || tenths.is_multiple_of(10) {
        counted(w, whole((tenths + 5) / 10))
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

fn cell(w: Words, report: &Report, days: u32, (most, threshold): (u64, f64)) -> Cell {
    let average = average(report, days);
    let share = report.of_offered();
    Cell {
        shade: if average == 0 {
            0
        } else {
            (average * SHADES).div_ceil(most.max(1)).clamp(1, SHADES)
        },
        calls: if average == 0 {
            w.t("no-value")
        } else {
            tenths(w, average)
        },
        share: share.map_or_else(String::new, |share| percent(w, Some(share))),
        broken: share.is_some_and(|share| share < threshold),
    }
}

/// The hours in which anybody ever called.
fn hours(week: &Week) -> Vec<usize> {
    let any = |hour: &usize| {
        week.cells
            .iter()
            .any(|day| day[*hour].offered + day[*hour].after_hours > 0)
    };
    let first = (0..HOURS).find(any);
    let last = (0..HOURS).rfind(any);
    first
        .zip(last)
        .map_or_else(Vec::new, |(first, last)| (first..=last).collect())
}

/// The fewest calls of four weeks by which an hour is judged.
const JUDGED: u64 = 10;

fn said(f: &Staff, week: &Week) -> Vec<String> {
    let w = f.w;
    let all = || {
        let days = week.cells.iter().enumerate();
        days.flat_map(|(day, cells)| {
            cells
                .iter()
                .enumerate()
                .map(move |(hour, report)| (day, hour, report))
        })
    };
    let when = |day: usize, hour: usize| {
        let hour = f.when.face(i8::try_from(hour).unwrap_or(0), 0);
        w.with2("day-at", ("day", weekday(w, day)), ("clock", hour))
    };
    let busiest = all().max_by_key(|(day, hour, report)| {
        (average(report, week.days[*day]), std::cmp::Reverse((*day, *hour)))
    });
    let mut said = Vec::new();
    if let Some((day, hour, report)) = busiest.filter(|(day, _, report)| average(report, week.days[*day]) > 0)
    {
        let calls = tenths(w, average(report, week.days[day]));
        said.push(w.with2("call-week-busiest", ("when", when(day, hour)), ("calls", calls)));
    }
    let judged = all().filter(|(_, _, report)| report.offered >= JUDGED);
    let worst = judged.min_by(|one, other| {
        one.2
            .of_offered()
            .partial_cmp(&other.2.of_offered())
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    if let Some((day, hour, report)) = worst {
        let share = percent(w, report.of_offered());
        said.push(w.with2("call-week-worst", ("when", when(day, hour)), ("share", share)));
    }
    said
}

pub(super) async fn page(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let week = view::week(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "calls");
    let w = f.w;
    let hours = hours(&week);
    let averages = week.cells.iter().zip(week.days);
    let most = averages.flat_map(|(cells, days)| cells.iter().map(move |report| average(report, days)));
    let most = most.max().unwrap_or(0);
    let days = week.cells.iter().enumerate().map(|(day, reports)| Day {
        name: weekday(w, day),
        cells: hours
            .iter()
            .map(|hour| cell(w, &reports[*hour], week.days[day], (most, week.threshold)))
            .collect(),
    });
    show(&WeekPage {
        span: w.with2(
            "call-week-span",
            ("from", f.when.day(week.from)),
            ("to", f.when.day(week.to)),
        ),
        days: days.collect(),
        said: said(&f, &week),
        hours: hours
            .iter()
            .map(|hour| f.when.face(i8::try_from(*hour).unwrap_or(0), 0))
            .collect(),
        f,
    })
}
