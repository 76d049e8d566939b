//! Calls at the desk: who waits at this moment, today by half hour, the week as it usually goes, and the calls behind every
//! number. What a connected phone system posts comes in here, too.

use anteroom_core::Span;
use anteroom_core::access::Right;
use anteroom_core::calls::Outcome;

use crate::frame::Staff;
use crate::i18n::Words;
use crate::table::{Needs, Route};

mod by_hand;
mod hook;
mod list;
mod now;
mod one;
#[cfg(test)]
mod stories;
mod week;

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::post("/hooks/{slug}/calls", Needs::Nothing, hook::posted),
        Route::get("/desk/{slug}/calls", work, now::page),
        Route::get("/desk/{slug}/calls/wall", work, now::wall),
        Route::get("/desk/{slug}/calls/week", work, week::page),
        Route::get("/desk/{slug}/calls/list", work, list::page),
        Route::get("/desk/{slug}/calls/new", work, by_hand::form),
        Route::post("/desk/{slug}/calls/new", work, by_hand::save),
        Route::get("/desk/{slug}/calls/{call}", work, one::page),
        Route::post("/desk/{slug}/calls/{call}/notes", work, one::note),
    ]
}

/// A length as a phone shows it: "0:22", "12:05", "1:00:05". Part seconds are left out.
pub(crate) fn clocked(span: Span) -> String {
    let seconds = span.micros().max(0) / 1_000_000;
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    }
}

/// The first words of a request; those of a caller who withheld their number and said nothing are ours.
pub(crate) fn subject(w: Words, subject: &str) -> String {
    if subject == anteroom_app::calls::WITHHELD {
        w.t("call-withheld")
    } else {
        subject.to_owned()
    }
}

/// What became of a call, in a word.
fn outcome(w: Words, outcome: Option<Outcome>) -> String {
    match outcome {
        Some(Outcome::Answered) => w.t("call-outcome-answered"),
        Some(Outcome::Abandoned) => w.t("call-outcome-abandoned"),
        Some(Outcome::Callback) => w.t("call-outcome-callback"),
        Some(Outcome::Voicemail) => w.t("call-outcome-voicemail"),
        Some(Outcome::Text) => w.t("call-outcome-text"),
        Some(Outcome::Overflow) => w.t("call-outcome-overflow"),
        Some(Outcome::AfterHours) => w.t("call-outcome-after-hours"),
        Some(Outcome::Lost) => w.t("call-outcome-lost"),
        None => w.t("call-goes-on"),
    }
}

/// What a request's thread is told of a call, in words; nothing for a line that is of something else.
pub(crate) fn told(f: &Staff, body: &str) -> Option<String> {
    let w = f.w;
    let rest = body.strip_prefix("call-")?;
    if rest == "after-all" {
        return Some(w.t("call-told-after-all"));
    }
    let (word, rest) = rest.split_once(' ')?;
    let (held, number) = rest.split_once(' ').unwrap_or((rest, ""));
    let became: Outcome = word.parse().ok()?;
    let held = Span::from_secs(held.parse().ok()?);
    let number = if number.is_empty() {
        w.t("call-number-withheld")
    } else {
        number.to_owned()
    };
    Some(w.all(
        "call-told",
        &[
            ("outcome", outcome(w, Some(became)).into()),
            ("number", number.into()),
            ("hold", clocked(held).into()),
        ],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_reads_as_a_phone_shows_it() {
        let shown = [0, 22, 59, 60, 725, 3_605].map(|seconds| clocked(Span::from_secs(seconds)));
        assert_eq!(shown, ["0:00", "0:22", "0:59", "1:00", "12:05", "1:00:05"]);
        assert_eq!(clocked(Span::from_micros(22_999_999)), "0:22");
        assert_eq!(clocked(Span::from_secs(-5)), "0:00");
    }
}
