//! Why a use case did not do what it was asked.

use anteroom_core::Time;
use anteroom_core::requests::Refusal;
use anteroom_core::text::Fault;
use anteroom_core::{appointments, people};
use anteroom_store::StoreError;

/// A typed field that can't be taken, by the name it has in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's name.
    pub field: &'static str,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Who was quicker, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overtaken {
    /// Their name; empty if it was done by command.
    pub name: String,
    /// When.
    pub at: Time,
}

/// Why a use case did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It does not exist, or it is hidden from who asks: the two are never told apart.
    #[error("not found")]
    Missing,
    /// The rules refuse it.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The rules about people refuse it.
    #[error("refused: {0}")]
    People(people::Refusal),
    /// The rules about what is to be scheduled refuse it.
    #[error("refused: {0}")]
    Appointment(appointments::Refusal),
    /// Typed fields can't be taken.
    #[error("can't be taken: {}", named(.0))]
    Invalid(Vec<FieldFault>),
    /// Somebody else changed it since it was read.
    #[error("changed by somebody else meanwhile")]
    Overtaken(Overtaken),
    /// The database, for a reason of its own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<people::Refusal> for Failure {
    fn from(refusal: people::Refusal) -> Self {
        Self::People(refusal)
    }
}

impl From<appointments::Refusal> for Failure {
    fn from(refusal: appointments::Refusal) -> Self {
        Self::Appointment(refusal)
    }
}

/// The fields with what is wrong with each; what was typed is not told.
fn named(faults: &[FieldFault]) -> String {
    let named = faults
        .iter()
        .map(|one| format!("{} ({:?})", one.field, one.fault));
    named.collect::<Vec<_>>().join(", ")
}

impl Failure {
    /// Whether the database is busy, away or full: it may be tried again as it is.
    pub const fn is_busy(&self) -> bool {
        matches!(
            self,
            Self::Store(StoreError::Busy | StoreError::Unavailable(_) | StoreError::Full)
        )
    }

    /// Whether the database has no space left: somebody has to make some, for it doesn't pass by itself.
    pub const fn is_full(&self) -> bool {
        matches!(self, Self::Store(StoreError::Full))
    }
}

impl Failure {
    /// One field that can't be taken.
    pub(crate) fn of(field: &'static str, fault: Fault) -> Self {
        Self::Invalid(vec![FieldFault { field, fault }])
    }
}

/// Collects the faults of a form's fields, so that all are named at once.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<FieldFault>);

impl Faults {
    /// The field's value, or its empty value with the fault noted.
    pub(crate) fn take<T: Default>(&mut self, field: &'static str, value: Result<T, Fault>) -> T {
        value.unwrap_or_else(|fault| {
            self.note(field, fault);
            T::default()
        })
    }

    pub(crate) fn note(&mut self, field: &'static str, fault: Fault) {
        self.0.push(FieldFault { field, fault });
    }

    /// Fails if any field had a fault.
    pub(crate) fn settle(self) -> Result<(), Failure> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Failure::Invalid(self.0))
        }
    }
}
