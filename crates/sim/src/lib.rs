//! Seeded worlds that drive the use cases through fake ports: the same seed and instant make the same world.

#[cfg(any(test, feature = "judge"))]
pub mod checkers;
mod demo;
pub mod faults;
#[cfg(any(test, feature = "judge"))]
pub mod judge;
mod living;
mod ports;
pub mod post;
pub mod world;

pub use demo::{Demo, SignIn, Wish, demo, tuesday};
pub use living::Living;
pub use ports::{SeededEntropy, SetClock, ShiftedClock};
