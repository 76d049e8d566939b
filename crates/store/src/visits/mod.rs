//! Visits: what is written of each, and the order of a patient's.

pub mod departures;
pub mod figures;
pub mod lists;

use anteroom_core::ids::{PatientId, VisitId};
use anteroom_core::visits::{Status, Visit};
use anteroom_core::{Time, limits};

use crate::requests::{Statement, word};
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A new one; nothing if its id there or here is known.
    INSERT: practice = "INSERT INTO visit (practice_id, id, patient_id, external_id, told, status, came, starts_at, \
        booked_at, lead_days, held_from, held_until, doctor, location, sensitive, changed_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT DO NOTHING";
    /// What the other system says now; nothing if it says what it said, or the visit is another patient's. A booking that
    /// was called off nobody knows when stood until this was heard.
    UPDATE: practice = "UPDATE visit SET told = ?4, status = ?5, came = ?6, starts_at = ?7, booked_at = ?8, lead_days = ?9, \
        held_from = CASE WHEN CAST(?8 AS BIGINT) IS NULL AND visit.held_from < ?10 THEN visit.held_from ELSE ?10 END, \
        held_until = CASE WHEN ?10 = ?11 AND ?5 = 'cancelled' AND visit.held_until > visit.held_from \
        THEN (CASE WHEN visit.held_until < ?15 THEN visit.held_until ELSE ?15 END) ELSE ?11 END, \
        doctor = ?12, location = ?13, sensitive = ?14, changed_at = ?15 \
        WHERE practice_id = ?1 AND external_id = ?3 AND patient_id = ?2 AND told <> ?4";
    /// Whose the visit of another system's id is.
    WHOSE: practice = "SELECT patient_id FROM visit WHERE practice_id = ?1 AND external_id = ?2";
    /// A booking that was made here, of which another system tells now: that system's row holds from here on.
    SUPERSEDE: practice = "UPDATE visit SET status = 'entered-in-error', came = 0, held_until = held_from, changed_at = ?4 \
        WHERE practice_id = ?1 AND patient_id = ?2 AND starts_at = ?3 AND external_id IS NULL AND status = 'booked'";
    /// A booking that was made here is called off.
    CALL_OFF: practice = "UPDATE visit SET status = 'cancelled', held_until = ?3, changed_at = ?3 \
        WHERE practice_id = ?1 AND id = ?2 AND status = 'booked'";
    /// A booking that was made here stands again, perhaps at another time.
    REBOOK: practice = "UPDATE visit SET status = 'booked', starts_at = ?3, booked_at = ?4, lead_days = ?5, held_from = ?4, \
        held_until = ?3, changed_at = ?4, patient_id = ?6 WHERE practice_id = ?1 AND id = ?2";
    /// Puts the visits of a patient that took place in order: which came next, and which was the first.
    ORDER: practice = "UPDATE visit SET next_at = (SELECT min(n.starts_at) FROM visit n WHERE n.practice_id = ?1 \
        AND n.patient_id = ?2 AND n.came = 1 AND (n.starts_at, n.id) > (visit.starts_at, visit.id)), \
        is_first = CASE WHEN visit.came = 1 AND NOT EXISTS (SELECT 1 FROM visit e WHERE e.practice_id = ?1 \
        AND e.patient_id = ?2 AND e.came = 1 AND (e.starts_at, e.id) < (visit.starts_at, visit.id)) THEN 1 ELSE 0 END \
        WHERE practice_id = ?1 AND patient_id = ?2";
    /// A patient's, the last first.
    OF_PATIENT: practice = "SELECT id, status, starts_at, doctor, location, sensitive FROM visit \
        WHERE practice_id = ?1 AND patient_id = ?2 AND status <> 'entered-in-error' \
        ORDER BY starts_at DESC, id DESC LIMIT ?3";
}

/// Whose a visit is, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// Whose.
    pub patient: PatientId,
    /// With whom; empty if nobody said.
    pub doctor: String,
    /// Where; empty if nobody said.
    pub location: String,
    /// Nobody may be reminded of it or asked about it, but by a channel that they chose.
    pub sensitive: bool,
}

/// What another system calls a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct External {
    /// Its id there.
    pub id: String,
    /// A digest of all that it says of it.
    pub told: [u8; 32],
}

/// The statement that adds a visit, unless it is known.
pub fn insertion(
    id: VisitId,
    external: Option<&External>,
    of: &Labels,
    visit: &Visit,
    at: Time,
) -> Statement {
    let values = params![
        id,
        of.patient,
        external.map(|external| external.id.as_str()),
        external.map(|external| &external.told),
        visit.status.as_str(),
        visit.status.came(),
        visit.starts,
        visit.booked,
        visit.lead_days,
        visit.held.0,
        visit.held.1,
        of.doctor.as_str(),
        of.location.as_str(),
        of.sensitive,
        at
    ];
    (&INSERT, values)
}

/// The statement that puts a visit of another system right, if it says something else now.
pub fn correction(external: &External, of: &Labels, visit: &Visit, at: Time) -> Statement {
    let values = params![
        of.patient,
        external.id.as_str(),
        &external.told,
        visit.status.as_str(),
        visit.status.came(),
        visit.starts,
        visit.booked,
        visit.lead_days,
        visit.held.0,
        visit.held.1,
        of.doctor.as_str(),
        of.location.as_str(),
        of.sensitive,
        at
    ];
    (&UPDATE, values)
}

/// The statement that takes back what was booked here at the same time, now that the other system tells of it.
pub fn superseding(of: &Labels, visit: &Visit, at: Time) -> Statement {
    (&SUPERSEDE, params![of.patient, visit.starts, at])
}

/// The statement that puts a patient's visits in order; after each change of one of them.
pub fn ordering(patient: PatientId) -> Statement {
    (&ORDER, params![patient])
}

/// Whose the visit of another system's id is, if it is known.
pub fn whose(tx: &mut PracticeTx<'_>, external_id: &str) -> Result<Option<PatientId>, StoreError> {
    let row = tx.query_opt(&WHOSE, params![external_id])?;
    row.map(|row| row.get(0)).transpose()
}

/// Calls a booking off that was made here; `false` if it does not stand.
pub fn call_off(tx: &mut PracticeTx<'_>, id: VisitId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&CALL_OFF, params![id, at])? == 1)
}

/// Makes a booking that was called off here stand again; `false` if there is none.
pub fn rebook(
    tx: &mut PracticeTx<'_>,
    id: VisitId,
    patient: PatientId,
    visit: &Visit,
) -> Result<bool, StoreError> {
    let booked = visit.booked.unwrap_or(visit.held.0);
    let values = params![id, visit.starts, booked, visit.lead_days, patient];
    Ok(tx.execute(&REBOOK, values)? == 1)
}

/// A visit on its patient's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its id.
    pub id: VisitId,
    /// Where it stands.
    pub status: Status,
    /// When it begins.
    pub starts: Time,
    /// With whom.
    pub doctor: String,
    /// Where.
    pub location: String,
    /// Nobody is reminded of it.
    pub sensitive: bool,
}

/// A patient's visits, the last first.
pub fn of_patient(tx: &mut PracticeTx<'_>, patient: PatientId) -> Result<Vec<Shown>, StoreError> {
    let read = |row: &Row| {
        Ok(Shown {
            id: row.get(0)?,
            status: word(row, 1)?,
            starts: row.get(2)?,
            doctor: row.get(3)?,
            location: row.get(4)?,
            sensitive: row.get(5)?,
        })
    };
    tx.query(&OF_PATIENT, params![patient, limits::VISITS_SHOWN])?
        .iter()
        .map(read)
        .collect()
}
