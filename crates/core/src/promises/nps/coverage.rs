//! How often the interval holds the true score: for the practice's sizes and moods, against the two that textbooks have.
//!
//! Every outcome of up to 100 answers is weighed by how likely it is, which leaves no chance at all; larger numbers, and the
//! smaller ones again, are drawn from a seed. What a release build prints is the table of docs/nps.md.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;

/// A true state of patients' minds: shares of promoters and of detractors.
#[derive(Debug, Clone, Copy)]
struct Mood {
    up: f64,
    down: f64,
}

/// NPS -60 to 80 in steps of 10, passives 10 to 40 % in steps of 10, as far as there are such.
fn moods() -> Vec<Mood> {
    let mut moods = Vec::new();
    for tens in -6..=8_i32 {
        for passives in 1..=4_i32 {
            let (up, down) = (10 - passives + tens, 10 - passives - tens);
            if up >= 0 && down >= 0 {
                moods.push(Mood {
                    up: f64::from(up) / 20.0,
                    down: f64::from(down) / 20.0,
                });
            }
        }
    }
    moods
}

/// The ways to an interval, each with what it says of the answers: both ends as shares.
const WAYS: [&str; 3] = ["Tango's score", "Wald", "Wald, three answers added"];

fn ends(n: u64, up: u64, down: u64) -> [(f64, f64); 3] {
    let tally = Tally {
        promoters: up,
        passives: n - up - down,
        detractors: down,
    };
    let score = tally.interval().expect("answers");
    let wald = |added: f64| {
        let n = float(n) + added;
        let (up, down) = (float(up) + added / 4.0, float(down) + added / 4.0);
        let mean = (up - down) / n;
        let reach = Z * (((up + down) / n - mean * mean).max(0.0) / n).sqrt();
        (mean - reach, mean + reach)
    };
    [(score.low / 100.0, score.high / 100.0), wald(0.0), wald(3.0)]
}

/// An end that is the true score to the last bits counts as holding it.
const TIE: f64 = 1e-9;

fn holds((low, high): (f64, f64), mood: Mood) -> bool {
    let truth = mood.up - mood.down;
    low - TIE <= truth && truth <= high + TIE
}

/// How often each way holds the truth, over every outcome.
fn weighed(n: u64, mood: Mood, known: &BTreeMap<(u64, u64), [(f64, f64); 3]>) -> [f64; 3] {
    let mut factorials = vec![0.0];
    for k in 1..=n {
        factorials.push(factorials[factorials.len() - 1] + float(k).ln());
    }
    let of = |count: u64| factorials[usize::try_from(count).expect("a small count")];
    let term = |count: u64, share: f64| {
        if count == 0 {
            0.0
        } else {
            float(count) * share.ln()
        }
    };
    let mut covered = [0.0; 3];
    for ((up, down), ends) in known {
        let rest = n - up - down;
        let ways = of(n) - of(*up) - of(*down) - of(rest);
        let shares = term(*up, mood.up) + term(*down, mood.down) + term(rest, 1.0 - mood.up - mood.down);
        let weight = (ways + shares).exp();
        for (covered, ends) in covered.iter_mut().zip(ends) {
            *covered += if holds(*ends, mood) { weight } else { 0.0 };
        }
    }
    covered
}

fn outcomes(n: u64) -> BTreeMap<(u64, u64), [(f64, f64); 3]> {
    let pairs = (0..=n).flat_map(|up| (0..=n - up).map(move |down| (up, down)));
    pairs.map(|(up, down)| ((up, down), ends(n, up, down))).collect()
}

/// How often each way holds the truth, in so many draws of `n` answers.
fn simulated(n: u64, mood: Mood, draws: u32, rng: &mut ChaCha8Rng) -> [f64; 3] {
    let mut held = [0_u32; 3];
    for _ in 0..draws {
        let (mut up, mut down) = (0, 0);
        for _ in 0..n {
            let answer: f64 = rng.random();
            up += u64::from(answer < mood.up);
            down += u64::from(answer >= 1.0 - mood.down);
        }
        for (held, ends) in held.iter_mut().zip(ends(n, up, down)) {
            *held += u32::from(holds(ends, mood));
        }
    }
    held.map(|held| f64::from(held) / f64::from(draws))
}

/// The worst and the mean of each way, as rows of a table.
#[derive(Default)]
struct Table {
    worst: [f64; 3],
    sum: [f64; 3],
    cases: u32,
}

impl Table {
    fn new() -> Self {
        Self {
            worst: [1.0; 3],
            ..Self::default()
        }
    }

    fn add(&mut self, covered: [f64; 3]) {
        for (way, covered) in covered.into_iter().enumerate() {
            self.worst[way] = self.worst[way].min(covered);
            self.sum[way] += covered;
        }
        self.cases += 1;
    }

    fn mean(&self, way: usize) -> f64 {
        self.sum[way] / f64::from(self.cases)
    }

    fn row(&self, name: &str) -> String {
        let cells = (0..WAYS.len()).map(|way| {
            let (worst, mean) = (self.worst[way] * 100.0, self.mean(way) * 100.0);
            format!(" {worst:.2} % | {mean:.2} % |")
        });
        format!("| {name} |{}", cells.collect::<String>())
    }

    fn merge(&mut self, other: &Self) {
        for way in 0..WAYS.len() {
            self.worst[way] = self.worst[way].min(other.worst[way]);
            self.sum[way] += other.sum[way];
        }
        self.cases += other.cases;
    }

    /// What the product promises of its own way.
    fn judge(&self) {
        assert!(self.worst[0] >= 0.93, "falls to {}", self.worst[0]);
        assert!(
            (0.945..=0.96).contains(&self.mean(0)),
            "is {} on average",
            self.mean(0)
        );
    }
}

fn head() {
    let names = WAYS.map(|way| format!(" {way}: worst | mean |"));
    println!("| answers |{}", names.concat());
    println!("|---|{}", "---|".repeat(2 * WAYS.len()));
}

#[test]
fn the_interval_holds_the_true_score_in_nearly_95_of_100_cases_over_every_outcome_of_few_answers() {
    println!("every outcome, weighed");
    head();
    let mut whole = Table::new();
    for n in [20, 30, 40, 50, 60, 80, 100] {
        let known = outcomes(n);
        let mut table = Table::new();
        for mood in moods() {
            table.add(weighed(n, mood, &known));
        }
        println!("{}", table.row(&n.to_string()));
        whole.merge(&table);
    }
    println!("{}", whole.row("all"));
    whole.judge();
    // The textbooks' ways fall where the mood is high and answers are few.
    assert!((whole.worst[1] - 0.865).abs() < 0.002, "Wald: {}", whole.worst[1]);
    assert!(
        (whole.worst[2] - 0.914).abs() < 0.002,
        "adjusted: {}",
        whole.worst[2]
    );
}

/// A slice for each day: two sizes and few draws. A release build draws them all.
fn sizes() -> (&'static [u64], u32) {
    if cfg!(debug_assertions) {
        (&[20, 200], 1_000)
    } else {
        (&[20, 30, 50, 100, 200, 500, 1_000, 2_000], 20_000)
    }
}

#[test]
fn drawn_from_a_seed_the_interval_holds_as_often_up_to_two_thousand_answers() {
    let (sizes, each) = sizes();
    println!(
        "simulated, {each} draws of each of {} moods, from the seed 2003",
        moods().len()
    );
    head();
    let mut whole = Table::new();
    for &n in sizes {
        let mut rng = ChaCha8Rng::seed_from_u64(2003 + n);
        let known = (n <= 100).then(|| outcomes(n));
        let mut table = Table::new();
        for mood in moods() {
            let drawn = simulated(n, mood, each, &mut rng);
            if let Some(known) = &known {
                let exact = weighed(n, mood, known)[0];
                // Five standard errors: none of the draws of one seed lies farther off.
                let room = 5.0 * (exact * (1.0 - exact) / f64::from(each)).sqrt();
                assert!(
                    (drawn[0] - exact).abs() <= room,
                    "{n}, {mood:?}: {drawn:?}, not {exact}"
                );
            }
            table.add(drawn);
        }
        println!("{}", table.row(&n.to_string()));
        whole.merge(&table);
    }
    println!("{}", whole.row("all"));
    if cfg!(debug_assertions) {
        // So few draws tell the mean, not the worst.
        assert!((0.945..=0.96).contains(&whole.mean(0)), "{}", whole.mean(0));
    } else {
        whole.judge();
    }
}
