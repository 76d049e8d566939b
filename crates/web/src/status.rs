//! The status page: where a patient, by a link that only they have, reads what was answered and writes on. A link that
//! has closed offers a way on; a link of another practice is one that isn't there.

use anteroom_app::alerts::{self, EmergencyLine};
use anteroom_app::practices::Practice;
use anteroom_app::requests::view::{Line, Link, Say, Status};
use anteroom_app::site::visits::Deed;
use anteroom_app::{Failure, requests};
use anteroom_core::requests::{EntryKind, State as Standing};
use anteroom_core::{Span, limits};
use askama::Template;
use axum::extract::State;
use axum::http::header::{HOST, HeaderName, REFERRER_POLICY, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::alerts::Emergency;
use crate::caller::Caller;
use crate::errors::{BUSY_SECONDS, Problem, noted, refused, show_as};
use crate::forms::{Field, Fields, Mistakes, Posted, Query, Summary, encoded};
use crate::frame::{In, Public, first_name};
use crate::guard::{self, Guarded};
use crate::i18n::{Tongue, Words};
use crate::kept;
use crate::site::Visiting;
use crate::table::{Needs, Route};
use crate::when::{When, machine};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/{slug}/status/{token}", Needs::Nothing, read),
        Route::post("/{slug}/status/{token}/words", Needs::Nothing, write_on),
    ]
}

/// A line of the thread as the patient reads it.
struct Said {
    class: &'static str,
    by: String,
    at: String,
    machine: String,
    text: String,
    /// What stands under a reply.
    signature: String,
}

#[derive(Template)]
#[template(path = "status.html")]
struct StatusPage<'a> {
    f: &'a Public,
    /// The number, and when it was asked.
    lead: String,
    /// What happens next, as a sentence, and what the patient can do.
    word: String,
    next: String,
    /// What the practice said is kept back: they have to call.
    withheld: bool,
    lines: Vec<Said>,
    field: Field,
    token: String,
    mistakes: &'a Mistakes,
    notice: String,
    /// Just asked: the link is shown, this once.
    link: Option<String>,
    emergency: Emergency,
}

impl StatusPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

#[derive(Template)]
#[template(path = "expired.html")]
struct ExpiredPage<'a> {
    f: &'a Public,
}

/// What the page shows besides the request.
#[derive(Default)]
struct Shown {
    typed: String,
    token: String,
    mistakes: Mistakes,
    notice: String,
    /// Just asked: the page's whole address.
    link: Option<String>,
    /// Whom to call, after words of danger that were not taken in.
    unsent: Vec<EmergencyLine>,
}

/// A link's secret has the letters of one; nothing else reaches the rows.
fn plausible(token: &str) -> Result<(), Problem> {
    let letters = token
        .bytes()
        .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_'));
    if letters && (1..=limits::URL_VALUE).contains(&token.len()) {
        Ok(())
    } else {
        Err(Problem::Missing)
    }
}

fn form_of(token: &str) -> String {
    format!("words/{token}")
}

/// The address that the browser is at, before every path: what was configured, else what the browser itself asked for.
fn base(web: &Web, headers: &HeaderMap) -> String {
    let asked = || {
        let host = headers.get(HOST).and_then(|host| host.to_str().ok())?;
        let scheme = if web.config.secure_cookies {
            "https"
        } else {
            "http"
        };
        Some(format!("{scheme}://{host}"))
    };
    let base = web.config.public_base.clone().or_else(asked).unwrap_or_default();
    base.trim_end_matches('/').to_owned()
}

async fn read(
    State(web): State<Web>,
    tongue: Tongue,
    headers: HeaderMap,
    In((slug, token)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/status/{token}")).await?;
    plausible(&token)?;
    let link = requests::status(&web.app, f.practice(), &token).await?;
    let shown = Shown {
        token: guard::token(&web, f.practice(), &form_of(&token)).await?,
        link: query
            .ticked("asked")
            .then(|| format!("{}{}", base(&web, &headers), f.here)),
        notice: if query.ticked("sent") {
            f.w.t("status-sent")
        } else {
            String::new()
        },
        ..Shown::default()
    };
    shown_as(StatusCode::OK, &f, link, &shown)
}

fn shown_as(status: StatusCode, f: &Public, link: Link, shown: &Shown) -> Result<Response, Problem> {
    let Link::Open(request) = link else {
        return private(show_as(StatusCode::GONE, &ExpiredPage { f }));
    };
    let when = f.when.at_zone(&request.timezone);
    let (word, next) = promised(f.w, &when, &request);
    let page = StatusPage {
        f,
        emergency: if shown.unsent.is_empty() {
            Emergency::new(f.w, &request.danger, true)
        } else {
            Emergency::new(f.w, &shown.unsent, false)
        },
        lead: f.w.with2(
            "status-lead",
            ("number", request.number.to_string()),
            ("when", when.moment(request.asked_at)),
        ),
        word,
        next,
        withheld: request.withheld,
        lines: request
            .lines
            .iter()
            .filter_map(|line| said(f, &when, line))
            .collect(),
        field: Field::line("words", f.w.t("status-write-on"))
            .of_kind("textarea")
            .typed(&shown.typed, &shown.mistakes)
            .required(),
        token: shown.token.clone(),
        mistakes: &shown.mistakes,
        notice: shown.notice.clone(),
        link: shown.link.clone(),
    };
    private(show_as(status, &page))
}

/// The page's address is its key: it goes into no referrer, no search engine and no cache.
fn private(page: Result<Response, Problem>) -> Result<Response, Problem> {
    let mut page = page?;
    let headers = page.headers_mut();
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex"),
    );
    Ok(page)
}

/// What happens next: the promise with a name and a time, or where the request stands.
fn promised(w: Words, when: &When, request: &Status) -> (String, String) {
    if let Some(by) = request.answer_by {
        let at = when.by(by);
        if by < when.now() {
            return (
                w.with("status-late", "when", when.moment(by)),
                w.t("status-late-next"),
            );
        }
        let word = match &request.answers {
            Some(name) => w.with2("status-answers", ("name", name.clone()), ("when", at)),
            None => w.with("status-somebody-answers", "when", at),
        };
        return (word, w.t("status-answers-next"));
    }
    let reply = request
        .lines
        .iter()
        .rev()
        .find(|line| line.kind == EntryKind::Reply);
    let word = match (request.state, reply) {
        (_, Some(reply)) => {
            let name = first_name(&reply.by).to_owned();
            w.with2("status-answered", ("name", name), ("when", when.moment(reply.at)))
        }
        (Standing::Resolved | Standing::Closed, None) => w.t("status-settled"),
        _ => w.t("status-received"),
    };
    let next = match request.state {
        Standing::Waiting => "status-waiting-next",
        Standing::Resolved | Standing::Closed => "status-settled-next",
        _ => "status-answered-next",
    };
    (word, w.t(next))
}

fn said(f: &Public, when: &When, line: &Line) -> Option<Said> {
    let w = f.w;
    let (class, by, text) = match line.kind {
        EntryKind::Patient => ("in", w.t("status-you"), line.body.clone()),
        EntryKind::Reply => {
            let by = w.with2(
                "status-by",
                ("name", first_name(&line.by).to_owned()),
                ("practice", f.practice().name.clone()),
            );
            let spoken = if line.body.is_empty() {
                w.of("via", line.via.as_str())
            } else {
                line.body.clone()
            };
            ("out", by, spoken)
        }
        EntryKind::Attempt => ("auto", w.t("status-automatic"), w.t("status-attempt")),
        EntryKind::Automatic => ("auto", w.t("status-automatic"), automatic(f, &line.body)?),
        EntryKind::Note | EntryKind::Event => return None,
    };
    Some(Said {
        class,
        by,
        at: when.moment(line.at),
        machine: machine(line.at),
        text,
        signature: match line.kind {
            EntryKind::Reply if line.signature.is_empty() => f.own("signature"),
            EntryKind::Reply => line.signature.clone(),
            _ => String::new(),
        },
    })
}

/// An automatic text, by its template's name: the practice's own acknowledgement comes before the page's.
fn automatic(f: &Public, name: &str) -> Option<String> {
    let own = if name == requests::ACKNOWLEDGED {
        f.own("acknowledgement")
    } else {
        String::new()
    };
    Some(own)
        .filter(|own| !own.is_empty())
        .or_else(|| f.w.maybe("automatic", name))
}

async fn write_on(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    visiting: Visiting,
    In((slug, token)): In<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    plausible(&token)?;
    let action = format!("/{}/status/{token}/words", encoded(&slug));
    let done = written(&web, &tongue, (caller, &visiting), (&slug, &token), &typed).await;
    private(kept::or_words(done, tongue.words(), &action, &typed))
}

async fn written(
    web: &Web,
    tongue: &Tongue,
    (caller, visiting): (Caller, &Visiting),
    (slug, token): (&str, &str),
    typed: &Fields,
) -> Result<Response, Problem> {
    let here = format!("/{slug}/status/{token}");
    let f = Public::load(web, slug, tongue, here.clone()).await?;
    let practice: &Practice = f.practice();
    let mut shown = Shown {
        typed: typed.owned("words"),
        token: typed.owned(guard::TOKEN),
        ..Shown::default()
    };
    let (status, after) =
        match guard::judge(web, practice, &form_of(token), typed, (caller, Span::ZERO)).await? {
            Guarded::In(key) => {
                let say = Say {
                    words: shown.typed.clone(),
                    key,
                    seen: 0,
                };
                match requests::write_on(&web.app, practice, token, &say).await {
                    Ok(Link::Open(_)) => {
                        visiting.does(web, practice, Deed::Send);
                        return Ok(Redirect::to(&format!("{here}?sent=1")).into_response());
                    }
                    Ok(Link::Expired) => return show_as(StatusCode::GONE, &ExpiredPage { f: &f }),
                    Err(Failure::Invalid(faults)) => {
                        shown.mistakes = Mistakes::of_patient(&faults, f.w, |_| f.w.t("status-write-on"));
                        (StatusCode::UNPROCESSABLE_ENTITY, None)
                    }
                    Err(Failure::Refused(refusal)) => {
                        shown.notice = refused(f.w, refusal);
                        (StatusCode::CONFLICT, None)
                    }
                    Err(busy) if busy.is_busy() => {
                        noted(&busy);
                        shown.notice = f.w.of("stopped", "busy");
                        (StatusCode::SERVICE_UNAVAILABLE, Some(BUSY_SECONDS))
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
    shown.unsent = alerts::lines_for(&web.app, practice, &shown.typed).await?;
    let link = requests::status(&web.app, practice, token).await?;
    let mut response = shown_as(status, &f, link, &shown)?;
    if let Some(seconds) = after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

#[cfg(test)]
mod tests;
