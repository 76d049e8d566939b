use super::*;

fn near(what: &str, is: f64, expected: f64) {
    assert!(
        (is - expected).abs() <= 1e-6 * expected.max(1.0),
        "{what} is {is}, not {expected}"
    );
}

#[test]
fn fifty_agents_and_48_calls_a_minute_are_as_garnett_mandelbaum_and_reiman_have_them() {
    let demand = Demand::new(48.0, 60.0, 60.0).unwrap();
    let patient = Queue::new(Model::Patient, demand, 50).unwrap();
    near("mean wait", patient.mean_wait(), 20.833_668);
    assert!((patient.mean_queue() - 16.6669).abs() < 5e-5);
    let impatient = Queue::new(Model::Impatient { patience: 120.0 }, demand, 50).unwrap();
    near("abandoning", impatient.p_abandon(), 0.030_912_249);
    near("mean wait", impatient.mean_wait(), 3.709_470);
    near("mean queue", impatient.mean_queue(), 2.967_575_9);
    near("utilisation", impatient.occupancy(), 0.930_324_24);
}

#[test]
fn a_hundred_calls_in_half_an_hour_and_14_people() {
    let demand = Demand::new(100.0, 1800.0, 180.0).unwrap();
    let patient = Queue::new(Model::Patient, demand, 14).unwrap();
    assert!((patient.answered_within(20.0).unwrap() - 0.888).abs() < 5e-4);
    assert!((patient.occupancy() - 0.714).abs() < 5e-4);
    assert!((patient.p_wait() - 0.174).abs() < 5e-4);
    let queue = Queue::new(Model::Impatient { patience: 300.0 }, demand, 14).unwrap();
    near("P(wait)", queue.p_wait(), 0.145_260_11);
    near("P(abandon)", queue.p_abandon(), 0.013_983_744);
    near("mean wait, minutes", queue.mean_wait() / 60.0, 0.069_918_721);
    near("occupancy", queue.occupancy(), 0.704_297_33);
    near(
        "service level",
        queue.answered_within(20.0).unwrap(),
        0.916_792_09,
    );
}

fn impatient(patience: f64) -> Model {
    Model::Impatient { patience }
}

fn target(answer: f64, within: f64) -> Target {
    Target {
        answer,
        within,
        occupancy: None,
    }
}

#[test]
fn rates_that_are_none_are_refused_by_name() {
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(
            matches!(
                Demand::new(bad, 60.0, 60.0),
                Err(Fault::NotAbove { what: "arrivals", .. })
            ),
            "{bad}"
        );
        assert!(Demand::new(1.0, bad, 60.0).is_err(), "{bad}");
        assert!(Demand::new(1.0, 60.0, bad).is_err(), "{bad}");
        let demand = Demand::new(1.0, 60.0, 60.0).unwrap();
        assert!(Queue::new(impatient(bad), demand, 1).is_err(), "{bad}");
    }
    let demand = Demand::new(1.0, 60.0, 60.0).unwrap();
    assert!(Queue::new(Model::Lost, demand, 0).is_err());
    assert!(Queue::new(Model::Lost, demand, limits::PEOPLE + 1).is_err());
    let queue = Queue::new(Model::Lost, demand, 1).unwrap();
    assert!(queue.answered_within(-1.0).is_err() && queue.answered_within(f64::NAN).is_err());
    assert!(Demand::new(1e300, 1e-300, 1.0).is_err() && Demand::new(1e-300, 1e300, 1e-300).is_err());
}

#[test]
fn a_queue_that_grows_without_end_says_how_many_can_keep_up() {
    let demand = Demand::new(100.0, 1800.0, 180.0).unwrap();
    assert_eq!(
        Queue::new(Model::Patient, demand, 10).unwrap_err(),
        Fault::Endless {
            people: 10,
            least: 11
        }
    );
    assert!(Queue::new(Model::Patient, demand, 11).is_ok());
}

#[test]
fn the_least_people_meet_the_target_and_one_fewer_does_not() {
    let demand = Demand::new(100.0, 1800.0, 180.0).unwrap();
    for model in [Model::Lost, Model::Patient, impatient(300.0)] {
        let (least, queue) = people(model, demand, target(0.8, 20.0)).unwrap();
        assert!(queue.answered_within(20.0).unwrap() >= 0.8);
        let fewer = Queue::new(model, demand, least - 1).unwrap();
        assert!(fewer.answered_within(20.0).unwrap() < 0.8, "{model:?}: {least}");
    }
    let capped = Target {
        occupancy: Some(0.6),
        ..target(0.8, 20.0)
    };
    let (rested, queue) = people(Model::Patient, demand, capped).unwrap();
    assert!(rested == 17 && queue.occupancy() <= 0.6, "{rested}");
}

#[test]
fn a_target_that_cannot_be_met_says_what_can() {
    let demand = Demand::new(100.0, 1800.0, 180.0).unwrap();
    let everybody = people(Model::Patient, demand, target(1.0, 20.0)).unwrap_err();
    let Fault::Everybody { share, people: least } = everybody else {
        panic!("{everybody}")
    };
    let queue = Queue::new(Model::Patient, demand, least).unwrap();
    assert!(share > 0.99 && queue.answered_within(20.0).unwrap() >= share);
    let flood = Demand::new(500_000.0, 1.0, 1.0).unwrap();
    let beyond = people(impatient(1.0), flood, target(0.9, 2.0)).unwrap_err();
    let Fault::OutOfReach { most, best, .. } = beyond else {
        panic!("{beyond}")
    };
    assert!(most == limits::PEOPLE && best > 0.1 && best < 0.3, "{best}");
    for bad in [0.0, -0.5, 1.5, f64::NAN, f64::INFINITY] {
        assert!(
            people(Model::Patient, demand, target(bad, 20.0)).is_err(),
            "{bad}"
        );
    }
    assert!(people(Model::Patient, demand, target(0.8, -1.0)).is_err());
}

#[test]
fn a_hundred_thousand_people_are_reckoned_with_as_one_is() {
    for (load, people) in [
        (99_999.0, 100_000),
        (1e-3, 100_000),
        (1e5, 1),
        (9e5, 100_000),
        (1e-9, 1),
    ] {
        let demand = Demand::new(load, 60.0, 60.0).unwrap();
        for model in [Model::Lost, impatient(0.01), impatient(60.0), impatient(6000.0)] {
            let queue = Queue::new(model, demand, people).unwrap();
            let within = queue.answered_within(20.0).unwrap();
            for share in [queue.p_wait(), queue.p_abandon(), queue.occupancy(), within] {
                assert!(
                    (0.0..=1.0 + 1e-12).contains(&share),
                    "{load}, {people}, {model:?}: {queue:?}"
                );
            }
            assert!(queue.mean_wait().is_finite() && queue.mean_queue() >= 0.0);
        }
    }
}

#[test]
fn patience_without_end_comes_to_the_queue_in_which_nobody_gives_up() {
    let demand = Demand::new(100.0, 1800.0, 180.0).unwrap();
    let patient = Queue::new(Model::Patient, demand, 14).unwrap();
    let nearly = Queue::new(impatient(180.0 * limits::PATIENCE), demand, 14).unwrap();
    assert!((nearly.p_wait() / patient.p_wait() - 1.0).abs() < 1e-3);
    assert!((nearly.mean_wait() / patient.mean_wait() - 1.0).abs() < 1e-3);
    assert!(Queue::new(impatient(181.0 * limits::PATIENCE), demand, 14).is_err());
}

mod whatever_comes {
    use super::*;
    use proptest::prelude::*;

    fn any_model() -> impl Strategy<Value = Model> {
        prop_oneof![
            Just(Model::Lost),
            Just(Model::Patient),
            (-2.0..2.0_f64).prop_map(|power| impatient(60.0 * 10.0_f64.powf(power))),
        ]
    }

    proptest! {
        #[test]
        fn one_more_person_never_makes_a_queue_worse(
            model in any_model(), power in -3.0..4.0_f64, spare in -2.0..3.0_f64, seconds in 0.0..300.0_f64,
        ) {
            let load = 10.0_f64.powf(power);
            let demand = Demand::new(load, 60.0, 60.0).unwrap();
            let staff = whole((load + spare * load.sqrt()).max(1.0));
            let (Ok(few), Ok(more)) = (Queue::new(model, demand, staff), Queue::new(model, demand, staff + 1)) else {
                return Ok(());
            };
            prop_assert!(more.p_wait() <= few.p_wait() * (1.0 + 1e-9));
            prop_assert!(more.p_abandon() <= few.p_abandon() * (1.0 + 1e-9));
            prop_assert!(more.mean_queue() <= few.mean_queue() * (1.0 + 1e-9));
            prop_assert!(more.answered_within(seconds).unwrap() >= few.answered_within(seconds).unwrap() - 1e-9);
        }

        #[test]
        fn longer_waits_are_rarer_and_nobody_is_answered_and_lost(
            model in any_model(), power in -3.0..4.0_f64, spare in -2.0..3.0_f64, seconds in 0.0..300.0_f64,
        ) {
            let load = 10.0_f64.powf(power);
            let demand = Demand::new(load, 60.0, 60.0).unwrap();
            let Ok(queue) = Queue::new(model, demand, whole((load + spare * load.sqrt()).max(1.0))) else {
                return Ok(());
            };
            let (soon, late) = (queue.answered_within(seconds).unwrap(), queue.answered_within(seconds * 2.0).unwrap());
            prop_assert!(soon <= late + 1e-12);
            prop_assert!(late + queue.p_abandon() <= 1.0 + 1e-9);
            prop_assert!(queue.waits_longer(seconds * 2.0).unwrap() <= queue.waits_longer(seconds).unwrap());
            prop_assert!(queue.waits_longer(0.0).unwrap() <= queue.p_wait() * (1.0 + 1e-12));
        }
    }
}
