//! Waiting in model A: while everybody is busy the queue moves on by who is done and by who gives up, and its length is a ladder
//! of positive terms. Must not know how long handling takes: only ratios and the patience matter.
//!
//! With `x` = people * patience / handling, `z` = arrivals * patience and `t` in units of the patience, whoever has to wait would
//! wait longer than `t` with the probability `lower_gamma(x, z e^-t) / lower_gamma(x, z)` if they stayed (Zeltyn and Mandelbaum
//! 2005, section 5, put for exponential patience).

use super::gamma::{Ladder, less_decay, regularised};

#[derive(Debug, Clone)]
pub(super) struct Impatient {
    /// Mean seconds.
    patience: f64,
    x: f64,
    z: f64,
    ladder: Ladder,
}

/// What the whole queue, with people free and busy, makes of the ladder.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Everybody is busy.
    pub p_wait: f64,
    /// Somebody is free.
    pub p_free: f64,
    /// Everybody is busy and nobody waits.
    pub p_full: f64,
    /// How many wait.
    pub mean_queue: f64,
}

impl Impatient {
    pub fn new(x: f64, z: f64, patience: f64) -> Self {
        Self {
            patience,
            x,
            z,
            ladder: Ladder::new(x, z),
        }
    }

    /// As many as come while one is patient: the mean queue over it is the share that gives up.
    pub const fn pressure(&self) -> f64 {
        self.z
    }

    /// The probabilities, when `inverse_loss` is one over the loss formula for the people.
    pub fn over(&self, inverse_loss: f64) -> Told {
        let Ladder { first, moment, .. } = self.ladder;
        // Where the first term is nothing, so is the time with somebody free.
        let free = if first > 0.0 {
            first * (inverse_loss - 1.0)
        } else {
            0.0
        };
        let all = free + self.ladder.sum();
        Told {
            p_wait: self.ladder.sum() / all,
            p_free: if free.is_finite() { free / all } else { 1.0 },
            p_full: first / all,
            mean_queue: moment / all,
        }
    }

    /// Of those who have to wait, the share that is answered, and within so many seconds.
    pub fn served_within(&self, seconds: f64) -> f64 {
        let (longer, late) = self.after(seconds / self.patience);
        let served = self.x / self.z * self.ladder.beyond_first();
        (served - longer * self.x / self.z * late.beyond_first()).max(0.0)
    }

    /// Of those who have to wait, the share that neither was answered nor gave up after so many seconds.
    pub fn waits_longer(&self, seconds: f64) -> f64 {
        let t = seconds / self.patience;
        self.after(t).0 * (-t).exp()
    }

    /// The share that would wait longer than `t` if they stayed, and the ladder of those who then still wait.
    fn after(&self, t: f64) -> (f64, Ladder) {
        let z = (self.z * (-t).exp()).max(f64::MIN_POSITIVE);
        let late = Ladder::new(self.x, z);
        let longer = if self.ladder.first > 0.0 && late.first > 0.0 {
            // (z e^-t / z)^x e^(z - z e^-t), where the parts that nearly cancel are taken together.
            let power = (self.x - self.z) * (-t).exp_m1() - self.x * less_decay(t);
            power.exp() * (late.sum() / late.first) * (self.ladder.first / self.ladder.sum())
        } else {
            // So many come that lower_gamma(x, z) is gamma(x) but for 1e-25 of it.
            regularised(self.x, z, &late)
        };
        (longer.min(1.0), late)
    }
}
