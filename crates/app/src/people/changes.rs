//! Putting right who somebody is and how they are reached. Two who change one person at once: the second is told so and reads
//! what the first wrote before anything of theirs is saved.

use anteroom_core::ids::{ContactPointId, PatientId, PersonId};
use anteroom_core::people::chart::Template;
use anteroom_core::people::search::birth_date;
use anteroom_core::people::{Refusal, System, address_key, name_key};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::people::patients::{self, Patient};
use anteroom_store::people::{self as rows, Address, NewPerson};
use anteroom_store::{PracticeTx, practices};
use jiff::civil::Date;

use super::view::{TypedPatient, TypedPerson, TypedPoint};
use super::{CHART, Hand, today};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::settings::changes::{Hand as SettingsHand, Noun, hold, note, version};
use crate::{App, Failure};

/// Does something to people in one transaction.
pub(super) async fn write<T, F>(app: &App, desk: &Desk, work: F) -> Result<T, Failure>
where
    T: Send + 'static,
    F: Fn(Hand<'_>, &mut PracticeTx<'_>) -> Result<T, Failure> + Send + 'static,
{
    let (world, member) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let hand = Hand {
                app: &world,
                member,
                now: world.now(),
            };
            work(hand, tx)
        })
        .await
}

fn checked_person(typed: &TypedPerson) -> Result<TypedPerson, Failure> {
    let mut faults = Faults::default();
    let checked = TypedPerson {
        name: faults.take("name", text::required_line(&typed.name, limits::NAME_MAX)),
        language: faults.take(
            "language",
            text::required_line(&typed.language, limits::LANGUAGE_MAX),
        ),
        interpreter: typed.interpreter,
    };
    faults.settle()?;
    Ok(checked)
}

fn new_person<'a>(id: PersonId, typed: &'a TypedPerson, name_key: &'a str, now: Time) -> NewPerson<'a> {
    NewPerson {
        id,
        name: &typed.name,
        name_key,
        language: &typed.language,
        interpreter: typed.interpreter,
        created_at: now,
    }
}

/// Adds a person whom nobody heard of before.
pub async fn add_person(
    app: &App,
    desk: &Desk,
    typed: &TypedPerson,
    points: &[TypedPoint],
) -> Result<PersonId, Failure> {
    let person = checked_person(typed)?;
    let points: Vec<_> = points
        .iter()
        .filter(|point| !point.address.trim().is_empty())
        .map(checked_point)
        .collect::<Result<_, _>>()?;
    write(app, desk, move |hand, tx| {
        let id: PersonId = hand.app.id();
        rows::insert(tx, &new_person(id, &person, &name_key(&person.name), hand.now))?;
        for point in &points {
            rows::add_point(
                tx,
                hand.app.id(),
                id,
                (&point.row(), point.confidential),
                hand.now,
            )?;
        }
        hand.note(tx, "add", ("person", id.bytes()), "")?;
        Ok(id)
    })
    .await
}

/// Puts right who a person is, if they are still as they were seen.
pub async fn set_person(
    app: &App,
    desk: &Desk,
    id: PersonId,
    seen: i64,
    typed: &TypedPerson,
) -> Result<(), Failure> {
    let person = checked_person(typed)?;
    write(app, desk, move |hand, tx| {
        let before = rows::find(tx, id)?.ok_or(Failure::Missing)?;
        let changed = fields(&[
            ("name", before.name != person.name),
            ("language", before.language != person.language),
            ("interpreter", before.interpreter != person.interpreter),
        ]);
        if changed.is_empty() {
            return Ok(());
        }
        let row = name_key(&person.name);
        if !rows::update(tx, seen, &new_person(id, &person, &row, hand.now))? {
            return Err(Refusal::Changed.into());
        }
        Ok(hand.note(tx, "change", ("person", id.bytes()), &changed)?)
    })
    .await
}

/// The names of the fields that changed.
fn fields(changed: &[(&str, bool)]) -> String {
    let names = changed.iter().filter(|field| field.1).map(|field| field.0);
    names.collect::<Vec<_>>().join(" ")
}

struct Checked {
    system: System,
    address: String,
    key: String,
    confidential: bool,
}

impl Checked {
    fn row(&self) -> Address<'_> {
        Address {
            system: self.system,
            address: &self.address,
            key: &self.key,
        }
    }
}

fn checked_point(typed: &TypedPoint) -> Result<Checked, Failure> {
    let system = typed.system();
    let address = match system {
        System::Email => text::email(&typed.address).map_err(|fault| Failure::of("email", fault)),
        System::Phone => text::phone(&typed.address).map_err(|fault| Failure::of("phone", fault)),
    };
    let address = address.map_err(|failure| match failure {
        Failure::Invalid(faults) if faults.iter().any(|fault| fault.fault == Fault::Missing) => {
            Failure::of("address", Fault::Missing)
        }
        other => other,
    })?;
    Ok(Checked {
        key: address_key(system, &address),
        confidential: typed.confidential,
        system,
        address,
    })
}

/// Adds an address or number of a person. One that they have is as good as added.
pub async fn add_point(app: &App, desk: &Desk, person: PersonId, typed: &TypedPoint) -> Result<(), Failure> {
    let point = checked_point(typed)?;
    write(app, desk, move |hand, tx| {
        let root = rows::find(tx, person)?.ok_or(Failure::Missing)?;
        if rows::count_points(tx, root.id)? >= limits::CONTACTS {
            return Err(Refusal::TooMany.into());
        }
        let added = rows::add_point(
            tx,
            hand.app.id(),
            root.id,
            (&point.row(), point.confidential),
            hand.now,
        )?;
        if !added {
            return Err(Failure::of("address", Fault::Taken));
        }
        Ok(hand.note(tx, "add", ("person", root.id.bytes()), point.system.as_str())?)
    })
    .await
}

/// Whether a person, or one who was joined to them, has the address.
fn has(tx: &mut PracticeTx<'_>, person: PersonId, point: ContactPointId) -> Result<rows::Point, Failure> {
    let points = rows::points(tx, person)?;
    let found = points.into_iter().find(|one| one.id == point);
    found.ok_or(Failure::Missing)
}

/// Puts an address right, or says whether the person asked to be reached so and not otherwise. The last write counts: each is
/// whole.
pub async fn set_point(
    app: &App,
    desk: &Desk,
    person: PersonId,
    id: ContactPointId,
    typed: &TypedPoint,
) -> Result<(), Failure> {
    let point = checked_point(typed)?;
    write(app, desk, move |hand, tx| {
        let before = has(tx, person, id)?;
        let changed = fields(&[
            (point.system.as_str(), before.address != point.address),
            ("confidential", before.confidential != point.confidential),
        ]);
        if changed.is_empty() {
            return Ok(());
        }
        if !rows::update_point(tx, id, &point.row(), point.confidential)? {
            return Err(Failure::of("address", Fault::Taken));
        }
        Ok(hand.note(tx, "change", ("person", person.bytes()), &changed)?)
    })
    .await
}

/// Removes an address.
pub async fn remove_point(
    app: &App,
    desk: &Desk,
    person: PersonId,
    id: ContactPointId,
) -> Result<(), Failure> {
    write(app, desk, move |hand, tx| {
        let before = has(tx, person, id)?;
        rows::remove_point(tx, id)?;
        let field = before.system.as_str();
        Ok(hand.note(tx, "remove", ("person", person.bytes()), field)?)
    })
    .await
}

struct CheckedPatient {
    name: String,
    born: Option<Date>,
    record_number: Option<String>,
}

fn checked_patient(typed: &TypedPatient, month_first: bool) -> Result<CheckedPatient, Failure> {
    let mut faults = Faults::default();
    let number = faults.take(
        "record-number",
        text::line(&typed.record_number, limits::RECORD_NUMBER_MAX),
    );
    let born = match typed.born.trim() {
        "" => Ok(None),
        text => birth_date(text, month_first).map(Some).ok_or(Fault::Shape),
    };
    let checked = CheckedPatient {
        name: faults.take("name", text::required_line(&typed.name, limits::NAME_MAX)),
        born: faults.take("born", born),
        record_number: Some(number).filter(|number| !number.is_empty()),
    };
    faults.settle()?;
    Ok(checked)
}

/// Whether nobody is born later than today.
fn born_by(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    born: Option<Date>,
) -> Result<(), Failure> {
    let scene = Scene::load(app, tx, practice)?;
    match born {
        Some(born) if born > today(&scene) => Err(Failure::of("born", Fault::Shape)),
        _ => Ok(()),
    }
}

/// Adds a patient. The record number is nobody else's.
pub async fn add_patient(app: &App, desk: &Desk, typed: &TypedPatient) -> Result<PatientId, Failure> {
    let patient = checked_patient(typed, desk.practice.country == "US")?;
    let practice = desk.practice.clone();
    write(app, desk, move |hand, tx| {
        born_by(hand.app, tx, &practice, patient.born)?;
        let row = Patient {
            id: hand.app.id(),
            name: patient.name.clone(),
            born: patient.born,
            record_number: patient.record_number.clone(),
            version: 1,
        };
        if !patients::insert(tx, &row, &name_key(&row.name), hand.now)? {
            return Err(Failure::of("record-number", Fault::Taken));
        }
        hand.note(tx, "add", ("patient", row.id.bytes()), "")?;
        Ok(row.id)
    })
    .await
}

/// Puts right who a patient is, if they are still as they were seen.
pub async fn set_patient(
    app: &App,
    desk: &Desk,
    id: PatientId,
    seen: i64,
    typed: &TypedPatient,
) -> Result<(), Failure> {
    let patient = checked_patient(typed, desk.practice.country == "US")?;
    let practice = desk.practice.clone();
    write(app, desk, move |hand, tx| {
        born_by(hand.app, tx, &practice, patient.born)?;
        let before = patients::find(tx, id)?.ok_or(Failure::Missing)?;
        let changed = fields(&[
            ("name", before.name != patient.name),
            ("birth_date", before.born != patient.born),
            ("record_number", before.record_number != patient.record_number),
        ]);
        if changed.is_empty() {
            return Ok(());
        }
        if let Some(number) = &patient.record_number
            && patients::by_record(tx, number)?.is_some_and(|other| other != id)
        {
            return Err(Failure::of("record-number", Fault::Taken));
        }
        let row = Patient {
            id,
            name: patient.name.clone(),
            born: patient.born,
            record_number: patient.record_number.clone(),
            version: seen,
        };
        if !patients::update(tx, &row, &name_key(&row.name))? {
            return Err(Refusal::Changed.into());
        }
        Ok(hand.note(tx, "change", ("patient", id.bytes()), &changed)?)
    })
    .await
}

/// The template of a chart's address as the practice set it, and the version that a form carries.
pub async fn chart_template(app: &App, practice: &Practice) -> Result<(String, String), Failure> {
    let id = practice.id;
    app.store
        .practice(id)
        .read(move |tx| {
            let rows = practices::settings(tx)?;
            let typed = rows.into_iter().find(|(name, _)| name == CHART);
            let seen = version(tx, (Noun::Chart, id.bytes()))?;
            Ok((typed.map(|(_, typed)| typed).unwrap_or_default(), seen))
        })
        .await
}

/// Sets where charts open; an empty text sets it back.
pub async fn set_chart_template(
    app: &App,
    practice: &Practice,
    hand: &SettingsHand,
    typed: &str,
) -> Result<(), Failure> {
    let after = match typed.trim() {
        "" => String::new(),
        text => {
            let template = Template::parse(text).map_err(|fault| Failure::of("chart", fault))?;
            template.as_str().to_owned()
        }
    };
    let (world, id, hand) = (app.clone(), practice.id, hand.clone());
    app.store
        .practice(id)
        .write(move |tx| {
            let of = (Noun::Chart, id.bytes());
            hold(tx, of, &hand)?;
            let rows = practices::settings(tx)?;
            let before = rows.into_iter().find(|(name, _)| name == CHART);
            let before = before.map(|(_, typed)| typed).unwrap_or_default();
            if before == after {
                return Ok(());
            }
            practices::put_setting(tx, CHART, &after, world.now(), hand.who())?;
            Ok(note(&world, tx, hand.by, of, &[("chart", &before, &after)])?)
        })
        .await
}
