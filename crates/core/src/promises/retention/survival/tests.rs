use super::*;

/// What lifelines says, made by data/survival/make.py.
const EXPECTED: &str = include_str!("../../../../../../data/survival/expected.tsv");

/// As the issue asks for it.
const CLOSE: f64 = 1e-9;

fn seen(months: f64, returned: bool) -> Seen {
    Seen { months, returned }
}

#[test]
fn the_curve_and_its_interval_are_those_of_lifelines() {
    let (mut people, mut points, mut cases) = (Vec::new(), 0, 0);
    let mut name = "";
    for line in EXPECTED.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = |at: usize| fields[at].parse::<f64>().expect("a number");
        match fields[0] {
            "case" => {
                (name, people) = (fields[1], Vec::new());
                cases += 1;
            }
            "seen" => people.push(seen(number(1), fields[2] == "1")),
            _ => {
                let point = Curve::new(people.iter().copied()).at(number(1));
                for (ours, theirs) in [
                    (point.survival, number(2)),
                    (point.low, number(3)),
                    (point.high, number(4)),
                ] {
                    assert!(
                        (ours - theirs).abs() < CLOSE,
                        "{name}, month {}: {ours} {theirs}",
                        fields[1]
                    );
                }
                assert_eq!(
                    point.at_risk.to_string(),
                    fields[5],
                    "{name}, month {}",
                    fields[1]
                );
                points += 1;
            }
        }
    }
    assert_eq!((cases, points), (12, 132));
}

#[test]
fn nobody_watched_is_no_curve() {
    let curve = Curve::new([]);
    assert_eq!(curve.months(), []);
}

#[test]
fn the_curve_never_rises_and_its_interval_holds_it() {
    let people = (0..200_u32).map(|n| seen(f64::from(n * 37 % 301) / 10.0, n % 3 != 0));
    let mut last = 1.0;
    for (month, point) in Curve::new(people).months() {
        assert!(point.survival <= last, "month {month}");
        assert!(point.low <= point.survival && point.survival <= point.high);
        assert!(point.low >= 0.0 && point.high <= 1.0);
        last = point.survival;
    }
    assert!(last < 0.3);
}

#[test]
fn what_happens_in_the_very_month_counts_in_it() {
    let curve = Curve::new([
        seen(3.0, true),
        seen(3.0, false),
        seen(4.0, false),
        seen(9.0, false),
    ]);
    let point = curve.at(3.0);
    assert_eq!((point.at_risk, point.survival.to_bits()), (4, 0.75_f64.to_bits()));
    assert_eq!(curve.at(2.999).survival.to_bits(), 1.0_f64.to_bits());
    assert_eq!(curve.at(3.001).at_risk, 2);
}
