//! The queue: who waits, how long they still have, what they said. Lists with their counts, pages by key.

use anteroom_app::requests::view::{ClockFace, Row, Saved, View};
use anteroom_app::{alerts, requests, views};
use anteroom_core::access::Right;
use anteroom_core::requests::State as Standing;
use anteroom_core::{Span, limits};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::alerts::Alarms;
use crate::errors::{Problem, show};
use crate::forms::{Query, encoded};
use crate::frame::{Staff, initials};
use crate::i18n::{Lang, Tongue, Words};
use crate::seat::Seat;
use crate::table::{Needs, Route};
use crate::when::When;

pub(crate) mod asked;
mod bulk;
pub(crate) mod filters;

use asked::Asked;
use filters::Filters;

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::get("/desk/{slug}/requests", work, queue),
        Route::post("/desk/{slug}/requests/bulk", work, bulk::perform),
        Route::post(
            "/desk/{slug}/requests/bulk/{bulk}/retraction",
            work,
            bulk::retract,
        ),
    ]
}

/// A running clock, ready to be drawn.
pub(crate) struct Face {
    /// `risk`, `late`, or nothing.
    pub class: &'static str,
    pub text: String,
    /// Of the bar, 0 to 100.
    pub width: i64,
    /// In seconds, for the script that lets it run on: left, promised, until it stands still, and at which it warns.
    pub left: i64,
    pub total: i64,
    pub open_for: i64,
    pub warn: i64,
}

impl Face {
    pub(crate) fn new(w: Words, when: &When, clock: &ClockFace) -> Self {
        let seconds = |span: Span| span.micros() / 1_000_000;
        let (left, total) = (seconds(clock.left), seconds(clock.target));
        let length = when.minutes(left.abs() / 60);
        let (class, text, width) = match (clock.late(), clock.warns()) {
            (true, _) => ("late", w.with("clock-late", "length", length), 100),
            (false, warns) => (if warns { "risk" } else { "" }, length, left * 100 / total.max(1)),
        };
        let (open_for, warn) = (seconds(clock.open_for), seconds(clock.warning));
        Self {
            class,
            text,
            width,
            left,
            total,
            open_for,
            warn,
        }
    }
}

/// The words of clocks that run on in the browser, with `{n}`, `{h}` and `{m}` where the numbers come.
pub(crate) struct Ticking {
    pub left_minutes: String,
    pub left_hours: String,
    pub late_minutes: String,
    pub late_hours: String,
}

impl Ticking {
    pub(crate) fn new(w: Words) -> Self {
        let minutes = w.with("length-minutes", "n", "{n}");
        let hours = w.with2("length-hours", ("h", "{h}"), ("m", "{m}"));
        Self {
            late_minutes: w.with("clock-late", "length", minutes.as_str()),
            late_hours: w.with("clock-late", "length", hours.as_str()),
            left_minutes: minutes,
            left_hours: hours,
        }
    }
}

/// A row of a list of requests, in words.
pub(crate) struct Listed {
    pub number: i64,
    /// What its box sends: number and version.
    pub pick: String,
    /// What its box is called.
    pub choose: String,
    pub href: String,
    pub who: String,
    pub about: String,
    pub door: String,
    pub kind: String,
    pub subject: String,
    /// The language that it was asked in, where it isn't the page's.
    pub language: String,
    pub urgent: bool,
    pub clock: Option<Face>,
    /// Where it stands.
    pub standing: String,
    /// Put off; it is so even while its clock runs.
    pub snoozed: bool,
    pub owner: String,
    pub initials: String,
    pub done: bool,
}

impl Listed {
    pub(crate) fn new(f: &Staff, row: &Row) -> Self {
        let (w, when) = (f.w, &f.when);
        let standing = match (row.state, row.snoozed_until) {
            (Standing::Snoozed, Some(until)) => w.with("standing-snoozed-until", "when", when.moment(until)),
            (state, _) => w.of("standing", state.as_str()),
        };
        let owner = row
            .member
            .as_ref()
            .map(|member| member.name.clone())
            .unwrap_or_default();
        let who = if row.person.is_empty() {
            w.t("somebody")
        } else {
            row.person.clone()
        };
        Self {
            number: row.number,
            pick: format!("{}.{}", row.number, row.version),
            choose: w.with2(
                "bulk-pick",
                ("number", row.number.to_string()),
                ("who", who.clone()),
            ),
            href: format!("{}/requests/{}", f.base(), row.number),
            who,
            about: row.about.clone(),
            door: w.of("door-of", row.door.as_str()),
            kind: crate::ask::kind_name(w, "kind-of", &row.kind, &row.kind_name),
            subject: if row.subject.is_empty() {
                w.t("words-hidden")
            } else {
                crate::calls::subject(w, &row.subject)
            },
            language: spoken(w, &row.language),
            urgent: row.urgency == anteroom_core::requests::Urgency::Urgent,
            clock: row.clock.as_ref().map(|clock| Face::new(w, when, clock)),
            standing,
            snoozed: row.state == Standing::Snoozed,
            initials: initials(&owner),
            owner,
            done: matches!(row.state, Standing::Resolved | Standing::Closed),
        }
    }
}

impl Listed {
    /// The row in a list: its link names the list, so that the next one is a key away.
    pub(crate) fn within(mut self, list: &str, row: &Row) -> Self {
        self.href = format!("{}?{list}&place={}", self.href, encoded(&row.place));
        self
    }

    /// Whether its clock has run out.
    pub(crate) fn late(&self) -> bool {
        self.clock.as_ref().is_some_and(|clock| clock.class == "late")
    }
}

/// The name of a language that isn't the page's; a language without a name keeps its tag.
pub(crate) fn spoken(w: Words, tag: &str) -> String {
    match Lang::of_tag(tag) {
        Some(lang) if lang == w.lang => String::new(),
        Some(lang) => w.of("language", lang.as_str()),
        None => tag.to_owned(),
    }
}

/// The name of a language; one without a name keeps its tag.
pub(crate) fn language(w: Words, tag: &str) -> String {
    Lang::of_tag(tag).map_or_else(|| tag.to_owned(), |lang| w.of("language", lang.as_str()))
}

/// A list above the rows.
struct Tab {
    query: String,
    label: String,
    count: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    f: Staff,
    /// What an empty list is called: one of the house's own, or `filter`.
    empty: String,
    tabs: Vec<Tab>,
    /// Views that members keep.
    saved: Vec<Tab>,
    rows: Vec<Listed>,
    ticking: Ticking,
    /// How many the list has.
    said: String,
    /// The list in a URL, from its first page on and with this one.
    query: String,
    here: String,
    next: Option<String>,
    first: bool,
    filters: Option<Filters>,
    bar: bulk::Bar,
    outcome: Option<bulk::Outcome>,
    /// What nobody has acknowledged yet, on the first page of every list.
    alarms: Alarms,
}

/// A count; where counting stops, it says so.
pub(crate) fn counted(w: Words, count: i64) -> String {
    if count >= limits::COUNT_MAX {
        w.with("count-or-more", "n", count)
    } else {
        count.to_string()
    }
}

async fn queue(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let asked = Asked::read(&web, &seat, &query).await?;
    let after = asked.after.as_deref();
    let listing = requests::list(&web.app, &seat.desk, &asked.filter, after, asked.open).await?;
    let kept = views::list(&web.app, &seat.desk).await?;
    let mut f = Staff::new(&web, seat, &tongue, "queue");
    let all = listing.counts.iter().find(|count| count.0 == View::All);
    f.waiting = all.map(|count| count.1);
    let alarms = match after {
        None => Alarms::new(&f, &alerts::live(&web.app, &f.seat.desk).await?),
        Some(_) => Alarms::none(),
    };
    let list = asked.view().map_or("filter", |view| view.as_str());
    let here = asked.page();
    let rows = listing.rows.iter();
    let page = QueuePage {
        empty: list.to_owned(),
        tabs: tabs(&f, &asked, &listing.counts),
        saved: kept.iter().map(|view| kept_tab(&asked, view)).collect(),
        rows: rows.map(|row| Listed::new(&f, row).within(&here, row)).collect(),
        ticking: Ticking::new(f.w),
        said: f.w.with(&format!("queue-said-{list}"), "n", listing.total),
        next: listing
            .next
            .as_deref()
            .map(|next| format!("{}/requests?{}&after={}", f.base(), asked.query(), encoded(next))),
        first: after.is_none(),
        filters: asked.open.then(|| Filters::new(&f, &asked, &listing)),
        bar: bulk::Bar::new(&web, &f, &listing.choices).await?,
        outcome: bulk::Outcome::read(&web, &f, &query).await?,
        query: asked.query(),
        here,
        alarms,
        f,
    };
    show(&page)
}

/// The house's own lists with their counts.
fn tabs(f: &Staff, asked: &Asked, counts: &[(View, i64)]) -> Vec<Tab> {
    let tab = |(of, count): &(View, i64)| Tab {
        query: format!("view={of}"),
        label: f.w.of("view", of.as_str()),
        count: counted(f.w, *count),
        current: asked.view() == Some(*of),
    };
    counts.iter().map(tab).collect()
}

/// A view that somebody keeps; a colleague's is named with it.
fn kept_tab(asked: &Asked, view: &Saved) -> Tab {
    Tab {
        query: format!("saved={}", view.id),
        label: view.name.clone(),
        count: if view.own { String::new() } else { view.by.clone() },
        current: asked.saved.as_ref().is_some_and(|saved| saved.id == view.id),
    }
}

#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
