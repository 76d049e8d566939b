//! Hours: of the desk, of locations and of lines, told in words and as a calendar; the week, closures and openings of a
//! place, and the holidays that all keep. What a change would mean stands on the page before it can be saved.

use anteroom_app::Failure;
use anteroom_app::hours::calendar::{self, Calendar, Day, Follows};
use anteroom_app::hours::{
    self, DAYS, Edit, Foreseen, NewException, PlaceKind, Wider, foresee, times_of, week_of,
};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use anteroom_core::ids::HoursId;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Button, Filled, Say, Sent, sent};
use super::{Leaf, Link, Side};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff, door};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

mod say;

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
        Route::get("/desk/{slug}/settings/hours/{place}", needs, show),
        Route::post("/desk/{slug}/settings/hours/{place}", needs, set_week),
        Route::post("/desk/{slug}/settings/hours/{place}/exceptions", needs, except),
        Route::post(
            "/desk/{slug}/settings/hours/{place}/exceptions/{exception}/removal",
            needs,
            remove,
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

/// The countries whose holidays are known, as the form offers them.
const COUNTRIES: [&str; 3] = ["", "US", "DE"];

/// What is shown around a form: its status, what is wrong with it, what is to be said, and which form's meaning has been
/// shown, so that it can be saved.
struct Around<'a> {
    status: StatusCode,
    mistakes: &'a Mistakes,
    says: Vec<Say>,
    looked: &'static str,
}

impl<'a> Around<'a> {
    fn fine(mistakes: &'a Mistakes) -> Self {
        Self {
            status: StatusCode::OK,
            mistakes,
            says: Vec::new(),
            looked: "",
        }
    }

    fn back((status, mistakes, say): (StatusCode, &'a Mistakes, Option<Say>)) -> Self {
        Self {
            status,
            mistakes,
            says: say.into_iter().collect(),
            looked: "",
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
        said: say::meaning(w, &f.when, one, &zone),
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
    would.lines = say::meaning(w, &f.when, calendar, &f.practice().timezone);
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

/// The form of the holidays; those of a place are [`WEEK`] and [`EXCEPTION`].
const HOLIDAYS: &str = "holidays";
/// The form of a week.
const WEEK: &str = "week";
/// The form of a closure or opening.
const EXCEPTION: &str = "exception";

/// A day of the calendar, in words.
struct Cell {
    date: String,
    month: String,
    said: String,
    why: String,
    class: String,
}

/// A closure or opening of the place's own.
struct Listed {
    said: String,
    action: String,
}

#[derive(Template)]
#[template(path = "settings/place.html")]
struct PlacePage<'a> {
    f: Staff,
    s: Side,
    says: Vec<Say>,
    mistakes: &'a Mistakes,
    path: String,
    list: Link,
    meaning: Vec<String>,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Cell>>,
    seen: String,
    /// Whether it has hours of its own; the desk has no choice.
    own: Option<bool>,
    days: Vec<Field>,
    week_buttons: Vec<Button>,
    exception: Vec<Field>,
    opens: bool,
    /// Whether it is for all places.
    everywhere: bool,
    exception_buttons: Vec<Button>,
    exceptions: Vec<Listed>,
}

impl PlacePage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

fn cell(f: &Staff, calendar: &Calendar, day: &Day) -> Cell {
    let when = f.when.at_zone(&calendar.zone);
    let said = say::of_day(f.w, &when, &day.openings);
    let mut class = vec![if said.is_empty() { "shut" } else { "" }];
    class.push(if day.differs { "differs" } else { "" });
    class.push(if day.date == calendar.today { "today" } else { "" });
    class.push(if day.date < calendar.today { "past" } else { "" });
    class.retain(|word| !word.is_empty());
    Cell {
        date: day.date.day().to_string(),
        month: f.w.with("when-month", "n", i64::from(day.date.month())),
        said: if said.is_empty() {
            f.w.t("hours-shut-day")
        } else {
            said
        },
        why: if day.differs {
            say::why(f.w, day)
        } else {
            String::new()
        },
        class: class.join(" "),
    }
}

/// What the forms of a place are filled in from.
fn present(calendar: &Calendar) -> Vec<(&'static str, String)> {
    let days = DAYS.iter().enumerate();
    let mut present: Vec<_> = days
        .map(|(at, day)| (*day, times_of(&calendar.week, at)))
        .collect();
    let own = calendar.follows == Follows::Own;
    present.push(("own", if own { "1".to_owned() } else { String::new() }));
    present
}

async fn placed(
    web: &Web,
    f: Staff,
    word: &str,
    (saved, typed): (bool, Option<(&'static str, &Fields)>),
    around: Around<'_>,
) -> Result<Response, Problem> {
    let calendar = calendar::one(&web.app, f.practice(), word).await?;
    let (w, list) = (f.w, format!("{}/settings/hours", f.base()));
    let of = |form: &str| typed.filter(|(of, _)| *of == form).map(|(_, fields)| fields);
    let filled = |form: &'static str| Filled {
        w,
        present: if form == WEEK {
            present(&calendar)
        } else {
            Vec::new()
        },
        typed: of(form),
        mistakes: around.mistakes,
        overtaken: form == WEEK && around.status == StatusCode::CONFLICT,
    };
    let (week, exception) = (filled(WEEK), filled(EXCEPTION));
    let day = |at: usize| Field {
        label: w.with("when-weekday", "n", super::count(at + 1)),
        ..week.line(DAYS[at])
    };
    let rows = calendar.exceptions.iter().map(|row| {
        let (from, to) = (row.exception.from, row.exception.to);
        let key = match row.exception.change {
            anteroom_core::hours::Change::Close => "hours-closure",
            anteroom_core::hours::Change::Open => "hours-opening",
        };
        let said = w.all(
            key,
            &[
                ("from", say::moment(&f.when, from).into()),
                ("until", say::moment(&f.when, to).into()),
                ("why", row.reason.clone().into()),
            ],
        );
        Listed {
            said,
            action: format!("{list}/{word}/exceptions/{}/removal", row.id),
        }
    });
    let side = Side::new(&f, LEAF.name).titled(name(&f, &calendar));
    let page = PlacePage {
        s: Side { saved, ..side },
        mistakes: around.mistakes,
        path: format!("{list}/{word}"),
        list: Link::to(list.clone(), w.of("settings-title", LEAF.name)),
        meaning: say::meaning(w, &f.when, &calendar, &f.practice().timezone),
        weekdays: (1..=7).map(|day| w.with("when-weekday", "n", day)).collect(),
        weeks: calendar
            .days
            .chunks(7)
            .map(|week| week.iter().map(|day| cell(&f, &calendar, day)).collect())
            .collect(),
        seen: calendar.version.clone(),
        own: (calendar.place.0 != PlaceKind::Desk).then(|| week.ticked("own")),
        days: (0..7).map(day).collect(),
        week_buttons: buttons(&f, around.looked == WEEK),
        exception: ["from", "until", "reason"]
            .into_iter()
            .map(|id| {
                exception
                    .line(id)
                    .of_kind(if id == "reason" { "text" } else { "datetime-local" })
            })
            .collect(),
        opens: exception.ticked("opens"),
        everywhere: exception.ticked("everywhere"),
        exception_buttons: buttons(&f, around.looked == EXCEPTION),
        exceptions: rows.collect(),
        says: around.says,
        f,
    };
    show_as(around.status, &page)
}

async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    let mistakes = Mistakes::default();
    let saved = query.ticked("saved");
    placed(&web, f, &word, (saved, None), Around::fine(&mistakes)).await
}

/// Answers a form of a place: what it would mean, that it is saved, or what is wrong with it.
async fn answered(
    web: &Web,
    f: Staff,
    word: &str,
    (form, typed): (&'static str, &Fields),
    done: Result<Option<Foreseen>, Failure>,
) -> Result<Response, Problem> {
    let fine = Mistakes::default();
    if let Ok(Some(seen)) = &done {
        let around = Around::seen(&fine, foreseen(&f, seen), form);
        return placed(web, f, word, (false, Some((form, typed))), around).await;
    }
    match sent(&f, done, &[&DAYS[..], &["from", "until", "reason"]].concat())? {
        Sent::Done => Ok(super::form::saved(&format!("{}/settings/hours/{word}", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let around = Around::back((status, &mistakes, say));
            placed(web, f, word, (false, Some((form, typed))), around).await
        }
    }
}

async fn set_week(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let place = calendar::one(&web.app, &seat.desk.practice, &word).await?.place;
    let own = place.0 == PlaceKind::Desk || typed.ticked("own");
    let week = if own {
        week_of(|day| typed.owned(day)).map(Some)
    } else {
        Ok(None)
    };
    let edit = week.map(|week| Edit::Week(place, week));
    let done = looked_or_done(&web, &seat, &typed, edit, place).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    answered(&web, f, &word, (WEEK, &typed), done).await
}

async fn except(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let place = calendar::one(&web.app, &seat.desk.practice, &word).await?.place;
    let new = NewException {
        from: typed.owned("from"),
        until: typed.owned("until"),
        reason: typed.owned("reason"),
        opens: typed.ticked("opens"),
    };
    let wider = if typed.ticked("everywhere") {
        Wider::All
    } else {
        Wider::One(place)
    };
    let edit = hours::exception(&new).map(|(exception, reason)| Edit::Except(wider, exception, reason));
    let done = looked_or_done(&web, &seat, &typed, edit, place).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    answered(&web, f, &word, (EXCEPTION, &typed), done).await
}

async fn remove(
    State(web): State<Web>,
    seat: Seat,
    In((slug, word, exception)): In<(String, String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let place = calendar::one(&web.app, &seat.desk.practice, &word).await?.place;
    let id: HoursId = exception.parse().map_err(|_| Problem::Missing)?;
    let hand = Hand::plain(seat.desk.member.id);
    hours::save(&web.app, &seat.desk.practice, &hand, &Edit::Remove(place, id)).await?;
    Ok(super::form::saved(&format!("/desk/{slug}/settings/hours/{word}")))
}
