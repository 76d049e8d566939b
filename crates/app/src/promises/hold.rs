//! Nobody on hold for long: the calls that began in a span, those who wait, and what core says of them.

use anteroom_core::Time;
use anteroom_core::promises::hold::{self, Fact, Now, Report};
use anteroom_store::calls::facts as rows;
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;

use super::days::midnights;
use crate::calls::view::{counted, waiting};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure};

/// Days beside today's share, today among them.
const DAYS: i32 = 7;

/// The promise now; nothing where no call was ever told.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Now>, StoreError> {
    if rows::first(tx)?.is_none() {
        return Ok(None);
    }
    let mut reports = days(tx, scene, DAYS)?;
    let days = reports.iter().map(|(_, report)| report.of_offered()).collect();
    let report = reports.pop().map(|(_, report)| report).unwrap_or_default();
    Ok(Some(Now {
        rules: scene.settings.hold,
        report,
        waiting: waiting(tx, scene.now)?,
        days,
    }))
}

/// The last days, today among them, each with its figures.
pub(super) fn days(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    days: i32,
) -> Result<Vec<(Date, Report)>, StoreError> {
    let midnights = midnights(scene, days);
    let mut told = Vec::new();
    for day in midnights.windows(2) {
        let facts = facts(tx, day[0].1, day[1].1)?;
        told.push((day[0].0, hold::report(facts, &scene.settings.hold)));
    }
    Ok(told)
}

fn facts(tx: &mut PracticeTx<'_>, from: Time, to: Time) -> Result<Vec<Fact>, StoreError> {
    let mut facts = Vec::new();
    rows::each(tx, from, to, |fact| facts.push(counted(&fact)))?;
    Ok(facts)
}

/// How the calls of [from, to) were held, and the numbers that it is judged by.
pub async fn hold_report(
    app: &App,
    practice: &Practice,
    from: Time,
    to: Time,
) -> Result<(hold::Rules, Report), Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let rules = Scene::load(&world, tx, &of)?.settings.hold;
            Ok((rules, hold::report(facts(tx, from, to)?, &rules)))
        })
        .await
}
