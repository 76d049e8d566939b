//! What a patient's words do to a request.

use super::{Change, Clock, Door, Refusal, Request, Rules, Spoke, Stand, State, Urgency};
use crate::hours::Schedule;
use crate::ids::{ClockId, EntryId, LocationId, PatientId, PersonId, RequestId};
use crate::{Time, limits};

/// A patient's words that reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Their line in the history.
    pub entry: EntryId,
    /// When they reached us: form post, the mail server's INTERNALDATE, the provider's time; never a Date header.
    pub at: Time,
    /// Whether they say thank you and nothing else (see [`super::thanks`]).
    pub thanks: bool,
    /// The clock that they start, if they start one.
    pub clock: ClockId,
}

/// What the words led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// They joined this request.
    Here(Vec<Change>),
    /// The request was joined to that one: say them there.
    AtSurvivor(RequestId),
    /// It was resolved too long ago: they open a new request, linked to this one.
    Anew,
}

/// A request as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Its id.
    pub id: RequestId,
    /// Its number for people.
    pub number: i64,
    /// Who asks.
    pub person: Option<PersonId>,
    /// Whom it is about, where a verified rule says so.
    pub patient: Option<PatientId>,
    /// How soon.
    pub urgency: Urgency,
    /// At which location.
    pub location: Option<LocationId>,
    /// The way it came in.
    pub door: Door,
    /// Whether a second clock runs with it.
    pub obliged: bool,
}

impl Request {
    /// Opens a request with a patient's words: its clock starts with them. Refused where no answer could be due.
    pub fn ask(
        opening: &Opening,
        words: &Words,
        rules: &Rules,
        hours: &Schedule,
    ) -> Result<(Self, Vec<Change>), Refusal> {
        let clock = Clock::start(words.clock, words.at, opening.urgency, rules, hours);
        if clock.due_at == Time::MAX {
            return Err(Refusal::NoHours);
        }
        let mut request = Self::blank(opening);
        request.clock = Some(clock);
        let mut changes = request.begun();
        changes.extend([Change::Heard(words.entry), Change::ClockStarted(clock)]);
        Ok((request, changes))
    }

    /// A member starts a request: nobody waits for a first answer, so it has no clock.
    pub fn start(opening: &Opening) -> (Self, Vec<Change>) {
        let request = Self::blank(opening);
        let changes = request.begun();
        (request, changes)
    }

    pub(super) fn begun(&self) -> Vec<Change> {
        let (from, to) = (State::New, State::New);
        let mut changes = vec![Change::State { from, to }, Change::Spell(self.spell)];
        if let Some(patient) = self.patient {
            changes.push(Change::About {
                from: None,
                to: Some(patient),
            });
        }
        changes
    }

    pub(super) fn blank(opening: &Opening) -> Self {
        Self {
            id: opening.id,
            number: opening.number,
            version: 1,
            state: State::New,
            spell: Stand::new(State::New, false),
            urgency: opening.urgency,
            person: opening.person,
            patient: opening.patient,
            location: opening.location,
            member: None,
            team: None,
            clock: None,
            pending: None,
            spoke: Spoke { version: 1, by: None },
            waiting_since: None,
            snoozed_until: None,
            resolved_at: None,
            merged_into: None,
            obliged: opening.obliged,
        }
    }

    /// The patient says more. Words join a running clock or start one, and bring the request back to the desk; thanks do
    /// neither. Words to what exists are never refused.
    pub fn hear(&mut self, words: &Words, rules: &Rules, hours: &Schedule) -> Heard {
        if let Some(survivor) = self.merged_into {
            return Heard::AtSurvivor(survivor);
        }
        if words.thanks {
            return Heard::Here(self.done(vec![Change::Thanked(words.entry)]));
        }
        let long_ago = self
            .resolved_at
            .is_some_and(|at| words.at.since(at) >= limits::REOPEN);
        if self.state == State::Closed || long_ago {
            return Heard::Anew;
        }
        let mut changes = vec![Change::Heard(words.entry)];
        // The writer of a reply on its way has not read them, whenever they reached us.
        self.take_in(words, true, rules, hours, &mut changes);
        Heard::Here(self.done(changes))
    }

    /// A member says that "thanks" was more than that: the words count from the moment they arrived. A reply on its way
    /// that was written after them answers them.
    pub fn not_just_thanks(
        &mut self,
        words: &Words,
        rules: &Rules,
        hours: &Schedule,
    ) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        let mut changes = vec![Change::Reheard(words.entry)];
        let crosses = self
            .pending
            .is_some_and(|pending| words.at >= pending.irrevocable_at - limits::UNDO);
        self.take_in(words, crosses, rules, hours, &mut changes);
        Ok(self.done(changes))
    }

    fn take_in(
        &mut self,
        words: &Words,
        crosses: bool,
        rules: &Rules,
        hours: &Schedule,
        changes: &mut Vec<Change>,
    ) {
        self.spoke = Spoke {
            version: self.version + 1,
            by: None,
        };
        if let Some(pending) = self.pending.as_mut().filter(|_| crosses) {
            pending.crossed_at.get_or_insert(words.at);
        }
        if self.clock.is_none() {
            let started = Clock::start(words.clock, words.at, self.urgency, rules, hours);
            self.clock = Some(started);
            changes.push(Change::ClockStarted(started));
        }
        if self.state != State::New {
            self.enter(State::Open, words.at, changes);
        }
    }
}
