//! How many more people bring the open requests under their number, until when, and how sure: the queue as it stands is played in
//! open time, with who is on shift and with what is to be expected.

use anteroom_capacity::relief::{Standing, Wanted};
use anteroom_capacity::simulation::{Rates, Shift, Stream};
use anteroom_capacity::{self as capacity, Fault};
use anteroom_core::promises::open::Relief;
use anteroom_core::promises::people::OUTLOOK;
use anteroom_core::{Span, Time};
use anteroom_store::{PracticeTx, StoreError};

use super::needed::seconds;
use super::{HALF, Table, next_open, table};
use crate::requests::Scene;

/// How sure a proposal is: nine plays of ten end under the number.
const SURE: f64 = 0.9;

/// Requests stand behind calls.
const CALL: u32 = 0;
const REQUEST: u32 = 1;

/// What brings `open` requests under the practice's number; nothing without a roster, without a history, or where the most
/// people that are ever proposed would not do.
pub(crate) fn relief(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    open: i64,
) -> Result<Option<Relief>, StoreError> {
    let table = table(tx, scene, &next_open(scene, OUTLOOK))?;
    if !table.rostered || !table.known() {
        return Ok(None);
    }
    Ok(played(scene, &table, open).unwrap_or_default())
}

fn played(scene: &Scene, table: &Table, open: i64) -> Result<Option<Relief>, Fault> {
    let Some(first) = table.halves.first() else {
        return Ok(None);
    };
    // Open time from now on: the half hour that runs is partly over.
    let begins = scene.now.max(first.at);
    let over = seconds(begins.since(first.at));
    let half = seconds(HALF);
    let ends: Vec<f64> = (1_u32..)
        .zip(&table.halves)
        .map(|(n, _)| f64::from(n) * half - over)
        .collect();
    let from = |order: usize| if order == 0 { 0.0 } else { ends[order - 1] };
    let halves = || table.halves.iter().enumerate();
    let standing = Standing {
        open: u32::try_from(open).unwrap_or(0),
        handling: seconds(table.basis.request),
        class: REQUEST,
        streams: streams(scene, table, &ends)?,
        shifts: halves()
            .map(|(order, half)| Shift {
                from: from(order),
                people: whole(half.on_shift),
            })
            .collect(),
    };
    let wanted = Wanted {
        under: u32::try_from(scene.settings.open.under).unwrap_or(0),
        sure: SURE,
        by: ends.clone(),
    };
    let found = capacity::relief::relief(&standing, &wanted, seed(begins))?;
    Ok(found.and_then(|found| {
        let last = ends.iter().position(|end| *end >= found.until)?;
        Some(Relief {
            people: i64::from(found.people),
            from: begins,
            to: table.halves.get(last)?.at + HALF,
            sure: found.sure,
        })
    }))
}

/// Calls and requests as they are to be expected, in open time.
fn streams(scene: &Scene, table: &Table, ends: &[f64]) -> Result<Vec<Stream>, Fault> {
    let end = ends.last().copied().unwrap_or(0.0);
    let rates = |mean: fn(&super::Half) -> f64| {
        let starts = std::iter::once(0.0).chain(ends.iter().copied());
        let steps = starts
            .zip(&table.halves)
            .map(|(from, half)| (from, mean(half) / seconds(HALF)));
        Rates::new(steps.collect(), end)
    };
    let basis = &table.basis;
    Ok(vec![
        Stream {
            rates: rates(|half| half.calls.map_or(0.0, |calls| calls.mean))?,
            handling: seconds(basis.call),
            patience: Some(seconds(basis.patience)),
            within: seconds(scene.settings.hold.within),
            class: CALL,
        },
        Stream {
            rates: rates(|half| half.requests.map_or(0.0, |requests| requests.mean))?,
            handling: seconds(basis.request),
            patience: None,
            within: seconds(scene.settings.rules.target),
            class: REQUEST,
        },
    ])
}

/// Somebody who is there for part of a half hour is no one to count on.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of f64 saturates, and people of a practice are few"
)]
fn whole(people: f64) -> u32 {
    (people + 1e-9).floor().max(0.0) as u32
}

/// The same minute gives the same answer, whoever asks.
fn seed(at: Time) -> u64 {
    const MINUTE: i64 = Span::from_minutes(1).micros();
    at.micros().div_euclid(MINUTE).unsigned_abs()
}
