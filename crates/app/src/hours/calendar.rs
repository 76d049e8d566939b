//! A place's hours as people read them: its week, the coming days, what differs from the week and why.

use anteroom_core::hours::{Holiday, HoursError, HoursPlan, Opening, Schedule, WeeklySpan};
use anteroom_core::{Time, limits};
use anteroom_store::hours::{self as rows, Place, PlaceKind, Reasoned};
use anteroom_store::practices::Practice;
use anteroom_store::{PracticeTx, StoreError, lines, practices};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::edit::named;
use super::foresee::shut;
use super::{Door, Shut, door, plan, public_holidays};
use crate::settings::Settings;
use crate::settings::changes::{Noun, version};
use crate::{App, Failure};

/// A day, and what it is on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Its date on the place's calendar.
    pub date: Date,
    /// When it is open.
    pub openings: Vec<Opening>,
    /// Whether it differs from what its week says.
    pub differs: bool,
    /// The key of the holiday that it is.
    pub holiday: Option<String>,
    /// Why, as somebody wrote it: the reasons of its closures and openings.
    pub reasons: Vec<String>,
}

/// Whose hours a place without its own follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follows {
    /// It has its own.
    Own,
    /// The desk's.
    Desk,
    /// A location's, by its name.
    Location(String),
}

/// A place's hours as people read them.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// Which place.
    pub place: Place,
    /// Its word in a path.
    pub word: String,
    /// Its name; empty for the desk.
    pub name: String,
    /// The zone of its wall clocks, IANA.
    pub zone: String,
    /// Whose hours these are.
    pub follows: Follows,
    /// The week that rules today.
    pub week: Vec<WeeklySpan>,
    /// What its door says now.
    pub door: Door,
    /// Whole weeks from this week's Monday on.
    pub days: Vec<Day>,
    /// Today's date there.
    pub today: Date,
    /// The next days that differ from their week, at most six.
    pub coming: Vec<Day>,
    /// Its own closures and openings that aren't over.
    pub exceptions: Vec<Reasoned>,
    /// A long time without an open minute.
    pub shut: Option<Shut>,
    /// The country whose holidays are kept; empty for none.
    pub holidays: String,
    /// The version that a form about it carries.
    pub version: String,
}

/// How many of the coming days that differ are told.
const COMING: usize = 6;

/// The calendars of all places: the desk, the locations, the lines.
pub async fn all(app: &App, practice: &Practice) -> Result<Vec<Calendar>, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let mut places = vec![(PlaceKind::Desk, of.id.bytes())];
            let locations = practices::locations(tx)?;
            places.extend(locations.iter().map(|row| (PlaceKind::Location, row.id.bytes())));
            let lines = lines::list(tx)?;
            places.extend(lines.iter().map(|row| (PlaceKind::Line, row.id.bytes())));
            let calendars = places.into_iter().map(|place| of_place(&world, tx, &of, place));
            calendars.collect()
        })
        .await
}

/// The calendar of the place that a word of a path names: `desk`, or an id.
pub async fn one(app: &App, practice: &Practice, word: &str) -> Result<Calendar, Failure> {
    let (here, of, asked) = (app.clone(), practice.clone(), word.to_owned());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let place = named(tx, &of, &asked)?;
            of_place(&here, tx, &of, place)
        })
        .await
}

/// What a place is: its name, its zone, and the place whose hours it has.
struct Seat {
    name: String,
    zone: String,
    ruled_by: Place,
    follows: Follows,
}

fn seat(
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    rows: &rows::Rows,
    place: Place,
) -> Result<Seat, Failure> {
    let own = |place: Place| rows.weekly.iter().any(|(of, _)| *of == place);
    let desk = (PlaceKind::Desk, practice.id.bytes());
    let locations = practices::locations(tx)?;
    let location = |id: [u8; 16]| locations.iter().find(|row| row.id.bytes() == id);
    let (name, at) = match place.0 {
        PlaceKind::Desk => (String::new(), None),
        PlaceKind::Location => {
            let row = location(place.1).ok_or(Failure::Missing)?;
            (row.name.clone(), Some(row))
        }
        PlaceKind::Line => {
            let lines = lines::list(tx)?;
            let line = lines.into_iter().find(|line| line.id.bytes() == place.1);
            let line = line.ok_or(Failure::Missing)?;
            (line.name, line.location.and_then(|id| location(id.bytes())))
        }
    };
    let around = at.map(|row| (PlaceKind::Location, row.id.bytes()));
    let (ruled_by, follows) = match around.filter(|around| own(*around)) {
        _ if place == desk || own(place) => (place, Follows::Own),
        Some(around) => (
            around,
            Follows::Location(at.map(|row| row.name.clone()).unwrap_or_default()),
        ),
        None => (desk, Follows::Desk),
    };
    let zone = match &follows {
        Follows::Desk => &practice.timezone,
        Follows::Own | Follows::Location(_) => at.map_or(&practice.timezone, |row| &row.timezone),
    };
    Ok(Seat {
        name,
        zone: zone.clone(),
        ruled_by,
        follows,
    })
}

/// The calendar of a place, from the rows as they are now.
pub(super) fn of_place(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    place: Place,
) -> Result<Calendar, Failure> {
    let wrong = |error: HoursError| StoreError::Wrong(format!("hours: {error}"));
    let (settings, rows) = (Settings::load(tx)?, rows::load(tx)?);
    let seat = seat(tx, practice, &rows, place)?;
    let closed = public_holidays(&settings.holidays);
    let whole = plan(&rows, seat.ruled_by, &seat.zone, &closed).map_err(wrong)?;
    let (now, schedule) = (app.now(), Schedule::compile(&whole).map_err(wrong)?);
    let today = date_at(now, &whole.zone);
    let ahead = i64::try_from(anteroom_core::hours::EXCEPTIONS_MAX).unwrap_or(i64::MAX);
    let reasons = rows::exceptions_of(tx, seat.ruled_by, today.at(0, 0, 0, 0), ahead)?;
    let usual = HoursPlan {
        weekly: whole.weekly.clone(),
        ..HoursPlan::never(whole.zone.clone())
    };
    let looked = Looked {
        usual: Schedule::compile(&usual).map_err(wrong)?,
        schedule: &schedule,
        holidays: &closed,
        reasons: &reasons,
    };
    let monday = today.saturating_sub(i64::from(today.weekday().to_monday_zero_offset()).days());
    let days = days_from(monday, 7 * limits::CALENDAR_WEEKS).map(|date| looked.day(date));
    let coming = days_from(today, limits::CLOSURES_AHEAD).map(|date| looked.day(date));
    let week = whole.weekly.iter().rev().find(|pattern| {
        let begun = pattern.valid_from.is_none_or(|from| from <= today);
        begun && pattern.valid_until.is_none_or(|until| today < until)
    });
    let own = rows::exceptions_of(tx, place, today.at(0, 0, 0, 0), limits::EXCEPTIONS_SHOWN)?;
    Ok(Calendar {
        place,
        word: word(place),
        version: version(tx, (Noun::Hours, place.1))?,
        name: seat.name,
        zone: seat.zone,
        follows: seat.follows,
        week: week.map(|pattern| pattern.spans.clone()).unwrap_or_default(),
        door: door(&schedule, now),
        days: days.collect(),
        today,
        coming: coming.filter(|day| day.differs).take(COMING).collect(),
        exceptions: own,
        shut: shut(&schedule, now),
        holidays: settings.holidays,
    })
}

/// A place's word in a path.
fn word((kind, id): Place) -> String {
    match kind {
        PlaceKind::Desk => kind.as_str().to_owned(),
        PlaceKind::Location | PlaceKind::Line => anteroom_core::ids::LocationId(id).to_string(),
    }
}

fn date_at(at: Time, zone: &TimeZone) -> Date {
    at.to_jiff()
        .map_or(Date::MIN, |at| at.to_zoned_datetime(zone.clone()).date())
}

fn days_from(first: Date, count: i32) -> impl Iterator<Item = Date> {
    (0..count).filter_map(move |at| first.checked_add(at.days()).ok())
}

/// What a day is looked up in.
struct Looked<'a> {
    usual: Schedule,
    schedule: &'a Schedule,
    holidays: &'a [Holiday],
    reasons: &'a [Reasoned],
}

impl Looked<'_> {
    fn day(&self, date: Date) -> Day {
        let openings = self.schedule.opening_on(date);
        let differs = openings != self.usual.opening_on(date);
        let (from, to) = (date.at(0, 0, 0, 0), date.saturating_add(1.day()).at(0, 0, 0, 0));
        let holiday = self.holidays.iter().find(|holiday| holiday.date == date);
        let reasons = self.reasons.iter().filter(|row| {
            let exception = &row.exception;
            exception.from < to && exception.to > from && !row.reason.is_empty()
        });
        let mut reasons: Vec<String> = reasons.map(|row| row.reason.clone()).collect();
        reasons.dedup();
        Day {
            date,
            openings,
            differs,
            holiday: holiday.map(|holiday| holiday.name.clone()),
            reasons,
        }
    }
}
