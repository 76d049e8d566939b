//! Locations as a practice sets them: their facts, their order, and that one is used no more. Its requests keep a retired
//! one; their clocks count the desk's hours from then on.

use anteroom_core::hours::zone_named;
use anteroom_core::ids::LocationId;
use anteroom_core::limits;
use anteroom_core::places::Point;
use anteroom_core::text::{self, Fault};
use anteroom_store::StoreError;
use anteroom_store::places;
use anteroom_store::practices::{self as rows, Location};

use crate::failure::Faults;
use crate::hours::alter;
use crate::practices::Practice;
use crate::settings::changes::{Hand, Noun, hold, note, version};
use crate::{App, Failure};

/// A location's facts, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its name.
    pub name: String,
    /// One line.
    pub address: String,
    /// Its phone number; empty if it is the practice's.
    pub phone: String,
    /// IANA zone; empty if it is the practice's.
    pub timezone: String,
    /// Degrees north and east with a comma between; empty where the address says where it is.
    pub point: String,
}

/// A point as it is written: `30.2672, -97.7431`.
pub fn degrees(point: Point) -> String {
    let (latitude, longitude) = point.degrees();
    format!("{latitude}, {longitude}")
}

fn point(typed: &str) -> Result<Option<Point>, Fault> {
    let parts: Vec<&str> = typed.split([',', ' ']).filter(|part| !part.is_empty()).collect();
    let number = |text: &str| text.parse::<f64>().map_err(|_| Fault::Shape);
    match parts[..] {
        [] => Ok(None),
        [latitude, longitude] => Point::new(number(latitude)?, number(longitude)?)
            .map(Some)
            .ok_or(Fault::Shape),
        _ => Err(Fault::Shape),
    }
}

fn checked(practice: &Practice, id: LocationId, typed: &Facts) -> Result<(Location, Option<Point>), Failure> {
    let mut faults = Faults::default();
    let phone = Some(typed.phone.trim()).filter(|phone| !phone.is_empty());
    let zone = Some(typed.timezone.trim()).filter(|zone| !zone.is_empty());
    let timezone = zone.unwrap_or(&practice.timezone).to_owned();
    faults.take(
        "timezone",
        zone_named(&timezone).map(drop).map_err(|_| Fault::Shape),
    );
    let location = Location {
        id,
        name: faults.take("name", text::required_line(&typed.name, limits::LABEL_MAX)),
        address: faults.take("address", text::line(&typed.address, limits::NAME_MAX)),
        phone: faults.take("phone", phone.map_or(Ok(String::new()), text::phone)),
        timezone,
    };
    let point = faults.take("point", point(&typed.point));
    faults.settle()?;
    Ok((location, point))
}

/// The locations in use, each with the version that a form about it carries.
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<(Location, String)>, Failure> {
    let practice = app.store.practice(practice.id);
    let listed = practice.read(|tx| {
        let locations = rows::locations(tx)?.into_iter();
        let versions = locations.map(|row| {
            let version = version(tx, (Noun::Location, row.id.bytes()))?;
            Ok((row, version))
        });
        versions.collect::<Result<_, StoreError>>()
    });
    Ok(listed.await?)
}

/// Gives a location other facts, or adds one. Another zone moves the running clocks of its requests.
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    id: Option<LocationId>,
    typed: &Facts,
) -> Result<LocationId, Failure> {
    let (location, point) = checked(practice, id.unwrap_or_else(|| app.id()), typed)?;
    let (world, of, hand, new) = (app.clone(), practice.clone(), hand.clone(), id.is_none());
    let id = location.id;
    app.store
        .practice(practice.id)
        .write(move |tx| {
            alter(&world, tx, &of, |app, tx| {
                let noun = (Noun::Location, location.id.bytes());
                let all = rows::locations(tx)?;
                let before = all.iter().find(|row| row.id == location.id).cloned();
                if new {
                    if all.len() >= limits::LOCATIONS {
                        return Err(Failure::of("name", Fault::TooLong(limits::LOCATIONS)));
                    }
                    rows::insert_location(tx, &location, i64::try_from(all.len()).unwrap_or(i64::MAX))?;
                } else {
                    hold(tx, noun, &hand)?;
                    if !rows::update_location(tx, &location)? {
                        return Err(Failure::Missing);
                    }
                }
                let before = before.map_or_else(Default::default, |row| {
                    (row.name, row.address, row.phone, row.timezone)
                });
                let was = places::location_points(tx)?;
                let was = was
                    .into_iter()
                    .find(|(id, _)| *id == location.id)
                    .map(|(_, point)| point);
                places::put_location_point(tx, location.id, point)?;
                let [was, is] = [was, point].map(|point| point.map(degrees).unwrap_or_default());
                let fields = [
                    ("point", was.as_str(), is.as_str()),
                    ("name", before.0.as_str(), location.name.as_str()),
                    ("address", &before.1, &location.address),
                    ("phone", &before.2, &location.phone),
                    ("timezone", &before.3, &location.timezone),
                ];
                note(app, tx, hand.by, noun, &fields)?;
                crate::practices::changed(app, tx)?;
                Ok(of.clone())
            })
        })
        .await?;
    Ok(id)
}

/// Retires a location.
pub async fn retire(app: &App, practice: &Practice, hand: &Hand, id: LocationId) -> Result<(), Failure> {
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            alter(&world, tx, &of, |app, tx| {
                let noun = (Noun::Location, id.bytes());
                hold(tx, noun, &hand)?;
                let all = rows::locations(tx)?;
                let row = all.into_iter().find(|row| row.id == id).ok_or(Failure::Missing)?;
                rows::retire_location(tx, id, app.now())?;
                note(app, tx, hand.by, noun, &[("used", &row.name, "")])?;
                crate::practices::changed(app, tx)?;
                Ok(of.clone())
            })
        })
        .await
}

/// Moves a location one place up in the lists.
pub async fn raise(app: &App, practice: &Practice, hand: &Hand, id: LocationId) -> Result<(), Failure> {
    let (world, hand) = (app.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let mut all = rows::locations(tx)?;
            let at = all.iter().position(|row| row.id == id).ok_or(Failure::Missing)?;
            let names = |all: &[Location]| {
                all.iter()
                    .map(|row| row.name.clone())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let before = names(&all);
            all.swap(at, at.saturating_sub(1));
            let order: Vec<LocationId> = all.iter().map(|row| row.id).collect();
            rows::order_locations(tx, &order)?;
            let of = (Noun::Location, id.bytes());
            Ok(note(
                &world,
                tx,
                hand.by,
                of,
                &[("order", &before, &names(&all))],
            )?)
        })
        .await
}
