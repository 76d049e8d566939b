//! Visits: appointments with a patient, from the booking on to what came of it; why patients leave, and how they heard of the
//! practice.
//!
//! It judges what another system says of a visit and keeps what can be true. It knows no calendar of free hours.

pub mod missed;
pub mod months;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::{Time, limits};

crate::words! {
    /// Where a visit stands: FHIR R4's `appointmentstatus`.
    Status {
        /// Somebody proposed it.
        Proposed = "proposed",
        /// Some of those who take part have agreed.
        Pending = "pending",
        /// All have agreed.
        Booked = "booked",
        /// The patient is here.
        Arrived = "arrived",
        /// It has taken place.
        Fulfilled = "fulfilled",
        /// It was called off.
        Cancelled = "cancelled",
        /// The patient did not come.
        NoShow = "noshow",
        /// It should never have been written down.
        EnteredInError = "entered-in-error",
        /// The patient has checked in.
        CheckedIn = "checked-in",
        /// It waits for a free time.
        Waitlist = "waitlist",
    }
}

impl Status {
    /// Whether the patient came.
    pub const fn came(self) -> bool {
        matches!(self, Self::Arrived | Self::CheckedIn | Self::Fulfilled)
    }

    /// Whether it says what came of the visit.
    const fn tells_outcome(self) -> bool {
        self.came() || matches!(self, Self::NoShow)
    }

    /// Whether a time was kept for the patient, until it came or was called off.
    const fn was_held(self) -> bool {
        !matches!(self, Self::Proposed | Self::Waitlist | Self::EnteredInError)
    }
}

crate::words! {
    /// Why a patient comes no more, as a reason that is nobody's failure.
    Left {
        /// They died.
        Died = "died",
        /// They moved away.
        Moved = "moved",
        /// They are older than the practice's patients.
        AgedOut = "aged_out",
        /// Another practice took them over.
        Transferred = "transferred",
        /// The practice has ended their care.
        Discharged = "discharged",
    }
}

crate::words! {
    /// How a patient heard of the practice.
    Heard {
        /// From family, friends or neighbours.
        Family = "family",
        /// From another doctor, a hospital or a midwife.
        Doctor = "doctor",
        /// From a search or a map.
        Search = "search",
        /// From a list of their insurance.
        Insurance = "insurance",
        /// From a school or a daycare.
        School = "school",
        /// They passed by, or live nearby.
        Nearby = "nearby",
        /// From elsewhere.
        Other = "other",
    }
}

crate::words! {
    /// Why what another system says of a visit is not taken in.
    Dirt {
        /// It is in a year in which nobody has visits.
        Far = "far",
        /// It is said what came of it, and it is still to come.
        Ahead = "ahead",
        /// Its id is that of another patient's visit.
        OtherPatient = "other_patient",
    }
}

crate::words! {
    /// What is odd about a visit that is taken in.
    Remark {
        /// It was booked after it began, or later than now: when it was booked is not known.
        Booked = "booked",
        /// It is over and nobody said what came of it: it counts as neither a visit nor a no-show.
        NoOutcome = "no_outcome",
        /// The same id stands in the table twice: the last one holds.
        Twice = "twice",
        /// The patient's birth date can't be true: it is left out.
        Birth = "birth",
        /// A reason for leaving without its day, or one to come: it is left out.
        Left = "left",
    }
}

/// What another system says of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Where it stands; if nothing is said, what is over has taken place and the rest is booked.
    pub status: Option<Status>,
    /// When it begins.
    pub starts: Time,
    /// When it was booked.
    pub booked: Option<Time>,
    /// When it was called off.
    pub ended: Option<Time>,
}

/// A visit as the practice keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Where it stands.
    pub status: Status,
    /// When it begins.
    pub starts: Time,
    /// When it was booked, if that is known.
    pub booked: Option<Time>,
    /// Days from the booking to the visit, in the practice's calendar.
    pub lead_days: Option<i64>,
    /// From when until when a time was kept for the patient; as long as nothing if it never was, or nobody knows until when.
    pub held: (Time, Time),
}

/// The day of an instant.
pub fn day(at: Time, zone: &TimeZone) -> Date {
    let at = at.to_jiff().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    zone.to_datetime(at).date()
}

/// Days from one day to another; negative if it is earlier.
fn days(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// Judges what is said of a visit.
pub fn judge(told: &Told, now: Time, zone: &TimeZone) -> Result<(Visit, Vec<Remark>), Dirt> {
    let (today, date) = (day(now, zone), day(told.starts, zone));
    if date.year() < limits::FIRST_YEAR || told.starts > now + limits::VISIT_AHEAD {
        return Err(Dirt::Far);
    }
    let ahead = date > today;
    let unsaid = if ahead { Status::Booked } else { Status::Fulfilled };
    let status = told.status.unwrap_or(unsaid);
    if status.tells_outcome() && ahead {
        return Err(Dirt::Ahead);
    }
    let mut remarks = Vec::new();
    let lead = |booked: &Time| days(day(*booked, zone), date);
    let booked = told.booked.filter(|booked| lead(booked) >= 0 && *booked <= now);
    if booked != told.booked {
        remarks.push(Remark::Booked);
    }
    let open = matches!(
        status,
        Status::Proposed | Status::Pending | Status::Booked | Status::Waitlist
    );
    if open && date < today {
        remarks.push(Remark::NoOutcome);
    }
    let visit = Visit {
        status,
        starts: told.starts,
        booked,
        lead_days: booked.as_ref().map(lead),
        held: held(status, told, booked, now),
    };
    Ok((visit, remarks))
}

/// When a time was kept. Of one whose booking nobody dated it is known from now on only.
fn held(status: Status, told: &Told, booked: Option<Time>, now: Time) -> (Time, Time) {
    let from = booked.unwrap_or(now).min(told.starts);
    let until = match (status.was_held(), status) {
        (false, _) => from,
        (true, Status::Cancelled) => told.ended.unwrap_or(from),
        (true, _) => told.starts,
    };
    (from, until.clamp(from, told.starts))
}

/// Whether somebody can have been born on the day, and be seen on the other.
pub fn can_be_born(born: Date, seen: Date) -> bool {
    born <= seen && seen.year() - born.year() <= limits::AGE_MAX
}

#[cfg(test)]
mod tests;
