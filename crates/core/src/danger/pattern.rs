//! The patterns of rules: how they are written, and where they stand in a text.
//!
//! Decides whether words stand in a pattern's order. It must not know what a pattern means or whether what it found is so.
//!
//! A pattern is words in a row. `a|b` is either, `?a` may be missing, `..3` is three other words or fewer and some to spare,
//! `..1` just one or none, `word*` begins so, `=word` has no slips, `#` is a number, `#6-90` one between these two, `@name` is
//! one of a class of words. Nothing reaches over the end of a thought, and other words that are skipped hold no "not" that the
//! pattern doesn't name. A row of several patterns with `&`, `+` or `/` between them is a mix: see `mix.rs`.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::near::{Form, Lexicon, Word};
use crate::reading::Token;

/// Words that turn what follows into its contrary.
pub(super) const NOT: &[&str] = &[
    "no", "not", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "hadnt",
    "without", "never", "none", "neither", "nor", "denies", "denied", "deny", "denying", "negative", "sin",
    "ni", "nunca", "tampoco", "jamas", "niega", "niego", "ninguno", "ninguna", "ningun",
];

/// After a "not", words of not ending: it goes on.
const ENDING: &[&str] = &[
    "stop",
    "stops",
    "stopped",
    "stopping",
    "quit",
    "let",
    "go",
    "going",
    "deja",
    "dejan",
    "para",
    "paran",
    "quita",
    "quitan",
    "cede",
    "only",
    "just",
    "getting",
    "improving",
    "better",
    "solo",
];

/// Words more than a table says, because nobody foresees how people write; it costs next to no precision.
const SPARE: usize = 2;

#[derive(Debug, Clone)]
enum Step {
    /// One of these words, by their sorted numbers in the lexicon.
    One(Vec<usize>),
    Number,
    /// A number between two, with them.
    Between(f64, f64),
    /// Up to so many other words.
    Skip(usize),
}

/// A pattern, ready to match.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    steps: Vec<Step>,
    /// The words that it may begin with.
    pub starts: Vec<usize>,
    pub starts_with_number: bool,
}

/// Reads the patterns of one language into a lexicon.
pub(super) struct Grammar<'a> {
    pub lexicon: &'a mut Lexicon,
    /// Alternatives by their name: `@pain` and `pain|ache|hurt*`.
    pub classes: Vec<(&'a str, &'a str)>,
    pub spanish: bool,
}

impl Grammar<'_> {
    /// A pattern with each choice of its optional words.
    pub(super) fn patterns(&mut self, written: &str) -> Vec<Pattern> {
        let mut ways: Vec<Vec<&str>> = vec![Vec::new()];
        for part in written.split_whitespace() {
            if let Some(optional) = part.strip_prefix('?') {
                let without = ways.clone();
                for way in &mut ways {
                    way.push(optional);
                }
                ways.extend(without);
            } else {
                for way in &mut ways {
                    way.push(part);
                }
            }
        }
        ways.iter().map(|way| self.pattern(way)).collect()
    }

    fn pattern(&mut self, parts: &[&str]) -> Pattern {
        let mut starts = Vec::new();
        let mut steps = Vec::with_capacity(parts.len());
        for (place, part) in parts.iter().enumerate() {
            if let Some(most) = part.strip_prefix("..") {
                let most: usize = most.parse().unwrap_or_default();
                steps.push(Step::Skip(if most > 1 { most + SPARE } else { most }));
            } else if *part == "#" {
                steps.push(Step::Number);
            } else if let Some(bounds) = part.strip_prefix('#') {
                let (least, most) = bounds.split_once('-').unwrap_or((bounds, bounds));
                let bound = |written: &str| written.parse().unwrap_or(f64::NAN);
                steps.push(Step::Between(bound(least), bound(most)));
            } else {
                let numbers = self.alternatives(part);
                if place == 0 {
                    starts.clone_from(&numbers);
                }
                steps.push(Step::One(numbers));
            }
        }
        Pattern {
            starts_with_number: matches!(steps.first(), Some(Step::Number | Step::Between(..))),
            starts,
            steps,
        }
    }

    fn alternatives(&mut self, part: &str) -> Vec<usize> {
        let mut written: Vec<&str> = Vec::new();
        for choice in part.split('|') {
            let class = self.classes.iter().find(|(name, _)| *name == choice);
            written.extend(class.map_or(choice, |(_, words)| words).split('|'));
        }
        let mut numbers: Vec<usize> = written.into_iter().map(|word| self.word(word)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn word(&mut self, written: &str) -> usize {
        let (text, form) = if let Some(text) = written.strip_prefix('=') {
            (text, Form::Exact)
        } else if let Some(text) = written.strip_suffix('*') {
            (text, Form::Stem)
        } else {
            (written, Form::Near)
        };
        self.lexicon.number(Word {
            text: text.to_owned(),
            form,
            spanish: self.spanish,
        })
    }
}

/// A text, each word with the words of rules that it may be.
#[derive(Debug)]
pub(super) struct Reading {
    pub tokens: Vec<Token>,
    pub meanings: Vec<Rc<[usize]>>,
}

impl Reading {
    /// Looks each different word up once.
    pub(super) fn new(tokens: Vec<Token>, lexicon: &Lexicon) -> Self {
        let mut known: BTreeMap<&str, Rc<[usize]>> = BTreeMap::new();
        let meanings = tokens
            .iter()
            .map(|token| {
                let found = known
                    .entry(&token.word)
                    .or_insert_with(|| lexicon.matching(&token.word).into());
                Rc::clone(found)
            })
            .collect();
        Self { tokens, meanings }
    }

    /// The word at a place, or none beyond the ends.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    /// Whether a thought ends before the word at a place, or the text.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(Token::begins)
    }
}

impl Pattern {
    /// Where the pattern ends that begins at a word: after its last one.
    pub(super) fn end(&self, reading: &Reading, start: usize) -> Option<usize> {
        end(&self.steps, reading, start, start)
    }
}

fn end(steps: &[Step], reading: &Reading, start: usize, at: usize) -> Option<usize> {
    count();
    let Some((step, rest)) = steps.split_first() else {
        return Some(at);
    };
    if at >= reading.tokens.len() || at > start && reading.begins(at) {
        return None;
    }
    match step {
        Step::One(numbers) => {
            let meanings = &reading.meanings[at];
            let meant = numbers
                .iter()
                .any(|number| meanings.binary_search(number).is_ok());
            meant.then(|| end(rest, reading, start, at + 1)).flatten()
        }
        Step::Number => reading.tokens[at]
            .number()
            .and_then(|_| end(rest, reading, start, at + 1)),
        Step::Between(least, most) => reading.tokens[at]
            .number()
            .filter(|number| (*least..=*most).contains(number))
            .and_then(|_| end(rest, reading, start, at + 1)),
        Step::Skip(most) => (0..=*most)
            .take_while(|skipped| *skipped == 0 || skippable(reading, start, at + skipped - 1))
            .find_map(|skipped| end(rest, reading, start, at + skipped)),
    }
}

/// Whether other words may go on over this one.
fn skippable(reading: &Reading, start: usize, at: usize) -> bool {
    if at >= reading.tokens.len() || at > start && reading.begins(at) {
        return false;
    }
    !NOT.contains(&reading.word(at)) || ENDING.contains(&reading.word(at + 1))
}

#[cfg(test)]
thread_local! {
    /// Steps of matching, which the tests count to see that the work is bounded.
    pub(super) static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
pub(super) fn count() {
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

#[cfg(not(test))]
pub(super) const fn count() {}
