//! The days of the desk's zone, by which promises are told.

use anteroom_core::Time;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::requests::Scene;

/// The midnights around now, in the desk's zone.
pub(crate) fn today_of(scene: &Scene) -> (Time, Time) {
    match midnights(scene, 1).as_slice() {
        [(_, from), (_, to)] => (*from, *to),
        _ => (scene.now, scene.now),
    }
}

pub(crate) fn midnight(scene: &Scene, day: Date) -> Option<Time> {
    let midnight = day.to_zoned_datetime(scene.desk_hours().zone().clone()).ok()?;
    Some(Time::from(midnight.timestamp()))
}

/// The last `days` days, today among them, with the midnight that begins each, and at the end tomorrow's; in the desk's
/// zone.
pub(super) fn midnights(scene: &Scene, days: i32) -> Vec<(Date, Time)> {
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
