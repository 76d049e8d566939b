//! The two sums that model A is made of: `1 + z/(x+1) + z^2/((x+1)(x+2)) + ...`, taken around its largest term, and the
//! incomplete gamma function that it is a part of. Must not know of queues.

/// `sum of w(k)` with `w(k) / w(k-1) = z / (x + k)`, over k from 0 on, in units of its largest term.
///
/// All terms are positive, so that nothing cancels; each is right to some units in the last place for each step between it and
/// the largest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ladder {
    /// The term with k = 0; nothing if it is under 1e-30 of the sum.
    pub first: f64,
    /// All terms with k from 1 on.
    pub rest: f64,
    /// The sum of k times the term.
    pub moment: f64,
    /// Which term is the unit.
    pub unit: f64,
}

/// Under this part of a sum a term is left out where terms fall ever faster.
const NOTHING: f64 = 1e-30;
/// And under this part all terms together that are still to come.
const REST: f64 = 1e-19;

impl Ladder {
    /// `x` and `z` are above zero.
    pub fn new(x: f64, z: f64) -> Self {
        let unit = (z - x).floor().max(0.0);
        let mut ladder = Self {
            first: 0.0,
            rest: 0.0,
            moment: 0.0,
            unit,
        };
        ladder.down(x, z);
        ladder.up(x, z);
        ladder
    }

    /// From the largest term down to the first one.
    fn down(&mut self, x: f64, z: f64) {
        let mut k = self.unit;
        let mut term = 1.0;
        while k > 0.0 {
            self.rest += term;
            self.moment += k * term;
            term *= (x + k) / z;
            k -= 1.0;
            if term < NOTHING * self.rest {
                return;
            }
        }
        self.first = term;
    }

    /// From the largest term up, until what is still to come is nothing.
    fn up(&mut self, x: f64, z: f64) {
        let mut k = self.unit;
        let mut term = 1.0;
        loop {
            k += 1.0;
            term *= z / (x + k);
            self.rest += term;
            self.moment += k * term;
            // The ratios from here on are at most z / (x + k + 1): what is to come is less than a geometric sum.
            let next = x + k + 1.0;
            let tail = term * z / (next - z);
            let moments = tail * (k + next / (next - z));
            if tail <= REST * (self.first + self.rest) && moments <= REST * self.moment || term == 0.0 {
                return;
            }
        }
    }

    /// All terms.
    pub const fn sum(&self) -> f64 {
        self.first + self.rest
    }

    /// The share of the terms from the second on.
    pub const fn beyond_first(&self) -> f64 {
        self.rest / self.sum()
    }
}

/// The regularised lower incomplete gamma function `P(x, z)`: the sum over k from 0 on of `z^(x+k) e^-z / gamma(x+k+1)`.
pub(super) fn regularised(x: f64, z: f64, ladder: &Ladder) -> f64 {
    (density(x + ladder.unit, z) * ladder.sum()).min(1.0)
}

/// From here on Stirling's series is right to the last place.
const STIRLING: f64 = 16.0;

/// `z^y e^-z / gamma(y + 1)`.
fn density(y: f64, z: f64) -> f64 {
    if y < STIRLING {
        let y1 = y + 1.0;
        let mut product = 1.0;
        let mut from = y1;
        while from < STIRLING {
            product *= from;
            from += 1.0;
        }
        let log_gamma = (from - 0.5) * from.ln() - from + 0.5 * std::f64::consts::TAU.ln() + correction(from);
        return (y * z.ln() - z - log_gamma).exp() * product;
    }
    // exp(y ln(z/y) - z + y) with the near cancellation taken out: y and z are up to 1e10, and nearly equal where it counts.
    let off = (z - y) / y;
    (-y * less_log(off) - correction(y)).exp() / (std::f64::consts::TAU * y).sqrt()
}

/// What Stirling's formula for `ln gamma(y)` lacks, y from [`STIRLING`] on.
fn correction(y: f64) -> f64 {
    let s = (y * y).recip();
    ((((s / 1188.0 - 1.0 / 1680.0) * s + 1.0 / 1260.0) * s - 1.0 / 360.0) * s + 1.0 / 12.0) / y
}

/// `d - ln(1 + d)`, exact near zero.
fn less_log(d: f64) -> f64 {
    if d.abs() > 0.4 {
        return d - d.ln_1p();
    }
    // ln(1 + d) = 2 (s + s^3/3 + s^5/5 + ...) with s = d / (2 + d), and d - 2s = d s.
    let s = d / (2.0 + d);
    let square = s * s;
    let mut power = s * square;
    let mut odd = 3.0;
    let mut series = 0.0_f64;
    while power.abs() > f64::EPSILON * series.abs() * 0.1 {
        series += power / odd;
        power *= square;
        odd += 2.0;
    }
    d * s - 2.0 * series
}

/// `t - 1 + e^-t`, exact near zero; t is from zero on.
pub(super) fn less_decay(t: f64) -> f64 {
    if t > 0.5 {
        return t + (-t).exp_m1();
    }
    let mut term = t * t / 2.0;
    let mut sum = 0.0;
    let mut k = 3.0;
    while term.abs() > f64::EPSILON * sum * 0.1 {
        sum += term;
        term *= -t / k;
        k += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nearly_cancels_is_right_to_the_last_places() {
        for (d, expected) in [
            (1e-9, 4.999_999_996_666_667e-19),
            (-0.3, 0.056_674_943_938_732_38),
            (0.39, 0.060_696_252_857_399_61),
        ] {
            assert!(
                (less_log(d) / expected - 1.0).abs() < 1e-12,
                "{d}: {}",
                less_log(d)
            );
        }
        assert!((less_decay(1e-8) / 4.999_999_983_333_333e-17 - 1.0).abs() < 1e-14);
        assert!((less_decay(0.5) - (0.5 - 1.0 + (-0.5_f64).exp())).abs() < 1e-15);
    }

    #[test]
    fn the_incomplete_gamma_function_is_right_where_it_has_a_plain_form() {
        // P(1, z) = 1 - e^-z; P(2, z) = 1 - (1 + z) e^-z.
        for z in [1e-12_f64, 0.1, 1.0, 5.0, 30.0] {
            let one = regularised(1.0, z, &Ladder::new(1.0, z));
            assert!((one / -(-z).exp_m1() - 1.0).abs() < 1e-13, "{z}");
        }
        let two = regularised(2.0, 7.0, &Ladder::new(2.0, 7.0));
        assert!((two - (1.0 - 8.0 * (-7.0_f64).exp())).abs() < 1e-14);
    }
}
