//! What follows a change by itself: warnings, the end of an undo, waking, lapsing. Each is a job that decides anew when it
//! runs, so that running it twice, late, or after the request moved on changes nothing.

use anteroom_core::ids::{EntryId, JobId, RequestId};
use anteroom_core::requests::{Actor, Change, Refusal, Request, State};
use anteroom_core::{Time, limits};
use anteroom_store::requests as rows;
use anteroom_store::{PracticeTx, StoreError, jobs, messages};

use super::Scene;
use super::status::survivor;
use crate::practices::Practice;
use crate::{App, Failure, alerts, surveys};

anteroom_core::words! {
    /// What a job about a request does.
    Follow {
        /// A clock warns that it is about to run out.
        Warn = "warn",
        /// A reply becomes irrevocable.
        Settle = "settle",
        /// A snooze is over.
        Wake = "wake",
        /// A request waited, or was resolved, long enough.
        Lapse = "lapse",
    }
}

/// Adds the jobs that follow from changes.
pub(crate) fn up(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    request: &Request,
    changes: &[Change],
) -> Result<(), StoreError> {
    for change in changes {
        if let Change::State {
            to: State::Resolved, ..
        } = change
        {
            surveys::resolved(app, tx, scene, (request, changes))?;
        }
        if let Change::Alerted(alert) = change {
            alerts::raised(app, tx, scene, *alert)?;
        }
        let next = match change {
            Change::ClockStarted(clock)
            | Change::ClockResumed(clock)
            | Change::ClockAdopted(clock)
            | Change::ClockRetargeted(clock)
            | Change::ClockMoved(clock) => {
                let at = clock.warns_at(&scene.settings.rules, scene.hours(request.location));
                (clock.warned_at.is_none()).then_some((Follow::Warn, at))
            }
            Change::Replied(entry) => request
                .pending
                .filter(|pending| pending.entry == *entry)
                .map(|pending| (Follow::Settle, pending.irrevocable_at)),
            Change::State {
                to: State::Waiting, ..
            } => Some((Follow::Lapse, scene.now + scene.settings.rules.waiting)),
            Change::State {
                to: State::Resolved, ..
            } => Some((Follow::Lapse, scene.now + limits::REOPEN)),
            _ => None,
        };
        if let Some((follow, at)) = next {
            add(app, tx, follow, request, at)?;
        }
    }
    Ok(())
}

/// Adds one job about a request.
pub(crate) fn add(
    app: &App,
    tx: &mut PracticeTx<'_>,
    follow: Follow,
    request: &Request,
    at: Time,
) -> Result<(), StoreError> {
    let practice = tx.practice_id();
    jobs::insert(
        &mut tx.system(),
        app.id::<JobId>(),
        follow.as_str(),
        practice,
        request.id.bytes(),
        at,
    )
}

/// Does a job about a request, if there is still something to do.
pub(crate) fn perform(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    follow: Follow,
    subject: [u8; 16],
) -> Result<(), Failure> {
    let scene = Scene::load(app, tx, practice)?;
    let Some(loaded) = rows::load(tx, subject.into())? else {
        return Ok(());
    };
    let mut request = scene.settled(app, tx, loaded)?;
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    let rules = &scene.settings.rules;
    let decided = match follow {
        Follow::Warn => request.warn(scene.now, rules, &hours),
        // Whoever came first settled it: a member, the patient, or the line above.
        Follow::Settle => return Ok(()),
        Follow::Wake => request.wake(scene.now),
        Follow::Lapse => request.lapse(scene.now, rules),
    };
    let changes = match decided {
        Ok(changes) => changes,
        // The request moved on since the job was added: nothing is left to do.
        Err(Refusal::AlreadySo | Refusal::Merged(_) | Refusal::Closed) => return Ok(()),
        Err(refusal) => return Err(refusal.into()),
    };
    let deed = (Actor::System, follow.as_str());
    Ok(scene.save(app, tx, before, &request, &changes, deed)?)
}

/// Every channel failed a reply for good: its message says so, and the clock that it ended runs again from its old start.
pub async fn undelivered(app: &App, practice: &Practice, number: i64, entry: EntryId) -> Result<(), Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let asked = rows::load_number(tx, number)?.ok_or(Failure::Missing)?;
            let asked = scene.settled(&world, tx, asked)?;
            messages::settle_of(tx, entry, messages::Fate::Failed, scene.now)?;
            lost_reply(&world, tx, &scene, asked.id, entry)
        })
        .await
}

/// No channel carries a reply of this request any more: the clock that it ended runs again from its old start.
pub(crate) fn lost_reply(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    asked: RequestId,
    entry: EntryId,
) -> Result<(), Failure> {
    // Its words wait where they went since.
    let request = survivor(tx, asked)?;
    let mut request = scene.settled(app, tx, request)?;
    let mut clock = rows::entries::ended_by(tx, asked, entry)?;
    if clock.is_none() {
        clock = rows::entries::ended_by(tx, request.id, entry)?;
    }
    let Some(clock) = clock else {
        return Ok(());
    };
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    let changes = match request.undelivered(clock, scene.now, &scene.settings.rules, &hours) {
        // Closed for good over a month after: the message's fate is all that is left to say.
        Err(Refusal::Closed) => return Ok(()),
        decided => decided?,
    };
    let deed = (Actor::System, "undelivered");
    Ok(scene.save(app, tx, before, &request, &changes, deed)?)
}
