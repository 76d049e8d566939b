//! "There are enough people for the next hours": people on shift against people needed, for each half hour of the next four
//! open hours.
//!
//! How many are needed is reckoned for all promises at once, from what came in the same half hour of the last weeks; how, is
//! the business of app and the formulas that it asks. What the open hours after these lack is the outlook.

use super::Standing;
use crate::{Span, Time};

/// Half hours of open time that the promise looks at: the next four open hours.
pub const NEXT: usize = 8;

/// Half hours of open time that it looks at with its outlook: twice as many.
pub const OUTLOOK: usize = 16;

/// The numbers that a practice sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// The most of their time that people are busy with what comes in, 0 to 1: the rest is for what nobody counts.
    pub occupancy: f64,
    /// The share of their time on shift that people are away from it beyond the breaks of the roster, 0 to 1.
    pub away: f64,
    /// How long a call takes, while too few calls say it themselves.
    pub call: Span,
    /// How long a caller waits before they hang up, while too few say it themselves.
    pub patience: Span,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            occupancy: 0.85,
            away: 0.1,
            call: Span::from_minutes(3),
            patience: Span::from_minutes(3),
        }
    }
}

/// What is to be expected in a half hour.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Expected {
    /// So many on average.
    pub mean: f64,
    /// The standard error of the mean.
    pub error: f64,
}

/// A half hour in which the desk is open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Half {
    /// When it begins.
    pub at: Time,
    /// Calls; nothing where fewer than two weeks say it.
    pub calls: Option<Expected>,
    /// Requests in writing; nothing where fewer than two weeks say it.
    pub requests: Option<Expected>,
    /// So many people are needed.
    pub needed: i64,
    /// So many are on shift; a fraction where somebody comes, goes or has a break within it.
    pub on_shift: f64,
}

impl Half {
    /// How many more are on shift than are needed; below 0 where some are missing.
    pub fn spare(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "people of a practice are few")]
        let needed = self.needed as f64;
        self.on_shift - needed
    }

    /// How many are missing.
    pub fn missing(&self) -> i64 {
        #[expect(clippy::cast_possible_truncation, reason = "people of a practice are few")]
        let missing = (-self.spare() - 1e-9).ceil() as i64;
        missing.max(0)
    }
}

/// Half hours one after the other that lack people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// From when.
    pub from: Time,
    /// Until when.
    pub to: Time,
    /// So many are missing, the most at once.
    pub missing: i64,
}

/// The first gap of some half hours.
pub fn gap(halves: &[Half]) -> Option<Gap> {
    const HALF: Span = Span::from_minutes(30);
    let mut short = halves.iter().skip_while(|half| half.missing() == 0);
    let first = short.next()?;
    let mut gap = Gap {
        from: first.at,
        to: first.at + HALF,
        missing: first.missing(),
    };
    for half in short.take_while(|half| half.missing() > 0) {
        if half.at > gap.to {
            break;
        }
        gap.to = half.at + HALF;
        gap.missing = gap.missing.max(half.missing());
    }
    Some(gap)
}

/// What stands behind the people needed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Basis {
    /// The practice's numbers.
    pub rules: Rules,
    /// How long a call takes.
    pub call: Span,
    /// How long a caller waits before they hang up.
    pub patience: Span,
    /// How long a request takes.
    pub request: Span,
}

/// The promise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// The next half hours of open time, the first one that runs or comes next; at most [`OUTLOOK`].
    pub halves: Vec<Half>,
    /// What stands behind them.
    pub basis: Basis,
}

impl Now {
    /// The half hours that the promise is about.
    pub fn next(&self) -> &[Half] {
        &self.halves[..self.halves.len().min(NEXT)]
    }

    /// The half hours of the outlook.
    pub fn later(&self) -> &[Half] {
        &self.halves[self.halves.len().min(NEXT)..]
    }

    /// The half hour of the next ones that has the fewest to spare or lacks the most; the first of these.
    pub fn tightest(&self) -> Option<&Half> {
        let next = self.next().iter();
        next.min_by(|one, other| one.spare().total_cmp(&other.spare()))
    }

    /// Broken while one of the next half hours lacks somebody, at risk while one of the outlook does.
    pub fn standing(&self) -> Standing {
        if gap(self.next()).is_some() {
            Standing::Broken
        } else if gap(self.later()).is_some() {
            Standing::AtRisk
        } else {
            Standing::Kept
        }
    }
}

/// How a day that is over was staffed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Day {
    /// Half hours in which the desk was open, and that are known.
    pub halves: i64,
    /// Those of them that lacked somebody.
    pub short: i64,
    /// Hours of people that were missing, in half hours.
    pub missing: i64,
}

/// The day of some half hours.
pub fn day(halves: &[Half]) -> Day {
    let missing = halves.iter().map(Half::missing);
    Day {
        halves: i64::try_from(halves.len()).unwrap_or(i64::MAX),
        short: missing.clone().map(|missing| i64::from(missing > 0)).sum(),
        missing: missing.sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half(order: i64, needed: i64, on_shift: f64) -> Half {
        Half {
            at: Time::from_micros(0) + Span::from_minutes(30 * order),
            calls: None,
            requests: None,
            needed,
            on_shift,
        }
    }

    fn now(on_shift: &[f64]) -> Now {
        let halves = (0..).zip(on_shift).map(|(order, people)| half(order, 2, *people));
        let rules = Rules::default();
        Now {
            halves: halves.collect(),
            basis: Basis {
                rules,
                call: rules.call,
                patience: rules.patience,
                request: Span::from_minutes(10),
            },
        }
    }

    #[test]
    fn one_half_hour_of_the_next_four_hours_breaks_it_and_one_after_them_puts_it_at_risk() {
        let enough = [2.0; 16];
        assert_eq!(now(&enough).standing(), Standing::Kept);
        let mut later = enough;
        later[8] = 1.0;
        assert_eq!(now(&later).standing(), Standing::AtRisk);
        let mut soon = enough;
        soon[7] = 1.0;
        assert_eq!(now(&soon).standing(), Standing::Broken);
        assert_eq!(
            now(&[2.0, 2.0]).standing(),
            Standing::Kept,
            "a desk that is hardly ever open"
        );
    }

    #[test]
    fn somebody_on_a_break_is_missing_for_as_long() {
        assert_eq!(half(0, 2, 1.5).missing(), 1);
        assert_eq!(half(0, 2, 2.0).missing(), 0);
        assert_eq!(half(0, 2, 5.0).missing(), 0);
        assert_eq!(half(0, 3, 0.9).missing(), 3);
    }

    #[test]
    fn a_gap_reaches_from_its_first_half_hour_to_its_last_and_says_the_most_that_are_missing() {
        let halves = [
            half(0, 2, 2.0),
            half(1, 2, 1.0),
            half(2, 3, 1.0),
            half(3, 2, 2.0),
            half(4, 9, 0.0),
        ];
        let at = |order| half(order, 0, 0.0).at;
        assert_eq!(
            gap(&halves),
            Some(Gap {
                from: at(1),
                to: at(3),
                missing: 2
            })
        );
        assert_eq!(gap(&halves[..1]), None);
        let over_night = [half(0, 2, 1.0), half(9, 2, 1.0)];
        assert_eq!(gap(&over_night).map(|gap| gap.to), Some(at(1)));
        assert_eq!(
            day(&halves),
            Day {
                halves: 5,
                short: 3,
                missing: 12
            }
        );
    }

    #[test]
    fn the_tightest_is_the_first_of_those_that_lack_the_most_or_have_the_fewest_to_spare() {
        let at = |people: &[f64]| now(people).tightest().map(|half| half.at);
        assert_eq!(at(&[2.0, 1.0, 0.0, 0.0]), Some(half(2, 0, 0.0).at));
        assert_eq!(at(&[4.0, 3.0, 3.0, 5.0]), Some(half(1, 0, 0.0).at));
        assert_eq!(at(&[]), None);
    }
}
