//! The people that a half hour needs for all that comes in at once. Must not know who they are, or when it is.
//!
//! What can't wait is reckoned by Erlang A, what can by Erlang C with its longer time, and people who are not on the one do the
//! other: so many as what can wait needs for itself, beside the load of what can't, and never fewer than that needs for itself.

use crate::erlang::{self, Demand, Model, Target};
use crate::fault::{Fault, above, from_zero, share};

/// Seconds of a half hour.
pub const HALF_HOUR: f64 = 1800.0;

/// What comes in of one sort, and how soon it is to be answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Work {
    /// So many in the half hour.
    pub arrivals: f64,
    /// The mean seconds that one takes.
    pub handling: f64,
    /// The share to answer in time.
    pub answer: f64,
    /// The time to answer in, in seconds.
    pub within: f64,
    /// The mean seconds until one gives up; nothing if none does.
    pub patience: Option<f64>,
}

/// What holds for the people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// The most of their time that people are busy with what comes in.
    pub occupancy: f64,
    /// The share of their time on shift that they are away from it.
    pub shrinkage: f64,
    /// So many at least.
    pub least: u32,
}

/// The people that a half hour needs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Needed {
    /// All together.
    pub people: u32,
    /// As what can't wait alone would need them.
    pub urgent: u32,
    /// As what can wait alone would need them.
    pub patient: u32,
    /// The work that comes in, in people.
    pub load: f64,
}

/// The people that `urgent` and `patient` need together.
pub fn needed(urgent: &Work, patient: &Work, rules: &Rules) -> Result<Needed, Fault> {
    share("the occupancy", rules.occupancy)?;
    let at_it = 1.0 - from_zero("the share of time away", rules.shrinkage)?;
    above("the share of time at work", at_it)?;
    let first = alone(urgent, at_it, rules.occupancy)?;
    let second = alone(patient, at_it, rules.occupancy)?;
    // What the phones take of people's time is gone for the letters, and nothing more.
    let both = up(f64::from(second.0) + if second.0 > 0 { first.1 } else { 0.0 });
    let capped = up((first.1 + second.1) / rules.occupancy);
    Ok(Needed {
        people: first.0.max(both).max(capped).max(rules.least),
        urgent: first.0,
        patient: second.0,
        load: first.1 + second.1,
    })
}

/// The least people that this work needs, and its load in people. Who is away part of the time takes longer by as much: so that
/// one person with a pause doesn't become two.
fn alone(work: &Work, at_it: f64, occupancy: f64) -> Result<(u32, f64), Fault> {
    if from_zero("arrivals", work.arrivals)? == 0.0 {
        return Ok((0, 0.0));
    }
    let handling = above("handling", work.handling)? / at_it;
    let demand = Demand::new(work.arrivals, HALF_HOUR, handling)?;
    let model = work
        .patience
        .map_or(Model::Patient, |patience| Model::Impatient { patience });
    let target = Target {
        answer: work.answer,
        within: work.within,
        occupancy: Some(occupancy),
    };
    let (people, _) = erlang::people(model, demand, target)?;
    Ok((people, demand.load()))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of f64 saturates, and loads are bounded"
)]
fn up(people: f64) -> u32 {
    // A sum that is whole but for its rounding needs no one more.
    (people - 1e-9).ceil().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALLS: Work = Work {
        arrivals: 0.0,
        handling: 180.0,
        answer: 0.9,
        within: 60.0,
        patience: Some(180.0),
    };
    const LETTERS: Work = Work {
        arrivals: 0.0,
        handling: 600.0,
        answer: 0.9,
        within: 1800.0,
        patience: None,
    };
    const RULES: Rules = Rules {
        occupancy: 0.85,
        shrinkage: 0.1,
        least: 0,
    };

    fn people(calls: f64, letters: f64) -> u32 {
        let calls = Work {
            arrivals: calls,
            ..CALLS
        };
        let letters = Work {
            arrivals: letters,
            ..LETTERS
        };
        needed(&calls, &letters, &RULES).unwrap().people
    }

    #[test]
    fn nothing_to_do_needs_nobody_but_the_least_that_is_asked_for() {
        assert_eq!(people(0.0, 0.0), 0);
        let covered = Rules { least: 1, ..RULES };
        assert_eq!(needed(&CALLS, &LETTERS, &covered).unwrap().people, 1);
    }

    #[test]
    fn more_to_do_never_needs_fewer() {
        let mut before = 0;
        for calls in 0..60 {
            let now = people(f64::from(calls), 3.0);
            assert!(now >= before, "{calls} calls need {now}, one fewer {before}");
            before = now;
        }
        assert!(before >= 7, "{before}");
    }

    #[test]
    fn who_waits_for_the_phone_answers_letters() {
        let (calls, letters) = (people(10.0, 0.0), people(0.0, 4.0));
        let both = people(10.0, 4.0);
        assert!(
            both >= calls.max(letters) && both < calls + letters,
            "{calls}, {letters}, {both}"
        );
    }

    #[test]
    fn nobody_is_busy_for_more_than_the_cap() {
        let busy = needed(
            &Work {
                arrivals: 300.0,
                ..CALLS
            },
            &Work {
                arrivals: 60.0,
                ..LETTERS
            },
            &RULES,
        )
        .unwrap();
        assert!(busy.load / f64::from(busy.people) <= 0.85, "{busy:?}");
    }

    #[test]
    fn time_away_adds_people_by_the_work_and_never_doubles_one() {
        let few = Work {
            arrivals: 1.0,
            ..CALLS
        };
        assert_eq!(
            needed(&few, &LETTERS, &RULES).unwrap(),
            Needed {
                load: 1.0 / 9.0,
                ..needed(
                    &few,
                    &LETTERS,
                    &Rules {
                        shrinkage: 0.0,
                        ..RULES
                    }
                )
                .unwrap()
            }
        );
        assert!(
            needed(
                &few,
                &LETTERS,
                &Rules {
                    shrinkage: 1.0,
                    ..RULES
                }
            )
            .is_err()
        );
    }
}
