//! Changes of settings: written with what was changed, read again as a list, and the version by which two who change one
//! thing at once notice each other.

pub use anteroom_store::audit::{By, Change, Noun};

use anteroom_core::ids::{AuditId, MemberId};
use anteroom_core::limits;
use anteroom_store::audit::{self, Changed};
use anteroom_store::{PracticeTx, StoreError};

use crate::failure::Overtaken;
use crate::practices::Practice;
use crate::{App, Failure};

/// Whose hand makes a change, and which version of it they saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    /// Who.
    pub by: By,
    /// The version that they saw; with none, as by command, the last write counts.
    pub seen: Option<String>,
}

impl Hand {
    /// Somebody with the command line.
    pub const fn operator() -> Self {
        Self {
            by: By::Operator,
            seen: None,
        }
    }

    /// A member with a form that carries the version they saw.
    pub fn member(id: MemberId, seen: &str) -> Self {
        Self {
            by: By::Member(id),
            seen: Some(seen.to_owned()),
        }
    }

    /// A member with a press that was made of no form, such as to move one of a list up.
    pub const fn plain(id: MemberId) -> Self {
        Self {
            by: By::Member(id),
            seen: None,
        }
    }

    /// Who, as settings keep them.
    pub(crate) const fn who(&self) -> Option<MemberId> {
        match self.by {
            By::Member(id) => Some(id),
            By::Operator | By::System => None,
        }
    }
}

/// Which one of a noun is set.
pub(crate) type Of = (Noun, [u8; 16]);

/// Writes each field that differs: its name, its value before and after. A secret is told as "set" or nothing.
pub(crate) fn note(
    app: &App,
    tx: &mut PracticeTx<'_>,
    by: By,
    (noun, of): Of,
    fields: &[(&str, &str, &str)],
) -> Result<(), StoreError> {
    for &(field, before, after) in fields {
        let change = Changed {
            noun,
            of,
            field,
            before,
            after,
        };
        audit::changed(tx, (app.id(), app.now()), by, &change)?;
    }
    Ok(())
}

/// Which change of a setting was the last: a form carries it, so that who saves says what they saw.
pub(crate) fn version(tx: &mut PracticeTx<'_>, (noun, of): Of) -> Result<String, StoreError> {
    let last = audit::last_changed(tx, noun, of)?;
    Ok(last.map_or_else(String::new, |last| last.id.to_string()))
}

/// Fails if somebody changed the setting after the version that was seen.
pub(crate) fn hold(tx: &mut PracticeTx<'_>, (noun, of): Of, hand: &Hand) -> Result<(), Failure> {
    let Some(seen) = &hand.seen else {
        return Ok(());
    };
    match audit::last_changed(tx, noun, of)? {
        Some(last) if last.id.to_string() != *seen => Err(Failure::Overtaken(Overtaken {
            name: last.name,
            at: last.at,
        })),
        _ => Ok(()),
    }
}

/// A page of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The last first.
    pub rows: Vec<Change>,
    /// The key of the next page, if there is one.
    pub next: Option<AuditId>,
}

/// The changes made before one, or the last ones; of one noun, if one is named.
pub async fn list(
    app: &App,
    practice: &Practice,
    noun: Option<Noun>,
    before: Option<AuditId>,
) -> Result<Changes, Failure> {
    let practice = app.store.practice(practice.id);
    let before = before.unwrap_or(AuditId([0xff; 16]));
    let mut rows = practice
        .read(move |tx| audit::changes(tx, noun, before, limits::PAGE_ROWS + 1))
        .await?;
    let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    let next = rows.last().filter(|_| more).map(|row| row.id);
    Ok(Changes { rows, next })
}
