//! What each number means, one click away from it: the definition in words, the formula, and the figures behind today's
//! value.

use anteroom_app::practices;
use anteroom_app::promises::{self, ClockOfDay};
use anteroom_core::access::Right;
use anteroom_core::promises::{Figures, Name, Promise};
use anteroom_core::requests::Outcome;
use anteroom_core::requests::kinds::Kind;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use crate::Web;
use crate::ask::kind_name;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::queue::counted;
use crate::seat::Seat;
use crate::table::{Needs, Route};
use crate::today::{Card, card, percent, whole};

mod past;

use past::Past;

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
    history: Option<Past>,
    /// The rows behind the figures: every clock of the day.
    clocks: Vec<ClockRow>,
    /// What stands above them; empty where a promise has no such rows.
    clocks_title: String,
}

/// A clock of the day, in words.
struct ClockRow {
    number: i64,
    who: String,
    kind: String,
    started: String,
    open: String,
    outcome: String,
    /// `kept`, `broken`, or nothing where it does not count.
    class: &'static str,
}

impl ClockRow {
    fn new(f: &Staff, kinds: &[Kind], clock: &ClockOfDay) -> Self {
        let fact = &clock.fact;
        let inside = fact.open <= fact.target;
        let (word, class) = match (fact.outcome, inside) {
            (Some(Outcome::Answered), true) => ("in-time", "kept"),
            (Some(Outcome::Answered), false) => ("late", "broken"),
            (Some(Outcome::Missed), _) => ("missed", "broken"),
            (Some(Outcome::Withdrawn), _) => ("withdrawn", ""),
            (None, true) => ("running", ""),
            (None, false) => ("run-out", "broken"),
        };
        let name = kinds
            .iter()
            .find(|kind| kind.code == clock.kind)
            .map_or("", |kind| kind.name.as_str());
        Self {
            number: clock.number,
            who: if clock.person.is_empty() {
                f.w.t("somebody")
            } else {
                clock.person.clone()
            },
            kind: kind_name(f.w, "kind-of", &clock.kind, name),
            started: f.when.moment(clock.started_at),
            open: f.when.length(fact.open),
            outcome: f.w.of("outcome", word),
            class,
        }
    }
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
    Query(query): Query,
) -> Result<Response, Problem> {
    let name: Name = name.parse().map_err(|_| Problem::Missing)?;
    let today = promises::today(&web.app, &seat.desk).await?;
    let promise = today
        .promises
        .iter()
        .find(|promise| promise.name == name)
        .ok_or(Problem::Missing)?;
    let day: Option<Date> = query.parsed("day");
    let clocks = match name {
        Name::Response => promises::clocks_of(&web.app, &seat.desk, day).await?,
        _ => Vec::new(),
    };
    let history = promises::history(&web.app, &seat.desk.practice, name).await?;
    let kinds = practices::facts(&web.app, &seat.desk.practice).await?.kinds;
    let f = Staff::new(&web, seat, &tongue, "");
    let listed = i64::try_from(clocks.len()).unwrap_or(i64::MAX);
    let page = DefinitionPage {
        history: Past::new(&f, &history),
        clocks_title: match (name, day) {
            (Name::Response, Some(day)) => {
                f.w.with2("clocks-of-day", ("day", f.when.day(day)), ("n", listed))
            }
            (Name::Response, None) if listed > 0 => f.w.with("clocks-of-today", "n", listed),
            _ => String::new(),
        },
        title: f.w.of("promise-title", name.as_str()),
        card: card(&f, promise),
        meaning: f.w.of("meaning", name.as_str()),
        formula: f.w.of("formula", name.as_str()),
        figures: figures(&f, promise),
        clocks: clocks
            .iter()
            .map(|clock| ClockRow::new(&f, &kinds, clock))
            .collect(),
        f,
    };
    show(&page)
}
