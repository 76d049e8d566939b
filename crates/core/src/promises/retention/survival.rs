//! The Kaplan-Meier curve: the share that is not back after so many months, when some were watched for longer than others.
//!
//! Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958) 457-481. At each instant the returns come before the ends of watching.
//! The interval is Greenwood's variance on the log(-log) scale, 95 %, point by point (Kalbfleisch and Prentice; the default
//! of lifelines): it never leaves 0 to 1. Where nobody or everybody is back, it is the point itself.

use crate::limits;

/// The 0.975 quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// One who was watched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// Months until they were back, or for which they were watched without that.
    pub months: f64,
    /// Whether they were back.
    pub returned: bool,
}

/// The curve falls here.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    months: f64,
    /// The share that is not back from here on.
    survival: f64,
    /// Greenwood's sum up to here.
    variance: f64,
}

/// A point of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The share that is not back.
    pub survival: f64,
    /// The interval's low end.
    pub low: f64,
    /// Its high end.
    pub high: f64,
    /// How many were watched until here at least and not back before.
    pub at_risk: u64,
}

/// The whole curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// All months at which somebody's watching ended, sorted.
    seen: Vec<f64>,
    steps: Vec<Step>,
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn float(count: usize) -> f64 {
    count as f64
}

impl Curve {
    /// Draws it.
    pub fn new(seen: impl IntoIterator<Item = Seen>) -> Self {
        let mut seen: Vec<Seen> = seen.into_iter().collect();
        seen.sort_by(|one, other| one.months.total_cmp(&other.months));
        let mut steps: Vec<Step> = Vec::new();
        let (mut survival, mut variance) = (1.0, 0.0);
        let mut at_risk = seen.len();
        for group in seen.chunk_by(|one, other| one.months.total_cmp(&other.months).is_eq()) {
            let back = group.iter().filter(|one| one.returned).count();
            if back > 0 {
                let stay = at_risk - back;
                survival *= float(stay) / float(at_risk);
                if stay > 0 {
                    variance += float(back) / (float(at_risk) * float(stay));
                }
                steps.push(Step {
                    months: group[0].months,
                    survival,
                    variance,
                });
            }
            at_risk -= group.len();
        }
        Self {
            seen: seen.iter().map(|one| one.months).collect(),
            steps,
        }
    }

    /// The curve after so many months.
    pub fn at(&self, months: f64) -> Point {
        let fallen = self.steps.partition_point(|step| step.months <= months);
        let (survival, variance) = match fallen.checked_sub(1) {
            Some(last) => (self.steps[last].survival, self.steps[last].variance),
            None => (1.0, 0.0),
        };
        let (low, high) = interval(survival, variance);
        let ended = self.seen.partition_point(|seen| *seen < months);
        Point {
            survival,
            low,
            high,
            at_risk: (self.seen.len() - ended) as u64,
        }
    }

    /// The curve at each whole month for which somebody was watched.
    pub fn months(&self) -> Vec<(u32, Point)> {
        let point = |month: u32| (month, self.at(f64::from(month)));
        let watched = (0..=limits::CURVE_MONTHS).map(point);
        watched.take_while(|(_, point)| point.at_risk > 0).collect()
    }
}

fn interval(survival: f64, variance: f64) -> (f64, f64) {
    if survival <= 0.0 || survival >= 1.0 {
        return (survival, survival);
    }
    let log = survival.ln();
    let (middle, spread) = ((-log).ln(), Z * variance.sqrt() / log);
    let end = |at: f64| (-at.exp()).exp();
    (end(middle - spread), end(middle + spread))
}

#[cfg(test)]
mod tests;
