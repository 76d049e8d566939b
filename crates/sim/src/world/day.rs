//! When families write: the curve of a day, the days of a week, and the one bad Monday.

use anteroom_core::{Span, Time};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Of a thousand contacts of a weekday, how many come in each of its hours.
const HOURS: [u32; 24] = [
    2, 1, 1, 1, 2, 5, 14, 32, 134, 134, 104, 84, 66, 74, 80, 82, 70, 44, 18, 15, 13, 10, 6, 3,
];
/// Of a hundred contacts of an average weekday, how many come on each day, Monday first.
const DAYS: [u32; 7] = [124, 102, 96, 92, 88, 18, 7];

/// What is unusual about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Usual,
    /// Many are ill, at home and at the desk: nearly everything comes too late.
    Bad,
    /// Somewhat more than the desk can keep up with.
    Full,
    /// A public holiday: as on a Sunday.
    Holiday,
}

impl Sort {
    /// Contacts of a usual day's hundred.
    const fn share(self) -> u32 {
        match self {
            Self::Usual | Self::Holiday => 100,
            Self::Bad => 126,
            Self::Full => 127,
        }
    }

    /// How many of ten people at the front desk came.
    pub(super) const fn present(self) -> usize {
        match self {
            Self::Usual | Self::Holiday => 8,
            Self::Full => 6,
            Self::Bad => 4,
        }
    }
}

/// The instants of a day at which somebody wants something, in their order.
pub(super) fn contacts(
    chance: &mut ChaCha8Rng,
    zone: &TimeZone,
    date: Date,
    sort: Sort,
    usual: u32,
) -> Vec<Time> {
    let weekday = if sort == Sort::Holiday {
        Weekday::Sunday
    } else {
        date.weekday()
    };
    let day = usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0);
    let of_day = usual * DAYS[day] * sort.share() / 10_000;
    // A little more or less each day.
    let of_day = of_day * chance.random_range(93..108) / 100;
    let Ok(midnight) = date.to_zoned_datetime(zone.clone()) else {
        return Vec::new();
    };
    let midnight = Time::from(midnight.timestamp());
    let all: u32 = HOURS.iter().sum();
    let mut instants = Vec::new();
    for _ in 0..of_day {
        let mut drawn = chance.random_range(0..all);
        let hour = HOURS.iter().position(|of| {
            let here = drawn < *of;
            drawn = drawn.saturating_sub(*of);
            here
        });
        let hour = i64::try_from(hour.unwrap_or(12)).unwrap_or(12);
        let second = chance.random_range(0..3_600);
        instants.push(midnight + Span::from_hours(hour) + Span::from_secs(second));
    }
    instants.sort();
    instants
}

#[cfg(test)]
mod tests {
    use anteroom_core::hours::zone_named;
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn mondays_are_fullest_and_the_morning_rushes() {
        let zone = zone_named("America/Chicago").expect("a zone");
        let mut chance = ChaCha8Rng::seed_from_u64(1);
        let mut day = |date| contacts(&mut chance, &zone, date, Sort::Usual, 480);
        let week: Vec<Vec<Time>> = (2..9).map(|of| day(jiff::civil::date(2026, 11, of))).collect();
        let counts: Vec<usize> = week.iter().map(Vec::len).collect();
        assert!(counts[0] > 550 && counts[0] > counts[1], "{counts:?}");
        let weekdays = counts[..5].iter().sum::<usize>() / 5;
        assert!((440..540).contains(&weekdays), "{counts:?}");
        assert!(counts[5] < 140 && counts[6] < 60, "{counts:?}");
        let nine = Time::from(
            jiff::civil::date(2026, 11, 2)
                .at(10, 0, 0, 0)
                .to_zoned_datetime(zone.clone())
                .expect("there")
                .timestamp(),
        );
        let rush = week[0]
            .iter()
            .filter(|at| **at < nine && nine.since(**at) < Span::from_hours(2))
            .count();
        assert!(rush * 5 > counts[0], "{rush} of {}", counts[0]);
    }
}
