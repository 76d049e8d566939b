//! What is to be expected in a half hour of the week, from the same half hour of the weeks before. Must not know what is counted.
//!
//! The mean is Huber's, for counts (Cantoni and Ronchetti 2001): a count further than [`CLIP`] standard deviations of a Poisson
//! count from the mean pulls at it no more than one that far, so that one snow day or one burst moves it little; and what
//! clipping takes from a Poisson count on average is put back, so that small counts are not underestimated, as a median or a
//! trimmed mean does (the median of counts with the mean 0.6 is mostly 0).

use crate::fault::{Fault, at_most, from_zero};
use crate::limits;

/// Half hours of a week.
pub const SLOTS: usize = 336;

/// Weeks in which a half hour must be known before anything is said of it.
pub const LEAST_WEEKS: usize = 2;

/// Standard deviations from which on a count pulls no harder: 97 % of what a mean makes of clean counts.
const CLIP: f64 = 1.6;

/// Above this mean what clipping takes from a Poisson count is nothing to speak of: under 0.1 of one thing.
const ROUND: f64 = 400.0;

/// What is to be expected.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Expected {
    /// So many on average.
    pub mean: f64,
    /// The standard error of the mean.
    pub error: f64,
    /// From so many weeks.
    pub weeks: usize,
}

/// What is to be expected from the counts of some weeks; nothing of a week that is not known, such as one when the desk was shut.
pub fn expected(counts: &[Option<f64>]) -> Result<Expected, Fault> {
    at_most("the number of weeks", small(counts.len()), small(limits::WEEKS))?;
    let known: Vec<f64> = counts.iter().copied().flatten().collect();
    for count in &known {
        at_most("a count", from_zero("a count", *count)?, limits::COUNT)?;
    }
    if known.len() < LEAST_WEEKS {
        return Err(Fault::NoHistory {
            known: known.len(),
            needed: LEAST_WEEKS,
        });
    }
    let mean = centre(&known);
    Ok(Expected {
        mean,
        error: error(&known, mean),
        weeks: known.len(),
    })
}

/// The half hours of a week from [`SLOTS`] counts of each week, the oldest week first or last; nothing where fewer than
/// [`LEAST_WEEKS`] are known. Refuses a history in which no half hour is known well enough.
pub fn week(weeks: &[Vec<Option<f64>>]) -> Result<Vec<Option<Expected>>, Fault> {
    let slot = |slot: usize| -> Result<Option<Expected>, Fault> {
        let counts: Vec<_> = weeks
            .iter()
            .map(|week| week.get(slot).copied().flatten())
            .collect();
        match expected(&counts) {
            Err(Fault::NoHistory { .. }) => Ok(None),
            expected => expected.map(Some),
        }
    };
    let slots = (0..SLOTS).map(slot).collect::<Result<Vec<_>, _>>()?;
    if slots.iter().all(Option::is_none) {
        let known = weeks
            .iter()
            .filter(|week| week.iter().any(Option::is_some))
            .count();
        return Err(Fault::NoHistory {
            known: known.min(LEAST_WEEKS - 1),
            needed: LEAST_WEEKS,
        });
    }
    Ok(slots)
}

fn clipped(count: f64, mean: f64) -> f64 {
    ((count - mean) / mean.sqrt()).clamp(-CLIP, CLIP)
}

/// The mean at which the clipped deviations add up to what they add up to for Poisson counts.
fn centre(counts: &[f64]) -> f64 {
    let highest = counts.iter().copied().fold(0.0, f64::max);
    if highest == 0.0 {
        return 0.0;
    }
    let n = small(counts.len());
    let pull = |mean: f64| counts.iter().map(|count| clipped(*count, mean)).sum::<f64>() - n * lost(mean);
    let (mut low, mut high) = (0.0, highest + 3.0 * highest.sqrt() + 3.0);
    // Halved 60 times the bracket is under 1e-9 of the highest count that is taken in.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if pull(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The average clipped deviation of a Poisson count.
fn lost(mean: f64) -> f64 {
    if mean > ROUND {
        return 0.0;
    }
    let mut probability = (-mean).exp();
    let mut left = 1.0;
    let mut count = 0.0;
    let mut sum = 0.0;
    // From here on all deviations are clipped alike.
    let last = mean + CLIP * mean.sqrt();
    while count < last {
        sum += probability * clipped(count, mean);
        left -= probability;
        count += 1.0;
        probability *= mean / count;
    }
    sum + left.max(0.0) * CLIP
}

/// The standard error: that of Poisson counts, or what the counts themselves show if that is more. With nothing ever counted, one
/// in twice as many weeks.
fn error(counts: &[f64], mean: f64) -> f64 {
    let n = small(counts.len());
    if mean == 0.0 {
        return (2.0 * n).recip();
    }
    let pulls: Vec<f64> = counts.iter().map(|count| clipped(*count, mean)).collect();
    let middle = pulls.iter().sum::<f64>() / n;
    let spread = pulls.iter().map(|pull| (pull - middle).powi(2)).sum::<f64>() / (n - 1.0);
    let inside = pulls.iter().filter(|pull| pull.abs() < CLIP).count().max(1);
    let seen = spread.sqrt() * n / small(inside);
    (mean / n).sqrt() * seen.max(1.0)
}

#[expect(clippy::cast_precision_loss, reason = "weeks of a history are few")]
const fn small(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::{Chance, Seeded};

    fn known(counts: &[f64]) -> Vec<Option<f64>> {
        counts.iter().copied().map(Some).collect()
    }

    fn poisson(mean: f64, chance: &mut Seeded) -> f64 {
        let (mut count, mut left) = (-1.0, mean);
        while left > 0.0 {
            count += 1.0;
            left -= chance.exponential();
        }
        count
    }

    #[test]
    fn one_burst_in_eight_weeks_moves_the_mean_little() {
        let calm = expected(&known(&[9.0, 11.0, 10.0, 10.0, 9.0, 11.0, 10.0, 10.0])).unwrap();
        let burst = expected(&known(&[9.0, 11.0, 10.0, 10.0, 9.0, 11.0, 10.0, 90.0])).unwrap();
        assert!((calm.mean - 10.0).abs() < 0.2, "{calm:?}");
        assert!((burst.mean - calm.mean) < 1.0, "{burst:?}");
    }

    #[test]
    fn small_counts_are_not_underestimated() {
        for mean in [0.2, 0.6, 1.5, 6.0, 40.0] {
            let mut chance = Seeded::new(11);
            let (mut sum, mut inside) = (0.0, 0.0);
            for _ in 0..2000 {
                let counts: Vec<f64> = (0..8).map(|_| poisson(mean, &mut chance)).collect();
                let is = expected(&known(&counts)).unwrap();
                sum += is.mean;
                inside += f64::from((is.mean - mean).abs() <= 2.0 * is.error.max((mean / 8.0).sqrt()));
            }
            let average = sum / 2000.0;
            assert!((average / mean - 1.0).abs() < 0.04, "{average} instead of {mean}");
            assert!(
                inside / 2000.0 > 0.93,
                "{mean}: {inside} of 2000 within two errors"
            );
        }
    }

    #[test]
    fn the_error_is_that_of_counts_and_more_when_weeks_differ_more() {
        let calm = expected(&known(&[10.0; 8])).unwrap();
        assert!((calm.error - (calm.mean / 8.0).sqrt()).abs() < 1e-9);
        let wild = expected(&known(&[2.0, 19.0, 4.0, 16.0, 3.0, 18.0, 2.0, 17.0])).unwrap();
        assert!(wild.error > 2.0 * calm.error, "{wild:?}");
    }

    #[test]
    fn a_half_hour_in_which_nothing_ever_came_expects_nothing_and_says_how_sure_that_is() {
        let nothing = expected(&known(&[0.0; 8])).unwrap();
        assert_eq!((nothing.mean, nothing.error), (0.0, 1.0 / 16.0));
    }

    #[test]
    fn weeks_that_are_not_known_are_left_out_and_too_few_are_refused() {
        let counts = [Some(4.0), None, Some(6.0), None];
        assert_eq!(expected(&counts).unwrap().weeks, 2);
        assert_eq!(
            expected(&[Some(4.0), None]),
            Err(Fault::NoHistory { known: 1, needed: 2 })
        );
        assert_eq!(week(&[]), Err(Fault::NoHistory { known: 0, needed: 2 }));
        assert!(expected(&[Some(-1.0), Some(1.0)]).is_err());
        assert!(expected(&[Some(f64::NAN), Some(1.0)]).is_err());
    }
}
