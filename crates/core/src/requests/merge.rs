//! Joining two requests that are one: the survivor keeps the older running clock.

use super::{Change, Refusal, Request, Rules, Spoke, State};
use crate::Time;
use crate::hours::Schedule;
use crate::ids::ClockId;

/// What a merge found, kept so that it can be undone; in each pair the survivor's first, then the joined one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint {
    /// How they stood.
    pub prior: (State, State),
    /// The clocks that ran.
    pub clocks: (Option<ClockId>, Option<ClockId>),
}

/// The changes to both sides of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Changes of the request that goes on.
    pub survivor: Vec<Change>,
    /// Changes of the request that was joined to it.
    pub joined: Vec<Change>,
    /// What there was before.
    pub joint: Joint,
}

/// Joins `joined` to `survivor`, if one person is known to have asked both: whoever holds a link to one reads from then on
/// what the practice answers both, though never what the other one's patient wrote. The younger of two running clocks ends
/// as if its words had joined the older one. `hours` are those of the survivor's location and of the joined one's.
pub fn merge(
    survivor: &mut Request,
    joined: &mut Request,
    now: Time,
    rules: &Rules,
    hours: (&Schedule, &Schedule),
) -> Result<Merged, Refusal> {
    if survivor.id == joined.id {
        return Err(Refusal::Same);
    }
    survivor.workable()?;
    joined.workable()?;
    if survivor.person.is_none() || survivor.person != joined.person {
        return Err(Refusal::OtherPerson);
    }
    if joined.obliged {
        return Err(Refusal::Obliged);
    }
    if survivor.pending.is_some() || joined.pending.is_some() {
        return Err(Refusal::ReplyPending);
    }
    let owed = matches!(joined.state, State::New | State::Open);
    let id = |clock: Option<super::Clock>| clock.map(|clock| clock.id);
    let joint = Joint {
        prior: (survivor.state, joined.state),
        clocks: (id(survivor.clock), id(joined.clock)),
    };
    let mut here = vec![Change::Joined(joined.id)];
    let mut there = vec![Change::Merged(survivor.id)];
    if let Some(theirs) = joined.clock.take() {
        match survivor.clock {
            Some(ours) if ours.started_at <= theirs.started_at => {
                let ended = theirs.closed(now, hours.1);
                there.push(Change::ClockEnded {
                    clock: theirs.id,
                    ended,
                    entry: None,
                });
            }
            younger => {
                if let Some(ours) = younger {
                    let ended = ours.closed(now, hours.0);
                    here.push(Change::ClockEnded {
                        clock: ours.id,
                        ended,
                        entry: None,
                    });
                }
                let adopted = theirs.under(now, rules, hours.0);
                survivor.clock = Some(adopted);
                here.push(Change::ClockAdopted(adopted));
                here.extend(adopted.calmed(&theirs));
            }
        }
    }
    // What one of them still owes must not be lost in a survivor that waits, sleeps or is done.
    if (owed || survivor.clock.is_some()) && !matches!(survivor.state, State::New | State::Open) {
        survivor.enter(State::Open, now, &mut here);
    }
    // Whoever is writing a reply to the survivor has not read the words that join it now.
    survivor.spoke = Spoke {
        version: survivor.version + 1,
        by: None,
    };
    joined.enter(State::Closed, now, &mut there);
    joined.merged_into = Some(survivor.id);
    Ok(Merged {
        survivor: survivor.done(here),
        joined: joined.done(there),
        joint,
    })
}
