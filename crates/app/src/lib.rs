//! Use cases and jobs: load, let core decide, save; each in one transaction with its events, audit and outbox.
//!
//! Nothing here knows a page or an SQL text. The clock and the randomness are ports, so that the simulator can be both.

pub mod alerts;
pub mod appointments;
pub mod calls;
pub mod demo;
pub mod drafts;
mod failure;
mod hashing;
pub mod hours;
pub mod imports;
pub mod jobs;
pub mod kinds;
pub mod letters;
pub mod lines;
pub mod live;
pub mod locations;
pub mod people;
pub mod places;
pub mod plan;
mod ports;
pub mod practices;
pub mod presence;
pub mod promises;
pub mod requests;
pub mod roster;
mod sealed;
mod secrets;
pub mod settings;
pub mod site;
pub mod staff;
pub mod surveys;
pub mod teams;
pub mod views;
pub mod visits;

pub use failure::{Failure, FieldFault, Overtaken};
pub use ports::{App, Clock, Entropy, SystemClock, SystemEntropy};
