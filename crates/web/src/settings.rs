//! The settings: one page a noun, each in the same frame, and the list of all with what each holds and how it stands. A
//! page is a [`Leaf`] and its routes; who may not open a page is not told of it. It knows no setting itself.

use anteroom_app::settings::overview::{Overview, overview};
use anteroom_core::access::Right;
use anteroom_core::limits;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Fields;
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::seat::Seat;
use crate::table::{Needs, Route};

mod changes;
mod chart;
mod doctors;
mod emergency;
mod facts;
mod form;
mod hours;
mod invitations;
mod kinds;
mod lines;
mod locations;
mod mail;
mod members;
mod phones;
mod practice;
mod promises;
mod surveys;
mod teams;
mod words;

/// A page of the settings. Its texts are `settings-title-NAME` and `settings-holds-NAME`, one sentence of what it holds.
pub(crate) struct Leaf {
    /// Its name in the path and in the keys of its texts.
    pub name: &'static str,
    /// Who opens it.
    pub right: Right,
    /// How it stands now, in words.
    pub state: fn(&Staff, &Overview) -> String,
}

/// All pages, in the order of the list.
pub(crate) const LEAVES: &[Leaf] = &[
    hours::LEAF,
    promises::LEAF,
    kinds::LEAF,
    teams::LEAF,
    words::LEAF,
    practice::LEAF,
    locations::LEAF,
    doctors::LEAF,
    facts::LEAF,
    lines::LEAF,
    phones::LEAF,
    members::LEAF,
    invitations::LEAF,
    surveys::LEAF,
    mail::LEAF,
    emergency::LEAF,
    chart::LEAF,
    changes::LEAF,
];

/// The rooms behind the pages.
const ROOMS: &[fn() -> Vec<Route>] = &[
    hours::routes,
    promises::routes,
    kinds::routes,
    teams::routes,
    words::routes,
    practice::routes,
    locations::routes,
    doctors::routes,
    facts::routes,
    lines::routes,
    phones::routes,
    members::routes,
    invitations::routes,
    surveys::routes,
    mail::routes,
    emergency::routes,
    chart::routes,
    changes::routes,
];

#[cfg(test)]
pub(crate) fn names() -> Vec<String> {
    LEAVES.iter().map(|leaf| leaf.name.to_owned()).collect()
}

pub(crate) fn routes() -> Vec<Route> {
    let list = Route::get("/desk/{slug}/settings", Needs::Desk(Right::Clinical), list);
    let rooms = ROOMS.iter().flat_map(|room| room());
    std::iter::once(list).chain(rooms).collect()
}

/// A way to another page of the settings.
pub(crate) struct Link {
    pub href: String,
    pub label: String,
    pub current: bool,
}

/// What stands beside and above a page of the settings: `s` in its template, which extends `settings.html`.
pub(crate) struct Side {
    pub title: String,
    /// What the page holds, in a sentence.
    pub holds: String,
    pub links: Vec<Link>,
    /// It has just been saved.
    pub saved: bool,
}

impl Link {
    /// A way to a page that isn't this one.
    pub(crate) const fn to(href: String, label: String) -> Self {
        Self {
            href,
            label,
            current: false,
        }
    }
}

/// A count of rows as Fluent takes it.
pub(crate) fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

impl Side {
    /// The same above a page of one thing, by its name.
    pub(crate) fn titled(self, title: String) -> Self {
        Self { title, ..self }
    }

    /// The frame of the page of that name.
    pub(crate) fn new(f: &Staff, name: &str) -> Self {
        let links = open_to(f).map(|leaf| Link {
            href: format!("{}/settings/{}", f.base(), leaf.name),
            label: f.w.of("settings-title", leaf.name),
            current: leaf.name == name,
        });
        Self {
            title: f.w.of("settings-title", name),
            holds: f.w.of("settings-holds", name),
            links: links.collect(),
            saved: false,
        }
    }

    /// The same after the form was saved, as the query `?saved=1` says.
    pub(crate) fn saved(self, query: &Fields) -> Self {
        Self {
            saved: query.ticked("saved"),
            ..self
        }
    }
}

/// To a list from which one is gone, with how many requests of it went back to nobody.
fn ended(path: &str, given: i64) -> Response {
    Redirect::to(&format!("{path}?saved=1&given={given}")).into_response()
}

/// What went back to nobody when somebody or a team ended, as the query says.
fn given_back(f: &Staff, query: &Fields) -> Option<form::Say> {
    let given: i64 = query
        .parsed("given")
        .filter(|given| (1..=limits::COUNT_MAX).contains(given))?;
    let mut say = form::Say::new("", f.w.with("settings-given", "n", given));
    say.lines.push(f.w.t("settings-given-help"));
    Some(say)
}

/// The pages that whoever sits there may open.
fn open_to(f: &Staff) -> impl Iterator<Item = &'static Leaf> {
    let role = f.seat.desk.role;
    LEAVES.iter().filter(move |leaf| role.may(leaf.right))
}

/// A page in the list.
struct Item {
    link: Link,
    holds: String,
    state: String,
}

#[derive(Template)]
#[template(path = "settings/list.html")]
struct ListPage {
    f: Staff,
    items: Vec<Item>,
}

async fn list(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let now = overview(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let items = open_to(&f).map(|leaf| Item {
        link: Link {
            href: format!("{}/settings/{}", f.base(), leaf.name),
            label: f.w.of("settings-title", leaf.name),
            current: false,
        },
        holds: f.w.of("settings-holds", leaf.name),
        state: (leaf.state)(&f, &now),
    });
    let items = items.collect();
    show(&ListPage { f, items })
}

#[cfg(test)]
mod stories;
