//! A request as the people of the world know it: who asks about whom and what, in which words. Not what the product keeps.

use std::collections::BTreeMap;

use anteroom_app::requests::view::Row;
use jiff::civil::Date;
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::families::Family;
use super::words::Tongue;

/// Words that stay the same from the question to the answer.
const KEPT: &[&str] = &[
    "medicine",
    "pharmacy",
    "form",
    "specialist",
    "insurer",
    "sum",
    "school",
    "place",
    "symptom",
    "checkup",
];
/// What families write about: a kind's code, and how often of a thousand.
const TOPICS: &[(&str, u32)] = &[
    ("scheduling", 300),
    ("clinical", 243),
    ("refill", 165),
    ("other", 120),
    ("billing", 72),
    ("referral", 52),
    ("records", 30),
    ("complaint", 8),
    ("danger", 2),
    ("spam", 8),
];

/// A request between a family and the practice.
#[derive(Debug, Clone)]
pub(super) struct Thread {
    /// The product's number for it.
    pub(super) number: i64,
    /// The secret of the family's link; empty where they have none.
    pub(super) token: String,
    /// What it is about: a rule of the grammar.
    pub(super) topic: &'static str,
    pub(super) tongue: Tongue,
    /// The parent's name.
    pub(super) name: String,
    /// The family, to see whether it writes twice.
    pub(super) family: Option<usize>,
    bound: BTreeMap<&'static str, String>,
}

impl Thread {
    /// A new one: somebody of a family wants something.
    pub(super) fn begin(chance: &mut ChaCha8Rng, index: usize, family: &Family, doctors: &[String]) -> Self {
        let topic = topic(chance);
        let child = &family.children[chance.random_range(0..family.children.len())];
        let name = family.parents[chance.random_range(0..family.parents.len())].clone();
        let mut bound = pronouns(child.girl);
        bound.insert("child", child.name.to_owned());
        let mut thread = Self {
            number: 0,
            token: String::new(),
            topic,
            tongue: family.tongue,
            name,
            family: Some(index),
            bound,
        };
        thread.keep(chance, doctors);
        thread
    }

    /// One that is found in the queue, of somebody whom the world doesn't know.
    pub(super) fn found(chance: &mut ChaCha8Rng, row: &Row, doctors: &[String]) -> Self {
        let known = TOPICS.iter().find(|(code, _)| *code == row.kind);
        let child = row.about.split(',').next().unwrap_or_default();
        let mut bound = pronouns(chance.random_ratio(1, 2));
        bound.insert(
            "child",
            if child.is_empty() {
                row.person.clone()
            } else {
                child.to_owned()
            },
        );
        let mut thread = Self {
            number: row.number,
            token: String::new(),
            topic: known.map_or("other", |(code, _)| code),
            tongue: Tongue::of(&row.language),
            name: row.person.clone(),
            family: None,
            bound,
        };
        thread.keep(chance, doctors);
        thread
    }

    fn keep(&mut self, chance: &mut ChaCha8Rng, doctors: &[String]) {
        let doctor = doctors.choose(chance).map_or("", String::as_str);
        let surname = doctor.split_whitespace().last().unwrap_or_default();
        let title = if self.tongue == Tongue::Spanish {
            "el consultorio de"
        } else {
            "Dr"
        };
        self.bound.insert("doctor", format!("{title} {surname}"));
        self.bound.insert("first", self.first().to_owned());
        for rule in KEPT {
            let told = self.tongue.draw(chance, rule);
            self.bound.insert(rule, told.to_owned());
        }
    }

    /// The child's first name.
    pub(super) fn child(&self) -> &str {
        self.bound.get("child").map_or("", String::as_str)
    }

    /// A part of it that became a request of its own, without a link.
    pub(super) fn part(&self, number: i64) -> Self {
        Self {
            number,
            token: String::new(),
            topic: "other",
            ..self.clone()
        }
    }

    /// What a patient calls themselves.
    fn first(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or_default()
    }

    /// Makes it about something else.
    pub(super) fn turn_to(&mut self, topic: &'static str) {
        self.topic = topic;
    }

    /// The code of its kind.
    pub(super) fn kind(&self) -> &'static str {
        match self.topic {
            "danger" => "clinical",
            "spam" => "other",
            topic => topic,
        }
    }

    /// Words of a rule, about this thread.
    pub(super) fn tell(&self, chance: &mut ChaCha8Rng, rule: &str) -> String {
        let bound: Vec<(&str, &str)> = self
            .bound
            .iter()
            .map(|(name, word)| (*name, word.as_str()))
            .collect();
        self.tongue.tell(chance, rule, &bound)
    }

    /// Words of the rule that goes with its topic, or nothing if there is none.
    pub(super) fn tell_of(&self, chance: &mut ChaCha8Rng, before: &str) -> Option<String> {
        Some(self.tell(chance, &format!("{before}_{}", self.topic))).filter(|told| !told.is_empty())
    }

    /// The child, as a parent writes it into the form.
    pub(super) fn about(&self, families: &[Family], today: Date) -> String {
        let child = self.child();
        let children = self
            .family
            .and_then(|index| families.get(index))
            .map(|family| &family.children);
        let known = children.and_then(|children| children.iter().find(|one| one.name == child));
        known.map(|one| one.told(today)).unwrap_or_default()
    }
}

fn topic(chance: &mut ChaCha8Rng) -> &'static str {
    let mut drawn = chance.random_range(0..1_000);
    for (code, of) in TOPICS {
        if drawn < *of {
            return code;
        }
        drawn -= of;
    }
    "other"
}

fn pronouns(girl: bool) -> BTreeMap<&'static str, String> {
    let words = if girl {
        [
            ("he", "she"),
            ("He", "She"),
            ("him", "her"),
            ("his", "her"),
            ("His", "Her"),
        ]
    } else {
        [
            ("he", "he"),
            ("He", "He"),
            ("him", "him"),
            ("his", "his"),
            ("His", "His"),
        ]
    };
    words
        .into_iter()
        .map(|(name, word)| (name, word.to_owned()))
        .collect()
}
