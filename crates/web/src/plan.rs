//! Plan at the desk: for each half hour of a day what is to be expected, how many people it needs and how many are on shift, as a
//! picture and as a table; and, while too many requests are open, how many more people bring them down.

use anteroom_app::plan::{self, Plan};
use anteroom_core::access::Right;
use anteroom_core::promises::open::Relief;
use anteroom_core::promises::people::{Basis, Expected, Half};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::queue::counted;
use crate::seat::Seat;
use crate::table::{Needs, Route};
use crate::today::percent;

mod picture;
#[cfg(test)]
mod stories;

use picture::Picture;

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/desk/{slug}/plan", Needs::Desk(Right::Work), page)]
}

/// A day that can be looked at.
struct Day {
    href: String,
    name: String,
    here: bool,
}

/// A half hour, in words.
struct Row {
    from: String,
    cells: Vec<String>,
    /// `kept` or `broken`.
    class: &'static str,
    standing: String,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    f: Staff,
    /// The day in a sentence.
    said: String,
    days: Vec<Day>,
    /// What is missing before anything can be planned, or what the plan leaves out; empty for nothing.
    notes: Vec<String>,
    /// What brings the open requests down; empty while few are open.
    relief: Vec<String>,
    picture: Option<Picture>,
    columns: Vec<String>,
    rows: Vec<Row>,
    basis: Vec<(String, String)>,
}

/// People on shift: a fraction where somebody is there for part of it.
pub(crate) fn people(people: f64) -> String {
    if (people - people.round()).abs() < 0.05 {
        format!("{people:.0}")
    } else {
        format!("{people:.1}")
    }
}

/// What is to be expected with its error: "4.5 ± 0.7".
pub(crate) fn expected(w: Words, expected: Option<Expected>) -> String {
    let Some(expected) = expected else {
        return w.t("no-value");
    };
    // No more than the error lets anybody read.
    let digits = usize::from(expected.error < 2.0);
    let (mean, error) = (expected.mean, expected.error);
    w.with2(
        "plan-expected",
        ("mean", format!("{mean:.digits$}")),
        ("error", format!("{error:.digits$}")),
    )
}

/// How a half hour stands: its class, and the same in words.
pub(crate) fn standing(f: &Staff, half: &Half) -> (&'static str, String) {
    match half.missing() {
        0 => ("kept", f.w.t("plan-enough")),
        missing => ("broken", f.w.with("plan-missing", "n", missing)),
    }
}

/// The names of the table's columns.
pub(crate) fn columns(w: Words) -> Vec<String> {
    vec![
        w.t("plan-half"),
        w.t("plan-calls"),
        w.t("plan-requests"),
        w.t("plan-needed"),
        w.t("plan-on-shift"),
        w.t("plan-standing"),
    ]
}

/// The same for a narrow screen, where the last columns are out of sight.
fn first_how_it_stands(w: Words) -> Vec<String> {
    vec![
        w.t("plan-half"),
        w.t("plan-standing"),
        w.t("plan-needed"),
        w.t("plan-on-shift"),
        w.t("plan-calls"),
        w.t("plan-requests"),
    ]
}

/// What stands behind the people needed, each with its name.
pub(crate) fn basis(f: &Staff, basis: &Basis) -> Vec<(String, String)> {
    let w = f.w;
    let share = |share| percent(w, Some(share));
    let clocked = crate::calls::clocked;
    vec![
        (w.t("plan-basis-call"), clocked(basis.call)),
        (w.t("plan-basis-patience"), clocked(basis.patience)),
        (w.t("plan-basis-request"), f.when.length(basis.request)),
        (w.t("plan-basis-busy"), share(basis.rules.occupancy)),
        (w.t("plan-basis-away"), share(basis.rules.away)),
    ]
}

/// What brings the open requests down, in words.
pub(crate) fn relieved(f: &Staff, relief: &Relief, under: i64) -> String {
    let values = [
        ("n", relief.people.into()),
        ("from", f.when.moment(relief.from).into()),
        ("to", f.when.moment(relief.to).into()),
        ("under", under.into()),
        ("sure", percent(f.w, Some(relief.sure)).into()),
    ];
    if relief.people == 0 {
        f.w.all("plan-relief-enough", &values)
    } else {
        f.w.all("plan-relief-more", &values)
    }
}

fn relief(f: &Staff, plan: &Plan) -> Vec<String> {
    let (open, under) = plan.open;
    if open < under {
        return Vec::new();
    }
    let told = match &plan.relief {
        Some(relief) => relieved(f, relief, under),
        None if plan.rostered && plan.known => f.w.with("plan-relief-none", "under", under),
        None => f.w.t("plan-relief-unknown"),
    };
    vec![f.w.with("plan-open", "n", open), told]
}

/// The day in a sentence.
fn said(f: &Staff, plan: &Plan) -> String {
    let day = f.when.day(plan.day);
    let short = plan.halves.iter().filter(|half| half.missing() > 0).count();
    if plan.halves.is_empty() {
        return f.w.with("plan-closed", "day", day);
    }
    if !plan.rostered || !plan.known {
        return day;
    }
    if short == 0 {
        return f.w.with("plan-day-enough", "day", day);
    }
    let halves = i64::try_from(short).unwrap_or(i64::MAX);
    f.w.with2("plan-day-short", ("day", day), ("n", halves))
}

/// What is missing, or left out.
fn notes(f: &Staff, plan: &Plan) -> Vec<String> {
    if plan.halves.is_empty() {
        return Vec::new();
    }
    let calls = plan.halves.iter().any(|half| half.calls.is_some());
    let requests = plan.halves.iter().any(|half| half.requests.is_some());
    let notes = [
        (!plan.rostered).then(|| f.w.t("plan-no-roster")),
        (!plan.known).then(|| f.w.t("plan-no-history")),
        (plan.known && !calls).then(|| f.w.t("plan-no-calls")),
        (plan.known && !requests).then(|| f.w.t("plan-no-requests")),
    ];
    notes.into_iter().flatten().collect()
}

fn row(f: &Staff, plan: &Plan, half: &Half) -> Row {
    let (class, standing) = if plan.rostered {
        standing(f, half)
    } else {
        ("", f.w.t("no-value"))
    };
    let on_shift = if plan.rostered {
        people(half.on_shift)
    } else {
        f.w.t("no-value")
    };
    Row {
        from: f.when.clock(half.at),
        cells: vec![
            counted(f.w, half.needed),
            on_shift,
            expected(f.w, half.calls),
            expected(f.w, half.requests),
        ],
        class,
        standing,
    }
}

fn day(f: &Staff, plan: &Plan, day: Date) -> Day {
    let here = day == plan.day;
    Day {
        href: format!("{}/plan?day={day}", f.base()),
        name: f.w.with(
            "when-weekday",
            "n",
            i64::from(day.weekday().to_monday_one_offset()),
        ),
        here,
    }
}

async fn page(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let plan = plan::plan(&web.app, &seat.desk.practice, query.parsed("day")).await?;
    let f = Staff::new(&web, seat, &tongue, "plan");
    show(&PlanPage {
        said: said(&f, &plan),
        days: plan.days.iter().map(|one| day(&f, &plan, *one)).collect(),
        notes: notes(&f, &plan),
        relief: relief(&f, &plan),
        picture: (!plan.halves.is_empty()).then(|| Picture::new(&f, &plan)),
        columns: first_how_it_stands(f.w),
        rows: plan.halves.iter().map(|half| row(&f, &plan, half)).collect(),
        basis: basis(&f, &plan.basis),
        f,
    })
}
