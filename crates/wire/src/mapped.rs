//! Tables of other systems (CSV), whose columns somebody names: `at=Start,status=State:no-show=N`.
//!
//! It reads what the names say and knows nothing of what the fields mean. A row that can't be read is named by its line
//! and its column, and never quoted: it holds what patients said.

use std::io::Read;
use std::sync::Arc;

use csv::StringRecord;

mod encoding;
mod moments;
mod names;
mod row;

pub use moments::{Dates, Moment};
pub use names::{BadMap, Field, Map};
pub use row::{Bad, Kind, Row};

use encoding::Text;

/// Bytes of one row: two hundred columns of a page each. A quote that never closes makes the rest of the file one row.
const ROW_BYTES: usize = 4 << 20;
/// Columns of a table: an export of everything has some hundreds.
const COLUMNS: usize = 2_000;
/// What parts the columns of a row, in the order in which they are tried.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Why a file is no table with those columns.
#[derive(Debug, thiserror::Error)]
pub enum NotATable {
    /// A column is missing in the header.
    #[error("the header has no column {0}")]
    Column(String),
    /// A column stands there more than once.
    #[error("the header has more than one column {0}")]
    Twice(String),
    /// The header is longer than any.
    #[error("the header has too many columns")]
    Wide,
    /// The bytes can't be read.
    #[error("the file can't be read: {0}")]
    Read(#[from] csv::Error),
    /// The bytes can't be read.
    #[error("the file can't be read: {0}")]
    Bytes(#[from] std::io::Error),
}

/// Where a file ended before its end: cut off, or damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The last line that was reached.
    pub line: u64,
    /// Why.
    pub why: String,
}

/// The rows of a table, one by one.
pub struct Rows<R> {
    table: csv::Reader<Text<R>>,
    map: Arc<Map>,
    /// The column of each of the map's names.
    places: Arc<[usize]>,
    width: usize,
    record: StringRecord,
    broken: Option<Broken>,
}

impl<R: Read> Rows<R> {
    /// Reads the header: commas, semicolons, tabs or bars part the columns, whichever finds all that the map names.
    pub fn open(bytes: R, map: &Map) -> Result<Self, NotATable> {
        let mut text = Text::new(bytes);
        let first = text.first_line()?;
        let delimiter = DELIMITERS
            .into_iter()
            .find(|delimiter| places(&header(&first, *delimiter), map).is_ok());
        let mut table = csv::ReaderBuilder::new()
            .flexible(true)
            .delimiter(delimiter.unwrap_or(b','))
            .from_reader(text);
        table.get_mut().allow(ROW_BYTES);
        let header = table.headers()?.clone();
        let places = places(&header, map)?;
        Ok(Self {
            table,
            map: Arc::new(map.clone()),
            places: places.into(),
            width: header.len(),
            record: StringRecord::new(),
            broken: None,
        })
    }

    /// Why the rows ended before the file did, if so.
    pub fn broken(&self) -> Option<&Broken> {
        self.broken.as_ref()
    }

    fn row(&self, line: u64) -> Result<Row, Bad> {
        let bad = |kind, why: &str| Bad::new(line, kind, why);
        if self.record.iter().all(|text| text.trim().is_empty()) {
            return Err(bad(Kind::Empty, "nothing stands in it"));
        }
        if self.record.len() < self.width {
            return Err(bad(Kind::Width, "it has fewer columns than the header"));
        }
        if self.record.iter().skip(self.width).any(|text| !text.is_empty()) {
            return Err(bad(Kind::Width, "it has more columns than the header"));
        }
        if self.record.iter().any(|text| text.contains('\0')) {
            return Err(bad(Kind::Bytes, "it holds a byte that is no text"));
        }
        let values = self
            .places
            .iter()
            .map(|place| self.record.get(*place).unwrap_or_default().trim().to_owned());
        Ok(Row::new(line, self.map.clone(), values.collect()))
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Row, Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken.is_some() {
            return None;
        }
        let line = self.table.position().line();
        self.table.get_mut().allow(ROW_BYTES);
        match self.table.read_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => {
                let line = self.record.position().map_or(line, csv::Position::line);
                Some(self.row(line))
            }
            Err(error) => {
                let line = error.position().map_or(line, csv::Position::line);
                if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) {
                    return Some(Err(Bad::new(line, Kind::Bytes, "it is not UTF-8")));
                }
                let why = error.to_string();
                self.broken = Some(Broken { line, why });
                None
            }
        }
    }
}

fn header(line: &str, delimiter: u8) -> StringRecord {
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(line.as_bytes());
    let mut record = StringRecord::new();
    rows.read_record(&mut record)
        .map_or_else(|_| StringRecord::new(), |_| record)
}

/// Where the columns of the map stand: by their very name, else by their name in any case.
fn places(header: &StringRecord, map: &Map) -> Result<Vec<usize>, NotATable> {
    if header.len() > COLUMNS {
        return Err(NotATable::Wide);
    }
    let found = |same: &dyn Fn(&str) -> bool| {
        let at: Vec<usize> = (0..header.len())
            .filter(|place| header.get(*place).is_some_and(|name| same(name.trim())))
            .collect();
        at
    };
    let place = |column: &str| {
        let exact = found(&|name| name == column);
        let at = if exact.is_empty() {
            found(&|name| name.to_lowercase() == column.to_lowercase())
        } else {
            exact
        };
        match at[..] {
            [] => Err(NotATable::Column(column.to_owned())),
            [place] => Ok(place),
            _ => Err(NotATable::Twice(column.to_owned())),
        }
    };
    map.columns().map(place).collect()
}

#[cfg(test)]
mod tests;
