//! `anteroom simulate`: worlds with faults, judged seed by seed. Built with the feature `simulate` alone.

use anteroom_sim::judge::{Verdict, judge};
use anyhow::bail;
use clap::Args;

use crate::world;

/// Worlds with faults.
#[derive(Debug, Args)]
pub struct Simulate {
    /// The first seed; the same seed makes the same world
    #[arg(long)]
    seed: u64,
    /// How many seeds from it on
    #[arg(long, default_value = "1")]
    count: u64,
    /// Days of each world
    #[arg(long, default_value = "2", value_parser = clap::value_parser!(u16).range(1..=60))]
    days: u16,
}

impl Simulate {
    /// Judges each, and prints what all of them went through as JSON; fails at the first that breaks a promise.
    pub async fn run(self) -> anyhow::Result<()> {
        let mut all = Verdict::default();
        for seed in self.seed..self.seed.saturating_add(self.count) {
            match judge(seed, i64::from(self.days)).await {
                Ok(verdict) => all.add(verdict),
                Err(broken) => bail!(
                    "seed {seed} breaks a promise at {:?}: {} {}; `anteroom simulate --seed {seed} --days {}` does so again",
                    broken.at,
                    broken.promise,
                    broken.said,
                    self.days
                ),
            }
        }
        let told = serde_json::json!({
            "seeds": self.count,
            "requests": all.requests,
            "crashes": all.crashes,
            "posts_twice": all.doubles,
            "clock_steps": all.steps,
            "acts_swapped": all.swaps,
            "checks": all.checks,
        });
        world::say(&told.to_string())
    }
}
