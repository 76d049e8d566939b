//! The page of an invitation's link: who invites, and how to accept. It tells nothing of other practices, and not whether the
//! address has an account: one form serves both.

use anteroom_app::Failure;
use anteroom_app::staff::SignInRefusal;
use anteroom_app::staff::invitations::{self, Answer, Offer};
use anteroom_core::limits;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};

use crate::Web;
use crate::caller::Caller;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Posted, Summary};
use crate::frame::In;
use crate::i18n::{Tongue, Words};
use crate::seat;
use crate::sign_in;
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/invitation/{secret}", Needs::Nothing, form),
        Route::post("/invitation/{secret}", Needs::Nothing, accept),
    ]
}

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage<'a> {
    w: Words,
    practice: String,
    lead: String,
    fields: [Field; 2],
    mistakes: &'a Mistakes,
    wrong: Option<(String, String)>,
    action: String,
}

impl InvitationPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.w,
            mistakes: self.mistakes,
        }
    }
}

/// A link that leads nowhere any more, and what to do.
#[derive(Template)]
#[template(path = "gone.html")]
pub(crate) struct GonePage {
    pub w: Words,
    pub why: String,
    /// Where another one is asked for; empty for nowhere.
    pub again: &'static str,
}

fn page<'a>(
    w: Words,
    (offer, secret): (&Offer, &str),
    typed: Option<&Fields>,
    mistakes: &'a Mistakes,
    wrong: Option<(String, String)>,
) -> InvitationPage<'a> {
    let name = typed.map_or(offer.invitation.name.as_str(), |typed| typed.text("name"));
    let least = i64::try_from(limits::PASSWORD_MIN).unwrap_or_default();
    InvitationPage {
        w,
        practice: offer.practice.name.clone(),
        lead: w.with2(
            "invitation-lead",
            ("practice", offer.practice.name.as_str()),
            ("login", offer.invitation.login.as_str()),
        ),
        fields: [
            Field::line("name", w.t("invitation-name"))
                .auto("name")
                .required()
                .typed(name, mistakes),
            Field::line("password", w.t("invitation-password"))
                .of_kind("password")
                .auto("current-password")
                .required()
                .help(w.with("invitation-password-help", "limit", least))
                .typed("", mistakes),
        ],
        mistakes,
        wrong,
        action: format!("/invitation/{secret}"),
    }
}

/// The offer behind a link, or the page of a link that leads nowhere.
async fn offer(web: &Web, tongue: &Tongue, secret: &str) -> Result<Result<Offer, Response>, Problem> {
    match invitations::look(&web.app, secret).await {
        Ok(offer) => Ok(Ok(offer)),
        Err(Failure::Missing) => {
            let w = tongue.words();
            let why = w.t("gone-invitation");
            let page = GonePage { w, why, again: "" };
            Ok(Err(show_as(StatusCode::NOT_FOUND, &page)?))
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn form(State(web): State<Web>, tongue: Tongue, In(secret): In<String>) -> Result<Response, Problem> {
    let offer = match offer(&web, &tongue, &secret).await? {
        Ok(offer) => offer,
        Err(gone) => return Ok(gone),
    };
    let w = tongue.words_at(&offer.practice);
    let none = Mistakes::default();
    show_as(StatusCode::OK, &page(w, (&offer, &secret), None, &none, None))
}

async fn accept(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    In(secret): In<String>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    caller.tries(&web)?;
    let offer = match offer(&web, &tongue, &secret).await? {
        Ok(offer) => offer,
        Err(gone) => return Ok(gone),
    };
    let w = tongue.words_at(&offer.practice);
    let (name, password) = (typed.text("name"), typed.text("password"));
    let answered = invitations::accept(&web.app, &secret, name, password).await;
    let (status, mistakes, wrong) = match answered {
        Ok(Answer::Joined(begun)) => {
            let cookie = AppendHeaders([seat::set_cookie(&web, &begun.token)]);
            let desk = format!("/desk/{}", offer.practice.slug);
            return Ok((cookie, Redirect::to(&desk)).into_response());
        }
        Ok(Answer::Refused(refusal)) => {
            let (status, wrong) = refused(&web, w, refusal);
            (status, Mistakes::default(), Some(wrong))
        }
        Err(Failure::Invalid(faults)) if faults.iter().any(|fault| fault.field == "login") => {
            let here = (
                w.t("invitation-here-already"),
                w.t("invitation-here-already-help"),
            );
            (StatusCode::CONFLICT, Mistakes::default(), Some(here))
        }
        Err(Failure::Invalid(faults)) => {
            let label = |field: &str| match field {
                "name" => w.t("invitation-name"),
                _ => w.t("invitation-password"),
            };
            let mistakes = Mistakes::of(&faults, w, label).ordered(&["name", "password"]);
            (StatusCode::UNPROCESSABLE_ENTITY, mistakes, None)
        }
        Err(failure) => return Err(failure.into()),
    };
    let page = page(w, (&offer, &secret), Some(&typed), &mistakes, wrong);
    show_as(status, &page)
}

fn refused(web: &Web, w: Words, refusal: SignInRefusal) -> (StatusCode, (String, String)) {
    sign_in::refused(w, refusal, web.app.now())
}

#[cfg(test)]
mod stories;
