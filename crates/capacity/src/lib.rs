//! How many people a desk needs. Queueing formulas ([`erlang`]), of use alone.
//!
//! No IO, clock or randomness: the time, the history and the generator are arguments, so that a seed gives the same answer on
//! every machine. Must not know of practices, calls or requests: it counts things that come in and people who do them.

pub mod erlang;
mod fault;
pub mod limits;

pub use fault::Fault;
