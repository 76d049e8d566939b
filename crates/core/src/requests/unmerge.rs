//! Taking two joined requests apart again: states, clocks and counts as if they had never been one, as far as that can
//! still be said honestly.

use super::{Change, Clock, Refusal, Request, Rules, Spoke, State};
use crate::Time;
use crate::hours::Schedule;
use crate::ids::ClockId;

/// What a merge found, and what came since; in each pair the survivor's first, then the joined one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// How they stood.
    pub prior: (State, State),
    /// The clocks that ran then.
    pub clocks: (Option<Clock>, Option<Clock>),
    /// When the first words that ask for something came since, by whose they are.
    pub heard: (Option<Time>, Option<Time>),
    /// Whether a reply became irrevocable since: it answered both.
    pub answered: bool,
    /// Whether the survivor entered another state since.
    pub moved: bool,
    /// Whether another request was joined later, and still is.
    pub joined_later: bool,
}

/// The changes to both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parted {
    /// Of the request that went on.
    pub survivor: Vec<Change>,
    /// Of the one that had been joined to it.
    pub joined: Vec<Change>,
}

/// Takes `joined` off `survivor`. What came since stays where it was said: words to the survivor stay with it, words by the
/// joined one's link go with that one, notes and owner stay. The clock that the merge ended runs again from its old start,
/// and words that came since to a side without one start its own, at the moment they came (`next`).
///
/// Refused once a reply or a closing answered both, since nobody can say any more which of them it meant; then the words
/// that are another matter can be split off.
pub fn unmerge(
    survivor: &mut Request,
    joined: &mut Request,
    since: &Since,
    next: (ClockId, ClockId),
    now: Time,
    rules: &Rules,
    hours: (&Schedule, &Schedule),
) -> Result<Parted, Refusal> {
    if joined.merged_into != Some(survivor.id) {
        return Err(Refusal::NotJoined);
    }
    survivor.workable()?;
    if survivor.pending.is_some() {
        return Err(Refusal::ReplyPending);
    }
    if since.joined_later {
        return Err(Refusal::JoinedLater);
    }
    let running = survivor.clock;
    if since.answered || !accounted(running, since) {
        return Err(Refusal::MovedOn);
    }
    // Words that came and were closed over without a reply wait no more.
    let heard = if running.is_some() {
        since.heard
    } else {
        (None, None)
    };
    let mut here = vec![Change::Parted(joined.id)];
    let mut there = vec![Change::Unmerged(survivor.id)];
    survivor.clock = match (since.clocks.0, heard.0) {
        (Some(ours), _) if running.is_some_and(|running| running.id == ours.id) => running,
        (Some(ours), _) => Some(resume(ours, now, rules, hours.0, &mut here)),
        (None, Some(at)) if starts(running, since, at) => running,
        (None, Some(at)) => Some(start(
            Clock::start(next.0, at, survivor.urgency, rules, hours.0),
            &mut here,
        )),
        (None, None) => None,
    };
    let free = running.filter(|running| survivor.clock.is_none_or(|clock| clock.id != running.id));
    joined.clock = match (since.clocks.1, heard.1, free) {
        (Some(theirs), _, Some(free)) if free.id == theirs.id => {
            Some(adopt(free, now, rules, hours.1, &mut there))
        }
        (Some(theirs), ..) => Some(resume(theirs, now, rules, hours.1, &mut there)),
        (None, Some(_), Some(free)) => Some(adopt(free, now, rules, hours.1, &mut there)),
        (None, Some(at), None) => Some(start(
            Clock::start(next.1, at, joined.urgency, rules, hours.1),
            &mut there,
        )),
        (None, None, _) => None,
    };
    let fresh = joined.clock.is_some() && since.clocks.1.is_none();
    joined.merged_into = None;
    joined.enter(back(since.prior.1, fresh), now, &mut there);
    let idle = !since.moved && survivor.clock.is_none() && survivor.state == State::Open;
    if idle && matches!(since.prior.0, State::Waiting | State::Resolved) {
        survivor.enter(since.prior.0, now, &mut here);
    }
    // Whoever is writing a reply to either has both before them.
    for request in [&mut *survivor, &mut *joined] {
        request.spoke = Spoke {
            version: request.version + 1,
            by: None,
        };
    }
    Ok(Parted {
        survivor: survivor.done(here),
        joined: joined.done(there),
    })
}

/// Whether the clock that runs now is the one that the merge kept, or one that words since started; anything else was
/// ended, taken over or begun by an act that meant both.
fn accounted(running: Option<Clock>, since: &Since) -> bool {
    let kept = match since.clocks {
        (Some(ours), Some(theirs)) if theirs.started_at < ours.started_at => Some(theirs),
        (ours, theirs) => ours.or(theirs),
    };
    match (kept, running) {
        (Some(kept), running) => running.is_some_and(|running| running.id == kept.id),
        (None, Some(running)) => [since.heard.0, since.heard.1].contains(&Some(running.started_at)),
        (None, None) => true,
    }
}

/// Whether the clock that runs was started by words of this instant, and by no clock of the merge.
fn starts(running: Option<Clock>, since: &Since, at: Time) -> bool {
    since.clocks == (None, None) && running.is_some_and(|running| running.started_at == at)
}

fn resume(ended: Clock, now: Time, rules: &Rules, hours: &Schedule, changes: &mut Vec<Change>) -> Clock {
    let resumed = ended.under(now, rules, hours);
    changes.push(Change::ClockResumed(resumed));
    changes.extend(resumed.calmed(&ended));
    resumed
}

fn adopt(running: Clock, now: Time, rules: &Rules, hours: &Schedule, changes: &mut Vec<Change>) -> Clock {
    let adopted = running.under(now, rules, hours);
    changes.push(Change::ClockAdopted(adopted));
    changes.extend(adopted.calmed(&running));
    adopted
}

fn start(clock: Clock, changes: &mut Vec<Change>) -> Clock {
    changes.push(Change::ClockStarted(clock));
    clock
}

/// The state to return to: a snooze that was interrupted has no end any more, and new words bring it to the desk.
const fn back(prior: State, fresh: bool) -> State {
    match prior {
        State::Snoozed | State::Closed => State::Open,
        State::Waiting | State::Resolved if fresh => State::Open,
        prior => prior,
    }
}
