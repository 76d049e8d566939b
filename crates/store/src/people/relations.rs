//! Relations: who belongs to which patient. One row a pair; those of people who were joined are read together.

use anteroom_core::ids::{MemberId, PatientId, PersonId};
use anteroom_core::people::relations::Relation;
use anteroom_core::{Time, limits};

use super::patients::{Patient, date, day};
use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

/// Relations with their patient, their person and who verified them.
macro_rules! related {
    ($where:literal) => {
        concat!(
            "SELECT r.person_id, r.patient_id, r.kind, r.verified_at, r.valid_until, r.version, m.name, p.name, \
             p.merged_into, t.name, t.birth_date, t.record_number, t.version, r.verified_by FROM relation r \
             JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id \
             JOIN patient t ON t.practice_id = r.practice_id AND t.id = r.patient_id \
             LEFT JOIN member m ON m.practice_id = r.practice_id AND m.id = r.verified_by \
             WHERE r.practice_id = ?1 AND ",
            $where,
            " LIMIT ?3"
        )
    };
}

queries! {
    /// A person's, and those of people who were joined to them: found first, by their keys, for an OR reads everybody.
    OF_PERSON: practice = related!(
        "r.person_id IN (SELECT j.id FROM person j WHERE j.practice_id = ?1 AND j.id = ?2 \
         UNION ALL SELECT j.id FROM person j WHERE j.practice_id = ?1 AND j.merged_into = ?2) \
         ORDER BY t.name_key, t.id, p.id"
    );
    /// A patient's.
    OF_PATIENT: practice = related!("r.patient_id = ?2 ORDER BY p.name_key, p.id");
    /// A new one; nothing if the pair has one.
    INSERT: practice = "INSERT INTO relation (practice_id, person_id, patient_id, kind, verified_by, verified_at, \
        valid_until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (practice_id, person_id, patient_id) DO NOTHING";
    /// Another one in its place; nothing if it is not the version that was seen.
    UPDATE: practice = "UPDATE relation SET version = relation.version + 1, kind = ?5, verified_by = ?6, \
        verified_at = ?7, valid_until = ?8 WHERE practice_id = ?1 AND person_id = ?2 AND patient_id = ?3 AND version = ?4";
    /// None any more; nothing if it is not the version that was seen.
    DELETE: practice = "DELETE FROM relation WHERE practice_id = ?1 AND person_id = ?2 AND patient_id = ?3 \
        AND version = ?4";
}

/// A relation with what a page says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// As the rules see it.
    pub relation: Relation,
    /// Counts its changes.
    pub version: i64,
    /// Who verified it, and when.
    pub verified: Option<Verified>,
    /// The person's name.
    pub person: String,
    /// Whom the person was joined to.
    pub joined_to: Option<PersonId>,
    /// The patient.
    pub patient: Patient,
}

/// That a member verified a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The member.
    pub by: MemberId,
    /// Their name.
    pub name: String,
    /// When.
    pub at: Time,
}

/// A person's relations, and those of people who were joined to them.
pub fn of_person(tx: &mut PracticeTx<'_>, person: PersonId) -> Result<Vec<Related>, StoreError> {
    let most = limits::RELATIONS * (limits::JOINED + 1);
    let rows = tx.query(&OF_PERSON, params![person, most])?;
    rows.iter().map(read).collect()
}

/// A patient's relations.
pub fn of_patient(tx: &mut PracticeTx<'_>, patient: PatientId) -> Result<Vec<Related>, StoreError> {
    let rows = tx.query(&OF_PATIENT, params![patient, limits::RELATIONS + 1])?;
    rows.iter().map(read).collect()
}

/// Adds a relation; `false` if the two have one.
pub fn insert(
    tx: &mut PracticeTx<'_>,
    relation: &Relation,
    verified: Option<(MemberId, Time)>,
) -> Result<bool, StoreError> {
    let (by, at) = verified.unzip();
    let until = relation.valid_until.map(day);
    let (person, patient, kind) = (relation.person, relation.patient, relation.kind.as_str());
    Ok(tx.execute(&INSERT, params![person, patient, kind, by, at, until])? == 1)
}

/// Puts another one in its place; `false` if it is not as it was seen.
pub fn update(
    tx: &mut PracticeTx<'_>,
    seen: i64,
    relation: &Relation,
    verified: Option<(MemberId, Time)>,
) -> Result<bool, StoreError> {
    let (by, at) = verified.unzip();
    let until = relation.valid_until.map(day);
    let (person, patient, kind) = (relation.person, relation.patient, relation.kind.as_str());
    let values = params![person, patient, seen, kind, by, at, until];
    Ok(tx.execute(&UPDATE, values)? == 1)
}

/// Removes one; `false` if it is not as it was seen.
pub fn remove(
    tx: &mut PracticeTx<'_>,
    seen: i64,
    (person, patient): (PersonId, PatientId),
) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE, params![person, patient, seen])? == 1)
}

fn read(row: &Row) -> Result<Related, StoreError> {
    let verified_at: Option<Time> = row.get(3)?;
    let name = row.get::<Option<String>>(6)?.unwrap_or_default();
    let by: Option<MemberId> = row.get(13)?;
    let patient: PatientId = row.get(1)?;
    Ok(Related {
        relation: Relation {
            person: row.get(0)?,
            patient,
            kind: word(row, 2)?,
            verified: verified_at.is_some(),
            valid_until: date(row, 4)?,
        },
        version: row.get(5)?,
        verified: by.zip(verified_at).map(|(by, at)| Verified { by, name, at }),
        person: row.get(7)?,
        joined_to: row.get(8)?,
        patient: Patient {
            id: patient,
            name: row.get(9)?,
            born: date(row, 10)?,
            record_number: row.get(11)?,
            version: row.get(12)?,
        },
    })
}
