//! Somebody sees to words of danger. It is an act of its own: no reply, no closing and no look at the page does it by the way.

use anteroom_core::ids::AlertId;
use anteroom_core::requests::Actor;
use anteroom_store::alerts as rows;
use anteroom_store::audit::{self, Deed};

use crate::requests::view::Desk;
use crate::requests::{Scene, survivor};
use crate::{App, Failure};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acknowledged {
    /// The request's number for people.
    pub number: i64,
    /// Whether nobody had done so before.
    pub first: bool,
}

/// Alerts that are acknowledged at once: those of one request up to the one that was read. Who writes more than that in one
/// go is acknowledged in two.
const AT_ONCE: i64 = 100;

/// Acknowledges an alert, and those of its request that were raised before it: they stand on the same page. One that came
/// meanwhile goes on ringing.
pub async fn acknowledge(app: &App, desk: &Desk, alert: AlertId) -> Result<Acknowledged, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let read = rows::load(tx, alert)?.ok_or(Failure::Missing)?.alert;
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let request = survivor(tx, read.request)?;
            let mut request = scene.settled(&world, tx, request)?;
            let live = rows::live_of_request(tx, request.id, AT_ONCE)?;
            let member = desk.member.id;
            let mut done = Vec::new();
            for kept in live {
                let mut alert = kept.alert;
                if (alert.raised_at, alert.id) > (read.raised_at, read.id) {
                    continue;
                }
                let took = alert.acknowledge(member, scene.now)?;
                rows::acknowledge(tx, alert.id, member, scene.now)?;
                let deed = Deed {
                    id: world.id(),
                    at: scene.now,
                    actor: Actor::Member(member),
                    action: "acknowledge",
                    noun: "alert",
                    noun_id: Some(alert.id.bytes()),
                    fields: "acknowledged_by acknowledged_at",
                };
                audit::insert(tx, &deed)?;
                done.push((alert.id, took));
            }
            if !done.is_empty() {
                let before = request.version;
                let changes = request.acknowledge(&done);
                let deed = (Actor::Member(member), "acknowledge");
                scene.save(&world, tx, before, &request, &changes, deed)?;
            }
            Ok(Acknowledged {
                number: request.number,
                first: !done.is_empty(),
            })
        })
        .await
}
