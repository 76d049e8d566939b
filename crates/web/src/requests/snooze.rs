//! Until when a request is put out of sight: an hour, the next morning, the next Monday, or a time that was typed. In the
//! practice's zone, at its opening.

use anteroom_app::hours::first_opening;
use anteroom_core::{Span, Time};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::Staff;

/// When a morning starts at a desk that is open all night, or shut.
const MORNING: i8 = 8;

/// A ready-made time, with the word that its button sends.
pub(crate) struct Preset {
    pub word: &'static str,
    pub label: String,
}

async fn morning(web: &Web, f: &Staff, date: Date) -> Result<Option<Time>, Problem> {
    let zone = f.when.zone();
    let opening = first_opening(&web.app, f.practice(), date).await?;
    let opening = opening
        .and_then(Time::to_jiff)
        .map(|at| at.to_zoned_datetime(zone.clone()).datetime());
    Ok(instant(opening_or_morning(opening, date), zone))
}

/// The opening, unless the place doesn't close for the night.
fn opening_or_morning(opening: Option<DateTime>, date: Date) -> DateTime {
    match opening {
        Some(at) if at.time() != jiff::civil::Time::midnight() => at,
        Some(at) => at.date().at(MORNING, 0, 0, 0),
        None => date.at(MORNING, 0, 0, 0),
    }
}

fn instant(at: DateTime, zone: &TimeZone) -> Option<Time> {
    at.to_zoned_datetime(zone.clone())
        .ok()
        .map(|at| Time::from(at.timestamp()))
}

/// The day after, and the next Monday after today.
fn days(today: Date) -> Option<(Date, Date)> {
    Some((
        today.tomorrow().ok()?,
        today.nth_weekday(1, Weekday::Monday).ok()?,
    ))
}

async fn of_word(web: &Web, f: &Staff, word: &str) -> Result<Option<Time>, Problem> {
    let now = f.when.now();
    let today = now
        .to_jiff()
        .map(|now| now.to_zoned_datetime(f.when.zone().clone()).date());
    let Some((tomorrow, monday)) = today.and_then(days) else {
        return Ok(None);
    };
    match word {
        "hour" => Ok(Some(now + Span::from_hours(1))),
        "tomorrow" => morning(web, f, tomorrow).await,
        "monday" => morning(web, f, monday).await,
        _ => Ok(None),
    }
}

/// The ready-made times, each with what it means now.
pub(crate) async fn presets(web: &Web, f: &Staff) -> Result<Vec<Preset>, Problem> {
    let mut presets = Vec::new();
    for word in ["hour", "tomorrow", "monday"] {
        if let Some(at) = of_word(web, f, word).await? {
            let label = f.w.with(&format!("snooze-{word}"), "when", f.when.moment(at));
            presets.push(Preset { word, label });
        }
    }
    Ok(presets)
}

/// The instant that a form asks for; nothing if it can't be understood.
pub(crate) async fn asked(web: &Web, f: &Staff, typed: &Fields) -> Result<Option<Time>, Problem> {
    match typed.text("until") {
        "" => Ok(typed
            .parsed::<DateTime>("at")
            .and_then(|at| instant(at, f.when.zone()))),
        word => of_word(web, f, word).await,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn next_monday_is_never_today() {
        let (tomorrow, monday) = days(date(2026, 11, 2)).unwrap();
        assert_eq!((tomorrow, monday), (date(2026, 11, 3), date(2026, 11, 9)));
        assert_eq!(days(date(2026, 11, 8)).unwrap().1, date(2026, 11, 9));
    }

    #[test]
    fn a_desk_that_never_closes_has_its_morning_at_eight() {
        let day = date(2026, 11, 3);
        assert_eq!(
            opening_or_morning(Some(day.at(7, 30, 0, 0)), day),
            day.at(7, 30, 0, 0)
        );
        assert_eq!(
            opening_or_morning(Some(day.at(0, 0, 0, 0)), day),
            day.at(8, 0, 0, 0)
        );
        assert_eq!(opening_or_morning(None, day), day.at(8, 0, 0, 0));
    }
}
