//! Views that members keep: a filter of the queue under a name, their own or shared with all. Only whose it is may change
//! it, and a private one is as good as not there for anybody else.

use anteroom_core::ids::ViewId;
use anteroom_core::requests::{Actor, Refusal};
use anteroom_core::views::Filter;
use anteroom_core::{limits, text};
use anteroom_store::audit::{self, Deed};
use anteroom_store::views::{self as rows};
use anteroom_store::{PracticeTx, StoreError};

use crate::failure::Faults;
use crate::requests::view::{Desk, Saved};
use crate::{App, Failure};

/// A view as somebody names and shares it.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Its name.
    pub name: String,
    /// Whether all see it.
    pub shared: bool,
}

fn checked(wish: &Wish) -> Result<Wish, Failure> {
    let mut faults = Faults::default();
    let name = faults.take("name", text::required_line(&wish.name, limits::LABEL_MAX));
    faults.settle()?;
    Ok(Wish {
        name,
        shared: wish.shared,
    })
}

/// Keeps a filter under a name.
pub async fn save(app: &App, desk: &Desk, filter: &Filter, wish: &Wish) -> Result<ViewId, Failure> {
    let wish = checked(wish)?;
    let (world, desk, filter) = (app.clone(), desk.clone(), filter.query());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let id = world.id();
            room(tx, &desk, wish.shared)?;
            let view = rows::Saved {
                id,
                name: wish.name.clone(),
                filter: filter.clone(),
                shared: wish.shared,
                member: desk.member.id,
                by: String::new(),
            };
            rows::insert(tx, &view, world.now())?;
            note(&world, tx, &desk, (id, "save"))?;
            Ok(id)
        })
        .await
}

/// Refuses one more than anybody looks through.
fn room(tx: &mut PracticeTx<'_>, desk: &Desk, with_all: bool) -> Result<(), Failure> {
    let most = i64::try_from(limits::VIEWS).unwrap_or(i64::MAX);
    let (own, shared) = rows::counts(tx, desk.member.id)?;
    if own >= most || (with_all && shared >= most) {
        return Err(Refusal::TooMany.into());
    }
    Ok(())
}

fn note(
    app: &App,
    tx: &mut PracticeTx<'_>,
    desk: &Desk,
    (id, action): (ViewId, &str),
) -> Result<(), StoreError> {
    let deed = Deed {
        id: app.id(),
        at: app.now(),
        actor: Actor::Member(desk.member.id),
        action,
        noun: "view",
        noun_id: Some(id.bytes()),
        fields: "",
    };
    audit::insert(tx, &deed)
}

/// The views that a member may see, their own first.
pub async fn list(app: &App, desk: &Desk) -> Result<Vec<Saved>, Failure> {
    let member = desk.member.id;
    let most = i64::try_from(limits::VIEWS * 2).unwrap_or(i64::MAX);
    let practice = app.store.practice(desk.practice.id);
    let listed = practice.read(move |tx| rows::list(tx, member, most)).await?;
    let views = listed.into_iter().filter_map(|view| read(view, desk));
    Ok(views.collect())
}

/// A view that a member may see.
pub async fn find(app: &App, desk: &Desk, id: ViewId) -> Result<Saved, Failure> {
    let member = desk.member.id;
    let practice = app.store.practice(desk.practice.id);
    let found = practice.read(move |tx| rows::find(tx, id, member)).await?;
    found.and_then(|view| read(view, desk)).ok_or(Failure::Missing)
}

/// A filter that an older release wrote and this one can't read is no view.
fn read(view: rows::Saved, desk: &Desk) -> Option<Saved> {
    Some(Saved {
        id: view.id,
        name: view.name,
        filter: Filter::read(&view.filter).ok()?,
        shared: view.shared,
        own: view.member == desk.member.id,
        by: view.by,
    })
}

/// Names or shares one's own view otherwise.
pub async fn change(app: &App, desk: &Desk, id: ViewId, wish: &Wish) -> Result<(), Failure> {
    let wish = checked(wish)?;
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let now = rows::find(tx, id, desk.member.id)?.ok_or(Failure::Missing)?;
            if wish.shared && !now.shared && now.member == desk.member.id {
                let most = i64::try_from(limits::VIEWS).unwrap_or(i64::MAX);
                if rows::counts(tx, desk.member.id)?.1 >= most {
                    return Err(Refusal::TooMany.into());
                }
            }
            if !rows::update(tx, (id, desk.member.id), &wish.name, wish.shared)? {
                return Err(Failure::Missing);
            }
            Ok(note(&world, tx, &desk, (id, "change"))?)
        })
        .await
}

/// Lets one's own view go.
pub async fn delete(app: &App, desk: &Desk, id: ViewId) -> Result<(), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            if !rows::delete(tx, id, desk.member.id)? {
                return Err(Failure::Missing);
            }
            Ok(note(&world, tx, &desk, (id, "delete"))?)
        })
        .await
}
