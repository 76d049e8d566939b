//! People and patients: who asks, and about whom.
//!
//! A number or address may be shared, so a match is a hint and never proof: it joins a new request to a known person for
//! the desk to see, and opens nothing to whoever typed it.

pub mod chart;
pub mod joining;
pub mod relations;
pub mod search;

use crate::text;

crate::words! {
    /// Why something about people can't be done.
    Refusal {
        /// Somebody changed it meanwhile: read it as it stands now.
        Changed = "changed",
        /// The same person twice.
        Same = "same",
        /// One of them was joined to somebody before.
        Joined = "joined",
        /// Others were joined to them: join the other way round.
        HasJoined = "has_joined",
        /// Each is a patient of their own.
        TwoSelves = "two_selves",
        /// They are not joined.
        NotJoined = "not_joined",
        /// Requests of both are joined: part those first.
        ShareRequests = "share_requests",
        /// A court order is lifted by a clinician or manager.
        OrderStands = "order_stands",
        /// More than a person has.
        TooMany = "too_many",
    }
}

crate::words! {
    /// How a person belongs to a patient.
    RelationKind {
        /// The patient themselves.
        Own = "self",
        /// A parent; ends at the child's 18th birthday by default.
        Parent = "parent",
        /// A legal guardian.
        Guardian = "guardian",
        /// Somebody who cares for them.
        Carer = "carer",
        /// No access, by court order.
        NoAccess = "no_access",
    }
}

crate::words! {
    /// What a contact point is.
    System {
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
    }
}

/// The key under which the same address is found again: e-mail in lower case, a phone number as its digits.
pub fn address_key(system: System, address: &str) -> String {
    match system {
        System::Email => address.trim().to_lowercase(),
        System::Phone => {
            let digits: String = address.chars().filter(char::is_ascii_digit).collect();
            // North American numbers are written with and without their country code (ITU-T E.164: +1 and 10 digits).
            match digits.strip_prefix('1') {
                Some(rest) if rest.len() == 10 => rest.to_owned(),
                _ => digits,
            }
        }
    }
}

/// The key under which the same name is found again: lower case, one space between words.
pub fn name_key(name: &str) -> String {
    text::squeeze(name).to_lowercase()
}

/// The contact points that may be used: the confidential ones alone where a person asked for such (45 CFR 164.522(b)), else
/// all.
pub fn usable<T>(points: Vec<T>, confidential: impl Fn(&T) -> bool) -> Vec<T> {
    if points.iter().any(&confidential) {
        points.into_iter().filter(confidential).collect()
    } else {
        points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_written_three_ways_is_one_number() {
        for written in ["(512) 555-0100", "+1 512 555 0100", "512.555.0100"] {
            assert_eq!(address_key(System::Phone, written), "5125550100");
        }
    }

    #[test]
    fn a_name_is_found_again_whatever_its_spaces_and_capitals() {
        assert_eq!(name_key("  Tom   WHITFIELD "), "tom whitfield");
    }

    #[test]
    fn a_confidential_channel_outranks_every_other() {
        let of = |points: Vec<(u8, bool)>| usable(points, |point| point.1);
        assert_eq!(of(vec![(1, false), (2, true), (3, false)]), [(2, true)]);
        assert_eq!(of(vec![(1, false), (3, false)]).len(), 2);
    }
}
