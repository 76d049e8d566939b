//! Few requests open: how many wait now and waited before, and whether somebody more is put on.

use anteroom_core::promises::open;
use anteroom_core::{Span, Time};
use anteroom_store::{PracticeTx, StoreError, promises as rows};

use super::days::today_of;
use crate::plan::relief;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::settings::OPEN_ACT;
use crate::{App, Failure};

/// The promise now.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<open::Now, StoreError> {
    let counts = rows::counts_at(tx, scene.now)?;
    let act = open::act(scene.settings.act, counts.open, &scene.settings.open);
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
        act,
        relief: if act {
            relief(tx, scene, counts.open)?
        } else {
            None
        },
        counts,
        hours,
        hour_ago,
        cleared_a_day,
    })
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
