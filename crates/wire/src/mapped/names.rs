//! What the columns of a table are called: `--map field=COLUMN:word=VALUE:option=VALUE,...`.
//!
//! A name or value with a comma, colon, equals sign or quote stands in double quotes, a quote in it doubled. A word may
//! stand there several times, for several values that mean it.

use super::moments::{Dates, Order};

/// Columns that one map names.
const NAMED: usize = 60;
/// The length of a map, in bytes.
const LENGTH: usize = 8_000;

/// A field that a reader of tables asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in the map.
    pub name: &'static str,
    /// Whether the map has to name its column.
    pub needed: bool,
    /// Words that its values are read as; any text where there are none.
    pub words: &'static [&'static str],
    /// Whether it says when: then the map may say in which form.
    pub moment: bool,
}

impl Field {
    /// Has to have a column.
    pub const fn needed(name: &'static str) -> Self {
        Self {
            name,
            needed: true,
            words: &[],
            moment: false,
        }
    }

    /// May have a column.
    pub const fn optional(name: &'static str) -> Self {
        Self {
            needed: false,
            ..Self::needed(name)
        }
    }

    /// Its values are read as these words.
    #[must_use]
    pub const fn words(self, words: &'static [&'static str]) -> Self {
        Self { words, ..self }
    }

    /// Its values are dates or times.
    #[must_use]
    pub const fn moment(self) -> Self {
        Self { moment: true, ..self }
    }
}

/// Why a map can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadMap {
    /// It is no list of `field=COLUMN`.
    #[error("can't read {0}: write field=COLUMN,field=COLUMN:word=VALUE")]
    Shape(String),
    /// There is no such field.
    #[error("there is no field {0}: the fields are {1}")]
    Unknown(String, String),
    /// A field is named twice.
    #[error("{0} is named twice")]
    Twice(String),
    /// A field that has to be named is not.
    #[error("say which column is {0}: {0}=COLUMN")]
    Missing(&'static str),
    /// There is no such word for the field.
    #[error("{0} can't be {1}: {2}")]
    Word(String, String, String),
    /// It is longer than any.
    #[error("the map is too long")]
    Long,
}

/// A field with its column and what its values mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) field: Field,
    pub(super) column: String,
    /// Values and what they mean.
    pub(super) values: Vec<(String, &'static str)>,
    pub(super) dates: Dates,
}

/// Which column is which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map(Vec<Named>);

impl Map {
    /// Reads a map for these fields.
    pub fn parse(text: &str, fields: &[Field]) -> Result<Self, BadMap> {
        if text.len() > LENGTH {
            return Err(BadMap::Long);
        }
        let mut named: Vec<Named> = Vec::new();
        for part in split(text, ',') {
            let one = name(part, fields)?;
            if named.iter().any(|other| other.field.name == one.field.name) {
                return Err(BadMap::Twice(one.field.name.to_owned()));
            }
            named.push(one);
        }
        if named.len() > NAMED {
            return Err(BadMap::Long);
        }
        let known = |field: &Field| named.iter().any(|one| one.field.name == field.name);
        match fields.iter().find(|field| field.needed && !known(field)) {
            Some(field) => Err(BadMap::Missing(field.name)),
            None => Ok(Self(named)),
        }
    }

    /// Whether it names a column for a field.
    pub fn has(&self, field: &str) -> bool {
        self.named(field).is_some()
    }

    /// Whether it says which values mean the word.
    pub fn says(&self, field: &str, word: &str) -> bool {
        self.named(field)
            .is_some_and(|(_, named)| named.values.iter().any(|value| value.1 == word))
    }

    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|named| named.column.as_str())
    }

    pub(super) fn named(&self, field: &str) -> Option<(usize, &Named)> {
        self.0
            .iter()
            .enumerate()
            .find(|(_, named)| named.field.name == field)
    }
}

fn name(part: &str, fields: &[Field]) -> Result<Named, BadMap> {
    let shape = || BadMap::Shape(part.trim().to_owned());
    let mut pairs = split(part, ':').into_iter().map(|pair| {
        let (name, value) = cut(pair).ok_or_else(shape)?;
        Ok((name, plain(value)))
    });
    let (name, column) = pairs.next().ok_or_else(shape)??;
    let field = fields.iter().find(|field| field.name == name).ok_or_else(|| {
        let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
        BadMap::Unknown(name.clone(), known.join(", "))
    })?;
    if column.is_empty() {
        return Err(shape());
    }
    let mut named = Named {
        field: *field,
        column,
        values: Vec::new(),
        dates: Dates::default(),
    };
    for pair in pairs {
        let (word, value) = pair?;
        option(&mut named, word, value)?;
    }
    Ok(named)
}

/// What the map says of a field besides its column.
fn option(named: &mut Named, word: String, value: String) -> Result<(), BadMap> {
    let field = named.field;
    if let Some(known) = field.words.iter().find(|known| **known == word) {
        named.values.push((value, *known));
        return Ok(());
    }
    match (field.moment, word.as_str(), value.as_str()) {
        (true, "order", "dmy") => named.dates.order = Order::Day,
        (true, "order", "mdy") => named.dates.order = Order::Month,
        (true, "format", format) => named.dates.format = Some(format.to_owned()),
        (true, "zone", "practice") => named.dates.wall = true,
        _ => {
            let known = if field.moment {
                "order=dmy, order=mdy, format=FORMAT, zone=practice".to_owned()
            } else {
                field.words.join(", ")
            };
            return Err(BadMap::Word(field.name.to_owned(), word, known));
        }
    }
    Ok(())
}

/// The parts of a text between the signs that stand outside of quotes.
fn split(text: &str, sign: char) -> Vec<&str> {
    let mut inside = false;
    text.split(|letter: char| {
        inside ^= letter == '"';
        letter == sign && !inside
    })
    .collect()
}

fn cut(pair: &str) -> Option<(String, &str)> {
    let mut parts = split(pair, '=').into_iter();
    let name = plain(parts.next()?);
    parts.next()?;
    let value = pair.split_once('=')?.1;
    (!name.is_empty()).then_some((name, value))
}

/// Without the quotes around it.
fn plain(text: &str) -> String {
    let text = text.trim();
    text.strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .map_or_else(|| text.to_owned(), |text| text.replace("\"\"", "\""))
}
