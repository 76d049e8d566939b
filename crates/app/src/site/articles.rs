//! Articles at the desk: written as versions that nobody changes, published by managers, given an address, an owner and a day
//! on which they are read again.

pub use anteroom_store::site::articles::{Article, Titled, Version, Written};
pub use anteroom_store::site::opinions::Opinion;

use std::collections::BTreeMap;

use anteroom_core::ids::{ArticleId, CategoryId, MemberId};
use anteroom_core::limits;
use anteroom_core::site::articles::{Text, Versions, review_after, slug, slug_of};
use anteroom_core::site::search::Language;
use anteroom_core::text::{self, Fault};
use anteroom_store::site::{self as site_rows, Category, articles as rows, opinions};
use anteroom_store::{PracticeTx, StoreError, staff};
use jiff::civil::Date;

use super::categories::overtaken;
use super::{changed, most, noted, ordered};
use crate::failure::{Faults, Overtaken};
use crate::people::today;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::staff::Named;
use crate::{App, Failure};

/// An article in the desk's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its facts.
    pub article: Article,
    /// What was written last in each language.
    pub titles: Vec<Titled>,
    /// The name of its owner; empty for nobody.
    pub owner: String,
    /// How many readers say that it helped, and how many that it didn't.
    pub opinions: (i64, i64),
}

/// The desk's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// By category and place.
    pub rows: Vec<Row>,
    /// The categories, with how many stand above each.
    pub categories: Vec<(Category, usize)>,
    /// The practice's day.
    pub today: Date,
}

/// An article with all that the desk knows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its facts.
    pub article: Article,
    /// The addresses that it has or had, the last first.
    pub slugs: Vec<String>,
    /// What was written last in each language.
    pub titles: Vec<Titled>,
    /// How many readers say that it helped, and how many that it didn't.
    pub opinions: (i64, i64),
    /// The newest that say that it didn't.
    pub against: Vec<Opinion>,
    /// The categories, with how many stand above each.
    pub categories: Vec<(Category, usize)>,
    /// Who can own it.
    pub members: Vec<Named>,
    /// The practice's day.
    pub today: Date,
}

/// An article's facts as typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Its name in URLs; empty for one made of the title.
    pub slug: String,
    /// In which category, by id.
    pub category: String,
    /// Whose, by id; empty for nobody's.
    pub owner: String,
    /// After how many months it is read again; empty for a year.
    pub months: String,
    /// Until when; empty for so many months from today.
    pub review_on: String,
    /// Its place in the category.
    pub position: String,
}

/// Months after which an article is read again where nobody says otherwise.
pub const MONTHS: i64 = 12;
/// The most that a place in a category can be.
const POSITION_MAX: i64 = 9_999;

#[derive(Clone)]
struct Checked {
    slug: Option<String>,
    category: CategoryId,
    owner: Option<MemberId>,
    months: i64,
    review_on: Option<Date>,
    position: i64,
}

/// A number from `least` to `most`, or what stands for nothing typed.
fn number(typed: &str, (least, most): (i64, i64), or: i64) -> Result<i64, Fault> {
    match typed.trim() {
        "" => Ok(or),
        text => text
            .parse()
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or(Fault::Shape),
    }
}

fn checked(typed: &Typed, faults: &mut Faults) -> Checked {
    let owner = Some(typed.owner.as_str()).filter(|id| !id.is_empty());
    let review_on = Some(typed.review_on.trim()).filter(|day| !day.is_empty());
    let slug_typed = Some(typed.slug.trim()).filter(|slug| !slug.is_empty());
    let category = typed
        .category
        .parse::<CategoryId>()
        .map(Some)
        .map_err(|_| Fault::Missing);
    Checked {
        slug: faults.take("slug", slug_typed.map(slug).transpose()),
        category: faults.take("category", category).unwrap_or(CategoryId([0; 16])),
        owner: faults.take(
            "owner",
            owner.map(|id| id.parse().map_err(|_| Fault::Shape)).transpose(),
        ),
        months: faults.take(
            "months",
            number(&typed.months, (1, limits::REVIEW_MONTHS_MAX), MONTHS),
        ),
        review_on: faults.take(
            "review_on",
            review_on
                .map(|day| day.parse().map_err(|_| Fault::Shape))
                .transpose(),
        ),
        position: faults.take("position", number(&typed.position, (0, POSITION_MAX), 0)),
    }
}

pub(super) fn text_checked(text: &Text, faults: &mut Faults) -> Text {
    text.checked().unwrap_or_else(|wrong| {
        for (field, fault) in wrong {
            faults.note(field, fault);
        }
        Text::default()
    })
}

fn members(tx: &mut PracticeTx<'_>) -> Result<Vec<Named>, StoreError> {
    let members = staff::members(tx)?.into_iter();
    Ok(members
        .map(|member| Named {
            id: member.id,
            name: member.name,
        })
        .collect())
}

fn categories(tx: &mut PracticeTx<'_>) -> Result<Vec<(Category, usize)>, StoreError> {
    Ok(ordered(site_rows::categories(tx, most(limits::CATEGORIES))?))
}

/// All articles, in the order in which they are read.
pub async fn list(app: &App, desk: &Desk) -> Result<Listing, Failure> {
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let categories = categories(tx)?;
            let place = |id: CategoryId| categories.iter().position(|(category, _)| category.id == id);
            let mut titles: BTreeMap<ArticleId, Vec<Titled>> = BTreeMap::new();
            for one in rows::titles(tx)? {
                titles.entry(one.article).or_default().push(one);
            }
            let counts = super::opinions::counts(tx)?;
            let names: BTreeMap<MemberId, String> = members(tx)?
                .into_iter()
                .map(|member| (member.id, member.name))
                .collect();
            let mut listed: Vec<Row> = rows::list(tx, limits::ARTICLES)?
                .into_iter()
                .map(|article| Row {
                    titles: titles.remove(&article.id).unwrap_or_default(),
                    owner: article
                        .owner
                        .and_then(|id| names.get(&id))
                        .cloned()
                        .unwrap_or_default(),
                    opinions: counts.get(&article.id).copied().unwrap_or_default(),
                    article,
                })
                .collect();
            listed.sort_by_key(|row| place(row.article.category));
            Ok(Listing {
                rows: listed,
                today: today(&scene),
                categories,
            })
        })
        .await
}

/// One article.
pub async fn page(app: &App, desk: &Desk, id: ArticleId) -> Result<Page, Failure> {
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let article = rows::find(tx, id)?.ok_or(Failure::Missing)?;
            let all = rows::titles(tx)?.into_iter();
            Ok(Page {
                slugs: rows::slugs(tx, id)?,
                titles: all.filter(|one| one.article == id).collect(),
                opinions: super::opinions::counts(tx)?.get(&id).copied().unwrap_or_default(),
                against: opinions::against(tx, id, limits::OPINIONS_SHOWN)?,
                categories: categories(tx)?,
                members: members(tx)?,
                today: today(&scene),
                article,
            })
        })
        .await
}

/// What a form about a new article offers.
pub async fn offered(app: &App, desk: &Desk) -> Result<(Vec<(Category, usize)>, Vec<Named>), Failure> {
    let practice = app.store.practice(desk.practice.id);
    let offered = practice.read(|tx| Ok::<_, StoreError>((categories(tx)?, members(tx)?)));
    Ok(offered.await?)
}

/// Whether what was typed names a category and an owner that there are.
fn known(tx: &mut PracticeTx<'_>, typed: &Checked) -> Result<(), Failure> {
    let all = site_rows::categories(tx, most(limits::CATEGORIES))?;
    if !all.iter().any(|category| category.id == typed.category) {
        return Err(Failure::of("category", Fault::Missing));
    }
    if let Some(owner) = typed.owner {
        staff::member(tx, owner)?.ok_or_else(|| Failure::of("owner", Fault::Shape))?;
    }
    Ok(())
}

/// Begins an article with its first version in a language; nobody but the desk reads it yet.
pub async fn add(
    app: &App,
    desk: &Desk,
    typed: &Typed,
    (language, text): (Language, &Text),
) -> Result<ArticleId, Failure> {
    let mut faults = Faults::default();
    let facts = checked(typed, &mut faults);
    let text = text_checked(text, &mut faults);
    faults.settle()?;
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            known(tx, &facts)?;
            if rows::count(tx, limits::ARTICLES)? >= limits::ARTICLES {
                return Err(Failure::of("title", Fault::TooLong(most_articles())));
            }
            let scene = Scene::load(&world, tx, &at.practice)?;
            let article = Article {
                id: world.id(),
                slug: facts.slug.clone().unwrap_or_else(|| slug_of(&text.title)),
                category: facts.category,
                owner: facts.owner,
                review_months: facts.months,
                review_on: facts
                    .review_on
                    .unwrap_or_else(|| review_after(today(&scene), facts.months)),
                position: facts.position,
                version: 1,
            };
            text::slug(&article.slug).map_err(|fault| Failure::of("slug", fault))?;
            begin(&world, tx, Some(at.member.id), &article)?;
            let first = Versions {
                latest: 1,
                live: None,
            };
            let written = (world.now(), Some(at.member.id), limits::ARTICLE_VERSIONS);
            rows::insert_version(tx, (article.id, language), first, &text, written)?;
            Ok(article.id)
        })
        .await
}

fn most_articles() -> usize {
    usize::try_from(limits::ARTICLES).unwrap_or(usize::MAX)
}

/// The row of a new article with its address.
pub(super) fn begin(
    app: &App,
    tx: &mut PracticeTx<'_>,
    by: Option<MemberId>,
    article: &Article,
) -> Result<(), Failure> {
    if rows::of_slug(tx, &article.slug)?.is_some() {
        return Err(Failure::of("slug", Fault::Taken));
    }
    rows::insert(tx, article, app.now())?;
    rows::take_slug(tx, &article.slug, article.id, app.now())?;
    Ok(noted(app, tx, by, ("article", article.id.bytes()), ("add", ""))?)
}

/// Gives an article other facts, if it is still as it was seen. Its old address leads to the new one.
pub async fn set(app: &App, desk: &Desk, (id, seen): (ArticleId, i64), typed: &Typed) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let facts = checked(typed, &mut faults);
    faults.settle()?;
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let before = rows::find(tx, id)?.ok_or(Failure::Missing)?;
            known(tx, &facts)?;
            let article = Article {
                id,
                slug: facts.slug.clone().unwrap_or_else(|| before.slug.clone()),
                category: facts.category,
                owner: facts.owner,
                review_months: facts.months,
                review_on: facts.review_on.unwrap_or(before.review_on),
                position: facts.position,
                version: seen,
            };
            if !rows::take_slug(tx, &article.slug, id, world.now())? {
                return Err(Failure::of("slug", Fault::Taken));
            }
            if !rows::update(tx, seen, &article)? {
                return Err(overtaken(&world));
            }
            changed(&world, tx)?;
            let scene = Scene::load(&world, tx, &at.practice)?;
            super::work::reviews(&world, tx, &scene)?;
            let fields = "slug category owner review position";
            let of = ("article", id.bytes());
            Ok(noted(&world, tx, Some(at.member.id), of, ("change", fields))?)
        })
        .await
}

/// A version, with the one that patients read or, where it is that one, the one before.
pub async fn version(
    app: &App,
    desk: &Desk,
    (id, language): (ArticleId, Language),
    number: Option<i64>,
) -> Result<Compared, Failure> {
    let practice = app.store.practice(desk.practice.id);
    practice
        .read(move |tx| {
            let article = rows::find(tx, id)?.ok_or(Failure::Missing)?;
            let versions = rows::text_of(tx, id, language)?;
            let listed = rows::versions(tx, (id, language), limits::ARTICLE_VERSIONS + 1)?;
            let number = number.unwrap_or(versions.latest);
            let shown = rows::version(tx, (id, language), number)?;
            let before = match versions.live {
                Some(live) if live != number => Some(live),
                _ => listed.iter().map(|one| one.number).find(|one| *one < number),
            };
            let before = match before {
                Some(before) => rows::version(tx, (id, language), before)?,
                None => None,
            };
            Ok(Compared {
                article,
                versions,
                listed,
                shown,
                before,
            })
        })
        .await
}

/// A version beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The article's facts.
    pub article: Article,
    /// Where its versions in the language stand.
    pub versions: Versions,
    /// All of them, the last first.
    pub listed: Vec<Written>,
    /// The one that was asked for; nothing where nothing was written in this language.
    pub shown: Option<Version>,
    /// The one that it is compared with.
    pub before: Option<Version>,
}

/// Writes a new version, which nobody but the desk reads yet. `seen` is the number of the last one that the writer saw, 0 for
/// none. The same words again are no version.
pub async fn write(
    app: &App,
    desk: &Desk,
    (id, language, seen): (ArticleId, Language, i64),
    text: &Text,
) -> Result<i64, Failure> {
    let mut faults = Faults::default();
    let text = text_checked(text, &mut faults);
    faults.settle()?;
    let (world, by) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            rows::find(tx, id)?.ok_or(Failure::Missing)?;
            let mut versions = rows::text_of(tx, id, language)?;
            let last = rows::version(tx, (id, language), versions.latest)?;
            if let Some(last) = last.filter(|_| versions.latest != seen) {
                return Err(Failure::Overtaken(Overtaken {
                    name: last.by,
                    at: last.at,
                }));
            }
            let last = rows::version(tx, (id, language), versions.latest)?;
            if last.is_some_and(|last| last.text == text) {
                return Ok(versions.latest);
            }
            versions.latest += 1;
            let written = (world.now(), Some(by), limits::ARTICLE_VERSIONS);
            rows::insert_version(tx, (id, language), versions, &text, written)?;
            let of = ("article", id.bytes());
            noted(&world, tx, Some(by), of, ("write", language.as_str()))?;
            Ok(versions.latest)
        })
        .await
}

/// Patients read this version from now on.
pub async fn publish(
    app: &App,
    desk: &Desk,
    (id, language): (ArticleId, Language),
    number: i64,
) -> Result<(), Failure> {
    live(app, desk, (id, language), Some(number), "publish").await
}

/// Patients read nothing in this language any more.
pub async fn withdraw(app: &App, desk: &Desk, of: (ArticleId, Language)) -> Result<(), Failure> {
    live(app, desk, of, None, "withdraw").await
}

async fn live(
    app: &App,
    desk: &Desk,
    (id, language): (ArticleId, Language),
    number: Option<i64>,
    action: &'static str,
) -> Result<(), Failure> {
    let (world, by) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            rows::find(tx, id)?.ok_or(Failure::Missing)?;
            if let Some(number) = number {
                rows::version(tx, (id, language), number)?.ok_or(Failure::Missing)?;
            }
            let versions = rows::text_of(tx, id, language)?;
            if versions.latest == 0 {
                return Err(Failure::Missing);
            }
            let after = Versions {
                live: number,
                ..versions
            };
            rows::put_text(tx, (id, language), after)?;
            changed(&world, tx)?;
            let of = ("article", id.bytes());
            Ok(noted(&world, tx, Some(by), of, (action, language.as_str()))?)
        })
        .await
}

/// Somebody has read it and it is right: its next date is set.
pub(super) fn read_again(tx: &mut PracticeTx<'_>, id: ArticleId, today: Date) -> Result<(), Failure> {
    let article = rows::find(tx, id)?.ok_or(Failure::Missing)?;
    let seen = article.version;
    let article = Article {
        review_on: review_after(today, article.review_months),
        ..article
    };
    rows::update(tx, seen, &article)?;
    Ok(())
}
