//! How many people a desk needs: queueing formulas ([`erlang`]), what is to be expected from what was ([`forecast`]), people by
//! the half hour ([`staffing`]), and a queue played event by event ([`simulation`], [`relief`]). Of use alone.
//!
//! No IO, clock or randomness: the time, the history and the generator are arguments, so that a seed gives the same answer on
//! every machine. Must not know of practices, calls or requests: it counts things that come in and people who do them.

pub mod chance;
pub mod erlang;
mod fault;
pub mod forecast;
pub mod limits;
pub mod relief;
pub mod simulation;
pub mod staffing;

pub use fault::Fault;
