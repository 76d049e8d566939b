//! What stands of people beside a request: whom it is about, and who must not be told. What a verified rule says when one
//! begins.

use anteroom_core::ids::{PatientId, PersonId, RequestId};
use anteroom_core::people::relations::{self as rules, Standing};
use anteroom_store::people::{self as rows, patients, relations};
use anteroom_store::{PracticeTx, StoreError, appointments};

use super::pages::{link, standing};
use super::today;
use super::view::{Beside, Relation};
use crate::requests::Scene;

/// Whom a request that begins is about, where a verified relation leaves no choice.
pub(crate) fn by_rule(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    person: PersonId,
    about: &str,
) -> Result<Option<PatientId>, StoreError> {
    let related = relations::of_person(tx, person)?;
    let known: Vec<_> = related
        .iter()
        .map(|one| (one.relation, one.patient.name.as_str()))
        .collect();
    Ok(rules::by_rule(&known, about, today(scene)))
}

/// Whether a court order keeps a person from what is known about a patient: nothing of it is shown to them.
pub(crate) fn barred_from(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    person: Option<PersonId>,
    patient: Option<PatientId>,
) -> Result<bool, StoreError> {
    let (Some(person), Some(patient)) = (person, patient) else {
        return Ok(false);
    };
    let root = rows::root(tx, person)?;
    let day = today(scene);
    let related = relations::of_person(tx, root)?;
    Ok(related
        .iter()
        .any(|one| one.relation.patient == patient && one.relation.standing(day) == Standing::Barred))
}

/// The patients to whom a person belongs.
pub(crate) fn patients_of(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    person: PersonId,
) -> Result<Vec<Relation>, StoreError> {
    let root = rows::root(tx, person)?;
    let all = standing(relations::of_person(tx, root)?, today(scene), None);
    Ok(all
        .into_iter()
        .filter(|one| one.standing != Standing::Ended)
        .collect())
}

/// What stands beside a request. Who may not read its words is told who asks, and whether an order bars them.
pub(crate) fn beside(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    request: RequestId,
    (person, patient): (Option<PersonId>, Option<PatientId>),
    hides: bool,
) -> Result<Beside, StoreError> {
    let mut beside = Beside::default();
    let Some(person) = person else {
        return Ok(beside);
    };
    let root = rows::root(tx, person)?;
    let (day, template) = (today(scene), scene.settings.chart.as_ref());
    let all = standing(relations::of_person(tx, root)?, day, template);
    beside.person = Some(root);
    let barred = |id: PatientId| {
        all.iter()
            .any(|one| one.related.patient.id == id && one.standing == Standing::Barred)
    };
    beside.barred_here = patient.is_some_and(barred);
    beside.confidential = rows::points(tx, root)?.iter().any(|point| point.confidential);
    if patient.is_none() || beside.barred_here {
        beside.barred = all
            .iter()
            .filter(|one| one.standing == Standing::Barred)
            .filter(|one| patient.is_none_or(|patient| patient == one.related.patient.id))
            .map(|one| one.related.patient.name.clone())
            .collect();
    }
    if hides {
        return Ok(beside);
    }
    beside.patient = match patient {
        Some(id) => patients::find(tx, id)?,
        None => None,
    };
    let number = beside.patient.as_ref().and_then(|one| one.record_number.clone());
    beside.chart = link(template, number.as_deref());
    beside.to_schedule = appointments::of_request(tx, request)?;
    beside.choices = all
        .into_iter()
        .filter(|one| one.standing != Standing::Ended)
        .collect();
    Ok(beside)
}
