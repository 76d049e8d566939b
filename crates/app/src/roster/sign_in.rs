//! Signing in and out of a line: from then on its person holds it while they are on shift.

use anteroom_core::ids::{LineId, SpellId};
use anteroom_core::requests::Actor;
use anteroom_core::roster::Spell;
use anteroom_core::{Span, Time, limits};
use anteroom_store::audit::{self, Deed};
use anteroom_store::roster::measured;
use anteroom_store::{PracticeTx, StoreError, lines};

use super::{Book, look};
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// A line as somebody who could sign in sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Which.
    pub line: LineId,
    /// What people call it.
    pub name: String,
    /// Since when they are signed in; nothing if they aren't.
    pub since: Option<Time>,
    /// Until when their shift on it goes, if they are on shift.
    pub on_shift: Option<Time>,
    /// Whether somebody who is not on shift there holds nothing by signing in: they are told so.
    pub has_shifts: bool,
}

/// The lines in use, as somebody at the desk sees them: those of their shifts first.
pub async fn posts(app: &App, desk: &Desk) -> Result<Vec<Post>, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let book = Book::load(tx, &scene, scene.now, scene.now + limits::SIGNED_IN_EARLY)?;
            let me = desk.member.id;
            let soon = scene.now + limits::SIGNED_IN_EARLY;
            let turns = book.roster.turns(scene.now, soon);
            let mut posts = Vec::new();
            for line in lines::list(tx)? {
                let on = |member| {
                    let mine = turns
                        .iter()
                        .filter(move |turn| turn.shift.lines.contains(&line.id) && turn.member == member);
                    mine.map(|turn| turn.to).max()
                };
                let signed_in = book.roster.signed_in(line.id, scene.now);
                posts.push(Post {
                    line: line.id,
                    since: signed_in.get(&me).copied(),
                    on_shift: on(Some(me)),
                    has_shifts: book.watched.iter().any(|one| one.line == line.id),
                    name: line.name,
                });
            }
            posts.sort_by_key(|post| (post.since.is_none(), post.on_shift.is_none()));
            Ok(posts)
        })
        .await
}

/// The line, if it is in use.
fn known(tx: &mut PracticeTx<'_>, line: LineId) -> Result<(), Failure> {
    let known = lines::list(tx)?.iter().any(|one| one.id == line);
    if known { Ok(()) } else { Err(Failure::Missing) }
}

/// Signs somebody in on a line, if they aren't; it ends by itself some time after their shift.
pub async fn sign_in(app: &App, desk: &Desk, line: LineId) -> Result<(), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            known(tx, line)?;
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let member = desk.member.id;
            if measured::is_signed_in(tx, member, line, scene.now)? {
                return Ok(());
            }
            let soon = scene.now + limits::SIGNED_IN_EARLY + Span::from_minutes(1);
            let book = Book::load(tx, &scene, scene.now, soon)?;
            let spell = Spell {
                member,
                line,
                from: scene.now,
                until: book.roster.lapses(member, line, scene.now),
            };
            measured::sign_in(tx, world.id::<SpellId>(), &spell)?;
            deed(&world, tx, &scene, (Actor::Member(member), "sign_in", line))?;
            Ok(look(&world, tx, &scene)?)
        })
        .await
}

/// Signs somebody out of a line, if they are signed in.
pub async fn sign_out(app: &App, desk: &Desk, line: LineId) -> Result<(), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            known(tx, line)?;
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let member = desk.member.id;
            if !measured::sign_out(tx, member, line, scene.now)? {
                return Ok(());
            }
            deed(&world, tx, &scene, (Actor::Member(member), "sign_out", line))?;
            Ok(look(&world, tx, &scene)?)
        })
        .await
}

/// The audit of a line's people; screens learn from it.
pub(super) fn deed(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (actor, action, line): (Actor, &str, LineId),
) -> Result<(), StoreError> {
    let deed = Deed {
        id: app.id(),
        at: scene.now,
        actor,
        action,
        noun: "roster",
        noun_id: Some(line.bytes()),
        fields: "",
    };
    audit::insert(tx, &deed)
}
