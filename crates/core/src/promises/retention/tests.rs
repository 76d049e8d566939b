use jiff::civil::date;

use super::*;

fn at(text: &str) -> Time {
    Time::from(text.parse::<jiff::Timestamp>().expect("an instant"))
}

/// Noon of 15 June 2026, UTC: the window is 15 December 2023 to 15 December 2024.
fn june() -> At {
    At::new(at("2026-06-15T12:00:00Z"), &TimeZone::UTC).expect("an instant")
}

fn fact(index: &str) -> Fact {
    Fact {
        index: at(index),
        next: None,
        booked: false,
        left: None,
        born: None,
    }
}

fn rules(age: i64) -> Rules {
    Rules {
        age,
        ..Rules::default()
    }
}

fn fate(fact: &Fact) -> Fate {
    fact.fate(&Rules::default(), &june())
}

#[test]
fn the_window_is_thirty_to_eighteen_calendar_months_back() {
    let june = june();
    assert_eq!(june.from, at("2023-12-15T12:00:00Z"));
    assert_eq!(june.to, at("2024-12-15T12:00:00Z"));
    let ahead = june.ahead(1).expect("a month");
    assert_eq!((ahead.from, ahead.known), (at("2024-01-15T12:00:00Z"), june.at));
}

#[test]
fn a_later_visit_before_now_or_a_booking_that_stands_now_keeps_a_patient() {
    let index = fact("2024-06-01T09:00:00Z");
    let next = |next: &str| Fact {
        next: Some(at(next)),
        ..index
    };
    assert_eq!(fate(&index), Fate::Lost);
    assert_eq!(fate(&next("2026-06-15T11:59:59Z")), Fate::Returned);
    assert_eq!(fate(&next("2026-06-15T12:00:00Z")), Fate::Lost);
    let booked = Fact {
        booked: true,
        ..index
    };
    assert_eq!(fate(&booked), Fate::Booked);
}

#[test]
fn who_died_moved_or_left_for_good_is_out_whether_they_came_again_or_not() {
    let gone = Fact {
        left: Some((Left::Moved, date(2025, 2, 1))),
        next: Some(at("2024-12-30T09:00:00Z")),
        ..fact("2024-06-01T09:00:00Z")
    };
    assert_eq!(fate(&gone), Fate::Out(Left::Moved));
    let lost = fact("2024-06-01T09:00:00Z");
    let report = report([&gone, &lost, &gone], &Rules::default(), &june());
    assert_eq!((report.patients, report.lost()), (1, 1));
    assert_eq!(report.out.get(&Left::Moved), Some(&2));
    assert_eq!(report.share(), Some(0.0));
}

#[test]
fn a_practice_for_children_says_at_which_birthday_they_are_grown() {
    let born = |year, month, day| Fact {
        born: Some(date(year, month, day)),
        ..fact("2024-06-01T09:00:00Z")
    };
    let fate = |fact: Fact| fact.fate(&rules(18), &june());
    assert_eq!(fate(born(2008, 6, 15)), Fate::Out(Left::AgedOut));
    assert_eq!(fate(born(2008, 6, 16)), Fate::Lost);
    assert_eq!(born(1930, 1, 1).fate(&rules(NO_AGE), &june()), Fate::Lost);
    assert_eq!(
        rules(18).born_too_early(date(2026, 6, 15)),
        Some(date(2008, 6, 15))
    );
}

#[test]
fn the_curve_counts_visits_alone_and_watches_those_who_left_until_they_did() {
    let facts = [
        Fact {
            next: Some(at("2024-07-01T09:00:00Z")),
            ..fact("2024-06-01T09:00:00Z")
        },
        Fact {
            booked: true,
            ..fact("2024-06-01T09:00:00Z")
        },
        Fact {
            left: Some((Left::Died, date(2024, 9, 1))),
            ..fact("2024-06-01T09:00:00Z")
        },
    ];
    let curve = curve(&facts, &Rules::default(), &june());
    let after = |months: f64| curve.at(months);
    assert_eq!((after(0.0).at_risk, after(1.0).at_risk), (3, 3));
    assert!((after(1.0).survival - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!((after(3.0).at_risk, after(4.0).at_risk), (2, 1));
    // From 1 June 2024 to 15 June 2026.
    assert_eq!((after(24.46).at_risk, after(24.47).at_risk), (1, 0));
}

#[test]
fn the_parts_of_a_split_add_up_to_the_whole() {
    let booked = Fact {
        booked: true,
        ..fact("2024-06-01T09:00:00Z")
    };
    let lost = fact("2024-06-01T09:00:00Z");
    let parts = split(
        [("Dr. Lee", &booked), ("Dr. Ortiz", &lost), ("Dr. Lee", &lost)],
        &Rules::default(),
        &june(),
    );
    let told: Vec<_> = parts
        .iter()
        .map(|(name, part)| (name.as_str(), part.patients, part.kept()))
        .collect();
    assert_eq!(told, [("Dr. Lee", 2, 1), ("Dr. Ortiz", 1, 0)]);
}

#[test]
fn the_outlook_is_the_same_figure_a_month_later_if_nothing_happened() {
    let june = june();
    let ahead = june.ahead(1).expect("a month");
    let soon = fact("2023-12-20T09:00:00Z");
    let back = Fact {
        next: Some(at("2025-12-20T09:00:00Z")),
        ..fact("2024-06-01T09:00:00Z")
    };
    let entering = fact("2025-01-02T09:00:00Z");
    let now = |target: f64| {
        let rules = Rules { target, age: NO_AGE };
        let facts = [soon, back, back];
        Now::new(
            rules,
            (&june, &facts),
            (&ahead, &[back, back, entering, entering]),
        )
        .expect("somebody")
    };
    assert_eq!(now(0.6).leaving, 1);
    assert_eq!(now(0.7).standing(), Standing::Broken);
    assert_eq!(now(0.6).standing(), Standing::AtRisk);
    assert_eq!(now(0.5).standing(), Standing::Kept);
}

#[test]
fn nobody_in_the_window_is_not_measured() {
    let (june, ahead) = (june(), june().ahead(1).expect("a month"));
    assert_eq!(Now::new(Rules::default(), (&june, &[]), (&ahead, &[])), None);
}
