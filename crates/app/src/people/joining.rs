//! Two people who are one. Joining writes whom somebody was joined to and moves nothing, so that it can be undone.

use anteroom_core::ids::PersonId;
use anteroom_core::limits;
use anteroom_core::people::{Refusal, joining};
use anteroom_store::people as rows;

use super::changes::write;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// Joins a person to another: from now on both are read as the one who stays.
pub async fn join(app: &App, desk: &Desk, stays: PersonId, joins: PersonId) -> Result<(), Failure> {
    write(app, desk, move |hand, tx| {
        let here = rows::known(tx, stays)?.ok_or(Failure::Missing)?;
        let other = rows::known(tx, joins)?.ok_or(Failure::Missing)?;
        joining::join(&here, &other)?;
        let joined = rows::joined(tx, stays)?.len();
        if i64::try_from(joined).is_ok_and(|joined| joined >= limits::JOINED) {
            return Err(Refusal::TooMany.into());
        }
        if !rows::join(tx, joins, stays)? {
            return Err(Refusal::Joined.into());
        }
        hand.note(
            tx,
            "join",
            ("person", joins.bytes()),
            &format!("merged_into person:{stays}"),
        )?;
        let field = format!("person:{joins}");
        Ok(hand.note(tx, "join", ("person", stays.bytes()), &field)?)
    })
    .await
}

/// Parts a person again from whom they were joined to.
pub async fn part(app: &App, desk: &Desk, stays: PersonId, joined: PersonId) -> Result<(), Failure> {
    write(app, desk, move |hand, tx| {
        let other = rows::known(tx, joined)?.ok_or(Failure::Missing)?;
        let share = rows::share_requests(tx, stays, joined)?;
        joining::part(stays, &other, share)?;
        if !rows::part(tx, joined, stays)? {
            return Err(Refusal::NotJoined.into());
        }
        hand.note(
            tx,
            "part",
            ("person", joined.bytes()),
            &format!("merged_into person:{stays}"),
        )?;
        let field = format!("person:{joined}");
        Ok(hand.note(tx, "part", ("person", stays.bytes()), &field)?)
    })
    .await
}
