//! Who may do what: roles and rights.

use crate::limits;

crate::words! {
    /// What somebody is at a practice; each role has the rights of those before it, but for the clinician's own.
    Role {
        /// Answers, assigns, notes.
        FrontDesk = "front_desk",
        /// Also sees what is for clinicians only.
        Clinician = "clinician",
        /// Also sees the figures and sets the promises.
        Manager = "manager",
        /// Also sets up the practice and its members.
        Administrator = "administrator",
    }
}

crate::words! {
    /// A right that a route asks for.
    Right {
        /// See and work the practice's requests.
        Work = "work",
        /// See the text of requests of a kind that is for clinicians only.
        Clinical = "clinical",
        /// Change the practice's settings and members.
        Administer = "administer",
    }
}

impl Role {
    /// Whether the role holds the right.
    pub const fn may(self, right: Right) -> bool {
        match right {
            Right::Work => true,
            Right::Clinical => matches!(self, Role::Clinician | Role::Manager | Role::Administrator),
            Right::Administer => matches!(self, Role::Administrator),
        }
    }
}

/// Until when tries don't count after so many wrong passwords in a row; nothing while they still do.
pub fn locked_until(failures: i64, now: crate::Time) -> Option<crate::Time> {
    let over = failures.checked_sub(limits::WRONG_PASSWORDS).filter(|over| *over >= 0)?;
    // Six doublings pass the longest wait already.
    let doublings = u32::try_from(over.min(6)).ok()?;
    let wait = limits::LOCK.micros().saturating_mul(1 << doublings).min(limits::LOCK_MAX.micros());
    Some(now + crate::Span::from_micros(wait))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, Time};

    #[test]
    fn five_wrong_passwords_lock_for_a_minute_and_each_further_one_twice_as_long() {
        let now = Time::from_micros(0);
        let waits = [4, 5, 6, 7, 10, 11, 12, i64::MAX].map(|failures| locked_until(failures, now));
        let minutes = |minutes| Some(now + Span::from_minutes(minutes));
        assert_eq!(
            waits,
            [None, minutes(1), minutes(2), minutes(4), minutes(32), minutes(60), minutes(60), minutes(60)]
        );
    }

    #[test]
    fn the_front_desk_reads_no_words_that_are_for_clinicians_only() {
        assert!(Role::FrontDesk.may(Right::Work));
        assert!(!Role::FrontDesk.may(Right::Clinical));
        assert!(Role::Clinician.may(Right::Clinical));
        assert!(!Role::Manager.may(Right::Administer));
        assert!(Role::Administrator.may(Right::Administer));
    }
}
