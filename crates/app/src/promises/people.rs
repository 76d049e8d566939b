//! Enough people: the next open hours now, and how the days before were staffed.

use anteroom_core::promises::people::{Day, Now, day};
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;

use super::days::midnights;
use crate::plan;
use crate::requests::Scene;

/// The promise now; nothing while nobody entered shifts, or nothing is known of what comes in.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Now>, StoreError> {
    plan::now(tx, scene)
}

/// The last days, oldest first, today among them.
pub(super) fn days(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    days: i32,
) -> Result<Vec<(Date, Day)>, StoreError> {
    let midnights = midnights(scene, days);
    let mut told = Vec::new();
    for (date, _) in midnights.iter().take(midnights.len().saturating_sub(1)) {
        told.push((*date, day(&plan::lived(tx, scene, *date)?)));
    }
    Ok(told)
}
