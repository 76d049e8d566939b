//! "We answer within 30 minutes": the share of response clocks that were answered in time.
//!
//! Share = in time / (answered + missed + run out and still running). Withdrawn clocks, and clocks still inside their
//! time, are counts beside it. A clock belongs to the span it started in.

use std::collections::BTreeMap;

use super::{Standing, nearest_rank, share};
use crate::Span;
use crate::requests::Outcome;

crate::words! {
    /// What the promise is split by.
    Split {
        /// The way the request came in.
        Door = "door",
        /// What it was about.
        Kind = "kind",
        /// How soon it was wanted.
        Urgency = "urgency",
        /// The language that it was asked in.
        Language = "language",
    }
}

/// What the promise has to know of one clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// The open time promised when it started.
    pub target: Span,
    /// The open time it ran until its end, or has run until now.
    pub open: Span,
    /// How it ended, if it did.
    pub outcome: Option<Outcome>,
    /// Whether it runs and is inside its warning.
    pub warns: bool,
}

/// The figures of a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Report {
    /// The denominator: answered, missed, and run out and still running.
    pub n: u64,
    /// Ended by a person's reply.
    pub answered: u64,
    /// Closed without a reply after they ran out.
    pub missed: u64,
    /// Closed without a reply before they ran out.
    pub withdrawn: u64,
    /// Still running, run out or not.
    pub running: u64,
    /// Still running, and inside their warning.
    pub warning: u64,
    /// Answered within their target.
    pub in_time: u64,
    /// Half of `n` were answered in so much open time; nothing if that half was never answered.
    pub median: Option<Span>,
    /// The same for nine of ten.
    pub p90: Option<Span>,
}

impl Report {
    /// In time / n.
    pub fn share_in_time(&self) -> Option<f64> {
        share(self.in_time, self.n)
    }

    /// Ever answered / received.
    pub fn response_rate(&self) -> Option<f64> {
        share(
            self.answered,
            self.answered + self.missed + self.withdrawn + self.running,
        )
    }
}

/// Measures a span from its clocks.
pub fn report(facts: impl IntoIterator<Item = Fact>) -> Report {
    let mut report = Report::default();
    // Nearest rank over answered and unanswered alike, the unanswered last.
    let mut waits = Vec::new();
    for fact in facts {
        match fact.outcome {
            Some(Outcome::Answered) => {
                report.answered += 1;
                report.in_time += u64::from(fact.open <= fact.target);
                waits.push(Some(fact.open));
            }
            Some(Outcome::Missed) => {
                report.missed += 1;
                waits.push(None);
            }
            Some(Outcome::Withdrawn) => report.withdrawn += 1,
            None => {
                report.running += 1;
                report.warning += u64::from(fact.warns);
                if fact.open > fact.target {
                    waits.push(None);
                }
            }
        }
    }
    waits.sort_by_key(|wait| wait.unwrap_or(Span::from_micros(i64::MAX)));
    report.n = waits.len() as u64;
    report.median = nearest_rank(&waits, 0.5).flatten();
    report.p90 = nearest_rank(&waits, 0.9).flatten();
    report
}

/// Measures a span's clocks apart, by a label of each.
pub fn split(facts: impl IntoIterator<Item = (String, Fact)>) -> Vec<(String, Report)> {
    let mut parts: BTreeMap<String, Vec<Fact>> = BTreeMap::new();
    for (label, fact) in facts {
        parts.entry(label).or_default().push(fact);
    }
    parts
        .into_iter()
        .map(|(label, facts)| (label, report(facts)))
        .collect()
}

/// The promise today.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// The target in force.
    pub target: Span,
    /// The share that keeps the promise, 0 to 1.
    pub threshold: f64,
    /// The figures of today.
    pub report: Report,
    /// The share if every clock inside its warning ran out.
    pub outlook: Option<f64>,
    /// The days before and today, oldest first: the share in time where there was anything to answer.
    pub days: Vec<Option<f64>>,
}

impl Today {
    /// Puts today's figures beside the days before.
    pub fn new(target: Span, threshold: f64, report: Report, days: Vec<Option<f64>>) -> Self {
        let outlook = share(report.in_time, report.n + report.warning);
        Self {
            target,
            threshold,
            report,
            outlook,
            days,
        }
    }

    /// Kept, at risk or broken. A day on which nothing had to be answered yet keeps its promise.
    pub fn standing(&self) -> Standing {
        let holds = |share: Option<f64>| share.is_none_or(|share| share >= self.threshold);
        match (holds(self.report.share_in_time()), holds(self.outlook)) {
            (false, _) => Standing::Broken,
            (true, false) => Standing::AtRisk,
            (true, true) => Standing::Kept,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(minutes: i64, outcome: Option<Outcome>) -> Fact {
        Fact {
            target: Span::from_minutes(30),
            open: Span::from_minutes(minutes),
            outcome,
            warns: false,
        }
    }

    #[test]
    fn exactly_thirty_minutes_is_in_time_and_a_microsecond_more_is_not() {
        let late = Fact {
            open: Span::from_minutes(30) + Span::from_micros(1),
            ..fact(0, Some(Outcome::Answered))
        };
        let report = report([fact(30, Some(Outcome::Answered)), late]);
        assert_eq!((report.in_time, report.n), (1, 2));
    }

    #[test]
    fn the_share_counts_answered_missed_and_run_out_but_not_withdrawn_or_still_inside() {
        let report = report([
            fact(5, Some(Outcome::Answered)),
            fact(45, Some(Outcome::Answered)),
            fact(60, Some(Outcome::Missed)),
            fact(3, Some(Outcome::Withdrawn)),
            fact(31, None),
            fact(29, None),
        ]);
        assert_eq!(report.n, 4);
        assert_eq!(report.share_in_time(), Some(0.25));
        assert_eq!((report.running, report.withdrawn, report.missed), (2, 1, 1));
        assert_eq!(report.response_rate(), Some(2.0 / 6.0));
    }

    #[test]
    fn percentiles_put_the_unanswered_last() {
        let clocks = [(9, true), (1, true), (40, false), (5, true)];
        let facts = clocks.map(|(minutes, answered)| {
            fact(
                minutes,
                Some(if answered {
                    Outcome::Answered
                } else {
                    Outcome::Missed
                }),
            )
        });
        let report = report(facts);
        assert_eq!(report.median, Some(Span::from_minutes(5)));
        assert_eq!(report.p90, None);
    }

    #[test]
    fn the_parts_of_a_split_add_up_to_the_whole() {
        let clocks = [("web", 5), ("phone", 45), ("web", 12), ("phone", 3)];
        let facts = clocks.map(|(door, minutes)| (door.to_owned(), fact(minutes, Some(Outcome::Answered))));
        let parts = split(facts.clone());
        let whole = report(facts.map(|(_, fact)| fact));
        let labels: Vec<&str> = parts.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["phone", "web"]);
        assert_eq!(
            parts.iter().map(|(_, part)| part.in_time).sum::<u64>(),
            whole.in_time
        );
        assert_eq!(parts.iter().map(|(_, part)| part.n).sum::<u64>(), whole.n);
        assert_eq!(parts[0].1.share_in_time(), Some(0.5));
    }

    #[test]
    fn a_quiet_day_keeps_its_promise() {
        let today = Today::new(Span::from_minutes(30), 0.9, report([]), vec![]);
        assert_eq!(today.standing(), Standing::Kept);
        assert_eq!(today.report.share_in_time(), None);
    }

    #[test]
    fn clocks_inside_their_warning_put_the_promise_at_risk_before_it_breaks() {
        let answered = (0..9).map(|_| fact(5, Some(Outcome::Answered)));
        let warning = Fact {
            warns: true,
            ..fact(25, None)
        };
        let today = |extra: usize| {
            let facts = answered.clone().chain(std::iter::repeat_n(warning, extra));
            Today::new(Span::from_minutes(30), 0.9, report(facts), vec![]).standing()
        };
        assert_eq!(today(0), Standing::Kept);
        assert_eq!(today(1), Standing::Kept);
        assert_eq!(today(2), Standing::AtRisk);
        let late = answered
            .clone()
            .chain([fact(45, Some(Outcome::Answered)), fact(50, None)]);
        assert_eq!(
            Today::new(Span::from_minutes(30), 0.9, report(late), vec![]).standing(),
            Standing::Broken
        );
    }
}
