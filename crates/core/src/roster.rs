//! Roster: who is on the phones of a line, and when: shifts with their breaks and what differs on a day, duties on call, the
//! answering service, and who signed in. It is handed rows and instants, and knows no page, no promise and no call.
//!
//! The meaning, whole:
//! - A shift comes back each week on its day, from its first day until its last, on the wall clocks of its zone; one that
//!   runs past midnight belongs to the day on which it starts.
//! - On a day somebody can be away (sick, off, swapped); whoever stands in does that day's shift as it is. With nobody
//!   instead, nobody is there.
//! - During a break nobody of that shift is on the phones.
//! - A line is held in a minute if anybody held it in any part of that minute: twenty seconds to sit down are no gap.
//! - Whoever ended at the practice holds nothing from that instant on.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::hours::{Schedule, WeeklySpan};
use crate::ids::{AnsweringId, DutyId, LineId, MemberId, ShiftId};
use crate::{Span, Time, limits};

mod coverage;
mod minutes;
mod wall;

pub use coverage::{Counts, Gap, Held, Need, Stretch, Watch, bare_since, count, coverage, next_gap};
pub use minutes::Minutes;

crate::words! {
    /// Why somebody does not do a shift on a day.
    Away {
        /// They are ill.
        Sick = "sick",
        /// They are off.
        Off = "off",
        /// Somebody else does it for them.
        Swap = "swap",
    }
}

/// Minutes off the phones within a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// Minutes on the wall from the midnight of the shift's day.
    pub start: u16,
    /// Minutes on the wall.
    pub length: u16,
}

/// Somebody on the phones at the same hours each week.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// Who.
    pub member: MemberId,
    /// On which lines; none would hold nothing.
    pub lines: Vec<LineId>,
    /// Whose wall clocks it goes by.
    pub zone: TimeZone,
    /// Its day and hours.
    pub span: WeeklySpan,
    /// When they are off the phones.
    pub breaks: Vec<Break>,
    /// The first day on which it can start.
    pub from: Date,
    /// The first day on which it no longer can; none: for ever.
    pub until: Option<Date>,
}

/// What differs on a day of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Of which shift.
    pub shift: ShiftId,
    /// On which of its days.
    pub date: Date,
    /// Why.
    pub away: Away,
    /// Who does it instead; nobody leaves it empty.
    pub instead: Option<MemberId>,
}

/// Somebody on call, from a moment on the wall to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Duty {
    /// Its id.
    pub id: DutyId,
    /// Who.
    pub member: MemberId,
    /// For which line; none: for all of them.
    pub line: Option<LineId>,
    /// Whose wall clocks it goes by.
    pub zone: TimeZone,
    /// Its first moment.
    pub from: DateTime,
    /// The first moment after it.
    pub to: DateTime,
}

/// A service that answers a line while the practice does not.
#[derive(Debug, Clone)]
pub struct Answering {
    /// Its id.
    pub id: AnsweringId,
    /// Which line.
    pub line: LineId,
    /// The hours that it answers; none: always.
    pub hours: Option<Schedule>,
    /// Since when it was agreed.
    pub from: Time,
    /// Until when it was; none: it still is.
    pub until: Option<Time>,
}

/// Somebody signed in on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// Who.
    pub member: MemberId,
    /// On which line.
    pub line: LineId,
    /// Since when.
    pub from: Time,
    /// Until when; one that goes on ends by itself then.
    pub until: Time,
}

/// Everything that says who holds a line.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// Shifts.
    pub shifts: Vec<Shift>,
    /// What differs, by shift and day.
    pub changes: BTreeMap<(ShiftId, Date), Change>,
    /// Duties on call.
    pub duties: Vec<Duty>,
    /// Answering services.
    pub answering: Vec<Answering>,
    /// Who signed in.
    pub spells: Vec<Spell>,
    /// Who works here no longer, and since when.
    pub gone: BTreeMap<MemberId, Time>,
}

/// A shift on one of its days.
#[derive(Debug, Clone)]
pub struct Turn<'a> {
    /// Which shift.
    pub shift: &'a Shift,
    /// On which day.
    pub date: Date,
    /// What differs on it.
    pub change: Option<Change>,
    /// Who does it; nobody if they are away and nobody does it instead.
    pub member: Option<MemberId>,
    /// When it begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
    /// The minutes on the phones: its own without its breaks.
    pub minutes: Minutes,
}

/// How many are on shift in half an hour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HalfHour {
    /// When it begins.
    pub at: Time,
    /// People on shift, breaks taken out; a fraction where somebody comes or goes within it.
    pub people: f64,
}

impl WeeklySpan {
    /// The moments on the wall between which it lies on a date, `[from, to)`.
    fn on(self, date: Date) -> (DateTime, DateTime) {
        let from = after(date, self.start);
        (from, from.saturating_add(i64::from(self.length).minutes()))
    }
}

fn after(date: Date, minutes: u16) -> DateTime {
    date.at(0, 0, 0, 0).saturating_add(i64::from(minutes).minutes())
}

impl Shift {
    /// Whether it starts on a date.
    pub fn is_on(&self, date: Date) -> bool {
        let ended = self.until.is_some_and(|until| until <= date);
        self.span.day == date.weekday() && self.from <= date && !ended
    }

    /// Its instants on a date, and the minutes that it is on the phones.
    fn lived_on(&self, date: Date) -> Option<(Time, Time, Minutes)> {
        let (from, to) = self.span.on(date);
        let lived = wall::lived(&self.zone, from, to);
        let (from, to) = (lived.first()?.0, lived.last()?.1);
        let breaks = self.breaks.iter().flat_map(|one| {
            let start = after(date, one.start);
            wall::lived(
                &self.zone,
                start,
                start.saturating_add(i64::from(one.length).minutes()),
            )
        });
        let minutes = Minutes::touched(lived).without(&Minutes::touched(breaks));
        Some((from, to, minutes))
    }
}

/// The dates on which something that touches `[from, to)` can start: with a day to each side for the zones.
fn dates(from: Time, to: Time) -> impl Iterator<Item = Date> {
    let day = |at: Time| at.to_jiff().map(|at| at.to_zoned_datetime(TimeZone::UTC).date());
    let first = day(from).map(|day| day.saturating_sub(REACH.days()));
    let last = day(to).map(|day| day.saturating_add(1.day()));
    let days = std::iter::successors(first, |day| day.tomorrow().ok());
    days.take_while(move |day| last.is_some_and(|last| *day <= last))
}

/// Days that a shift of two days and a zone's clocks reach back.
const REACH: i64 = 3;

impl Roster {
    /// The shifts of `[from, to)`, by when they begin.
    pub fn turns(&self, from: Time, to: Time) -> Vec<Turn<'_>> {
        let mut turns = Vec::new();
        for date in dates(from, to) {
            let on = self.shifts.iter().filter(|shift| shift.is_on(date));
            turns.extend(on.filter_map(|shift| self.turn(shift, date)));
        }
        turns.retain(|turn| turn.from < to && turn.to > from);
        turns.sort_by_key(|turn| (turn.from, turn.shift.id));
        turns
    }

    /// A shift on one of its days; nothing on any other, or where the clocks skipped the whole of it.
    pub fn turn<'a>(&'a self, shift: &'a Shift, date: Date) -> Option<Turn<'a>> {
        if !shift.is_on(date) {
            return None;
        }
        let change = self.changes.get(&(shift.id, date)).copied();
        let member = change.map_or(Some(shift.member), |change| change.instead);
        let (from, to, mut minutes) = shift.lived_on(date)?;
        if let Some(gone) = member.and_then(|member| self.gone.get(&member)) {
            minutes = minutes.within(from.min(*gone), *gone);
        }
        let member = member.filter(|member| self.gone.get(member).is_none_or(|gone| *gone > from));
        Some(Turn {
            shift,
            date,
            change,
            member,
            from,
            to,
            minutes,
        })
    }

    /// The minutes of `[from, to)` that each is on shift, on a line or on any.
    fn shifts_of(&self, line: Option<LineId>, from: Time, to: Time) -> BTreeMap<MemberId, Minutes> {
        let mut minutes: BTreeMap<MemberId, Minutes> = BTreeMap::new();
        for turn in self.turns(from, to) {
            let on = line.is_none_or(|line| turn.shift.lines.contains(&line));
            if let (true, Some(member)) = (on, turn.member) {
                let all = minutes.entry(member).or_default();
                *all = all.or(&turn.minutes.within(from, to));
            }
        }
        minutes
    }

    /// The minutes of `[from, to)` that each is on call for a line.
    fn duties_of(&self, line: LineId, from: Time, to: Time) -> BTreeMap<MemberId, Minutes> {
        let mut minutes: BTreeMap<MemberId, Minutes> = BTreeMap::new();
        let of = |duty: &&Duty| duty.line.is_none_or(|of| of == line);
        for duty in self.duties.iter().filter(of) {
            let lived = Minutes::touched(wall::lived(&duty.zone, duty.from, duty.to));
            let gone = self.gone.get(&duty.member).copied().unwrap_or(to);
            let all = minutes.entry(duty.member).or_default();
            *all = all.or(&lived.within(from, to.min(gone)));
        }
        minutes
    }

    /// The minutes of `[from, to)` that a service answers a line.
    fn answered(&self, line: LineId, from: Time, to: Time) -> Minutes {
        let of = self.answering.iter().filter(|one| one.line == line);
        let spans = of.flat_map(|one| {
            let (from, to) = (from.max(one.from), one.until.map_or(to, |until| to.min(until)));
            match &one.hours {
                Some(hours) => wall::open(hours, from, to),
                None => vec![(from, to)],
            }
        });
        Minutes::touched(spans)
    }

    /// The minutes of `[from, to)` that somebody is on shift, whichever line.
    pub fn on_shift_of(&self, member: MemberId, from: Time, to: Time) -> Minutes {
        self.shifts_of(None, from, to).remove(&member).unwrap_or_default()
    }

    /// Of somebody's minutes on shift in `[from, to)` those that they were signed in on one of its lines, and all of them.
    pub fn kept_by(&self, member: MemberId, from: Time, to: Time) -> (i64, i64) {
        let mine = self.spells.iter().filter(|spell| spell.member == member);
        let signed_in = Minutes::touched(mine.map(|spell| (spell.from, spell.until)));
        let shift = self.on_shift_of(member, from, to);
        (shift.and(&signed_in).count(), shift.count())
    }

    /// Who is on shift at an instant and not on a break, on a line or on any.
    pub fn on_shift(&self, line: Option<LineId>, at: Time) -> BTreeSet<MemberId> {
        let on = self.shifts_of(line, at, at + Span::from_minutes(1));
        let there = on.into_iter().filter(|(_, minutes)| minutes.hold(at));
        there.map(|(member, _)| member).collect()
    }

    /// Who is on call at an instant, for a line or for any.
    pub fn on_call(&self, line: Option<LineId>, at: Time) -> BTreeSet<MemberId> {
        let of = |duty: &&Duty| line.is_none() || duty.line.is_none_or(|of| Some(of) == line);
        let now = |duty: &&Duty| {
            let mut lived = wall::lived(&duty.zone, duty.from, duty.to).into_iter();
            let gone = self.gone.get(&duty.member).is_some_and(|gone| *gone <= at);
            !gone && lived.any(|(from, to)| (from..to).contains(&at))
        };
        let duties = self.duties.iter().filter(of).filter(now);
        duties.map(|duty| duty.member).collect()
    }

    /// Who is signed in on a line at an instant, on shift or not, each with the instant that they signed in.
    pub fn signed_in(&self, line: LineId, at: Time) -> BTreeMap<MemberId, Time> {
        let there = |spell: &&Spell| spell.line == line && (spell.from..spell.until).contains(&at);
        let spells = self.spells.iter().filter(there);
        spells.map(|spell| (spell.member, spell.from)).collect()
    }

    /// When a sign-in ends by itself: some time after the shift that runs, or is the next to begin soon, and after
    /// [`limits::SIGNED_IN`] for who is on no shift.
    pub fn lapses(&self, member: MemberId, line: LineId, now: Time) -> Time {
        let soon = now + limits::SIGNED_IN_EARLY;
        let mine = |turn: &Turn<'_>| turn.member == Some(member) && turn.shift.lines.contains(&line);
        let turns = self.turns(now, soon);
        let ends = turns.iter().filter(|turn| mine(turn)).map(|turn| turn.to);
        ends.max()
            .map_or(now + limits::SIGNED_IN, |end| end + limits::SIGNED_IN_LATE)
    }

    /// How many are on shift in each half hour of `[from, to)`, whichever line; the first begins at `from`.
    pub fn half_hours(&self, from: Time, to: Time) -> Vec<HalfHour> {
        const HALF: Span = Span::from_minutes(30);
        let all = self.shifts_of(None, from, to);
        let mut halves = Vec::new();
        let mut at = from;
        while at < to {
            let minutes: i64 = all
                .values()
                .map(|minutes| minutes.within(at, at + HALF).count())
                .sum();
            #[expect(clippy::cast_precision_loss, reason = "a half hour of a practice's people")]
            let people = minutes as f64 / 30.0;
            halves.push(HalfHour { at, people });
            at = at + HALF;
        }
        halves
    }
}

#[cfg(test)]
mod tests;
