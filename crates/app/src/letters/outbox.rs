//! The outbox as people see it: how many letters wait, which may have arrived and which failed, and what is done about one.

use anteroom_core::ids::MessageId;
use anteroom_core::limits;
use anteroom_core::requests::Actor;
use anteroom_store::audit::{self, Deed};
use anteroom_store::messages::{self as rows, Fate};
use anteroom_store::{PracticeTx, StoreError};

pub use anteroom_store::messages::Listed;

use super::add_job;
use crate::practices::Practice;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// What a practice's outbox holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outbox {
    /// Letters that wait, counted up to [`limits::COUNT_MAX`].
    pub waiting: i64,
    /// The newest that may have arrived or not.
    pub unknown: Vec<Listed>,
    /// The newest that did not go.
    pub failed: Vec<Listed>,
}

/// Letters that somebody has to look at, each counted up to [`limits::COUNT_MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Astray {
    /// That may have arrived or not.
    pub unknown: i64,
    /// That did not go within [`limits::LETTER_NEWS`].
    pub failed: i64,
}

impl Astray {
    /// Whether there is any.
    #[must_use]
    pub const fn any(self) -> bool {
        self.unknown + self.failed > 0
    }
}

/// How many letters of a practice went astray.
pub async fn astray(app: &App, practice: &Practice) -> Result<Astray, Failure> {
    let since = app.now() - limits::LETTER_NEWS;
    let read = move |tx: &mut PracticeTx<'_>| {
        Ok::<_, StoreError>(Astray {
            unknown: rows::count(tx, Fate::Unknown, limits::COUNT_MAX)?,
            failed: rows::failed_since(tx, since, limits::COUNT_MAX)?,
        })
    };
    Ok(app.store.practice(practice.id).read(read).await?)
}

/// A practice's outbox.
pub async fn outbox(app: &App, practice: &Practice) -> Result<Outbox, Failure> {
    let read = |tx: &mut PracticeTx<'_>| {
        Ok::<_, StoreError>(Outbox {
            waiting: rows::count(tx, Fate::Held, limits::COUNT_MAX)?,
            unknown: rows::list(tx, Fate::Unknown, limits::LETTERS_SHOWN)?,
            failed: rows::list(tx, Fate::Failed, limits::LETTERS_SHOWN)?,
        })
    };
    Ok(app.store.practice(practice.id).read(read).await?)
}

/// A letter that failed, or may not have arrived, is sent once more.
pub async fn send_again(app: &App, desk: &Desk, id: MessageId) -> Result<(), Failure> {
    act(app, desk, (id, "send again"), move |app, tx| {
        let Some(held) = rows::load(tx, id)? else {
            return Ok(false);
        };
        let now = app.now();
        let revived = rows::revive(tx, id, now, now + held.letter.keeps())?;
        if revived {
            add_job(app, tx, id, now)?;
        }
        Ok(revived)
    })
    .await
}

/// A letter of which nobody knew did arrive, says a person.
pub async fn arrived(app: &App, desk: &Desk, id: MessageId) -> Result<(), Failure> {
    act(app, desk, (id, "arrived"), move |app, tx| {
        rows::arrived(tx, id, app.now())
    })
    .await
}

/// Does it, with its audit; missing if there is nothing to do, as when somebody did it before.
async fn act(
    app: &App,
    desk: &Desk,
    (id, action): (MessageId, &'static str),
    deed: impl Fn(&App, &mut PracticeTx<'_>) -> Result<bool, StoreError> + Send + 'static,
) -> Result<(), Failure> {
    let (world, member) = (app.clone(), desk.member.id);
    let write = move |tx: &mut PracticeTx<'_>| {
        if !deed(&world, tx)? {
            return Err(Failure::Missing);
        }
        let done = Deed {
            id: world.id(),
            at: world.now(),
            actor: Actor::Member(member),
            action,
            noun: "message",
            noun_id: Some(id.bytes()),
            fields: "state",
        };
        Ok(audit::insert(tx, &done)?)
    };
    app.store.practice(desk.practice.id).write(write).await
}
