//! Taking an act of the desk back: given to somebody, put off, closed, said anew. A reply has its own way back.
//!
//! What is put back counts from now on: a request that waits for its patient again waits anew, and one that is resolved
//! again has its thirty days anew. Only its clock runs from its old start.

use super::kinds::Code;
use super::{Change, Clock, Refusal, Request, Rules, State, Urgency};
use crate::Time;
use crate::hours::Schedule;
use crate::ids::{MemberId, TeamId};

/// How a request stood before an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before {
    /// Its state.
    pub state: State,
    /// Until when it was snoozed.
    pub snoozed_until: Option<Time>,
    /// Whose it was.
    pub member: Option<MemberId>,
    /// Which team's.
    pub team: Option<TeamId>,
    /// How soon it was wanted.
    pub urgency: Urgency,
    /// The kind that it has, and the one that it had.
    pub kind: (Code, Code),
    /// Its running clock.
    pub clock: Option<Clock>,
}

impl Request {
    /// Puts back what an act changed. Who asks has seen that nobody acted since.
    pub fn revert(
        &mut self,
        before: &Before,
        now: Time,
        rules: &Rules,
        hours: &Schedule,
    ) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        if self.pending.is_some() {
            return Err(Refusal::ReplyPending);
        }
        let snooze = before
            .snoozed_until
            .filter(|until| before.state == State::Snoozed && *until > now);
        let state = match before.state {
            State::Snoozed if snooze.is_none() => State::Open,
            state => state,
        };
        let (is, was) = before.kind;
        let restarts = self.clock.is_none() && before.clock.is_some();
        let same = self.state == state
            && self.snoozed_until == snooze
            && (self.member, self.team) == (before.member, before.team)
            && self.urgency == before.urgency
            && is == was;
        if same && !restarts {
            return Err(Refusal::AlreadySo);
        }
        let mut changes = Vec::new();
        self.give_back(before, &mut changes);
        if is != was {
            changes.push(Change::Kind { from: is, to: was });
        }
        if self.urgency != before.urgency {
            changes.push(Change::Urgency {
                from: self.urgency,
                to: before.urgency,
            });
            self.urgency = before.urgency;
        }
        match (self.clock, before.clock) {
            (None, Some(ended)) => {
                let resumed = ended.under(now, rules, hours);
                self.clock = Some(resumed);
                changes.push(Change::ClockResumed(resumed));
                changes.extend(resumed.calmed(&ended));
            }
            (Some(clock), Some(was)) if clock.id == was.id && clock.target != was.target => {
                self.retarget(clock, was.target, (now, rules, hours), &mut changes);
            }
            _ => {}
        }
        self.enter(state, now, &mut changes);
        self.snoozed_until = snooze;
        Ok(self.done(changes))
    }

    fn give_back(&mut self, before: &Before, changes: &mut Vec<Change>) {
        if self.member != before.member {
            changes.push(Change::Assigned {
                from: self.member,
                to: before.member,
            });
            self.member = before.member;
        }
        if self.team != before.team {
            changes.push(Change::Teamed {
                from: self.team,
                to: before.team,
            });
            self.team = before.team;
        }
    }
}
