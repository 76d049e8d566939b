//! Weekly hours as one line of text, such as `Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-12:00`.
//!
//! Decides what a person may type for a week and how a week is written back. It must not know validity, holidays or
//! exceptions: those have no compact form.
//!
//! A line is `24/7`, `closed`, or clauses parted by `;`. A clause is days (`Mon`, `Mon-Fri`, `Sat-Mon`, `Mon,Wed`, full
//! names too) and times parted by commas. A time that ends no later than it starts ends on the next day; one that goes on
//! for longer counts its end's hours on, so that `Fri 20:00-50:00` ends on Sunday at two.

use jiff::civil::Weekday;

use super::plan::{DAY_MINUTES, HoursError, WeeklySpan, bounded, every_hour};
use super::{HOURS_TEXT_MAX, SPAN_MINUTES_MAX, SPANS_MAX};

const ROUND_THE_CLOCK: &str = "24/7";
const NEVER: &str = "closed";

const CLAUSE: &str = "days and times such as Mon-Fri 08:00-17:00, or 24/7, or closed";
const DAYS: &str = "a day or days such as Mon or Mon-Fri";
const TIMES: &str = "from and to such as 08:00-17:00";
const CLOCK: &str = "a time of day such as 08:00";
const MIDNIGHTS: &str = "00:00-24:00 for a whole day";
const LENGTH: &str = "a span of at most 48 hours";

const DAY_NAMES: [(&str, &str, Weekday); 7] = [
    ("Mon", "Monday", Weekday::Monday),
    ("Tue", "Tuesday", Weekday::Tuesday),
    ("Wed", "Wednesday", Weekday::Wednesday),
    ("Thu", "Thursday", Weekday::Thursday),
    ("Fri", "Friday", Weekday::Friday),
    ("Sat", "Saturday", Weekday::Saturday),
    ("Sun", "Sunday", Weekday::Sunday),
];

/// Reads a week. The spans come sorted from Monday on, those of one day that meet as one.
pub fn parse_weekly(text: &str) -> Result<Vec<WeeklySpan>, HoursError> {
    if text.chars().count() > HOURS_TEXT_MAX {
        return Err(HoursError::TextTooLong);
    }
    let text = text.trim().replace('\u{2013}', "-");
    if text == ROUND_THE_CLOCK {
        return Ok(every_hour());
    }
    if text.eq_ignore_ascii_case(NEVER) {
        return Ok(Vec::new());
    }
    let mut spans = Vec::new();
    for clause in text.strip_suffix(';').unwrap_or(&text).split(';') {
        let clause = clause.trim();
        let times = clause.find(|letter: char| letter.is_ascii_digit());
        let (days, times) = times
            .map(|at| clause.split_at(at))
            .ok_or_else(|| wants(clause, CLAUSE))?;
        let days = parse_days(days)?;
        for time in times.split(',') {
            let (start, length) = parse_time(time.trim())?;
            spans.extend(days.iter().map(|&day| WeeklySpan { day, start, length }));
        }
    }
    let spans = tidied(spans);
    bounded("spans a week", spans.len(), SPANS_MAX)?;
    Ok(spans)
}

/// Writes a week so that [`parse_weekly`] reads the same openings back. Neighbouring days with the same hours share a
/// clause.
pub fn format_weekly(spans: &[WeeklySpan]) -> String {
    let spans = tidied(spans.to_vec());
    if spans.is_empty() {
        return NEVER.to_owned();
    }
    if spans == every_hour() {
        return ROUND_THE_CLOCK.to_owned();
    }
    let mut clauses: Vec<(&str, &str, String)> = Vec::new();
    let mut yesterday = String::new();
    for (name, _, day) in DAY_NAMES {
        let of_day = spans.iter().copied().filter(|span| span.day == day);
        let today = of_day.map(written).collect::<Vec<_>>().join(",");
        match clauses.last_mut() {
            Some(clause) if today == yesterday && !today.is_empty() => clause.1 = name,
            _ if today.is_empty() => {}
            _ => clauses.push((name, name, today.clone())),
        }
        yesterday = today;
    }
    let clause = |(first, last, times): (&str, &str, String)| {
        if first == last {
            format!("{first} {times}")
        } else {
            format!("{first}-{last} {times}")
        }
    };
    clauses.into_iter().map(clause).collect::<Vec<_>>().join("; ")
}

fn parse_days(text: &str) -> Result<Vec<Weekday>, HoursError> {
    let mut days = Vec::new();
    for part in text.split(',') {
        let part = part.trim();
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (parse_day(first, part)?, parse_day(last, part)?);
        let count = first.until(last) + 1;
        days.extend(first.cycle_forward().zip(0..count).map(|(day, _)| day));
    }
    Ok(days)
}

fn parse_day(text: &str, part: &str) -> Result<Weekday, HoursError> {
    let text = text.trim();
    let named = |(short, long, _): &&(&str, &str, Weekday)| {
        text.eq_ignore_ascii_case(short) || text.eq_ignore_ascii_case(long)
    };
    DAY_NAMES
        .iter()
        .find(named)
        .map(|name| name.2)
        .ok_or_else(|| wants(part, DAYS))
}

/// Start and length in minutes.
fn parse_time(part: &str) -> Result<(u16, u16), HoursError> {
    let (start, end) = part.split_once('-').ok_or_else(|| wants(part, TIMES))?;
    let (start, end) = (parse_clock(start.trim())?, parse_clock(end.trim())?);
    if start >= DAY_MINUTES {
        return Err(wants(part, CLOCK));
    }
    if start == end {
        return Err(wants(part, MIDNIGHTS));
    }
    let length = if end > start {
        end - start
    } else {
        end + DAY_MINUTES - start
    };
    if length > SPAN_MINUTES_MAX {
        Err(wants(part, LENGTH))
    } else {
        Ok((start, length))
    }
}

/// Minutes after midnight; under three days on, for the end of a long span.
fn parse_clock(text: &str) -> Result<u16, HoursError> {
    let number = |digits: &str, longest: usize| -> Option<u16> {
        let plain =
            (1..=longest).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let parsed = text.split_once(':').and_then(|(hours, minutes)| {
        let (hours, minutes) = (
            number(hours, 2)?,
            number(minutes, 2).filter(|_| minutes.len() == 2)?,
        );
        (hours < 72 && minutes < 60).then_some(hours * 60 + minutes)
    });
    parsed.ok_or_else(|| wants(text, CLOCK))
}

fn written(span: WeeklySpan) -> String {
    let end = span.end();
    let end = if end > DAY_MINUTES && span.length < DAY_MINUTES {
        end - DAY_MINUTES
    } else {
        end
    };
    format!(
        "{:02}:{:02}-{:02}:{:02}",
        span.start / 60,
        span.start % 60,
        end / 60,
        end % 60
    )
}

/// Sorted, with the spans of one day that meet or overlap made one where its length allows.
fn tidied(mut spans: Vec<WeeklySpan>) -> Vec<WeeklySpan> {
    spans.sort_unstable_by_key(|span| (span.day.to_monday_zero_offset(), span.start, span.length));
    let mut tidy: Vec<WeeklySpan> = Vec::with_capacity(spans.len());
    for span in spans {
        if let Some(last) = tidy.last_mut().filter(|last| last.day == span.day) {
            let joined = last.end().max(span.end()) - last.start;
            if span.start <= last.end() && joined <= SPAN_MINUTES_MAX {
                last.length = joined;
                continue;
            }
        }
        tidy.push(span);
    }
    tidy
}

/// The error for a part, which is shown no longer than a line.
fn wants(part: &str, wanted: &'static str) -> HoursError {
    HoursError::NotUnderstood {
        part: part.chars().take(40).collect(),
        wanted,
    }
}

#[cfg(test)]
mod tests;
