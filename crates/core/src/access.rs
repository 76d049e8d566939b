//! Who may do what: roles and rights.

use crate::{Span, Time, limits};

crate::words! {
    /// What somebody is at a practice; each role has the rights of those before it.
    Role {
        /// Answers, assigns, notes.
        FrontDesk = "front_desk",
        /// Also sees what is for clinicians only.
        Clinician = "clinician",
        /// Also runs the desk: hours, kinds, teams, promises and words.
        Manager = "manager",
        /// Also changes the practice's own facts, its members and how it is connected.
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
        /// Change how the desk runs: hours, kinds, teams, promises and words.
        Manage = "manage",
        /// Change the practice's own facts, its members and how it is connected.
        Administer = "administer",
    }
}

impl Role {
    /// Whether the role holds the right.
    pub const fn may(self, right: Right) -> bool {
        match right {
            Right::Work => true,
            Right::Clinical => matches!(self, Role::Clinician | Role::Manager | Role::Administrator),
            Right::Manage => matches!(self, Role::Manager | Role::Administrator),
            Right::Administer => matches!(self, Role::Administrator),
        }
    }
}

/// Whether a practice would be left without anybody who may administer it, if a member of this role got another one or, with
/// none, ended; `administrators` counts those who sign in now.
pub const fn leaves_nobody_in_charge(role: Role, next: Option<Role>, administrators: i64) -> bool {
    let stays = matches!(next, Some(Role::Administrator));
    matches!(role, Role::Administrator) && !stays && administrators <= 1
}

/// Wrong passwords for one login, whether or not it is an account's: what is told must not tell the two apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tries {
    /// How many count.
    pub wrong: i64,
    /// When the first of them was made.
    pub since: Time,
    /// Tries before this instant don't count, right or wrong.
    pub locked_until: Time,
}

impl Tries {
    /// Until when tries don't count; nothing while they do.
    pub fn locked(self, now: Time) -> Option<Time> {
        (self.locked_until > now).then_some(self.locked_until)
    }

    /// With one more wrong password. A try while they don't count changes nothing, so that it can't prolong the wait.
    #[must_use]
    pub fn failed(self, now: Time) -> Self {
        if self.locked(now).is_some() {
            return self;
        }
        let counts = self.wrong > 0 && now.since(self.since) < limits::TRIES_KEPT;
        let (wrong, since) = if counts {
            (self.wrong.saturating_add(1), self.since)
        } else {
            (1, now)
        };
        let locked_until = locked_until(wrong, now).unwrap_or_default();
        Self {
            wrong,
            since,
            locked_until,
        }
    }
}

/// Until when tries don't count after so many wrong passwords; nothing while they still do.
fn locked_until(wrong: i64, now: Time) -> Option<Time> {
    let over = wrong
        .checked_sub(limits::WRONG_PASSWORDS)
        .filter(|over| *over >= 0)?;
    // Six doublings pass the longest wait already.
    let doublings = u32::try_from(over.min(6)).ok()?;
    let wait = limits::LOCK
        .micros()
        .saturating_mul(1 << doublings)
        .min(limits::LOCK_MAX.micros());
    Some(now + Span::from_micros(wait))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_administrator_can_neither_leave_nor_become_something_else() {
        let admin = Role::Administrator;
        assert!(leaves_nobody_in_charge(admin, None, 1));
        assert!(leaves_nobody_in_charge(admin, Some(Role::Manager), 1));
        assert!(!leaves_nobody_in_charge(admin, Some(admin), 1));
        assert!(!leaves_nobody_in_charge(admin, None, 2));
        assert!(!leaves_nobody_in_charge(Role::Manager, None, 1));
    }

    #[test]
    fn a_manager_runs_the_desk_and_leaves_members_and_connections_to_the_administrator() {
        assert!(Role::Manager.may(Right::Manage) && Role::Administrator.may(Right::Manage));
        assert!(!Role::FrontDesk.may(Right::Manage) && !Role::Clinician.may(Right::Manage));
    }

    #[test]
    fn five_wrong_passwords_lock_for_a_minute_and_each_further_one_twice_as_long() {
        let now = Time::from_micros(0);
        let waits = [4, 5, 6, 7, 8, 9, 10, i64::MAX].map(|wrong| locked_until(wrong, now));
        let minutes = |minutes| Some(now + Span::from_minutes(minutes));
        assert_eq!(
            waits,
            [
                None,
                minutes(1),
                minutes(2),
                minutes(4),
                minutes(8),
                minutes(15),
                minutes(15),
                minutes(15)
            ]
        );
    }

    #[test]
    fn tries_during_the_wait_change_nothing_and_after_a_day_none_counts() {
        let at = |minutes| Time::from_micros(0) + Span::from_minutes(minutes);
        let locked = (0..5).fold(Tries::default(), |tries, _| tries.failed(at(1)));
        assert_eq!(locked.locked(at(1)), Some(at(2)));
        assert_eq!(locked.failed(at(1)), locked);
        assert_eq!(locked.locked(at(2)), None);
        assert_eq!(locked.failed(at(2)).locked(at(2)), Some(at(4)));
        let a_day_later = locked.failed(at(1) + limits::TRIES_KEPT);
        assert_eq!(
            (a_day_later.wrong, a_day_later.locked_until),
            (1, Time::default())
        );
    }

    #[test]
    fn a_stranger_who_tries_once_an_hour_leaves_the_member_most_of_each_hour() {
        let mut tries = Tries::default();
        for hour in 0..200 {
            let now = Time::from_micros(0) + Span::from_hours(hour);
            tries = tries.failed(now);
            assert_eq!(tries.locked(now + Span::from_minutes(15)), None, "in hour {hour}");
        }
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
