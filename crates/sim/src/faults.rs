//! What goes wrong in a world, drawn from its seed: crashes before any statement or commit, posts that come twice, acts in
//! another order, clocks that step. Decides when, never what follows.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_core::Span;
use anteroom_store::{Hook, HookPoint, StoreError};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const CALM: u64 = u64::MAX;
/// Statements of the longest act, with some to spare: a crash falls before any of them, or not at all.
const POINTS: u64 = 60;
/// The farthest that a clock steps from the world's.
const SKEW: Span = Span::from_secs(240);

/// Crashes a store: counts the points that it passes, and fails everything from one on.
#[derive(Clone)]
pub struct Storm(Arc<AtomicU64>);

impl Storm {
    /// A calm one, with the hook for a store.
    pub fn new() -> (Self, Hook) {
        let left = Arc::new(AtomicU64::new(CALM));
        let counted = left.clone();
        let hook = move |_: HookPoint<'_>| {
            let before = counted.load(Ordering::Relaxed);
            if before == CALM {
                return Ok(());
            }
            // Once crashed, everything fails until somebody starts the machine again.
            counted.store(before.saturating_sub(1), Ordering::Relaxed);
            if before <= 1 {
                return Err(StoreError::Unavailable("crashed".to_owned()));
            }
            Ok(())
        };
        (Self(left), Arc::new(hook))
    }

    fn after(&self, points: u64) {
        self.0.store(points, Ordering::Relaxed);
    }

    /// Whether it crashed; from here on it is calm.
    fn over(&self) -> bool {
        self.0.swap(CALM, Ordering::Relaxed) == 0
    }
}

/// How often what goes wrong.
pub struct Faults {
    storm: Option<Storm>,
    chance: ChaCha8Rng,
    skew: Span,
    /// Crashes so far.
    pub crashes: u64,
    /// Posts that came twice so far.
    pub doubles: u64,
    /// Steps of a clock so far.
    pub steps: u64,
    /// Acts that went before an earlier one so far.
    pub swaps: u64,
}

impl Faults {
    /// None at all.
    pub fn none() -> Self {
        Self::drawn(None, 0)
    }

    /// Drawn from a seed; the storm is that of the world's store.
    pub fn seeded(storm: Storm, seed: u64) -> Self {
        Self::drawn(Some(storm), seed)
    }

    fn drawn(storm: Option<Storm>, seed: u64) -> Self {
        Self {
            storm,
            chance: ChaCha8Rng::seed_from_u64(seed ^ 0xFA17),
            skew: Span::ZERO,
            crashes: 0,
            doubles: 0,
            steps: 0,
            swaps: 0,
        }
    }

    /// Before an act: perhaps a crash lies ahead.
    pub fn brew(&mut self) {
        if let Some(storm) = &self.storm
            && self.chance.random_ratio(1, 8)
        {
            storm.after(self.chance.random_range(1..=POINTS));
        }
    }

    /// After an act: whether it crashed.
    pub fn crashed(&mut self) -> bool {
        let crashed = self.storm.as_ref().is_some_and(Storm::over);
        self.crashes += u64::from(crashed);
        crashed
    }

    /// Whether a post comes a second time.
    pub fn double(&mut self) -> bool {
        let double = self.storm.is_some() && self.chance.random_ratio(1, 10);
        self.doubles += u64::from(double);
        double
    }

    /// Whether the act after the next one goes first.
    pub fn swap(&mut self) -> bool {
        let swap = self.storm.is_some() && self.chance.random_ratio(1, 12);
        self.swaps += u64::from(swap);
        swap
    }

    /// How far the machine's clock is from the world's; now and then it steps, back or forth.
    pub fn skew(&mut self) -> Span {
        if self.storm.is_some() && self.chance.random_ratio(1, 25) {
            let most = SKEW.micros();
            self.skew = Span::from_micros(self.chance.random_range(-most..=most));
            self.steps += 1;
        }
        self.skew
    }
}
