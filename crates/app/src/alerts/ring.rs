//! The job that rings: it decides anew each time it runs who is rung now and when it climbs, until somebody acknowledges.

use anteroom_core::Time;
use anteroom_core::alerts::{Climb, Ladder, Works, climb};
use anteroom_core::ids::{AlertId, JobId};
use anteroom_core::messages::Letter;
use anteroom_core::requests::Actor;
use anteroom_store::audit::{self, Deed};
use anteroom_store::{PracticeTx, StoreError, alerts as rows, jobs, staff};

use super::Rules;
use crate::practices::Practice;
use crate::requests::{Scene, survivor};
use crate::{App, Failure, letters, roster};

/// The job's kind. Like the look at the promises it is never given up.
pub(crate) const RING: &str = "ring";

/// Notes that words of danger came, and rings at once.
pub(crate) fn raised(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    alert: AlertId,
) -> Result<(), StoreError> {
    note(app, tx, scene, ("raise", alert))?;
    ring_at(app, tx, alert, scene.now)
}

/// The audit of an alert: screens learn from it that something rings.
fn note(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (action, alert): (&str, AlertId),
) -> Result<(), StoreError> {
    let deed = Deed {
        id: app.id(),
        at: scene.now,
        actor: Actor::System,
        action,
        noun: "alert",
        noun_id: Some(alert.bytes()),
        fields: "",
    };
    audit::insert(tx, &deed)
}

/// Adds the job of an alert.
fn ring_at(app: &App, tx: &mut PracticeTx<'_>, alert: AlertId, at: Time) -> Result<(), StoreError> {
    let practice = tx.practice_id();
    let id = app.id::<JobId>();
    jobs::insert(&mut tx.system(), id, RING, practice, alert.bytes(), at)
}

/// Who works here now.
pub(super) fn works(tx: &mut PracticeTx<'_>) -> Result<Vec<Works>, StoreError> {
    let members = staff::members(tx)?.into_iter();
    Ok(members.map(|member| (member.id, member.role)).collect())
}

/// The practice's ladder now: where duties on call stand on the roster, whoever has one is rung first after hours.
pub(super) fn ladder(tx: &mut PracticeTx<'_>, rules: &Rules, now: Time) -> Result<Ladder, StoreError> {
    let ladder = rules.ladder.clone();
    Ok(match roster::on_call(tx, now)? {
        Some(on_call) => ladder.with_roster(on_call.into_iter().collect()),
        None => ladder,
    })
}

/// Rings for an alert, if it is time to, and adds the next job.
pub(crate) fn ring(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    subject: [u8; 16],
) -> Result<(), Failure> {
    let scene = Scene::load(app, tx, practice)?;
    let Some(kept) = rows::load(tx, subject.into())? else {
        return Ok(());
    };
    let alert = kept.alert;
    let works = works(tx)?;
    let ladder = ladder(tx, &scene.settings.alerts, scene.now)?;
    match climb(&alert, &ladder, scene.desk_hours(), &works, scene.now) {
        Climb::Over => Ok(()),
        Climb::Later(at) => Ok(ring_at(app, tx, alert.id, at)?),
        Climb::Ring { rung, whom, next_at } => {
            if !rows::ring(tx, alert.id, rung, &whom, scene.now)? {
                return Ok(());
            }
            let request = survivor(tx, alert.request)?;
            let mut request = scene.settled(app, tx, request)?;
            let before = request.version;
            let changes = request.ring(alert.id, rung.step);
            scene.save(app, tx, before, &request, &changes, (Actor::System, RING))?;
            note(app, tx, &scene, (RING, alert.id))?;
            // By mail, too, where the practice has it: the number and a way to it, nothing of the patient.
            for member in whom {
                let letter = (Letter::Ring, Some(request.number));
                letters::to_member(app, tx, &scene, member, letter)?;
            }
            Ok(ring_at(app, tx, alert.id, next_at)?)
        }
    }
}
