//! The search: every rule at every word, and what remains of it in its context.
//!
//! Decides which findings stand and which are one. The work grows with the length of the text and no faster, because a pattern
//! looks at a few words only and begins at words of its own. It must not know any rule's words.

use std::ops::Range;

use super::context::meant;
use super::infant;
use super::mix::{Told, span};
use super::pattern::Reading;
use super::rules::{Book, CORE, Found, LANGUAGES, Meaning};
use super::{Added, Hit, Sign, Subject};
use crate::reading::tokens;

/// From this many letters on a word may be several that were written as one.
const SQUEEZED: usize = 8;

/// The hits of a text in order of place.
pub(super) fn hits(text: &str, subject: &Subject, added: &[Added]) -> Vec<Hit> {
    let reading = Reading::new(tokens(text), &CORE.lexicon);
    let mut hits = found(&reading, &CORE);
    hits.extend(squeezed(&reading));
    for (words, rule) in infant::fevers(&reading, subject) {
        hits.push(hit(&reading, words, Sign::InfantFever, rule.to_owned()));
    }
    if !added.is_empty() {
        let book = Book::of(added);
        let reading = Reading::new(reading.tokens, &book.lexicon);
        hits.extend(found(&reading, &book));
    }
    merged(hits)
}

fn hit(reading: &Reading, words: Range<usize>, sign: Sign, rule: String) -> Hit {
    let first = reading.tokens[words.start].span.start;
    let last = reading.tokens[words.end - 1].span.end;
    Hit {
        sign,
        rule,
        span: first..last,
    }
}

fn found(reading: &Reading, book: &Book) -> Vec<Hit> {
    let mut harmless: Vec<Range<usize>> = Vec::new();
    let mut dangers: Vec<(Range<usize>, &Meaning)> = Vec::new();
    let mut told = Told::new();
    for (start, meanings) in reading.meanings.iter().enumerate() {
        let number = reading.tokens[start].number().is_some();
        for (pattern, found) in book.beginning(meanings, number) {
            let Some(end) = pattern.end(reading, start) else {
                continue;
            };
            match found {
                Found::Harmless => harmless.push(start..end),
                Found::Danger(meaning) => dangers.push((start..end, meaning)),
                Found::Part(part) => told.entry(*part).or_default().push(start..end),
            }
        }
    }
    harmless.sort_unstable_by_key(|span| span.start);
    for places in told.values_mut() {
        places.retain(|words| !covered(words, &harmless));
        places.dedup();
    }
    let whole = dangers.into_iter().filter(|(span, meaning)| {
        !covered(span, &harmless) && meant(reading, span.start, span.end, meaning.wording)
    });
    let mixed = book.mixes.iter().flat_map(|mix| {
        let places = mix.places(reading, &told);
        places.into_iter().map(|parts| (span(&parts), &mix.meaning))
    });
    whole
        .chain(mixed)
        .map(|(span, meaning)| hit(reading, span, meaning.sign, meaning.id.clone()))
        .collect()
}

/// Whether something harmless overlaps.
fn covered(span: &Range<usize>, harmless: &[Range<usize>]) -> bool {
    // Harmless phrases are short: those that begin far before can't reach.
    let from = harmless.partition_point(|other| other.start + HARMLESS < span.start);
    harmless[from..]
        .iter()
        .take_while(|other| other.start < span.end)
        .any(|other| other.end > span.start)
}

/// Words of the longest harmless phrase, with what it skips.
const HARMLESS: usize = 16;

/// Danger inside one long word.
fn squeezed(reading: &Reading) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, token) in reading.tokens.iter().enumerate() {
        if token.word.len() < SQUEEZED || !reading.meanings[at].is_empty() {
            continue;
        }
        for (id, sign, phrases) in LANGUAGES.iter().flat_map(|language| language.squeezed) {
            if phrases.split(' ').any(|phrase| token.word.contains(phrase)) {
                hits.push(hit(reading, at..at + 1, *sign, (*id).to_owned()));
            }
        }
    }
    hits
}

/// Hits of one sign that overlap as one, by the rule that came first.
fn merged(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|one, other| {
        let key = |hit: &Hit| (hit.sign, hit.span.start, std::cmp::Reverse(hit.span.end));
        key(one).cmp(&key(other)).then_with(|| one.rule.cmp(&other.rule))
    });
    let mut whole: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match whole.last_mut() {
            Some(last) if last.sign == hit.sign && hit.span.start < last.span.end => {
                last.span.end = last.span.end.max(hit.span.end);
            }
            _ => whole.push(hit),
        }
    }
    whole.sort_by_key(|hit| (hit.span.start, hit.span.end, hit.sign));
    whole
}
