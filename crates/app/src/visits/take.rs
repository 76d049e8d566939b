//! Takes visits in, many at once: whoever tells of the same visit again changes nothing, or puts it right.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anteroom_core::Time;
use anteroom_core::ids::PatientId;
use anteroom_core::people::name_key;
use anteroom_core::people::search::record_key;
use anteroom_core::requests::Actor;
use anteroom_core::visits::{Dirt, Heard, Left, Remark, Status, Told, Visit, can_be_born, day, judge};
use anteroom_store::audit::{self, Deed};
use anteroom_store::people::patients::{self, Patient};
use anteroom_store::visits::{self as rows, External, Labels, departures};
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;

use super::ordered;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::surveys::{self, Came};
use crate::{App, Failure, secrets};

/// Whose a visit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Somebody who is known here.
    Patient(PatientId),
    /// Whoever has this record number; a patient who is not known is added.
    Record {
        /// The number.
        number: String,
        /// Their name; empty if nobody says.
        name: String,
        /// Their birth date.
        born: Option<Date>,
    },
}

/// A visit as another system tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose.
    pub whose: Whose,
    /// Its id there.
    pub id: String,
    /// When it is, and how it stands.
    pub told: Told,
    /// With whom; may be empty.
    pub doctor: String,
    /// Where; may be empty.
    pub location: String,
    /// Nobody is to be reminded of it or asked about it.
    pub sensitive: bool,
    /// Why and from which day on the patient is gone.
    pub left: Option<(Left, Option<Date>)>,
    /// How they heard of the practice.
    pub heard: Option<Heard>,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was not here before.
    New,
    /// It was, and says something else now.
    Changed,
    /// It was, and says the same.
    Same,
    /// It can't be true, or not here.
    Refused(Dirt),
}

/// What became of all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// Each, with what is odd about it.
    pub outcomes: Vec<(Outcome, Vec<Remark>)>,
    /// Patients who were added.
    pub patients: u64,
}

/// Takes visits in, in one transaction: at most [`anteroom_core::limits::IMPORT_ROWS`] of them at once.
pub async fn take(app: &App, practice: &Practice, entries: Vec<Entry>) -> Result<Taken, Failure> {
    if entries.is_empty() {
        return Ok(Taken::default());
    }
    let (world, of, entries) = (app.clone(), practice.clone(), Arc::new(entries));
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let mut taking = Taking {
                app: &world,
                scene: &scene,
                known: BTreeMap::new(),
                taken: Taken::default(),
            };
            taking.all(tx, &entries)?;
            Ok(taking.taken)
        })
        .await
}

struct Taking<'a> {
    app: &'a App,
    scene: &'a Scene,
    /// Patients by the key of their record number.
    known: BTreeMap<String, PatientId>,
    taken: Taken,
}

/// An entry that was found good, with the place of its outcome.
struct Good<'a> {
    place: usize,
    entry: &'a Entry,
    visit: Visit,
    labels: Labels,
    external: External,
}

impl Taking<'_> {
    fn all(&mut self, tx: &mut PracticeTx<'_>, entries: &[Entry]) -> Result<(), StoreError> {
        let mut good = Vec::with_capacity(entries.len());
        for (place, entry) in entries.iter().enumerate() {
            match judge(&entry.told, self.scene.now, self.scene.desk_hours().zone()) {
                Err(dirt) => self.taken.outcomes.push((Outcome::Refused(dirt), Vec::new())),
                Ok((visit, remarks)) => {
                    self.taken.outcomes.push((Outcome::Same, remarks));
                    let patient = self.patient(tx, place, entry)?;
                    good.push(Good {
                        place,
                        entry,
                        visit,
                        labels: Labels {
                            patient,
                            doctor: entry.doctor.clone(),
                            location: entry.location.clone(),
                            sensitive: entry.sensitive,
                        },
                        external: external(entry),
                    });
                }
            }
        }
        self.save(tx, &good)
    }

    fn remark(&mut self, place: usize, remark: Remark) {
        self.taken.outcomes[place].1.push(remark);
    }

    /// Who it is, or whoever is added now.
    fn patient(
        &mut self,
        tx: &mut PracticeTx<'_>,
        place: usize,
        entry: &Entry,
    ) -> Result<PatientId, StoreError> {
        let (number, name, born) = match &entry.whose {
            Whose::Patient(id) => return Ok(*id),
            Whose::Record { number, name, born } => (number, name, *born),
        };
        let seen = day(self.scene.now, self.scene.desk_hours().zone());
        let possible = born.filter(|born| can_be_born(*born, seen));
        if possible != born {
            self.remark(place, Remark::Birth);
        }
        let key = record_key(number);
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let known = match patients::by_record(tx, number)? {
            Some(known) => known,
            None => self.add(tx, number, name, possible)?,
        };
        self.known.insert(key, known);
        Ok(known)
    }

    fn add(
        &mut self,
        tx: &mut PracticeTx<'_>,
        number: &str,
        name: &str,
        born: Option<Date>,
    ) -> Result<PatientId, StoreError> {
        // Whom a calendar names by number alone is found by it until somebody says who they are.
        let name = if name.is_empty() { number } else { name };
        let patient = Patient {
            id: self.app.id(),
            name: name.to_owned(),
            born,
            record_number: Some(number.to_owned()),
            version: 1,
        };
        patients::insert(tx, &patient, &name_key(name), self.scene.now)?;
        self.taken.patients += 1;
        Ok(patient.id)
    }

    fn save(&mut self, tx: &mut PracticeTx<'_>, good: &[Good<'_>]) -> Result<(), StoreError> {
        let now = self.scene.now;
        let mut batch = Vec::with_capacity(good.len() * 2);
        for one in good {
            let (external, of, visit) = (&one.external, &one.labels, &one.visit);
            batch.push(rows::insertion(self.app.id(), Some(external), of, visit, now));
            batch.push(rows::correction(external, of, visit, now));
        }
        let written = tx.execute_batch(batch)?;
        let mut touched = BTreeSet::new();
        let mut after = Vec::new();
        for (one, written) in good.iter().zip(written.chunks(2)) {
            let outcome = match written {
                [1, _] => {
                    after.push(rows::superseding(&one.labels, &one.visit, now));
                    Outcome::New
                }
                [_, 1] => Outcome::Changed,
                _ => match rows::whose(tx, &one.external.id)? {
                    Some(other) if other != one.labels.patient => Outcome::Refused(Dirt::OtherPatient),
                    _ => Outcome::Same,
                },
            };
            self.taken.outcomes[one.place].0 = outcome;
            if matches!(outcome, Outcome::New | Outcome::Changed) {
                touched.insert(one.labels.patient);
                after.extend(self.beside(one));
            }
        }
        after.extend(ordered(touched.iter().copied()));
        tx.execute_batch(after)?;
        if touched.is_empty() {
            return Ok(());
        }
        self.ask(tx, good)?;
        let deed = Deed {
            id: self.app.id(),
            at: now,
            actor: Actor::System,
            action: "import",
            noun: "visit",
            noun_id: None,
            fields: "",
        };
        audit::insert(tx, &deed)
    }

    /// Whoever came may be asked how it was.
    fn ask(&self, tx: &mut PracticeTx<'_>, good: &[Good<'_>]) -> Result<(), StoreError> {
        for one in good {
            let new = matches!(self.taken.outcomes[one.place].0, Outcome::New | Outcome::Changed);
            if new && one.visit.status.came() {
                let came = Came {
                    id: &one.external.id,
                    patient: one.labels.patient,
                    at: one.visit.starts,
                    doctor: &one.labels.doctor,
                    location: &one.labels.location,
                    sensitive: one.labels.sensitive,
                };
                surveys::came(self.app, tx, self.scene, &came)?;
            }
        }
        Ok(())
    }

    /// What is told of the patient besides.
    fn beside(&mut self, one: &Good<'_>) -> Vec<anteroom_store::requests::Statement> {
        let (now, patient) = (self.scene.now, one.labels.patient);
        let mut batch = Vec::new();
        let today = day(now, self.scene.desk_hours().zone());
        match one.entry.left {
            Some((why, Some(on))) if on <= today => {
                batch.push(departures::leaving(
                    self.app.id(),
                    patient,
                    (why, on),
                    (now, None),
                ));
            }
            Some(_) => self.remark(one.place, Remark::Left),
            None => {}
        }
        batch.extend(
            one.entry
                .heard
                .map(|heard| departures::hearing(patient, heard, now)),
        );
        batch
    }
}

fn external(entry: &Entry) -> External {
    let whose = match &entry.whose {
        Whose::Patient(id) => id.to_string(),
        Whose::Record { number, .. } => record_key(number),
    };
    let instant = |at: Option<Time>| at.map_or_else(String::new, |at| at.micros().to_string());
    let day = |on: Option<Date>| on.map_or_else(String::new, |on| on.to_string());
    let left = entry.left.map(|(why, on)| format!("{why} {}", day(on)));
    let told = secrets::digest_all(&[
        &whose,
        entry.told.status.map_or("", Status::as_str),
        &instant(Some(entry.told.starts)),
        &instant(entry.told.booked),
        &instant(entry.told.ended),
        &entry.doctor,
        &entry.location,
        if entry.sensitive { "1" } else { "0" },
        left.as_deref().unwrap_or_default(),
        entry.heard.map_or("", Heard::as_str),
    ]);
    External {
        id: entry.id.clone(),
        told,
    }
}
