//! Phones always covered: this week's minutes without anybody, the next ones, and the weeks before.

use anteroom_core::promises::coverage::{Line, Now};
use anteroom_core::roster::{Counts, Gap};
use anteroom_core::{Time, limits};
use anteroom_store::roster::measured;
use anteroom_store::{PracticeTx, StoreError, lines};
use jiff::ToSpan;
use jiff::civil::Date;

use super::days::{midnight, midnights};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::roster::{self, Kept, book_of, line_week, missing, of_day, this_monday};
use crate::{App, Failure};

/// Days beside this week's figure.
const DAYS: i32 = 7;

/// The promise now; nothing while no line has a roster.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Now>, StoreError> {
    if measured::watched(tx)?.is_empty() {
        return Ok(None);
    }
    let monday = this_monday(scene);
    let (book, kept) = book_of(tx, scene, monday)?;
    let mut told = Vec::new();
    for line in &book.watched {
        let week = line_week(scene, &book, (line, monday), &kept);
        let roster::Ahead { bare, next } = missing(tx, scene, &book, line)?;
        told.push(Line {
            id: line.line,
            name: line.name.clone(),
            minutes: week.minutes(),
            so_far: week.so_far,
            ahead: week.ahead,
            bare,
            next,
        });
    }
    let all = lines::list(tx)?.into_iter();
    let unmeasured = all.filter(|line| !told.iter().any(|one| one.id == line.id));
    Ok(Some(Now {
        unmeasured: unmeasured.map(|line| line.name).collect(),
        lines: told,
        days: days(tx, scene, DAYS)?.iter().map(|(_, day)| day.bare()).collect(),
    }))
}

/// The last days, oldest first, today among them: those that are over as they were kept.
pub(super) fn days(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    days: i32,
) -> Result<Vec<(Date, Counts)>, StoreError> {
    let dates: Vec<Date> = midnights(scene, days).into_iter().map(|(day, _)| day).collect();
    let Some((first, last)) = dates.first().zip(dates.last()) else {
        return Ok(Vec::new());
    };
    let kept = measured::kept(tx, *first, *last)?;
    let mut counted = Vec::new();
    for date in dates.iter().take(dates.len() - 1) {
        counted.push((*date, day(tx, scene, *date, &kept)?));
    }
    Ok(counted)
}

/// A day of all lines.
fn day(tx: &mut PracticeTx<'_>, scene: &Scene, date: Date, kept: &[Kept]) -> Result<Counts, StoreError> {
    let mut all = Counts::default();
    for line in measured::watched(tx)? {
        let was = kept.iter().find(|(of, day, _)| *of == line.line && *day == date);
        all = all
            + match was {
                Some((_, _, counts)) => *counts,
                None => of_day(tx, scene, &line, date)?.0,
            };
    }
    Ok(all)
}

/// Minutes in a row that nobody held or will hold: a row behind the promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapRow {
    /// The line's name.
    pub line: String,
    /// Which minutes, and what they need.
    pub gap: Gap,
    /// Whether they are still to come.
    pub planned: bool,
}

/// The minutes that nobody held on a day of the desk's zone; of this week and those to come of it, if none is named. The first
/// first, at most [`limits::GAPS_SHOWN`].
pub async fn gaps_of(app: &App, practice: &Practice, day: Option<Date>) -> Result<Vec<GapRow>, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let monday = this_monday(&scene);
            let dates = match day {
                Some(day) => (day, day.saturating_add(1.day())),
                None => (monday, monday.saturating_add(7.days())),
            };
            let span = midnight(&scene, dates.0).zip(midnight(&scene, dates.1));
            Ok(rows_of(tx, &scene, dates, span.unwrap_or_default())?)
        })
        .await
}

fn rows_of(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (first, last): (Date, Date),
    span: (Time, Time),
) -> Result<Vec<GapRow>, StoreError> {
    let kept = measured::kept(tx, first, last)?;
    let mut found = measured::bare(tx, span, limits::GAPS_SHOWN)?;
    let dates: Vec<Date> = std::iter::successors(Some(first), |day| day.tomorrow().ok())
        .take_while(|day| *day < last)
        .collect();
    let watched = measured::watched(tx)?;
    for line in &watched {
        for date in &dates {
            if !kept.iter().any(|(of, day, _)| *of == line.line && day == date) {
                found.extend(of_day(tx, scene, line, *date)?.1);
            }
        }
    }
    found.sort_by_key(|gap| (gap.from, gap.line));
    let named = found.into_iter().filter_map(|gap| {
        let line = watched.iter().find(|line| line.line == gap.line)?;
        Some(GapRow {
            line: line.name.clone(),
            planned: gap.from >= scene.now,
            gap,
        })
    });
    Ok(named
        .take(usize::try_from(limits::GAPS_SHOWN).unwrap_or(usize::MAX))
        .collect())
}
