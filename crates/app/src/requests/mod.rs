//! Requests: asked by patients, worked by the desk.

mod ask;
mod desk;
pub(crate) mod follow;
mod once;
mod page;
pub(crate) mod queue;
mod scene;
mod status;
pub mod view;
mod wall;

pub use ask::{ask, start};
pub use desk::{
    answer_obligation, assign, attempt, merge, not_just_thanks, note, reopen, reply, resolve, snooze,
    take_back,
};
pub use follow::undelivered;
pub use page::page;
pub use queue::{queue, rows};
pub use status::{status, write_on};

pub(crate) use scene::Scene;
pub(crate) use wall::pass as readable;

use std::collections::BTreeMap;

use anteroom_core::requests::kinds::Kind;

/// The name of the template of the acknowledgement that a request gets at once.
pub const ACKNOWLEDGED: &str = "acknowledged";

/// Kinds by their code.
pub(crate) fn by_code(kinds: Vec<Kind>) -> BTreeMap<String, Kind> {
    kinds.into_iter().map(|kind| (kind.code.clone(), kind)).collect()
}
