//! What can't be answered, and what can instead. Must not know which page or command asked.

use thiserror::Error;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// A number that must be above nothing isn't, or is no number at all.
    #[error("{what} must be a number above zero, and is {is}")]
    NotAbove {
        /// Which.
        what: &'static str,
        /// What it is.
        is: f64,
    },
    /// A number that must be at least nothing isn't.
    #[error("{what} must be a number from zero on, and is {is}")]
    Negative {
        /// Which.
        what: &'static str,
        /// What it is.
        is: f64,
    },
    /// A share must lie between nothing and all, without either.
    #[error("{what} must be a share above 0 and under 1, and is {is}")]
    NotAShare {
        /// Which.
        what: &'static str,
        /// What it is.
        is: f64,
    },
    /// A number is beyond what is reckoned with.
    #[error("{what} is {is}, and at most {most} is reckoned with")]
    TooMuch {
        /// Which.
        what: &'static str,
        /// What it is.
        is: f64,
        /// The most.
        most: f64,
    },
    /// Nobody gives up, and more comes in than is done.
    #[error("with {people} the queue would grow without end; {least} or more can keep up")]
    Endless {
        /// The people asked for.
        people: u32,
        /// The least who keep up.
        least: u32,
    },
    /// No number of people answers everybody in time.
    #[error("no number of people answers everybody in time; {share} can be met, with {people}")]
    Everybody {
        /// A share that can be met.
        share: f64,
        /// By so many.
        people: u32,
    },
    /// The most people that are reckoned with don't meet it.
    #[error(
        "{most} people, the most that are reckoned with, answer {best} in time, and {asked} is asked for"
    )]
    OutOfReach {
        /// The most people.
        most: u32,
        /// The share that they answer in time.
        best: f64,
        /// The share asked for.
        asked: f64,
    },
    /// The history is too short to say anything.
    #[error("there are {known} weeks of history, and {needed} are needed")]
    NoHistory {
        /// Weeks that are known.
        known: usize,
        /// Weeks that are needed.
        needed: usize,
    },
}

/// `is` as a number above zero.
pub(crate) fn above(what: &'static str, is: f64) -> Result<f64, Fault> {
    if is > 0.0 && is.is_finite() {
        Ok(is)
    } else {
        Err(Fault::NotAbove { what, is })
    }
}

/// `is` as a number from zero on.
pub(crate) fn from_zero(what: &'static str, is: f64) -> Result<f64, Fault> {
    if is >= 0.0 && is.is_finite() {
        Ok(is)
    } else {
        Err(Fault::Negative { what, is })
    }
}

/// `is`, if it isn't beyond what is reckoned with.
pub(crate) fn at_most(what: &'static str, is: f64, most: f64) -> Result<f64, Fault> {
    if is <= most {
        Ok(is)
    } else {
        Err(Fault::TooMuch { what, is, most })
    }
}

/// `is` as a share that leaves room on both sides.
pub(crate) fn share(what: &'static str, is: f64) -> Result<f64, Fault> {
    if is > 0.0 && is < 1.0 {
        Ok(is)
    } else {
        Err(Fault::NotAShare { what, is })
    }
}
