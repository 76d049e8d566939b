//! People who ask, and how they are reached.

use anteroom_core::Time;
use anteroom_core::ids::{ContactPointId, PersonId};
use anteroom_core::people::System;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// A new person.
    INSERT: practice = "INSERT INTO person (practice_id, id, name, name_key, language, interpreter, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// A new address of a person.
    INSERT_CONTACT: practice = "INSERT INTO contact_point (practice_id, id, person_id, system, address, address_key, \
        created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// Who had this address and this name: a hint. An address may be many people's, a name is asked, too.
    BY_ADDRESS: practice = "SELECT p.id FROM contact_point c \
        JOIN person p ON p.practice_id = c.practice_id AND p.id = c.person_id \
        WHERE c.practice_id = ?1 AND c.address_key = ?2 AND c.system = ?3 AND p.name_key = ?4 \
        AND p.merged_into IS NULL ORDER BY p.id LIMIT 1";
    /// How a person is reached.
    CONTACTS: practice = "SELECT system, address FROM contact_point WHERE practice_id = ?1 AND person_id = ?2 \
        ORDER BY id LIMIT 20";
    /// Whether the person has the address already.
    HAS_CONTACT: practice = "SELECT id FROM contact_point WHERE practice_id = ?1 AND person_id = ?2 \
        AND address_key = ?3 AND system = ?4 LIMIT 1";
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

/// Adds a person.
pub fn insert(tx: &mut PracticeTx<'_>, person: &NewPerson<'_>) -> Result<(), StoreError> {
    let NewPerson {
        id,
        name,
        name_key,
        language,
        interpreter,
        created_at,
    } = *person;
    tx.execute(
        &INSERT,
        params![id, name, name_key, language, interpreter, created_at],
    )
    .map(drop)
}

/// Adds an address to a person, unless they have it.
pub fn add_contact(
    tx: &mut PracticeTx<'_>,
    id: ContactPointId,
    person: PersonId,
    address: &Address<'_>,
    at: Time,
) -> Result<(), StoreError> {
    let system = address.system.as_str();
    if tx
        .query_opt(&HAS_CONTACT, params![person, address.key, system])?
        .is_none()
    {
        let values = params![id, person, system, address.address, address.key, at];
        tx.execute(&INSERT_CONTACT, values)?;
    }
    Ok(())
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

/// How a person is reached: what, and the address.
pub fn contacts(tx: &mut PracticeTx<'_>, person: PersonId) -> Result<Vec<(String, String)>, StoreError> {
    tx.query(&CONTACTS, params![person])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}
