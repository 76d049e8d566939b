//! The guard before forms that anybody may send, without a third party: a trap field, a sealed token with its time, and
//! the gate. It never loses what was typed: whoever is stopped gets the form back, filled in, with one more press to do.

use anteroom_app::practices::Practice;
use anteroom_core::{Span, Time};
use axum::http::StatusCode;

use crate::Web;
use crate::caller::{Caller, seconds};
use crate::errors::Problem;
use crate::forms::Fields;
use crate::seal::Checked;

/// The field that people don't see and programs fill in.
pub(crate) const TRAP: &str = "website";
/// The field of the sealed token.
pub(crate) const TOKEN: &str = "form";

/// What the guard said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Guarded {
    /// Come in; with the form's key.
    In(String),
    /// Show the form again with this token and this to do.
    Again(Stopped),
}

/// A form that was stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stopped {
    /// The token of the form that is shown again.
    pub token: String,
    /// The word that names what to do.
    pub why: &'static str,
    pub status: StatusCode,
    /// Seconds after which it may be sent again.
    pub after: Option<u64>,
}

/// A fresh token for a form.
pub(crate) async fn token(web: &Web, practice: &Practice, form: &str) -> Result<String, Problem> {
    Ok(web
        .seal(practice)
        .await?
        .form(form, web.app.now(), web.app.random()))
}

/// Judges a form. `least` is the time that a person takes to fill it in.
pub(crate) async fn judge(
    web: &Web,
    practice: &Practice,
    form: &str,
    fields: &Fields,
    from: (Caller, Span),
) -> Result<Guarded, Problem> {
    let (Caller(address), least) = from;
    let now: Time = web.app.now();
    let again = |token: &str, why, status| {
        Ok(Guarded::Again(Stopped {
            token: token.to_owned(),
            why,
            status,
            after: None,
        }))
    };
    let sent = fields.text(TOKEN);
    let key = match web.seal(practice).await?.check(form, sent, now, least) {
        Checked::Good(key) => key,
        Checked::Early => return again(sent, "early", StatusCode::UNPROCESSABLE_ENTITY),
        Checked::Stale => {
            return again(
                &token(web, practice, form).await?,
                "stale",
                StatusCode::UNPROCESSABLE_ENTITY,
            );
        }
    };
    if fields.ticked(TRAP) {
        return again(sent, "trap", StatusCode::UNPROCESSABLE_ENTITY);
    }
    match web.gate.knock(&practice.slug, address, now) {
        Ok(()) => Ok(Guarded::In(key)),
        Err(wait) => {
            let seconds = seconds(wait);
            let status = StatusCode::TOO_MANY_REQUESTS;
            Ok(Guarded::Again(Stopped {
                token: sent.to_owned(),
                why: "many",
                status,
                after: Some(seconds),
            }))
        }
    }
}
