//! What a plan refuses, and how its refusals read.

use jiff::civil::{Weekday, date};
use jiff::tz::TimeZone;

use super::*;
use crate::hours::Schedule;

fn of(pattern: WeeklyPattern) -> HoursPlan {
    HoursPlan {
        weekly: vec![pattern],
        ..HoursPlan::never(TimeZone::UTC)
    }
}

fn refusal(plan: &HoursPlan) -> HoursError {
    Schedule::compile(plan).map(|_| ()).unwrap_err()
}

fn span(start: u16, length: u16) -> WeeklySpan {
    WeeklySpan {
        day: Weekday::Monday,
        start,
        length,
    }
}

#[test]
fn a_zone_is_known_by_its_iana_name_in_any_case() {
    assert_eq!(
        zone_named("america/new_york").unwrap().iana_name(),
        Some("America/New_York")
    );
    assert_eq!(zone_named("UTC").unwrap().iana_name(), Some("UTC"));
}

#[test]
fn a_name_that_is_no_zone_is_refused_by_name() {
    for name in ["", "Mars/Olympus", "+02:00", "Etc/Unknown", "../etc/passwd"] {
        assert_eq!(zone_named(name), Err(HoursError::UnknownZone(name.to_owned())));
    }
    assert_eq!(
        zone_named("Nowhere").unwrap_err().to_string(),
        "\"Nowhere\" is no time zone; write one such as America/New_York or UTC"
    );
    assert_eq!(
        zone_named(&"x".repeat(100_000)),
        Err(HoursError::UnknownZone("x".repeat(40)))
    );
}

#[test]
fn a_plan_is_parsed_from_a_zone_and_a_line_of_hours() {
    assert_eq!(
        HoursPlan::parse("UTC", "24/7"),
        Ok(HoursPlan::always(zone_named("UTC").unwrap()))
    );
    assert_eq!(
        HoursPlan::parse("Nowhere", "24/7"),
        Err(HoursError::UnknownZone("Nowhere".to_owned()))
    );
    assert!(matches!(
        HoursPlan::parse("UTC", "often"),
        Err(HoursError::NotUnderstood { .. })
    ));
}

#[test]
fn a_span_that_starts_after_its_day_is_refused() {
    let with = |start| {
        of(WeeklyPattern {
            spans: vec![span(start, 60)],
            ..WeeklyPattern::default()
        })
    };
    assert!(Schedule::compile(&with(1439)).is_ok());
    assert_eq!(refusal(&with(1440)), HoursError::SpanStart(1440));
}

#[test]
fn a_span_is_a_minute_to_two_days_long() {
    let with = |length| {
        of(WeeklyPattern {
            spans: vec![span(1439, length)],
            ..WeeklyPattern::default()
        })
    };
    assert!(Schedule::compile(&with(1)).is_ok());
    assert!(Schedule::compile(&with(2880)).is_ok());
    assert_eq!(refusal(&with(0)), HoursError::SpanLength(0));
    assert_eq!(refusal(&with(2881)), HoursError::SpanLength(2881));
}

#[test]
fn hours_that_end_before_they_are_valid_are_refused() {
    let (from, until) = (date(2026, 3, 1), date(2026, 3, 1));
    let pattern = WeeklyPattern {
        valid_from: Some(from),
        valid_until: Some(until),
        spans: Vec::new(),
    };
    assert_eq!(refusal(&of(pattern)), HoursError::Validity { from, until });
}

#[test]
fn a_closure_that_ends_as_it_begins_is_refused() {
    let from = date(2026, 3, 1).at(12, 0, 0, 0);
    let mut plan = HoursPlan::always(TimeZone::UTC);
    plan.exceptions.push(Exception {
        from,
        to: from,
        change: Change::Close,
    });
    assert_eq!(refusal(&plan), HoursError::Backwards { from, to: from });
}

#[test]
fn every_list_of_a_plan_has_a_bound() {
    let too_many = |what, max| HoursError::TooMany { what, max };
    let never = || HoursPlan::never(TimeZone::UTC);
    let noon = date(2026, 3, 1).at(12, 0, 0, 0);
    let holiday = Holiday {
        date: date(2026, 1, 1),
        name: "New Year's Day".to_owned(),
    };
    let exception = Exception {
        from: noon,
        to: date(2026, 3, 2).at(12, 0, 0, 0),
        change: Change::Open,
    };

    let full = HoursPlan {
        weekly: vec![
            WeeklyPattern {
                spans: vec![span(0, 60); SPANS_MAX],
                ..WeeklyPattern::default()
            };
            PATTERNS_MAX
        ],
        holidays: vec![holiday.clone(); HOLIDAYS_MAX],
        exceptions: vec![exception; EXCEPTIONS_MAX],
        ..never()
    };
    assert!(Schedule::compile(&full).is_ok());

    let weekly = vec![WeeklyPattern::default(); PATTERNS_MAX + 1];
    assert_eq!(
        refusal(&HoursPlan { weekly, ..never() }),
        too_many("weekly patterns", PATTERNS_MAX)
    );
    let holidays = vec![holiday; HOLIDAYS_MAX + 1];
    assert_eq!(
        refusal(&HoursPlan { holidays, ..never() }),
        too_many("holidays", HOLIDAYS_MAX)
    );
    let exceptions = vec![exception; EXCEPTIONS_MAX + 1];
    assert_eq!(
        refusal(&HoursPlan {
            exceptions,
            ..never()
        }),
        too_many("closures and openings", EXCEPTIONS_MAX)
    );
    let spans = vec![span(0, 60); SPANS_MAX + 1];
    let pattern = WeeklyPattern {
        spans,
        ..WeeklyPattern::default()
    };
    assert_eq!(refusal(&of(pattern)), too_many("spans a week", SPANS_MAX));
}
