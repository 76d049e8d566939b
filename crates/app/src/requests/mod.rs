//! Requests: asked by patients, worked by the desk.

mod about;
mod ask;
pub mod bulk;
mod desk;
pub(crate) mod follow;
mod hand_back;
mod link;
mod once;
mod page;
pub(crate) mod queue;
mod retag;
mod scene;
mod split;
mod status;
mod unmerge;
pub mod view;
mod wall;

pub use about::{concern, copy};
pub use ask::{ask, start};
pub use desk::{
    answer_obligation, assign, attempt, merge, not_just_thanks, note, reopen, reply, resolve, snooze,
    take_back,
};
pub use follow::undelivered;
pub use link::{link, unlink};
pub use page::page;
pub use queue::{list, neighbours, queue, row_of, rows};
pub use retag::{Tags, retag};
pub use split::{Part, split};
pub use status::{status, write_on};
pub use unmerge::unmerge;

pub(crate) use ask::{Origin, open};
pub(crate) use hand_back::hand_back;
pub(crate) use queue::row;
pub(crate) use scene::Scene;
pub(crate) use status::{said_on, survivor};
pub(crate) use wall::hidden;
pub(crate) use wall::pass as readable;

use std::collections::BTreeMap;

use anteroom_core::requests::kinds::Kind;

/// The name of the template of the acknowledgement that a request gets at once.
pub const ACKNOWLEDGED: &str = "acknowledged";

/// Kinds by their code.
pub(crate) fn by_code(kinds: Vec<Kind>) -> BTreeMap<String, Kind> {
    kinds.into_iter().map(|kind| (kind.code.clone(), kind)).collect()
}
