//! The week of a place as somebody else's table tells it: days with times, days on which it is shut, and days of which nobody
//! can tell, whose words are kept and never read as times. It knows no table and no closures, which such tables don't have.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, ZonedDateTime};

use super::Opening;
use crate::Time;
use crate::hours::{HoursError, HoursPlan, Schedule, WeeklyPattern, WeeklySpan, format_weekly, parse_weekly};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A week as it was told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Week {
    /// The openings that are known.
    pub spans: Vec<WeeklySpan>,
    /// The days of which nobody can tell, in the order of the week, each with the words that stand for it; they may be none.
    pub unsure: Vec<(Weekday, String)>,
}

impl Week {
    /// Reads back what [`Week::written`] wrote: the hours in their compact form, and a line for each day of which nobody can
    /// tell, its number (1 is Monday) before its words.
    pub fn parse(hours: &str, said: &str) -> Result<Self, HoursError> {
        let line = |line: &str| {
            let (day, words) = line.split_once(' ').unwrap_or((line, ""));
            let day = day
                .parse()
                .ok()
                .and_then(|day| Weekday::from_monday_one_offset(day).ok());
            day.map(|day| (day, words.to_owned()))
                .ok_or(HoursError::NotUnderstood {
                    part: line.chars().take(40).collect(),
                    wanted: "a day's number and its words",
                })
        };
        Ok(Self {
            spans: parse_weekly(hours)?,
            unsure: said.lines().map(line).collect::<Result<_, _>>()?,
        })
    }

    /// Both texts, as the database keeps them.
    pub fn written(&self) -> (String, String) {
        let line = |(day, words): &(Weekday, String)| {
            let words = crate::text::squeeze(words);
            format!("{} {words}", day.to_monday_one_offset())
                .trim_end()
                .to_owned()
        };
        let said: Vec<String> = self.unsure.iter().map(line).collect();
        (format_weekly(&self.spans), said.join("\n"))
    }

    /// Whether anything is known of it.
    pub fn is_known(&self) -> bool {
        self.unsure.len() < 7
    }

    /// What it says now. On a holiday nobody can tell, since such tables speak of weeks and not of days, but for a place that
    /// is open around the clock; and what lies beyond a day of which nobody can tell is not told.
    pub fn opening(&self, zone: &TimeZone, now: Time, holidays: &[Date]) -> Result<Opening, HoursError> {
        let Some(here) = now.to_jiff().map(|at| at.to_zoned_datetime(zone.clone())) else {
            return Ok(Opening::Unknown);
        };
        if self.is_unsure(here.date(), holidays) {
            return Ok(Opening::Unknown);
        }
        let plan = HoursPlan {
            weekly: vec![WeeklyPattern {
                spans: self.spans.clone(),
                ..WeeklyPattern::default()
            }],
            ..HoursPlan::never(zone.clone())
        };
        let schedule = Schedule::compile(&plan)?;
        let told = |(at, _): (Time, bool)| self.reaches(&here, at, holidays).then_some(at);
        let change = schedule.next_change(now).and_then(told);
        Ok(if schedule.is_open(now) {
            Opening::Open(change)
        } else {
            Opening::Closed(change)
        })
    }

    /// Whether every day from the next on to the one of that instant is known.
    fn reaches(&self, here: &ZonedDateTime, at: Time, holidays: &[Date]) -> bool {
        let there = at
            .to_jiff()
            .map(|at| at.to_zoned_datetime(here.time_zone().clone()).date());
        let days = std::iter::successors(here.date().tomorrow().ok(), |day| day.checked_add(1.day()).ok());
        // A week that doesn't change within a week never does.
        let mut days = days
            .take(8)
            .take_while(|day| there.is_some_and(|there| *day <= there));
        there.is_some() && !days.any(|day| self.is_unsure(day, holidays))
    }

    fn is_unsure(&self, day: Date, holidays: &[Date]) -> bool {
        let weekday = day.weekday();
        let whole = |span: &WeeklySpan| span.day == weekday && span.start == 0 && span.length >= DAY;
        let kept = holidays.contains(&day) && !self.spans.iter().any(whole);
        kept || self.unsure.iter().any(|(unsure, _)| *unsure == weekday)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::zone_named;
    use jiff::civil::date;

    fn at(text: &str) -> Time {
        Time::from(text.parse::<jiff::Timestamp>().unwrap())
    }

    fn said(week: &Week, now: &str, holidays: &[Date]) -> Opening {
        let zone = zone_named("America/Chicago").unwrap();
        week.opening(&zone, at(now), holidays).unwrap()
    }

    // 2026-11-03 is a Tuesday.
    const NIGHT: &str = "2026-11-03T22:00:00-06:00";
    const MORNING: &str = "2026-11-03T10:00:00-06:00";

    #[test]
    fn a_week_that_is_known_says_until_when_and_from_when() {
        let week = Week::parse("Mon-Fri 08:00-16:30", "").unwrap();
        let closes = at("2026-11-03T16:30:00-06:00");
        assert_eq!(said(&week, MORNING, &[]), Opening::Open(Some(closes)));
        let opens = at("2026-11-04T08:00:00-06:00");
        assert_eq!(said(&week, NIGHT, &[]), Opening::Closed(Some(opens)));
        let always = Week::parse("24/7", "").unwrap();
        assert_eq!(said(&always, NIGHT, &[]), Opening::Open(None));
    }

    #[test]
    fn nothing_is_told_of_a_day_that_has_words_for_hours_nor_of_what_lies_beyond_it() {
        let week = Week::parse("Mon-Tue 08:00-16:30; Thu 08:00-16:30", "3 AM-PM").unwrap();
        assert_eq!(said(&week, NIGHT, &[]), Opening::Closed(None));
        assert_eq!(said(&week, "2026-11-04T10:00:00-06:00", &[]), Opening::Unknown);
        let thursday = at("2026-11-05T16:30:00-06:00");
        assert_eq!(
            said(&week, "2026-11-05T10:00:00-06:00", &[]),
            Opening::Open(Some(thursday))
        );
        let midnight = Week::parse("Tue 08:00-24:00", "3 by appointment").unwrap();
        assert_eq!(said(&midnight, MORNING, &[]), Opening::Open(None));
    }

    #[test]
    fn on_a_holiday_nobody_can_tell_unless_it_never_closes() {
        let week = Week::parse("Mon-Fri 08:00-16:30", "").unwrap();
        assert_eq!(said(&week, MORNING, &[date(2026, 11, 3)]), Opening::Unknown);
        assert_eq!(said(&week, NIGHT, &[date(2026, 11, 4)]), Opening::Closed(None));
        let always = Week::parse("24/7", "").unwrap();
        assert_eq!(said(&always, MORNING, &[date(2026, 11, 3)]), Opening::Open(None));
    }

    #[test]
    fn a_place_that_tells_nothing_is_neither_open_nor_closed() {
        let week = Week::parse("closed", "1\n2\n3\n4\n5\n6\n7").unwrap();
        assert!(!week.is_known());
        assert_eq!(said(&week, MORNING, &[]), Opening::Unknown);
        assert_eq!(
            Week::default().opening(&TimeZone::UTC, Time::MAX, &[]),
            Ok(Opening::Unknown)
        );
    }

    #[test]
    fn a_week_is_read_back_as_it_was_written() {
        let week = Week {
            spans: parse_weekly("Mon-Wed 08:00-12:00,13:00-17:00").unwrap(),
            unsure: vec![
                (Weekday::Friday, "by  appointment\nonly".to_owned()),
                (Weekday::Sunday, String::new()),
            ],
        };
        let (hours, said) = week.written();
        assert_eq!(said, "5 by appointment only\n7");
        let back = Week::parse(&hours, &said).unwrap();
        assert_eq!(back.spans, week.spans);
        assert_eq!(back.unsure[0].1, "by appointment only");
        assert!(Week::parse("closed", "8 x").is_err() && Week::parse("closed", "Monday").is_err());
    }
}
