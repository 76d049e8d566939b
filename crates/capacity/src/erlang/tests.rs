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
