//! Who belongs to whom: said, verified, ended. A court order wins over everything and isn't lifted by a slip.

use anteroom_core::ids::{PatientId, PersonId};
use anteroom_core::limits;
use anteroom_core::people::relations::{Relation, may_change, usual_end};
use anteroom_core::people::search::birth_date;
use anteroom_core::people::{Refusal, RelationKind};
use anteroom_core::text::Fault;
use anteroom_store::people::patients;
use anteroom_store::people::relations::{self as rows, Related};
use anteroom_store::{PracticeTx, people};
use jiff::civil::Date;

use super::Hand;
use super::changes::write;
use super::view::TypedRelation;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// The pair's relation, if it has one.
fn of_pair(
    tx: &mut PracticeTx<'_>,
    (person, patient): (PersonId, PatientId),
) -> Result<Option<Related>, Failure> {
    let all = rows::of_patient(tx, patient)?;
    Ok(all.into_iter().find(|related| related.relation.person == person))
}

/// Says how a person belongs to a patient, if it is still as it was seen.
pub async fn relate(
    app: &App,
    desk: &Desk,
    pair: (PersonId, PatientId),
    typed: &TypedRelation,
) -> Result<(), Failure> {
    let month_first = desk.practice.country == "US";
    let until = match typed.until.trim() {
        "" => None,
        text => Some(birth_date(text, month_first).ok_or_else(|| Failure::of("until", Fault::Shape))?),
    };
    let (typed, role) = (typed.clone(), desk.role);
    write(app, desk, move |hand, tx| {
        people::find(tx, pair.0)?.ok_or(Failure::Missing)?;
        let patient = patients::find(tx, pair.1)?.ok_or(Failure::Missing)?;
        let old = of_pair(tx, pair)?;
        if old.as_ref().map(|old| old.version) != typed.seen {
            return Err(Refusal::Changed.into());
        }
        let new = Relation {
            person: pair.0,
            patient: pair.1,
            kind: typed.kind,
            verified: typed.verified,
            valid_until: until.or_else(|| usual_end(typed.kind, patient.born)),
        };
        may_change(old.as_ref().map(|old| &old.relation), Some(&new), role)?;
        put(tx, hand, old.as_ref(), &new)?;
        noted(hand, tx, pair, "relate", &changed(old.as_ref(), &new))
    })
    .await
}

fn put(
    tx: &mut PracticeTx<'_>,
    hand: Hand<'_>,
    old: Option<&Related>,
    new: &Relation,
) -> Result<(), Failure> {
    // Who verified that a mother is the mother did not verify that she is the guardian.
    let stands = old
        .filter(|old| old.relation.kind == new.kind)
        .and_then(|old| old.verified.as_ref())
        .map(|verified| (verified.by, verified.at));
    let verified = new.verified.then(|| stands.unwrap_or((hand.member, hand.now)));
    let full = |rows: usize| i64::try_from(rows).is_ok_and(|rows| rows >= limits::RELATIONS);
    let done = if let Some(old) = old {
        rows::update(tx, old.version, new, verified)?
    } else {
        if full(rows::of_patient(tx, new.patient)?.len()) || full(rows::of_person(tx, new.person)?.len()) {
            return Err(Refusal::TooMany.into());
        }
        rows::insert(tx, new, verified)?
    };
    if done {
        Ok(())
    } else {
        Err(Refusal::Changed.into())
    }
}

/// The names of the fields that changed.
fn changed(old: Option<&Related>, new: &Relation) -> String {
    let Some(old) = old.map(|old| old.relation) else {
        return "kind verified valid_until".to_owned();
    };
    let until = |relation: &Relation| -> Option<Date> { relation.valid_until };
    let fields = [
        ("kind", old.kind != new.kind),
        ("verified", old.verified != new.verified),
        ("valid_until", until(&old) != until(new)),
    ];
    let names = fields.iter().filter(|field| field.1).map(|field| field.0);
    names.collect::<Vec<_>>().join(" ")
}

/// Written down on both sides, each with the other's id: who changed who may ask about this child?
fn noted(
    hand: Hand<'_>,
    tx: &mut PracticeTx<'_>,
    (person, patient): (PersonId, PatientId),
    action: &str,
    fields: &str,
) -> Result<(), Failure> {
    hand.note(
        tx,
        action,
        ("person", person.bytes()),
        &format!("patient:{patient} {fields}"),
    )?;
    let fields = format!("person:{person} {fields}");
    Ok(hand.note(tx, action, ("patient", patient.bytes()), &fields)?)
}

/// Says that a person does not belong to a patient, if it is still as it was seen.
pub async fn unrelate(app: &App, desk: &Desk, pair: (PersonId, PatientId), seen: i64) -> Result<(), Failure> {
    let role = desk.role;
    write(app, desk, move |hand, tx| {
        let old = of_pair(tx, pair)?.ok_or(Failure::Missing)?;
        may_change(Some(&old.relation), None, role)?;
        if !rows::remove(tx, seen, pair)? {
            return Err(Refusal::Changed.into());
        }
        let field = match old.relation.kind {
            RelationKind::NoAccess => "no_access",
            _ => "",
        };
        noted(hand, tx, pair, "unrelate", field)
    })
    .await
}
