//! The rules of both languages, read once.
//!
//! Decides which pattern is looked for at which word. It must not know the patterns' words, which stand in a file a language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::context::Wording;
use super::mix::Mix;
use super::near::{Lexicon, Word};
use super::pattern::{Grammar, Pattern};
use super::{Added, Sign, english, spanish};
use crate::reading::tokens;

/// Patterns that mean one sign, in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    /// Stable: alerts keep it.
    pub id: &'static str,
    pub sign: Sign,
    pub wording: Wording,
    /// Parted by semicolons.
    pub patterns: &'static str,
}

/// A danger that may be denied, past, or a matter of papers.
pub(super) const fn named(id: &'static str, sign: Sign, patterns: &'static str) -> Rule {
    Rule {
        id,
        sign,
        wording: Wording::Named,
        patterns,
    }
}

/// Words that say "not" or "now" by themselves.
pub(super) const fn firm(id: &'static str, sign: Sign, patterns: &'static str) -> Rule {
    Rule {
        id,
        sign,
        wording: Wording::Firm,
        patterns,
    }
}

/// Words that nothing around them takes back.
pub(super) const fn always(id: &'static str, sign: Sign, patterns: &'static str) -> Rule {
    Rule {
        id,
        sign,
        wording: Wording::Always,
        patterns,
    }
}

/// The words of one language.
pub(super) struct Language {
    pub spanish: bool,
    /// A name and its words, parted by semicolons.
    pub classes: &'static [&'static str],
    pub rules: &'static [&'static [Rule]],
    /// What only sounds like danger: "my back is killing me".
    pub harmless: &'static str,
    /// Danger written without spaces, looked for inside long words.
    pub squeezed: &'static [(&'static str, Sign, &'static str)],
}

/// Both languages; every text is read in both.
pub(super) const LANGUAGES: [&Language; 2] = [&english::LANGUAGE, &spanish::LANGUAGE];

/// What a pattern found is.
#[derive(Debug, Clone)]
pub(super) enum Found {
    Harmless,
    Danger(Meaning),
    /// A part of a mix, by its number.
    Part(usize),
}

/// What words of danger mean.
#[derive(Debug, Clone)]
pub(super) struct Meaning {
    pub sign: Sign,
    pub id: String,
    pub wording: Wording,
}

/// Patterns by the word that they begin with.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub lexicon: Lexicon,
    patterns: Vec<(Pattern, Found)>,
    parts: BTreeMap<(bool, String), usize>,
    pub mixes: Vec<Mix>,
    by_start: Vec<Vec<usize>>,
    by_number: Vec<usize>,
    fevers: Vec<usize>,
}

/// Between the parts of a mix in one thought.
const TOGETHER: char = '&';
/// Between the parts of a mix that a full stop may part.
const NEAR: char = '+';
/// Between the ways of telling one part.
const EITHER: char = '/';

/// What stands between semicolons.
pub(super) fn parts(table: &str) -> impl Iterator<Item = &str> {
    table.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// The words for a fever, of which age decides.
const FEVERS: [(&str, bool); 9] = [
    ("fever", false),
    ("fevers", false),
    ("feverish", false),
    ("temp", false),
    ("temperature", false),
    ("fiebre", true),
    ("calentura", true),
    ("temperatura", true),
    ("febril", true),
];

/// The core rules.
pub(super) static CORE: LazyLock<Book> = LazyLock::new(|| {
    let mut book = Book::default();
    book.fevers = FEVERS
        .map(|(text, spanish)| book.lexicon.number(Word::near(text, spanish)))
        .to_vec();
    for language in LANGUAGES {
        for written in parts(language.harmless) {
            book.read(language, written, &Found::Harmless);
        }
        for rule in language.rules.iter().copied().flatten() {
            let meaning = Meaning {
                sign: rule.sign,
                id: rule.id.to_owned(),
                wording: rule.wording,
            };
            for written in parts(rule.patterns) {
                book.rule(language, written, &meaning);
            }
        }
    }
    book
});

impl Book {
    /// The words that a practice added, as a book of their own. Each is read with the slips of both languages.
    pub(super) fn of(added: &[Added]) -> Self {
        let mut book = Self::default();
        for added in added {
            let words: Vec<String> = tokens(&added.words).into_iter().map(|token| token.word).collect();
            let meaning = Meaning {
                sign: added.sign,
                id: format!("added:{}", words.join("-")),
                wording: Wording::Named,
            };
            for language in LANGUAGES.iter().filter(|_| !words.is_empty()) {
                book.read(language, &words.join(" "), &Found::Danger(meaning.clone()));
            }
        }
        book
    }

    /// A pattern, or a mix of several.
    fn rule(&mut self, language: &Language, written: &str, meaning: &Meaning) {
        let together: Vec<&str> = written.split([TOGETHER, NEAR]).map(str::trim).collect();
        if together.len() == 1 {
            self.read(language, written, &Found::Danger(meaning.clone()));
            return;
        }
        let parts = together.iter().map(|part| self.part(language, part)).collect();
        self.mixes.push(Mix {
            parts,
            across: written.contains(NEAR),
            meaning: meaning.clone(),
        });
    }

    /// The number of a mix's part, which may be told in several ways.
    fn part(&mut self, language: &Language, written: &str) -> usize {
        let key = (language.spanish, written.to_owned());
        if let Some(number) = self.parts.get(&key) {
            return *number;
        }
        let number = self.parts.len();
        self.parts.insert(key, number);
        for way in written.split(EITHER).map(str::trim) {
            self.read(language, way, &Found::Part(number));
        }
        number
    }

    fn read(&mut self, language: &Language, written: &str, found: &Found) {
        let mut grammar = Grammar {
            lexicon: &mut self.lexicon,
            classes: language
                .classes
                .iter()
                .flat_map(|classes| parts(classes))
                .filter_map(|class| class.split_once(' '))
                .collect(),
            spanish: language.spanish,
        };
        for pattern in grammar.patterns(written) {
            let place = self.patterns.len();
            if pattern.starts_with_number {
                self.by_number.push(place);
            }
            for start in &pattern.starts {
                if self.by_start.len() <= *start {
                    self.by_start.resize(start + 1, Vec::new());
                }
                self.by_start[*start].push(place);
            }
            self.patterns.push((pattern, found.clone()));
        }
    }

    /// Whether a word may be one for a fever.
    pub(super) fn is_fever(&self, meanings: &[usize]) -> bool {
        meanings.iter().any(|meaning| self.fevers.contains(meaning))
    }

    /// The patterns that may begin with a word of these meanings.
    pub(super) fn beginning(
        &self,
        meanings: &[usize],
        number: bool,
    ) -> impl Iterator<Item = &(Pattern, Found)> {
        let numbered = if number { self.by_number.as_slice() } else { &[] };
        meanings
            .iter()
            .filter_map(|meaning| self.by_start.get(*meaning))
            .flatten()
            .chain(numbered)
            .map(|place| &self.patterns[*place])
    }
}
