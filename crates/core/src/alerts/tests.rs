use super::*;
use crate::danger::Sign;
use crate::hours::HoursPlan;

/// 2026-01-05T08:00:00Z, a Monday.
const EIGHT: Time = Time::from_micros(1_767_600_000_000_000);
const ANNA: MemberId = MemberId([1; 16]);
const BEN: MemberId = MemberId([2; 16]);
const CLEO: MemberId = MemberId([3; 16]);
const DAN: MemberId = MemberId([4; 16]);

fn at(minutes: i64) -> Time {
    EIGHT + Span::from_minutes(minutes)
}

fn hours() -> Schedule {
    let plan = HoursPlan::parse("UTC", "Mon-Fri 08:00-17:00").expect("hours");
    Schedule::compile(&plan).expect("a schedule")
}

fn ladder() -> Ladder {
    Ladder {
        open: vec![
            Whom::Member(ANNA),
            Whom::Member(BEN),
            Whom::Role(Role::Clinician),
            Whom::Member(DAN),
        ],
        after_hours: vec![Whom::Member(CLEO), Whom::Member(DAN)],
        ..Ladder::default()
    }
}

const WORKS: [Works; 4] = [
    (ANNA, Role::FrontDesk),
    (BEN, Role::FrontDesk),
    (CLEO, Role::Clinician),
    (DAN, Role::Manager),
];

fn raised(at: Time) -> Alert {
    Alert {
        id: AlertId([9; 16]),
        request: RequestId([8; 16]),
        entry: EntryId([7; 16]),
        raised_at: at,
        rung: None,
        acknowledged: None,
    }
}

/// Climbs at an instant, and keeps how far.
fn rings(alert: &mut Alert, ladder: &Ladder, works: &[Works], now: Time) -> Vec<MemberId> {
    match climb(alert, ladder, &hours(), works, now) {
        Climb::Ring { rung, whom, next_at } => {
            assert!(next_at > now, "it climbs later");
            assert_eq!(ladder.next(rung, &hours()), next_at);
            alert.rung = Some(rung);
            whom
        }
        Climb::Later(_) | Climb::Over => Vec::new(),
    }
}

#[test]
fn a_named_person_is_rung_at_once_and_every_two_minutes_the_next_one() {
    let (mut alert, ladder) = (raised(at(60)), ladder());
    for (minutes, whom) in [(60, ANNA), (62, BEN), (64, CLEO), (66, DAN)] {
        assert_eq!(
            rings(&mut alert, &ladder, &WORKS, at(minutes)),
            [whom],
            "{minutes}"
        );
        let early = at(minutes + 2) - Span::from_micros(1);
        assert_eq!(
            climb(&alert, &ladder, &hours(), &WORKS, early),
            Climb::Later(at(minutes + 2))
        );
    }
    assert_eq!(alert.rung.map(|rung| rung.round), Some(0));
}

#[test]
fn the_end_of_the_ladder_leads_to_its_top_again_and_counts_the_rounds() {
    let (mut alert, ladder) = (raised(at(60)), ladder());
    for minutes in [60, 62, 64, 66] {
        rings(&mut alert, &ladder, &WORKS, at(minutes));
    }
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(68)), [ANNA]);
    let rung = alert.rung.expect("rung");
    assert_eq!((rung.step, rung.round), (0, 1));
}

#[test]
fn after_hours_those_on_call_are_rung_and_when_the_desk_opens_the_desk_is() {
    let (mut alert, ladder) = (raised(at(-3)), ladder());
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(-3)), [CLEO]);
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(-1)), [DAN]);
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(1)), [ANNA]);
    let rung = alert.rung.expect("rung");
    assert_eq!((rung.course, rung.step, rung.round), (Course::Open, 0, 0));
}

#[test]
fn whoever_has_a_duty_on_the_roster_is_rung_before_those_named_and_a_roster_without_one_leaves_these() {
    let (mut alert, on_call) = (raised(at(-9)), ladder().with_roster(vec![BEN]));
    assert_eq!(rings(&mut alert, &on_call, &WORKS, at(-9)), [BEN]);
    assert_eq!(rings(&mut alert, &on_call, &WORKS, at(-7)), [CLEO]);
    let handed_over = ladder().with_roster(vec![ANNA]);
    assert_eq!(rings(&mut alert, &handed_over, &WORKS, at(-5)), [DAN]);
    assert_eq!(rings(&mut alert, &handed_over, &WORKS, at(-3)), [ANNA]);
    let nobody = ladder().with_roster(Vec::new());
    assert_eq!(rings(&mut raised(at(-9)), &nobody, &WORKS, at(-9)), [CLEO]);
    let only = Ladder {
        after_hours: Vec::new(),
        ..ladder()
    };
    assert_eq!(only.unset(&WORKS), [Course::AfterHours]);
    assert!(only.with_roster(vec![BEN]).unset(&WORKS).is_empty());
}

/// The minutes of its rings from eight o'clock on until `until`, if nobody ever acknowledges.
fn minutes_of(alert: &mut Alert, ladder: &Ladder, from: i64, until: i64) -> Vec<i64> {
    let rang = |minute: &i64| !rings(alert, ladder, &WORKS, at(*minute)).is_empty();
    (from..until).filter(rang).collect()
}

#[test]
fn after_five_rounds_each_further_one_takes_twice_as_long_up_to_a_quarter_of_an_hour_and_it_never_ends() {
    let one = Ladder {
        open: vec![Whom::Member(ANNA)],
        ..ladder()
    };
    let mut alert = raised(at(60));
    let first = minutes_of(&mut alert, &one, 60, 120);
    assert_eq!(first, [60, 62, 64, 66, 68, 70, 74, 82, 97, 112]);
    let later = minutes_of(&mut alert, &one, 120, 8 * 60);
    assert_eq!(later.len(), 24, "every quarter of an hour");
    let slow = Ladder {
        climb: Span::from_minutes(15),
        ..one
    };
    let rung = alert.rung.expect("rung");
    assert_eq!(slow.next(rung, &hours()), rung.at + slow.climb);
}

#[test]
fn an_alert_of_a_whole_night_rings_the_desk_the_moment_it_opens_and_presses_anew() {
    let ladder = ladder();
    let mut alert = raised(at(-600));
    let night = minutes_of(&mut alert, &ladder, -600, 0);
    assert!(night.len() < 60, "{} rings", night.len());
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(0)), [ANNA]);
    let rung = alert.rung.expect("rung");
    assert_eq!((rung.course, rung.round, rung.at), (Course::Open, 0, at(0)));
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(2)), [BEN]);
}

#[test]
fn who_works_here_no_longer_is_passed_over() {
    let (mut alert, ladder) = (raised(at(60)), ladder());
    let works = &WORKS[1..];
    assert_eq!(rings(&mut alert, &ladder, works, at(60)), [BEN]);
    assert_eq!(rings(&mut alert, &ladder, works, at(62)), [CLEO]);
}

#[test]
fn an_empty_ladder_rings_who_has_to_set_it_and_without_them_everybody() {
    let mut alert = raised(at(60));
    assert_eq!(rings(&mut alert, &Ladder::default(), &WORKS, at(60)), [DAN]);
    assert_eq!(rings(&mut alert, &Ladder::default(), &WORKS, at(62)), [DAN]);
    assert_eq!(alert.rung.map(|rung| rung.round), Some(1));
    let mut alert = raised(at(60));
    let desk = &WORKS[..2];
    assert_eq!(rings(&mut alert, &Ladder::default(), desk, at(60)), [ANNA, BEN]);
    assert_eq!(
        Ladder::default().unset(&WORKS),
        [Course::Open, Course::AfterHours]
    );
    assert_eq!(ladder().unset(desk), [Course::AfterHours]);
}

#[test]
fn a_worker_that_was_away_rings_at_once_whoever_it_should_have_rung_meanwhile() {
    let (mut alert, ladder) = (raised(at(60)), ladder());
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(65)), [ANNA, BEN, CLEO]);
    assert_eq!(
        climb(&alert, &ladder, &hours(), &WORKS, at(65)),
        Climb::Later(at(66))
    );
    assert_eq!(rings(&mut alert, &ladder, &WORKS, at(66)), [DAN]);
}

#[test]
fn a_worker_that_was_away_for_a_day_rings_everybody_once_and_goes_on_from_now() {
    let (mut alert, ladder) = (raised(at(60)), ladder());
    let whom = rings(&mut alert, &ladder, &WORKS, at(60 + 24 * 60));
    assert_eq!(whom, [ANNA, BEN, CLEO, DAN]);
    assert_eq!(
        climb(&alert, &ladder, &hours(), &WORKS, at(60 + 24 * 60)),
        Climb::Later(at(62 + 24 * 60))
    );
}

#[test]
fn who_acknowledges_first_stops_it_and_how_long_that_took_is_known() {
    let mut alert = raised(at(60));
    assert_eq!(alert.acknowledge(ANNA, at(61)), Ok(Span::from_minutes(1)));
    assert_eq!(alert.acknowledge(BEN, at(61)), Err(Refusal::AlreadySo));
    assert_eq!(alert.acknowledged, Some((ANNA, at(61))));
    assert_eq!(climb(&alert, &ladder(), &hours(), &WORKS, at(62)), Climb::Over);
}

#[test]
fn a_step_reads_back_from_its_own_text() {
    for step in ladder().open {
        assert_eq!(step.to_string().parse(), Ok(step));
    }
    for text in ["", "anna", "member:", "role:owner", "member:1"] {
        assert_eq!(text.parse::<Whom>(), Err(UnknownWord), "{text}");
    }
}

#[test]
fn marks_read_back_from_their_own_text_and_a_sign_of_a_newer_version_is_passed_over() {
    let marks = vec![
        Mark {
            sign: Sign::ChestPain,
            span: 3..13,
        },
        Mark {
            sign: Sign::Breathing,
            span: 20..33,
        },
    ];
    assert_eq!(read_marks(&write_marks(&marks)), marks);
    assert_eq!(
        read_marks("telepathy:1-2 chest_pain:3-13 breathing:x"),
        marks[..1]
    );
    assert_eq!(read_marks(""), []);
}

#[test]
fn words_are_cut_at_their_marks_and_never_changed() {
    let mark = |span| Mark {
        sign: Sign::ChestPain,
        span,
    };
    let words = "Dolor en el pecho, año tras año";
    let cut = |marks: &[Mark]| {
        let pieces = pieces(words, marks);
        let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, words);
        let marked = pieces.into_iter().filter(|piece| piece.marked);
        marked.map(|piece| piece.text).collect::<Vec<_>>()
    };
    assert_eq!(cut(&[mark(0..17)]), ["Dolor en el pecho"]);
    assert_eq!(cut(&[mark(12..17), mark(0..14)]), ["Dolor en el pecho"]);
    assert_eq!(cut(&[mark(20..21)]), ["ñ"; 0], "inside a letter");
    assert_eq!(cut(&[mark(900..910), mark(30..900)]), [""; 0]);
    assert_eq!(cut(&[]), [""; 0]);
}

#[test]
fn a_list_shows_the_words_around_the_first_mark() {
    let before = "blah ".repeat(100);
    let words = format!("{before}\nI have chest pain. {}", "more ".repeat(100));
    let at = words.find("chest").expect("there");
    let marks = [Mark {
        sign: Sign::ChestPain,
        span: at..at + 10,
    }];
    let shown = excerpt(&words, &marks, 60);
    let texts: Vec<&str> = shown.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "…ah blah blah I have ",
            "chest pain",
            ". more more more more more mor…"
        ]
    );
    assert!(shown[1].marked && !shown[0].marked);
}
