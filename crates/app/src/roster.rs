//! Roster: shifts, what differs on a day, duties on call and the answering service as a practice sets them; signing in and out
//! of a line; and who is where. Core says what it means.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_core::hours::{HoursPlan, Schedule};
use anteroom_core::ids::MemberId;
use anteroom_core::roster::{Answering, HalfHour, Roster, Watch};
use anteroom_core::{Span, Time};
pub use anteroom_store::roster::Service;
use anteroom_store::roster::measured::Watched;
use anteroom_store::roster::{self as rows, Window, measured};
use anteroom_store::{PracticeTx, StoreError, lines, staff};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::requests::Scene;

mod change;
mod duties;
mod shifts;
mod sign_in;
pub mod view;
mod watch;
mod week;

pub use change::{away, back, copy_week};
pub use duties::{TypedAnswering, TypedDuty, add_duty, answer, end_duty};
pub use shifts::{TypedShift, add, end, replace};
pub use sign_in::{Post, posts, sign_in, sign_out};
pub(crate) use watch::{look, of_day};
pub use week::LineWeek;
pub(crate) use week::{Ahead, Kept, book_of, line_week, missing, this_monday};

/// A roster with the lines it is for.
pub(crate) struct Book {
    /// Who is where.
    pub(crate) roster: Roster,
    /// The lines in use that have a roster, by name.
    pub(crate) watched: Vec<Watched>,
    /// Answering services as their rows say.
    pub(crate) services: Vec<Service>,
}

impl Book {
    /// Reads what bears on `[from, to)`.
    pub(crate) fn load(
        tx: &mut PracticeTx<'_>,
        scene: &Scene,
        from: Time,
        to: Time,
    ) -> Result<Self, StoreError> {
        let watched = measured::watched(tx)?;
        let all = lines::list(tx)?;
        let read = rows::load(tx, &window(from, to))?;
        let mut answering = Vec::new();
        for service in &read.services {
            let Some(line) = all.iter().find(|line| line.id == service.line) else {
                continue;
            };
            let zone = scene.hours_of_line(line.id, line.location).zone();
            answering.push(Answering {
                id: service.id,
                line: service.line,
                hours: answered_hours(zone, &service.hours)?,
                from: service.from,
                until: service.until,
            });
        }
        Ok(Self {
            roster: Roster {
                answering,
                ..plain(read.clone())
            },
            watched,
            services: read.services,
        })
    }
}

/// A watched line as core asks about it.
fn watch_of<'a>(scene: &'a Scene, line: &Watched) -> Watch<'a> {
    Watch {
        line: line.line,
        hours: scene.hours_of_line(line.line, line.location),
        since: line.since,
    }
}

/// The hours of a service; none for one that always answers.
fn answered_hours(zone: &TimeZone, hours: &str) -> Result<Option<Schedule>, StoreError> {
    if hours.is_empty() {
        return Ok(None);
    }
    let wrong = |error| StoreError::Wrong(format!("answering: {error}"));
    let plan = HoursPlan::parse(zone.iana_name().unwrap_or("UTC"), hours).map_err(wrong)?;
    Schedule::compile(&plan).map(Some).map_err(wrong)
}

/// The roster of rows, without answering services.
fn plain(read: rows::Rows) -> Roster {
    let changes = read.changes.into_iter();
    Roster {
        shifts: read.shifts,
        changes: changes
            .map(|change| ((change.shift, change.date), change))
            .collect(),
        duties: read.duties,
        answering: Vec::new(),
        spells: read.spells,
        gone: read.gone.into_iter().collect(),
    }
}

/// Dates to each side of a span's own: a shift of a day and a night, and zones that differ by a day.
const BESIDE: i64 = 3;

fn window(from: Time, to: Time) -> Window {
    let date = |at: Time| {
        let at = at.to_jiff().map(|at| at.to_zoned_datetime(TimeZone::UTC).date());
        at.unwrap_or(Date::MAX)
    };
    Window {
        from: (date(from).saturating_sub(BESIDE.days()), from),
        to: (date(to).saturating_add(BESIDE.days()), to),
    }
}

/// How many people are on shift in each half hour of `[from, to)` by the plan, whichever line, breaks taken out; the first
/// begins at `from`. Nothing while no shift was ever entered.
pub(crate) fn on_shift(
    tx: &mut PracticeTx<'_>,
    from: Time,
    to: Time,
) -> Result<Option<Vec<HalfHour>>, StoreError> {
    if measured::watched(tx)?.is_empty() {
        return Ok(None);
    }
    let roster = plain(rows::load(tx, &window(from, to))?);
    Ok(Some(roster.half_hours(from, to)))
}

/// Who is on call now; nothing while no duty on call was ever entered.
pub(crate) fn on_call(tx: &mut PracticeTx<'_>, now: Time) -> Result<Option<BTreeSet<MemberId>>, StoreError> {
    if !rows::any_duty(tx)? {
        return Ok(None);
    }
    let roster = plain(rows::load(tx, &window(now, now + Span::from_minutes(1)))?);
    Ok(Some(roster.on_call(None, now)))
}

/// The names of those who work here now.
fn names(tx: &mut PracticeTx<'_>) -> Result<BTreeMap<MemberId, String>, StoreError> {
    let members = staff::members(tx)?.into_iter();
    Ok(members.map(|member| (member.id, member.name)).collect())
}

fn name(names: &BTreeMap<MemberId, String>, member: MemberId) -> String {
    names.get(&member).cloned().unwrap_or_default()
}

/// A date in a zone.
fn date_in(zone: &TimeZone, at: Time) -> Date {
    let there = at.to_jiff().map(|at| at.to_zoned_datetime(zone.clone()).date());
    there.unwrap_or(Date::MAX)
}

/// The midnight that begins a date in a zone.
pub(crate) fn midnight_in(zone: &TimeZone, date: Date) -> Time {
    let midnight = date.to_zoned_datetime(zone.clone());
    midnight.map_or(Time::MAX, |at| Time::from(at.timestamp()))
}

/// The Monday of a date's week.
pub(crate) fn monday_of(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
}
