//! Surveys: the question as its link's holder reads and answers it, and what managers see of the answers.

mod link;
mod page;
mod trend;

use anteroom_app::surveys::Listed;
use anteroom_core::access::Right;
use anteroom_core::surveys::{Group, Occasion};
use jiff::civil::Date;

use crate::frame::Staff;
use crate::i18n::Words;
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/{slug}/survey/{token}", Needs::Nothing, link::read),
        Route::post("/{slug}/survey/{token}/score", Needs::Nothing, link::score),
        Route::post("/{slug}/survey/{token}/words", Needs::Nothing, link::words),
        Route::post("/{slug}/survey/{token}/no", Needs::Nothing, link::no),
        Route::get("/desk/{slug}/surveys", Needs::Desk(Right::Manage), page::page),
    ]
}

/// What a group of scores is called.
pub(crate) fn group_name(w: Words, group: Group) -> String {
    w.of("survey-group", group.as_str())
}

/// A month with its year.
pub(crate) fn month_name(f: &Staff, first: Date) -> String {
    let month = f.w.with("when-month", "n", i64::from(first.month()));
    f.w.with2(
        "survey-month",
        ("month", month),
        ("year", first.year().to_string()),
    )
}

/// When an answer was given: those that were brought in have a day, mostly, and no time of it.
pub(crate) fn answered_at(f: &Staff, answer: &Listed) -> String {
    match answer.occasion {
        Occasion::Import => f.when.date(answer.at),
        Occasion::Request | Occasion::Visit => f.when.moment(answer.at),
    }
}

#[cfg(test)]
mod stories;
