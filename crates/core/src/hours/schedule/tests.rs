//! The meaning of hours, sentence by sentence; the whole of it is counted in `against_minutes`.

use jiff::civil::{date, datetime};

use super::super::{Change, Country, Exception, Holiday, WeeklyPattern, holidays, parse_weekly};
use super::*;

fn at(text: &str) -> Time {
    text.parse::<Timestamp>().unwrap().into()
}

fn plan(zone: &str, hours: &str) -> HoursPlan {
    HoursPlan::parse(zone, hours).unwrap()
}

fn schedule(zone: &str, hours: &str) -> Schedule {
    Schedule::compile(&plan(zone, hours)).unwrap()
}

fn pattern(hours: &str, valid_from: Option<Date>, valid_until: Option<Date>) -> WeeklyPattern {
    WeeklyPattern {
        valid_from,
        valid_until,
        spans: parse_weekly(hours).unwrap(),
    }
}

fn exception(from: DateTime, to: DateTime, change: Change) -> Exception {
    Exception { from, to, change }
}

fn holiday(date: Date) -> Holiday {
    Holiday {
        date,
        name: "a holiday".to_owned(),
    }
}

/// The openings of a day as clock times, the next midnight as 24:00.
fn shown(schedule: &Schedule, day: Date) -> Vec<String> {
    let openings = schedule.opening_on(day).into_iter().map(|opening| {
        let to = if opening.to.date() == day {
            opening.to.strftime("%H:%M").to_string()
        } else {
            "24:00".to_owned()
        };
        format!("{}-{to}", opening.from.strftime("%H:%M"))
    });
    openings.collect()
}

const OFFICE: &str = "Mon-Fri 08:00-12:00,13:00-17:00";

#[test]
fn a_span_is_open_at_its_first_microsecond_and_closed_at_its_end() {
    // 2026-11-23 is a Monday, and New York is five hours behind UTC.
    let office = schedule("America/New_York", OFFICE);
    let one = Span::from_micros(1);
    let (opens, closes) = (at("2026-11-23T13:00:00Z"), at("2026-11-23T17:00:00Z"));
    assert!(office.is_open(opens) && !office.is_open(opens - one));
    assert!(office.is_open(closes - one) && !office.is_open(closes));
    assert_eq!(office.next_change(opens - one), Some((opens, true)));
    assert_eq!(office.next_change(opens), Some((closes, false)));
    assert_eq!(
        office.next_change(closes),
        Some((at("2026-11-23T18:00:00Z"), true))
    );
}

#[test]
fn open_time_is_exact_to_the_microsecond() {
    let office = schedule("UTC", OFFICE);
    let from = at("2026-11-23T11:59:59.999999Z");
    assert_eq!(
        office.open_between(from, at("2026-11-23T13:00:00.000002Z")),
        Span::from_micros(3)
    );
    assert_eq!(
        office.after_open(from, Span::from_micros(3)),
        Some(at("2026-11-23T13:00:00.000002Z"))
    );
    assert_eq!(
        office.open_between(at("2026-11-23T00:00:00Z"), at("2026-11-30T00:00:00Z")),
        Span::from_hours(40)
    );
}

#[test]
fn a_span_backwards_holds_no_open_time() {
    let always = schedule("UTC", "24/7");
    let (early, late) = (at("2026-11-23T10:00:00Z"), at("2026-11-23T11:00:00Z"));
    assert_eq!(always.open_between(late, early), Span::ZERO);
    assert_eq!(always.open_between(late, late), Span::ZERO);
}

#[test]
fn open_time_used_up_at_closing_ends_there_and_not_at_the_next_opening() {
    let office = schedule("UTC", OFFICE);
    let from = at("2026-11-27T16:30:00Z");
    assert_eq!(
        office.after_open(from, Span::from_minutes(30)),
        Some(at("2026-11-27T17:00:00Z"))
    );
    // From before lunch, so that the closing is found by searching.
    let morning = at("2026-11-27T11:30:00Z");
    assert_eq!(
        office.after_open(morning, Span::from_minutes(270)),
        Some(at("2026-11-27T17:00:00Z"))
    );
    // Friday evening: the rest is Monday's.
    assert_eq!(
        office.after_open(from, Span::from_minutes(31)),
        Some(at("2026-11-30T08:01:00Z"))
    );
}

#[test]
fn no_open_time_has_passed_at_once_even_while_closed() {
    let office = schedule("UTC", OFFICE);
    let night = at("2026-11-23T03:00:00Z");
    assert_eq!(office.after_open(night, Span::ZERO), Some(night));
    assert_eq!(office.after_open(night, Span::from_micros(-5)), Some(night));
    assert_eq!(office.after_open(Time::MAX, Span::ZERO), Some(Time::MAX));
}

#[test]
fn a_place_without_hours_never_opens() {
    let never = Schedule::compile(&HoursPlan::never(TimeZone::UTC)).unwrap();
    assert!(!never.ever_opens());
    assert_eq!(never.next_change(Time::from_micros(0)), None);
    assert_eq!(never.after_open(Time::from_micros(0), Span::from_micros(1)), None);
    assert!(!schedule("UTC", "closed").ever_opens());
    assert!(schedule("UTC", "Sun 00:00-00:01").ever_opens());
}

#[test]
fn hours_that_the_clocks_skip_never_open_a_place() {
    // On 2026-03-08 New York's clocks jump from 2 to 3.
    let mut plan = HoursPlan::never(super::super::zone_named("America/New_York").unwrap());
    let skipped = |minute| {
        exception(
            datetime(2026, 3, 8, 2, 0, 0, 0),
            datetime(2026, 3, 8, 3, minute, 0, 0),
            Change::Open,
        )
    };
    plan.exceptions = vec![skipped(0)];
    assert!(!Schedule::compile(&plan).unwrap().ever_opens());
    plan.exceptions = vec![skipped(1)];
    let barely = Schedule::compile(&plan).unwrap();
    assert!(barely.ever_opens());
    assert_eq!(
        barely.next_change(at("2026-03-08T00:00:00Z")),
        Some((at("2026-03-08T07:00:00Z"), true))
    );
    assert_eq!(
        barely.next_change(at("2026-03-08T07:00:00Z")),
        Some((at("2026-03-08T07:01:00Z"), false))
    );
}

#[test]
fn round_the_clock_every_hour_counts_once_whatever_the_clocks_do() {
    for zone in ["UTC", "Australia/Lord_Howe", "America/New_York"] {
        let always = schedule(zone, "24/7");
        let (from, to) = (at("2016-01-01T00:00:00Z"), at("2046-01-01T00:00:00Z"));
        assert_eq!(always.open_between(from, to), to.since(from));
        assert_eq!(always.after_open(from, to.since(from)), Some(to));
        assert_eq!(always.next_change(from), None);
        assert!(always.is_open(from));
    }
}

#[test]
fn a_repeated_hour_counts_twice_and_a_skipped_one_not_at_all() {
    // Berlin repeats 2 to 3 on 2026-10-25 and skips it on 2026-03-29; both are Sundays.
    let night = schedule("Europe/Berlin", "Sun 01:00-04:00");
    let open_on = |day: &str, next: &str| night.open_between(at(day), at(next));
    assert_eq!(
        open_on("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"),
        Span::from_hours(4)
    );
    assert_eq!(
        open_on("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"),
        Span::from_hours(2)
    );
    assert_eq!(
        open_on("2026-06-06T12:00:00Z", "2026-06-07T12:00:00Z"),
        Span::from_hours(3)
    );
}

#[test]
fn a_place_that_closes_within_a_repeated_hour_opens_again_for_its_second_time() {
    let night = schedule("Europe/Berlin", "Sun 01:00-02:30");
    let closes = at("2026-10-25T00:30:00Z");
    let again = at("2026-10-25T01:00:00Z");
    assert_eq!(
        night.next_change(at("2026-10-25T00:00:00Z")),
        Some((closes, false))
    );
    assert_eq!(night.next_change(closes), Some((again, true)));
    assert_eq!(
        night.next_change(again),
        Some((at("2026-10-25T01:30:00Z"), false))
    );
}

#[test]
fn a_span_past_midnight_belongs_to_the_day_it_starts() {
    let mut plan = plan("UTC", "Fri 22:00-02:00");
    let late = Schedule::compile(&plan).unwrap();
    assert_eq!(shown(&late, date(2026, 11, 27)), ["22:00-24:00"]);
    assert_eq!(shown(&late, date(2026, 11, 28)), ["00:00-02:00"]);
    // The last Friday on which the hours are valid still ends on a Saturday on which they are not.
    plan.weekly[0].valid_until = Some(date(2026, 11, 28));
    let ended = Schedule::compile(&plan).unwrap();
    assert_eq!(
        ended.next_change(at("2026-11-27T23:00:00Z")),
        Some((at("2026-11-28T02:00:00Z"), false))
    );
    assert_eq!(ended.next_change(at("2026-11-28T02:00:00Z")), None);
    // And hours valid from that Saturday have no Friday night to bring along.
    plan.weekly[0] = pattern("Fri 22:00-02:00", Some(date(2026, 11, 28)), None);
    let begun = Schedule::compile(&plan).unwrap();
    assert_eq!(
        begun.next_change(at("2026-11-20T00:00:00Z")),
        Some((at("2026-12-04T22:00:00Z"), true))
    );
}

#[test]
fn a_sunday_night_runs_on_into_monday() {
    let night = schedule("UTC", "Sun 22:00-06:00");
    assert!(night.is_open(at("2026-11-23T05:59:59Z")) && !night.is_open(at("2026-11-23T06:00:00Z")));
    assert_eq!(
        night.open_between(at("2026-11-22T00:00:00Z"), at("2026-11-29T00:00:00Z")),
        Span::from_hours(8)
    );
}

#[test]
fn the_last_pattern_that_is_valid_on_a_day_rules_it_alone() {
    let mut plan = plan("UTC", "Mon-Sun 08:00-18:00");
    plan.weekly.push(pattern(
        "Mon-Sun 10:00-12:00",
        Some(date(2026, 7, 1)),
        Some(date(2026, 8, 1)),
    ));
    let summer = Schedule::compile(&plan).unwrap();
    assert_eq!(shown(&summer, date(2026, 6, 30)), ["08:00-18:00"]);
    for day in [
        date(2026, 7, 1),
        date(2026, 7, 2),
        date(2026, 7, 15),
        date(2026, 7, 31),
    ] {
        assert_eq!(shown(&summer, day), ["10:00-12:00"], "{day}");
    }
    for day in [date(2026, 8, 1), date(2026, 8, 2), date(2026, 8, 15)] {
        assert_eq!(shown(&summer, day), ["08:00-18:00"], "{day}");
    }
    let august = (at("2026-07-31T00:00:00Z"), at("2026-08-02T00:00:00Z"));
    assert_eq!(summer.open_between(august.0, august.1), Span::from_hours(12));
}

#[test]
fn a_holiday_closes_its_civil_day_and_no_more() {
    let mut plan = plan("UTC", "Mon-Sun 20:00-04:00");
    plan.holidays = vec![holiday(date(2026, 12, 25))];
    let nights = Schedule::compile(&plan).unwrap();
    assert_eq!(shown(&nights, date(2026, 12, 24)), ["00:00-04:00", "20:00-24:00"]);
    assert!(shown(&nights, date(2026, 12, 25)).is_empty());
    assert_eq!(shown(&nights, date(2026, 12, 26)), ["00:00-04:00", "20:00-24:00"]);
}

#[test]
fn a_holiday_is_the_day_of_the_place_and_not_of_utc() {
    let mut plan = plan("America/New_York", "24/7");
    plan.holidays = vec![holiday(date(2026, 12, 25))];
    let always = Schedule::compile(&plan).unwrap();
    assert_eq!(
        always.next_change(at("2026-12-20T00:00:00Z")),
        Some((at("2026-12-25T05:00:00Z"), false))
    );
    assert_eq!(
        always.next_change(at("2026-12-25T05:00:00Z")),
        Some((at("2026-12-26T05:00:00Z"), true))
    );
}

#[test]
fn exceptions_outrank_holidays_and_the_later_entered_outranks_the_earlier() {
    let mut plan = plan("UTC", OFFICE);
    plan.holidays = vec![holiday(date(2026, 12, 25))];
    let noon = |hour| datetime(2026, 12, 25, hour, 0, 0, 0);
    let opening = exception(noon(9), noon(15), Change::Open);
    let closure = exception(noon(11), noon(12), Change::Close);
    plan.exceptions = vec![opening, closure];
    assert_eq!(
        shown(&Schedule::compile(&plan).unwrap(), date(2026, 12, 25)),
        ["09:00-11:00", "12:00-15:00"]
    );
    plan.exceptions = vec![closure, opening];
    assert_eq!(
        shown(&Schedule::compile(&plan).unwrap(), date(2026, 12, 25)),
        ["09:00-15:00"]
    );
}

#[test]
fn an_opening_that_meets_the_weekly_hours_is_no_change() {
    let mut plan = plan("UTC", OFFICE);
    plan.exceptions = vec![exception(
        datetime(2026, 11, 23, 17, 0, 0, 0),
        datetime(2026, 11, 23, 19, 0, 0, 0),
        Change::Open,
    )];
    let late = Schedule::compile(&plan).unwrap();
    assert_eq!(
        late.next_change(at("2026-11-23T14:00:00Z")),
        Some((at("2026-11-23T19:00:00Z"), false))
    );
    assert_eq!(shown(&late, date(2026, 11, 23)), ["08:00-12:00", "13:00-19:00"]);
}

#[test]
fn a_closure_that_covers_all_hours_means_no_next_change_before_it_ends() {
    let mut plan = plan("UTC", OFFICE);
    plan.exceptions = vec![exception(
        datetime(2026, 11, 23, 0, 0, 0, 0),
        datetime(2027, 1, 4, 9, 30, 0, 0),
        Change::Close,
    )];
    let away = Schedule::compile(&plan).unwrap();
    let reopens = at("2027-01-04T09:30:00Z");
    assert_eq!(
        away.next_change(at("2026-11-20T17:00:00Z")),
        Some((reopens, true))
    );
    assert_eq!(
        away.after_open(at("2026-11-20T16:59:00Z"), Span::from_minutes(2)),
        Some(reopens + Span::from_minutes(1))
    );
    // For good, there is none at all.
    plan.exceptions[0].to = DateTime::MAX;
    let shut = Schedule::compile(&plan).unwrap();
    assert_eq!(shut.next_change(at("2026-11-20T17:00:00Z")), None);
    assert!(shut.ever_opens());
}

#[test]
fn outside_of_the_horizon_every_place_is_closed() {
    let always = schedule("America/New_York", "24/7");
    let one = Span::from_micros(1);
    for outside in [Time::MIN, HORIZON_START - one, HORIZON_END, Time::MAX] {
        assert!(!always.is_open(outside), "{outside:?}");
    }
    assert!(always.is_open(HORIZON_START) && always.is_open(HORIZON_END - one));
    assert_eq!(always.next_change(Time::MIN), Some((HORIZON_START, true)));
    assert_eq!(always.next_change(Time::MAX), None);
    assert_eq!(
        always.open_between(Time::MIN, Time::MAX),
        HORIZON_END.since(HORIZON_START)
    );
    assert_eq!(
        always.after_open(Time::MIN, Span::from_secs(1)),
        Some(HORIZON_START + Span::from_secs(1))
    );
    assert_eq!(always.after_open(HORIZON_END - one, one), Some(HORIZON_END));
    assert_eq!(always.after_open(HORIZON_END, one), None);
    assert_eq!(
        always.after_open(HORIZON_START, Span::from_micros(i64::MAX)),
        None
    );
    assert!(
        always.opening_on(date(1969, 12, 31)).is_empty() && always.opening_on(date(2100, 1, 1)).is_empty()
    );
    assert_eq!(shown(&always, date(1970, 1, 1)), ["00:00-24:00"]);
    assert_eq!(shown(&always, date(2099, 12, 31)), ["00:00-24:00"]);
    assert!(always.opening_on(Date::MIN).is_empty() && always.opening_on(Date::MAX).is_empty());
}

#[test]
fn plans_beyond_the_horizon_do_no_harm() {
    let mut plan = plan("UTC", OFFICE);
    plan.weekly[0].valid_from = Some(Date::MIN);
    plan.weekly[0].valid_until = Some(Date::MAX);
    plan.weekly.push(pattern("24/7", None, Some(date(1900, 1, 1))));
    plan.weekly.push(pattern("24/7", Some(date(2150, 1, 1)), None));
    plan.holidays = vec![
        holiday(Date::MIN),
        holiday(date(1900, 1, 1)),
        holiday(date(2150, 1, 1)),
        holiday(Date::MAX),
    ];
    plan.exceptions = vec![exception(
        DateTime::MIN,
        datetime(1960, 1, 1, 0, 0, 0, 0),
        Change::Open,
    )];
    let beyond = Schedule::compile(&plan).unwrap();
    let usual = schedule("UTC", OFFICE);
    assert_eq!(
        beyond.open_between(Time::MIN, Time::MAX),
        usual.open_between(Time::MIN, Time::MAX)
    );
}

#[test]
fn a_day_that_a_zone_left_out_is_no_trouble() {
    // Samoa went from 29 to 31 December 2011 across the date line.
    let always = schedule("Pacific/Apia", "24/7");
    let (from, to) = (at("2011-12-29T00:00:00Z"), at("2012-01-02T00:00:00Z"));
    assert_eq!(always.open_between(from, to), Span::from_days(4));
    let fridays = schedule("Pacific/Apia", "Fri 08:00-12:00");
    assert_eq!(fridays.open_between(from, to), Span::ZERO);
}

#[test]
fn a_normal_practice_fits_in_eight_kilobytes() {
    let mut plan = plan("America/New_York", OFFICE);
    for year in 2021..2031 {
        let days = holidays(Country::UnitedStates, year).into_iter();
        plan.holidays.extend(days.map(|(date, key)| Holiday {
            date,
            name: key.to_owned(),
        }));
    }
    let normal = Schedule::compile(&plan).unwrap();
    // No change of the clocks falls into its hours, so only the start is kept.
    assert_eq!(normal.skews.len(), 1);
    assert!(normal.heap() < 8_192, "{} bytes", normal.heap());
    let round_the_clock = schedule("America/New_York", "24/7");
    assert!(round_the_clock.heap() < 8_192, "{} bytes", round_the_clock.heap());
}

#[test]
fn a_search_takes_steps_by_the_logarithm_of_the_way() {
    for opens in [
        START + 1,
        START + 90_000_000_000,
        i64::midpoint(START, END),
        END - 1,
    ] {
        let steps = std::cell::Cell::new(0);
        let passed = |at: i64| {
            steps.set(steps.get() + 1);
            (at - opens).clamp(0, 1)
        };
        assert_eq!(advance(START, 1, passed), Some(opens + 1));
        assert!(steps.get() < 300, "{} steps", steps.get());
    }
}

#[test]
fn the_zone_is_the_plans() {
    assert_eq!(
        schedule("Europe/Berlin", OFFICE).zone().iana_name(),
        Some("Europe/Berlin")
    );
}
