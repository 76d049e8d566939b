//! Fever before three months of age.
//!
//! Decides from the birth date, and from the words where they tell an age of their own: a mother who writes from her older
//! child's page may write of the newborn. It must not know the other signs.
//!
//! The American Academy of Pediatrics: 38.0 °C (100.4 °F) or more, or under 36.0 °C, in the first three months is looked at at
//! once. Where a baby's age is nowhere told, a fever is taken for one of a young baby.

use std::ops::Range;

use jiff::Span;

use super::context::{answered_no, denied};
use super::pattern::Reading;
use super::rules::CORE;
use super::{Age, Subject};

/// The rules' ids.
pub(super) const BY_BIRTH: &str = "any.infant_fever.birth_date";
pub(super) const BY_WORDS: &str = "any.infant_fever.words";

/// From here on, months.
const MONTHS: i32 = 3;
/// How far an age and a fever may stand apart.
const NEAR: usize = 40;

/// A fever's words, and the rule that makes it one of a young baby.
pub(super) fn fevers(reading: &Reading, subject: &Subject) -> Vec<(Range<usize>, &'static str)> {
    let known = subject.age.map(Age::is_young);
    let ages = ages(reading);
    let told: Vec<Range<usize>> = (0..reading.tokens.len())
        .filter_map(|at| fever(reading, at))
        .filter(|span| !denied(reading, span.start, span.end) && !answered_no(reading, span.end))
        .collect();
    told.into_iter()
        .filter_map(|span| rule(&span, known, &ages).map(|rule| (span, rule)))
        .collect()
}

fn rule(fever: &Range<usize>, known: Option<bool>, ages: &[(usize, Told)]) -> Option<&'static str> {
    let around = ages.iter().filter(|(at, _)| at.abs_diff(fever.start) <= NEAR);
    let nearest = around
        .clone()
        .min_by_key(|(at, _)| at.abs_diff(fever.start))
        .map(|(_, told)| *told);
    if around.clone().any(|(_, told)| *told == Told::Young) {
        Some(BY_WORDS)
    } else if known == Some(true) {
        Some(BY_BIRTH)
    } else if known.is_none() && nearest.is_some() && around.clone().all(|(_, told)| *told == Told::Baby) {
        Some(BY_WORDS)
    } else {
        None
    }
}

impl Age {
    /// Under three months, or not born yet by a birth date that was mistyped.
    fn is_young(self) -> bool {
        self.born
            .checked_add(Span::new().months(MONTHS))
            .is_ok_and(|grown| self.today < grown)
    }
}

/// What words tell of an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Young,
    /// A baby, who knows how old.
    Baby,
    Older,
}

fn ages(reading: &Reading) -> Vec<(usize, Told)> {
    (0..reading.tokens.len())
        .filter_map(|at| age(reading, at).map(|told| (at, told)))
        .collect()
}

fn age(reading: &Reading, at: usize) -> Option<Told> {
    let word = reading.word(at);
    let next = reading.word(at + 1);
    match word {
        "newborn" | "newborns" | "neonate" | "preemie" | "preemies" | "neonato" | "neonata" | "prematuro"
        | "prematura" => Some(Told::Young),
        "new" if matches!(next, "born" | "baby") => Some(Told::Young),
        "recien" if next.starts_with("nac") => Some(Told::Young),
        "nacio" | "born" => born(reading, at),
        "baby" | "babys" | "infant" | "bebe" | "bebito" | "bebita" | "babies" => Some(Told::Baby),
        "toddler" | "teen" | "teenager" | "husband" | "wife" | "mom" | "dad" | "esposo" | "esposa"
        | "adolescente" => Some(Told::Older),
        _ => number(word).and_then(|number| counted(reading, at, number)),
    }
}

/// "Born 3 weeks ago", "nació ayer".
fn born(reading: &Reading, at: usize) -> Option<Told> {
    let close = at + 1..at + 5;
    if close.clone().any(|at| {
        matches!(
            reading.word(at),
            "yesterday"
                | "ayer"
                | "week"
                | "semana"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        )
    }) {
        return Some(Told::Young);
    }
    close
        .filter_map(|at| Some((number(reading.word(at))?, reading.word(at + 1))))
        .find_map(|(number, unit)| span(number, unit))
}

/// A number of days, weeks, months or years that is an age, not how long something has lasted.
fn counted(reading: &Reading, at: usize, number: f64) -> Option<Told> {
    let told = span(number, reading.word(at + 1))?;
    let after = [reading.word(at + 2), reading.word(at + 3)];
    let before: Vec<&str> = (1..=4)
        .filter_map(|back| at.checked_sub(back))
        .map(|at| reading.word(at))
        .collect();
    let unit = reading.word(at + 1);
    let old = matches!(
        after[0],
        "old" | "olds" | "baby" | "infant" | "daughter" | "son" | "boy" | "girl" | "newborn"
    ) || after[0] == "de" && matches!(after[1], "nacido" | "nacida" | "edad" | "nacidos" | "vida")
        || matches!(unit, "mo" | "yo" | "mos");
    let mine = before.first().is_some_and(|word| {
        matches!(
            *word,
            "my" | "our" | "is" | "hes" | "shes" | "a" | "almost" | "only" | "just" | "barely"
        )
    }) && !matches!(after[0], "ago" | "now" | "of")
        && unit != "days"
        && unit != "day";
    let child = |word: &&str| {
        matches!(
            *word,
            "bebe"
                | "hijo"
                | "hija"
                | "nino"
                | "nina"
                | "nene"
                | "nena"
                | "bebito"
                | "bebita"
                | "baby"
                | "infant"
                | "nieto"
                | "nieta"
        )
    };
    let spanish = before.first() == Some(&"de") && before.iter().any(child)
        || before
            .iter()
            .take(2)
            .any(|word| matches!(*word, "tiene" | "cumplio" | "casi" | "apenas"))
            && !(matches!(after[0], "con" | "de" | "sin" | "que")
                && matches!(unit, "dias" | "dia" | "semanas" | "semana"));
    (old || mine || spanish).then_some(told)
}

fn span(number: f64, unit: &str) -> Option<Told> {
    let days = match unit {
        "day" | "days" | "dia" | "dias" => 1.0,
        "week" | "weeks" | "wk" | "wks" | "w" | "semana" | "semanas" => 7.0,
        "month" | "months" | "mo" | "mos" | "mes" | "meses" | "mth" | "mths" | "m" => 30.5,
        "year" | "years" | "yr" | "yrs" | "yo" | "y" | "ano" | "anos" => 365.0,
        _ => return None,
    };
    Some(if number * days < f64::from(MONTHS) * 30.5 {
        Told::Young
    } else {
        Told::Older
    })
}

/// A number in digits or as a word, up to twelve.
fn number(word: &str) -> Option<f64> {
    const NUMBERS: [(&str, &str); 12] = [
        ("one", "un"),
        ("two", "dos"),
        ("three", "tres"),
        ("four", "cuatro"),
        ("five", "cinco"),
        ("six", "seis"),
        ("seven", "siete"),
        ("eight", "ocho"),
        ("nine", "nueve"),
        ("ten", "diez"),
        ("eleven", "once"),
        ("twelve", "doce"),
    ];
    if word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return word.parse().ok();
    }
    (1_u8..)
        .zip(NUMBERS)
        .find(|(_, (english, spanish))| {
            word == *english || word == *spanish || *spanish == "un" && word == "una"
        })
        .map(|(number, _)| f64::from(number))
}

/// The words of a fever that begin at a place.
fn fever(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let word = reading.word(at);
    let told = CORE.is_fever(&reading.meanings[at]);
    let until = (at + 1..at + 8).take_while(|place| !reading.begins(*place));
    let degrees = until
        .clone()
        .find_map(|place| Some((place, degree(reading, place)?)));
    if told {
        return match degrees {
            Some((place, Degree::Fever)) => Some(at..place + 1),
            Some((_, Degree::Normal)) if is_temperature(word) => None,
            _ if is_temperature(word) => high(reading, at),
            _ => Some(at..at + 1),
        };
    }
    let warm = matches!(
        word,
        "hot"
            | "caliente"
            | "burning"
            | "ardiendo"
            | "hirviendo"
            | "febrile"
            | "feverish"
            | "afiebrado"
            | "afiebrada"
    ) && (1..=4).filter_map(|back| at.checked_sub(back)).any(|at| {
        matches!(
            reading.word(at),
            "feels"
                | "felt"
                | "feeling"
                | "is"
                | "very"
                | "really"
                | "esta"
                | "siente"
                | "sentimos"
                | "muy"
                | "hes"
                | "shes"
                | "so"
        )
    });
    if warm {
        return Some(at..at + 1);
    }
    (degree(reading, at) == Some(Degree::Fever) && measured(reading, at)).then(|| at..at + 1)
}

fn is_temperature(word: &str) -> bool {
    word.starts_with("temp")
}

/// "High temperature" without a number.
fn high(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let near = at.saturating_sub(3)..at + 4;
    near.into_iter()
        .any(|place| {
            matches!(
                reading.word(place),
                "high"
                    | "alta"
                    | "elevated"
                    | "running"
                    | "runs"
                    | "con"
                    | "tiene"
                    | "low"
                    | "baja"
                    | "spiked"
                    | "spiking"
            )
        })
        .then(|| at..at + 1)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Degree {
    Fever,
    Normal,
}

/// A number that a thermometer shows of a person, in Fahrenheit or Celsius; too cold is as bad in a young baby.
fn degree(reading: &Reading, at: usize) -> Option<Degree> {
    let number = reading.tokens.get(at)?.number()?;
    match number {
        38.0..=43.0 | 100.4..=109.0 | 34.0..36.0 | 93.0..96.8 => Some(Degree::Fever),
        36.0..38.0 | 96.8..100.4 => Some(Degree::Normal),
        _ => None,
    }
}

/// Whether a bare number is a thermometer's: it has a fraction, or a degree after it.
fn measured(reading: &Reading, at: usize) -> bool {
    let token = &reading.tokens[at];
    let unit = matches!(
        reading.word(at + 1),
        "f" | "c"
            | "degrees"
            | "degree"
            | "deg"
            | "grados"
            | "fahrenheit"
            | "celsius"
            | "rectal"
            | "rectally"
    );
    let weight = matches!(
        reading.word(at + 1),
        "lb" | "lbs"
            | "pounds"
            | "kg"
            | "kilos"
            | "oz"
            | "cm"
            | "inches"
            | "in"
            | "mg"
            | "ml"
            | "percentile"
            | "weeks"
            | "week"
            | "libras"
    );
    (unit || token.word.contains('.')) && !weight
}
