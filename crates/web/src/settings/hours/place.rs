//! One place's hours: what they mean, the coming weeks, its week, its closures and openings.

use anteroom_app::Failure;
use anteroom_app::hours::calendar::{self, Calendar, Day, Follows};
use anteroom_app::hours::{self, DAYS, Edit, Foreseen, NewException, PlaceKind, Wider, times_of, week_of};
use anteroom_app::settings::changes::Hand;
use anteroom_core::hours::Change;
use anteroom_core::ids::HoursId;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::super::form::{Button, Filled, Say, Sent, saved, sent};
use super::super::{Link, Side, count};
use super::{Around, LEAF, buttons, foreseen, looked_or_done, name, say};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

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

/// A place's own closures and openings, in words, each with its id.
pub(super) fn exceptions(f: &Staff, calendar: &Calendar) -> Vec<(String, HoursId)> {
    let rows = calendar.exceptions.iter().map(|row| {
        let (from, to) = (row.exception.from, row.exception.to);
        let key = match row.exception.change {
            Change::Close => "hours-closure",
            Change::Open => "hours-opening",
        };
        let values = [
            ("from", say::moment(&f.when, from).into()),
            ("until", say::moment(&f.when, to).into()),
            ("why", row.reason.clone().into()),
        ];
        (f.w.all(key, &values).trim().to_owned(), row.id)
    });
    rows.collect()
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
    let drawn = around.drawn.unwrap_or(&calendar);
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
        label: w.with("when-weekday", "n", count(at + 1)),
        ..week.line(DAYS[at])
    };
    let side = Side::new(&f, LEAF.name).titled(name(&f, &calendar));
    let page = PlacePage {
        s: Side { saved, ..side },
        mistakes: around.mistakes,
        path: format!("{list}/{word}"),
        list: Link::to(list.clone(), w.of("settings-title", LEAF.name)),
        meaning: say::meaning(w, &f.when, (&calendar, usize::MAX), &f.practice().timezone),
        weekdays: (1..=7).map(|day| w.with("when-weekday", "n", day)).collect(),
        weeks: drawn
            .days
            .chunks(7)
            .map(|week| week.iter().map(|day| cell(&f, drawn, day)).collect())
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
        exceptions: exceptions(&f, &calendar)
            .into_iter()
            .map(|(said, id)| Listed {
                said,
                action: format!("{list}/{word}/exceptions/{id}/removal"),
            })
            .collect(),
        says: around.says,
        f,
    };
    show_as(around.status, &page)
}

pub(super) async fn show(
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
        let around = Around {
            drawn: Some(&seen.calendar),
            ..Around::seen(&fine, foreseen(&f, seen), form)
        };
        return placed(web, f, word, (false, Some((form, typed))), around).await;
    }
    match sent(&f, done, &[&DAYS[..], &["from", "until", "reason"]].concat())? {
        Sent::Done => Ok(saved(&format!("{}/settings/hours/{word}", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let around = Around::back((status, &mistakes, say));
            placed(web, f, word, (false, Some((form, typed))), around).await
        }
    }
}

pub(super) async fn set_week(
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

pub(super) async fn except(
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

pub(super) async fn remove(
    State(web): State<Web>,
    seat: Seat,
    In((slug, word, exception)): In<(String, String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let place = calendar::one(&web.app, &seat.desk.practice, &word).await?.place;
    let id: HoursId = exception.parse().map_err(|_| Problem::Missing)?;
    let hand = Hand::plain(seat.desk.member.id);
    hours::save(&web.app, &seat.desk.practice, &hand, &Edit::Remove(place, id)).await?;
    Ok(saved(&format!("/desk/{slug}/settings/hours/{word}")))
}
