//! Duties on call and answering services, as forms.

use anteroom_app::roster::view::{self, Choices};
use anteroom_app::roster::{TypedAnswering, TypedDuty};
use anteroom_app::settings::changes::Hand;
use anteroom_app::{Failure, roster};
use anteroom_core::ids::{DutyId, LineId};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{DutyView, duty_view};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::{Tongue, Words};
use crate::seat::{Seat, Written};

/// A field of the roster, filled in.
pub(super) fn field(w: Words, id: &'static str, value: &str, mistakes: &Mistakes) -> Field {
    Field::line(id, w.of("roster-field", id))
        .auto("off")
        .help(w.maybe("roster-help", id).unwrap_or_default())
        .typed(value, mistakes)
}

/// The mistakes of a form of the roster; what a form can't show is a page of its own.
pub(super) fn mistakes<T>(f: &Staff, done: Result<T, Failure>, order: &[&str]) -> Result<Mistakes, Problem> {
    match done {
        Ok(_) => Ok(Mistakes::default()),
        Err(Failure::Invalid(faults)) => {
            let label = |field: &str| f.w.of("roster-field", field);
            Ok(Mistakes::of(&faults, f.w, label).ordered(order))
        }
        Err(failure) => Err(failure.into()),
    }
}

#[derive(Template)]
#[template(path = "roster/on_call.html")]
struct OnCallPage<'a> {
    f: Staff,
    action: String,
    /// Each with where it is ended.
    duties: Vec<(DutyView, String)>,
    fields: Vec<Field>,
    mistakes: &'a Mistakes,
    saved: bool,
}

impl OnCallPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

const DUTY: [&str; 4] = ["member", "line", "from", "until"];

/// The members as options, with a first one that is nobody.
pub(super) fn members(w: Words, choices: &Choices) -> Vec<(String, String)> {
    let nobody = (String::new(), w.t("roster-choose"));
    let members = choices.members.iter();
    let members = members.map(|member| (member.id.to_string(), member.name.clone()));
    std::iter::once(nobody).chain(members).collect()
}

async fn duties_page(
    web: &Web,
    f: Staff,
    typed: &Fields,
    (status, mistakes, saved): (StatusCode, &Mistakes, bool),
) -> Result<Response, Problem> {
    let choices = view::choices(&web.app, &f.seat.desk).await?;
    let w = f.w;
    let mut lines = vec![(String::new(), w.t("roster-all-lines"))];
    lines.extend(
        choices
            .lines
            .iter()
            .map(|(id, name)| (id.to_string(), name.clone())),
    );
    let line = |id: &'static str| field(w, id, typed.text(id), mistakes);
    let action = format!("{}/roster/on-call", f.base());
    let page = OnCallPage {
        duties: choices
            .duties
            .iter()
            .map(|duty| (duty_view(&f, duty), format!("{action}/{}/end", duty.id)))
            .collect(),
        fields: vec![
            line("member").options(members(w, &choices)).required(),
            line("line").options(lines),
            line("from").of_kind("datetime-local").required(),
            line("until").of_kind("datetime-local").required(),
        ],
        action,
        mistakes,
        saved,
        f,
    };
    show_as(status, &page)
}

pub(super) async fn on_call(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "roster");
    let saved = query.ticked("saved");
    duties_page(
        &web,
        f,
        &Fields::default(),
        (StatusCode::OK, &Mistakes::default(), saved),
    )
    .await
}

pub(super) async fn add(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let duty = TypedDuty {
        member: typed.owned("member"),
        line: typed.owned("line"),
        from: typed.owned("from"),
        until: typed.owned("until"),
    };
    let hand = Hand::plain(seat.desk.member.id);
    let done = roster::add_duty(&web.app, &seat.desk.practice, &hand, &duty).await;
    let f = Staff::new(&web, seat, &tongue, "roster");
    let mistakes = mistakes(&f, done, &DUTY)?;
    if mistakes.is_empty() {
        return Ok(Redirect::to(&format!("{}/roster/on-call?saved=1", f.base())).into_response());
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    duties_page(&web, f, &typed, (status, &mistakes, false)).await
}

pub(super) async fn end(
    State(web): State<Web>,
    seat: Seat,
    In((slug, duty)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let duty: DutyId = duty.parse().map_err(|_| Problem::Missing)?;
    let hand = Hand::plain(seat.desk.member.id);
    roster::end_duty(&web.app, &seat.desk.practice, &hand, duty).await?;
    Ok(Redirect::to(&format!("/desk/{slug}/roster/on-call?saved=1")).into_response())
}

#[derive(Template)]
#[template(path = "roster/answering.html")]
struct AnsweringPage<'a> {
    f: Staff,
    title: String,
    action: String,
    seen: String,
    fields: Vec<Field>,
    mistakes: &'a Mistakes,
    /// That somebody else was quicker; empty if nobody was.
    overtaken: String,
}

impl AnsweringPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

const ANSWERING: [&str; 3] = ["name", "number", "hours"];

async fn answering_page(
    web: &Web,
    f: Staff,
    (line, typed): (LineId, Option<&Fields>),
    (status, mistakes, overtaken): (StatusCode, &Mistakes, String),
) -> Result<Response, Problem> {
    let now = view::answered(&web.app, &f.seat.desk, line).await?;
    let w = f.w;
    let present = |id: &str| match (&now.service, id) {
        (Some(service), "name") => service.name.clone(),
        (Some(service), "number") => service.number.clone(),
        (Some(service), "hours") => service.hours.clone(),
        _ => String::new(),
    };
    let fields = ANSWERING.map(|id| {
        let value = typed.map_or_else(|| present(id), |typed| typed.owned(id));
        Field {
            label: w.of("roster-service-field", id),
            help: w.of("roster-service-help", id),
            ..field(w, id, &value, mistakes)
        }
    });
    let page = AnsweringPage {
        title: w.with("roster-answering", "line", now.line),
        action: format!("{}/roster/answering/{line}", f.base()),
        seen: now.version,
        fields: fields.into_iter().collect(),
        mistakes,
        overtaken,
        f,
    };
    show_as(status, &page)
}

pub(super) async fn answering(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, line)): In<(String, String)>,
) -> Result<Response, Problem> {
    let line: LineId = line.parse().map_err(|_| Problem::Missing)?;
    let f = Staff::new(&web, seat, &tongue, "roster");
    let fresh = (StatusCode::OK, &Mistakes::default(), String::new());
    answering_page(&web, f, (line, None), fresh).await
}

pub(super) async fn answer(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, line)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let line: LineId = line.parse().map_err(|_| Problem::Missing)?;
    let service = TypedAnswering {
        name: typed.owned("name"),
        number: typed.owned("number"),
        hours: typed.owned("hours"),
    };
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let done = roster::answer(&web.app, &seat.desk.practice, &hand, line, &service).await;
    let f = Staff::new(&web, seat, &tongue, "roster");
    if let Err(Failure::Overtaken(who)) = &done {
        let name = if who.name.is_empty() {
            f.w.of("changes-by", "operator")
        } else {
            who.name.clone()
        };
        let when = f.when.moment(who.at);
        let said = f.w.with2("settings-overtaken", ("name", name), ("when", when));
        let back = (StatusCode::CONFLICT, &Mistakes::default(), said);
        return answering_page(&web, f, (line, Some(&typed)), back).await;
    }
    let mistakes = mistakes(&f, done, &ANSWERING)?;
    if mistakes.is_empty() {
        return Ok(Redirect::to(&format!("{}/roster?saved=1", f.base())).into_response());
    }
    let back = (StatusCode::UNPROCESSABLE_ENTITY, &mistakes, String::new());
    answering_page(&web, f, (line, Some(&typed)), back).await
}
