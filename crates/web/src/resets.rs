//! Another password: asked for at the sign-in, chosen by a link. The answer to who asks is the same for every address.

use anteroom_app::Failure;
use anteroom_app::staff::resets;
use anteroom_core::limits;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::caller::Caller;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Field, Mistakes, Posted, Summary};
use crate::frame::In;
use crate::i18n::{Tongue, Words};
use crate::invitations::GonePage;
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/reset", Needs::Nothing, form),
        Route::post("/reset", Needs::Nothing, ask),
        Route::get("/reset/{secret}", Needs::Nothing, choice),
        Route::post("/reset/{secret}", Needs::Nothing, set),
    ]
}

#[derive(Template)]
#[template(path = "reset.html")]
struct AskPage {
    w: Words,
    login: Field,
    asked: bool,
}

#[derive(Template)]
#[template(path = "reset_set.html")]
struct SetPage<'a> {
    w: Words,
    password: Field,
    mistakes: &'a Mistakes,
    action: String,
}

impl SetPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.w,
            mistakes: self.mistakes,
        }
    }
}

fn asking(w: Words, asked: bool) -> AskPage {
    AskPage {
        w,
        login: Field::line("login", w.t("sign-in-login"))
            .of_kind("email")
            .auto("username")
            .required(),
        asked,
    }
}

async fn form(tongue: Tongue) -> Result<Response, Problem> {
    show(&asking(tongue.words(), false))
}

async fn ask(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    caller.tries(&web)?;
    let w = tongue.words();
    resets::ask(&web.app, typed.text("login"), w.tag()).await?;
    show(&asking(w, true))
}

fn setting<'a>(w: Words, secret: &str, mistakes: &'a Mistakes) -> SetPage<'a> {
    let least = i64::try_from(limits::PASSWORD_MIN).unwrap_or_default();
    SetPage {
        w,
        password: Field::line("password", w.t("reset-password"))
            .of_kind("password")
            .auto("new-password")
            .required()
            .help(w.with("reset-password-help", "limit", least))
            .typed("", mistakes),
        mistakes,
        action: format!("/reset/{secret}"),
    }
}

fn gone(w: Words) -> Result<Response, Problem> {
    let why = w.t("gone-reset");
    show_as(
        StatusCode::NOT_FOUND,
        &GonePage {
            w,
            why,
            again: "/reset",
        },
    )
}

async fn choice(State(web): State<Web>, tongue: Tongue, In(secret): In<String>) -> Result<Response, Problem> {
    let w = tongue.words();
    match resets::look(&web.app, &secret).await {
        Ok(()) => show(&setting(w, &secret, &Mistakes::default())),
        Err(Failure::Missing) => gone(w),
        Err(failure) => Err(failure.into()),
    }
}

async fn set(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    In(secret): In<String>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    caller.tries(&web)?;
    let w = tongue.words();
    match resets::set(&web.app, &secret, typed.text("password")).await {
        Ok(()) => Ok(Redirect::to("/desk/sign-in?reset=1").into_response()),
        Err(Failure::Missing) => gone(w),
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, w, |_| w.t("reset-password"));
            show_as(StatusCode::UNPROCESSABLE_ENTITY, &setting(w, &secret, &mistakes))
        }
        Err(failure) => Err(failure.into()),
    }
}

#[cfg(test)]
mod stories;
