//! What a decision about requests is made in: the instant, the practice's numbers and its hours.

use std::sync::Arc;

use anteroom_core::Time;
use anteroom_core::hours::Schedule;
use anteroom_core::ids::{EventId, LocationId, PracticeId};
use anteroom_core::requests::{Actor, Change, Request};
use anteroom_store::audit::{self, Deed};
use anteroom_store::requests::{self as rows, Stamp};
use anteroom_store::{PracticeTx, StoreError};

use super::follow;
use crate::App;
use crate::hours::Hours;
use crate::practices::Practice;
use crate::settings::Settings;

/// The instant, the practice's numbers and its hours, read in the transaction that decides.
pub(crate) struct Scene {
    pub(crate) now: Time,
    pub(crate) practice: PracticeId,
    pub(crate) settings: Settings,
    hours: Arc<Hours>,
}

impl Scene {
    pub(crate) fn load(app: &App, tx: &mut PracticeTx<'_>, practice: &Practice) -> Result<Self, StoreError> {
        let settings = Settings::load(tx)?;
        let hours = app.hours.load(tx, practice, &settings)?;
        Ok(Self {
            now: app.now(),
            practice: practice.id,
            settings,
            hours,
        })
    }

    /// The hours that the clock of a request at this location counts.
    pub(crate) fn hours(&self, location: Option<LocationId>) -> &Schedule {
        self.hours.of(location)
    }

    /// The hours of the practice's desk.
    pub(crate) fn desk_hours(&self) -> &Schedule {
        self.hours.desk()
    }

    /// Saves what was decided: the request, its changes with their events, the jobs that follow, and the audit.
    pub(crate) fn save(
        &self,
        app: &App,
        tx: &mut PracticeTx<'_>,
        before: i64,
        request: &Request,
        changes: &[Change],
        deed: (Actor, &str),
    ) -> Result<(), StoreError> {
        let (actor, action) = deed;
        let stamp = Stamp { at: self.now, actor };
        rows::apply(tx, before, request, changes, stamp, &mut || app.id::<EventId>())?;
        follow::up(app, tx, self, request, changes)?;
        let deed = Deed {
            id: app.id(),
            at: self.now,
            actor,
            action,
            noun: "request",
            noun_id: Some(request.id.bytes()),
            fields: "",
        };
        audit::insert(tx, &deed)
    }
}
