//! Taking one matter out of a request: some of the patient's words become a request of their own.
//!
//! The words move, they are not copied; and what still waits keeps the moment from which it waits.

use super::{Change, Clock, Opening, Refusal, Request, Rules, Spoke, Stand, State};
use crate::hours::Schedule;
use crate::ids::{ClockId, EntryId};
use crate::{Time, limits};

/// A line of the patient's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub entry: EntryId,
    /// When it reached us.
    pub at: Time,
    /// It said thank you and nothing else.
    pub thanks: bool,
    /// It was moved before, from the request it was said to.
    pub moved: bool,
}

/// The patient's lines of a request: those that leave it, and those that stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines<'a> {
    /// They become a request of their own.
    pub leave: &'a [Line],
    /// They stay.
    pub stay: &'a [Line],
}

/// A request that was split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The new request.
    pub part: Request,
    /// Its beginning.
    pub begun: Vec<Change>,
    /// Changes of the one that it was taken out of.
    pub rest: Vec<Change>,
}

/// Splits `request`. A line waits if it came after the start of the running clock. If words that wait leave and none stays,
/// the clock goes with them; if some stay too, it goes with the older ones, and the others start their own, `next`, from
/// the moment they came. Words that don't wait bring no clock along: the part is new, and no first answer is due.
pub fn split(
    request: &mut Request,
    opening: &Opening,
    lines: Lines<'_>,
    next: ClockId,
    rules: &Rules,
    hours: &Schedule,
) -> Result<Split, Refusal> {
    request.workable()?;
    if request.pending.is_some() {
        return Err(Refusal::ReplyPending);
    }
    if lines.leave.is_empty() || lines.stay.is_empty() {
        return Err(Refusal::NotInTwo);
    }
    if lines.leave.len() > limits::SPLIT_LINES {
        return Err(Refusal::TooMany);
    }
    if lines.leave.iter().any(|line| line.moved) {
        return Err(Refusal::SplitBefore);
    }
    let mut part = Request::blank(opening);
    let mut begun = vec![Change::SplitFrom(request.id)];
    begun.extend(lines.leave.iter().map(|line| Change::Moved(line.entry)));
    let mut rest = vec![Change::Split(part.id)];
    if let Some(clock) = request.clock {
        match (first(lines.leave, &clock), first(lines.stay, &clock)) {
            (None, _) => {}
            (Some(leaves), Some(stays)) if stays < leaves => {
                let started = Clock::start(next, leaves, part.urgency, rules, hours);
                part.clock = Some(started);
                begun.push(Change::ClockStarted(started));
            }
            (Some(_), stays) => {
                part.clock = Some(clock);
                begun.push(Change::ClockAdopted(clock));
                request.clock = stays.map(|at| Clock::start(next, at, request.urgency, rules, hours));
                rest.extend(request.clock.map(Change::ClockStarted));
            }
        }
    }
    // Whoever is writing a reply to the rest still has all of it before them.
    request.spoke = Spoke {
        version: request.version + 1,
        by: None,
    };
    part.spell = Stand::new(State::New, part.clock.is_some());
    begun.splice(0..0, part.begun());
    Ok(Split {
        part,
        begun,
        rest: request.done(rest),
    })
}

/// When the first of these lines came that still waits.
fn first(lines: &[Line], clock: &Clock) -> Option<Time> {
    let waiting = lines
        .iter()
        .filter(|line| !line.thanks && line.at >= clock.started_at);
    waiting.map(|line| line.at).min()
}
