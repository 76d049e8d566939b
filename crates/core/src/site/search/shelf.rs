//! The articles of one language as they are searched: which word stands where, how often, and how much that says.
//!
//! Decides the weight of a word in an article (BM25F: Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple
//! weighted fields"). It must not know what a query is, nor the other language.

use std::collections::{BTreeMap, BTreeSet};

use crate::limits;

use super::alike::{Meaning, alike};
use super::typos::Spelling;
use super::wording::{Word, readable, start, words};
use super::{Doc, Language};

/// The fields of an article, and what a word in each weighs.
const FIELDS: usize = 4;
const WEIGHTS: [f64; FIELDS] = [5.0, 4.0, 2.0, 1.0];
/// How much a field's length takes from a word in it: much in a body, little in a title.
const LENGTHS: [f64; FIELDS] = [0.3, 0.2, 0.4, 0.6];
/// The fields but the body: what an article says it is about.
const HEAD: usize = 3;
/// How soon another mention says nothing more.
const ENOUGH: f64 = 2.0;

/// A word's stem, or a meaning, in the order in which a shelf met them.
pub(super) type Term = usize;

/// A term in an article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting {
    pub doc: usize,
    /// How much the article is about it, 0 to 1.
    pub weight: f64,
    /// The same for its title, keywords and summary alone.
    pub head: f64,
}

/// What of an article is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    All,
    /// Its title, keywords and summary.
    Head,
}

impl Posting {
    pub(super) const fn of(&self, part: Part) -> f64 {
        match part {
            Part::All => self.weight,
            Part::Head => self.head,
        }
    }
}

/// A word of the vocabulary.
#[derive(Debug)]
pub(super) struct Known {
    pub text: String,
    pub spelling: Spelling,
    pub stem: String,
}

/// The articles of a language.
#[derive(Debug)]
pub(super) struct Shelf<Id> {
    pub language: Language,
    pub ids: Vec<Id>,
    /// By their text.
    pub vocabulary: Vec<Known>,
    /// The terms of each article's title, keywords and summary, in their order; `None` parts them.
    pub heads: Vec<Vec<Option<Term>>>,
    stems: BTreeMap<String, Term>,
    meanings: Vec<Option<Term>>,
    postings: Vec<Vec<Posting>>,
}

/// A shelf that is being filled.
struct Filling<Id> {
    shelf: Shelf<Id>,
    counts: Vec<Vec<(usize, [u32; FIELDS])>>,
    lengths: Vec<[u32; FIELDS]>,
    texts: BTreeSet<String>,
}

impl<Id: Copy> Shelf<Id> {
    pub(super) fn build(language: Language, docs: &[Doc<'_, Id>]) -> Self {
        let mut filling = Filling::new(language);
        for doc in docs {
            filling.add(doc);
        }
        filling.done()
    }

    pub(super) fn stem(&self, stem: &str) -> Option<Term> {
        self.stems.get(stem).copied()
    }

    pub(super) fn meaning(&self, meaning: Meaning) -> Option<Term> {
        self.meanings[meaning]
    }

    pub(super) fn postings(&self, term: Term) -> &[Posting] {
        &self.postings[term]
    }

    /// How much a term tells articles apart: much if few have it.
    pub(super) fn telling(&self, term: Term, part: Part) -> f64 {
        let with = |part| {
            self.postings[term]
                .iter()
                .filter(|posting| posting.of(part) > 0.0)
                .count()
        };
        let all = rare(self.ids.len(), with(Part::All));
        match part {
            Part::All => all,
            Part::Head => f64::midpoint(all, rare(self.ids.len(), with(Part::Head))),
        }
    }

    /// The same of a word that no article has.
    pub(super) fn most_telling(&self) -> f64 {
        rare(self.ids.len(), 0)
    }

    /// The word of the vocabulary, if it is one.
    pub(super) fn known(&self, text: &str) -> Option<&Known> {
        let at = self
            .vocabulary
            .binary_search_by(|known| known.text.as_str().cmp(text));
        at.ok().map(|at| &self.vocabulary[at])
    }

    /// The words of the vocabulary that begin so.
    pub(super) fn beginning(&self, text: &str) -> impl Iterator<Item = &Known> {
        let from = self
            .vocabulary
            .partition_point(|known| known.text.as_str() < text);
        let words = self.vocabulary[from..].iter();
        words.take_while(move |known| known.text.starts_with(text))
    }
}

/// BM25's inverse document frequency, never negative.
fn rare(docs: usize, with: usize) -> f64 {
    let [docs, with] = [docs, with].map(count);
    (1.0 + (docs - with + 0.5) / (with + 0.5)).ln()
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

impl<Id: Copy> Filling<Id> {
    fn new(language: Language) -> Self {
        Self {
            shelf: Shelf {
                language,
                ids: Vec::new(),
                vocabulary: Vec::new(),
                heads: Vec::new(),
                stems: BTreeMap::new(),
                meanings: vec![None; alike(language).meanings],
                postings: Vec::new(),
            },
            counts: Vec::new(),
            lengths: Vec::new(),
            texts: BTreeSet::new(),
        }
    }

    fn add(&mut self, doc: &Doc<'_, Id>) {
        let body = readable(start(doc.body, limits::ARTICLE_WORDS));
        let fields = [doc.title, doc.keywords, doc.summary, &body];
        let at = self.shelf.ids.len();
        self.shelf.ids.push(doc.id);
        let mut lengths = [0; FIELDS];
        let mut head = Vec::new();
        for (field, text) in fields.into_iter().enumerate() {
            let words = words(start(text, limits::ARTICLE_WORDS), self.shelf.language);
            for word in words.iter().filter(|word| !word.stop) {
                let term = self.word(word);
                self.count(term, at, field);
                lengths[field] += 1;
                if field < HEAD {
                    head.push(Some(term));
                }
            }
            head.push(None);
            let stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
            for (_, meaning) in alike(self.shelf.language).said(&stems) {
                let term = self.meaning(meaning);
                self.count(term, at, field);
            }
        }
        self.shelf.heads.push(head);
        self.lengths.push(lengths);
    }

    fn word(&mut self, word: &Word) -> Term {
        let known = self.shelf.stem(&word.stem);
        let term = known.unwrap_or_else(|| self.term());
        if known.is_none() {
            self.shelf.stems.insert(word.stem.clone(), term);
        }
        if !self.texts.contains(&word.text) {
            self.texts.insert(word.text.clone());
        }
        term
    }

    fn meaning(&mut self, meaning: Meaning) -> Term {
        if let Some(term) = self.shelf.meanings[meaning] {
            return term;
        }
        let term = self.term();
        self.shelf.meanings[meaning] = Some(term);
        term
    }

    fn term(&mut self) -> Term {
        self.counts.push(Vec::new());
        self.counts.len() - 1
    }

    fn count(&mut self, term: Term, doc: usize, field: usize) {
        let counts = &mut self.counts[term];
        if counts.last().is_none_or(|(last, _)| *last != doc) {
            counts.push((doc, [0; FIELDS]));
        }
        if let Some((_, fields)) = counts.last_mut() {
            fields[field] += 1;
        }
    }

    fn done(mut self) -> Shelf<Id> {
        let language = self.shelf.language;
        let docs = count(self.lengths.len()).max(1.0);
        let average = |field: usize| {
            let sum: f64 = self.lengths.iter().map(|lengths| f64::from(lengths[field])).sum();
            (sum / docs).max(1.0)
        };
        let averages: [f64; FIELDS] = std::array::from_fn(average);
        let weigh = |doc: usize, counts: &[u32; FIELDS], fields: usize| {
            let field = |field: usize| {
                let long = f64::from(self.lengths[doc][field]) / averages[field];
                let taken = 1.0 - LENGTHS[field] + LENGTHS[field] * long;
                WEIGHTS[field] * f64::from(counts[field]) / taken
            };
            let sum: f64 = (0..fields).map(field).sum();
            sum / (ENOUGH + sum)
        };
        let posting = |(doc, counts): &(usize, [u32; FIELDS])| Posting {
            doc: *doc,
            weight: weigh(*doc, counts, FIELDS),
            head: weigh(*doc, counts, HEAD),
        };
        let postings = |counts: &Vec<_>| counts.iter().map(posting).collect();
        self.shelf.postings = self.counts.iter().map(postings).collect();
        self.texts.extend(alike(language).vocabulary.iter().cloned());
        self.shelf.vocabulary = self
            .texts
            .into_iter()
            .map(|text| Known::new(text, language))
            .collect();
        self.shelf
    }
}

impl Known {
    fn new(text: String, language: Language) -> Self {
        Self {
            spelling: Spelling::new(&text, language),
            stem: super::stem::stem(&text, language),
            text,
        }
    }
}
