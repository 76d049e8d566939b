//! The table of routes: each row a method, a path, the right it asks for and its handler. The router is built from the
//! rooms' tables and from nothing else, so that a test that walks them has seen every way in.

use anteroom_app::App;
use anteroom_core::access::Right;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, Version};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use axum::{Router, routing};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};

use crate::errors::Problem;
use crate::i18n::{self, Tongue};
use crate::{Web, WebConfig, seat};

/// Who may come in by a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Anybody.
    Nothing,
    /// Somebody signed in, at no desk in particular.
    SignedIn,
    /// A member of the practice in the path, whose role holds this right.
    Desk(Right),
}

/// A row of the table.
pub(crate) struct Route {
    #[cfg(test)]
    pub method: Method,
    pub path: &'static str,
    pub needs: Needs,
    handler: MethodRouter<Web>,
}

impl Route {
    /// A page.
    pub(crate) fn get<H, T>(path: &'static str, needs: Needs, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: 'static,
    {
        Self {
            #[cfg(test)]
            method: Method::GET,
            path,
            needs,
            handler: routing::get(handler),
        }
    }

    /// A form.
    pub(crate) fn post<H, T>(path: &'static str, needs: Needs, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: 'static,
    {
        Self {
            #[cfg(test)]
            method: Method::POST,
            path,
            needs,
            handler: routing::post(handler),
        }
    }
}

/// Every route of the product.
pub(crate) fn routes() -> Vec<Route> {
    let rooms = [
        crate::home::routes,
        crate::places::routes,
        crate::plan::routes,
        crate::alerts::routes,
        crate::ask::routes,
        crate::site::routes,
        crate::articles::routes,
        crate::status::routes,
        crate::surveys::routes,
        crate::sign_in::routes,
        crate::invitations::routes,
        crate::resets::routes,
        crate::setup::routes,
        crate::today::routes,
        crate::queue::routes,
        crate::views::routes,
        crate::visits::routes,
        crate::requests::routes,
        crate::calls::routes,
        crate::roster::routes,
        crate::people::routes,
        crate::appointments::routes,
        crate::live::routes,
        crate::drafts::routes,
        crate::palette::routes,
        crate::settings::routes,
        crate::definitions::routes,
        crate::files::routes,
    ];
    rooms.into_iter().flat_map(|room| room()).collect()
}

/// The whole edge, ready to be served.
pub fn router(app: App, config: WebConfig) -> Router {
    build(&Web::new(app, config), routes())
}

pub(crate) fn build(web: &Web, routes: Vec<Route>) -> Router {
    let mut whole = Router::new();
    for Route {
        path, needs, handler, ..
    } in routes
    {
        let handler = match needs {
            Needs::Nothing => handler,
            Needs::SignedIn => handler.layer(from_fn_with_state(web.clone(), seat::admit_session)),
            Needs::Desk(right) => handler.layer(from_fn_with_state((web.clone(), right), seat::admit)),
        };
        whole = whole.route(path, handler);
    }
    whole
        .fallback(elsewhere)
        .method_not_allowed_fallback(async || Problem::Method)
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(no_page)))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(web.clone(), finish))
        .layer(from_fn_with_state(web.clone(), harden))
        .with_state(web.clone())
}

/// Pages hold tokens beside words that others typed, whose lengths compression would tell (the BREACH attack); the assets
/// are what is heavy.
fn no_page(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    !kind.is_some_and(|kind| kind.starts_with("text/html"))
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let said = panic
        .downcast_ref::<&str>()
        .copied()
        .or(panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(said = said.unwrap_or("nothing"), "a handler panicked");
    Problem::Internal.into_response()
}

/// A path that no row has. With a slash at its end that a row doesn't have, it was meant without.
async fn elsewhere(method: Method, uri: Uri) -> Response {
    let path = uri.path();
    let meant = path.trim_end_matches('/');
    // Two slashes at the start would lead a browser to another host, and it reads a backslash as a slash.
    let ours = meant.starts_with('/') && !meant.contains("//") && !meant.contains('\\');
    if method == Method::GET && meant.len() + 1 == path.len() && ours {
        return Redirect::permanent(meant).into_response();
    }
    Problem::Missing.into_response()
}

/// Gives a problem its page in the reader's language, and keeps a language that was asked for.
async fn finish(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let tongue = Tongue::read(&parts);
    let response = next.run(Request::from_parts(parts, body)).await;
    let mut response = match response.extensions().get::<Problem>().copied() {
        Some(problem) => {
            let mut page = problem.page(tongue.words());
            // What a method's refusal says about the ways that are open stays (RFC 9110, 15.5.6).
            page.headers_mut()
                .extend(response.headers().get(ALLOW).map(|allow| (ALLOW, allow.clone())));
            page
        }
        None => response,
    };
    if let Some(lang) = tongue.asked {
        let secure = if web.config.secure_cookies { "; Secure" } else { "" };
        let cookie = format!(
            "{}={lang}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}",
            i18n::COOKIE_NAME
        );
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}

/// Nothing from elsewhere, nothing inline, nobody's frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers that every answer carries; a handler that set its own keeps them.
async fn harden(State(web): State<Web>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    keep(headers, CONTENT_SECURITY_POLICY, POLICY);
    keep(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    keep(headers, X_FRAME_OPTIONS, "DENY");
    keep(headers, REFERRER_POLICY, "same-origin");
    keep(
        headers,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    keep(
        headers,
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    keep(
        headers,
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    );
    keep(headers, CACHE_CONTROL, "no-store");
    if web.config.secure_cookies {
        // A year, as its RFC 6797 shows; not for the names below ours, which aren't ours to decide about.
        keep(headers, STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}

fn keep(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}

#[cfg(test)]
mod tests;
