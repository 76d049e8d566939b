//! What was changed in the settings: who, when, which field, what it was and what it is. It only reads.

use anteroom_app::settings::changes::{self, Change, Noun};
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::form::label;
use super::{Leaf, Link, Side};
use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::seat::Seat;
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "changes",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get(
        "/desk/{slug}/settings/changes",
        Needs::Desk(LEAF.right),
        list,
    )]
}

fn state(f: &Staff, now: &Overview) -> String {
    match &now.last {
        Some(last) => f.w.with2(
            "changes-last",
            ("who", who(f, last)),
            ("when", f.when.moment(last.at)),
        ),
        None => f.w.t("changes-none"),
    }
}

fn who(f: &Staff, change: &Change) -> String {
    if change.name.is_empty() {
        f.w.of("changes-by", &change.actor)
    } else {
        change.name.clone()
    }
}

/// A field's name; kinds have one each, by their code, and cards by their sign.
fn field(f: &Staff, change: &Change) -> String {
    if let Some(code) = change.field.strip_prefix("kind ") {
        return f.w.with("changes-kind", "code", code.to_owned());
    }
    if change.noun != Noun::Emergency {
        return label(f.w, &change.field);
    }
    let named = match change.field.strip_prefix("card ") {
        Some(sign) => f.w.maybe("danger", sign),
        None => f.w.maybe("field-emergency", &change.field),
    };
    named.unwrap_or_else(|| change.field.clone())
}

/// A change, in words.
struct Line {
    when: String,
    who: String,
    noun: String,
    /// The field's name, or its code where the pages have no name for it.
    field: String,
    before: String,
    after: String,
}

#[derive(Template)]
#[template(path = "settings/changes.html")]
struct ChangesPage {
    f: Staff,
    s: Side,
    filters: Vec<Link>,
    lines: Vec<Line>,
    next: Option<String>,
    first: bool,
}

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let noun = match query.text("noun") {
        "" => None,
        word => Some(word.parse::<Noun>().map_err(|_| Problem::Missing)?),
    };
    let before = match query.text("before") {
        "" => None,
        id => Some(id.parse().map_err(|_| Problem::Missing)?),
    };
    let found = changes::list(&web.app, &seat.desk.practice, noun, before).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let path = format!("{}/settings/changes", f.base());
    let of = |noun: Option<Noun>| noun.map_or_else(String::new, |noun| format!("noun={noun}"));
    let filter = |one: Option<Noun>| Link {
        href: format!("{path}?{}", of(one)),
        label: one.map_or_else(
            || f.w.t("changes-all"),
            |noun| f.w.of("changes-of", noun.as_str()),
        ),
        current: one == noun,
    };
    let filters = std::iter::once(None)
        .chain(Noun::ALL.iter().copied().map(Some))
        .map(filter);
    let line = |change: &Change| Line {
        when: f.when.moment(change.at),
        who: who(&f, change),
        noun: f.w.of("changes-of", change.noun.as_str()),
        field: field(&f, change),
        before: change.before.clone(),
        after: change.after.clone(),
    };
    let page = ChangesPage {
        s: Side::new(&f, LEAF.name),
        filters: filters.collect(),
        lines: found.rows.iter().map(line).collect(),
        next: found
            .next
            .map(|next| format!("{path}?{}&before={next}", of(noun))),
        first: before.is_none(),
        f,
    };
    show(&page)
}
