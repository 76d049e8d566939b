//! Hours as rows and as words: loading schedules, and what a door says.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_core::Time;
use anteroom_core::hours::{Country, Holiday, HoursError, HoursPlan, Schedule, holidays, zone_named};
use anteroom_core::ids::{LineId, LocationId, PracticeId};
use anteroom_store::hours::Rows;
pub use anteroom_store::hours::{Place, PlaceKind, Reasoned};
use anteroom_store::practices::Practice;
use anteroom_store::{PracticeTx, StoreError, practices};

use crate::settings::Settings;
use crate::{App, Failure};

pub mod calendar;
mod edit;
mod foresee;

pub(crate) use edit::alter;
pub use edit::{
    DAYS, Edit, NewException, Wider, change, except, exception, keep_holidays, save, times_of, week_of,
};
pub use foresee::{Foreseen, Shut, foresee};

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
    /// Those of lines with hours of their own.
    lines: BTreeMap<LineId, Schedule>,
}

impl Hours {
    /// The hours that a clock counts: those of the request's location, else of the practice's desk.
    pub fn of(&self, location: Option<LocationId>) -> &Schedule {
        location
            .and_then(|id| self.locations.get(&id))
            .unwrap_or(&self.desk)
    }

    /// The phone hours of a line: its own, else those of the place where it rings.
    pub fn of_line(&self, line: LineId, location: Option<LocationId>) -> &Schedule {
        self.lines.get(&line).unwrap_or_else(|| self.of(location))
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
    let named = practices::locations(tx)?;
    for location in &named {
        let place = (PlaceKind::Location, location.id.bytes());
        if rows.weekly.iter().any(|(of, _)| *of == place) {
            let plan = plan(&rows, place, &location.timezone, &closed).map_err(wrong)?;
            locations.insert(location.id, Schedule::compile(&plan).map_err(wrong)?);
        }
    }
    let mut lines = BTreeMap::new();
    for line in anteroom_store::lines::list(tx)? {
        let place = (PlaceKind::Line, line.id.bytes());
        if rows.weekly.iter().any(|(of, _)| *of == place) {
            let at = line.location.and_then(|id| named.iter().find(|row| row.id == id));
            let zone = at.map_or(&practice.timezone, |row| &row.timezone);
            let plan = plan(&rows, place, zone, &closed).map_err(wrong)?;
            lines.insert(line.id, Schedule::compile(&plan).map_err(wrong)?);
        }
    }
    Ok(Hours {
        desk,
        locations,
        lines,
    })
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
