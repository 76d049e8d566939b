//! Alerts: every patient's words are looked at for danger as they come in, whatever the door; a hit rings a named person
//! until somebody acknowledges it. Nothing here says that words are harmless: no hit says nothing at all.

mod acknowledge;
mod cards;
mod hear;
mod lines;
mod ring;
mod rules;
pub mod settings;
mod view;

pub use acknowledge::{Acknowledged, acknowledge};
pub use cards::{Card, cards};
pub use lines::{EmergencyLine, lines_for};
pub use rules::{Rules, Signature};
pub use view::{Duty, Live, Ringing, Told, duty, live, ringing};

pub(crate) use hear::{heard, heard_of};
pub(crate) use lines::lines_of;
pub(crate) use ring::{RING, raised, ring};
pub(crate) use view::of_request;
