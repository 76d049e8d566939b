//! Who comes to the site, as far as the edge is told, handed on to be counted and forgotten here.

use std::convert::Infallible;

use anteroom_app::practices::Practice;
use anteroom_app::site::visits::{self, Deed, Search, Visitor};
use anteroom_core::limits;
use axum::extract::FromRequestParts;
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use std::time::Duration;

use crate::Web;
use crate::caller::Caller;

/// Letters of a browser's name for itself that tell it apart.
const AGENT: usize = 300;

/// A visitor of the site.
pub(crate) struct Visiting(Visitor);

impl FromRequestParts<Web> for Visiting {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let Caller(address) = Caller::from_request_parts(parts, web).await?;
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        // What a browser fetches before anybody asked for it is no visit.
        let ahead = header("sec-purpose").or(header("purpose")).is_some();
        let agent = header(USER_AGENT.as_str()).filter(|_| !ahead).unwrap_or_default();
        let agent = agent.chars().take(AGENT).collect();
        Ok(Self(Visitor { address, agent }))
    }
}

impl Visiting {
    /// Notes what they do.
    pub(crate) fn does(&self, web: &Web, practice: &Practice, deed: Deed) {
        if visits::note(&web.app, practice, &self.0, deed) {
            later(web);
        }
    }

    /// Notes that they search.
    pub(crate) fn searched(&self, web: &Web, practice: &Practice, search: Search<'_>) {
        if visits::searched(&web.app, practice, &self.0, search) {
            later(web);
        }
    }
}

/// Writes what was noted a little later, with whatever comes until then.
fn later(web: &Web) {
    let app = web.app.clone();
    let wait = Duration::from_micros(limits::VISITS_HELD.micros().unsigned_abs());
    tokio::spawn(async move {
        tokio::time::sleep(wait).await;
        if let Err(failure) = visits::flush(&app).await {
            crate::errors::noted(&failure);
        }
    });
}

/// Whether a script asks for the part of the page that changes.
pub(crate) struct Part(pub bool);

impl<S: Sync> FromRequestParts<S> for Part {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.headers.contains_key("x-part")))
    }
}
