//! Messages on their way out: what kinds there are, how a person is reached, and what follows from what a carrier said. It
//! knows no words of a letter, no server and no row.

use std::net::IpAddr;

use crate::people::System;
use crate::text::{self, Fault};
use crate::{Span, Time, limits};

crate::words! {
    /// What a letter is about. What it says is written anew at each attempt, and rests nowhere.
    Letter {
        /// To a patient: the request reached the practice.
        Arrived = "arrived",
        /// To a patient: an answer waits.
        Answer = "answer",
        /// To somebody who is asked to join a practice.
        Invitation = "invitation",
        /// To somebody who asked for another password.
        Reset = "reset",
        /// To a member: an alert must be acknowledged.
        Ring = "ring",
        /// To whoever set the mail up: it works.
        Test = "test",
        /// To a patient: would they recommend the practice?
        Survey = "survey",
    }
}

impl Letter {
    /// How long it is worth sending: after that it would tell of what is long over.
    pub const fn keeps(self) -> Span {
        match self {
            Self::Arrived | Self::Answer | Self::Invitation | Self::Survey => limits::LETTER_KEEPS,
            Self::Reset => limits::RESET_LINK,
            Self::Ring | Self::Test => limits::RING_KEEPS,
        }
    }

    /// Whether strangers can cause many of them to an address of somebody else's, so that they are counted.
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Ring | Self::Test)
    }

    /// Whether one that finds the address's hour full waits for the next one. The others said nothing that is lost with
    /// them: a patient has read on the page that the request arrived, and a reset can be asked for again.
    pub const fn waits_its_turn(self) -> bool {
        matches!(self, Self::Answer | Self::Invitation)
    }
}

crate::words! {
    /// Why a message did not go, or not yet.
    Why {
        /// The server refused the address or the letter for good.
        Refused = "refused",
        /// The server said to come again.
        Busy = "busy",
        /// The server could not be reached, or broke off.
        Unreachable = "unreachable",
        /// The server didn't take our name and password.
        SignIn = "sign_in",
        /// The server offers no encryption, or none that can be trusted.
        Encryption = "encryption",
        /// The server lies where this installation opens no connections to.
        Walled = "walled",
        /// The practice has no mail set up any more, or the key to its password is lost.
        NotSet = "not_set",
        /// There is no address to send it to.
        NoAddress = "no_address",
        /// The address had as many letters as it may in an hour.
        TooMany = "too_many",
        /// What it is about is over: taken back, accepted, ended.
        Over = "over",
        /// Said by a person who looked.
        Person = "person",
    }
}

crate::words! {
    /// How a connection to a mail server is kept from others.
    Security {
        /// Encrypted from the first byte (RFC 8314, 3.3).
        Tls = "tls",
        /// Encrypted before anything is said; a server that doesn't offer it gets nothing (RFC 3207).
        StartTls = "starttls",
        /// Not at all: to a server on this very machine only.
        None = "none",
    }
}

impl Security {
    /// The port that is meant where none is named (RFC 8314, 7.3; RFC 6409; RFC 5321).
    pub const fn port(self) -> u16 {
        match self {
            Self::Tls => 465,
            Self::StartTls => 587,
            Self::None => 25,
        }
    }
}

/// A mail server's name or address, as far as it can be told without asking for it.
pub fn host(typed: &str) -> Result<String, Fault> {
    let host = text::required_line(typed, limits::HOST_MAX)?.to_ascii_lowercase();
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && label
                .bytes()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
    };
    if host.parse::<IpAddr>().is_ok() || host.split('.').all(label) {
        Ok(host)
    } else {
        Err(Fault::Shape)
    }
}

/// Whether a host is this very machine, by its own name for itself.
pub fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// What a carrier says of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// The server took it.
    Yes,
    /// It was not taken, and may be tried again.
    NotNow(Why),
    /// It was not taken, and never will be.
    Never(Why),
    /// Nobody knows: the letter was given out, and the answer never came.
    Unknown,
}

/// What becomes of a message after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It went.
    Sent,
    /// Once more at this instant.
    Again(Time, Why),
    /// It won't go.
    Failed(Why),
    /// A person has to look.
    Unknown,
}

/// What follows from an attempt, the `tries`th of a message that is worth sending until `keeps_until`. Never a second
/// sending of what may have arrived.
pub fn after(carried: Carried, tries: i64, now: Time, keeps_until: Time) -> Next {
    match carried {
        Carried::Yes => Next::Sent,
        Carried::Never(why) => Next::Failed(why),
        Carried::Unknown => Next::Unknown,
        Carried::NotNow(why) => {
            let at = now + pause(tries);
            if at > keeps_until || tries >= limits::LETTER_TRIES {
                Next::Failed(why)
            } else {
                Next::Again(at, why)
            }
        }
    }
}

/// The pause after the `tries`th attempt: twice as long each time, from [`limits::LETTER_PAUSE`] to
/// [`limits::LETTER_PAUSE_MAX`].
fn pause(tries: i64) -> Span {
    let doublings = u32::try_from((tries - 1).clamp(0, 20)).unwrap_or(0);
    let pause = limits::LETTER_PAUSE.micros().saturating_mul(1 << doublings);
    Span::from_micros(pause.min(limits::LETTER_PAUSE_MAX.micros()))
}

/// A way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way<I> {
    /// Which one.
    pub id: I,
    /// What it is.
    pub system: System,
    /// Whether the person asked to be reached here and nowhere else (45 CFR 164.522(b)).
    pub confidential: bool,
    /// Whether it is the one that was given with the request that the letter is about.
    pub given: bool,
}

/// Where a letter about a request goes, if it may go anywhere by mail. The confidential channel outranks every other: where
/// it is a telephone, no letter is written at all. Else it is the address that was given with that very request; another one
/// of the same person may have been typed by somebody else.
pub fn mail_way<I: Copy>(ways: &[Way<I>]) -> Option<I> {
    let confidential = ways.iter().any(|way| way.confidential);
    let fits = |way: &&Way<I>| {
        way.system == System::Email && if confidential { way.confidential } else { way.given }
    };
    ways.iter().rev().find(fits).map(|way| way.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time::from_micros(1_767_600_000_000_000);

    fn way(id: u8, system: System, confidential: bool, given: bool) -> Way<u8> {
        Way {
            id,
            system,
            confidential,
            given,
        }
    }

    #[test]
    fn the_confidential_channel_outranks_the_address_that_was_given() {
        let given = way(1, System::Email, false, true);
        let kept = way(2, System::Email, true, false);
        assert_eq!(mail_way(&[given.clone(), kept.clone()]), Some(2));
        assert_eq!(mail_way(&[kept, given]), Some(2));
    }

    #[test]
    fn who_is_to_be_reached_by_telephone_alone_gets_no_letter() {
        let given = way(1, System::Email, false, true);
        let phone = way(2, System::Phone, true, false);
        assert_eq!(mail_way(&[given, phone]), None);
    }

    #[test]
    fn an_address_that_was_given_with_another_request_is_not_written_to() {
        let another = way(1, System::Email, false, false);
        let phone = way(2, System::Phone, false, true);
        assert_eq!(mail_way(&[another, phone]), None);
    }

    #[test]
    fn what_was_not_taken_goes_again_twice_as_late_each_time_until_it_is_worth_nothing() {
        let keeps = NOW + limits::LETTER_KEEPS;
        let again = |tries| after(Carried::NotNow(Why::Busy), tries, NOW, keeps);
        assert_eq!(again(1), Next::Again(NOW + limits::LETTER_PAUSE, Why::Busy));
        assert_eq!(
            again(3),
            Next::Again(
                NOW + Span::from_micros(4 * limits::LETTER_PAUSE.micros()),
                Why::Busy
            )
        );
        assert_eq!(
            again(limits::LETTER_TRIES - 1),
            Next::Again(NOW + limits::LETTER_PAUSE_MAX, Why::Busy)
        );
        assert_eq!(again(limits::LETTER_TRIES), Next::Failed(Why::Busy));
        let late = after(Carried::NotNow(Why::Busy), 1, NOW, NOW + Span::from_secs(1));
        assert_eq!(late, Next::Failed(Why::Busy));
    }

    #[test]
    fn what_may_have_arrived_is_never_sent_again_by_itself() {
        for tries in 0..100 {
            assert_eq!(
                after(Carried::Unknown, tries, NOW, NOW + limits::LETTER_KEEPS),
                Next::Unknown
            );
        }
    }

    #[test]
    fn a_mail_server_is_named_or_numbered_and_nothing_else() {
        for good in [
            "smtp.example.org",
            "LOCALHOST",
            "192.0.2.1",
            "2001:db8::1",
            "mail",
        ] {
            assert_eq!(host(good), Ok(good.to_ascii_lowercase()));
        }
        for bad in [
            "",
            "smtp.example.org:25",
            "user@host",
            "a b",
            "-a.example",
            "a..b",
            "a\r\nb",
            "http://x",
        ] {
            assert!(host(bad).is_err(), "{bad:?}");
        }
        assert!(is_here("localhost") && is_here("127.0.0.1") && is_here("::1"));
        assert!(!is_here("localhost.example.org") && !is_here("192.0.2.1"));
    }

    #[test]
    fn a_ring_is_not_counted_and_a_letter_that_a_stranger_can_cause_is() {
        let counted: Vec<_> = Letter::ALL.iter().filter(|letter| letter.is_counted()).collect();
        assert_eq!(
            counted,
            [
                &Letter::Arrived,
                &Letter::Answer,
                &Letter::Invitation,
                &Letter::Reset,
                &Letter::Survey
            ]
        );
    }
}
