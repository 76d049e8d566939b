//! The calls page and its wall: each line at this moment, and today by half hour as a picture and a table.

use anteroom_app::calls::view::{self, LineNow, Page};
use anteroom_core::Span;
use anteroom_core::promises::hold::Report;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::clocked;
use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::queue::counted;
use crate::seat::Seat;
use crate::today::{percent, whole};

/// The picture's height in its own units; each half hour is as wide as [`STEP`].
const HEIGHT: f64 = 120.0;
/// The width of a half hour.
const STEP: f64 = 24.0;
/// The half hours that are drawn at least: from 8 in the morning to 5.
const USUAL: std::ops::Range<usize> = 16..34;

/// A line at this moment, in words.
struct Line {
    name: String,
    waiting: String,
    longest: String,
    /// `broken` where somebody holds for longer than is promised, `risk` where somebody waits.
    class: &'static str,
    ringing: String,
    talking: String,
    on: String,
}

impl Line {
    fn new(f: &Staff, line: &LineNow, within: Span) -> Self {
        let count = |count: u64| counted(f.w, whole(count));
        let waits = line.waiting.callers > 0;
        let class = match (waits, line.waiting.longest > within) {
            (true, true) => "broken",
            (true, false) => "risk",
            (false, _) => "kept",
        };
        Self {
            name: if line.name.is_empty() {
                f.w.t("call-line-unknown")
            } else {
                line.name.clone()
            },
            waiting: count(line.waiting.callers),
            longest: if waits {
                clocked(line.waiting.longest)
            } else {
                f.w.t("no-value")
            },
            class,
            ringing: count(line.ringing),
            talking: count(line.talking),
            on: count(line.on),
        }
    }
}

/// A half hour of today.
struct Half {
    /// From when.
    from: String,
    x: String,
    width: String,
    /// The bar of those answered in time: its top and height.
    kept: (String, String),
    /// The bar of the rest, above it.
    rest: (String, String),
    cells: Vec<String>,
}

/// Today by half hour.
struct Day {
    width: String,
    label: String,
    halves: Vec<Half>,
    columns: Vec<String>,
    /// The first half hour and the last, beneath the picture's ends.
    ends: [String; 2],
}

#[expect(
    clippy::cast_precision_loss,
    reason = "calls of a half hour stay far below 2^52"
)]
fn float(count: usize) -> f64 {
    count as f64
}

/// What a bar counts: calls to a closed line were offered to nobody, and broke no promise.
const fn calls(report: &Report) -> u64 {
    report.offered
}

fn height(count: u64, most: u64) -> f64 {
    let size = |count: u64| float(usize::try_from(count).unwrap_or(usize::MAX));
    size(count) / size(most.max(1)) * HEIGHT
}

fn face(f: &Staff, half: usize) -> String {
    let hour = i8::try_from(half / 2).unwrap_or(0);
    f.when.face(hour, if half.is_multiple_of(2) { 0 } else { 30 })
}

fn day(f: &Staff, page: &Page) -> Day {
    let w = f.w;
    let busy = |half: &usize| calls(&page.halves[*half]) > 0;
    let first = (0..view::HALVES)
        .find(busy)
        .unwrap_or(USUAL.start)
        .min(USUAL.start);
    let last = (0..view::HALVES)
        .rfind(busy)
        .map_or(USUAL.end, |half| (half + 1).max(USUAL.end));
    let most = page.halves.iter().map(calls).max().unwrap_or(0);
    let halves = (first..last).enumerate().map(|(at, half)| {
        let report = &page.halves[half];
        let (kept, all) = (height(report.in_time, most), height(calls(report), most));
        Half {
            from: face(f, half),
            x: format!("{:.1}", float(at) * STEP + STEP * 0.1),
            width: format!("{:.1}", STEP * 0.8),
            kept: (format!("{:.1}", HEIGHT - kept), format!("{kept:.1}")),
            rest: (
                format!("{:.1}", HEIGHT - all),
                format!("{:.1}", (all - kept).max(0.0)),
            ),
            cells: cells(f, report),
        }
    });
    let columns = vec![
        w.t("call-offered"),
        w.t("call-in-time"),
        w.t("call-share"),
        w.t("call-abandoned"),
        w.t("call-mean"),
    ];
    Day {
        width: format!("{:.0}", float(last - first) * STEP),
        label: w.all(
            "call-day-label",
            &[
                ("offered", whole(page.today.offered).into()),
                ("share", percent(w, page.today.of_offered()).into()),
            ],
        ),
        halves: halves.collect(),
        columns,
        ends: [face(f, first), face(f, last % view::HALVES)],
    }
}

fn cells(f: &Staff, report: &Report) -> Vec<String> {
    let count = |count: u64| counted(f.w, whole(count));
    vec![
        count(report.offered),
        count(report.in_time),
        percent(f.w, report.of_offered()),
        count(report.abandoned),
        report.mean.map_or_else(|| f.w.t("no-value"), clocked),
    ]
}

#[derive(Template)]
#[template(path = "calls/now.html")]
struct NowPage {
    f: Staff,
    at: String,
    all: Line,
    lines: Vec<Line>,
    /// Today in a sentence.
    said: String,
    day: Day,
    /// No call was ever told.
    none: bool,
    /// Who may connect a phone system.
    connects: bool,
}

pub(super) async fn page(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let page = view::now(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "calls");
    let within = page.rules.within;
    show(&NowPage {
        at: f.when.clock(page.at),
        all: Line::new(&f, &page.all, within),
        lines: page
            .lines
            .iter()
            .map(|line| Line::new(&f, line, within))
            .collect(),
        said: said(&f, &page.today),
        day: day(&f, &page),
        none: page.first.is_none(),
        connects: f.seat.desk.role.may(anteroom_core::access::Right::Administer),
        f,
    })
}

fn said(f: &Staff, today: &Report) -> String {
    let w = f.w;
    if today.offered == 0 {
        return w.t("call-none-today");
    }
    w.all(
        "call-today-said",
        &[
            ("offered", whole(today.offered).into()),
            ("share", percent(w, today.of_offered()).into()),
            ("abandoned", whole(today.abandoned).into()),
        ],
    )
}

/// The page for a screen that patients can see, too: it names no caller and no number.
#[derive(Template)]
#[template(path = "calls/wall.html")]
struct WallPage {
    f: Staff,
    at: String,
    all: Line,
    lines: Vec<Line>,
    share: String,
    said: String,
}

pub(super) async fn wall(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let page = view::now(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "");
    let within = page.rules.within;
    show(&WallPage {
        at: f.when.clock(page.at),
        all: Line::new(&f, &page.all, within),
        lines: page
            .lines
            .iter()
            .map(|line| Line::new(&f, line, within))
            .collect(),
        share: percent(f.w, page.today.of_offered()),
        said: said(&f, &page.today),
        f,
    })
}
