//! Patients come back: the figures behind the share, and its last months.

use anteroom_core::promises::retention::{Now, Report};
use anteroom_core::visits::Left;
use jiff::civil::Date;

use super::past::{Past, Point};
use crate::frame::Staff;
use crate::queue::counted;
use crate::today::{percent, whole};

/// The figures behind the value.
pub(super) fn figures(f: &Staff, now: &Now) -> Vec<(String, String)> {
    let w = f.w;
    let report = &now.report;
    let count = |count: u64| counted(w, whole(count));
    let mut figures = vec![
        (w.t("retention-figure-patients"), count(report.patients)),
        (w.t("retention-figure-returned"), count(report.returned)),
        (w.t("retention-figure-booked"), count(report.booked)),
        (w.t("retention-figure-lost"), count(report.lost())),
    ];
    let out = |why: &Left| {
        let said = w.with("retention-figure-out", "why", w.of("left", why.as_str()));
        (said, count(report.out.get(why).copied().unwrap_or_default()))
    };
    figures.extend(Left::ALL.iter().map(out));
    figures.extend([
        (w.t("retention-figure-target"), percent(w, Some(now.rules.target))),
        (w.t("retention-figure-outlook"), percent(w, now.next.share())),
        (w.t("retention-figure-leaving"), count(now.leaving)),
    ]);
    figures
}

/// The last months.
pub(super) fn past(f: &Staff, target: f64, months: &[(Date, Report)]) -> Past {
    let w = f.w;
    let count = |count: u64| counted(w, whole(count));
    let points = months.iter().map(|(day, report)| Point {
        when: f.when.day(*day),
        rows: String::new(),
        value: report.share(),
        kept: report.share().map(|share| share >= target),
        cells: vec![
            percent(w, report.share()),
            count(report.patients),
            count(report.returned),
            count(report.booked),
            count(report.lost()),
        ],
    });
    Past {
        label: w.t("retention-past"),
        top: 1.0,
        mark: Some((
            target,
            w.with("past-mark-share", "share", percent(w, Some(target))),
        )),
        columns: vec![
            w.t("retention-figure-share"),
            w.t("retention-figure-patients"),
            w.t("retention-figure-returned"),
            w.t("retention-figure-booked"),
            w.t("retention-figure-lost"),
        ],
        points: points.collect(),
    }
}
