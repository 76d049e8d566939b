//! "The site answers": of the visits that searched or read, the share that sent nothing.
//!
//! Over 28 days, today among them. What a visit is and what counts of it stands in `site::visits`.

use jiff::civil::Date;

use super::{Standing, share};
use crate::site::visits::Seen;
use crate::site::work::Kind;

/// Days over which the promise is measured: four whole weeks, so that each weekday weighs the same.
pub const DAYS: usize = 28;
/// Days by which the outlook looks ahead: what a week like the last one would make of it.
const AHEAD: usize = 7;

/// Visits, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Visits {
    /// They searched or read.
    pub all: u64,
    /// Of these, those that sent nothing.
    pub answered: u64,
    /// They searched.
    pub searched: u64,
    /// They read.
    pub read: u64,
}

impl Visits {
    /// Counts visits that all saw the same; those that neither searched nor read are none.
    pub const fn add(&mut self, seen: Seen, many: u64) {
        if !seen.counts() {
            return;
        }
        self.all += many;
        if seen.answered() {
            self.answered += many;
        }
        if seen.searched {
            self.searched += many;
        }
        if seen.read {
            self.read += many;
        }
    }

    const fn and(mut self, other: Self) -> Self {
        self.all += other.all;
        self.answered += other.answered;
        self.searched += other.searched;
        self.read += other.read;
        self
    }

    /// Answered / all.
    pub fn share(&self) -> Option<f64> {
        share(self.answered, self.all)
    }
}

/// A day of the past: the share of the days that end with it, and its own visits.
pub type Told = (Date, Option<f64>, Visits);

/// All of these days together.
pub fn together(days: &[(Date, Visits)]) -> Visits {
    days.iter().fold(Visits::default(), |sum, (_, day)| sum.and(*day))
}

/// What there is to do about the site, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// How many.
    pub open: i64,
    /// How many of them are past their day.
    pub late: i64,
    /// The first: what it is, and how often it came up.
    pub top: Option<(Kind, i64)>,
}

/// The promise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// The share that keeps it, 0 to 1.
    pub target: f64,
    /// The last [`DAYS`] days, oldest first, today among them.
    pub days: Vec<(Date, Visits)>,
    /// What there is to do.
    pub work: Work,
}

impl Now {
    /// All of its days.
    pub fn visits(&self) -> Visits {
        together(&self.days)
    }

    /// The share in a week if it is like the last one; nothing while there is no visit.
    pub fn outlook(&self) -> Option<f64> {
        let left = together(self.days.get(AHEAD..).unwrap_or_default());
        let last = together(&self.days[self.days.len().saturating_sub(AHEAD)..]);
        left.and(last).share()
    }

    /// Kept, at risk if a week like the last breaks it, or broken. While nobody searched or read, it is kept.
    pub fn standing(&self) -> Standing {
        let keeps = |share: Option<f64>| share.is_none_or(|share| share >= self.target);
        if !keeps(self.visits().share()) {
            Standing::Broken
        } else if keeps(self.outlook()) {
            Standing::Kept
        } else {
            Standing::AtRisk
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    /// Four weeks whose days have so many visits, and so many of them answered.
    fn weeks(weeks: [(u64, u64); 4]) -> Now {
        let day = |at: usize| {
            let (all, answered) = weeks[at / 7];
            let visits = Visits {
                all,
                answered,
                ..Visits::default()
            };
            let ago = i64::try_from(at).unwrap();
            (date(2026, 10, 7).checked_add(ago.days()).unwrap(), visits)
        };
        Now {
            target: 0.7,
            days: (0..DAYS).map(day).collect(),
            work: Work::default(),
        }
    }

    #[test]
    fn seven_of_ten_visits_that_sent_nothing_keep_a_promise_of_seventy_percent() {
        let now = weeks([(10, 7); 4]);
        assert_eq!(now.visits().share(), Some(0.7));
        assert_eq!(now.standing(), Standing::Kept);
        assert_eq!(
            weeks([(10, 6), (10, 7), (10, 7), (10, 7)]).standing(),
            Standing::Broken
        );
    }

    #[test]
    fn a_last_week_that_would_break_it_puts_it_at_risk() {
        let now = weeks([(10, 9), (10, 7), (10, 7), (10, 6)]);
        assert_eq!(now.visits().share(), Some(0.725));
        assert_eq!(now.outlook(), Some(0.65));
        assert_eq!(now.standing(), Standing::AtRisk);
    }

    #[test]
    fn a_site_that_nobody_visited_has_broken_no_promise() {
        let now = weeks([(0, 0); 4]);
        assert_eq!((now.visits().share(), now.outlook()), (None, None));
        assert_eq!(now.standing(), Standing::Kept);
    }

    #[test]
    fn a_visit_counts_once_whatever_it_did_and_not_at_all_if_it_only_sent() {
        let mut visits = Visits::default();
        let seen = |searched, read, sent| Seen { searched, read, sent };
        visits.add(seen(true, true, false), 3);
        visits.add(seen(false, true, true), 2);
        visits.add(seen(false, false, true), 5);
        assert_eq!(
            visits,
            Visits {
                all: 5,
                answered: 3,
                searched: 3,
                read: 5
            }
        );
    }
}
