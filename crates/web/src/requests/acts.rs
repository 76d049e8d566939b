//! What staff do to a request, each as a form of its own: parse, ask the app, and show what came of it.

use std::str::FromStr;

use anteroom_app::requests::view::{Assignment, Resolution, Say};
use anteroom_app::{Failure, requests};
use anteroom_core::ids::{EntryId, MemberId, TeamId};
use anteroom_core::requests::{After, NoReply, Refusal, Via};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::page::{self, Draft};
use super::walk::From;
use super::{number, snooze as until};
use crate::Web;
use crate::errors::{Problem, noted};
use crate::forms::Fields;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

/// Where a reply leaves the request, by the form's word.
#[derive(Debug, Clone, Copy)]
struct Then(After);

impl FromStr for Then {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "wait" => Ok(Self(After::Wait)),
            "open" => Ok(Self(After::KeepOpen)),
            "close" => Ok(Self(After::Close)),
            _ => Err(()),
        }
    }
}

fn said(typed: &Fields) -> Say {
    Say {
        words: typed.owned("words"),
        key: typed.owned("key"),
        seen: typed.parsed("seen").unwrap_or(0),
    }
}

/// An id in a form: nothing when it is empty, and a page that isn't there when it is no id.
fn id<T: std::str::FromStr>(typed: &Fields, field: &str) -> Result<Option<T>, Problem> {
    match typed.text(field) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Problem::Missing),
    }
}

/// What an act's path names besides the practice.
#[derive(Deserialize)]
struct Named {
    number: String,
    entry: Option<String>,
}

/// What every act has at hand: a form of staff, posted to one request.
pub(super) struct Desk {
    pub(super) web: Web,
    pub(super) tongue: Tongue,
    pub(super) seat: Seat,
    pub(super) number: i64,
    entry: Option<String>,
    pub(super) typed: Fields,
    /// The list that the request was opened from.
    from: From,
}

impl FromRequest<Web> for Desk {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let tongue = Tongue::read(&parts);
        let from = From::of(&parts);
        let seat = Seat::from_request_parts(&mut parts, web).await?;
        let In(Named { number, entry }) = In::from_request_parts(&mut parts, web).await?;
        let Written(typed) = Written::from_request(Request::from_parts(parts, body), web).await?;
        let number = super::number(&number)?;
        Ok(Self {
            web: web.clone(),
            tongue,
            seat,
            number,
            entry,
            typed,
            from,
        })
    }
}

impl Desk {
    /// The line of the history that the path names.
    fn entry(&self) -> Result<EntryId, Problem> {
        self.entry
            .as_deref()
            .and_then(|entry| entry.parse().ok())
            .ok_or(Problem::Missing)
    }

    /// Back to the request, or, where the act was refused, the request as it is now with what was typed.
    pub(super) async fn settle(
        self,
        form: &'static str,
        done: Result<(), Failure>,
    ) -> Result<Response, Problem> {
        let (status, failure) = match done {
            Ok(()) => {
                let slug = &self.seat.desk.practice.slug;
                let list = self.from.query(&self.web, &self.seat).await;
                let to = format!("/desk/{slug}/requests/{}{list}", self.number);
                return Ok(Redirect::to(&to).into_response());
            }
            Err(failure @ Failure::Refused(_)) => (StatusCode::CONFLICT, failure),
            Err(failure @ Failure::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, failure),
            Err(failure) if failure.is_busy() => {
                noted(&failure);
                (StatusCode::SERVICE_UNAVAILABLE, failure)
            }
            Err(failure) => return Err(failure.into()),
        };
        let draft = Draft {
            form,
            fields: self.typed,
            failure: Some(failure),
            from: self.from,
        };
        page::render(&self.web, &self.tongue, self.seat, self.number, (status, draft)).await
    }
}

pub(super) async fn reply(at: Desk) -> Result<Response, Problem> {
    let via = at.typed.choice("via");
    let form = if matches!(via, Ok(None | Some(Via::Writing))) {
        "reply"
    } else {
        "spoken"
    };
    let say = said(&at.typed);
    let done = match (via, at.typed.choice("then")) {
        (Ok(via), Ok(then)) => {
            let (via, Then(after)) = (via.unwrap_or(Via::Writing), then.unwrap_or(Then(After::Wait)));
            requests::reply(&at.web.app, &at.seat.desk, at.number, &say, via, after).await
        }
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    };
    at.settle(form, done).await
}

pub(super) async fn take_back(at: Desk) -> Result<Response, Problem> {
    let entry = at.entry()?;
    let page = requests::page(&at.web.app, &at.seat.desk, at.number).await?;
    let done = requests::take_back(&at.web.app, &at.seat.desk, at.number, entry).await;
    let taken = page
        .lines
        .iter()
        .find(|line| line.id == entry)
        .map(|line| line.body.clone());
    match (done, taken) {
        // The words go back into the box: taken back is not thrown away.
        (Ok(()), Some(words)) => {
            let fields = Fields::single("words", &words);
            let draft = Draft {
                form: "reply",
                fields,
                failure: None,
                from: at.from,
            };
            page::render(&at.web, &at.tongue, at.seat, at.number, (StatusCode::OK, draft)).await
        }
        (done, _) => at.settle("", done).await,
    }
}

pub(super) async fn note(at: Desk) -> Result<Response, Problem> {
    let done = requests::note(&at.web.app, &at.seat.desk, at.number, &said(&at.typed)).await;
    at.settle("note", done).await
}

pub(super) async fn attempt(at: Desk) -> Result<Response, Problem> {
    let done = requests::attempt(&at.web.app, &at.seat.desk, at.number, &said(&at.typed)).await;
    at.settle("attempt", done).await
}

pub(super) async fn assign(at: Desk) -> Result<Response, Problem> {
    let (member, team) = (
        id::<MemberId>(&at.typed, "member")?,
        id::<TeamId>(&at.typed, "team")?,
    );
    let done = requests::assign(&at.web.app, &at.seat.desk, at.number, Assignment { member, team }).await;
    at.settle("assign", done).await
}

pub(super) async fn snooze(at: Desk) -> Result<Response, Problem> {
    let f = Staff::new(&at.web, at.seat.clone(), &at.tongue, "queue");
    let done = match until::asked(&at.web, &f, &at.typed).await? {
        Some(until) => requests::snooze(&at.web.app, &at.seat.desk, at.number, until).await,
        None => Err(Failure::Refused(Refusal::SnoozeInPast)),
    };
    at.settle("snooze", done).await
}

pub(super) async fn close(at: Desk) -> Result<Response, Problem> {
    let seen = said(&at.typed).seen;
    let done = match at.typed.choice::<NoReply>("reason") {
        Ok(reason) => {
            let resolution = Resolution { reason, seen };
            requests::resolve(&at.web.app, &at.seat.desk, at.number, resolution).await
        }
        Err(fault) => Err(fault),
    };
    at.settle("close", done).await
}

pub(super) async fn reopen(at: Desk) -> Result<Response, Problem> {
    let done = requests::reopen(&at.web.app, &at.seat.desk, at.number).await;
    at.settle("", done).await
}

pub(super) async fn merge(at: Desk) -> Result<Response, Problem> {
    let joined = number(at.typed.text("joined"))?;
    let done = requests::merge(&at.web.app, &at.seat.desk, at.number, joined).await;
    at.settle("", done).await
}

pub(super) async fn not_just_thanks(at: Desk) -> Result<Response, Problem> {
    let entry = at.entry()?;
    let done = requests::not_just_thanks(&at.web.app, &at.seat.desk, at.number, entry).await;
    at.settle("", done).await
}

pub(super) async fn answer_obligation(at: Desk) -> Result<Response, Problem> {
    let finding = at.typed.owned("finding");
    let done =
        requests::answer_obligation(&at.web.app, &at.seat.desk, at.number, &finding, &said(&at.typed)).await;
    at.settle("obligation", done).await
}
