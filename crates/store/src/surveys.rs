//! Who was asked whether they would recommend the practice, which addresses are not asked any more, and when a household was
//! asked last.

pub mod answers;

use anteroom_core::Time;
use anteroom_core::ids::{LocationId, MessageId, PatientId, PersonId, SurveyId};
use anteroom_core::limits;
use anteroom_core::surveys::Occasion;

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

/// Who a person is: themselves, and those who were joined to them.
macro_rules! one_person {
    () => {
        "(SELECT j.id FROM person j WHERE j.practice_id = ?1 AND j.id = ?2 \
         UNION ALL SELECT j.id FROM person j WHERE j.practice_id = ?1 AND j.merged_into = ?2)"
    };
}

/// A survey by a key.
macro_rules! survey {
    ($where:literal) => {
        concat!(
            "SELECT id, occasion, subject, person_id, patient_id, address_key, sensitive, language, location_id, \
             doctor, door, asked_at FROM survey WHERE practice_id = ?1 AND ",
            $where
        )
    };
}

queries! {
    /// Somebody is asked; nothing if they were asked for this already.
    INSERT: practice = "INSERT INTO survey (practice_id, id, occasion, subject, person_id, patient_id, address_key, \
        message_id, sensitive, language, location_id, doctor, door, asked_at, due_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) \
        ON CONFLICT (practice_id, occasion, subject) DO NOTHING";
    /// One.
    FIND: practice = survey!("id = ?2");
    /// The one of a letter.
    OF_MESSAGE: practice = survey!("message_id = ?2");
    /// Whether somebody was asked for this.
    OF_SUBJECT: practice = survey!("occasion = ?2 AND subject = ?3");
    /// When anybody was last asked at an address of this person.
    AT_ADDRESSES: practice = concat!(
        "SELECT MAX(s.asked_at) FROM contact_point c JOIN survey s ON s.practice_id = c.practice_id \
         AND s.address_key = c.address_key WHERE c.practice_id = ?1 AND c.person_id IN ",
        one_person!()
    );
    /// When anybody who shares an address with this person was last asked, themselves among them.
    BESIDE: practice = concat!(
        "SELECT MAX(s.asked_at) FROM (SELECT DISTINCT o.person_id FROM contact_point c \
         JOIN contact_point o ON o.practice_id = c.practice_id AND o.address_key = c.address_key \
         WHERE c.practice_id = ?1 AND c.person_id IN ",
        one_person!(),
        " LIMIT ?3) h JOIN survey s ON s.practice_id = ?1 AND s.person_id = h.person_id"
    );
    /// When anybody who belongs to a patient of this person was last asked.
    OF_PATIENTS: practice = concat!(
        "SELECT MAX(s.asked_at) FROM (SELECT DISTINCT o.person_id FROM relation r \
         JOIN relation o ON o.practice_id = r.practice_id AND o.patient_id = r.patient_id AND o.kind <> 'no_access' \
         WHERE r.practice_id = ?1 AND r.kind <> 'no_access' AND r.person_id IN ",
        one_person!(),
        " LIMIT ?3) h JOIN survey s ON s.practice_id = ?1 AND s.person_id = h.person_id"
    );
    /// When anybody was last asked about a patient.
    ABOUT: practice = "SELECT MAX(asked_at) FROM survey WHERE practice_id = ?1 AND patient_id = ?2 \
        AND patient_id IS NOT NULL";
    /// An address is not asked any more.
    REFUSE: practice = "INSERT INTO survey_refusal (practice_id, address_key, at) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, address_key) DO NOTHING";
    /// Whether an address is not asked any more.
    REFUSED: practice = "SELECT at FROM survey_refusal WHERE practice_id = ?1 AND address_key = ?2";
    /// Those whose letter went out since an instant, and who have not answered.
    WAITING: practice = "SELECT s.id FROM survey s \
        JOIN message m ON m.practice_id = s.practice_id AND m.id = s.message_id AND m.state IN ('sent', 'unknown') \
        LEFT JOIN survey_answer a ON a.practice_id = s.practice_id AND a.survey_id = s.id \
        WHERE s.practice_id = ?1 AND s.due_at >= ?2 AND a.id IS NULL ORDER BY s.due_at, s.id LIMIT ?3";
    /// How many letters of a span went out, and how many of them were answered; of one location, doctor or door where
    /// these are said.
    RATE: practice = "SELECT count(*), count(a.id) FROM survey s \
        JOIN message m ON m.practice_id = s.practice_id AND m.id = s.message_id \
        LEFT JOIN survey_answer a ON a.practice_id = s.practice_id AND a.survey_id = s.id \
        WHERE s.practice_id = ?1 AND s.due_at >= ?2 AND s.due_at < ?3 AND m.state IN ('sent', 'unknown') \
        AND (s.location_id = ?4 OR ?4 IS NULL) AND s.doctor = COALESCE(?5, s.doctor) AND s.door = COALESCE(?6, s.door) \
        AND CAST(?7 AS TEXT) IS NULL";
}

/// Somebody who is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its id.
    pub id: SurveyId,
    /// What came before.
    pub occasion: Occasion,
    /// Which of them: a request's or a visit's id.
    pub subject: [u8; 16],
    /// Who.
    pub person: PersonId,
    /// About whom, where that is known.
    pub patient: Option<PatientId>,
    /// The key of the address.
    pub address_key: String,
    /// Whether it was about something sensitive.
    pub sensitive: bool,
    /// BCP 47.
    pub language: String,
    /// Where it was.
    pub location: Option<LocationId>,
    /// With which doctor; empty for none.
    pub doctor: String,
    /// The way the request came in; empty for a visit.
    pub door: String,
    /// When it was decided.
    pub asked_at: Time,
}

/// Which answers are looked at; nothing is asked where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A location's.
    pub location: Option<LocationId>,
    /// A doctor's.
    pub doctor: Option<String>,
    /// Those of requests that came in by this door.
    pub door: Option<String>,
    /// Those of a group that a file named.
    pub label: Option<String>,
}

impl Filter {
    /// Whether it asks for nothing.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// Asks somebody, by a letter that goes out then; `false` if they were asked for this already.
pub fn insert(
    tx: &mut PracticeTx<'_>,
    survey: &Survey,
    (message, due_at): (MessageId, Time),
) -> Result<bool, StoreError> {
    let values = params![
        survey.id,
        survey.occasion.as_str(),
        survey.subject,
        survey.person,
        survey.patient,
        survey.address_key.as_str(),
        message,
        survey.sensitive,
        survey.language.as_str(),
        survey.location,
        survey.doctor.as_str(),
        survey.door.as_str(),
        survey.asked_at,
        due_at
    ];
    Ok(tx.execute(&INSERT, values)? == 1)
}

/// One who was asked.
pub fn find(tx: &mut PracticeTx<'_>, id: SurveyId) -> Result<Option<Survey>, StoreError> {
    tx.query_opt(&FIND, params![id])?.as_ref().map(read).transpose()
}

/// The one whom a letter asks.
pub fn of_message(tx: &mut PracticeTx<'_>, message: MessageId) -> Result<Option<Survey>, StoreError> {
    let row = tx.query_opt(&OF_MESSAGE, params![message])?;
    row.as_ref().map(read).transpose()
}

/// The one who was asked after this.
pub fn of_subject(
    tx: &mut PracticeTx<'_>,
    (occasion, subject): (Occasion, [u8; 16]),
) -> Result<Option<Survey>, StoreError> {
    let row = tx.query_opt(&OF_SUBJECT, params![occasion.as_str(), subject])?;
    row.as_ref().map(read).transpose()
}

/// When anybody of a person's household was asked last: who shares an address or a patient with them, or whoever was asked
/// about the same patient.
pub fn household_asked_at(
    tx: &mut PracticeTx<'_>,
    person: PersonId,
    patient: Option<PatientId>,
) -> Result<Option<Time>, StoreError> {
    let at_addresses: Option<Time> = tx.query_one(&AT_ADDRESSES, params![person])?.get(0)?;
    let beside: Option<Time> = tx
        .query_one(&BESIDE, params![person, limits::HOUSEHOLD])?
        .get(0)?;
    let of_patients: Option<Time> = tx
        .query_one(&OF_PATIENTS, params![person, limits::HOUSEHOLD])?
        .get(0)?;
    let about: Option<Time> = match patient {
        Some(patient) => tx.query_one(&ABOUT, params![patient])?.get(0)?,
        None => None,
    };
    Ok(at_addresses.max(beside).max(of_patients).max(about))
}

/// An address is not asked any more.
pub fn refuse(tx: &mut PracticeTx<'_>, address_key: &str, at: Time) -> Result<(), StoreError> {
    tx.execute(&REFUSE, params![address_key, at]).map(drop)
}

/// Whether an address is not asked any more.
pub fn refused(tx: &mut PracticeTx<'_>, address_key: &str) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&REFUSED, params![address_key])?.is_some())
}

/// Those whose letter went out since an instant and who have not answered, the first first.
pub fn waiting(tx: &mut PracticeTx<'_>, since: Time, limit: i64) -> Result<Vec<SurveyId>, StoreError> {
    let rows = tx.query(&WAITING, params![since, limit])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// How many were asked in [from, to), and how many of them answered.
pub fn rate(
    tx: &mut PracticeTx<'_>,
    (from, to): (Time, Time),
    filter: &Filter,
) -> Result<(i64, i64), StoreError> {
    let values = params![
        from,
        to,
        filter.location,
        filter.doctor.as_deref(),
        filter.door.as_deref(),
        filter.label.as_deref()
    ];
    let row = tx.query_one(&RATE, values)?;
    Ok((row.get(0)?, row.get(1)?))
}

fn read(row: &Row) -> Result<Survey, StoreError> {
    Ok(Survey {
        id: row.get(0)?,
        occasion: word(row, 1)?,
        subject: row.get(2)?,
        person: row.get(3)?,
        patient: row.get(4)?,
        address_key: row.get(5)?,
        sensitive: row.get(6)?,
        language: row.get(7)?,
        location: row.get(8)?,
        doctor: row.get(9)?,
        door: row.get(10)?,
        asked_at: row.get(11)?,
    })
}
