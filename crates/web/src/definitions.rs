//! What each number means, one click away from it: the definition in words, the formula, and the figures behind today's
//! value.

use anteroom_app::promises::{self, History};
use anteroom_core::access::Right;
use anteroom_core::promises::{Figures, Name, Promise};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::{In, Staff};
use crate::i18n::{Tongue, Words};
use crate::seat::Seat;
use crate::table::{Needs, Route};
use crate::today::{Card, card};

mod coverage;
mod hold;
mod nps;
mod open;
mod past;
mod people;
mod response;
mod retention;
mod site;

use past::Drawn;

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get(
        "/desk/{slug}/definitions/{promise}",
        Needs::Desk(Right::Work),
        definition,
    )]
}

#[derive(Template)]
#[template(path = "definition.html")]
struct DefinitionPage {
    f: Staff,
    title: String,
    card: Card,
    meaning: String,
    formula: String,
    /// Each figure with its name.
    figures: Vec<(String, String)>,
    history: Option<Drawn>,
    /// Its last weeks are told by months.
    by_month: bool,
    /// The rows behind the figures.
    rows: Option<Rows>,
}

/// The rows behind a value, as a table.
struct Rows {
    /// What stands above them; empty for none.
    title: String,
    /// The names of the columns, the first for whom or what the row is, the last for what became of it.
    columns: Vec<String>,
    lines: Vec<Line>,
}

/// One of them.
struct Line {
    href: String,
    /// What the link says.
    name: String,
    who: String,
    aside: String,
    cells: Vec<String>,
    /// `kept`, `broken`, or nothing where it does not count.
    class: &'static str,
    /// What became of it, in a word.
    outcome: String,
}

/// A figure with its name.
fn named(w: Words, word: &str, value: String) -> (String, String) {
    (w.of("figure", word), value)
}

/// The figures behind a promise's value.
fn figures(f: &Staff, promise: &Promise) -> Vec<(String, String)> {
    match &promise.figures {
        Figures::Response(today) => response::figures(f, today),
        Figures::Open(now) => open::figures(f, now),
        Figures::Hold(now) => hold::figures(f, now),
        Figures::Coverage(now) => coverage::figures(f, now),
        Figures::Site(now) => site::figures(f, now),
        Figures::People(now) => people::figures(f, now),
        Figures::Retention(now) => retention::figures(f, now),
        Figures::Nps(now) => nps::figures(f, now),
        Figures::NotMeasured => Vec::new(),
    }
}

/// The last weeks of a promise, where it has any.
fn past(f: &Staff, history: &History) -> Option<Drawn> {
    let past = match history {
        History::Response { threshold, days } => response::past(f, *threshold, days),
        History::Open { rules, days } => open::past(f, rules, days),
        History::Hold { rules, days } => hold::past(f, rules, days),
        History::Coverage(days) => coverage::past(f, days),
        History::Site { target, days } => site::past(f, *target, days),
        History::People(days) => people::past(f, days),
        History::Retention { target, months } => retention::past(f, *target, months),
        History::Nps { target, months } => nps::past(f, *target, months),
        History::NotMeasured => return None,
    };
    Some(past.drawn(f))
}

/// The rows behind a promise's value, for those that have no page of their own.
async fn rows(web: &Web, f: &Staff, name: Name, day: Option<Date>) -> Result<Option<Rows>, Problem> {
    match name {
        Name::Response => Ok(Some(response::rows(web, f, day).await?)),
        Name::Coverage => Ok(Some(coverage::rows(web, f, day).await?)),
        Name::Nps => Ok(Some(nps::rows(web, f).await?)),
        _ => Ok(None),
    }
}

async fn definition(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, name)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let name: Name = name.parse().map_err(|_| Problem::Missing)?;
    let promise = promises::one(&web.app, &seat.desk.practice, name).await?;
    let history = promises::history(&web.app, &seat.desk.practice, name).await?;
    let f = Staff::new(&web, seat, &tongue, "");
    let page = DefinitionPage {
        history: past(&f, &history),
        by_month: matches!(history, History::Nps { .. } | History::Retention { .. }),
        rows: match &promise.figures {
            Figures::Site(now) => Some(site::rows(&f, now)),
            Figures::People(now) => Some(people::rows(&f, now)),
            _ => rows(&web, &f, name, query.parsed("day")).await?,
        },
        title: f.w.of("promise-title", name.as_str()),
        card: card(&f, &promise),
        meaning: f.w.of("meaning", name.as_str()),
        formula: f.w.of("formula", name.as_str()),
        figures: figures(&f, &promise),
        f,
    };
    show(&page)
}
