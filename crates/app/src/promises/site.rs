//! The site answers: the visits of the last weeks by day, and the work that the site makes.

use anteroom_core::limits;
use anteroom_core::promises::site::{DAYS, Now, Told, Visits, together};
use anteroom_store::site::{articles, visits, work};
use anteroom_store::{PracticeTx, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::people::today;
use crate::requests::Scene;

/// The promise now; nothing while no article is published.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Now>, StoreError> {
    if !articles::any_live(tx)? {
        return Ok(None);
    }
    let today = today(scene);
    let (work, _) = work::counts(tx, today, None, limits::COUNT_MAX)?;
    Ok(Some(Now {
        target: scene.settings.site_target,
        days: days(tx, today, DAYS)?,
        work,
    }))
}

/// How the promise stood at the end of each of its last days, oldest first, with that day's visits.
pub(super) fn past(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Vec<Told>>, StoreError> {
    if !articles::any_live(tx)? {
        return Ok(None);
    }
    let all = days(tx, today(scene), 2 * DAYS - 1)?;
    let told = all.windows(DAYS).filter_map(|days| {
        let (day, visits) = days.last()?;
        Some((*day, together(days).share(), *visits))
    });
    Ok(Some(told.collect()))
}

/// The visits of so many days, the oldest first, `today` the last of them.
fn days(tx: &mut PracticeTx<'_>, today: Date, many: usize) -> Result<Vec<(Date, Visits)>, StoreError> {
    let back = |ago: usize| {
        let ago = i64::try_from(ago).ok()?;
        today.checked_sub(ago.days()).ok()
    };
    let mut days: Vec<(Date, Visits)> = (0..many)
        .rev()
        .filter_map(back)
        .map(|day| (day, Visits::default()))
        .collect();
    let Some((first, _)) = days.first().copied() else {
        return Ok(days);
    };
    for (day, seen, many) in visits::counts(tx, (first, today))? {
        if let Some((_, visits)) = days.iter_mut().find(|(of, _)| *of == day) {
            visits.add(seen, many);
        }
    }
    Ok(days)
}
