//! Plan: how many people each half hour needs, from what came in the same half hour of the last eight weeks, and how many are
//! on shift. Loads the facts and asks the formulas of capacity; what it means for the promise, core says.

use std::collections::BTreeMap;

use anteroom_core::promises::open::Relief;
use anteroom_core::promises::people::{Basis, Half, Now, OUTLOOK};
use anteroom_core::{Span, Time};
use anteroom_store::{PracticeTx, StoreError, promises as counts};
use jiff::civil::Date;

use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure, roster};

mod needed;
mod past;
mod relief;

use past::Book;
pub(crate) use relief::relief;

/// A half hour.
const HALF: Span = Span::from_minutes(30);

/// Half hours of a week: what came in is looked for as many before.
const WEEK: i64 = 336;

/// Half hours in which the desk is open, with what they need and who is on shift.
pub(crate) struct Table {
    pub(crate) halves: Vec<Half>,
    pub(crate) basis: Basis,
    /// Whether anybody entered shifts.
    pub(crate) rostered: bool,
}

impl Table {
    /// Whether anything is known of what comes in.
    pub(crate) fn known(&self) -> bool {
        let known = |half: &Half| half.calls.is_some() || half.requests.is_some();
        self.halves.iter().any(known)
    }
}

/// The open half hours among those of the wall clock's `wall`, in their order.
pub(crate) fn table(tx: &mut PracticeTx<'_>, scene: &Scene, wall: &[i64]) -> Result<Table, StoreError> {
    let book = Book::read(tx, scene, wall)?;
    let basis = book.basis(scene);
    let starts: Vec<(i64, Time)> = wall
        .iter()
        .filter_map(|half| Some((*half, past::start_of(scene.desk_hours().zone(), *half)?)))
        .collect();
    let people = match (starts.first(), starts.last()) {
        (Some((_, from)), Some((_, last))) => roster::on_shift(tx, *from, *last + HALF)?,
        _ => None,
    };
    let rostered = people.is_some();
    let people: BTreeMap<Time, f64> = people
        .unwrap_or_default()
        .into_iter()
        .map(|half| (half.at, half.people))
        .collect();
    let halves = starts.into_iter().map(|(half, at)| {
        let (calls, requests) = (book.calls(scene, half), book.requests(scene, half));
        Half {
            at,
            calls,
            requests,
            needed: needed::needed(scene, &basis, calls, requests),
            on_shift: people.get(&at).copied().unwrap_or(0.0),
        }
    });
    Ok(Table {
        halves: halves.collect(),
        basis,
        rostered,
    })
}

/// The next half hours in which the desk is open, the one that runs among them; within a week, at most `most`.
pub(crate) fn next_open(scene: &Scene, most: usize) -> Vec<i64> {
    let zone = scene.desk_hours().zone();
    let Some(first) = past::half_of(zone, scene.now) else {
        return Vec::new();
    };
    let open = (first..first + WEEK).filter(|half| past::is_open(scene.desk_hours(), *half));
    open.take(most).collect()
}

/// The promise now; nothing while nobody entered shifts, or nothing is known of what comes in.
pub(crate) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Now>, StoreError> {
    let table = table(tx, scene, &next_open(scene, OUTLOOK))?;
    let measured = table.rostered && table.known();
    Ok(measured.then_some(Now {
        halves: table.halves,
        basis: table.basis,
    }))
}

/// A day of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Which day.
    pub day: Date,
    /// The days that can be looked at: today and the six after it.
    pub days: Vec<Date>,
    /// Its half hours in which the desk is open.
    pub halves: Vec<Half>,
    /// What stands behind them.
    pub basis: Basis,
    /// Whether anybody entered shifts.
    pub rostered: bool,
    /// Whether anything is known of what comes in.
    pub known: bool,
    /// Requests open now, and the number under which they are kept.
    pub open: (i64, i64),
    /// How many more people bring them under it, if more are put on now.
    pub relief: Option<Relief>,
}

/// A day of the plan, today if none is named or it is not among those to be looked at.
pub async fn plan(app: &App, practice: &Practice, day: Option<Date>) -> Result<Plan, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let days = past::week_from(&scene);
            let day = day.filter(|day| days.contains(day)).or(days.first().copied());
            let day = day.unwrap_or_default();
            let table = table(tx, &scene, &past::open_on(&scene, day))?;
            let open = counts::open_now(tx)?;
            let relief = if open >= scene.settings.open.under {
                relief(tx, &scene, open)?
            } else {
                None
            };
            Ok(Plan {
                day,
                days,
                known: table.known(),
                halves: table.halves,
                basis: table.basis,
                rostered: table.rostered,
                open: (open, scene.settings.open.under),
                relief,
            })
        })
        .await
}

/// The open half hours of a day that is over, or of today up to now.
pub(crate) fn lived(tx: &mut PracticeTx<'_>, scene: &Scene, day: Date) -> Result<Vec<Half>, StoreError> {
    let mut table = table(tx, scene, &past::open_on(scene, day))?;
    table.halves.retain(|half| {
        let known = half.calls.is_some() || half.requests.is_some();
        known && half.at + HALF <= scene.now
    });
    Ok(if table.rostered { table.halves } else { Vec::new() })
}
