//! What a practice has set about danger: its ladder, its numbers, the words that it added, and who signed them.

use std::collections::BTreeMap;

use anteroom_core::alerts::{Course, Ladder, Whom};
use anteroom_core::danger::{self, Added, Help};
use anteroom_core::ids::MemberId;
use anteroom_core::{Span, Time, limits};
use data_encoding::HEXLOWER;

use crate::practices::Practice;
use crate::secrets;

/// The settings' names.
pub(super) const MINUTES: &str = "alert.minutes";
pub(super) const CRISIS: &str = "alert.crisis";
pub(super) const POISON: &str = "alert.poison";
pub(super) const WORDS: &str = "alert.words";
pub(super) const SIGNATURE: &str = "alert.signature";

pub(super) const fn ladder_of(course: Course) -> &'static str {
    match course {
        Course::Open => "alert.ladder.open",
        Course::AfterHours => "alert.ladder.after_hours",
    }
}

/// The Suicide and Crisis Lifeline of the United States: 988, by call or text since 2022 (47 CFR 52.200).
const US_CRISIS: &str = "988";
/// America's Poison Centers, one number for all states.
const US_POISON: &str = "1-800-222-1222";

/// What a practice has set about danger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// Who is rung.
    pub ladder: Ladder,
    /// The line for suicidal thoughts, where the practice set one.
    pub crisis: Option<String>,
    /// Poison control, where it set one.
    pub poison: Option<String>,
    /// Its own words for signs of danger.
    pub added: Vec<Added>,
    /// Who signed the rules last.
    pub signature: Option<Signature>,
}

/// A clinician's name under the rules as they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub by: MemberId,
    /// When.
    pub at: Time,
    /// The version of the core rules.
    pub version: String,
    /// What was signed, see [`Rules::digest`].
    pub digest: String,
}

impl Rules {
    /// Reads them from the practice's settings. What can't be read is as good as not set.
    pub(crate) fn read(rows: &BTreeMap<String, String>) -> Self {
        let text = |name: &str| rows.get(name).map_or("", String::as_str);
        let set = |name: &str| rows.get(name).cloned();
        let minutes = text(MINUTES).parse::<i64>().ok();
        let minutes = minutes.filter(|minutes| (1..=limits::CLIMB_MINUTES_MAX).contains(minutes));
        Self {
            ladder: Ladder {
                open: steps(text(ladder_of(Course::Open))),
                after_hours: steps(text(ladder_of(Course::AfterHours))),
                on_call: Vec::new(),
                climb: minutes.map_or(limits::CLIMB, Span::from_minutes),
            },
            crisis: set(CRISIS),
            poison: set(POISON),
            added: read_words(text(WORDS)),
            signature: read_signature(text(SIGNATURE)),
        }
    }

    /// The number of a line: the practice's own, else its country's; empty where there is none.
    pub fn number<'a>(&'a self, help: Help, practice: &'a Practice) -> &'a str {
        let american = practice.country.eq_ignore_ascii_case("US");
        let (own, theirs) = match help {
            Help::Emergency => return &practice.emergency_number,
            Help::Crisis988 => (&self.crisis, US_CRISIS),
            Help::Poison => (&self.poison, US_POISON),
        };
        match own {
            Some(own) => own,
            None if american => theirs,
            None => "",
        }
    }

    /// What a signature stands under: the version of the core rules, and the practice's own words.
    pub fn digest(&self) -> String {
        let written = write_words(&self.added);
        HEXLOWER.encode(&secrets::digest_all(&[danger::VERSION, &written])[..8])
    }

    /// Whether the rules are signed as they are now. They are followed either way: danger does not wait for a pen.
    pub fn signed(&self) -> bool {
        let digest = self.digest();
        self.signature
            .as_ref()
            .is_some_and(|signature| signature.digest == digest)
    }
}

fn steps(text: &str) -> Vec<Whom> {
    let steps = text.split(' ').filter_map(|step| step.parse().ok());
    steps.take(limits::LADDER_STEPS).collect()
}

pub(super) fn write_steps(steps: &[Whom]) -> String {
    steps
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// One of the practice's own words a line, each after its sign.
pub(super) fn write_words(added: &[Added]) -> String {
    let lines = added
        .iter()
        .map(|Added { sign, words }| format!("{sign} {words}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn read_words(text: &str) -> Vec<Added> {
    let line = |line: &str| {
        let (sign, words) = line.split_once(' ')?;
        let words = words.to_owned();
        sign.parse().ok().map(|sign| Added { sign, words })
    };
    text.lines().filter_map(line).collect()
}

pub(super) fn write_signature(signature: &Signature) -> String {
    let Signature {
        by,
        at,
        version,
        digest,
    } = signature;
    format!("{by} {} {digest} {version}", at.micros())
}

fn read_signature(text: &str) -> Option<Signature> {
    let mut parts = text.splitn(4, ' ');
    Some(Signature {
        by: parts.next()?.parse().ok()?,
        at: Time::from_micros(parts.next()?.parse().ok()?),
        digest: parts.next()?.to_owned(),
        version: parts.next()?.to_owned(),
    })
}
