//! The response clock: open time from the patient's words to a person's answer (design.md, section 2).
//!
//! The unit of the promise is a clock, not a request: a request may have several, one after the other.

use super::{Change, Rules, Urgency};
use crate::hours::Schedule;
use crate::ids::ClockId;
use crate::{Span, Time};

crate::words! {
    /// How a clock ended.
    Outcome {
        /// A person's reply became irrevocable.
        Answered = "answered",
        /// Closed without a reply after it ran out.
        Missed = "missed",
        /// Closed without a reply before it ran out.
        Withdrawn = "withdrawn",
    }
}

/// The end of a clock; kept as it is when hours change later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Time,
    /// How.
    pub outcome: Outcome,
    /// The open time that it ran.
    pub open: Span,
}

/// A running response clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Its id.
    pub id: ClockId,
    /// When the patient's words reached us.
    pub started_at: Time,
    /// The open time promised when it started; a later change of the target leaves it.
    pub target: Span,
    /// The last instant at which an answer is in time.
    pub due_at: Time,
    /// When it warned that it is about to run out.
    pub warned_at: Option<Time>,
}

impl Clock {
    /// Starts a clock at `at`, with the target in force then. Where so much open time never comes it runs without a due
    /// time ([`Time::MAX`]): words to a practice that lost its hours wait all the same.
    pub fn start(id: ClockId, at: Time, urgency: Urgency, rules: &Rules, hours: &Schedule) -> Self {
        let target = rules.target(urgency);
        Self {
            id,
            started_at: at,
            target,
            due_at: Time::MAX,
            warned_at: None,
        }
        .under(at, rules, hours)
    }

    /// The open time that it has run at `now`.
    pub fn open_time(&self, now: Time, hours: &Schedule) -> Span {
        hours.open_between(self.started_at, now)
    }

    /// When it warns: so much open time before it runs out, or at its start if the target is shorter than that.
    pub fn warns_at(&self, rules: &Rules, hours: &Schedule) -> Time {
        let before = Span::from_micros((self.target.micros() - rules.warning.micros()).max(0));
        hours.after_open(self.started_at, before).unwrap_or(self.due_at)
    }

    /// The clock with the due time that other hours give it at `now`. One that they move out of its warning has not warned:
    /// it will again.
    #[must_use]
    pub fn under(self, now: Time, rules: &Rules, hours: &Schedule) -> Self {
        let due_at = hours.after_open(self.started_at, self.target);
        let moved = Self {
            due_at: due_at.unwrap_or(Time::MAX),
            ..self
        };
        let warned_at = self.warned_at.filter(|_| moved.warns_at(rules, hours) <= now);
        Self { warned_at, ..moved }
    }

    /// What a clock under other hours tells beside its due time: that it will warn again, if it warned `before`.
    pub(super) fn calmed(&self, before: &Self) -> Option<Change> {
        let calmed = before.warned_at.is_some() && self.warned_at.is_none();
        calmed.then_some(Change::ClockCalmed(self.id))
    }

    /// The end by a reply that became irrevocable at `at`.
    pub fn answered(&self, at: Time, hours: &Schedule) -> Ended {
        Ended {
            at,
            outcome: Outcome::Answered,
            open: self.open_time(at, hours),
        }
    }

    /// The end by a closing without a reply: withdrawn before it ran out, missed after. Exactly the target is in time.
    pub fn closed(&self, at: Time, hours: &Schedule) -> Ended {
        let open = self.open_time(at, hours);
        let outcome = if open > self.target {
            Outcome::Missed
        } else {
            Outcome::Withdrawn
        };
        Ended { at, outcome, open }
    }
}
