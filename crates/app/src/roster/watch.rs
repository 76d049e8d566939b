//! The look at the roster that each minute takes: a line that nobody holds is told, and told off when somebody does again;
//! a day that is over is kept as it was measured. It decides anew each time, and running twice changes nothing.

use anteroom_core::requests::Actor;
use anteroom_core::roster::{Counts, Gap, Held, bare_since, count, coverage};
use anteroom_core::{Span, Time, limits};
use anteroom_store::roster::measured::{self, Watched};
use anteroom_store::{PracticeTx, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;

use super::sign_in::deed;
use super::{Book, date_in, midnight_in, watch_of};
use crate::App;
use crate::requests::Scene;

/// Days that one look keeps at most, so that it lives no longer than another write: the rest follows by the minute.
const KEPT_AT_ONCE: usize = 7;

/// Looks at every line that has a roster.
pub(crate) fn look(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<(), StoreError> {
    if measured::watched(tx)?.is_empty() {
        return Ok(());
    }
    let day = Span::from_hours(24);
    let book = Book::load(tx, scene, scene.now - day, scene.now + day)?;
    for line in &book.watched {
        let bare = bare_since(&book.roster, &watch_of(scene, line), scene.now).map(|(since, _)| since);
        if bare.is_some() == line.told.is_some() {
            continue;
        }
        measured::tell(tx, line.line, bare)?;
        let action = if bare.is_some() { "uncovered" } else { "covered" };
        deed(app, tx, scene, (Actor::System, action, line.line))?;
    }
    keep_days(tx, scene, &book.watched)
}

/// Keeps the days that are over and not kept yet, the newest first.
fn keep_days(tx: &mut PracticeTx<'_>, scene: &Scene, watched: &[Watched]) -> Result<(), StoreError> {
    let today = date_in(scene.desk_hours().zone(), scene.now);
    let first = today.saturating_sub(i64::from(limits::HISTORY_DAYS).days());
    let kept = measured::kept(tx, first, today.saturating_add(2.days()))?;
    let mut left = KEPT_AT_ONCE;
    for line in watched {
        let zone = scene.hours_of_line(line.line, line.location).zone();
        let over = date_in(zone, scene.now);
        let days = std::iter::successors(over.yesterday().ok(), |day| day.yesterday().ok());
        let days = days.take_while(|day| {
            let ends = day.tomorrow().map_or(Time::MIN, |next| midnight_in(zone, next));
            *day >= first && ends > line.since
        });
        let missing = days.filter(|day| !kept.iter().any(|(of, date, _)| *of == line.line && date == day));
        for day in missing.take(left).collect::<Vec<_>>() {
            let (counts, bare) = of_day(tx, scene, line, day)?;
            measured::keep(tx, (line.line, day), &counts, &bare)?;
            left -= 1;
        }
    }
    Ok(())
}

/// A day of a line as it was so far, and all of its minutes in a row that nobody held or will hold.
pub(crate) fn of_day(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    line: &Watched,
    day: Date,
) -> Result<(Counts, Vec<Gap>), StoreError> {
    let hours = scene.hours_of_line(line.line, line.location);
    let next = day.tomorrow().unwrap_or(day);
    let (from, to) = (midnight_in(hours.zone(), day), midnight_in(hours.zone(), next));
    let book = Book::load(tx, scene, from, to)?;
    let seen = coverage(&book.roster, &watch_of(scene, line), (from, to), scene.now);
    let bare = seen.iter().filter(|one| one.held == Held::Nobody);
    let gap = bare.map(|one| Gap {
        line: line.line,
        from: one.from,
        to: one.to,
        need: one.need,
    });
    Ok((count(&seen).0, gap.collect()))
}
