//! "Patients would recommend us": promoters (9 and 10) minus detractors (0 to 6) of the answers of 90 days, in points from
//! -100 to 100, with its 95 % interval. Kept while the low end of the interval is at or above the target.
//!
//! The interval is Tango's score interval for a paired difference ("Equivalence test and confidence interval for the
//! difference in proportions for the paired-sample design", Statistics in Medicine 17, 1998): each answer is one trial that
//! counts 1, 0 or -1, as each pair does there. What it covers stands in docs/nps.md, beside those that were not taken.

use jiff::civil::Date;

use super::{Standing, share};
use crate::limits;
use crate::surveys::{Group, Score};

/// 97.5 % of the normal distribution lie below it.
const Z: f64 = 1.959_963_984_540_054;
/// Halvings of an interval of length 2 down to the last bit of a double.
const HALVINGS: u32 = 60;

/// Answers by their group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// 9 and 10.
    pub promoters: u64,
    /// 7 and 8.
    pub passives: u64,
    /// 0 to 6.
    pub detractors: u64,
}

/// The two ends of an interval, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

impl Tally {
    /// How many answers.
    pub const fn n(&self) -> u64 {
        self.promoters + self.passives + self.detractors
    }

    /// The same with one more.
    pub const fn add(&mut self, score: Score) {
        match score.group() {
            Group::Promoter => self.promoters += 1,
            Group::Passive => self.passives += 1,
            Group::Detractor => self.detractors += 1,
        }
    }

    /// The answers of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            promoters: self.promoters + other.promoters,
            passives: self.passives + other.passives,
            detractors: self.detractors + other.detractors,
        }
    }

    /// The answers of this one without those of a part of it.
    #[must_use]
    pub const fn without(self, part: Self) -> Self {
        Self {
            promoters: self.promoters.saturating_sub(part.promoters),
            passives: self.passives.saturating_sub(part.passives),
            detractors: self.detractors.saturating_sub(part.detractors),
        }
    }

    /// Promoters minus detractors in a hundred answers; nothing without any.
    pub fn points(&self) -> Option<f64> {
        Some((share(self.promoters, self.n())? - share(self.detractors, self.n())?) * 100.0)
    }

    /// Its 95 % interval; nothing without answers.
    pub fn interval(&self) -> Option<Interval> {
        if self.n() == 0 {
            return None;
        }
        let [n, up, down] = [self.n(), self.promoters, self.detractors].map(float);
        Some(Interval {
            low: low_end(n, up, down) * 100.0,
            high: -low_end(n, down, up) * 100.0,
        })
    }

    /// Whether there are too few answers to read a small change as one.
    pub const fn is_few(&self) -> bool {
        self.n() < limits::NPS_FEW
    }

    /// How many answers of the same mix it takes until the interval's low end reaches the target; nothing where more
    /// answers would not do.
    pub fn needed(&self, target: f64) -> Option<u64> {
        let points = self.points().filter(|points| *points > target)?;
        let [n, up, down] = [self.n(), self.promoters, self.detractors].map(float);
        let reaches = |many: u64| {
            let scale = float(many) / n;
            low_end(float(many), up * scale, down * scale) * 100.0 >= target
        };
        let (mut low, mut high) = (self.n(), limits::NPS_NEEDED);
        if points <= target || !reaches(high) {
            return None;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if reaches(middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(low)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of answers stay far below 2^52")]
const fn float(count: u64) -> f64 {
    count as f64
}

/// The smallest difference of shares that the answers don't speak against: where Tango's statistic falls to [`Z`]. It falls
/// all the way from -1 to the observed difference, so that halving finds it.
fn low_end(n: f64, up: f64, down: f64) -> f64 {
    let (mut below, mut within) = (-1.0, (up - down) / n);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(below, within);
        if up - down - n * middle <= Z * deviation(n, up, down, middle) {
            within = middle;
        } else {
            below = middle;
        }
    }
    within
}

/// The standard deviation of `up - down` if the true difference were `difference`: with the share of detractors that is
/// most likely then (Tango 1998, the restricted maximum likelihood estimate in closed form).
fn deviation(n: f64, up: f64, down: f64, difference: f64) -> f64 {
    let a = 2.0 * n;
    let b = (2.0 * n - up + down) * difference - up - down;
    let c = -down * difference * (1.0 - difference);
    let detractors = ((b * b - 4.0 * a * c).max(0.0).sqrt() - b) / (2.0 * a);
    (n * (2.0 * detractors + difference * (1.0 - difference)))
        .max(0.0)
        .sqrt()
}

/// A month's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// What was answered in it.
    pub tally: Tally,
}

impl Month {
    /// Whether its interval is sure that it reached the target, or sure that it did not; nothing while it could be either.
    pub fn kept(&self, target: i64) -> Option<bool> {
        let interval = self.tally.interval()?;
        if interval.low >= target_of(target) {
            Some(true)
        } else if interval.high < target_of(target) {
            Some(false)
        } else {
            None
        }
    }
}

/// How many were asked in a span, and how many of them answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Whose letter went out.
    pub asked: u64,
    /// Who of them answered.
    pub answered: u64,
}

impl Asked {
    /// Answered / asked; nothing where nobody was asked, as for answers that were brought in.
    pub fn rate(&self) -> Option<f64> {
        share(self.answered, self.asked)
    }
}

/// The promise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// The points that the practice wants.
    pub target: i64,
    /// Whether patients are asked at all.
    pub on: bool,
    /// The answers of [`limits::NPS_WINDOW`].
    pub tally: Tally,
    /// Those of them that [`limits::NPS_OUTLOOK`] pushes out of the window: the oldest.
    pub oldest: Tally,
    /// Those of the last [`limits::NPS_OUTLOOK`]: what the next may look like.
    pub newest: Tally,
    /// How many were asked in the window.
    pub asked: Asked,
    /// The last months, oldest first, the present one last.
    pub months: Vec<Month>,
    /// Open requests of those who would not recommend the practice.
    pub complaints: i64,
}

impl Now {
    /// The window's answers after [`limits::NPS_OUTLOOK`] more like the last.
    pub fn outlook(&self) -> Tally {
        self.tally.without(self.oldest).and(self.newest)
    }

    /// How many answers of this mix would keep the promise, where it is not kept and more would do.
    pub fn needed(&self) -> Option<u64> {
        let needed = self.tally.needed(target_of(self.target));
        needed.filter(|needed| *needed > self.tally.n())
    }

    /// Kept while the interval's low end is at or above the target, at risk if it falls below in a month like the last. Without
    /// answers there is nothing to measure.
    pub fn standing(&self) -> Standing {
        let reaches = |tally: &Tally| {
            tally
                .interval()
                .map(|interval| interval.low >= target_of(self.target))
        };
        match (reaches(&self.tally), reaches(&self.outlook())) {
            (None, _) => Standing::NotMeasured,
            (Some(false), _) => Standing::Broken,
            (Some(true), Some(true)) => Standing::Kept,
            (Some(true), _) => Standing::AtRisk,
        }
    }
}

/// A target as the interval is compared with it.
#[expect(clippy::cast_precision_loss, reason = "a target is between -100 and 100")]
const fn target_of(points: i64) -> f64 {
    points as f64
}

#[cfg(test)]
mod coverage;
#[cfg(test)]
mod tests;
