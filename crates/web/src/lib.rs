//! Routes, extractors, pages and assets.
