//! Seeded worlds that drive the use cases through fake ports.
