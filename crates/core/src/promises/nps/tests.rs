use super::*;

/// Promoters, passives, detractors, and the two ends of their interval: printed by `expected.py`, which finds them by brute
/// force.
const EXPECTED: [((u64, u64, u64), f64, f64); 12] = [
    ((1, 0, 0), -58.690_137, 100.0),
    ((0, 1, 0), -79.345_069, 79.345_069),
    ((3, 0, 0), -12.299_406, 100.0),
    ((18, 1, 1), 48.352_589, 95.896_002),
    ((0, 0, 20), -100.0, -67.774_968),
    ((10, 10, 10), -28.279_090, 28.279_090),
    ((30, 15, 5), 28.862_657, 66.058_918),
    ((70, 30, 0), 60.415_145, 78.105_115),
    ((91, 34, 12), 45.662_808, 67.398_315),
    ((220, 120, 60), 32.529_678, 46.917_202),
    ((1100, 500, 400), 31.475_980, 38.416_478),
    ((0, 7, 5), -68.048_869, -7.313_349),
];

fn tally((promoters, passives, detractors): (u64, u64, u64)) -> Tally {
    Tally {
        promoters,
        passives,
        detractors,
    }
}

fn now(target: i64, all: (u64, u64, u64)) -> Now {
    Now {
        target,
        on: true,
        tally: tally(all),
        oldest: Tally::default(),
        newest: Tally::default(),
        asked: Asked::default(),
        months: Vec::new(),
        complaints: 0,
    }
}

#[test]
fn the_interval_is_the_one_that_brute_force_finds() {
    for (counts, low, high) in EXPECTED {
        let interval = tally(counts).interval().expect("answers");
        assert!((interval.low - low).abs() < 1e-5, "{counts:?}: {interval:?}");
        assert!((interval.high - high).abs() < 1e-5, "{counts:?}: {interval:?}");
    }
}

#[test]
fn the_score_is_promoters_less_detractors_in_a_hundred() {
    assert_eq!(tally((7, 2, 1)).points(), Some(60.0));
    assert_eq!(tally((0, 0, 4)).points(), Some(-100.0));
    assert_eq!(Tally::default().points(), None);
    assert_eq!(Tally::default().interval(), None);
}

#[test]
fn each_score_counts_in_one_group() {
    let mut all = Tally::default();
    for score in 0..=10 {
        all.add(Score::new(score).expect("a score"));
    }
    assert_eq!(all, tally((2, 2, 7)));
}

#[test]
fn the_promise_is_kept_by_the_low_end_and_not_by_the_score() {
    let of = |target, counts| {
        let page = now(target, counts);
        Now {
            newest: page.tally,
            oldest: page.tally,
            ..page
        }
        .standing()
    };
    assert_eq!(of(45, (91, 34, 12)), Standing::Kept);
    assert_eq!(
        of(46, (91, 34, 12)),
        Standing::Broken,
        "57.7 points, and the low end is 45.66"
    );
    assert_eq!(of(50, (0, 0, 0)), Standing::NotMeasured);
}

#[test]
fn a_month_like_the_last_that_would_break_it_puts_it_at_risk() {
    let page = Now {
        oldest: tally((40, 5, 0)),
        newest: tally((20, 15, 10)),
        ..now(45, (91, 34, 12))
    };
    assert_eq!(page.outlook(), tally((71, 44, 22)));
    assert_eq!(page.standing(), Standing::AtRisk);
}

#[test]
fn it_is_told_how_many_answers_of_the_same_mix_would_do() {
    let few = tally((18, 1, 1));
    assert!(few.is_few());
    let needed = few.needed(50.0).expect("85 points are more than 50");
    let of = |n: u64| low_end(float(n), float(n) * 0.9, float(n) * 0.05) * 100.0;
    assert!(of(needed) >= 50.0 && of(needed - 1) < 50.0, "{needed}");
    assert_eq!(few.needed(90.0), None, "more answers of 85 points never are 90");
    assert_eq!(tally((500, 200, 50)).needed(50.0), Some(750), "these do");
}

#[test]
fn a_month_of_few_answers_is_neither_kept_nor_broken() {
    let first = jiff::civil::date(2026, 11, 1);
    let kept = |counts| {
        Month {
            first,
            tally: tally(counts),
        }
        .kept(50)
    };
    assert_eq!(kept((18, 1, 1)), None, "85 points, sure of 48 to 96");
    assert_eq!(kept((90, 5, 5)), Some(true));
    assert_eq!(kept((10, 10, 10)), Some(false));
    assert_eq!(kept((0, 0, 0)), None);
}

#[test]
fn a_promise_that_is_kept_needs_no_further_answers() {
    assert_eq!(now(50, (500, 200, 50)).needed(), None);
    assert!(now(50, (18, 1, 1)).needed().is_some_and(|needed| needed > 20));
}

#[test]
fn the_share_that_answered_is_of_those_who_were_asked() {
    let asked = Asked {
        asked: 40,
        answered: 10,
    };
    assert_eq!(asked.rate(), Some(0.25));
    assert_eq!(Asked::default().rate(), None);
}
