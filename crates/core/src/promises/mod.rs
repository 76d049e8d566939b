//! What the practice promises its patients: one module a promise.
