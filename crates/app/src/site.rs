//! The help centre: its published articles kept ready to be searched and read, in the reader's language or the one there is.
//!
//! What is published is a version of the practice's; whoever keeps a copy compares it before each use, so that nodes agree.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_core::ids::{ArticleId, AuditId, CategoryId, MemberId, PracticeId};
use anteroom_core::requests::Actor;
use anteroom_core::site::articles::Text;
use anteroom_core::site::categories as tree;
use anteroom_core::site::search::{Doc, Hit, Index, Language};
use anteroom_core::{Time, limits};
use anteroom_store::audit::{self, Deed};
use anteroom_store::site::{self as rows, articles as article_rows};
use anteroom_store::{PracticeTx, StoreError};

use crate::practices::Practice;
use crate::{App, Failure};

pub mod articles;
pub mod categories;
pub mod files;
pub mod opinions;
pub mod rules;
pub mod visits;
pub mod work;

pub use anteroom_store::site::Category;

/// What the site keeps in memory: articles ready to be searched, and visits that go on.
#[derive(Debug, Default)]
pub(crate) struct Site {
    shelves: Mutex<BTreeMap<PracticeId, Arc<Library>>>,
    visits: visits::Visits,
}

/// An article's heading in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// In which language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// What it says in short.
    pub summary: String,
}

/// A published article without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: ArticleId,
    /// Its name in URLs.
    pub slug: String,
    /// In which category.
    pub category: CategoryId,
    /// When its words were last written, in any language.
    pub written_at: Time,
    /// Its heading in each language that is published.
    pub headings: Vec<Heading>,
}

impl Entry {
    /// Its heading in a language, or in the one there is.
    pub fn heading(&self, page: Language) -> Option<&Heading> {
        let own = self.headings.iter().find(|heading| heading.language == page);
        own.or(self.headings.first())
    }
}

/// A category with its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<'a> {
    /// The category.
    pub category: &'a Category,
    /// How many stand above it.
    pub level: usize,
    /// Its own articles, in their order.
    pub entries: Vec<&'a Entry>,
}

/// Everything that patients can read of a practice, ready to be searched.
#[derive(Debug)]
pub struct Library {
    version: String,
    index: Index<ArticleId>,
    /// In the order in which they are listed.
    entries: Vec<Entry>,
    places: BTreeMap<ArticleId, usize>,
    categories: Vec<(Category, usize)>,
}

impl Library {
    fn load(tx: &mut PracticeTx<'_>, version: String) -> Result<Self, StoreError> {
        let categories = ordered(rows::categories(tx, most(limits::CATEGORIES))?);
        let published = article_rows::published(tx)?;
        let mut headings: BTreeMap<ArticleId, (Time, Vec<Heading>)> = BTreeMap::new();
        for one in &published {
            let (at, of) = headings.entry(one.article).or_insert((one.at, Vec::new()));
            *at = (*at).max(one.at);
            of.push(Heading {
                language: one.language,
                title: one.text.title.clone(),
                summary: one.text.summary.clone(),
            });
        }
        let docs = published.iter().map(|one| Doc {
            id: one.article,
            language: one.language,
            title: &one.text.title,
            keywords: &one.text.keywords,
            summary: &one.text.summary,
            body: &one.text.body,
        });
        let index = Index::build(docs);
        let mut entries = Vec::new();
        for article in article_rows::list(tx, limits::ARTICLES)? {
            if let Some((written_at, headings)) = headings.remove(&article.id) {
                entries.push(Entry {
                    id: article.id,
                    slug: article.slug,
                    category: article.category,
                    written_at,
                    headings,
                });
            }
        }
        Ok(Self {
            version,
            index,
            places: entries
                .iter()
                .zip(0..)
                .map(|(entry, at)| (entry.id, at))
                .collect(),
            entries,
            categories,
        })
    }

    /// Whether nothing is published.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All articles, in the order in which they are listed.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// One of them.
    pub fn entry(&self, id: ArticleId) -> Option<&Entry> {
        self.entries.get(*self.places.get(&id)?)
    }

    /// The articles for what was typed so far, the best first.
    pub fn search(&self, query: &str, page: Language) -> Vec<&Entry> {
        self.found(&self.index.search(query, page, limits::HITS_SHOWN))
    }

    /// Articles that may answer what a patient is writing; mostly none.
    pub fn suggest(&self, words: &str, page: Language) -> Vec<&Entry> {
        self.found(&self.index.suggest(words, page))
    }

    fn found(&self, hits: &[Hit<ArticleId>]) -> Vec<&Entry> {
        hits.iter().filter_map(|hit| self.entry(hit.id)).collect()
    }

    /// The categories in the order in which they are read, each with its articles; those without any article are left out,
    /// but for those above one that has.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut sections: Vec<Section<'_>> = Vec::new();
        let all = self.categories.iter().map(|(category, level)| Section {
            category,
            level: *level,
            entries: self
                .entries
                .iter()
                .filter(|entry| entry.category == category.id)
                .collect(),
        });
        // From the end, so that whether something beneath is kept is known.
        let mut kept = 0;
        for section in all.collect::<Vec<_>>().into_iter().rev() {
            if !section.entries.is_empty() || kept > section.level {
                kept = section.level;
                sections.push(section);
            }
        }
        sections.reverse();
        sections
    }

    /// Others of the same category.
    pub fn beside(&self, of: &Entry) -> Vec<&Entry> {
        let same = |entry: &&Entry| entry.category == of.category && entry.id != of.id;
        self.entries.iter().filter(same).collect()
    }
}

/// Categories in the order in which they are read, with how many stand above each.
pub(crate) fn ordered(categories: Vec<Category>) -> Vec<(Category, usize)> {
    let nodes: Vec<tree::Node> = categories.iter().map(Category::node).collect();
    let mut by_id: BTreeMap<CategoryId, Category> = categories
        .into_iter()
        .map(|category| (category.id, category))
        .collect();
    let read = tree::read(&nodes).into_iter();
    read.filter_map(|(id, level)| Some((by_id.remove(&id)?, level)))
        .collect()
}

fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// Everything that patients can read of a practice, as it is now.
pub async fn library(app: &App, practice: &Practice) -> Result<Arc<Library>, Failure> {
    let (world, id) = (app.clone(), practice.id);
    app.store
        .practice(practice.id)
        .read(move |tx| Ok(kept(&world, tx, id)?))
        .await
}

fn kept(app: &App, tx: &mut PracticeTx<'_>, practice: PracticeId) -> Result<Arc<Library>, StoreError> {
    let version = rows::version(tx)?;
    let shelves = || app.site.shelves.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(library) = shelves().get(&practice)
        && library.version == version
    {
        return Ok(Arc::clone(library));
    }
    let library = Arc::new(Library::load(tx, version)?);
    let mut shelves = shelves();
    if shelves.len() >= limits::SHELVES && !shelves.contains_key(&practice) {
        shelves.pop_first();
    }
    shelves.insert(practice, Arc::clone(&library));
    Ok(library)
}

/// An article as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its id.
    pub id: ArticleId,
    /// The language in which it is shown.
    pub language: Language,
    /// Which version.
    pub number: i64,
    /// Its words.
    pub text: Text,
    /// When they were written.
    pub at: Time,
}

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// An article.
    Here(Box<Reading>),
    /// It moved there.
    Moved(String),
}

/// The article at an address, in the page's language or in the one there is.
pub async fn read(app: &App, practice: &Practice, slug: &str, page: Language) -> Result<Found, Failure> {
    let slug = slug.to_owned();
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let (id, now) = article_rows::of_slug(tx, &slug)?.ok_or(Failure::Missing)?;
            let texts = article_rows::texts(tx, id)?;
            let live = texts
                .iter()
                .filter_map(|(language, text)| Some((*language, text.live?)));
            let (language, number) = live
                .min_by_key(|(language, _)| (*language != page, *language))
                .ok_or(Failure::Missing)?;
            if now != slug {
                return Ok(Found::Moved(now));
            }
            let version = article_rows::version(tx, (id, language), number)?.ok_or(Failure::Missing)?;
            Ok(Found::Here(Box::new(Reading {
                id,
                language,
                number,
                text: version.text,
                at: version.at,
            })))
        })
        .await
}

/// Says that what patients read has changed.
pub(crate) fn changed(app: &App, tx: &mut PracticeTx<'_>) -> Result<(), StoreError> {
    let version = app.id::<AuditId>().to_string();
    rows::changed(tx, &version, app.now())
}

/// Whose hand a change of the site is: a member's, or nobody's where a file was read.
pub(crate) const fn actor(by: Option<MemberId>) -> Actor {
    match by {
        Some(id) => Actor::Member(id),
        None => Actor::System,
    }
}

/// Writes down what was done to something of the site.
pub(crate) fn noted(
    app: &App,
    tx: &mut PracticeTx<'_>,
    by: Option<MemberId>,
    (noun, id): (&str, [u8; 16]),
    (action, fields): (&str, &str),
) -> Result<(), StoreError> {
    let deed = Deed {
        id: app.id(),
        at: app.now(),
        actor: actor(by),
        action,
        noun,
        noun_id: Some(id),
        fields,
    };
    audit::insert(tx, &deed)
}
