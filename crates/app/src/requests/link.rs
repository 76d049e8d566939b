//! Two requests are said to have to do with each other, or not any more.

use anteroom_core::limits;
use anteroom_core::requests::{Actor, Request, link};
use anteroom_store::PracticeTx;
use anteroom_store::requests::links;

use super::Scene;
use super::desk::load;
use super::view::Desk;
use crate::{App, Failure};

/// Links two requests.
pub async fn link(app: &App, desk: &Desk, number: i64, other: i64) -> Result<(), Failure> {
    both(app, desk, (number, other), "link", |tx, one, other| {
        let listed = list(tx, one)?;
        let stands = listed.iter().any(|linked| linked.id == other.id);
        let counts = (listed.len(), list(tx, other)?.len());
        let linked = link::link(one, other, stands, counts)?;
        links::insert(tx, one.id, other.id)?;
        Ok(linked)
    })
    .await
}

/// Takes the link of two requests away.
pub async fn unlink(app: &App, desk: &Desk, number: i64, other: i64) -> Result<(), Failure> {
    both(app, desk, (number, other), "unlink", |tx, one, other| {
        let stands = list(tx, one)?.iter().any(|linked| linked.id == other.id);
        let linked = link::unlink(one, other, stands)?;
        links::delete(tx, one.id, other.id)?;
        Ok(linked)
    })
    .await
}

fn list(tx: &mut PracticeTx<'_>, request: &Request) -> Result<Vec<links::Linked>, Failure> {
    let limit = i64::try_from(limits::LINKS).unwrap_or(i64::MAX);
    Ok(links::list(tx, request.id, limit)?)
}

/// Loads both, lets `decide` decide, and saves both. It asks for no words, so that the wall around them doesn't matter.
async fn both<F>(
    app: &App,
    desk: &Desk,
    numbers: (i64, i64),
    action: &'static str,
    decide: F,
) -> Result<(), Failure>
where
    F: Fn(&mut PracticeTx<'_>, &mut Request, &mut Request) -> Result<link::Linked, Failure> + Send + 'static,
{
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let mut one = load(&world, tx, &scene, numbers.0)?;
            let mut other = load(&world, tx, &scene, numbers.1)?;
            let versions = (one.version, other.version);
            let linked = decide(tx, &mut one, &mut other)?;
            let deed = (Actor::Member(desk.member.id), action);
            scene.save(&world, tx, versions.0, &one, &linked.one, deed)?;
            Ok(scene.save(&world, tx, versions.1, &other, &linked.other, deed)?)
        })
        .await
}
