//! The wall around words that are for clinicians only: who is behind it sees that a request is there and how long it waits,
//! and can give it to somebody; whatever needs its words is refused.

use std::collections::BTreeMap;

use anteroom_core::ids::RequestId;
use anteroom_core::requests::Refusal;
use anteroom_core::requests::kinds::Kind;
use anteroom_store::requests::entries;
use anteroom_store::{PracticeTx, StoreError};

use super::by_code;
use super::view::Desk;
use crate::Failure;

/// Whether the words of a kind are hidden from a member.
pub(crate) fn hidden(kind: &str, kinds: &BTreeMap<String, Kind>, desk: &Desk) -> bool {
    kinds.get(kind).is_some_and(|kind| !kind.is_read_by(desk.role))
}

/// Whether words of a request, or of one joined to it, are hidden from a member.
pub(super) fn withheld(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    kinds: &BTreeMap<String, Kind>,
    desk: &Desk,
) -> Result<bool, StoreError> {
    // Most practices have no such kind, and most members may read it.
    if !kinds.keys().any(|kind| hidden(kind, kinds, desk)) {
        return Ok(false);
    }
    let of_thread = entries::kinds(tx, request)?;
    Ok(of_thread.iter().any(|kind| hidden(kind, kinds, desk)))
}

/// Refuses a member who may not read all the words of a request.
pub(crate) fn pass(tx: &mut PracticeTx<'_>, request: RequestId, desk: &Desk) -> Result<(), Failure> {
    let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
    if withheld(tx, request, &kinds, desk)? {
        return Err(Refusal::CliniciansOnly.into());
    }
    Ok(())
}
