//! Reads the table of a calendar's appointments: each row becomes a visit, each kind of dirt is counted and listed by line.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_core::text;
use anteroom_core::visits::{Dirt, Heard, Left, Remark, Status, Told};
use anteroom_core::{Time, limits};
use anteroom_wire::mapped::{Bad, Field, Kind, Map, Moment, Row};
use jiff::tz::TimeZone;
use serde::Serialize;

use super::take::{Entry, Outcome, Whose, take};
use crate::imports::{Rejected, grown};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure, secrets};

/// The words of a status: FHIR's, and what calendars and people call them besides.
const STATUS: &[&str] = &[
    "proposed",
    "pending",
    "booked",
    "arrived",
    "fulfilled",
    "cancelled",
    "noshow",
    "entered-in-error",
    "checked-in",
    "waitlist",
    "no-show",
    "canceled",
];
/// The words of a reason for leaving.
const LEFT: &[&str] = &["died", "moved", "aged_out", "transferred", "discharged"];
/// The words of how somebody heard of the practice.
const HEARD: &[&str] = &[
    "family",
    "doctor",
    "search",
    "insurance",
    "school",
    "nearby",
    "other",
];

/// What a table of appointments can say.
pub const FIELDS: &[Field] = &[
    Field::needed("patient"),
    Field::needed("id"),
    Field::needed("at").moment(),
    Field::optional("booked").moment(),
    Field::optional("status").words(STATUS),
    Field::optional("cancelled").moment(),
    Field::optional("doctor"),
    Field::optional("location"),
    Field::optional("sensitive").words(&["yes", "no"]),
    Field::optional("name"),
    Field::optional("born").moment(),
    Field::optional("left").words(LEFT),
    Field::optional("left_on").moment(),
    Field::optional("heard").words(HEARD),
];

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Summary {
    /// Rows of the table.
    pub read: u64,
    /// Visits that were not here before.
    pub imported: u64,
    /// Visits that were, and say something else now.
    pub changed: u64,
    /// Visits that were, and say the same.
    pub same: u64,
    /// Patients who were added.
    pub patients: u64,
    /// How many rows were not taken in, by kind of dirt.
    pub dirt: BTreeMap<String, u64>,
    /// These, by line; the first [`limits::REJECTED_MAX`] of them.
    pub rejected: Vec<Rejected>,
    /// How many of those that were taken in are odd, by what is odd about them.
    pub remarks: BTreeMap<String, u64>,
    /// These, by line; the first [`limits::REJECTED_MAX`] of them.
    pub remarked: Vec<Rejected>,
}

impl Summary {
    fn reject(&mut self, line: u64, kind: &str, why: String) {
        *self.dirt.entry(kind.to_owned()).or_default() += 1;
        if self.rejected.len() < limits::REJECTED_MAX {
            self.rejected.push(Rejected { line, why });
        }
    }

    fn remark(&mut self, line: u64, remark: Remark) {
        *self.remarks.entry(remark.as_str().to_owned()).or_default() += 1;
        if self.remarked.len() < limits::REJECTED_MAX {
            let why = odd(remark).to_owned();
            self.remarked.push(Rejected { line, why });
        }
    }
}

const fn wrong(dirt: Dirt) -> &'static str {
    match dirt {
        Dirt::Far => "the visit is in a year in which nobody has visits",
        Dirt::Ahead => "it says what came of a visit that is still to come",
        Dirt::OtherPatient => "the id is that of another patient's visit",
    }
}

const fn odd(remark: Remark) -> &'static str {
    match remark {
        Remark::Booked => "booked after the visit, or later than now: taken in as booked nobody knows when",
        Remark::NoOutcome => "the visit is over and nobody said what came of it: it counts as neither",
        Remark::Twice => "the id stands in the table twice: the last one holds",
        Remark::Birth => "the birth date can't be true: left out",
        Remark::Left => "a reason for leaving without its day, or one to come: left out",
    }
}

/// Reads the rows of a table of appointments.
///
/// Written in closures of at most [`limits::IMPORT_ROWS`]; what stands after a crash is whole, and reading the table again
/// goes on where it ended. `progress` is told how many rows were read.
pub async fn import(
    app: &App,
    practice: &Practice,
    map: &Map,
    rows: impl Iterator<Item = Result<Row, Bad>>,
    mut progress: impl FnMut(u64),
) -> Result<Summary, Failure> {
    let mut importing = Importing {
        reader: Reader::new(app, practice, map).await?,
        batch: Vec::new(),
        lines: Vec::new(),
        closures: 0,
        summary: Summary::default(),
        app,
        practice,
    };
    for row in rows {
        importing.summary.read += 1;
        match row.and_then(|row| importing.reader.entry(&row).map(|entry| (row.line(), entry))) {
            Err(bad) => importing.summary.reject(bad.line, bad.kind.as_str(), bad.why),
            Ok((line, entry)) => importing.push(line, entry),
        }
        if importing.batch.len() == limits::IMPORT_ROWS {
            importing.write().await?;
            progress(importing.summary.read);
        }
    }
    importing.write().await?;
    progress(importing.summary.read);
    if importing.summary.imported > 0 {
        app.store.analyze().await?;
    }
    Ok(importing.summary)
}

struct Importing<'a> {
    app: &'a App,
    practice: &'a Practice,
    reader: Reader<'a>,
    batch: Vec<Entry>,
    /// The line of each in the batch.
    lines: Vec<u64>,
    closures: u32,
    summary: Summary,
}

impl Importing<'_> {
    fn push(&mut self, line: u64, entry: Entry) {
        if self.reader.told_before(&entry.id) {
            self.summary.remark(line, Remark::Twice);
        }
        self.lines.push(line);
        self.batch.push(entry);
    }

    async fn write(&mut self) -> Result<(), Failure> {
        let taken = take(self.app, self.practice, std::mem::take(&mut self.batch)).await?;
        self.summary.patients += taken.patients;
        for (line, (outcome, remarks)) in self.lines.drain(..).zip(taken.outcomes) {
            match outcome {
                Outcome::New => self.summary.imported += 1,
                Outcome::Changed => self.summary.changed += 1,
                Outcome::Same => self.summary.same += 1,
                Outcome::Refused(dirt) => {
                    self.summary.reject(line, dirt.as_str(), wrong(dirt).to_owned());
                    continue;
                }
            }
            for remark in remarks {
                self.summary.remark(line, remark);
            }
        }
        self.closures += 1;
        if grown(self.closures) {
            self.app.store.analyze().await?;
        }
        Ok(())
    }
}

/// Reads one row at a time.
struct Reader<'a> {
    map: &'a Map,
    zone: TimeZone,
    /// Beginnings of the digests of ids that were read, as many as [`limits::VISITS_TOLD`].
    told: BTreeSet<[u8; 8]>,
}

impl<'a> Reader<'a> {
    async fn new(app: &App, practice: &Practice, map: &'a Map) -> Result<Self, Failure> {
        let (world, of) = (app.clone(), practice.clone());
        let scene: Result<Scene, Failure> = app
            .store
            .practice(practice.id)
            .read(move |tx| Ok(Scene::load(&world, tx, &of)?))
            .await;
        Ok(Self {
            map,
            zone: scene?.desk_hours().zone().clone(),
            told: BTreeSet::new(),
        })
    }

    fn told_before(&mut self, id: &str) -> bool {
        let digest = secrets::digest(id);
        let mut key = [0; 8];
        key.copy_from_slice(&digest[..8]);
        if self.told.len() < limits::VISITS_TOLD {
            !self.told.insert(key)
        } else {
            self.told.contains(&key)
        }
    }

    fn instant(&self, row: &Row, field: &str) -> Result<Option<Time>, Bad> {
        let moment = row.moment(field)?;
        let at = moment.map(|moment| {
            let at = moment.at(&self.zone).map(Time::from);
            at.ok_or_else(|| row.bad(field, Kind::Moment, "is in no year of the calendar"))
        });
        at.transpose()
    }

    /// Where it stands. A map that says which value is a no-show and not which is none leaves the rest to the day: over is
    /// over, and to come is booked.
    fn status(&self, row: &Row) -> Result<Option<Status>, Bad> {
        let open = self.map.says("status", "no-show") || self.map.says("status", "noshow");
        let open = open && !self.map.says("status", "fulfilled");
        let word = match row.word("status") {
            Err(_) if open => None,
            other => other?,
        };
        Ok(match word {
            Some("no-show") => Some(Status::NoShow),
            Some("canceled") => Some(Status::Cancelled),
            Some(word) => word.parse().ok(),
            None => None,
        })
    }

    fn entry(&self, row: &Row) -> Result<Entry, Bad> {
        let short = |field: &str, limit: usize| {
            let text = row.needed(field)?;
            if text.chars().count() > limit {
                return Err(row.bad(field, Kind::Shape, "is longer than any"));
            }
            Ok(text.to_owned())
        };
        let label = |field: &str| {
            let text = text::squeeze(row.text(field).unwrap_or_default());
            text::summary(&text, limits::LABEL_MAX)
        };
        let starts = self.instant(row, "at")?;
        let starts = starts.ok_or_else(|| row.bad("at", Kind::Missing, "is empty"))?;
        let day = |field: &str| Ok(row.moment(field)?.map(|moment: Moment| moment.day(&self.zone)));
        let left = row.word("left")?.and_then(|word| word.parse::<Left>().ok());
        Ok(Entry {
            whose: Whose::Record {
                number: short("patient", limits::RECORD_NUMBER_MAX)?,
                name: text::summary(
                    &text::squeeze(row.text("name").unwrap_or_default()),
                    limits::NAME_MAX,
                ),
                born: day("born")?,
            },
            id: short("id", limits::VISIT_ID_MAX)?,
            told: Told {
                status: self.status(row)?,
                starts,
                booked: self.instant(row, "booked")?,
                ended: self.instant(row, "cancelled")?,
            },
            doctor: label("doctor"),
            location: label("location"),
            sensitive: row.word("sensitive")? == Some("yes"),
            left: left.map(|why| Ok((why, day("left_on")?))).transpose()?,
            heard: row.word("heard")?.and_then(|word| word.parse::<Heard>().ok()),
        })
    }
}
