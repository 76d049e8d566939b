//! What a request is about and how soon it is wanted, said anew by the desk.
//!
//! A clock keeps the target in force at its start, with one exception: a request that becomes urgent gets the urgent
//! target from its old start, since the words were urgent all along. The other way round nothing gets longer: what was
//! promised stays promised, and nobody can make a late answer punctual by calling it less urgent.

use super::kinds::Code;
use super::{Change, Clock, Refusal, Request, Rules, Urgency};
use crate::hours::Schedule;
use crate::{Span, Time};

/// What a member says that a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retag {
    /// When.
    pub at: Time,
    /// How soon it is wanted.
    pub urgency: Urgency,
    /// The kind that it had, and the one that it has now.
    pub kind: (Code, Code),
}

impl Request {
    /// Says what it is about and how soon it is wanted. A kind can't be changed under a second clock: that one belongs to
    /// the law or the promise of the kind, and ends with its finding and reply only.
    pub fn retag(&mut self, retag: &Retag, rules: &Rules, hours: &Schedule) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        let (from, to) = retag.kind;
        if from == to && self.urgency == retag.urgency {
            return Err(Refusal::AlreadySo);
        }
        if from != to && self.obliged {
            return Err(Refusal::Obliged);
        }
        let mut changes = Vec::new();
        if from != to {
            changes.push(Change::Kind { from, to });
        }
        if self.urgency != retag.urgency {
            changes.push(Change::Urgency {
                from: self.urgency,
                to: retag.urgency,
            });
            self.urgency = retag.urgency;
            let target = rules.target(retag.urgency);
            let hastens = |clock: &Clock| retag.urgency == Urgency::Urgent && target < clock.target;
            if let Some(clock) = self.clock.filter(hastens) {
                self.retarget(clock, target, (retag.at, rules, hours), &mut changes);
            }
        }
        Ok(self.done(changes))
    }

    /// Gives the running clock another target.
    pub(super) fn retarget(
        &mut self,
        clock: Clock,
        target: Span,
        (now, rules, hours): (Time, &Rules, &Schedule),
        changes: &mut Vec<Change>,
    ) {
        let moved = Clock { target, ..clock }.under(now, rules, hours);
        self.clock = Some(moved);
        changes.push(Change::ClockRetargeted(moved));
        changes.extend(moved.calmed(&clock));
    }
}
