//! Places, the points of locations and the doctors of the practice's pages, as rows.

use anteroom_core::Time;
use anteroom_core::ids::{LocationId, MemberId, PracticeId};
use anteroom_core::limits;
use anteroom_core::places::Point;

use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, SystemTx, params};

queries! {
    /// A place as a table tells it: a new one, or other facts of one that was here. One that is as it was stays untouched.
    PUT: practice = "INSERT INTO place (practice_id, external_id, name, address, postal, phone, timezone, latitude, \
        longitude, hours, said, note, suspended, told_at, digest) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) \
        ON CONFLICT (practice_id, external_id) DO UPDATE SET name = excluded.name, address = excluded.address, \
        postal = excluded.postal, phone = excluded.phone, timezone = excluded.timezone, latitude = excluded.latitude, \
        longitude = excluded.longitude, hours = excluded.hours, said = excluded.said, note = excluded.note, \
        suspended = excluded.suspended, told_at = excluded.told_at, digest = excluded.digest \
        WHERE place.digest <> excluded.digest";
    /// Where all places on offer are; read from the index alone.
    POINTS: practice = "SELECT external_id, latitude, longitude FROM place WHERE practice_id = ?1 \
        AND latitude IS NOT NULL AND suspended = 0 LIMIT ?2";
    /// One place.
    ONE: practice = "SELECT external_id, name, address, postal, phone, timezone, latitude, longitude, hours, said, note, \
        suspended, told_at, digest FROM place WHERE practice_id = ?1 AND external_id = ?2";
    /// How many there are, and since when the oldest of them was told.
    COUNT: practice = "SELECT count(*), min(told_at) FROM place WHERE practice_id = ?1";
    /// Whether there is any.
    ANY: practice = "SELECT 1 FROM place WHERE practice_id = ?1 LIMIT 1";
    /// Where the locations in use are, where somebody said so.
    LOCATION_POINTS: practice = "SELECT p.location_id, p.latitude, p.longitude FROM location_point p \
        JOIN location l ON l.practice_id = p.practice_id AND l.id = p.location_id \
        WHERE p.practice_id = ?1 AND l.retired_at IS NULL";
    /// Where a location is.
    PUT_LOCATION_POINT: practice = "INSERT INTO location_point (practice_id, location_id, latitude, longitude) \
        VALUES (?1, ?2, ?3, ?4) ON CONFLICT (practice_id, location_id) DO UPDATE SET latitude = excluded.latitude, \
        longitude = excluded.longitude";
    /// Nobody says any more where it is.
    DELETE_LOCATION_POINT: practice = "DELETE FROM location_point WHERE practice_id = ?1 AND location_id = ?2";
    /// The doctors of the pages who work here, by name.
    DOCTORS: practice = "SELECT d.member_id, m.name, d.title, d.languages, d.accepting FROM doctor d \
        JOIN member m ON m.practice_id = d.practice_id AND m.id = d.member_id \
        WHERE d.practice_id = ?1 AND m.ended_at IS NULL ORDER BY m.name, d.member_id LIMIT ?2";
    /// Whether there is any.
    ANY_DOCTOR: practice = "SELECT 1 FROM doctor d JOIN member m ON m.practice_id = d.practice_id AND m.id = d.member_id \
        WHERE d.practice_id = ?1 AND m.ended_at IS NULL LIMIT 1";
    /// What stands of the doctors.
    DOCTOR_WORDS: practice = "SELECT member_id, language, words FROM doctor_words WHERE practice_id = ?1 \
        ORDER BY member_id, language LIMIT ?2";
    /// Somebody becomes a doctor of the pages, or other things stand of them.
    PUT_DOCTOR: practice = "INSERT INTO doctor (practice_id, member_id, title, languages, accepting) \
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practice_id, member_id) DO UPDATE SET title = excluded.title, \
        languages = excluded.languages, accepting = excluded.accepting";
    /// What stands of a doctor in a language.
    PUT_DOCTOR_WORDS: practice = "INSERT INTO doctor_words (practice_id, member_id, language, words) \
        VALUES (?1, ?2, ?3, ?4) ON CONFLICT (practice_id, member_id, language) DO UPDATE SET words = excluded.words";
    /// Somebody is named by the pages no more; their words go with them.
    DELETE_DOCTOR: practice = "DELETE FROM doctor WHERE practice_id = ?1 AND member_id = ?2";
    /// When the practice was founded: facts that nobody changed since are as old.
    FOUNDED: system = "SELECT created_at FROM practice WHERE id = ?1";
}

/// The row of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its key in the table that it came with.
    pub external_id: String,
    /// Its name.
    pub name: String,
    /// One line.
    pub address: String,
    /// Its postal code; may be empty.
    pub postal: String,
    /// Its phone; may be empty.
    pub phone: String,
    /// IANA zone; empty where it isn't known.
    pub timezone: String,
    /// Where it is; nothing where that isn't known.
    pub point: Option<Point>,
    /// The hours that are known, in their compact form.
    pub hours: String,
    /// The days of which nobody can tell, with their words.
    pub said: String,
    /// What it says of its hours besides.
    pub note: String,
    /// Whether it is closed for the time being.
    pub suspended: bool,
    /// When all this was told.
    pub told_at: Time,
    /// Of the row of the table.
    pub digest: [u8; 32],
}

impl Place {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let (latitude, longitude): (Option<i64>, Option<i64>) = (row.get(6)?, row.get(7)?);
        Ok(Self {
            external_id: row.get(0)?,
            name: row.get(1)?,
            address: row.get(2)?,
            postal: row.get(3)?,
            phone: row.get(4)?,
            timezone: row.get(5)?,
            point: latitude
                .zip(longitude)
                .and_then(|(north, east)| Point::from_units(north, east)),
            hours: row.get(8)?,
            said: row.get(9)?,
            note: row.get(10)?,
            suspended: row.get(11)?,
            told_at: row.get(12)?,
            digest: row.get(13)?,
        })
    }
}

/// Writes places; of each, whether it was new or different.
pub fn put(tx: &mut PracticeTx<'_>, places: &[Place]) -> Result<Vec<bool>, StoreError> {
    let row = |place: &Place| {
        let (latitude, longitude) = place.point.map(Point::units).unzip();
        let values = params![
            &place.external_id,
            &place.name,
            &place.address,
            &place.postal,
            &place.phone,
            &place.timezone,
            latitude,
            longitude,
            &place.hours,
            &place.said,
            &place.note,
            place.suspended,
            place.told_at,
            place.digest
        ];
        (&PUT, values)
    };
    let written = tx.execute_batch(places.iter().map(row).collect())?;
    Ok(written.into_iter().map(|rows| rows == 1).collect())
}

/// The points of all places on offer, with their keys; at most [`limits::PLACES`].
pub fn points(tx: &mut PracticeTx<'_>) -> Result<Vec<(String, Point)>, StoreError> {
    let most = i64::try_from(limits::PLACES).unwrap_or(i64::MAX);
    let read = |row: &Row| Ok((row.get(0)?, point(row, 1)?));
    tx.query(&POINTS, params![most])?.iter().map(read).collect()
}

fn point(row: &Row, column: usize) -> Result<Point, StoreError> {
    Point::from_units(row.get(column)?, row.get(column + 1)?)
        .ok_or_else(|| StoreError::Wrong("a point".to_owned()))
}

/// The place with that key.
pub fn one(tx: &mut PracticeTx<'_>, external_id: &str) -> Result<Option<Place>, StoreError> {
    let found = tx.query_opt(&ONE, params![external_id])?;
    found.as_ref().map(Place::read).transpose()
}

/// How many places there are, and when the one that was told the longest ago was told.
pub fn count(tx: &mut PracticeTx<'_>) -> Result<(i64, Option<Time>), StoreError> {
    let row = tx.query_one(&COUNT, params![])?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Whether there is any place.
pub fn any(tx: &mut PracticeTx<'_>) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&ANY, params![])?.is_some())
}

/// Where the locations in use are, where somebody said so.
pub fn location_points(tx: &mut PracticeTx<'_>) -> Result<Vec<(LocationId, Point)>, StoreError> {
    let read = |row: &Row| Ok((row.get(0)?, point(row, 1)?));
    tx.query(&LOCATION_POINTS, params![])?.iter().map(read).collect()
}

/// Says where a location is, or no more.
pub fn put_location_point(
    tx: &mut PracticeTx<'_>,
    id: LocationId,
    point: Option<Point>,
) -> Result<(), StoreError> {
    match point.map(Point::units) {
        Some((latitude, longitude)) => tx.execute(&PUT_LOCATION_POINT, params![id, latitude, longitude]),
        None => tx.execute(&DELETE_LOCATION_POINT, params![id]),
    }
    .map(drop)
}

/// A doctor of the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doctor {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What stands after it, such as "MD, FAAP"; may be empty.
    pub title: String,
    /// The languages they speak, as tags.
    pub languages: Vec<String>,
    /// Whether they take new patients.
    pub accepting: bool,
    /// What stands of them, by language.
    pub words: Vec<(String, String)>,
}

/// Languages of the pages, at most.
const LANGUAGES: i64 = 10;

/// The doctors of the pages, by name.
pub fn doctors(tx: &mut PracticeTx<'_>) -> Result<Vec<Doctor>, StoreError> {
    let mut doctors = Vec::new();
    for row in tx.query(&DOCTORS, params![limits::DOCTORS])? {
        let languages: String = row.get(3)?;
        doctors.push(Doctor {
            member: row.get(0)?,
            name: row.get(1)?,
            title: row.get(2)?,
            languages: languages.split_whitespace().map(str::to_owned).collect(),
            accepting: row.get(4)?,
            words: Vec::new(),
        });
    }
    for row in tx.query(&DOCTOR_WORDS, params![limits::DOCTORS * LANGUAGES])? {
        let of: MemberId = row.get(0)?;
        if let Some(doctor) = doctors.iter_mut().find(|doctor| doctor.member == of) {
            doctor.words.push((row.get(1)?, row.get(2)?));
        }
    }
    Ok(doctors)
}

/// Whether the pages name any doctor.
pub fn any_doctor(tx: &mut PracticeTx<'_>) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&ANY_DOCTOR, params![])?.is_some())
}

/// Names somebody on the pages, or says other things of them.
pub fn put_doctor(tx: &mut PracticeTx<'_>, doctor: &Doctor) -> Result<(), StoreError> {
    let languages = doctor.languages.join(" ");
    let values = params![doctor.member, &doctor.title, &languages, doctor.accepting];
    tx.execute(&PUT_DOCTOR, values)?;
    let words = doctor
        .words
        .iter()
        .map(|(language, words)| params![doctor.member, language, words]);
    tx.execute_many(&PUT_DOCTOR_WORDS, words).map(drop)
}

/// Names somebody no more.
pub fn delete_doctor(tx: &mut PracticeTx<'_>, member: MemberId) -> Result<(), StoreError> {
    tx.execute(&DELETE_DOCTOR, params![member]).map(drop)
}

/// When the practice was founded.
pub fn founded(tx: &mut SystemTx<'_>, id: PracticeId) -> Result<Time, StoreError> {
    tx.query_one(&FOUNDED, params![id])?.get(0)
}
