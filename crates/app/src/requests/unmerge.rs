//! A merge is undone: what it found and what came since is gathered, core decides, both sides are saved.

use anteroom_core::ids::{ClockId, RequestId};
use anteroom_core::limits;
use anteroom_core::requests::unmerge::{self, Since};
use anteroom_core::requests::{Actor, Refusal, Request};
use anteroom_store::PracticeTx;
use anteroom_store::requests::joints::{self, Happened, Kept};
use anteroom_store::requests::{self as rows, entries};

use super::desk::load;
use super::view::Desk;
use super::{Scene, wall};
use crate::{App, Failure};

/// Takes a request off the one that it was joined to.
pub async fn unmerge(app: &App, desk: &Desk, number: i64) -> Result<(), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let mut joined = load(&world, tx, &scene, number)?;
            let kept = joints::find(tx, joined.id)?.ok_or(Refusal::NotJoined)?;
            let survivor = rows::load(tx, kept.into)?.ok_or(Failure::Missing)?;
            let mut survivor = scene.settled(&world, tx, survivor)?;
            for request in [survivor.id, joined.id] {
                wall::pass(tx, request, &desk)?;
            }
            let since = since(tx, &kept, (&survivor, &joined))?;
            let versions = (survivor.version, joined.version);
            let hours = (scene.hours(survivor.location), scene.hours(joined.location));
            let next = (world.id::<ClockId>(), world.id::<ClockId>());
            let rules = &scene.settings.rules;
            let parted = unmerge::unmerge(&mut survivor, &mut joined, &since, next, scene.now, rules, hours)?;
            joints::delete(tx, joined.id)?;
            let deed = (Actor::Member(desk.member.id), "unmerge");
            // The joined one first: a clock that goes back to it has to leave the survivor before that one's own runs again.
            scene.save(&world, tx, versions.1, &joined, &parted.joined, deed)?;
            Ok(scene.save(&world, tx, versions.0, &survivor, &parted.survivor, deed)?)
        })
        .await
}

fn since(
    tx: &mut PracticeTx<'_>,
    kept: &Kept,
    (survivor, joined): (&Request, &Request),
) -> Result<Since, Failure> {
    let clock = |tx: &mut PracticeTx<'_>, id: Option<ClockId>| match id {
        Some(id) => joints::clock(tx, id),
        None => Ok(None),
    };
    let mut since = Since {
        prior: kept.joint.prior,
        clocks: (clock(tx, kept.joint.clocks.0)?, clock(tx, kept.joint.clocks.1)?),
        heard: (None, None),
        answered: false,
        moved: false,
        joined_later: joints::joined_later(tx, kept)?,
    };
    let happened = joints::since(tx, kept, limits::JOINT_EVENTS + 1)?;
    if i64::try_from(happened.len()).is_ok_and(|count| count > limits::JOINT_EVENTS) {
        return Err(Refusal::MovedOn.into());
    }
    for one in happened {
        let entry = match one {
            Happened::Answered => {
                since.answered = true;
                continue;
            }
            Happened::Moved => {
                since.moved = true;
                continue;
            }
            Happened::Heard(entry) => entry,
        };
        let Some((home, at, _)) = entries::heard(tx, entry)? else {
            continue;
        };
        let first = match side(tx, home, survivor.id, joined.id)? {
            Some(Side::Survivor) => &mut since.heard.0,
            Some(Side::Joined) => &mut since.heard.1,
            None => continue,
        };
        *first = Some(first.map_or(at, |known| known.min(at)));
    }
    Ok(since)
}

/// Whose words are.
enum Side {
    Survivor,
    Joined,
}

/// On which side the words of a request are said; on neither if they were split off since.
fn side(
    tx: &mut PracticeTx<'_>,
    mut home: RequestId,
    survivor: RequestId,
    joined: RequestId,
) -> Result<Option<Side>, Failure> {
    for _ in 0..limits::MERGE_HOPS {
        if home == joined {
            return Ok(Some(Side::Joined));
        }
        if home == survivor {
            return Ok(Some(Side::Survivor));
        }
        match rows::load(tx, home)?.and_then(|request| request.merged_into) {
            Some(into) => home = into,
            None => return Ok(None),
        }
    }
    Ok(None)
}
