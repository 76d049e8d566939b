//! Nobody on hold for long: the figures behind today's share, and its last weeks.

use anteroom_core::promises::hold::{Now, Report, Rules};
use jiff::civil::Date;

use super::past::{Past, Point};
use crate::calls::clocked;
use crate::frame::Staff;
use crate::queue::counted;
use crate::today::{percent, whole};

/// The figures behind the value.
pub(super) fn figures(f: &Staff, now: &Now) -> Vec<(String, String)> {
    let w = f.w;
    let report = &now.report;
    let span = |span: Option<_>| span.map_or_else(|| w.t("no-value"), clocked);
    let count = |count: u64| counted(w, whole(count));
    let left: u64 = report.left.values().sum();
    vec![
        (w.t("hold-offered"), count(report.offered)),
        (w.t("hold-answered"), count(report.answered)),
        (w.t("hold-in-time"), count(report.in_time)),
        (w.t("hold-abandoned"), count(report.abandoned)),
        (w.t("hold-short"), count(report.short)),
        (w.t("hold-left"), count(left)),
        (w.t("hold-after-hours"), count(report.after_hours)),
        (w.t("hold-of-answered"), percent(w, report.of_answered())),
        (w.t("hold-of-offered"), percent(w, report.of_offered())),
        (
            w.t("hold-of-offered-less-short"),
            percent(w, report.of_offered_less_short()),
        ),
        (w.t("hold-mean"), span(report.mean)),
        (w.t("hold-median"), span(report.median)),
        (w.t("hold-p90"), span(report.p90)),
        (w.t("hold-waiting"), count(now.waiting.callers)),
        (w.t("hold-outlook"), percent(w, now.outlook())),
    ]
}

/// The last weeks.
pub(super) fn past(f: &Staff, rules: &Rules, days: &[(Date, Report)]) -> Past {
    let w = f.w;
    let promised = percent(w, Some(rules.threshold));
    let points = days.iter().map(|(day, report)| Point {
        when: f.when.day(*day),
        rows: format!("{}/calls/list?day={day}", f.base()),
        value: report.of_offered(),
        kept: report.of_offered().map(|share| share >= rules.threshold),
        cells: vec![
            percent(w, report.of_offered()),
            counted(w, whole(report.offered)),
            counted(w, whole(report.in_time)),
            counted(w, whole(report.abandoned)),
            report.p90.map_or_else(|| w.t("no-value"), clocked),
        ],
    });
    Past {
        label: w.with("hold-past", "days", whole(days.len() as u64)),
        top: 1.0,
        mark: Some((rules.threshold, w.with("past-mark-share", "share", promised))),
        columns: vec![
            w.t("hold-of-offered"),
            w.t("hold-offered"),
            w.t("hold-in-time"),
            w.t("hold-abandoned"),
            w.t("hold-p90"),
        ],
        points: points.collect(),
    }
}
