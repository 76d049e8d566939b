//! People who ask, and how they are reached. A person who was joined to another keeps every row: whoever reads of one reads
//! of both, by `id = ? OR merged_into = ?`.

pub mod patients;
pub mod relations;
pub mod search;

use anteroom_core::ids::{ContactPointId, PatientId, PersonId};
use anteroom_core::people::System;
use anteroom_core::people::joining::Known;
use anteroom_core::{Time, limits};

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A new person.
    INSERT: practice = "INSERT INTO person (practice_id, id, name, name_key, language, interpreter, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// A new address of a person.
    INSERT_CONTACT: practice = "INSERT INTO contact_point (practice_id, id, person_id, system, address, address_key, \
        confidential, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) \
        ON CONFLICT (practice_id, person_id, system, address_key) DO NOTHING";
    /// Who had this address and this name, or whom they were joined to: a hint. An address may be many people's, a name is
    /// asked, too.
    BY_ADDRESS: practice = "SELECT COALESCE(p.merged_into, p.id) FROM contact_point c \
        JOIN person p ON p.practice_id = c.practice_id AND p.id = c.person_id \
        WHERE c.practice_id = ?1 AND c.address_key = ?2 AND c.system = ?3 AND p.name_key = ?4 \
        ORDER BY p.id LIMIT 1";
    /// How a person is reached, with what came with those who were joined to them.
    POINTS: practice = "SELECT c.id, c.system, c.address, c.address_key, c.confidential FROM contact_point c \
        JOIN person p ON p.practice_id = c.practice_id AND p.id = c.person_id \
        WHERE c.practice_id = ?1 AND (p.id = ?2 OR p.merged_into = ?2) ORDER BY c.id LIMIT ?3";
    /// How many they have.
    COUNT_POINTS: practice = "SELECT count(*) FROM contact_point WHERE practice_id = ?1 AND person_id = ?2";
    /// Another address in the place of one; nothing if the person has it already.
    UPDATE_POINT: practice = "UPDATE contact_point SET system = ?3, address = ?4, address_key = ?5, confidential = ?6 \
        WHERE practice_id = ?1 AND id = ?2 AND NOT EXISTS (SELECT 1 FROM contact_point o WHERE o.practice_id = ?1 \
        AND o.person_id = contact_point.person_id AND o.system = ?3 AND o.address_key = ?5 AND o.id <> ?2)";
    /// An address is gone.
    DELETE_POINT: practice = "DELETE FROM contact_point WHERE practice_id = ?1 AND id = ?2";
    /// How many others have the address, bounded; those who are one count once.
    SHARED: practice = "SELECT count(*) FROM (SELECT DISTINCT COALESCE(p.merged_into, p.id) FROM contact_point c \
        JOIN person p ON p.practice_id = c.practice_id AND p.id = c.person_id \
        WHERE c.practice_id = ?1 AND c.address_key = ?2 AND c.system = ?3 \
        AND COALESCE(p.merged_into, p.id) <> ?4 LIMIT ?5) a";
    /// A person.
    FIND: practice = "SELECT id, name, language, interpreter, version, created_at, merged_into FROM person \
        WHERE practice_id = ?1 AND id = ?2";
    /// Those who were joined to a person.
    JOINED: practice = "SELECT id, name, language, interpreter, version, created_at, merged_into FROM person \
        WHERE practice_id = ?1 AND merged_into = ?2 ORDER BY id LIMIT ?3";
    /// Another name, language or need; nothing if it is not the version that was seen.
    UPDATE: practice = "UPDATE person SET version = person.version + 1, name = ?4, name_key = ?5, language = ?6, \
        interpreter = ?7 WHERE practice_id = ?1 AND id = ?2 AND version = ?3";
    /// Joined to another, or parted again; nothing if it was done before.
    JOIN: practice = "UPDATE person SET version = person.version + 1, merged_into = ?3 \
        WHERE practice_id = ?1 AND id = ?2 AND merged_into IS NULL";
    /// Parted again.
    PART: practice = "UPDATE person SET version = person.version + 1, merged_into = NULL \
        WHERE practice_id = ?1 AND id = ?2 AND merged_into = ?3";
    /// Which patients somebody is.
    SELVES: practice = "SELECT r.patient_id FROM relation r JOIN person p ON p.practice_id = r.practice_id \
        AND p.id = r.person_id WHERE r.practice_id = ?1 AND (p.id = ?2 OR p.merged_into = ?2) AND r.kind = 'self' \
        ORDER BY r.patient_id LIMIT ?3";
    /// Whether a request of one of two people was joined to one of the other's.
    SHARE: practice = "SELECT a.id FROM request a JOIN request b ON b.practice_id = a.practice_id \
        AND b.id = a.merged_into WHERE a.practice_id = ?1 AND a.merged_into IS NOT NULL \
        AND ((a.person_id = ?3 AND b.person_id <> ?3) OR (b.person_id = ?3 AND a.person_id <> ?3)) \
        AND a.person_id IN (SELECT id FROM person WHERE practice_id = ?1 AND (id = ?2 OR merged_into = ?2)) LIMIT 1";
    /// Others of the same name or at the same address: they may be one with this person.
    ALIKE: practice = "SELECT o.id, o.name, o.language, o.interpreter, o.version, o.created_at, o.merged_into \
        FROM person o WHERE o.practice_id = ?1 AND o.id <> ?2 AND o.merged_into IS NULL AND o.id IN \
        (SELECT c.person_id FROM contact_point m JOIN contact_point c ON c.practice_id = m.practice_id \
        AND c.address_key = m.address_key AND c.system = m.system WHERE m.practice_id = ?1 AND m.person_id = ?2) \
        ORDER BY o.name_key, o.id LIMIT ?3";
}

/// A person to add.
#[derive(Debug, Clone, Copy)]
pub struct NewPerson<'a> {
    /// Their id.
    pub id: PersonId,
    /// Their name as they typed it.
    pub name: &'a str,
    /// The key by which it is found again.
    pub name_key: &'a str,
    /// BCP 47.
    pub language: &'a str,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// Since when they are known.
    pub created_at: Time,
}

/// An address to add or to find.
#[derive(Debug, Clone, Copy)]
pub struct Address<'a> {
    /// What it is.
    pub system: System,
    /// As it was typed.
    pub address: &'a str,
    /// The key by which it is found again.
    pub key: &'a str,
}

/// A person as the desk sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// BCP 47.
    pub language: String,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// Counts the changes of these.
    pub version: i64,
    /// Since when they are known.
    pub created_at: Time,
    /// Whom they were joined to.
    pub joined_to: Option<PersonId>,
}

/// How a person is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its id.
    pub id: ContactPointId,
    /// What it is.
    pub system: System,
    /// As it was typed.
    pub address: String,
    /// The key by which it is found again.
    pub key: String,
    /// Whether the person asked to be reached so and not otherwise.
    pub confidential: bool,
}

/// Adds a person, with the words by which they are found.
pub fn insert(tx: &mut PracticeTx<'_>, person: &NewPerson<'_>) -> Result<(), StoreError> {
    let NewPerson {
        id,
        name,
        name_key,
        language,
        interpreter,
        created_at,
    } = *person;
    let mut batch = vec![(
        &INSERT,
        params![id, name, name_key, language, interpreter, created_at],
    )];
    batch.extend(search::words("person", id.bytes(), name));
    tx.execute_batch(batch).map(drop)
}

/// Adds an address to a person; `false` if they have it.
pub fn add_contact(
    tx: &mut PracticeTx<'_>,
    id: ContactPointId,
    person: PersonId,
    address: &Address<'_>,
    at: Time,
) -> Result<bool, StoreError> {
    add_point(tx, id, person, (address, false), at)
}

/// The same, and whether the person asked to be reached so and not otherwise.
pub fn add_point(
    tx: &mut PracticeTx<'_>,
    id: ContactPointId,
    person: PersonId,
    (address, confidential): (&Address<'_>, bool),
    at: Time,
) -> Result<bool, StoreError> {
    let system = address.system.as_str();
    let values = params![id, person, system, address.address, address.key, confidential, at];
    Ok(tx.execute(&INSERT_CONTACT, values)? == 1)
}

/// How many addresses a person has.
pub fn count_points(tx: &mut PracticeTx<'_>, person: PersonId) -> Result<i64, StoreError> {
    tx.query_one(&COUNT_POINTS, params![person])?.get(0)
}

/// Puts another address in the place of one; `false` if it is gone, or the person has that one already.
pub fn update_point(
    tx: &mut PracticeTx<'_>,
    id: ContactPointId,
    address: &Address<'_>,
    confidential: bool,
) -> Result<bool, StoreError> {
    let system = address.system.as_str();
    let values = params![id, system, address.address, address.key, confidential];
    Ok(tx.execute(&UPDATE_POINT, values)? == 1)
}

/// Removes an address; `false` if it is gone.
pub fn remove_point(tx: &mut PracticeTx<'_>, id: ContactPointId) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE_POINT, params![id])? == 1)
}

/// The person of that name who had this address: a hint, never proof.
pub fn by_address(
    tx: &mut PracticeTx<'_>,
    address: &Address<'_>,
    name_key: &str,
) -> Result<Option<PersonId>, StoreError> {
    let row = tx.query_opt(
        &BY_ADDRESS,
        params![address.key, address.system.as_str(), name_key],
    )?;
    row.map(|row| row.get(0)).transpose()
}

/// How a person is reached, with what came with those who were joined to them. Which of these may be used core decides
/// ([`anteroom_core::people::usable`]).
pub fn points(tx: &mut PracticeTx<'_>, person: PersonId) -> Result<Vec<Point>, StoreError> {
    let most = limits::CONTACTS * (limits::JOINED + 1);
    let rows = tx.query(&POINTS, params![person, most])?;
    rows.iter()
        .map(|row| {
            Ok(Point {
                id: row.get(0)?,
                system: word(row, 1)?,
                address: row.get(2)?,
                key: row.get(3)?,
                confidential: row.get(4)?,
            })
        })
        .collect()
}

/// How many other people use an address, at most [`limits::SHARED`].
pub fn shared(tx: &mut PracticeTx<'_>, point: &Point, person: PersonId) -> Result<i64, StoreError> {
    let values = params![point.key.as_str(), point.system.as_str(), person, limits::SHARED];
    tx.query_one(&SHARED, values)?.get(0)
}

/// A person.
pub fn find(tx: &mut PracticeTx<'_>, id: PersonId) -> Result<Option<Person>, StoreError> {
    tx.query_opt(&FIND, params![id])?.as_ref().map(read).transpose()
}

/// The person whom somebody is: themselves, or whom they were joined to.
pub fn root(tx: &mut PracticeTx<'_>, id: PersonId) -> Result<PersonId, StoreError> {
    Ok(find(tx, id)?.and_then(|person| person.joined_to).unwrap_or(id))
}

/// Those who were joined to a person.
pub fn joined(tx: &mut PracticeTx<'_>, id: PersonId) -> Result<Vec<Person>, StoreError> {
    tx.query(&JOINED, params![id, limits::JOINED])?
        .iter()
        .map(read)
        .collect()
}

/// Others at the same address: they may be one with this person.
pub fn alike(tx: &mut PracticeTx<'_>, id: PersonId) -> Result<Vec<Person>, StoreError> {
    tx.query(&ALIKE, params![id, limits::CHOICES])?
        .iter()
        .map(read)
        .collect()
}

/// Puts right who somebody is; `false` if they are not as they were seen.
pub fn update(tx: &mut PracticeTx<'_>, seen: i64, person: &NewPerson<'_>) -> Result<bool, StoreError> {
    let NewPerson {
        id,
        name,
        name_key,
        language,
        interpreter,
        ..
    } = *person;
    let values = params![id, seen, name, name_key, language, interpreter];
    if tx.execute(&UPDATE, values)? != 1 {
        return Ok(false);
    }
    search::name_again(tx, "person", id.bytes(), name)?;
    Ok(true)
}

/// A person as far as joining asks.
pub fn known(tx: &mut PracticeTx<'_>, id: PersonId) -> Result<Option<Known>, StoreError> {
    let Some(person) = find(tx, id)? else {
        return Ok(None);
    };
    let has_joined = !joined(tx, id)?.is_empty();
    let selves = tx.query(&SELVES, params![id, limits::RELATIONS])?;
    let selves: Result<Vec<PatientId>, _> = selves.iter().map(|row| row.get(0)).collect();
    Ok(Some(Known {
        id,
        joined_to: person.joined_to,
        has_joined,
        selves: selves?,
    }))
}

/// Joins a person to another; `false` if they were joined meanwhile.
pub fn join(tx: &mut PracticeTx<'_>, joins: PersonId, stays: PersonId) -> Result<bool, StoreError> {
    Ok(tx.execute(&JOIN, params![joins, stays])? == 1)
}

/// Parts them again; `false` if they were parted meanwhile.
pub fn part(tx: &mut PracticeTx<'_>, joined: PersonId, stays: PersonId) -> Result<bool, StoreError> {
    Ok(tx.execute(&PART, params![joined, stays])? == 1)
}

/// Whether a request of the one who was joined is one with a request of the others of that person.
pub fn share_requests(
    tx: &mut PracticeTx<'_>,
    stays: PersonId,
    joined: PersonId,
) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&SHARE, params![stays, joined])?.is_some())
}

fn read(row: &Row) -> Result<Person, StoreError> {
    Ok(Person {
        id: row.get(0)?,
        name: row.get(1)?,
        language: row.get(2)?,
        interpreter: row.get(3)?,
        version: row.get(4)?,
        created_at: row.get(5)?,
        joined_to: row.get(6)?,
    })
}
