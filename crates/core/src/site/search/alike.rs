//! Words and phrases that mean the same to a patient: "throw up" and "vomit", "calentura" and "fiebre".
//!
//! Decides by a table a language: a line is one meaning, its wordings parted by tabs. It must not know any article.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Language;
use super::wording::words;

/// A meaning: the number of its line.
pub(super) type Meaning = usize;

/// The table of a language.
#[derive(Debug, Default)]
pub(super) struct Alike {
    /// By the first stem of a wording: the stems after it, and the meaning.
    wordings: BTreeMap<String, Vec<(Vec<String>, Meaning)>>,
    /// Every word of every wording.
    pub vocabulary: Vec<String>,
    /// How many meanings there are.
    pub meanings: usize,
}

static TABLES: LazyLock<[Alike; 2]> = LazyLock::new(|| {
    [
        Alike::read(include_str!("english.tsv"), Language::English),
        Alike::read(include_str!("spanish.tsv"), Language::Spanish),
    ]
});

/// The table of a language, read once.
pub(super) fn alike(language: Language) -> &'static Alike {
    &TABLES[language as usize]
}

impl Alike {
    fn read(table: &str, language: Language) -> Self {
        let mut alike = Self::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            for wording in line.split('\t') {
                let words = words(wording, language);
                let mut stems = words.iter().map(|word| word.stem.clone());
                let Some(first) = stems.next() else { continue };
                let rest = stems.collect();
                let of_first = alike.wordings.entry(first).or_default();
                of_first.push((rest, alike.meanings));
                alike.vocabulary.extend(words.into_iter().map(|word| word.text));
            }
            alike.meanings += 1;
        }
        alike.vocabulary.sort_unstable();
        alike.vocabulary.dedup();
        alike
    }

    /// The meanings in a row of stems, each with the stems that say it.
    pub(super) fn said(&self, stems: &[&str]) -> Vec<(Range<usize>, Meaning)> {
        let mut said = Vec::new();
        for (at, first) in stems.iter().enumerate() {
            for (rest, meaning) in self.wordings.get(*first).into_iter().flatten() {
                let end = at + 1 + rest.len();
                if stems.get(at + 1..end).is_some_and(|next| next == rest) {
                    said.push((at..end, *meaning));
                }
            }
        }
        said
    }

    /// Whether two stems say one thing by themselves.
    pub(super) fn same(&self, one: &str, other: &str) -> bool {
        let [one, other] = [one, other].map(|stem| self.said(&[stem]));
        one.iter()
            .any(|(_, meaning)| other.iter().any(|(_, its)| its == meaning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings(language: Language, text: &str) -> Vec<Meaning> {
        let words = words(text, language);
        let stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
        alike(language)
            .said(&stems)
            .into_iter()
            .map(|(_, meaning)| meaning)
            .collect()
    }

    #[test]
    fn wordings_of_one_line_mean_the_same() {
        for (language, one, other) in [
            (Language::English, "throwing up", "vomits"),
            (Language::English, "a temperature", "fever"),
            (Language::English, "pinkeye", "pink eye"),
            (Language::Spanish, "calentura", "fiebre"),
            (Language::Spanish, "granitos", "sarpullido"),
        ] {
            let [one, other] = [one, other].map(|text| meanings(language, text));
            assert!(
                one.iter().any(|meaning| other.contains(meaning)),
                "{one:?} {other:?}"
            );
        }
        assert_eq!(meanings(Language::English, "a lamp"), []);
    }

    #[test]
    fn no_line_says_one_thing_twice() {
        for table in [include_str!("english.tsv"), include_str!("spanish.tsv")] {
            for line in table.lines() {
                let mut wordings: Vec<&str> = line.split('\t').collect();
                assert!(wordings.len() > 1 || line.starts_with('#'), "{line}");
                assert!(
                    wordings.iter().all(|wording| *wording == wording.trim()),
                    "{line}"
                );
                wordings.sort_unstable();
                assert!(wordings.windows(2).all(|pair| pair[0] != pair[1]), "{line}");
            }
        }
    }
}
