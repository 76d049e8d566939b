//! The words of the vocabulary that a typed word may have been meant to be.
//!
//! Decides how far a spelling may stray: by its length, by how it sounds, and by its first letter, which people seldom miss. It
//! must not know what the words mean nor where they stand.

use crate::reading::sound;

use super::Language;

/// The least letters of a word that may have a slip, and of one that may have two.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 7;
/// A longer word is no word: it has no slips, and none is looked for.
const LONGEST: usize = 24;

/// How sure one is of a word that sounds like the typed one, of one with a slip, and of one with two.
const SOUNDS: f64 = 0.92;
const SLIPS: [f64; 2] = [0.8, 0.55];
/// What another first letter takes.
const FIRST: f64 = 0.75;

/// A word as it is compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    /// As it sounds.
    heard: String,
    letters: usize,
    /// Which letters it has: two words that are k slips apart differ in at most 2k of these bits.
    mask: u32,
}

/// How English is written by ear.
const ENGLISH: &[(&str, &str)] = &[
    ("ph", "f"),
    ("rh", "r"),
    ("wh", "w"),
    ("ck", "k"),
    ("ight", "ite"),
    ("y", "i"),
];

impl Spelling {
    pub(super) fn new(word: &str, language: Language) -> Self {
        let heard = match language {
            Language::Spanish => sound(word, true),
            Language::English => {
                let plain = |word: String, (from, to): &(&str, &str)| word.replace(from, to);
                sound(&ENGLISH.iter().fold(word.to_owned(), plain), false)
            }
        };
        Self {
            letters: heard.chars().count(),
            mask: heard.chars().fold(0, |mask, letter| mask | bit(letter)),
            heard,
        }
    }

    /// How sure one can be, up to 1, that somebody who typed this meant that word. None: not at all.
    pub(super) fn meant(&self, word: &Self) -> Option<f64> {
        if self.letters > LONGEST {
            return None;
        }
        let slips = match self.letters.min(word.letters) {
            letters if letters < ONE_SLIP => 0,
            letters if letters < TWO_SLIPS => 1,
            _ => 2,
        };
        if self.letters.abs_diff(word.letters) > slips
            || (self.mask ^ word.mask).count_ones() as usize > 2 * slips
        {
            return None;
        }
        if self.heard == word.heard {
            return Some(SOUNDS);
        }
        let same = self.heard.chars().next() == word.heard.chars().next();
        // A short word that begins differently is another word.
        let slips = if same {
            slips
        } else {
            slips.min(usize::from(self.letters > ONE_SLIP))
        };
        if slips == 0 {
            return None;
        }
        let apart = strsim::osa_distance(&self.heard, &word.heard);
        let sure = SLIPS.get(apart.checked_sub(1)?).filter(|_| apart <= slips)?;
        Some(if same { *sure } else { sure * FIRST })
    }
}

/// A bit for each of a to z, one for digits, one for what is left.
fn bit(letter: char) -> u32 {
    match letter {
        'a'..='z' => 1 << (letter as u32 - 'a' as u32),
        '0'..='9' => 1 << 26,
        _ => 1 << 27,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(language: Language, typed: &str, word: &str) -> Option<f64> {
        Spelling::new(typed, language).meant(&Spelling::new(word, language))
    }

    #[test]
    fn a_slip_is_forgiven_and_two_in_a_long_word() {
        for (typed, word) in [
            ("feaver", "fever"),
            ("perscription", "prescription"),
            ("diareah", "diarrhea"),
            ("lise", "lice"),
            ("fisical", "physical"),
            ("vomting", "vomiting"),
        ] {
            assert!(meant(Language::English, typed, word).is_some(), "{typed}");
        }
        for (typed, word) in [
            ("bacuna", "vacuna"),
            ("aser", "hacer"),
            ("cabesa", "cabeza"),
            ("llema", "yema"),
            ("estrenimineto", "estrenimiento"),
        ] {
            assert!(meant(Language::Spanish, typed, word).is_some(), "{typed}");
        }
    }

    #[test]
    fn another_word_stays_another_word() {
        for (typed, word) in [
            ("ear", "eat"),
            ("form", "worm"),
            ("bill", "pill"),
            ("sleep", "sheet"),
            ("late", "date"),
        ] {
            assert_eq!(meant(Language::English, typed, word), None, "{typed}");
        }
        assert_eq!(meant(Language::English, "fever", "fever"), Some(SOUNDS));
    }

    #[test]
    fn what_sounds_alike_is_surer_than_a_slip() {
        let heard = meant(Language::Spanish, "bacuna", "vacuna");
        let slip = meant(Language::Spanish, "vacunda", "vacuna");
        let two = meant(Language::English, "imunisatoin", "immunization");
        assert!(heard > slip && slip > two && two.is_some());
    }
}
