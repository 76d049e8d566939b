//! What staff change about a person, each as a form of its own: parse, ask the app, and show what came of it.

use anteroom_app::people::view::{TypedPerson, TypedPoint, TypedRelation};
use anteroom_app::{Failure, FieldFault, people};
use anteroom_core::ids::{ContactPointId, PersonId};
use anteroom_core::people::RelationKind;
use anteroom_core::text::Fault;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{Draft, person};
use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::In;
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

/// What an act's path names besides the practice.
#[derive(Deserialize)]
struct Named {
    person: String,
    contact: Option<String>,
}

/// What every act has at hand: a form of staff, posted to one person.
pub(super) struct At {
    web: Web,
    tongue: Tongue,
    seat: Seat,
    person: PersonId,
    contact: Option<ContactPointId>,
    typed: Fields,
}

impl FromRequest<Web> for At {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let tongue = Tongue::read(&parts);
        let seat = Seat::from_request_parts(&mut parts, web).await?;
        let In(named) = In::<Named>::from_request_parts(&mut parts, web).await?;
        let Written(typed) = Written::from_request(Request::from_parts(parts, body), web).await?;
        let contact = named.contact.map(|contact| contact.parse());
        Ok(Self {
            web: web.clone(),
            tongue,
            seat,
            person: person::id(&named.person)?,
            contact: contact.transpose().map_err(|_| Problem::Missing)?,
            typed,
        })
    }
}

impl At {
    /// An id in the form; a page that isn't there when it is none.
    fn id<T: std::str::FromStr>(&self, field: &str) -> Result<T, Problem> {
        self.typed.parsed(field).ok_or(Problem::Missing)
    }

    /// Back to the person at a place of their page, or, where the act was refused, the page as it is now with what was typed.
    async fn settle(self, form: String, place: &str, done: Result<(), Failure>) -> Result<Response, Problem> {
        let failure = match done {
            Ok(()) => {
                let slug = &self.seat.desk.practice.slug;
                let to = format!("/desk/{slug}/people/{}{place}", self.person);
                return Ok(Redirect::to(&to).into_response());
            }
            Err(failure) => failure,
        };
        let (status, failure) = Draft::status(failure)?;
        let draft = Draft {
            form,
            fields: self.typed,
            failure: Some(failure),
        };
        person::again(&self.web, &self.tongue, self.seat, self.person, (status, draft)).await
    }
}

pub(super) async fn set(at: At) -> Result<Response, Problem> {
    let typed = TypedPerson {
        name: at.typed.owned("name"),
        language: at.typed.owned("language"),
        interpreter: at.typed.ticked("interpreter"),
    };
    let seen = at.typed.parsed("seen").unwrap_or(0);
    let done = people::set_person(&at.web.app, &at.seat.desk, at.person, seen, &typed).await;
    at.settle("who".to_owned(), "", done).await
}

fn point(typed: &Fields) -> TypedPoint {
    TypedPoint {
        address: typed.owned("address"),
        confidential: typed.ticked("confidential"),
    }
}

pub(super) async fn add_point(at: At) -> Result<Response, Problem> {
    let done = people::add_point(&at.web.app, &at.seat.desk, at.person, &point(&at.typed)).await;
    at.settle("point".to_owned(), "#reach", done).await
}

pub(super) async fn set_point(at: At) -> Result<Response, Problem> {
    let contact = at.contact.ok_or(Problem::Missing)?;
    let (app, desk) = (&at.web.app, &at.seat.desk);
    let done = if at.typed.text("do") == "remove" {
        people::remove_point(app, desk, at.person, contact).await
    } else {
        people::set_point(app, desk, at.person, contact, &point(&at.typed)).await
    };
    at.settle(format!("point-{contact}"), "#reach", done).await
}

pub(super) async fn relate(at: At) -> Result<Response, Problem> {
    let patient = at.id("patient")?;
    // The row may be of somebody who was joined to the person.
    let row: PersonId = match at.typed.text("of") {
        "" => at.person,
        _ => at.id("of")?,
    };
    let seen: Option<i64> = at.typed.parsed("seen");
    let (app, desk) = (&at.web.app, &at.seat.desk);
    let missing = || {
        Failure::Invalid(vec![FieldFault {
            field: "kind",
            fault: Fault::Missing,
        }])
    };
    let done = match (at.typed.text("do"), seen) {
        ("remove", Some(seen)) => people::unrelate(app, desk, (row, patient), seen).await,
        _ => match at.typed.choice::<RelationKind>("kind") {
            Ok(Some(kind)) => {
                let typed = TypedRelation {
                    kind,
                    verified: at.typed.ticked("verified"),
                    until: at.typed.owned("until"),
                    seen,
                };
                people::relate(app, desk, (row, patient), &typed).await
            }
            Ok(None) => Err(missing()),
            Err(fault) => Err(fault),
        },
    };
    at.settle(format!("relation-{row}-{patient}"), "#relations", done)
        .await
}

pub(super) async fn join(at: At) -> Result<Response, Problem> {
    let other = at.id("other")?;
    let done = people::join(&at.web.app, &at.seat.desk, at.person, other).await;
    at.settle("join".to_owned(), "#one", done).await
}

pub(super) async fn part(at: At) -> Result<Response, Problem> {
    let other = at.id("other")?;
    let done = people::part(&at.web.app, &at.seat.desk, at.person, other).await;
    at.settle("part".to_owned(), "#one", done).await
}
