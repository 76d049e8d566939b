//! One call: how it went, what was said and noted, and the request that it became.

use anteroom_app::Failure;
use anteroom_app::calls::{self as app, view};
use anteroom_core::calls::Source;
use anteroom_core::ids::CallId;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::list::Row;
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Summary};
use crate::frame::{In, Staff, dial};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

#[derive(Template)]
#[template(path = "calls/one.html")]
struct OnePage<'a> {
    f: Staff,
    title: String,
    /// The number as it is dialled; empty if it was withheld.
    dial: String,
    number: String,
    /// Who it may be, and their page.
    person: Option<(String, String)>,
    /// Each fact with its name.
    facts: Vec<(String, String)>,
    words: String,
    hidden: bool,
    request: Option<(String, String)>,
    others: Vec<Row>,
    action: String,
    /// The notes as they stood when the form was drawn.
    seen: String,
    notes: Field,
    mistakes: &'a Mistakes,
    overtaken: bool,
}

impl OnePage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

fn id(text: &str) -> Result<CallId, Problem> {
    text.parse().map_err(|_| Problem::Missing)
}

fn facts(f: &Staff, row: &Row, call: &view::Listed) -> Vec<(String, String)> {
    let w = f.w;
    let source = match call.source {
        Source::Hook => w.t("call-source-hook"),
        Source::Hand => w.t("call-source-hand"),
        Source::Import => w.t("call-source-import"),
    };
    let facts = [
        (w.t("call-outcome"), row.outcome.clone()),
        (w.t("call-when"), row.when.clone()),
        (w.t("call-line"), row.line.clone()),
        (w.t("call-hold"), row.hold.clone()),
        (w.t("call-talk"), row.talk.clone()),
        (w.t("call-by"), row.by.clone()),
        (w.t("call-source"), source),
    ];
    let mut facts: Vec<_> = facts.into_iter().filter(|fact| !fact.1.is_empty()).collect();
    if call.after_hours {
        facts.push((w.t("call-offered"), w.t("call-was-closed")));
    }
    facts
}

async fn shown(
    web: &Web,
    (f, id): (Staff, CallId),
    typed: Option<&Fields>,
    (status, mistakes, overtaken): (StatusCode, &Mistakes, bool),
) -> Result<Response, Problem> {
    let one = view::one(&web.app, &f.seat.desk, id).await?;
    let (w, call) = (f.w, &one.call);
    let row = Row::new(&f, call);
    let number = call.caller.clone().unwrap_or_default();
    let value = typed.map_or_else(|| call.notes.clone(), |typed| typed.owned("notes"));
    let person = call.person.filter(|_| !call.person_name.is_empty());
    show_as(
        status,
        &OnePage {
            title: if number.is_empty() {
                w.t("call-number-withheld")
            } else {
                number.clone()
            },
            dial: dial(&number),
            number,
            person: person.map(|id| (format!("{}/people/{id}", f.base()), call.person_name.clone())),
            facts: facts(&f, &row, call),
            words: call.words.clone(),
            hidden: one.hidden,
            request: row.request,
            others: one.others.iter().map(|other| Row::new(&f, other)).collect(),
            action: format!("{}/calls/{id}/notes", f.base()),
            seen: call.notes.clone(),
            notes: Field::line("notes", w.t("call-notes"))
                .of_kind("textarea")
                .typed(&value, mistakes),
            mistakes,
            overtaken,
            f,
        },
    )
}

pub(super) async fn page(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, text)): In<(String, String)>,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "calls");
    let fine = (StatusCode::OK, &Mistakes::default(), false);
    shown(&web, (f, id(&text)?), None, fine).await
}

pub(super) async fn note(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, text)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = id(&text)?;
    let (seen, notes) = (typed.text("seen"), typed.text("notes"));
    let done = app::note(&web.app, &seat.desk, id, seen, notes).await;
    let f = Staff::new(&web, seat, &tongue, "calls");
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/desk/{slug}/calls/{id}")).into_response()),
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, f.w, |_| f.w.t("call-notes"));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            shown(&web, (f, id), Some(&typed), (status, &mistakes, false)).await
        }
        Err(Failure::Overtaken(_)) => {
            let none = Mistakes::default();
            shown(&web, (f, id), Some(&typed), (StatusCode::CONFLICT, &none, true)).await
        }
        Err(failure) => Err(failure.into()),
    }
}
