//! The ask form: anybody asks, without an account, and whatever is wrong with it, what was typed stays.

use anteroom_app::requests::view::{Ask, Asked};
use anteroom_app::site::visits::Deed;
use anteroom_app::{Failure, requests};
use anteroom_core::limits;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::alerts::{self, Emergency};
use crate::caller::Caller;
use crate::errors::{BUSY_SECONDS, Problem, noted, refused, show_as};
use crate::forms::{Field, Fields, Mistakes, Posted, Query, Summary, encoded};
use crate::frame::{In, Public, named};
use crate::guard::{self, Guarded, Stopped};
use crate::i18n::{Tongue, Words};
use crate::kept;
use crate::site::{Suggested, Visiting, suggested};
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/{slug}/ask", Needs::Nothing, form),
        Route::post("/{slug}/ask", Needs::Nothing, ask),
    ]
}

/// A kind on the form.
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// What the form shows besides the practice's own facts.
#[derive(Default)]
struct Shown {
    token: String,
    mistakes: Mistakes,
    /// What to do, where the guard or the rules stopped it.
    notice: String,
    /// Whom to call, after words of danger that were not taken in.
    emergency: Emergency,
    /// Articles that may answer.
    suggested: Suggested,
}

#[derive(Template)]
#[template(path = "ask.html")]
struct AskPage<'a> {
    f: &'a Public,
    fields: Vec<Field>,
    after: Vec<Field>,
    choices: Vec<Choice>,
    interpreter: bool,
    shown: &'a Shown,
    answer_by: Option<String>,
}

impl AskPage<'_> {
    fn wrong_kind(&self) -> String {
        self.shown.mistakes.at("kind")
    }

    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: &self.shown.mistakes,
        }
    }
}

/// The kinds of a practice by the names that it or the language gives them.
pub(crate) fn kinds(w: Words, facts: &anteroom_app::practices::Facts, chosen: &str) -> Vec<Choice> {
    let choice = |kind: &anteroom_core::requests::kinds::Kind| Choice {
        value: kind.code.clone(),
        label: kind_name(w, "kind", &kind.code, &kind.name),
        chosen: kind.code == chosen,
    };
    facts.kinds.iter().map(choice).collect()
}

/// What a kind is called: by the practice, else by the family of texts that speaks to the reader.
pub(crate) fn kind_name(w: Words, family: &str, code: &str, name: &str) -> String {
    if name.is_empty() {
        w.maybe(family, code).unwrap_or_else(|| code.to_owned())
    } else {
        name.to_owned()
    }
}

/// The fields as they stand on the page.
const ORDER: [&str; 7] = ["kind", "words", "name", "phone", "email", "about", "location"];

fn label(w: Words, field: &str) -> String {
    w.maybe("ask", field).unwrap_or_else(|| field.to_owned())
}

fn page<'a>(f: &'a Public, typed: &Fields, shown: &'a Shown) -> AskPage<'a> {
    let w = f.w;
    let line = |id: &'static str, auto| {
        Field::line(id, label(w, id))
            .auto(auto)
            .typed(typed.text(id), &shown.mistakes)
    };
    let optional = || w.t("optional");
    let words = Field::line("words", label(w, "words"))
        .of_kind("textarea")
        .help(w.t("ask-words-help"));
    let fields = vec![
        words.typed(typed.text("words"), &shown.mistakes).required(),
        line("name", "name").required(),
        line("phone", "tel").of_kind("tel").help(w.t("ask-contact-help")),
        line("email", "email").of_kind("email"),
    ];
    let mut after = vec![
        line("about", "off")
            .help(w.t("ask-about-help"))
            .optional(optional()),
    ];
    if f.facts.locations.len() > 1 {
        let mut options = vec![(String::new(), w.t("ask-location-any"))];
        options.extend(
            f.facts
                .locations
                .iter()
                .map(|place| (place.id.to_string(), place.name.clone())),
        );
        after.push(line("location", "off").optional(optional()).options(options));
    }
    AskPage {
        f,
        fields,
        after,
        choices: kinds(w, &f.facts, typed.text("kind")),
        interpreter: typed.ticked("interpreter"),
        shown,
        answer_by: f.facts.answer_by.map(|at| f.when.by(at)),
    }
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    visiting: Visiting,
    In(slug): In<String>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/ask")).await?;
    let token = guard::token(&web, f.practice(), "ask").await?;
    let shown = Shown {
        token,
        suggested: suggested(&web, &f, "").await?,
        ..Shown::default()
    };
    visiting.does(&web, f.practice(), Deed::Look);
    // A link may choose the kind; whose words and address stand on the form is for who reads it to type.
    let typed = Fields::single("kind", query.text("kind"));
    show_as(StatusCode::OK, &page(&f, &typed, &shown))
}

async fn ask(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    visiting: Visiting,
    In(slug): In<String>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    let done = taken(&web, &tongue, (caller, &visiting), &slug, &typed).await;
    kept::or_words(done, tongue.words(), &format!("/{}/ask", encoded(&slug)), &typed)
}

async fn taken(
    web: &Web,
    tongue: &Tongue,
    (caller, visiting): (Caller, &Visiting),
    slug: &str,
    typed: &Fields,
) -> Result<Response, Problem> {
    let practice = named(web, slug).await?;
    let w = tongue.words_at(&practice);
    let from = (caller, limits::FORM_LEAST);
    let (status, after, mut shown) = match guard::judge(web, &practice, "ask", typed, from).await? {
        Guarded::In(key) => match requests::ask(&web.app, &practice, &asked(typed, w, key)).await {
            Ok(Asked { token, .. }) => {
                visiting.does(web, &practice, Deed::Send);
                return Ok(Redirect::to(&format!("/{slug}/status/{token}?asked=1")).into_response());
            }
            Err(failure) => failed(w, typed, failure)?,
        },
        Guarded::Again(Stopped {
            token,
            why,
            status,
            after,
        }) => {
            let notice = w.of("stopped", why);
            (
                status,
                after,
                Shown {
                    token,
                    notice,
                    ..Shown::default()
                },
            )
        }
    };
    shown.emergency = alerts::unsent(web, &practice, w, typed.text("words")).await;
    // What the form shows around what was typed is read only now: most forms are taken and never shown again.
    let f = Public::of(web, &practice, tongue, format!("/{slug}/ask")).await?;
    shown.suggested = suggested(web, &f, typed.text("words")).await?;
    let mut response = show_as(status, &page(&f, typed, &shown))?;
    if let Some(seconds) = after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

/// What a form that was not taken shows. A busy database takes none, and loses none.
fn failed(w: Words, typed: &Fields, failure: Failure) -> Result<(StatusCode, Option<u64>, Shown), Problem> {
    let mut shown = Shown {
        token: typed.owned(guard::TOKEN),
        ..Shown::default()
    };
    let (status, after) = match failure {
        Failure::Invalid(faults) => {
            shown.mistakes = Mistakes::of_patient(&faults, w, |field| label(w, field)).ordered(&ORDER);
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Failure::Refused(refusal) => {
            shown.notice = refused(w, refusal);
            (StatusCode::CONFLICT, None)
        }
        busy if busy.is_busy() => {
            noted(&busy);
            shown.notice = w.of("stopped", "busy");
            (StatusCode::SERVICE_UNAVAILABLE, Some(BUSY_SECONDS))
        }
        other => return Err(other.into()),
    };
    Ok((status, after, shown))
}

fn asked(typed: &Fields, w: Words, key: String) -> Ask {
    Ask {
        name: typed.owned("name"),
        email: typed.owned("email"),
        phone: typed.owned("phone"),
        about: typed.owned("about"),
        kind: typed.owned("kind"),
        urgency: String::new(),
        words: typed.owned("words"),
        language: w.tag().to_owned(),
        interpreter: typed.ticked("interpreter"),
        location: typed.owned("location"),
        key,
    }
}

#[cfg(test)]
mod tests;
