//! Words that people type, cleaned and bounded before anything else sees them.
