use proptest::prelude::*;

use super::*;

fn point(latitude: f64, longitude: f64) -> Point {
    Point::new(latitude, longitude).unwrap()
}

#[test]
fn a_quarter_of_the_earth_lies_between_a_pole_and_the_equator() {
    let quarter = std::f64::consts::FRAC_PI_2 * 6371.0088;
    assert!((point(90.0, 0.0).kilometres(point(0.0, 77.0)) - quarter).abs() < 1e-6);
    assert!((point(0.0, 1.0).kilometres(point(0.0, -179.0)) - 2.0 * quarter).abs() < 1e-3);
}

#[test]
fn the_date_line_is_no_wall() {
    // Attu and Bering Island are neighbours; one lies at 173 east, the other at 166 east, and Adak at 176 west.
    let (attu, adak) = (point(52.9, 173.0), point(51.88, -176.65));
    assert!(attu.kilometres(adak) < 720.0);
    let (west, east) = (point(10.0, -180.0), point(10.0, 180.0));
    assert!(west.kilometres(east) < 1e-6);
    let near = nearest(
        point(10.0, 179.99),
        [("east", point(10.0, 179.0)), ("west", point(10.0, -179.9))],
        1,
    );
    assert_eq!(near[0].0, "west");
}

#[test]
fn what_is_no_point_on_the_earth_is_refused() {
    for (latitude, longitude) in [
        (90.1, 0.0),
        (0.1, 180.1),
        (f64::NAN, 1.0),
        (1.0, f64::INFINITY),
        (0.0, 0.0),
    ] {
        assert_eq!(Point::new(latitude, longitude), None, "{latitude}, {longitude}");
    }
    assert_eq!(Point::from_units(i64::MAX, 0), None);
}

#[test]
fn of_places_as_near_the_lesser_key_comes_first_and_no_more_than_asked_for() {
    let here = point(1.0, 1.0);
    let places = [("c", here), ("a", here), ("b", point(2.0, 1.0)), ("b2", here)];
    let keys: Vec<_> = nearest(here, places, 3).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["a", "b2", "c"]);
    assert!(nearest(here, places, 0).is_empty());
}

proptest! {
    #[test]
    fn a_way_is_as_long_back_as_there(a in -90.0..90.0, b in -180.0..180.0, c in -90.0..90.0, d in -180.0..180.0) {
        let (one, other) = (point(a, b), point(c, d));
        let there = one.kilometres(other);
        prop_assert!((there - other.kilometres(one)).abs() < 1e-6);
        prop_assert!((0.0..=20_016.0).contains(&there));
        let (latitude, longitude) = one.units();
        prop_assert_eq!(Point::from_units(latitude, longitude), Some(one));
    }

    #[test]
    fn the_nearest_are_those_that_sorting_finds(
        places in prop::collection::vec((-90.0..90.0, -180.0..180.0), 0..60),
        limit in 0..8usize,
    ) {
        let here = point(40.0, -100.0);
        let places: Vec<_> = places.into_iter().enumerate().map(|(key, (a, b))| (key, point(a, b))).collect();
        let mut sorted: Vec<_> = places.iter().map(|(key, at)| (*key, here.kilometres(*at))).collect();
        sorted.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
        sorted.truncate(limit);
        prop_assert_eq!(nearest(here, places, limit), sorted);
    }
}
