//! A clock that is set and chance that is seeded: the world's ports.

use std::sync::{Arc, Mutex, PoisonError};

use anteroom_app::{Clock, Entropy};
use anteroom_core::{Span, Time};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A clock that stands until it is set.
#[derive(Debug)]
pub struct SetClock(Mutex<Time>);

impl SetClock {
    /// A clock that stands at an instant.
    pub fn at(now: Time) -> Self {
        Self(Mutex::new(now))
    }

    /// Sets it; it may go backwards, as clocks of machines do.
    pub fn set(&self, now: Time) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Time {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Bytes from a seed: the same seed gives the same bytes.
#[derive(Debug)]
pub struct SeededEntropy(Mutex<ChaCha8Rng>);

impl SeededEntropy {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha8Rng::seed_from_u64(seed)))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(bytes);
    }
}

/// A clock that goes as another does, so far ahead of it or behind: a demo's.
pub struct ShiftedClock {
    clock: Arc<dyn Clock>,
    by: Span,
}

impl ShiftedClock {
    /// One that stands at `then` now.
    pub fn at(clock: Arc<dyn Clock>, then: Time) -> Self {
        let by = then.since(clock.now());
        Self { clock, by }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Time {
        self.clock.now() + self.by
    }
}
