//! A shift as a form, and one shift on one of its days: sick or off with one press, swapped with two.

use anteroom_app::roster::view::{self, Choices, Day};
use anteroom_app::roster::{self, TypedShift};
use anteroom_app::settings::changes::Hand;
use anteroom_core::hours::WeeklySpan;
use anteroom_core::ids::{LineId, ShiftId};
use anteroom_core::roster::Shift;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::{Date, Weekday};

use super::duties::{field, members, mistakes};
use super::{CellView, cell_view, saved};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

/// A box to tick.
struct Tick {
    value: String,
    label: String,
    chosen: bool,
}

/// The fields of a shift.
struct Form {
    member: Field,
    lines: Vec<Tick>,
    days: Vec<Tick>,
    rest: Vec<Field>,
    /// What is wrong with the lines, and with the days; empty for nothing.
    lines_mistake: String,
    days_mistake: String,
}

const ORDER: [&str; 7] = ["member", "lines", "days", "hours", "breaks", "from", "until"];

/// The days of the week as forms name them, from Monday on.
const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// What a form says of a shift.
fn typed_shift(typed: &Fields) -> TypedShift {
    TypedShift {
        member: typed.owned("member"),
        lines: typed.every("lines").map(str::to_owned).collect(),
        days: typed.every("days").map(str::to_owned).collect(),
        hours: typed.owned("hours"),
        breaks: typed.owned("breaks"),
        from: typed.owned("from"),
        until: typed.owned("until"),
    }
}

/// Minutes of a day as a clock of 24 hours shows them.
fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60 % 24, minutes % 60)
}

fn stretch(start: u16, length: u16) -> String {
    format!("{}-{}", clock(start), clock(start + length))
}

/// What the form of a shift that stands shows, as it would be from a day on.
fn present(shift: &Shift, from: Date) -> TypedShift {
    let WeeklySpan { day, start, length } = shift.span;
    let breaks = shift.breaks.iter().map(|one| stretch(one.start, one.length));
    let day = DAYS.iter().find(|(_, of)| *of == day).map(|(word, _)| *word);
    let last = shift.until.and_then(|until| until.yesterday().ok());
    TypedShift {
        member: shift.member.to_string(),
        lines: shift.lines.iter().map(ToString::to_string).collect(),
        days: day.into_iter().map(str::to_owned).collect(),
        hours: stretch(start, length),
        breaks: breaks.collect::<Vec<_>>().join(", "),
        from: from.to_string(),
        until: last.map(|last| last.to_string()).unwrap_or_default(),
    }
}

impl Form {
    fn new(f: &Staff, choices: &Choices, typed: &TypedShift, mistakes: &Mistakes) -> Self {
        let w = f.w;
        let line = |id: &'static str, value: &str| field(w, id, value, mistakes);
        let lines = choices.lines.iter().map(|(id, name)| Tick {
            value: id.to_string(),
            label: name.clone(),
            chosen: typed.lines.contains(&id.to_string()),
        });
        let days = DAYS.iter().map(|(word, day)| Tick {
            value: (*word).to_owned(),
            label: w.with("when-weekday", "n", i64::from(day.to_monday_one_offset())),
            chosen: typed.days.iter().any(|named| named == word),
        });
        Self {
            member: line("member", &typed.member)
                .options(members(w, choices))
                .required(),
            lines: lines.collect(),
            days: days.collect(),
            rest: vec![
                line("hours", &typed.hours).required(),
                line("breaks", &typed.breaks).optional(w.t("optional")),
                line("from", &typed.from).of_kind("date"),
                line("until", &typed.until)
                    .of_kind("date")
                    .optional(w.t("optional")),
            ],
            lines_mistake: mistakes.at("lines"),
            days_mistake: mistakes.at("days"),
        }
    }
}

#[derive(Template)]
#[template(path = "roster/new.html")]
struct NewPage<'a> {
    f: Staff,
    action: String,
    form: Form,
    mistakes: &'a Mistakes,
}

impl NewPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

async fn new_page(
    web: &Web,
    f: Staff,
    typed: &TypedShift,
    (status, mistakes): (StatusCode, &Mistakes),
) -> Result<Response, Problem> {
    let choices = view::choices(&web.app, &f.seat.desk).await?;
    let mut typed = typed.clone();
    if typed.from.is_empty() {
        typed.from = choices.today.to_string();
    }
    // Where there is one line, it is that one.
    if let ([only], true) = (choices.lines.as_slice(), typed.lines.is_empty()) {
        typed.lines = vec![only.0.to_string()];
    }
    let page = NewPage {
        action: format!("{}/roster/shifts/new", f.base()),
        form: Form::new(&f, &choices, &typed, mistakes),
        mistakes,
        f,
    };
    show_as(status, &page)
}

pub(super) async fn new(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "roster");
    let line: Option<LineId> = query.parsed("line");
    let typed = TypedShift {
        lines: line.map(|line| line.to_string()).into_iter().collect(),
        ..TypedShift::default()
    };
    new_page(&web, f, &typed, (StatusCode::OK, &Mistakes::default())).await
}

pub(super) async fn add(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let shift = typed_shift(&typed);
    let hand = Hand::plain(seat.desk.member.id);
    let done = roster::add(&web.app, &seat.desk.practice, &hand, &shift).await;
    let f = Staff::new(&web, seat, &tongue, "roster");
    let mistakes = mistakes(&f, done, &ORDER)?;
    if mistakes.is_empty() {
        let today = f.when.day_of(f.when.now());
        return Ok(saved(&f, shift.from.parse().unwrap_or(today)));
    }
    new_page(&web, f, &shift, (StatusCode::UNPROCESSABLE_ENTITY, &mistakes)).await
}

/// Somebody who could stand in.
struct Other {
    id: String,
    label: String,
}

#[derive(Template)]
#[template(path = "roster/day.html")]
struct DayPage<'a> {
    f: Staff,
    title: String,
    cell: CellView,
    lines: String,
    path: String,
    back: String,
    over: bool,
    differs: bool,
    others: Vec<Other>,
    form: Form,
    mistakes: &'a Mistakes,
    /// The first day of another shift, and of none: this one.
    date: String,
    tomorrow: String,
}

impl DayPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

fn others(f: &Staff, day: &Day) -> Vec<Other> {
    let other = |(member, busy): &(anteroom_app::staff::Named, bool)| Other {
        id: member.id.to_string(),
        label: if *busy {
            f.w.with("roster-has-shift", "name", member.name.clone())
        } else {
            member.name.clone()
        },
    };
    day.could.iter().map(other).collect()
}

async fn day_page(
    web: &Web,
    f: Staff,
    (shift, date): (ShiftId, Date),
    (status, mistakes, typed): (StatusCode, &Mistakes, Option<&TypedShift>),
) -> Result<Response, Problem> {
    let day = view::day(&web.app, &f.seat.desk, (shift, date)).await?;
    let choices = view::choices(&web.app, &f.seat.desk).await?;
    let now = typed.cloned().unwrap_or_else(|| present(&day.shift, date));
    let page = DayPage {
        title: f.w.with2(
            "roster-day-title",
            ("name", day.cell.member.name.clone()),
            ("day", f.when.day(date)),
        ),
        cell: cell_view(&f, false, &day.cell, date),
        lines: day.cell.lines.join(", "),
        path: format!("{}/roster/shifts/{shift}/{date}", f.base()),
        back: super::at(&f, date),
        over: day.over,
        differs: day.cell.change.is_some(),
        others: others(&f, &day),
        form: Form::new(&f, &choices, &now, mistakes),
        mistakes,
        date: date.to_string(),
        tomorrow: date.tomorrow().unwrap_or(date).to_string(),
        f,
    };
    show_as(status, &page)
}

/// The shift and the day that a path names.
fn named(shift: &str, date: &str) -> Result<(ShiftId, Date), Problem> {
    let shift = shift.parse().map_err(|_| Problem::Missing)?;
    Ok((shift, date.parse().map_err(|_| Problem::Missing)?))
}

pub(super) async fn day(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, shift, date)): In<(String, String, String)>,
) -> Result<Response, Problem> {
    let of = named(&shift, &date)?;
    let f = Staff::new(&web, seat, &tongue, "roster");
    day_page(&web, f, of, (StatusCode::OK, &Mistakes::default(), None)).await
}

/// What differs on the day: `sick`, `off` or `swap`, or nothing any more by `back`.
pub(super) async fn change(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, shift, date)): In<(String, String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let of = named(&shift, &date)?;
    let (hand, practice) = (Hand::plain(seat.desk.member.id), &seat.desk.practice);
    let instead = typed.parsed("instead");
    let done = match super::away_of(typed.text("do")) {
        Some(away) => roster::away(&web.app, practice, &hand, of, (away, instead)).await,
        None => roster::back(&web.app, practice, &hand, of).await,
    };
    let f = Staff::new(&web, seat, &tongue, "roster");
    let mistakes = mistakes(&f, done, &["instead"])?;
    if mistakes.is_empty() {
        return Ok(saved(&f, of.1));
    }
    day_page(&web, f, of, (StatusCode::UNPROCESSABLE_ENTITY, &mistakes, None)).await
}

/// From a day on it is another shift.
pub(super) async fn replace(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, shift, date)): In<(String, String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let of = named(&shift, &date)?;
    let new = typed_shift(&typed);
    let hand = Hand::plain(seat.desk.member.id);
    let done = roster::replace(&web.app, &seat.desk.practice, &hand, of.0, &new).await;
    let f = Staff::new(&web, seat, &tongue, "roster");
    let mistakes = mistakes(&f, done, &ORDER)?;
    if mistakes.is_empty() {
        return Ok(saved(&f, of.1));
    }
    let back = (StatusCode::UNPROCESSABLE_ENTITY, &mistakes, Some(&new));
    day_page(&web, f, of, back).await
}

/// The shift is over from a day on.
pub(super) async fn end(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, shift, date)): In<(String, String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let of = named(&shift, &date)?;
    let hand = Hand::plain(seat.desk.member.id);
    let from = typed.text("from");
    roster::end(&web.app, &seat.desk.practice, &hand, of.0, from).await?;
    let f = Staff::new(&web, seat, &tongue, "roster");
    Ok(saved(&f, of.1))
}
