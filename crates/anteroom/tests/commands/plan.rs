//! Queueing figures from the command line, against those of others.

use serde_json::Value;

use super::{complaint, told};

const NONE: &str = "sqlite:/nowhere/at/all";

fn figures(arguments: &str) -> Value {
    let arguments: Vec<&str> = ["plan"]
        .into_iter()
        .chain(arguments.split(' '))
        .chain(["--format", "json"])
        .collect();
    serde_json::from_str(&told(NONE, &arguments)).expect("one object")
}

fn refused(arguments: &str) -> String {
    let arguments: Vec<&str> = ["plan"].into_iter().chain(arguments.split(' ')).collect();
    complaint(NONE, &arguments).0
}

fn near(figures: &Value, name: &str, right: f64) {
    let is = figures[name].as_f64().expect(name);
    assert!(
        (is - right).abs() <= 1e-6 * right.max(1.0),
        "{name} is {is}, not {right}"
    );
}

#[test]
fn garnett_mandelbaum_and_reimans_fifty_agents() {
    let c = figures("erlang --model c --arrivals 48 --per 1m --handling 1m --people 50 --within 20s");
    near(&c, "mean_wait_s", 20.833_668);
    let a = figures(
        "erlang --model a --arrivals 48 --per 1m --handling 1m --patience 2m --people 50 --within 20s",
    );
    near(&a, "p_abandon", 0.030_912_249);
    near(&a, "mean_wait_s", 3.709_470);
    near(&a, "mean_queue", 2.967_575_9);
    near(&a, "occupancy", 0.930_324_24);
}

#[test]
fn a_hundred_calls_in_half_an_hour_for_fourteen_people() {
    let a = figures(
        "erlang --model a --arrivals 100 --per 30m --handling 3m --patience 5m --people 14 --within 20s",
    );
    near(&a, "p_wait", 0.145_260_11);
    near(&a, "p_abandon", 0.013_983_744);
    near(&a, "mean_wait_s", 0.069_918_721 * 60.0);
    near(&a, "occupancy", 0.704_297_33);
    near(&a, "service_level", 0.916_792_09);
    let names: Vec<&String> = a.as_object().expect("an object").keys().collect();
    assert_eq!(names.len(), 6, "{names:?}");
    let b = figures("erlang --model b --arrivals 100 --per 30m --handling 3m --people 14");
    assert_eq!(
        (&b["mean_wait_s"], &b["p_abandon"]),
        (&Value::from(0.0), &b["p_wait"])
    );
}

#[test]
fn the_least_people_for_a_target_and_no_fewer() {
    let asked =
        "people --model a --arrivals 100 --per 30m --handling 3m --patience 5m --answer 0.8 --within 20s";
    let found = figures(asked);
    let people = found["people"].as_u64().expect("people");
    assert!(found["service_level"].as_f64().expect("a share") >= 0.8);
    let fewer = people - 1;
    let fewer = figures(&format!(
        "erlang --model a --arrivals 100 --per 30m --handling 3m --patience 5m --within 20s --people {fewer}"
    ));
    assert!(
        fewer["service_level"].as_f64().expect("a share") < 0.8,
        "{people} people"
    );
}

#[test]
fn what_cannot_be_met_is_told_with_what_can() {
    let hundred = "--arrivals 100 --per 30m --handling 3m";
    let told = refused(&format!("erlang --model c {hundred} --people 10"));
    assert!(told.contains("11 or more can keep up"), "{told}");
    let told = refused(&format!("people --model c {hundred} --answer 1"));
    assert!(told.contains("0.999 can be met, with"), "{told}");
    let told = refused(&format!("erlang --model a {hundred} --people 14"));
    assert!(told.contains("--patience"), "{told}");
    for arrivals in ["0", "-5", "NaN"] {
        let told = refused(&format!(
            "erlang --model c --arrivals {arrivals} --per 30m --handling 3m --people 14"
        ));
        assert!(told.contains("arrivals must be a number above zero"), "{told}");
    }
    let told = refused("people --model c --arrivals 100 --per -30m --handling 3m --answer 0.8");
    assert!(
        told.contains("the time that they come in must be a number above zero"),
        "{told}"
    );
    let told = refused(&format!("people --model c {hundred} --answer 1.5"));
    assert!(told.contains("under 1, and is 1.5"), "{told}");
}
