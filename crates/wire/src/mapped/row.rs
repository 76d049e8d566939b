//! One row of a table, by the names of its fields; and what can be wrong with one.

use std::fmt;
use std::sync::Arc;

use super::moments::Moment;
use super::names::{Map, Named};

/// The kinds of dirt that a table has whatever it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A row with nothing in it.
    Empty,
    /// A row with more or fewer columns than the header.
    Width,
    /// Bytes that are no text.
    Bytes,
    /// Nothing stands where something has to.
    Missing,
    /// It is no date or time as the map says that they are written.
    Moment,
    /// It is none of the words that it can be.
    Word,
    /// It is something, but not what the field is.
    Shape,
}

impl Kind {
    /// The word under which it is counted.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Width => "width",
            Self::Bytes => "bytes",
            Self::Missing => "missing",
            Self::Moment => "moment",
            Self::Word => "word",
            Self::Shape => "shape",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A row that can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Its line in the file; the header is line 1.
    pub line: u64,
    /// What kind of dirt it is.
    pub kind: Kind,
    /// Why, for people; it quotes no more than the column's name.
    pub why: String,
}

impl Bad {
    pub(super) fn new(line: u64, kind: Kind, why: &str) -> Self {
        Self {
            line,
            kind,
            why: why.to_owned(),
        }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    line: u64,
    map: Arc<Map>,
    values: Vec<String>,
}

impl Row {
    pub(super) const fn new(line: u64, map: Arc<Map>, values: Vec<String>) -> Self {
        Self { line, map, values }
    }

    /// Its line in the file; the header is line 1.
    pub const fn line(&self) -> u64 {
        self.line
    }

    fn cell(&self, field: &str) -> Option<(&str, &Named)> {
        let (place, named) = self.map.named(field)?;
        let text = self.values.get(place)?.as_str();
        (!text.is_empty()).then_some((text, named))
    }

    /// What stands there, without the spaces around it; nothing if the map has no column for it or it is empty.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.cell(field).map(|(text, _)| text)
    }

    /// What stands there and has to.
    pub fn needed(&self, field: &str) -> Result<&str, Bad> {
        self.text(field)
            .ok_or_else(|| self.bad(field, Kind::Missing, "is empty"))
    }

    /// What stands there, as `read` reads it.
    pub fn read<T>(&self, field: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Bad> {
        self.text(field)
            .map(|text| read(text).ok_or_else(|| self.bad(field, Kind::Shape, "can't be read")))
            .transpose()
    }

    /// The word that it means: by the map's values, else the word itself, in any case.
    pub fn word(&self, field: &str) -> Result<Option<&'static str>, Bad> {
        let Some((text, named)) = self.cell(field) else {
            return Ok(None);
        };
        let same = |other: &str| other.to_lowercase() == text.to_lowercase();
        let said = named.values.iter().find(|value| value.0 == text);
        let said = said.or_else(|| named.values.iter().find(|value| same(&value.0)));
        said.map(|value| value.1)
            .or_else(|| named.field.words.iter().copied().find(|word| same(word)))
            .map(Some)
            .ok_or_else(|| self.bad(field, Kind::Word, "is no word that the map knows"))
    }

    /// When it was.
    pub fn moment(&self, field: &str) -> Result<Option<Moment>, Bad> {
        let Some((text, named)) = self.cell(field) else {
            return Ok(None);
        };
        let read = named.dates.read(text).map(Some);
        read.ok_or_else(|| self.bad(field, Kind::Moment, "is no date or time as the map says"))
    }

    /// Says what is wrong with a field of this row.
    pub fn bad(&self, field: &str, kind: Kind, why: &str) -> Bad {
        let column = self.map.named(field).map_or(field, |(_, named)| &named.column);
        Bad::new(self.line, kind, &format!("{column} {why}"))
    }
}
