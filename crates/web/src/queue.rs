//! The queue: who waits, how long they still have, what they said. Lists with their counts, pages by key.

use anteroom_app::{alerts, requests};
use anteroom_app::requests::view::{ClockFace, Queue, Row, View};
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

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get(
        "/desk/{slug}/requests",
        Needs::Desk(Right::Work),
        queue,
    )]
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
        Self {
            number: row.number,
            href: format!("{}/requests/{}", f.base(), row.number),
            who: if row.person.is_empty() {
                w.t("somebody")
            } else {
                row.person.clone()
            },
            about: row.about.clone(),
            door: w.of("door-of", row.door.as_str()),
            kind: crate::ask::kind_name(w, "kind-of", &row.kind, &row.kind_name),
            subject: if row.subject.is_empty() {
                w.t("words-hidden")
            } else {
                row.subject.clone()
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

/// A list above the rows.
struct Tab {
    view: View,
    label: String,
    count: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    f: Staff,
    view: View,
    tabs: Vec<Tab>,
    rows: Vec<Listed>,
    ticking: Ticking,
    /// How many the list has.
    said: String,
    next: Option<String>,
    first: bool,
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
    let view = match query.text("view") {
        "" => View::All,
        word => word.parse().map_err(|_| Problem::Missing)?,
    };
    let after = Some(query.text("after")).filter(|after| !after.is_empty());
    if after.is_some_and(|after| after.len() > limits::URL_VALUE) {
        return Err(Problem::Missing);
    }
    let queue: Queue = requests::queue(&web.app, &seat.desk, view, after).await?;
    let mut f = Staff::new(&web, seat, &tongue, "queue");
    let count = |view| {
        queue
            .counts
            .iter()
            .find(|count| count.0 == view)
            .map_or(0, |count| count.1)
    };
    f.waiting = Some(count(View::All));
    let tabs = queue.counts.iter().map(|(of, count)| Tab {
        view: *of,
        label: f.w.of("view", of.as_str()),
        count: counted(f.w, *count),
        current: *of == view,
    });
    let alarms = match after {
        None => Alarms::new(&f, &alerts::live(&web.app, &f.seat.desk).await?),
        Some(_) => Alarms::none(),
    };
    let page = QueuePage {
        view,
        alarms,
        tabs: tabs.collect(),
        rows: queue.rows.iter().map(|row| Listed::new(&f, row)).collect(),
        ticking: Ticking::new(f.w),
        said: f.w.with(&format!("queue-said-{view}"), "n", count(view)),
        next: queue
            .next
            .as_deref()
            .map(|next| format!("{}/requests?view={view}&after={}", f.base(), encoded(next))),
        first: after.is_none(),
        f,
    };
    show(&page)
}

#[cfg(test)]
mod tests;
