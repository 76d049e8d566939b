//! A visit that is to be agreed on, as it is written down: by hand for a person, or of a request.

use anteroom_app::appointments::{self as app, TypedWish};
use anteroom_app::practices::facts;
use anteroom_app::{Failure, people, requests};
use anteroom_core::appointments::{Days, Part};
use anteroom_core::ids::PatientId;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Origin, WEEK, weekday};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::{Tongue, Words};
use crate::people::Choice;
use crate::requests::number;
use crate::seat::{Seat, Written};

/// A day that can be ticked.
pub(super) struct Day {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// The days of the week, those that were named ticked.
pub(super) fn week(w: Words, days: Days) -> Vec<Day> {
    let day = |day: jiff::civil::Weekday| Day {
        value: day.to_monday_one_offset().to_string(),
        label: weekday(w, day),
        chosen: days.has(day),
    };
    WEEK.into_iter().map(day).collect()
}

/// The days that a form names.
fn days(typed: &Fields) -> Days {
    let named = WEEK
        .into_iter()
        .filter(|day| typed.ticked(&format!("day-{}", day.to_monday_one_offset())));
    Days::of(named)
}

/// What a form says of a visit.
pub(super) fn wish(typed: &Fields) -> TypedWish {
    TypedWish {
        what: typed.owned("what"),
        can: typed.owned("can"),
        part: typed.owned("part"),
        days: days(typed),
        location: typed.owned("location"),
    }
}

/// The fields of a visit as a form has them.
pub(super) fn fields(
    w: Words,
    wish: &TypedWish,
    locations: Vec<(String, String)>,
    mistakes: &Mistakes,
) -> Vec<Field> {
    let line = |id: &'static str, value: &str| {
        Field::line(id, w.of("schedule-field", id))
            .auto("off")
            .typed(value, mistakes)
    };
    let parts = Part::ALL
        .iter()
        .map(|part| (part.to_string(), w.of("schedule-part", part.as_str())));
    let mut fields = vec![
        line("what", &wish.what).required(),
        line("can", &wish.can)
            .of_kind("textarea")
            .optional(w.t("optional"))
            .help(w.t("schedule-can-help")),
        line("part", &wish.part).options(parts.collect()),
    ];
    if locations.len() > 1 {
        let mut options = vec![(String::new(), w.t("schedule-anywhere"))];
        options.extend(locations);
        fields.push(line("location", &wish.location).options(options));
    }
    fields
}

#[derive(Template)]
#[template(path = "schedule/form.html")]
struct FormPage<'a> {
    f: Staff,
    action: String,
    who: String,
    fields: Vec<Field>,
    week: Vec<Day>,
    /// Whom it may be for: the person's patients.
    patients: Vec<Choice>,
    person: String,
    mistakes: &'a Mistakes,
}

impl FormPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

async fn page(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    (origin, typed): (Origin, &Fields),
    (status, mistakes): (StatusCode, &Mistakes),
) -> Result<Response, Problem> {
    let places = facts(&web.app, &seat.desk.practice).await?.locations;
    let places = places.into_iter().map(|place| (place.id.to_string(), place.name));
    let desk = seat.desk.clone();
    let f = Staff::new(web, seat, tongue, "to-schedule");
    let mut filled = wish(typed);
    let (action, who, patients, person) = match origin {
        Origin::Request(number) => {
            let of = requests::page(&web.app, &desk, number).await?;
            if filled.what.is_empty() {
                filled.what.clone_from(&of.row.subject);
            }
            let action = format!("{}/requests/{number}/to-schedule", f.base());
            (action, of.row.person, Vec::new(), String::new())
        }
        Origin::Hand(person) => {
            let of = people::person(&web.app, &desk, person, None).await?;
            let chosen = typed.text("patient");
            let mut patients = vec![Choice::new("", f.w.t("schedule-themselves"), chosen)];
            patients.extend(of.relations.iter().map(|one| {
                let patient = &one.related.patient;
                Choice::new(&patient.id.to_string(), patient.name.clone(), chosen)
            }));
            let action = format!("{}/to-schedule/new", f.base());
            (action, of.person.name, patients, person.to_string())
        }
    };
    let page = FormPage {
        action,
        who,
        fields: fields(f.w, &filled, places.collect(), mistakes),
        week: week(f.w, filled.days),
        patients,
        person,
        mistakes,
        f,
    };
    show_as(status, &page)
}

/// To the page where a person is found: a visit is somebody's.
fn to_people(seat: &Seat) -> Response {
    Redirect::to(&format!("/desk/{}/people", seat.desk.practice.slug)).into_response()
}

pub(super) async fn by_hand(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let Some(person) = query.parsed("person") else {
        return Ok(to_people(&seat));
    };
    let of = (Origin::Hand(person), &query);
    page(&web, &tongue, seat, of, (StatusCode::OK, &Mistakes::default())).await
}

pub(super) async fn of_request(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, text)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let of = (Origin::Request(number(&text)?), &query);
    page(&web, &tongue, seat, of, (StatusCode::OK, &Mistakes::default())).await
}

pub(super) async fn add(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let Some(person) = typed.parsed("person") else {
        return Ok(to_people(&seat));
    };
    let patient: Option<PatientId> = typed.parsed("patient");
    let base = format!("/desk/{}/to-schedule", seat.desk.practice.slug);
    match app::add(&web.app, &seat.desk, (person, patient), &wish(&typed)).await {
        Ok(id) => Ok(Redirect::to(&format!("{base}/{id}")).into_response()),
        Err(failure) => back(&web, &tongue, seat, (Origin::Hand(person), &typed), failure).await,
    }
}

pub(super) async fn add_from(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, text)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let number = number(&text)?;
    match app::add_from(&web.app, &seat.desk, number, &wish(&typed)).await {
        Ok(_) => Ok(Redirect::to(&format!("/desk/{slug}/requests/{number}")).into_response()),
        Err(failure) => back(&web, &tongue, seat, (Origin::Request(number), &typed), failure).await,
    }
}

async fn back(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    of: (Origin, &Fields),
    failure: Failure,
) -> Result<Response, Problem> {
    let Failure::Invalid(faults) = failure else {
        return Err(failure.into());
    };
    let w = tongue.words_at(&seat.desk.practice);
    let mistakes = Mistakes::of(&faults, w, |field| w.of("schedule-field", field));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(web, tongue, seat, of, (status, &mistakes)).await
}
