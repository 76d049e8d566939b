//! Who looks at a request or writes to it: said by their page, shown to colleagues, gone by itself.

use anteroom_core::limits;
use anteroom_store::presence as rows;
use anteroom_store::requests::queue;

use crate::requests::view::Desk;
use crate::{App, Failure};

pub use rows::{Doing, Present};

/// The member is at a request, or has gone.
pub async fn say(app: &App, desk: &Desk, number: i64, doing: Option<Doing>) -> Result<(), Failure> {
    let (now, member) = (app.now(), desk.member.id);
    let practice = app.store.practice(desk.practice.id);
    practice
        .write(move |tx| {
            let request = queue::one(tx, number)?.ok_or(Failure::Missing)?.id;
            match doing {
                Some(doing) => {
                    let until = now + limits::PRESENT;
                    rows::put(tx, (member, request), doing, (now, until), limits::PRESENT_AT)?;
                }
                None => rows::leave(tx, member, request)?,
            }
            Ok(())
        })
        .await
}

/// Everybody who is at some request, but the member who asks.
pub async fn others(app: &App, desk: &Desk) -> Result<Vec<Present>, Failure> {
    let (now, member) = (app.now(), desk.member.id);
    let practice = app.store.practice(desk.practice.id);
    let mut present = practice
        .read(move |tx| rows::here(tx, now, limits::PRESENT_SHOWN))
        .await?;
    present.retain(|one| one.member != member);
    Ok(present)
}
