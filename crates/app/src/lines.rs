//! Phone lines as a practice sets them: their name, number and location, and that one is used no more.

use anteroom_core::ids::{LineId, LocationId};
use anteroom_core::limits;
use anteroom_core::text::{self, Fault};
use anteroom_store::lines as rows;
pub use anteroom_store::lines::Line;
use anteroom_store::{StoreError, practices};

use crate::failure::Faults;
use crate::practices::Practice;
use crate::settings::changes::{Hand, Noun, hold, note, version};
use crate::{App, Failure};

/// A line's facts, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// What people call it.
    pub name: String,
    /// Its number.
    pub number: String,
    /// A location's id; empty if it rings at the practice as a whole.
    pub location: String,
}

/// The lines in use, each with the version that a form about it carries.
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<(Line, String)>, Failure> {
    let practice = app.store.practice(practice.id);
    let listed = practice.read(|tx| {
        let lines = rows::list(tx)?.into_iter();
        let versions = lines.map(|row| {
            let version = version(tx, (Noun::Line, row.id.bytes()))?;
            Ok((row, version))
        });
        versions.collect::<Result<_, StoreError>>()
    });
    Ok(listed.await?)
}

fn checked(id: LineId, typed: &Facts) -> Result<Line, Failure> {
    let mut faults = Faults::default();
    let location = Some(typed.location.as_str()).filter(|id| !id.is_empty());
    let location = location.map(|id| id.parse::<LocationId>().map_err(|_| Fault::Shape));
    let line = Line {
        id,
        location: faults.take("location", location.transpose()),
        name: faults.take("name", text::required_line(&typed.name, limits::LABEL_MAX)),
        number: faults.take("number", text::phone(&typed.number)),
    };
    faults.settle()?;
    Ok(line)
}

/// Gives a line other facts, or adds one.
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    id: Option<LineId>,
    typed: &Facts,
) -> Result<LineId, Failure> {
    let line = checked(id.unwrap_or_else(|| app.id()), typed)?;
    let (world, hand, new, id) = (app.clone(), hand.clone(), id.is_none(), line.id);
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let locations = practices::locations(tx)?;
            let place = |id: LocationId| locations.iter().find(|row| row.id == id);
            if line.location.is_some_and(|id| place(id).is_none()) {
                return Err(Failure::of("location", Fault::Shape));
            }
            let of = (Noun::Line, line.id.bytes());
            let all = rows::list(tx)?;
            let before = all.iter().find(|row| row.id == line.id).cloned();
            if new {
                if all.len() >= limits::LINES {
                    return Err(Failure::of("name", Fault::TooLong(limits::LINES)));
                }
                rows::insert(tx, &line)?;
            } else {
                hold(tx, of, &hand)?;
                if !rows::update(tx, &line)? {
                    return Err(Failure::Missing);
                }
            }
            let at = |line: &Line| {
                line.location
                    .and_then(place)
                    .map_or_else(String::new, |row| row.name.clone())
            };
            let was = before.map_or_else(Default::default, |row| (at(&row), row.name, row.number));
            let fields = [
                ("location", was.0.as_str(), &*at(&line)),
                ("name", &was.1, &line.name),
                ("number", &was.2, &line.number),
            ];
            // With another location its own hours go by other clocks.
            crate::practices::changed(&world, tx)?;
            Ok(note(&world, tx, hand.by, of, &fields)?)
        })
        .await?;
    Ok(id)
}

/// Retires a line.
pub async fn retire(app: &App, practice: &Practice, hand: &Hand, id: LineId) -> Result<(), Failure> {
    let (world, hand) = (app.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let of = (Noun::Line, id.bytes());
            hold(tx, of, &hand)?;
            let all = rows::list(tx)?;
            let row = all.into_iter().find(|row| row.id == id).ok_or(Failure::Missing)?;
            rows::retire(tx, id, world.now())?;
            Ok(note(&world, tx, hand.by, of, &[("used", &row.name, "")])?)
        })
        .await
}
