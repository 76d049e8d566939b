//! Common words that are a slip away from a word of danger, and are not it: "strike" is no stroke.
//!
//! Decides which spellings are never read as another word. It must not know what they would have been read as. In the order of
//! the alphabet, which a test holds.

/// English and Spanish words in lower case without accents.
pub(super) const LOOKALIKES: &[&str] = &["strike"];
