//! Weeks as a person types them and as they are written back.

use jiff::civil::Weekday::{self, Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
use proptest::prelude::*;

use super::*;

fn span(day: Weekday, start: u16, length: u16) -> WeeklySpan {
    WeeklySpan { day, start, length }
}

/// The part that is not understood, and what to write.
fn refusal(text: &str) -> (String, &'static str) {
    match parse_weekly(text) {
        Err(HoursError::NotUnderstood { part, wanted }) => (part, wanted),
        other => panic!("{text:?}: {other:?}"),
    }
}

#[test]
fn a_usual_week_is_read_day_by_day() {
    let spans = parse_weekly("Mon-Tue 08:00-12:00,13:00-17:00; Sat 09:00-12:00").unwrap();
    let expected = [
        span(Monday, 480, 240),
        span(Monday, 780, 240),
        span(Tuesday, 480, 240),
        span(Tuesday, 780, 240),
        span(Saturday, 540, 180),
    ];
    assert_eq!(spans, expected);
}

#[test]
fn round_the_clock_is_seven_whole_days() {
    let spans = parse_weekly(" 24/7 ").unwrap();
    assert_eq!(spans.len(), 7);
    assert!(spans.iter().all(|span| (span.start, span.length) == (0, 1440)));
    assert_eq!(parse_weekly("Mon-Sun 00:00-24:00").unwrap(), spans);
}

#[test]
fn closed_is_a_week_without_spans() {
    assert_eq!(parse_weekly("closed"), Ok(Vec::new()));
    assert_eq!(format_weekly(&[]), "closed");
}

#[test]
fn a_time_that_ends_before_it_starts_ends_on_the_next_day() {
    assert_eq!(parse_weekly("Fri 22:00-02:00"), Ok(vec![span(Friday, 1320, 240)]));
    assert_eq!(format_weekly(&[span(Friday, 1320, 240)]), "Fri 22:00-02:00");
}

#[test]
fn a_time_of_more_than_a_day_counts_its_hours_on() {
    assert_eq!(
        parse_weekly("Fri 20:00-50:00"),
        Ok(vec![span(Friday, 1200, 1800)])
    );
    assert_eq!(format_weekly(&[span(Friday, 1200, 1800)]), "Fri 20:00-50:00");
    assert_eq!(
        parse_weekly("Fri 20:00-44:00"),
        Ok(vec![span(Friday, 1200, 1440)])
    );
    assert_eq!(format_weekly(&[span(Friday, 1200, 1440)]), "Fri 20:00-44:00");
    assert_eq!(format_weekly(&[span(Friday, 1200, 240)]), "Fri 20:00-24:00");
    assert_eq!(
        parse_weekly("Fri 23:59-71:59"),
        Ok(vec![span(Friday, 1439, 2880)])
    );
}

#[test]
fn days_may_be_a_range_over_sunday_a_list_or_full_names_in_any_case() {
    let days =
        |text: &str| -> Vec<Weekday> { parse_weekly(text).unwrap().iter().map(|span| span.day).collect() };
    assert_eq!(days("Sat-Mon 08:00-09:00"), [Monday, Saturday, Sunday]);
    assert_eq!(
        days("mon, WED,Thu-Fri 8:00-09:00"),
        [Monday, Wednesday, Thursday, Friday]
    );
    assert_eq!(days("tuesday 8:00\u{2013}09:00;"), [Tuesday]);
    assert_eq!(days("Sun-Sun 8:00-09:00"), [Sunday]);
}

#[test]
fn times_of_one_day_that_meet_are_one_span() {
    assert_eq!(
        parse_weekly("Mon 12:00-17:00,08:00-12:00"),
        Ok(vec![span(Monday, 480, 540)])
    );
    assert_eq!(
        parse_weekly("Mon 08:00-12:00; Mon 09:00-10:00"),
        Ok(vec![span(Monday, 480, 240)])
    );
    assert_eq!(parse_weekly("Mon 08:00-12:00; Tue 12:00-13:00").unwrap().len(), 2);
}

#[test]
fn spans_that_meet_but_would_be_too_long_as_one_stay_two() {
    let spans = [span(Monday, 0, 2880), span(Monday, 1439, 2880)];
    assert_eq!(tidied(spans.to_vec()), spans);
}

#[test]
fn the_part_that_is_not_understood_is_named() {
    assert_eq!(refusal(""), (String::new(), CLAUSE));
    assert_eq!(
        refusal("Mon 08:00-17:00;;Tue 08:00-17:00"),
        (String::new(), CLAUSE)
    );
    assert_eq!(refusal("often"), ("often".to_owned(), CLAUSE));
    assert_eq!(refusal("Mon-Fri"), ("Mon-Fri".to_owned(), CLAUSE));
    assert_eq!(
        refusal("Mon 08:00-17:00; Dim 09:00-12:00"),
        ("Dim".to_owned(), DAYS)
    );
    assert_eq!(refusal("Mon-Frei 08:00-17:00"), ("Mon-Frei".to_owned(), DAYS));
    assert_eq!(refusal("08:00-17:00"), (String::new(), DAYS));
    assert_eq!(refusal("Mon 08:00"), ("08:00".to_owned(), TIMES));
    assert_eq!(refusal("Mon 08:00-12:00,"), (String::new(), TIMES));
    for time in [
        "8",
        "8:5",
        "08:60",
        "008:00",
        "72:00",
        "08:00 pm",
        "\u{668}:00",
        "+8:00",
        ":30",
        "8:",
    ] {
        assert_eq!(refusal(&format!("Mon 07:00-{time}")), (time.to_owned(), CLOCK));
    }
    assert_eq!(refusal("Mon 24:00-26:00"), ("24:00-26:00".to_owned(), CLOCK));
    assert_eq!(refusal("Mon 08:00-08:00"), ("08:00-08:00".to_owned(), MIDNIGHTS));
    assert_eq!(refusal("Mon 08:00-56:01"), ("08:00-56:01".to_owned(), LENGTH));
}

#[test]
fn an_error_says_what_to_write_instead() {
    let error = parse_weekly("Mo 08:00-17:00").unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"Mo\" is not understood; write a day or days such as Mon or Mon-Fri"
    );
}

#[test]
fn text_without_end_is_refused_before_it_is_read() {
    assert_eq!(
        parse_weekly(&"x".repeat(HOURS_TEXT_MAX + 1)),
        Err(HoursError::TextTooLong)
    );
    let (part, _) = refusal(&"x".repeat(HOURS_TEXT_MAX));
    assert_eq!(part.len(), 40);
}

#[test]
fn more_spans_than_a_week_may_have_are_refused() {
    let times: Vec<String> = (0..25)
        .map(|at| format!("{}:{:02}-{}:{:02}", at / 2, at % 2 * 30, at / 2, at % 2 * 30 + 9))
        .collect();
    let text = format!("Mon-Sun {}", times.join(","));
    assert_eq!(
        parse_weekly(&text),
        Err(HoursError::TooMany {
            what: "spans a week",
            max: SPANS_MAX
        })
    );
}

#[test]
fn neighbouring_days_with_the_same_hours_share_a_clause() {
    let week = "Mon-Wed 08:00-12:00,13:00-17:00; Thu 08:00-12:00; Sat-Sun 09:00-12:00";
    assert_eq!(format_weekly(&parse_weekly(week).unwrap()), week);
    let gap = "Mon 08:00-12:00; Wed 08:00-12:00";
    assert_eq!(format_weekly(&parse_weekly(gap).unwrap()), gap);
    assert_eq!(format_weekly(&parse_weekly("24/7").unwrap()), "24/7");
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_the_same_week(
        spans in prop::collection::vec((0..7_i8, 0..1440_u16, 1..=2880_u16), 0..10)
    ) {
        let spans = spans.into_iter().map(|(day, start, length)| {
            span(Weekday::from_monday_zero_offset(day).unwrap(), start, length)
        });
        let spans: Vec<WeeklySpan> = spans.collect();
        let text = format_weekly(&spans);
        prop_assert_eq!(parse_weekly(&text), Ok(tidied(spans)), "{}", text);
    }

    #[test]
    fn no_text_makes_the_reader_fail_otherwise_than_by_an_error(text in "[MonTueFri0-9:,;/ -]{0,60}|\\PC{0,60}") {
        if let Ok(spans) = parse_weekly(&text) {
            prop_assert_eq!(parse_weekly(&format_weekly(&spans)), Ok(spans));
        }
    }
}
