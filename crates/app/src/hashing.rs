//! Password hashing (argon2id, RFC 9106, in OWASP's least sizes): how many at once, in which memory, and how many wait.
//!
//! The memory is kept and used again: 19 MiB that are freed on one of a runtime's many threads stay with that thread, and
//! some hundred sign-ins would take gigabytes. Knows no account.

use std::sync::{Arc, Mutex, PoisonError};

use anteroom_core::limits;
use anteroom_store::StoreError;
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Argon2, Block, Params};
use tokio::sync::Semaphore;

/// Of nobody, so that trying an unknown account takes as long as trying a known one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IGhlcmU$PXbEdQlXfgMwi5VHC0ibKhWYVEBJzrzKCIpBHqgBhuk";

/// Turns at hashing, and the memory that goes with them.
pub(crate) struct Hashing {
    places: Arc<Semaphore>,
    turns: Arc<Semaphore>,
    memory: Arc<Mutex<Vec<Vec<Block>>>>,
}

impl Hashing {
    pub(crate) fn new() -> Self {
        Self {
            places: Arc::new(Semaphore::new(limits::HASHES + limits::HASH_QUEUE)),
            turns: Arc::new(Semaphore::new(limits::HASHES)),
            memory: Arc::default(),
        }
    }

    /// The password's hash, as a PHC string. `StoreError::Busy` if too many wait.
    pub(crate) async fn hash(&self, password: String, salt: [u8; 16]) -> Result<String, StoreError> {
        let made = self.with_memory(move |memory| made(&password, &salt, memory));
        made.await?.map_err(|error| StoreError::Wrong(error.to_string()))
    }

    /// Whether the hash is of this password; never for no hash, after as long. `StoreError::Busy` if too many wait.
    pub(crate) async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, StoreError> {
        self.with_memory(move |memory| {
            let right = verified(&password, hash.as_deref().unwrap_or(NOBODY), memory);
            right.unwrap_or(false) && hash.is_some()
        })
        .await
    }

    async fn with_memory<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut [Block]) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let place = self.places.clone().try_acquire_owned();
        let place = place.map_err(|_| StoreError::Busy)?;
        let turn = self.turns.clone().acquire_owned().await;
        let turn = turn.map_err(|_| StoreError::Busy)?;
        let kept = self.memory.clone();
        let work = move || {
            let memory = kept.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut memory = memory.unwrap_or_else(|| vec![Block::new(); Params::DEFAULT.block_count()]);
            let done = work(&mut memory);
            kept.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
            // Held until here even where whoever asked has gone: the work goes on without them.
            drop((turn, place));
            done
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| StoreError::Panicked)
    }
}

fn made(
    password: &str,
    salt: &[u8],
    memory: &mut [Block],
) -> Result<String, argon2::password_hash::phc::Error> {
    let argon = Argon2::default();
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    argon
        .hash_password_into_with_memory(password.as_bytes(), salt, &mut out, memory)
        .expect("the default sizes, a salt of 16 bytes and memory for them");
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(argon2::Version::default().into()),
        params: ParamsString::try_from(argon.params()).expect("the default sizes can be written"),
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(&out)?),
    };
    Ok(hash.to_string())
}

/// Nothing for a text that is no hash of ours: another algorithm, or sizes beyond the memory.
fn verified(password: &str, hash: &str, memory: &mut [Block]) -> Option<bool> {
    let hash = PasswordHash::new(hash).ok()?;
    let version = argon2::Version::try_from(hash.version?).ok()?;
    let params = Params::try_from(&hash).ok()?;
    let (salt, wanted) = (hash.salt?, hash.hash?);
    if hash.algorithm != ARGON2ID_IDENT {
        return None;
    }
    let argon = Argon2::new(argon2::Algorithm::Argon2id, version, params);
    let mut out = vec![0; wanted.len()];
    argon
        .hash_password_into_with_memory(password.as_bytes(), &salt, &mut out, memory)
        .ok()?;
    // Compares in constant time.
    Some(Output::new(&out).ok()? == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_right_for_its_own_hash_and_for_no_other() {
        let hashing = Hashing::new();
        let hash = hashing.hash("a long enough phrase".to_owned(), [7; 16]).await;
        let hash = hash.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let right = async |password: &str, hash: Option<&str>| {
            let verified = hashing.verify(password.to_owned(), hash.map(str::to_owned));
            verified.await.expect("a turn")
        };
        assert!(right("a long enough phrase", Some(&hash)).await);
        assert!(!right("another long phrase", Some(&hash)).await);
        assert!(!right("a long enough phrase", None).await);
        for not_ours in [
            "",
            "$2b$10$x",
            &hash.replace("argon2id", "argon2d"),
            &hash.replace("19456", "99999"),
        ] {
            assert!(!right("a long enough phrase", Some(not_ours)).await, "{not_ours}");
        }
    }

    #[tokio::test]
    async fn a_hash_by_the_librarys_own_hand_is_understood() {
        use argon2::PasswordHasher;
        let theirs: PasswordHash = Argon2::default()
            .hash_password_with_salt(b"a long enough phrase", &[7; 16])
            .expect("hashed");
        let hashing = Hashing::new();
        let ours = hashing.hash("a long enough phrase".to_owned(), [7; 16]).await;
        assert_eq!(ours, Ok(theirs.to_string()));
    }

    #[tokio::test]
    async fn who_comes_when_the_queue_is_full_is_told_to_come_again() {
        let hashing = Hashing::new();
        let all = u32::try_from(limits::HASHES + limits::HASH_QUEUE).expect("a small number");
        let taken = hashing.places.clone().try_acquire_many_owned(all);
        let taken = taken.expect("all places");
        assert_eq!(hashing.verify("x".to_owned(), None).await, Err(StoreError::Busy));
        drop(taken);
        assert_eq!(hashing.verify("x".to_owned(), None).await, Ok(false));
    }

    /// Resident memory in MiB, on pages of 4 KiB.
    #[cfg(target_os = "linux")]
    #[expect(
        clippy::disallowed_methods,
        reason = "a test asks the system what the process holds"
    )]
    fn resident() -> usize {
        let pages = std::fs::read_to_string("/proc/self/statm").expect("the process' sizes");
        let pages = pages
            .split(' ')
            .nth(1)
            .and_then(|pages| pages.parse::<usize>().ok());
        pages.expect("a number of pages") / 256
    }

    #[cfg(target_os = "linux")]
    #[tokio::test(flavor = "multi_thread")]
    async fn many_sign_ins_take_the_memory_of_two() {
        let hashing = Arc::new(Hashing::new());
        let before = resident();
        let mut tries = Vec::new();
        for _ in 0..60 {
            let hashing = hashing.clone();
            tries.push(tokio::spawn(
                async move { hashing.verify("x".to_owned(), None).await },
            ));
        }
        for one in tries {
            assert_eq!(one.await.expect("ran"), Ok(false));
        }
        let kept = hashing.memory.lock().expect("nobody panicked").len();
        assert!((1..=limits::HASHES).contains(&kept), "{kept} are kept");
        let grown = resident().saturating_sub(before);
        assert!(grown < 100, "{grown} MiB more");
    }
}
