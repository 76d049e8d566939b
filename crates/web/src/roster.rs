//! Roster at the desk: the week of every line with its people and its gaps, signing in and out, one shift on one of its days,
//! duties on call, answering services, and one's own shifts. Everybody reads it; who manages the desk changes it.

use anteroom_app::roster::view::{self, Cell, LineOfWeek, OnCall, Person, Week};
use anteroom_core::access::Right;
use anteroom_core::roster::{Away, Need};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::seat::Seat;
use crate::table::{Needs, Route};

mod copy;
mod duties;
mod mine;
mod shift;
mod sign_in;
mod strip;

use sign_in::PostView;
use strip::Strip;

pub(crate) fn routes() -> Vec<Route> {
    let (work, manage) = (Needs::Desk(Right::Work), Needs::Desk(Right::Manage));
    vec![
        Route::get("/desk/{slug}/roster", work, week),
        Route::post("/desk/{slug}/roster/sign-in", work, sign_in::sign_in),
        Route::post("/desk/{slug}/roster/sign-out", work, sign_in::sign_out),
        Route::get("/desk/{slug}/roster/members/{member}", work, mine::show_mine),
        Route::post("/desk/{slug}/roster/copy", manage, copy::copy),
        Route::get("/desk/{slug}/roster/shifts/new", manage, shift::new),
        Route::post("/desk/{slug}/roster/shifts/new", manage, shift::add),
        Route::get("/desk/{slug}/roster/shifts/{shift}/{date}", manage, shift::day),
        Route::post("/desk/{slug}/roster/shifts/{shift}/{date}", manage, shift::change),
        Route::post(
            "/desk/{slug}/roster/shifts/{shift}/{date}/another",
            manage,
            shift::replace,
        ),
        Route::post(
            "/desk/{slug}/roster/shifts/{shift}/{date}/end",
            manage,
            shift::end,
        ),
        Route::get("/desk/{slug}/roster/on-call", manage, duties::on_call),
        Route::post("/desk/{slug}/roster/on-call", manage, duties::add),
        Route::post("/desk/{slug}/roster/on-call/{duty}/end", manage, duties::end),
        Route::get("/desk/{slug}/roster/answering/{line}", manage, duties::answering),
        Route::post("/desk/{slug}/roster/answering/{line}", manage, duties::answer),
    ]
}

/// A shift on a day, in words.
struct CellView {
    /// Where it is changed; empty for who may not, and for a day that is over.
    href: String,
    hours: String,
    /// Breaks, in words; empty for none.
    breaks: String,
    /// What differs, in words; empty where nothing does.
    differs: String,
    /// Whether nobody does it.
    bare: bool,
    /// What the link says to those who don't see where it stands.
    label: String,
}

struct PersonView {
    name: String,
    /// Their own page; empty for who may not see it.
    href: String,
    days: Vec<Vec<CellView>>,
}

/// A line's week, in words.
struct LineView {
    id: String,
    name: String,
    /// That its clocks are another zone's; empty where they aren't.
    zone: String,
    /// `kept`, `risk` or `broken`; nothing for another week.
    standing: &'static str,
    said: String,
    /// What there is to do; empty for nothing.
    todo: String,
    strip: Strip,
    people: Vec<PersonView>,
    add: String,
    answering: String,
    answering_href: String,
    signed_in: String,
}

struct DutyView {
    who: String,
    line: String,
    span: String,
    now: bool,
}

#[derive(Template)]
#[template(path = "roster/week.html")]
struct WeekPage {
    f: Staff,
    /// The days that it shows, in words.
    title: String,
    before: String,
    after: String,
    this: String,
    is_this: bool,
    manages: bool,
    saved: String,
    posts: Vec<PostView>,
    lines: Vec<LineView>,
    /// Lines without a roster, each with where its first shift is entered.
    unmeasured: Vec<(String, String)>,
    duties: Vec<DutyView>,
    /// The Monday that a copy is made to; empty for a week that is over.
    copy: String,
    mine: String,
    weekdays: Vec<String>,
}

/// The hours of two instants on a zone's clocks: "8 am – 5 pm".
fn hours(f: &Staff, zone: &TimeZone, from: anteroom_core::Time, to: anteroom_core::Time) -> String {
    let there = f.when.at_zone(zone.iana_name().unwrap_or("UTC"));
    f.w.with2(
        "roster-hours",
        ("from", there.clock(from)),
        ("to", there.clock(to)),
    )
}

/// A moment on a wall: day and time.
fn wall(f: &Staff, at: DateTime) -> String {
    let face = f.when.face(at.hour(), at.minute());
    f.w.with2("roster-day-at", ("day", f.when.day(at.date())), ("clock", face))
}

/// A shift's breaks on the wall: "12 pm – 12:30 pm".
fn breaks(f: &Staff, cell: &Cell) -> String {
    let face = |minutes: u16| {
        let hour = i8::try_from(minutes / 60 % 24).unwrap_or_default();
        f.when.face(hour, i8::try_from(minutes % 60).unwrap_or_default())
    };
    let breaks = cell.breaks.iter().map(|one| {
        let (from, to) = (face(one.start), face(one.start + one.length));
        f.w.with2("roster-hours", ("from", from), ("to", to))
    });
    let breaks = breaks.collect::<Vec<_>>().join(", ");
    if breaks.is_empty() {
        return breaks;
    }
    f.w.with("roster-break", "hours", breaks)
}

/// What differs on a day of a shift, in words.
fn differs(w: Words, cell: &Cell) -> String {
    let Some(change) = cell.change else {
        return String::new();
    };
    let away = w.of("roster-away", change.away.as_str());
    match &cell.instead {
        Some(other) => w.with2("roster-instead", ("away", away), ("name", other.name.clone())),
        None => w.with("roster-nobody-instead", "away", away),
    }
}

fn cell_view(f: &Staff, manages: bool, cell: &Cell, today: Date) -> CellView {
    let hours = hours(f, &cell.zone, cell.from, cell.to);
    let href = if manages && cell.date >= today {
        format!("{}/roster/shifts/{}/{}", f.base(), cell.shift, cell.date)
    } else {
        String::new()
    };
    let values = [
        ("name", cell.member.name.clone().into()),
        ("day", f.when.day(cell.date).into()),
        ("hours", hours.clone().into()),
    ];
    CellView {
        label: f.w.all("roster-shift-label", &values),
        href,
        hours,
        breaks: breaks(f, cell),
        differs: differs(f.w, cell),
        bare: cell.change.is_some() && cell.instead.is_none(),
    }
}

fn person_view(f: &Staff, manages: bool, person: &Person, today: Date) -> PersonView {
    let mine = person.member.id == f.seat.desk.member.id;
    let cells = |day: &Vec<Cell>| {
        day.iter()
            .map(|cell| cell_view(f, manages, cell, today))
            .collect()
    };
    PersonView {
        name: person.member.name.clone(),
        href: if mine || manages {
            format!("{}/roster/members/{}", f.base(), person.member.id)
        } else {
            String::new()
        },
        days: person.days.iter().map(cells).collect(),
    }
}

/// How a line stands this week: its standing, what is said, and what is to do.
fn standing(f: &Staff, line: &LineOfWeek) -> (&'static str, String, String) {
    let week = &line.week;
    let bare = week.so_far.bare();
    let values = [
        ("bare", f.when.minutes(bare).into()),
        ("phone", f.when.minutes(week.so_far.phone_bare).into()),
        ("after", f.when.minutes(week.so_far.after_bare).into()),
        ("week", f.when.minutes(week.minutes()).into()),
    ];
    let said = if week.so_far.minutes() == 0 {
        f.w.all("roster-nothing-yet", &values)
    } else if bare == 0 {
        f.w.all("roster-held", &values)
    } else {
        f.w.all("roster-bare", &values)
    };
    let (mut standing, mut todo) = (if bare > 0 { "broken" } else { "kept" }, String::new());
    if week.ahead.bare() > 0 {
        let length = f.when.minutes(week.ahead.bare());
        todo = f.w.with("roster-ahead", "length", length);
        standing = if bare > 0 { "broken" } else { "risk" };
    }
    let Some(ahead) = &line.ahead else {
        return (standing, said, todo);
    };
    if let Some(missing) = &ahead.bare {
        let key = match missing.need {
            Need::Phone => "act-coverage-bare",
            Need::AfterHours => "act-coverage-bare-after",
        };
        let since = f.when.moment(missing.since);
        let who = crate::today::who_could(f, missing);
        let said_now = f.w.with2(key, ("line", week.line.name.clone()), ("when", since));
        return ("broken", said, format!("{said_now} {who}"));
    }
    if let Some(gap) = ahead.next {
        todo = f.w.with2(
            "roster-next",
            ("from", f.when.moment(gap.from)),
            ("to", f.when.moment(gap.to)),
        );
    }
    (standing, said, todo)
}

fn line_view(f: &Staff, manages: bool, line: &LineOfWeek, week: &Week) -> LineView {
    let w = f.w;
    let id = line.week.line.line;
    let zone = line.week.zone.iana_name().unwrap_or("UTC");
    let (standing, said, todo) = standing(f, line);
    let people = line.people.iter();
    let signed_in = line.signed_in.iter().map(|(name, on_shift)| {
        if *on_shift {
            name.clone()
        } else {
            w.with("roster-off-shift", "name", name.clone())
        }
    });
    let signed_in = signed_in.collect::<Vec<_>>().join(", ");
    LineView {
        id: id.to_string(),
        name: line.week.line.name.clone(),
        zone: if f.when.zone().iana_name() == Some(zone) {
            String::new()
        } else {
            w.with("roster-zone", "zone", zone.replace('_', " "))
        },
        standing,
        said,
        todo,
        strip: Strip::new(f, &line.week, &week.names),
        people: people
            .map(|one| person_view(f, manages, one, week.today))
            .collect(),
        add: format!("{}/roster/shifts/new?line={id}", f.base()),
        answering: line.service.as_ref().map_or_else(
            || w.t("roster-no-service"),
            |service| {
                let hours = if service.hours.is_empty() {
                    w.t("roster-always")
                } else {
                    service.hours.clone()
                };
                w.all(
                    "roster-service",
                    &[
                        (
                            "name",
                            format!("{} {}", service.name, service.number)
                                .trim()
                                .to_owned()
                                .into(),
                        ),
                        ("hours", hours.into()),
                    ],
                )
            },
        ),
        answering_href: format!("{}/roster/answering/{id}", f.base()),
        signed_in: if signed_in.is_empty() {
            w.t("roster-nobody-signed-in")
        } else {
            w.with("roster-signed-in", "names", signed_in)
        },
    }
}

fn duty_view(f: &Staff, duty: &OnCall) -> DutyView {
    DutyView {
        who: duty.member.name.clone(),
        line: duty.line.clone().unwrap_or_else(|| f.w.t("roster-all-lines")),
        span: f.w.with2(
            "roster-hours",
            ("from", wall(f, duty.from)),
            ("to", wall(f, duty.to)),
        ),
        now: duty.now,
    }
}

/// The page of a week.
fn at(f: &Staff, monday: Date) -> String {
    format!("{}/roster?week={monday}", f.base())
}

async fn week(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let day: Option<Date> = query.parsed("week");
    let week = view::week(&web.app, &seat.desk, day).await?;
    let posts = anteroom_app::roster::posts(&web.app, &seat.desk).await?;
    let f = Staff::new(&web, seat, &tongue, "roster");
    let manages = f.manages();
    let sunday = week.monday.saturating_add(6.days());
    let (before, after) = (
        week.monday.saturating_sub(7.days()),
        week.monday.saturating_add(7.days()),
    );
    let copied: Option<i64> = query.parsed("copied");
    let saved = match copied {
        Some(n) => f.w.with("roster-copied", "n", n.clamp(0, 10_000)),
        None if query.ticked("saved") => f.w.t("roster-saved"),
        None => String::new(),
    };
    let mine = f.seat.desk.member.id;
    let page = WeekPage {
        title: f.w.with2(
            "roster-week",
            ("from", f.when.day(week.monday)),
            ("to", f.when.day(sunday)),
        ),
        before: at(&f, before),
        after: at(&f, after),
        this: format!("{}/roster", f.base()),
        is_this: week.monday == week.this,
        manages,
        saved,
        posts: PostView::all(&f, &posts),
        lines: week
            .lines
            .iter()
            .map(|line| line_view(&f, manages, line, &week))
            .collect(),
        unmeasured: week
            .bare
            .iter()
            .map(|(id, name)| (name.clone(), format!("{}/roster/shifts/new?line={id}", f.base())))
            .collect(),
        duties: week.duties.iter().map(|duty| duty_view(&f, duty)).collect(),
        copy: if manages && week.monday >= week.this {
            week.monday.to_string()
        } else {
            String::new()
        },
        mine: format!("{}/roster/members/{mine}", f.base()),
        weekdays: (0..7).map(|day| strip::day_name(&f, week.monday, day)).collect(),
        f,
    };
    show(&page)
}

/// Back to a week, which says that it was saved.
fn saved(f: &Staff, day: Date) -> Response {
    Redirect::to(&format!("{}&saved=1", at(f, day))).into_response()
}

/// Why somebody is away, from a word of a form.
fn away_of(word: &str) -> Option<Away> {
    word.parse().ok()
}

#[cfg(test)]
mod stories;
