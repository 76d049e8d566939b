//! "Nobody holds for more than a minute": the share of offered calls that a person answered in time.
//!
//! A hold runs from joining the phone queue to an answer or a hang-up. Three shares are told apart: of those answered, of
//! those offered, and of those offered without the callers who hung up inside the time. Leaving by callback, voicemail, text
//! or overflow is offered and never answered. Mean, median and p90 are over those answered.

use std::collections::BTreeMap;

use super::{Standing, nearest_rank, share};
use crate::Span;
use crate::calls::Outcome;

/// The numbers that a practice sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// A call answered within so much is answered in time.
    pub within: Span,
    /// The share of offered calls that keeps the promise, 0 to 1.
    pub threshold: f64,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            within: Span::from_secs(60),
            threshold: 0.9,
        }
    }
}

/// What the promise has to know of one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// What became of it; nothing while the caller waits.
    pub outcome: Option<Outcome>,
    /// Its line was closed: it was offered to nobody.
    pub after_hours: bool,
    /// From joining the queue to an answer or another way out.
    pub hold: Span,
}

/// The figures of a span of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// The denominator: every call that was offered and is over, or was answered.
    pub offered: u64,
    /// A person spoke to the caller.
    pub answered: u64,
    /// Answered in time.
    pub in_time: u64,
    /// The caller hung up, or the call's end was never told.
    pub abandoned: u64,
    /// Of these, hung up while they still could have been answered in time.
    pub short: u64,
    /// Left for a call back, with words, for text or to another desk, by outcome.
    pub left: BTreeMap<Outcome, u64>,
    /// Calls to a closed line; not offered.
    pub after_hours: u64,
    /// Callers who still wait; not counted yet.
    pub waiting: u64,
    /// Over those answered.
    pub mean: Option<Span>,
    /// Half of those answered held for so long or less.
    pub median: Option<Span>,
    /// The same for nine of ten.
    pub p90: Option<Span>,
}

impl Report {
    /// Answered in time / answered.
    pub fn of_answered(&self) -> Option<f64> {
        share(self.in_time, self.answered)
    }

    /// Answered in time / offered: the promise.
    pub fn of_offered(&self) -> Option<f64> {
        share(self.in_time, self.offered)
    }

    /// Answered in time / (offered - hung up in time).
    pub fn of_offered_less_short(&self) -> Option<f64> {
        share(self.in_time, self.offered - self.short)
    }

    /// Abandoned / offered.
    pub fn abandoned_share(&self) -> Option<f64> {
        share(self.abandoned, self.offered)
    }
}

/// Measures a span from its calls.
pub fn report(facts: impl IntoIterator<Item = Fact>, rules: &Rules) -> Report {
    let mut report = Report::default();
    let mut holds = Vec::new();
    for fact in facts {
        let Some(outcome) = fact.outcome else {
            report.waiting += 1;
            continue;
        };
        if fact.after_hours {
            report.after_hours += 1;
            continue;
        }
        report.offered += 1;
        let soon = fact.hold <= rules.within;
        match outcome {
            Outcome::Answered => {
                report.answered += 1;
                report.in_time += u64::from(soon);
                holds.push(fact.hold);
            }
            Outcome::Abandoned | Outcome::AfterHours => {
                report.abandoned += 1;
                report.short += u64::from(soon);
            }
            // How long they held nobody knows.
            Outcome::Lost => report.abandoned += 1,
            Outcome::Callback | Outcome::Voicemail | Outcome::Text | Outcome::Overflow => {
                *report.left.entry(outcome).or_default() += 1;
            }
        }
    }
    holds.sort_unstable();
    report.mean = mean(&holds);
    report.median = nearest_rank(&holds, 0.5);
    report.p90 = nearest_rank(&holds, 0.9);
    report
}

fn mean(holds: &[Span]) -> Option<Span> {
    let count = i128::try_from(holds.len()).ok().filter(|count| *count > 0)?;
    let sum: i128 = holds.iter().map(|hold| i128::from(hold.micros())).sum();
    i64::try_from(sum / count).ok().map(Span::from_micros)
}

/// Those who wait at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// How many.
    pub callers: u64,
    /// How long the first of them has held.
    pub longest: Span,
}

/// The promise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// The practice's numbers.
    pub rules: Rules,
    /// The figures of today.
    pub report: Report,
    /// Those who wait at this moment.
    pub waiting: Waiting,
    /// The days before and today, oldest first: the share of offered where there was a call.
    pub days: Vec<Option<f64>>,
}

impl Now {
    /// The share if nobody who waits now is answered in time.
    pub fn outlook(&self) -> Option<f64> {
        share(self.report.in_time, self.report.offered + self.waiting.callers)
    }

    /// Kept, at risk or broken. A day without a call yet keeps its promise.
    pub fn standing(&self) -> Standing {
        let holds = |share: Option<f64>| share.is_none_or(|share| share >= self.rules.threshold);
        match (holds(self.report.of_offered()), holds(self.outlook())) {
            (false, _) => Standing::Broken,
            (true, false) => Standing::AtRisk,
            (true, true) => Standing::Kept,
        }
    }

    /// How many calls have to be answered in time from here on, one after the other, until the promise is kept; nothing where
    /// no number is enough.
    pub fn until_kept(&self) -> Option<u64> {
        let room = 1.0 - self.rules.threshold;
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        let missing = self.rules.threshold * self.report.offered as f64 - self.report.in_time as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is neither negative nor above a day's calls over a hundredth"
        )]
        let calls = |room: f64| (missing.max(0.0) / room - 1e-9).ceil().max(0.0) as u64;
        if missing <= 0.0 {
            return Some(0);
        }
        (room > f64::EPSILON).then(|| calls(room))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(outcome: Outcome, seconds: i64) -> Fact {
        Fact {
            outcome: Some(outcome),
            after_hours: false,
            hold: Span::from_secs(seconds),
        }
    }

    fn now(report: Report, callers: u64) -> Now {
        Now {
            rules: Rules::default(),
            report,
            waiting: Waiting {
                callers,
                longest: Span::ZERO,
            },
            days: vec![],
        }
    }

    #[test]
    fn exactly_sixty_seconds_is_in_time_and_a_microsecond_more_is_not() {
        let late = Fact {
            hold: Span::from_secs(60) + Span::from_micros(1),
            ..fact(Outcome::Answered, 0)
        };
        let report = report([fact(Outcome::Answered, 60), late], &Rules::default());
        assert_eq!((report.in_time, report.answered), (1, 2));
    }

    #[test]
    fn three_shares_are_told_apart() {
        let after_hours = Fact {
            after_hours: true,
            ..fact(Outcome::Voicemail, 5)
        };
        let waiting = Fact {
            outcome: None,
            ..fact(Outcome::Answered, 5)
        };
        let report = report(
            [
                fact(Outcome::Answered, 10),
                fact(Outcome::Answered, 20),
                fact(Outcome::Answered, 90),
                fact(Outcome::Abandoned, 30),
                fact(Outcome::Abandoned, 200),
                fact(Outcome::Lost, 0),
                fact(Outcome::Callback, 70),
                fact(Outcome::Overflow, 70),
                after_hours,
                waiting,
            ],
            &Rules::default(),
        );
        assert_eq!((report.offered, report.answered, report.abandoned), (8, 3, 3));
        assert_eq!((report.after_hours, report.waiting, report.short), (1, 1, 1));
        assert_eq!(report.of_answered(), Some(2.0 / 3.0));
        assert_eq!(report.of_offered(), Some(0.25));
        assert_eq!(report.of_offered_less_short(), Some(2.0 / 7.0));
        assert_eq!(report.abandoned_share(), Some(3.0 / 8.0));
        assert_eq!(report.left[&Outcome::Callback], 1);
        assert_eq!(report.mean, Some(Span::from_secs(40)));
        assert_eq!(report.median, Some(Span::from_secs(20)));
        assert_eq!(report.p90, Some(Span::from_secs(90)));
    }

    #[test]
    fn a_day_without_calls_says_nothing_and_keeps_its_promise() {
        let report = report([], &Rules::default());
        assert_eq!((report.of_offered(), report.mean), (None, None));
        assert_eq!(now(report, 0).standing(), Standing::Kept);
    }

    #[test]
    fn those_who_wait_put_it_at_risk_before_it_breaks() {
        let of = |in_time: u64, offered: u64| Report {
            offered,
            answered: in_time,
            in_time,
            ..Report::default()
        };
        assert_eq!(now(of(9, 10), 0).standing(), Standing::Kept);
        assert_eq!(now(of(9, 10), 1).standing(), Standing::AtRisk);
        assert_eq!(now(of(8, 10), 0).standing(), Standing::Broken);
    }

    #[test]
    fn how_many_calls_bring_it_back_is_counted_and_not_guessed() {
        for (in_time, offered) in [(8, 10), (0, 1), (17, 30), (9, 10), (0, 7)] {
            let report = Report {
                offered,
                in_time,
                ..Report::default()
            };
            let calls = now(report, 0).until_kept().expect("a number");
            let kept = |more: u64| {
                let more = Report {
                    offered: offered + more,
                    in_time: in_time + more,
                    ..Report::default()
                };
                now(more, 0).standing() == Standing::Kept
            };
            assert!(kept(calls), "{in_time} of {offered}: {calls}");
            assert!(calls == 0 || !kept(calls - 1), "{in_time} of {offered}: {calls}");
        }
        let mut all = now(
            Report {
                offered: 2,
                in_time: 1,
                ..Report::default()
            },
            0,
        );
        all.rules.threshold = 1.0;
        assert_eq!(all.until_kept(), None);
    }
}
