//! No request without its clock: whatever words of a patient were heard, a clock ran from then on, and runs in the rows.

use std::collections::BTreeMap;

use anteroom_core::requests::{Door, State};

use super::{Checker, Sight, World, holds, told};

pub(super) struct Clocks;

impl Checker for Clocks {
    fn name(&self) -> &'static str {
        "no request without its clock"
    }

    fn look(&mut self, world: &World) -> Result<u64, String> {
        world.practices.iter().map(look).sum()
    }
}

fn look(sight: &Sight) -> Result<u64, String> {
    let (lives, heard) = told::tell(&sight.rows)?;
    let mut checks = heard;
    let mut running = BTreeMap::new();
    for clock in sight.rows.clocks.iter().filter(|clock| clock.ended.is_none()) {
        let other = running.insert(clock.request, clock.id);
        holds(other.is_none(), || {
            format!("request {} has two clocks that run", clock.request)
        })?;
    }
    for request in &sight.rows.requests {
        let number = request.number;
        let life = lives.get(&request.id);
        let told = life.and_then(|life| life.running);
        let runs = running.get(&request.id).copied();
        holds(told == runs, || {
            format!("#{number}: events tell of the clock {told:?}, and {runs:?} runs")
        })?;
        let part = life.is_some_and(|life| life.part);
        let asked = request.door == Door::Web && request.state == State::New && !part;
        holds(!asked || runs.is_some(), || {
            format!("#{number} is new and has no clock")
        })?;
        checks += 1;
    }
    Ok(checks)
}
