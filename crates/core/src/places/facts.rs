//! Facts that a practice tells the world of itself: which there are, and how long one is believed without anybody looking at
//! it again. It knows no page and nobody's work list.

use crate::{Time, limits};

crate::words! {
    /// What the website tells.
    Fact {
        /// The practice's name, phone and zone.
        Practice = "practice",
        /// A location's address and phone.
        Location = "location",
        /// The hours of the desk or of a location.
        Hours = "hours",
        /// What stands of a doctor.
        Doctor = "doctor",
        /// What to bring.
        Bring = "bring",
        /// The places that were taken from a table.
        Directory = "directory",
    }
}

/// Whether a fact that was last true at `held` has to be looked at again.
pub fn is_stale(held: Time, now: Time) -> bool {
    now.since(held) > limits::FACT_KEPT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn a_fact_is_believed_for_a_year() {
        let held = Time::from_micros(0);
        assert!(!is_stale(held, held + Span::from_days(365)));
        assert!(is_stale(held, held + Span::from_days(365) + Span::from_secs(1)));
        assert!(!is_stale(Time::MAX, held));
    }
}
