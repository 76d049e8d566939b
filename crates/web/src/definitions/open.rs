//! Few requests open: the figures behind today's count, and its last weeks.

use anteroom_core::promises::open::{Day, Now, Rules};
use jiff::civil::Date;

use super::named;
use super::past::{Past, Point, float};
use crate::frame::Staff;
use crate::queue::counted;
use crate::today::whole;

/// The figures behind the value.
pub(super) fn figures(f: &Staff, now: &Now) -> Vec<(String, String)> {
    let w = f.w;
    let days = now
        .days_to_clear()
        .map_or_else(|| w.t("no-value"), |days| format!("{days:.1}"));
    vec![
        named(w, "open", counted(w, now.counts.open)),
        named(w, "waiting", counted(w, now.counts.waiting)),
        named(w, "snoozed", counted(w, now.counts.snoozed)),
        named(w, "resolved", counted(w, now.counts.resolved)),
        named(w, "work", f.when.length(now.work())),
        named(w, "days", days),
        named(w, "open-outlook", counted(w, now.outlook())),
    ]
}

/// The last weeks.
pub(super) fn past(f: &Staff, rules: &Rules, days: &[(Date, Day)]) -> Past {
    let w = f.w;
    let highest = days.iter().map(|(_, day)| day.highest).max().unwrap_or(0);
    let points = days.iter().map(|(date, day)| Point {
        when: f.when.day(*date),
        rows: String::new(),
        value: Some(float(day.highest)),
        kept: Some(day.highest < rules.under),
        cells: vec![counted(w, day.highest), counted(w, day.last)],
    });
    Past {
        label: w.with("past-counts", "days", whole(days.len() as u64)),
        top: float(highest.max(rules.under).max(1)) * 1.1,
        mark: Some((float(rules.under), w.with("past-mark-count", "n", rules.under))),
        columns: ["highest", "last"]
            .iter()
            .map(|word| w.of("figure", word))
            .collect(),
        points: points.collect(),
    }
}
