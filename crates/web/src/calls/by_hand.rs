//! A call that somebody writes down, where no phone system is connected.

use anteroom_app::Failure;
use anteroom_app::calls::{self as app, ByHand};
use anteroom_app::lines;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::seat::{Seat, Written};

#[derive(Template)]
#[template(path = "calls/new.html")]
struct FormPage<'a> {
    f: Staff,
    /// The form's own key: the same form twice is one call.
    key: String,
    fields: Vec<Field>,
    mistakes: &'a Mistakes,
}

impl FormPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

/// The fields as they stand on the page.
const ORDER: [&str; 7] = ["line", "caller", "outcome", "hold", "talk", "words", "notes"];

fn label(w: Words, field: &str) -> String {
    match field {
        "line" => w.t("call-line"),
        "caller" => w.t("call-field-caller"),
        "outcome" => w.t("call-field-outcome"),
        "hold" => w.t("call-field-hold"),
        "talk" => w.t("call-field-talk"),
        "words" => w.t("call-words"),
        _ => w.t("call-notes"),
    }
}

async fn page(
    web: &Web,
    f: Staff,
    typed: &Fields,
    (status, mistakes): (StatusCode, &Mistakes),
) -> Result<Response, Problem> {
    let w = f.w;
    let known = lines::list(&web.app, f.practice()).await?;
    let mut places = vec![(String::new(), w.t("call-line-unknown"))];
    places.extend(
        known
            .iter()
            .map(|(line, _)| (line.id.to_string(), line.name.clone())),
    );
    let outcomes = app::OUTCOMES
        .iter()
        .map(|one| (one.to_string(), super::outcome(w, Some(*one))));
    let line = |id: &'static str| {
        Field::line(id, label(w, id))
            .auto("off")
            .typed(typed.text(id), mistakes)
    };
    let fields = vec![
        line("line").options(places),
        line("caller").of_kind("tel").optional(w.t("optional")),
        line("outcome").options(outcomes.collect()),
        line("hold").help(w.t("call-help-hold")).optional(w.t("optional")),
        line("talk").help(w.t("call-help-talk")).optional(w.t("optional")),
        line("words")
            .of_kind("textarea")
            .help(w.t("call-help-words"))
            .optional(w.t("optional")),
        line("notes")
            .of_kind("textarea")
            .help(w.t("call-help-notes"))
            .optional(w.t("optional")),
    ];
    let key = Some(typed.owned("key")).filter(|key| !key.is_empty());
    let fresh = || data_encoding::HEXLOWER.encode(&web.app.random::<16>());
    let page = FormPage {
        key: key.unwrap_or_else(fresh),
        fields,
        mistakes,
        f,
    };
    show_as(status, &page)
}

pub(super) async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "calls");
    page(&web, f, &query, (StatusCode::OK, &Mistakes::default())).await
}

pub(super) async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let call = ByHand {
        line: typed.owned("line"),
        caller: typed.owned("caller"),
        outcome: typed.owned("outcome"),
        hold: typed.owned("hold"),
        talk: typed.owned("talk"),
        words: typed.owned("words"),
        notes: typed.owned("notes"),
        key: typed.owned("key"),
    };
    let done = app::log(&web.app, &seat.desk, &call).await;
    let f = Staff::new(&web, seat, &tongue, "calls");
    match done {
        Ok(id) => Ok(Redirect::to(&format!("{}/calls/{id}", f.base())).into_response()),
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, f.w, |field| label(f.w, field)).ordered(&ORDER);
            page(&web, f, &typed, (StatusCode::UNPROCESSABLE_ENTITY, &mistakes)).await
        }
        Err(failure) => Err(failure.into()),
    }
}
