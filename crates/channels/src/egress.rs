//! The egress wall: to which addresses this installation opens connections. A name is looked up once, what it means is
//! judged, and the connection goes to that very address, so that a name can't lead inside between the look and the step.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

/// Addresses of one name that are judged: real ones have a handful.
const ADDRESSES: usize = 16;

/// A network, as `10.1.2.0/24` or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u8,
}

/// A text that is no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotANetwork;

impl std::fmt::Display for NotANetwork {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("give an address or a network, such as 127.0.0.1 or 10.1.2.0/24")
    }
}

impl std::error::Error for NotANetwork {}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let first: IpAddr = address.parse().map_err(|_| NotANetwork)?;
        let most = if first.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.parse().map_err(|_| NotANetwork)?,
            None => most,
        };
        if bits > most {
            return Err(NotANetwork);
        }
        Ok(Self { first, bits })
    }
}

impl Network {
    fn holds(self, address: IpAddr) -> bool {
        let (own, theirs, width) = match (self.first, address) {
            (IpAddr::V4(own), IpAddr::V4(theirs)) => {
                (u128::from(own.to_bits()), u128::from(theirs.to_bits()), 32)
            }
            (IpAddr::V6(own), IpAddr::V6(theirs)) => (own.to_bits(), theirs.to_bits(), 128),
            _ => return false,
        };
        let shift = width - u32::from(self.bits);
        own.checked_shr(shift).unwrap_or(0) == theirs.checked_shr(shift).unwrap_or(0)
    }
}

/// What may be connected to: the public internet, and the networks that the administrator named.
#[derive(Debug, Clone, Default)]
pub struct Wall {
    allowed: Vec<Network>,
}

/// Why a name was not connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// It leads nowhere.
    Unknown,
    /// It leads where no connection is opened to.
    Walled,
}

impl Wall {
    /// The wall with doors to these networks.
    pub fn new(allowed: Vec<Network>) -> Self {
        Self { allowed }
    }

    /// Whether an address may be connected to.
    pub fn allows(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        is_public(address) || self.allowed.iter().any(|network| network.holds(address))
    }

    /// The addresses of a host that may be connected to, at least one.
    pub async fn resolve(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, Stopped> {
        let found: io::Result<Vec<SocketAddr>> = match host.parse::<IpAddr>() {
            Ok(address) => Ok(vec![SocketAddr::new(address, port)]),
            Err(_) => tokio::net::lookup_host((host, port))
                .await
                .map(|found| found.take(ADDRESSES).collect()),
        };
        let found = found
            .ok()
            .filter(|found| !found.is_empty())
            .ok_or(Stopped::Unknown)?;
        let allowed: Vec<_> = found
            .into_iter()
            .filter(|place| self.allows(place.ip()))
            .collect();
        if allowed.is_empty() {
            Err(Stopped::Walled)
        } else {
            Ok(allowed)
        }
    }
}

/// Whether an address is on the public internet (IANA's registries of special-purpose addresses: RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || a == 0
        // Shared by carriers (RFC 6598), protocol assignments (RFC 6890), benchmarks (RFC 2544).
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b))
        // Multicast, reserved and broadcast.
        || a >= 224;
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    let embedded = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match parts {
        // An IPv4 address behind a translator (RFC 6052) or a 6to4 relay (RFC 3056): what it leads to is judged.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => embedded(high, low),
        // Teredo and other protocol assignments (RFC 4380, RFC 2928), documentation (RFC 3849).
        [0x2001, 0..=0x01ff | 0x0db8, ..] => false,
        // Everything handed out so far is in 2000::/3 (RFC 4291): loopback, local and multicast are not.
        [first, ..] => first >> 13 == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn nothing_inside_is_connected_to() {
        let wall = Wall::default();
        for inside in [
            "127.0.0.1",
            "127.255.0.9",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:0:1::",
            "2001:db8::1",
            "::127.0.0.1",
        ] {
            assert!(!wall.allows(ip(inside)), "{inside}");
        }
        for outside in [
            "9.9.9.9",
            "2620:fe::fe",
            "64:ff9b::909:909",
            "::ffff:9.9.9.9",
            "172.32.0.1",
        ] {
            assert!(wall.allows(ip(outside)), "{outside}");
        }
    }

    #[test]
    fn what_the_administrator_named_is_connected_to_and_its_neighbour_is_not() {
        let wall = Wall::new(vec![
            "10.1.2.0/24".parse().expect("a network"),
            "::1".parse().expect("an address"),
        ]);
        assert!(wall.allows(ip("10.1.2.255")) && wall.allows(ip("::1")));
        assert!(wall.allows(ip("::ffff:10.1.2.3")));
        assert!(!wall.allows(ip("10.1.3.0")) && !wall.allows(ip("127.0.0.1")));
        let all = Wall::new(vec!["0.0.0.0/0".parse().expect("a network")]);
        assert!(all.allows(ip("127.0.0.1")) && !all.allows(ip("::1")));
        for bad in ["", "10.0.0.0/33", "x", "10.0.0.0/", "10.0.0.0/-1", "::/129"] {
            assert_eq!(bad.parse::<Network>(), Err(NotANetwork), "{bad}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_stopped_at_the_address() {
        let wall = Wall::default();
        assert_eq!(wall.resolve("localhost", 25).await, Err(Stopped::Walled));
        assert_eq!(wall.resolve("127.0.0.1", 25).await, Err(Stopped::Walled));
        assert_eq!(wall.resolve("no such host", 25).await, Err(Stopped::Unknown));
        let open = Wall::new(vec!["127.0.0.0/8".parse().expect("a network")]);
        let found = open.resolve("127.0.0.1", 25).await.expect("allowed");
        assert_eq!(found, ["127.0.0.1:25".parse().expect("a place")]);
    }
}
