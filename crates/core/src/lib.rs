//! The rules of a practice's service desk, decided without IO.
//!
//! Nothing here reads a clock, a random number, a file or a socket: every instant, id and setting is an argument, so
//! that the same input always makes the same decision and every rule can be tested as a sentence.

pub mod access;
pub mod alerts;
pub mod appointments;
pub mod calls;
pub mod danger;
pub mod hours;
pub mod ids;
pub mod limits;
pub mod messages;
pub mod people;
pub mod places;
pub mod promises;
mod reading;
pub mod requests;
pub mod roster;
pub mod site;
pub mod surveys;
pub mod text;
pub mod time;
pub mod views;
pub mod visits;
pub mod words;

pub use time::{Span, Time};
