//! Hours as rows and as words: loading schedules, and what a door says.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_core::hours::{
    Change, Country, Exception, Holiday, HoursError, HoursPlan, Schedule, holidays, zone_named,
};
use anteroom_core::ids::{LocationId, PracticeId, RequestId};
use anteroom_core::requests::Actor;
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::hours::{self as rows, Place, PlaceKind, Rows};
use anteroom_store::practices::Practice;
use anteroom_store::{PracticeTx, StoreError, practices, requests};
use jiff::civil::{Date, DateTime};

use crate::failure::Faults;
use crate::practices::{changed, set_hours};
use crate::requests::Scene;
use crate::settings::{HOLIDAYS, Settings};
use crate::{App, Failure};

/// Practices whose schedules are kept compiled: a few kilobytes each, so that hundreds fit a small machine.
const CACHED: usize = 1_000;
/// The years whose public holidays close a desk: from the logs that are imported to longer than a roster is
/// made for; a schedule stays some kilobytes small.
const HOLIDAY_YEARS: std::ops::RangeInclusive<i16> = 2015..=2035;

/// What a door says now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Open, and until when; nothing if it never closes.
    Open(Option<Time>),
    /// Closed, and when it opens; nothing if no opening is known.
    Closed(Option<Time>),
    /// It has no hours.
    Unknown,
}

/// The compiled hours of a practice.
#[derive(Debug, Clone)]
pub struct Hours {
    desk: Schedule,
    locations: BTreeMap<LocationId, Schedule>,
}

impl Hours {
    /// The hours that a clock counts: those of the request's location, else of the practice's desk.
    pub fn of(&self, location: Option<LocationId>) -> &Schedule {
        location
            .and_then(|id| self.locations.get(&id))
            .unwrap_or(&self.desk)
    }

    /// The desk's.
    pub fn desk(&self) -> &Schedule {
        &self.desk
    }
}

/// What a schedule's door says at an instant.
pub fn door(schedule: &Schedule, now: Time) -> Door {
    if !schedule.ever_opens() {
        return Door::Unknown;
    }
    let change = schedule.next_change(now).map(|(at, _)| at);
    if schedule.is_open(now) {
        Door::Open(change)
    } else {
        Door::Closed(change)
    }
}

/// Compiled hours by practice, each with the version of the rows that they were compiled from.
#[derive(Debug, Default)]
pub(crate) struct Cache(Mutex<BTreeMap<PracticeId, (String, Arc<Hours>)>>);

impl Cache {
    /// The practice's hours, compiled anew if its rows changed.
    pub(crate) fn load(
        &self,
        tx: &mut PracticeTx<'_>,
        practice: &Practice,
        settings: &Settings,
    ) -> Result<Arc<Hours>, StoreError> {
        if let Some((version, hours)) = self.lock().get(&practice.id)
            && *version == settings.hours_version
        {
            return Ok(Arc::clone(hours));
        }
        let hours = Arc::new(compile(tx, practice, settings)?);
        let mut cached = self.lock();
        if cached.len() >= CACHED {
            cached.pop_first();
        }
        cached.insert(practice.id, (settings.hours_version.clone(), Arc::clone(&hours)));
        Ok(hours)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<PracticeId, (String, Arc<Hours>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn compile(tx: &mut PracticeTx<'_>, practice: &Practice, settings: &Settings) -> Result<Hours, StoreError> {
    let wrong = |error: HoursError| StoreError::Wrong(format!("hours: {error}"));
    let rows = anteroom_store::hours::load(tx)?;
    let closed = public_holidays(&settings.holidays);
    let desk = (PlaceKind::Desk, practice.id.bytes());
    let desk =
        Schedule::compile(&plan(&rows, desk, &practice.timezone, &closed).map_err(wrong)?).map_err(wrong)?;
    let mut locations = BTreeMap::new();
    for location in practices::locations(tx)? {
        let place = (PlaceKind::Location, location.id.bytes());
        if rows.weekly.iter().any(|(of, _)| *of == place) {
            let plan = plan(&rows, place, &location.timezone, &closed).map_err(wrong)?;
            locations.insert(location.id, Schedule::compile(&plan).map_err(wrong)?);
        }
    }
    Ok(Hours { desk, locations })
}

fn plan(rows: &Rows, place: Place, zone: &str, closed: &[Holiday]) -> Result<HoursPlan, HoursError> {
    let mut plan = HoursPlan::never(zone_named(zone)?);
    plan.weekly = rows
        .weekly
        .iter()
        .filter(|(of, _)| *of == place)
        .map(|(_, weekly)| weekly.clone())
        .collect();
    plan.exceptions = rows
        .exceptions
        .iter()
        .filter(|(of, _)| *of == place)
        .map(|(_, one)| *one)
        .collect();
    plan.holidays = closed.to_vec();
    Ok(plan)
}

fn public_holidays(country: &str) -> Vec<Holiday> {
    let Some(country) = Country::from_code(country) else {
        return Vec::new();
    };
    HOLIDAY_YEARS
        .flat_map(|year| holidays(country, year))
        .map(|(date, name)| Holiday {
            date,
            name: name.to_owned(),
        })
        .collect()
}

/// Gives the desk other weekly hours, in the compact form. Running clocks run out at another instant from then on, all in
/// the same transaction; an ended clock keeps what it was.
pub async fn change(app: &App, practice: &Practice, hours: &str) -> Result<(), Failure> {
    let plan = HoursPlan::parse(&practice.timezone, hours).map_err(|_| Failure::of("hours", Fault::Shape))?;
    let place = (PlaceKind::Desk, practice.id.bytes());
    alter(app, practice, move |app, tx| set_hours(app, tx, place, &plan)).await
}

/// A one-off closure or opening, as typed: moments on the practice's wall clock, a date alone being its midnight.
#[derive(Debug, Clone, Default)]
pub struct NewException {
    /// Its first moment, such as `2026-12-24` or `2026-12-24T12:00`.
    pub from: String,
    /// The first moment after it.
    pub until: String,
    /// Why, for people.
    pub reason: String,
    /// Open where the week says closed; closed otherwise.
    pub opens: bool,
}

/// Enters a one-off closure or opening of the desk and of every location with hours of its own. Running clocks follow in
/// the same transaction.
pub async fn except(app: &App, practice: &Practice, typed: &NewException) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let from = faults.take("from", moment(&typed.from));
    let to = faults.take("until", moment(&typed.until));
    if to <= from {
        faults.note("until", Fault::Shape);
    }
    let reason = faults.take("reason", text::line(&typed.reason, limits::LABEL_MAX));
    faults.settle()?;
    let change = if typed.opens { Change::Open } else { Change::Close };
    let exception = Exception { from, to, change };
    let desk = (PlaceKind::Desk, practice.id.bytes());
    alter(app, practice, move |app, tx| {
        let mut places = vec![desk];
        places.extend(
            practices::locations(tx)?
                .into_iter()
                .map(|row| (PlaceKind::Location, row.id.bytes())),
        );
        for place in places {
            rows::insert_exception(tx, app.id(), place, &exception, &reason, app.now())?;
        }
        changed(app, tx)
    })
    .await
}

/// Says which country's public holidays close the desk, or none.
pub async fn keep_holidays(app: &App, practice: &Practice, country: &str) -> Result<(), Failure> {
    let code = country.to_uppercase();
    if !code.is_empty() && Country::from_code(&code).is_none() {
        return Err(Failure::of("country", Fault::Shape));
    }
    alter(app, practice, move |app, tx| {
        practices::put_setting(tx, HOLIDAYS, &code, app.now(), None)?;
        changed(app, tx)
    })
    .await
}

/// A moment on the wall clock, or a date's midnight. Nothing typed is the first moment of all, which no form accepts.
fn moment(typed: &str) -> Result<DateTime, Fault> {
    let typed = text::required_line(typed, limits::LABEL_MAX)?;
    let date = typed
        .parse::<Date>()
        .map(|date| date.to_datetime(jiff::civil::Time::midnight()));
    typed.parse().or(date).map_err(|_| Fault::Shape)
}

/// Changes rows of hours and lets the running clocks follow, all in one transaction.
async fn alter(
    app: &App,
    practice: &Practice,
    rows: impl Fn(&App, &mut PracticeTx<'_>) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let was = Scene::load(&world, tx, &of)?;
            rows(&world, tx)?;
            let scene = Scene::load(&world, tx, &of)?;
            let mut after = RequestId([0; 16]);
            loop {
                let page = requests::running(tx, after, limits::PAGE_ROWS)?;
                let Some(last) = page.last().copied() else {
                    return Ok(());
                };
                for id in page {
                    retime(&world, tx, (&was, &scene), id)?;
                }
                after = last;
            }
        })
        .await
}

fn retime(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (was, scene): (&Scene, &Scene),
    id: RequestId,
) -> Result<(), Failure> {
    let Some(loaded) = requests::load(tx, id)? else {
        return Ok(());
    };
    // A clock that ended before the hours changed counts the hours that were.
    let mut request = was.settled(app, tx, loaded)?;
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    if let Ok(changes) = request.retime(scene.now, &scene.settings.rules, &hours) {
        scene.save(app, tx, before, &request, &changes, (Actor::System, "retime"))?;
    }
    Ok(())
}

/// Days that are looked through for an opening: longer than any holiday week.
const AHEAD: usize = 14;

/// When the desk first opens on a date of its own calendar or soon after; nothing if it stays shut.
pub async fn first_opening(
    app: &App,
    practice: &Practice,
    date: jiff::civil::Date,
) -> Result<Option<Time>, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let settings = Settings::load(tx)?;
            let hours = world.hours.load(tx, &of, &settings)?;
            let desk = hours.desk();
            let mut days = std::iter::successors(Some(date), |day| day.tomorrow().ok()).take(AHEAD);
            let first = days.find_map(|day| desk.opening_on(day).first().map(|opening| opening.from));
            let there = first.and_then(|at| at.to_zoned_datetime(desk.zone().clone()).ok());
            Ok(there.map(|at| Time::from(at.timestamp())))
        })
        .await
}
