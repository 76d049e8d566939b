//! Anteroom, the service desk of a medical practice: configuration, commands, wiring.

fn main() {}
