//! What a place says about its hours, as rows and forms give it.
//!
//! Decides only whether a plan makes sense; what it means stands in `wall` and `schedule`.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::{
    EXCEPTIONS_MAX, HOLIDAYS_MAX, HOURS_TEXT_MAX, PATTERNS_MAX, SPAN_MINUTES_MAX, SPANS_MAX, parse_weekly,
};

/// Minutes of a day on the wall.
pub(super) const DAY_MINUTES: u16 = 24 * 60;

/// The hours of one place: the desk of a practice, a location or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursPlan {
    /// The zone whose wall clocks the plan is written in.
    pub zone: TimeZone,
    /// Where several are valid on a day, the last one rules it alone.
    pub weekly: Vec<WeeklyPattern>,
    /// Days without hours, in any order.
    pub holidays: Vec<Holiday>,
    /// In the order in which they were entered.
    pub exceptions: Vec<Exception>,
}

/// The hours of a week, for as long as they are valid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeeklyPattern {
    /// The first day that it rules; none: since ever.
    pub valid_from: Option<Date>,
    /// The first day that it no longer rules; none: for ever.
    pub valid_until: Option<Date>,
    /// In any order; where they overlap they are one.
    pub spans: Vec<WeeklySpan>,
}

/// An opening that comes back each week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeeklySpan {
    /// The day on which it starts.
    pub day: Weekday,
    /// Minutes after midnight on the wall, 0 to 1439.
    pub start: u16,
    /// Minutes on the wall, 1 to [`SPAN_MINUTES_MAX`].
    pub length: u16,
}

/// A day on which the place is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Closed from its midnight to the next.
    pub date: Date,
    /// What it is called where hours are shown.
    pub name: String,
}

/// A one-off closure or opening on the wall clock, `[from, to)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exception {
    /// Its first moment.
    pub from: DateTime,
    /// The first moment after it.
    pub to: DateTime,
    /// What it does.
    pub change: Change,
}

/// What an exception does to the hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Closed, whatever the week says.
    Close,
    /// Open, whatever the week and the holidays say.
    Open,
}

/// Why hours can't be used, in words for the person who enters them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// The name is not in the zone database.
    #[error("{0:?} is no time zone; write one such as America/New_York or UTC")]
    UnknownZone(String),
    /// A part of the text is not understood.
    #[error("{part:?} is not understood; write {wanted}")]
    NotUnderstood {
        /// The part as typed.
        part: String,
        /// What would be understood.
        wanted: &'static str,
    },
    /// The text is longer than [`HOURS_TEXT_MAX`].
    #[error("hours take at most {HOURS_TEXT_MAX} characters")]
    TextTooLong,
    /// More rows than the bound.
    #[error("a place has at most {max} {what}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// The bound.
        max: usize,
    },
    /// A weekly span that starts after its day.
    #[error("a span starts within its day, at minute 0 to 1439, not {0}")]
    SpanStart(u16),
    /// A weekly span that is empty or too long.
    #[error("a span is 1 minute to 48 hours long, not {0} minutes")]
    SpanLength(u16),
    /// A validity that ends before it begins.
    #[error("hours valid from {from} can't end on {until}")]
    Validity {
        /// The first day.
        from: Date,
        /// The day that is not after it.
        until: Date,
    },
    /// A closure or opening that ends before it begins.
    #[error("a closure or opening from {from} can't end at {to}")]
    Backwards {
        /// The first moment.
        from: DateTime,
        /// The moment that is not after it.
        to: DateTime,
    },
}

/// The zone of that IANA name, from the zone data in the program, so that every machine decides alike.
pub fn zone_named(name: &str) -> Result<TimeZone, HoursError> {
    match TimeZoneDatabase::bundled().get(name) {
        Ok(zone) if !zone.is_unknown() => Ok(zone),
        _ => Err(HoursError::UnknownZone(name.chars().take(40).collect())),
    }
}

impl HoursPlan {
    /// A plan without any hours.
    pub fn never(zone: TimeZone) -> Self {
        Self {
            zone,
            weekly: Vec::new(),
            holidays: Vec::new(),
            exceptions: Vec::new(),
        }
    }

    /// Open day and night.
    pub fn always(zone: TimeZone) -> Self {
        Self::of_week(zone, every_hour())
    }

    /// A plan from the compact form that [`parse_weekly`] reads and the name of a zone.
    pub fn parse(zone: &str, hours: &str) -> Result<Self, HoursError> {
        Ok(Self::of_week(zone_named(zone)?, parse_weekly(hours)?))
    }

    /// The same week for ever.
    fn of_week(zone: TimeZone, spans: Vec<WeeklySpan>) -> Self {
        let weekly = vec![WeeklyPattern {
            spans,
            ..WeeklyPattern::default()
        }];
        Self {
            weekly,
            ..Self::never(zone)
        }
    }

    /// The first thing that makes no sense.
    pub(super) fn check(&self) -> Result<(), HoursError> {
        bounded("weekly patterns", self.weekly.len(), PATTERNS_MAX)?;
        bounded("holidays", self.holidays.len(), HOLIDAYS_MAX)?;
        bounded("closures and openings", self.exceptions.len(), EXCEPTIONS_MAX)?;
        self.weekly.iter().try_for_each(WeeklyPattern::check)?;
        match self
            .exceptions
            .iter()
            .find(|exception| exception.to <= exception.from)
        {
            Some(&Exception { from, to, .. }) => Err(HoursError::Backwards { from, to }),
            None => Ok(()),
        }
    }
}

impl WeeklyPattern {
    fn check(&self) -> Result<(), HoursError> {
        bounded("spans a week", self.spans.len(), SPANS_MAX)?;
        if let (Some(from), Some(until)) = (self.valid_from, self.valid_until)
            && until <= from
        {
            return Err(HoursError::Validity { from, until });
        }
        self.spans.iter().try_for_each(|span| span.check())
    }
}

impl WeeklySpan {
    /// Minutes on the wall from the midnight of its day to its end.
    pub(super) fn end(self) -> u16 {
        self.start.saturating_add(self.length)
    }

    fn check(self) -> Result<(), HoursError> {
        if self.start >= DAY_MINUTES {
            return Err(HoursError::SpanStart(self.start));
        }
        if !(1..=SPAN_MINUTES_MAX).contains(&self.length) {
            return Err(HoursError::SpanLength(self.length));
        }
        Ok(())
    }
}

/// Seven days of 24 hours.
pub(super) fn every_hour() -> Vec<WeeklySpan> {
    let week = Weekday::Monday.cycle_forward().take(7);
    week.map(|day| WeeklySpan {
        day,
        start: 0,
        length: DAY_MINUTES,
    })
    .collect()
}

/// Refuses more rows than the bound.
pub(super) fn bounded(what: &'static str, count: usize, max: usize) -> Result<(), HoursError> {
    if count > max {
        Err(HoursError::TooMany { what, max })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
