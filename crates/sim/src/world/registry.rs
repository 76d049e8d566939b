//! The practice's own book of its families: children become patients, parents belong to them, most of it verified, and a few
//! things that a desk has to know. Decides who is registered and how; what may be seen then is the product's business.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_app::people::view::{TypedPatient, TypedPoint, TypedRelation, Who};
use anteroom_app::requests::view::Desk;
use anteroom_app::{Failure, people, requests};
use anteroom_core::ids::{PatientId, PersonId};
use anteroom_core::people::RelationKind;

use super::World;

/// What the world remembers of its registered families.
#[derive(Debug, Default)]
pub(super) struct Registry {
    /// A family's children who are patients, by their names.
    patients: BTreeMap<(usize, &'static str), PatientId>,
    /// Parents whose relations are written down.
    related: BTreeSet<(usize, String)>,
}

/// Of so many families, one is new here and stands in no book.
const NEW: usize = 5;
/// Of so many, one said who they are and showed nothing.
const UNVERIFIED: usize = 6;
/// Of so many with two parents, a court keeps one of them from the children.
const ORDERED: usize = 50;
/// Of so many, one is to be reached by one address and no other.
const CONFIDENTIAL: usize = 40;

/// Whether a family stands in the book.
pub(super) const fn is_registered(family: usize) -> bool {
    family % NEW != NEW - 1
}

/// The record number of a family's child.
pub(super) fn record_number(family: usize, child: usize) -> String {
    format!("H-{}", 10_000 + family * 10 + child)
}

impl World {
    /// Whoever takes a request up looks the family up, writes down what is missing, and says whom it is about.
    pub(super) async fn register(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let thread = &self.threads[place];
        let (number, name) = (thread.number, thread.name.clone());
        let Some(index) = thread.family.filter(|index| is_registered(*index)) else {
            return Ok(());
        };
        let child = self.threads[place].child().to_owned();
        if self.registry.related.insert((index, name.clone())) {
            let page = self
                .done(async |app| requests::page(&app, desk, number).await)
                .await?;
            if let Some(person) = page.and_then(|page| page.people.person) {
                self.relate(desk, index, (person, &name)).await?;
            }
        }
        let patients = &self.registry.patients;
        let found = patients
            .iter()
            .find(|((of, called), _)| *of == index && *called == child);
        if let Some((_, patient)) = found.filter(|_| !self.families[index].is_ordered_off(index, &name)) {
            let patient = *patient;
            self.done(async |app| requests::concern(&app, desk, number, Some(patient)).await)
                .await?;
        }
        Ok(())
    }

    /// Writes a family's children down, and how one of its parents belongs to them.
    async fn relate(
        &mut self,
        desk: &Desk,
        index: usize,
        (person, name): (PersonId, &str),
    ) -> Result<(), Failure> {
        let family = self.families[index].clone();
        let surname = name.split_once(' ').map_or("", |(_, rest)| rest);
        let kind = if family.is_ordered_off(index, name) {
            RelationKind::NoAccess
        } else {
            RelationKind::Parent
        };
        let typed = TypedRelation {
            kind,
            verified: !index.is_multiple_of(UNVERIFIED),
            until: String::new(),
            seen: None,
        };
        for (at, child) in family.children.iter().enumerate() {
            let patient = TypedPatient {
                name: format!("{} {surname}", child.name),
                born: child.born.to_string(),
                record_number: record_number(index, at),
            };
            let Some(id) = self.patient(desk, &patient).await? else {
                continue;
            };
            self.registry.patients.insert((index, child.name), id);
            self.done(async |app| people::relate(&app, desk, (person, id), &typed).await)
                .await?;
        }
        if index % CONFIDENTIAL == 3 {
            let point = TypedPoint {
                address: format!("only.here.{index}@example.org"),
                confidential: true,
            };
            self.done(async |app| people::add_point(&app, desk, person, &point).await)
                .await?;
        }
        Ok(())
    }

    /// The patient of this record number; added if nobody was.
    async fn patient(&mut self, desk: &Desk, typed: &TypedPatient) -> Result<Option<PatientId>, Failure> {
        let added = self
            .done(async |app| people::add_patient(&app, desk, typed).await)
            .await?;
        if added.is_some() {
            return Ok(added);
        }
        let found = people::find(&self.app, desk, &typed.record_number, None).await?;
        Ok(found.rows.into_iter().find_map(|row| match row.who {
            Who::Patient(id, _, Some(number)) if number == typed.record_number => Some(id),
            _ => None,
        }))
    }
}

impl super::families::Family {
    /// Whether a court keeps this parent from the children.
    fn is_ordered_off(&self, index: usize, name: &str) -> bool {
        index % ORDERED == 7 && self.parents.get(1).is_some_and(|other| other == name)
    }
}
