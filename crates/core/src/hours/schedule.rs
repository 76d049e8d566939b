//! The compiled hours of a place, asked by instant.
//!
//! Decides what the clocks of the zone make of the hours on the wall. It must not know patterns, holidays or exceptions:
//! those are `wall`'s.
//!
//! Open time since the horizon's start is what `wall` counts before the reading, plus what the changes of the clocks so
//! far have added (a repeated hour) or never let be (a skipped one). Few practices are open at two in the morning, so
//! only the changes that matter are kept; the offsets themselves stay in jiff's zone, which all schedules share.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use super::plan::{HoursError, HoursPlan};
use super::wall::{self, Line};
use super::{HORIZON_END, HORIZON_START};
use crate::{Span, Time};

const START: i64 = HORIZON_START.micros();
const END: i64 = HORIZON_END.micros();
/// The first step when an instant is searched: most answers lie in this day or the next.
const FIRST_STEP: i64 = 4 * 3_600_000_000;

/// When a place is open. Small (a few kB), cheap to make, and never out of date until its plan changes.
#[derive(Debug, Clone)]
pub struct Schedule {
    zone: TimeZone,
    line: Line,
    /// By `at`; the first stands at the horizon's start.
    skews: Vec<Skew>,
}

/// What open time has to be added to the wall's count from an instant on.
#[derive(Debug, Clone, Copy)]
struct Skew {
    at: i64,
    added: i64,
}

/// An opening of one day as the wall clock shows it, `[from, to)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Its first moment of the day.
    pub from: DateTime,
    /// The first moment after it; the next day's midnight if it runs on.
    pub to: DateTime,
}

impl Schedule {
    /// The schedule of a plan, or the first thing in the plan that makes no sense.
    pub fn compile(plan: &HoursPlan) -> Result<Self, HoursError> {
        plan.check()?;
        let line = Line::compile(plan);
        let mut added = -line.open_before(wall_reading(plan.zone.to_offset(stamp(START)), START));
        let mut skews = vec![Skew { at: START, added }];
        let mut offset = plan.zone.to_offset(stamp(START));
        for change in plan.zone.following(stamp(START)) {
            let at = change.timestamp().as_microsecond();
            if at >= END {
                break;
            }
            let (old, new) = (wall_reading(offset, at), wall_reading(change.offset(), at));
            let gained = line.open_before(old) - line.open_before(new);
            if gained != 0 {
                added += gained;
                skews.push(Skew { at, added });
            }
            offset = change.offset();
        }
        skews.shrink_to_fit();
        Ok(Self {
            zone: plan.zone.clone(),
            line,
            skews,
        })
    }

    /// The zone whose wall clocks count.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Whether there is any open time at all. A place without can't take requests.
    pub fn ever_opens(&self) -> bool {
        self.open_since_start(END) > 0
    }

    /// Whether the place is open at that instant.
    pub fn is_open(&self, at: Time) -> bool {
        let at = at.micros();
        (START..END).contains(&at) && self.line.is_open(self.reading(at))
    }

    /// The first instant after `at` at which the place opens or closes, and whether it is open from there on.
    pub fn next_change(&self, at: Time) -> Option<(Time, bool)> {
        let from = clamped(at);
        let opens = !self.is_open(at);
        let after = if opens {
            advance(from, 1, |at| self.open_since_start(at))
        } else {
            advance(from, 1, |at| at - self.open_since_start(at))
        };
        after.map(|after| (Time::from_micros(after - 1), opens))
    }

    /// Open time in `[from, to)`; none if `to` is not after `from`.
    pub fn open_between(&self, from: Time, to: Time) -> Span {
        if to <= from {
            return Span::ZERO;
        }
        Span::from_micros(self.open_since_start(clamped(to)) - self.open_since_start(clamped(from)))
    }

    /// The first instant at which that much open time has passed since `from`: `from` itself for none, and the end of an
    /// opening rather than the start of the next. None if the place is never open for so long again.
    pub fn after_open(&self, from: Time, open: Span) -> Option<Time> {
        if open <= Span::ZERO {
            return Some(from);
        }
        advance(clamped(from), open.micros(), |at| self.open_since_start(at)).map(Time::from_micros)
    }

    /// The openings of a day on the wall, in order, cut at its midnights.
    pub fn opening_on(&self, date: Date) -> Vec<Opening> {
        let midnight = wall::reading(date.at(0, 0, 0, 0));
        if !(START..END).contains(&midnight) {
            return Vec::new();
        }
        let stretches = self.line.of_day(midnight);
        let opening = |(from, to)| Opening {
            from: wall_clock(from),
            to: wall_clock(to),
        };
        stretches.into_iter().map(opening).collect()
    }

    /// Open microseconds from the horizon's start to an instant within the horizon.
    fn open_since_start(&self, at: i64) -> i64 {
        let after = self.skews.partition_point(|skew| skew.at <= at);
        self.line.open_before(self.reading(at)) + self.skews[after.saturating_sub(1)].added
    }

    fn reading(&self, at: i64) -> i64 {
        wall_reading(self.zone.to_offset(stamp(at)), at)
    }

    /// Bytes on the heap, without the zone that all share.
    #[cfg(test)]
    fn heap(&self) -> usize {
        self.line.heap() + size_of_val(self.skews.as_slice())
    }
}

/// The first instant at which `passed` has grown by `amount` since `from`, in a number of steps that grows with the
/// logarithm of the way.
///
/// `passed` grows by nothing or by one a microsecond, as open time and closed time do. So the amount still missing can't
/// be met sooner than so many microseconds on; if it is met there, there is the first instant. That ends the search as
/// soon as it stands in the right opening; until then steps double, then halve.
fn advance(from: i64, amount: i64, passed: impl Fn(i64) -> i64) -> Option<i64> {
    let target = passed(from).saturating_add(amount);
    if passed(END) < target {
        return None;
    }
    let (mut low, mut high, mut step) = (from, END, FIRST_STEP);
    loop {
        let soonest = low + (target - passed(low));
        if passed(soonest) == target {
            return Some(soonest);
        }
        let probe = soonest.saturating_add(step).min(i64::midpoint(soonest, high));
        if passed(probe) < target {
            low = probe;
            step = step.saturating_mul(2);
        } else {
            high = probe;
        }
    }
}

fn clamped(at: Time) -> i64 {
    at.micros().clamp(START, END)
}

/// What a wall clock with that offset shows.
fn wall_reading(offset: Offset, at: i64) -> i64 {
    at + i64::from(offset.seconds()) * 1_000_000
}

fn wall_clock(reading: i64) -> DateTime {
    Offset::UTC.to_datetime(stamp(reading))
}

/// jiff's instant; every instant and reading of the horizon is far inside of jiff's years.
fn stamp(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).expect("the horizon lies within jiff's years")
}

#[cfg(test)]
mod against_minutes;
#[cfg(test)]
mod tests;
