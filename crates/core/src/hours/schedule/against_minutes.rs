//! Schedules against a count that knows nothing of them: for each UTC minute, jiff says what the wall shows, and the
//! plan is read as a person would read it.
//!
//! Each change of the clocks from 1990 to 2037 gets `PROPTEST_CASES` / 128 random plans around it, two
//! by default and at least one.

use std::ops::Range;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};

use super::super::{Change, Exception, Holiday, HoursPlan, Schedule, WeeklyPattern, WeeklySpan, zone_named};
use crate::{Span, Time};

const MINUTE: i64 = 60_000_000;
/// Minutes on each side of the middle of a window.
const HALF: i64 = 36 * 60;

/// Whether a wall clock that shows this hangs in an open place, read off the plan.
fn reads_open(plan: &HoursPlan, wall: DateTime) -> bool {
    let exception = plan
        .exceptions
        .iter()
        .rev()
        .find(|it| it.from <= wall && wall < it.to);
    if let Some(exception) = exception {
        return exception.change == Change::Open;
    }
    if plan.holidays.iter().any(|holiday| holiday.date == wall.date()) {
        return false;
    }
    let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
    (0..=2).any(|back| {
        let day = wall.date().saturating_sub(back.days());
        let valid = |pattern: &&WeeklyPattern| {
            pattern.valid_from.is_none_or(|from| from <= day)
                && pattern.valid_until.is_none_or(|until| day < until)
        };
        let since = back * 24 * 60 + minute;
        plan.weekly.iter().rev().find(valid).is_some_and(|pattern| {
            let mut today = pattern.spans.iter().filter(|span| span.day == day.weekday());
            today.any(|span| (i32::from(span.start)..i32::from(span.start + span.length)).contains(&since))
        })
    })
}

/// The minutes around an instant, each open or not.
struct Window {
    from: i64,
    open: Vec<bool>,
}

impl Window {
    fn count(plan: &HoursPlan, middle: i64) -> Self {
        let from = middle - HALF * MINUTE;
        let minutes =
            (0..2 * HALF).map(|minute| Timestamp::from_microsecond(from + minute * MINUTE).unwrap());
        Self {
            from,
            open: minutes
                .map(|at| reads_open(plan, plan.zone.to_datetime(at)))
                .collect(),
        }
    }

    fn end(&self) -> i64 {
        self.minute(self.open.len())
    }

    fn minute(&self, minute: usize) -> i64 {
        self.from + i64::try_from(minute).unwrap() * MINUTE
    }

    fn open_between(&self, part: Range<i64>) -> i64 {
        let open = (0..self.open.len())
            .filter(|&minute| self.open[minute])
            .map(|minute| self.minute(minute));
        open.map(|at| ((at + MINUTE).min(part.end) - at.max(part.start)).max(0))
            .sum()
    }

    /// None if the window ends before.
    fn after_open(&self, from: i64, mut left: i64) -> Option<i64> {
        for minute in 0..self.open.len() {
            let (start, end) = (self.minute(minute).max(from), self.minute(minute) + MINUTE);
            if self.open[minute] && start < end {
                if left <= end - start {
                    return Some(start + left);
                }
                left -= end - start;
            }
        }
        None
    }

    /// None if the window ends before.
    fn next_change(&self, from: i64) -> Option<(i64, bool)> {
        let now = usize::try_from((from - self.from) / MINUTE).unwrap();
        let then = (now..self.open.len()).find(|&minute| self.open[minute] != self.open[now])?;
        Some((self.minute(then), self.open[then]))
    }
}

/// What the plan and the questions are made of, relative to a day and to the window's start.
#[derive(Debug, Clone)]
struct Case {
    weekly: Vec<WeeklyPattern>,
    holidays: Vec<Date>,
    exceptions: Vec<Exception>,
    questions: Vec<(i64, i64)>,
}

fn spans() -> impl Strategy<Value = Vec<WeeklySpan>> {
    let start = prop_oneof![0..1440_u16, 0..240_u16, (0..48_u16).prop_map(|half| half * 30)];
    let length = prop_oneof![1..=240_u16, 1..=2880_u16, Just(1440_u16)];
    let span = (0..7_i8, start, length).prop_map(|(day, start, length)| WeeklySpan {
        day: Weekday::from_monday_zero_offset(day).unwrap(),
        start,
        length,
    });
    prop::collection::vec(span, 0..9)
}

fn cases(day: Date) -> impl Strategy<Value = Case> {
    let near = move |days: i32| day.saturating_add(days.days());
    let edge = move || prop::option::weighted(0.4, (-4..5_i32).prop_map(near));
    let pattern = (edge(), edge(), spans()).prop_map(|(valid_from, valid_until, spans)| match valid_from {
        Some(from) if valid_until.is_some_and(|until| until <= from) => WeeklyPattern {
            valid_from: valid_until,
            valid_until: Some(from.tomorrow().unwrap()),
            spans,
        },
        _ => WeeklyPattern {
            valid_from,
            valid_until,
            spans,
        },
    });
    let exception = (-3000..3000_i64, 1..2000_i64, any::<bool>()).prop_map(move |(from, length, open)| {
        let from = day.at(0, 0, 0, 0).saturating_add(from.minutes());
        let change = if open { Change::Open } else { Change::Close };
        Exception {
            from,
            to: from.saturating_add(length.minutes()),
            change,
        }
    });
    let window = 2 * HALF * MINUTE;
    (
        prop::collection::vec(pattern, 1..4),
        prop::collection::vec((-3..4_i32).prop_map(near), 0..3),
        prop::collection::vec(exception, 0..5),
        prop::collection::vec((0..window, 0..window), 8),
    )
        .prop_map(|(weekly, holidays, exceptions, questions)| Case {
            weekly,
            holidays,
            exceptions,
            questions,
        })
}

fn agrees(plan: &HoursPlan, middle: i64, questions: &[(i64, i64)]) -> TestCaseResult {
    let schedule = Schedule::compile(plan).unwrap();
    let window = Window::count(plan, middle);
    let time = Time::from_micros;
    for (minute, &open) in window.open.iter().enumerate() {
        let at = window.minute(minute);
        prop_assert_eq!(schedule.is_open(time(at)), open, "is_open {:?}", time(at));
        prop_assert_eq!(
            schedule.is_open(time(at + MINUTE - 1)),
            open,
            "is_open at the end of {:?}",
            time(at)
        );
    }
    let whole = window.open_between(window.from..window.end());
    prop_assert_eq!(
        schedule
            .open_between(time(window.from), time(window.end()))
            .micros(),
        whole
    );
    for &(one, other) in questions {
        let (from, to) = (window.from + one, window.from + other);
        let open = window.open_between(from..to);
        prop_assert_eq!(
            schedule.open_between(time(from), time(to)).micros(),
            open,
            "between {} and {}",
            from,
            to
        );
        // A length at random, and the very one that is open in between, which may be used up at a closing.
        for asked in [other / 4 + 1, open.max(1)] {
            let met = schedule
                .after_open(time(from), Span::from_micros(asked))
                .map(Time::micros);
            if let Some(expected) = window.after_open(from, asked) {
                prop_assert_eq!(met, Some(expected), "{} after {}", asked, from);
            } else {
                let late = met.is_none_or(|met| met > window.end());
                prop_assert!(late, "{} after {}: {:?}", asked, from, met);
            }
        }
        let change = schedule
            .next_change(time(from))
            .map(|(at, open)| (at.micros(), open));
        match window.next_change(from) {
            Some(expected) => prop_assert_eq!(change, Some(expected), "change after {}", from),
            None => prop_assert!(
                change.is_none_or(|it| it.0 >= window.end()),
                "change after {}: {:?}",
                from,
                change
            ),
        }
    }
    Ok(())
}

fn shows_the_day_as_read(plan: &HoursPlan, day: Date) -> TestCaseResult {
    let openings = Schedule::compile(plan).unwrap().opening_on(day);
    for minute in 0..24 * 60_i64 {
        let wall = day.at(0, 0, 0, 0).saturating_add(minute.minutes());
        let shown = openings
            .iter()
            .any(|opening| opening.from <= wall && wall < opening.to);
        prop_assert_eq!(shown, reads_open(plan, wall), "{}", wall);
    }
    let apart = openings.windows(2).all(|pair| pair[0].to < pair[1].from);
    prop_assert!(
        apart && openings.iter().all(|opening| opening.from < opening.to),
        "{:?}",
        openings
    );
    Ok(())
}

/// The changes of a zone's clocks from 1990 to 2037; a zone without gets one middle a year.
fn middles(zone: &jiff::tz::TimeZone) -> Vec<i64> {
    let years = |year: i16| {
        zone.to_timestamp(Date::constant(year, 1, 1).at(0, 0, 0, 0))
            .unwrap()
    };
    let changes = zone.following(years(1990)).map(|change| change.timestamp());
    let changes: Vec<Timestamp> = changes.take_while(|&at| at < years(2038)).collect();
    let middles = if changes.is_empty() {
        (1990..2038).map(years).collect()
    } else {
        changes
    };
    middles.into_iter().map(Timestamp::as_microsecond).collect()
}

fn agrees_around_every_change(zone: &str, changes: usize) {
    let zone = zone_named(zone).unwrap();
    let middles = middles(&zone);
    assert_eq!(
        middles.len(),
        changes,
        "the zone data has other changes than this test knows"
    );
    let default = Config::default();
    let config = Config {
        cases: (default.cases / 128).max(1),
        failure_persistence: None,
        ..default
    };
    for middle in middles {
        // Windows start on a whole minute, as plans do.
        let middle = middle.div_euclid(MINUTE) * MINUTE;
        let day = zone
            .to_datetime(Timestamp::from_microsecond(middle).unwrap())
            .date();
        let run = TestRunner::new(config.clone()).run(&cases(day), |case| {
            let named = |date| Holiday {
                date,
                name: String::new(),
            };
            let holidays = case.holidays.into_iter().map(named).collect();
            let plan = HoursPlan {
                zone: zone.clone(),
                weekly: case.weekly,
                holidays,
                exceptions: case.exceptions,
            };
            agrees(&plan, middle, &case.questions)?;
            shows_the_day_as_read(&plan, day)
        });
        run.unwrap_or_else(|failure| panic!("around {:?}: {failure}", Time::from_micros(middle)));
    }
}

#[test]
fn new_york_agrees_with_a_count_of_minutes_around_every_change_of_its_clocks() {
    agrees_around_every_change("America/New_York", 96);
}

#[test]
fn phoenix_which_never_changes_agrees_with_a_count_of_minutes_around_each_new_year() {
    agrees_around_every_change("America/Phoenix", 48);
}

#[test]
fn berlin_agrees_with_a_count_of_minutes_around_every_change_of_its_clocks() {
    agrees_around_every_change("Europe/Berlin", 96);
}

#[test]
fn lord_howe_with_its_half_hours_agrees_with_a_count_of_minutes_around_every_change_of_its_clocks() {
    agrees_around_every_change("Australia/Lord_Howe", 96);
}

#[test]
fn kathmandu_at_its_odd_offset_agrees_with_a_count_of_minutes_around_each_new_year() {
    agrees_around_every_change("Asia/Kathmandu", 48);
}
