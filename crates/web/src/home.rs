//! The patients' first pages: which practice, and "How can we help?" with all that a practice says of itself.

use anteroom_app::places::weeks;
use anteroom_app::practices::{self, Practice};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::{In, Public, door};
use crate::i18n::{Tongue, Words};
use crate::origin::Base;
use crate::places::Spot;
use crate::places::data::Graph;
use crate::places::head::Head;
use crate::table::{Needs, Route};

/// Practices on a page of the list.
const LISTED: i64 = 50;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/", Needs::Nothing, which),
        Route::get("/{slug}", Needs::Nothing, home),
    ]
}

#[derive(Template)]
#[template(path = "practices.html")]
pub(crate) struct PracticesPage {
    pub w: Words,
    pub practices: Vec<Practice>,
    /// The slug after which the next page starts.
    pub next: Option<String>,
    /// The path before each slug.
    pub before: &'static str,
    pub title: &'static str,
    /// The session's token, where somebody is signed in.
    pub token: String,
}

/// One practice is the page itself; several are a plain list; none is the first set-up.
async fn which(State(web): State<Web>, tongue: Tongue, Query(query): Query) -> Result<Response, Problem> {
    let after = anteroom_core::text::slug(query.text("after")).unwrap_or_default();
    let mut practices = practices::list(&web.app, &after, LISTED + 1).await?;
    if after.is_empty() {
        match practices.as_slice() {
            [] => return Ok(Redirect::to("/setup").into_response()),
            [only] => return Ok(Redirect::to(&format!("/{}", only.slug)).into_response()),
            _ => {}
        }
    }
    let more = practices.len() > usize::try_from(LISTED).unwrap_or(usize::MAX);
    practices.truncate(usize::try_from(LISTED).unwrap_or(usize::MAX));
    let next = practices.last().filter(|_| more).map(|last| last.slug.clone());
    let w = tongue.words();
    show(&PracticesPage {
        w,
        practices,
        next,
        before: "/",
        title: "practices-title",
        token: String::new(),
    })
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    f: Public,
    h: Head,
    /// What the desk's door says.
    door: String,
    open: bool,
    answer_by: Option<String>,
    spots: Vec<Spot>,
    /// Kinds of requests to begin with: code and words.
    starts: Vec<(String, String)>,
}

async fn home(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    In(slug): In<String>,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}")).await?;
    let weeks = weeks(&web.app, f.practice()).await?;
    let mut graph = Graph::new(&f, &base);
    graph.clinics(&f, &base, &weeks);
    let about = f.w.with("home-about", "name", f.practice().name.clone());
    let starts = f
        .facts
        .kinds
        .iter()
        .filter_map(|kind| Some((kind.code.clone(), f.w.maybe("start", &kind.code)?)));
    let page = HomePage {
        door: door(f.w, &f.when, f.facts.door),
        open: matches!(f.facts.door, anteroom_app::hours::Door::Open(_)),
        answer_by: f.facts.answer_by.map(|at| f.when.by(at)),
        spots: Spot::all(&f),
        starts: starts.collect(),
        h: Head::new(&f, &base, about).with(graph),
        f,
    };
    show(&page)
}

#[cfg(test)]
mod tests;
