//! What requests are about: the kinds that a practice begins with, and what a kind brings with it.

use std::fmt;

use super::obligations::Rule;
use crate::access::{Right, Role};
use crate::limits;

/// A kind's fixed word, in one piece of fixed size, so that a change can carry it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    letters: [u8; limits::SLUG_MAX],
    length: usize,
}

impl Code {
    /// The code of a kind; nothing for what can't be one: too long, or not of the letters of a slug.
    pub fn new(text: &str) -> Option<Self> {
        let slug = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_');
        if text.is_empty() || text.len() > limits::SLUG_MAX || !text.bytes().all(slug) {
            return None;
        }
        let mut letters = [0; limits::SLUG_MAX];
        letters[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self {
            letters,
            length: text.len(),
        })
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.letters[..self.length]).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Code({})", self.as_str())
    }
}

/// A kind of request at a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its fixed word: in rows, in the definition of splits, in the API.
    pub code: String,
    /// What the practice calls it; empty while it has the name that comes with the language.
    pub name: String,
    /// Its words are for clinicians only.
    pub clinical_only: bool,
    /// It makes no reminder, survey, recall or stated reason without a confidential channel (45 CFR 164.522(b)).
    pub sensitive: bool,
    /// The second clock that it starts.
    pub obligation: Option<Rule>,
}

impl Kind {
    /// Whether a member of this role may read the words of its requests.
    pub const fn is_read_by(&self, role: Role) -> bool {
        !self.clinical_only || role.may(Right::Clinical)
    }
}

/// The kind of a request that names none.
pub const OTHER: &str = "other";

/// The kinds that every practice begins with, in the order of the ask form. Complaints start a second clock once the
/// practice says in how many days it answers them.
pub fn defaults() -> Vec<Kind> {
    let kind = |code: &str, obligation| Kind {
        code: code.to_owned(),
        name: String::new(),
        clinical_only: false,
        sensitive: false,
        obligation,
    };
    vec![
        kind("scheduling", None),
        kind("clinical", None),
        kind("refill", None),
        kind("referral", None),
        kind("billing", None),
        kind("records", Some(Rule::RECORDS)),
        kind("complaint", Some(Rule::COMPLAINT)),
        kind(OTHER, None),
    ]
}
