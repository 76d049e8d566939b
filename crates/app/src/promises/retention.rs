//! Patients come back: those of the window now, those of the window in a month, and how it stood at the end of each month.

use anteroom_core::promises::retention::{At, Fact, Now, Report, report};
use anteroom_core::visits::{day, months};
use anteroom_core::{Time, limits};
use anteroom_store::visits::figures as rows;
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;

use crate::requests::Scene;
use crate::visits::at;

fn facts(tx: &mut PracticeTx<'_>, at: &At, end: Time) -> Result<Vec<Fact>, StoreError> {
    let mut facts = Vec::new();
    rows::facts(tx, at, end, |fact| facts.push(fact))?;
    Ok(facts)
}

/// The promise now; nothing while nobody had a visit in the window.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Now>, StoreError> {
    let at = at(scene, scene.now)?;
    let Some(ahead) = at.ahead(1) else {
        return Ok(None);
    };
    // One reading for both windows: the first page asks for it each time.
    let both = facts(tx, &at, ahead.to)?;
    let of = |at: &At| {
        both.iter()
            .filter(|fact| at.has(fact))
            .copied()
            .collect::<Vec<_>>()
    };
    let (present, next) = (of(&at), of(&ahead));
    Ok(Now::new(
        scene.settings.retention,
        (&at, &present),
        (&ahead, &next),
    ))
}

/// How it stood as each of the last months began, and now; months without anybody in the window left out.
pub(super) fn history(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Vec<(Date, Report)>, StoreError> {
    let zone = scene.desk_hours().zone();
    let today = day(scene.now, zone);
    let mut days = months::firsts(today, limits::VISIT_MONTHS);
    if days.last() != Some(&today) {
        days.push(today);
    }
    let mut told = Vec::new();
    for date in days {
        let begins = date.to_zoned_datetime(zone.clone());
        let instant = match begins {
            Ok(_) if date == today => scene.now,
            Ok(begins) => Time::from(begins.timestamp()),
            Err(_) => continue,
        };
        let at = at(scene, instant)?;
        let report = report(&facts(tx, &at, at.to)?, &scene.settings.retention, &at);
        if report.patients > 0 {
            told.push((date, report));
        }
    }
    Ok(told)
}
