//! The page for a patient's form that the database could not take, where the practice's own page can't be shown either: bare,
//! with every word on it and one press to send it again. It asks nothing of the database.

use askama::Template;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;

use crate::alerts::{self, Emergency};
use crate::errors::{BUSY_SECONDS, Problem, show_as};
use crate::forms::Fields;
use crate::guard;
use crate::i18n::Words;

/// The fields of patients' forms besides the words.
const REST: [&str; 8] = [
    guard::TOKEN,
    "kind",
    "name",
    "phone",
    "email",
    "about",
    "location",
    "interpreter",
];

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage<'a> {
    w: Words,
    /// Before all else, where the words hold danger.
    emergency: Emergency,
    title: String,
    help: String,
    action: &'a str,
    words: &'a str,
    rest: Vec<(&'static str, &'a str)>,
}

/// What was `done` with a form that was posted to `action`; where the database failed, what was typed.
pub(crate) fn or_words(
    done: Result<Response, Problem>,
    w: Words,
    action: &str,
    typed: &Fields,
) -> Result<Response, Problem> {
    let problem = match done {
        Err(problem @ (Problem::Busy | Problem::Internal)) => problem,
        done => return done,
    };
    let (title, help) = problem.said(w);
    let rest = REST.map(|name| (name, typed.text(name)));
    let page = KeptPage {
        w,
        emergency: alerts::unread(w, typed.text("words")),
        title,
        help,
        action,
        words: typed.text("words"),
        rest: rest.into_iter().filter(|field| !field.1.is_empty()).collect(),
    };
    let mut response = show_as(problem.status(), &page)?;
    response.headers_mut().insert(RETRY_AFTER, BUSY_SECONDS.into());
    Ok(response)
}
