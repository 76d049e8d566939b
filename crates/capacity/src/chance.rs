//! Where the simulation's chance comes from: a stream of 64 bits that the caller hands in. Must not seed itself.

/// Random bits, and the two distributions that a queue needs of them.
pub trait Chance {
    /// The next 64 bits.
    fn bits(&mut self) -> u64;

    /// A number above 0 and at most 1.
    fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
        let bits = ((self.bits() >> 11) + 1) as f64;
        bits * (-53.0_f64).exp2()
    }

    /// Exponentially distributed, with the mean 1.
    fn exponential(&mut self) -> f64 {
        -self.unit().ln()
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): one word of state, the same stream on every machine. Not for secrets.
#[derive(Debug, Clone)]
pub struct Seeded(u64);

impl Seeded {
    /// The stream of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl Chance for Seeded {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_stream_of_the_published_algorithm() {
        let mut chance = Seeded::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| chance.bits()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn exponential_times_have_their_mean() {
        let mut chance = Seeded::new(7);
        let mean = (0..100_000).map(|_| chance.exponential()).sum::<f64>() / 100_000.0;
        assert!((mean - 1.0).abs() < 0.01, "{mean}");
    }
}
