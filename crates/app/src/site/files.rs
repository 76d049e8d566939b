//! Articles from files: found again by their address, so that a file read twice changes nothing, and what was written at the
//! desk meanwhile is kept.

use anteroom_core::ids::{ArticleId, CategoryId};
use anteroom_core::limits;
use anteroom_core::site::articles::{Text, Versions, review_after, slug};
use anteroom_core::site::search::Language;
use anteroom_core::text::Fault;
use anteroom_store::site::{self as site_rows, Category, articles as rows};
use anteroom_store::{PracticeTx, StoreError};
use anteroom_wire::articles::{self, ArticleFile, CategoryLine, NoArticle};

use super::articles::{Article, MONTHS, begin, text_checked};
use super::{changed, most, noted};
use crate::failure::Faults;
use crate::people::today;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure, FieldFault};

/// An article's file in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What it is called where it lies, for what is told of it.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// Its place in its category.
    pub position: i64,
    /// What it says.
    pub article: ArticleFile,
}

impl File {
    /// Reads a file's text. Its name is `NN-slug.md`: the number is its place in its category.
    pub fn read(name: &str, language: Language, text: &str) -> Result<Self, NoArticle> {
        let number = name.rsplit('/').next().and_then(|name| name.split('-').next());
        Ok(Self {
            name: name.to_owned(),
            language,
            position: number.and_then(|number| number.parse().ok()).unwrap_or(0),
            article: articles::article(text)?,
        })
    }
}

/// What came of reading files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// Texts that were not there before.
    pub new: usize,
    /// Texts that say something else than before.
    pub changed: usize,
    /// Texts that are there as they are.
    pub same: usize,
    /// Texts that somebody at the desk has written since: their words stay.
    pub kept: usize,
    /// Files that can't be taken: the name, the field and what is wrong with it.
    pub refused: Vec<(String, FieldFault)>,
}

/// What became of one file.
enum Fate {
    New,
    Changed,
    Same,
    Kept,
}

/// Files read in one transaction, so that no write lives longer than a heartbeat.
const CHUNK: usize = 20;

/// Adds the categories that aren't there yet, with a name a language in the order of [`Language::ALL`].
pub async fn add_categories(app: &App, practice: &Practice, lines: &[CategoryLine]) -> Result<(), Failure> {
    let (world, lines) = (app.clone(), lines.to_vec());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let mut all = site_rows::categories(tx, most(limits::CATEGORIES))?;
            for (line, position) in lines.iter().zip(1..) {
                let known = all.iter().any(|category| category.slug == line.slug);
                if known || all.len() >= limits::CATEGORIES || slug(&line.slug).is_err() {
                    continue;
                }
                let names = Language::ALL.iter().zip(&line.names);
                let category = Category {
                    id: world.id(),
                    parent: None,
                    slug: line.slug.clone(),
                    position,
                    version: 1,
                    names: names
                        .map(|(language, name)| (language.as_str().to_owned(), name.clone()))
                        .collect(),
                };
                if site_rows::insert(tx, &category)? {
                    noted(
                        &world,
                        tx,
                        None,
                        ("site_category", category.id.bytes()),
                        ("import", ""),
                    )?;
                    all.push(category);
                }
            }
            Ok(changed(&world, tx)?)
        })
        .await
}

/// Reads articles in, and publishes them.
pub async fn load(app: &App, practice: &Practice, files: &[File]) -> Result<Loaded, Failure> {
    let mut loaded = Loaded::default();
    for chunk in files.chunks(CHUNK) {
        let (world, of, chunk) = (app.clone(), practice.clone(), chunk.to_vec());
        let part: Result<Loaded, Failure> = app
            .store
            .practice(practice.id)
            .write(move |tx| {
                let scene = Scene::load(&world, tx, &of)?;
                let categories = site_rows::categories(tx, most(limits::CATEGORIES))?;
                let mut part = Loaded::default();
                for file in &chunk {
                    match take(&world, tx, &scene, &categories, file) {
                        Ok(Fate::New) => part.new += 1,
                        Ok(Fate::Changed) => part.changed += 1,
                        Ok(Fate::Same) => part.same += 1,
                        Ok(Fate::Kept) => part.kept += 1,
                        Err(Failure::Invalid(faults)) => {
                            let named = faults.into_iter().map(|fault| (file.name.clone(), fault));
                            part.refused.extend(named);
                        }
                        Err(failure) => return Err(failure),
                    }
                }
                if part.new + part.changed > 0 {
                    changed(&world, tx)?;
                }
                Ok(part)
            })
            .await;
        let part = part?;
        loaded.new += part.new;
        loaded.changed += part.changed;
        loaded.same += part.same;
        loaded.kept += part.kept;
        loaded.refused.extend(part.refused);
    }
    Ok(loaded)
}

fn take(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    categories: &[Category],
    file: &File,
) -> Result<Fate, Failure> {
    let from = &file.article;
    let mut faults = Faults::default();
    let address = faults.take("slug", slug(&from.slug));
    let category = categories.iter().find(|category| category.slug == from.category);
    let category = faults.take(
        "category",
        category.map(|found| Some(found.id)).ok_or(Fault::Missing),
    );
    let typed = Text {
        title: from.title.clone(),
        summary: from.summary.clone(),
        keywords: from.keywords.clone(),
        body: from.body.clone(),
        sources: from.sources.clone(),
    };
    let text = text_checked(&typed, &mut faults);
    faults.settle()?;
    let category = category.unwrap_or(CategoryId([0; 16]));
    let id = match rows::of_slug(tx, &address)? {
        Some((id, _)) => id,
        None => start(app, tx, scene, (&address, category), file)?,
    };
    Ok(put(app, tx, (id, file.language), &text)?)
}

fn start(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (address, category): (&str, CategoryId),
    file: &File,
) -> Result<ArticleId, Failure> {
    if rows::count(tx, limits::ARTICLES)? >= limits::ARTICLES {
        let most = usize::try_from(limits::ARTICLES).unwrap_or(usize::MAX);
        return Err(Failure::of("slug", Fault::TooLong(most)));
    }
    let months = file
        .article
        .review_months
        .unwrap_or(MONTHS)
        .clamp(1, limits::REVIEW_MONTHS_MAX);
    let article = Article {
        id: app.id(),
        slug: address.to_owned(),
        category,
        owner: None,
        review_months: months,
        review_on: review_after(today(scene), months),
        position: file.position,
        version: 1,
    };
    begin(app, tx, None, &article)?;
    Ok(article.id)
}

fn put(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (id, language): (ArticleId, Language),
    text: &Text,
) -> Result<Fate, StoreError> {
    let versions = rows::text_of(tx, id, language)?;
    let last = rows::version(tx, (id, language), versions.latest)?;
    let fate = match &last {
        None => Fate::New,
        Some(last) if last.text == *text => return Ok(Fate::Same),
        Some(last) if !last.by.is_empty() => return Ok(Fate::Kept),
        Some(_) => Fate::Changed,
    };
    let number = versions.latest + 1;
    let next = Versions {
        latest: number,
        live: Some(number),
    };
    let written = (app.now(), None, limits::ARTICLE_VERSIONS);
    rows::insert_version(tx, (id, language), next, text, written)?;
    noted(
        app,
        tx,
        None,
        ("article", id.bytes()),
        ("import", language.as_str()),
    )?;
    Ok(fate)
}
