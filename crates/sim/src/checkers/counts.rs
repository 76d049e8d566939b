//! Counts equal a recount from events: how many stand where, as the events tell, as the rows keep it and as the product says.

use anteroom_core::promises::open::Counts;
use anteroom_core::requests::State;

use super::{Checker, Sight, World, holds, told};

pub(super) struct Opens;

impl Checker for Opens {
    fn name(&self) -> &'static str {
        "counts equal a recount from events"
    }

    fn look(&mut self, world: &World) -> Result<u64, String> {
        world.practices.iter().map(look).sum()
    }
}

fn look(sight: &Sight) -> Result<u64, String> {
    let (lives, _) = told::tell(&sight.rows)?;
    let mut counts = Counts::default();
    for request in &sight.rows.requests {
        let number = request.number;
        let life = lives
            .get(&request.id)
            .ok_or_else(|| format!("#{number} has no events"))?;
        let waits = matches!(life.state, State::New | State::Open) || life.running.is_some();
        holds(request.state == life.state, || {
            format!("#{number} is {}, and events say {}", request.state, life.state)
        })?;
        holds(request.waits == waits, || {
            format!("#{number} waits: {}, and events say {waits}", request.waits)
        })?;
        match (life.state, waits) {
            (State::Closed, _) => {}
            (_, true) | (State::New | State::Open, _) => counts.open += 1,
            (State::Waiting, _) => counts.waiting += 1,
            (State::Snoozed, _) => counts.snoozed += 1,
            (State::Resolved, _) => counts.resolved += 1,
        }
    }
    holds(sight.counts == counts, || {
        format!("the product says {:?}, and events {counts:?}", sight.counts)
    })?;
    Ok(sight.rows.requests.len() as u64 + 1)
}
