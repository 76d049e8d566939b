//! Two requests that have to do with each other: said on both, and nothing else follows from it.

use super::{Change, Refusal, Request};
use crate::limits;

/// The changes to both sides of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Of the first.
    pub one: Vec<Change>,
    /// Of the other.
    pub other: Vec<Change>,
}

/// Links two requests; `links` is how many each has. They may be two people's (siblings with one matter), and one of them
/// may be closed for good; a joined one is spoken of as its survivor.
pub fn link(
    one: &mut Request,
    other: &mut Request,
    stands: bool,
    links: (usize, usize),
) -> Result<Linked, Refusal> {
    apart(one, other)?;
    if stands {
        return Err(Refusal::AlreadySo);
    }
    if links.0.max(links.1) >= limits::LINKS {
        return Err(Refusal::TooMany);
    }
    Ok(Linked {
        one: one.done(vec![Change::Linked(other.id)]),
        other: other.done(vec![Change::Linked(one.id)]),
    })
}

/// Takes a link away.
pub fn unlink(one: &mut Request, other: &mut Request, stands: bool) -> Result<Linked, Refusal> {
    if !stands {
        return Err(Refusal::AlreadySo);
    }
    Ok(Linked {
        one: one.done(vec![Change::Unlinked(other.id)]),
        other: other.done(vec![Change::Unlinked(one.id)]),
    })
}

fn apart(one: &Request, other: &Request) -> Result<(), Refusal> {
    if one.id == other.id {
        return Err(Refusal::Same);
    }
    match one.merged_into.or(other.merged_into) {
        Some(into) => Err(Refusal::Merged(into)),
        None => Ok(()),
    }
}
