//! Whether a form was posted from one of our own pages: the first wall against posts from other sites, before any token.
//! It reads headers only.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::http::request::Parts;

use crate::errors::Problem;
use crate::{Web, WebConfig};

/// The address that browsers see, before the path of a link that is shown to be handed over.
pub(crate) struct Base(String);

impl Base {
    /// The whole link.
    pub(crate) fn link(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl FromRequestParts<Web> for Base {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        if let Some(public) = &web.config.public_base {
            return Ok(Self(public.clone()));
        }
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
        let scheme = if web.config.secure_cookies {
            "https"
        } else {
            "http"
        };
        Ok(Self(format!("{scheme}://{}", host.unwrap_or("localhost"))))
    }
}

/// Refuses what a browser says comes from another site. A browser too old to say anything is left to the tokens; so is
/// an Origin of `null`, which a page without a referrer sends.
pub(crate) fn own(headers: &HeaderMap, config: &WebConfig) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return if matches!(site, "same-origin" | "none") {
            Ok(())
        } else {
            Err(Problem::Forged)
        };
    }
    let Some(origin) = text(ORIGIN.as_str()).filter(|origin| *origin != "null") else {
        return Ok(());
    };
    let host = |address: &str| {
        address
            .split_once("://")
            .map(|(_, host)| host.trim_end_matches('/').to_owned())
    };
    let base = config.public_base.as_deref().and_then(host);
    let ours = [base.as_deref(), text(HOST.as_str())];
    let from = host(origin);
    if from.is_some() && ours.contains(&from.as_deref()) {
        Ok(())
    } else {
        Err(Problem::Forged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect();
        let config = WebConfig {
            public_base: Some("https://desk.example".to_owned()),
            ..WebConfig::default()
        };
        own(&headers, &config).is_ok()
    }

    #[test]
    fn our_own_pages_may_post_and_so_may_a_browser_that_says_nothing() {
        assert!(judged(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(judged(&[("origin", "https://desk.example")]));
        assert!(judged(&[
            ("host", "localhost:8080"),
            ("origin", "http://localhost:8080")
        ]));
        assert!(judged(&[("origin", "null")]));
        assert!(judged(&[]));
    }

    #[test]
    fn another_site_may_not_even_one_of_the_same_family() {
        assert!(!judged(&[("sec-fetch-site", "cross-site")]));
        assert!(!judged(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "https://desk.example")
        ]));
        assert!(!judged(&[
            ("origin", "https://evil.example"),
            ("host", "desk.example")
        ]));
        assert!(!judged(&[("origin", "https://desk.example.evil.example")]));
    }
}
