//! Tables of places: who is where, with which phone and hours. It reads the columns that a map names and says of each value
//! what it is; whether a point is right, a county the state's or a place worth offering is not its matter.

use std::io::Read;

use crate::mapped::{Bad, BadMap, Broken, Field, Kind, Map, Moment, NotATable, Row, Rows};

mod hours;

pub use hours::Day;

/// What a map can name. A place has a key of its own and a name; all else may be missing.
pub const FIELDS: &[Field] = &[
    Field::needed("id"),
    Field::needed("name"),
    Field::optional("street"),
    Field::optional("street2"),
    Field::optional("city"),
    Field::optional("state"),
    Field::optional("county"),
    Field::optional("postal"),
    Field::optional("latitude"),
    Field::optional("longitude"),
    Field::optional("timezone"),
    Field::optional("phone"),
    Field::optional("hours"),
    Field::optional("monday"),
    Field::optional("tuesday"),
    Field::optional("wednesday"),
    Field::optional("thursday"),
    Field::optional("friday"),
    Field::optional("saturday"),
    Field::optional("sunday"),
    Field::optional("note"),
    Field::optional("told").moment(),
    Field::optional("suspended").words(&["yes", "no"]),
];

/// The map of the table of facilities of the US Department of Veterans Affairs, which is read where no other is given.
pub const VETERANS: &str = "id=StationNo,name=StationName,street=Address2,street2=Address3,city=CITY,state=ST,county=FIPS,\
    postal=ZIP,latitude=LAT,longitude=LON,phone=STA_PHONE,monday=Monday,tuesday=Tuesday,wednesday=Wednesday,\
    thursday=Thursday,friday=Friday,saturday=Saturday,sunday=Sunday,note=OperationalHoursSpecialInstructions,\
    told=LastUpdated,suspended=SUSPENDED:yes=Y:no=N";

const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Where a place says that it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whereabouts {
    /// It doesn't.
    Nowhere,
    /// In words that are no degrees.
    Unreadable,
    /// At degrees north and east, whatever they are.
    At(f64, f64),
}

/// A place as a table has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its line in the file.
    pub line: u64,
    /// Its key in the table.
    pub id: String,
    /// Its name.
    pub name: String,
    /// House and street.
    pub street: String,
    /// Its town.
    pub city: String,
    /// Its state, as the table has it.
    pub state: String,
    /// The county's FIPS number.
    pub county: Option<u32>,
    /// Its postal code.
    pub postal: String,
    /// Where it says that it is.
    pub whereabouts: Whereabouts,
    /// The IANA name of its zone, where the table has one.
    pub timezone: String,
    /// Its phone, without an extension that isn't there.
    pub phone: String,
    /// Its week in one text, where the table has one.
    pub hours: Option<String>,
    /// Its days from Monday on; where it says nothing but "shut" on all of them, it says nothing.
    pub week: [Day; 7],
    /// What it says of its hours besides.
    pub note: String,
    /// When it was told.
    pub told: Option<Moment>,
    /// Whether it is closed for the time being.
    pub suspended: bool,
}

/// The places of a table, one by one.
pub struct Places<R>(Rows<R>);

impl<R: Read> Places<R> {
    /// Reads the header.
    pub fn open(bytes: R, map: &Map) -> Result<Self, NotATable> {
        Rows::open(bytes, map).map(Self)
    }

    /// Why the rows ended before the file did, if so.
    pub fn broken(&self) -> Option<&Broken> {
        self.0.broken()
    }
}

impl<R: Read> Iterator for Places<R> {
    type Item = Result<Place, Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.0.next()?.and_then(|row| place(&row)))
    }
}

/// The map of a text, or the one of [`VETERANS`].
pub fn map(text: Option<&str>) -> Result<Map, BadMap> {
    Map::parse(text.unwrap_or(VETERANS), FIELDS)
}

/// What stands there; `null` is how some tables write nothing.
fn told<'a>(row: &'a Row, field: &str) -> Option<&'a str> {
    row.text(field).filter(|text| !text.eq_ignore_ascii_case("null"))
}

fn place(row: &Row) -> Result<Place, Bad> {
    let text = |field: &str| told(row, field).unwrap_or_default().to_owned();
    let needed = |field: &str| {
        let text = told(row, field).ok_or_else(|| row.bad(field, Kind::Missing, "is empty"))?;
        Ok(text.to_owned())
    };
    let street: Vec<&str> = ["street", "street2"]
        .into_iter()
        .filter_map(|field| told(row, field))
        .collect();
    let phone = text("phone");
    let phone = phone.trim_end_matches(['x', 'X']).trim_end();
    Ok(Place {
        line: row.line(),
        id: needed("id")?,
        name: needed("name")?,
        street: street.join(", "),
        city: text("city"),
        state: text("state"),
        county: told(row, "county")
            .filter(|text| text.len() == 5)
            .and_then(|text| text.parse().ok()),
        postal: text("postal"),
        whereabouts: whereabouts(row),
        timezone: text("timezone"),
        phone: phone.to_owned(),
        hours: told(row, "hours").map(str::to_owned),
        week: week(DAYS.map(|day| Day::read(told(row, day).unwrap_or_default()))),
        note: note(&text("note")),
        told: row.moment("told")?,
        suspended: row.word("suspended")? == Some("yes"),
    })
}

fn whereabouts(row: &Row) -> Whereabouts {
    let (Some(latitude), Some(longitude)) = (told(row, "latitude"), told(row, "longitude")) else {
        return Whereabouts::Nowhere;
    };
    match (latitude.parse(), longitude.parse()) {
        (Ok(latitude), Ok(longitude)) => Whereabouts::At(latitude, longitude),
        _ => Whereabouts::Unreadable,
    }
}

/// A place that is shut on all seven days is one whose hours nobody entered.
fn week(days: [Day; 7]) -> [Day; 7] {
    if days.iter().all(|day| *day == Day::Shut) {
        days.map(|_| Day::Said(String::new()))
    } else {
        days
    }
}

/// The sentences of a note, without the bars between and after them.
fn note(text: &str) -> String {
    let parts = text.split('|').map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
