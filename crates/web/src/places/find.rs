//! The places near a postal code, on a page and as JSON. Which they are and what their hours say, the app decides.

use anteroom_app::places::told::Told;
use anteroom_app::places::{Answer, Key, Near, near};
use anteroom_core::limits;
use anteroom_core::places::Opening;
use anteroom_core::text::summary;
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::header::{ACCEPT, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::head::Head;
use super::locations::directions;
use super::path;
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Fields, Query};
use crate::frame::{In, Public, dial};
use crate::i18n::{Tongue, Words};
use crate::origin::Base;
use crate::when::When;

/// A place as the page shows it.
struct Row {
    /// Its page, if it is one of the practice's own.
    href: String,
    name: String,
    far: String,
    address: String,
    phone: String,
    dial: String,
    opening: String,
    open: bool,
    note: String,
    directions: String,
}

#[derive(Template)]
#[template(path = "places/find.html")]
struct FindPage {
    f: Public,
    h: Head,
    typed: String,
    /// What is wrong with what was typed.
    mistake: String,
    rows: Vec<Row>,
    asked: bool,
    /// What stands above them.
    nearest: String,
    /// Since when the oldest of the facts from a table is told, in words.
    told: String,
}

/// How many places the page shows.
const SHOWN: usize = 5;

pub(super) async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    headers: HeaderMap,
    In(slug): In<String>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/find")).await?;
    if !f.facts.pages.near {
        return Err(Problem::Missing);
    }
    let typed = query.text("near").trim();
    let limit: usize = query.parsed("limit").unwrap_or(SHOWN);
    let answer = if typed.is_empty() {
        None
    } else {
        Some(near(&web.app, f.practice(), typed, limit.clamp(1, limits::PLACES_NEAR)).await?)
    };
    let mut response = if for_machines(&query, &headers) {
        machines(f.w, answer.as_ref())
    } else {
        page(f, &base, typed, answer)?
    };
    response.headers_mut().insert(
        VARY,
        axum::http::HeaderValue::from_static("accept, accept-language, cookie"),
    );
    Ok(response)
}

/// Whether the answer is asked for as JSON: by `format=json`, or by who takes JSON and no page.
fn for_machines(query: &Fields, headers: &HeaderMap) -> bool {
    let takes = headers
        .get(ACCEPT)
        .and_then(|takes| takes.to_str().ok())
        .unwrap_or_default();
    query.text("format") == "json" || (takes.contains("application/json") && !takes.contains("text/html"))
}

/// What is wrong with what was typed, in words; nothing if it was understood.
fn mistake(w: Words, answer: Option<&Answer>) -> Option<String> {
    match answer {
        Some(Answer::NoCode) => Some(w.t("near-no-code")),
        Some(Answer::NoSuchCode) => Some(w.t("near-no-such-code")),
        Some(Answer::Near(_)) | None => None,
    }
}

fn machines(w: Words, answer: Option<&Answer>) -> Response {
    match answer {
        Some(Answer::Near(near)) => Json(Told::new(near)).into_response(),
        other => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let title = mistake(w, other).unwrap_or_else(|| w.t("near-no-code"));
            let problem = json!({ "title": title, "status": status.as_u16() });
            let kind = [(CONTENT_TYPE, "application/problem+json")];
            (status, kind, problem.to_string()).into_response()
        }
    }
}

fn page(f: Public, base: &Base, typed: &str, answer: Option<Answer>) -> Result<Response, Problem> {
    let mistake = mistake(f.w, answer.as_ref()).unwrap_or_default();
    let asked = matches!(answer, Some(Answer::Near(_)));
    let near = match answer {
        Some(Answer::Near(near)) => near,
        _ => Vec::new(),
    };
    let oldest = near.iter().filter_map(|place| place.told_at).min();
    let status = if mistake.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let typed = summary(typed, limits::PHONE_MAX);
    let page = FindPage {
        h: Head::new(
            &f,
            base,
            f.w.with("near-about", "name", f.practice().name.clone()),
        ),
        nearest: f
            .w
            .with2("near-nearest", ("n", near.len()), ("code", typed.clone())),
        typed,
        rows: near.iter().map(|place| row(&f, place)).collect(),
        told: oldest.map_or_else(String::new, |at| f.w.with("near-told", "when", f.when.date(at))),
        mistake,
        asked,
        f,
    };
    show_as(status, &page)
}

fn row(f: &Public, place: &Near) -> Row {
    let own = match &place.key {
        Key::Own(id) => f.facts.locations.iter().find(|location| location.id == *id),
        Key::Listed(_) => None,
    };
    let there = if place.zone.is_empty() {
        f.when.clone()
    } else {
        f.when.at_zone(&place.zone)
    };
    Row {
        href: own.map_or_else(String::new, |location| path(&f.practice().slug, location)),
        name: place.name.clone(),
        far: far(f, place.kilometres),
        address: place.address.clone(),
        phone: place.phone.clone(),
        dial: dial(&place.phone),
        opening: opening(f.w, &there, place),
        open: place.opening.is_open() == Some(true),
        note: note(f, place),
        directions: directions(place.exact.then_some(place.point), &place.address),
    }
}

/// What its hours say now.
fn opening(w: Words, there: &When, place: &Near) -> String {
    match place.opening {
        Opening::Open(Some(until)) => w.with("door-open-until", "when", there.moment(until)),
        Opening::Open(None) => w.t("door-open"),
        Opening::Closed(Some(from)) => w.with("door-closed-until", "when", there.moment(from)),
        Opening::Closed(None) => w.t("door-closed"),
        Opening::Unknown => w.t("near-hours-unknown"),
    }
}

/// What the table says of the hours of today in words that are no hours, and besides.
fn note(f: &Public, place: &Near) -> String {
    let there = f.when.at_zone(&place.zone);
    let today = there.weekday_now();
    let unsure = place.week.iter().flat_map(|week| &week.unsure);
    let said = unsure
        .filter(|(day, _)| usize::try_from(day.to_monday_zero_offset()) == Ok(today))
        .map(|(_, words)| words.as_str());
    let parts = said
        .filter(|words| !words.is_empty())
        .map(|words| f.w.with("near-words", "words", words.to_owned()));
    parts
        .chain([place.note.clone()])
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// How far it is, in the units of the practice's country: postal codes are known of one that counts in miles.
fn far(f: &Public, kilometres: f64) -> String {
    /// International mile, 1959.
    const MILE: f64 = 1.609_344;
    let miles = kilometres / MILE;
    let said = if miles < 10.0 {
        format!("{miles:.1}")
    } else {
        format!("{miles:.0}")
    };
    f.w.with("near-miles", "n", said)
}
