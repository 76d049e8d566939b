//! The bounds of everything here that could grow without one, each with its reason. Must not know who asks.

/// People: the largest call centres of the world have some tens of thousands.
pub const PEOPLE: u32 = 100_000;

/// Offered load, in people: ten times as many as can be put on, so that an overload is still described and not refused.
pub const LOAD: f64 = 1e6;

/// Mean patience, in mean handling times. Beyond it nobody gives up, which is what model C says at a fraction of the cost;
/// the sums of model A take some `sqrt(people * ratio)` steps.
pub const PATIENCE: f64 = 1e4;

/// Weeks of history that a forecast looks at.
pub const WEEKS: usize = 8;

/// Things that happen in a half hour, the most that a forecast takes in: more than 500 a second is a broken log.
pub const COUNT: f64 = 1e6;

/// Jobs that one run of the simulation handles, so that a wrong rate ends as an answer and not as a day of work.
pub const JOBS: usize = 10_000_000;

/// Plays of the simulation behind one answer: 200 give a share of nine in ten to within 4 points, 19 times of 20, in some 20 ms.
pub const RUNS: u32 = 200;

/// More people that an answer proposes: a desk of a practice has no more to call.
pub const RELIEF: u32 = 50;
