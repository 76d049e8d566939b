//! The line of readings, piece by piece.

use jiff::civil::datetime;
use jiff::tz::TimeZone;

use super::super::{Exception, Holiday, parse_weekly};
use super::*;

fn claim(from: i64, to: i64, kind: Kind) -> Claim {
    Claim { from, to, kind }
}

fn week(text: &str) -> Week {
    Week::compile(&parse_weekly(text).unwrap())
}

#[test]
fn the_last_claim_over_a_reading_holds_and_the_earlier_comes_back_after_it() {
    let claims = [
        claim(0, 100, Kind::Open),
        claim(20, 50, Kind::Closed),
        claim(40, 60, Kind::Weekly(0)),
    ];
    let pieces = layer(&claims);
    let expected = [
        (LINE_START, Kind::Closed),
        (0, Kind::Open),
        (20, Kind::Closed),
        (40, Kind::Weekly(0)),
        (60, Kind::Open),
        (100, Kind::Closed),
    ];
    assert_eq!(pieces, expected);
}

#[test]
fn claims_that_meet_and_do_the_same_are_one_piece() {
    let claims = [
        claim(0, 50, Kind::Open),
        claim(50, 100, Kind::Open),
        claim(70, 60, Kind::Closed),
    ];
    assert_eq!(
        layer(&claims),
        [(LINE_START, Kind::Closed), (0, Kind::Open), (100, Kind::Closed)]
    );
}

#[test]
fn overlapping_spans_count_once() {
    let both = week("Mon 08:00-12:00; Mon 10:00-14:00; Sun 20:00-56:00; Mon 01:00-02:00");
    // Sunday 20:00 to Tuesday 08:00 swallows all of Monday.
    assert_eq!(both.total, 36 * 60 * MINUTE);
    assert_eq!(both.runs.len(), 2);
    assert_eq!(week("Sun 20:00-24:00").runs.len(), 1);
    let inner = Week::compile(&[
        WeeklySpan {
            day: Weekday::Monday,
            start: 0,
            length: 2880,
        },
        WeeklySpan {
            day: Weekday::Tuesday,
            start: 0,
            length: 60,
        },
        WeeklySpan {
            day: Weekday::Wednesday,
            start: 0,
            length: 60,
        },
    ]);
    assert_eq!((inner.total, inner.runs.len()), (49 * 60 * MINUTE, 1));
}

#[test]
fn a_week_that_never_closes_is_one_run() {
    let always = week("24/7");
    assert_eq!((always.total, always.runs.len()), (WEEK, 1));
    assert!(always.is_open(FIRST_MONDAY) && always.is_open(FIRST_MONDAY - 1) && always.is_open(0));
}

#[test]
fn open_time_before_the_first_monday_counts_backwards() {
    let mondays = week("Mon 08:00-12:00");
    assert_eq!(mondays.open_before(FIRST_MONDAY - 1), 0);
    assert_eq!(mondays.open_before(FIRST_MONDAY - WEEK), -4 * 60 * MINUTE);
    assert_eq!(mondays.open_before(FIRST_MONDAY + WEEK), 4 * 60 * MINUTE);
    assert_eq!(mondays.open_before(FIRST_MONDAY + 9 * 60 * MINUTE), 60 * MINUTE);
}

#[test]
fn the_epoch_reads_zero_and_no_reading_leaves_the_line() {
    assert_eq!(reading(datetime(1970, 1, 1, 0, 0, 0, 0)), 0);
    assert_eq!(reading(datetime(1970, 1, 2, 0, 0, 0, 1_000)), DAY + 1);
    assert_eq!(reading(DateTime::MIN), LINE_START);
    assert_eq!(reading(DateTime::MAX), LINE_END);
}

#[test]
fn the_line_grows_with_the_special_days_and_not_with_the_years() {
    let mut plan = HoursPlan::parse("UTC", "Mon-Fri 08:00-17:00").unwrap();
    // One piece, and the end of the line.
    assert_eq!(Line::compile(&plan).segments.len(), 2);
    plan.holidays = vec![Holiday {
        date: Date::constant(2026, 12, 25),
        name: String::new(),
    }];
    let opening = (
        datetime(2026, 12, 27, 9, 0, 0, 0),
        datetime(2026, 12, 27, 10, 0, 0, 0),
    );
    plan.exceptions = vec![Exception {
        from: opening.0,
        to: opening.1,
        change: Change::Open,
    }];
    assert_eq!(Line::compile(&plan).segments.len(), 6);
    assert_eq!(Line::compile(&HoursPlan::never(TimeZone::UTC)).segments.len(), 1);
}
