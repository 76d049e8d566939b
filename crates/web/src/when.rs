//! Instants in words: "10:48", "tomorrow 9:05", "Tuesday 10:48", in the practice's zone and the page's language. It is
//! told what time it is.

use anteroom_core::hours::zone_named;
use anteroom_core::{Span, Time};
use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::i18n::Words;

/// Says instants as seen from one place at one moment.
#[derive(Debug, Clone)]
pub(crate) struct When {
    words: Words,
    zone: TimeZone,
    now: Time,
}

impl When {
    /// Seen from a zone (IANA name; an unknown one is read as UTC).
    pub(crate) fn new(words: Words, zone: &str, now: Time) -> Self {
        Self {
            words,
            zone: zone_named(zone).unwrap_or(TimeZone::UTC),
            now,
        }
    }

    /// The same for a reader elsewhere.
    pub(crate) fn at_zone(&self, zone: &str) -> Self {
        Self::new(self.words, zone, self.now)
    }

    /// The zone of the words.
    pub(crate) fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Now.
    pub(crate) fn now(&self) -> Time {
        self.now
    }

    /// Which day of the week it is there, 0 for Monday.
    pub(crate) fn weekday_now(&self) -> usize {
        let day = self
            .here(self.now)
            .map_or(0, |here| here.weekday().to_monday_zero_offset());
        usize::try_from(day).unwrap_or_default()
    }

    fn here(&self, at: Time) -> Option<ZonedDateTime> {
        at.to_jiff().map(|at| at.to_zoned_datetime(self.zone.clone()))
    }

    /// The calendar day of an instant.
    pub(crate) fn day_of(&self, at: Time) -> Date {
        self.here(at).map_or(Date::MAX, |there| there.date())
    }

    /// The time of day alone: "10:48", "5 pm".
    pub(crate) fn clock(&self, at: Time) -> String {
        let Some(at) = self.here(at) else {
            return self.words.t("when-never");
        };
        self.face(at.hour(), at.minute())
    }

    /// What a clock shows at an hour and minute of the day.
    pub(crate) fn face(&self, hour: i8, minute: i8) -> String {
        if !self.words.hour12 {
            return format!("{hour}:{minute:02}");
        }
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let face = if minute == 0 {
            twelve.to_string()
        } else {
            format!("{twelve}:{minute:02}")
        };
        self.words
            .with(if hour < 12 { "when-am" } else { "when-pm" }, "face", face)
    }

    /// Day and time, as short as it is plain: the time alone today, a weekday within the week, else the date.
    pub(crate) fn moment(&self, at: Time) -> String {
        self.moment_of(at, self.clock(at), |day, clock| format!("{day} {clock}"))
    }

    /// The same inside of a sentence that says until when: "11:12", and in Spanish "a las 11:12".
    pub(crate) fn by(&self, at: Time) -> String {
        let one = self.here(at).is_some_and(|there| there.hour() == 1);
        let key = if one { "when-by-one" } else { "when-by-clock" };
        let clock = self.words.with(key, "clock", self.clock(at));
        self.moment_of(at, clock, |day, clock| {
            self.words.with2("when-by-day", ("day", day), ("clock", clock))
        })
    }

    fn moment_of(&self, at: Time, clock: String, on: impl Fn(String, String) -> String) -> String {
        let (Some(there), Some(today)) = (self.here(at), self.here(self.now)) else {
            return self.words.t("when-never");
        };
        let days = today
            .date()
            .until(there.date())
            .map_or(i32::MAX, |span| span.get_days());
        match days {
            0 => clock,
            1 => self.words.with("when-tomorrow", "clock", clock),
            -1 => self.words.with("when-yesterday", "clock", clock),
            -6..=6 => on(self.weekday(&there), clock),
            _ => on(self.date(at), clock),
        }
    }

    /// The weekday and the time: "Tuesday 10:42".
    pub(crate) fn weekday_clock(&self, at: Time) -> String {
        self.here(at).map_or_else(String::new, |there| {
            format!("{} {}", self.weekday(&there), self.clock(at))
        })
    }

    fn weekday(&self, at: &ZonedDateTime) -> String {
        self.words.with(
            "when-weekday",
            "n",
            i64::from(at.weekday().to_monday_one_offset()),
        )
    }

    /// The date, with its year where it isn't this one.
    pub(crate) fn date(&self, at: Time) -> String {
        self.here(at)
            .map_or_else(|| self.words.t("when-never"), |there| self.dated(there.date()))
    }

    /// A calendar day with its weekday: "Tuesday, November 3".
    pub(crate) fn day(&self, day: Date) -> String {
        let weekday = i64::from(day.weekday().to_monday_one_offset());
        let weekday = self.words.with("when-weekday", "n", weekday);
        self.words
            .with2("when-day", ("weekday", weekday), ("date", self.dated(day)))
    }

    fn dated(&self, day: Date) -> String {
        let month = self.words.with("when-month", "n", i64::from(day.month()));
        let this_year = self
            .here(self.now)
            .is_some_and(|today| today.year() == day.year());
        let key = if this_year { "when-date" } else { "when-date-year" };
        let values = [
            ("day", i64::from(day.day()).into()),
            ("month", month.into()),
            ("year", day.year().to_string().into()),
        ];
        self.words.all(key, &values)
    }

    /// A length in minutes or hours: "9 min", "2 h 30".
    pub(crate) fn length(&self, span: Span) -> String {
        self.minutes(span.whole_minutes())
    }

    /// The same from whole minutes.
    pub(crate) fn minutes(&self, minutes: i64) -> String {
        /// From here on a length is told in hours.
        const HOURS_FROM: i64 = 100;
        if minutes < HOURS_FROM {
            return self.words.with("length-minutes", "n", minutes);
        }
        if minutes % 60 == 0 {
            return self.words.with("length-whole-hours", "h", minutes / 60);
        }
        let rest = format!("{:02}", minutes % 60);
        self.words.with2("length-hours", ("h", minutes / 60), ("m", rest))
    }
}

/// The instant as machines read it, for `datetime` attributes.
pub(crate) fn machine(at: Time) -> String {
    at.to_jiff().map_or_else(String::new, |at| at.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn at(text: &str) -> Time {
        Time::from(text.parse::<jiff::Timestamp>().unwrap())
    }

    fn seen(lang: Lang, country: &str) -> When {
        // A Tuesday.
        When::new(
            Words::new(lang, country),
            "America/Chicago",
            at("2026-11-03T10:18:00-06:00"),
        )
    }

    #[test]
    fn an_american_reads_twelve_hours_and_everybody_else_twenty_four() {
        let afternoon = at("2026-11-03T17:00:00-06:00");
        assert_eq!(seen(Lang::En, "US").clock(afternoon), "5 pm");
        assert_eq!(seen(Lang::En, "GB").clock(afternoon), "17:00");
        assert_eq!(seen(Lang::Es, "US").clock(afternoon), "17:00");
        assert_eq!(
            seen(Lang::En, "US").clock(at("2026-11-03T00:05:00-06:00")),
            "12:05 am"
        );
        assert_eq!(
            seen(Lang::En, "US").clock(at("2026-11-03T12:30:00-06:00")),
            "12:30 pm"
        );
    }

    #[test]
    fn a_moment_names_the_day_only_when_it_is_another() {
        let when = seen(Lang::En, "GB");
        assert_eq!(when.moment(at("2026-11-03T10:48:00-06:00")), "10:48");
        assert_eq!(when.moment(at("2026-11-04T09:05:00-06:00")), "tomorrow 9:05");
        assert_eq!(when.moment(at("2026-11-02T09:05:00-06:00")), "yesterday 9:05");
        assert_eq!(when.moment(at("2026-11-06T09:05:00-06:00")), "Friday 9:05");
        assert_eq!(when.moment(at("2026-12-24T09:05:00-06:00")), "December 24 9:05");
        assert_eq!(
            when.moment(at("2025-12-24T09:05:00-06:00")),
            "December 24, 2025 9:05"
        );
        assert_eq!(
            seen(Lang::Es, "US").moment(at("2026-11-04T09:05:00-06:00")),
            "mañana 9:05"
        );
        assert_eq!(
            seen(Lang::Es, "US").moment(at("2026-12-24T09:05:00-06:00")),
            "24 de diciembre 9:05"
        );
    }

    #[test]
    fn a_promise_reads_as_a_sentence_in_both_languages() {
        let (en, es) = (seen(Lang::En, "US"), seen(Lang::Es, "US"));
        for (then, english, spanish) in [
            ("2026-11-03T11:12:00-06:00", "11:12 am", "a las 11:12"),
            ("2026-11-03T13:05:00-06:00", "1:05 pm", "a las 13:05"),
            (
                "2026-11-04T01:05:00-06:00",
                "tomorrow 1:05 am",
                "mañana a la 1:05",
            ),
            (
                "2026-11-06T09:00:00-06:00",
                "Friday 9 am",
                "el viernes a las 9:00",
            ),
            (
                "2026-12-24T09:00:00-06:00",
                "December 24 9 am",
                "el 24 de diciembre a las 9:00",
            ),
        ] {
            assert_eq!(en.by(at(then)), english);
            assert_eq!(es.by(at(then)), spanish);
        }
    }

    #[test]
    fn the_day_changes_at_the_practices_midnight_and_not_at_utc() {
        let when = seen(Lang::En, "GB");
        assert_eq!(when.moment(at("2026-11-04T05:30:00Z")), "23:30");
        assert_eq!(
            when.at_zone("Europe/Berlin").moment(at("2026-11-03T23:30:00Z")),
            "tomorrow 0:30"
        );
    }

    #[test]
    fn a_length_is_told_in_hours_from_a_hundred_minutes_on() {
        let when = seen(Lang::En, "US");
        assert_eq!(when.length(Span::from_minutes(99)), "99 min");
        assert_eq!(when.length(Span::from_minutes(150)), "2 h 30");
        assert_eq!(when.length(Span::from_minutes(360)), "6 h");
    }
}
