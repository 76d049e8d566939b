//! Opening hours: when a place is open, when that changes, and how much open time lies between two instants.
//!
//! Decides from a [`HoursPlan`], compiled once into a [`Schedule`] that answers in O(log n) of its exceptions. It must
//! not know what time it is, whose hours these are, or what they are used for: clocks, phones, roster and site all ask
//! the same engine.
//!
//! The meaning, whole:
//! - **An instant is open if and only if its wall-clock reading in the plan's zone lies inside an opening.** So an hour
//!   that the clocks skip is never lived and never counted, and an hour that they repeat counts twice if the place is
//!   open on it. Nothing is moved at a change of the clocks.
//! - Every span is `[from, to)`.
//! - A weekly span belongs to the day on which it starts: the pattern that rules on that day opens it, also where it
//!   runs past midnight into days that another pattern rules.
//! - On each day one pattern rules: the last in the plan's order that is valid on it. With none, the day has no hours.
//! - A holiday closes its civil day, midnight to midnight, and no more: a span from the eve is cut at midnight, and what
//!   a span that starts on the holiday holds after the next midnight stays open.
//! - Exceptions outrank holidays, holidays outrank the weekly hours; of two exceptions that overlap, the later in the
//!   plan's order holds.
//! - Outside of [`HORIZON_START`] to [`HORIZON_END`] every place is closed, and reaching the end is no change.

use crate::Time;

mod holidays;
mod plan;
mod schedule;
mod text;
mod wall;

pub use holidays::{Country, holidays};
pub use plan::{Change, Exception, Holiday, HoursError, HoursPlan, WeeklyPattern, WeeklySpan, zone_named};
pub use schedule::{Opening, Schedule};
pub use text::{format_weekly, parse_weekly};

/// 1970-01-01T00:00:00Z: no desk's record is older than its computers, and zone data before it is a guess.
pub const HORIZON_START: Time = Time::from_micros(0);
/// 2100-01-01T00:00:00Z: longer than any promise, short enough that all clock changes are walked in a tenth of a
/// millisecond when a plan is compiled.
pub const HORIZON_END: Time = Time::from_micros(4_102_444_800_000_000);
/// Weekly patterns of one place: two a year (summer, school holidays) for three decades.
pub const PATTERNS_MAX: usize = 64;
/// Spans of one weekly pattern: one an hour, every day.
pub const SPANS_MAX: usize = 168;
/// A weekly span in minutes: a weekend's duty is entered as one span, a longer one as two.
pub const SPAN_MINUTES_MAX: u16 = 48 * 60;
/// Holidays of one place: 25 a year for forty years.
pub const HOLIDAYS_MAX: usize = 1_000;
/// One-off closures and openings of one place: two a week for twenty years.
pub const EXCEPTIONS_MAX: usize = 2_000;
/// Characters of hours written as text: seven days, each with ten spans.
pub const HOURS_TEXT_MAX: usize = 1_000;
