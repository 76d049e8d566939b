//! Relations: how a person belongs to a patient, from when until when, and what that opens or bars.
//!
//! Who may not have access by court order may not, whatever else is known of them. Nothing here trusts a typed name: only a
//! relation that a member verified can say whom a request is about.

use jiff::civil::Date;

use super::search::name_words;
use super::{Refusal, RelationKind};
use crate::access::{Right, Role};
use crate::ids::{PatientId, PersonId};

/// The age at which a child speaks for itself, in years: 18 in all but three states (AL, NE: 19; MS: 21), which set the date by
/// hand.
pub const OF_AGE: i16 = 18;

crate::words! {
    /// How a relation stands on a day; the first that holds wins over those after it.
    Standing {
        /// No access, by court order.
        Barred = "barred",
        /// A member verified it, and it has not ended.
        Verified = "verified",
        /// Somebody said so.
        Unverified = "unverified",
        /// It ended.
        Ended = "ended",
    }
}

/// A person's relation to a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// Who.
    pub person: PersonId,
    /// To whom.
    pub patient: PatientId,
    /// How.
    pub kind: RelationKind,
    /// Whether a member verified it.
    pub verified: bool,
    /// The first day on which it holds no more.
    pub valid_until: Option<Date>,
}

impl Relation {
    /// How it stands on a day of the practice. An order needs nobody's verification, and holds until its date, or for ever.
    pub fn standing(&self, today: Date) -> Standing {
        if self.valid_until.is_some_and(|until| until <= today) {
            Standing::Ended
        } else if self.kind == RelationKind::NoAccess {
            Standing::Barred
        } else if self.verified {
            Standing::Verified
        } else {
            Standing::Unverified
        }
    }
}

/// The 18th birthday. Who was born on a 29th of February is of age on the 1st of March: no day earlier than the law's latest
/// reading.
pub fn of_age(birth: Date) -> Option<Date> {
    let year = birth.year().checked_add(OF_AGE)?;
    let same_day = Date::new(year, birth.month(), birth.day()).ok();
    same_day.or_else(|| Date::new(year, 3, 1).ok())
}

/// When a relation ends if nobody says when: a parent's at the child's 18th birthday, every other not by itself.
pub fn usual_end(kind: RelationKind, birth: Option<Date>) -> Option<Date> {
    match kind {
        RelationKind::Parent => birth.and_then(of_age),
        RelationKind::Own | RelationKind::Guardian | RelationKind::Carer | RelationKind::NoAccess => None,
    }
}

/// Whether a member may put `new` (nothing: no relation) in the place of `old`. A court order is not lifted or shortened by a
/// slip at the front desk.
pub fn may_change(old: Option<&Relation>, new: Option<&Relation>, role: Role) -> Result<(), Refusal> {
    let Some(order) = old.filter(|old| old.kind == RelationKind::NoAccess) else {
        return Ok(());
    };
    let stands = new.is_some_and(|new| {
        new.kind == RelationKind::NoAccess
            && match (order.valid_until, new.valid_until) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(before), Some(after)) => after >= before,
            }
    });
    if stands || role.may(Right::Clinical) {
        Ok(())
    } else {
        Err(Refusal::OrderStands)
    }
}

/// Of several relations to one patient, which come with people who were joined, the one that counts.
pub fn strongest(relations: impl IntoIterator<Item = Relation>, today: Date) -> Option<Relation> {
    relations
        .into_iter()
        .min_by_key(|relation| (relation.standing(today), relation.kind))
}

/// Whom a new request is about by a verified rule: the one patient whom its person has, if a member verified the relation and
/// it has not ended. What was typed never names a patient; but where it speaks of somebody else the rule is silent.
pub fn by_rule(relations: &[(Relation, &str)], about: &str, today: Date) -> Option<PatientId> {
    let mut standing = relations
        .iter()
        .filter(|(relation, _)| relation.standing(today) != Standing::Ended);
    let (relation, name) = standing.next()?;
    if standing.any(|(other, _)| other.patient != relation.patient)
        || relations
            .iter()
            .any(|(other, _)| other.standing(today) == Standing::Barred)
        || relation.standing(today) != Standing::Verified
    {
        return None;
    }
    let (typed, known) = (name_words(about), name_words(name));
    let speaks_of_them = typed.is_empty() || typed.iter().any(|word| known.contains(word));
    speaks_of_them.then_some(relation.patient)
}

#[cfg(test)]
mod tests;
