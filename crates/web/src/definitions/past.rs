//! A promise's last weeks as a picture and as a table with the same numbers. It draws what it is handed.

use crate::frame::Staff;
use crate::today::Bar;

/// The picture's width in its own units; the page stretches it to its own.
const WIDTH: f64 = 560.0;
/// Its height.
const HEIGHT: f64 = 120.0;

/// The last weeks as a promise's own module tells them.
pub(super) struct Past {
    /// What the picture shows, in a sentence.
    pub label: String,
    /// The value at the picture's upper edge; above 0.
    pub top: f64,
    /// The promised value, and what that line is.
    pub mark: Option<(f64, String)>,
    /// The names of the table's columns between the day's and the standing's.
    pub columns: Vec<String>,
    /// Days (weeks, months), oldest first.
    pub points: Vec<Point>,
}

/// A day, or whatever the promise is told by.
pub(super) struct Point {
    /// Its name.
    pub when: String,
    /// Where its rows are; empty where it has none.
    pub rows: String,
    /// How high its bar is; nothing for none.
    pub value: Option<f64>,
    /// Whether it kept the promise; nothing where there is nothing to say.
    pub kept: Option<bool>,
    pub cells: Vec<String>,
}

/// The last weeks, ready to be drawn and read.
pub(super) struct Drawn {
    pub label: String,
    /// One a point, oldest first; one without a value has none.
    pub bars: Vec<PastBar>,
    /// The height of the promised number, as an SVG path; empty for none.
    pub mark: String,
    /// What that line is.
    pub mark_label: String,
    /// The first point and the last, beneath the picture's ends.
    pub ends: [String; 2],
    pub columns: Vec<String>,
    /// The last first.
    pub rows: Vec<PastRow>,
}

/// A bar, and whether its day kept the promise.
pub(super) struct PastBar {
    pub at: Bar,
    /// `kept`, `broken` or nothing.
    pub class: &'static str,
}

/// A day of the table.
pub(super) struct PastRow {
    pub day: String,
    /// Where its rows are; empty where it has none.
    pub rows: String,
    pub cells: Vec<String>,
    /// `kept`, `broken`, or nothing for a day without any.
    pub class: &'static str,
    /// The same in a word.
    pub standing: String,
}

impl Past {
    /// The page's part.
    pub(super) fn drawn(self, f: &Staff) -> Drawn {
        let bars = bars(&self.points, self.top);
        let ends = [self.points.first(), self.points.last()];
        let (mark, mark_label) = self.mark.map_or_else(Default::default, |(value, label)| {
            let y = HEIGHT - (value / self.top).clamp(0.0, 1.0) * HEIGHT;
            (format!("M0 {y:.1}H{WIDTH}"), label)
        });
        Drawn {
            bars,
            mark,
            mark_label,
            ends: ends.map(|point| point.map_or_else(String::new, |point| point.when.clone())),
            label: self.label,
            columns: self.columns,
            rows: self.points.into_iter().rev().map(|point| row(f, point)).collect(),
        }
    }
}

const fn class(kept: Option<bool>) -> &'static str {
    match kept {
        Some(true) => "kept",
        Some(false) => "broken",
        None => "",
    }
}

fn row(f: &Staff, point: Point) -> PastRow {
    let class = class(point.kept);
    PastRow {
        day: point.when,
        rows: point.rows,
        cells: point.cells,
        class,
        standing: if class.is_empty() {
            f.w.t("no-value")
        } else {
            f.w.of("standing-promise", class)
        },
    }
}

/// A count as a height.
#[expect(clippy::cast_precision_loss, reason = "counts of a day stay far below 2^52")]
pub(super) fn float(count: i64) -> f64 {
    count as f64
}

/// Bars side by side, each as high as its value is of `top`.
fn bars(points: &[Point], top: f64) -> Vec<PastBar> {
    let length = |count: usize| float(i64::try_from(count).unwrap_or(i64::MAX));
    let step = WIDTH / length(points.len().max(1));
    let bar = |(at, point): (usize, &Point)| {
        // A day that kept nothing is still to be seen.
        let height = (point.value? / top * HEIGHT).clamp(1.5, HEIGHT);
        let place = Bar {
            x: format!("{:.1}", length(at) * step + step * 0.15),
            y: format!("{:.1}", HEIGHT - height),
            width: format!("{:.1}", step * 0.7),
            height: format!("{height:.1}"),
        };
        Some(PastBar {
            at: place,
            class: class(point.kept),
        })
    };
    points.iter().enumerate().filter_map(bar).collect()
}
