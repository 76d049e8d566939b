//! Who may do what: roles and rights.

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
