//! Enough people: the figures behind the next hours, the half hours themselves, and the last weeks.

use anteroom_core::promises::people::{Day, Now};
use jiff::civil::Date;

use super::past::{Past, Point, float};
use super::{Line, Rows};
use crate::frame::Staff;
use crate::plan::{self, people};
use crate::queue::counted;
use crate::today::whole;

/// The figures behind the value.
pub(super) fn figures(f: &Staff, now: &Now) -> Vec<(String, String)> {
    plan::basis(f, &now.basis)
}

/// The half hours that the promise looks at, and those of its outlook.
pub(super) fn rows(f: &Staff, now: &Now) -> Rows {
    let w = f.w;
    let lines = now.halves.iter().map(|half| {
        let (class, outcome) = plan::standing(f, half);
        Line {
            href: format!("{}/plan?day={}", f.base(), f.when.day_of(half.at)),
            name: f.when.moment(half.at),
            who: String::new(),
            aside: String::new(),
            cells: vec![
                plan::expected(w, half.calls),
                plan::expected(w, half.requests),
                counted(w, half.needed),
                people(half.on_shift),
            ],
            class,
            outcome,
        }
    });
    Rows {
        title: w.t("plan-rows"),
        columns: plan::columns(w),
        lines: lines.collect(),
    }
}

/// The last weeks.
pub(super) fn past(f: &Staff, days: &[(Date, Day)]) -> Past {
    let w = f.w;
    let most = days.iter().map(|(_, day)| day.short).max().unwrap_or(0);
    let points = days.iter().map(|(date, day)| Point {
        when: f.when.day(*date),
        rows: String::new(),
        value: (day.short > 0).then(|| float(day.short)),
        kept: (day.halves > 0).then_some(day.short == 0),
        cells: vec![
            counted(w, day.halves),
            counted(w, day.short),
            f.when.minutes(day.missing * 30),
        ],
    });
    Past {
        label: w.with("plan-past", "days", whole(days.len() as u64)),
        top: float(most.max(1)) * 1.1,
        mark: None,
        columns: vec![
            w.t("plan-past-open"),
            w.t("plan-past-short"),
            w.t("plan-past-missing"),
        ],
        points: points.collect(),
    }
}
