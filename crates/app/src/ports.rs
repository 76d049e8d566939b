//! What the use cases need of the world: an instant, random bytes, the database.

use std::sync::{Arc, Mutex, PoisonError};

use anteroom_core::Time;
use anteroom_core::ids::uuid_v7;
use anteroom_store::Store;

use crate::hashing::Hashing;
use crate::hours::Cache;
use crate::letters::Mailroom;
use crate::site::Site;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Time;
}

/// Gives bytes that nobody can guess.
pub trait Entropy: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the product reads the machine's clock"
    )]
    fn now(&self) -> Time {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        Time::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands.
struct Standing(Time);

impl Clock for Standing {
    fn now(&self) -> Time {
        self.0
    }
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the product asks for randomness"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The use cases' world; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    pub(crate) hours: Arc<Cache>,
    pub(crate) hashing: Arc<Hashing>,
    pub(crate) mail: Arc<Mailroom>,
    pub(crate) site: Arc<Site>,
    last_id: Arc<Mutex<[u8; 16]>>,
}

impl App {
    /// A world of these parts.
    pub fn new(store: Store, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self {
            store,
            clock,
            entropy,
            hours: Arc::default(),
            hashing: Arc::new(Hashing::new()),
            mail: Arc::new(Mailroom::closed()),
            site: Arc::default(),
            last_id: Arc::default(),
        }
    }

    /// The same world with a mailroom, without which no letter leaves.
    #[must_use]
    pub fn with_mail(self, mail: Mailroom) -> Self {
        Self {
            mail: Arc::new(mail),
            ..self
        }
    }

    /// The same world under a clock that stands: what is asked of it is answered as of that instant.
    #[must_use]
    pub fn at(&self, now: Time) -> Self {
        Self {
            clock: Arc::new(Standing(now)),
            ..self.clone()
        }
    }

    /// Now.
    pub fn now(&self) -> Time {
        self.clock.now()
    }

    /// A new id, of the kind asked for. Ids of one process sort in the order in which they were made, those of one
    /// millisecond too (RFC 9562, 6.2): lines and events of one instant are listed as they happened.
    pub fn id<I: From<[u8; 16]>>(&self) -> I {
        let made = uuid_v7(self.now(), self.random());
        let mut last = self.last_id.lock().unwrap_or_else(PoisonError::into_inner);
        *last = if made > *last { made } else { following(*last) };
        I::from(*last)
    }

    /// Bytes that nobody can guess.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}

/// The id after one: of its random bits, the last 62 never all are ones in the life of a process.
fn following(id: [u8; 16]) -> [u8; 16] {
    u128::from_be_bytes(id).wrapping_add(1).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use anteroom_core::ids::EventId;
    use anteroom_store::testing::OPENED;

    use super::*;

    struct Still;

    impl Clock for Still {
        fn now(&self) -> Time {
            OPENED
        }
    }

    #[test]
    fn ids_of_one_instant_sort_in_the_order_in_which_they_were_made() {
        let store = Store::inline(Arc::new(|_| Ok(()))).expect("a store");
        let app = App::new(store, Arc::new(Still), Arc::new(SystemEntropy));
        let made: Vec<EventId> = (0..100).map(|_| app.id()).collect();
        assert!(made.is_sorted_by(|one, next| one < next), "{made:?}");
        let bytes = made.iter().map(|id| id.bytes());
        for bytes in bytes {
            assert_eq!((bytes[6] >> 4, bytes[8] >> 6), (7, 2), "still a UUIDv7");
        }
    }
}
