//! Dangers told in parts, which stand near each other in whatever order: "grey and sweaty", "rubbing", "her chest".
//!
//! Decides whether all parts of a danger are told close together, and meant. Nobody foresees in which order people tell things;
//! what they tell of is known. It must not know what the parts mean.
//!
//! A rule's pattern becomes a mix by its signs: `a & b` stand in one thought, `a + b` may have a full stop between them, and
//! `a / b` are two ways of telling one part. Each way is a pattern by itself.

use std::collections::BTreeMap;
use std::ops::Range;

use super::context::{denied_alone, meant_together};
use super::pattern::{Reading, count};
use super::rules::Meaning;

/// How many words the first part and another may stand apart.
const REACH: usize = 14;

/// Parts that make a danger together.
#[derive(Debug)]
pub(super) struct Mix {
    /// By their numbers in the book.
    pub parts: Vec<usize>,
    /// Whether a full stop may stand between.
    pub across: bool,
    pub meaning: Meaning,
}

/// Where the parts of mixes stand, in order of place.
pub(super) type Told = BTreeMap<usize, Vec<Range<usize>>>;

impl Mix {
    /// Where all parts are told together: each place with the words of every part.
    pub(super) fn places(&self, reading: &Reading, told: &Told) -> Vec<Vec<Range<usize>>> {
        let Some((first, others)) = self.parts.split_first() else {
            return Vec::new();
        };
        if others.iter().any(|part| !told.contains_key(part)) {
            return Vec::new();
        }
        told.get(first)
            .into_iter()
            .flatten()
            .filter(|start| !denied_alone(reading, start, self.meaning.wording))
            .filter_map(|start| self.around(reading, told, start, others))
            .filter(|parts| meant_together(reading, &span(parts), self.meaning.wording))
            .collect()
    }

    fn around(
        &self,
        reading: &Reading,
        told: &Told,
        start: &Range<usize>,
        others: &[usize],
    ) -> Option<Vec<Range<usize>>> {
        let mut parts = vec![start.clone()];
        let same = told.get(self.parts.first()?)?;
        for other in others {
            let near = near(told.get(other)?, start)
                .filter(|words| {
                    count();
                    let apart = parts
                        .iter()
                        .all(|part| words.end <= part.start || part.end <= words.start);
                    apart
                        && (self.across || one_thought(reading, start, words))
                        && !denied_alone(reading, words, self.meaning.wording)
                        && !self.denied_between(reading, same, start, words)
                })
                .min_by_key(|words| words.start.abs_diff(start.start))?;
            parts.push(near.clone());
        }
        Some(parts)
    }

    /// Whether the first part is told again between, and denied: "chest x-ray clear, no chest pain".
    fn denied_between(
        &self,
        reading: &Reading,
        same: &[Range<usize>],
        start: &Range<usize>,
        words: &Range<usize>,
    ) -> bool {
        near(same, start).any(|again| {
            start.end <= again.start
                && again.end <= words.start
                && denied_alone(reading, again, self.meaning.wording)
        })
    }
}

/// The words in reach.
fn near<'a>(places: &'a [Range<usize>], start: &Range<usize>) -> impl Iterator<Item = &'a Range<usize>> {
    let last = start.start + REACH;
    let from = places.partition_point(|words| words.start + REACH < start.start);
    places[from..].iter().take_while(move |words| words.start <= last)
}

fn one_thought(reading: &Reading, one: &Range<usize>, other: &Range<usize>) -> bool {
    let (first, last) = (one.start.min(other.start), one.start.max(other.start));
    (first + 1..=last).all(|at| !reading.begins(at))
}

/// From the first word of all parts to the last.
pub(super) fn span(parts: &[Range<usize>]) -> Range<usize> {
    let start = parts.iter().map(|part| part.start).min().unwrap_or_default();
    let end = parts.iter().map(|part| part.end).max().unwrap_or_default();
    start..end
}
