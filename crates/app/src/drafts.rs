//! Drafts: words that a member began to write to a request, kept until they are sent, thrown away or too old. A draft is
//! its writer's alone; who may no longer read a request's words finds none.

use anteroom_core::ids::{MemberId, RequestId};
use anteroom_core::text::Fault;
use anteroom_core::{Time, limits};
use anteroom_store::drafts::{self as rows, Place};
use anteroom_store::requests::queue;
use anteroom_store::{PracticeTx, StoreError};

use crate::requests::view::Desk;
use crate::requests::{Scene, readable};
use crate::{App, Failure};

pub use rows::Draft;

anteroom_core::words! {
    /// The fields of a request's page whose words are kept.
    Field {
        /// The reply.
        Reply = "reply",
        /// What was spoken.
        Said = "said",
        /// A call that reached nobody.
        Tried = "tried",
        /// The note.
        Note = "note",
        /// What was found on a records request or complaint.
        Finding = "finding",
        /// The answer to it.
        Answer = "answer",
    }
}

/// How a draft was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// When, for the next one to know; nothing where no draft stands any more.
    pub at: Option<Time>,
    /// Another page had written to it meanwhile, and its words gave way to these.
    pub overwrote: bool,
}

/// Keeps the words of a field; empty words throw the draft away. `knows` is the instant of the draft that the page knows.
pub async fn keep(
    app: &App,
    desk: &Desk,
    number: i64,
    field: Field,
    (words, knows): (&str, Option<Time>),
) -> Result<Kept, Failure> {
    if words.chars().count() > limits::WORDS_MAX {
        return Err(Failure::of("words", Fault::TooLong(limits::WORDS_MAX)));
    }
    if words.contains('\0') {
        return Err(Failure::of("words", Fault::Control));
    }
    let (world, desk, words) = (app.clone(), desk.clone(), words.to_owned());
    let practice = app.store.practice(desk.practice.id);
    practice
        .write(move |tx| {
            let request = queue::one(tx, number)?.ok_or(Failure::Missing)?.id;
            readable(tx, request, &desk)?;
            let (at, place) = (world.now(), place(desk.member.id, request, field));
            let there = rows::written_at(tx, place)?;
            // What its page knew is gone: it was sent or thrown away, and words that come late don't bring it back.
            let late = there.is_none() && knows.is_some();
            let stands = !late && !words.trim().is_empty();
            if stands {
                rows::put(tx, place, &words, at, limits::DRAFTS)?;
            } else {
                rows::delete(tx, place)?;
            }
            Ok(Kept {
                at: stands.then_some(at),
                overwrote: there.is_some() && there != knows,
            })
        })
        .await
}

/// The member's drafts of a request.
pub async fn of(app: &App, desk: &Desk, number: i64) -> Result<Vec<Draft>, Failure> {
    let (member, after) = (desk.member.id, app.now() - limits::DRAFT);
    let practice = app.store.practice(desk.practice.id);
    practice
        .read(move |tx| {
            let request = queue::one(tx, number)?.ok_or(Failure::Missing)?.id;
            Ok(rows::of(tx, member, request, after)?)
        })
        .await
}

/// The words of a field were sent: its draft goes, in the same transaction.
pub(crate) fn sent(
    tx: &mut PracticeTx<'_>,
    desk: &Desk,
    request: RequestId,
    field: Field,
) -> Result<(), StoreError> {
    rows::delete(tx, place(desk.member.id, request, field))
}

/// Throws away what was begun too long ago.
pub(crate) fn sweep(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<(), StoreError> {
    rows::sweep(tx, scene.now - limits::DRAFT).map(drop)
}

const fn place(member: MemberId, request: RequestId, field: Field) -> Place<'static> {
    Place {
        member,
        request,
        field: field.as_str(),
    }
}
