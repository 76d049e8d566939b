//! How many more people, until when, bring a queue that stands under a number, and how sure that is: the queue is played many
//! times from a seed. Must not know what waits in it.

use crate::chance::{Chance, Seeded};
use crate::fault::{Fault, above, share};
use crate::limits;
use crate::simulation::{Earliest, Job, Seen, Shift, Stream, Streams, play};

/// A queue as it stands. Times are in seconds from now.
#[derive(Debug, Clone)]
pub struct Standing {
    /// So many stand in it now.
    pub open: u32,
    /// The mean seconds that one of them takes.
    pub handling: f64,
    /// Their class; what else comes in of this class counts with them.
    pub class: u32,
    /// What comes in.
    pub streams: Vec<Stream>,
    /// Who is there, step by step.
    pub shifts: Vec<Shift>,
}

/// What is asked of it.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Fewer than so many.
    pub under: u32,
    /// So sure.
    pub sure: f64,
    /// At one of these instants, the sooner the better; in the order of time.
    pub by: Vec<f64>,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Relief {
    /// So many more people, from now on.
    pub people: u32,
    /// Until then.
    pub until: f64,
    /// The share of plays in which the queue is then under the number.
    pub sure: f64,
}

/// The fewest more people who bring the queue under the number by the last of the instants, and the first of the instants by which
/// they do. Nothing if [`limits::RELIEF`] more don't.
pub fn relief(standing: &Standing, wanted: &Wanted, seed: u64) -> Result<Option<Relief>, Fault> {
    above("handling", standing.handling)?;
    share("the certainty", wanted.sure)?;
    if wanted.by.is_empty() {
        return Ok(None);
    }
    let mut least = 0;
    let mut tried = 0;
    let mut enough = loop {
        if let Some(shares) = shares_under(standing, wanted, tried, seed)? {
            break (tried, shares);
        }
        if tried == limits::RELIEF {
            return Ok(None);
        }
        least = tried + 1;
        tried = (tried * 2).clamp(1, limits::RELIEF);
    };
    while least < enough.0 {
        let middle = least.midpoint(enough.0);
        match shares_under(standing, wanted, middle, seed)? {
            Some(shares) => enough = (middle, shares),
            None => least = middle + 1,
        }
    }
    let (people, shares) = enough;
    let mut by = wanted.by.iter().zip(shares);
    let soonest = by.find(|(_, sure)| *sure >= wanted.sure);
    Ok(soonest.map(|(until, sure)| Relief {
        people,
        until: *until,
        sure,
    }))
}

/// The share of plays in which fewer than the number are open at each of the instants, with so many more people; nothing as soon as
/// the last of the instants can't be sure enough any more.
fn shares_under(
    standing: &Standing,
    wanted: &Wanted,
    more: u32,
    seed: u64,
) -> Result<Option<Vec<f64>>, Fault> {
    let mut shifts: Vec<Shift> = standing.shifts.clone();
    if shifts.first().is_none_or(|shift| shift.from > 0.0) {
        shifts.insert(0, Shift { from: 0.0, people: 0 });
    }
    for shift in &mut shifts {
        shift.people = shift.people.saturating_add(more);
    }
    let runs = f64::from(limits::RUNS);
    let mut under = vec![0.0; wanted.by.len()];
    for run in 0..limits::RUNS {
        let mut chance = Seeded::new(seed ^ (u64::from(run) << 32));
        let open = open_at(standing, &shifts, &wanted.by, &mut chance)?;
        for (under, open) in under.iter_mut().zip(&open) {
            *under += f64::from(u8::from(*open < i64::from(wanted.under)));
        }
        let left = f64::from(limits::RUNS - run - 1);
        if under
            .last()
            .is_some_and(|under| under + left < wanted.sure * runs)
        {
            return Ok(None);
        }
    }
    Ok(Some(under.into_iter().map(|under| under / runs).collect()))
}

/// How many are open at each of the instants of one play.
fn open_at(
    standing: &Standing,
    shifts: &[Shift],
    by: &[f64],
    chance: &mut Seeded,
) -> Result<Vec<i64>, Fault> {
    let jobs = (0..standing.open).map(|order| Job {
        at: 0.0,
        handling: standing.handling * chance.exponential(),
        patience: f64::INFINITY,
        // Before all that is yet to come, in the order in which they stand.
        due: f64::from(order) - f64::from(standing.open),
        class: standing.class,
    });
    let mut source = Streams::new(jobs.collect(), standing.streams.clone())?;
    let mut open = 0_i64;
    let mut seen = Vec::with_capacity(by.len());
    let until = by.last().copied().unwrap_or(0.0);
    play(
        &mut source,
        Earliest::default(),
        shifts,
        until,
        chance,
        |at, job, what| {
            while by.get(seen.len()).is_some_and(|by| *by < at) {
                seen.push(open);
            }
            if job.class == standing.class {
                match what {
                    Seen::Came => open += 1,
                    Seen::Done | Seen::GaveUp { .. } => open -= 1,
                    Seen::Began { .. } => {}
                }
            }
        },
    )?;
    seen.resize(by.len(), open);
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::Rates;

    fn letters(a_second: f64) -> Stream {
        Stream {
            rates: Rates::new(vec![(0.0, a_second)], 1e6).unwrap(),
            handling: 600.0,
            patience: None,
            within: 1800.0,
            class: 1,
        }
    }

    fn standing(open: u32, people: u32) -> Standing {
        Standing {
            open,
            handling: 600.0,
            class: 1,
            streams: vec![letters(1.0 / 600.0)],
            shifts: vec![Shift { from: 0.0, people }],
        }
    }

    fn by(hours: &[f64]) -> Wanted {
        Wanted {
            under: 50,
            sure: 0.9,
            by: hours.iter().map(|hours| hours * 3600.0).collect(),
        }
    }

    #[test]
    fn more_people_bring_a_queue_of_120_under_50_and_one_fewer_does_not() {
        // 71 requests and what comes in are 11.8 + 4 hours of work; two people do 8 in four hours.
        let wanted = by(&[1.0, 2.0, 3.0, 4.0]);
        let found = relief(&standing(120, 2), &wanted, 7).unwrap().unwrap();
        assert!((2..=4).contains(&found.people) && found.sure >= 0.9, "{found:?}");
        let fewer = shares_under(&standing(120, 2), &wanted, found.people - 1, 7).unwrap();
        assert_eq!(fewer, None);
        assert_eq!(
            relief(&standing(120, 2), &wanted, 7).unwrap(),
            Some(found),
            "the same seed"
        );
    }

    #[test]
    fn who_is_enough_already_needs_nobody_more_and_says_from_when_on() {
        let found = relief(&standing(60, 8), &by(&[1.0, 2.0, 8.0]), 7)
            .unwrap()
            .unwrap();
        assert_eq!((found.people, found.until), (0, 3600.0));
    }

    #[test]
    fn a_flood_that_nobody_can_turn_has_no_answer() {
        let mut flood = standing(100, 1);
        flood.streams = vec![letters(1.0)];
        assert_eq!(relief(&flood, &by(&[1.0]), 7).unwrap(), None);
        assert_eq!(relief(&standing(100, 1), &by(&[]), 7).unwrap(), None);
    }

    #[test]
    fn calls_come_before_what_is_open() {
        let mut busy = standing(80, 3);
        let calls = Stream {
            rates: Rates::new(vec![(0.0, 1.0 / 60.0)], 1e6).unwrap(),
            handling: 170.0,
            patience: Some(180.0),
            within: 60.0,
            class: 0,
        };
        let wanted = by(&[2.0]);
        let calm = relief(&busy, &wanted, 7).unwrap().unwrap();
        busy.streams.push(calls);
        let rung = relief(&busy, &wanted, 7).unwrap().unwrap();
        assert!(rung.people > calm.people, "{calm:?}, {rung:?}");
    }
}
