use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::date;

use super::*;

/// Sentences that the rules were written against.
const TUNED: &str = include_str!("sentences.tsv");
/// Sentences that were written when the rules stood, and mended them afterwards.
const LATER: &str = include_str!("unseen.tsv");

const RECALL: f64 = 0.98;
const PRECISION: f64 = 0.90;

/// What the sentences were found to be.
#[derive(Debug, Default)]
struct Score {
    found: u32,
    missed: u32,
    false_alarms: u32,
}

impl Score {
    fn recall(&self) -> f64 {
        share(self.found, self.missed)
    }

    fn precision(&self) -> f64 {
        share(self.found, self.false_alarms)
    }
}

fn share(part: u32, other: u32) -> f64 {
    f64::from(part) / f64::from((part + other).max(1))
}

struct Sentence<'a> {
    language: &'a str,
    signs: Vec<Sign>,
    subject: Subject,
    words: &'a str,
}

fn sentences(table: &str) -> impl Iterator<Item = Sentence<'_>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [language, signs, age, words] = fields[..] else {
            panic!("{line}")
        };
        Sentence {
            language,
            signs: signs
                .split(',')
                .filter(|sign| *sign != "-")
                .map(|sign| sign.parse().unwrap())
                .collect(),
            subject: aged(age),
            words,
        }
    })
}

fn all() -> impl Iterator<Item = Sentence<'static>> {
    sentences(TUNED).chain(sentences(LATER))
}

/// `40d`: forty days old.
fn aged(age: &str) -> Subject {
    let today = date(2026, 11, 23);
    let days = age.strip_suffix('d').map(|days| days.parse::<i64>().unwrap());
    Subject {
        age: days.map(|days| Age {
            born: today.checked_sub(Span::new().days(days)).unwrap(),
            today,
        }),
    }
}

/// Every pair of a sentence and a sign: found, missed, or a false alarm. A sentence with several signs names them all.
fn score(table: &str) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for sentence in sentences(table) {
        let hits = scan(sentence.words, &sentence.subject, &[]);
        for sign in Sign::ALL {
            let hit = hits.iter().find(|hit| hit.sign == *sign);
            let keep: fn(&mut Score) = match (sentence.signs.contains(sign), hit) {
                (true, Some(_)) => |score| score.found += 1,
                (true, None) => {
                    println!("missed {sign}: {}", sentence.words);
                    |score| score.missed += 1
                }
                (false, Some(hit)) => {
                    let words = &sentence.words[hit.span.clone()];
                    println!("false {sign} by {}, \"{words}\": {}", hit.rule, sentence.words);
                    |score| score.false_alarms += 1
                }
                (false, None) => continue,
            };
            for name in ["all", sentence.language, sign.as_str()] {
                keep(scores.entry(name.to_owned()).or_default());
            }
        }
    }
    for (name, score) in &scores {
        println!(
            "{name}: recall {:.3}, precision {:.3} ({score:?})",
            score.recall(),
            score.precision()
        );
    }
    scores
}

fn holds(table: &str) {
    let scores = score(table);
    for language in ["all", "en", "es"] {
        let score = &scores[language];
        assert!(score.recall() >= RECALL, "{language} misses danger: {score:?}");
        assert!(score.precision() >= PRECISION, "{language} rings too often: {score:?}");
    }
}

#[test]
fn the_first_sentences_are_found_and_the_harmless_ones_stay_silent() {
    holds(TUNED);
}

#[test]
fn the_later_sentences_are_found_and_the_harmless_ones_stay_silent() {
    holds(LATER);
}
