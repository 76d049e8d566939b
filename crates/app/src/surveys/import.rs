//! Answers that are brought in from a table: each is known by what it says and by how often the table says it, so that the same
//! table twice changes nothing. What can't be one is counted by its kind and listed by its line.

use std::collections::BTreeMap;

use anteroom_core::limits;
use anteroom_core::surveys::{self, Occasion, Said, Score};
use anteroom_core::text;
use anteroom_store::surveys::answers::{self, From, New};
use anteroom_wire::mapped;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::imports::Rejected;
use crate::practices::Practice;
use crate::{App, Failure, secrets};

/// What a table may name.
pub const COLUMNS: &[mapped::Field] = &[
    mapped::Field::needed("at").moment(),
    mapped::Field::needed("score"),
    mapped::Field::optional("comment"),
    mapped::Field::optional("group"),
];

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Brought {
    /// Rows of the file.
    pub read: u64,
    /// Answers that were written; none of them was here before.
    pub imported: u64,
    /// Answers that were here already.
    pub known: u64,
    /// How many rows of each kind of dirt.
    pub dirt: BTreeMap<&'static str, u64>,
    /// Those rows, by line; the first [`limits::REJECTED_MAX`] of them.
    pub rejected: Vec<Rejected>,
}

impl Brought {
    fn reject(&mut self, kind: &'static str, line: u64, why: String) {
        *self.dirt.entry(kind).or_default() += 1;
        if self.rejected.len() < limits::REJECTED_MAX {
            self.rejected.push(Rejected { line, why });
        }
    }
}

/// A row of a table as it was read.
pub type Row = Result<mapped::Row, mapped::Bad>;

/// An answer that waits for its batch.
#[derive(Debug, Clone)]
struct Held {
    key: [u8; 32],
    at: anteroom_core::Time,
    said: Said,
    label: String,
}

/// Why a row is no answer: its kind, and the same in a sentence.
type Dirt = (&'static str, String);

fn held(row: &mapped::Row, zone: &TimeZone, now: anteroom_core::Time) -> Result<Held, Dirt> {
    let bad = |bad: mapped::Bad| (bad.kind.as_str(), bad.why);
    row.needed("at").map_err(bad)?;
    row.needed("score").map_err(bad)?;
    let at = row.moment("at").map_err(bad)?.and_then(|at| at.at(zone));
    let at = at.map(anteroom_core::Time::from);
    let at = at.filter(|at| surveys::can_be_answered_at(*at, now));
    let at = at.ok_or((
        "date",
        "the date is in the future, or long before the question was".to_owned(),
    ))?;
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let number = row.read("score", number).map_err(bad)?.unwrap_or(f64::NAN);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what has no fraction and is outside 0 to 10 is refused next"
    )]
    let score = (number.fract() == 0.0)
        .then_some(number as i64)
        .and_then(Score::new);
    let score = score.ok_or(("score", "the score is not one of 0 to 10".to_owned()))?;
    let comment = surveys::comment(row.text("comment").unwrap_or_default());
    let comment = comment.map_err(|fault| ("comment", format!("the comment is {fault}")))?;
    let label = text::line(row.text("group").unwrap_or_default(), limits::SURVEY_GROUP);
    let label = label.map_err(|fault| ("group", format!("the group is {fault}")))?;
    Ok(Held {
        key: [0; 32],
        at,
        said: Said {
            score,
            comment,
            call: false,
        },
        label,
    })
}

impl Held {
    /// What it says, as one digest with how often the table has said so before.
    fn known_by(&self, before: u64) -> [u8; 32] {
        secrets::digest_all(&[
            "survey",
            &self.at.micros().to_string(),
            &self.said.score.value().to_string(),
            &self.said.comment,
            &self.label,
            &before.to_string(),
        ])
    }
}

/// Brings a table's answers in. `progress` is told how many rows were read.
pub async fn bring_in(
    app: &App,
    practice: &Practice,
    rows: impl Iterator<Item = Row>,
    mut progress: impl FnMut(u64),
) -> Result<Brought, Failure> {
    let zone = TimeZone::get(&practice.timezone).unwrap_or(TimeZone::UTC);
    let now = app.now();
    let mut brought = Brought::default();
    let mut seen: BTreeMap<[u8; 32], u64> = BTreeMap::new();
    let mut batch = Vec::new();
    for row in rows {
        brought.read += 1;
        match row
            .map_err(|bad| (bad.line, (bad.kind.as_str(), bad.why)))
            .and_then(|row| {
                let line = row.line();
                held(&row, &zone, now).map_err(|dirt| (line, dirt))
            }) {
            Err((line, (kind, why))) => brought.reject(kind, line, why),
            Ok(mut held) => {
                let before = seen.entry(held.known_by(0)).or_default();
                held.key = held.known_by(*before);
                *before += 1;
                batch.push(held);
            }
        }
        if batch.len() >= limits::SURVEY_BATCH {
            write(app, practice, std::mem::take(&mut batch), &mut brought).await?;
            progress(brought.read);
        }
    }
    write(app, practice, batch, &mut brought).await?;
    progress(brought.read);
    Ok(brought)
}

async fn write(
    app: &App,
    practice: &Practice,
    batch: Vec<Held>,
    brought: &mut Brought,
) -> Result<(), Failure> {
    if batch.is_empty() {
        return Ok(());
    }
    let (world, all) = (app.clone(), batch.len() as u64);
    let store = app.store.practice(practice.id);
    let new = store.write(move |tx| {
        let new: Vec<_> = batch.iter().map(|held| new(&world, held)).collect();
        Ok::<_, Failure>(answers::insert_all(tx, &new)?)
    });
    let new = new.await?;
    brought.imported += new;
    brought.known += all - new;
    Ok(())
}

fn new<'a>(app: &App, held: &'a Held) -> New<'a> {
    New {
        id: app.id(),
        from: From::Import(held.key),
        occasion: Occasion::Import,
        at: held.at,
        said: &held.said,
        location: None,
        doctor: "",
        door: "",
        label: &held.label,
    }
}
