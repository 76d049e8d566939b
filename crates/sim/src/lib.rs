//! Seeded worlds that drive the use cases through fake ports: the same seed and instant make the same world.

mod demo;
pub mod faults;
mod ports;
pub mod world;

pub use demo::{Demo, SignIn, Wish, demo, tuesday};
pub use ports::{SeededEntropy, SetClock, ShiftedClock};
