//! When something was, as tables write it: ISO 8601 and HL7's digits as they are; day and month in another order only where
//! the map says in which, for 3/4/2026 is two days.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::strtime::BrokenDownTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;

/// In which order a date with slashes, points or hyphens stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    /// Not said: only year, month, day is read.
    #[default]
    Year,
    /// Day, month, year.
    Day,
    /// Month, day, year.
    Month,
}

/// How a column writes its dates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dates {
    pub(super) order: Order,
    /// As `strptime` says it.
    pub(super) format: Option<String>,
    /// Offsets are written and mean nothing: the times are the practice's own.
    pub(super) wall: bool,
}

/// When something was, as exactly as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// An instant.
    Instant(Timestamp),
    /// A time on the wall's clock.
    Wall(DateTime),
    /// A day.
    Day(Date),
}

impl Moment {
    /// The instant, in the zone where it was on the wall: a time that the clock skips is the later one, a time that it
    /// shows twice the first. A day is its midnight.
    pub fn at(self, zone: &TimeZone) -> Option<Timestamp> {
        let wall = match self {
            Self::Instant(at) => return Some(at),
            Self::Wall(wall) => wall,
            Self::Day(day) => day.to_datetime(Time::midnight()),
        };
        Some(zone.to_zoned_datetime(wall).ok()?.timestamp())
    }

    /// The day, in that zone.
    pub fn day(self, zone: &TimeZone) -> Date {
        match self {
            Self::Instant(at) => zone.to_datetime(at).date(),
            Self::Wall(wall) => wall.date(),
            Self::Day(day) => day,
        }
    }
}

impl Dates {
    /// Reads one; nothing if it is not written so.
    pub(super) fn read(&self, text: &str) -> Option<Moment> {
        match &self.format {
            Some(format) => formatted(format, text, self.wall),
            None => iso(text, self.wall)
                .or_else(|| digits(text, self.wall))
                .or_else(|| self.parted(text)),
        }
    }

    /// `29/4/2016`, `4/29/2016 6:38:08 PM`: in the order that was said.
    fn parted(&self, text: &str) -> Option<Moment> {
        let (date, time) = text
            .split_once(char::is_whitespace)
            .map_or((text, None), |(date, time)| (date, Some(time)));
        let mut parts = date.split(['/', '.', '-']);
        let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
        if parts.next().is_some() {
            return None;
        }
        let (year, month, day) = match self.order {
            Order::Year => (first, second, third),
            Order::Day => (third, second, first),
            Order::Month => (third, first, second),
        };
        let year = (year.len() == 4).then_some(year)?;
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        Some(match time {
            None => Moment::Day(date),
            Some(time) => Moment::Wall(date.to_datetime(clock(time)?)),
        })
    }
}

/// `18:38`, `6:38:08 PM`.
fn clock(text: &str) -> Option<Time> {
    let text = text.trim().to_ascii_lowercase();
    let (text, half) = match text.strip_suffix('m').map(str::trim_end) {
        None => (text.as_str(), None),
        Some(text) => match text.strip_suffix('a') {
            Some(text) => (text.trim_end(), Some(0)),
            None => (text.strip_suffix('p')?.trim_end(), Some(12)),
        },
    };
    let mut parts = text.split(':');
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    let second = parts.next().unwrap_or("0");
    let second = second.split_once('.').map_or(second, |(whole, _)| whole);
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(half) => (1..=12).contains(&hour).then_some(hour % 12 + half)?,
    };
    Time::new(hour, minute, second.parse().ok()?, 0).ok()
}

/// ISO 8601 with its hyphens; with an offset it is an instant.
fn iso(text: &str, wall: bool) -> Option<Moment> {
    let hyphens = text.get(4..5) == Some("-");
    let pieces = hyphens.then(|| Pieces::parse(text).ok())??;
    let Some(time) = pieces.time() else {
        return Some(Moment::Day(pieces.date()));
    };
    let at = pieces.date().to_datetime(time);
    match pieces.to_numeric_offset() {
        Some(offset) if !wall => offset.to_timestamp(at).ok().map(Moment::Instant),
        _ => Some(Moment::Wall(at)),
    }
}

/// HL7's `20160429`, `201604291838`, `20160429183808`, with an offset or not.
fn digits(text: &str, wall: bool) -> Option<Moment> {
    let formats = [
        ("%Y%m%d", 8),
        ("%Y%m%d%H%M", 12),
        ("%Y%m%d%H%M%S", 14),
        ("%Y%m%d%H%M%z", 17),
        ("%Y%m%d%H%M%S%z", 19),
    ];
    let format = formats.iter().find(|(_, length)| *length == text.len())?.0;
    let start = text.get(..8)?;
    start
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| formatted(format, text, wall))?
}

/// By a format of `strptime`.
fn formatted(format: &str, text: &str, wall: bool) -> Option<Moment> {
    let read = BrokenDownTime::parse(format, text).ok()?;
    if read.offset().is_some() && !wall {
        return read.to_timestamp().ok().map(Moment::Instant);
    }
    let date = read.to_date().ok()?;
    Some(match read.hour() {
        None => Moment::Day(date),
        Some(_) => Moment::Wall(date.to_datetime(read.to_time().ok()?)),
    })
}
