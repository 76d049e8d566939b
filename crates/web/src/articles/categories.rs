//! Categories of the help centre: their names in each language, where they hang, and that an empty one goes.

use anteroom_app::Failure;
use anteroom_app::site::Category;
use anteroom_app::site::categories::{self as app, Typed, field};
use anteroom_core::ids::CategoryId;
use anteroom_core::site::search::Language;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Tab, tabs};
use crate::Web;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Field, Fields, Mistakes, Summary};
use crate::frame::{In, Staff};
use crate::i18n::{Tongue, Words};
use crate::seat::{Seat, Written};

/// What stands in the path for one that isn't there yet.
const NEW: &str = "new";
const ORDER: [&str; 5] = ["name_en", "name_es", "parent", "position", "removal"];

struct Row {
    href: String,
    name: String,
    /// Its names in the other languages.
    other: String,
    level: usize,
}

#[derive(Template)]
#[template(path = "site/categories.html")]
struct ListPage {
    f: Staff,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
}

pub(super) async fn list(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let all = app::list(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "site");
    let row = |(category, level): &(Category, usize)| {
        let others = category
            .names
            .iter()
            .filter(|(language, _)| language != f.w.tag());
        Row {
            href: format!("{}/site/categories/{}", f.base(), category.id),
            name: category.name(f.w.tag()).to_owned(),
            other: others
                .map(|(_, name)| name.as_str())
                .collect::<Vec<_>>()
                .join(" · "),
            level: *level,
        }
    };
    show(&ListPage {
        tabs: tabs(&f, "categories", None),
        rows: all.iter().map(row).collect(),
        f,
    })
}

#[derive(Template)]
#[template(path = "site/category.html")]
struct FormPage {
    f: Staff,
    tabs: Vec<Tab>,
    title: String,
    action: String,
    /// Where it is removed; empty for a new one.
    removal: String,
    seen: i64,
    fields: Vec<Field>,
    mistakes: Mistakes,
    overtaken: bool,
}

impl FormPage {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: &self.mistakes,
        }
    }
}

fn label(w: Words, field: &str) -> String {
    w.of("category-field", field)
}

fn present(category: &Category) -> Fields {
    let parent = category.parent.map_or_else(String::new, |id| id.to_string());
    let named = |language: Language| {
        let own = category.names.iter().find(|(of, _)| of == language.as_str());
        own.map_or_else(String::new, |(_, name)| name.clone())
    };
    Fields::of(
        [("parent", parent), ("position", category.position.to_string())]
            .into_iter()
            .chain(
                Language::ALL
                    .iter()
                    .map(|language| (field(*language), named(*language))),
            ),
    )
}

async fn page(
    web: &Web,
    f: Staff,
    word: &str,
    typed: Option<&Fields>,
    (status, mistakes): (StatusCode, Mistakes),
) -> Result<Response, Problem> {
    let all = app::list(&web.app, f.practice()).await?;
    let found = all.iter().find(|(category, _)| category.id.to_string() == word);
    if found.is_none() && word != NEW {
        return Err(Problem::Missing);
    }
    let w = f.w;
    let standing = found.map(|(category, _)| present(category)).unwrap_or_default();
    let filled = typed.unwrap_or(&standing);
    let line = |id: &'static str| Field::line(id, label(w, id)).typed(filled.text(id), &mistakes);
    let mut parents = vec![(String::new(), w.t("category-top"))];
    parents.extend(
        all.iter()
            .filter(|(category, _)| category.id.to_string() != word)
            .map(|(category, level)| {
                let name = category.name(w.tag());
                (category.id.to_string(), format!("{}{name}", "– ".repeat(*level)))
            }),
    );
    let mut fields: Vec<Field> = Language::ALL
        .iter()
        .map(|language| line(field(*language)))
        .collect();
    fields.push(line("parent").options(parents));
    fields.push(line("position").help(w.t("category-position-help")));
    let base = format!("{}/site/categories", f.base());
    show_as(
        status,
        &FormPage {
            tabs: tabs(&f, "categories", None),
            title: found.map_or_else(
                || w.t("category-add"),
                |(category, _)| category.name(w.tag()).to_owned(),
            ),
            action: format!("{base}/{word}"),
            removal: if word == NEW {
                String::new()
            } else {
                format!("{base}/{word}/removal")
            },
            seen: found.map_or(0, |(category, _)| category.version),
            fields,
            overtaken: status == StatusCode::CONFLICT,
            mistakes,
            f,
        },
    )
}

pub(super) async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "site");
    page(&web, f, &word, None, (StatusCode::OK, Mistakes::default())).await
}

fn typed_of(typed: &Fields) -> Typed {
    let name = |language: &Language| (*language, typed.owned(field(*language)));
    Typed {
        names: Language::ALL.iter().map(name).collect(),
        parent: typed.owned("parent"),
        position: typed.owned("position"),
    }
}

fn id(word: &str) -> Result<CategoryId, Problem> {
    word.parse().map_err(|_| Problem::Missing)
}

async fn settle(
    web: &Web,
    f: Staff,
    word: &str,
    typed: Option<&Fields>,
    done: Result<(), Failure>,
) -> Result<Response, Problem> {
    let (status, mistakes) = match done {
        Ok(()) => {
            return Ok(Redirect::to(&format!("{}/site/categories", f.base())).into_response());
        }
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, f.w, |field| label(f.w, field)).ordered(&ORDER);
            (StatusCode::UNPROCESSABLE_ENTITY, mistakes)
        }
        Err(Failure::Overtaken(_)) => (StatusCode::CONFLICT, Mistakes::default()),
        Err(failure) => return Err(failure.into()),
    };
    page(web, f, word, typed, (status, mistakes)).await
}

pub(super) async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let wish = typed_of(&typed);
    let done = if word == NEW {
        app::add(&web.app, &seat.desk, &wish).await.map(drop)
    } else {
        let seen = (id(&word)?, typed.parsed("seen").unwrap_or(0));
        app::set(&web.app, &seat.desk, seen, &wish).await
    };
    let f = Staff::new(&web, seat, &tongue, "site");
    settle(&web, f, &word, Some(&typed), done).await
}

pub(super) async fn remove(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let done = app::remove(&web.app, &seat.desk, id(&word)?).await;
    let f = Staff::new(&web, seat, &tongue, "site");
    settle(&web, f, &word, None, done).await
}
