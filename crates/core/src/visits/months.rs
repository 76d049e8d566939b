//! Months by the calendar: a month after 31 January is the last day of February.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::Time;

/// The instant so many months before (or, below zero, after) another, at the same time of day in the zone. Nothing outside
/// of the calendar's years.
pub fn before(at: Time, months: i32, zone: &TimeZone) -> Option<Time> {
    let at = at.to_jiff()?.to_zoned_datetime(zone.clone());
    let then = at.checked_sub(months.months()).ok()?;
    Some(Time::from(then.timestamp()))
}

/// How many months lie between two days, whole ones exactly; the rest is its share of the month that it is in. Never below
/// zero.
pub fn between(from: Date, to: Date) -> f64 {
    if to <= from {
        return 0.0;
    }
    let years = i32::from(to.year()) - i32::from(from.year());
    let mut whole = years * 12 + i32::from(to.month()) - i32::from(from.month());
    let after = |months: i32| from.saturating_add(months.months());
    if after(whole) > to {
        whole -= 1;
    }
    let (begins, ends) = (after(whole), after(whole + 1));
    let part = super::days(begins, to);
    if part == 0 {
        return f64::from(whole);
    }
    #[expect(clippy::cast_precision_loss, reason = "days of a month")]
    let part = part as f64 / super::days(begins, ends).max(1) as f64;
    f64::from(whole) + part
}

/// The first days of months: the one that a day is in, and `back` before it, oldest first.
pub fn firsts(day: Date, back: i32) -> Vec<Date> {
    let first = day.first_of_month();
    (0..=back)
        .rev()
        .filter_map(|ago| first.checked_sub(ago.months()).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn whole_months_are_whole_whatever_their_days() {
        assert_eq!(
            between(date(2024, 1, 15), date(2024, 2, 15)).to_bits(),
            1.0_f64.to_bits()
        );
        assert_eq!(
            between(date(2024, 1, 31), date(2024, 2, 29)).to_bits(),
            1.0_f64.to_bits()
        );
        assert_eq!(
            between(date(2024, 1, 31), date(2026, 1, 31)).to_bits(),
            24.0_f64.to_bits()
        );
        assert_eq!(
            between(date(2024, 2, 29), date(2025, 2, 28)).to_bits(),
            12.0_f64.to_bits()
        );
        assert_eq!(
            between(date(2024, 5, 2), date(2024, 5, 1)).to_bits(),
            0.0_f64.to_bits()
        );
    }

    #[test]
    fn the_rest_is_a_share_of_its_month() {
        assert!((between(date(2024, 1, 15), date(2024, 2, 25)) - (1.0 + 10.0 / 29.0)).abs() < 1e-12);
        assert!((between(date(2024, 1, 15), date(2024, 2, 14)) - 30.0 / 31.0).abs() < 1e-12);
    }

    #[test]
    fn later_days_are_never_fewer_months() {
        for from in [date(2023, 1, 31), date(2024, 2, 29), date(2024, 12, 30)] {
            let mut last = 0.0;
            for days in 1..1_200 {
                let now = between(from, from.saturating_add(days.days()));
                assert!(now > last, "{from} and {days} days");
                last = now;
            }
        }
    }

    #[test]
    fn months_back_keep_the_clock_of_the_wall_over_summer_time() {
        let zone = TimeZone::get("America/New_York").expect("a zone");
        let at = |text: &str| Time::from(text.parse::<jiff::Timestamp>().expect("an instant"));
        assert_eq!(
            before(at("2026-07-01T14:00:00Z"), 6, &zone),
            Some(at("2026-01-01T15:00:00Z"))
        );
        assert_eq!(
            before(at("2026-08-31T14:00:00Z"), 18, &zone),
            Some(at("2025-02-28T15:00:00Z"))
        );
        assert_eq!(
            before(at("2026-01-01T15:00:00Z"), -1, &zone),
            Some(at("2026-02-01T15:00:00Z"))
        );
    }

    #[test]
    fn the_first_days_of_months_go_back_over_the_year() {
        assert_eq!(
            firsts(date(2026, 2, 17), 2),
            [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
        );
    }
}
