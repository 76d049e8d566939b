//! The help centre as patients read it: search as they type, articles in their language or the one there is, and what they
//! say of them. Every page works without a script; none keeps a cookie of a visit.

use anteroom_app::site::visits::{Deed, Search};
use anteroom_app::site::{self as app, Entry, Found, Library, Reading};
use anteroom_core::site::search::{Language, marks};
use anteroom_core::text;
use anteroom_wire::markdown;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::alerts::{self, Emergency};
use crate::errors::{Problem, show, show_as};
use crate::forms::Query;
use crate::frame::{In, Public};
use crate::guard;
use crate::i18n::{Lang, Tongue};
use crate::origin::Base;
use crate::places::head::Head;
use crate::table::{Needs, Route};

mod opinion;
mod suggest;
mod visits;

pub(crate) use suggest::{Suggested, suggested};
pub(crate) use visits::{Part, Visiting};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/{slug}/help", Needs::Nothing, help),
        Route::get("/{slug}/help/{article}", Needs::Nothing, article),
        Route::post("/{slug}/help/{article}/opinion", Needs::Nothing, opinion::give),
        Route::post("/{slug}/ask/suggestions", Needs::Nothing, suggest::suggestions),
    ]
}

/// The language of the site for a page's.
pub(crate) const fn language(lang: Lang) -> Language {
    match lang {
        Lang::En => Language::English,
        Lang::Es => Language::Spanish,
    }
}

/// A piece of a title or summary, and whether it is what was searched for.
pub(crate) struct Marked {
    pub text: String,
    pub hit: bool,
}

/// The text cut where what was searched for begins and ends.
fn marked(text: &str, query: &str) -> Vec<Marked> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |text: &str, hit| {
        if !text.is_empty() {
            pieces.push(Marked {
                text: text.to_owned(),
                hit,
            });
        }
    };
    for range in marks(text, query) {
        let (Some(before), Some(found)) = (text.get(at..range.start), text.get(range.clone())) else {
            continue;
        };
        push(before, false);
        push(found, true);
        at = range.end;
    }
    push(&text[at..], false);
    pieces
}

/// An article in a list.
pub(crate) struct Listed {
    pub href: String,
    pub title: Vec<Marked>,
    pub summary: Vec<Marked>,
    /// The language that it is in; empty if it is the page's.
    pub lang: &'static str,
}

impl Listed {
    pub(crate) fn new(f: &Public, entry: &Entry, query: &str) -> Option<Self> {
        let page = language(f.w.lang);
        let heading = entry.heading(page)?;
        Some(Self {
            href: format!("/{}/help/{}", f.practice().slug, entry.slug),
            title: marked(&heading.title, query),
            summary: marked(&heading.summary, query),
            lang: if heading.language == page {
                ""
            } else {
                heading.language.as_str()
            },
        })
    }

    fn all(f: &Public, entries: &[&Entry], query: &str) -> Vec<Self> {
        entries
            .iter()
            .filter_map(|entry| Self::new(f, entry, query))
            .collect()
    }
}

/// A category with its articles.
struct Shelf {
    id: String,
    name: String,
    /// 2 for one at the top, one more for each above it.
    level: usize,
    articles: Vec<Listed>,
}

/// What a search found, or what to do where it found nothing.
#[derive(Template)]
#[template(path = "site/results.html")]
struct Results<'a> {
    f: &'a Public,
    said: String,
    hits: Vec<Listed>,
    emergency: Emergency,
}

#[derive(Template)]
#[template(path = "site/help.html")]
struct HelpPage<'a> {
    f: &'a Public,
    h: Head,
    query: &'a str,
    results: Option<Results<'a>>,
    shelves: Vec<Shelf>,
}

fn shelves(f: &Public, library: &Library) -> Vec<Shelf> {
    let sections = library.sections().into_iter();
    let shelf = |section: app::Section<'_>| Shelf {
        id: section.category.slug.clone(),
        name: section.category.name(f.w.tag()).to_owned(),
        level: section.level + 2,
        articles: Listed::all(f, &section.entries, ""),
    };
    sections.map(shelf).collect()
}

/// Letters of a search that are read: more is no search.
fn query_of(typed: &str) -> String {
    let line: String = typed.chars().take(anteroom_core::limits::SITE_QUERY).collect();
    // A space at the end says that the last word is whole.
    let whole = line.ends_with(char::is_whitespace);
    let line = text::squeeze(&line);
    if whole && !line.is_empty() {
        format!("{line} ")
    } else {
        line
    }
}

async fn results<'a>(web: &Web, f: &'a Public, library: &Library, query: &str) -> Results<'a> {
    let hits = library.search(query, language(f.w.lang));
    let said = if hits.is_empty() {
        f.w.t("help-nothing")
    } else {
        f.w.with("help-found", "n", i64::try_from(hits.len()).unwrap_or(i64::MAX))
    };
    Results {
        f,
        said,
        hits: Listed::all(f, &hits, query),
        emergency: alerts::looked_up(web, f.practice(), f.w, query).await,
    }
}

async fn help(
    State(web): State<Web>,
    tongue: Tongue,
    visiting: Visiting,
    part: Part,
    base: Base,
    In(slug): In<String>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/help")).await?;
    let library = app::library(&web.app, f.practice()).await?;
    let words = query_of(query.text("q"));
    let asked = !words.trim().is_empty();
    let found = if asked {
        Some(results(&web, &f, &library, &words).await)
    } else {
        None
    };
    match &found {
        // Somebody of the practice looks at what patients are shown: that is no visit.
        _ if query.ticked("desk") => {}
        None => visiting.does(&web, f.practice(), Deed::Look),
        Some(found) => {
            let search = Search {
                words: &words,
                language: language(f.w.lang),
                found: !found.hits.is_empty(),
                sent: !part.0,
            };
            visiting.searched(&web, f.practice(), search);
        }
    }
    if part.0 {
        return match &found {
            Some(found) => show(found),
            None => Ok(StatusCode::NO_CONTENT.into_response()),
        };
    }
    let about =
        f.w.with("help-description", "practice", f.practice().name.as_str());
    show(&HelpPage {
        f: &f,
        h: Head::new(&f, &base, about),
        query: words.trim(),
        results: found,
        shelves: shelves(&f, &library),
    })
}

/// What the page of an article shows besides it.
#[derive(Default)]
struct Shown {
    token: String,
    /// What the guard says, where it stopped an opinion.
    notice: String,
    /// The reason that was chosen.
    reason: String,
    /// The words that were typed, if they were not taken.
    words: String,
    /// What is wrong with them.
    mistake: String,
    /// Whether a "no" is being given, so that its form stays open.
    open: bool,
    /// `yes` or `no` once it was said.
    said: &'static str,
    emergency: Emergency,
}

#[derive(Template)]
#[template(path = "site/article.html")]
struct ArticlePage<'a> {
    f: &'a Public,
    h: Head,
    slug: &'a str,
    article: &'a Reading,
    /// The language that it is in; empty if it is the page's.
    lang: &'static str,
    /// The article itself, cleaned.
    html: String,
    category: Option<(String, String)>,
    written: String,
    sources: Vec<String>,
    beside: Vec<Listed>,
    /// Why it didn't help: values, words, and which was chosen.
    reasons: Vec<(&'static str, String, bool)>,
    shown: &'a Shown,
}

/// How many articles of the same category stand beneath one.
const BESIDE: usize = 4;

async fn page(
    web: &Web,
    base: &Base,
    f: &Public,
    (slug, reading): (&str, &Reading),
    (status, shown): (StatusCode, &Shown),
) -> Result<Response, Problem> {
    let library = app::library(&web.app, f.practice()).await?;
    let entry = library.entry(reading.id);
    let mut beside = entry.map(|entry| library.beside(entry)).unwrap_or_default();
    beside.truncate(BESIDE);
    let sections = library.sections();
    let section = entry.and_then(|entry| sections.iter().find(|one| one.category.id == entry.category));
    let category = section.map(|one| (one.category.slug.clone(), one.category.name(f.w.tag()).to_owned()));
    let reason = |reason: &anteroom_core::site::work::Reason| {
        let word = reason.as_str();
        (word, f.w.of("help-reason", word), shown.reason == word)
    };
    let own = reading.language == language(f.w.lang);
    let about = Some(reading.text.summary.clone()).filter(|summary| !summary.is_empty());
    let mut h = Head::new(f, base, about.unwrap_or_else(|| reading.text.title.clone()));
    // A language that it isn't written in is no other version of it.
    let speaks =
        |tag: &str| entry.is_some_and(|entry| entry.headings.iter().any(|one| one.language.as_str() == tag));
    h.alternates.retain(|(tag, _)| tag == "x-default" || speaks(tag));
    let page = ArticlePage {
        f,
        h,
        slug,
        article: reading,
        lang: if own { "" } else { reading.language.as_str() },
        html: markdown::html(&reading.text.body, &format!("/{}/help/", f.practice().slug)),
        category,
        written: f.when.date(reading.at),
        sources: reading.text.sources.lines().map(str::to_owned).collect(),
        beside: Listed::all(f, &beside, ""),
        reasons: anteroom_core::site::work::Reason::ALL
            .iter()
            .map(reason)
            .collect(),
        shown,
    };
    show_as(status, &page)
}

/// The article at an address, or the way to where it moved.
async fn found(web: &Web, f: &Public, slug: &str) -> Result<Result<Box<Reading>, Response>, Problem> {
    let slug = text::slug(slug).map_err(|_| Problem::Missing)?;
    match app::read(&web.app, f.practice(), &slug, language(f.w.lang)).await? {
        Found::Here(reading) => Ok(Ok(reading)),
        Found::Moved(to) => {
            let to = format!("/{}/help/{to}", f.practice().slug);
            Ok(Err(Redirect::permanent(&to).into_response()))
        }
    }
}

async fn article(
    State(web): State<Web>,
    tongue: Tongue,
    visiting: Visiting,
    base: Base,
    In((slug, name)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/help/{name}")).await?;
    let reading = match found(&web, &f, &name).await? {
        Ok(reading) => reading,
        Err(moved) => return Ok(moved),
    };
    visiting.does(&web, f.practice(), Deed::Read);
    let shown = Shown {
        token: guard::token(&web, f.practice(), &opinion::form(&name)).await?,
        said: match query.text("said") {
            "yes" => "yes",
            "no" => "no",
            _ => "",
        },
        ..Shown::default()
    };
    page(&web, &base, &f, (&name, &reading), (StatusCode::OK, &shown)).await
}

#[cfg(test)]
pub(crate) mod stories;
