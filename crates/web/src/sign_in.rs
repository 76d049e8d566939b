//! Signing in and out, and the list of desks of who has several.

use anteroom_app::staff::{self, SignInRefusal};
use anteroom_core::{Time, limits, text};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};

use crate::Web;
use crate::caller::Caller;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Field, Mistakes, Posted, Query};
use crate::home::PracticesPage;
use crate::i18n::{Tongue, Words};
use crate::seat::{self, SignedIn, Written};
use crate::table::{Needs, Route};
use crate::when::When;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/desk/sign-in", Needs::Nothing, form),
        Route::post("/desk/session", Needs::Nothing, begin),
        Route::post("/desk/session/end", Needs::SignedIn, end),
        Route::get("/desk", Needs::SignedIn, desks),
    ]
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    w: Words,
    login: Field,
    password: Field,
    /// Where to go after it; empty for the desk.
    next: String,
    /// What went wrong, and what to do.
    wrong: Option<(String, String)>,
    /// Something that went well, just before.
    notice: String,
    /// Words that were not sent, because the session had ended.
    kept: String,
}

impl SignInPage {
    fn new(w: Words, login: &str, next: &str) -> Self {
        let none = Mistakes::default();
        Self {
            w,
            login: Field::line("login", w.t("sign-in-login"))
                .of_kind("email")
                .auto("username")
                .required()
                .typed(login, &none),
            password: Field::line("password", w.t("sign-in-password"))
                .of_kind("password")
                .auto("current-password")
                .required(),
            next: on(next).unwrap_or_default().to_owned(),
            wrong: None,
            notice: String::new(),
            kept: String::new(),
        }
    }
}

/// The sign-in for somebody whose session ended while they wrote.
pub(crate) fn lapsed(w: Words, next: &str, words: String) -> Response {
    let mut page = SignInPage::new(w, "", next);
    page.wrong = Some((w.t("sign-in-lapsed"), w.t("sign-in-lapsed-help")));
    page.kept = words;
    show_as(StatusCode::FORBIDDEN, &page).unwrap_or_else(IntoResponse::into_response)
}

/// A page of the desk to go on to; anything else is not followed, so that a link can't lead away from here.
fn on(next: &str) -> Option<&str> {
    let plain = next
        .bytes()
        .all(|letter| letter.is_ascii_graphic() && letter != b'\\');
    let ours = next.starts_with("/desk/") && !next.contains("//");
    (ours && plain && next.len() <= limits::URL_VALUE).then_some(next)
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    headers: HeaderMap,
    Query(query): Query,
) -> Result<Response, Problem> {
    if let Some(secret) = seat::secret(&headers)
        && staff::session(&web.app, secret).await?.is_some()
    {
        return Ok(Redirect::to(on(query.text("next")).unwrap_or("/desk")).into_response());
    }
    let mut page = SignInPage::new(tongue.words(), "", query.text("next"));
    if query.ticked("founded") {
        page.notice = page.w.t("sign-in-founded");
    } else if query.ticked("reset") {
        page.notice = page.w.t("reset-set");
    }
    show(&page)
}

async fn begin(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    caller.tries(&web)?;
    let w = tongue.words();
    let login = typed.text("login");
    // What no address can be is nobody's, and reaches neither the rows nor the hash.
    let refusal = match text::email(login) {
        Err(_) => SignInRefusal::Wrong,
        Ok(login) => match staff::sign_in(&web.app, &login, typed.text("password")).await? {
            Ok(signed_in) => {
                let to = on(typed.text("next")).unwrap_or("/desk").to_owned();
                let cookie = AppendHeaders([seat::set_cookie(&web, &signed_in.token)]);
                return Ok((cookie, Redirect::to(&to)).into_response());
            }
            Err(refusal) => refusal,
        },
    };
    let mut page = SignInPage::new(w, login, typed.text("next"));
    let (status, wrong) = refused(w, refusal, web.app.now());
    page.wrong = Some(wrong);
    show_as(status, &page)
}

/// Why somebody was not signed in, and what to do.
pub(crate) fn refused(w: Words, refusal: SignInRefusal, now: Time) -> (StatusCode, (String, String)) {
    match refusal {
        SignInRefusal::Wrong => (
            StatusCode::UNPROCESSABLE_ENTITY,
            (w.t("sign-in-wrong"), w.t("sign-in-wrong-help")),
        ),
        SignInRefusal::Locked { until } => {
            // Rounded up, so that nobody is told to come back too early.
            let minutes = (until.since(now).micros() + 59_999_999)
                .div_euclid(60_000_000)
                .max(1);
            let wait = When::new(w, "UTC", now).minutes(minutes);
            let help = w.with("sign-in-locked-help", "wait", wait);
            (StatusCode::TOO_MANY_REQUESTS, (w.t("sign-in-locked"), help))
        }
    }
}

async fn end(State(web): State<Web>, signed_in: SignedIn, Written(_): Written) -> Result<Response, Problem> {
    staff::sign_out(&web.app, &signed_in.secret).await?;
    web.live.signed_out(&signed_in.secret);
    Ok((
        AppendHeaders([seat::set_cookie(&web, "")]),
        Redirect::to("/desk/sign-in"),
    )
        .into_response())
}

/// Straight to the desk of who has one; a list for who has several, or none any more.
async fn desks(tongue: Tongue, signed_in: SignedIn) -> Result<Response, Problem> {
    let practices = signed_in.session.practices.clone();
    if let [only] = practices.as_slice() {
        return Ok(Redirect::to(&format!("/desk/{}", only.slug)).into_response());
    }
    show(&PracticesPage {
        w: tongue.words(),
        practices,
        next: None,
        before: "/desk/",
        title: "desks-title",
        token: crate::seal::session_token(&signed_in.secret),
    })
}

#[cfg(test)]
mod stories;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_to_a_page_of_the_desk_and_nowhere_else() {
        assert_eq!(
            on("/desk/harbor/requests?view=mine"),
            Some("/desk/harbor/requests?view=mine")
        );
        for away in [
            "//evil.example",
            "https://evil.example",
            "/desk//evil.example",
            "/desk/\\evil",
            "/desk/a\r\nb",
            "",
        ] {
            assert_eq!(on(away), None, "{away}");
        }
    }
}
