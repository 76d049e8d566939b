//! What readers said of articles: whether one helped, and why not. Nobody's name stands beside it.

use anteroom_core::Time;
use anteroom_core::ids::{ArticleId, OpinionId};
use anteroom_core::site::search::Language;
use anteroom_core::site::work::Reason;

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

queries! {
    /// A new one.
    INSERT: practice = "INSERT INTO article_opinion (practice_id, article_id, id, language, number, helpful, reason, words, \
        at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    /// The one that stands so many places behind the newest.
    BEYOND: practice = "SELECT id FROM article_opinion WHERE practice_id = ?1 AND article_id = ?2 \
        ORDER BY id DESC LIMIT 1 OFFSET ?3";
    /// It and those before it go.
    PRUNE: practice = "DELETE FROM article_opinion WHERE practice_id = ?1 AND article_id = ?2 AND id <= ?3";
    /// The newest that say that it didn't help.
    AGAINST: practice = "SELECT language, number, reason, words, at, id FROM article_opinion \
        WHERE practice_id = ?1 AND article_id = ?2 AND helpful = 0 ORDER BY id DESC LIMIT ?3";
    /// How many say that it helped, and how many that it didn't.
    COUNTS: practice = "SELECT article_id, helpful, count(*) FROM article_opinion WHERE practice_id = ?1 \
        GROUP BY article_id, helpful ORDER BY article_id, helpful";
    /// The words of one are no more.
    ERASE: practice = "UPDATE article_opinion SET words = '' WHERE practice_id = ?1 AND article_id = ?2 AND id = ?3";
}

/// What a reader said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its id.
    pub id: OpinionId,
    /// Of which article.
    pub article: ArticleId,
    /// In which language they read it.
    pub language: Language,
    /// Which version.
    pub number: i64,
    /// Whether it helped.
    pub helpful: bool,
    /// Why not.
    pub reason: Option<Reason>,
    /// In words.
    pub words: String,
    /// When.
    pub at: Time,
}

/// Keeps one, and of its article's no more than `keep`: the oldest go.
pub fn insert(tx: &mut PracticeTx<'_>, opinion: &Opinion, keep: i64) -> Result<(), StoreError> {
    let values = params![
        opinion.article,
        opinion.id,
        opinion.language.as_str(),
        opinion.number,
        opinion.helpful,
        opinion.reason.map(Reason::as_str),
        opinion.words.as_str(),
        opinion.at
    ];
    tx.execute(&INSERT, values)?;
    if let Some(row) = tx.query_opt(&BEYOND, params![opinion.article, keep])? {
        let oldest: OpinionId = row.get(0)?;
        tx.execute(&PRUNE, params![opinion.article, oldest])?;
    }
    Ok(())
}

/// The newest that say that it didn't help.
pub fn against(tx: &mut PracticeTx<'_>, article: ArticleId, limit: i64) -> Result<Vec<Opinion>, StoreError> {
    let read = |row: &Row| {
        let reason: Option<String> = row.get(2)?;
        Ok(Opinion {
            article,
            language: word(row, 0)?,
            number: row.get(1)?,
            helpful: false,
            reason: reason.map(|_| word(row, 2)).transpose()?,
            words: row.get(3)?,
            at: row.get(4)?,
            id: row.get(5)?,
        })
    };
    tx.query(&AGAINST, params![article, limit])?
        .iter()
        .map(read)
        .collect()
}

/// For each article that was judged: how many say that it helped, or that it didn't.
pub fn counts(tx: &mut PracticeTx<'_>) -> Result<Vec<(ArticleId, bool, i64)>, StoreError> {
    tx.query(&COUNTS, params![])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .collect()
}

/// Erases the words of one; `false` if it isn't there.
pub fn erase(tx: &mut PracticeTx<'_>, article: ArticleId, id: OpinionId) -> Result<bool, StoreError> {
    Ok(tx.execute(&ERASE, params![article, id])? == 1)
}
