//! Facts of a call joined to what is known of it: each part takes the first or the last instant told, whichever it is of, so
//! that order and repetition change nothing.

use super::{How, Outcome, Stage, Summed};
use crate::ids::LineId;
use crate::{Span, Time};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The call reached the phone system.
    Arrived,
    /// The caller joined the queue.
    Queued,
    /// Somebody answered, by the name that the phone system has for them; it may be empty.
    Answered(String),
    /// The caller left the queue by another way, with their words as far as they are known.
    Left(How, String),
    /// The call was over.
    Ended,
}

/// One thing that a phone system tells of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// When it happened.
    pub at: Time,
    /// What.
    pub what: What,
    /// On which line, if it says.
    pub line: Option<LineId>,
    /// The caller's number, if it says and it is not withheld.
    pub caller: Option<String>,
}

/// Who answered, and when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answer {
    /// When.
    pub at: Time,
    /// By the phone system's name for them.
    pub by: String,
}

/// All that was told of a call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The first arrival.
    pub arrived: Option<Time>,
    /// The first time in the queue.
    pub queued: Option<Time>,
    /// The first answer.
    pub answered: Option<Answer>,
    /// The last way out that was taken.
    pub left: Option<(Time, How)>,
    /// The last end.
    pub ended: Option<Time>,
    /// The line of the first fact that names one.
    pub line: Option<(Time, LineId)>,
    /// The caller's number; of several spellings the first in order.
    pub caller: Option<String>,
    /// What the caller said after the tone; of several tellings the longest.
    pub words: String,
    /// When nothing had been told for so long that nothing more was waited for.
    pub swept: Option<Time>,
}

/// The smaller of what is known and what is told.
fn least<T: Ord>(known: &mut Option<T>, told: T) {
    if known.as_ref().is_none_or(|known| told < *known) {
        *known = Some(told);
    }
}

/// The larger of the two.
fn most<T: Ord>(known: &mut Option<T>, told: T) {
    if known.as_ref().is_none_or(|known| told > *known) {
        *known = Some(told);
    }
}

impl Told {
    /// Joins a fact to what is known. True if that changed anything.
    pub fn hear(&mut self, fact: &Fact) -> bool {
        let before = self.clone();
        match &fact.what {
            What::Arrived => least(&mut self.arrived, fact.at),
            What::Queued => least(&mut self.queued, fact.at),
            What::Answered(by) => least(
                &mut self.answered,
                Answer {
                    at: fact.at,
                    by: by.clone(),
                },
            ),
            What::Left(how, words) => {
                most(&mut self.left, (fact.at, *how));
                let key = |words: &String| (words.chars().count(), words.clone());
                if key(words) > key(&self.words) {
                    self.words.clone_from(words);
                }
            }
            What::Ended => most(&mut self.ended, fact.at),
        }
        if let Some(line) = fact.line {
            least(&mut self.line, (fact.at, line));
        }
        if let Some(caller) = &fact.caller {
            least(&mut self.caller, caller.clone());
        }
        *self != before
    }

    /// The first instant that is known of it.
    pub fn started_at(&self) -> Option<Time> {
        let answered = self.answered.as_ref().map(|answer| answer.at);
        let left = self.left.map(|left| left.0);
        // Where the arrival was told it is the beginning, whatever other clocks say; a gap takes the earliest of the rest.
        self.arrived.or_else(|| {
            [self.queued, answered, left, self.ended]
                .into_iter()
                .flatten()
                .min()
        })
    }

    /// The last instant that is known of it.
    pub fn last_at(&self) -> Option<Time> {
        let answered = self.answered.as_ref().map(|answer| answer.at);
        let left = self.left.map(|left| left.0);
        [self.arrived, self.queued, answered, left, self.ended]
            .into_iter()
            .flatten()
            .max()
    }

    /// What it comes to. `closed`: whether the line was closed when it began. Nothing while no fact is known.
    pub fn sum(&self, closed: bool) -> Option<Summed> {
        let started_at = self.started_at()?;
        let last_at = self.last_at()?;
        // Who asked to be called back was not answered by the call that then reached them.
        let answered = self
            .answered
            .as_ref()
            .map(|answer| answer.at)
            .filter(|at| self.left.is_none_or(|left| *at <= left.0));
        let after_hours = closed && self.queued.is_none() && self.answered.is_none();
        let over_at = self.over_at(answered, last_at);
        let outcome = match (answered, self.left, self.ended) {
            (Some(_), _, _) => Some(Outcome::Answered),
            (None, Some((_, how)), _) => Some(how.outcome()),
            (None, None, Some(_)) if after_hours => Some(Outcome::AfterHours),
            (None, None, Some(_)) => Some(Outcome::Abandoned),
            (None, None, None) => self.swept.map(|_| Outcome::Lost),
        };
        let stage = match (over_at, answered, self.queued) {
            (Some(_), _, _) => Stage::Over,
            (None, Some(_), _) => Stage::Talking,
            (None, None, Some(_)) => Stage::Waiting,
            (None, None, None) => Stage::Ringing,
        };
        // What was not told to have joined a queue waited from its beginning.
        let joined = self.queued.unwrap_or(started_at);
        let served = answered.or(self.left.map(|left| left.0)).or(self.ended);
        let words_left = self.left.is_some_and(|(_, how)| how.outcome().owes());
        let owed = outcome.is_some_and(Outcome::owes) || words_left;
        let gone_at = self.left.map(|left| left.0).or(self.ended).unwrap_or(last_at);
        Some(Summed {
            started_at,
            over_at,
            stage,
            outcome,
            hold: between(joined, served.unwrap_or(last_at)),
            talk: answered.map_or(Span::ZERO, |at| between(at, over_at.unwrap_or(at))),
            after_hours,
            owed_since: owed.then_some(gone_at),
        })
    }

    fn over_at(&self, answered: Option<Time>, last_at: Time) -> Option<Time> {
        let left = self.left.map(|left| left.0).filter(|_| answered.is_none());
        // An end that is told before what it ends came by a clock that runs behind.
        let ended = self.ended.or(left).or(self.swept.map(|_| last_at));
        ended.map(|at| answered.map_or(at, |answered| at.max(answered)))
    }
}

/// The length between two instants; none where a clock ran backwards.
fn between(from: Time, to: Time) -> Span {
    to.since(from).max(Span::ZERO)
}
