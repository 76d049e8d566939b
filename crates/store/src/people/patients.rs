//! Patients: whom requests are about.

use anteroom_core::Time;
use anteroom_core::ids::{PatientId, PersonId, RequestId};
use anteroom_core::people::search::record_key;
use anteroom_core::requests::{Door, State};
use jiff::civil::Date;

use super::search;
use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

/// A page of requests, the newest first.
macro_rules! of_somebody {
    ($where:literal) => {
        concat!(
            "SELECT r.id, r.number, r.state, r.kind, r.door, r.subject, r.opened_at, p.name, t.name FROM request r \
             LEFT JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id \
             LEFT JOIN patient t ON t.practice_id = r.practice_id AND t.id = r.patient_id \
             WHERE r.practice_id = ?1 AND r.id < ?3 AND ",
            $where,
            " ORDER BY r.id DESC LIMIT ?4"
        )
    };
}

queries! {
    /// A new patient; nothing if the record number is somebody's.
    INSERT: practice = "INSERT INTO patient (practice_id, id, name, name_key, birth_date, record_number, record_key, \
        created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) \
        ON CONFLICT (practice_id, record_key) WHERE record_key IS NOT NULL DO NOTHING";
    /// A patient.
    FIND: practice = "SELECT id, name, birth_date, record_number, version FROM patient \
        WHERE practice_id = ?1 AND id = ?2";
    /// Whose a record number is.
    BY_RECORD: practice = "SELECT id FROM patient WHERE practice_id = ?1 AND record_key = ?2";
    /// Another name, birth date or record number; nothing if it is not the version that was seen.
    UPDATE: practice = "UPDATE patient SET version = patient.version + 1, name = ?4, name_key = ?5, birth_date = ?6, \
        record_number = ?7, record_key = ?8 WHERE practice_id = ?1 AND id = ?2 AND version = ?3";
    /// Requests about a patient.
    REQUESTS: practice = of_somebody!("r.patient_id = ?2 AND r.patient_id IS NOT NULL");
    /// Requests of a person and of those who were joined to them.
    REQUESTS_OF_PERSON: practice = of_somebody!("r.person_id IN (SELECT s.id FROM person s WHERE s.practice_id = ?1 \
        AND (s.id = ?2 OR s.merged_into = ?2)) AND r.person_id IS NOT NULL");
}

/// A patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patient {
    /// Their id.
    pub id: PatientId,
    /// Their name.
    pub name: String,
    /// Their birth date.
    pub born: Option<Date>,
    /// Their number in the practice's record system, as it was typed.
    pub record_number: Option<String>,
    /// Counts the changes of these.
    pub version: i64,
}

/// A request in a list of somebody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: RequestId,
    /// Its number for people.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// A kind's code.
    pub kind: String,
    /// The way it came in.
    pub door: Door,
    /// Its first words.
    pub subject: String,
    /// When it was asked.
    pub opened_at: Time,
    /// Who asked.
    pub person: String,
    /// Whom it is about; empty if nobody said.
    pub patient: String,
}

/// A date as rows keep it.
pub(super) fn day(date: Date) -> String {
    date.to_string()
}

/// A date that a row keeps.
pub(crate) fn date(row: &Row, column: usize) -> Result<Option<Date>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| {
        text.parse()
            .map_err(|_| StoreError::Wrong(format!("column {column} holds no date")))
    })
    .transpose()
}

/// Adds a patient; `false` if the record number is somebody's.
pub fn insert(
    tx: &mut PracticeTx<'_>,
    patient: &Patient,
    name_key: &str,
    at: Time,
) -> Result<bool, StoreError> {
    let Patient {
        id, ref name, born, ..
    } = *patient;
    let number = patient.record_number.as_deref();
    let values = params![
        id,
        name,
        name_key,
        born.map(day),
        number,
        number.map(record_key),
        at
    ];
    if tx.execute(&INSERT, values)? != 1 {
        return Ok(false);
    }
    tx.execute_batch(search::words("patient", id.bytes(), name))?;
    Ok(true)
}

/// A patient.
pub fn find(tx: &mut PracticeTx<'_>, id: PatientId) -> Result<Option<Patient>, StoreError> {
    let row = tx.query_opt(&FIND, params![id])?;
    row.map(|row| {
        Ok(Patient {
            id: row.get(0)?,
            name: row.get(1)?,
            born: date(&row, 2)?,
            record_number: row.get(3)?,
            version: row.get(4)?,
        })
    })
    .transpose()
}

/// Whose a record number is.
pub fn by_record(tx: &mut PracticeTx<'_>, number: &str) -> Result<Option<PatientId>, StoreError> {
    let row = tx.query_opt(&BY_RECORD, params![record_key(number)])?;
    row.map(|row| row.get(0)).transpose()
}

/// Puts right who a patient is; `false` if they are not as they were seen. The record number is nobody else's
/// ([`by_record`]).
pub fn update(tx: &mut PracticeTx<'_>, patient: &Patient, name_key: &str) -> Result<bool, StoreError> {
    let Patient {
        id,
        ref name,
        born,
        version,
        ..
    } = *patient;
    let number = patient.record_number.as_deref();
    let values = params![
        id,
        version,
        name,
        name_key,
        born.map(day),
        number,
        number.map(record_key)
    ];
    if tx.execute(&UPDATE, values)? != 1 {
        return Ok(false);
    }
    search::name_again(tx, "patient", id.bytes(), name)?;
    Ok(true)
}

/// Requests about a patient, the newest first, at most `limit` before `before`.
pub fn requests(
    tx: &mut PracticeTx<'_>,
    patient: PatientId,
    before: RequestId,
    limit: i64,
) -> Result<Vec<Asked>, StoreError> {
    let rows = tx.query(&REQUESTS, params![patient, before, limit])?;
    rows.iter().map(asked).collect()
}

/// Requests of a person and of those who were joined to them, in the same order.
pub fn requests_of(
    tx: &mut PracticeTx<'_>,
    person: PersonId,
    before: RequestId,
    limit: i64,
) -> Result<Vec<Asked>, StoreError> {
    let rows = tx.query(&REQUESTS_OF_PERSON, params![person, before, limit])?;
    rows.iter().map(asked).collect()
}

fn asked(row: &Row) -> Result<Asked, StoreError> {
    Ok(Asked {
        id: row.get(0)?,
        number: row.get(1)?,
        state: word(row, 2)?,
        kind: row.get(3)?,
        door: word(row, 4)?,
        subject: row.get(5)?,
        opened_at: row.get(6)?,
        person: row.get::<Option<String>>(7)?.unwrap_or_default(),
        patient: row.get::<Option<String>>(8)?.unwrap_or_default(),
    })
}
