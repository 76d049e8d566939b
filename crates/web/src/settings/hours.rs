//! Hours: of the desk, of locations and of lines, told in words and as a calendar; the week, closures and openings of a
//! place, and the holidays that all keep. What a change would mean stands on the page before it can be saved.

use anteroom_app::Failure;
use anteroom_app::hours::calendar::{self, Calendar};
use anteroom_app::hours::{self, Edit, Foreseen, PlaceKind, foresee};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Button, Filled, Say, Sent, sent};
use super::{Leaf, Link, Side};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{Staff, door};
use crate::hours as say;
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

mod place;

pub(super) const LEAF: Leaf = Leaf {
    name: "hours",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/hours", needs, list),
        Route::post("/desk/{slug}/settings/hours", needs, keep_holidays),
        Route::get("/desk/{slug}/settings/hours/{place}", needs, place::show),
        Route::post("/desk/{slug}/settings/hours/{place}", needs, place::set_week),
        Route::post(
            "/desk/{slug}/settings/hours/{place}/exceptions",
            needs,
            place::except,
        ),
        Route::post(
            "/desk/{slug}/settings/hours/{place}/exceptions/{exception}/removal",
            needs,
            place::remove,
        ),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    door(f.w, &f.when, now.door)
}

/// A place in the list, in words.
struct Told {
    link: Link,
    said: Vec<String>,
    shut: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "settings/hours.html")]
struct ListPage<'a> {
    f: Staff,
    s: Side,
    says: Vec<Say>,
    mistakes: &'a Mistakes,
    places: Vec<Told>,
    holidays: Field,
    seen: String,
    buttons: Vec<Button>,
}

impl ListPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

/// Of the coming days that differ, how many the list of places tells.
const NEXT: usize = 2;

/// The countries whose holidays are known, as the form offers them.
const COUNTRIES: [&str; 3] = ["", "US", "DE"];

/// What is shown around a form: its status, what is wrong with it, what is to be said, and which form's meaning has been
/// shown, so that it can be saved.
struct Around<'a> {
    status: StatusCode,
    mistakes: &'a Mistakes,
    says: Vec<Say>,
    looked: &'static str,
    /// The calendar as it would be, where a change is looked at.
    drawn: Option<&'a Calendar>,
}

impl<'a> Around<'a> {
    fn fine(mistakes: &'a Mistakes) -> Self {
        Self {
            status: StatusCode::OK,
            mistakes,
            says: Vec::new(),
            looked: "",
            drawn: None,
        }
    }

    fn back((status, mistakes, say): (StatusCode, &'a Mistakes, Option<Say>)) -> Self {
        Self {
            status,
            mistakes,
            says: say.into_iter().collect(),
            looked: "",
            drawn: None,
        }
    }

    fn seen(mistakes: &'a Mistakes, says: Vec<Say>, looked: &'static str) -> Self {
        Self {
            says,
            looked,
            ..Self::fine(mistakes)
        }
    }
}

fn buttons(f: &Staff, looked: bool) -> Vec<Button> {
    let look = Button {
        value: "look",
        label: f.w.t("hours-look"),
        class: if looked { "ghost" } else { "" },
    };
    let save = Button {
        value: "save",
        label: f.w.t("settings-save"),
        class: "",
    };
    if looked { vec![save, look] } else { vec![look] }
}

/// A place's name, for people.
fn name(f: &Staff, calendar: &Calendar) -> String {
    if calendar.name.is_empty() {
        f.w.t("hours-desk")
    } else {
        calendar.name.clone()
    }
}

async fn listed(
    web: &Web,
    f: Staff,
    side: Side,
    typed: Option<&Fields>,
    around: Around<'_>,
) -> Result<Response, Problem> {
    let all = calendar::all(&web.app, f.practice()).await?;
    let (w, zone) = (f.w, f.practice().timezone.clone());
    let told = all.iter().map(|one| Told {
        link: Link::to(format!("{}/settings/hours/{}", f.base(), one.word), name(&f, one)),
        said: say::meaning(w, &f.when, (one, NEXT), &zone),
        shut: one
            .shut
            .as_ref()
            .map(|shut| say::shut(w, &f.when.at_zone(&one.zone), shut)),
    });
    let desk = all.first();
    let filled = Filled {
        w,
        present: vec![(
            "holidays",
            desk.map(|desk| desk.holidays.clone()).unwrap_or_default(),
        )],
        typed,
        mistakes: around.mistakes,
        overtaken: around.status == StatusCode::CONFLICT,
    };
    let options = COUNTRIES.map(|code| {
        let word = if code.is_empty() { "none" } else { code };
        (code.to_owned(), w.of("hours-holidays", &word.to_lowercase()))
    });
    let page = ListPage {
        places: told.collect(),
        holidays: filled.line("holidays").options(options.into()),
        seen: desk.map(|desk| desk.version.clone()).unwrap_or_default(),
        buttons: buttons(&f, !around.looked.is_empty()),
        says: around.says,
        mistakes: around.mistakes,
        s: side,
        f,
    };
    show_as(around.status, &page)
}

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    let side = Side::new(&f, LEAF.name).saved(&query);
    let mistakes = Mistakes::default();
    listed(&web, f, side, None, Around::fine(&mistakes)).await
}

/// What a change of hours would mean, in words.
fn foreseen(f: &Staff, seen: &Foreseen) -> Vec<Say> {
    let (w, calendar) = (f.w, &seen.calendar);
    let mut says = Vec::new();
    if let Some(shut) = &calendar.shut {
        let (title, help) = say::shut(w, &f.when.at_zone(&calendar.zone), shut);
        let mut loud = Say::new("s-broken", title);
        loud.lines.push(help);
        says.push(loud);
    }
    let mut would = Say::new("", w.with("hours-would", "place", name(f, calendar)));
    would.lines = say::meaning(w, &f.when, (calendar, usize::MAX), &f.practice().timezone);
    // A closure of the year after next is in no sentence about the coming one.
    would
        .lines
        .extend(place::exceptions(f, calendar).into_iter().map(|(said, _)| said));
    let moved = seen.later + seen.sooner;
    would.lines.push(match (seen.running, moved) {
        (0, _) => w.t("hours-no-clock"),
        (_, 0) => w.with("hours-clocks-stay", "n", seen.running),
        _ => w.all(
            "hours-clocks-move",
            &[
                ("n", moved.into()),
                ("later", seen.later.into()),
                ("sooner", seen.sooner.into()),
            ],
        ),
    });
    if seen.late > 0 {
        would.lines.push(w.with("hours-clocks-late", "n", seen.late));
    }
    if seen.never > 0 {
        would.lines.push(w.with("hours-clocks-never", "n", seen.never));
    }
    says.push(would);
    says
}

/// Makes the change if it was seen and is to be saved, or looks at what it would mean.
async fn looked_or_done(
    web: &Web,
    seat: &Seat,
    typed: &Fields,
    edit: Result<Edit, Failure>,
    place: hours::Place,
) -> Result<Option<Foreseen>, Failure> {
    let practice = &seat.desk.practice;
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let edit = edit?;
    if typed.text("do") == "save" {
        hours::save(&web.app, practice, &hand, &edit).await?;
        return Ok(None);
    }
    foresee(&web.app, practice, &hand, &edit, place).await.map(Some)
}

async fn keep_holidays(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let desk = (PlaceKind::Desk, seat.desk.practice.id.bytes());
    let edit = Ok(Edit::Holidays(typed.owned("holidays")));
    let done = looked_or_done(&web, &seat, &typed, edit, desk).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let (side, fine) = (Side::new(&f, LEAF.name), Mistakes::default());
    if let Ok(Some(seen)) = &done {
        let around = Around::seen(&fine, foreseen(&f, seen), HOLIDAYS);
        return listed(&web, f, side, Some(&typed), around).await;
    }
    match sent(&f, done, &[HOLIDAYS])? {
        Sent::Done => Ok(super::form::saved(&format!("{}/settings/hours", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let around = Around::back((status, &mistakes, say));
            listed(&web, f, side, Some(&typed), around).await
        }
    }
}

/// The form of the holidays, as what was looked at is named.
const HOLIDAYS: &str = "holidays";
