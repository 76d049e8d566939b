//! "Was this helpful?": one press for yes; for no a reason and some words, if somebody wants to say them. Nothing says who.

use anteroom_app::Failure;
use anteroom_app::site::opinions::{self, Typed};
use anteroom_core::limits;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Shown, found, page};
use crate::Web;
use crate::alerts;
use crate::caller::Caller;
use crate::errors::Problem;
use crate::forms::{Fields, Mistakes, Posted};
use crate::frame::{In, Public};
use crate::guard::{self, Guarded};
use crate::i18n::Tongue;
use crate::origin::Base;

/// The name of the form of an article, which its token is sealed with.
pub(super) fn form(slug: &str) -> String {
    format!("opinion:{slug}")
}

pub(super) async fn give(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    base: Base,
    In((slug, name)): In<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    let here = format!("/{slug}/help/{name}");
    let f = Public::load(&web, &slug, &tongue, here.clone()).await?;
    let reading = match found(&web, &f, &name).await? {
        Ok(reading) => reading,
        Err(moved) => return Ok(moved),
    };
    let from = (caller, limits::FORM_LEAST);
    let mut shown = typed_again(&typed);
    let (status, after) = match guard::judge(&web, f.practice(), &form(&name), &typed, from).await? {
        Guarded::In(_) => {
            let said = Typed {
                helpful: typed.owned("helpful"),
                reason: typed.owned("reason"),
                words: typed.owned("words"),
            };
            let done = opinions::give(&web.app, f.practice(), (&name, reading.language), &said).await;
            match done {
                Ok(()) => {
                    let said = if said.helpful == "yes" { "yes" } else { "no" };
                    shown.emergency = alerts::looked_up(&web, f.practice(), f.w, &shown.words).await;
                    if shown.emergency.is_empty() {
                        let to = format!("{here}?said={said}#opinion");
                        return Ok(Redirect::to(&to).into_response());
                    }
                    (shown.said, shown.open) = (said, false);
                    (StatusCode::OK, None)
                }
                Err(Failure::Invalid(faults)) => {
                    shown.token = typed.owned(guard::TOKEN);
                    let mistakes = Mistakes::of_patient(&faults, f.w, |_| f.w.t("help-words"));
                    shown.mistake = mistakes
                        .all()
                        .first()
                        .map_or_else(String::new, |one| one.text.clone());
                    (StatusCode::UNPROCESSABLE_ENTITY, None)
                }
                Err(failure) => return Err(failure.into()),
            }
        }
        Guarded::Again(stopped) => {
            shown.token = stopped.token;
            shown.notice = f.w.of("stopped", stopped.why);
            (stopped.status, stopped.after)
        }
    };
    let mut response = page(&web, &base, &f, (&name, &reading), (status, &shown)).await?;
    if let Some(seconds) = after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

fn typed_again(typed: &Fields) -> Shown {
    Shown {
        reason: typed.owned("reason"),
        words: typed.owned("words"),
        open: typed.text("helpful") == "no",
        ..Shown::default()
    }
}
