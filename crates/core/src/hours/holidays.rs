//! Public holidays as rules, so that a practice switches a country on instead of typing dates.
//!
//! Decides which days of a year are holidays by law. It must not know whether a practice keeps them: the caller makes
//! [`super::Holiday`] rows of them, of which the practice may drop any.
//!
//! The laws are applied as they stand now; of what they were before, only the years in which a holiday began are kept.

use jiff::Span;
use jiff::civil::{Date, Weekday, date};

/// A country whose holidays are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Country {
    /// Federal holidays, 5 U.S.C. 6103 (Inauguration Day, which is the capital's alone, left out).
    UnitedStates,
    /// The days that are a holiday in all sixteen states, by their laws and by Art. 2 (2) of the Unification Treaty.
    Germany,
}

impl Country {
    /// The country of an ISO 3166-1 alpha-2 code, if its holidays are known.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "US" => Some(Self::UnitedStates),
            "DE" => Some(Self::Germany),
            _ => None,
        }
    }
}

/// The holidays of a country that fall in a year, by date, each with the key of its name; none outside 1970 to 2099.
///
/// In the United States a fixed day on a Saturday is observed on the Friday before (5 U.S.C. 6103 (b)), and one on a
/// Sunday on the Monday after (Executive Order 11582); both the day and its observance are given, the observance under
/// the key with `-observed`. So a New Year's Day on a Saturday stands in two years.
pub fn holidays(country: Country, year: i16) -> Vec<(Date, &'static str)> {
    if !(1970..2100).contains(&year) {
        return Vec::new();
    }
    let mut days = match country {
        Country::UnitedStates => united_states(year),
        Country::Germany => germany(year),
    };
    days.sort_unstable();
    days
}

/// Month, day, key, key of its observance, first year.
const FIXED: [(i8, i8, &str, &str, i16); 5] = [
    (1, 1, "holiday-us-new-year", "holiday-us-new-year-observed", 1870),
    (
        6,
        19,
        "holiday-us-juneteenth",
        "holiday-us-juneteenth-observed",
        2021,
    ),
    (
        7,
        4,
        "holiday-us-independence",
        "holiday-us-independence-observed",
        1870,
    ),
    (
        11,
        11,
        "holiday-us-veterans",
        "holiday-us-veterans-observed",
        1938,
    ),
    (
        12,
        25,
        "holiday-us-christmas",
        "holiday-us-christmas-observed",
        1870,
    ),
];

/// Month, which (from the end if negative), weekday, key, first year.
const FLOATING: [(i8, i8, Weekday, &str, i16); 6] = [
    (1, 3, Weekday::Monday, "holiday-us-king", 1986),
    (2, 3, Weekday::Monday, "holiday-us-washington", 1971),
    (5, -1, Weekday::Monday, "holiday-us-memorial", 1971),
    (9, 1, Weekday::Monday, "holiday-us-labor", 1894),
    (10, 2, Weekday::Monday, "holiday-us-columbus", 1971),
    (11, 4, Weekday::Thursday, "holiday-us-thanksgiving", 1942),
];

fn united_states(year: i16) -> Vec<(Date, &'static str)> {
    let mut days = Vec::new();
    for (month, day, key, observed_key, since) in FIXED {
        // The next year's New Year's Day may be observed in this one.
        for its_year in [year, year + 1].into_iter().filter(|&its_year| its_year >= since) {
            let day = date(its_year, month, day);
            let observed = match day.weekday() {
                Weekday::Saturday => plus(day, -1),
                Weekday::Sunday => plus(day, 1),
                _ => day,
            };
            days.push((day, key));
            if observed != day {
                days.push((observed, observed_key));
            }
        }
    }
    days.retain(|(day, _)| day.year() == year);
    for (month, nth, weekday, key, since) in FLOATING {
        let day = date(year, month, 1).nth_weekday_of_month(nth, weekday);
        days.extend(day.ok().filter(|_| year >= since).map(|day| (day, key)));
    }
    days
}

fn germany(year: i16) -> Vec<(Date, &'static str)> {
    let easter = easter(year);
    let mut days = vec![
        (date(year, 1, 1), "holiday-de-neujahr"),
        (plus(easter, -2), "holiday-de-karfreitag"),
        (plus(easter, 1), "holiday-de-ostermontag"),
        (date(year, 5, 1), "holiday-de-tag-der-arbeit"),
        (plus(easter, 39), "holiday-de-himmelfahrt"),
        (plus(easter, 50), "holiday-de-pfingstmontag"),
        (date(year, 12, 25), "holiday-de-weihnachten-1"),
        (date(year, 12, 26), "holiday-de-weihnachten-2"),
    ];
    if year >= 1990 {
        days.push((date(year, 10, 3), "holiday-de-einheit"));
    }
    // All states made the 500th anniversary of the Reformation a holiday, once.
    if year == 2017 {
        days.push((date(year, 10, 31), "holiday-de-reformation"));
    }
    days
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, ch. 8);
/// the letters are the book's.
#[expect(
    clippy::many_single_char_names,
    reason = "the letters of the published algorithm"
)]
fn easter(year: i16) -> Date {
    let year_of = i32::from(year);
    let (a, b, c) = (year_of % 19, year_of / 100, year_of % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    // Counted in days after 22 March, the earliest Easter.
    plus(date(year, 3, 22), h + l - 7 * m)
}

fn plus(day: Date, days: i32) -> Date {
    day.saturating_add(Span::new().days(days))
}

#[cfg(test)]
mod tests;
