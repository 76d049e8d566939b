//! Whom a request is about, as a member says it; and its thread as it goes into the chart.

use anteroom_core::ids::PatientId;
use anteroom_core::requests::Actor;
use anteroom_store::audit::{self, Deed};
use anteroom_store::people::patients;
use anteroom_store::requests as rows;

use super::view::{Desk, Page};
use super::{Scene, wall};
use crate::{App, Failure, alerts};

/// Says about which patient a request is, or that nobody knows.
pub async fn concern(app: &App, desk: &Desk, number: i64, patient: Option<PatientId>) -> Result<(), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let request = rows::load_number(tx, number)?.ok_or(Failure::Missing)?;
            let mut request = scene.settled(&world, tx, request)?;
            wall::pass(tx, request.id, &desk)?;
            if let Some(patient) = patient {
                patients::find(tx, patient)?.ok_or(Failure::Missing)?;
            }
            let before = request.version;
            let mut changes = request.concern(patient)?;
            changes.extend(alerts::heard_of(&world, tx, &scene, &request)?);
            let actor = Actor::Member(desk.member.id);
            Ok(scene.save(&world, tx, before, &request, &changes, (actor, "about"))?)
        })
        .await
}

/// A request's page for whoever copies it into the chart; that they did is written down. Refused to who may not read it all.
pub async fn copy(app: &App, desk: &Desk, number: i64) -> Result<Page, Failure> {
    let page = super::page(app, desk, number).await?;
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let request = rows::load_number(tx, number)?.ok_or(Failure::Missing)?;
            wall::pass(tx, request.id, &at)?;
            let deed = Deed {
                id: world.id(),
                at: world.now(),
                actor: Actor::Member(at.member.id),
                action: "copied",
                noun: "request",
                noun_id: Some(request.id.bytes()),
                fields: "",
            };
            Ok::<_, Failure>(audit::insert(tx, &deed)?)
        })
        .await?;
    Ok(page)
}
