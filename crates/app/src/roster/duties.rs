//! Who is on call after hours, and the service that answers a line meanwhile, as somebody enters them.

use anteroom_core::hours::parse_weekly;
use anteroom_core::ids::{DutyId, LineId, MemberId};
use anteroom_core::limits;
use anteroom_core::roster::Duty;
use anteroom_core::text::{self, Fault};
use anteroom_store::roster::{self as rows, Service, measured};
use anteroom_store::{PracticeTx, StoreError, lines, staff};
use jiff::civil::{Date, DateTime};

use super::{date_in, look, names, window};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::settings::changes::{Hand, Noun, hold, note};
use crate::{App, Failure};

/// A duty on call, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedDuty {
    /// A member's id.
    pub member: String,
    /// A line's id; empty for all lines.
    pub line: String,
    /// Its first moment, such as `2026-11-06T17:00`.
    pub from: String,
    /// The first moment after it.
    pub until: String,
}

/// An answering service, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedAnswering {
    /// What it is called; empty ends the one that was.
    pub name: String,
    /// Its number.
    pub number: String,
    /// Its hours in the compact form; empty: always.
    pub hours: String,
}

fn moment(typed: &str) -> Result<DateTime, Fault> {
    let typed = text::required_line(typed, limits::LABEL_MAX)?;
    let date = typed.parse::<Date>().map(|date| date.at(0, 0, 0, 0));
    typed.parse().or(date).map_err(|_| Fault::Shape)
}

/// A duty as the audit tells it.
fn told(tx: &mut PracticeTx<'_>, duty: &Duty) -> Result<String, StoreError> {
    let who = names(tx)?.remove(&duty.member).unwrap_or_default();
    let minute = |at: DateTime| at.strftime("%Y-%m-%d %H:%M").to_string();
    let line = match duty.line {
        Some(id) => lines::list(tx)?.into_iter().find(|line| line.id == id),
        None => None,
    };
    let line = line.map_or_else(String::new, |line| format!("; {}", line.name));
    Ok(format!(
        "{who}: {} – {}{line}",
        minute(duty.from),
        minute(duty.to)
    ))
}

/// Puts somebody on call.
pub async fn add_duty(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    typed: &TypedDuty,
) -> Result<DutyId, Failure> {
    let mut faults = Faults::default();
    let member = match typed.member.as_str() {
        "" => Err(Fault::Missing),
        id => id.parse::<MemberId>().map(Some).map_err(|_| Fault::Shape),
    };
    let member = faults.take("member", member);
    let line = Some(typed.line.as_str()).filter(|id| !id.is_empty());
    let line = line.map(|id| id.parse::<LineId>().map_err(|_| Fault::Shape));
    let line = faults.take("line", line.transpose());
    let from = faults.take("from", moment(&typed.from));
    let to = faults.take("until", moment(&typed.until));
    if to <= from || from.saturating_add(longest()) < to {
        faults.note("until", Fault::Shape);
    }
    faults.settle()?;
    let member = member.ok_or(Failure::Missing)?;
    let (world, of, hand, id) = (app.clone(), practice.clone(), hand.clone(), app.id());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            staff::member(tx, member)?.ok_or_else(|| Failure::of("member", Fault::Shape))?;
            let all = lines::list(tx)?;
            let place = line.map(|id| all.iter().find(|one| one.id == id).ok_or(id));
            let place = place.transpose().map_err(|_| Failure::of("line", Fault::Shape))?;
            let zone = place.map_or(scene.desk_hours(), |line| {
                scene.hours_of_line(line.id, line.location)
            });
            let zone = zone.zone().clone();
            let today = date_in(&zone, scene.now);
            if from.date() < today {
                return Err(Failure::of("from", Fault::Shape));
            }
            if rows::count_duties(tx, today)? >= i64::try_from(limits::DUTIES).unwrap_or(i64::MAX) {
                return Err(Failure::of("from", Fault::TooLong(limits::DUTIES)));
            }
            let duty = Duty {
                id,
                member,
                line,
                zone,
                from,
                to,
            };
            insert(&world, tx, &scene, &hand, &duty)?;
            look(&world, tx, &scene)?;
            Ok(id)
        })
        .await
}

fn longest() -> jiff::SignedDuration {
    jiff::SignedDuration::from_micros(limits::DUTY.micros())
}

/// Writes a duty; its line, or every line, has a roster from now on.
pub(super) fn insert(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    hand: &Hand,
    duty: &Duty,
) -> Result<(), StoreError> {
    rows::insert_duty(tx, duty)?;
    for line in lines::list(tx)? {
        if duty.line.is_none_or(|of| of == line.id) {
            measured::watch(tx, line.id, scene.now)?;
        }
    }
    let after = told(tx, duty)?;
    let of = (Noun::Roster, duty.id.bytes());
    note(app, tx, hand.by, of, &[("duty", "", &after)])
}

/// A duty ends now, or goes if it has not begun.
pub async fn end_duty(app: &App, practice: &Practice, hand: &Hand, id: DutyId) -> Result<(), Failure> {
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let all = rows::load(tx, &window(scene.now, anteroom_core::Time::MAX))?.duties;
            let duty = all
                .into_iter()
                .find(|duty| duty.id == id)
                .ok_or(Failure::Missing)?;
            let wall = scene
                .now
                .to_jiff()
                .map(|now| duty.zone.to_datetime(now))
                .ok_or(Failure::Missing)?;
            // One that is over stays.
            if duty.to <= wall {
                return Err(Failure::Missing);
            }
            let before = told(tx, &duty)?;
            let after = if duty.from >= wall {
                rows::delete_duty(tx, id)?;
                String::new()
            } else {
                // On the minute.
                let to = wall.date().at(wall.hour(), wall.minute(), 0, 0);
                rows::end_duty(tx, id, to)?;
                told(tx, &Duty { to, ..duty })?
            };
            let of = (Noun::Roster, id.bytes());
            note(&world, tx, hand.by, of, &[("duty", &before, &after)])?;
            Ok(look(&world, tx, &scene)?)
        })
        .await
}

/// A service as the audit tells it.
fn said(service: Option<&Service>) -> String {
    let Some(service) = service else {
        return String::new();
    };
    let parts = [&service.name, &service.number, &service.hours];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join("; ")
}

/// Another service answers a line from now on; without a name none does.
pub async fn answer(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    line: LineId,
    typed: &TypedAnswering,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let name = faults.take("name", text::line(&typed.name, limits::LABEL_MAX));
    let number = Some(typed.number.trim()).filter(|number| !number.is_empty());
    let number = faults.take("number", number.map_or(Ok(String::new()), text::phone));
    let hours = typed.hours.trim().to_owned();
    if !hours.is_empty() {
        faults.take("hours", parse_weekly(&hours).map(drop).map_err(|_| Fault::Shape));
    }
    faults.settle()?;
    let (world, of, hand, id) = (app.clone(), practice.clone(), hand.clone(), app.id());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let noun = (Noun::Roster, line.bytes());
            hold(tx, noun, &hand)?;
            let scene = Scene::load(&world, tx, &of)?;
            if !lines::list(tx)?.iter().any(|one| one.id == line) {
                return Err(Failure::Missing);
            }
            let now = rows::load(tx, &window(scene.now, scene.now))?
                .services
                .into_iter();
            let mut now = now.filter(|one| one.line == line && one.until.is_none());
            let before = now.next_back();
            let service = (!name.is_empty()).then(|| Service {
                id,
                line,
                name: name.clone(),
                number: number.clone(),
                hours: hours.clone(),
                from: scene.now,
                until: None,
            });
            rows::set_answering(tx, line, service.as_ref(), scene.now)?;
            if service.is_some() {
                measured::watch(tx, line, scene.now)?;
            }
            let (was, is) = (said(before.as_ref()), said(service.as_ref()));
            note(&world, tx, hand.by, noun, &[("answering", &was, &is)])?;
            Ok(look(&world, tx, &scene)?)
        })
        .await
}
