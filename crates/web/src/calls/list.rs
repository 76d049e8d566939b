//! The calls behind the numbers: a day's, those of one outcome, or all, the last first.

use anteroom_app::calls::view::{self, Filter, Listed};
use anteroom_core::calls::{Outcome, Stage};
use anteroom_core::ids::CallId;
use anteroom_core::{Time, limits};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use super::{clocked, outcome};
use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::{Fields, Query};
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::people::Choice;
use crate::seat::Seat;
use crate::when::machine;

/// A call of a list, in words.
pub(super) struct Row {
    pub href: String,
    pub who: String,
    pub when: String,
    pub machine: String,
    pub line: String,
    pub hold: String,
    pub talk: String,
    pub outcome: String,
    /// `kept` for one that was answered, `broken` for one that wasn't, nothing for the rest.
    pub class: &'static str,
    pub by: String,
    pub request: Option<(String, String)>,
}

impl Row {
    pub(super) fn new(f: &Staff, call: &Listed) -> Self {
        let w = f.w;
        let number = call.caller.clone().unwrap_or_else(|| w.t("call-number-withheld"));
        let class = match call.outcome {
            Some(Outcome::Answered) => "kept",
            Some(Outcome::Abandoned | Outcome::Lost) => "broken",
            _ => "",
        };
        Self {
            href: format!("{}/calls/{}", f.base(), call.id),
            who: if call.person_name.is_empty() {
                number
            } else {
                w.with2(
                    "call-hint",
                    ("name", call.person_name.clone()),
                    ("number", number),
                )
            },
            when: f.when.moment(call.started_at),
            machine: machine(call.started_at),
            line: call.line.clone(),
            hold: clocked(call.hold),
            talk: if call.outcome == Some(Outcome::Answered) && call.stage == Stage::Over {
                clocked(call.talk)
            } else {
                w.t("no-value")
            },
            outcome: outcome(w, call.outcome),
            class,
            by: call.by.clone(),
            request: call
                .request
                .map(|number| (format!("{}/requests/{number}", f.base()), format!("#{number}"))),
        }
    }
}

#[derive(Template)]
#[template(path = "calls/list.html")]
struct ListPage {
    f: Staff,
    title: String,
    day: String,
    outcomes: Vec<Choice>,
    rows: Vec<Row>,
    next: Option<String>,
    /// Where the list begins; nothing on its first page.
    first: Option<String>,
}

/// A place in the list as a URL carries it: microseconds and id.
fn place(text: &str) -> Option<(Time, CallId)> {
    let (at, id) = text.split_once('.')?;
    Some((Time::from_micros(at.parse().ok()?), id.parse().ok()?))
}

fn filter(query: &Fields) -> Result<Filter, Problem> {
    let day = match query.text("day") {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| Problem::Missing)?),
    };
    let outcome = match query.text("outcome") {
        "" => None,
        word => Some(word.parse::<Outcome>().map_err(|_| Problem::Missing)?),
    };
    Ok(Filter { day, outcome })
}

pub(super) async fn page(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let filter = filter(&query)?;
    let before = match query.text("before") {
        "" => None,
        text if text.len() > limits::URL_VALUE => return Err(Problem::Missing),
        text => Some(place(text).ok_or(Problem::Missing)?),
    };
    let calls = view::list(&web.app, &seat.desk.practice, filter, before).await?;
    let f = Staff::new(&web, seat, &tongue, "calls");
    let w = f.w;
    let day = filter.day.map_or_else(String::new, |day| day.to_string());
    let chosen = filter.outcome.map_or("", Outcome::as_str);
    let mut outcomes = vec![Choice::new("", w.t("call-outcome-any"), chosen)];
    let word = |one: &Outcome| Choice::new(one.as_str(), outcome(w, Some(*one)), chosen);
    outcomes.extend(Outcome::ALL.iter().map(word));
    let path = format!("{}/calls/list?day={day}&outcome={chosen}", f.base());
    let next = calls
        .next
        .map(|(at, id)| format!("{path}&before={}.{id}", at.micros()));
    show(&ListPage {
        title: filter.day.map_or_else(
            || w.t("call-list"),
            |day| w.with("call-list-day", "day", f.when.day(day)),
        ),
        day,
        outcomes,
        rows: calls.rows.iter().map(|call| Row::new(&f, call)).collect(),
        next,
        first: before.map(|_| path),
        f,
    })
}
