//! Secrets of links and sessions: random, shown once, kept as digests.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use crate::App;

/// A new secret of 256 bits, as text for a URL or cookie, and its digest for the row.
pub(crate) fn fresh(app: &App) -> (String, [u8; 32]) {
    let secret = BASE64URL_NOPAD.encode(&app.random::<32>());
    let hash = digest(&secret);
    (secret, hash)
}

/// The digest of a secret that somebody shows. A plain SHA-256 will do: a secret of 256 random bits can't be guessed.
pub(crate) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// The digest of several texts, each with its length, so that no two lists are confused.
pub(crate) fn digest_all(texts: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().into()
}
