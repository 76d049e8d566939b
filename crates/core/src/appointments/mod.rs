//! To schedule: somebody who is to get a visit, when they can come, and what was tried to agree on one. The scheduling
//! team's own list, in no promise's count.
//!
//! It knows no calendar: a booking is a date that somebody wrote down.

use jiff::civil::{Date, DateTime, Weekday};

use crate::ids::{MemberId, ToScheduleId};
use crate::limits;

crate::words! {
    /// Where it stands.
    State {
        /// Somebody has to agree on a visit.
        Open = "open",
        /// It is booked.
        Booked = "booked",
        /// It is not pursued any more.
        Dropped = "dropped",
    }
}

crate::words! {
    /// The part of a day on which somebody can come.
    Part {
        /// Any.
        Any = "any",
        /// Before noon.
        Morning = "morning",
        /// From noon on.
        Afternoon = "afternoon",
        /// After school and work.
        Evening = "evening",
    }
}

crate::words! {
    /// How somebody was tried.
    How {
        /// On the phone.
        Phone = "phone",
        /// In writing.
        Writing = "writing",
        /// Face to face.
        InPerson = "in_person",
    }
}

crate::words! {
    /// What came of a try.
    Outcome {
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// Words were left on a voicemail or with somebody.
        LeftMessage = "left_message",
        /// They call back.
        CallsBack = "calls_back",
        /// They spoke, and no date suited.
        NoDate = "no_date",
        /// The number or address is wrong.
        Wrong = "wrong",
    }
}

crate::words! {
    /// Why it is not pursued.
    Reason {
        /// They need no visit any more.
        NotNeeded = "not_needed",
        /// They were tried and never reached.
        Unreached = "unreached",
        /// They go elsewhere.
        Elsewhere = "elsewhere",
        /// It stands here twice.
        Twice = "twice",
    }
}

crate::words! {
    /// Why something can't be done.
    Refusal {
        /// Somebody changed it meanwhile: read it as it stands now.
        Changed = "changed",
        /// It is booked or dropped already.
        Done = "done",
        /// It is open already.
        AlreadyOpen = "already_open",
        /// The date is before today.
        InPast = "in_past",
        /// The request has one that is open.
        Twice = "twice",
        /// So many tries: book it or drop it.
        TooManyTries = "too_many_tries",
    }
}

/// Weekdays on which somebody can come; none named is any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days(u8);

impl Days {
    /// These days.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self(days.into_iter().fold(0, |set, day| set | Self::bit(day)))
    }

    /// From what a row keeps; days that there are not are left out.
    pub fn from_bits(bits: i64) -> Self {
        Self(u8::try_from(bits & 0x7f).unwrap_or(0))
    }

    /// What a row keeps.
    pub fn bits(self) -> i64 {
        i64::from(self.0)
    }

    /// Whether the day is one of them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// Whether no day is named.
    pub const fn any(self) -> bool {
        self.0 == 0
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

/// One of the list as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSchedule {
    /// Its id.
    pub id: ToScheduleId,
    /// Counts its changes; the row is saved only if it is still the one that was loaded.
    pub version: i64,
    /// Where it stands.
    pub state: State,
    /// Who sees to it.
    pub member: Option<MemberId>,
    /// How often it was tried.
    pub tries: i64,
    /// The visit, in the practice's wall-clock time.
    pub booked_for: Option<DateTime>,
    /// Why it is not pursued.
    pub reason: Option<Reason>,
}

impl ToSchedule {
    /// A new one.
    pub const fn new(id: ToScheduleId, member: Option<MemberId>) -> Self {
        Self {
            id,
            version: 1,
            state: State::Open,
            member,
            tries: 0,
            booked_for: None,
            reason: None,
        }
    }

    fn open(&self) -> Result<(), Refusal> {
        if self.state == State::Open {
            Ok(())
        } else {
            Err(Refusal::Done)
        }
    }

    /// Somebody sees to it, or nobody in particular.
    pub fn give(&mut self, member: Option<MemberId>) -> Result<(), Refusal> {
        self.open()?;
        self.member = member;
        self.version += 1;
        Ok(())
    }

    /// What it says was put right.
    pub fn edit(&mut self) -> Result<(), Refusal> {
        self.open()?;
        self.version += 1;
        Ok(())
    }

    /// Somebody was tried. Whoever tries a thing that is nobody's has it from then on.
    pub fn tried(&mut self, by: MemberId) -> Result<(), Refusal> {
        self.open()?;
        if self.tries >= limits::TRIES {
            return Err(Refusal::TooManyTries);
        }
        self.tries += 1;
        self.member = self.member.or(Some(by));
        self.version += 1;
        Ok(())
    }

    /// A visit was agreed on.
    pub fn book(&mut self, at: DateTime, today: Date) -> Result<(), Refusal> {
        self.open()?;
        if at.date() < today {
            return Err(Refusal::InPast);
        }
        self.state = State::Booked;
        self.booked_for = Some(at);
        self.version += 1;
        Ok(())
    }

    /// It is not pursued any more.
    pub fn drop(&mut self, reason: Reason) -> Result<(), Refusal> {
        self.open()?;
        self.state = State::Dropped;
        self.reason = Some(reason);
        self.version += 1;
        Ok(())
    }

    /// Back to the list: the visit was cancelled, or dropping it was a mistake.
    pub fn reopen(&mut self) -> Result<(), Refusal> {
        if self.state == State::Open {
            return Err(Refusal::AlreadyOpen);
        }
        self.state = State::Open;
        (self.booked_for, self.reason) = (None, None);
        self.version += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
