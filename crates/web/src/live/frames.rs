//! What a stream says, in the form of server-sent events (HTML, 9.2): which rows changed and how they look to one kind of
//! reader, who is where, and that a page should load again. It decides nothing about who may read what: the rows come as
//! the reader's role may see them.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_app::live::News;
use anteroom_app::presence::Present;
use anteroom_app::requests;
use anteroom_core::limits;
use askama::Template;
use hyper::body::Bytes;
use serde::Serialize;

use super::screen::Screen;
use crate::Web;
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::queue::Listed;
use crate::seat::Seat;

/// Readers for whom a row looks alike: one role, one language. One of them stands for all.
pub(super) struct Audience {
    seat: Seat,
    tongue: Tongue,
    words: Words,
}

impl Audience {
    pub(super) fn of(screen: &Screen) -> Self {
        Self {
            seat: screen.seat.clone(),
            tongue: screen.tongue.clone(),
            words: screen.tongue.words_at(&screen.seat.desk.practice),
        }
    }

    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.seat.desk.role == other.seat.desk.role && self.words == other.words
    }

    pub(super) fn is_of(&self, screen: &Screen) -> bool {
        let words = screen.tongue.words_at(&screen.seat.desk.practice);
        self.seat.desk.role == screen.seat.desk.role && self.words == words
    }
}

/// Changed rows of the queue as HTML, by their numbers.
pub(super) type Rows = BTreeMap<i64, String>;

#[derive(Template)]
#[template(path = "row.html")]
struct RowPiece<'a> {
    f: &'a Staff,
    row: &'a Listed,
}

/// The changed rows as the audience sees them; nothing where they are too many, or can't be read now.
pub(super) async fn rows(web: &Web, audience: &Audience, news: &News) -> Option<Rows> {
    if news.all || news.requests.len() > limits::LIVE_ROWS {
        return None;
    }
    let ids = news.requests.keys().copied().collect();
    let rows = requests::rows(&web.app, &audience.seat.desk, ids).await;
    let rows = rows.inspect_err(|error| tracing::warn!(%error, "can't read rows that changed"));
    let f = Staff::new(web, audience.seat.clone(), &audience.tongue, "queue");
    let mut drawn = Rows::new();
    for row in rows.ok()? {
        let listed = Listed::new(&f, &row);
        let piece = RowPiece { f: &f, row: &listed };
        drawn.insert(row.number, piece.render().ok()?);
    }
    Some(drawn)
}

#[derive(Serialize)]
struct Changed<'a> {
    rows: &'a Rows,
    nouns: &'a BTreeSet<String>,
}

/// What changed, and where the feed stands after it.
pub(super) fn changed(mark: &str, news: &News, rows: Option<&Rows>) -> Bytes {
    let Some(rows) = rows else { return again(mark) };
    let nouns = &news.nouns;
    event("changed", mark, &Changed { rows, nouns })
}

/// The page is older than what is told from here on, or missed something: it loads again.
pub(super) fn again(mark: &str) -> Bytes {
    event("again", mark, &())
}

/// The page holds everything that happened so far.
pub(super) fn hello(mark: &str) -> Bytes {
    event("hello", mark, &())
}

/// The stream is alive. An event and no comment, so that the page's script hears it, too.
pub(super) fn beat() -> Bytes {
    Bytes::from_static(b"event: beat\ndata:\n\n")
}

/// The reader may not be here any more.
pub(super) fn end() -> Bytes {
    Bytes::from_static(b"event: end\ndata:\n\n")
}

#[derive(Serialize)]
struct Here {
    member: String,
    text: String,
}

/// Who is at which request. Each page leaves out its own reader.
pub(super) fn present(audience: &Audience, present: &[Present]) -> Bytes {
    let mut by_number: BTreeMap<i64, Vec<Here>> = BTreeMap::new();
    for one in present {
        by_number.entry(one.number).or_default().push(Here {
            member: one.member.to_string(),
            text: said(audience.words, one),
        });
    }
    event("present", "", &by_number)
}

fn said(w: Words, present: &Present) -> String {
    w.with(
        &format!("present-{}", present.doing),
        "name",
        present.name.clone(),
    )
}

/// Who else is at a request, in words; empty for nobody.
pub(crate) fn here(w: Words, present: &[Present], number: i64) -> String {
    let here = present.iter().filter(|one| one.number == number);
    here.map(|one| said(w, one)).collect::<Vec<_>>().join(" · ")
}

/// One event. JSON holds no line break, so that it is one line of data.
fn event(name: &str, mark: &str, data: &impl Serialize) -> Bytes {
    // Maps of text and numbers always are JSON.
    let data = serde_json::to_string(data).unwrap_or_default();
    let id = if mark.is_empty() {
        String::new()
    } else {
        format!("id: {mark}\n")
    };
    Bytes::from(format!("{id}event: {name}\ndata: {data}\n\n"))
}
