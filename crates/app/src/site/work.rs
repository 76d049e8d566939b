//! Site work: raised by what the site could not answer, given to somebody with a day, done and undone.

use std::collections::BTreeMap;

use anteroom_core::ids::{ArticleId, MemberId, SiteWorkId};
use anteroom_core::site::search::{Language, grouped};
use anteroom_core::site::work::{Kind, State, owner, searched};
use anteroom_core::text::Fault;
use anteroom_core::{access::Right, limits};
pub use anteroom_store::site::work::Listed;
use anteroom_store::site::work::{self as rows, After, List, Raised};
use anteroom_store::site::{self as site_rows, articles, visits as visit_rows};
use anteroom_store::{PracticeTx, StoreError, practices, staff};
use jiff::ToSpan;
use jiff::civil::Date;

use super::categories::overtaken;
use super::noted;
use crate::people::today;
use crate::places::facts;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::settings::changes::By;
use crate::staff::Named;
use crate::{App, Failure};

/// Who keeps the site where an article has no owner of its own: a member's id.
pub(crate) const KEEPER: &str = "site.keeper";

/// What makes work.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cause<'a> {
    kind: Kind,
    key: &'a str,
    article: Option<ArticleId>,
    language: &'a str,
    words: &'a str,
}

impl<'a> Cause<'a> {
    /// An article did.
    pub(crate) const fn of_article(kind: Kind, key: &'a str, article: ArticleId, language: &'a str) -> Self {
        Self {
            kind,
            key,
            article: Some(article),
            language,
            words: "",
        }
    }

    /// A fact of the practice did, by a word of the code; it may be a fact of something that has a name.
    pub(crate) const fn of_fact(key: &'a str, name: &'a str) -> Self {
        Self {
            kind: Kind::Fact,
            key,
            article: None,
            language: "",
            words: name,
        }
    }
}

/// It came up, or once more. It falls to the article's owner, else to who keeps the site, else to who is in charge.
pub(crate) fn raise(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    cause: &Cause<'_>,
) -> Result<(), StoreError> {
    let new = !rows::is_open(tx, cause.kind, cause.key)?;
    let id: SiteWorkId = app.id();
    let member = if new {
        let article = cause
            .article
            .map(|id| articles::find(tx, id))
            .transpose()?
            .flatten();
        falls_to(tx, article.and_then(|article| article.owner))?
    } else {
        None
    };
    let raised = Raised {
        id,
        kind: cause.kind,
        key: cause.key,
        article: cause.article,
        language: cause.language,
        words: cause.words,
        member,
    };
    let most = match cause.kind {
        Kind::Search => limits::SEARCHES_OPEN,
        Kind::Opinion | Kind::Review | Kind::Fact => limits::COUNT_MAX,
    };
    rows::raise(tx, &raised, today(scene), most)?;
    if new {
        noted(
            app,
            tx,
            None,
            ("site_work", id.bytes()),
            ("raise", cause.kind.as_str()),
        )?;
    }
    Ok(())
}

fn falls_to(tx: &mut PracticeTx<'_>, article: Option<MemberId>) -> Result<Option<MemberId>, StoreError> {
    let members = staff::members(tx)?;
    let settings: BTreeMap<String, String> = practices::settings(tx)?.into_iter().collect();
    let keeper = settings.get(KEEPER).and_then(|id| id.parse().ok());
    let mut in_charge: Vec<_> = members
        .iter()
        .filter(|member| member.role.may(Right::Manage))
        .map(|member| member.id)
        .collect();
    // Ids sort by when they were made: who was put in charge first.
    in_charge.sort_unstable();
    let all: Vec<_> = members.iter().map(|member| member.id).collect();
    Ok(owner(article, keeper, &all, &in_charge))
}

/// Words that were searched for in vain.
pub(crate) fn raise_search(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (typed, language): (&str, Language),
) -> Result<(), StoreError> {
    let Some(words) = searched(typed) else {
        return Ok(());
    };
    let key = Some(grouped(&words)).filter(|key| !key.is_empty());
    let cause = Cause {
        kind: Kind::Search,
        key: key.as_deref().unwrap_or(&words),
        article: None,
        language: language.as_str(),
        words: &words,
    };
    raise(app, tx, scene, &cause)
}

/// What falls due by itself, looked for once on each day: articles past their review date and facts that nobody looked at
/// for a year become work, or are none any more; what was done or counted long ago goes.
pub(crate) fn keep(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<(), StoreError> {
    if site_rows::looks(tx, &today(scene).to_string(), scene.now)? {
        return Ok(());
    }
    reviews(app, tx, scene)?;
    let stale = facts::stale(tx, scene.practice, scene.now)?;
    for listed in rows::open_of(tx, Kind::Fact)? {
        if !stale.iter().any(|fact| fact.key() == listed.key) {
            settle(app, tx, scene, &listed)?;
        }
    }
    for fact in stale {
        let key = fact.key();
        if !rows::is_open(tx, Kind::Fact, &key)? {
            raise(app, tx, scene, &Cause::of_fact(&key, &fact.name))?;
        }
    }
    rows::sweep(tx, scene.now - limits::SITE_WORK_KEPT)?;
    let first = today(scene).checked_sub(limits::VISITS_KEPT_DAYS.days());
    visit_rows::sweep(tx, first.unwrap_or(Date::MIN))
}

/// Articles past their review date become work, and what was put off is none any more.
pub(super) fn reviews(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<(), StoreError> {
    let day = today(scene);
    for listed in rows::open_of(tx, Kind::Review)? {
        let article = listed
            .article
            .map(|id| articles::find(tx, id))
            .transpose()?
            .flatten();
        if article.is_none_or(|article| article.review_on >= day) {
            settle(app, tx, scene, &listed)?;
        }
    }
    for (article, _) in articles::overdue(tx, day, limits::REVIEWS_RAISED)? {
        let key = article.to_string();
        raise(
            app,
            tx,
            scene,
            &Cause::of_article(Kind::Review, &key, article, ""),
        )?;
    }
    Ok(())
}

/// It has settled itself.
fn settle(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene, listed: &Listed) -> Result<(), StoreError> {
    let (mut item, seen) = (listed.item.clone(), listed.item.version);
    if item.done(None) && rows::save(tx, seen, &item, Some(scene.now))? {
        noted(app, tx, None, ("site_work", item.id.bytes()), ("settle", ""))?;
    }
    Ok(())
}

/// Which of the list a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// All that is open.
    Open,
    /// The reader's own.
    Mine,
    /// What was done.
    Done,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What is due first before the rest; of what was done the last first. With the title of the article that it is about.
    pub rows: Vec<(Listed, String)>,
    /// How many are open.
    pub open: i64,
    /// How many of them are past their day.
    pub late: i64,
    /// How many of them are the reader's.
    pub mine: i64,
    /// The practice's day.
    pub today: Date,
    /// Members it can be given to.
    pub members: Vec<Named>,
    /// Where the next page starts, if there is one: opaque text for the URL.
    pub next: Option<String>,
}

/// A page of the list; `after` is the `next` of the page before.
pub async fn list(app: &App, desk: &Desk, view: View, after: Option<&str>) -> Result<Page, Failure> {
    let after = after
        .map(|text| read_cursor(text).ok_or(Failure::Missing))
        .transpose()?;
    let (world, at, me) = (app.clone(), desk.clone(), desk.member.id);
    let of = match view {
        View::Open => List::Open(None),
        View::Mine => List::Open(Some(me)),
        View::Done => List::Done,
    };
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let day = today(&scene);
            let mut listed = rows::page(tx, of, after.as_ref(), limits::PAGE_ROWS + 1)?;
            let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
            let more = listed.len() > page;
            listed.truncate(page);
            let next = listed.last().filter(|_| more).map(write_cursor);
            let (work, mine) = rows::counts(tx, day, Some(me), limits::COUNT_MAX)?;
            let titles = titles(tx)?;
            let title = |row: &Listed| row.article.and_then(|id| titles.get(&id)).cloned();
            let members = staff::members(tx)?.into_iter();
            Ok(Page {
                rows: listed
                    .into_iter()
                    .map(|row| {
                        let title = title(&row).unwrap_or_default();
                        (row, title)
                    })
                    .collect(),
                open: work.open,
                late: work.late,
                mine,
                today: day,
                members: members
                    .map(|member| Named {
                        id: member.id,
                        name: member.name,
                    })
                    .collect(),
                next,
            })
        })
        .await
}

/// How many are open, for the tabs of the site.
pub async fn open(app: &App, desk: &Desk) -> Result<i64, Failure> {
    let practice = app.store.practice(desk.practice.id);
    let counts: Result<_, Failure> = practice
        .read(|tx| Ok(rows::counts(tx, Date::MIN, None, limits::COUNT_MAX)?))
        .await;
    Ok(counts?.0.open)
}

/// The title of each article, in the first language that has one.
pub(super) fn titles(tx: &mut PracticeTx<'_>) -> Result<BTreeMap<ArticleId, String>, StoreError> {
    let mut titles = BTreeMap::new();
    for one in articles::titles(tx)? {
        titles.entry(one.article).or_insert(one.title);
    }
    Ok(titles)
}

fn write_cursor(row: &Listed) -> String {
    let at = match row.done_at {
        Some(at) => at.micros().to_string(),
        None => row.item.due.to_string(),
    };
    format!("{at}.{}", row.item.id)
}

fn read_cursor(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    at.bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-')
        .then_some(())?;
    Some(After {
        at: at.to_owned(),
        id: id.parse().ok()?,
    })
}

async fn act<F>(
    app: &App,
    desk: &Desk,
    (id, seen): (SiteWorkId, i64),
    action: &'static str,
    decide: F,
) -> Result<(), Failure>
where
    F: Fn(&mut PracticeTx<'_>, &mut Listed, Date) -> Result<bool, Failure> + Send + 'static,
{
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let mut listed = rows::find(tx, id)?.ok_or(Failure::Missing)?;
            if listed.item.version != seen {
                return Err(overtaken(&world));
            }
            // Twice is once.
            if !decide(tx, &mut listed, today(&scene))? {
                return Ok(());
            }
            let done_at = (listed.item.state == State::Done).then_some(scene.now);
            if !rows::save(tx, seen, &listed.item, done_at)? {
                return Err(overtaken(&world));
            }
            Ok(noted(
                &world,
                tx,
                Some(at.member.id),
                ("site_work", id.bytes()),
                (action, ""),
            )?)
        })
        .await
}

/// It is done. An article past its review date, or a fact, was looked at and is right as it is: it is believed anew.
pub async fn done(app: &App, desk: &Desk, at: (SiteWorkId, i64)) -> Result<(), Failure> {
    let (world, of, me) = (app.clone(), desk.practice.id, desk.member.id);
    act(app, desk, at, "done", move |tx, listed, today| {
        if listed.item.state == State::Open {
            match (listed.item.kind, listed.article) {
                (Kind::Review, Some(article)) => super::articles::read_again(tx, article, today)?,
                (Kind::Fact, _) => facts::looked_at(&world, tx, of, (By::Member(me), &listed.key))?,
                _ => {}
            }
        }
        Ok(listed.item.done(Some(me)))
    })
    .await
}

/// It was not done after all. What came up again meanwhile is open already: then this stays done.
pub async fn undone(app: &App, desk: &Desk, at: (SiteWorkId, i64)) -> Result<(), Failure> {
    act(app, desk, at, "undone", move |tx, listed, _| {
        if rows::is_open(tx, listed.item.kind, &listed.key)? {
            return Ok(false);
        }
        Ok(listed.item.undone())
    })
    .await
}

/// Somebody else sees to it, until another day.
pub async fn give(
    app: &App,
    desk: &Desk,
    at: (SiteWorkId, i64),
    (member, due): (Option<MemberId>, &str),
) -> Result<(), Failure> {
    let due: Date = due.parse().map_err(|_| Failure::of("due", Fault::Shape))?;
    act(app, desk, at, "assign", move |tx, listed, _| {
        if let Some(member) = member {
            staff::member(tx, member)?.ok_or(Failure::Missing)?;
        }
        listed.item.give(member, due);
        Ok(true)
    })
    .await
}

/// Erases the words of a search, and with them the work: somebody typed what doesn't belong there.
pub async fn erase(app: &App, desk: &Desk, id: SiteWorkId) -> Result<(), Failure> {
    let (world, by) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let mut listed = rows::find(tx, id)?.ok_or(Failure::Missing)?;
            let seen = listed.item.version;
            rows::erase(tx, id)?;
            if listed.item.done(Some(by)) {
                rows::save(tx, seen, &listed.item, Some(world.now()))?;
            }
            Ok(noted(
                &world,
                tx,
                Some(by),
                ("site_work", id.bytes()),
                ("erase", "words"),
            )?)
        })
        .await
}
