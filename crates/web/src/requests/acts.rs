//! What staff do to a request, each as a form of its own: parse, ask the app, and show what came of it.

use anteroom_app::requests::view::{Assignment, Resolution, Say};
use anteroom_app::{Failure, requests};
use anteroom_core::ids::{EntryId, MemberId, TeamId};
use anteroom_core::requests::{After, NoReply, Refusal, Via};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::page::{self, Draft};
use super::{number, snooze as until};
use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

type Numbered = In<(String, String)>;
type Entered = In<(String, String, String)>;

/// Where a reply leaves the request, by the form's word.
fn after(typed: &Fields) -> After {
    match typed.text("then") {
        "open" => After::KeepOpen,
        "close" => After::Close,
        _ => After::Wait,
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

/// What every act has at hand.
struct Desk {
    web: Web,
    tongue: Tongue,
    seat: Seat,
    number: i64,
    typed: Fields,
}

impl Desk {
    /// Back to the request, or, where the act was refused, the request as it is now with what was typed.
    async fn settle(self, form: &'static str, done: Result<(), Failure>) -> Result<Response, Problem> {
        let (status, failure) = match done {
            Ok(()) => {
                let slug = &self.seat.desk.practice.slug;
                return Ok(Redirect::to(&format!("/desk/{slug}/requests/{}", self.number)).into_response());
            }
            Err(failure @ Failure::Refused(_)) => (StatusCode::CONFLICT, failure),
            Err(failure @ Failure::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, failure),
            Err(failure) if failure.is_busy() => (StatusCode::SERVICE_UNAVAILABLE, failure),
            Err(failure) => return Err(failure.into()),
        };
        let draft = Draft {
            form,
            fields: self.typed,
            failure: Some(failure),
        };
        page::render(&self.web, &self.tongue, self.seat, self.number, (status, draft)).await
    }
}

fn desk(web: Web, tongue: Tongue, seat: Seat, text: &str, typed: Fields) -> Result<Desk, Problem> {
    Ok(Desk {
        web,
        tongue,
        seat,
        number: number(text)?,
        typed,
    })
}

pub(super) async fn reply(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let via: Via = at.typed.parsed("via").unwrap_or(Via::Writing);
    let form = if via == Via::Writing { "reply" } else { "spoken" };
    let say = said(&at.typed);
    let done = requests::reply(&at.web.app, &at.seat.desk, at.number, &say, via, after(&at.typed)).await;
    at.settle(form, done).await
}

pub(super) async fn take_back(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number, entry)): Entered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let entry: EntryId = entry.parse().map_err(|_| Problem::Missing)?;
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
            };
            page::render(&at.web, &at.tongue, at.seat, at.number, (StatusCode::OK, draft)).await
        }
        (done, _) => at.settle("", done).await,
    }
}

pub(super) async fn note(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let done = requests::note(&at.web.app, &at.seat.desk, at.number, &said(&at.typed)).await;
    at.settle("note", done).await
}

pub(super) async fn attempt(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let done = requests::attempt(&at.web.app, &at.seat.desk, at.number, &said(&at.typed)).await;
    at.settle("attempt", done).await
}

pub(super) async fn assign(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let (member, team) = (
        id::<MemberId>(&at.typed, "member")?,
        id::<TeamId>(&at.typed, "team")?,
    );
    let done = requests::assign(&at.web.app, &at.seat.desk, at.number, Assignment { member, team }).await;
    at.settle("assign", done).await
}

pub(super) async fn snooze(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let f = Staff::new(&at.web, at.seat.clone(), &at.tongue, "queue");
    let done = match until::asked(&at.web, &f, &at.typed).await? {
        Some(until) => requests::snooze(&at.web.app, &at.seat.desk, at.number, until).await,
        None => Err(Failure::Refused(Refusal::SnoozeInPast)),
    };
    at.settle("snooze", done).await
}

pub(super) async fn close(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let reason = at.typed.parsed::<NoReply>("reason");
    let resolution = Resolution {
        reason,
        seen: said(&at.typed).seen,
    };
    let done = requests::resolve(&at.web.app, &at.seat.desk, at.number, resolution).await;
    at.settle("close", done).await
}

pub(super) async fn reopen(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let done = requests::reopen(&at.web.app, &at.seat.desk, at.number).await;
    at.settle("", done).await
}

pub(super) async fn merge(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, text)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &text, typed)?;
    let joined = number(at.typed.text("joined"))?;
    let done = requests::merge(&at.web.app, &at.seat.desk, at.number, joined).await;
    at.settle("", done).await
}

pub(super) async fn not_just_thanks(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number, entry)): Entered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let entry: EntryId = entry.parse().map_err(|_| Problem::Missing)?;
    let done = requests::not_just_thanks(&at.web.app, &at.seat.desk, at.number, entry).await;
    at.settle("", done).await
}

pub(super) async fn answer_obligation(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, number)): Numbered,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let at = desk(web, tongue, seat, &number, typed)?;
    let finding = at.typed.owned("finding");
    let done =
        requests::answer_obligation(&at.web.app, &at.seat.desk, at.number, &finding, &said(&at.typed)).await;
    at.settle("obligation", done).await
}
