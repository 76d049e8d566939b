//! A line's week: its minutes as they were and as they are planned, what is missing now, and the next gap.

use std::collections::BTreeSet;

use anteroom_core::ids::{LineId, MemberId};
use anteroom_core::promises::coverage::Bare;
use anteroom_core::roster::{Counts, Gap, Need, Stretch, bare_since, count, coverage, next_gap};
use anteroom_core::{Time, limits};
use anteroom_store::roster::measured::{self, Watched};
use anteroom_store::{PracticeTx, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Book, date_in, midnight_in, name, names, watch_of};
use crate::requests::Scene;

/// A day of a line that was kept.
pub(crate) type Kept = (LineId, Date, Counts);

/// A line's week.
#[derive(Debug, Clone, PartialEq)]
pub struct LineWeek {
    /// The line.
    pub line: Watched,
    /// The zone of its clocks.
    pub zone: TimeZone,
    /// The midnights of its days, and the one that ends the week.
    pub midnights: Vec<Time>,
    /// Its minutes, each once.
    pub stretches: Vec<Stretch>,
    /// Each day's minutes that are over.
    pub days: Vec<Counts>,
    /// The minutes that are over.
    pub so_far: Counts,
    /// The minutes to come.
    pub ahead: Counts,
}

impl LineWeek {
    /// All minutes of the week.
    pub fn minutes(&self) -> i64 {
        self.stretches.iter().map(Stretch::minutes).sum()
    }
}

/// What is missing on a line now and next.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    /// Whether nobody holds it now.
    pub bare: Option<Bare>,
    /// The next minutes that nobody will hold.
    pub next: Option<Gap>,
}

/// The week of a line from a Monday on, by a book that reaches over it. Days that were kept count as they were kept.
pub(crate) fn line_week(
    scene: &Scene,
    book: &Book,
    (line, monday): (&Watched, Date),
    kept: &[Kept],
) -> LineWeek {
    let watch = watch_of(scene, line);
    let zone = watch.hours.zone().clone();
    let dates: Vec<Date> = (0..=7)
        .map(|day| monday.saturating_add(i64::from(day).days()))
        .collect();
    let midnights: Vec<Time> = dates.iter().map(|date| midnight_in(&zone, *date)).collect();
    let mut stretches = Vec::new();
    let (mut days, mut ahead) = (Vec::new(), Counts::default());
    for (date, edges) in dates.iter().zip(midnights.windows(2)) {
        let of_day = coverage(&book.roster, &watch, (edges[0], edges[1]), scene.now);
        let (was, planned) = count(&of_day);
        let was = kept
            .iter()
            .find(|(of, day, _)| *of == line.line && day == date)
            .map_or(was, |(_, _, counts)| *counts);
        days.push(was);
        ahead = ahead + planned;
        stretches.extend(of_day);
    }
    LineWeek {
        line: line.clone(),
        so_far: days.iter().fold(Counts::default(), |all, day| all + *day),
        zone,
        midnights,
        stretches,
        days,
        ahead,
    }
}

/// The book of a week and of what is looked at for the next gap, and the days of the week that were kept.
pub(crate) fn book_of(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    monday: Date,
) -> Result<(Book, Vec<Kept>), StoreError> {
    let zone = scene.desk_hours().zone().clone();
    let day = anteroom_core::Span::from_hours(24);
    let week = midnight_in(&zone, monday);
    let ends = midnight_in(&zone, monday.saturating_add(8.days()));
    let from = week.min(scene.now) - day;
    let book = Book::load(tx, scene, from, ends.max(scene.now + limits::GAP_AHEAD) + day)?;
    let kept = measured::kept(tx, monday, monday.saturating_add(7.days()))?;
    Ok((book, kept))
}

/// What is missing on a line now, who could take it, and the next gap.
pub(crate) fn missing(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    book: &Book,
    line: &Watched,
) -> Result<Ahead, StoreError> {
    let watch = watch_of(scene, line);
    let bare = match bare_since(&book.roster, &watch, scene.now) {
        Some((since, need)) => {
            let known = names(tx)?;
            let (here, elsewhere) = match need {
                Need::Phone => could(book, line.line, scene.now),
                Need::AfterHours => Default::default(),
            };
            let named = |all: BTreeSet<MemberId>| all.into_iter().map(|one| name(&known, one)).collect();
            Some(Bare {
                since,
                need,
                here: named(here),
                elsewhere: named(elsewhere),
            })
        }
        None => None,
    };
    Ok(Ahead {
        bare,
        next: next_gap(&book.roster, &watch, scene.now, limits::GAP_AHEAD),
    })
}

/// Who is on shift on a line and not signed in, and who is on shift elsewhere without being alone on a line there.
fn could(book: &Book, line: LineId, now: Time) -> (BTreeSet<MemberId>, BTreeSet<MemberId>) {
    let roster = &book.roster;
    let signed_in = roster.signed_in(line, now);
    let mine = roster.on_shift(Some(line), now);
    let here = mine
        .iter()
        .copied()
        .filter(|member| !signed_in.contains_key(member));
    let here = here.collect();
    let mut alone = BTreeSet::new();
    for other in book.watched.iter().filter(|other| other.line != line) {
        let shift = roster.on_shift(Some(other.line), now);
        let on = roster.signed_in(other.line, now);
        let mut there = on.into_keys().filter(|member| shift.contains(member));
        if let (Some(only), None) = (there.next(), there.next()) {
            alone.insert(only);
        }
    }
    let elsewhere = roster.on_shift(None, now).into_iter();
    let elsewhere = elsewhere.filter(|member| !mine.contains(member) && !alone.contains(member));
    (here, elsewhere.collect())
}

/// The Monday of this week on the desk's calendar.
pub(crate) fn this_monday(scene: &Scene) -> Date {
    super::monday_of(date_in(scene.desk_hours().zone(), scene.now))
}
