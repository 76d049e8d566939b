//! The score month by month as a picture: a line through the months, the band of their intervals, and the target. The same
//! numbers stand beside it as a table. It draws what it is handed.

use anteroom_core::promises::nps::Month;

use crate::frame::Staff;
use crate::queue::counted;
use crate::today::nps::{ends, height, points};
use crate::today::whole;

/// The picture's width in its own units; the page stretches it to its own.
const WIDTH: f64 = 560.0;
/// Its height.
const HEIGHT: f64 = 160.0;

/// The months, ready to be drawn and read.
pub(super) struct Trend {
    /// What the picture shows, in a sentence.
    pub label: String,
    /// The intervals as closed paths, one for each run of months with answers.
    pub band: String,
    /// The line through the months.
    pub line: String,
    /// Each month with answers.
    pub dots: Vec<(String, String)>,
    /// The target's height.
    pub mark: String,
    /// The height of no points at all.
    pub zero: String,
    /// The first month and the last.
    pub ends: [String; 2],
    /// The last first.
    pub rows: Vec<Row>,
}

/// A month of the table.
pub(super) struct Row {
    pub month: String,
    pub points: String,
    pub low: String,
    pub high: String,
    pub n: String,
    pub few: bool,
}

/// A month with answers, in the drawing's units.
struct Place {
    x: f64,
    middle: f64,
    low: f64,
    high: f64,
}

#[expect(clippy::cast_precision_loss, reason = "a year has twelve months")]
fn place(at: usize, of: usize) -> f64 {
    (at as f64 + 0.5) / of.max(1) as f64 * WIDTH
}

impl Trend {
    pub(super) fn new(f: &Staff, months: &[Month], target: i64) -> Self {
        let w = f.w;
        let places: Vec<Option<Place>> = months
            .iter()
            .enumerate()
            .map(|(at, month)| {
                let interval = month.tally.interval()?;
                Some(Place {
                    x: place(at, months.len()),
                    middle: height(month.tally.points()?, HEIGHT),
                    low: height(interval.low, HEIGHT),
                    high: height(interval.high, HEIGHT),
                })
            })
            .collect();
        let runs: Vec<&[Option<Place>]> = places
            .split(Option::is_none)
            .filter(|run| !run.is_empty())
            .collect();
        let name =
            |month: Option<&Month>| month.map_or_else(String::new, |month| super::month_name(f, month.first));
        let rows = months.iter().rev().map(|month| {
            let (low, high) = ends(w, month.tally.interval());
            Row {
                month: super::month_name(f, month.first),
                points: points(w, month.tally.points()),
                low,
                high,
                n: counted(w, whole(month.tally.n())),
                few: month.tally.is_few() && month.tally.n() > 0,
            }
        });
        #[expect(clippy::cast_precision_loss, reason = "a target is between -100 and 100")]
        let mark = height(target as f64, HEIGHT);
        Self {
            label: w.with("survey-trend", "target", target.to_string()),
            band: runs.iter().map(|run| band(run)).collect(),
            line: runs.iter().map(|run| line(run)).collect(),
            dots: places
                .iter()
                .flatten()
                .map(|place| (format!("{:.1}", place.x), format!("{:.1}", place.middle)))
                .collect(),
            mark: format!("M0 {mark:.1}H{WIDTH}"),
            zero: format!("M0 {:.1}H{WIDTH}", height(0.0, HEIGHT)),
            ends: [name(months.first()), name(months.last())],
            rows: rows.collect(),
        }
    }
}

/// The way there along the high ends, and back along the low ones. A month alone is as wide as half its place.
fn band(run: &[Option<Place>]) -> String {
    let alone = run.len() == 1;
    let reach = WIDTH / 48.0;
    let edge = |place: &Place| {
        if alone {
            [place.x - reach, place.x + reach]
        } else {
            [place.x, place.x]
        }
    };
    let there = run
        .iter()
        .flatten()
        .flat_map(|place| edge(place).map(|x| (x, place.high)));
    let back = run
        .iter()
        .rev()
        .flatten()
        .flat_map(|place| edge(place).map(|x| (x, place.low)).into_iter().rev());
    let points: Vec<String> = there.chain(back).map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    format!("M{}Z", points.join("L"))
}

fn line(run: &[Option<Place>]) -> String {
    let points: Vec<String> = run
        .iter()
        .flatten()
        .map(|place| format!("{:.1} {:.1}", place.x, place.middle))
        .collect();
    format!("M{}", points.join("L"))
}
