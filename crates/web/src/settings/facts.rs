//! What the website tells, since when each fact is held for true, and the press that says: it is still so.

use anteroom_app::places::facts::{self, Held};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use anteroom_core::ids::LocationId;
use anteroom_core::places::facts::Fact;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::form::saved;
use super::{Leaf, Side, count};
use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "facts",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/facts", needs, list),
        Route::post("/desk/{slug}/settings/facts/{fact}/{of}", needs, hold),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("facts-state", "n", count(now.stale))
}

/// A fact in the list.
struct Row {
    title: String,
    since: String,
    stale: bool,
    /// Where it is changed, for who may.
    href: String,
    /// Where a press says that it is still true; empty where an import says it.
    hold: String,
}

#[derive(Template)]
#[template(path = "settings/facts.html")]
struct FactsPage {
    f: Staff,
    s: Side,
    rows: Vec<Row>,
}

fn row(f: &Staff, held: &Held) -> Row {
    // The ids of all nouns are written alike.
    let id = LocationId(held.of).to_string();
    let own = held.of == f.practice().id.bytes();
    let (right, page) = match held.fact {
        Fact::Practice => (Right::Administer, "practice".to_owned()),
        Fact::Location => (Right::Administer, format!("locations/{id}")),
        Fact::Hours if own => (Right::Manage, "hours/desk".to_owned()),
        Fact::Hours => (Right::Manage, format!("hours/{id}")),
        Fact::Doctor => (Right::Manage, format!("doctors/{id}")),
        Fact::Bring => (Right::Manage, "words".to_owned()),
        Fact::Directory => (Right::Manage, String::new()),
    };
    let opens = f.seat.desk.role.may(right) && !page.is_empty();
    let fact = f.w.of("fact", held.fact.as_str());
    Row {
        title: if held.name.is_empty() {
            fact
        } else {
            format!("{}: {fact}", held.name)
        },
        since: f.w.with("facts-since", "when", f.when.date(held.since)),
        stale: held.stale,
        href: if opens {
            format!("{}/settings/{page}", f.base())
        } else {
            String::new()
        },
        hold: if held.fact == Fact::Directory {
            String::new()
        } else {
            format!("{}/settings/facts/{}/{id}", f.base(), held.fact)
        },
    }
}

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let held = facts::list(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let mut rows: Vec<Row> = held.iter().map(|held| row(&f, held)).collect();
    rows.sort_by_key(|row| !row.stale);
    let s = Side::new(&f, LEAF.name).saved(&query);
    show(&FactsPage { f, s, rows })
}

async fn hold(
    State(web): State<Web>,
    seat: Seat,
    In((slug, fact, of)): In<(String, String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let fact: Fact = fact.parse().map_err(|_| Problem::Missing)?;
    let of: LocationId = of.parse().map_err(|_| Problem::Missing)?;
    let hand = Hand::plain(seat.desk.member.id);
    facts::hold(&web.app, &seat.desk.practice, &hand, fact, of.bytes()).await?;
    Ok(saved(&format!("/desk/{slug}/settings/facts")))
}
