//! Imports: another desk's log becomes requests of a practice. Reading it twice changes nothing.

use std::sync::Arc;

use anteroom_core::ids::{EntryId, PersonId, RequestId, uuid_v8};
use anteroom_core::people::name_key;
use anteroom_core::requests::history::{Past, Told, tell};
use anteroom_core::requests::kinds::OTHER;
use anteroom_core::requests::{Door, EntryKind, Opening, State, Urgency, Via};
use anteroom_core::{Time, limits};
use anteroom_store::people::search;
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::requests::history::{self, Caller};
use anteroom_store::requests::{Labels, Statement};
use anteroom_store::{PracticeTx, StoreError};
use anteroom_wire::incidents::{Bad, Event, IncidentState};
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::follow::{self, Follow};
use crate::{App, Failure, secrets};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Summary {
    /// Rows of the file.
    pub read: u64,
    /// Rows that were written; none of them was here before.
    pub imported: u64,
    /// Rows that can't be read, by line; the first [`limits::REJECTED_MAX`] of them.
    pub rejected: Vec<Rejected>,
}

/// A row that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// Its line in the file.
    pub line: u64,
    /// Why.
    pub why: String,
}

impl Summary {
    fn reject(&mut self, line: u64, why: String) {
        if self.rejected.len() < limits::REJECTED_MAX {
            self.rejected.push(Rejected { line, why });
        }
    }
}

/// The rows of one incident, in the order in which they happened.
type Incident = Vec<Event>;

/// Reads the event log of a service desk's incidents: each incident becomes a request, each event a line of its history.
///
/// Written in closures of at most [`limits::IMPORT_ROWS`] rows, an incident never split between two, so that what stands
/// after a crash is whole. `progress` is told how many rows were read.
pub async fn incidents(
    app: &App,
    practice: &Practice,
    rows: impl Iterator<Item = Result<Event, Bad>>,
    mut progress: impl FnMut(u64),
) -> Result<Summary, Failure> {
    let mut summary = Summary::default();
    let mut writing = Writing {
        app,
        practice,
        batch: Vec::new(),
        held: 0,
        closures: 0,
        imported: 0,
    };
    let mut incident: Incident = Vec::new();
    for row in rows {
        summary.read += 1;
        match row {
            Err(bad) => summary.reject(bad.line, bad.why),
            Ok(event) => {
                if incident.first().is_some_and(|first| first.number != event.number) {
                    writing.take(std::mem::take(&mut incident)).await?;
                    progress(summary.read);
                }
                if incident.len() < limits::INCIDENT_EVENTS {
                    incident.push(event);
                } else {
                    summary.reject(event.line, "more events than an incident may have".to_owned());
                }
            }
        }
    }
    writing.take(incident).await?;
    summary.imported = writing.finish().await?;
    progress(summary.read);
    Ok(summary)
}

/// Where incidents wait until a closure of them is full.
struct Writing<'a> {
    app: &'a App,
    practice: &'a Practice,
    batch: Vec<Incident>,
    /// Rows in the batch.
    held: usize,
    closures: u32,
    imported: u64,
}

impl Writing<'_> {
    async fn take(&mut self, incident: Incident) -> Result<(), Failure> {
        if self.held + incident.len() > limits::IMPORT_ROWS {
            self.write().await?;
            self.closures += 1;
            if grown(self.closures) {
                self.app.store.analyze().await?;
            }
        }
        self.held += incident.len();
        self.batch.push(incident);
        Ok(())
    }

    async fn write(&mut self) -> Result<(), Failure> {
        self.held = 0;
        self.imported += write(self.app, self.practice, std::mem::take(&mut self.batch)).await?;
        Ok(())
    }

    /// Writes what is left; how many rows were written in all.
    async fn finish(mut self) -> Result<u64, Failure> {
        self.write().await?;
        if self.imported > 0 {
            self.app.store.analyze().await?;
        }
        Ok(self.imported)
    }
}

/// Whether the rows became eight times as many since the planner looked at them, or came first. What PostgreSQL plans by
/// when it knows nothing makes every check of a foreign key read the whole practice: an import of minutes, not seconds.
pub(crate) const fn grown(closures: u32) -> bool {
    closures.is_power_of_two() && closures.trailing_zeros().is_multiple_of(3)
}

/// Writes incidents in one transaction; how many of their rows were not here before.
async fn write(app: &App, practice: &Practice, mut batch: Vec<Incident>) -> Result<u64, Failure> {
    batch.retain(|incident| !incident.is_empty());
    for incident in &mut batch {
        incident.sort_by_key(|event| (event.updated_at, event.mod_count));
    }
    let Ok(count @ 1..) = u32::try_from(batch.len()) else {
        return Ok(0);
    };
    let (world, of, batch) = (app.clone(), practice.clone(), Arc::new(batch));
    app.store
        .practice(practice.id)
        .write_numbered(count, move |tx, first| {
            let scene = Scene::load(&world, tx, &of)?;
            let zone = scene.desk_hours().zone().clone();
            let mut requests = Vec::with_capacity(batch.len());
            for (incident, number) in batch.iter().zip(first..) {
                requests.push(imagine(&world, &scene, &zone, incident, number)?);
            }
            save(&world, tx, &scene, &requests)
        })
        .await
}

/// A request as the log tells it, with the words of its events.
struct Imagined<'a> {
    told: Told,
    number: &'a str,
    subject: &'a str,
    caller: Option<&'a str>,
    lines: Vec<(Time, &'a str)>,
}

fn imagine<'a>(
    app: &App,
    scene: &Scene,
    zone: &TimeZone,
    incident: &'a Incident,
    number: i64,
) -> Result<Imagined<'a>, Failure> {
    let instant = |moment: jiff::civil::DateTime| {
        zone.to_zoned_datetime(moment)
            .map_or(Time::MAX, |at| Time::from(at.timestamp()))
    };
    let first = incident.first().ok_or(Failure::Missing)?;
    let last = incident.last().ok_or(Failure::Missing)?;
    let caller = last.caller.as_deref();
    let opening = Opening {
        id: app.id(),
        number,
        person: caller.map(|name| person_id(scene, name)),
        patient: None,
        urgency: match last.urgency {
            1 => Urgency::Urgent,
            3 => Urgency::CanWait,
            _ => Urgency::Normal,
        },
        location: None,
        door: Door::Import,
        obliged: false,
    };
    let states = incident
        .iter()
        .filter_map(|event| Some((instant(event.updated_at), state(event.state)?)));
    let replied = incident.iter().find(|event| event.state != IncidentState::New);
    let past = Past {
        opening,
        opened_at: instant(first.opened_at),
        states: states.collect(),
        replied_at: replied.map(|event| instant(event.updated_at)),
        closed_at: last.closed_at.map(instant),
    };
    Ok(Imagined {
        told: tell(&past, app.id(), &scene.settings.rules, scene.desk_hours()),
        number: &first.number,
        subject: &last.subject,
        caller,
        lines: incident
            .iter()
            .map(|event| (instant(event.updated_at), event.told.as_str()))
            .collect(),
    })
}

/// What an incident's state is here; nothing where the event changed none. Closed before its closing is resolved.
const fn state(state: IncidentState) -> Option<State> {
    match state {
        IncidentState::New => Some(State::New),
        IncidentState::Active | IncidentState::AwaitingOthers => Some(State::Open),
        IncidentState::AwaitingUserInfo => Some(State::Waiting),
        IncidentState::Resolved | IncidentState::Closed => Some(State::Resolved),
        IncidentState::Unchanged => None,
    }
}

/// The same caller of a log is the same person, however often it is read.
fn person_id(scene: &Scene, caller: &str) -> PersonId {
    PersonId(uuid_v8(secrets::digest_all(&[
        "incidents",
        &scene.practice.to_string(),
        caller,
    ])))
}

fn labels<'a>(request: &Imagined<'a>) -> Labels<'a> {
    Labels {
        kind: OTHER,
        door: Door::Import,
        subject: request.subject,
        about: "",
        language: LANGUAGE,
        interpreter: false,
        linked_to: None,
        external_id: Some(request.number),
    }
}

/// A log says nothing of languages.
const LANGUAGE: &str = "en";

fn save(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    requests: &[Imagined<'_>],
) -> Result<u64, Failure> {
    let keys: Vec<_> = requests
        .iter()
        .filter_map(|request| Some((request, request.caller?)))
        .collect();
    let keys = keys.iter().flat_map(|(request, name)| {
        let caller = Caller {
            id: person_id(scene, name),
            name,
            name_key: &name_key(name),
        };
        let person = history::person(&caller, LANGUAGE, request.told.clock.0.started_at);
        let words = search::words("person", caller.id.bytes(), name);
        [person].into_iter().chain(words)
    });
    let people = keys.collect();
    tx.execute_batch(people)?;
    let rows = requests
        .iter()
        .map(|request| history::request(&request.told, &labels(request)))
        .collect();
    let written = tx.execute_batch(rows)?;
    let new: Vec<_> = requests
        .iter()
        .zip(written)
        .filter(|(_, rows)| *rows == 1)
        .map(|(request, _)| request)
        .collect();
    let mut imported = 0;
    let mut batch: Vec<Statement> = Vec::new();
    for request in new {
        imported += request.lines.len() as u64;
        batch.extend(
            request
                .lines
                .iter()
                .map(|(at, told)| line(app.id(), request.told.request.id, *at, told)),
        );
        batch.extend(history::rows(&request.told, &labels(request), &mut || app.id()));
        lapses(app, tx, scene, &request.told)?;
    }
    tx.execute_batch(batch)?;
    Ok(imported)
}

fn line(id: EntryId, request: RequestId, at: Time, told: &str) -> Statement {
    entries::insertion(&NewEntry {
        id,
        request,
        at,
        kind: EntryKind::Event,
        author: None,
        via: Via::Writing,
        body: told,
        thanks: false,
    })
}

/// What still waits for the patient, or was resolved, goes on from here like any other.
fn lapses(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene, told: &Told) -> Result<(), StoreError> {
    let at = match told.request.state {
        State::Waiting => told
            .request
            .waiting_since
            .map(|since| since + scene.settings.rules.waiting),
        State::Resolved => told.request.resolved_at.map(|since| since + limits::REOPEN),
        State::New | State::Open | State::Snoozed | State::Closed => None,
    };
    at.map_or(Ok(()), |at| {
        follow::add(app, tx, Follow::Lapse, &told.request, at)
    })
}
