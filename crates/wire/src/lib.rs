//! Bytes to values and back, without IO. Reading never fails as a whole: it gives what it could read, and each thing that
//! it could not read with its place and the reason.

pub mod articles;
pub mod calls;
pub mod incidents;
pub mod mapped;
pub mod markdown;
pub mod places;
pub mod postal;
pub mod signatures;
