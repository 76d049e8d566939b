//! Signatures of what other systems post: HMAC-SHA256 (RFC 2104) over the time and the bytes, so that neither can be changed
//! and nothing old can be sent again later. It knows no secret and no clock: both are handed in.
//!
//! The header reads `t=1732444800,v1=5257a869...`: seconds since 1970, and the hexadecimal code of `t`, a point and the body.
//! Several `v1` may stand there, for the days in which a secret is exchanged.

use data_encoding::HEXLOWER_PERMISSIVE;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Signatures that one header may carry: the old secret's and the new one's, and as many again.
const SIGNATURES: usize = 4;
/// Bytes of a header: four signatures and a time are under 350.
const HEADER: usize = 512;

/// Why a signature doesn't hold. Whoever posted is told none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Bad {
    /// The header can't be read.
    #[error("no signature")]
    Shape,
    /// It was signed too long ago, or in the future.
    #[error("signed at another time")]
    Time,
    /// It was signed with another secret, or the bytes were changed.
    #[error("another secret")]
    Code,
}

fn code(secret: &[u8], at: i64, body: &[u8]) -> Hmac<Sha256> {
    let mut code = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length will do");
    code.update(at.to_string().as_bytes());
    code.update(b".");
    code.update(body);
    code
}

/// The header for a body, signed at so many seconds since 1970.
pub fn sign(secret: &[u8], at: i64, body: &[u8]) -> String {
    let code = code(secret, at, body).finalize().into_bytes();
    format!("t={at},v1={}", data_encoding::HEXLOWER.encode(&code))
}

/// Whether the header signs the body with this secret, within `window` seconds of `now` to either side. The codes are
/// compared in a time that tells nothing of them.
pub fn verify(secret: &[u8], header: &str, body: &[u8], (now, window): (i64, i64)) -> Result<(), Bad> {
    if header.len() > HEADER {
        return Err(Bad::Shape);
    }
    let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
    let at = parts().find(|(name, _)| *name == "t").ok_or(Bad::Shape)?.1;
    let at: i64 = at.parse().map_err(|_| Bad::Shape)?;
    let mut signed = parts().filter(|(name, _)| *name == "v1").peekable();
    signed.peek().ok_or(Bad::Shape)?;
    let right = signed.take(SIGNATURES).any(|(_, hex)| {
        let told = HEXLOWER_PERMISSIVE.decode(hex.as_bytes()).unwrap_or_default();
        code(secret, at, body).verify_slice(&told).is_ok()
    });
    if !right {
        return Err(Bad::Code);
    }
    // Asked last, so that a stranger learns nothing of our clock.
    let near = at.checked_sub(now).and_then(i64::checked_abs);
    if near.is_some_and(|apart| apart <= window) {
        Ok(())
    } else {
        Err(Bad::Time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"a secret of the practice";
    const BODY: &[u8] = br#"{"call":"1","event":"arrived"}"#;

    #[test]
    fn what_was_signed_holds_within_the_window_and_no_longer() {
        let header = sign(SECRET, 1_000, BODY);
        for now in [700, 1_000, 1_300] {
            assert_eq!(verify(SECRET, &header, BODY, (now, 300)), Ok(()));
        }
        for now in [699, 1_301, i64::MIN, i64::MAX] {
            assert_eq!(verify(SECRET, &header, BODY, (now, 300)), Err(Bad::Time));
        }
    }

    #[test]
    fn the_code_is_the_one_that_any_other_program_computes() {
        // printf '1000.{}' | openssl dgst -sha256 -hmac key
        assert_eq!(
            sign(b"key", 1_000, b"{}"),
            "t=1000,v1=c32de42341dece79a1511c9e7f74a2734112edcfcf48943c976faf07047065db"
        );
    }

    #[test]
    fn another_secret_another_time_or_another_byte_is_refused() {
        let header = sign(SECRET, 1_000, BODY);
        assert_eq!(verify(b"other", &header, BODY, (1_000, 300)), Err(Bad::Code));
        let later = header.replace("t=1000", "t=1001");
        assert_eq!(verify(SECRET, &later, BODY, (1_000, 300)), Err(Bad::Code));
        for at in 0..BODY.len() {
            let mut changed = BODY.to_vec();
            changed[at] ^= 1;
            assert_eq!(verify(SECRET, &header, &changed, (1_000, 300)), Err(Bad::Code));
        }
    }

    #[test]
    fn while_secrets_are_exchanged_either_signature_will_do() {
        let (old, new) = (sign(b"old", 1_000, BODY), sign(SECRET, 1_000, BODY));
        let both = format!("{old},{}", new.trim_start_matches("t=1000,"));
        assert_eq!(verify(SECRET, &both, BODY, (1_000, 300)), Ok(()));
        let many = format!("{old},{},{}", ["v1=00"; 9].join(","), "v1=00");
        assert_eq!(verify(SECRET, &many, BODY, (1_000, 300)), Err(Bad::Code));
    }

    #[test]
    fn what_is_no_signature_is_refused_and_nothing_breaks() {
        let long = format!("t=1000,v1={}", "a".repeat(600));
        for header in [
            "",
            "t=",
            "v1=",
            "t=1000",
            "t=x,v1=00",
            "v1=00,v1=01",
            "t=1000,v2=00",
            &long,
        ] {
            assert_eq!(
                verify(SECRET, header, BODY, (1_000, 300)),
                Err(Bad::Shape),
                "{header}"
            );
        }
        for header in ["t=1000,v1=", "t=1000,v1=zz", "t=1000,v1=é"] {
            assert_eq!(
                verify(SECRET, header, BODY, (1_000, 300)),
                Err(Bad::Code),
                "{header}"
            );
        }
    }
}
