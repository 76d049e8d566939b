//! The first set-up: founds the installation's first practice and its administrator, and is gone from then on.

use anteroom_app::Failure;
use anteroom_app::practices::{self, Administrator, Founding};
use anteroom_core::limits;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Posted, Summary};
use crate::i18n::{Lang, Tongue, Words};
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/setup", Needs::Nothing, form),
        Route::post("/setup", Needs::Nothing, found),
    ]
}

#[derive(Template)]
#[template(path = "set_up.html")]
struct SetUpPage<'a> {
    w: Words,
    practice: Vec<Field>,
    administrator: Vec<Field>,
    mistakes: &'a Mistakes,
}

impl SetUpPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.w,
            mistakes: self.mistakes,
        }
    }
}

/// The fields as they stand on the page.
const ORDER: [&str; 11] = [
    "name",
    "slug",
    "phone",
    "emergency_number",
    "timezone",
    "hours",
    "country",
    "locale",
    "your_name",
    "login",
    "password",
];

fn label(w: Words, field: &str) -> String {
    w.maybe("set-up", field).unwrap_or_else(|| field.to_owned())
}

/// What the form starts with: the most likely answer, to be changed.
fn first(field: &str) -> &'static str {
    match field {
        "timezone" => "America/New_York",
        "hours" => "Mon-Fri 08:00-17:00",
        "country" => "US",
        "emergency_number" => "911",
        _ => "",
    }
}

fn zones() -> Vec<(String, String)> {
    let names = jiff::tz::db().available().map(|name| name.to_string());
    // Zones are named by a place; the rest are abbreviations kept for old systems.
    let mut names: Vec<String> = names.filter(|name| name.contains('/') || name == "UTC").collect();
    names.sort_unstable();
    names.into_iter().map(|name| (name.clone(), name)).collect()
}

fn page<'a>(w: Words, typed: Option<&Fields>, mistakes: &'a Mistakes) -> SetUpPage<'a> {
    let line = |id: &'static str| {
        let value = typed.map_or_else(|| first(id), |typed| typed.text(id));
        let help = w.maybe("set-up-help", id).unwrap_or_default();
        Field::line(id, label(w, id)).typed(value, mistakes).help(help)
    };
    let locales = Lang::ALL
        .iter()
        .map(|lang| (lang.as_str().to_owned(), lang.own_name().to_owned()))
        .collect();
    let mut locale = line("locale").options(locales);
    if locale.value.is_empty() {
        w.tag().clone_into(&mut locale.value);
    }
    let password = Field::line("password", label(w, "password"))
        .of_kind("password")
        .auto("new-password")
        .help(w.with(
            "set-up-password-help",
            "limit",
            i64::try_from(limits::PASSWORD_MIN).unwrap_or_default(),
        ));
    SetUpPage {
        w,
        practice: vec![
            line("name").auto("organization").required(),
            line("slug").required(),
            line("phone").of_kind("tel").auto("tel"),
            line("emergency_number").of_kind("tel").required(),
            line("timezone").options(zones()),
            line("hours"),
            line("country").auto("country").required(),
            locale,
        ],
        administrator: vec![
            line("your_name").auto("name").required(),
            line("login").of_kind("email").auto("username").required(),
            password.typed("", mistakes).required(),
        ],
        mistakes,
    }
}

async fn closed_after_the_first(web: &Web) -> Result<(), Problem> {
    if practices::any(&web.app).await? {
        Err(Problem::Missing)
    } else {
        Ok(())
    }
}

async fn form(State(web): State<Web>, tongue: Tongue) -> Result<Response, Problem> {
    closed_after_the_first(&web).await?;
    show_as(StatusCode::OK, &page(tongue.words(), None, &Mistakes::default()))
}

async fn found(State(web): State<Web>, tongue: Tongue, Posted(typed): Posted) -> Result<Response, Problem> {
    closed_after_the_first(&web).await?;
    let w = tongue.words();
    let founding = Founding {
        name: typed.owned("name"),
        slug: typed.owned("slug"),
        timezone: typed.owned("timezone"),
        hours: typed.owned("hours"),
        phone: typed.owned("phone"),
        country: typed.owned("country"),
        locale: typed.owned("locale"),
        emergency_number: typed.owned("emergency_number"),
    };
    let administrator = Administrator {
        name: typed.owned("your_name"),
        login: typed.owned("login"),
        password: typed.owned("password"),
    };
    match practices::set_up(&web.app, &founding, &administrator).await {
        Ok(_) => Ok(Redirect::to("/desk/sign-in?founded=1").into_response()),
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, w, |field| label(w, field)).ordered(&ORDER);
            show_as(
                StatusCode::UNPROCESSABLE_ENTITY,
                &page(w, Some(&typed), &mistakes),
            )
        }
        Err(failure) => Err(failure.into()),
    }
}

#[cfg(test)]
mod tests;
