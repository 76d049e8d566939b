//! Whether a typed word may be the word that a rule means.
//!
//! Decides how far a spelling may stray: one slip in five letters, two in eight, the first letter kept, or two neighbours
//! changed places; and the ways Spanish is written by ear. A word that is itself a common one is never read as another. It must
//! not know rules or signs.

use std::collections::{BTreeMap, BTreeSet};

use super::lookalikes::is_lookalike;
use crate::reading::sound;

/// Longer than any word of a rule with its slips; what is longer is looked through for phrases without spaces only.
const LONGEST: usize = 24;
const SHORT: usize = 4;
const ONE_SLIP: usize = 5;
const TWO_SLIPS: usize = 8;
/// No word is allowed more.
const SLIPS: u32 = 2;

/// A word of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// Without accents, in lower case.
    pub text: String,
    pub form: Form,
    pub spanish: bool,
}

/// How a word of a rule is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// With slips.
    Near,
    /// Letter by letter: a slip would make it another word.
    Exact,
    /// The beginning of a word, with slips.
    Stem,
}

/// A word of a rule as it sounds, with what tells most others from it before their letters are compared one by one.
#[derive(Debug)]
struct Known {
    word: Word,
    folded: String,
    letters: Letters,
}

/// Which letters a word has, a bit each; all that are not a to z share one.
#[derive(Debug, Clone, Copy)]
struct Letters(u32);

impl Letters {
    fn of(word: &str) -> Self {
        let bit = |letter: u8| match letter {
            b'a'..=b'z' => 1 << (letter - b'a'),
            _ => 1 << 31,
        };
        Self(word.bytes().fold(0, |letters, letter| letters | bit(letter)))
    }

    /// Letters of this word that the other hasn't.
    const fn missing(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

/// The words of all rules, each with its number.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: Vec<Known>,
    numbers: BTreeMap<Word, usize>,
    plain: BTreeSet<String>,
    by_letter: BTreeMap<char, Vec<usize>>,
}

impl Lexicon {
    /// The number of a word, which it keeps.
    pub(super) fn number(&mut self, word: Word) -> usize {
        if let Some(number) = self.numbers.get(&word) {
            return *number;
        }
        let number = self.words.len();
        let folded = sound(&word.text, word.spanish);
        let letters: Vec<char> = folded.chars().take(2).chain(word.text.chars().take(1)).collect();
        for (place, letter) in letters.iter().enumerate() {
            if !letters[..place].contains(letter) {
                self.by_letter.entry(*letter).or_default().push(number);
            }
        }
        if word.form != Form::Stem {
            self.plain.insert(word.text.clone());
        }
        self.numbers.insert(word.clone(), number);
        let letters = Letters::of(&folded);
        self.words.push(Known {
            word,
            folded,
            letters,
        });
        number
    }

    /// The numbers of the words that a typed one may be.
    pub(super) fn matching(&self, typed: &str) -> Vec<usize> {
        if typed.chars().nth(LONGEST).is_some() {
            return Vec::new();
        }
        let known = self.plain.contains(typed) || is_lookalike(typed);
        let folds = [sound(typed, false), sound(typed, true)];
        let bits = [Letters::of(&folds[0]), Letters::of(&folds[1])];
        let mut letters: Vec<char> = typed.chars().take(1).collect();
        letters.extend(folds.iter().filter_map(|folded| folded.chars().next()));
        letters.sort_unstable();
        letters.dedup();
        let mut found: Vec<usize> = letters
            .iter()
            .filter_map(|letter| self.by_letter.get(letter))
            .flatten()
            .copied()
            .filter(|number| {
                let Known {
                    word,
                    folded,
                    letters,
                } = &self.words[*number];
                let tongue = usize::from(word.spanish);
                // A slip takes at most one letter from a word.
                let alike = || letters.missing(bits[tongue]) <= SLIPS;
                word.is(typed) || !known && alike() && word.is_near(folded, &folds[tongue])
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Word {
    /// A word with slips.
    pub(super) fn near(text: &str, spanish: bool) -> Self {
        Self {
            text: text.to_owned(),
            form: Form::Near,
            spanish,
        }
    }

    fn is(&self, typed: &str) -> bool {
        match self.form {
            Form::Near | Form::Exact => self.text == typed,
            Form::Stem => typed.starts_with(&self.text),
        }
    }

    fn is_near(&self, mine: &str, typed: &str) -> bool {
        match self.form {
            Form::Exact => false,
            Form::Near => near(mine, typed),
            Form::Stem => {
                let length = mine.chars().count();
                length >= ONE_SLIP
                    && (length - 1..=length + 1).any(|end| {
                        let cut = typed.char_indices().nth(end).map_or(typed.len(), |(at, _)| at);
                        near(mine, &typed[..cut])
                    })
            }
        }
    }
}

/// Whether two folded words are the same but for the slips that their length allows.
fn near(word: &str, typed: &str) -> bool {
    let (length, typed_length) = (word.chars().count(), typed.chars().count());
    if length < SHORT {
        return false;
    }
    if word == typed {
        return true;
    }
    let slips = if length < ONE_SLIP {
        usize::from(typed_length == length)
    } else {
        1 + usize::from(length >= TWO_SLIPS)
    };
    if length.abs_diff(typed_length) > slips || slips == 0 {
        return false;
    }
    let mut ours = word.chars();
    let mut theirs = typed.chars();
    let (first, typed_first) = (ours.next(), theirs.next());
    let turned = first == theirs.next() && ours.next() == typed_first;
    if first != typed_first && !turned {
        return false;
    }
    if length < ONE_SLIP && sorted(word) != sorted(typed) {
        return false;
    }
    strsim::osa_distance(word, typed) <= slips
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}
