//! What is known of one patient besides who they are: their visits, why they left, how they heard of the practice.

use anteroom_core::access::Right;
use anteroom_core::ids::PatientId;
use anteroom_core::people::Refusal;
use anteroom_core::requests::Actor;
use anteroom_core::text::Fault;
use anteroom_core::visits::{Heard, Left};
use anteroom_store::audit::{self, Deed};
use anteroom_store::people::patients;
use anteroom_store::visits::departures::{self, Departure};
use anteroom_store::visits::{Shown, of_patient};
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;

use crate::people::today;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// What stands of visits on a patient's page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// The last first; without those that are for clinicians alone, where the reader is none.
    pub visits: Vec<Shown>,
    /// Why and since when they come no more.
    pub left: Option<Departure>,
    /// How they heard of the practice.
    pub heard: Option<Heard>,
}

pub(crate) fn beside(tx: &mut PracticeTx<'_>, desk: &Desk, patient: PatientId) -> Result<Beside, StoreError> {
    let mut visits = of_patient(tx, patient)?;
    visits.retain(|visit| !visit.sensitive || desk.role.may(Right::Clinical));
    Ok(Beside {
        visits,
        left: departures::lasts(tx, patient)?,
        heard: departures::heard(tx, patient)?,
    })
}

/// Does something to what is known of a patient, and writes down that it was done.
async fn act<F>(
    app: &App,
    desk: &Desk,
    patient: PatientId,
    (action, fields): (&'static str, &'static str),
    work: F,
) -> Result<(), Failure>
where
    F: Fn(&App, &mut PracticeTx<'_>, &Scene) -> Result<bool, Failure> + Send + 'static,
{
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            patients::find(tx, patient)?.ok_or(Failure::Missing)?;
            if !work(&world, tx, &scene)? {
                return Ok(());
            }
            let deed = Deed {
                id: world.id(),
                at: scene.now,
                actor: Actor::Member(at.member.id),
                action,
                noun: "patient",
                noun_id: Some(patient.bytes()),
                fields,
            };
            Ok(audit::insert(tx, &deed)?)
        })
        .await
}

/// They come no more, for a reason and from a day on: today if none is said.
pub async fn leave(
    app: &App,
    desk: &Desk,
    patient: PatientId,
    why: Left,
    on: Option<Date>,
) -> Result<(), Failure> {
    let by = desk.member.id;
    act(
        app,
        desk,
        patient,
        ("change", "departure"),
        move |app, tx, scene| {
            let today = today(scene);
            let on = on.unwrap_or(today);
            if on > today {
                return Err(Failure::of("left-on", Fault::Shape));
            }
            if !departures::leave(tx, app.id(), patient, (why, on), (scene.now, Some(by)))? {
                return Err(Refusal::Changed.into());
            }
            Ok(true)
        },
    )
    .await
}

/// They are a patient again, from today on. A departure of today was a mistake and counts as none.
pub async fn come_back(app: &App, desk: &Desk, patient: PatientId) -> Result<(), Failure> {
    let by = desk.member.id;
    act(
        app,
        desk,
        patient,
        ("change", "departure"),
        move |_, tx, scene| {
            if !departures::end(tx, patient, today(scene), (scene.now, by))? {
                return Err(Refusal::Changed.into());
            }
            Ok(true)
        },
    )
    .await
}

/// How they heard of the practice; nothing if nobody knows.
pub async fn hear(app: &App, desk: &Desk, patient: PatientId, heard: Option<Heard>) -> Result<(), Failure> {
    act(app, desk, patient, ("change", "heard"), move |_, tx, scene| {
        Ok(departures::set_heard(tx, patient, heard, scene.now)?)
    })
    .await
}
