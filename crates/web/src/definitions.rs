//! What each number means, one click away from it: the definition in words, the formula, and the figures behind today's
//! value.

use anteroom_app::promises;
use anteroom_core::access::Right;
use anteroom_core::promises::{Figures, Name, Promise};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::queue::counted;
use crate::seat::Seat;
use crate::table::{Needs, Route};
use crate::today::{Card, card, percent, whole};

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
}

/// The figures behind a promise's value.
fn figures(f: &Staff, promise: &Promise) -> Vec<(String, String)> {
    let w = f.w;
    let named = |word: &str, value: String| (w.of("figure", word), value);
    match &promise.figures {
        Figures::Response(today) => {
            let report = &today.report;
            let span = |span: Option<_>| span.map_or_else(|| w.t("no-value"), |span| f.when.length(span));
            let count = |count: u64| counted(w, whole(count));
            vec![
                named("n", count(report.n)),
                named("in-time", count(report.in_time)),
                named("answered", count(report.answered)),
                named("missed", count(report.missed)),
                named("running", count(report.running)),
                named("withdrawn", count(report.withdrawn)),
                named("rate", percent(w, report.response_rate())),
                named("median", span(report.median)),
                named("p90", span(report.p90)),
                named("outlook", percent(w, today.outlook)),
            ]
        }
        Figures::Open(now) => {
            let days = now
                .days_to_clear()
                .map_or_else(|| w.t("no-value"), |days| format!("{days:.1}"));
            vec![
                named("open", counted(w, now.counts.open)),
                named("waiting", counted(w, now.counts.waiting)),
                named("snoozed", counted(w, now.counts.snoozed)),
                named("resolved", counted(w, now.counts.resolved)),
                named("work", f.when.length(now.work())),
                named("days", days),
                named("open-outlook", counted(w, now.outlook())),
            ]
        }
        Figures::NotMeasured => Vec::new(),
    }
}

async fn definition(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, name)): In<(String, String)>,
) -> Result<Response, Problem> {
    let name: Name = name.parse().map_err(|_| Problem::Missing)?;
    let today = promises::today(&web.app, &seat.desk).await?;
    let promise = today
        .promises
        .iter()
        .find(|promise| promise.name == name)
        .ok_or(Problem::Missing)?;
    let f = Staff::new(&web, seat, &tongue, "");
    let page = DefinitionPage {
        title: f.w.of("promise-title", name.as_str()),
        card: card(&f, promise),
        meaning: f.w.of("meaning", name.as_str()),
        formula: f.w.of("formula", name.as_str()),
        figures: figures(&f, promise),
        f,
    };
    show(&page)
}
