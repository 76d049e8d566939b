//! Holds the formulas to a table that scripts/queueing.py computed with mpmath in 60 digits: 500 queues of data/queueing, or
//! the table that `QUEUEING_TABLE` names.

use anteroom_capacity::erlang::{Demand, Model, Queue};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/queueing/erlang.csv");
const TOLERANCE: f64 = 1e-9;
/// Probabilities below this are the same as none.
const TINY: f64 = 1e-290;

struct Case<'a> {
    model: &'a str,
    numbers: Vec<f64>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test reads its table, and the long run of the proofs names another"
)]
fn table() -> String {
    let file = std::env::var("QUEUEING_TABLE").unwrap_or_else(|_| COMMITTED.to_owned());
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn case(line: &str) -> Case<'_> {
    let (model, rest) = line.split_once(',').expect("a model and its numbers");
    let numbers: Vec<f64> = rest
        .split(',')
        .map(|field| field.parse().expect("a number"))
        .collect();
    assert_eq!(numbers.len(), 13, "{line}");
    Case { model, numbers }
}

fn figures(case: &Case<'_>) -> [f64; 7] {
    let n = &case.numbers;
    let model = match case.model {
        "a" => Model::Impatient { patience: n[3] },
        "b" => Model::Lost,
        "c" => Model::Patient,
        other => panic!("no model {other}"),
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the table has whole people"
    )]
    let people = n[4] as u32;
    let queue = Queue::new(model, Demand::new(n[0], n[1], n[2]).expect("a demand"), people).expect("a queue");
    [
        queue.p_wait(),
        queue.p_abandon(),
        queue.mean_wait(),
        queue.mean_queue(),
        queue.occupancy(),
        queue.answered_within(n[5]).expect("a time"),
        queue.waits_longer(n[5]).expect("a time"),
    ]
}

/// How far off: in parts of what is right; a probability in itself when it is a share of all who come.
fn off(figure: usize, is: f64, right: f64) -> f64 {
    let share = figure >= 5;
    let scale = if share { 1.0 } else { right.abs().max(TINY) };
    (is - right).abs() / scale
}

#[test]
fn the_formulas_agree_with_sixty_digits() {
    let names = [
        "p_wait",
        "p_abandon",
        "mean_wait",
        "mean_queue",
        "occupancy",
        "service_level",
        "waits_longer",
    ];
    let table = table();
    let mut worst = [0.0_f64; 7];
    let mut cases = 0;
    for line in table.lines().skip(1) {
        let case = case(line);
        for (figure, is) in figures(&case).into_iter().enumerate() {
            let right = case.numbers[6 + figure];
            let far = off(figure, is, right);
            assert!(
                far <= TOLERANCE,
                "{} is {is:e}, not {right:e} ({far:e}): {line}",
                names[figure]
            );
            worst[figure] = worst[figure].max(far);
        }
        cases += 1;
    }
    assert!(cases >= 500, "the table has {cases} cases");
    let worst: Vec<_> = names
        .iter()
        .zip(worst)
        .map(|(name, far)| format!("{name} {far:.0e}"))
        .collect();
    println!("{cases} queues, the furthest off: {}", worst.join(", "));
}
