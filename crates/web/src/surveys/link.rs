//! The question behind a link: a scale of eleven buttons, then words and a wish for a call, each a form that works without a
//! script. Reading records nothing. Whoever answers reads the same words, whatever they answered.

use anteroom_app::surveys::{Answered, Asking, Given, Link, answer, decline, look};
use anteroom_app::{Failure, surveys};
use anteroom_core::{Span, limits};
use askama::Template;
use axum::extract::State;
use axum::http::header::{HeaderName, REFERRER_POLICY, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::caller::Caller;
use crate::errors::{BUSY_SECONDS, Problem, noted, show_as};
use crate::forms::{Field, Fields, Mistakes, Posted, Query, Summary, encoded};
use crate::frame::{In, Public};
use crate::guard::{self, Guarded};
use crate::i18n::Tongue;
use crate::kept;

/// A button of the scale.
struct Step {
    score: u8,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "surveys/question.html")]
struct QuestionPage<'a> {
    f: &'a Public,
    question: String,
    steps: Vec<Step>,
    given: Option<&'a Given>,
    /// Whether it can be answered, or answered otherwise, still.
    open: bool,
    declined: bool,
    /// The path of the link.
    here: String,
    token: String,
    comment: Field,
    call: bool,
    mistakes: &'a Mistakes,
    notice: String,
}

impl QuestionPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

#[derive(Template)]
#[template(path = "surveys/expired.html")]
struct ExpiredPage<'a> {
    f: &'a Public,
}

/// What the page shows besides the question.
#[derive(Default)]
struct Shown {
    token: String,
    /// What was typed and not taken.
    typed: Option<Fields>,
    mistakes: Mistakes,
    notice: String,
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
    format!("survey/{token}")
}

fn path(slug: &str, token: &str) -> String {
    format!("/{slug}/survey/{token}")
}

pub(super) async fn read(
    State(web): State<Web>,
    tongue: Tongue,
    In((slug, token)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, path(&slug, &token)).await?;
    plausible(&token)?;
    let link = look(&web.app, f.practice(), &token).await?;
    let shown = Shown {
        token: guard::token(&web, f.practice(), &form_of(&token)).await?,
        notice: if query.ticked("sent") {
            f.w.t("survey-sent")
        } else {
            String::new()
        },
        ..Shown::default()
    };
    shown_as(&web, StatusCode::OK, &f, link, &shown).await
}

async fn shown_as(
    web: &Web,
    status: StatusCode,
    f: &Public,
    link: Link,
    shown: &Shown,
) -> Result<Response, Problem> {
    let Link::Open(asking) = link else {
        return private(show_as(StatusCode::GONE, &ExpiredPage { f }));
    };
    let rules = surveys::setting(&web.app, f.practice()).await?.rules;
    let own = rules.question(f.w.tag()).map(str::to_owned);
    let page = QuestionPage {
        question: own.unwrap_or_else(|| f.w.with("survey-question", "practice", f.practice().name.clone())),
        steps: steps(f, &asking),
        given: asking.given.as_ref(),
        open: asking.open,
        declined: asking.declined,
        here: f.here.clone(),
        token: shown.token.clone(),
        comment: comment(f, &asking, shown),
        call: match (&shown.typed, &asking.given) {
            (Some(typed), _) => typed.ticked("call"),
            (None, Some(given)) => given.said.call,
            (None, None) => false,
        },
        mistakes: &shown.mistakes,
        notice: shown.notice.clone(),
        f,
    };
    private(show_as(status, &page))
}

/// The scale, with what each end of it means.
fn steps(f: &Public, asking: &Asking) -> Vec<Step> {
    let chosen = asking.given.as_ref().map(|given| given.said.score.value());
    let step = |score: u8| Step {
        score,
        label: match score {
            0 => f.w.t("survey-least"),
            10 => f.w.t("survey-most"),
            _ => String::new(),
        },
        chosen: chosen == Some(i64::from(score)),
    };
    (0..=10).map(step).collect()
}

fn comment(f: &Public, asking: &Asking, shown: &Shown) -> Field {
    let given = asking.given.as_ref().map(|given| given.said.comment.as_str());
    let value = shown
        .typed
        .as_ref()
        .map_or(given.unwrap_or_default(), |typed| typed.text("comment"));
    Field::line("comment", f.w.t("survey-comment"))
        .of_kind("textarea")
        .help(f.w.t("survey-comment-help"))
        .optional(f.w.t("optional"))
        .typed(value, &shown.mistakes)
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

pub(super) async fn score(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    In((slug, token)): In<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    let answered = Answered {
        score: Some(typed.owned("score")),
        ..Answered::default()
    };
    posted(
        &web,
        &tongue,
        caller,
        (&slug, &token, "score"),
        (&typed, answered),
    )
    .await
}

pub(super) async fn words(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    In((slug, token)): In<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    let answered = Answered {
        words: Some((typed.owned("comment"), typed.ticked("call"))),
        wish: tongue.words().t("survey-call"),
        ..Answered::default()
    };
    posted(
        &web,
        &tongue,
        caller,
        (&slug, &token, "words"),
        (&typed, answered),
    )
    .await
}

pub(super) async fn no(
    State(web): State<Web>,
    tongue: Tongue,
    caller: Caller,
    In((slug, token)): In<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    posted(
        &web,
        &tongue,
        caller,
        (&slug, &token, "no"),
        (&typed, Answered::default()),
    )
    .await
}

/// Where a form of the link goes: its slug, its secret, and which of the three it is.
type Way<'a> = (&'a str, &'a str, &'static str);

async fn posted(
    web: &Web,
    tongue: &Tongue,
    caller: Caller,
    way: Way<'_>,
    (typed, answered): (&Fields, Answered),
) -> Result<Response, Problem> {
    let (slug, token, which) = way;
    plausible(token)?;
    let action = format!("/{}/survey/{token}/{which}", encoded(slug));
    let done = taken(web, tongue, caller, way, (typed, &answered)).await;
    private(kept::or_words(done, tongue.words(), &action, typed))
}

async fn taken(
    web: &Web,
    tongue: &Tongue,
    caller: Caller,
    (slug, token, which): Way<'_>,
    (typed, answered): (&Fields, &Answered),
) -> Result<Response, Problem> {
    let here = path(slug, token);
    let f = Public::load(web, slug, tongue, here.clone()).await?;
    let practice = f.practice();
    let mut shown = Shown {
        token: typed.owned(guard::TOKEN),
        typed: (which == "words").then(|| typed.clone()),
        ..Shown::default()
    };
    let (status, after) =
        match guard::judge(web, practice, &form_of(token), typed, (caller, Span::ZERO)).await? {
            Guarded::In(_) => {
                let done = if which == "no" {
                    let found = decline(&web.app, practice, token).await;
                    found.map(|found| if found { None } else { Some(Link::Expired) })
                } else {
                    let link = answer(&web.app, practice, token, answered).await;
                    link.map(|link| Some(link).filter(|link| *link == Link::Expired))
                };
                match done {
                    Ok(Some(link)) => return shown_as(web, StatusCode::GONE, &f, link, &shown).await,
                    Ok(None) => {
                        let said = if which == "words" { "?sent=1" } else { "" };
                        return Ok(Redirect::to(&format!("{here}{said}")).into_response());
                    }
                    Err(Failure::Invalid(faults)) => {
                        let label = |field: &str| f.w.of("survey-field", field);
                        shown.mistakes = Mistakes::of_patient(&faults, f.w, label);
                        (StatusCode::UNPROCESSABLE_ENTITY, None)
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
    let link = look(&web.app, practice, token).await?;
    let mut response = shown_as(web, status, &f, link, &shown).await?;
    if let Some(seconds) = after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}
