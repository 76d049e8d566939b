//! Seeded worlds that drive the use cases through fake ports: the same seed and instant make the same world.

mod demo;
mod ports;
mod script;

pub use demo::{Demo, SignIn, demo};
pub use ports::{SeededEntropy, SetClock};
