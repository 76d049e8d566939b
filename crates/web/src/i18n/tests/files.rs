//! The Fluent files against their use in templates and code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anteroom_core::hours::{Country, holidays as holidays_of};

use super::super::Lang;

mod families;

#[expect(clippy::disallowed_methods, reason = "the test reads the crate's own sources")]
fn texts(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    assert!(!found.is_empty(), "nothing ends in {ending} below {folder}");
    found
}

/// Every key with the names of its values.
fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in texts(&format!("locales/{lang}"), "ftl") {
        let mut key = String::new();
        for line in text.lines() {
            let starts = line
                .chars()
                .next()
                .is_some_and(|letter| letter.is_ascii_lowercase());
            if let Some((name, _)) = line.split_once(" =").filter(|_| starts) {
                name.clone_into(&mut key);
                assert!(
                    keys.insert(key.clone(), BTreeSet::new()).is_none(),
                    "{key} stands twice in {lang}"
                );
            }
            let values = line.split('$').skip(1);
            let name = |rest: &str| rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            keys.entry(key.clone()).or_default().extend(values.map(name));
        }
    }
    keys.remove("");
    keys
}

/// What stands in quotes after each of these beginnings.
fn quoted(source: &str, beginning: &str) -> Vec<String> {
    source
        .split(beginning)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

fn words<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

/// The words of the holidays that the hours engine names, of every year that shifts them otherwise.
fn holidays() -> Vec<String> {
    let years = 2015..=2035;
    let countries = ["US", "DE"].into_iter().filter_map(Country::from_code);
    let keys = countries.flat_map(|country| years.clone().flat_map(move |year| holidays_of(country, year)));
    let words: BTreeSet<String> = keys
        .filter_map(|(_, key)| Some(key.strip_prefix("holiday-")?.to_owned()))
        .collect();
    words.into_iter().collect()
}

fn list(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}

/// Every key that templates and code ask for.
fn used() -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for source in texts("templates", "html").iter().chain(&texts("src", "rs")) {
        // A call that was broken over lines reads as one.
        let source = &source
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace("( ", "(");
        for call in [".t(\"", ".with(\"", ".with2(\"", ".all(\""] {
            used.extend(quoted(source, call));
        }
        // Keys that are chosen first and looked up after it.
        for (before, start) in [
            ("\"", "when-"),
            ("\"", "lede-"),
            ("\"", "act-"),
            ("\"", "alert-signature-"),
            ("\"", "emergency-"),
            ("\"", "roster-sign-"),
            ("\"", "status-"),
            ("title: \"", ""),
            ("elsewhere(\"", ""),
        ] {
            let found = quoted(source, &format!("{before}{start}"));
            used.extend(found.into_iter().map(|rest| format!("{start}{rest}")));
        }
    }
    for (family, words) in families::all() {
        used.extend(
            words
                .iter()
                .map(|word| format!("{family}-{}", word.replace('_', "-"))),
        );
    }
    let key = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    used.retain(|text| !text.is_empty() && !text.ends_with('-') && text.chars().all(key));
    used
}

#[test]
fn every_text_that_a_page_asks_for_is_there_in_every_language() {
    for lang in Lang::ALL {
        let there = keys(*lang);
        let missing: Vec<_> = used()
            .into_iter()
            .filter(|key| !there.contains_key(key))
            .collect();
        assert!(missing.is_empty(), "missing in {lang}: {missing:?}");
    }
}

#[test]
fn no_text_stands_in_a_language_without_use() {
    let used = used();
    for lang in Lang::ALL {
        let idle: Vec<_> = keys(*lang)
            .into_keys()
            .filter(|key| !used.contains(key))
            .collect();
        assert!(idle.is_empty(), "unused in {lang}: {idle:?}");
    }
}

#[test]
fn every_language_has_the_same_texts_with_the_same_values() {
    assert_eq!(keys(Lang::En), keys(Lang::Es));
}
