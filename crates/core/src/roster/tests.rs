use jiff::civil::{Weekday, date};

use super::*;
use crate::hours::{HoursPlan, zone_named};

mod by_minute;

const NEW_YORK: &str = "America/New_York";
const MAIN: LineId = LineId([1; 16]);
const OTHER: LineId = LineId([2; 16]);
const MARIA: MemberId = MemberId([11; 16]);
const LUIS: MemberId = MemberId([12; 16]);
const GRACE: MemberId = MemberId([13; 16]);

fn at(text: &str) -> Time {
    Time::from(text.parse::<jiff::Timestamp>().expect("an instant"))
}

/// An instant by New York's clocks in the week of Monday, November 2, 2026.
fn ny(day: i8, hour: i8, minute: i8) -> Time {
    let zone = zone_named(NEW_YORK).expect("a zone");
    let wall = date(2026, 11, day).at(hour, minute, 0, 0);
    Time::from(wall.to_zoned_datetime(zone).expect("an instant").timestamp())
}

fn shift(id: u8, member: MemberId, day: Weekday, hours: (u16, u16)) -> Shift {
    Shift {
        id: ShiftId([id; 16]),
        member,
        lines: vec![MAIN],
        zone: zone_named(NEW_YORK).expect("a zone"),
        span: WeeklySpan {
            day,
            start: hours.0 * 60,
            length: (hours.1 - hours.0) * 60,
        },
        breaks: Vec::new(),
        from: date(2026, 1, 1),
        until: None,
    }
}

/// Maria on the main line from 8 to 17, Monday to Friday.
fn weekdays(member: MemberId) -> Vec<Shift> {
    let days = Weekday::Monday.cycle_forward().take(5).zip(1..);
    days.map(|(day, id)| shift(id, member, day, (8, 17))).collect()
}

fn spell(member: MemberId, from: Time, until: Time) -> Spell {
    Spell {
        member,
        line: MAIN,
        from,
        until,
    }
}

fn hours(text: &str) -> Schedule {
    Schedule::compile(&HoursPlan::parse(NEW_YORK, text).expect("hours")).expect("a schedule")
}

fn watch(hours: &Schedule) -> Watch<'_> {
    Watch {
        line: MAIN,
        hours,
        since: Time::MIN,
    }
}

fn service(hours: Option<Schedule>) -> Answering {
    Answering {
        id: AnsweringId([9; 16]),
        line: MAIN,
        hours,
        from: Time::MIN,
        until: None,
    }
}

/// Monday to Monday by New York's clocks.
const WEEK: (&str, &str) = ("2026-11-02T05:00:00Z", "2026-11-09T05:00:00Z");

fn week() -> (Time, Time) {
    (at(WEEK.0), at(WEEK.1))
}

#[test]
fn a_week_of_shifts_and_a_service_after_hours_leaves_no_minute() {
    let phone = hours("mon-fri 8:00-17:00");
    let roster = Roster {
        shifts: weekdays(MARIA),
        answering: vec![service(None)],
        ..Roster::default()
    };
    let (was, planned) = count(&coverage(&roster, &watch(&phone), week(), at(WEEK.0)));
    assert_eq!(was, Counts::default());
    assert_eq!(planned.minutes(), 168 * 60);
    assert_eq!((planned.phone, planned.after), (45 * 60, 123 * 60));
    assert_eq!(planned.bare(), 0);
}

#[test]
fn what_was_planned_and_nobody_signed_in_for_was_a_gap() {
    let phone = hours("mon-fri 8:00-17:00");
    let roster = Roster {
        shifts: weekdays(MARIA),
        answering: vec![service(None)],
        spells: vec![spell(MARIA, ny(2, 8, 5), ny(2, 17, 10))],
        ..Roster::default()
    };
    let seen = coverage(&roster, &watch(&phone), week(), ny(3, 9, 0));
    let bare: Vec<_> = seen.iter().filter(|one| one.held == Held::Nobody).collect();
    let edges: Vec<_> = bare.iter().map(|one| (one.from, one.to)).collect();
    // Five minutes late on Monday, and nobody yet on Tuesday; the rest of Tuesday is still planned.
    assert_eq!(edges, [(ny(2, 8, 0), ny(2, 8, 5)), (ny(3, 8, 0), ny(3, 9, 0))]);
    let (was, planned) = count(&seen);
    assert_eq!((was.phone_bare, was.after_bare, planned.bare()), (65, 0, 0));
}

#[test]
fn twenty_seconds_to_sit_down_are_no_gap_and_a_whole_minute_is() {
    let phone = hours("mon-fri 8:00-17:00");
    let bare = |seconds: i64| {
        let roster = Roster {
            shifts: weekdays(MARIA),
            spells: vec![spell(MARIA, ny(2, 8, 0) + Span::from_secs(seconds), ny(2, 17, 0))],
            ..Roster::default()
        };
        let (was, _) = count(&coverage(&roster, &watch(&phone), week(), ny(2, 12, 0)));
        was.phone_bare
    };
    assert_eq!([0, 20, 59, 60, 80, 120].map(bare), [0, 0, 0, 1, 1, 2]);
}

#[test]
fn who_is_signed_in_without_a_shift_or_on_a_break_does_not_hold_the_line() {
    let phone = hours("mon-fri 8:00-17:00");
    let mut mine = weekdays(MARIA);
    mine[0].breaks = vec![Break {
        start: 12 * 60,
        length: 30,
    }];
    let mut roster = Roster {
        shifts: mine,
        spells: vec![
            spell(MARIA, ny(2, 7, 55), ny(2, 17, 0)),
            spell(LUIS, ny(2, 7, 55), ny(2, 17, 0)),
        ],
        ..Roster::default()
    };
    let noon = |roster: &Roster| count(&coverage(roster, &watch(&phone), week(), ny(2, 17, 0))).0;
    assert_eq!(noon(&roster).phone_bare, 30);
    assert!(roster.on_shift(Some(MAIN), ny(2, 12, 10)).is_empty());
    roster.shifts.push(shift(20, LUIS, Weekday::Monday, (12, 13)));
    assert_eq!(noon(&roster).phone_bare, 0);
}

#[test]
fn a_person_on_another_line_holds_that_line_alone() {
    let phone = hours("mon-fri 8:00-17:00");
    let mut elsewhere = weekdays(MARIA);
    for shift in &mut elsewhere {
        shift.lines = vec![OTHER];
    }
    let roster = Roster {
        shifts: elsewhere,
        ..Roster::default()
    };
    let gap = next_gap(&roster, &watch(&phone), ny(1, 12, 0), limits::GAP_AHEAD).expect("a gap");
    assert_eq!((gap.from, gap.need), (ny(1, 12, 1), Need::AfterHours));
    assert_eq!(roster.on_shift(None, ny(2, 9, 0)), BTreeSet::from([MARIA]));
    assert!(roster.on_shift(Some(MAIN), ny(2, 9, 0)).is_empty());
}

#[test]
fn the_sick_leave_a_gap_that_is_known_before_it_comes_and_who_stands_in_closes_it() {
    let phone = hours("mon-fri 8:00-17:00");
    let mut roster = Roster {
        shifts: weekdays(MARIA),
        answering: vec![service(None)],
        ..Roster::default()
    };
    let next = |roster: &Roster| next_gap(roster, &watch(&phone), ny(2, 9, 0), limits::GAP_AHEAD);
    assert_eq!(next(&roster), None);
    let wednesday = Change {
        shift: ShiftId([3; 16]),
        date: date(2026, 11, 4),
        away: Away::Sick,
        instead: None,
    };
    roster
        .changes
        .insert((wednesday.shift, wednesday.date), wednesday);
    let gap = next(&roster).expect("a gap");
    assert_eq!(
        (gap.from, gap.to, gap.need),
        (ny(4, 8, 0), ny(4, 17, 0), Need::Phone)
    );
    let swapped = Change {
        away: Away::Swap,
        instead: Some(LUIS),
        ..wednesday
    };
    roster.changes.insert((swapped.shift, swapped.date), swapped);
    assert_eq!(next(&roster), None);
    assert_eq!(roster.on_shift(Some(MAIN), ny(4, 9, 0)), BTreeSet::from([LUIS]));
}

#[test]
fn a_night_shift_belongs_to_its_evening_and_holds_the_morning_after() {
    let night = Shift {
        span: WeeklySpan {
            day: Weekday::Saturday,
            start: 22 * 60,
            length: 8 * 60,
        },
        ..shift(1, MARIA, Weekday::Saturday, (8, 9))
    };
    let roster = Roster {
        shifts: vec![Shift {
            until: Some(date(2026, 11, 8)),
            ..night
        }],
        ..Roster::default()
    };
    // Its last evening is Saturday the 7th; its morning on the 8th is still worked.
    assert_eq!(roster.on_shift(Some(MAIN), ny(8, 5, 59)), BTreeSet::from([MARIA]));
    assert!(roster.on_shift(Some(MAIN), ny(8, 6, 0)).is_empty());
    assert!(roster.on_shift(Some(MAIN), ny(14, 23, 0)).is_empty());
}

#[test]
fn a_week_has_167_or_169_hours_when_the_clocks_change_and_a_night_shift_lives_what_is_lived() {
    let phone = hours("24/7");
    let night = |id, day| Shift {
        span: WeeklySpan {
            day,
            start: 0,
            length: 24 * 60,
        },
        ..shift(id, MARIA, day, (8, 9))
    };
    let roster = Roster {
        shifts: Weekday::Monday
            .cycle_forward()
            .take(7)
            .zip(1..)
            .map(|(day, id)| night(id, day))
            .collect(),
        ..Roster::default()
    };
    let zone = zone_named(NEW_YORK).expect("a zone");
    let monday = |day: Date| {
        let midnight = day.to_zoned_datetime(zone.clone()).expect("a midnight");
        Time::from(midnight.timestamp())
    };
    for (first, hours) in [
        (date(2026, 3, 2), 167),
        (date(2026, 10, 26), 169),
        (date(2026, 11, 2), 168),
    ] {
        let week = (monday(first), monday(first.saturating_add(7.days())));
        let (_, planned) = count(&coverage(&roster, &watch(&phone), week, week.0));
        assert_eq!((planned.phone, planned.after), (hours * 60, 0), "{first}");
        assert_eq!(planned.bare(), 0, "{first}");
    }
}

#[test]
fn two_lines_in_two_zones_keep_their_own_clocks() {
    let chicago = HoursPlan::parse("America/Chicago", "mon-fri 8:00-17:00").expect("hours");
    let chicago = Schedule::compile(&chicago).expect("a schedule");
    let phone = hours("mon-fri 8:00-17:00");
    let mut both = weekdays(MARIA);
    for shift in &mut both {
        shift.lines = vec![MAIN, OTHER];
    }
    let roster = Roster {
        shifts: both,
        ..Roster::default()
    };
    let of = |line, hours| Watch {
        line,
        hours,
        since: Time::MIN,
    };
    let monday = (ny(2, 0, 0), ny(3, 0, 0));
    let bare = |watch: Watch<'_>| count(&coverage(&roster, &watch, monday, monday.0)).1.phone_bare;
    assert_eq!(bare(of(MAIN, &phone)), 0);
    // Her day by New York's clocks ends at 16 in Chicago, an hour before the line there closes.
    assert_eq!(bare(of(OTHER, &chicago)), 60);
}

#[test]
fn after_hours_a_duty_or_a_service_holds_the_line_and_in_phone_hours_neither_does() {
    let phone = hours("mon-fri 8:00-17:00");
    let duty = Duty {
        id: DutyId([4; 16]),
        member: GRACE,
        line: None,
        zone: zone_named(NEW_YORK).expect("a zone"),
        from: date(2026, 11, 2).at(0, 0, 0, 0),
        to: date(2026, 11, 4).at(8, 0, 0, 0),
    };
    let roster = Roster {
        duties: vec![duty],
        answering: vec![service(Some(hours("wed-fri 17:00-24:00")))],
        ..Roster::default()
    };
    let (_, planned) = count(&coverage(&roster, &watch(&phone), week(), at(WEEK.0)));
    assert_eq!(planned.phone_bare, 45 * 60);
    // From Wednesday evening on nights from 0 to 8 and the weekend after Friday's midnight are bare.
    assert_eq!(planned.after_bare, (2 * 8 + 48) * 60);
    assert_eq!(roster.on_call(Some(MAIN), ny(3, 3, 0)), BTreeSet::from([GRACE]));
    assert!(roster.on_call(None, ny(4, 8, 0)).is_empty());
}

#[test]
fn a_line_without_anybody_is_told_after_a_whole_minute_and_from_its_first() {
    let phone = hours("24/7");
    let mut roster = Roster {
        shifts: weekdays(MARIA),
        spells: vec![spell(MARIA, ny(2, 8, 0), ny(2, 10, 5) + Span::from_secs(20))],
        ..Roster::default()
    };
    let since = |roster: &Roster, now| bare_since(roster, &watch(&phone), now);
    assert_eq!(since(&roster, ny(2, 9, 30)), None);
    assert_eq!(since(&roster, ny(2, 10, 5) + Span::from_secs(40)), None);
    assert_eq!(since(&roster, ny(2, 10, 6) + Span::from_secs(59)), None);
    assert_eq!(since(&roster, ny(2, 10, 7)), Some((ny(2, 10, 6), Need::Phone)));
    assert_eq!(since(&roster, ny(2, 11, 0)), Some((ny(2, 10, 6), Need::Phone)));
    roster.spells.push(spell(MARIA, ny(2, 11, 0), ny(2, 17, 0)));
    assert_eq!(since(&roster, ny(2, 11, 0)), None);
}

#[test]
fn whoever_left_the_practice_holds_nothing_from_then_on() {
    let phone = hours("mon-fri 8:00-17:00");
    let roster = Roster {
        shifts: weekdays(MARIA),
        answering: vec![service(None)],
        gone: BTreeMap::from([(MARIA, ny(4, 12, 0))]),
        ..Roster::default()
    };
    let (_, planned) = count(&coverage(&roster, &watch(&phone), week(), at(WEEK.0)));
    assert_eq!(planned.phone_bare, (5 + 9 + 9) * 60);
}

#[test]
fn a_line_is_not_measured_before_it_had_a_roster() {
    let phone = hours("24/7");
    let watch = Watch {
        since: ny(3, 12, 0),
        ..watch(&phone)
    };
    let seen = coverage(&Roster::default(), &watch, week(), at(WEEK.1));
    let (was, _) = count(&seen);
    assert_eq!(was.minutes(), was.bare());
    assert_eq!(was.minutes(), (168 - 36) * 60);
    assert_eq!(seen.iter().map(Stretch::minutes).sum::<i64>(), 168 * 60);
}

#[test]
fn half_hours_count_people_once_and_breaks_not_at_all() {
    let mut shifts = weekdays(MARIA);
    shifts[0].breaks = vec![Break {
        start: 12 * 60,
        length: 15,
    }];
    // On both lines at once Luis is still one person.
    shifts.push(shift(20, LUIS, Weekday::Monday, (8, 17)));
    shifts.push(Shift {
        lines: vec![OTHER],
        ..shift(21, LUIS, Weekday::Monday, (8, 17))
    });
    let roster = Roster {
        shifts,
        ..Roster::default()
    };
    let halves = roster.half_hours(ny(2, 11, 30), ny(2, 13, 0));
    let people: Vec<f64> = halves.iter().map(|half| half.people).collect();
    assert_eq!(people, [2.0, 1.5, 2.0]);
}

#[test]
fn a_sign_in_ends_by_itself_after_the_shift_or_a_long_day() {
    let roster = Roster {
        shifts: weekdays(MARIA),
        ..Roster::default()
    };
    let early = roster.lapses(MARIA, MAIN, ny(2, 7, 30));
    assert_eq!(early, ny(2, 17, 0) + limits::SIGNED_IN_LATE);
    let evening = ny(2, 19, 0);
    assert_eq!(roster.lapses(MARIA, MAIN, evening), evening + limits::SIGNED_IN);
}
