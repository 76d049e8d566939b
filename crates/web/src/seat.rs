//! Who sits at which desk: the session's cookie, and the wall before every route of staff. A desk that isn't theirs and
//! one that isn't there are the same to whoever asks.

use std::sync::Arc;

use anteroom_app::alerts::{self, Ringing};
use anteroom_app::requests::view::Desk;
use anteroom_app::roster::view::uncovered;
use anteroom_app::staff::{self, Session};
use anteroom_app::{Failure, appointments};
use anteroom_core::access::Right;
use anteroom_core::{Time, limits};
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request, State};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::Problem;
use crate::forms::{Fields, Posted, cookie, encoded};
use crate::i18n::Tongue;
use crate::{live, seal, sign_in};

/// The cookie that holds a session's secret.
pub(crate) const COOKIE_NAME: &str = "anteroom_session";

/// Somebody signed in.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub session: Arc<Session>,
    /// The session's secret.
    pub secret: Arc<str>,
}

/// Somebody at a desk that is theirs.
#[derive(Clone)]
pub(crate) struct Seat {
    pub desk: Arc<Desk>,
    /// How many practices' desks they can open.
    pub desks: usize,
    /// How many visits are to be agreed on, for the bar.
    pub to_schedule: i64,
    /// The alerts for which they are rung.
    pub rings: Arc<Vec<Ringing>>,
    /// The lines that the desk has been told nobody holds, with since when.
    pub uncovered: Arc<Vec<(String, Time)>>,
    /// Where the live feed stood before anything of the page was read.
    pub mark: String,
    /// The session's secret.
    secret: Arc<str>,
}

impl Seat {
    /// A seat that nobody has: no session opens it, and nothing rings there.
    pub(crate) fn empty(desk: Arc<Desk>) -> Self {
        Self {
            desk,
            desks: 1,
            to_schedule: 0,
            rings: Arc::default(),
            uncovered: Arc::default(),
            mark: String::new(),
            secret: Arc::from(""),
        }
    }

    /// Whether it is this session's.
    pub(crate) fn is_of(&self, secret: &str) -> bool {
        *self.secret == *secret
    }

    /// Whether both are one session's at one desk.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.is_of(&other.secret) && self.desk.practice.id == other.desk.practice.id
    }

    /// Whether the session stands and opens this desk with the same role. Asking is no use of it.
    pub(crate) async fn still(&self, web: &Web) -> Result<bool, Failure> {
        let Some(session) = staff::peek(&web.app, &self.secret).await? else {
            return Ok(false);
        };
        match staff::desk(&web.app, &session, &self.desk.practice.slug).await {
            Ok(desk) => Ok(desk.role == self.desk.role && desk.member.id == self.desk.member.id),
            Err(Failure::Missing) => Ok(false),
            Err(failure) => Err(failure),
        }
    }

    /// The token that every form on the page carries.
    pub(crate) fn token(&self) -> String {
        seal::session_token(&self.secret)
    }
}

#[cfg(test)]
impl Seat {
    /// The seat of a session, for tests of rooms that are given one.
    pub(crate) async fn of(app: &anteroom_app::App, secret: &str, slug: &str) -> Self {
        let session = staff::peek(app, secret)
            .await
            .expect("a read")
            .expect("a session");
        let desk = staff::desk(app, &session, slug).await.expect("a desk");
        Self {
            to_schedule: 0,
            desk: Arc::new(desk),
            desks: session.practices.len(),
            rings: Arc::default(),
            uncovered: Arc::default(),
            mark: String::new(),
            secret: secret.into(),
        }
    }
}

/// The session's secret of a request, if it has the shape of one.
pub(crate) fn secret(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut found = cookies.filter_map(|header| cookie(header, COOKIE_NAME));
    found
        .next()
        .filter(|secret| !secret.is_empty() && secret.len() <= limits::URL_VALUE)
}

async fn signed_in(web: &Web, headers: &HeaderMap) -> Result<Option<SignedIn>, Problem> {
    let Some(secret) = secret(headers) else {
        return Ok(None);
    };
    let session = if headers.contains_key(live::BY_ITSELF) {
        staff::peek(&web.app, secret).await?
    } else {
        staff::session(&web.app, secret).await?
    };
    Ok(session.map(|session| SignedIn {
        session: Arc::new(session),
        secret: secret.into(),
    }))
}

/// To the sign-in, and back to the page that was asked for. Words that were posted with a session that has ended are
/// shown to their writer, not thrown away.
async fn to_sign_in(web: &Web, request: Request) -> Response {
    let tongue = Tongue::read_request(&request);
    let path = request
        .uri()
        .path_and_query()
        .map_or("", axum::http::uri::PathAndQuery::as_str);
    if request.method() == Method::POST {
        // "/desk/{slug}/requests/{number}" of the act's own path.
        let page = path.split('/').take(5).collect::<Vec<_>>().join("/");
        let typed = Posted::from_request(request, web)
            .await
            .map(|Posted(typed)| typed.owned("words"));
        if let Some(words) = typed.ok().filter(|words| !words.trim().is_empty()) {
            return sign_in::lapsed(tongue.words(), &page, words);
        }
    } else if path != "/desk" && path.len() <= limits::URL_VALUE {
        return Redirect::to(&format!("/desk/sign-in?next={}", encoded(path))).into_response();
    }
    Redirect::to("/desk/sign-in").into_response()
}

/// Lets in who is signed in.
pub(crate) async fn admit_session(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    match signed_in(&web, request.headers()).await {
        Ok(Some(signed_in)) => {
            request.extensions_mut().insert(signed_in);
            next.run(request).await
        }
        Ok(None) => to_sign_in(&web, request).await,
        Err(problem) => problem.into_response(),
    }
}

/// Lets in who works at the practice in the path with the right that the route asks for.
pub(crate) async fn admit(
    State((web, right)): State<(Web, Right)>,
    path: Result<RawPathParams, axum::extract::rejection::RawPathParamsRejection>,
    mut request: Request,
    next: Next,
) -> Response {
    let signed_in = match signed_in(&web, request.headers()).await {
        Ok(Some(signed_in)) => signed_in,
        Ok(None) => return to_sign_in(&web, request).await,
        Err(problem) => return problem.into_response(),
    };
    let Ok(path) = path else {
        return Problem::Encoding.into_response();
    };
    let slug = path
        .iter()
        .find(|(name, _)| *name == "slug")
        .map_or("", |(_, slug)| slug);
    let desk = match staff::desk(&web.app, &signed_in.session, slug)
        .await
        .map_err(Problem::from)
    {
        Ok(desk) if desk.role.may(right) => desk,
        Ok(_) => return Problem::Missing.into_response(),
        Err(problem) => return problem.into_response(),
    };
    let mark = web.live.mark(desk.practice.id);
    let rings = match alerts::ringing(&web.app, &desk).await.map_err(Problem::from) {
        Ok(rings) => Arc::new(rings),
        Err(problem) => return problem.into_response(),
    };
    let to_schedule = match appointments::open(&web.app, &desk).await.map_err(Problem::from) {
        Ok(open) => open,
        Err(problem) => return problem.into_response(),
    };
    let uncovered = match uncovered(&web.app, &desk).await.map_err(Problem::from) {
        Ok(uncovered) => Arc::new(uncovered),
        Err(problem) => return problem.into_response(),
    };
    let seat = Seat {
        to_schedule,
        uncovered,
        mark,
        rings,
        desk: Arc::new(desk),
        desks: signed_in.session.practices.len(),
        secret: signed_in.secret,
    };
    request.extensions_mut().insert(seat);
    next.run(request).await
}

impl<S: Sync> FromRequestParts<S> for Seat {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::Internal)
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::Internal)
    }
}

/// A form of staff: from one of our own pages, and with its session's token.
pub(crate) struct Written(pub Fields);

impl FromRequest<Web> for Written {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        let extensions = request.extensions();
        let secret = extensions.get::<Seat>().map(|seat| seat.secret.clone());
        let secret = secret.or_else(|| {
            extensions
                .get::<SignedIn>()
                .map(|signed_in| signed_in.secret.clone())
        });
        let Posted(fields) = Posted::from_request(request, web).await?;
        match secret {
            Some(secret) if seal::session_holds(&secret, fields.text("token")) => Ok(Self(fields)),
            _ => Err(Problem::Forged),
        }
    }
}

/// The header that begins a session in the browser, or ends it when the secret is empty.
pub(crate) fn set_cookie(web: &Web, secret: &str) -> (axum::http::HeaderName, HeaderValue) {
    let secure = if web.config.secure_cookies { "; Secure" } else { "" };
    let ends = if secret.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{COOKIE_NAME}={secret}; Path=/desk; HttpOnly; SameSite=Lax{secure}{ends}");
    (
        SET_COOKIE,
        HeaderValue::try_from(cookie).unwrap_or(HeaderValue::from_static("")),
    )
}
