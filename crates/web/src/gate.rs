//! The gate before forms that anybody may send: so many at once and so many a minute, for each address and for each
//! practice. It is told what time it is, forgets the oldest when it is full, and lives in this process only.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;

use anteroom_core::{Span, Time, limits};

/// A rate: a burst, and then one each so often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many may come at once.
    pub burst: i64,
    /// How long until one more may.
    pub every: Span,
}

/// The rates of the forms that anybody may send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Intake {
    /// From one address; a household or a waiting room may share one.
    pub address: Rate,
    /// To one practice, from everywhere.
    pub practice: Rate,
}

impl Default for Intake {
    fn default() -> Self {
        Self {
            address: Rate {
                burst: 20,
                every: Span::from_secs(30),
            },
            practice: Rate {
                burst: 300,
                every: Span::from_secs(1),
            },
        }
    }
}

impl Intake {
    /// No limit: for measuring, and behind a proxy that has its own.
    pub const OPEN: Intake = {
        let rate = Rate {
            burst: i64::MAX,
            every: Span::ZERO,
        };
        Intake {
            address: rate,
            practice: rate,
        }
    };
}

/// Who knocks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Knock {
    /// An IPv4 address, or the network of an IPv6 one (a household is given a /64: RFC 6177).
    Address([u8; 8]),
    Practice(String),
}

/// Keeps for each who knocks the instant at which their burst is whole again (the generic cell rate algorithm).
pub(crate) struct Gate {
    intake: Intake,
    whole_at: Mutex<BTreeMap<Knock, Time>>,
}

impl Gate {
    pub(crate) fn new(intake: Intake) -> Self {
        Self {
            intake,
            whole_at: Mutex::new(BTreeMap::new()),
        }
    }

    /// Lets one in by their address alone, for a door that is no practice's.
    pub(crate) fn knock_alone(&self, from: Option<IpAddr>, now: Time) -> Result<(), Span> {
        let Some(address) = from else {
            return Ok(());
        };
        let mut whole_at = self
            .whole_at
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        pass(
            &mut whole_at,
            Knock::Address(network(address)),
            self.intake.address,
            now,
        )
    }

    /// Lets one in, or says after how long the next may come. An address on this machine is one like any other.
    pub(crate) fn knock(&self, practice: &str, from: Option<IpAddr>, now: Time) -> Result<(), Span> {
        let mut whole_at = self
            .whole_at
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(address) = from {
            pass(
                &mut whole_at,
                Knock::Address(network(address)),
                self.intake.address,
                now,
            )?;
        }
        pass(
            &mut whole_at,
            Knock::Practice(practice.to_owned()),
            self.intake.practice,
            now,
        )
    }
}

fn network(address: IpAddr) -> [u8; 8] {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, d] = address.octets();
            // 0xff keeps it apart from every IPv6 network in use (RFC 4291: ff00::/8 is multicast).
            [0xff, 0xff, 0xff, 0xff, a, b, c, d]
        }
        IpAddr::V6(address) => {
            let octets = address.octets();
            std::array::from_fn(|at| octets[at])
        }
    }
}

fn pass(whole_at: &mut BTreeMap<Knock, Time>, who: Knock, rate: Rate, now: Time) -> Result<(), Span> {
    let whole = whole_at.get(&who).copied().unwrap_or(now).max(now) + rate.every;
    let room = Span::from_micros(rate.every.micros().saturating_mul(rate.burst));
    let too_soon = whole.since(now + room);
    if too_soon > Span::ZERO {
        return Err(too_soon);
    }
    if whole_at.len() >= limits::GATE_KEYS && !whole_at.contains_key(&who) {
        forget(whole_at, now);
    }
    whole_at.insert(who, whole);
    Ok(())
}

/// Forgets whose burst is whole again; if nobody's is, half of the rest, those who come nearest to it.
fn forget(whole_at: &mut BTreeMap<Knock, Time>, now: Time) {
    whole_at.retain(|_, whole| *whole > now);
    if whole_at.len() >= limits::GATE_KEYS {
        let mut times: Vec<Time> = whole_at.values().copied().collect();
        times.sort_unstable();
        let middle = times[times.len() / 2];
        whole_at.retain(|_, whole| *whole > middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time::from_micros(1_767_600_000_000_000);

    fn gate() -> Gate {
        let address = Rate {
            burst: 2,
            every: Span::from_secs(30),
        };
        Gate::new(Intake {
            address,
            practice: Rate {
                burst: 4,
                every: Span::from_secs(1),
            },
        })
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn an_address_gets_its_burst_and_then_one_each_so_often() {
        let gate = gate();
        assert_eq!(gate.knock("harbor", Some(ip("192.0.2.1")), NOW), Ok(()));
        assert_eq!(gate.knock("harbor", Some(ip("192.0.2.1")), NOW), Ok(()));
        assert_eq!(
            gate.knock("harbor", Some(ip("192.0.2.1")), NOW),
            Err(Span::from_secs(30))
        );
        assert_eq!(gate.knock("harbor", Some(ip("192.0.2.2")), NOW), Ok(()));
        assert_eq!(
            gate.knock("harbor", Some(ip("192.0.2.1")), NOW + Span::from_secs(30)),
            Ok(())
        );
    }

    #[test]
    fn a_household_with_many_ipv6_addresses_is_one_and_so_is_this_machine() {
        let gate = gate();
        assert_eq!(gate.knock("harbor", Some(ip("2001:db8::1")), NOW), Ok(()));
        assert_eq!(gate.knock("harbor", Some(ip("2001:db8::2")), NOW), Ok(()));
        assert!(gate.knock("harbor", Some(ip("2001:db8::3")), NOW).is_err());
        assert_eq!(gate.knock("harbor", Some(ip("2001:db8:0:1::3")), NOW), Ok(()));
        for _ in 0..2 {
            assert_eq!(gate.knock("elm", Some(ip("127.0.0.1")), NOW), Ok(()));
        }
        assert!(gate.knock("elm", Some(ip("127.0.0.1")), NOW).is_err());
        assert!(gate.knock_alone(Some(ip("127.0.0.1")), NOW).is_err());
    }

    #[test]
    fn a_practice_that_is_flooded_closes_its_form_and_leaves_the_neighbours_open() {
        let gate = gate();
        for last in 1..=4 {
            assert_eq!(
                gate.knock("harbor", Some(ip(&format!("192.0.2.{last}"))), NOW),
                Ok(())
            );
        }
        assert!(gate.knock("harbor", Some(ip("192.0.2.9")), NOW).is_err());
        assert_eq!(gate.knock("elm", Some(ip("192.0.2.10")), NOW), Ok(()));
    }

    #[test]
    fn what_the_gate_remembers_is_bounded_however_many_knock() {
        let gate = Gate::new(Intake {
            practice: Intake::OPEN.practice,
            ..Intake::default()
        });
        for at in 0..limits::GATE_KEYS + 10 {
            let address = u32::try_from(at).unwrap() + 0x0b00_0000;
            assert_eq!(
                gate.knock("harbor", Some(std::net::Ipv4Addr::from(address).into()), NOW),
                Ok(())
            );
        }
        assert!(gate.whole_at.lock().unwrap().len() <= limits::GATE_KEYS);
    }

    #[test]
    fn an_open_gate_never_closes() {
        let gate = Gate::new(Intake::OPEN);
        assert!((0..1000).all(|_| gate.knock("harbor", Some(ip("192.0.2.1")), NOW).is_ok()));
    }
}
