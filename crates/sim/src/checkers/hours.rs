//! A clock never runs outside hours: its open time, and the instant at which it runs out, count open minutes only.

use anteroom_core::Time;
use anteroom_store::recount::Clock;

use super::{Checker, Sight, World, holds, just_before};

pub(super) struct Hours;

impl Checker for Hours {
    fn name(&self) -> &'static str {
        "a clock never runs outside hours"
    }

    fn look(&mut self, world: &World) -> Result<u64, String> {
        let mut checks = 0;
        for sight in &world.practices {
            for clock in &sight.rows.clocks {
                check(sight, clock)?;
                checks += 1;
            }
        }
        Ok(checks)
    }
}

fn check(sight: &Sight, clock: &Clock) -> Result<(), String> {
    let id = clock.id;
    let hours = sight
        .hours_of(clock.request)
        .ok_or_else(|| format!("clock {id} has no hours"))?;
    if let Some((at, _, open)) = clock.ended {
        let counted = hours.open_between(clock.started_at, at);
        return holds(open == counted, || {
            format!("clock {id} ran {open:?}, and {counted:?} were open")
        });
    }
    let due = hours
        .after_open(clock.started_at, clock.target)
        .unwrap_or(Time::MAX);
    holds(clock.due_at == due, || {
        format!("clock {id} runs out at {:?}, and not at {due:?}", clock.due_at)
    })?;
    holds(hours.is_open(just_before(clock.due_at)), || {
        format!("clock {id} runs out while nobody is there")
    })
}
