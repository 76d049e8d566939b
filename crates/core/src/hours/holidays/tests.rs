//! Laws of holidays against published dates.

use super::*;

fn days(country: Country, year: i16) -> Vec<(String, &'static str)> {
    holidays(country, year)
        .into_iter()
        .map(|(day, key)| (day.to_string(), key))
        .collect()
}

fn day(day: &str, key: &'static str) -> (String, &'static str) {
    (day.to_owned(), key)
}

#[test]
fn the_federal_holidays_of_2026_are_those_that_the_government_publishes() {
    let expected = [
        day("2026-01-01", "holiday-us-new-year"),
        day("2026-01-19", "holiday-us-king"),
        day("2026-02-16", "holiday-us-washington"),
        day("2026-05-25", "holiday-us-memorial"),
        day("2026-06-19", "holiday-us-juneteenth"),
        day("2026-07-03", "holiday-us-independence-observed"),
        day("2026-07-04", "holiday-us-independence"),
        day("2026-09-07", "holiday-us-labor"),
        day("2026-10-12", "holiday-us-columbus"),
        day("2026-11-11", "holiday-us-veterans"),
        day("2026-11-26", "holiday-us-thanksgiving"),
        day("2026-12-25", "holiday-us-christmas"),
    ];
    assert_eq!(days(Country::UnitedStates, 2026), expected);
}

#[test]
fn a_holiday_on_a_sunday_is_observed_on_monday() {
    let of_2022 = days(Country::UnitedStates, 2022);
    assert!(of_2022.contains(&day("2022-06-20", "holiday-us-juneteenth-observed")));
    assert!(of_2022.contains(&day("2022-12-26", "holiday-us-christmas-observed")));
}

#[test]
fn a_new_years_day_on_a_saturday_is_observed_in_the_year_before() {
    assert!(days(Country::UnitedStates, 2021).contains(&day("2021-12-31", "holiday-us-new-year-observed")));
    let of_2022 = days(Country::UnitedStates, 2022);
    assert!(of_2022.contains(&day("2022-01-01", "holiday-us-new-year")));
    assert!(of_2022.iter().all(|(date, _)| date.starts_with("2022")));
}

#[test]
fn a_holiday_is_none_before_the_law_made_it_one() {
    let keys = |year| {
        holidays(Country::UnitedStates, year)
            .into_iter()
            .map(|(_, key)| key)
            .collect::<Vec<_>>()
    };
    assert!(!keys(2020).contains(&"holiday-us-juneteenth") && keys(2021).contains(&"holiday-us-juneteenth"));
    assert!(!keys(1985).contains(&"holiday-us-king") && keys(1986).contains(&"holiday-us-king"));
    assert!(!keys(2020).contains(&"holiday-us-juneteenth-observed"));
}

#[test]
fn the_german_holidays_of_2026_are_those_of_all_states() {
    let expected = [
        day("2026-01-01", "holiday-de-neujahr"),
        day("2026-04-03", "holiday-de-karfreitag"),
        day("2026-04-06", "holiday-de-ostermontag"),
        day("2026-05-01", "holiday-de-tag-der-arbeit"),
        day("2026-05-14", "holiday-de-himmelfahrt"),
        day("2026-05-25", "holiday-de-pfingstmontag"),
        day("2026-10-03", "holiday-de-einheit"),
        day("2026-12-25", "holiday-de-weihnachten-1"),
        day("2026-12-26", "holiday-de-weihnachten-2"),
    ];
    assert_eq!(days(Country::Germany, 2026), expected);
}

#[test]
fn german_unity_is_celebrated_since_1990_and_the_reformation_was_once() {
    let has = |year, key| holidays(Country::Germany, year).iter().any(|day| day.1 == key);
    assert!(!has(1989, "holiday-de-einheit") && has(1990, "holiday-de-einheit"));
    assert!(days(Country::Germany, 2017).contains(&day("2017-10-31", "holiday-de-reformation")));
    assert!(!has(2016, "holiday-de-reformation") && !has(2018, "holiday-de-reformation"));
}

#[test]
fn easter_falls_on_the_dates_of_the_church_tables() {
    // The earliest, the latest and the two kinds that the plain rule misses (1954, 1981, 2049, 2076) among them.
    let known = [
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2016, 3, 27),
        (2018, 4, 1),
        (2019, 4, 21),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
    ];
    for (year, month, day) in known {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn a_country_is_known_by_its_code_and_no_year_outside_the_horizon_has_holidays() {
    assert_eq!(Country::from_code("US"), Some(Country::UnitedStates));
    assert_eq!(Country::from_code("DE"), Some(Country::Germany));
    assert_eq!(Country::from_code("de"), None);
    for year in [i16::MIN, 1969, 2100, i16::MAX] {
        assert!(holidays(Country::UnitedStates, year).is_empty());
    }
    assert!(!holidays(Country::Germany, 1970).is_empty() && !holidays(Country::Germany, 2099).is_empty());
}
