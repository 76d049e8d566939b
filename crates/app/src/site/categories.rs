//! Categories of the help centre as managers set them: their names in each language, where they hang, and that one goes that
//! holds nothing.

use std::collections::BTreeMap;

use anteroom_core::ids::CategoryId;
use anteroom_core::limits;
use anteroom_core::site::articles::slug_of;
use anteroom_core::site::categories::{Node, Refusal, place};
use anteroom_core::site::search::Language;
use anteroom_core::text::{self, Fault};
use anteroom_store::site::{self as rows, Category};

use super::{changed, most, noted, ordered};
use crate::failure::{Faults, Overtaken};
use crate::practices::Practice;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// A category as somebody types it.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Its name in each language.
    pub names: BTreeMap<Language, String>,
    /// Beneath which, by id; empty for the top.
    pub parent: String,
    /// Its place among its siblings.
    pub position: String,
}

/// All categories in the order in which they are read, with how many stand above each.
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<(Category, usize)>, Failure> {
    let practice = app.store.practice(practice.id);
    let all = practice.read(|tx| rows::categories(tx, most(limits::CATEGORIES)));
    Ok(ordered(all.await?))
}

/// The most that a place among siblings can be.
const POSITION_MAX: i64 = 999;

fn checked(id: CategoryId, typed: &Typed) -> Result<Category, Failure> {
    let mut faults = Faults::default();
    let parent = Some(typed.parent.as_str()).filter(|id| !id.is_empty());
    let parent = parent.map(|id| id.parse::<CategoryId>().map_err(|_| Fault::Shape));
    let position = match typed.position.trim() {
        "" => Ok(0),
        text => text.parse().map_err(|_| Fault::Shape),
    };
    let position = position.and_then(|at| {
        if (0..=POSITION_MAX).contains(&at) {
            Ok(at)
        } else {
            Err(Fault::Shape)
        }
    });
    let mut names = Vec::new();
    for (language, name) in &typed.names {
        let field = field(*language);
        let name = faults.take(field, text::line(name, limits::LABEL_MAX));
        if !name.is_empty() {
            names.push((language.as_str().to_owned(), name));
        }
    }
    if names.is_empty() {
        faults.note(field(Language::English), Fault::Missing);
    }
    let category = Category {
        id,
        parent: faults.take("parent", parent.transpose()),
        slug: String::new(),
        position: faults.take("position", position),
        version: 1,
        names,
    };
    faults.settle()?;
    Ok(category)
}

/// The form's field for the name in a language.
pub const fn field(language: Language) -> &'static str {
    match language {
        Language::English => "name_en",
        Language::Spanish => "name_es",
    }
}

fn hangs(all: &[Category], id: CategoryId, parent: Option<CategoryId>) -> Result<(), Failure> {
    let nodes: Vec<Node> = all.iter().map(Category::node).collect();
    place(&nodes, id, parent).map_err(|refusal| {
        let fault = match refusal {
            Refusal::Cycle => Fault::Taken,
            Refusal::Deep => Fault::TooLong(limits::CATEGORY_DEPTH),
            Refusal::Missing => Fault::Shape,
        };
        Failure::of("parent", fault)
    })
}

/// A slug that no category has.
fn free(all: &[Category], name: &str) -> String {
    let begin = Some(slug_of(name)).filter(|slug| !slug.is_empty());
    let begin = begin.unwrap_or_else(|| "category".to_owned());
    let taken = |slug: &str| all.iter().any(|category| category.slug == slug);
    let mut slug = begin.clone();
    let mut number = 1;
    while taken(&slug) {
        number += 1;
        slug = format!("{begin}-{number}");
    }
    slug
}

/// Adds a category.
pub async fn add(app: &App, desk: &Desk, typed: &Typed) -> Result<CategoryId, Failure> {
    let category = checked(app.id(), typed)?;
    let (world, by, id) = (app.clone(), desk.member.id, category.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let all = rows::categories(tx, most(limits::CATEGORIES))?;
            if all.len() >= limits::CATEGORIES {
                return Err(Failure::of("name_en", Fault::TooLong(limits::CATEGORIES)));
            }
            hangs(&all, id, category.parent)?;
            let name = category.names.first().map_or("", |(_, name)| name);
            let category = Category {
                slug: free(&all, name),
                ..category.clone()
            };
            if !rows::insert(tx, &category)? {
                return Err(Failure::of("name_en", Fault::Taken));
            }
            changed(&world, tx)?;
            noted(&world, tx, Some(by), ("site_category", id.bytes()), ("add", ""))?;
            Ok(id)
        })
        .await
}

/// Gives a category other names or another place, if it is still as it was seen.
pub async fn set(
    app: &App,
    desk: &Desk,
    (id, seen): (CategoryId, i64),
    typed: &Typed,
) -> Result<(), Failure> {
    let category = checked(id, typed)?;
    let (world, by) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let all = rows::categories(tx, most(limits::CATEGORIES))?;
            if !all.iter().any(|known| known.id == id) {
                return Err(Failure::Missing);
            }
            hangs(&all, id, category.parent)?;
            if !rows::update(tx, seen, &category)? {
                return Err(overtaken(&world));
            }
            changed(&world, tx)?;
            let fields = ("change", "name parent position");
            Ok(noted(
                &world,
                tx,
                Some(by),
                ("site_category", id.bytes()),
                fields,
            )?)
        })
        .await
}

/// Somebody else was quicker; who it was stands in the audit alone.
pub(super) fn overtaken(app: &App) -> Failure {
    Failure::Overtaken(Overtaken {
        name: String::new(),
        at: app.now(),
    })
}

/// Removes a category that holds nothing.
pub async fn remove(app: &App, desk: &Desk, id: CategoryId) -> Result<(), Failure> {
    let (world, by) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            if rows::holds(tx, id)? {
                return Err(Failure::of("removal", Fault::Taken));
            }
            if !rows::delete(tx, id)? {
                return Err(Failure::Missing);
            }
            changed(&world, tx)?;
            Ok(noted(
                &world,
                tx,
                Some(by),
                ("site_category", id.bytes()),
                ("remove", ""),
            )?)
        })
        .await
}
