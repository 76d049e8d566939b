//! The pages of people: who was found, a person, a patient. Each reading of somebody's page is written down before it is shown.

use std::collections::BTreeMap;

use anteroom_core::ids::{PatientId, PersonId, RequestId};
use anteroom_core::limits;
use anteroom_core::people::chart::Template;
use anteroom_core::people::search::wanted;
use anteroom_core::people::usable;
use anteroom_core::requests::kinds::Kind;
use anteroom_store::people::patients::{self, Asked as AskedRow};
use anteroom_store::people::relations::{self, Related};
use anteroom_store::people::search::{self, After};
use anteroom_store::people::{self as rows};
use anteroom_store::{PracticeTx, StoreError, appointments, practices};
use jiff::civil::Date;

use super::view::{Asked, Askings, Finds, PatientPage, PersonPage, Reached, Relation};
use super::{Hand, today};
use crate::requests::view::Desk;
use crate::requests::{Scene, by_code, hidden};
use crate::{App, Failure};

/// People and patients who are meant by what was typed; `after` is the `next` of the page before.
pub async fn find(app: &App, desk: &Desk, typed: &str, after: Option<&str>) -> Result<Finds, Failure> {
    let month_first = desk.practice.country == "US";
    let wanted = wanted(typed, month_first).map_err(|fault| Failure::of("q", fault))?;
    let start = (String::new(), [0; 16]);
    let after = after.map_or(Some(start), read_cursor).ok_or(Failure::Missing)?;
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let mut rows = search::find(tx, &wanted, &after, limits::PAGE_ROWS + 1)?;
            let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
            let more = rows.len() > page;
            rows.truncate(page);
            let next = rows.last().filter(|_| more).map(|row| write_cursor(&row.after));
            Ok(Finds { rows, next })
        })
        .await
}

/// A page's last name and id. The name's key is cut: of names that long the id tells the rest.
fn write_cursor((name, id): &After) -> String {
    format!("{}.{name}", PersonId(*id))
}

fn read_cursor(text: &str) -> Option<After> {
    let (id, name) = text.split_once('.')?;
    if name.chars().any(char::is_control) {
        return None;
    }
    let id: PersonId = id.parse().ok()?;
    Some((name.to_owned(), id.bytes()))
}

/// Writes down that a member reads somebody's page.
async fn read_by(app: &App, desk: &Desk, noun: &'static str, id: [u8; 16]) -> Result<(), Failure> {
    let (world, member) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let hand = Hand {
                app: &world,
                member,
                now: world.now(),
            };
            Ok(hand.note(tx, "read", (noun, id), "")?)
        })
        .await
}

/// A person's page, with their requests before one, or the last ones. Who was joined to another is that one.
pub async fn person(
    app: &App,
    desk: &Desk,
    id: PersonId,
    before: Option<RequestId>,
) -> Result<PersonPage, Failure> {
    let (world, at) = (app.clone(), desk.clone());
    let page: Result<PersonPage, Failure> = app
        .store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let root = rows::root(tx, id)?;
            gather(tx, &scene, &at, root, before)
        })
        .await;
    let page = page?;
    read_by(app, desk, "person", page.person.id.bytes()).await?;
    Ok(page)
}

fn gather(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    desk: &Desk,
    id: PersonId,
    before: Option<RequestId>,
) -> Result<PersonPage, Failure> {
    let person = rows::find(tx, id)?.ok_or(Failure::Missing)?;
    let day = today(scene);
    let chart = scene.settings.chart.as_ref();
    let related = relations::of_person(tx, id)?;
    let asked = patients::requests_of(tx, id, start(before), limits::PAGE_ROWS + 1)?;
    Ok(PersonPage {
        person,
        points: reached(tx, id)?,
        relations: standing(related, day, chart),
        joined: rows::joined(tx, id)?,
        alike: rows::alike(tx, id)?,
        requests: askings(tx, desk, asked)?,
        to_schedule: appointments::of_person(tx, id, limits::CHOICES)?,
        today: day,
    })
}

fn reached(tx: &mut PracticeTx<'_>, person: PersonId) -> Result<Vec<Reached>, StoreError> {
    let points = rows::points(tx, person)?;
    let used: Vec<_> = usable(points.clone(), |point| point.confidential)
        .into_iter()
        .map(|point| point.id)
        .collect();
    points
        .into_iter()
        .map(|point| {
            Ok(Reached {
                shared: rows::shared(tx, &point, person)?,
                used: used.contains(&point.id),
                point,
            })
        })
        .collect()
}

/// Relations as they stand, the orders of courts first.
pub(super) fn standing(related: Vec<Related>, today: Date, chart: Option<&Template>) -> Vec<Relation> {
    let mut relations: Vec<Relation> = related
        .into_iter()
        .map(|related| Relation {
            standing: related.relation.standing(today),
            chart: link(chart, related.patient.record_number.as_deref()),
            related,
        })
        .collect();
    relations.sort_by_key(|relation| relation.standing);
    relations
}

/// Where a patient's chart opens, if the practice set it and the number is known.
pub(super) fn link(chart: Option<&Template>, record_number: Option<&str>) -> Option<String> {
    Some(chart?.link(record_number?))
}

/// Ids are made in the order of time, and the last one has only ones.
fn start(before: Option<RequestId>) -> RequestId {
    before.unwrap_or(RequestId([0xff; 16]))
}

fn askings(tx: &mut PracticeTx<'_>, desk: &Desk, mut rows: Vec<AskedRow>) -> Result<Askings, StoreError> {
    let kinds = by_code(practices::known_kinds(tx)?);
    let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    Ok(Askings {
        next: rows.last().filter(|_| more).map(|row| row.id),
        rows: rows.into_iter().map(|row| asked(row, &kinds, desk)).collect(),
    })
}

fn asked(row: AskedRow, kinds: &BTreeMap<String, Kind>, desk: &Desk) -> Asked {
    let hides = hidden(&row.kind, kinds, desk);
    let shown = |text: String| if hides { String::new() } else { text };
    let kind_name = kinds.get(&row.kind).map(|kind| kind.name.clone());
    Asked {
        number: row.number,
        state: row.state,
        kind_name: kind_name.unwrap_or_default(),
        kind: row.kind,
        door: row.door,
        subject: shown(row.subject),
        opened_at: row.opened_at,
        person: row.person,
        patient: shown(row.patient),
    }
}

/// A patient's page, with the requests about them before one, or the last ones.
pub async fn patient(
    app: &App,
    desk: &Desk,
    id: PatientId,
    before: Option<RequestId>,
) -> Result<PatientPage, Failure> {
    let (world, at) = (app.clone(), desk.clone());
    let page: Result<PatientPage, Failure> = app
        .store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let patient = patients::find(tx, id)?.ok_or(Failure::Missing)?;
            let day = today(&scene);
            let template = scene.settings.chart.as_ref();
            let related = relations::of_patient(tx, id)?;
            let asked = patients::requests(tx, id, start(before), limits::PAGE_ROWS + 1)?;
            Ok(PatientPage {
                chart: link(template, patient.record_number.as_deref()),
                relations: standing(related, day, template),
                requests: askings(tx, &at, asked)?,
                visits: crate::visits::beside(tx, &at, id)?,
                today: day,
                patient,
            })
        })
        .await;
    let page = page?;
    read_by(app, desk, "patient", id.bytes()).await?;
    Ok(page)
}
