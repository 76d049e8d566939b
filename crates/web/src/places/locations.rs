//! Locations: all with their doors, and one with its week, the days soon that differ from it, and the way there.

use anteroom_app::hours::Door;
use anteroom_app::hours::calendar::{self, Calendar};
use anteroom_app::places::{own_points, weeks};
use anteroom_core::hours::WeeklySpan;
use anteroom_core::places::Point;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;

use super::data::Graph;
use super::head::Head;
use super::{Spot, path, word};
use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::encoded;
use crate::frame::{In, Public, dial, door};
use crate::hours::{differing, times, weekday};
use crate::i18n::Tongue;
use crate::origin::Base;
use crate::when::When;

/// A day of the week with its times.
pub(crate) struct DayRow {
    pub name: String,
    pub times: Vec<String>,
    pub today: bool,
}

/// A week, day by day.
pub(crate) fn week(f: &Public, when: &When, spans: &[WeeklySpan]) -> Vec<DayRow> {
    let today = when.weekday_now();
    let day = |day: usize| {
        let of_day = spans
            .iter()
            .filter(|span| usize::try_from(span.day.to_monday_zero_offset()) == Ok(day));
        DayRow {
            name: weekday(f.w, day),
            times: of_day
                .map(|span| times(f.w, when, span.start, span.start + span.length))
                .collect(),
            today: day == today,
        }
    };
    (0..7).map(day).collect()
}

#[derive(Template)]
#[template(path = "places/locations.html")]
struct ListPage {
    f: Public,
    h: Head,
    spots: Vec<Spot>,
}

pub(super) async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    In(slug): In<String>,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/locations")).await?;
    let spots = Spot::all(&f);
    if spots.is_empty() {
        return Err(Problem::Missing);
    }
    let weeks = weeks(&web.app, f.practice()).await?;
    let mut graph = Graph::new(&f, &base);
    graph.clinics(&f, &base, &weeks);
    let said = f.w.with2(
        "locations-about",
        ("n", spots.len()),
        ("name", f.practice().name.clone()),
    );
    let h = Head::new(&f, &base, said).with(graph);
    show(&ListPage { f, h, spots })
}

#[derive(Template)]
#[template(path = "places/location.html")]
struct OnePage {
    f: Public,
    h: Head,
    name: String,
    address: String,
    phone: String,
    dial: String,
    door: String,
    open: bool,
    week: Vec<DayRow>,
    /// Whose clock the week is told by, where it isn't the location's own.
    zone: String,
    /// The days soon that differ from the week.
    coming: Vec<String>,
    directions: String,
}

/// Days ahead whose closures are told: a patient plans a visit that far.
const SOON: i64 = 45;

pub(super) async fn one(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    In((slug, asked)): In<(String, String)>,
) -> Result<Response, Problem> {
    let mut f = Public::load(&web, &slug, &tongue, format!("/{slug}/locations")).await?;
    let end = asked.rsplit('-').next().unwrap_or_default();
    let found = f
        .facts
        .locations
        .iter()
        .find(|location| word(location).rsplit('-').next() == Some(end));
    let location = found.cloned().ok_or(Problem::Missing)?;
    f.here = path(&f.practice().slug, &location);
    if word(&location) != asked {
        // Its name was another one: whoever has the old address comes to the new one.
        return Ok(Redirect::permanent(&f.here).into_response());
    }
    let calendar = calendar::one(&web.app, f.practice(), &location.id.to_string()).await?;
    let points = own_points(&web.app, f.practice()).await?;
    let point = points.into_iter().find(|(id, ..)| *id == location.id);
    let (own, near) = point.map_or((None, None), |(_, own, near)| (own, near));
    let there = f.when.at_zone(&location.timezone);
    let said = f.w.all(
        "location-about",
        &[
            ("name", location.name.clone().into()),
            ("practice", f.practice().name.clone().into()),
            ("address", location.address.clone().into()),
        ],
    );
    let own_clock = calendar.zone == location.timezone;
    let mut graph = Graph::new(&f, &base);
    let week_there = own_clock.then_some(&calendar.week);
    graph.clinic(&f, &base, &location, (week_there, own.or(near)));
    let phone = if location.phone.is_empty() {
        f.practice().phone.clone()
    } else {
        location.phone.clone()
    };
    let page = OnePage {
        h: Head::new(&f, &base, said).with(graph),
        door: door(f.w, &there, location.door),
        open: matches!(location.door, Door::Open(_)),
        week: week(&f, &f.when.at_zone(&calendar.zone), &calendar.week),
        zone: if own_clock {
            String::new()
        } else {
            f.w.with("hours-zone", "zone", calendar.zone.clone())
        },
        coming: soon(&f, &there, &calendar),
        directions: directions(own, &location.address),
        dial: dial(&phone),
        phone,
        name: location.name,
        address: location.address,
        f,
    };
    show(&page)
}

fn soon(f: &Public, there: &When, calendar: &Calendar) -> Vec<String> {
    let last = calendar.today.saturating_add(SOON.days());
    let days = calendar.coming.iter().filter(|day| day.date <= last);
    days.map(|day| differing(f.w, there, day)).collect()
}

/// Where a map shows the way: to the point that somebody set, else to the address. OpenStreetMap asks for no account and
/// follows nobody; no page of ours asks it for anything.
pub(super) fn directions(point: Option<Point>, address: &str) -> String {
    const MAP: &str = "https://www.openstreetmap.org";
    match point.map(Point::degrees) {
        Some((latitude, longitude)) => format!("{MAP}/directions?to={latitude}%2C{longitude}"),
        None if address.is_empty() => String::new(),
        None => format!("{MAP}/search?query={}", encoded(address)),
    }
}
