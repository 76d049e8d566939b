//! The audit: who did what to which row. Written with what was done, never changed.
//!
//! It has two shapes. A [`Deed`] is about any row and holds ids and field names only, never a value. A [`Changed`] is about
//! a setting and holds the field's value before and after it; its noun is one of [`Noun`], the settings' own, none of which
//! is a patient's, so that no patient's data can get here by it. A setting that is secret is told as set or not, never as it
//! is. The last change of a setting is also its version: whoever saves a form says which one they saw.
//!
//! The columns of the hash chain are there; nothing seals it yet, so that who can write the database can change it.

use anteroom_core::ids::{AuditId, MemberId};
use anteroom_core::requests::Actor;
use anteroom_core::{Time, limits};

use crate::requests::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, Value, params};

queries! {
    /// A new row.
    INSERT: practice = "INSERT INTO audit (practice_id, id, at, actor, actor_id, action, noun, noun_id, fields) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    /// A new row about a setting.
    INSERT_CHANGED: practice = "INSERT INTO audit (practice_id, id, at, actor, actor_id, action, noun, noun_id, fields, \
        before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    /// The last change of one setting.
    LAST_CHANGED: practice = "SELECT a.id, a.at, a.actor, a.noun, a.fields, a.before, a.after, m.name, \
        a.noun_id FROM audit a LEFT JOIN member m ON m.practice_id = a.practice_id AND m.id = a.actor_id \
        WHERE a.practice_id = ?1 AND a.noun = ?2 AND a.noun_id = ?3 AND a.before IS NOT NULL \
        ORDER BY a.id DESC LIMIT 1";
    /// A page of the changes of all settings, the last first.
    CHANGES: practice = "SELECT a.id, a.at, a.actor, a.noun, a.fields, a.before, a.after, m.name, a.noun_id \
        FROM audit a LEFT JOIN member m ON m.practice_id = a.practice_id AND m.id = a.actor_id \
        WHERE a.practice_id = ?1 AND a.before IS NOT NULL AND a.id < ?2 ORDER BY a.id DESC LIMIT ?3";
    /// The same of one noun.
    CHANGES_OF: practice = "SELECT a.id, a.at, a.actor, a.noun, a.fields, a.before, a.after, m.name, a.noun_id \
        FROM audit a LEFT JOIN member m ON m.practice_id = a.practice_id AND m.id = a.actor_id \
        WHERE a.practice_id = ?1 AND a.noun = ?4 AND a.before IS NOT NULL AND a.id < ?2 ORDER BY a.id DESC LIMIT ?3";
}

/// What was done.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: Time,
    /// By whom.
    pub actor: Actor,
    /// What: a verb of the code.
    pub action: &'a str,
    /// To which noun.
    pub noun: &'a str,
    /// To which one of them.
    pub noun_id: Option<[u8; 16]>,
    /// Which fields: names, never values.
    pub fields: &'a str,
}

anteroom_core::words! {
    /// What can be set. None of them is a patient's: that is why their values may stand in the audit.
    Noun {
        /// The practice's own facts.
        Practice = "practice",
        /// A location.
        Location = "location",
        /// A phone line.
        Line = "line",
        /// The hours, closures and openings of a place.
        Hours = "hours",
        /// A kind of request.
        Kind = "kind",
        /// A doctor whom the website names.
        Doctor = "doctor",
        /// The places beside the practice's own.
        Place = "place",
        /// A team.
        Team = "team",
        /// Somebody who works here.
        Member = "member",
        /// The numbers of the promises.
        Promises = "promises",
        /// Texts and signatures.
        Words = "words",
        /// Who is rung when words of danger come.
        Emergency = "emergency",
        /// How the chart is opened.
        Chart = "chart",
        /// How mail is sent.
        Mail = "mail",
        /// Shifts, duties on call and answering services.
        Roster = "roster",
        /// How the phone system is connected.
        Phones = "phones",
        /// Who is asked whether they would recommend the practice.
        Surveys = "surveys",
    }
}

/// Who changes a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Somebody who works here.
    Member(MemberId),
    /// Somebody with the command line.
    Operator,
    /// The product itself.
    System,
}

impl By {
    const fn columns(self) -> (&'static str, Option<[u8; 16]>) {
        match self {
            Self::Member(id) => ("member", Some(id.bytes())),
            Self::Operator => ("operator", None),
            Self::System => ("system", None),
        }
    }
}

/// A change of one field of a setting.
#[derive(Debug, Clone, Copy)]
pub struct Changed<'a> {
    /// Of which noun.
    pub noun: Noun,
    /// Of which one; the practice's own id where it has but one.
    pub of: [u8; 16],
    /// Which field.
    pub field: &'a str,
    /// Its value before; empty if it had none.
    pub before: &'a str,
    /// Its value now; empty if it has none.
    pub after: &'a str,
}

/// A change as it is read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: Time,
    /// Who: `member`, `operator` or `system`.
    pub actor: String,
    /// The member's name; empty for others.
    pub name: String,
    /// Of which noun.
    pub noun: Noun,
    /// Of which one.
    pub of: [u8; 16],
    /// Which field.
    pub field: String,
    /// Its value before.
    pub before: String,
    /// Its value after.
    pub after: String,
}

impl Change {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            noun: word(row, 3)?,
            field: row.get(4)?,
            before: row.get(5)?,
            after: row.get(6)?,
            name: row.get::<Option<String>>(7)?.unwrap_or_default(),
            of: row.get(8)?,
        })
    }
}

/// The words and id of an actor, as events and audit keep them.
pub(crate) fn actor(actor: Actor) -> (&'static str, Option<[u8; 16]>) {
    match actor {
        Actor::Person(id) => ("person", Some(id.bytes())),
        Actor::Member(id) => ("member", Some(id.bytes())),
        Actor::System => ("system", None),
    }
}

/// The statement that writes a deed, for a batch.
pub(crate) fn statement(deed: &Deed<'_>) -> (&'static Sql, Vec<Value>) {
    let (who, who_id) = actor(deed.actor);
    let Deed {
        id,
        at,
        action,
        noun,
        noun_id,
        fields,
        ..
    } = *deed;
    (
        &INSERT,
        params![id, at, who, who_id, action, noun, noun_id, fields],
    )
}

/// Writes what somebody with the command line did to a member.
pub fn insert_operators(
    tx: &mut PracticeTx<'_>,
    id: AuditId,
    at: Time,
    action: &str,
    member: MemberId,
    fields: &str,
) -> Result<(), StoreError> {
    let nobody: Option<[u8; 16]> = None;
    let noun_id = Some(member.bytes());
    let values = params![id, at, "operator", nobody, action, "member", noun_id, fields];
    tx.execute(&INSERT, values).map(drop)
}

/// Writes a deed.
pub fn insert(tx: &mut PracticeTx<'_>, deed: &Deed<'_>) -> Result<(), StoreError> {
    let (sql, values) = statement(deed);
    tx.execute(sql, values).map(drop)
}

/// Writes a change of a setting; one that changes nothing is none. Values are cut at [`limits::AUDIT_VALUE`].
pub fn changed(
    tx: &mut PracticeTx<'_>,
    (id, at): (AuditId, Time),
    by: By,
    change: &Changed<'_>,
) -> Result<(), StoreError> {
    let Changed {
        noun,
        of,
        field,
        before,
        after,
    } = *change;
    if before == after {
        return Ok(());
    }
    let (who, who_id) = by.columns();
    let action = match (before.is_empty(), after.is_empty()) {
        (true, _) => "add",
        (_, true) => "end",
        _ => "set",
    };
    let [before, after] =
        [before, after].map(|value| -> String { value.chars().take(limits::AUDIT_VALUE).collect() });
    let values = params![
        id,
        at,
        who,
        who_id,
        action,
        noun.as_str(),
        Some(of),
        field,
        before,
        after
    ];
    tx.execute(&INSERT_CHANGED, values).map(drop)
}

/// The last change of one setting.
pub fn last_changed(tx: &mut PracticeTx<'_>, noun: Noun, of: [u8; 16]) -> Result<Option<Change>, StoreError> {
    tx.query_opt(&LAST_CHANGED, params![noun.as_str(), of])?
        .as_ref()
        .map(Change::read)
        .transpose()
}

/// Up to `limit` changes made before one, the last first; of one noun, if one is named.
pub fn changes(
    tx: &mut PracticeTx<'_>,
    noun: Option<Noun>,
    before: AuditId,
    limit: i64,
) -> Result<Vec<Change>, StoreError> {
    let rows = match noun {
        Some(noun) => tx.query(&CHANGES_OF, params![before, limit, noun.as_str()])?,
        None => tx.query(&CHANGES, params![before, limit])?,
    };
    rows.iter().map(Change::read).collect()
}
