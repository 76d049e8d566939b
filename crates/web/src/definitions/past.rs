//! A promise's last weeks as a picture and as a table with the same numbers. It draws what it is handed.

use anteroom_app::promises::History;
use anteroom_core::promises::{open, response};
use jiff::civil::Date;

use crate::frame::Staff;
use crate::queue::counted;
use crate::today::{Bar, percent, whole};

/// The picture's width in its own units; the page stretches it to its own.
const WIDTH: f64 = 560.0;
/// Its height.
const HEIGHT: f64 = 120.0;

/// The last weeks, ready to be drawn and read.
pub(super) struct Past {
    /// What the picture shows, in a sentence.
    pub label: String,
    /// One a day, oldest first; a day without any has none.
    pub bars: Vec<PastBar>,
    /// The height of the promised number, as an SVG path.
    pub mark: String,
    /// What that line is.
    pub mark_label: String,
    /// The first day and today, beneath the picture's ends.
    pub ends: [String; 2],
    /// The names of the table's columns, the day's first.
    pub columns: Vec<String>,
    /// The days, the last first.
    pub rows: Vec<PastRow>,
}

/// A bar, and whether its day kept the promise.
pub(super) struct PastBar {
    pub at: Bar,
    /// `kept` or `broken`.
    pub class: &'static str,
}

/// A day of the table.
pub(super) struct PastRow {
    pub day: String,
    /// The day as the address of its rows names it; empty where it has none.
    pub rows: String,
    pub cells: Vec<String>,
    /// `kept`, `broken`, or nothing for a day without any.
    pub class: &'static str,
    /// The same in a word.
    pub standing: String,
}

impl Past {
    /// The page's part for a promise's history, where it has one.
    pub(super) fn new(f: &Staff, history: &History) -> Option<Self> {
        match history {
            History::Response { threshold, days } => Some(Self::shares(f, *threshold, days)),
            History::Open { rules, days } => Some(Self::counts(f, rules, days)),
            History::NotMeasured => None,
        }
    }

    fn shares(f: &Staff, threshold: f64, days: &[(Date, response::Report)]) -> Self {
        let w = f.w;
        let share = |report: &response::Report| report.share_in_time();
        let class = |report| share(report).map_or("", |share| standing(share >= threshold));
        let promised = percent(w, Some(threshold));
        let bars = days.iter().map(|(_, report)| (share(report), class(report)));
        let span = |span: Option<_>| span.map_or_else(|| w.t("no-value"), |span| f.when.length(span));
        let rows = days.iter().map(|(day, report)| PastRow {
            day: f.when.day(*day),
            rows: day.to_string(),
            cells: vec![
                percent(w, share(report)),
                counted(w, whole(report.n)),
                counted(w, whole(report.in_time)),
                span(report.median),
                span(report.p90),
            ],
            class: class(report),
            standing: said(f, class(report)),
        });
        let columns = ["share", "n", "in-time", "median", "p90"];
        Self {
            label: w.with("past-shares", "days", whole(days.len() as u64)),
            bars: drawn(bars, 1.0),
            mark: mark(threshold),
            mark_label: w.with("past-mark-share", "share", promised),
            ends: ends(f, days),
            columns: columns.iter().map(|word| w.of("figure", word)).collect(),
            rows: rows.rev().collect(),
        }
    }

    fn counts(f: &Staff, rules: &open::Rules, days: &[(Date, open::Day)]) -> Self {
        let w = f.w;
        let highest = days.iter().map(|(_, day)| day.highest).max().unwrap_or(0);
        let top = float(highest.max(rules.under).max(1)) * 1.1;
        let class = |day: &open::Day| standing(day.highest < rules.under);
        let bars = days.iter().map(|(_, day)| (Some(float(day.highest)), class(day)));
        let rows = days.iter().map(|(date, day)| PastRow {
            day: f.when.day(*date),
            rows: String::new(),
            cells: vec![counted(w, day.highest), counted(w, day.last)],
            class: class(day),
            standing: said(f, class(day)),
        });
        Self {
            label: w.with("past-counts", "days", whole(days.len() as u64)),
            bars: drawn(bars, top),
            mark: mark(float(rules.under) / top),
            mark_label: w.with("past-mark-count", "n", rules.under),
            ends: ends(f, days),
            columns: ["highest", "last"]
                .iter()
                .map(|word| w.of("figure", word))
                .collect(),
            rows: rows.rev().collect(),
        }
    }
}

const fn standing(kept: bool) -> &'static str {
    if kept { "kept" } else { "broken" }
}

fn said(f: &Staff, class: &str) -> String {
    if class.is_empty() {
        return f.w.t("no-value");
    }
    f.w.of("standing-promise", class)
}

fn ends<T>(f: &Staff, days: &[(Date, T)]) -> [String; 2] {
    let first = days.first().map_or_else(String::new, |(day, _)| f.when.day(*day));
    [first, f.w.t("definition-today")]
}

#[expect(clippy::cast_precision_loss, reason = "counts of a day stay far below 2^52")]
fn float(count: i64) -> f64 {
    count as f64
}

fn mark(share: f64) -> String {
    format!("M0 {:.1}H{WIDTH}", HEIGHT - share.clamp(0.0, 1.0) * HEIGHT)
}

/// Bars side by side, each as high as its value is of `top`.
fn drawn(values: impl ExactSizeIterator<Item = (Option<f64>, &'static str)>, top: f64) -> Vec<PastBar> {
    let step = WIDTH / float(whole(values.len() as u64)).max(1.0);
    let bar = |(at, (value, class)): (usize, (Option<f64>, &'static str))| {
        // A day that kept nothing is still to be seen.
        let height = (value? / top * HEIGHT).clamp(1.5, HEIGHT);
        let place = Bar {
            x: format!("{:.1}", float(whole(at as u64)) * step + step * 0.15),
            y: format!("{:.1}", HEIGHT - height),
            width: format!("{:.1}", step * 0.7),
            height: format!("{height:.1}"),
        };
        Some(PastBar { at: place, class })
    };
    values.enumerate().filter_map(bar).collect()
}
