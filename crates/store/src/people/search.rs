//! How people and patients are found: by the words of their names, their addresses, record numbers and birth dates. Which of
//! these was meant is core's to say.

use anteroom_core::Time;
use anteroom_core::ids::{PatientId, PersonId};
use anteroom_core::people::search::{Wanted, name_words, range_end};
use jiff::civil::Date;

use super::patients::{date, day};
use crate::requests::Statement;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, Value, params};

/// People and patients whose ids are among these, by name, a page of them.
macro_rules! found {
    ($people:literal, $patients:literal) => {
        concat!(
            "SELECT f.name_key, f.id, f.noun, f.name, f.merged_into, f.birth_date, f.record_number, \
             (SELECT r.number FROM request r WHERE r.practice_id = ?1 AND r.person_id = f.id ORDER BY r.id DESC LIMIT 1), \
             (SELECT r.opened_at FROM request r WHERE r.practice_id = ?1 AND r.person_id = f.id ORDER BY r.id DESC LIMIT 1) \
             FROM (SELECT p.name_key AS name_key, p.id AS id, 'person' AS noun, p.name AS name, \
             p.merged_into AS merged_into, NULL AS birth_date, NULL AS record_number FROM person p \
             WHERE p.practice_id = ?1 AND (p.name_key, p.id) > (?2, ?3) AND p.id IN (",
            $people,
            ") UNION ALL SELECT t.name_key, t.id, 'patient', t.name, NULL, t.birth_date, t.record_number FROM patient t \
             WHERE t.practice_id = ?1 AND (t.name_key, t.id) > (?2, ?3) AND t.id IN (",
            $patients,
            ") ORDER BY 1, 2 LIMIT ?4) f ORDER BY 1, 2"
        )
    };
}

queries! {
    /// A word of a name.
    INSERT_WORD: practice = "INSERT INTO name_word (practice_id, word, noun, noun_id) VALUES (?1, ?2, ?3, ?4) \
        ON CONFLICT (practice_id, word, noun, noun_id) DO NOTHING";
    /// A name is another.
    DELETE_WORDS: practice = "DELETE FROM name_word WHERE practice_id = ?1 AND noun_id = ?2";
    /// By the beginnings of up to three words of a name, each a range; or by a record number's.
    BY_WORDS: practice = found!(
        "SELECT a.noun_id FROM name_word a WHERE a.practice_id = ?1 AND a.noun = 'person' AND a.word >= ?5 AND a.word < ?6 \
         AND EXISTS (SELECT 1 FROM name_word b WHERE b.practice_id = ?1 AND b.noun_id = a.noun_id AND b.word >= ?7 \
         AND b.word < ?8) AND EXISTS (SELECT 1 FROM name_word c WHERE c.practice_id = ?1 AND c.noun_id = a.noun_id \
         AND c.word >= ?9 AND c.word < ?10)",
        "SELECT a.noun_id FROM name_word a WHERE a.practice_id = ?1 AND a.noun = 'patient' AND a.word >= ?5 AND a.word < ?6 \
         AND EXISTS (SELECT 1 FROM name_word b WHERE b.practice_id = ?1 AND b.noun_id = a.noun_id AND b.word >= ?7 \
         AND b.word < ?8) AND EXISTS (SELECT 1 FROM name_word c WHERE c.practice_id = ?1 AND c.noun_id = a.noun_id \
         AND c.word >= ?9 AND c.word < ?10) \
         UNION SELECT n.id FROM patient n WHERE n.practice_id = ?1 AND n.record_key >= ?11 AND n.record_key < ?12"
    );
    /// By the beginning of an address or number, with the patients of whoever has it; or by a record number's.
    BY_ADDRESS: practice = found!(
        "SELECT c.person_id FROM contact_point c WHERE c.practice_id = ?1 AND c.address_key >= ?5 AND c.address_key < ?6",
        "SELECT r.patient_id FROM contact_point c JOIN relation r ON r.practice_id = c.practice_id \
         AND r.person_id = c.person_id WHERE c.practice_id = ?1 AND c.address_key >= ?5 AND c.address_key < ?6 \
         UNION SELECT n.id FROM patient n WHERE n.practice_id = ?1 AND n.record_key >= ?7 AND n.record_key < ?8"
    );
    /// By a birth date, with the patient's people.
    BY_BIRTH: practice = found!(
        "SELECT r.person_id FROM patient b JOIN relation r ON r.practice_id = b.practice_id AND r.patient_id = b.id \
         WHERE b.practice_id = ?1 AND b.birth_date = ?5",
        "SELECT b.id FROM patient b WHERE b.practice_id = ?1 AND b.birth_date = ?5"
    );
}

/// Where a page starts: after this name and id.
pub type After = (String, [u8; 16]);

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where the next page starts after this row.
    pub after: After,
    /// Their name.
    pub name: String,
    /// Number and instant of what they asked last: it tells apart those of one name.
    pub asked: Option<(i64, Time)>,
    /// Who.
    pub who: Who,
}

/// Who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Somebody who asks, and whom they were joined to.
    Person(PersonId, Option<PersonId>),
    /// Somebody whom requests are about, with birth date and record number.
    Patient(PatientId, Option<Date>, Option<String>),
}

/// The statements that keep a name's words, for a batch.
pub fn words(noun: &'static str, id: [u8; 16], name: &str) -> Vec<Statement> {
    name_words(name)
        .into_iter()
        .map(|word| (&INSERT_WORD, params![word, noun, id]))
        .collect()
}

/// Keeps the words of another name.
pub(super) fn name_again(
    tx: &mut PracticeTx<'_>,
    noun: &'static str,
    id: [u8; 16],
    name: &str,
) -> Result<(), StoreError> {
    let mut batch: Vec<Statement> = vec![(&DELETE_WORDS, params![id])];
    batch.extend(words(noun, id, name));
    tx.execute_batch(batch).map(drop)
}

/// People and patients who are meant, by name, at most `limit` after `after`.
pub fn find(
    tx: &mut PracticeTx<'_>,
    wanted: &Wanted,
    after: &After,
    limit: i64,
) -> Result<Vec<Found>, StoreError> {
    let mut values = params![after.0.as_str(), after.1, limit];
    let sql = asked(wanted, &mut values);
    tx.query(sql, values)?.iter().map(read).collect()
}

fn asked(wanted: &Wanted, values: &mut Vec<Value>) -> &'static Sql {
    let mut range = |prefix: &str| values.extend(params![prefix, range_end(prefix)]);
    match wanted {
        Wanted::Words { words, record } => {
            // Fewer words than three ask the first again.
            for at in 0..3 {
                range(words.get(at).or(words.first()).map_or("", String::as_str));
            }
            range(record);
            &BY_WORDS
        }
        Wanted::Email(key) => {
            range(key);
            range("@");
            &BY_ADDRESS
        }
        Wanted::Number { digits, record } => {
            range(digits);
            range(record);
            &BY_ADDRESS
        }
        Wanted::Born(born) => {
            values.extend(params![day(*born)]);
            &BY_BIRTH
        }
    }
}

fn read(row: &Row) -> Result<Found, StoreError> {
    let id: [u8; 16] = row.get(1)?;
    let asked = row.get::<Option<i64>>(7)?.zip(row.get(8)?);
    let who = match row.get::<String>(2)?.as_str() {
        "person" => Who::Person(id.into(), row.get(4)?),
        _ => Who::Patient(id.into(), date(row, 5)?, row.get(6)?),
    };
    Ok(Found {
        after: (row.get(0)?, id),
        name: row.get(3)?,
        asked,
        who,
    })
}
