//! The list of pages for those who index them. What is nobody's search result, such as a desk or a status link, is not on it.

use anteroom_app::practices;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::path;
use crate::Web;
use crate::errors::Problem;
use crate::frame::{In, Public};
use crate::i18n::Tongue;
use crate::origin::Base;

/// Practices in the list of lists: the protocol allows 50,000, and nobody serves so many.
const PRACTICES: i64 = 1_000;

/// The paths of a practice's own pages that have something to tell.
pub(crate) fn pages(f: &Public) -> Vec<String> {
    let home = format!("/{}", f.practice().slug);
    let mut pages = vec![home.clone()];
    let rooms = [
        ("ask", f.takes_requests()),
        ("doctors", f.facts.pages.doctors),
        ("locations", !f.facts.locations.is_empty()),
        ("bring", !f.brings().is_empty()),
        ("contact", true),
        ("find", f.facts.pages.near),
        ("help", f.facts.pages.help),
    ];
    pages.extend(
        rooms
            .iter()
            .filter(|room| room.1)
            .map(|room| format!("{home}/{}", room.0)),
    );
    pages.extend(
        f.facts
            .locations
            .iter()
            .map(|location| path(&f.practice().slug, location)),
    );
    pages
}

pub(super) async fn of_practice(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    In(slug): In<String>,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/sitemap.xml")).await?;
    let library = anteroom_app::site::library(&web.app, f.practice()).await?;
    let articles = library
        .entries()
        .iter()
        .map(|one| format!("/{slug}/help/{}", one.slug));
    let entries = pages(&f)
        .into_iter()
        .chain(articles)
        .map(|page| entry("url", &base.link(&page)));
    Ok(xml("urlset", &entries.collect::<String>()))
}

pub(super) async fn index(State(web): State<Web>, base: Base) -> Result<Response, Problem> {
    let practices = practices::list(&web.app, "", PRACTICES).await?;
    let entries = practices
        .iter()
        .map(|practice| entry("sitemap", &base.link(&format!("/{}/sitemap.xml", practice.slug))));
    Ok(xml("sitemapindex", &entries.collect::<String>()))
}

fn entry(name: &str, address: &str) -> String {
    let safe = address
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<{name}><loc>{safe}</loc></{name}>\n")
}

fn xml(name: &str, entries: &str) -> Response {
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <{name} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</{name}>\n"
    );
    ([(CONTENT_TYPE, "application/xml; charset=utf-8")], text).into_response()
}
