//! The least people that meet a target, and what can be met where it can't. Must not know what the target is for.

use super::{Demand, Model, Queue, whole};
use crate::fault::{Fault, from_zero, share};
use crate::limits;

/// What the people have to meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// The share of all who come that is answered in time, above 0 and under 1.
    pub answer: f64,
    /// In so many seconds.
    pub within: f64,
    /// The most of their time that people are busy, if that is capped.
    pub occupancy: Option<f64>,
}

/// A share that is as good as everybody, to name one that can be met.
const NEARLY_ALL: f64 = 0.999;

/// The least people who meet the target, with the queue that they have.
pub fn people(model: Model, demand: Demand, target: Target) -> Result<(u32, Queue), Fault> {
    from_zero("the time to answer in", target.within)?;
    target
        .occupancy
        .map_or(Ok(1.0), |cap| share("the occupancy", cap))?;
    if (target.answer - 1.0).abs() < f64::EPSILON {
        let less = Target {
            answer: NEARLY_ALL,
            ..target
        };
        let (people, _) = least(model, demand, less)?;
        return Err(Fault::Everybody {
            share: NEARLY_ALL,
            people,
        });
    }
    share("the share to answer", target.answer)?;
    least(model, demand, target)
}

/// More people always answer more, so that doubling and halving finds the least.
fn least(model: Model, demand: Demand, target: Target) -> Result<(u32, Queue), Fault> {
    let mut under = match model {
        Model::Patient => whole(demand.load().floor()),
        Model::Lost | Model::Impatient { .. } => 0,
    };
    let mut step = 1;
    let mut found = loop {
        let tried = under.saturating_add(step).min(limits::PEOPLE);
        if let Some(queue) = meets(model, demand, target, tried)? {
            break (tried, queue);
        }
        if tried == limits::PEOPLE {
            return Err(out_of_reach(model, demand, target));
        }
        under = tried;
        step *= 2;
    };
    while found.0 - under > 1 {
        let middle = under + (found.0 - under) / 2;
        match meets(model, demand, target, middle)? {
            Some(queue) => found = (middle, queue),
            None => under = middle,
        }
    }
    Ok(found)
}

fn meets(model: Model, demand: Demand, target: Target, people: u32) -> Result<Option<Queue>, Fault> {
    let queue = match Queue::new(model, demand, people) {
        Err(Fault::Endless { .. }) => return Ok(None),
        queue => queue?,
    };
    let rested = target.occupancy.is_none_or(|cap| queue.occupancy() <= cap);
    let met = rested && queue.answered_within(target.within)? >= target.answer;
    Ok(met.then_some(queue))
}

fn out_of_reach(model: Model, demand: Demand, target: Target) -> Fault {
    let most = limits::PEOPLE;
    let best = Queue::new(model, demand, most).and_then(|queue| queue.answered_within(target.within));
    best.map_or_else(
        |fault| fault,
        |best| Fault::OutOfReach {
            most,
            best,
            asked: target.answer,
        },
    )
}
