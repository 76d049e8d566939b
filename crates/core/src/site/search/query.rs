//! What was typed, as the terms of one language's articles: every word with what may have been meant.
//!
//! Decides what a word stands for (itself, a slip of another, the beginning of another, a meaning) and how sure that is. It must
//! not know which article is the best.

use std::ops::Range;

use crate::limits;

use super::alike::alike;
use super::shelf::{Known, Part, Shelf, Term};
use super::typos::Spelling;
use super::wording::{Word, is_stop, words};

/// How sure one is of an article that says the same in other words.
const ALIKE: f64 = 0.8;
/// How sure one is of a word that goes on as the typed one began.
const BEGUN: f64 = 0.85;
/// The least letters that are taken for the beginning of a word.
const BEGUN_LEAST: usize = 2;
/// The most words that one typed word may have been meant to be.
const MEANT: usize = 6;
/// Words that nobody knows of which a meant one is looked for, in a query: each is held against the whole vocabulary.
const STRANGE: usize = 8;
/// What a number counts beside a word: many articles have some.
const NUMBER: f64 = 0.3;
/// What is left of the words of a phrase that means something as a whole.
const IN_PHRASE: f64 = 0.35;
/// What a word that nobody knows takes from the others.
const UNKNOWN: f64 = 0.5;

/// A word of a query, or a phrase of it.
#[derive(Debug)]
pub(super) struct Unit {
    /// What it may stand for.
    pub terms: Vec<Meant>,
    /// How much of the query it is.
    pub telling: f64,
}

/// A term that somebody may have meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Meant {
    pub term: Term,
    /// How sure that is, up to 1, times how much the term tells.
    pub worth: f64,
    /// In which part of an article it counts: a guess at what was meant has to be what the article is about.
    pub part: Part,
}

/// A word that was typed, with the words of the vocabulary that it may be, the surest first.
struct Typed<'a> {
    word: Word,
    meant: Vec<(&'a Known, f64)>,
    /// How much is left of it when a phrase has said it.
    left: f64,
}

impl Typed<'_> {
    fn is_known(&self) -> bool {
        self.word.stop || self.meant.iter().any(|(_, sure)| *sure >= 1.0)
    }

    /// The stem by which it is part of a phrase.
    fn stem(&self) -> &str {
        match self.meant.first() {
            Some((known, _)) if !self.word.stop => &known.stem,
            _ => &self.word.stem,
        }
    }
}

/// A text as one language's articles are searched for it.
#[derive(Debug)]
pub(super) struct Query {
    pub units: Vec<Unit>,
    /// The share of its words that the language knows, letter by letter: how likely it is written in it.
    pub known: f64,
}

/// The query of a text, as they are looked for in a part of the articles. `begun`: its last word may go on. At most
/// [`limits::SITE_QUERY_WORDS`] units, the most telling ones.
pub(super) fn query<Id: Copy>(shelf: &Shelf<Id>, text: &str, begun: bool, part: Part) -> Query {
    let read = words(text, shelf.language);
    let last = read.len().saturating_sub(1);
    let mut strange = STRANGE;
    let mut typed: Vec<Typed<'_>> = Vec::with_capacity(read.len());
    for (at, word) in read.into_iter().enumerate() {
        let before = typed.iter().find(|before| before.word.text == word.text);
        let meant = match before {
            Some(before) => before.meant.clone(),
            None => meant(shelf, &word, begun && at == last, &mut strange),
        };
        let left = 1.0;
        typed.push(Typed { word, meant, left });
    }
    let known = typed.iter().filter(|typed| typed.is_known()).count();
    let known = ratio(known, typed.len());
    let mut said = phrases(shelf, &mut typed, part);
    let words = typed.iter().filter(|typed| !typed.word.stop);
    said.extend(words.filter_map(|typed| unit(shelf, typed, part)));
    let mut units: Vec<Unit> = Vec::with_capacity(said.len());
    for unit in said {
        if unit.terms.is_empty() || units.iter().all(|known| known.terms != unit.terms) {
            units.push(unit);
        }
    }
    units.sort_by(|one, other| other.telling.total_cmp(&one.telling));
    units.truncate(limits::SITE_QUERY_WORDS);
    Query { units, known }
}

/// The words of the vocabulary that a typed word may be.
fn meant<'a, Id: Copy>(
    shelf: &'a Shelf<Id>,
    word: &Word,
    begun: bool,
    strange: &mut usize,
) -> Vec<(&'a Known, f64)> {
    if word.stop {
        return Vec::new();
    }
    let mut meant: Vec<(&Known, f64)> = shelf
        .known(&word.text)
        .map(|known| (known, 1.0))
        .into_iter()
        .collect();
    // Whoever types Spanish has not begun an English word with "la".
    if begun && !is_stop(&word.text) && word.text.chars().nth(BEGUN_LEAST - 1).is_some() {
        let mut longer: Vec<(&Known, f64)> = shelf
            .beginning(&word.text)
            .filter(|known| known.text != word.text)
            .map(|known| (known, BEGUN * ratio(word.text.len(), known.text.len()).sqrt()))
            .collect();
        longer.sort_by(|one, other| other.1.total_cmp(&one.1));
        longer.truncate(MEANT);
        meant.extend(longer);
    }
    if meant.is_empty() && !word.is_number() && shelf.stem(&word.stem).is_none() && *strange > 0 {
        *strange -= 1;
        let spelling = Spelling::new(&word.text, shelf.language);
        let near = |known: &'a Known| Some((known, spelling.meant(&known.spelling)?));
        meant = shelf.vocabulary.iter().filter_map(near).collect();
        let surest = meant.iter().map(|(_, sure)| *sure).fold(0.0, f64::max);
        // Who wrote "bomita" by ear meant "vomita", and not "bolita" besides.
        meant.retain(|(_, sure)| *sure >= surest);
        meant.truncate(MEANT);
    }
    meant
}

fn ratio(part: usize, whole: usize) -> f64 {
    let [part, whole] = [part, whole].map(|number| u32::try_from(number).map_or(f64::MAX, f64::from));
    part / whole.max(1.0)
}

/// The phrases that mean something as a whole; their words count less from then on.
fn phrases<Id: Copy>(shelf: &Shelf<Id>, typed: &mut [Typed<'_>], part: Part) -> Vec<Unit> {
    let stems: Vec<&str> = typed.iter().map(Typed::stem).collect();
    let said: Vec<(Range<usize>, usize)> = alike(shelf.language)
        .said(&stems)
        .into_iter()
        .filter(|(words, _)| words.len() > 1)
        .collect();
    let mut units = Vec::new();
    for (words, meaning) in said {
        let Some(term) = shelf.meaning(meaning) else {
            continue;
        };
        let sure = typed[words.clone()]
            .iter()
            .map(|typed| typed.meant.first().map_or(1.0, |(_, sure)| *sure));
        let sure = sure.fold(1.0, f64::min);
        let telling = shelf.telling(term, part);
        let worth = sure * telling;
        units.push(Unit {
            telling,
            terms: vec![Meant { term, worth, part }],
        });
        for typed in &mut typed[words] {
            typed.left = IN_PHRASE;
        }
    }
    units
}

/// A word as a unit; none for a number that no article has.
fn unit<Id: Copy>(shelf: &Shelf<Id>, typed: &Typed<'_>, part: Part) -> Option<Unit> {
    let mut terms = stands_for(shelf, &typed.word.stem, 1.0, part);
    // A word that is known as it stands is not outdone by one that it may begin.
    let most = worth(&terms).unwrap_or(f64::MAX);
    for (known, sure) in &typed.meant {
        let part = if *sure < 1.0 { Part::Head } else { part };
        for mut meant in stands_for(shelf, &known.stem, *sure, part) {
            meant.worth = meant.worth.min(most);
            match terms.iter_mut().find(|known| known.term == meant.term) {
                Some(known) if known.worth >= meant.worth => {}
                Some(known) => *known = meant,
                None => terms.push(meant),
            }
        }
    }
    let telling = match worth(&terms) {
        Some(most) if typed.word.is_number() => most * NUMBER,
        Some(most) => most,
        None if typed.word.is_number() => return None,
        None => shelf.most_telling() * UNKNOWN,
    };
    Some(Unit {
        terms,
        telling: telling * typed.left,
    })
}

/// What the best of the terms is worth.
fn worth(terms: &[Meant]) -> Option<f64> {
    terms.iter().map(|meant| meant.worth).reduce(f64::max)
}

/// A stem and what it means, as terms of the articles.
fn stands_for<Id: Copy>(shelf: &Shelf<Id>, stem: &str, sure: f64, part: Part) -> Vec<Meant> {
    let meanings = alike(shelf.language).said(&[stem]).into_iter();
    let meanings = meanings.filter_map(|(_, meaning)| Some((shelf.meaning(meaning)?, ALIKE * sure)));
    let itself = shelf.stem(stem).map(|term| (term, sure));
    let terms = itself.into_iter().chain(meanings);
    terms
        .map(|(term, sure)| Meant {
            term,
            worth: sure * shelf.telling(term, part),
            part,
        })
        .collect()
}
