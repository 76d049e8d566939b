//! Two people who are one: which of them may be joined to which, and when that can be undone. Joining moves nothing; it only
//! says who somebody is, so that it can be unsaid.

use super::Refusal;
use crate::ids::{PatientId, PersonId};

/// A person as far as joining asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub id: PersonId,
    /// Whom they were joined to.
    pub joined_to: Option<PersonId>,
    /// Whether others were joined to them.
    pub has_joined: bool,
    /// Which patients they are themselves.
    pub selves: Vec<PatientId>,
}

/// Whether `other` may be joined to `stays`. One step, never a chain: whoever is joined has nobody joined to them, so that each
/// joining is undone by itself.
pub fn join(stays: &Known, other: &Known) -> Result<(), Refusal> {
    if stays.id == other.id {
        return Err(Refusal::Same);
    }
    if stays.joined_to.is_some() || other.joined_to.is_some() {
        return Err(Refusal::Joined);
    }
    if other.has_joined {
        return Err(Refusal::HasJoined);
    }
    let elsewhere = other.selves.iter().any(|patient| !stays.selves.contains(patient));
    if elsewhere && !stays.selves.is_empty() {
        return Err(Refusal::TwoSelves);
    }
    Ok(())
}

/// Whether `other` may be parted from `stays` again. While requests of both are one, each link to either is shown what is
/// answered to both: those are parted first.
pub fn part(stays: PersonId, other: &Known, share_requests: bool) -> Result<(), Refusal> {
    if other.joined_to != Some(stays) {
        return Err(Refusal::NotJoined);
    }
    if share_requests {
        return Err(Refusal::ShareRequests);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: u8) -> Known {
        Known {
            id: PersonId([id; 16]),
            joined_to: None,
            has_joined: false,
            selves: Vec::new(),
        }
    }

    #[test]
    fn a_duplicate_is_joined_and_parted_again() {
        let (stays, mut other) = (person(1), person(2));
        assert_eq!(join(&stays, &other), Ok(()));
        other.joined_to = Some(stays.id);
        assert_eq!(part(stays.id, &other, false), Ok(()));
        assert_eq!(part(stays.id, &other, true), Err(Refusal::ShareRequests));
        assert_eq!(part(person(3).id, &other, false), Err(Refusal::NotJoined));
    }

    #[test]
    fn nobody_is_joined_to_themselves_twice_or_in_a_chain() {
        let (one, two) = (person(1), person(2));
        assert_eq!(join(&one, &one), Err(Refusal::Same));
        let joined = Known {
            joined_to: Some(one.id),
            ..person(3)
        };
        assert_eq!(join(&two, &joined), Err(Refusal::Joined));
        assert_eq!(join(&joined, &two), Err(Refusal::Joined));
        let has = Known {
            has_joined: true,
            ..person(1)
        };
        assert_eq!(join(&two, &has), Err(Refusal::HasJoined));
        assert_eq!(join(&has, &two), Ok(()));
    }

    #[test]
    fn two_patients_are_never_one_person() {
        let is = |id, patient: u8| Known {
            selves: vec![PatientId([patient; 16])],
            ..person(id)
        };
        assert_eq!(join(&is(1, 7), &is(2, 8)), Err(Refusal::TwoSelves));
        assert_eq!(join(&is(1, 7), &is(2, 7)), Ok(()));
        assert_eq!(join(&person(1), &is(2, 8)), Ok(()));
        assert_eq!(join(&is(1, 7), &person(2)), Ok(()));
    }
}
