//! What the list of settings says of each: the present state, in as few reads as it takes.

use anteroom_core::ids::AuditId;
use anteroom_core::limits;
use anteroom_store::audit::{self, Change};
use anteroom_store::{lines, places, practices as rows, staff};

use crate::hours::{Door, door};
use crate::places::facts;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::settings::Settings;
use crate::{App, Failure};

/// The present state of all settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The practice.
    pub practice: Practice,
    /// How many locations it has.
    pub locations: usize,
    /// How many phone lines it has.
    pub lines: usize,
    /// Its desk's door.
    pub door: Door,
    /// How many kinds of requests it offers.
    pub kinds: usize,
    /// How many teams it has.
    pub teams: usize,
    /// How many work there.
    pub members: usize,
    /// How many doctors its pages name.
    pub doctors: usize,
    /// How many facts of its pages nobody looked at for a year.
    pub stale: usize,
    /// The numbers of its promises, and the rest of what it set.
    pub settings: Settings,
    /// The last change of any of them.
    pub last: Option<Change>,
}

/// The present state of all settings.
pub async fn overview(app: &App, practice: &Practice) -> Result<Overview, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            Ok(Overview {
                locations: rows::locations(tx)?.len(),
                lines: lines::list(tx)?.len(),
                door: door(scene.desk_hours(), scene.now),
                kinds: rows::kinds(tx)?.len(),
                teams: staff::teams(tx)?.len(),
                members: staff::roster(tx, limits::LISTED)?.len(),
                doctors: places::doctors(tx)?.len(),
                stale: facts::stale(tx, of.id, scene.now)?.len(),
                last: audit::changes(tx, None, AuditId([0xff; 16]), 1)?.pop(),
                settings: scene.settings,
                practice: of.clone(),
            })
        })
        .await
}
