//! Requests answered in time: the clocks that started in a span, and what core says of them.

use anteroom_core::promises::response;
use anteroom_core::{Time, limits};
use anteroom_store::{PracticeTx, StoreError, promises as rows};
use jiff::civil::Date;

use super::days::{midnight, midnights, today_of};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// Days beside today's share, today among them.
const DAYS: i32 = 7;

/// The promise now.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<response::Today, StoreError> {
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

pub(super) fn facts(
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
    // Whoever asks how it stood in the past is told of a clock that ended later as it was then: running.
    let ended = row
        .ended
        .filter(|_| row.ended_at.is_none_or(|at| at <= scene.now));
    let (outcome, open) = match ended {
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
