//! Coverage against a count that knows nothing of it: each minute is read off the rows as a person would read them.

use proptest::prelude::*;

use super::*;

/// Who holds a minute, read off the rows as a person would read them.
fn read_off(roster: &Roster, watch: &Watch<'_>, minute: Time, now: Time) -> (Need, Held) {
    let wall_of = |zone: &TimeZone| zone.to_datetime(minute.to_jiff().expect("an instant"));
    let touched = |from: Time, to: Time| from < minute + Span::from_minutes(1) && to > minute;
    let lies = |zone: &TimeZone, from: DateTime, to: DateTime| (from..to).contains(&wall_of(zone));
    let on = |member: MemberId| {
        roster.shifts.iter().any(|shift| {
            (0..=2).any(|back| {
                let day = wall_of(&shift.zone).date().saturating_sub(back.days());
                let change = roster.changes.get(&(shift.id, day));
                let who = change.map_or(Some(shift.member), |change| change.instead);
                let span = |start: u16, length: u16| {
                    let start = after(day, start);
                    lies(
                        &shift.zone,
                        start,
                        start.saturating_add(i64::from(length).minutes()),
                    )
                };
                shift.lines.contains(&watch.line)
                    && shift.is_on(day)
                    && who == Some(member)
                    && span(shift.span.start, shift.span.length)
                    && !shift.breaks.iter().any(|one| span(one.start, one.length))
            })
        })
    };
    let signed_in = |member: MemberId| {
        let mut mine = roster.spells.iter().filter(|spell| spell.member == member);
        mine.any(|spell| spell.line == watch.line && touched(spell.from, spell.until))
    };
    let mut people = [MARIA, LUIS, GRACE].into_iter();
    let held = people.any(|member| on(member) && (minute >= now || signed_in(member)));
    if watch.hours.is_open(minute) {
        return (Need::Phone, if held { Held::People } else { Held::Nobody });
    }
    let on_call = roster
        .duties
        .iter()
        .any(|duty| lies(&duty.zone, duty.from, duty.to));
    let held = if on_call {
        Held::OnCall
    } else if roster.answering.iter().any(|one| {
        let agreed = touched(one.from, one.until.unwrap_or(Time::MAX));
        agreed && one.hours.as_ref().is_none_or(|hours| hours.is_open(minute))
    }) {
        Held::Answering
    } else {
        Held::Nobody
    };
    (Need::AfterHours, held)
}

prop_compose! {
    fn any_shift()(
        id in 0_u8..200, who in 0_usize..3, day in 0_usize..7, start in 0_u16..1440, length in 1_u16..1440,
        pause in prop::option::of((0_u16..1400, 1_u16..120)), until in prop::option::of(1_i64..9), main in prop::bool::weighted(0.8),
        west in any::<bool>(), first in 0_i64..5,
    ) -> Shift {
        let monday = date(2026, 10, 26);
        Shift {
            id: ShiftId([id; 16]),
            member: [MARIA, LUIS, GRACE][who],
            lines: vec![if main { MAIN } else { OTHER }],
            zone: zone_named(if west { "America/Los_Angeles" } else { NEW_YORK }).expect("a zone"),
            span: WeeklySpan { day: Weekday::Monday.cycle_forward().nth(day).expect("a day"), start, length },
            breaks: pause.map(|(start_in, length)| Break { start: start + start_in, length }).into_iter().collect(),
            from: monday.saturating_add((first - 3).days()),
            until: until.map(|days| monday.saturating_add(days.days())),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn every_minute_around_a_change_of_the_clocks_is_held_by_whom_a_person_would_read_off_the_rows(
        shifts in prop::collection::vec(any_shift(), 0..12),
        sick in prop::collection::vec((0_usize..12, 0_i64..7, prop::option::of(0_usize..3)), 0..6),
        spells in prop::collection::vec((0_usize..3, 0_i64..169 * 3_600, 60_i64..40_000), 0..12),
        duty in prop::option::of((0_i64..200, 1_i64..120)),
        night in prop::option::of(any::<bool>()),
        now in 0_i64..169 * 60,
    ) {
        let monday = date(2026, 10, 26);
        let start = at("2026-10-26T04:00:00Z");
        let phone = hours("mon-fri 8:00-17:00; sat 22:00-30:00; sun 0:00-3:00");
        let mut roster = Roster { shifts, ..Roster::default() };
        // Of rows with one id the first stands.
        let mut seen = BTreeSet::new();
        roster.shifts.retain(|shift| seen.insert(shift.id));
        for (of, day, instead) in sick {
            if let Some(shift) = roster.shifts.get(of) {
                let date = monday.saturating_add(day.days());
                let instead = instead.map(|who| [MARIA, LUIS, GRACE][who]);
                let change = Change { shift: shift.id, date, away: Away::Sick, instead };
                roster.changes.insert((shift.id, date), change);
            }
        }
        roster.spells = spells.into_iter().map(|(who, from, length)| {
            let from = start + Span::from_secs(from);
            spell([MARIA, LUIS, GRACE][who], from, from + Span::from_secs(length))
        }).collect();
        roster.duties.extend(duty.map(|(from, length)| Duty {
            id: DutyId([5; 16]),
            member: GRACE,
            line: None,
            zone: zone_named(NEW_YORK).expect("a zone"),
            from: monday.at(0, 0, 0, 0).saturating_add(from.hours()),
            to: monday.at(0, 0, 0, 0).saturating_add((from + length).hours()),
        }));
        roster.answering.extend(night.map(|always| {
            let from = start + Span::from_hours(30);
            Answering { from, ..service((!always).then(|| hours("mon-sun 20:00-24:00"))) }
        }));
        let watch = watch(&phone);
        let (now, end) = (start + Span::from_minutes(now), at("2026-11-02T05:00:00Z"));
        let stretches = coverage(&roster, &watch, (start, end), now);
        prop_assert_eq!(stretches.iter().map(Stretch::minutes).sum::<i64>(), 169 * 60);
        let mut next = start;
        for stretch in &stretches {
            prop_assert_eq!(stretch.from, next);
            next = stretch.to;
            let mut minute = stretch.from;
            while minute < stretch.to {
                let read = read_off(&roster, &watch, minute, now);
                prop_assert_eq!((stretch.need, stretch.held), read, "{:?}", minute);
                minute = minute + Span::from_minutes(1);
            }
        }
        prop_assert_eq!(next, end);
    }
}
