//! One request at the desk: its thread, the reply and the note kept apart, and what can be done with it. A refused act
//! shows the page as it is now, with what was typed still in its box.

use anteroom_core::access::Right;

use crate::errors::Problem;
use crate::table::{Needs, Route};

mod acts;
mod matters;
mod notices;
mod page;
pub(crate) mod snooze;
mod start;
mod walk;

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::get("/desk/{slug}/requests/new", work, start::form),
        Route::post("/desk/{slug}/requests/new", work, start::start),
        Route::get("/desk/{slug}/requests/{number}", work, page::show),
        Route::post("/desk/{slug}/requests/{number}/replies", work, acts::reply),
        Route::post(
            "/desk/{slug}/requests/{number}/replies/{entry}/retraction",
            work,
            acts::take_back,
        ),
        Route::post("/desk/{slug}/requests/{number}/notes", work, acts::note),
        Route::post("/desk/{slug}/requests/{number}/attempts", work, acts::attempt),
        Route::post("/desk/{slug}/requests/{number}/assignment", work, acts::assign),
        Route::post("/desk/{slug}/requests/{number}/snooze", work, acts::snooze),
        Route::post("/desk/{slug}/requests/{number}/closure", work, acts::close),
        Route::post("/desk/{slug}/requests/{number}/reopening", work, acts::reopen),
        Route::post("/desk/{slug}/requests/{number}/merge", work, acts::merge),
        Route::post(
            "/desk/{slug}/requests/{number}/separation",
            work,
            matters::unmerge,
        ),
        Route::post("/desk/{slug}/requests/{number}/parts", work, matters::split),
        Route::post("/desk/{slug}/requests/{number}/links", work, matters::link),
        Route::post(
            "/desk/{slug}/requests/{number}/links/removal",
            work,
            matters::unlink,
        ),
        Route::post("/desk/{slug}/requests/{number}/tags", work, matters::retag),
        Route::post(
            "/desk/{slug}/requests/{number}/words/{entry}",
            work,
            acts::not_just_thanks,
        ),
        Route::post(
            "/desk/{slug}/requests/{number}/obligation",
            work,
            acts::answer_obligation,
        ),
    ]
}

/// A request's number for people, as it stands in a path: digits, and the form in which the pages write it.
pub(crate) fn number(text: &str) -> Result<i64, Problem> {
    let number: i64 = text.parse().map_err(|_| Problem::Missing)?;
    if number > 0 && number.to_string() == text {
        Ok(number)
    } else {
        Err(Problem::Missing)
    }
}

#[cfg(test)]
mod parting;
#[cfg(test)]
mod stories;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_way_to_be_written() {
        assert_eq!(number("1042"), Ok(1042));
        for other in [
            "",
            "0",
            "-1",
            "+7",
            "007",
            "7 ",
            "99999999999999999999",
            "#7",
            "\0",
        ] {
            assert_eq!(number(other), Err(Problem::Missing), "{other}");
        }
    }
}
