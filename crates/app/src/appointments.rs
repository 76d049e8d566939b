//! To schedule: the scheduling team's own list. A visit that is to be agreed on comes from a request or by hand, is tried, and
//! is booked or dropped; the request's thread is told.

pub use anteroom_store::appointments::{Listed, Try};

use anteroom_core::appointments::{Days, How, Outcome, Part, Reason, Refusal, State, ToSchedule};
use anteroom_core::ids::{LocationId, MemberId, PatientId, PersonId, RequestId, ToScheduleId};
use anteroom_core::requests::{Actor, EntryKind, Via};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::appointments::{self as rows, List, Wish};
use anteroom_store::audit::{self, Deed};
use anteroom_store::people::patients;
use anteroom_store::requests as requests_rows;
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::{PracticeTx, StoreError, people, practices, staff};
use jiff::civil::DateTime;

use crate::failure::Faults;
use crate::people::reach;
use crate::people::view::{Point, Relation};
use crate::requests::view::Desk;
use crate::requests::{Scene, readable, survivor};
use crate::staff::Named;
use crate::{App, Failure};

mod booking;

pub use booking::{book, reopen};

/// Which of the list a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// The reader's own alone.
    pub mine: bool,
    /// A location's alone.
    pub location: Option<LocationId>,
    /// Those that were booked or dropped.
    pub ended: bool,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The longest waiting first; of those that ended the last first.
    pub rows: Vec<Listed>,
    /// How many are open.
    pub open: i64,
    /// How many of them are the reader's.
    pub mine: i64,
    /// Where they can be, by id and name.
    pub locations: Vec<(LocationId, String)>,
    /// Where the next page starts, if there is one: opaque text for the URL.
    pub next: Option<String>,
}

/// One of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub listed: Listed,
    /// What was tried, the last first.
    pub tries: Vec<Try>,
    /// How the person may be reached.
    pub contacts: Vec<Point>,
    /// The person's language.
    pub language: String,
    /// Whose the person is.
    pub patients: Vec<Relation>,
    /// Members it can be given to.
    pub members: Vec<Named>,
    /// Where it can be.
    pub locations: Vec<(LocationId, String)>,
}

/// What is typed about a visit that is to be agreed on.
#[derive(Debug, Clone, Default)]
pub struct TypedWish {
    /// What for.
    pub what: String,
    /// When they can come.
    pub can: String,
    /// A part of the day; empty is any.
    pub part: String,
    /// On which days.
    pub days: Days,
    /// Where, by id; empty if it does not matter.
    pub location: String,
}

/// What is typed about a try.
#[derive(Debug, Clone)]
pub struct TypedTry {
    /// How.
    pub how: How,
    /// What came of it.
    pub outcome: Outcome,
    /// In words; may be empty.
    pub words: String,
}

/// A page of the list; `after` is the `next` of the page before.
pub async fn list(app: &App, desk: &Desk, filter: Filter, after: Option<&str>) -> Result<Page, Failure> {
    let start = if filter.ended {
        (Time::MAX, ToScheduleId([0xff; 16]))
    } else {
        (Time::MIN, ToScheduleId([0; 16]))
    };
    let after = after.map_or(Some(start), read_cursor).ok_or(Failure::Missing)?;
    let member = desk.member.id;
    let list = if filter.ended {
        List::Ended
    } else {
        List::Open(filter.mine.then_some(member), filter.location)
    };
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let mut rows = rows::page(tx, list, after, limits::PAGE_ROWS + 1)?;
            let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
            let more = rows.len() > page;
            rows.truncate(page);
            let next = rows.last().filter(|_| more).map(|row| write_cursor(row.after()));
            let (open, mine) = rows::counts(tx, member)?;
            Ok(Page {
                locations: locations(tx)?,
                rows,
                open,
                mine,
                next,
            })
        })
        .await
}

fn write_cursor((at, id): (Time, ToScheduleId)) -> String {
    format!("{}.{id}", at.micros())
}

fn read_cursor(text: &str) -> Option<(Time, ToScheduleId)> {
    let (at, id) = text.split_once('.')?;
    Some((Time::from_micros(at.parse().ok()?), id.parse().ok()?))
}

fn locations(tx: &mut PracticeTx<'_>) -> Result<Vec<(LocationId, String)>, StoreError> {
    let rows = practices::locations(tx)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// How many are open, for the desk's bar.
pub async fn open(app: &App, desk: &Desk) -> Result<i64, Failure> {
    let member = desk.member.id;
    let store = app.store.practice(desk.practice.id);
    let counts: Result<_, Failure> = store.read(move |tx| Ok(rows::counts(tx, member)?)).await;
    Ok(counts?.0)
}

/// One of the list.
pub async fn item(app: &App, desk: &Desk, id: ToScheduleId) -> Result<Item, Failure> {
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let listed = rows::find(tx, id)?.ok_or(Failure::Missing)?;
            let person = people::find(tx, listed.wish.person)?.ok_or(Failure::Missing)?;
            let members = staff::members(tx)?.into_iter();
            Ok(Item {
                tries: rows::tries(tx, id)?,
                contacts: reach(tx, person.id)?,
                patients: crate::people::patients_of(tx, &scene, person.id)?,
                language: person.language,
                members: members
                    .map(|member| Named {
                        id: member.id,
                        name: member.name,
                    })
                    .collect(),
                locations: locations(tx)?,
                listed,
            })
        })
        .await
}

/// What was typed, found good as far as can be told without the practice's rows.
#[derive(Clone)]
struct Checked {
    what: String,
    can: String,
    part: Part,
    days: Days,
    location: Option<LocationId>,
}

fn checked(typed: &TypedWish) -> Result<Checked, Failure> {
    let mut faults = Faults::default();
    let part = match typed.part.as_str() {
        "" => Ok(Some(Part::Any)),
        word => word.parse().map(Some).map_err(|_| Fault::Shape),
    };
    let location = match typed.location.as_str() {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| Fault::Shape),
    };
    let checked = Checked {
        what: faults.take("what", text::required_line(&typed.what, limits::SCHEDULE_WORDS)),
        can: faults.take("can", text::paragraphs(&typed.can, limits::SCHEDULE_WORDS)),
        part: faults.take("part", part).unwrap_or(Part::Any),
        days: typed.days,
        location: faults.take("location", location),
    };
    faults.settle()?;
    Ok(checked)
}

/// Where it is said to be is a location of the practice.
fn placed(tx: &mut PracticeTx<'_>, location: Option<LocationId>) -> Result<(), Failure> {
    match location {
        Some(id) if !locations(tx)?.iter().any(|known| known.0 == id) => {
            Err(Failure::of("location", Fault::Shape))
        }
        _ => Ok(()),
    }
}

/// Adds one by hand.
pub async fn add(
    app: &App,
    desk: &Desk,
    (person, patient): (PersonId, Option<PatientId>),
    typed: &TypedWish,
) -> Result<ToScheduleId, Failure> {
    let typed = checked(typed)?;
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            people::find(tx, person)?.ok_or(Failure::Missing)?;
            if let Some(patient) = patient {
                patients::find(tx, patient)?.ok_or(Failure::Missing)?;
            }
            let id = world.id();
            put(&world, tx, &at, id, &wish(&typed, (person, patient), None))?;
            Ok(id)
        })
        .await
}

fn wish(
    typed: &Checked,
    (person, patient): (PersonId, Option<PatientId>),
    request: Option<RequestId>,
) -> Wish {
    Wish {
        person,
        patient,
        request,
        location: typed.location,
        what: typed.what.clone(),
        can: typed.can.clone(),
        part: typed.part,
        days: typed.days,
    }
}

fn put(
    app: &App,
    tx: &mut PracticeTx<'_>,
    desk: &Desk,
    id: ToScheduleId,
    wish: &Wish,
) -> Result<(), Failure> {
    placed(tx, wish.location)?;
    if !rows::insert(tx, &ToSchedule::new(id, None), wish, app.now())? {
        return Err(Refusal::Twice.into());
    }
    Ok(noted(app, tx, desk, ("add", id), "")?)
}

fn noted(
    app: &App,
    tx: &mut PracticeTx<'_>,
    desk: &Desk,
    (action, id): (&str, ToScheduleId),
    fields: &str,
) -> Result<(), StoreError> {
    let deed = Deed {
        id: app.id(),
        at: app.now(),
        actor: Actor::Member(desk.member.id),
        action,
        noun: "to_schedule",
        noun_id: Some(id.bytes()),
        fields,
    };
    audit::insert(tx, &deed)
}

/// Makes one of a request, and tells its thread.
pub async fn add_from(
    app: &App,
    desk: &Desk,
    number: i64,
    typed: &TypedWish,
) -> Result<ToScheduleId, Failure> {
    let typed = checked(typed)?;
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let request = requests_rows::load_number(tx, number)?.ok_or(Failure::Missing)?;
            readable(tx, request.id, &at)?;
            let person = request.person.ok_or(Failure::of("person", Fault::Missing))?;
            if rows::has_open(tx, request.id)? {
                return Err(Refusal::Twice.into());
            }
            let location = typed.location.or(request.location);
            let typed = Checked {
                location,
                ..typed.clone()
            };
            let id = world.id();
            let wish = wish(&typed, (person, request.patient), Some(request.id));
            put(&world, tx, &at, id, &wish)?;
            tell(&world, tx, &at, (request.id, id), (State::Open, None))?;
            Ok(id)
        })
        .await
}

/// Tells the thread of the request that it came from, or of the one which that was joined to. One that is closed for good is
/// told nothing: the list keeps what came of it.
fn tell(
    app: &App,
    tx: &mut PracticeTx<'_>,
    desk: &Desk,
    (request, item): (RequestId, ToScheduleId),
    (state, booked_for): (State, Option<DateTime>),
) -> Result<(), Failure> {
    let scene = Scene::load(app, tx, &desk.practice)?;
    let request = survivor(tx, request)?;
    let mut request = scene.settled(app, tx, request)?;
    let before = request.version;
    let Ok(changes) = request.scheduling(item, state) else {
        return Ok(());
    };
    let booked_for = booked_for.map(|at| format!(" {at}")).unwrap_or_default();
    let line = NewEntry {
        id: app.id(),
        request: request.id,
        at: scene.now,
        kind: EntryKind::Event,
        author: Some(desk.member.id.bytes()),
        via: Via::Writing,
        body: &format!("schedule-{state}{booked_for}"),
        thanks: false,
    };
    entries::insert(tx, &line)?;
    let deed = (Actor::Member(desk.member.id), "schedule");
    Ok(scene.save(app, tx, before, &request, &changes, deed)?)
}

/// What an act on one of the list works with.
struct At<'a, 'b> {
    app: &'a App,
    tx: &'a mut PracticeTx<'b>,
    desk: &'a Desk,
    listed: &'a Listed,
}

/// Loads one that is still as it was seen, lets `decide` decide, and saves; all in one transaction.
async fn act<F>(
    app: &App,
    desk: &Desk,
    (id, seen): (ToScheduleId, i64),
    action: &'static str,
    decide: F,
) -> Result<(), Failure>
where
    F: Fn(&mut At<'_, '_>, &mut ToSchedule) -> Result<(), Failure> + Send + 'static,
{
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let listed = rows::find(tx, id)?.ok_or(Failure::Missing)?;
            if listed.item.version != seen {
                return Err(Refusal::Changed.into());
            }
            let mut item = listed.item.clone();
            let mut act = At {
                app: &world,
                tx,
                desk: &at,
                listed: &listed,
            };
            decide(&mut act, &mut item)?;
            let ended_at = (item.state != State::Open).then(|| world.now());
            if !rows::save(tx, seen, &item, ended_at)? {
                return Err(Refusal::Changed.into());
            }
            noted(&world, tx, &at, (action, id), "")?;
            let (before, after) = (listed.item.state, item.state);
            match listed.wish.request {
                Some(request) if before != after => {
                    tell(&world, tx, &at, (request, id), (after, item.booked_for))
                }
                _ => Ok(()),
            }
        })
        .await
}

/// Puts right what one says.
pub async fn edit(
    app: &App,
    desk: &Desk,
    at: (ToScheduleId, i64),
    patient: Option<PatientId>,
    typed: &TypedWish,
) -> Result<(), Failure> {
    let typed = checked(typed)?;
    act(app, desk, at, "change", move |at, item| {
        item.edit()?;
        if let Some(patient) = patient {
            patients::find(at.tx, patient)?.ok_or(Failure::Missing)?;
        }
        placed(at.tx, typed.location)?;
        let wish = wish(&typed, (at.listed.wish.person, patient), at.listed.wish.request);
        Ok(rows::edit(at.tx, item.id, &wish)?)
    })
    .await
}

/// Gives one to a member, or to nobody in particular.
pub async fn give(
    app: &App,
    desk: &Desk,
    at: (ToScheduleId, i64),
    member: Option<MemberId>,
) -> Result<(), Failure> {
    act(app, desk, at, "assign", move |at, item| {
        if let Some(member) = member {
            staff::member(at.tx, member)?.ok_or(Failure::Missing)?;
        }
        Ok(item.give(member)?)
    })
    .await
}

/// Writes a try down.
pub async fn tried(app: &App, desk: &Desk, at: (ToScheduleId, i64), typed: &TypedTry) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let words = faults.take("words", text::paragraphs(&typed.words, limits::SCHEDULE_WORDS));
    faults.settle()?;
    let (how, outcome) = (typed.how, typed.outcome);
    act(app, desk, at, "try", move |at, item| {
        let by = at.desk.member.id;
        item.tried(by)?;
        let when = (at.app.now(), by);
        Ok(rows::insert_try(
            at.tx,
            at.app.id(),
            item.id,
            when,
            (how, outcome, &words),
        )?)
    })
    .await
}

/// It is not pursued any more.
pub async fn drop(app: &App, desk: &Desk, at: (ToScheduleId, i64), reason: Reason) -> Result<(), Failure> {
    act(app, desk, at, "drop", move |_, item| Ok(item.drop(reason)?)).await
}
