//! About whom a request is: the patients of who asks, anybody who is found, or somebody new.

use anteroom_app::requests;
use anteroom_core::ids::PatientId;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Draft, Hit, Notice, Tie, hits};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::Query;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::requests::number;
use crate::seat::{Seat, Written};

#[derive(Template)]
#[template(path = "people/about.html")]
struct AboutPage {
    f: Staff,
    number: i64,
    /// Who asks, and what they typed of whom it is about.
    who: String,
    about: String,
    person: String,
    /// Who it is about now.
    present: String,
    notices: Vec<Notice>,
    ties: Vec<Tie>,
    q: String,
    hits: Vec<Hit>,
    hits_said: String,
}

async fn page(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    (number, q): (i64, String),
    (status, draft): (StatusCode, Draft),
) -> Result<Response, Problem> {
    let shown = requests::page(&web.app, &seat.desk, number).await?;
    let f = Staff::new(web, seat, tongue, "queue");
    let (mut found, hits_said) = hits(web, &f, &q).await?;
    found.retain(|hit| !hit.person);
    let beside = &shown.people;
    let page = AboutPage {
        number,
        who: shown.row.person.clone(),
        about: shown.row.about.clone(),
        person: beside
            .person
            .map_or_else(String::new, |person| person.to_string()),
        present: beside
            .patient
            .as_ref()
            .map_or_else(String::new, |one| one.name.clone()),
        notices: draft.notices(f.w),
        ties: beside.choices.iter().map(|one| Tie::new(&f, one)).collect(),
        hits: found,
        hits_said,
        q,
        f,
    };
    show_as(status, &page)
}

pub(super) async fn choose(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, text)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let of = (number(&text)?, query.owned("find"));
    page(&web, &tongue, seat, of, (StatusCode::OK, Draft::default())).await
}

pub(super) async fn set(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, text)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let number = number(&text)?;
    let patient: Option<PatientId> = match typed.text("patient") {
        "" => None,
        text => Some(text.parse().map_err(|_| Problem::Missing)?),
    };
    let failure = match requests::concern(&web.app, &seat.desk, number, patient).await {
        Ok(()) => return Ok(Redirect::to(&format!("/desk/{slug}/requests/{number}")).into_response()),
        Err(failure) => failure,
    };
    let (status, failure) = Draft::status(failure)?;
    let draft = Draft {
        failure: Some(failure),
        ..Draft::default()
    };
    page(&web, &tongue, seat, (number, String::new()), (status, draft)).await
}
