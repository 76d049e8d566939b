//! To schedule at the desk: the scheduling team's own list, and what it is called elsewhere. It is in no promise's count.

use anteroom_app::appointments::{self as app, Filter, Listed};
use anteroom_core::access::Right;
use anteroom_core::appointments::{Days, Part, State};
use anteroom_core::ids::{LocationId, PersonId};
use anteroom_core::limits;
use askama::Template;
use axum::extract::State as Held;
use axum::response::Response;
use jiff::civil::{DateTime, Weekday};

use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::{Query, encoded};
use crate::frame::Staff;
use crate::i18n::{Lang, Tongue, Words};
use crate::seat::Seat;
use crate::table::{Needs, Route};
use crate::when::machine;

mod acts;
mod form;
mod item;

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::get("/desk/{slug}/to-schedule", work, list),
        Route::get("/desk/{slug}/to-schedule/new", work, form::by_hand),
        Route::post("/desk/{slug}/to-schedule/new", work, form::add),
        Route::get("/desk/{slug}/to-schedule/{item}", work, item::show),
        Route::post("/desk/{slug}/to-schedule/{item}", work, acts::edit),
        Route::post("/desk/{slug}/to-schedule/{item}/assignment", work, acts::give),
        Route::post("/desk/{slug}/to-schedule/{item}/tries", work, acts::tried),
        Route::post("/desk/{slug}/to-schedule/{item}/booking", work, acts::book),
        Route::post("/desk/{slug}/to-schedule/{item}/dropping", work, acts::drop),
        Route::post("/desk/{slug}/to-schedule/{item}/reopening", work, acts::reopen),
        Route::get(
            "/desk/{slug}/requests/{number}/to-schedule",
            work,
            form::of_request,
        ),
        Route::post("/desk/{slug}/requests/{number}/to-schedule", work, form::add_from),
    ]
}

/// The name of somebody's language; a language without a name keeps its tag.
pub(crate) fn language(w: Words, tag: &str) -> String {
    Lang::of_tag(tag).map_or_else(|| tag.to_owned(), |lang| w.of("language", lang.as_str()))
}

/// A booked day and time, which is the practice's own.
pub(crate) fn booked(f: &Staff, at: DateTime) -> String {
    let instant = at
        .to_zoned_datetime(f.when.zone().clone())
        .map(|at| at.timestamp().into());
    match instant {
        Ok(instant) => f.w.with2(
            "day-at",
            ("day", f.when.day(at.date())),
            ("clock", f.when.clock(instant)),
        ),
        Err(_) => at.to_string(),
    }
}

/// Where one of the list stands, in words.
pub(crate) fn standing(f: &Staff, listed: &Listed) -> String {
    let w = f.w;
    match (listed.item.state, listed.item.booked_for, listed.item.reason) {
        (State::Booked, Some(at), _) => w.with("schedule-booked-for", "when", booked(f, at)),
        (State::Dropped, _, Some(reason)) => w.of("schedule-reason", reason.as_str()),
        _ => w.with("schedule-waits-since", "when", f.when.moment(listed.created_at)),
    }
}

/// What a request's thread is told of a visit, in words; nothing for a line that is of something else.
pub(crate) fn told(f: &Staff, body: &str) -> Option<String> {
    let (name, at) = body.split_once(' ').unwrap_or((body, ""));
    let state: State = name.strip_prefix("schedule-")?.parse().ok()?;
    match at.parse::<DateTime>() {
        Ok(at) => Some(f.w.with("schedule-booked-for", "when", booked(f, at))),
        Err(_) => Some(f.w.of("schedule-told", state.as_str())),
    }
}

/// What a reply to a request says of the visit that was booked for it, in the asker's language: a draft that its sender reads
/// first. Nothing unless it is that request's.
pub(crate) async fn draft(
    web: &Web,
    seat: &Seat,
    (number, item): (i64, &str),
) -> Result<Option<String>, Problem> {
    let Ok(id) = item.parse() else { return Ok(None) };
    let item = match app::item(&web.app, &seat.desk, id).await {
        Ok(item) => item,
        Err(anteroom_app::Failure::Missing) => return Ok(None),
        Err(failure) => return Err(failure.into()),
    };
    let Some(at) = item.listed.item.booked_for else {
        return Ok(None);
    };
    if item.listed.request != Some(number) {
        return Ok(None);
    }
    let practice = &seat.desk.practice;
    let lang = Lang::of_tag(&item.language).or(Lang::of_tag(&practice.locale));
    let w = Words::new(lang.unwrap_or(Lang::En), &practice.country);
    let when = crate::when::When::new(w, &practice.timezone, web.app.now());
    let instant = at
        .to_zoned_datetime(when.zone().clone())
        .map(|at| at.timestamp().into());
    let clock = instant.map_or_else(|_| String::new(), |at| when.clock(at));
    let day = when.day(at.date());
    Ok(Some(w.with2("schedule-reply", ("day", day), ("clock", clock))))
}

fn weekday(w: Words, day: Weekday) -> String {
    w.with("when-weekday", "n", i64::from(day.to_monday_one_offset()))
}

/// The days of the week from Monday on.
const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// On which days and in which part of them, in words; nothing where any will do.
fn times(w: Words, days: Days, part: Part) -> String {
    let named: Vec<_> = WEEK
        .into_iter()
        .filter(|day| days.has(*day))
        .map(|day| weekday(w, day))
        .collect();
    let mut parts = Vec::new();
    if !named.is_empty() {
        parts.push(named.join(", "));
    }
    if part != Part::Any {
        parts.push(w.of("schedule-part", part.as_str()));
    }
    parts.join(" · ")
}

/// A row of the list, in words.
struct Row {
    href: String,
    /// For whom, and who asks where that is somebody else.
    name: String,
    asker: String,
    what: String,
    can: String,
    times: String,
    standing: String,
    since: String,
    tries: String,
    member: String,
    request: Option<i64>,
}

impl Row {
    fn new(f: &Staff, listed: &Listed) -> Self {
        let w = f.w;
        let (name, asker) = if listed.patient.is_empty() {
            (listed.person.clone(), String::new())
        } else {
            (listed.patient.clone(), listed.person.clone())
        };
        let last = listed.last_try.map(|(at, outcome)| {
            w.all(
                "schedule-last-try",
                &[
                    ("n", listed.item.tries.into()),
                    ("when", f.when.moment(at).into()),
                    ("outcome", w.of("schedule-outcome", outcome.as_str()).into()),
                ],
            )
        });
        Self {
            href: format!("{}/to-schedule/{}", f.base(), listed.item.id),
            asker: if asker == name { String::new() } else { asker },
            name,
            what: listed.wish.what.clone(),
            can: listed.wish.can.clone(),
            times: times(w, listed.wish.days, listed.wish.part),
            standing: standing(f, listed),
            since: machine(listed.created_at),
            tries: last.unwrap_or_else(|| w.t("schedule-no-try")),
            member: listed.member.clone(),
            request: listed.request,
        }
    }
}

/// A list above the rows.
struct Tab {
    href: String,
    label: String,
    count: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "schedule/list.html")]
struct ListPage {
    f: Staff,
    said: String,
    tabs: Vec<Tab>,
    /// Where each can be: the value, the name, and whether it is chosen.
    locations: Vec<crate::people::Choice>,
    view: &'static str,
    ended: bool,
    rows: Vec<Row>,
    next: Option<String>,
    first: bool,
}

async fn list(
    Held(web): Held<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let view = match query.text("view") {
        "" | "all" => "all",
        "mine" => "mine",
        "ended" => "ended",
        _ => return Err(Problem::Missing),
    };
    let location: Option<LocationId> = match query.text("location") {
        "" => None,
        id => Some(id.parse().map_err(|_| Problem::Missing)?),
    };
    let filter = Filter {
        mine: view == "mine",
        ended: view == "ended",
        location,
    };
    let after = Some(query.text("after")).filter(|after| !after.is_empty());
    if after.is_some_and(|after| after.len() > limits::URL_VALUE) {
        return Err(Problem::Missing);
    }
    let page = app::list(&web.app, &seat.desk, filter, after).await?;
    let f = Staff::new(&web, seat, &tongue, "to-schedule");
    let w = f.w;
    let place = location.map_or_else(String::new, |id| id.to_string());
    let at = format!("{}/to-schedule", f.base());
    let tab = |name: &str, count: Option<i64>| Tab {
        href: format!("{at}?view={name}&location={place}"),
        label: w.of("schedule-view", name),
        count: count.map_or_else(String::new, |count| crate::queue::counted(w, count)),
        current: name == view,
    };
    let tabs = vec![
        tab("all", Some(page.open)),
        tab("mine", Some(page.mine)),
        tab("ended", None),
    ];
    let mut locations = vec![crate::people::Choice::new("", w.t("schedule-anywhere"), &place)];
    let known = page.locations.iter();
    locations
        .extend(known.map(|(id, name)| crate::people::Choice::new(&id.to_string(), name.clone(), &place)));
    let next = page
        .next
        .as_deref()
        .map(|next| format!("{at}?view={view}&location={place}&after={}", encoded(next)));
    show(&ListPage {
        said: w.with("schedule-said", "n", page.open),
        tabs,
        locations,
        view,
        ended: filter.ended,
        rows: page.rows.iter().map(|row| Row::new(&f, row)).collect(),
        next,
        first: after.is_none(),
        f,
    })
}

/// What a form is about: a person, and the request that it comes from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    Hand(PersonId),
    Request(i64),
}

#[cfg(test)]
mod stories;
