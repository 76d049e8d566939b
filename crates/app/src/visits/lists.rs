//! The rows behind the figures of visits. A visit that is marked sensitive stands in a list only for those who may read what is
//! for clinicians.

use anteroom_core::access::Right;
use anteroom_core::ids::{PatientId, VisitId};
use anteroom_core::promises::retention::Fate;
use anteroom_core::visits::{Heard, day, months};
use anteroom_core::{Time, limits};
pub use anteroom_store::visits::lists::List;
use anteroom_store::visits::lists::{self as rows, After, Asked, Listed};
use jiff::civil::Date;

use super::figures::{at, rules};
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filter {
    /// Of which list.
    pub list: List,
    /// Of which month: one of its days. Without one the whole window, or the last year.
    pub month: Option<Date>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub patient: PatientId,
    /// The patient's name.
    pub name: String,
    /// The visit.
    pub at: Time,
    /// What became of the patient, where the list is of patients of the window.
    pub fate: Option<Fate>,
    /// When they came again, or will.
    pub next: Option<Time>,
    /// With whom.
    pub doctor: String,
    /// Where.
    pub location: String,
    /// Nobody is to be reminded of it.
    pub sensitive: bool,
    /// Days from its booking.
    pub lead_days: Option<i64>,
    /// How the patient heard of the practice.
    pub heard: Option<Heard>,
    /// They leave the window within a month.
    pub leaving: bool,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The earliest visit first.
    pub rows: Vec<Row>,
    /// The span of the visits.
    pub span: (Time, Time),
    /// Where the next page starts, if there is one: opaque text for the URL.
    pub next: Option<String>,
    /// Visits that are sensitive are left out.
    pub withheld: bool,
}

fn write_cursor((at, id): After) -> String {
    format!("{}.{id}", at.micros())
}

fn read_cursor(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    Some((Time::from_micros(at.parse().ok()?), id.parse().ok()?))
}

/// A page of a list; `after` is the `next` of the page before.
pub async fn list(app: &App, desk: &Desk, filter: Filter, after: Option<&str>) -> Result<Page, Failure> {
    let start = (Time::MIN, VisitId([0; 16]));
    let after = after.map_or(Some(start), read_cursor).ok_or(Failure::Missing)?;
    let (world, of) = (app.clone(), desk.practice.clone());
    let sensitive = desk.role.may(Right::Clinical);
    app.store
        .practice(of.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let (rules, at) = (rules(&scene), at(&scene, scene.now)?);
            let ahead = at.ahead(1).ok_or(Failure::Missing)?;
            let zone = &at.zone;
            let windowed = matches!(filter.list, List::Lost | List::Kept | List::Out);
            let year = months::before(at.at, limits::VISIT_MONTHS, zone).unwrap_or(Time::MIN);
            let span = match filter.month {
                _ if windowed => (at.from, at.to),
                Some(month) => month_of(month, zone, at.at).ok_or(Failure::Missing)?,
                None => (year, at.at),
            };
            let born = rules.born_too_early(at.day()).map(|born| born.to_string());
            let asked = Asked {
                from: span.0,
                to: span.1,
                known: at.known,
                day: at.day().to_string(),
                born: born.unwrap_or_default(),
                sensitive,
            };
            let mut found = rows::page(tx, filter.list, &asked, after)?;
            let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
            let more = found.len() > page;
            found.truncate(page);
            let row = |one: Listed| Row {
                fate: windowed.then(|| one.fact.fate(&rules, &at)),
                next: one.fact.next.filter(|next| *next < at.known).or(one.booked),
                leaving: filter.list == List::Lost && one.fact.index < ahead.from,
                patient: one.patient,
                name: one.name,
                at: one.fact.index,
                doctor: one.doctor,
                location: one.location,
                sensitive: one.sensitive,
                lead_days: one.lead_days,
                heard: one.heard,
            };
            Ok(Page {
                next: found
                    .last()
                    .filter(|_| more)
                    .map(|last| write_cursor(last.after())),
                rows: found.into_iter().map(row).collect(),
                span,
                withheld: !sensitive,
            })
        })
        .await
}

/// The month that a day is in, up to now.
fn month_of(month: Date, zone: &jiff::tz::TimeZone, now: Time) -> Option<(Time, Time)> {
    let first = month.first_of_month();
    let next = first.last_of_month().tomorrow().ok()?;
    let begins = |day: Date| Some(Time::from(day.to_zoned_datetime(zone.clone()).ok()?.timestamp()));
    let to = if day(now, zone) < next { now } else { begins(next)? };
    Some((begins(first)?, to))
}
