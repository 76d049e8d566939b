//! Promises: facts gathered from the rows, judged by core.

use anteroom_core::promises::{Figures, Name, Promise, open, response};
use anteroom_core::{Span, Time, limits};
use anteroom_store::{PracticeTx, StoreError, promises as rows};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::hours::{Door, door};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::queue::pressing;
use crate::requests::view::Desk;
use crate::settings::OPEN_ACT;
use crate::{App, Failure};

mod history;

pub use history::{History, history};

/// The first page of the desk.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// When it was measured.
    pub at: Time,
    /// The desk's door.
    pub door: Door,
    /// All promises, in their order.
    pub promises: Vec<Promise>,
    /// The requests about to run out or run out, most urgent first: what to do now.
    pub pressing: Vec<crate::requests::view::Row>,
}

/// How many pressing requests the first page names.
const PRESSING: i64 = 5;
/// Days beside today's share, today among them.
const DAYS: i32 = 7;

/// The first page.
pub async fn today(app: &App, desk: &Desk) -> Result<Today, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let response = response_today(tx, &scene)?;
            let open = open_now(tx, &scene)?;
            let promises = Name::ALL.iter().map(|name| match name {
                Name::Response => Promise {
                    name: *name,
                    standing: response.standing(),
                    figures: Figures::Response(response.clone()),
                },
                Name::Open => Promise {
                    name: *name,
                    standing: open.standing(),
                    figures: Figures::Open(open.clone()),
                },
                _ => Promise::not_measured(*name),
            });
            Ok(Today {
                at: scene.now,
                door: door(scene.desk_hours(), scene.now),
                promises: promises.collect(),
                pressing: pressing(tx, &scene, &desk, PRESSING)?,
            })
        })
        .await
}

/// How the response clocks of [from, to) were kept.
pub async fn response_report(
    app: &App,
    practice: &Practice,
    from: Time,
    to: Time,
) -> Result<response::Report, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            Ok(response::report(facts(tx, &scene, from, to)?))
        })
        .await
}

/// The same apart, by a label of the clocks.
pub async fn response_split(
    app: &App,
    practice: &Practice,
    span: (Time, Time),
    by: response::Split,
) -> Result<Vec<(String, response::Report)>, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let mut facts = Vec::new();
            rows::clocks_labelled(tx, span, by, |label, row| facts.push((label, fact(&scene, &row))))?;
            Ok(response::split(facts))
        })
        .await
}

/// How many requests stood where at an instant.
pub async fn open_report(app: &App, practice: &Practice, at: Time) -> Result<open::Counts, Failure> {
    Ok(app
        .store
        .practice(practice.id)
        .read(move |tx| rows::counts_at(tx, at))
        .await?)
}

/// Whether somebody more is put on, kept where the next reader finds it. True if that changed.
pub(crate) fn keep_act(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<bool, StoreError> {
    let open = rows::open_now(tx)?;
    let act = open::act(scene.settings.act, open, &scene.settings.open);
    if act == scene.settings.act {
        return Ok(false);
    }
    anteroom_store::practices::put_setting(tx, OPEN_ACT, if act { "1" } else { "0" }, scene.now, None)?;
    Ok(true)
}

fn facts(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    from: Time,
    to: Time,
) -> Result<Vec<response::Fact>, StoreError> {
    let mut facts = Vec::new();
    rows::clocks(tx, from, to, |row| facts.push(fact(scene, &row)))?;
    Ok(facts)
}

pub(crate) fn fact(scene: &Scene, row: &rows::ClockRow) -> response::Fact {
    let hours = scene.hours(row.location);
    let (outcome, open) = match row.ended {
        Some((outcome, open)) => (Some(outcome), open),
        None => (None, hours.open_between(row.started_at, scene.now)),
    };
    let warns = outcome.is_none() && row.warned_at.is_some() && open <= row.target;
    response::Fact {
        target: row.target,
        open,
        outcome,
        warns,
    }
}

/// A clock with its request: a row behind the promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockOfDay {
    /// The request's number for people.
    pub number: i64,
    /// A kind's code.
    pub kind: String,
    /// Who asks; empty if nobody is known.
    pub person: String,
    /// When it started.
    pub started_at: Time,
    /// What the promise counts of it.
    pub fact: response::Fact,
}

/// The clocks that started on a day of the desk's zone, today if none is named; the last first, at most
/// [`limits::CLOCKS_SHOWN`].
pub async fn clocks_of(app: &App, desk: &Desk, day: Option<Date>) -> Result<Vec<ClockOfDay>, Failure> {
    let (world, of) = (app.clone(), desk.practice.clone());
    app.store
        .practice(of.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let span = match day {
                Some(day) => {
                    midnight(&scene, day).zip(day.tomorrow().ok().and_then(|day| midnight(&scene, day)))
                }
                None => Some(today_of(&scene)),
            };
            let Some((from, to)) = span else {
                return Ok(Vec::new());
            };
            let lines = rows::clock_lines(tx, from, to, limits::CLOCKS_SHOWN)?;
            let told = lines.into_iter().map(|line| ClockOfDay {
                fact: fact(&scene, &line.clock),
                started_at: line.clock.started_at,
                number: line.number,
                kind: line.kind,
                person: line.person,
            });
            Ok(told.collect())
        })
        .await
}

/// The midnights around now, in the desk's zone.
fn today_of(scene: &Scene) -> (Time, Time) {
    match midnights(scene, 1).as_slice() {
        [(_, from), (_, to)] => (*from, *to),
        _ => (scene.now, scene.now),
    }
}

fn midnight(scene: &Scene, day: Date) -> Option<Time> {
    let midnight = day.to_zoned_datetime(scene.desk_hours().zone().clone()).ok()?;
    Some(Time::from(midnight.timestamp()))
}

/// The last `days` days, today among them, with the midnight that begins each, and at the end tomorrow's; in the desk's
/// zone.
fn midnights(scene: &Scene, days: i32) -> Vec<(Date, Time)> {
    let zone = scene.desk_hours().zone();
    let today = scene
        .now
        .to_jiff()
        .map(|now| now.to_zoned_datetime(zone.clone()).date());
    let begins = |ago: i32| {
        let day = today?.checked_add((1 - ago).days()).ok()?;
        Some((day, midnight(scene, day)?))
    };
    (0..=days).rev().filter_map(begins).collect()
}

fn response_today(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<response::Today, StoreError> {
    let mut reports = Vec::new();
    for day in midnights(scene, DAYS).windows(2) {
        reports.push(response::report(facts(tx, scene, day[0].1, day[1].1)?));
    }
    let days = reports.iter().map(response::Report::share_in_time).collect();
    let today = reports.pop().unwrap_or_default();
    Ok(response::Today::new(
        scene.settings.rules.target,
        scene.settings.response_threshold,
        today,
        days,
    ))
}

fn open_now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<open::Now, StoreError> {
    let counts = rows::counts_at(tx, scene.now)?;
    let (midnight, _) = today_of(scene);
    let mut hours = Vec::new();
    let mut at = midnight;
    while at < scene.now {
        hours.push(rows::counts_at(tx, at)?.open);
        at = at + Span::from_hours(1);
    }
    hours.push(counts.open);
    let hour_ago = rows::counts_at(tx, scene.now - Span::from_hours(1))?.open;
    let cleared = rows::ended(tx, scene.now - Span::from_days(7), scene.now)?;
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    let cleared_a_day = cleared as f64 / 7.0;
    Ok(open::Now {
        rules: scene.settings.open,
        act: open::act(scene.settings.act, counts.open, &scene.settings.open),
        counts,
        hours,
        hour_ago,
        cleared_a_day,
    })
}
