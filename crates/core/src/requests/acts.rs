//! What staff and the system do to a request: reply, take back, settle, assign, snooze, resolve.

use super::{Change, Clock, NoReply, Pending, Refusal, Request, Rules, Spoke, State, Via};
use crate::hours::Schedule;
use crate::ids::{ClockId, EntryId, MemberId, TeamId};
use crate::{Time, limits};

/// Where a request goes with a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The patient is asked something: it waits for them.
    Wait,
    /// The practice still owes something.
    KeepOpen,
    /// Done.
    Close,
}

impl After {
    const fn state(self) -> State {
        match self {
            After::Wait => State::Waiting,
            After::KeepOpen => State::Open,
            After::Close => State::Resolved,
        }
    }
}

/// A member's reply to the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// Its line in the history.
    pub entry: EntryId,
    /// Who replies.
    pub by: MemberId,
    /// When.
    pub at: Time,
    /// How.
    pub via: Via,
    /// What then.
    pub after: After,
    /// The version of the request that the writer saw.
    pub seen: i64,
}

/// A request to be reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snooze {
    /// When it was asked.
    pub at: Time,
    /// When to come back.
    pub until: Time,
}

/// A closing by a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub at: Time,
    /// Why no reply was needed; asked while the patient waits for one.
    pub reason: Option<NoReply>,
    /// The version of the request that the closer saw.
    pub seen: i64,
}

impl Request {
    /// Refuses what can't be done to a joined or finally closed request.
    pub(super) fn workable(&self) -> Result<(), Refusal> {
        if let Some(into) = self.merged_into {
            return Err(Refusal::Merged(into));
        }
        if self.state == State::Closed {
            Err(Refusal::Closed)
        } else {
            Ok(())
        }
    }

    /// Refuses who has not read the last words between practice and patient.
    fn unheard(&self, seen: i64) -> Result<(), Refusal> {
        if self.spoke.version > seen {
            Err(Refusal::SpokeFirst { by: self.spoke.by })
        } else {
            Ok(())
        }
    }

    /// Moves to another state, with the fields that belong to it.
    pub(super) fn enter(&mut self, to: State, at: Time, changes: &mut Vec<Change>) {
        if self.state == to {
            return;
        }
        changes.push(Change::State { from: self.state, to });
        self.state = to;
        self.waiting_since = (to == State::Waiting).then_some(at);
        self.resolved_at = match to {
            State::Resolved => Some(at),
            State::Closed => self.resolved_at.or(Some(at)),
            _ => None,
        };
        if to != State::Snoozed {
            self.snoozed_until = None;
        }
    }

    /// Closes the books of one act: one version on, and another spell if it left the request standing otherwise.
    pub(super) fn done(&mut self, mut changes: Vec<Change>) -> Vec<Change> {
        self.version += 1;
        let stand = self.stand();
        if self.spell != stand {
            self.spell = stand;
            changes.push(Change::Spell(stand));
        }
        changes
    }

    /// A member replies. In writing it can be taken back for [`limits::UNDO`]; spoken words are irrevocable at once.
    pub fn reply(&mut self, reply: &Reply, hours: &Schedule) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        self.unheard(reply.seen)?;
        if self.pending.is_some() {
            return Err(Refusal::ReplyPending);
        }
        if reply.after == After::Close && self.obliged {
            return Err(Refusal::Obliged);
        }
        let mut changes = vec![Change::Replied(reply.entry)];
        let prior = self.state;
        if self.member.is_none() {
            changes.push(Change::Assigned {
                from: None,
                to: Some(reply.by),
            });
            self.member = Some(reply.by);
        }
        self.enter(reply.after.state(), reply.at, &mut changes);
        self.spoke = Spoke {
            version: self.version + 1,
            by: Some(reply.by),
        };
        if reply.via == Via::Writing {
            self.pending = Some(Pending {
                entry: reply.entry,
                by: reply.by,
                irrevocable_at: reply.at + limits::UNDO,
                // Taken back, it is the replier's by then; and a snooze that was interrupted has no end any more.
                prior: if matches!(prior, State::New | State::Snoozed) {
                    State::Open
                } else {
                    prior
                },
                crossed_at: None,
            });
        } else {
            self.end_answered(reply.entry, reply.at, hours, &mut changes);
            changes.push(Change::Settled(reply.entry));
        }
        Ok(self.done(changes))
    }

    fn end_answered(&mut self, entry: EntryId, at: Time, hours: &Schedule, changes: &mut Vec<Change>) {
        if let Some(clock) = self.clock.take() {
            let ended = clock.answered(at, hours);
            changes.push(Change::ClockEnded {
                clock: clock.id,
                ended,
                entry: Some(entry),
            });
        }
    }

    /// The writer takes the reply back before it is irrevocable.
    pub fn take_back(&mut self, entry: EntryId, now: Time) -> Result<Vec<Change>, Refusal> {
        let pending = self
            .pending
            .filter(|pending| pending.entry == entry)
            .ok_or(Refusal::NothingPending)?;
        if now >= pending.irrevocable_at {
            return Err(Refusal::NothingPending);
        }
        self.pending = None;
        let mut changes = vec![Change::Retracted(entry)];
        let prior = match pending.prior {
            // It began to run after the reply was written: whoever waits is not sent back with it.
            State::Waiting | State::Resolved if self.clock.is_some() => State::Open,
            prior => prior,
        };
        self.enter(prior, now, &mut changes);
        Ok(self.done(changes))
    }

    /// The undo is over: the reply becomes irrevocable and ends the clock at that instant, whenever it is noticed.
    ///
    /// Words of the patient that crossed the reply are unanswered by it: a clock that they started runs on, and where they
    /// had joined the one that ends here they start their own, `next`.
    pub fn settle(
        &mut self,
        now: Time,
        next: ClockId,
        rules: &Rules,
        hours: &Schedule,
    ) -> Result<Vec<Change>, Refusal> {
        let pending = self
            .pending
            .filter(|pending| now >= pending.irrevocable_at)
            .ok_or(Refusal::NothingPending)?;
        self.pending = None;
        let mut changes = vec![Change::Settled(pending.entry)];
        let crossed = pending.crossed_at;
        if crossed.is_some_and(|at| self.clock.is_some_and(|clock| clock.started_at >= at)) {
            return Ok(self.done(changes));
        }
        self.end_answered(pending.entry, pending.irrevocable_at, hours, &mut changes);
        if let Some(at) = crossed {
            let clock = Clock::start(next, at, self.urgency, rules, hours);
            self.clock = Some(clock);
            changes.push(Change::ClockStarted(clock));
        }
        Ok(self.done(changes))
    }

    /// Every channel failed for good: the clock that this reply ended runs again from its old start.
    ///
    /// Of two clocks the older one runs: one that the patient's later words started joins it, and it joins one that came
    /// with a merge.
    pub fn undelivered(
        &mut self,
        ended: Clock,
        now: Time,
        rules: &Rules,
        hours: &Schedule,
    ) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        let mut changes = Vec::new();
        let resumed = ended.under(now, rules, hours);
        let joins = |clock: Clock| Change::ClockEnded {
            clock: clock.id,
            ended: clock.closed(now, hours),
            entry: None,
        };
        if self
            .clock
            .is_some_and(|running| running.started_at < resumed.started_at)
        {
            changes.push(joins(resumed));
        } else {
            changes.extend(self.clock.map(joins));
            self.clock = Some(resumed);
            changes.push(Change::ClockResumed(resumed));
            changes.extend(resumed.calmed(&ended));
        }
        if self.state != State::New {
            self.enter(State::Open, now, &mut changes);
        }
        Ok(self.done(changes))
    }

    /// A call back reached nobody or a voicemail: shown apart, and the clock goes on.
    pub fn attempt(&mut self, entry: EntryId) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        Ok(self.done(vec![Change::Attempted(entry)]))
    }

    /// A colleague leaves a note; it touches neither state nor clock.
    pub fn note(&mut self, entry: EntryId) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        Ok(self.done(vec![Change::Noted(entry)]))
    }

    /// Gives it to a member, a team or both; a new one is open from then on.
    pub fn assign(
        &mut self,
        member: Option<MemberId>,
        team: Option<TeamId>,
        now: Time,
    ) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        let mut changes = Vec::new();
        if self.member != member {
            changes.push(Change::Assigned {
                from: self.member,
                to: member,
            });
            self.member = member;
        }
        if self.team != team {
            changes.push(Change::Teamed {
                from: self.team,
                to: team,
            });
            self.team = team;
        }
        if changes.is_empty() {
            return Err(Refusal::AlreadySo);
        }
        if self.state == State::New && member.is_some() {
            self.enter(State::Open, now, &mut changes);
        }
        Ok(self.done(changes))
    }

    /// Puts it out of sight until an instant; its clock goes on.
    pub fn snooze(&mut self, snooze: Snooze) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        if self.pending.is_some() {
            return Err(Refusal::ReplyPending);
        }
        if snooze.until <= snooze.at {
            return Err(Refusal::SnoozeInPast);
        }
        let mut changes = Vec::new();
        self.enter(State::Snoozed, snooze.at, &mut changes);
        self.snoozed_until = Some(snooze.until);
        Ok(self.done(changes))
    }

    /// The snooze is over.
    pub fn wake(&mut self, now: Time) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        if self.snoozed_until.is_none_or(|until| until > now) {
            return Err(Refusal::AlreadySo);
        }
        let mut changes = Vec::new();
        self.enter(State::Open, now, &mut changes);
        Ok(self.done(changes))
    }

    /// Brings it back to the desk: from a snooze, from waiting, or after it was resolved.
    pub fn reopen(&mut self, now: Time) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        if matches!(self.state, State::New | State::Open) {
            return Err(Refusal::AlreadySo);
        }
        let mut changes = Vec::new();
        self.enter(State::Open, now, &mut changes);
        Ok(self.done(changes))
    }

    /// A member closes it. While the patient waits for an answer, that asks why there is none.
    pub fn resolve(&mut self, closing: &Closing, hours: &Schedule) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        self.unheard(closing.seen)?;
        if self.obliged {
            return Err(Refusal::Obliged);
        }
        if self.pending.is_some() {
            return Err(Refusal::ReplyPending);
        }
        if self.state == State::Resolved {
            return Err(Refusal::AlreadySo);
        }
        let mut changes = Vec::new();
        if let Some(clock) = self.clock {
            let reason = closing.reason.ok_or(Refusal::ReasonNeeded)?;
            changes.push(Change::NoReply(reason));
            changes.push(Change::ClockEnded {
                clock: clock.id,
                ended: clock.closed(closing.at, hours),
                entry: None,
            });
            self.clock = None;
        }
        self.enter(State::Resolved, closing.at, &mut changes);
        Ok(self.done(changes))
    }

    /// Time passes: what waited too long for the patient is resolved, what was resolved long enough is closed for good.
    pub fn lapse(&mut self, now: Time, rules: &Rules) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        if self.pending.is_some() {
            return Err(Refusal::ReplyPending);
        }
        let mut changes = Vec::new();
        let waited = self
            .waiting_since
            .is_some_and(|since| now.since(since) >= rules.waiting);
        if waited && self.clock.is_none() && !self.obliged {
            self.enter(State::Resolved, now, &mut changes);
        } else if self.resolved_at.is_some_and(|at| now.since(at) >= limits::REOPEN) {
            self.enter(State::Closed, now, &mut changes);
        } else {
            return Err(Refusal::AlreadySo);
        }
        Ok(self.done(changes))
    }

    /// The clock warns, once unless other hours move it out of its warning, that it is about to run out.
    pub fn warn(&mut self, now: Time, rules: &Rules, hours: &Schedule) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        match &mut self.clock {
            Some(clock) if clock.warned_at.is_none() && clock.warns_at(rules, hours) <= now => {
                clock.warned_at = Some(now);
                let id = clock.id;
                Ok(self.done(vec![Change::ClockWarned(id)]))
            }
            _ => Err(Refusal::AlreadySo),
        }
    }

    /// The hours changed: a running clock runs out at another instant.
    pub fn retime(&mut self, now: Time, rules: &Rules, hours: &Schedule) -> Result<Vec<Change>, Refusal> {
        let clock = self.clock.ok_or(Refusal::AlreadySo)?;
        let moved = clock.under(now, rules, hours);
        if moved == clock {
            return Err(Refusal::AlreadySo);
        }
        self.clock = Some(moved);
        let mut changes = vec![Change::ClockMoved(moved)];
        changes.extend(moved.calmed(&clock));
        Ok(self.done(changes))
    }
}
