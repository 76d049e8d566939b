//! Articles beside the ask form that may answer what is being written: never in the way of sending. The words come in the
//! body of a post, so that no address and no log holds them, and are not kept.

use anteroom_app::site as app;
use anteroom_core::limits;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Listed, language};
use crate::Web;
use crate::alerts::{self, Emergency};
use crate::errors::{Problem, show};
use crate::forms::Posted;
use crate::frame::{In, Public};
use crate::i18n::Tongue;

/// What may answer, and whether there is a help centre at all.
#[derive(Template, Default)]
#[template(path = "site/suggested.html")]
pub(crate) struct Suggested {
    label: String,
    articles: Vec<Listed>,
    emergency: Emergency,
    /// Where all articles are; empty where there are none.
    help: String,
    more: String,
}

/// What may answer the words that somebody writes.
pub(crate) async fn suggested(web: &Web, f: &Public, words: &str) -> Result<Suggested, Problem> {
    let library = app::library(&web.app, f.practice()).await?;
    let words: String = words.chars().take(limits::SITE_ASKED).collect();
    let entries = library.suggest(&words, language(f.w.lang));
    let articles: Vec<Listed> = entries
        .iter()
        .filter_map(|entry| Listed::new(f, entry, ""))
        .collect();
    Ok(Suggested {
        label: if articles.is_empty() {
            String::new()
        } else {
            f.w.t("help-suggested")
        },
        articles,
        emergency: Emergency::default(),
        help: if library.is_empty() {
            String::new()
        } else {
            format!("/{}/help", f.practice().slug)
        },
        more: f.w.t("help-look"),
    })
}

pub(super) async fn suggestions(
    State(web): State<Web>,
    tongue: Tongue,
    In(slug): In<String>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/ask")).await?;
    let words = typed.text("words");
    let mut suggested = suggested(&web, &f, words).await?;
    suggested.emergency = alerts::unsent(&web, f.practice(), f.w, words).await;
    show(&suggested)
}
