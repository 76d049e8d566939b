//! What staff do with one of the list, each as a form of its own: parse, ask the app, and show what came of it.

use anteroom_app::appointments::{self as app, TypedTry};
use anteroom_app::{Failure, FieldFault};
use anteroom_core::appointments::{How, Outcome, Reason};
use anteroom_core::ids::{MemberId, PatientId, ToScheduleId};
use anteroom_core::text::Fault;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::DateTime;
use serde::Deserialize;

use super::form::wish;
use super::item;
use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::In;
use crate::i18n::Tongue;
use crate::people::Draft;
use crate::seat::{Seat, Written};

/// What an act's path names besides the practice.
#[derive(Deserialize)]
struct Named {
    item: String,
}

/// What every act has at hand: a form of staff, posted to one of the list.
pub(super) struct At {
    web: Web,
    tongue: Tongue,
    seat: Seat,
    id: ToScheduleId,
    typed: Fields,
}

impl FromRequest<Web> for At {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let tongue = Tongue::read(&parts);
        let seat = Seat::from_request_parts(&mut parts, web).await?;
        let In(Named { item }) = In::from_request_parts(&mut parts, web).await?;
        let Written(typed) = Written::from_request(Request::from_parts(parts, body), web).await?;
        Ok(Self {
            web: web.clone(),
            tongue,
            seat,
            id: item::id(&item)?,
            typed,
        })
    }
}

impl At {
    /// Which, and the version that was seen.
    fn seen(&self) -> (ToScheduleId, i64) {
        (self.id, self.typed.parsed("seen").unwrap_or(0))
    }

    /// An id in the form: nothing when it is empty, and a page that isn't there when it is no id.
    fn chosen<T: std::str::FromStr>(&self, field: &str) -> Result<Option<T>, Problem> {
        match self.typed.text(field) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Problem::Missing),
        }
    }

    /// To a page of the desk, or, where the act was refused, this one as it is now with what was typed.
    async fn settle(
        self,
        form: &str,
        to: Option<String>,
        done: Result<(), Failure>,
    ) -> Result<Response, Problem> {
        let base = format!("/desk/{}", self.seat.desk.practice.slug);
        let failure = match done {
            Ok(()) => {
                let to = to.unwrap_or_else(|| format!("/to-schedule/{}", self.id));
                return Ok(Redirect::to(&format!("{base}{to}")).into_response());
            }
            Err(failure) => failure,
        };
        let (status, failure) = Draft::status(failure)?;
        let draft = Draft {
            form: form.to_owned(),
            fields: self.typed,
            failure: Some(failure),
        };
        item::again(&self.web, &self.tongue, self.seat, self.id, (status, draft)).await
    }
}

fn fault<T>(field: &'static str, fault: Fault) -> Result<T, Failure> {
    Err(Failure::Invalid(vec![FieldFault { field, fault }]))
}

pub(super) async fn edit(at: At) -> Result<Response, Problem> {
    let patient: Option<PatientId> = at.chosen("patient")?;
    let done = app::edit(&at.web.app, &at.seat.desk, at.seen(), patient, &wish(&at.typed)).await;
    at.settle("wish", None, done).await
}

pub(super) async fn give(at: At) -> Result<Response, Problem> {
    let member: Option<MemberId> = at.chosen("member")?;
    let done = app::give(&at.web.app, &at.seat.desk, at.seen(), member).await;
    at.settle("give", None, done).await
}

pub(super) async fn tried(at: At) -> Result<Response, Problem> {
    let typed = match (
        at.typed.choice::<How>("how"),
        at.typed.choice::<Outcome>("outcome"),
    ) {
        (Ok(Some(how)), Ok(Some(outcome))) => Ok(TypedTry {
            how,
            outcome,
            words: at.typed.owned("words"),
        }),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
        (Ok(None), _) => fault("how", Fault::Missing),
        (_, Ok(None)) => fault("outcome", Fault::Missing),
    };
    let done = match typed {
        Ok(typed) => app::tried(&at.web.app, &at.seat.desk, at.seen(), &typed).await,
        Err(fault) => Err(fault),
    };
    at.settle("try", None, done).await
}

pub(super) async fn book(at: At) -> Result<Response, Problem> {
    let booked_for = match at.typed.text("at") {
        "" => fault("at", Fault::Missing),
        text => text.parse::<DateTime>().or_else(|_| fault("at", Fault::Shape)),
    };
    let done = match booked_for {
        Ok(booked_for) => app::book(&at.web.app, &at.seat.desk, at.seen(), booked_for).await,
        Err(fault) => Err(fault),
    };
    // The reply that says so is drafted where it is sent.
    let to = match at.typed.parsed::<i64>("request") {
        Some(number) if at.typed.ticked("reply") => Some(format!("/requests/{number}?booked={}", at.id)),
        _ => None,
    };
    at.settle("book", to, done).await
}

pub(super) async fn drop(at: At) -> Result<Response, Problem> {
    let done = match at.typed.choice::<Reason>("reason") {
        Ok(Some(reason)) => app::drop(&at.web.app, &at.seat.desk, at.seen(), reason).await,
        Ok(None) => fault("reason", Fault::Missing),
        Err(fault) => Err(fault),
    };
    at.settle("drop", None, done).await
}

pub(super) async fn reopen(at: At) -> Result<Response, Problem> {
    let done = app::reopen(&at.web.app, &at.seat.desk, at.seen()).await;
    at.settle("", None, done).await
}
