//! Site work: what the site could not answer, each with who sees to it and until when, done and undone. Nobody's name stands in
//! it, and words that don't belong there can be erased.

use anteroom_app::site::work::{self as app, Listed, View};
use anteroom_core::ids::{MemberId, SiteWorkId};
use anteroom_core::limits;
use anteroom_core::site::work::{Kind, State as Stand};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Tab, members, tabs};
use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::{Fields, Query, encoded};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::people::Choice;
use crate::queue::counted;
use crate::seat::{Seat, Written};

/// Something to do, in words.
struct Row {
    action: String,
    version: i64,
    kind: String,
    what: String,
    /// Where it is done; empty where nothing shows it.
    href: String,
    more: String,
    due: String,
    due_on: String,
    late: bool,
    member: String,
    members: Vec<Choice>,
    open: bool,
    /// Whether words of somebody stand in it that can be erased.
    erasable: bool,
    /// What its button says.
    done: String,
}

#[derive(Template)]
#[template(path = "site/work.html")]
struct WorkPage {
    f: Staff,
    tabs: Vec<Tab>,
    said: String,
    views: Vec<Tab>,
    view: &'static str,
    rows: Vec<Row>,
    next: Option<String>,
    first: bool,
}

/// What it is about, and where that is.
fn about(f: &Staff, listed: &Listed, title: &str) -> (String, String) {
    let w = f.w;
    let article = listed
        .article
        .map(|id| format!("{}/site/articles/{id}", f.base()));
    match listed.item.kind {
        Kind::Opinion => {
            let href = article.map_or_else(String::new, |href| format!("{href}#opinions"));
            (title.to_owned(), href)
        }
        Kind::Review => (title.to_owned(), article.unwrap_or_default()),
        Kind::Search if listed.words.is_empty() => (w.t("work-erased"), String::new()),
        Kind::Search => {
            let href = format!("/{}/help?q={}&desk=1", f.practice().slug, encoded(&listed.words));
            (w.with("work-words", "words", listed.words.as_str()), href)
        }
        Kind::Fact => {
            let fact = listed.key.split(':').next().unwrap_or_default();
            let name = w.maybe("work-fact", fact).unwrap_or_else(|| fact.to_owned());
            let what = if listed.words.is_empty() {
                name
            } else {
                format!("{name} · {}", listed.words)
            };
            let href = if f.manages() {
                format!("{}/settings/facts", f.base())
            } else {
                String::new()
            };
            (what, href)
        }
    }
}

fn row(f: &Staff, page: &app::Page, (listed, title): &(Listed, String)) -> Row {
    let w = f.w;
    let (what, href) = about(f, listed, title);
    let member = listed.item.member.map_or_else(String::new, |id| id.to_string());
    let kind = listed.item.kind;
    let mut more = vec![w.with("work-times", "n", listed.count)];
    if !listed.language.is_empty() {
        more.extend(w.maybe("language", &listed.language));
    }
    more.push(w.with("work-last", "day", f.when.day(listed.last_on)));
    let open = listed.item.state == Stand::Open;
    Row {
        action: format!("{}/site/work/{}", f.base(), listed.item.id),
        version: listed.item.version,
        kind: w.of("work-kind", kind.as_str()),
        what,
        href,
        more: more.join(" · "),
        due: match listed.done_at {
            Some(at) => w.with("work-done-on", "when", f.when.moment(at)),
            None => w.with("work-due", "day", f.when.day(listed.item.due)),
        },
        due_on: listed.item.due.to_string(),
        late: listed.item.is_late(page.today),
        member: listed.member.clone(),
        members: members(w, &page.members, &member),
        open,
        erasable: kind == Kind::Search && !listed.words.is_empty(),
        done: match (open, kind) {
            (false, _) => w.t("work-undo"),
            (true, Kind::Review | Kind::Fact) => w.t("work-still-right"),
            (true, Kind::Opinion | Kind::Search) => w.t("work-done"),
        },
    }
}

fn view_of(word: &str) -> Result<(View, &'static str), Problem> {
    match word {
        "" | "open" => Ok((View::Open, "open")),
        "mine" => Ok((View::Mine, "mine")),
        "done" => Ok((View::Done, "done")),
        _ => Err(Problem::Missing),
    }
}

pub(super) async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let (view, word) = view_of(query.text("view"))?;
    let after = Some(query.text("after")).filter(|after| !after.is_empty());
    if after.is_some_and(|after| after.len() > limits::URL_VALUE) {
        return Err(Problem::Missing);
    }
    let page = app::list(&web.app, &seat.desk, view, after).await?;
    let f = Staff::new(&web, seat, &tongue, "site");
    let w = f.w;
    let at = format!("{}/site/work", f.base());
    let tab = |name: &str, count: Option<i64>| Tab {
        href: format!("{at}?view={name}"),
        label: w.of("work-view", name),
        count: count.map_or_else(String::new, |count| counted(w, count)),
        current: name == word,
    };
    show(&WorkPage {
        tabs: tabs(&f, "work", Some(page.open)),
        said: w.with2("work-said", ("n", page.open), ("late", page.late)),
        views: vec![
            tab("open", Some(page.open)),
            tab("mine", Some(page.mine)),
            tab("done", None),
        ],
        view: word,
        rows: page.rows.iter().map(|one| row(&f, &page, one)).collect(),
        next: page
            .next
            .as_deref()
            .map(|next| format!("{at}?view={word}&after={}", encoded(next))),
        first: after.is_none(),
        f,
    })
}

fn at(task: &str, typed: &Fields) -> Result<(SiteWorkId, i64), Problem> {
    let id = task.parse().map_err(|_| Problem::Missing)?;
    Ok((id, typed.parsed("seen").unwrap_or(0)))
}

/// Back to the list, of which the form was part.
fn back(slug: &str, typed: &Fields) -> Response {
    let view = view_of(typed.text("view")).map_or("open", |(_, word)| word);
    Redirect::to(&format!("/desk/{slug}/site/work?view={view}")).into_response()
}

pub(super) async fn done(
    State(web): State<Web>,
    seat: Seat,
    In((slug, task)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    app::done(&web.app, &seat.desk, at(&task, &typed)?).await?;
    Ok(back(&slug, &typed))
}

pub(super) async fn undone(
    State(web): State<Web>,
    seat: Seat,
    In((slug, task)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    app::undone(&web.app, &seat.desk, at(&task, &typed)?).await?;
    Ok(back(&slug, &typed))
}

pub(super) async fn give(
    State(web): State<Web>,
    seat: Seat,
    In((slug, task)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let member: Option<MemberId> = match typed.text("member") {
        "" => None,
        text => Some(text.parse().map_err(|_| Problem::Missing)?),
    };
    app::give(
        &web.app,
        &seat.desk,
        at(&task, &typed)?,
        (member, typed.text("due")),
    )
    .await?;
    Ok(back(&slug, &typed))
}

pub(super) async fn erase(
    State(web): State<Web>,
    seat: Seat,
    In((slug, task)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    app::erase(&web.app, &seat.desk, at(&task, &typed)?.0).await?;
    Ok(back(&slug, &typed))
}
