//! The second clock, in calendar days: what a law or the practice itself sets for records and complaints.
//!
//! It never stands in for the response clock, which runs beside it, and it is met by a reply with a finding, one request
//! at a time.

use jiff::ToSpan;
use jiff::tz::TimeZone;

use crate::Time;

crate::words! {
    /// Where a second clock comes from.
    Source {
        /// A patient's access to their records: 30 days (45 CFR 164.524(b)(2)).
        Records = "records",
        /// A complaint, in the days that the practice sets.
        Complaint = "complaint",
    }
}

/// A second clock's rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Where it comes from.
    pub source: Source,
    /// Calendar days until the reply.
    pub days: u16,
}

impl Rule {
    /// 45 CFR 164.524(b)(2)(i): no later than 30 days after receipt of the request.
    pub const RECORDS: Rule = Rule {
        source: Source::Records,
        days: 30,
    };
    /// 30 days until the practice says otherwise; payers' grievance rules use the same (42 CFR 422.564(e)(1)).
    pub const COMPLAINT: Rule = Rule {
        source: Source::Complaint,
        days: 30,
    };

    /// The instant before which the reply is due: the end of the last day in the practice's zone.
    pub fn due_at(&self, started_at: Time, zone: &TimeZone) -> Time {
        let due = started_at.to_jiff().and_then(|at| {
            let last = at
                .to_zoned_datetime(zone.clone())
                .date()
                .checked_add(i64::from(self.days).days())
                .ok()?;
            last.tomorrow().ok()?.to_zoned_datetime(zone.clone()).ok()
        });
        due.map_or(Time::MAX, |day| Time::from(day.timestamp()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_due_by_the_end_of_the_thirtieth_day_in_the_practices_zone() {
        let zone = TimeZone::get("America/New_York").expect("bundled zone");
        let asked: jiff::Timestamp = "2026-10-20T23:30:00-04:00".parse().expect("an instant");
        let due: jiff::Timestamp = "2026-11-20T00:00:00-05:00".parse().expect("an instant");
        assert_eq!(Rule::RECORDS.due_at(Time::from(asked), &zone), Time::from(due));
    }
}
