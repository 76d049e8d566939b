use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

/// Sentences that the rules were written against.
const TUNED: &str = include_str!("sentences.tsv");
/// Sentences that were written when the rules stood, and mended them afterwards; its head says what they found at first.
const LATER: &str = include_str!("later.tsv");
/// Those of the next rounds, when rules found the parts of a danger in whatever order.
const UNFORESEEN: &str = include_str!("unforeseen.tsv");
/// The last rounds, in plain words.
const PLAIN: &str = include_str!("plain.tsv");

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
    [TUNED, LATER, UNFORESEEN, PLAIN].into_iter().flat_map(sentences)
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
        assert!(
            score.precision() >= PRECISION,
            "{language} rings too often: {score:?}"
        );
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

#[test]
fn what_nobody_foresaw_is_found_by_now_and_the_harmless_stays_silent() {
    holds(UNFORESEEN);
    holds(PLAIN);
}

#[test]
fn parts_of_a_danger_are_found_in_whatever_order_and_not_when_one_is_denied() {
    let found = |words: &str| signs(words, &Subject::default());
    for words in [
        "grey and sweaty, keeps rubbing his chest",
        "rubbing his chest, and he is sweaty and grey",
    ] {
        assert!(found(words).contains(&Sign::ChestPain), "{words}");
    }
    assert!(found("She ate a cashew. Now her tongue is swelling").contains(&Sign::Anaphylaxis));
    assert_eq!(found("her face is not swollen, she ate a cashew"), []);
    assert_eq!(found("chest x-ray was clear, no chest pain"), []);
    assert!(found("shaking and not responding").contains(&Sign::Seizure));
}

fn signs(words: &str, subject: &Subject) -> Vec<Sign> {
    let mut signs: Vec<Sign> = scan(words, subject, &[])
        .into_iter()
        .map(|hit| hit.sign)
        .collect();
    signs.sort_unstable();
    signs.dedup();
    signs
}

/// Every sign of the first is among the second's.
fn keeps(before: &[Sign], after: &[Sign], words: &str) {
    assert!(
        before.iter().all(|sign| after.contains(sign)),
        "{before:?} became {after:?}: {words}"
    );
}

#[test]
fn capitals_missing_accents_and_other_apostrophes_hide_nothing() {
    for sentence in all() {
        let found = signs(sentence.words, &sentence.subject);
        let plain: String = sentence
            .words
            .chars()
            .map(|letter| match letter {
                'á' => 'a',
                'é' => 'e',
                'í' => 'i',
                'ó' => 'o',
                'ú' | 'ü' => 'u',
                'ñ' => 'n',
                '\'' => '\u{2019}',
                letter => letter,
            })
            .collect();
        keeps(&found, &signs(&plain, &sentence.subject), &plain);
        let capitals = sentence.words.to_uppercase();
        keeps(&found, &signs(&capitals, &sentence.subject), &capitals);
    }
}

#[test]
fn danger_at_the_end_of_a_long_text_or_between_other_sentences_is_found() {
    let calm = "I would like to change my visit on Thursday. Quisiera cambiar la hora de mi consulta. ";
    let long = calm.repeat(350);
    for sentence in all().filter(|sentence| !sentence.signs.is_empty()) {
        let found = signs(sentence.words, &sentence.subject);
        let words = format!("{calm}{}. {calm}", sentence.words);
        keeps(&found, &signs(&words, &sentence.subject), &words);
    }
    for sentence in all().filter(|sentence| !sentence.signs.is_empty()).step_by(30) {
        let found = signs(sentence.words, &sentence.subject);
        let words = format!("{long}{}", sentence.words);
        keeps(&found, &signs(&words, &sentence.subject), sentence.words);
    }
}

#[test]
fn what_else_a_message_says_takes_no_danger_back() {
    for words in [
        "No fever. Chest pain.",
        "no fever but chest pain",
        "no cough, chest pain since this morning",
        "Thanks! Also my chest hurts",
        "No, my chest hurts",
        "I saw you last year. I have chest pain",
        "no tengo fiebre pero me duele el pecho",
        "Last year I had a stroke and now I have chest pain",
        "I hope it is not a heart attack",
        "my chest pain medicine is not working",
    ] {
        assert!(
            signs(words, &Subject::default()).contains(&Sign::ChestPain),
            "{words}"
        );
    }
}

#[test]
fn a_fever_counts_until_the_day_a_baby_is_three_months_old() {
    let born = date(2026, 8, 23);
    let on = |today| Subject {
        age: Some(Age { born, today }),
    };
    assert_eq!(signs("fever", &on(date(2026, 11, 22))), [Sign::InfantFever]);
    assert!(signs("fever", &on(date(2026, 11, 23))).is_empty());
    assert_eq!(
        signs("his newborn sister has a fever", &on(date(2027, 11, 23))),
        [Sign::InfantFever]
    );
}

#[test]
fn a_practices_own_words_are_found_with_slips_and_denied_like_the_core_ones() {
    let mut added = Vec::new();
    assert_eq!(add(&mut added, Sign::Poisoning, " Angel  trumpet "), Ok(()));
    assert_eq!(
        add(&mut added, Sign::Poisoning, "angel trumpet"),
        Err(Fault::Taken)
    );
    assert_eq!(add(&mut added, Sign::Poisoning, "no"), Err(Fault::TooShort(3)));
    assert_eq!(
        add(&mut added, Sign::Poisoning, &"x".repeat(81)),
        Err(Fault::TooLong(80))
    );
    let hits = scan("he chewed angel trumpit", &Subject::default(), &added);
    assert_eq!(hits[0].rule, "added:angel-trumpet");
    assert_eq!(hits[0].span, 10..23);
    assert!(scan("no angel trumpet here", &Subject::default(), &added).is_empty());
    assert!(!scan("chest pain", &Subject::default(), &added).is_empty());
}

#[test]
fn a_practice_adds_a_bounded_number_of_words() {
    let mut added: Vec<Added> = (0..limits::DANGER_WORDS_ADDED)
        .map(|number| Added {
            sign: Sign::Injury,
            words: format!("word {number}"),
        })
        .collect();
    assert_eq!(
        add(&mut added, Sign::Injury, "another"),
        Err(Fault::TooLong(limits::DANGER_WORDS_ADDED))
    );
}

#[test]
fn each_sign_shows_a_line_and_the_emergency_number_is_always_among_them() {
    assert_eq!(helps([Sign::Suicide]), [Help::Crisis988, Help::Emergency]);
    assert_eq!(
        helps([Sign::Poisoning, Sign::Breathing]),
        [Help::Emergency, Help::Poison]
    );
    assert!(
        Sign::ALL
            .iter()
            .all(|sign| helps([*sign]).contains(&Help::Emergency))
    );
}

#[test]
fn marks_never_overlap() {
    for sentence in all() {
        let hits = scan(sentence.words, &sentence.subject, &[]);
        let marks = marks(&hits);
        assert!(
            marks.windows(2).all(|pair| pair[0].end < pair[1].start),
            "{}",
            sentence.words
        );
        assert!(
            hits.windows(2)
                .all(|pair| pair[0].span.start <= pair[1].span.start)
        );
    }
}

#[test]
fn rules_have_names_of_their_own_and_their_tables_are_well_formed() {
    let mut ids: Vec<&str> = Vec::new();
    for language in rules::LANGUAGES {
        ids.extend(language.rules.iter().copied().flatten().map(|rule| rule.id));
        ids.extend(language.squeezed.iter().map(|(id, _, _)| *id));
        let classes: Vec<&str> = language
            .classes
            .iter()
            .flat_map(|classes| rules::parts(classes))
            .map(|class| class.split_once(' ').unwrap().0)
            .collect();
        let written = language.rules.iter().copied().flatten().map(|rule| rule.patterns);
        for pattern in written.chain([language.harmless]).flat_map(rules::parts) {
            assert!(!pattern.starts_with(['?', '.']), "begins with a word: {pattern}");
            assert!(
                pattern
                    .split_whitespace()
                    .all(|step| !(step.contains('#') && step.contains('|'))),
                "a number is a step by itself: {pattern}"
            );
            for choice in pattern
                .split(|letter: char| letter.is_whitespace() || "|&+/".contains(letter))
                .filter(|choice| !choice.is_empty())
            {
                let known = !choice.contains('@') || classes.contains(&choice.trim_start_matches('?'));
                assert!(
                    known && choice.is_ascii() && choice == choice.to_lowercase(),
                    "{choice:?} in {pattern:?}"
                );
            }
        }
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn the_work_grows_with_the_text_and_no_faster() {
    let steps = |words: &str| {
        pattern::STEPS.with(|steps| steps.set(0));
        scan(words, &Subject::default(), &[]);
        pattern::STEPS.with(std::cell::Cell::get)
    };
    for word in [
        "a",
        "no ",
        "chest ",
        "pain in chest or ",
        "want to ",
        "no quiero ",
        "fever ",
        "6 weeks ",
        "\u{301}",
        "'",
    ] {
        let (short, long) = (
            steps(&word.repeat(1_000 / word.len())),
            steps(&word.repeat(10_000 / word.len())),
        );
        assert!(long <= 12 * short + 1_000, "{word}: {short} steps became {long}");
        assert!(long <= 6_000 * 10_000 / word.len(), "{word}: {long} steps");
    }
    assert!(steps(&"a".repeat(100_000)) < 100);
}

proptest! {
    #[test]
    fn any_text_is_read_and_spans_lie_on_its_letters(text in any::<String>(), days in 0_i64..40_000) {
        for hit in scan(&text, &aged(&format!("{days}d")), &[]) {
            prop_assert!(text.get(hit.span).is_some_and(|words| !words.is_empty()));
        }
    }

    #[test]
    fn words_between_any_signs_are_found(before in "[^\\p{L}\\p{N}\\p{M}'’]{0,20}", after in "[^\\p{L}\\p{N}\\p{M}'’]{0,20}") {
        let text = format!("{before} I have chest pain {after}");
        let hits = scan(&text, &Subject::default(), &[]);
        prop_assert_eq!(hits.len(), 1);
        prop_assert_eq!(&text[hits[0].span.clone()], "chest pain");
    }
}
