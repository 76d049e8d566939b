//! Words of danger: what in a patient's words may be an emergency, and where it stands.
//!
//! Decides that words name a sign of danger, never what is wrong with anybody, and says nothing at all when it finds none: an
//! empty list is no "all clear". Recall comes before precision, because a false ring costs a look and a missed one a life. It
//! must not know who is rung, which door the words came through, or how long they are allowed to be.
//!
//! The signs are the topics that telephone triage sends to an emergency line before anything else is asked: the "call 911 now"
//! and "see immediately" questions of the Schmitt-Thompson protocols for adults and children, BE-FAST of the American Heart and
//! Stroke Associations, the American Academy of Pediatrics' fever under three months, the urgent maternal warning signs of the
//! CDC's "Hear Her", the warning signs of the 988 Lifeline, and America's Poison Centers. The words for them are ours.

mod context;
mod english;
mod find;
mod infant;
mod lookalikes;
mod mix;
mod near;
mod pattern;
mod rules;
mod spanish;
#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil::Date;

use crate::limits;
use crate::text::Fault;
use crate::words;

/// The version of the core rules, which a named clinician signs. It changes with every change of a rule.
pub const VERSION: &str = "2026.1";

words! {
    /// A sign of danger, the most urgent first.
    Sign {
        /// Not responding, fainted, or so limp or drowsy that waking is hard.
        Unconscious = "unconscious",
        /// Not breathing, hard to breathe, blue.
        Breathing = "breathing",
        /// Something stuck in the throat.
        Choking = "choking",
        /// Pain, pressure or tightness in the chest, and the words for a heart attack.
        ChestPain = "chest_pain",
        /// Face, arm, speech, sudden loss of balance or sight, and the worst headache of a life.
        Stroke = "stroke",
        /// A throat or tongue that swells, or an allergy that takes the whole body.
        Anaphylaxis = "anaphylaxis",
        /// Bleeding that doesn't stop, is heavy, or comes from inside.
        Bleeding = "bleeding",
        /// Too much of a medicine or drug.
        Overdose = "overdose",
        /// Thoughts of dying, a plan, or harm to oneself.
        Suicide = "suicide",
        /// Somebody is being hurt or fears to be, or means to hurt others.
        Violence = "violence",
        /// A fit.
        Seizure = "seizure",
        /// A blow to the head, above all with sleepiness or vomiting.
        HeadInjury = "head_injury",
        /// Burns, currents, deep wounds, crashes and near drowning.
        Injury = "injury",
        /// Fever before three months of age.
        InfantFever = "infant_fever",
        /// A stiff neck with fever, or a rash that doesn't fade when pressed.
        Meningitis = "meningitis",
        /// Bleeding, no movement, waters or convulsing headache in pregnancy and after birth.
        Pregnancy = "pregnancy",
        /// Swallowed or breathed in something poisonous, a battery or a magnet.
        Poisoning = "poisoning",
        /// The worst kind of belly pain.
        AbdominalPain = "abdominal_pain",
        /// Sudden pain of a testicle, where hours decide.
        TesticularPain = "testicular_pain",
        /// Sudden loss of sight, or a chemical in the eye.
        Sight = "sight",
    }
}

words! {
    /// The line that a patient is shown first.
    Help {
        /// The practice's emergency number; 911.
        Emergency = "emergency",
        /// The Suicide and Crisis Lifeline.
        Crisis988 = "crisis_988",
        /// Poison control, 1-800-222-1222 in the United States.
        Poison = "poison",
    }
}

/// Words of danger in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What they may mean.
    pub sign: Sign,
    /// The rule that found them, stable over versions; a practice's own words are `added:` and the words.
    pub rule: String,
    /// Where they stand in the original text, in bytes, on the bounds of characters.
    pub span: Range<usize>,
}

/// Whom the words are about, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subject {
    /// The birth date of the patient and the practice's civil date today.
    pub age: Option<Age>,
}

/// A birth date and the day on which it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// Born on.
    pub born: Date,
    /// The practice's date when the words came.
    pub today: Date,
}

/// A practice's own words for a sign. They add to the core rules, which nobody can take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// What they mean.
    pub sign: Sign,
    /// A word or a phrase.
    pub words: String,
}

/// The line that a sign's patient is shown first.
pub const fn emergency_help(sign: Sign) -> Help {
    match sign {
        Sign::Suicide => Help::Crisis988,
        Sign::Poisoning => Help::Poison,
        _ => Help::Emergency,
    }
}

impl Sign {
    /// The line that its patient is shown first.
    pub const fn help(self) -> Help {
        emergency_help(self)
    }
}

/// The lines to show for these signs, the first one first, each once. The emergency number is always among them.
pub fn helps(signs: impl IntoIterator<Item = Sign>) -> Vec<Help> {
    let mut signs: Vec<Sign> = signs.into_iter().collect();
    signs.sort_unstable();
    let mut lines = Vec::new();
    for help in signs.into_iter().map(emergency_help).chain([Help::Emergency]) {
        if !lines.contains(&help) {
            lines.push(help);
        }
    }
    lines
}

/// What to mark in the text: the hits' spans in order, those that overlap or touch as one.
pub fn marks(hits: &[Hit]) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = hits.iter().map(|hit| hit.span.clone()).collect();
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut marks: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for span in spans {
        match marks.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => marks.push(span),
        }
    }
    marks
}

/// Finds the words of danger, in English and Spanish whatever the page's language, in order of place. Those of one sign that
/// overlap are one hit.
pub fn scan(text: &str, subject: &Subject, added: &[Added]) -> Vec<Hit> {
    find::hits(text, subject, added)
}

/// A practice's own words as typed, cleaned: one line of at least three letters, so that no stray syllable rings all day.
pub fn added_words(typed: &str) -> Result<String, Fault> {
    let words = crate::text::required_line(typed, limits::DANGER_WORDS_LENGTH)?;
    if words.chars().filter(|letter| letter.is_alphabetic()).count() < limits::DANGER_WORDS_LEAST {
        return Err(Fault::TooShort(limits::DANGER_WORDS_LEAST));
    }
    Ok(words)
}

/// Takes the words in: cleaned, not there already, and no more than a practice may add.
pub fn add(to: &mut Vec<Added>, sign: Sign, typed: &str) -> Result<(), Fault> {
    let words = added_words(typed)?;
    if to
        .iter()
        .any(|added| added.words.to_lowercase() == words.to_lowercase())
    {
        return Err(Fault::Taken);
    }
    if to.len() >= limits::DANGER_WORDS_ADDED {
        return Err(Fault::TooLong(limits::DANGER_WORDS_ADDED));
    }
    to.push(Added { sign, words });
    Ok(())
}
