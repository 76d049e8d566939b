//! Patients who come no more, from which day on; and how each heard of the practice.

use anteroom_core::Time;
use anteroom_core::ids::{DepartureId, MemberId, PatientId};
use anteroom_core::visits::{Heard, Left};
use jiff::civil::Date;

use crate::people::patients::date;
use crate::requests::{Statement, word};
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// Somebody left; nothing if they have.
    INSERT: practice = "INSERT INTO departure (practice_id, id, patient_id, reason, left_on, set_at, set_by) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (practice_id, patient_id) WHERE back_on IS NULL DO NOTHING";
    /// They are a patient again; nothing if they had not left.
    END: practice = "UPDATE departure SET back_on = ?3, set_at = ?4, set_by = ?5 \
        WHERE practice_id = ?1 AND patient_id = ?2 AND back_on IS NULL";
    /// Why and since when somebody is gone.
    LASTS: practice = "SELECT reason, left_on, set_at FROM departure \
        WHERE practice_id = ?1 AND patient_id = ?2 AND back_on IS NULL";
    /// How somebody heard of the practice.
    SET_HEARD: practice = "INSERT INTO heard_of (practice_id, patient_id, heard, set_at) VALUES (?1, ?2, ?3, ?4) \
        ON CONFLICT (practice_id, patient_id) DO UPDATE SET heard = excluded.heard, set_at = excluded.set_at \
        WHERE heard_of.heard <> excluded.heard";
    /// Nobody knows any more.
    UNSET_HEARD: practice = "DELETE FROM heard_of WHERE practice_id = ?1 AND patient_id = ?2";
    /// What is known of it.
    HEARD: practice = "SELECT heard FROM heard_of WHERE practice_id = ?1 AND patient_id = ?2";
}

/// Why and since when somebody comes no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    /// Why.
    pub reason: Left,
    /// The first day on which they were gone.
    pub on: Date,
    /// When that was written down.
    pub set_at: Time,
}

/// The statement that lets a patient leave, unless they have.
pub fn leaving(
    id: DepartureId,
    patient: PatientId,
    (reason, on): (Left, Date),
    (at, by): (Time, Option<MemberId>),
) -> Statement {
    let values = params![id, patient, reason.as_str(), on.to_string(), at, by];
    (&INSERT, values)
}

/// Lets a patient leave; `false` if they have.
pub fn leave(
    tx: &mut PracticeTx<'_>,
    id: DepartureId,
    patient: PatientId,
    why: (Left, Date),
    hand: (Time, Option<MemberId>),
) -> Result<bool, StoreError> {
    let (sql, values) = leaving(id, patient, why, hand);
    Ok(tx.execute(sql, values)? == 1)
}

/// They are a patient again from a day on; `false` if they had not left.
pub fn end(
    tx: &mut PracticeTx<'_>,
    patient: PatientId,
    on: Date,
    (at, by): (Time, MemberId),
) -> Result<bool, StoreError> {
    Ok(tx.execute(&END, params![patient, on.to_string(), at, by])? == 1)
}

/// Why and since when somebody comes no more, if so.
pub fn lasts(tx: &mut PracticeTx<'_>, patient: PatientId) -> Result<Option<Departure>, StoreError> {
    let read = |row: &Row| {
        let on = date(row, 1)?;
        Ok(Departure {
            reason: word(row, 0)?,
            on: on.ok_or_else(|| StoreError::Wrong("a departure without its day".to_owned()))?,
            set_at: row.get(2)?,
        })
    };
    tx.query_opt(&LASTS, params![patient])?
        .as_ref()
        .map(read)
        .transpose()
}

/// The statement that says how a patient heard of the practice.
pub fn hearing(patient: PatientId, heard: Heard, at: Time) -> Statement {
    (&SET_HEARD, params![patient, heard.as_str(), at])
}

/// Says how a patient heard of the practice, or that nobody knows; `false` if that was known.
pub fn set_heard(
    tx: &mut PracticeTx<'_>,
    patient: PatientId,
    heard: Option<Heard>,
    at: Time,
) -> Result<bool, StoreError> {
    let (sql, values) = match heard {
        Some(heard) => hearing(patient, heard, at),
        None => (&UNSET_HEARD, params![patient]),
    };
    Ok(tx.execute(sql, values)? == 1)
}

/// How a patient heard of the practice, if it is known.
pub fn heard(tx: &mut PracticeTx<'_>, patient: PatientId) -> Result<Option<Heard>, StoreError> {
    let row = tx.query_opt(&HEARD, params![patient])?;
    row.map(|row| word(&row, 0)).transpose()
}
