//! Live screens: a stream of what changes at a practice, for each open page of its desk. It says which rows changed and how
//! they look now; a page asks for the rest itself. Nobody's stream holds what their role may not read.

use std::sync::Arc;

use anteroom_core::access::Right;
use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};

use crate::Web;
use crate::errors::Problem;
use crate::forms::Query;
use crate::i18n::Tongue;
use crate::seat::Seat;
use crate::serve::Guest;
use crate::table::{Needs, Route};

mod frames;
mod hub;
mod presence;
mod room;
mod screen;

pub(crate) use frames::here;
pub(crate) use hub::Hub;

/// The header of what a page's script asks by itself: it is no use of the session, which would otherwise never end.
pub(crate) const BY_ITSELF: HeaderName = HeaderName::from_static("anteroom-live");

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::get("/desk/{slug}/live", work, stream),
        Route::post("/desk/{slug}/requests/{number}/presence", work, presence::say),
    ]
}

/// A screen's stream. Whoever asks for a page instead finds none here.
async fn stream(
    State(web): State<Web>,
    headers: HeaderMap,
    tongue: Tongue,
    seat: Seat,
    guest: Option<Extension<Arc<Guest>>>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if !text(&ACCEPT).is_some_and(|kinds| kinds.contains("text/event-stream")) {
        return Err(Problem::Missing);
    }
    // A browser that comes back by itself says what it had; a page says what it was made of.
    let after = text(&HeaderName::from_static("last-event-id")).unwrap_or(query.text("after"));
    let stream = web.live.open(&web, seat, &tongue, after)?;
    let body = Body::new(stream.of(guest.map(|Extension(guest)| guest)));
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    // A proxy that gathers answers would hold every message back.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

#[cfg(test)]
mod stories;
