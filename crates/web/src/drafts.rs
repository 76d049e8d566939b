//! Drafts on a request's page: kept while somebody types, shown when they come back, thrown away when they say so. Without
//! scripts the one button that there is still works.

use std::collections::BTreeMap;

use anteroom_app::drafts::{self, Draft, Field};
use anteroom_core::Time;
use anteroom_core::access::Right;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;

use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::requests::number;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::post(
        "/desk/{slug}/requests/{number}/drafts",
        Needs::Desk(Right::Work),
        keep,
    )]
}

/// A draft as its field shows it.
pub(crate) struct Kept {
    pub words: String,
    /// Whose and from when, in words.
    pub note: String,
    /// The instant, for the next save to name.
    pub at: i64,
}

/// The drafts of a page, by field.
#[derive(Default)]
pub(crate) struct Drafts(BTreeMap<String, Kept>);

impl Drafts {
    /// The member's drafts of a request.
    pub(crate) async fn load(web: &Web, f: &Staff, number: i64) -> Result<Self, Problem> {
        let found = drafts::of(&web.app, &f.seat.desk, number).await?;
        let kept = |draft: Draft| {
            let note = f.w.with("draft-yours", "when", f.when.moment(draft.written_at));
            let at = draft.written_at.micros();
            let words = draft.body;
            (draft.field, Kept { words, note, at })
        };
        Ok(Self(found.into_iter().map(kept).collect()))
    }

    /// The draft of a field.
    pub(crate) fn of(&self, field: &str) -> Option<&Kept> {
        self.0.get(field)
    }
}

/// What a page's script is told of a save.
#[derive(Serialize)]
struct Answer {
    /// As text: a script's numbers are not whole this far up.
    at: Option<String>,
    said: String,
}

async fn keep(
    State(web): State<Web>,
    headers: HeaderMap,
    tongue: Tongue,
    seat: Seat,
    In((slug, text)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let number = number(&text)?;
    let f = Staff::new(&web, seat, &tongue, "queue");
    let drops = typed.ticked("drop");
    let field: Field = typed
        .parsed(if drops { "drop" } else { "field" })
        .ok_or(Problem::Invalid)?;
    let words = if drops { "" } else { typed.text("text") };
    let kept = drafts::keep(&web.app, &f.seat.desk, number, field, (words, knows(&typed))).await?;
    let by_script = headers
        .get(ACCEPT)
        .is_some_and(|kinds| kinds.as_bytes().starts_with(b"application/json"));
    if !by_script {
        return Ok(Redirect::to(&format!("/desk/{slug}/requests/{number}")).into_response());
    }
    let said = match kept.at {
        Some(at) if kept.overwrote => f.w.with("draft-other", "when", f.when.clock(at)),
        Some(at) => f.w.with("draft-kept", "when", f.when.clock(at)),
        None if words.is_empty() => String::new(),
        None => f.w.t("draft-gone"),
    };
    let at = kept.at.map(|at| at.micros().to_string());
    Ok(Json(Answer { at, said }).into_response())
}

/// The instant of the draft that the page knows.
fn knows(typed: &Fields) -> Option<Time> {
    typed.parsed("knows").map(Time::from_micros)
}

#[cfg(test)]
mod stories;
