//! What a queue with so many people does in the long run: Erlang B (who finds nobody free is lost), Erlang C (everybody
//! waits) and Erlang A (who waits gives up after a while, exponentially distributed; Palm 1957, Garnett, Mandelbaum and
//! Reiman 2002). Must not know what the people do, or when.
//!
//! Each figure is a sum of positive terms, taken around its largest one, so that nothing cancels: from 1 to 100,000 people
//! the answers agree with a computation in 50 digits to 1e-9.

mod gamma;
mod impatient;
mod people;

use crate::fault::{Fault, above, at_most, from_zero};
use crate::limits;

use impatient::Impatient;
pub use people::{Target, people};

/// What those do who find nobody free.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Model {
    /// Erlang B: they are lost at once.
    Lost,
    /// Erlang C: they wait as long as it takes.
    Patient,
    /// Erlang A: they wait, and give up after a time that is exponentially distributed.
    Impatient {
        /// Its mean, in seconds.
        patience: f64,
    },
}

/// What comes in: a Poisson stream of things to do, each of an exponentially distributed length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    /// How many come in a second.
    arrivals: f64,
    /// The mean seconds that one of them takes.
    handling: f64,
}

impl Demand {
    /// `arrivals` come in `per` seconds, and take `handling` seconds each.
    pub fn new(arrivals: f64, per: f64, handling: f64) -> Result<Self, Fault> {
        let rate = above("arrivals", arrivals)? / above("the time that they come in", per)?;
        let demand = Self {
            arrivals: above("arrivals a second", rate)?,
            handling: above("handling", handling)?,
        };
        above("the work", demand.load())?;
        at_most("the work that comes in, in people,", demand.load(), limits::LOAD)?;
        Ok(demand)
    }

    /// How many come in a second.
    pub const fn arrivals(&self) -> f64 {
        self.arrivals
    }

    /// The mean seconds that one takes.
    pub const fn handling(&self) -> f64 {
        self.handling
    }

    /// The work that comes in a second, in seconds: as many people as are busy if nobody is ever lost.
    pub const fn load(&self) -> f64 {
        self.arrivals * self.handling
    }
}

/// A queue in the long run.
#[derive(Debug, Clone)]
pub struct Queue {
    demand: Demand,
    people: f64,
    waits: Waits,
    p_wait: f64,
    p_abandon: f64,
    waiting: f64,
    occupancy: f64,
}

/// How those wait who find nobody free.
#[derive(Debug, Clone)]
enum Waits {
    /// Not at all.
    Lost,
    /// Until people have worked off what stands before them, at so much a second.
    Patient { drain: f64 },
    /// Until then, or until they give up.
    Impatient(Impatient),
}

impl Queue {
    /// The queue that `demand` makes before so many people.
    pub fn new(model: Model, demand: Demand, people: u32) -> Result<Self, Fault> {
        let people = at_most(
            "people",
            above("people", f64::from(people))?,
            f64::from(limits::PEOPLE),
        )?;
        match model {
            Model::Lost => Ok(Self::lost(demand, people)),
            Model::Patient => Self::patient(demand, people),
            Model::Impatient { patience } => Self::impatient(demand, people, patience),
        }
    }

    fn lost(demand: Demand, people: f64) -> Self {
        let load = demand.load();
        let free = inverse_loss(load, people);
        // 1 - B as (1/B - 1) / (1/B), which cancels only where B is all of it.
        let served = if free.is_finite() {
            (free - 1.0) / free
        } else {
            1.0
        };
        Self {
            demand,
            people,
            waits: Waits::Lost,
            p_wait: free.recip(),
            p_abandon: free.recip(),
            waiting: 0.0,
            occupancy: load * served / people,
        }
    }

    fn patient(demand: Demand, people: f64) -> Result<Self, Fault> {
        let load = demand.load();
        let spare = people - load;
        if spare <= 0.0 {
            return Err(Fault::Endless {
                people: whole(people),
                least: whole(load.floor() + 1.0),
            });
        }
        let occupancy = load / people;
        let p_wait = (inverse_loss(load, people) * (spare / people) + occupancy).recip();
        Ok(Self {
            demand,
            people,
            waits: Waits::Patient {
                drain: spare / demand.handling,
            },
            p_wait,
            p_abandon: 0.0,
            waiting: p_wait * load / spare,
            occupancy,
        })
    }

    fn impatient(demand: Demand, people: f64, patience: f64) -> Result<Self, Fault> {
        let ratio = above("patience", patience)? / demand.handling;
        at_most(
            "patience, in handling times,",
            above("patience, in handling times,", ratio)?,
            limits::PATIENCE,
        )?;
        let load = demand.load();
        let waits = Impatient::new(people * ratio, load * ratio, patience);
        let told = waits.over(inverse_loss(load, people));
        // Busy people: all of them while somebody waits; else one fewer than would be busy if nobody were ever lost, and
        // what the last of them lacks. No two of the three parts are nearly equal unless all are small.
        let busy = people * told.p_wait + load * told.p_free - people * told.p_full;
        Ok(Self {
            demand,
            people,
            p_wait: told.p_wait,
            p_abandon: told.mean_queue / waits.pressure(),
            waiting: told.mean_queue,
            occupancy: busy / people,
            waits: Waits::Impatient(waits),
        })
    }

    /// The share that finds nobody free. In model B they are lost at once.
    pub const fn p_wait(&self) -> f64 {
        self.p_wait
    }

    /// The share that is never answered: lost in model B, given up in model A.
    pub const fn p_abandon(&self) -> f64 {
        self.p_abandon
    }

    /// The mean seconds in the queue, over all who come: those who don't wait, and those who give up, among them.
    pub fn mean_wait(&self) -> f64 {
        self.waiting / self.demand.arrivals
    }

    /// How many wait, on average.
    pub const fn mean_queue(&self) -> f64 {
        self.waiting
    }

    /// The share of their time that people are busy.
    pub const fn occupancy(&self) -> f64 {
        self.occupancy
    }

    /// People.
    pub const fn people(&self) -> f64 {
        self.people
    }

    /// The share of all who come that is answered, and within so many seconds.
    pub fn answered_within(&self, seconds: f64) -> Result<f64, Fault> {
        let seconds = from_zero("the time to answer in", seconds)?;
        let within = match &self.waits {
            Waits::Lost => return Ok(1.0 - self.p_abandon),
            // 1 - C exp(-x) as (1 - C) + C (1 - exp(-x)), which keeps a small share exact.
            Waits::Patient { drain } => -(-drain * seconds).exp_m1(),
            Waits::Impatient(waits) => waits.served_within(seconds),
        };
        Ok((1.0 - self.p_wait) + self.p_wait * within)
    }

    /// The share of all who come that is still in the queue after so many seconds.
    pub fn waits_longer(&self, seconds: f64) -> Result<f64, Fault> {
        let seconds = from_zero("the time in the queue", seconds)?;
        Ok(match &self.waits {
            Waits::Lost => 0.0,
            Waits::Patient { drain } => self.p_wait * (-drain * seconds).exp(),
            Waits::Impatient(waits) => self.p_wait * waits.waits_longer(seconds),
        })
    }
}

/// A whole number of people, as the number that it is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of f64 saturates, and people are bounded below 2^32"
)]
const fn whole(people: f64) -> u32 {
    people as u32
}

/// One over Erlang's loss formula: `1 / B = sum of n!/(n-k)! / load^k`, over k from 0 to n, infinite where it overflows.
///
/// Up to `load` people the terms fall from the first on, and some `sqrt(load)` of them count; from there each further person
/// is one step of `1/B(n) = 1 + n/load * 1/B(n-1)`.
fn inverse_loss(load: f64, people: f64) -> f64 {
    let start = people.min(load.floor());
    let mut sum = 1.0;
    let mut term = 1.0;
    let mut left = start;
    while left > 0.0 && term > sum * 1e-18 {
        term *= left / load;
        sum += term;
        left -= 1.0;
    }
    let mut n = start;
    while n < people && sum.is_finite() {
        n += 1.0;
        sum = 1.0 + n / load * sum;
    }
    sum
}

#[cfg(test)]
mod tests;
