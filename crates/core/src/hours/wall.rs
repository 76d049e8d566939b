//! The hours on the wall clock: one line of civil time, without zones.
//!
//! Decides which readings are open and how much open time lies before a reading. It must not know UTC, offsets or
//! changes of the clocks: those are `schedule`'s.
//!
//! A *reading* is the microseconds that a wall clock stands after 1970-01-01 00:00, every day having 24 hours. Days that
//! follow their week are arithmetic on one compiled week; only holidays, exceptions and the two days after a change of
//! pattern are written out as segments. The line's size and the time of a look-up so depend on the number of special
//! days and patterns, never on the years between.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::Offset;

use super::plan::{Change, HoursPlan, WeeklyPattern, WeeklySpan};
use super::{HORIZON_END, HORIZON_START};

/// Microseconds of a minute.
const MINUTE: i64 = 60_000_000;
/// Microseconds of a day on the wall.
pub(super) const DAY: i64 = 24 * 60 * MINUTE;
/// Microseconds of a week on the wall.
const WEEK: i64 = 7 * DAY;
/// 1969-12-29, the Monday before the epoch, from which weeks are counted.
const FIRST_MONDAY: i64 = -3 * DAY;
/// The readings that any zone can show within the horizon: offsets stay under 26 hours.
const LINE_START: i64 = HORIZON_START.micros() - 2 * DAY;
const LINE_END: i64 = HORIZON_END.micros() + 2 * DAY;
/// A span starts within its day and lasts 48 hours at most, so it can reach into the two days after it.
const REACH: i64 = 2 * DAY;

/// The compiled hours of a plan on the wall.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// By `from`; the first starts the line, each ends where the next starts.
    segments: Vec<Segment>,
    weeks: Vec<Week>,
}

#[derive(Debug, Clone, Copy)]
struct Segment {
    from: i64,
    /// Open time on the line before `from`.
    before: i64,
    kind: Kind,
}

/// What a stretch of the line does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Closed,
    Open,
    /// Follows the week of the pattern with that place in the plan.
    Weekly(u16),
}

/// A stretch that wants to be of a kind. Of several over one reading, the last holds.
#[derive(Debug, Clone, Copy)]
struct Claim {
    from: i64,
    to: i64,
    kind: Kind,
}

/// The reading of a civil time, kept on the line.
pub(super) fn reading(at: DateTime) -> i64 {
    let beyond = if at.year() < 1970 { LINE_START } else { LINE_END };
    Offset::UTC
        .to_timestamp(at)
        .map_or(beyond, |at| at.as_microsecond().clamp(LINE_START, LINE_END))
}

fn midnight(date: Date) -> i64 {
    reading(date.at(0, 0, 0, 0))
}

impl Line {
    /// Writes out what the plan says. The plan must have passed its own check.
    pub(super) fn compile(plan: &HoursPlan) -> Self {
        let weeks: Vec<Week> = plan
            .weekly
            .iter()
            .map(|pattern| Week::compile(&pattern.spans))
            .collect();
        let rulers = layer(
            &plan
                .weekly
                .iter()
                .zip(0..)
                .map(|(pattern, at)| reign(pattern, at))
                .collect::<Vec<_>>(),
        );
        let mut claims = Vec::new();
        for (at, &(from, kind)) in rulers.iter().enumerate() {
            let to = rulers.get(at + 1).map_or(LINE_END, |next| next.0);
            claims.push(Claim { from, to, kind });
        }
        for &(day, _) in rulers.iter().skip(1) {
            claims.push(Claim {
                from: day,
                to: day + REACH,
                kind: Kind::Closed,
            });
            claims.extend(written_out(&plan.weekly, &rulers, day));
        }
        claims.extend(plan.holidays.iter().map(|holiday| {
            let from = midnight(holiday.date);
            Claim {
                from,
                to: from + DAY,
                kind: Kind::Closed,
            }
        }));
        claims.extend(plan.exceptions.iter().map(|exception| Claim {
            from: reading(exception.from),
            to: reading(exception.to),
            kind: match exception.change {
                Change::Close => Kind::Closed,
                Change::Open => Kind::Open,
            },
        }));
        Self::summed(weeks, &layer(&claims))
    }

    /// Gives each piece the open time before it.
    fn summed(weeks: Vec<Week>, pieces: &[(i64, Kind)]) -> Self {
        let mut line = Self {
            segments: Vec::with_capacity(pieces.len()),
            weeks,
        };
        let mut before = 0;
        for &(from, kind) in pieces {
            if let Some(last) = line.segments.last() {
                before += line.within(last, from);
            }
            line.segments.push(Segment { from, before, kind });
        }
        line
    }

    /// Whether a wall clock that reads this hangs in an open place.
    pub(super) fn is_open(&self, reading: i64) -> bool {
        match self.segment(reading).kind {
            Kind::Closed => false,
            Kind::Open => true,
            Kind::Weekly(week) => self.weeks[usize::from(week)].is_open(reading),
        }
    }

    /// Open microseconds on the line before this reading.
    pub(super) fn open_before(&self, reading: i64) -> i64 {
        let segment = self.segment(reading);
        segment.before + self.within(segment, reading)
    }

    /// Open stretches of the day of the line that starts at this reading, cut at its midnights.
    pub(super) fn of_day(&self, day: i64) -> Vec<(i64, i64)> {
        let mut stretches: Vec<(i64, i64)> = Vec::new();
        let end = day + DAY;
        let first = self
            .segments
            .partition_point(|segment| segment.from <= day)
            .saturating_sub(1);
        for (at, segment) in self.segments.iter().enumerate().skip(first) {
            if segment.from >= end {
                break;
            }
            let from = segment.from.max(day);
            let to = self.segments.get(at + 1).map_or(end, |next| next.from.min(end));
            let pieces = match segment.kind {
                Kind::Closed => Vec::new(),
                Kind::Open => vec![(from, to)],
                Kind::Weekly(week) => self.weeks[usize::from(week)].of_part(from, to),
            };
            for (from, to) in pieces {
                match stretches.last_mut() {
                    Some(last) if last.1 == from => last.1 = to,
                    _ => stretches.push((from, to)),
                }
            }
        }
        stretches
    }

    fn segment(&self, reading: i64) -> &Segment {
        let after = self.segments.partition_point(|segment| segment.from <= reading);
        &self.segments[after.saturating_sub(1)]
    }

    /// Open time from the segment's start to a reading in it.
    fn within(&self, segment: &Segment, reading: i64) -> i64 {
        match segment.kind {
            Kind::Closed => 0,
            Kind::Open => reading - segment.from,
            Kind::Weekly(week) => {
                let week = &self.weeks[usize::from(week)];
                week.open_before(reading) - week.open_before(segment.from)
            }
        }
    }

    /// Bytes on the heap.
    #[cfg(test)]
    pub(super) fn heap(&self) -> usize {
        let runs: usize = self
            .weeks
            .iter()
            .map(|week| size_of_val(week.runs.as_slice()))
            .sum();
        size_of_val(self.segments.as_slice()) + size_of_val(self.weeks.as_slice()) + runs
    }
}

/// The days that a pattern wants to rule.
fn reign(pattern: &WeeklyPattern, at: u16) -> Claim {
    Claim {
        from: pattern.valid_from.map_or(LINE_START, midnight),
        to: pattern.valid_until.map_or(LINE_END, midnight),
        kind: Kind::Weekly(at),
    }
}

/// The openings of the two days from `day`, on which another pattern begins to rule: a compiled week would carry its own
/// Sunday into the first Monday that it rules, and drop what the days before have left over.
fn written_out(weekly: &[WeeklyPattern], rulers: &[(i64, Kind)], day: i64) -> Vec<Claim> {
    let first = day - REACH;
    let mut openings = Vec::new();
    for start in (0..4).map(|days| first + days * DAY) {
        let ruler = rulers
            .partition_point(|ruler| ruler.0 <= start)
            .checked_sub(1)
            .map(|at| rulers[at].1);
        let Some(Kind::Weekly(pattern)) = ruler else {
            continue;
        };
        let today = (start - FIRST_MONDAY).rem_euclid(WEEK) / DAY;
        for span in weekly[usize::from(pattern)]
            .spans
            .iter()
            .filter(|span| day_of_week(span.day) == today)
        {
            let from = start + i64::from(span.start) * MINUTE;
            let to = from + i64::from(span.length) * MINUTE;
            openings.push(Claim {
                from: from.max(day),
                to,
                kind: Kind::Open,
            });
        }
    }
    openings
}

/// Which kind holds from when: the last claim over each reading, in O(n log n).
fn layer(claims: &[Claim]) -> Vec<(i64, Kind)> {
    let mut edges = vec![(LINE_START, None)];
    for (at, claim) in claims.iter().enumerate() {
        let (from, to) = (claim.from.max(LINE_START), claim.to.min(LINE_END));
        if from < to {
            edges.extend([(from, Some(at)), (to, Some(at))]);
        }
    }
    edges.sort_unstable();
    let mut standing = BTreeSet::new();
    let mut pieces: Vec<(i64, Kind)> = Vec::new();
    for instant in edges.chunk_by(|one, next| one.0 == next.0) {
        // Each claim has two edges: the first brings it, the second takes it away.
        for claim in instant.iter().filter_map(|edge| edge.1) {
            if !standing.remove(&claim) {
                standing.insert(claim);
            }
        }
        let kind = standing.last().map_or(Kind::Closed, |&at| claims[at].kind);
        if pieces.last().is_none_or(|last| last.1 != kind) {
            pieces.push((instant[0].0, kind));
        }
    }
    pieces
}

/// Days since Monday.
fn day_of_week(day: Weekday) -> i64 {
    i64::from(day.to_monday_zero_offset())
}

/// One pattern's week, from Monday's midnight; what runs past Sunday comes back on Monday.
#[derive(Debug, Clone)]
struct Week {
    /// By `from`, apart from each other.
    runs: Vec<Run>,
    total: i64,
}

#[derive(Debug, Clone, Copy)]
struct Run {
    from: i64,
    to: i64,
    /// Open time of the week before `from`.
    before: i64,
}

impl Week {
    fn compile(spans: &[WeeklySpan]) -> Self {
        let mut stretches = Vec::with_capacity(spans.len() + 1);
        for span in spans {
            let from = day_of_week(span.day) * DAY + i64::from(span.start) * MINUTE;
            let to = from + i64::from(span.length) * MINUTE;
            stretches.push((from, to.min(WEEK)));
            if to > WEEK {
                stretches.push((0, to - WEEK));
            }
        }
        stretches.sort_unstable();
        let mut runs: Vec<Run> = Vec::new();
        let mut total = 0;
        for (from, to) in stretches {
            match runs.last_mut() {
                Some(last) if from <= last.to => {
                    total += (to - last.to).max(0);
                    last.to = last.to.max(to);
                }
                _ => {
                    runs.push(Run {
                        from,
                        to,
                        before: total,
                    });
                    total += to - from;
                }
            }
        }
        Self { runs, total }
    }

    /// The last run that has started at this time of the week.
    fn started(&self, time_of_week: i64) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.from <= time_of_week);
        after.checked_sub(1).map(|at| &self.runs[at])
    }

    fn is_open(&self, reading: i64) -> bool {
        let time_of_week = (reading - FIRST_MONDAY).rem_euclid(WEEK);
        self.started(time_of_week)
            .is_some_and(|run| time_of_week < run.to)
    }

    /// Open time between the first Monday and a reading, as if the week had always been so.
    fn open_before(&self, reading: i64) -> i64 {
        let since = reading - FIRST_MONDAY;
        let time_of_week = since.rem_euclid(WEEK);
        let this_week = self
            .started(time_of_week)
            .map_or(0, |run| run.before + time_of_week.min(run.to) - run.from);
        since.div_euclid(WEEK) * self.total + this_week
    }

    /// Open stretches of a part of one day.
    fn of_part(&self, from: i64, to: i64) -> Vec<(i64, i64)> {
        let monday = from - (from - FIRST_MONDAY).rem_euclid(WEEK);
        let cut = self
            .runs
            .iter()
            .map(|run| ((monday + run.from).max(from), (monday + run.to).min(to)));
        cut.filter(|(from, to)| from < to).collect()
    }
}

#[cfg(test)]
mod tests;
