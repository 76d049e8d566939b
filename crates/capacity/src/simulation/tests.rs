use super::*;
use crate::chance::Seeded;
use crate::erlang::{Demand, Model, Queue};

fn stream(a_second: f64, handling: f64, patience: Option<f64>, until: f64) -> Streams {
    let rates = Rates::new(vec![(0.0, a_second)], until).unwrap();
    let stream = Stream {
        rates,
        handling,
        patience,
        within: 0.0,
        class: 0,
    };
    Streams::new(vec![], vec![stream]).unwrap()
}

fn always(people: u32) -> Vec<Shift> {
    vec![Shift { from: 0.0, people }]
}

fn job(at: f64, handling: f64) -> Job {
    Job {
        at,
        handling,
        patience: f64::INFINITY,
        due: at,
        class: 0,
    }
}

/// What is told, as lines that can be read.
fn told(jobs: Vec<Job>, discipline: impl Discipline, shifts: &[Shift]) -> Vec<(f64, u32, Seen)> {
    let mut told = Vec::new();
    let mut source = Listed::new(jobs);
    play(
        &mut source,
        discipline,
        shifts,
        1e6,
        &mut Seeded::new(1),
        |at, job, seen| {
            if seen != Seen::Came {
                told.push((at, job.class, seen));
            }
        },
    )
    .unwrap();
    told
}

/// The mean wait and the shares that waited, gave up, and were answered within `within`, each with the half width of its 99 %
/// interval over independent plays.
fn measured(model: Model, demand: Demand, people: u32, within: f64) -> [(f64, f64); 4] {
    const PLAYS: u32 = 60;
    let patience = match model {
        Model::Impatient { patience } => Some(patience),
        _ => None,
    };
    let (warm, until) = (20_000.0, 120_000.0);
    let mut all = [[0.0; 2]; 4];
    for seed in 0..PLAYS {
        let mut source = stream(demand.arrivals(), demand.handling(), patience, until);
        let (mut came, mut sums) = (0.0, [0.0; 4]);
        let seen = |_: f64, job: &Job, seen: Seen| {
            let (waited, served) = match seen {
                Seen::Began { waited } => (waited, true),
                Seen::GaveUp { waited } => (waited, false),
                _ => return,
            };
            if job.at >= warm {
                came += 1.0;
                sums[0] += waited;
                sums[1] += f64::from(waited > 0.0);
                sums[2] += f64::from(!served);
                sums[3] += f64::from(served && waited <= within);
            }
        };
        let mut chance = Seeded::new(u64::from(seed));
        play(
            &mut source,
            Fifo::default(),
            &always(people),
            1e9,
            &mut chance,
            seen,
        )
        .unwrap();
        for (all, sum) in all.iter_mut().zip(sums) {
            all[0] += sum / came;
            all[1] += (sum / came).powi(2);
        }
    }
    let plays = f64::from(PLAYS);
    all.map(|[sum, squares]| {
        let mean = sum / plays;
        let variance = (squares - sum * mean) / (plays - 1.0);
        // Student's t with 59 degrees, 99 %.
        (mean, 2.662 * (variance.max(0.0) / plays).sqrt())
    })
}

#[test]
fn the_play_agrees_with_erlang_c_and_a_within_its_confidence_interval() {
    let demand = Demand::new(100.0, 1800.0, 180.0).unwrap();
    for model in [Model::Patient, Model::Impatient { patience: 300.0 }] {
        let queue = Queue::new(model, demand, 12).unwrap();
        let right = [
            queue.mean_wait(),
            queue.p_wait(),
            queue.p_abandon(),
            queue.answered_within(20.0).unwrap(),
        ];
        for ((mean, half), right) in measured(model, demand, 12, 20.0).into_iter().zip(right) {
            assert!(
                (mean - right).abs() <= half + 1e-12,
                "{model:?}: {mean} +- {half}, not {right}"
            );
            assert!(
                half <= 0.1 * right.max(0.01),
                "{model:?}: {mean} +- {half} says little"
            );
        }
    }
}

#[test]
fn a_seed_gives_the_same_play() {
    let run = |seed| {
        let mut events = Vec::new();
        let mut source = stream(0.05, 60.0, Some(90.0), 3600.0);
        play(
            &mut source,
            Fifo::default(),
            &always(2),
            1e6,
            &mut Seeded::new(seed),
            |at, _, seen| {
                events.push((at.to_bits(), seen));
            },
        )
        .unwrap();
        events
    };
    assert_eq!(run(5), run(5));
    assert_ne!(run(5), run(6));
}

#[test]
fn the_first_to_come_is_taken_up_first_and_the_second_waits_for_the_end_of_the_first() {
    let seen = told(vec![job(0.0, 10.0), job(1.0, 5.0)], Fifo::default(), &always(1));
    assert_eq!(
        seen,
        [
            (0.0, 0, Seen::Began { waited: 0.0 }),
            (10.0, 0, Seen::Done),
            (10.0, 0, Seen::Began { waited: 9.0 }),
            (15.0, 0, Seen::Done),
        ]
    );
}

#[test]
fn the_more_pressing_goes_first_and_then_what_is_due_first() {
    let waiting = |at: f64, class, due| Job {
        due,
        class,
        ..job(at, 10.0)
    };
    let jobs = vec![
        waiting(0.0, 9, 0.0),
        waiting(1.0, 2, 90.0),
        waiting(2.0, 2, 50.0),
        waiting(3.0, 1, 999.0),
    ];
    let order: Vec<f64> = {
        let mut order = Vec::new();
        let mut source = Listed::new(jobs);
        play(
            &mut source,
            Earliest::default(),
            &always(1),
            1e6,
            &mut Seeded::new(1),
            |_, job, seen| {
                if matches!(seen, Seen::Began { .. }) {
                    order.push(job.at);
                }
            },
        )
        .unwrap();
        order
    };
    assert_eq!(order, [0.0, 3.0, 2.0, 1.0]);
}

#[test]
fn who_runs_out_of_patience_leaves_and_is_passed_over() {
    let short = Job {
        patience: 4.0,
        class: 1,
        ..job(1.0, 5.0)
    };
    let seen = told(
        vec![
            job(0.0, 10.0),
            short,
            Job {
                class: 2,
                ..job(2.0, 5.0)
            },
        ],
        Fifo::default(),
        &always(1),
    );
    assert_eq!(
        seen,
        [
            (0.0, 0, Seen::Began { waited: 0.0 }),
            (5.0, 1, Seen::GaveUp { waited: 4.0 }),
            (10.0, 0, Seen::Done),
            (10.0, 2, Seen::Began { waited: 8.0 }),
            (15.0, 2, Seen::Done),
        ]
    );
}

#[test]
fn people_who_come_take_up_what_waits_and_people_who_go_finish_what_they_do() {
    let shifts = [
        Shift { from: 5.0, people: 2 },
        Shift { from: 8.0, people: 0 },
        Shift {
            from: 30.0,
            people: 1,
        },
    ];
    let seen = told(
        vec![job(0.0, 10.0), job(0.0, 4.0), job(6.0, 1.0), job(9.0, 1.0)],
        Fifo::default(),
        &shifts,
    );
    let began: Vec<f64> = seen
        .iter()
        .filter(|line| matches!(line.2, Seen::Began { .. }))
        .map(|line| line.0)
        .collect();
    let done: Vec<f64> = seen
        .iter()
        .filter(|line| line.2 == Seen::Done)
        .map(|line| line.0)
        .collect();
    assert_eq!(began, [5.0, 5.0, 30.0, 31.0]);
    assert_eq!(done, [9.0, 15.0, 31.0, 32.0]);
}

#[test]
fn what_comes_follows_the_rates_and_nothing_comes_after_their_end() {
    let rates = Rates::new(vec![(0.0, 1.0), (1000.0, 0.0), (2000.0, 3.0)], 3000.0).unwrap();
    let stream = Stream {
        rates,
        handling: 0.001,
        patience: None,
        within: 0.0,
        class: 0,
    };
    let mut source = Streams::new(vec![], vec![stream]).unwrap();
    let mut chance = Seeded::new(3);
    let mut counts = [0_i32; 3];
    while let Some(job) = source.next(&mut chance) {
        counts[usize::from(job.at > 1000.0) + usize::from(job.at >= 2000.0)] += 1;
    }
    assert!(
        (counts[0] - 1000).abs() < 120 && counts[1] == 0 && (counts[2] - 3000).abs() < 200,
        "{counts:?}"
    );
}

#[test]
fn rates_below_nothing_and_without_a_number_are_refused() {
    for rate in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(Rates::new(vec![(0.0, rate)], 10.0).is_err(), "{rate}");
    }
}
