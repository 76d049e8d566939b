//! The queue: lists of requests, the most urgent first.

use std::collections::BTreeMap;

use anteroom_core::ids::RequestId;
use anteroom_core::requests::kinds::Kind;
use anteroom_core::requests::{Clock, State};
use anteroom_core::{Span, Time, limits};
use anteroom_store::requests::queue::{self as rows, After, List, Listed};
use anteroom_store::{PracticeTx, StoreError};

use super::view::{ClockFace, Desk, Queue, Row, View};
use super::wall::hidden;
use super::{Scene, by_code};
use crate::staff::Named;
use crate::{App, Failure};

/// A page of one of the queue's lists; `after` is the `next` of the page before.
pub async fn queue(app: &App, desk: &Desk, view: View, after: Option<&str>) -> Result<Queue, Failure> {
    let start = (Time::MIN, RequestId([0; 16]));
    let after = after.map_or(Some(start), read_cursor).ok_or(Failure::Missing)?;
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let kinds = by_code(anteroom_store::practices::kinds(tx)?);
            let mut listed = rows::page(tx, list(view, &desk), after, limits::PAGE_ROWS + 1)?;
            let more = i64::try_from(listed.len()).is_ok_and(|rows| rows > limits::PAGE_ROWS);
            if more {
                listed.pop();
            }
            let next = listed.last().filter(|_| more).map(|row| write_cursor(row.after));
            let counts = rows::counts(tx, desk.member.id)?;
            Ok(Queue {
                view,
                rows: listed
                    .into_iter()
                    .map(|one| row(one, &kinds, &desk, &scene))
                    .collect(),
                counts: View::ALL.iter().copied().zip(counts).collect(),
                next,
            })
        })
        .await
}

/// The rows of some requests, as whoever has the role at this desk sees them; those that aren't there are left out.
pub async fn rows(app: &App, desk: &Desk, ids: Vec<RequestId>) -> Result<Vec<Row>, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    let practice = app.store.practice(desk.practice.id);
    practice
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let kinds = by_code(anteroom_store::practices::kinds(tx)?);
            let mut found = Vec::with_capacity(ids.len());
            for id in &ids {
                if let Some(number) = rows::number_of(tx, *id)?
                    && let Some(listed) = rows::one(tx, number)?
                {
                    found.push(row(listed, &kinds, &desk, &scene));
                }
            }
            Ok(found)
        })
        .await
}

fn list(view: View, desk: &Desk) -> List {
    match view {
        View::All => List::All,
        View::Mine => List::Mine(desk.member.id),
        View::Team => List::Team(desk.member.id),
        View::Unowned => List::Unowned,
        View::Waiting => List::In(State::Waiting),
        View::Snoozed => List::In(State::Snoozed),
        View::Resolved => List::In(State::Resolved),
    }
}

fn write_cursor((at, id): After) -> String {
    format!("{}.{id}", at.micros())
}

fn read_cursor(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    Some((Time::from_micros(at.parse().ok()?), id.parse().ok()?))
}

/// The most urgent of those that wait for the practice.
pub(crate) fn pressing(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    desk: &Desk,
    limit: i64,
) -> Result<Vec<Row>, StoreError> {
    let kinds = by_code(anteroom_store::practices::kinds(tx)?);
    let listed = rows::page(tx, List::All, (Time::MIN, RequestId([0; 16])), limit)?;
    let rows = listed.into_iter().map(|one| row(one, &kinds, desk, scene));
    Ok(rows
        .filter(|row| row.clock.is_some_and(|clock| clock.warns() || clock.late()))
        .collect())
}

/// A row as a member of this desk may see it: words of a kind that is for clinicians only stay hidden from others.
pub(super) fn row(listed: Listed, kinds: &BTreeMap<String, Kind>, desk: &Desk, scene: &Scene) -> Row {
    let hidden = hidden(&listed.kind, kinds, desk);
    let named = |member: Option<_>| member.map(|(id, name)| Named { id, name });
    let kind_name = kinds
        .get(&listed.kind)
        .map(|kind| kind.name.clone())
        .unwrap_or_default();
    Row {
        number: listed.number,
        state: listed.state,
        urgency: listed.urgency,
        kind_name,
        person: listed.person.map(|(_, name)| name).unwrap_or_default(),
        about: if hidden { String::new() } else { listed.about },
        door: listed.door,
        subject: if hidden { String::new() } else { listed.subject },
        language: listed.language,
        clock: listed.clock.map(|clock| face(&clock, listed.location, scene)),
        member: named(listed.member),
        updated_at: listed.updated_at,
        snoozed_until: listed.snoozed_until,
        kind: listed.kind,
    }
}

fn face(clock: &Clock, location: Option<anteroom_core::ids::LocationId>, scene: &Scene) -> ClockFace {
    let hours = scene.hours(location);
    let closes = hours.next_change(scene.now).map_or(Time::MAX, |(at, _)| at);
    ClockFace {
        left: clock.target - clock.open_time(scene.now, hours),
        target: clock.target,
        warning: scene.settings.rules.warning,
        open_for: if hours.is_open(scene.now) {
            closes.since(scene.now)
        } else {
            Span::ZERO
        },
        due_at: clock.due_at,
    }
}
