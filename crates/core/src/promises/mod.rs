//! What the practice promises its patients, as sentences with a number in them: one module a promise.
//!
//! Each knows its definition (a text by its name), its formula, its present value, its history, its outlook and the
//! action that follows when it is about to break. They are handed facts and instants; where the facts come from is the
//! business of app.

pub mod coverage;
pub mod hold;
pub mod nps;
pub mod open;
pub mod people;
pub mod response;
pub mod retention;
pub mod site;

crate::words! {
    /// The promises, in the order of the first page. The word names the definition and the texts, too.
    Name {
        /// Requests answered in time.
        Response = "response",
        /// Few requests open.
        Open = "open",
        /// Nobody on hold for long.
        Hold = "hold",
        /// No line without a person.
        Coverage = "coverage",
        /// Patients would recommend the practice.
        Nps = "nps",
        /// Enough people on shift.
        People = "people",
        /// The site answers.
        Site = "site",
        /// Patients come back.
        Retention = "retention",
    }
}

crate::words! {
    /// How a promise stands.
    Standing {
        /// It is kept, and will be as far as can be seen.
        Kept = "kept",
        /// It is kept now; the outlook breaks it.
        AtRisk = "risk",
        /// It is broken.
        Broken = "broken",
        /// Its door is not set up; it does not count in "of N".
        NotMeasured = "unmeasured",
    }
}

/// A promise as the first page shows it: how it stands, with the figures of its own module.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// Which.
    pub name: Name,
    /// How it stands.
    pub standing: Standing,
    /// Its own figures.
    pub figures: Figures,
}

/// The figures of a promise; each kind of promise has its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Figures {
    /// Requests answered in time.
    Response(response::Today),
    /// Few requests open.
    Open(open::Now),
    /// Nobody on hold for long.
    Hold(hold::Now),
    /// The site answers.
    Site(site::Now),
    /// No line without a person.
    Coverage(coverage::Now),
    /// Enough people on shift.
    People(people::Now),
    /// Patients come back.
    Retention(retention::Now),
    /// Patients would recommend the practice.
    Nps(nps::Now),
    /// Nothing to show until its door is set up.
    NotMeasured,
}

impl Figures {
    /// How the promise stands by them.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Response(today) => today.standing(),
            Self::Open(now) => now.standing(),
            Self::Hold(now) => now.standing(),
            Self::Site(now) => now.standing(),
            Self::Coverage(now) => now.standing(),
            Self::People(now) => now.standing(),
            Self::Retention(now) => now.standing(),
            Self::Nps(now) => now.standing(),
            Self::NotMeasured => Standing::NotMeasured,
        }
    }
}

impl Promise {
    /// A promise with its figures, which say how it stands.
    pub fn new(name: Name, figures: Figures) -> Self {
        Self {
            name,
            standing: figures.standing(),
            figures,
        }
    }
}

/// How many promises are kept, of how many that are measured. At risk is still kept.
pub fn kept(promises: &[Promise]) -> (usize, usize) {
    let measured = promises
        .iter()
        .filter(|promise| promise.standing != Standing::NotMeasured);
    let kept = measured
        .clone()
        .filter(|promise| promise.standing != Standing::Broken)
        .count();
    (kept, measured.count())
}

/// The nearest-rank percentile of sorted values: the smallest with at least `share` of all at or below it.
///
/// `None` for no values. `share` is above 0 and at most 1.
pub fn nearest_rank<T: Copy>(sorted: &[T], share: f64) -> Option<T> {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "lengths stay far below 2^52, and the product is between 0 and the length"
    )]
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied()
}

/// `part` of `whole`, or nothing to speak of when the whole is nothing.
pub fn share(part: u64, whole: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_value_that_occurred() {
        assert_eq!(nearest_rank(&[15, 20, 35, 40, 50], 0.3), Some(20));
        assert_eq!(nearest_rank(&[15, 20, 35, 40, 50], 0.5), Some(35));
        assert_eq!(nearest_rank(&[15, 20, 35, 40, 50], 1.0), Some(50));
        assert_eq!(nearest_rank(&[7], 0.01), Some(7));
        assert_eq!(nearest_rank::<i64>(&[], 0.5), None);
    }

    #[test]
    fn a_promise_that_is_not_measured_does_not_count_and_one_at_risk_is_still_kept() {
        let of = |standing| Promise {
            name: Name::Response,
            standing,
            figures: Figures::NotMeasured,
        };
        let page = [
            Standing::Kept,
            Standing::AtRisk,
            Standing::Broken,
            Standing::NotMeasured,
        ]
        .map(of);
        assert_eq!(kept(&page), (2, 3));
    }
}
