//! The site answers: the figures behind the share, and its last weeks, whose days are its rows.

use anteroom_core::promises::site::{Now, Told, Visits};
use jiff::civil::Date;

use super::past::{Past, Point};
use super::{Line, Rows};
use crate::frame::Staff;
use crate::i18n::Words;
use crate::queue::counted;
use crate::today::{percent, whole};

/// The figures behind the value.
pub(super) fn figures(f: &Staff, now: &Now) -> Vec<(String, String)> {
    let w = f.w;
    let visits = now.visits();
    let count = |count: u64| counted(w, whole(count));
    vec![
        (w.t("site-figure-visits"), count(visits.all)),
        (w.t("site-figure-answered"), count(visits.answered)),
        (w.t("site-figure-sent"), count(visits.all - visits.answered)),
        (w.t("site-figure-searched"), count(visits.searched)),
        (w.t("site-figure-read"), count(visits.read)),
        (w.t("site-figure-target"), percent(w, Some(now.target))),
        (w.t("site-figure-outlook"), percent(w, now.outlook())),
        (w.t("site-figure-work"), counted(w, now.work.open)),
        (w.t("site-figure-late"), counted(w, now.work.late)),
    ]
}

fn columns(w: Words) -> Vec<String> {
    vec![
        w.t("site-figure-visits"),
        w.t("site-figure-answered"),
        w.t("site-figure-searched"),
        w.t("site-figure-read"),
    ]
}

fn cells(w: Words, visits: &Visits) -> Vec<String> {
    let count = |count: u64| counted(w, whole(count));
    vec![
        count(visits.all),
        count(visits.answered),
        count(visits.searched),
        count(visits.read),
    ]
}

/// The last weeks: the share of the 28 days that end with each, and what came on it.
pub(super) fn past(f: &Staff, target: f64, days: &[Told]) -> Past {
    let w = f.w;
    let promised = percent(w, Some(target));
    let points = days.iter().map(|(day, share, visits)| {
        let mut told = vec![percent(w, *share)];
        told.extend(cells(w, visits));
        Point {
            when: f.when.day(*day),
            rows: String::new(),
            value: *share,
            kept: share.map(|share| share >= target),
            cells: told,
        }
    });
    let mut names = vec![w.t("site-figure-share")];
    names.extend(columns(w));
    Past {
        label: w.with("site-past", "days", whole(days.len() as u64)),
        top: 1.0,
        mark: Some((target, w.with("past-mark-share", "share", promised))),
        columns: names,
        points: points.collect(),
    }
}

/// The rows behind the value: the visits of each day. A single one is nobody's, and says no more than its day.
pub(super) fn rows(f: &Staff, now: &Now) -> Rows {
    let w = f.w;
    let visited = now.days.iter().rev().filter(|(_, visits)| visits.all > 0);
    let line = |(day, visits): &(Date, Visits)| {
        let kept = visits.share().map(|share| share >= now.target);
        Line {
            href: String::new(),
            name: f.when.day(*day),
            who: String::new(),
            aside: String::new(),
            cells: cells(w, visits),
            class: match kept {
                Some(true) => "kept",
                Some(false) => "broken",
                None => "",
            },
            outcome: percent(w, visits.share()),
        }
    };
    let mut names = vec![w.t("site-day")];
    names.extend(columns(w));
    names.push(w.t("site-day-share"));
    Rows {
        title: w.t("site-rows"),
        columns: names,
        lines: visited.map(line).collect(),
    }
}
