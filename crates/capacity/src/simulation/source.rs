//! What comes in: a list of jobs, and Poisson streams whose rate changes by the clock. Must not know who does them.

use super::Job;
use crate::chance::Chance;
use crate::fault::{Fault, above, from_zero};

/// Jobs in the order in which they come.
pub trait Source {
    /// The next one; nothing after the last.
    fn next<C: Chance>(&mut self, chance: &mut C) -> Option<Job>;
}

/// Jobs that are known beforehand, in the order in which they come.
#[derive(Debug, Clone)]
pub struct Listed(std::vec::IntoIter<Job>);

impl Listed {
    /// They are put into the order of their times.
    pub fn new(mut jobs: Vec<Job>) -> Self {
        jobs.sort_by(|a, b| a.at.total_cmp(&b.at));
        Self(jobs.into_iter())
    }
}

impl Source for Listed {
    fn next<C: Chance>(&mut self, _: &mut C) -> Option<Job> {
        self.0.next()
    }
}

/// How many come a second, step by step.
#[derive(Debug, Clone)]
pub struct Rates {
    /// From when, and how many a second; in the order of time.
    steps: Vec<(f64, f64)>,
    until: f64,
}

impl Rates {
    /// Each step holds until the next, the last one until `until`; before the first nothing comes.
    pub fn new(steps: Vec<(f64, f64)>, until: f64) -> Result<Self, Fault> {
        from_zero("the end of the last step", until)?;
        for (from, rate) in &steps {
            from_zero("the beginning of a step", *from)?;
            from_zero("arrivals a second", *rate)?;
        }
        let mut steps = steps;
        steps.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(Self { steps, until })
    }

    /// The instant after `at` by which so much more than at `at` is expected to have come.
    fn after(&self, at: f64, mut wanted: f64) -> Option<f64> {
        let first = self
            .steps
            .partition_point(|(from, _)| *from <= at)
            .saturating_sub(1);
        for (index, (from, rate)) in self.steps.iter().enumerate().skip(first) {
            let from = from.max(at);
            let next = self
                .steps
                .get(index + 1)
                .map_or(self.until, |(next, _)| next.min(self.until));
            let comes = (next - from).max(0.0) * rate;
            if wanted <= comes && *rate > 0.0 {
                return Some(from + wanted / rate);
            }
            wanted -= comes;
        }
        None
    }
}

/// A Poisson stream of jobs of one class, with exponentially distributed handling and patience.
#[derive(Debug, Clone)]
pub struct Stream {
    /// How many come a second.
    pub rates: Rates,
    /// The mean seconds that one takes.
    pub handling: f64,
    /// The mean seconds until one gives up; nothing if none does.
    pub patience: Option<f64>,
    /// Seconds in which one should be taken up.
    pub within: f64,
    /// What they are of; lower is more pressing.
    pub class: u32,
}

impl Stream {
    fn checked(self) -> Result<Self, Fault> {
        above("handling", self.handling)?;
        self.patience
            .map_or(Ok(1.0), |patience| above("patience", patience))?;
        from_zero("the time to answer in", self.within)?;
        Ok(self)
    }

    fn job<C: Chance>(&self, after: f64, chance: &mut C) -> Option<Job> {
        let at = self.rates.after(after, chance.exponential())?;
        let handling = self.handling * chance.exponential();
        let patience = self
            .patience
            .map_or(f64::INFINITY, |mean| mean * chance.exponential());
        Some(Job {
            at,
            handling,
            patience,
            due: at + self.within,
            class: self.class,
        })
    }
}

/// Jobs that stand in the queue already, and streams side by side.
#[derive(Debug, Clone)]
pub struct Streams {
    standing: Listed,
    coming: Vec<(Stream, Option<Job>)>,
    begun: bool,
}

impl Streams {
    /// The jobs of `standing` come at their own times.
    pub fn new(standing: Vec<Job>, streams: Vec<Stream>) -> Result<Self, Fault> {
        let coming: Result<Vec<_>, Fault> = streams
            .into_iter()
            .map(|stream| Ok((stream.checked()?, None)))
            .collect();
        Ok(Self {
            standing: Listed::new(standing),
            coming: coming?,
            begun: false,
        })
    }
}

impl Source for Streams {
    fn next<C: Chance>(&mut self, chance: &mut C) -> Option<Job> {
        if !self.begun {
            self.begun = true;
            for (stream, next) in &mut self.coming {
                *next = stream.job(0.0, chance);
            }
        }
        let listed = self
            .standing
            .0
            .as_slice()
            .first()
            .map_or(f64::INFINITY, |job| job.at);
        let soonest = self
            .coming
            .iter_mut()
            .filter_map(|(stream, next)| next.map(|job| (stream, next, job)))
            .min_by(|a, b| a.2.at.total_cmp(&b.2.at));
        match soonest {
            Some((stream, next, job)) if job.at < listed => {
                *next = stream.job(job.at, chance);
                Some(job)
            }
            _ => self.standing.next(chance),
        }
    }
}
