//! Seals that prove a form was made here: the patients' form token with its time and key under the practice's key, and
//! the staff's token against posts from other sites, under their session's secret. It knows no page; instants and
//! randomness are handed in.

use anteroom_core::{Span, Time, limits};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Makes and checks the seals of a practice's forms, under the key that every node shares.
#[derive(Clone)]
pub(crate) struct Seal([u8; 32]);

/// What a form's token turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Checked {
    /// Made here, for this form, long enough ago and not too long; with the form's key.
    Good(String),
    /// Sent back faster than a person types.
    Early,
    /// Too old, forged, for another form, or absent: the page gives a fresh one.
    Stale,
}

impl Seal {
    pub(crate) const fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// A token for a form: when it was made, its key, and the seal over both and the form's own name.
    pub(crate) fn form(&self, form: &str, now: Time, key: [u8; 16]) -> String {
        let (made, key) = (now.micros().to_string(), HEXLOWER.encode(&key));
        let tag = mac(&self.0, &["form", form, &made, &key]).finalize().into_bytes();
        format!("{made}.{key}.{}", HEXLOWER.encode(&tag))
    }

    /// Checks a form's token; `least` is the time that filling it in takes a person.
    pub(crate) fn check(&self, form: &str, token: &str, now: Time, least: Span) -> Checked {
        let mut parts = token.splitn(3, '.');
        let (Some(made), Some(key), Some(tag)) = (parts.next(), parts.next(), parts.next()) else {
            return Checked::Stale;
        };
        if !holds(&self.0, &["form", form, made, key], tag) {
            return Checked::Stale;
        }
        let Ok(made) = made.parse() else {
            return Checked::Stale;
        };
        let age = now.since(Time::from_micros(made));
        if age < least {
            Checked::Early
        } else if age > limits::FORM_LIFE {
            Checked::Stale
        } else {
            Checked::Good(key.to_owned())
        }
    }
}

/// The token that each form of a session carries. Who doesn't know the session's secret can't make it.
pub(crate) fn session_token(secret: &str) -> String {
    HEXLOWER.encode(&mac(secret.as_bytes(), &["session"]).finalize().into_bytes())
}

/// Whether a form carries its session's token; takes the same time whatever is wrong with it.
pub(crate) fn session_holds(secret: &str, token: &str) -> bool {
    holds(secret.as_bytes(), &["session"], token)
}

fn mac(key: &[u8], parts: &[&str]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    for part in parts {
        // Lengths keep "ab" + "c" apart from "a" + "bc".
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part.as_bytes());
    }
    mac
}

fn holds(key: &[u8], parts: &[&str], hex: &str) -> bool {
    HEXLOWER
        .decode(hex.as_bytes())
        .is_ok_and(|tag| mac(key, parts).verify_slice(&tag).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time::from_micros(1_767_600_000_000_000);
    const LEAST: Span = Span::from_secs(3);

    fn later(seconds: i64) -> Time {
        NOW + Span::from_secs(seconds)
    }

    #[test]
    fn a_form_is_taken_from_three_seconds_to_a_day_after_it_was_made() {
        let seal = Seal::new([7; 32]);
        let token = seal.form("ask/harbor", NOW, [1; 16]);
        assert_eq!(seal.check("ask/harbor", &token, later(2), LEAST), Checked::Early);
        assert_eq!(
            seal.check("ask/harbor", &token, later(3), LEAST),
            Checked::Good("01".repeat(16))
        );
        assert!(matches!(
            seal.check("ask/harbor", &token, later(24 * 3600), LEAST),
            Checked::Good(_)
        ));
        assert_eq!(
            seal.check("ask/harbor", &token, later(24 * 3600 + 1), LEAST),
            Checked::Stale
        );
    }

    #[test]
    fn a_token_is_worth_nothing_changed_or_on_another_form_or_under_another_key() {
        let seal = Seal::new([7; 32]);
        let token = seal.form("ask/harbor", NOW, [1; 16]);
        assert_eq!(seal.check("ask/elm", &token, later(60), LEAST), Checked::Stale);
        assert_eq!(
            Seal::new([8; 32]).check("ask/harbor", &token, later(60), LEAST),
            Checked::Stale
        );
        let older = token.replacen("17", "16", 1);
        for forged in [older.as_str(), "", "a.b.c", "..", &token[..token.len() - 2]] {
            assert_eq!(
                seal.check("ask/harbor", forged, later(60), LEAST),
                Checked::Stale,
                "{forged}"
            );
        }
    }

    #[test]
    fn a_sessions_token_fits_that_session_only() {
        let token = session_token("one");
        assert!(session_holds("one", &token));
        assert!(!session_holds("two", &token));
        assert!(!session_holds("one", ""));
        assert!(!session_holds("one", &token.to_uppercase()));
    }
}
