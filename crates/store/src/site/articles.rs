//! Articles: their facts, every address that they have or had, and their versions a language.

use anteroom_core::Time;
use anteroom_core::ids::{ArticleId, CategoryId, MemberId};
use anteroom_core::site::articles::{Text, Versions};
use anteroom_core::site::search::Language;
use jiff::civil::Date;

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A new one.
    INSERT: practice = "INSERT INTO article (practice_id, id, slug, category_id, owner_id, review_months, review_on, \
        position, version, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9)";
    /// Other facts; nothing if it is not the version that was seen.
    UPDATE: practice = "UPDATE article SET slug = ?4, category_id = ?5, owner_id = ?6, review_months = ?7, \
        review_on = ?8, position = ?9, version = version + 1 WHERE practice_id = ?1 AND id = ?2 AND version = ?3";
    /// One.
    FIND: practice = "SELECT id, slug, category_id, owner_id, review_months, review_on, position, version FROM article \
        WHERE practice_id = ?1 AND id = ?2";
    /// All of them.
    LIST: practice = "SELECT id, slug, category_id, owner_id, review_months, review_on, position, version FROM article \
        WHERE practice_id = ?1 ORDER BY position, id LIMIT ?2";
    /// How many there are, bounded.
    COUNT: practice = "SELECT count(*) FROM (SELECT 1 FROM article WHERE practice_id = ?1 LIMIT ?2) a";
    /// Whose an address is.
    OF_SLUG: practice = "SELECT a.id, a.slug FROM article_slug s JOIN article a \
        ON a.practice_id = s.practice_id AND a.id = s.article_id WHERE s.practice_id = ?1 AND s.slug = ?2";
    /// Takes an address; nothing if somebody has or had it.
    TAKE_SLUG: practice = "INSERT INTO article_slug (practice_id, slug, article_id, since) VALUES (?1, ?2, ?3, ?4) \
        ON CONFLICT (practice_id, slug) DO NOTHING";
    /// The addresses of one, the last first.
    SLUGS: practice = "SELECT slug FROM article_slug WHERE practice_id = ?1 AND article_id = ?2 \
        ORDER BY since DESC, slug LIMIT 100";
    /// Where its languages stand.
    TEXTS: practice = "SELECT language, latest, live FROM article_text WHERE practice_id = ?1 AND article_id = ?2 \
        ORDER BY language";
    /// Where one language stands.
    PUT_TEXT: practice = "INSERT INTO article_text (practice_id, article_id, language, latest, live) \
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practice_id, article_id, language) \
        DO UPDATE SET latest = excluded.latest, live = excluded.live";
    /// A version.
    INSERT_VERSION: practice = "INSERT INTO article_version (practice_id, article_id, language, number, title, summary, \
        keywords, body, sources, written_at, written_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    /// One version.
    VERSION: practice = "SELECT v.number, v.title, v.summary, v.keywords, v.body, v.sources, v.written_at, m.name \
        FROM article_version v LEFT JOIN member m ON m.practice_id = v.practice_id AND m.id = v.written_by \
        WHERE v.practice_id = ?1 AND v.article_id = ?2 AND v.language = ?3 AND v.number = ?4";
    /// The versions of a language, the last first, without their words.
    VERSIONS: practice = "SELECT v.number, v.title, v.written_at, m.name FROM article_version v \
        LEFT JOIN member m ON m.practice_id = v.practice_id AND m.id = v.written_by \
        WHERE v.practice_id = ?1 AND v.article_id = ?2 AND v.language = ?3 ORDER BY v.number DESC LIMIT ?4";
    /// Versions up to a number go, but for one.
    PRUNE: practice = "DELETE FROM article_version WHERE practice_id = ?1 AND article_id = ?2 AND language = ?3 \
        AND number <= ?4 AND number <> ?5";
    /// Titles of what was written last, and where each language stands.
    TITLES: practice = "SELECT t.article_id, t.language, t.latest, t.live, v.title, v.written_at FROM article_text t \
        JOIN article_version v ON v.practice_id = t.practice_id AND v.article_id = t.article_id \
        AND v.language = t.language AND v.number = t.latest WHERE t.practice_id = ?1 ORDER BY t.article_id, t.language";
    /// What patients read, with its words.
    PUBLISHED: practice = "SELECT t.article_id, t.language, v.title, v.summary, v.keywords, v.body, v.sources, v.written_at \
        FROM article_text t JOIN article_version v ON v.practice_id = t.practice_id AND v.article_id = t.article_id \
        AND v.language = t.language AND v.number = t.live \
        WHERE t.practice_id = ?1 AND t.live IS NOT NULL ORDER BY t.article_id, t.language";
    /// Those past their review date that patients read and that aren't work yet, the oldest first.
    OVERDUE: practice = "SELECT a.id, a.owner_id FROM article a WHERE a.practice_id = ?1 AND a.review_on < ?2 \
        AND EXISTS (SELECT 1 FROM article_text t WHERE t.practice_id = ?1 AND t.article_id = a.id AND t.live IS NOT NULL) \
        AND NOT EXISTS (SELECT 1 FROM site_work w WHERE w.practice_id = ?1 AND w.state = 'open' AND w.kind = 'review' \
        AND w.article_id = a.id) ORDER BY a.review_on LIMIT ?3";
    /// Whether patients read anything at all.
    ANY_LIVE: practice = "SELECT article_id FROM article_text WHERE practice_id = ?1 AND live IS NOT NULL LIMIT 1";
}

/// An article's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// Its name in URLs.
    pub slug: String,
    /// In which category.
    pub category: CategoryId,
    /// Who sees to it.
    pub owner: Option<MemberId>,
    /// After how many months it has to be read again.
    pub review_months: i64,
    /// Until when.
    pub review_on: Date,
    /// Its place in the category.
    pub position: i64,
    /// Counts its changes.
    pub version: i64,
}

/// A version as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub number: i64,
    /// Its words.
    pub text: Text,
    /// When it was written.
    pub at: Time,
    /// By whom; empty if it came from a file.
    pub by: String,
}

/// A version in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// When it was written.
    pub at: Time,
    /// By whom; empty if it came from a file.
    pub by: String,
}

/// An article in one language, in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titled {
    /// Which.
    pub article: ArticleId,
    /// In which language.
    pub language: Language,
    /// Where its versions stand.
    pub versions: Versions,
    /// The title that was written last.
    pub title: String,
    /// When that was.
    pub at: Time,
}

/// What patients read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Which.
    pub article: ArticleId,
    /// In which language.
    pub language: Language,
    /// Its words.
    pub text: Text,
    /// When they were written.
    pub at: Time,
}

pub(super) fn date(row: &Row, column: usize) -> Result<Date, StoreError> {
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|_| StoreError::Wrong(format!("column {column} holds no date")))
}

fn read(row: &Row) -> Result<Article, StoreError> {
    Ok(Article {
        id: row.get(0)?,
        slug: row.get(1)?,
        category: row.get(2)?,
        owner: row.get(3)?,
        review_months: row.get(4)?,
        review_on: date(row, 5)?,
        position: row.get(6)?,
        version: row.get(7)?,
    })
}

fn text(row: &Row, from: usize) -> Result<Text, StoreError> {
    Ok(Text {
        title: row.get(from)?,
        summary: row.get(from + 1)?,
        keywords: row.get(from + 2)?,
        body: row.get(from + 3)?,
        sources: row.get(from + 4)?,
    })
}

fn name(row: &Row, column: usize) -> Result<String, StoreError> {
    Ok(row.get::<Option<String>>(column)?.unwrap_or_default())
}

/// Adds one, whose address was taken.
pub fn insert(tx: &mut PracticeTx<'_>, article: &Article, at: Time) -> Result<(), StoreError> {
    let values = params![
        article.id,
        article.slug.as_str(),
        article.category,
        article.owner,
        article.review_months,
        article.review_on.to_string(),
        article.position,
        at
    ];
    tx.execute(&INSERT, values).map(drop)
}

/// Gives one other facts; `false` if it is not the version that was seen.
pub fn update(tx: &mut PracticeTx<'_>, seen: i64, article: &Article) -> Result<bool, StoreError> {
    let values = params![
        article.id,
        seen,
        article.slug.as_str(),
        article.category,
        article.owner,
        article.review_months,
        article.review_on.to_string(),
        article.position
    ];
    Ok(tx.execute(&UPDATE, values)? == 1)
}

/// One.
pub fn find(tx: &mut PracticeTx<'_>, id: ArticleId) -> Result<Option<Article>, StoreError> {
    tx.query_opt(&FIND, params![id])?.as_ref().map(read).transpose()
}

/// All of them, by their place.
pub fn list(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<Article>, StoreError> {
    tx.query(&LIST, params![limit])?.iter().map(read).collect()
}

/// How many there are, counted up to `limit`.
pub fn count(tx: &mut PracticeTx<'_>, limit: i64) -> Result<i64, StoreError> {
    tx.query_one(&COUNT, params![limit])?.get(0)
}

/// Whose an address is or was, with the address that it has now.
pub fn of_slug(tx: &mut PracticeTx<'_>, slug: &str) -> Result<Option<(ArticleId, String)>, StoreError> {
    tx.query_opt(&OF_SLUG, params![slug])?
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .transpose()
}

/// Takes an address for an article that is there; `false` if another has or had it.
pub fn take_slug(tx: &mut PracticeTx<'_>, slug: &str, id: ArticleId, at: Time) -> Result<bool, StoreError> {
    if tx.execute(&TAKE_SLUG, params![slug, id, at])? == 1 {
        return Ok(true);
    }
    Ok(of_slug(tx, slug)?.is_some_and(|(of, _)| of == id))
}

/// Every address that one has or had, the last first.
pub fn slugs(tx: &mut PracticeTx<'_>, id: ArticleId) -> Result<Vec<String>, StoreError> {
    tx.query(&SLUGS, params![id])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// Where its languages stand.
pub fn texts(tx: &mut PracticeTx<'_>, id: ArticleId) -> Result<Vec<(Language, Versions)>, StoreError> {
    let rows = tx.query(&TEXTS, params![id])?;
    let read = |row: &Row| {
        let (latest, live) = (row.get(1)?, row.get(2)?);
        Ok((word(row, 0)?, Versions { latest, live }))
    };
    rows.iter().map(read).collect()
}

/// Where one language stands; nothing was written in most.
pub fn text_of(tx: &mut PracticeTx<'_>, id: ArticleId, language: Language) -> Result<Versions, StoreError> {
    let found = texts(tx, id)?.into_iter().find(|(of, _)| *of == language);
    Ok(found.map_or_else(Versions::default, |(_, versions)| versions))
}

/// Keeps where one language stands.
pub fn put_text(
    tx: &mut PracticeTx<'_>,
    (id, language): (ArticleId, Language),
    versions: Versions,
) -> Result<(), StoreError> {
    let values = params![id, language.as_str(), versions.latest, versions.live];
    tx.execute(&PUT_TEXT, values).map(drop)
}

/// Writes a version, and lets go those that are more than `keep` behind it, but for the published one.
pub fn insert_version(
    tx: &mut PracticeTx<'_>,
    (id, language): (ArticleId, Language),
    versions: Versions,
    text: &Text,
    (at, by, keep): (Time, Option<MemberId>, i64),
) -> Result<(), StoreError> {
    let number = versions.latest;
    let values = params![
        id,
        language.as_str(),
        number,
        text.title.as_str(),
        text.summary.as_str(),
        text.keywords.as_str(),
        text.body.as_str(),
        text.sources.as_str(),
        at,
        by
    ];
    tx.execute(&INSERT_VERSION, values)?;
    put_text(tx, (id, language), versions)?;
    if number > keep {
        let live = versions.live.unwrap_or(0);
        tx.execute(&PRUNE, params![id, language.as_str(), number - keep, live])?;
    }
    Ok(())
}

/// One version.
pub fn version(
    tx: &mut PracticeTx<'_>,
    (id, language): (ArticleId, Language),
    number: i64,
) -> Result<Option<Version>, StoreError> {
    let read = |row: &Row| {
        Ok(Version {
            number: row.get(0)?,
            text: text(row, 1)?,
            at: row.get(6)?,
            by: name(row, 7)?,
        })
    };
    let row = tx.query_opt(&VERSION, params![id, language.as_str(), number])?;
    row.as_ref().map(read).transpose()
}

/// The versions of a language, the last first.
pub fn versions(
    tx: &mut PracticeTx<'_>,
    (id, language): (ArticleId, Language),
    limit: i64,
) -> Result<Vec<Written>, StoreError> {
    let rows = tx.query(&VERSIONS, params![id, language.as_str(), limit])?;
    let read = |row: &Row| {
        Ok(Written {
            number: row.get(0)?,
            title: row.get(1)?,
            at: row.get(2)?,
            by: name(row, 3)?,
        })
    };
    rows.iter().map(read).collect()
}

/// What was written last of each article and language.
pub fn titles(tx: &mut PracticeTx<'_>) -> Result<Vec<Titled>, StoreError> {
    let read = |row: &Row| {
        let (latest, live) = (row.get(2)?, row.get(3)?);
        Ok(Titled {
            article: row.get(0)?,
            language: word(row, 1)?,
            versions: Versions { latest, live },
            title: row.get(4)?,
            at: row.get(5)?,
        })
    };
    tx.query(&TITLES, params![])?.iter().map(read).collect()
}

/// Everything that patients read.
pub fn published(tx: &mut PracticeTx<'_>) -> Result<Vec<Published>, StoreError> {
    let read = |row: &Row| {
        Ok(Published {
            article: row.get(0)?,
            language: word(row, 1)?,
            text: text(row, 2)?,
            at: row.get(7)?,
        })
    };
    tx.query(&PUBLISHED, params![])?.iter().map(read).collect()
}

/// Articles past their review date that patients read and that aren't work yet, with who owns them.
pub fn overdue(
    tx: &mut PracticeTx<'_>,
    today: Date,
    limit: i64,
) -> Result<Vec<(ArticleId, Option<MemberId>)>, StoreError> {
    tx.query(&OVERDUE, params![today.to_string(), limit])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// Whether patients read anything at all.
pub fn any_live(tx: &mut PracticeTx<'_>) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&ANY_LIVE, params![])?.is_some())
}
