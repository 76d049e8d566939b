//! How many were not back yet, by months since their visit: a falling line with the band that holds it, and a table with the
//! same numbers.

use anteroom_core::promises::retention::survival::{Curve, Point};

use super::TableRow;
use crate::i18n::Words;
use crate::queue::counted;
use crate::today::whole;

/// The drawing's width in its own units.
const WIDTH: f64 = 560.0;
/// Its height.
const HEIGHT: f64 = 180.0;
/// Steps to the month that are drawn: a month of the curve is a dozen units wide.
const STEPS: u32 = 4;
/// Months between two marks of the axis.
const MARK: u32 = 6;

/// The curve, ready to be drawn and read.
pub(super) struct Drawn {
    /// In a sentence, for those who don't see it.
    pub label: String,
    pub line: String,
    pub band: String,
    /// Where a mark of the axis stands, and its month.
    pub marks: Vec<(String, u32)>,
    pub rows: Vec<TableRow>,
}

/// A share in tenths of a percent, as tables say it.
fn tenths(w: Words, share: f64) -> String {
    w.with("visits-percent", "n", format!("{:.1}", share * 100.0))
}

fn height(share: f64) -> f64 {
    HEIGHT - share * HEIGHT
}

impl Drawn {
    pub(super) fn new(w: Words, curve: &Curve) -> Self {
        let months = curve.months();
        let last = months.last().map_or(1, |(month, _)| (*month).max(1));
        // The axis ends at a mark, so that the marks and their names stand evenly.
        let axis = last.next_multiple_of(MARK);
        let unit = WIDTH / f64::from(axis);
        let points: Vec<(f64, Point)> = (0..=last * STEPS)
            .map(|step| f64::from(step) / f64::from(STEPS))
            .map(|month| (month * unit, curve.at(month)))
            .collect();
        let path = |share: fn(&Point) -> f64, back: bool| {
            let corner = |(x, point): &(f64, Point)| format!("{x:.1} {:.1}", height(share(point)));
            let corners: Vec<String> = if back {
                points.iter().rev().map(corner).collect()
            } else {
                points.iter().map(corner).collect()
            };
            corners.join("L")
        };
        let year = curve.at(12.0).survival;
        Self {
            label: w.with2(
                "visits-curve-said",
                ("n", months.first().map_or(0, |(_, point)| whole(point.at_risk))),
                ("share", tenths(w, 1.0 - year)),
            ),
            line: format!("M{}", path(|point| point.survival, false)),
            band: format!(
                "M{}L{}Z",
                path(|point| point.high, false),
                path(|point| point.low, true)
            ),
            marks: (0..=axis / MARK)
                .map(|mark| mark * MARK)
                .map(|month| (format!("{:.1}", f64::from(month) * unit), month))
                .collect(),
            rows: months
                .iter()
                .map(|(month, point)| row(w, *month, point))
                .collect(),
        }
    }
}

fn row(w: Words, month: u32, point: &Point) -> TableRow {
    TableRow {
        name: month.to_string(),
        rows: String::new(),
        cells: vec![
            tenths(w, point.survival),
            w.with2(
                "visits-interval",
                ("low", tenths(w, point.low)),
                ("high", tenths(w, point.high)),
            ),
            tenths(w, 1.0 - point.survival),
            counted(w, whole(point.at_risk)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use anteroom_core::promises::retention::survival::Seen;

    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn the_line_begins_at_the_top_and_the_table_has_every_month() {
        let seen = [(2.0, true), (5.5, true), (19.0, false), (21.0, false)];
        let curve = Curve::new(seen.map(|(months, returned)| Seen { months, returned }));
        let drawn = Drawn::new(Words::new(Lang::En, "US"), &curve);
        assert!(drawn.line.starts_with("M0.0 0.0L"), "{}", drawn.line);
        assert!(drawn.line.ends_with("490.0 90.0"), "{}", drawn.line);
        assert!(drawn.band.ends_with('Z'));
        assert_eq!(drawn.rows.len(), 22);
        assert_eq!(drawn.rows[6].cells[0], "50.0\u{202f}%");
        assert_eq!(
            drawn.marks.iter().map(|mark| mark.1).collect::<Vec<_>>(),
            [0, 6, 12, 18, 24]
        );
    }

    #[test]
    fn nobody_is_a_curve_without_rows() {
        let drawn = Drawn::new(Words::new(Lang::En, "US"), &Curve::new([]));
        assert!(drawn.rows.is_empty());
    }
}
