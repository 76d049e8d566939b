//! Whose address a request comes from. A header is believed from a proxy that was named, and from nobody else.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use anteroom_core::Span;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::Web;
use crate::errors::Problem;

/// Where a form came from, as far as it can be known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caller(pub(crate) Option<IpAddr>);

impl FromRequestParts<Web> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(peer.map(|ConnectInfo(peer)| {
            behind(peer.ip(), &parts.headers, &web.config.proxies)
        })))
    }
}

impl Caller {
    /// Lets an address try a password, or says that it has tried too often.
    pub(crate) fn tries(self, web: &Web) -> Result<(), Problem> {
        web.gate
            .knock_alone(self.0, web.app.now())
            .map_err(|wait| Problem::TooMany(seconds(wait)))
    }
}

/// Whole seconds, rounded up.
pub(crate) fn seconds(wait: Span) -> u64 {
    u64::try_from(wait.micros().div_euclid(1_000_000) + 1).unwrap_or(1)
}

/// Walks from the peer back through the named proxies to the first address that is none of them: each proxy adds the one
/// that it saw at the end, and what stands before that may be anybody's invention.
fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let named = |address: IpAddr| proxies.iter().any(|proxy| proxy.to_canonical() == address);
    let mut nearest = peer.to_canonical();
    let lines = headers.get_all("x-forwarded-for").iter().rev();
    let mut entries = lines.flat_map(|line| line.to_str().unwrap_or_default().rsplit(','));
    while named(nearest) {
        let Some(before) = entries.next().and_then(|entry| address(entry.trim())) else {
            break;
        };
        nearest = before;
    }
    nearest
}

/// An address as proxies write it, some with a port.
fn address(text: &str) -> Option<IpAddr> {
    let alone = text.parse().ok();
    let with_port = || text.parse::<SocketAddr>().ok().map(|socket| socket.ip());
    alone
        .or_else(with_port)
        .map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &[&str], proxies: &[&str]) -> String {
        let line = |line: &&str| ("x-forwarded-for".parse().unwrap(), line.parse().unwrap());
        let headers: HeaderMap = forwarded.iter().map(line).collect();
        let proxies: Vec<IpAddr> = proxies.iter().map(|proxy| proxy.parse().unwrap()).collect();
        behind(peer.parse().unwrap(), &headers, &proxies).to_string()
    }

    #[test]
    fn behind_a_named_proxy_the_address_is_the_one_that_it_saw() {
        assert_eq!(seen("127.0.0.1", &["192.0.2.7"], &["127.0.0.1"]), "192.0.2.7");
        assert_eq!(
            seen("::ffff:127.0.0.1", &["192.0.2.7"], &["127.0.0.1"]),
            "192.0.2.7"
        );
        assert_eq!(seen("::1", &["[2001:db8::7]:443"], &["::1"]), "2001:db8::7");
        let two = ["10.0.0.1", "127.0.0.1"];
        assert_eq!(seen("127.0.0.1", &["192.0.2.7, 10.0.0.1"], &two), "192.0.2.7");
        assert_eq!(seen("127.0.0.1", &["192.0.2.7", "10.0.0.1"], &two), "192.0.2.7");
    }

    #[test]
    fn a_header_from_a_stranger_is_ignored_and_so_is_what_a_stranger_wrote_before_the_proxy() {
        assert_eq!(seen("192.0.2.9", &["192.0.2.7"], &["127.0.0.1"]), "192.0.2.9");
        assert_eq!(seen("127.0.0.1", &["192.0.2.7"], &[]), "127.0.0.1");
        assert_eq!(
            seen("127.0.0.1", &["198.51.100.1, 192.0.2.9"], &["127.0.0.1"]),
            "192.0.2.9"
        );
        assert_eq!(
            seen("127.0.0.1", &["127.0.0.1", "192.0.2.9"], &["127.0.0.1"]),
            "192.0.2.9"
        );
    }

    #[test]
    fn a_proxy_that_says_nothing_that_can_be_read_is_one_address_itself() {
        assert_eq!(seen("127.0.0.1", &[], &["127.0.0.1"]), "127.0.0.1");
        assert_eq!(
            seen("127.0.0.1", &["192.0.2.7, unknown"], &["127.0.0.1"]),
            "127.0.0.1"
        );
        assert_eq!(seen("127.0.0.1", &[""], &["127.0.0.1"]), "127.0.0.1");
    }
}
