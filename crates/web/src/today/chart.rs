//! Small charts as SVG without style or script: bars for shares, a line for counts, each with its numbers in words.

use crate::i18n::Words;

/// The drawing's width in its own units.
pub(super) const WIDTH: f64 = 140.0;
/// Its height.
pub(super) const HEIGHT: f64 = 34.0;

/// A chart, ready to be drawn.
pub(crate) struct Chart {
    /// The numbers, for those who don't see it.
    pub label: String,
    pub bars: Vec<Bar>,
    /// A line through the counts, as an SVG path; empty for bars.
    pub line: String,
    /// The height of the promised number, as an SVG path.
    pub mark: String,
}

/// A bar, in the drawing's units.
pub(crate) struct Bar {
    pub x: String,
    pub y: String,
    pub width: String,
    pub height: String,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "charts have dozens of points and counts of at most ten thousand"
)]
fn float(count: i64) -> f64 {
    count as f64
}

fn length(count: usize) -> f64 {
    float(i64::try_from(count).unwrap_or(i64::MAX))
}

fn unit(value: f64) -> String {
    format!("{value:.1}")
}

impl Chart {
    /// Shares of days, oldest first; a day without any has no bar.
    pub(crate) fn shares(w: Words, days: &[Option<f64>], threshold: f64) -> Self {
        let step = WIDTH / length(days.len().max(1));
        let bars = days.iter().enumerate().filter_map(|(at, share)| {
            let height = (share.as_ref()? * HEIGHT).max(1.0);
            Some(Bar {
                x: unit(length(at) * step + step * 0.15),
                y: unit(HEIGHT - height),
                width: unit(step * 0.7),
                height: unit(height),
            })
        });
        let said: Vec<String> = days.iter().map(|share| super::percent(w, *share)).collect();
        let mark = HEIGHT - threshold * HEIGHT;
        Self {
            label: w.with("chart-days", "numbers", said.join(", ")),
            bars: bars.collect(),
            line: String::new(),
            mark: format!("M0 {mark:.1}H{WIDTH}"),
        }
    }

    /// Counts by the hour, oldest first, with the line that they promise to stay under.
    pub(crate) fn counts(w: Words, hours: &[i64], under: i64) -> Self {
        let top = float(hours.iter().copied().max().unwrap_or(0).max(under).max(1)) * 1.1;
        let height = |count: i64| HEIGHT - float(count) / top * HEIGHT;
        let step = WIDTH / length(hours.len().saturating_sub(1).max(1));
        let point = |(at, count): (usize, &i64)| format!("{:.1} {:.1}", length(at) * step, height(*count));
        let points: Vec<String> = hours.iter().enumerate().map(point).collect();
        let line = match points.as_slice() {
            [] => String::new(),
            [only] => format!("M{only}H{WIDTH}"),
            all => format!("M{}", all.join("L")),
        };
        let said: Vec<String> = hours.iter().map(i64::to_string).collect();
        Self {
            label: w.with2("chart-hours", ("numbers", said.join(", ")), ("under", under)),
            bars: Vec::new(),
            line,
            mark: format!("M0 {:.1}H{WIDTH}", height(under)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    const EN: fn() -> Words = || Words::new(Lang::En, "US");

    #[test]
    fn a_day_without_requests_has_no_bar_and_is_still_said() {
        let chart = Chart::shares(EN(), &[Some(0.9), None, Some(1.0)], 0.9);
        assert_eq!(chart.bars.len(), 2);
        assert!(
            chart.label.contains("90\u{202f}%, –, 100\u{202f}%"),
            "{}",
            chart.label
        );
        assert_eq!(chart.bars[1].y, "0.0");
    }

    #[test]
    fn counts_are_drawn_even_when_there_is_one_or_none() {
        assert_eq!(Chart::counts(EN(), &[], 50).line, "");
        assert!(Chart::counts(EN(), &[7], 50).line.ends_with("H140"));
        let chart = Chart::counts(EN(), &[10, 60], 50);
        assert!(
            chart.line.starts_with('M') && chart.line.contains('L'),
            "{}",
            chart.line
        );
    }
}
