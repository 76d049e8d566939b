//! What can go wrong between a use case and its rows. No text here ever holds what a row says: it would end in a log.

/// Why the database did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A constraint refused the row. The name is the database's own (SQLite names columns, PostgreSQL the constraint), so
    /// rules match on the kind; a clash that is expected is written as `ON CONFLICT` and counted.
    #[error("a constraint refused the row: {kind:?} {name}")]
    Constraint {
        /// What sort of constraint.
        kind: ConstraintKind,
        /// The constraint or its columns.
        name: String,
    },
    /// Too much waits already, or every retry met another transaction. Nothing was changed.
    #[error("the database is busy; try again in a moment")]
    Busy,
    /// The database cannot be reached. If this comes from the commit itself, whether it landed is unknown.
    #[error("the database cannot be reached: {0}")]
    Unavailable(String),
    /// The disk, or the space that the database may use, is full. Nothing was changed.
    #[error("the database has no space left")]
    Full,
    /// A row that must exist does not.
    #[error("a row that must exist is missing")]
    Missing,
    /// A value or text is of another kind than its place asks for.
    #[error("wrong value: {0}")]
    Wrong(String),
    /// The schema is not one that this binary can run on, or the role not one that it may run as.
    #[error("{0}")]
    Schema(String),
    /// Seen only inside a closure, which then runs again; the caller of the transaction never gets it.
    #[error("another transaction changed the same rows")]
    Conflict,
    /// The closure panicked; nothing of it was kept.
    #[error("the transaction's code panicked")]
    Panicked,
    /// Anything else, in the database's words about the statement.
    #[error("database: {0}")]
    Other(String),
}

/// What sort of constraint refused a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConstraintKind {
    /// A primary key or unique index.
    Unique,
    /// A row that another row points at.
    ForeignKey,
    /// A CHECK or a NOT NULL.
    Check,
}

impl StoreError {
    /// Whether a unique constraint refused the row.
    pub fn is_unique(&self) -> bool {
        matches!(
            self,
            Self::Constraint {
                kind: ConstraintKind::Unique,
                ..
            }
        )
    }
}
