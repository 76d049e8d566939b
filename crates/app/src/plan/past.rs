//! What came in in the same half hours of the weeks before, by the wall clocks of the desk. What waits for the desk to open counts
//! in the half hour in which it opens.

use std::collections::BTreeMap;

use anteroom_capacity::{forecast, limits};
use anteroom_core::calls::Outcome;
use anteroom_core::hours::Schedule;
use anteroom_core::promises::people::{Basis, Expected};
use anteroom_core::{Span, Time};
use anteroom_store::calls::facts as calls;
use anteroom_store::{PracticeTx, StoreError, plan as requests};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{HALF, WEEK};
use crate::requests::Scene;

/// Half hours of a day on the wall.
const DAY: i64 = 48;

/// Half hours that are looked back for the last closing: a long weekend.
const CLOSED: i64 = 5 * DAY;

/// Calls from which on they say how long one takes, and how long callers wait; fewer say little.
const ENOUGH: i64 = 20;

/// The half hour of the wall clock at an instant, counted from 1970.
pub(super) fn half_of(zone: &TimeZone, at: Time) -> Option<i64> {
    let at = at.to_jiff()?.to_zoned_datetime(zone.clone()).datetime();
    let clock = i64::from(at.hour()) * 2 + i64::from(at.minute() / 30);
    Some(day_of(at.date()) * DAY + clock)
}

fn day_of(date: Date) -> i64 {
    const EPOCH: Date = Date::constant(1970, 1, 1);
    date.duration_since(EPOCH).as_hours() / 24
}

/// When a half hour of the wall clock begins; the later one where the clocks skip it.
pub(super) fn start_of(zone: &TimeZone, half: i64) -> Option<Time> {
    let day = Date::constant(1970, 1, 1)
        .checked_add(half.div_euclid(DAY).days())
        .ok()?;
    let minutes = half.rem_euclid(DAY) * 30;
    let at = day.at(0, 0, 0, 0).checked_add(minutes.minutes()).ok()?;
    Some(Time::from(at.to_zoned_datetime(zone.clone()).ok()?.timestamp()))
}

/// Whether the desk is open in some part of a half hour.
pub(super) fn is_open(hours: &Schedule, half: i64) -> bool {
    start_of(hours.zone(), half).is_some_and(|at| hours.open_between(at, at + HALF) > Span::ZERO)
}

/// Today and the six days after it.
pub(super) fn week_from(scene: &Scene) -> Vec<Date> {
    let zone = scene.desk_hours().zone().clone();
    let today = scene.now.to_jiff().map(|now| now.to_zoned_datetime(zone).date());
    let days = std::iter::successors(today, |day| day.tomorrow().ok());
    days.take(7).collect()
}

/// The half hours of a day in which the desk is open.
pub(super) fn open_on(scene: &Scene, day: Date) -> Vec<i64> {
    let first = day_of(day) * DAY;
    let hours = scene.desk_hours();
    (first..first + DAY)
        .filter(|half| is_open(hours, *half))
        .collect()
}

/// What was counted, by half hour of the wall clock.
#[derive(Default)]
pub(super) struct Book {
    calls: BTreeMap<i64, u32>,
    requests: BTreeMap<i64, u32>,
    /// The half hours before these know nothing.
    first_call: Option<Time>,
    first_request: Option<Time>,
    /// Calls that were answered, and how long they took.
    talked: (i64, Span),
    /// Calls that were given up, and how long all held.
    held: (i64, Span),
}

impl Book {
    /// Reads what came in in these half hours of each of the weeks before.
    pub(super) fn read(tx: &mut PracticeTx<'_>, scene: &Scene, wall: &[i64]) -> Result<Self, StoreError> {
        let mut book = Self {
            first_call: calls::first(tx)?,
            first_request: requests::first(tx)?,
            ..Self::default()
        };
        let (Some(first), Some(last)) = (wall.first(), wall.last()) else {
            return Ok(book);
        };
        for week in 1..=i64::try_from(limits::WEEKS).unwrap_or(0) {
            book.read_week(tx, scene, (first - week * WEEK, last + 1 - week * WEEK))?;
        }
        Ok(book)
    }

    /// Reads the half hours of a past week, and what came while the desk was closed before them.
    fn read_week(
        &mut self,
        tx: &mut PracticeTx<'_>,
        scene: &Scene,
        (first, end): (i64, i64),
    ) -> Result<(), StoreError> {
        let hours = scene.desk_hours();
        let zone = hours.zone();
        let closed = (1..=CLOSED)
            .take_while(|back| !is_open(hours, first - back))
            .last();
        let since = first - closed.unwrap_or(0);
        let span = (start_of(zone, since), start_of(zone, first), start_of(zone, end));
        let (Some(since), Some(from), Some(to)) = span else {
            return Ok(());
        };
        calls::each(tx, from, to, |fact| {
            if !fact.after_hours {
                self.take_call(zone, &fact);
            }
        })?;
        requests::started(tx, since, to, |at| {
            let begins = if hours.is_open(at) {
                Some(at)
            } else {
                hours.next_change(at).map(|(opens, _)| opens)
            };
            if let Some(half) = begins.and_then(|at| half_of(zone, at)) {
                *self.requests.entry(half).or_default() += 1;
            }
        })
    }

    fn take_call(&mut self, zone: &TimeZone, fact: &calls::Fact) {
        if let Some(half) = half_of(zone, fact.started_at) {
            *self.calls.entry(half).or_default() += 1;
        }
        self.held.1 = self.held.1 + fact.hold;
        match fact.outcome {
            Some(Outcome::Answered) if fact.talk > Span::ZERO => {
                self.talked = (self.talked.0 + 1, self.talked.1 + fact.talk);
            }
            Some(Outcome::Abandoned) => self.held.0 += 1,
            _ => {}
        }
    }

    /// How long things take and callers wait: as the calls say, where enough do. All time on hold over those who gave up is the
    /// likeliest mean patience, if patience is exponential (those who were answered first are only known to have had more).
    pub(super) fn basis(&self, scene: &Scene) -> Basis {
        let rules = scene.settings.people;
        let mean = |(count, sum): (i64, Span), unsaid: Span| {
            if count < ENOUGH {
                unsaid
            } else {
                Span::from_micros(sum.micros() / count).clamp(SHORTEST, LONGEST)
            }
        };
        Basis {
            rules,
            call: mean(self.talked, rules.call),
            patience: mean(self.held, rules.patience),
            request: scene.settings.open.handling,
        }
    }

    /// The calls to be expected in a half hour.
    pub(super) fn calls(&self, scene: &Scene, half: i64) -> Option<Expected> {
        expected(scene, half, self.first_call?, &self.calls)
    }

    /// The requests to be expected in a half hour.
    pub(super) fn requests(&self, scene: &Scene, half: i64) -> Option<Expected> {
        expected(scene, half, self.first_request?, &self.requests)
    }
}

/// Means outside of these come from a broken clock.
const SHORTEST: Span = Span::from_secs(10);
/// See [`SHORTEST`].
const LONGEST: Span = Span::from_hours(1);

/// What is to be expected from the same half hour of the weeks before: of those since the first was counted in which the desk
/// was open.
fn expected(scene: &Scene, half: i64, first: Time, counted: &BTreeMap<i64, u32>) -> Option<Expected> {
    let hours = scene.desk_hours();
    let week = |week: i64| {
        let then = half - week * WEEK;
        let known = start_of(hours.zone(), then).is_some_and(|at| at + HALF > first);
        (known && is_open(hours, then)).then(|| f64::from(counted.get(&then).copied().unwrap_or(0)))
    };
    let counts: Vec<Option<f64>> = (1..=i64::try_from(limits::WEEKS).unwrap_or(0))
        .map(week)
        .collect();
    let told = forecast::expected(&counts).ok()?;
    Some(Expected {
        mean: told.mean,
        error: told.error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_hour_of_the_wall_clock_begins_where_its_clock_says() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let at: jiff::Timestamp = "2026-11-03T15:42:10Z".parse().unwrap();
        let half = half_of(&zone, Time::from(at)).unwrap();
        let start = start_of(&zone, half).unwrap().to_jiff().unwrap();
        assert_eq!(start.to_string(), "2026-11-03T15:30:00Z");
        let week_ago = start_of(&zone, half - WEEK).unwrap().to_jiff().unwrap();
        assert_eq!(
            week_ago.to_string(),
            "2026-10-27T14:30:00Z",
            "the clocks changed in between"
        );
    }
}
