//! Whether a form was posted from one of our own pages: the first wall against posts from other sites, before any token.
//! It reads headers only.

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

use crate::WebConfig;
use crate::errors::Problem;

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
