//! Calls of another system's log: what a row says of a call that is long over. Its hold is what the log measured, also where
//! its clocks say otherwise.

use super::{Outcome, Stage, Summed};
use crate::{Span, Time};

/// A call as a log tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// When it came in.
    pub started_at: Time,
    /// How long the caller held, as the log says.
    pub hold: Span,
    /// How long somebody spoke to them.
    pub talk: Span,
    /// What became of it.
    pub outcome: Outcome,
}

impl Past {
    /// What it comes to. Nobody is owed an answer any more.
    pub fn sum(&self) -> Summed {
        Summed {
            started_at: self.started_at,
            over_at: Some(self.started_at + self.hold + self.talk),
            stage: Stage::Over,
            outcome: Some(self.outcome),
            hold: self.hold,
            talk: self.talk,
            after_hours: self.outcome == Outcome::AfterHours,
            owed_since: None,
        }
    }
}
