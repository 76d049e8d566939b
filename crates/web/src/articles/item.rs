//! One article at the desk: its facts, its languages, what its readers say of it; and a new one.

use anteroom_app::Failure;
use anteroom_app::site::articles::{self as app, Opinion, Page, Typed};
use anteroom_core::access::Right;
use anteroom_core::ids::{ArticleId, OpinionId};
use anteroom_core::site::articles::Text;
use anteroom_core::site::search::Language;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Tab, choices, members, state, tabs, tongue as tongue_of};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::{Tongue, Words};
use crate::people::Choice;
use crate::seat::{Seat, Written};

/// A language of the article.
struct Tongues {
    href: String,
    name: String,
    state: (String, &'static str),
    title: String,
    written: String,
}

/// What a reader said against it.
struct Against {
    reason: String,
    words: String,
    at: String,
    erase: String,
}

#[derive(Template)]
#[template(path = "site/item.html")]
struct ItemPage {
    f: Staff,
    tabs: Vec<Tab>,
    title: String,
    /// Where patients read it; empty while they don't.
    public: String,
    action: String,
    version: i64,
    saved: bool,
    languages: Vec<Tongues>,
    opinions: String,
    against: Vec<Against>,
    fields: Vec<Field>,
    owners: Vec<Choice>,
    /// Addresses that it had.
    old: Vec<String>,
    mistakes: Mistakes,
    overtaken: bool,
}

impl ItemPage {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: &self.mistakes,
        }
    }
}

pub(super) fn id(text: &str) -> Result<ArticleId, Problem> {
    text.parse().map_err(|_| Problem::Missing)
}

fn label(w: Words, field: &str) -> String {
    w.of("article-field", field)
}

const ORDER: [&str; 10] = [
    "title",
    "summary",
    "body",
    "keywords",
    "sources",
    "slug",
    "category",
    "owner",
    "months",
    "review_on",
];

fn present(page: &Page) -> Fields {
    let article = &page.article;
    let owner = article.owner.map_or_else(String::new, |id| id.to_string());
    Fields::of([
        ("slug", article.slug.clone()),
        ("category", article.category.to_string()),
        ("owner", owner),
        ("months", article.review_months.to_string()),
        ("review_on", article.review_on.to_string()),
        ("position", article.position.to_string()),
    ])
}

/// The fields about where an article stands and who sees to it.
fn facts(
    w: Words,
    categories: &[(anteroom_app::site::Category, usize)],
    typed: &Fields,
    mistakes: &Mistakes,
) -> Vec<Field> {
    let line = |id: &'static str| Field::line(id, label(w, id)).typed(typed.text(id), mistakes);
    let help = |id: &'static str| w.of("article-help", id);
    vec![
        line("category")
            .options(choices(w, categories, typed.text("category")))
            .required(),
        line("slug").help(help("slug")),
        line("months").help(help("months")),
        line("review_on").of_kind("date"),
        line("position").help(help("position")),
    ]
}

fn typed_facts(typed: &Fields) -> Typed {
    Typed {
        slug: typed.owned("slug"),
        category: typed.owned("category"),
        owner: typed.owned("owner"),
        months: typed.owned("months"),
        review_on: typed.owned("review_on"),
        position: typed.owned("position"),
    }
}

fn against(f: &Staff, one: &Opinion) -> Against {
    let reason = one.reason.map(|reason| f.w.of("help-reason", reason.as_str()));
    Against {
        reason: reason.unwrap_or_else(|| f.w.t("article-no-reason")),
        words: one.words.clone(),
        at: format!("{} · {}", f.when.moment(one.at), tongue_of(f.w, one.language)),
        erase: if one.words.is_empty() {
            String::new()
        } else {
            format!(
                "{}/site/articles/{}/opinions/{}/erasure",
                f.base(),
                one.article,
                one.id
            )
        },
    }
}

fn built(f: Staff, page: &Page, typed: Option<&Fields>, mistakes: Mistakes, flags: (bool, bool)) -> ItemPage {
    let w = f.w;
    let own = page.titles.iter().find(|one| one.language.as_str() == w.tag());
    let title = own
        .or(page.titles.first())
        .map_or(String::new(), |one| one.title.clone());
    let at = format!("{}/site/articles/{}", f.base(), page.article.id);
    let language = |language: &Language| {
        let one = page.titles.iter().find(|one| one.language == *language);
        Tongues {
            href: format!("{at}/{language}"),
            name: tongue_of(w, *language),
            state: state(w, &page.titles, *language),
            title: one.map_or_else(String::new, |one| one.title.clone()),
            written: one.map_or_else(String::new, |one| f.when.moment(one.at)),
        }
    };
    let live = page.titles.iter().any(|one| one.versions.live.is_some());
    let standing = present(page);
    let filled = typed.unwrap_or(&standing);
    let (yes, no) = page.opinions;
    ItemPage {
        tabs: tabs(&f, "articles", None),
        title,
        public: if live {
            format!("/{}/help/{}", f.practice().slug, page.article.slug)
        } else {
            String::new()
        },
        action: at.clone(),
        version: page.article.version,
        saved: flags.0,
        languages: Language::ALL.iter().map(language).collect(),
        opinions: if yes + no > 0 {
            w.with2("article-opinions", ("yes", yes), ("no", no))
        } else {
            w.t("article-no-opinion")
        },
        against: page.against.iter().map(|one| against(&f, one)).collect(),
        fields: facts(w, &page.categories, filled, &mistakes),
        owners: members(w, &page.members, filled.text("owner")),
        old: page
            .slugs
            .iter()
            .filter(|slug| **slug != page.article.slug)
            .cloned()
            .collect(),
        mistakes,
        overtaken: flags.1,
        f,
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, article)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let page = app::page(&web.app, &seat.desk, id(&article)?).await?;
    let f = Staff::new(&web, seat, &tongue, "site");
    let flags = (query.ticked("saved"), false);
    show_as(StatusCode::OK, &built(f, &page, None, Mistakes::default(), flags))
}

pub(super) async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, article)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = id(&article)?;
    let seen = (id, typed.parsed("seen").unwrap_or(0));
    let (status, mistakes, overtaken) = match app::set(&web.app, &seat.desk, seen, &typed_facts(&typed)).await
    {
        Ok(()) => {
            let to = format!("/desk/{slug}/site/articles/{id}?saved=1");
            return Ok(Redirect::to(&to).into_response());
        }
        Err(Failure::Invalid(faults)) => {
            let w = tongue.words_at(&seat.desk.practice);
            let mistakes = Mistakes::of(&faults, w, |field| label(w, field)).ordered(&ORDER);
            (StatusCode::UNPROCESSABLE_ENTITY, mistakes, false)
        }
        Err(Failure::Overtaken(_)) => (StatusCode::CONFLICT, Mistakes::default(), true),
        Err(failure) => return Err(failure.into()),
    };
    let page = app::page(&web.app, &seat.desk, id).await?;
    let f = Staff::new(&web, seat, &tongue, "site");
    show_as(
        status,
        &built(f, &page, Some(&typed), mistakes, (false, overtaken)),
    )
}

pub(super) async fn erase(
    State(web): State<Web>,
    seat: Seat,
    In((slug, article, opinion)): In<(String, String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let opinion: OpinionId = opinion.parse().map_err(|_| Problem::Missing)?;
    let id = id(&article)?;
    anteroom_app::site::opinions::erase(&web.app, &seat.desk, id, opinion).await?;
    Ok(Redirect::to(&format!("/desk/{slug}/site/articles/{id}#opinions")).into_response())
}

#[derive(Template)]
#[template(path = "site/new.html")]
struct NewPage {
    f: Staff,
    tabs: Vec<Tab>,
    words: Vec<Field>,
    facts: Vec<Field>,
    owners: Vec<Choice>,
    manages: bool,
    mistakes: Mistakes,
}

impl NewPage {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: &self.mistakes,
        }
    }
}

/// The fields of an article's words, as they stand on every page that writes them.
pub(super) fn words(w: Words, typed: &Fields, mistakes: &Mistakes) -> Vec<Field> {
    let line = |id: &'static str| Field::line(id, label(w, id)).typed(typed.text(id), mistakes);
    let help = |id: &'static str| w.of("article-help", id);
    let optional = || w.t("optional");
    vec![
        line("title").required(),
        line("summary").help(help("summary")),
        line("body").of_kind("textarea").help(help("body")).required(),
        line("keywords").help(help("keywords")).optional(optional()),
        line("sources")
            .of_kind("textarea")
            .help(help("sources"))
            .optional(optional()),
    ]
}

/// What was typed about an article's words.
pub(super) fn text(typed: &Fields) -> Text {
    Text {
        title: typed.owned("title"),
        summary: typed.owned("summary"),
        keywords: typed.owned("keywords"),
        body: typed.owned("body"),
        sources: typed.owned("sources"),
    }
}

/// What is wrong with an article's words.
pub(super) fn mistakes(w: Words, faults: &[anteroom_app::FieldFault]) -> Mistakes {
    Mistakes::of(faults, w, |field| label(w, field)).ordered(&ORDER)
}

async fn new_page(
    web: &Web,
    f: Staff,
    typed: &Fields,
    (status, mistakes): (StatusCode, Mistakes),
) -> Result<Response, Problem> {
    let (categories, all) = app::offered(&web.app, &f.seat.desk).await?;
    let w = f.w;
    let mut facts = facts(w, &categories, typed, &mistakes);
    facts.retain(|field| matches!(field.id, "category" | "slug"));
    show_as(
        status,
        &NewPage {
            tabs: tabs(&f, "articles", None),
            words: words(w, typed, &mistakes),
            facts,
            owners: members(w, &all, typed.text("owner")),
            manages: f.seat.desk.role.may(Right::Manage),
            mistakes,
            f,
        },
    )
}

/// The language in which a new article is written: the page's.
fn writes_in(w: Words) -> Language {
    crate::site::language(w.lang)
}

pub(super) async fn new(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "site");
    let me = f.seat.desk.member.id.to_string();
    let typed = Fields::single("owner", &me);
    new_page(&web, f, &typed, (StatusCode::OK, Mistakes::default())).await
}

pub(super) async fn add(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "site");
    let language = writes_in(f.w);
    let facts = typed_facts(&typed);
    match app::add(&web.app, &f.seat.desk, &facts, (language, &text(&typed))).await {
        Ok(id) => Ok(Redirect::to(&format!("{}/site/articles/{id}/{language}", f.base())).into_response()),
        Err(Failure::Invalid(faults)) => {
            let mistakes = mistakes(f.w, &faults);
            new_page(&web, f, &typed, (StatusCode::UNPROCESSABLE_ENTITY, mistakes)).await
        }
        Err(failure) => Err(failure.into()),
    }
}
