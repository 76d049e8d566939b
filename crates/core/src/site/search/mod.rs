//! The search of the help centre: from a patient's words, however spelt, to the articles that answer.
//!
//! Decides which articles are worth showing and in which order, and that none is; every word of a query is looked for as itself, as a
//! slip, as the beginning of a word, and as another way to say the same. Each language is searched for itself. It must not know who
//! searches, where articles are kept, or that some words are dangerous. How it was measured stands in docs/search.md.

mod alike;
mod query;
mod shelf;
mod stem;
#[cfg(test)]
mod tests;
mod typos;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::limits;
use crate::words;

use query::{Query, Unit, query};
use shelf::{Part, Shelf, Term};
use typos::Spelling;

words! {
    /// A language that is searched.
    Language {
        /// English.
        English = "en",
        /// Spanish.
        Spanish = "es",
    }
}

/// A published version of an article, in one language.
#[derive(Debug, Clone, Copy)]
pub struct Doc<'a, Id> {
    /// The article's, in every language the same.
    pub id: Id,
    /// In which language it is written.
    pub language: Language,
    /// Its title.
    pub title: &'a str,
    /// Words that patients have for it, parted by anything; may be empty.
    pub keywords: &'a str,
    /// What it says in one or two sentences.
    pub summary: &'a str,
    /// Its text or markdown.
    pub body: &'a str,
}

/// An article that answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<Id> {
    /// Which.
    pub id: Id,
    /// The language in which it was found.
    pub language: Language,
    /// How well it answers, about 0 to 1; comparable inside one answer only.
    pub score: f64,
}

impl<Id> Hit<Id> {
    /// Whether it answers what was searched, or only has some of its words: if not even the first hit is close, the search was as
    /// good as empty.
    pub fn is_close(&self) -> bool {
        self.score >= CLOSE
    }
}

/// The articles of a help centre, ready to be searched.
#[derive(Debug)]
pub struct Index<Id> {
    shelves: Vec<Shelf<Id>>,
}

/// An article has to say this share of what was asked, or it isn't shown.
const SHOWN: f64 = 0.18;
/// Among many words that nobody knows, one word is enough that tells about this share of what a word can tell.
const TOLD: f64 = 0.4;
/// Two of three right answers say more than this share of what was asked, one of three chance ones does.
const CLOSE: f64 = 0.35;
/// What is this much weaker than the best isn't shown beside it.
const BESIDE: f64 = 0.3;
/// How far the language of the page is ahead.
const PAGE: f64 = 1.2;
/// What an article loses whose language knows no word of what was typed, when the other one does.
const OTHER: f64 = 0.5;
/// What words that stand together, as they were typed, add.
const TOGETHER: f64 = 0.06;
/// How many articles are looked at for words that stand together: those that can be among the first.
const LOOKED_AT: usize = 24;

impl<Id: Copy + Ord> Index<Id> {
    /// Reads the articles, at most [`limits::SITE_DOCS`] of them.
    pub fn build<'a>(docs: impl IntoIterator<Item = Doc<'a, Id>>) -> Self
    where
        Id: 'a,
    {
        let mut by_language: BTreeMap<Language, Vec<Doc<'a, Id>>> = BTreeMap::new();
        for doc in docs.into_iter().take(limits::SITE_DOCS) {
            by_language.entry(doc.language).or_default().push(doc);
        }
        let shelves = by_language
            .iter()
            .map(|(language, docs)| Shelf::build(*language, docs))
            .collect();
        Self { shelves }
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.shelves.is_empty()
    }

    /// The articles for what was typed so far, the best first. The last word may go on unless something stands after it.
    pub fn search(&self, text: &str, page: Language, limit: usize) -> Vec<Hit<Id>> {
        let text = wording::start(text, limits::SITE_QUERY);
        let begun = text.ends_with(char::is_alphanumeric);
        let mut found = BTreeMap::new();
        for (shelf, query, likely) in self.read(text, begun, page, Part::All) {
            let asked: f64 = query.units.iter().map(|unit| unit.telling).sum();
            let mut scores = scores(shelf, &query.units);
            let least = (SHOWN * asked).min(TOLD * shelf.most_telling());
            scores.retain(|(_, score)| *score >= least);
            best_first(&mut scores);
            scores.truncate(LOOKED_AT.max(limit));
            for (doc, score) in scores.iter_mut().take(LOOKED_AT) {
                *score *= 1.0 + TOGETHER * together(&shelf.heads[*doc], &query.units);
            }
            keep(
                &mut found,
                shelf,
                scores
                    .into_iter()
                    .map(|(doc, score)| (doc, likely * score / asked)),
            );
        }
        ranked(found, BESIDE, limit.min(limits::SITE_HITS))
    }

    /// Articles that may answer what a patient is writing to the practice; none unless one is sure.
    pub fn suggest(&self, text: &str, page: Language) -> Vec<Hit<Id>> {
        let text = wording::start(text, limits::SITE_ASKED);
        let mut found = BTreeMap::new();
        for (shelf, query, likely) in self.read(text, false, page, Part::Head) {
            let most = shelf.most_telling();
            let scores = scores(shelf, &query.units)
                .into_iter()
                .map(|(doc, score)| (doc, likely * score / most));
            keep(&mut found, shelf, scores.filter(|(_, score)| *score >= SURE));
        }
        ranked(found, BESIDE_SURE, limits::SITE_SUGGESTED)
    }

    /// A text as it is searched on each shelf, with how likely it is meant for that one, about 1.
    fn read(&self, text: &str, begun: bool, page: Language, part: Part) -> Vec<(&Shelf<Id>, Query, f64)> {
        let queries: Vec<_> = self
            .shelves
            .iter()
            .map(|shelf| (shelf, query(shelf, text, begun, part)))
            .collect();
        let most = queries
            .iter()
            .map(|(_, query)| query.known)
            .fold(f64::MIN_POSITIVE, f64::max);
        let likely = |language: Language, known: f64| {
            let ahead = if language == page { PAGE } else { 1.0 };
            ahead * (1.0 - OTHER * (1.0 - known / most))
        };
        queries
            .into_iter()
            .map(|(shelf, query)| {
                let likely = likely(shelf.language, query.known);
                (shelf, query, likely)
            })
            .collect()
    }
}

/// How much an article's head has to say of what a patient writes before it is suggested: one rare word in its title and summary, or
/// two common ones.
const SURE: f64 = 0.6;
/// What is this much weaker than the best isn't suggested beside it.
const BESIDE_SURE: f64 = 0.7;

/// What each article says of the units; every unit counts once, by its best term.
fn scores<Id: Copy>(shelf: &Shelf<Id>, units: &[Unit]) -> Vec<(usize, f64)> {
    let mut scores = vec![0.0; shelf.ids.len()];
    let mut best = vec![0.0_f64; shelf.ids.len()];
    for unit in units {
        for meant in &unit.terms {
            for posting in shelf.postings(meant.term) {
                best[posting.doc] = best[posting.doc].max(meant.worth * posting.of(meant.part));
            }
        }
        let most = unit
            .terms
            .iter()
            .map(|meant| meant.worth)
            .fold(f64::MIN_POSITIVE, f64::max);
        for (score, best) in scores.iter_mut().zip(&mut best) {
            *score += std::mem::take(best) * unit.telling / most;
        }
    }
    let said = scores.into_iter().enumerate();
    said.filter(|(_, score)| *score > 0.0).collect()
}

fn best_first(scores: &mut [(usize, f64)]) {
    scores.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
}

/// How many pairs of neighbours in an article's head are of two different units.
fn together(head: &[Option<Term>], units: &[Unit]) -> f64 {
    let unit = |term: Option<Term>| {
        let term = term?;
        units
            .iter()
            .position(|unit| unit.terms.iter().any(|known| known.term == term))
    };
    let pairs = head
        .windows(2)
        .filter_map(|pair| Some((unit(pair[0])?, unit(pair[1])?)));
    let pairs: BTreeSet<(usize, usize)> = pairs.filter(|(one, other)| one != other).collect();
    u32::try_from(pairs.len().min(3)).map_or(0.0, f64::from)
}

/// Keeps of each article the version that fits better.
fn keep<Id: Copy + Ord>(
    found: &mut BTreeMap<Id, Hit<Id>>,
    shelf: &Shelf<Id>,
    scores: impl Iterator<Item = (usize, f64)>,
) {
    for (doc, score) in scores {
        let id = shelf.ids[doc];
        let hit = Hit {
            id,
            language: shelf.language,
            score,
        };
        let kept = found.entry(id).or_insert(hit);
        if kept.score < score {
            *kept = hit;
        }
    }
}

fn ranked<Id: Copy + Ord>(found: BTreeMap<Id, Hit<Id>>, beside: f64, limit: usize) -> Vec<Hit<Id>> {
    let mut hits: Vec<Hit<Id>> = found.into_values().collect();
    hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.id.cmp(&other.id)));
    let least = hits.first().map_or(0.0, |best| best.score * beside);
    hits.retain(|hit| hit.score >= least);
    hits.truncate(limit);
    hits
}

/// Where a query's words, or words like them, stand in a title or summary: in order, none over another.
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let query = wording::start(query, limits::SITE_QUERY);
    let begun = query.ends_with(char::is_alphanumeric);
    let mut marks: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    for language in Language::ALL {
        let typed = wording::words(query, *language);
        let last = typed.len().saturating_sub(1);
        let typed: Vec<_> = typed
            .iter()
            .enumerate()
            .filter(|(_, word)| !wording::is_stop(&word.text))
            .take(limits::SITE_QUERY_WORDS)
            .map(|(at, word)| (word, begun && at == last, Spelling::new(&word.text, *language)))
            .collect();
        for word in wording::words(text, *language) {
            let spelling = Spelling::new(&word.text, *language);
            let like = |(typed, begun, spelt): &(&wording::Word, bool, Spelling)| {
                typed.stem == word.stem
                    || *begun && word.text.starts_with(&typed.text)
                    || spelt.meant(&spelling).is_some()
                    || alike::alike(*language).same(&typed.stem, &word.stem)
            };
            if !wording::is_stop(&word.text) && typed.iter().any(like) {
                marks.insert(word.span.start, word.span);
            }
        }
    }
    marks.into_values().collect()
}

/// The words of a query that found nothing, made equal: folded, in order of the alphabet, without those of every question.
pub fn grouped(query: &str) -> String {
    let words = wording::words(wording::start(query, limits::SITE_QUERY), Language::English);
    let words: BTreeSet<String> = words
        .into_iter()
        .map(|word| word.text)
        .filter(|word| word.chars().nth(1).is_some() && !wording::is_stop(word))
        .collect();
    let words: Vec<String> = words.into_iter().collect();
    words.join(" ")
}
