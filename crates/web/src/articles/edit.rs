//! An article's words in one language: written, looked at as patients will read them, kept as a draft, published, withdrawn.

use anteroom_app::site::articles::{self as app, Compared};
use anteroom_app::{Failure, Overtaken};
use anteroom_core::access::Right;
use anteroom_core::ids::ArticleId;
use anteroom_core::site::articles::Text;
use anteroom_core::site::search::Language;
use anteroom_wire::markdown;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::item::{id, mistakes, text, words};
use super::{Tab, tabs, tongue as tongue_of};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

/// A version in the list beside the words.
struct Line {
    href: String,
    number: i64,
    said: String,
    /// Whether patients read it.
    live: bool,
}

#[derive(Template)]
#[template(path = "site/edit.html")]
struct EditPage {
    f: Staff,
    tabs: Vec<Tab>,
    title: String,
    language: String,
    /// For the `lang` of what is previewed.
    tag: &'static str,
    back: String,
    action: String,
    /// The number of the last version that this was made of.
    seen: i64,
    fields: Vec<Field>,
    /// What it will look like; empty while nobody asked.
    preview: String,
    preview_title: String,
    lines: Vec<Line>,
    /// The version that a manager can publish, and patients don't read; 0 for none.
    draft: i64,
    live: bool,
    manages: bool,
    saved: bool,
    overtaken: String,
    mistakes: Mistakes,
}

impl EditPage {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: &self.mistakes,
        }
    }
}

/// What the path names.
pub(super) fn named(article: &str, language: &str) -> Result<(ArticleId, Language), Problem> {
    Ok((id(article)?, language.parse().map_err(|_| Problem::Missing)?))
}

fn kept(text: &Text) -> Fields {
    Fields::of([
        ("title", text.title.clone()),
        ("summary", text.summary.clone()),
        ("body", text.body.clone()),
        ("keywords", text.keywords.clone()),
        ("sources", text.sources.clone()),
    ])
}

/// What the page says besides what stands.
#[derive(Default)]
struct Shown {
    typed: Option<Fields>,
    mistakes: Mistakes,
    preview: bool,
    saved: bool,
    overtaken: Option<Overtaken>,
}

fn built(f: Staff, (id, language): (ArticleId, Language), found: &Compared, shown: Shown) -> EditPage {
    let w = f.w;
    let back = format!("{}/site/articles/{id}", f.base());
    let action = format!("{back}/{language}");
    let standing = found
        .shown
        .as_ref()
        .map(|version| kept(&version.text))
        .unwrap_or_default();
    // Who was overtaken reads what they typed, and saves it on top of what they have now seen.
    let typed = shown.typed.as_ref().unwrap_or(&standing);
    let line = |one: &app::Written| {
        let by = if one.by.is_empty() {
            w.t("article-by-file")
        } else {
            one.by.clone()
        };
        Line {
            href: format!("{action}/{}", one.number),
            number: one.number,
            said: format!("{} · {by}", f.when.moment(one.at)),
            live: found.versions.live == Some(one.number),
        }
    };
    let preview = if shown.preview {
        let base = format!("/{}/help/", f.practice().slug);
        markdown::html(typed.text("body"), &base)
    } else {
        String::new()
    };
    EditPage {
        tabs: tabs(&f, "articles", None),
        title: Some(typed.text("title"))
            .filter(|title| !title.is_empty())
            .map_or_else(|| found.article.slug.clone(), str::to_owned),
        language: tongue_of(w, language),
        tag: language.as_str(),
        seen: found.versions.latest,
        fields: words(w, typed, &shown.mistakes),
        preview,
        preview_title: typed.owned("title"),
        lines: found.listed.iter().map(line).collect(),
        draft: if found.versions.has_draft() {
            found.versions.latest
        } else {
            0
        },
        live: found.versions.live.is_some(),
        manages: f.seat.desk.role.may(Right::Manage),
        saved: shown.saved,
        overtaken: shown.overtaken.map_or_else(String::new, |who| {
            let name = if who.name.is_empty() {
                w.t("article-by-file")
            } else {
                who.name
            };
            w.with2(
                "article-overtaken",
                ("name", name),
                ("when", f.when.moment(who.at)),
            )
        }),
        mistakes: shown.mistakes,
        back,
        action,
        f,
    }
}

async fn page(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    of: (ArticleId, Language),
    (status, shown): (StatusCode, Shown),
) -> Result<Response, Problem> {
    let found = app::version(&web.app, &seat.desk, of, None).await?;
    let f = Staff::new(web, seat, tongue, "site");
    show_as(status, &built(f, of, &found, shown))
}

pub(super) async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, article, language)): In<(String, String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let of = named(&article, &language)?;
    let shown = Shown {
        saved: query.ticked("saved"),
        ..Shown::default()
    };
    page(&web, &tongue, seat, of, (StatusCode::OK, shown)).await
}

pub(super) async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, article, language)): In<(String, String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let of = named(&article, &language)?;
    if typed.text("do") == "preview" {
        let shown = Shown {
            typed: Some(typed),
            preview: true,
            ..Shown::default()
        };
        return page(&web, &tongue, seat, of, (StatusCode::OK, shown)).await;
    }
    let seen = typed.parsed("seen").unwrap_or(0);
    let done = app::write(&web.app, &seat.desk, (of.0, of.1, seen), &text(&typed)).await;
    let (status, shown) = match done {
        Ok(_) => {
            let to = format!("/desk/{slug}/site/articles/{article}/{language}?saved=1");
            return Ok(Redirect::to(&to).into_response());
        }
        Err(Failure::Invalid(faults)) => {
            let w = tongue.words_at(&seat.desk.practice);
            let shown = Shown {
                typed: Some(typed),
                mistakes: mistakes(w, &faults),
                ..Shown::default()
            };
            (StatusCode::UNPROCESSABLE_ENTITY, shown)
        }
        Err(Failure::Overtaken(who)) => {
            let shown = Shown {
                typed: Some(typed),
                overtaken: Some(who),
                ..Shown::default()
            };
            (StatusCode::CONFLICT, shown)
        }
        Err(failure) => return Err(failure.into()),
    };
    page(&web, &tongue, seat, of, (status, shown)).await
}

pub(super) async fn publish(
    State(web): State<Web>,
    seat: Seat,
    In((slug, article, language)): In<(String, String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let of = named(&article, &language)?;
    let number = typed.parsed("version").ok_or(Problem::Missing)?;
    app::publish(&web.app, &seat.desk, of, number).await?;
    Ok(Redirect::to(&format!("/desk/{slug}/site/articles/{article}?saved=1")).into_response())
}

pub(super) async fn withdraw(
    State(web): State<Web>,
    seat: Seat,
    In((slug, article, language)): In<(String, String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    app::withdraw(&web.app, &seat.desk, named(&article, &language)?).await?;
    Ok(Redirect::to(&format!("/desk/{slug}/site/articles/{article}?saved=1")).into_response())
}
