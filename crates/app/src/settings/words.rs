//! The texts that a practice words itself, in each language of the pages; where it has none, the pages have theirs. It
//! doesn't know where they are shown.

use std::collections::BTreeMap;

use anteroom_core::limits;
use anteroom_core::text;
use anteroom_store::{StoreError, practices};

use super::Settings;
use super::changes::{Hand, Noun, hold, note, version};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::{App, Failure};

/// How the settings of texts begin.
const PREFIX: &str = "words.";

/// The texts, each in each language: `TEXT.LANGUAGE`.
pub const TEXTS: &[&str] = &[
    "acknowledgement.en",
    "acknowledgement.es",
    "closed.en",
    "closed.es",
    "signature.en",
    "signature.es",
    "bring.en",
    "bring.es",
];

/// What a practice words itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// The texts among a practice's settings.
    pub(super) fn among(rows: &BTreeMap<String, String>) -> Self {
        let texts = rows.iter().filter(|(_, text)| !text.is_empty());
        let named =
            texts.filter_map(|(name, text)| Some((name.strip_prefix(PREFIX)?.to_owned(), text.clone())));
        Self(named.collect())
    }

    /// One of [`TEXTS`], by its name; empty where the practice has none.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// A text in a language; nothing where the practice has none.
    pub fn of(&self, text: &str, language: &str) -> Option<&str> {
        self.0.get(&format!("{text}.{language}")).map(String::as_str)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the practice words nothing itself.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A practice's texts, and the version that a form about them carries.
pub async fn load(app: &App, practice: &Practice) -> Result<(Words, String), Failure> {
    let of = (Noun::Words, practice.id.bytes());
    let practice = app.store.practice(practice.id);
    let read = practice.read(move |tx| Ok::<_, StoreError>((Settings::load(tx)?.words, version(tx, of)?)));
    Ok(read.await?)
}

/// Sets the texts; an empty one gives way to the pages' own.
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    typed: &BTreeMap<&'static str, String>,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let mut texts = BTreeMap::new();
    for (name, typed) in typed {
        let taken = faults.take(name, text::paragraphs(typed, limits::OWN_TEXT));
        texts.insert(*name, taken);
    }
    faults.settle()?;
    let (world, hand, of) = (app.clone(), hand.clone(), (Noun::Words, practice.id.bytes()));
    app.store
        .practice(practice.id)
        .write(move |tx| {
            hold(tx, of, &hand)?;
            let before = Settings::load(tx)?.words;
            for (name, after) in &texts {
                let was = before.text(name);
                if was != after {
                    let key = format!("{PREFIX}{name}");
                    practices::put_setting(tx, &key, after, world.now(), hand.who())?;
                    note(&world, tx, hand.by, of, &[(name, was, after)])?;
                }
            }
            Ok(())
        })
        .await
}
