//! Calls: what a phone system tells of them is joined to what is known, and who was lost is owed an answer, as a request.
//!
//! A fact may come in any order, twice and late; the call's row is what all of them come to. Nothing here knows how it came:
//! by a post, by hand or from a demo's world.

mod by_hand;
mod follow;
pub mod imports;
pub mod posts;
pub mod view;

pub use anteroom_core::calls::{How, Outcome, Source, Stage, What};
pub use by_hand::{ByHand, OUTCOMES, log, note};
pub use follow::WITHHELD;

use std::collections::BTreeMap;

use anteroom_core::calls::{Fact, Summed};
use anteroom_core::ids::{CallId, LineId, LocationId, PracticeId, uuid_v8};
use anteroom_core::people::{System, address_key};
use anteroom_core::requests::Actor;
use anteroom_core::{Time, limits};
use anteroom_store::audit::{self, Deed};
use anteroom_store::calls::{self as rows, Call};
use anteroom_store::lines::{self, Line};
use anteroom_store::{PracticeTx, StoreError};

use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure, secrets};

/// One thing that is told of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The call's name in its own system.
    pub call: String,
    /// When it happened.
    pub at: Time,
    /// What.
    pub what: What,
    /// The name or number of the line; empty if it isn't said.
    pub line: String,
    /// The caller's number; empty if it isn't said or was withheld.
    pub caller: String,
}

/// Takes in what is told of calls, in one transaction; then whoever was lost gets a request, each in one of its own. What is
/// left undone by a crash is done by the next look ([`sweep`]). The numbers of requests that were opened so.
pub async fn heard(app: &App, practice: &Practice, events: &[Event]) -> Result<Vec<i64>, Failure> {
    let (world, of, events) = (app.clone(), practice.clone(), events.to_vec());
    let owing = app
        .store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            take_in(&world, tx, &scene, Source::Hook, &events)
        })
        .await?;
    answer_for(app, practice, owing).await
}

/// The same thing of the same system is the same call.
pub(crate) fn call_id(practice: PracticeId, source: Source, key: &[&str]) -> CallId {
    let practice = practice.to_string();
    let parts = [&["call", practice.as_str(), source.as_str()], key].concat();
    CallId(uuid_v8(secrets::digest_all(&parts)))
}

/// The practice's lines, by which a phone system's names and numbers are understood.
pub(crate) struct Lines(Vec<Line>);

impl Lines {
    pub(crate) fn load(tx: &mut PracticeTx<'_>) -> Result<Self, StoreError> {
        lines::list(tx).map(Self)
    }

    /// The line of this number or name.
    pub(crate) fn find(&self, told: &str) -> Option<LineId> {
        if told.is_empty() {
            return None;
        }
        let key = address_key(System::Phone, told);
        let number = |line: &&Line| !key.is_empty() && address_key(System::Phone, &line.number) == key;
        let named = |line: &&Line| line.name.eq_ignore_ascii_case(told);
        let found = self.0.iter().find(named).or_else(|| self.0.iter().find(number));
        found.map(|line| line.id)
    }

    /// Whether it is in use.
    pub(crate) fn has(&self, id: LineId) -> bool {
        self.0.iter().any(|line| line.id == id)
    }

    /// Where a line rings.
    pub(crate) fn location(&self, id: LineId) -> Option<LocationId> {
        self.0.iter().find(|line| line.id == id)?.location
    }
}

/// Joins events to their calls; which of these owe an answer now.
pub(crate) fn take_in(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    source: Source,
    events: &[Event],
) -> Result<Vec<CallId>, Failure> {
    let lines = Lines::load(tx)?;
    let mut by_call: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
    for event in events {
        by_call.entry(&event.call).or_default().push(event);
    }
    let mut owing = Vec::new();
    for (key, events) in by_call {
        let id = call_id(scene.practice, source, &[key]);
        let mut call = rows::load(tx, id)?.unwrap_or_else(|| Call::new(id, source));
        let words = call.told.words.clone();
        let mut news = false;
        for event in events {
            news |= call.told.hear(&fact(&lines, event));
        }
        if !news {
            continue;
        }
        call.owes |= call.told.words != words;
        let Some(sum) = sum(&mut call, scene, &lines) else {
            continue;
        };
        hints(tx, &mut call)?;
        settle(app, tx, scene, &mut call, &sum, Actor::System)?;
        if call.owes {
            owing.push(id);
        }
    }
    Ok(owing)
}

fn fact(lines: &Lines, event: &Event) -> Fact {
    Fact {
        at: event.at,
        what: event.what.clone(),
        line: lines.find(&event.line),
        caller: Some(event.caller.clone()).filter(|caller| !caller.is_empty()),
    }
}

/// What a call comes to, under the hours of its line.
fn sum(call: &mut Call, scene: &Scene, lines: &Lines) -> Option<Summed> {
    let began = call.told.started_at()?;
    let line = call.told.line.map(|line| line.1);
    let hours = line.map_or_else(
        || scene.desk_hours(),
        |line| scene.hours_of_line(line, lines.location(line)),
    );
    // A place that never opens has no hours to be closed by.
    call.closed = hours.ever_opens() && !hours.is_open(began);
    call.told.sum(call.closed)
}

/// Who it may be, and who answered.
fn hints(tx: &mut PracticeTx<'_>, call: &mut Call) -> Result<(), StoreError> {
    let key = call.told.caller.as_deref().and_then(rows::caller_key);
    if let Some(key) = key.filter(|_| call.person.is_none()) {
        call.person = rows::person_of(tx, &key)?;
    }
    if let Some(answer) = call.told.answered.as_ref().filter(|answer| !answer.by.is_empty()) {
        call.member = rows::member_named(tx, &answer.by)?;
    }
    Ok(())
}

/// Writes a call after news, and takes back the request of one that was answered after all.
fn settle(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    call: &mut Call,
    sum: &Summed,
    actor: Actor,
) -> Result<(), Failure> {
    match (sum.owed_since, call.request) {
        (Some(_), None) => call.owes = true,
        (Some(_), Some(_)) => {}
        (None, Some(request)) => {
            call.owes = false;
            follow::answered_after_all(app, tx, scene, call.id, request)?;
        }
        (None, None) => call.owes = false,
    }
    rows::save(tx, call, sum)?;
    Ok(audit::insert(
        tx,
        &Deed {
            id: app.id(),
            at: scene.now,
            actor,
            action: "hear",
            noun: "call",
            noun_id: Some(call.id.bytes()),
            fields: "",
        },
    )?)
}

/// Gives each of these callers the answer that they are owed: a request. The numbers of those that were opened.
async fn answer_for(app: &App, practice: &Practice, owing: Vec<CallId>) -> Result<Vec<i64>, Failure> {
    let mut opened = Vec::new();
    for id in owing {
        let (world, of) = (app.clone(), practice.clone());
        let store = app.store.practice(practice.id);
        let joined = store
            .write(move |tx| {
                let scene = Scene::load(&world, tx, &of)?;
                follow::join(&world, tx, &scene, id)
            })
            .await?;
        if joined {
            continue;
        }
        let (world, of) = (app.clone(), practice.clone());
        let number = store
            .write_numbered(1, move |tx, number| {
                let scene = Scene::load(&world, tx, &of)?;
                // Another call of the number may have opened one meanwhile.
                if follow::join(&world, tx, &scene, id)? {
                    return Ok(None);
                }
                let opened = follow::open(&world, tx, &scene, &of, (id, number))?;
                Ok::<_, Failure>(opened.then_some(number))
            })
            .await?;
        opened.extend(number);
    }
    Ok(opened)
}

/// Looks once: ends calls whose end never comes, understands what was posted and not taken up, and answers for callers whom a
/// crash left without a request.
pub(crate) async fn sweep(app: &App, practice: &Practice) -> Result<(), Failure> {
    posts::take_up(app, practice).await?;
    let (world, of) = (app.clone(), practice.clone());
    let owing = app
        .store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let stale = rows::stale(tx, scene.now - limits::CALL_LASTS, limits::CALLS_SWEPT)?;
            if !stale.is_empty() {
                let lines = Lines::load(tx)?;
                for mut call in stale {
                    call.told.swept = Some(scene.now);
                    if let Some(sum) = sum(&mut call, &scene, &lines) {
                        settle(&world, tx, &scene, &mut call, &sum, Actor::System)?;
                    }
                }
            }
            anteroom_store::calls::posts::sweep(tx, scene.now - limits::POST_KEPT, limits::CALLS_SWEPT)?;
            Ok::<_, Failure>(rows::owing(tx, limits::CALLS_SWEPT)?)
        })
        .await?;
    answer_for(app, practice, owing).await.map(drop)
}
