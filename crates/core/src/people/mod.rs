//! People and patients: who asks, and about whom.
//!
//! A number or address may be shared, so a match is a hint and never proof: it joins a new request to a known person for
//! the desk to see, and opens nothing to whoever typed it.

use crate::text;

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
}
