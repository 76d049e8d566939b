//! Calls: what a phone system tells of a call, put together; how long its caller held, what became of it, and whether
//! somebody is owed an answer.
//!
//! Facts come in any order, twice, with gaps and with clocks that run backwards. What is known of a call is the least upper
//! bound of all facts about it, so that every order of them, however often each is told, ends in the same call. It must not
//! know how a fact was told, whose number it is, or which request follows.

mod fold;
pub mod past;

#[cfg(test)]
mod tests;

pub use fold::{Answer, Fact, Told, What};

use crate::{Span, Time};

crate::words! {
    /// What became of a call.
    Outcome {
        /// A person spoke to the caller.
        Answered = "answered",
        /// The caller hung up before anybody answered.
        Abandoned = "abandoned",
        /// The caller asked to be called back.
        Callback = "callback",
        /// The caller left words.
        Voicemail = "voicemail",
        /// The caller went on by text.
        Text = "text",
        /// Another desk or an answering service took it.
        Overflow = "overflow",
        /// The line was closed, and the caller left nothing.
        AfterHours = "after_hours",
        /// Its end was never told.
        Lost = "lost",
    }
}

crate::words! {
    /// How a caller left the queue without hanging up.
    How {
        /// To be called back.
        Callback = "callback",
        /// With words after the tone.
        Voicemail = "voicemail",
        /// To write instead.
        Text = "text",
        /// To another desk or an answering service.
        Overflow = "overflow",
    }
}

crate::words! {
    /// How a call came to be known here.
    Source {
        /// A connected phone system told it.
        Hook = "hook",
        /// Somebody wrote it down.
        Hand = "hand",
        /// It was brought over from another system's log.
        Import = "import",
    }
}

crate::words! {
    /// Where a call stands.
    Stage {
        /// It came in, and is with the greeting.
        Ringing = "ringing",
        /// It waits for somebody.
        Waiting = "waiting",
        /// Somebody speaks to the caller.
        Talking = "talking",
        /// It is over.
        Over = "over",
    }
}

impl How {
    /// What became of a call that was left so.
    pub const fn outcome(self) -> Outcome {
        match self {
            How::Callback => Outcome::Callback,
            How::Voicemail => Outcome::Voicemail,
            How::Text => Outcome::Text,
            How::Overflow => Outcome::Overflow,
        }
    }
}

impl Outcome {
    /// Whether the caller went without having been spoken to by anybody: they are owed an answer.
    pub const fn owes(self) -> bool {
        !matches!(self, Outcome::Answered | Outcome::Overflow)
    }
}

/// What a call comes to: what its row keeps, and every figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summed {
    /// The first instant that is known of it: a call belongs to the span in which it began.
    pub started_at: Time,
    /// When nothing more was to come; nothing while it goes on.
    pub over_at: Option<Time>,
    /// Where it stands.
    pub stage: Stage,
    /// What became of it; nothing while the caller waits.
    pub outcome: Option<Outcome>,
    /// From joining the queue to an answer, a hang-up or another way out; so far, as told, while the caller waits.
    pub hold: Span,
    /// From the answer to the end.
    pub talk: Span,
    /// It came while its line was closed, joined no queue and was answered by nobody: it was never offered to anybody.
    pub after_hours: bool,
    /// When the caller was lost who is owed an answer.
    pub owed_since: Option<Time>,
}
