//! "Our patients come back": of the patients whose last visit of a year lies between 30 and 18 months back, how many came
//! again or have a visit booked.
//!
//! With T the instant: patients with a visit that took place in [T-30 months, T-18 months); the index is their last in that
//! window; kept = a later visit before T, or a booking that stood at T. Who died, moved, aged out, was transferred or
//! discharged is out, and counted by reason. The curve counts visits alone, and has everybody in it, those who left until
//! the day on which they did.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Standing, share};
use crate::Time;
use crate::visits::{Left, day, months};

pub mod survival;

use survival::Curve;

/// The window begins so many months before T: two yearly visits and half a year to spare.
pub const WINDOW_FROM: i32 = 30;
/// It ends so many months before T: a yearly visit and half a year to spare.
pub const WINDOW_TO: i32 = 18;
/// A practice that sets no age at which its patients leave.
pub const NO_AGE: i64 = 120;

/// The numbers that a practice sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// The share that keeps the promise, 0 to 1.
    pub target: f64,
    /// The birthday in years from which on somebody is no patient of the practice any more; [`NO_AGE`] and more is never.
    pub age: i64,
}

impl Default for Rules {
    fn default() -> Self {
        Self::of(80, NO_AGE)
    }
}

impl Rules {
    /// As settings say them, in percent and years.
    pub fn of(percent: i64, age: i64) -> Self {
        let percent = u32::try_from(percent).map_or(100, |percent| percent.min(100));
        Self {
            target: f64::from(percent) / 100.0,
            age,
        }
    }

    /// The day on which somebody is too old.
    fn too_old(&self, born: Date) -> Option<Date> {
        let years = i16::try_from(self.age).ok().filter(|_| self.age < NO_AGE)?;
        born.checked_add(jiff::Span::new().years(years)).ok()
    }

    /// Whoever was born on this day or before is too old on the other.
    pub fn born_too_early(&self, on: Date) -> Option<Date> {
        let years = i16::try_from(self.age).ok().filter(|_| self.age < NO_AGE)?;
        on.checked_sub(jiff::Span::new().years(years)).ok()
    }
}

/// The instant at which it is measured, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct At {
    /// T.
    pub at: Time,
    /// The practice's.
    pub zone: TimeZone,
    /// Later visits count up to here: T itself, but for an outlook.
    pub known: Time,
    /// The window begins.
    pub from: Time,
    /// It ends.
    pub to: Time,
}

impl At {
    /// Measured at an instant.
    pub fn new(at: Time, zone: &TimeZone) -> Option<Self> {
        Some(Self {
            at,
            zone: zone.clone(),
            known: at,
            from: months::before(at, WINDOW_FROM, zone)?,
            to: months::before(at, WINDOW_TO, zone)?,
        })
    }

    /// Measured so many months later, if nothing happened until then.
    pub fn ahead(&self, later: i32) -> Option<Self> {
        let then = Self::new(months::before(self.at, -later, &self.zone)?, &self.zone)?;
        Some(Self {
            known: self.known,
            ..then
        })
    }

    /// Whether a visit is its patient's last in the window.
    pub fn has(&self, fact: &Fact) -> bool {
        let later = |at: Time| at >= self.to;
        fact.index >= self.from && fact.index < self.to && fact.next.is_none_or(later)
    }

    /// The day of T.
    pub fn day(&self) -> Date {
        day(self.at, &self.zone)
    }
}

/// A patient with a visit in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// Their last visit in the window.
    pub index: Time,
    /// Their next visit that took place, if any.
    pub next: Option<Time>,
    /// A booking stood when it was measured.
    pub booked: bool,
    /// Why and from which day on they were gone then.
    pub left: Option<(Left, Date)>,
    /// Their birth date, if it is known.
    pub born: Option<Date>,
}

/// What became of a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They came again.
    Returned,
    /// They have a visit booked.
    Booked,
    /// Neither.
    Lost,
    /// They do not count.
    Out(Left),
}

impl Fact {
    /// When and why they left before T, if they did.
    fn gone(&self, rules: &Rules, at: &At) -> Option<(Left, Date)> {
        let grown = self.born.and_then(|born| rules.too_old(born));
        let grown = grown
            .filter(|grown| *grown <= at.day())
            .map(|on| (Left::AgedOut, on));
        self.left.or(grown)
    }

    fn returned(&self, at: &At) -> Option<Time> {
        self.next.filter(|next| *next < at.known)
    }

    /// What became of them.
    pub fn fate(&self, rules: &Rules, at: &At) -> Fate {
        match self.gone(rules, at) {
            Some((why, _)) => Fate::Out(why),
            None if self.returned(at).is_some() => Fate::Returned,
            None if self.booked => Fate::Booked,
            None => Fate::Lost,
        }
    }

    /// How many months it took until they came again, or how long they were watched without that.
    fn seen(&self, rules: &Rules, at: &At) -> survival::Seen {
        let since = day(self.index, &at.zone);
        let until = |on: Date| months::between(since, on);
        match self.returned(at) {
            Some(next) => survival::Seen {
                months: until(day(next, &at.zone)),
                returned: true,
            },
            None => survival::Seen {
                months: until(self.gone(rules, at).map_or(at.day(), |gone| gone.1)),
                returned: false,
            },
        }
    }
}

/// The figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Who counts.
    pub patients: u64,
    /// Who came again.
    pub returned: u64,
    /// Who did not, and has a visit booked.
    pub booked: u64,
    /// Who is out, by reason.
    pub out: BTreeMap<Left, u64>,
}

impl Report {
    /// Came again or has a visit booked.
    pub const fn kept(&self) -> u64 {
        self.returned + self.booked
    }

    /// Neither.
    pub const fn lost(&self) -> u64 {
        self.patients - self.returned - self.booked
    }

    /// Kept / patients.
    pub fn share(&self) -> Option<f64> {
        share(self.kept(), self.patients)
    }

    fn add(&mut self, fate: Fate) {
        match fate {
            Fate::Out(why) => {
                *self.out.entry(why).or_default() += 1;
                return;
            }
            Fate::Returned => self.returned += 1,
            Fate::Booked => self.booked += 1,
            Fate::Lost => {}
        }
        self.patients += 1;
    }
}

/// Counts them.
pub fn report<'a>(facts: impl IntoIterator<Item = &'a Fact>, rules: &Rules, at: &At) -> Report {
    let mut report = Report::default();
    for fact in facts {
        report.add(fact.fate(rules, at));
    }
    report
}

/// Counts them apart, by a label of each.
pub fn split<'a>(
    facts: impl IntoIterator<Item = (&'a str, &'a Fact)>,
    rules: &Rules,
    at: &At,
) -> Vec<(String, Report)> {
    let mut parts: BTreeMap<&str, Report> = BTreeMap::new();
    for (label, fact) in facts {
        parts.entry(label).or_default().add(fact.fate(rules, at));
    }
    parts
        .into_iter()
        .map(|(label, report)| (label.to_owned(), report))
        .collect()
}

/// How many were not back yet, by months since their visit.
pub fn curve<'a>(facts: impl IntoIterator<Item = &'a Fact>, rules: &Rules, at: &At) -> Curve {
    Curve::new(facts.into_iter().map(|fact| fact.seen(rules, at)))
}

/// The promise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// The practice's numbers.
    pub rules: Rules,
    /// The figures.
    pub report: Report,
    /// The figures in a month, if nobody came or booked until then.
    pub next: Report,
    /// Who is neither back nor booked and leaves the window within that month: it is their last.
    pub leaving: u64,
}

impl Now {
    /// Puts the figures beside those of the next month; nothing while nobody counts.
    pub fn new(rules: Rules, (at, facts): (&At, &[Fact]), (ahead, next): (&At, &[Fact])) -> Option<Self> {
        let report = report(facts, &rules, at);
        if report.patients == 0 {
            return None;
        }
        let lost = |fact: &&Fact| fact.index < ahead.from && fact.fate(&rules, at) == Fate::Lost;
        Some(Self {
            leaving: facts.iter().filter(lost).count() as u64,
            next: self::report(next, &rules, ahead),
            report,
            rules,
        })
    }

    /// Kept, at risk or broken.
    pub fn standing(&self) -> Standing {
        let holds = |share: Option<f64>| share.is_none_or(|share| share >= self.rules.target);
        match (holds(self.report.share()), holds(self.next.share())) {
            (false, _) => Standing::Broken,
            (true, false) => Standing::AtRisk,
            (true, true) => Standing::Kept,
        }
    }
}

#[cfg(test)]
mod tests;
