//! The simulator as judge: two practices in one database live through days in which machines crash, posts come twice, acts
//! change places and clocks step; after every hour the checkers look. A seed that fails fails again.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_app::{Failure, promises};
use anteroom_core::{Span, Time};
use anteroom_store::{Store, recount};

use crate::checkers::{self, Checker, Sight};
use crate::faults::{Faults, Storm};
use crate::post::Post;
use crate::world::practice::{HOURS, POINT_HOURS, Size, ZONE, found};
use crate::world::{Ports, World, kept};
use crate::{SeededEntropy, SetClock};

/// 2026-01-05T06:00:00Z: a Monday's midnight in the worlds' zone.
const MONDAY: Time = Time::from_micros(1_767_592_800_000_000);
/// Worlds begin on any day of a year, those on which clocks change among them.
const DAYS: u64 = 364;

/// What became of a world.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// Requests that were asked.
    pub requests: usize,
    /// Machines that crashed.
    pub crashes: u64,
    /// Posts that came twice.
    pub doubles: u64,
    /// Steps of a clock.
    pub steps: u64,
    /// Acts that changed places.
    pub swaps: u64,
    /// What each checker looked at.
    pub checks: BTreeMap<&'static str, u64>,
}

impl Verdict {
    /// Adds what became of another world.
    pub fn add(&mut self, other: Self) {
        self.requests += other.requests;
        self.crashes += other.crashes;
        self.doubles += other.doubles;
        self.steps += other.steps;
        self.swaps += other.swaps;
        for (promise, checks) in other.checks {
            *self.checks.entry(promise).or_default() += checks;
        }
    }

    /// What happened never, or was never looked at: a run with such a thing proves nothing.
    pub fn idle(&self) -> Option<&'static str> {
        let happened = [
            ("crashes", self.crashes),
            ("posts that come twice", self.doubles),
            ("steps of a clock", self.steps),
            ("acts that change places", self.swaps),
        ];
        let looked = self.checks.iter().map(|(promise, checks)| (*promise, *checks));
        let mut all = happened.into_iter().chain(looked);
        all.find(|(_, count)| *count == 0).map(|(name, _)| name)
    }
}

/// A promise that did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// In which world.
    pub seed: u64,
    /// When.
    pub at: Time,
    /// Which promise; empty if a use case failed outright.
    pub promise: String,
    /// What was seen.
    pub said: String,
}

/// Two practices that live through faults.
struct Trial {
    seed: u64,
    clock: Arc<SetClock>,
    store: Store,
    post: Arc<Post>,
    worlds: Vec<World>,
    checkers: Vec<Box<dyn Checker>>,
    checks: BTreeMap<&'static str, u64>,
}

/// Lets the world of a seed live for some days.
pub async fn judge(seed: u64, days: i64) -> Result<Verdict, Broken> {
    let from = MONDAY + Span::from_days(i64::try_from(seed % DAYS).unwrap_or(0));
    let mut trial = match Trial::begin(seed, from).await {
        Ok(trial) => trial,
        Err(failure) => return Err(failed(seed, from, &failure)),
    };
    for hour in 1..=days * 24 {
        let until = from + Span::from_hours(hour);
        let lived = trial.live_until(until).await;
        lived.map_err(|failure| failed(seed, until, &failure))?;
        trial.look(until).await?;
    }
    Ok(trial.end())
}

fn failed(seed: u64, at: Time, failure: &Failure) -> Broken {
    Broken {
        seed,
        at,
        promise: String::new(),
        said: format!("{failure:?}"),
    }
}

impl Trial {
    async fn begin(seed: u64, from: Time) -> Result<Self, Failure> {
        let (weather, hook) = Storm::new();
        let store = Store::inline(hook)?;
        let clock = Arc::new(SetClock::at(from));
        let post = Post::seeded(clock.clone(), seed);
        let ports = Ports {
            store: store.clone(),
            clock: clock.clone(),
            entropy: Arc::new(SeededEntropy::new(seed)),
            post: Some(post.clone()),
        };
        let mut worlds = Vec::new();
        for (index, slug) in ["north", "south"].into_iter().enumerate() {
            let house = found(&ports.boot(), slug, slug, Size::SMALL).await?;
            let own = seed.wrapping_mul(2).wrapping_add(index as u64);
            let mut world = World::new(ports.clone(), house, Size::SMALL, own, from)?;
            world.faults = Faults::seeded(weather.clone(), own);
            worlds.push(world);
        }
        Ok(Self {
            seed,
            clock,
            store,
            post,
            worlds,
            checks: checkers::all()
                .iter()
                .map(|checker| (checker.name(), 0))
                .collect(),
            checkers: checkers::all(),
        })
    }

    /// Both practices live, one act after the other as they come.
    async fn live_until(&mut self, until: Time) -> Result<(), Failure> {
        loop {
            let next = self.worlds.iter().enumerate();
            let next = next
                .filter_map(|(index, world)| Some((world.next()?, index)))
                .min();
            let Some((at, index)) = next.filter(|(at, _)| *at <= until) else {
                break;
            };
            self.worlds[index].pass(&self.clock, at).await?;
            self.worlds[index].step(at).await?;
        }
        self.worlds[0].pass(&self.clock, until).await
    }

    async fn look(&mut self, at: Time) -> Result<(), Broken> {
        let seen = self
            .see(at)
            .await
            .map_err(|failure| failed(self.seed, at, &failure))?;
        for checker in &mut self.checkers {
            let checked = checker.look(&seen).map_err(|said| Broken {
                seed: self.seed,
                at,
                promise: checker.name().to_owned(),
                said,
            })?;
            *self.checks.entry(checker.name()).or_default() += checked;
        }
        Ok(())
    }

    async fn see(&self, at: Time) -> Result<checkers::World, Failure> {
        let mut practices = Vec::new();
        for world in &self.worlds {
            let practice = self.store.practice(world.house.practice.id);
            // Machines whose clock is ahead have written rows that are still to come.
            let later = at + Span::from_hours(1);
            let mut hours = BTreeMap::from([(None, kept(ZONE, HOURS)?)]);
            for (location, text) in world.house.locations.iter().zip([HOURS, POINT_HOURS]) {
                hours.insert(Some(*location), kept(ZONE, text)?);
            }
            practices.push(Sight {
                practice: practice.id(),
                rows: practice.read(recount::rows).await?,
                messages: practice.read(recount::messages).await?,
                counts: promises::open_report(&world.app, &world.house.practice, later).await?,
                acknowledged: world.acknowledged.clone(),
                hours,
            });
        }
        let worked_for = self.store.system().read(recount::worked_for).await?;
        Ok(checkers::World {
            practices,
            post: self.post.book(),
            worked_for: worked_for.into_iter().map(|(practice, _)| practice).collect(),
        })
    }

    fn end(self) -> Verdict {
        let mut verdict = Verdict {
            checks: self.checks,
            ..Verdict::default()
        };
        for world in &self.worlds {
            verdict.requests += world.requests();
            verdict.crashes += world.faults.crashes;
            verdict.doubles += world.faults.doubles;
            verdict.steps += world.faults.steps;
            verdict.swaps += world.faults.swaps;
        }
        verdict
    }
}

#[cfg(test)]
mod tests;
