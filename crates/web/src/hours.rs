//! Hours in words: what a week means, what differs from it and why. It knows no page.

use anteroom_app::hours::Shut;
use anteroom_app::hours::calendar::{Calendar, Day, Follows};
use anteroom_core::hours::{Opening, WeeklySpan};

use crate::frame::door;
use crate::i18n::Words;
use crate::when::When;

/// Minutes of a day and of a week.
const DAY: u16 = 24 * 60;
const WEEK: u32 = 7 * 24 * 60;

/// A time of day, minutes after midnight; those past midnight are the next day's.
fn clock(when: &When, minutes: u16) -> String {
    let within = minutes % DAY;
    let small = |value: u16| i8::try_from(value).unwrap_or_default();
    when.face(small(within / 60), small(within % 60))
}

/// From one minute after midnight to another, in words.
pub(crate) fn times(w: Words, when: &When, from: u16, to: u16) -> String {
    let said = [clock(when, from), clock(when, to)];
    let [from, until] = said;
    let key = if to > DAY {
        "hours-overnight"
    } else {
        "hours-times"
    };
    match (to, key) {
        (DAY, _) => w.with("hours-to-midnight", "from", from),
        (_, "hours-overnight") => w.with2("hours-overnight", ("from", from), ("to", until)),
        _ => w.with2("hours-times", ("from", from), ("to", until)),
    }
}

/// A day of the week, 0 for Monday.
pub(crate) fn weekday(w: Words, day: usize) -> String {
    w.with("when-weekday", "n", i64::try_from(day + 1).unwrap_or_default())
}

/// A week in one sentence: "Open Monday to Friday 8 am to 5 pm, Saturday 9 am to 12 pm."
pub(crate) fn week(w: Words, when: &When, spans: &[WeeklySpan]) -> String {
    let total: u32 = spans.iter().map(|span| u32::from(span.length)).sum();
    if total >= WEEK {
        return w.t("hours-always");
    }
    let of_day = |day: usize| {
        let spans = spans
            .iter()
            .filter(|span| usize::try_from(span.day.to_monday_zero_offset()) == Ok(day));
        let said = spans.map(|span| times(w, when, span.start, span.start + span.length));
        said.collect::<Vec<_>>().join(&w.t("hours-and"))
    };
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for day in 0..7 {
        let said = of_day(day);
        match runs.last_mut() {
            Some((_, last, text)) if *text == said && *last + 1 == day => *last = day,
            _ => runs.push((day, day, said)),
        }
    }
    let open = runs.into_iter().filter(|(.., said)| !said.is_empty());
    let told = open.map(|(first, last, said)| {
        let days = match last - first {
            0 => weekday(w, first),
            1 => format!("{}{}{}", weekday(w, first), w.t("hours-and"), weekday(w, last)),
            _ => w.with2(
                "hours-range",
                ("from", weekday(w, first)),
                ("to", weekday(w, last)),
            ),
        };
        format!("{days} {said}")
    });
    let told = told.collect::<Vec<_>>().join(", ");
    if told.is_empty() {
        w.t("hours-never")
    } else {
        w.with("hours-open", "days", told)
    }
}

/// The times of one day, in words; empty where it is closed.
pub(crate) fn of_day(w: Words, when: &When, openings: &[Opening]) -> String {
    let minute = |at: jiff::civil::DateTime| {
        u16::try_from(at.hour()).unwrap_or_default() * 60 + u16::try_from(at.minute()).unwrap_or_default()
    };
    let said = openings.iter().map(|opening| {
        let to = minute(opening.to);
        times(w, when, minute(opening.from), if to == 0 { DAY } else { to })
    });
    said.collect::<Vec<_>>().join(&w.t("hours-and"))
}

/// The name of a holiday by its key, as the hours engine names it.
fn holiday(w: Words, key: &str) -> String {
    let word = key.strip_prefix("holiday-").unwrap_or(key);
    w.maybe("holiday", word).unwrap_or_else(|| word.to_owned())
}

/// Why a day differs.
pub(crate) fn why(w: Words, day: &Day) -> String {
    let mut why = day.reasons.clone();
    why.extend(day.holiday.as_deref().map(|key| holiday(w, key)));
    why.join(", ")
}

/// A day that differs from its week: "Closed Thursday, November 26: Thanksgiving."
pub(crate) fn differing(w: Words, when: &When, day: &Day) -> String {
    let (date, why, hours) = (when.day(day.date), why(w, day), of_day(w, when, &day.openings));
    let told = if hours.is_empty() {
        w.with("hours-closed-on", "day", date)
    } else {
        w.with2("hours-open-on", ("day", date), ("times", hours))
    };
    if why.is_empty() {
        format!("{told}.")
    } else {
        format!("{told}: {why}.")
    }
}

/// Whose hours a place has, where they aren't its own.
pub(crate) fn follows(w: Words, calendar: &Calendar) -> Option<String> {
    match &calendar.follows {
        Follows::Own => None,
        Follows::Desk => Some(w.t("hours-follows-desk")),
        Follows::Location(name) => Some(w.with("hours-follows", "name", name.clone())),
    }
}

/// A place's hours, sentence by sentence, with at most so many of the coming days that differ.
pub(crate) fn meaning(
    w: Words,
    when: &When,
    (calendar, most): (&Calendar, usize),
    own_zone: &str,
) -> Vec<String> {
    let there = when.at_zone(&calendar.zone);
    let mut said = vec![week(w, &there, &calendar.week)];
    said.extend(follows(w, calendar));
    if calendar.zone != own_zone {
        said.push(w.with("hours-zone", "zone", calendar.zone.clone()));
    }
    if calendar.coming.is_empty() {
        said.push(w.t("hours-none-coming"));
    }
    said.extend(
        calendar
            .coming
            .iter()
            .take(most)
            .map(|day| differing(w, &there, day)),
    );
    if calendar.coming.len() > most {
        said.push(w.t("hours-more"));
    }
    said.push(format!("{}.", door(w, &there, calendar.door)));
    said
}

/// A long time without an open minute, and what it means for who asks.
pub(crate) fn shut(w: Words, when: &When, shut: &Shut) -> (String, String) {
    let from = when.moment(shut.from);
    match shut.until {
        Some(until) => {
            let days = until.since(shut.from).whole_minutes() / (24 * 60);
            let values = [
                ("from", from.into()),
                ("until", when.moment(until).into()),
                ("days", days.into()),
            ];
            (
                w.all("hours-shut", &values),
                w.with("hours-shut-help", "until", when.moment(until)),
            )
        }
        None => (
            w.with("hours-shut-ever", "from", from),
            w.t("hours-shut-ever-help"),
        ),
    }
}

/// A moment of the wall clock, with its day: "Thursday, December 24"; with its time where that isn't midnight.
pub(crate) fn moment(when: &When, at: jiff::civil::DateTime) -> String {
    let day = when.day(at.date());
    if at.time() == jiff::civil::Time::midnight() {
        return day;
    }
    format!("{day} {}", when.face(at.hour(), at.minute()))
}
