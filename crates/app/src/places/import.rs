//! Imports of places: a table's rows become places beside the practice's own. Reading it twice changes nothing; what is
//! doubtful in a row is counted and listed, and what can't be believed is left out of the row rather than guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anteroom_core::hours::{WeeklySpan, parse_weekly, zone_named};
use anteroom_core::places::hours::Week;
use anteroom_core::places::{Point, lies_in, zone};
use anteroom_core::text;
use anteroom_core::{Time, limits};
use anteroom_store::places::{self as rows, Place};
use anteroom_store::practices;
use anteroom_wire::mapped::Bad;
use anteroom_wire::places::{Day, Place as Told, Whereabouts};
use anteroom_wire::postal::{self, Postal};
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::practices::Practice;
use crate::settings::changes::{By, Noun, note};
use crate::{App, Failure, secrets};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Summary {
    /// Rows of the file.
    pub read: u64,
    /// Places that were written: new ones, and those of which something else is told now.
    pub imported: u64,
    /// Places that are as they were.
    pub unchanged: u64,
    /// Rows that became no place, by kind.
    pub rejected: BTreeMap<&'static str, u64>,
    /// What was doubtful in places that were taken, by kind.
    pub doubtful: BTreeMap<&'static str, u64>,
    /// Each of both by line; the first [`limits::PLACES_TOLD`].
    pub told: Vec<Found>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Its line in the file.
    pub line: u64,
    /// The kind under which it is counted.
    pub kind: &'static str,
    /// In words.
    pub why: String,
}

impl Summary {
    fn tell(&mut self, line: u64, kind: &'static str, why: String) {
        if self.told.len() < limits::PLACES_TOLD {
            self.told.push(Found { line, kind, why });
        }
    }

    fn reject(&mut self, line: u64, kind: &'static str, why: impl Into<String>) {
        *self.rejected.entry(kind).or_default() += 1;
        self.tell(line, kind, why.into());
    }

    fn doubt(&mut self, line: u64, kind: &'static str, why: impl Into<String>) {
        *self.doubtful.entry(kind).or_default() += 1;
        self.tell(line, kind, why.into());
    }
}

/// Reads places, and writes them in closures of at most [`limits::IMPORT_ROWS`]. `progress` is told how many were read.
pub async fn import(
    app: &App,
    practice: &Practice,
    places: impl Iterator<Item = Result<Told, Bad>>,
    mut progress: impl FnMut(u64),
) -> Result<Summary, Failure> {
    let mut judge = Judge::new(app, practice).await?;
    let mut batch = Vec::new();
    for place in places {
        judge.summary.read += 1;
        match place {
            Err(bad) => judge.summary.reject(bad.line, bad.kind.as_str(), bad.why),
            Ok(told) => batch.extend(judge.place(&told)),
        }
        if batch.len() >= limits::IMPORT_ROWS {
            judge.write(std::mem::take(&mut batch)).await?;
            progress(judge.summary.read);
        }
    }
    judge.write(batch).await?;
    progress(judge.summary.read);
    if judge.summary.imported > 0 {
        app.store.analyze().await?;
    }
    Ok(judge.summary)
}

/// What rows are judged by.
struct Judge<'a> {
    app: &'a App,
    practice: &'a Practice,
    /// Names of the practice's own locations, as they are compared.
    own: BTreeSet<String>,
    /// Keys that were read.
    keys: BTreeSet<String>,
    /// Places that were here before.
    here: usize,
    now: Time,
    summary: Summary,
}

/// Kilometres from the point of its postal code beyond which one of the two is in doubt: the widest code of the country,
/// 99557 in Alaska, reaches over 300.
const FAR: f64 = 350.0;

impl<'a> Judge<'a> {
    async fn new(app: &'a App, practice: &'a Practice) -> Result<Self, Failure> {
        let store = app.store.practice(practice.id);
        let read = store.read(|tx| {
            let own = practices::locations(tx)?;
            Ok::<_, anteroom_store::StoreError>((own, rows::count(tx)?.0))
        });
        let (own, here) = read.await?;
        Ok(Self {
            app,
            practice,
            own: own.iter().map(|row| compared(&row.name)).collect(),
            keys: BTreeSet::new(),
            here: usize::try_from(here).unwrap_or(usize::MAX),
            now: app.now(),
            summary: Summary::default(),
        })
    }

    /// The row of a place; nothing if it becomes none.
    fn place(&mut self, told: &Told) -> Option<Place> {
        let line = told.line;
        let id = text::required_line(&told.id, limits::PLACE_KEY);
        let name = text::required_line(&told.name, limits::LABEL_MAX);
        let (Ok(id), Ok(name)) = (id, name) else {
            self.summary
                .reject(line, "shape", "its key or its name is too long or no text");
            return None;
        };
        if self.own.contains(&compared(&name)) {
            let why =
                format!("{name} is one of the practice's own locations: its facts are those of the settings");
            self.summary.reject(line, "own", why);
            return None;
        }
        if self.keys.len() >= limits::PLACES.max(self.here) {
            self.summary
                .reject(line, "full", "a practice has no more places than this");
            return None;
        }
        if !self.keys.insert(id.clone()) {
            self.summary
                .reject(line, "twice", format!("{id} stood before: the first row counts"));
            return None;
        }
        let code = postal::five(&told.postal).and_then(|code| Some((code, postal::us(code)?)));
        self.code(told, code.map(|code| code.1));
        let county = self.county(told);
        let point = self.point(told, county.is_err(), code.map(|code| code.1));
        let county = county
            .ok()
            .flatten()
            .or_else(|| code.and_then(|code| code.1.county));
        let zone = self.zone(told, county);
        let (hours, said) = self.week(told).written();
        if told.suspended {
            self.summary.doubt(
                line,
                "suspended",
                format!("{name} is closed for the time being: it is kept and not offered"),
            );
        }
        let mut place = Place {
            external_id: id,
            name,
            address: self.address(told),
            postal: told.postal.chars().take(limits::PHONE_MAX).collect(),
            phone: self.phone(told),
            timezone: zone.to_owned(),
            point,
            hours,
            said,
            note: text::summary(&told.note, limits::PLACE_NOTE),
            suspended: told.suspended,
            told_at: Time::MIN,
            digest: [0; 32],
        };
        let told_at = told.told.and_then(|at| at.at(&TimeZone::UTC)).map(Time::from);
        let dated = told_at.map_or_else(String::new, |at| at.micros().to_string());
        place.digest = digest(&place, &dated);
        place.told_at = told_at.unwrap_or(self.now).min(self.now);
        Some(place)
    }

    fn code(&mut self, told: &Told, code: Option<Postal>) {
        // Of the territories no code is known, and theirs are as good as any.
        let known = lies_in(1_000, &told.state).is_some() && !"AS GU MP PR VI".contains(&told.state);
        if code.is_none() && known {
            let why = format!("there is no postal code {}", shown(&told.postal));
            self.summary.doubt(told.line, "postal", why);
        }
    }

    /// The county, if the table has it; an error if it lies in another state than the place.
    fn county(&mut self, told: &Told) -> Result<Option<u32>, ()> {
        let Some(county) = told.county else {
            return Ok(None);
        };
        if lies_in(county, &told.state) == Some(false) {
            let why = format!(
                "county {county:05} is not in {}: its degrees aren't believed",
                shown(&told.state)
            );
            self.summary.doubt(told.line, "county", why);
            return Err(());
        }
        Ok(Some(county))
    }

    fn point(&mut self, told: &Told, elsewhere: bool, code: Option<Postal>) -> Option<Point> {
        let code = code.and_then(|code| Point::new(code.latitude, code.longitude));
        let own = match told.whereabouts {
            Whereabouts::At(latitude, longitude) => Point::new(latitude, longitude),
            Whereabouts::Nowhere | Whereabouts::Unreadable => None,
        };
        if own.is_none() && told.whereabouts != Whereabouts::Nowhere {
            self.summary.doubt(
                told.line,
                "degrees",
                "its latitude and longitude are no point on the Earth",
            );
        }
        let point = own.filter(|_| !elsewhere).or(code);
        match (own, code) {
            _ if point.is_none() => {
                self.summary.doubt(
                    told.line,
                    "unplaced",
                    "nobody can tell where it is: it is kept and not offered",
                );
            }
            (Some(own), Some(code)) if own.kilometres(code) > FAR => {
                let far = own.kilometres(code).round();
                let why = format!("it lies {far} km from its postal code {}", shown(&told.postal));
                self.summary.doubt(told.line, "far", why);
            }
            (None, Some(_)) => {
                let why = "it has no degrees of its own: it stands where its postal code is";
                self.summary.doubt(told.line, "placed", why);
            }
            _ => {}
        }
        point
    }

    fn zone<'t>(&mut self, told: &'t Told, county: Option<u32>) -> &'t str {
        if zone_named(&told.timezone).is_ok() {
            return &told.timezone;
        }
        let found = zone(&told.state, county, &told.postal);
        if found.is_none() || !told.timezone.is_empty() {
            self.summary.doubt(
                told.line,
                "zone",
                "its time zone isn't known from its state and county",
            );
        }
        found.unwrap_or_default()
    }

    fn phone(&mut self, told: &Told) -> String {
        text::phone(&told.phone).unwrap_or_else(|_| {
            self.summary
                .doubt(told.line, "phone", "it has no phone number that can be dialled");
            String::new()
        })
    }

    fn address(&mut self, told: &Told) -> String {
        let town = format!("{} {}", told.state, told.postal);
        let parts = [told.street.as_str(), &told.city, town.trim()];
        let parts = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        text::line(&parts.join(", "), limits::NAME_MAX).unwrap_or_else(|_| {
            self.summary
                .doubt(told.line, "address", "its address is too long or no text");
            String::new()
        })
    }

    fn week(&mut self, told: &Told) -> Week {
        let mut week = Week::default();
        let days = Weekday::Monday.cycle_forward();
        match told.hours.as_deref().map(|hours| (hours, parse_weekly(hours))) {
            Some((_, Ok(spans))) => week.spans = spans,
            Some((words, Err(_))) => week.unsure = days.take(7).map(|day| (day, kept(words))).collect(),
            None => {
                for (day, said) in days.zip(&told.week) {
                    match said {
                        Day::Shut => {}
                        Day::Open(spans) => week.spans.extend(spans.iter().map(|&(from, to)| WeeklySpan {
                            day,
                            start: from,
                            length: to - from,
                        })),
                        Day::Said(words) => week.unsure.push((day, kept(words))),
                    }
                }
            }
        }
        let mut words: Vec<&str> = week.unsure.iter().map(|(_, words)| words.as_str()).collect();
        words.retain(|words| !words.is_empty());
        words.dedup();
        if !words.is_empty() {
            let why = format!("hours that are kept as words: {}", words.join("; "));
            self.summary.doubt(told.line, "hours", why);
        } else if !week.is_known() {
            self.summary.doubt(told.line, "no-hours", "it tells no hours");
        }
        week
    }

    /// Writes places in one transaction, with what was done.
    async fn write(&mut self, batch: Vec<Place>) -> Result<(), Failure> {
        if batch.is_empty() {
            return Ok(());
        }
        let (world, of, batch) = (self.app.clone(), self.practice.id, Arc::new(batch));
        let count = batch.len() as u64;
        let store = self.app.store.practice(of);
        let write = store.write(move |tx| {
            let changed = rows::put(tx, &batch)?
                .into_iter()
                .filter(|changed| *changed)
                .count() as u64;
            if changed > 0 {
                let noun = (Noun::Place, of.bytes());
                note(
                    &world,
                    tx,
                    By::Operator,
                    noun,
                    &[("written", "", &changed.to_string())],
                )?;
            }
            Ok::<_, Failure>(changed)
        });
        let changed = write.await?;
        self.summary.imported += changed;
        self.summary.unchanged += count - changed;
        Ok(())
    }
}

/// A name as it is compared with another.
fn compared(name: &str) -> String {
    text::squeeze(name).to_lowercase()
}

/// A value of the table as the summary shows it.
fn shown(value: &str) -> String {
    text::summary(value, limits::PHONE_MAX)
}

/// Words for hours, bounded.
fn kept(words: &str) -> String {
    text::summary(words, limits::PLACE_WORDS)
}

/// Of all that is told of a place. The time of an import is not among it: the same table read twice is the same.
fn digest(place: &Place, dated: &str) -> [u8; 32] {
    let (latitude, longitude) = place.point.map(Point::units).unwrap_or_default();
    secrets::digest_all(&[
        &place.name,
        &place.address,
        &place.postal,
        &place.phone,
        &place.timezone,
        &latitude.to_string(),
        &longitude.to_string(),
        &place.hours,
        &place.said,
        &place.note,
        if place.suspended { "1" } else { "" },
        dated,
    ])
}
