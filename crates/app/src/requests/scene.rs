//! What a decision about requests is made in: the instant, the practice's numbers and its hours.

use std::sync::Arc;

use anteroom_core::Time;
use anteroom_core::hours::Schedule;
use anteroom_core::ids::{EventId, LineId, LocationId, PracticeId};
use anteroom_core::requests::{Actor, Change, Pending, Request};
use anteroom_store::audit::{self, Deed};
use anteroom_store::requests::{self as rows, Stamp};
use anteroom_store::{PracticeTx, StoreError, messages};

use super::follow::{self, Follow};
use crate::hours::Hours;
use crate::practices::Practice;
use crate::settings::Settings;
use crate::{App, Failure};

/// The instant, the practice's numbers and its hours, read in the transaction that decides.
#[derive(Clone)]
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

    /// The phone hours of a line.
    pub(crate) fn hours_of_line(&self, line: LineId, location: Option<LocationId>) -> &Schedule {
        self.hours.of_line(line, location)
    }

    /// The hours of the practice's desk.
    pub(crate) fn desk_hours(&self) -> &Schedule {
        self.hours.desk()
    }

    /// A request that was loaded to be changed: a reply of it whose undo is over is settled first, at that instant and with
    /// its own version and events, whether the worker noticed or not. Whatever is decided next meets an answered request.
    pub(crate) fn settled(
        &self,
        app: &App,
        tx: &mut PracticeTx<'_>,
        mut request: Request,
    ) -> Result<Request, Failure> {
        let Some(pending) = self.overdue(&request) else {
            return Ok(request);
        };
        let then = Self {
            now: pending.irrevocable_at,
            ..self.clone()
        };
        let before = request.version;
        let (rules, hours) = (&then.settings.rules, then.hours(request.location));
        let changes = request.settle(then.now, app.id(), rules, hours)?;
        let deed = (Actor::System, Follow::Settle.as_str());
        then.save(app, tx, before, &request, &changes, deed)?;
        messages::settle_of(tx, pending.entry, messages::Fate::Sent, then.now)?;
        Ok(request)
    }

    fn overdue(&self, request: &Request) -> Option<Pending> {
        request
            .pending
            .filter(|pending| pending.irrevocable_at <= self.now)
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
        debug_assert_eq!(
            self.overdue(request),
            None,
            "a request is settled before it is changed"
        );
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
