//! Places that patients can go to: the practice's own locations, and beside them the places of a table that was imported. One
//! question is answered from both; what a location is, is never kept twice.

use std::collections::BTreeMap;

use anteroom_core::hours::{Country, WeeklyPattern, WeeklySpan, holidays, zone_named};
use anteroom_core::ids::LocationId;
use anteroom_core::places::hours::Week;
use anteroom_core::places::{Opening, Point, nearest};
use anteroom_core::{Time, limits};
use anteroom_store::hours::Place;
use anteroom_store::practices::Location;
use anteroom_store::{PracticeTx, StoreError, places as rows, practices};
use anteroom_wire::postal;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::hours::{Door, Hours, door};
use crate::practices::Practice;
use crate::settings::Settings;
use crate::{App, Failure};

pub mod doctors;
pub mod facts;
pub mod import;
pub mod told;

/// Which place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// One of the practice's own locations.
    Own(LocationId),
    /// One of the table's, by its key there.
    Listed(String),
}

/// A place near somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// Which.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// One line.
    pub address: String,
    /// Its phone; empty if it has none of its own.
    pub phone: String,
    /// How far away it is.
    pub kilometres: f64,
    /// Where it is.
    pub point: Point,
    /// Whether that is its own point; else it is that of its postal code, and no way leads there.
    pub exact: bool,
    /// What its hours say now.
    pub opening: Opening,
    /// IANA zone; empty where it isn't known.
    pub zone: String,
    /// The week of one of the table's, as it was told.
    pub week: Option<Week>,
    /// What it says of its hours besides.
    pub note: String,
    /// When all this was told, where it comes from a table.
    pub told_at: Option<Time>,
}

/// What a question for places is answered with.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// What was typed is no postal code.
    NoCode,
    /// There is no such postal code, or nobody knows where it is.
    NoSuchCode,
    /// The nearest places, the nearest first.
    Near(Vec<Near>),
}

/// Which of the practice's pages have something to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pages {
    /// It names doctors.
    pub doctors: bool,
    /// Places near a postal code can be asked for, and there are some.
    pub near: bool,
    /// Articles are published.
    pub help: bool,
}

pub(crate) fn pages(tx: &mut PracticeTx<'_>, practice: &Practice) -> Result<Pages, StoreError> {
    let some = rows::any(tx)? || !own(tx, practice)?.is_empty();
    Ok(Pages {
        doctors: rows::any_doctor(tx)?,
        near: can_ask(practice) && some,
        help: anteroom_store::site::articles::any_live(tx)?,
    })
}

/// Whether places near a postal code can be asked for: the points of one country's codes are known.
pub fn can_ask(practice: &Practice) -> bool {
    Country::from_code(&practice.country) == Some(Country::UnitedStates)
}

/// The places nearest to a postal code, at most [`limits::PLACES_NEAR`].
pub async fn near(app: &App, practice: &Practice, typed: &str, limit: usize) -> Result<Answer, Failure> {
    let Some(code) = postal::five(typed).filter(|_| can_ask(practice)) else {
        return Ok(Answer::NoCode);
    };
    let Some(from) = at_code(code) else {
        return Ok(Answer::NoSuchCode);
    };
    let (world, of) = (app.clone(), practice.clone());
    let limit = limit.min(limits::PLACES_NEAR);
    let practice = app.store.practice(practice.id);
    let answer = practice.read(move |tx| around(&world, tx, &of, from, limit));
    Ok(Answer::Near(answer.await?))
}

fn around(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    from: Point,
    limit: usize,
) -> Result<Vec<Near>, StoreError> {
    let now = app.now();
    let settings = Settings::load(tx)?;
    let hours = app.hours.load(tx, practice, &settings)?;
    let own = own(tx, practice)?;
    let points = own.iter().map(|(row, point, _)| (Key::Own(row.id), *point));
    let listed = rows::points(tx)?
        .into_iter()
        .map(|(key, point)| (Key::Listed(key), point));
    let closed = closed(practice, now);
    let mut found = Vec::with_capacity(limit);
    for (key, kilometres) in nearest(from, points.chain(listed), limit) {
        let near = match &key {
            Key::Own(id) => own
                .iter()
                .find(|(row, ..)| row.id == *id)
                .map(|(row, point, exact)| of_location((row, *point, *exact), &hours, (kilometres, now))),
            Key::Listed(external_id) => rows::one(tx, external_id)?
                .map(|row| of_row(row, &closed, (kilometres, now)))
                .transpose()?
                .flatten(),
        };
        found.extend(near);
    }
    Ok(found)
}

/// The practice's locations whose point is known: as it was set, else that of the postal code in the address; and whether it
/// was set.
fn own(tx: &mut PracticeTx<'_>, practice: &Practice) -> Result<Vec<(Location, Point, bool)>, StoreError> {
    let set = rows::location_points(tx)?;
    let known = |row: Location| {
        let point = set.iter().find(|(id, _)| *id == row.id).map(|(_, point)| *point);
        let exact = point.is_some();
        let point = point.or_else(|| by_address(practice, &row.address))?;
        Some((row, point, exact))
    };
    let locations = practices::locations(tx)?.into_iter();
    Ok(locations.filter_map(known).collect())
}

/// Where a location is, as far as anybody said: its own point, else that of the postal code that its address ends with.
pub(crate) fn by_address(practice: &Practice, address: &str) -> Option<Point> {
    at_code(postal_code(address).filter(|_| can_ask(practice))?)
}

/// The point of a postal code.
fn at_code(code: &str) -> Option<Point> {
    let code = postal::us(code)?;
    Point::new(code.latitude, code.longitude)
}

/// The postal code of an address: its last word that is one. A house number stands first, never last.
fn postal_code(address: &str) -> Option<&str> {
    let words = address.split([' ', ',']).filter(|word| !word.is_empty());
    words.skip(1).filter_map(postal::five).last()
}

/// The days around now on which the country keeps a holiday.
fn closed(practice: &Practice, now: Time) -> Vec<Date> {
    let year = now
        .to_jiff()
        .map_or(1970, |at| at.to_zoned_datetime(TimeZone::UTC).year());
    let Some(country) = Country::from_code(&practice.country) else {
        return Vec::new();
    };
    let years = [year - 1, year, year + 1];
    years
        .into_iter()
        .flat_map(|year| holidays(country, year))
        .map(|(date, _)| date)
        .collect()
}

fn of_location(
    (row, point, exact): (&Location, Point, bool),
    hours: &Hours,
    (kilometres, now): (f64, Time),
) -> Near {
    Near {
        key: Key::Own(row.id),
        name: row.name.clone(),
        address: row.address.clone(),
        phone: row.phone.clone(),
        kilometres,
        point,
        exact,
        opening: match door(hours.of(Some(row.id)), now) {
            Door::Open(until) => Opening::Open(until),
            Door::Closed(from) => Opening::Closed(from),
            Door::Unknown => Opening::Unknown,
        },
        zone: row.timezone.clone(),
        week: None,
        note: String::new(),
        told_at: None,
    }
}

fn of_row(
    row: rows::Place,
    closed: &[Date],
    (kilometres, now): (f64, Time),
) -> Result<Option<Near>, StoreError> {
    let wrong = |error| StoreError::Wrong(format!("place: {error}"));
    let Some(point) = row.point else {
        return Ok(None);
    };
    let week = Week::parse(&row.hours, &row.said).map_err(wrong)?;
    let opening = match zone_named(&row.timezone) {
        Ok(zone) => week.opening(&zone, now, closed).map_err(wrong)?,
        Err(_) => Opening::Unknown,
    };
    Ok(Some(Near {
        key: Key::Listed(row.external_id),
        name: row.name,
        address: row.address,
        phone: row.phone,
        kilometres,
        point,
        exact: at_code(&row.postal) != Some(point),
        opening,
        zone: row.timezone,
        week: Some(week),
        note: row.note,
        told_at: Some(row.told_at),
    }))
}

/// The week that rules today at the desk and at each location that has hours of its own; the others have the desk's.
pub async fn weeks(app: &App, practice: &Practice) -> Result<BTreeMap<Place, Vec<WeeklySpan>>, Failure> {
    let (now, zone) = (app.now(), zone_named(&practice.timezone).unwrap_or(TimeZone::UTC));
    let practice = app.store.practice(practice.id);
    let read = practice.read(move |tx| {
        let today = now
            .to_jiff()
            .map_or(Date::MIN, |at| at.to_zoned_datetime(zone.clone()).date());
        let rules = |pattern: &WeeklyPattern| {
            let begun = pattern.valid_from.is_none_or(|from| from <= today);
            begun && pattern.valid_until.is_none_or(|until| today < until)
        };
        let weekly = anteroom_store::hours::load(tx)?.weekly.into_iter();
        // Of several that are valid the last one rules, as the hours' own engine has it.
        let ruling = weekly.filter(|(_, pattern)| rules(pattern));
        Ok::<_, StoreError>(ruling.map(|(place, pattern)| (place, pattern.spans)).collect())
    });
    Ok(read.await?)
}

/// The locations in use, each with the point that was set for it and the one that its address gives.
pub async fn own_points(
    app: &App,
    practice: &Practice,
) -> Result<Vec<(LocationId, Option<Point>, Option<Point>)>, Failure> {
    let of = practice.clone();
    let practice = app.store.practice(practice.id);
    let read = practice.read(move |tx| {
        let set = rows::location_points(tx)?;
        let locations = practices::locations(tx)?.into_iter();
        let points = locations.map(|row| {
            let own = set.iter().find(|(id, _)| *id == row.id).map(|(_, point)| *point);
            (row.id, own, by_address(&of, &row.address))
        });
        Ok::<_, StoreError>(points.collect())
    });
    Ok(read.await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_postal_code_of_an_address_is_its_last_one_and_never_its_house_number() {
        for (address, code) in [
            ("1200 Harbor St, Austin, TX 78701", Some("78701")),
            ("10001 Main St, Austin, TX 78701-1234", Some("78701")),
            ("78701 Harbor St", None),
            ("12 Elm St, Suite 20200", Some("20200")),
            ("78701", None),
            ("", None),
        ] {
            assert_eq!(postal_code(address), code, "{address}");
        }
    }
}
