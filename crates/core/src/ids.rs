//! Ids of rows: UUIDv7 (RFC 9562), made by the caller and passed in, so that core stays without a clock.

use std::fmt;
use std::str::FromStr;

/// A text that is no id: wrong length, or a letter that is not hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// 16 bytes of a UUIDv7: 48 bits of Unix milliseconds, then version, variant and 74 random bits (RFC 9562, 5.7).
///
/// `entropy` gives the random bits; its version and variant bits are overwritten.
pub fn uuid_v7(now: crate::Time, entropy: [u8; 10]) -> [u8; 16] {
    let millis = u64::try_from(now.micros().div_euclid(1_000))
        .unwrap_or(0)
        .to_be_bytes();
    let mut bytes = [0; 16];
    bytes[..6].copy_from_slice(&millis[2..]);
    bytes[6..].copy_from_slice(&entropy);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

/// 16 bytes of a UUIDv8 from a digest: the same thing gets the same id each time (RFC 9562, 5.8).
pub fn uuid_v8(digest: [u8; 32]) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

/// Writes 16 bytes in the 8-4-4-4-12 form.
fn write_uuid(bytes: [u8; 16], out: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.write_str("-")?;
        }
        write!(out, "{byte:02x}")?;
    }
    Ok(())
}

/// Reads the 8-4-4-4-12 form, hyphens where they belong and nowhere else.
fn read_uuid(text: &str) -> Result<[u8; 16], NotAnId> {
    let text = text.as_bytes();
    if text.len() != 36 {
        return Err(NotAnId);
    }
    let mut bytes = [0; 16];
    let mut digits = 0;
    for (at, letter) in text.iter().enumerate() {
        if matches!(at, 8 | 13 | 18 | 23) {
            if *letter != b'-' {
                return Err(NotAnId);
            }
            continue;
        }
        let value = char::from(*letter).to_digit(16).ok_or(NotAnId)?;
        let value = u8::try_from(value).map_err(|_| NotAnId)?;
        bytes[digits / 2] |= if digits % 2 == 0 { value << 4 } else { value };
        digits += 1;
    }
    Ok(bytes)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// The 16 bytes, as the database keeps them.
            pub const fn bytes(self) -> [u8; 16] {
                self.0
            }
        }

        impl From<[u8; 16]> for $name {
            fn from(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_uuid(self.0, out)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($name), "("))?;
                write_uuid(self.0, out)?;
                out.write_str(")")
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_uuid(text).map(Self)
            }
        }
    )+ };
}

ids! {
    /// A group or vendor that runs practices.
    OrganisationId;
    /// A practice: the wall around its patients.
    PracticeId;
    /// A sign-in, global to the installation.
    AccountId;
    /// A person who works at one practice.
    MemberId;
    /// A team of members.
    TeamId;
    /// A place where patients are seen.
    LocationId;
    /// A phone line.
    LineId;
    /// Somebody who asks.
    PersonId;
    /// Whom a request is about.
    PatientId;
    /// A phone number or address of a person.
    ContactPointId;
    /// A request: anything a patient wants.
    RequestId;
    /// A response clock.
    ClockId;
    /// A line in a request's history.
    EntryId;
    /// What happened to a request, without its words.
    EventId;
    /// A message on its way out.
    MessageId;
    /// Somebody asked to join a practice.
    InvitationId;
    /// A key under which a practice's secrets are sealed.
    DataKeyId;
    /// A wish for another password.
    ResetId;
    /// A filter of the queue under a name.
    ViewId;
    /// Something that was done to many requests at once.
    BulkId;
    /// Something that came in and is not understood yet.
    InboxId;
    /// Words of danger that somebody has to acknowledge.
    AlertId;
    /// A row of the audit.
    AuditId;
    /// A piece of work for the background.
    JobId;
    /// A weekly pattern, closure or opening.
    HoursId;
    /// Somebody who is to get a visit.
    ToScheduleId;
    /// A try to agree on a visit.
    TryId;
    /// Somebody asked whether they would recommend the practice.
    SurveyId;
    /// What somebody answered to that.
    AnswerId;
    /// Somebody on the phones at the same hours each week.
    ShiftId;
    /// Somebody on call.
    DutyId;
    /// A service that answers a line.
    AnsweringId;
    /// Somebody signed in on a line.
    SpellId;
    /// An article of the help centre.
    ArticleId;
    /// A category of the help centre.
    CategoryId;
    /// What somebody said of an article.
    OpinionId;
    /// Something to do about the site.
    SiteWorkId;
    /// A visit to the site.
    SiteVisitId;
    /// A telephone call.
    CallId;
    /// An appointment with a patient.
    VisitId;
    /// A patient who comes no more.
    DepartureId;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Time;

    #[test]
    fn an_id_reads_back_from_its_own_text() {
        let id = RequestId(uuid_v7(Time::from_micros(1_700_000_000_123_456), [0xff; 10]));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string(), "018bcfe5-687b-7fff-bfff-ffffffffffff");
    }

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let early = uuid_v7(Time::from_micros(1_000_000), [0xff; 10]);
        let late = uuid_v7(Time::from_micros(1_001_000), [0; 10]);
        assert!(early < late);
    }

    #[test]
    fn text_that_is_no_id_is_refused() {
        for text in [
            "",
            "1042",
            "018bcfe5687b7fffbfffffffffffffffffff",
            "018bcfe5-687b-7fff-bfff-fffffffffffg",
        ] {
            assert_eq!(text.parse::<RequestId>(), Err(NotAnId), "{text}");
        }
    }
}
