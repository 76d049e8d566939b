//! Site work as rows: one open row for each thing that came up, however often it does.

use anteroom_core::Time;
use anteroom_core::ids::{ArticleId, MemberId, SiteWorkId};
use anteroom_core::promises::site::Work;
use anteroom_core::site::work::{Item, Kind};
use jiff::civil::Date;

use super::articles::date;
use crate::requests::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, params};

/// Rows of the list with the names that a page shows.
macro_rules! listed {
    ($where:literal) => {
        concat!(
            "SELECT w.id, w.kind, w.version, w.state, w.member_id, w.due_on, w.article_id, w.language, w.words, w.count, \
             w.first_on, w.last_on, w.done_at, w.key, m.name FROM site_work w \
             LEFT JOIN member m ON m.practice_id = w.practice_id AND m.id = w.member_id WHERE w.practice_id = ?1 AND ",
            $where
        )
    };
}

queries! {
    /// It came up; or once more.
    RAISE: practice = "INSERT INTO site_work (practice_id, id, kind, key, article_id, language, words, count, member_id, \
        due_on, state, version, first_on, last_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9, 'open', 1, ?10, ?10) \
        ON CONFLICT (practice_id, kind, key) WHERE state = 'open' \
        DO UPDATE SET count = site_work.count + 1, last_on = excluded.last_on";
    /// Who sees to a thing that is open.
    IS_OPEN: practice = "SELECT id FROM site_work WHERE practice_id = ?1 AND kind = ?2 AND key = ?3 AND state = 'open'";
    /// How many of a kind are open, counted up to ?3.
    COUNT_KIND: practice = "SELECT count(*) FROM (SELECT 1 FROM site_work WHERE practice_id = ?1 AND kind = ?2 \
        AND state = 'open' LIMIT ?3) a";
    /// The rarest of a kind, the oldest of these, makes way.
    MAKE_WAY: practice = "DELETE FROM site_work WHERE practice_id = ?1 AND id = (SELECT w.id FROM site_work w \
        WHERE w.practice_id = ?1 AND w.kind = ?2 AND w.state = 'open' ORDER BY w.count, w.last_on, w.id LIMIT 1)";
    /// One.
    FIND: practice = listed!("w.id = ?2");
    /// Those that are open, what is due first before the rest.
    OPEN: practice = listed!("w.state = 'open' AND (w.due_on, w.id) > (?2, ?3) ORDER BY w.due_on, w.id LIMIT ?4");
    /// A member's of these.
    MINE: practice = listed!("w.state = 'open' AND w.member_id = ?5 AND (w.due_on, w.id) > (?2, ?3) \
        ORDER BY w.due_on, w.id LIMIT ?4");
    /// Those that were done, the last first.
    DONE: practice = listed!("w.done_at IS NOT NULL AND (w.done_at, w.id) < (?2, ?3) \
        ORDER BY w.done_at DESC, w.id DESC LIMIT ?4");
    /// Those about an article that are open.
    OF_ARTICLE: practice = listed!("w.article_id = ?2 AND w.state = 'open' ORDER BY w.due_on, w.id LIMIT 50");
    /// Those of a kind that are open.
    OPEN_OF: practice = listed!("w.kind = ?2 AND w.state = 'open' ORDER BY w.key LIMIT ?3");
    /// What the rules changed; nothing if it is not the version that was seen.
    UPDATE: practice = "UPDATE site_work SET version = ?4, state = ?5, member_id = ?6, due_on = ?7, done_at = ?8 \
        WHERE practice_id = ?1 AND id = ?2 AND version = ?3";
    /// Its words are no more, and nothing that comes up again finds it by them.
    ERASE: practice = "UPDATE site_work SET words = '', key = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// How many are open, how many of them past their day, and how many a member's, bounded.
    COUNTS: practice = "SELECT \
        (SELECT count(*) FROM (SELECT 1 FROM site_work WHERE practice_id = ?1 AND state = 'open' LIMIT ?4) a), \
        (SELECT count(*) FROM (SELECT 1 FROM site_work WHERE practice_id = ?1 AND state = 'open' AND due_on < ?2 \
        LIMIT ?4) b), \
        (SELECT count(*) FROM (SELECT 1 FROM site_work WHERE practice_id = ?1 AND state = 'open' AND member_id = ?3 \
        LIMIT ?4) c)";
    /// What was done long ago goes, a few at a time.
    SWEEP: practice = "DELETE FROM site_work WHERE practice_id = ?1 AND id IN (SELECT w.id FROM site_work w \
        WHERE w.practice_id = ?1 AND w.done_at < ?2 ORDER BY w.done_at LIMIT 100)";
}

/// Something that came up.
#[derive(Debug, Clone)]
pub struct Raised<'a> {
    /// What it gets as its id if it is new.
    pub id: SiteWorkId,
    /// What.
    pub kind: Kind,
    /// What it is once more by.
    pub key: &'a str,
    /// About which article.
    pub article: Option<ArticleId>,
    /// In which language; empty for all.
    pub language: &'a str,
    /// The words that were searched for.
    pub words: &'a str,
    /// Who sees to it.
    pub member: Option<MemberId>,
}

/// Site work in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// As the rules see it.
    pub item: Item,
    /// About which article.
    pub article: Option<ArticleId>,
    /// In which language; empty for all.
    pub language: String,
    /// The words that were searched for.
    pub words: String,
    /// How often it came up.
    pub count: i64,
    /// First on.
    pub first_on: Date,
    /// Last on.
    pub last_on: Date,
    /// When it was done.
    pub done_at: Option<Time>,
    /// What it came up by.
    pub key: String,
    /// The name of who sees to it; empty for nobody.
    pub member: String,
}

/// Which of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Those that are open, or a member's of them.
    Open(Option<MemberId>),
    /// Those that were done.
    Done,
}

fn read(row: &Row) -> Result<Listed, StoreError> {
    Ok(Listed {
        item: Item {
            id: row.get(0)?,
            kind: word(row, 1)?,
            version: row.get(2)?,
            state: word(row, 3)?,
            member: row.get(4)?,
            due: date(row, 5)?,
        },
        article: row.get(6)?,
        language: row.get(7)?,
        words: row.get(8)?,
        count: row.get(9)?,
        first_on: date(row, 10)?,
        last_on: date(row, 11)?,
        done_at: row.get(12)?,
        key: row.get(13)?,
        member: row.get::<Option<String>>(14)?.unwrap_or_default(),
    })
}

/// Something came up on `today`, or once more; of its kind no more than `most` are open: the rarest makes way.
pub fn raise(tx: &mut PracticeTx<'_>, raised: &Raised<'_>, today: Date, most: i64) -> Result<(), StoreError> {
    let kind = raised.kind.as_str();
    let known = tx.query_opt(&IS_OPEN, params![kind, raised.key])?.is_some();
    if !known {
        let open: i64 = tx.query_one(&COUNT_KIND, params![kind, most])?.get(0)?;
        if open >= most {
            tx.execute(&MAKE_WAY, params![kind])?;
        }
    }
    let values = params![
        raised.id,
        kind,
        raised.key,
        raised.article,
        raised.language,
        raised.words,
        raised.member,
        raised.kind.due(today).to_string(),
        today.to_string()
    ];
    tx.execute(&RAISE, values).map(drop)
}

/// Whether something that came up by this key is open.
pub fn is_open(tx: &mut PracticeTx<'_>, kind: Kind, key: &str) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&IS_OPEN, params![kind.as_str(), key])?.is_some())
}

/// One.
pub fn find(tx: &mut PracticeTx<'_>, id: SiteWorkId) -> Result<Option<Listed>, StoreError> {
    tx.query_opt(&FIND, params![id])?.as_ref().map(read).transpose()
}

/// Where a page of the list starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// The day, or the instant at which it was done in microseconds.
    pub at: String,
    /// Which.
    pub id: SiteWorkId,
}

/// A page of the list.
pub fn page(
    tx: &mut PracticeTx<'_>,
    list: List,
    after: Option<&After>,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let (at, id) = after.map_or(("", None), |after| (after.at.as_str(), Some(after.id)));
    let lowest = id.unwrap_or(SiteWorkId([0; 16]));
    let (sql, values): (&Sql, _) = match list {
        List::Open(None) => (&OPEN, params![at, lowest, limit]),
        List::Open(Some(member)) => (&MINE, params![at, lowest, limit, member]),
        List::Done => {
            let at = at.parse().map_or(Time::MAX, Time::from_micros);
            (&DONE, params![at, id.unwrap_or(SiteWorkId([0xff; 16])), limit])
        }
    };
    tx.query(sql, values)?.iter().map(read).collect()
}

/// Those about an article that are open.
pub fn of_article(tx: &mut PracticeTx<'_>, article: ArticleId) -> Result<Vec<Listed>, StoreError> {
    tx.query(&OF_ARTICLE, params![article])?
        .iter()
        .map(read)
        .collect()
}

/// Those of a kind that are open.
pub fn open_of(tx: &mut PracticeTx<'_>, kind: Kind) -> Result<Vec<Listed>, StoreError> {
    let most = anteroom_core::limits::ARTICLES;
    tx.query(&OPEN_OF, params![kind.as_str(), most])?
        .iter()
        .map(read)
        .collect()
}

/// Saves what the rules changed of the one that was version `seen`; `false` if it is not any more.
pub fn save(
    tx: &mut PracticeTx<'_>,
    seen: i64,
    item: &Item,
    done_at: Option<Time>,
) -> Result<bool, StoreError> {
    let values = params![
        item.id,
        seen,
        item.version,
        item.state.as_str(),
        item.member,
        item.due.to_string(),
        done_at
    ];
    Ok(tx.execute(&UPDATE, values)? == 1)
}

/// Erases its words; `false` if it isn't there.
pub fn erase(tx: &mut PracticeTx<'_>, id: SiteWorkId) -> Result<bool, StoreError> {
    Ok(tx.execute(&ERASE, params![id, id.to_string()])? == 1)
}

/// How many are open and how many of them past their day, with the first; and how many a member's.
pub fn counts(
    tx: &mut PracticeTx<'_>,
    today: Date,
    member: Option<MemberId>,
    most: i64,
) -> Result<(Work, i64), StoreError> {
    let row = tx.query_one(&COUNTS, params![today.to_string(), member, most])?;
    let first = page(tx, List::Open(None), None, 1)?.pop();
    let work = Work {
        open: row.get(0)?,
        late: row.get(1)?,
        top: first.map(|first| (first.item.kind, first.count)),
    };
    Ok((work, row.get(2)?))
}

/// Lets what was done before an instant go, a few at a time.
pub fn sweep(tx: &mut PracticeTx<'_>, before: Time) -> Result<(), StoreError> {
    tx.execute(&SWEEP, params![before]).map(drop)
}
