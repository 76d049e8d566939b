//! What somebody had who no longer works here, or a team that is no more, goes back to nobody, so that it stands in the
//! list of what nobody has and not in a list that nobody opens.

use anteroom_core::ids::RequestId;
use anteroom_core::limits;
use anteroom_core::requests::Actor;
use anteroom_store::PracticeTx;
use anteroom_store::requests as rows;
use anteroom_store::staff::{self, Owner};

use super::Scene;
use crate::practices::Practice;
use crate::settings::changes::By;
use crate::{App, Failure};

/// Takes away an owner from all that isn't closed; how many requests that were.
pub(crate) fn hand_back(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    by: By,
    owner: Owner,
) -> Result<i64, Failure> {
    let scene = Scene::load(app, tx, practice)?;
    let actor = match by {
        By::Member(id) => Actor::Member(id),
        By::Operator | By::System => Actor::System,
    };
    let (mut given, mut after) = (0, RequestId([0; 16]));
    loop {
        let page = staff::owned(tx, owner, after, limits::PAGE_ROWS)?;
        let Some(last) = page.last().copied() else {
            return Ok(given);
        };
        for id in page {
            let Some(loaded) = rows::load(tx, id)? else {
                continue;
            };
            let mut request = scene.settled(app, tx, loaded)?;
            let before = request.version;
            let (member, team) = match owner {
                Owner::Member(_) => (None, request.team),
                Owner::Team(_) => (request.member, None),
            };
            // A merged request keeps who had it; nobody works on it any more.
            if let Ok(changes) = request.assign(member, team, scene.now) {
                scene.save(app, tx, before, &request, &changes, (actor, "hand_back"))?;
                given += 1;
            }
        }
        after = last;
    }
}
