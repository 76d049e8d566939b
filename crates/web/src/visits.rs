//! Visits at the desk: who comes back and how soon, new patients by month, no-shows by lead, and the rows behind each figure.
//! It draws what it is handed and decides nothing.

use anteroom_app::visits::{Figures, NewMonth, figures};
use anteroom_core::access::Right;
use anteroom_core::promises::retention::Report;
use anteroom_core::visits::missed::Group;
use anteroom_core::visits::{Left, months};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::queue::counted;
use crate::seat::Seat;
use crate::table::{Needs, Route};
use crate::today::{percent, whole};

mod curve;
mod list;

use curve::Drawn;

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::get("/desk/{slug}/visits", work, page),
        Route::get("/desk/{slug}/visits/{list}", work, list::show),
    ]
}

/// A figure with its name, and where its rows are.
struct Fact {
    name: String,
    value: String,
    /// Empty where it has none.
    rows: String,
}

/// A row of a table: its name, where its rows are, and its cells.
struct TableRow {
    name: String,
    rows: String,
    cells: Vec<String>,
}

/// The figures apart, by a label.
struct Split {
    title: String,
    rows: Vec<TableRow>,
}

#[derive(Template)]
#[template(path = "visits/figures.html")]
struct FiguresPage {
    f: Staff,
    /// The share in a sentence.
    share: String,
    /// The window, in words.
    window: String,
    kept: bool,
    facts: Vec<Fact>,
    /// Who does not count, by reason.
    out: String,
    curve: Drawn,
    splits: Vec<Split>,
    new: Vec<TableRow>,
    /// Why there are no new patients to tell of; empty where there are.
    new_none: String,
    missed: String,
    missed_rows: Vec<TableRow>,
    /// What else there is to know about the year's appointments.
    missed_notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "visits/none.html")]
struct NonePage {
    f: Staff,
}

/// The name of a month with its year.
fn month(w: Words, first: Date) -> String {
    let name = w.with("when-month", "n", i64::from(first.month()));
    w.with2(
        "visits-month",
        ("month", name),
        ("year", first.year().to_string()),
    )
}

/// A calendar day with its year, without its weekday.
fn date(f: &Staff, at: anteroom_core::Time) -> String {
    crate::people::date(f.w, f.when.day_of(at))
}

fn cells(w: Words, report: &Report) -> Vec<String> {
    let count = |count: u64| counted(w, whole(count));
    vec![
        count(report.patients),
        count(report.kept()),
        count(report.lost()),
        percent(w, report.share()),
    ]
}

fn facts(f: &Staff, report: &Report) -> Vec<Fact> {
    let w = f.w;
    let fact = |name: String, count: u64, list: &str| Fact {
        name,
        value: counted(w, whole(count)),
        rows: if list.is_empty() {
            String::new()
        } else {
            format!("{}/visits/{list}", f.base())
        },
    };
    vec![
        fact(w.t("retention-figure-patients"), report.patients, ""),
        fact(w.t("retention-figure-returned"), report.returned, "kept"),
        fact(w.t("retention-figure-booked"), report.booked, "kept"),
        fact(w.t("retention-figure-lost"), report.lost(), "lost"),
        fact(w.t("visits-out"), report.out.values().sum(), "out"),
    ]
}

/// Who does not count, reason by reason.
fn out(w: Words, report: &Report) -> String {
    let said = report.out.iter().map(|(why, count)| {
        let why: &Left = why;
        w.with2(
            "visits-out-of",
            ("why", w.of("left", why.as_str())),
            ("n", whole(*count)),
        )
    });
    said.collect::<Vec<_>>().join(" · ")
}

fn split(f: &Staff, title: String, parts: &[(String, Report)]) -> Option<Split> {
    let rows: Vec<_> = parts
        .iter()
        .map(|(label, report)| TableRow {
            name: if label.is_empty() {
                f.w.t("visits-unsaid-label")
            } else {
                label.clone()
            },
            rows: String::new(),
            cells: cells(f.w, report),
        })
        .collect();
    (!rows.is_empty()).then_some(Split { title, rows })
}

fn new_row(f: &Staff, new: &NewMonth) -> TableRow {
    let w = f.w;
    let heard = new.heard.iter().map(|(heard, count)| {
        let heard = heard.map_or("unsaid", |heard| heard.as_str());
        w.with2("visits-heard-of", ("how", w.of("heard", heard)), ("n", *count))
    });
    TableRow {
        name: month(w, new.first),
        rows: format!("{}/visits/new?month={}", f.base(), new.first),
        cells: vec![counted(w, new.patients), heard.collect::<Vec<_>>().join(" · ")],
    }
}

/// Days from booking to visit, in words.
fn lead(w: Words, lead: Option<(i64, Option<i64>)>) -> String {
    match lead {
        None => w.t("visits-lead-unknown"),
        Some((0, Some(0))) => w.t("visits-lead-same"),
        Some((from, Some(to))) if from == to => w.with("visits-lead-one", "n", from),
        Some((from, Some(to))) => w.with2("visits-lead-span", ("from", from), ("to", to)),
        Some((from, None)) => w.with("visits-lead-more", "n", from),
    }
}

fn missed_row(w: Words, group: &Group) -> TableRow {
    TableRow {
        name: lead(w, group.lead),
        rows: String::new(),
        cells: vec![
            counted(w, whole(group.appointments)),
            counted(w, whole(group.no_shows)),
            percent(w, group.rate()),
        ],
    }
}

fn built(f: Staff, told: &Figures) -> FiguresPage {
    let (w, returns) = (f.w, &told.returns);
    let report = &returns.report;
    let promised = percent(w, Some(returns.rules.target));
    let all = &told.missed.all;
    let mut notes = Vec::new();
    if told.unsaid > 0 {
        notes.push(w.with("visits-unsaid", "n", told.unsaid));
    }
    if told.never > 0 {
        notes.push(w.with("visits-never", "n", told.never));
    }
    let known = told.reach.map_or_else(String::new, |(since, _)| {
        let zone = f.when.zone();
        let from = months::before(since, -anteroom_core::limits::VISIT_MONTHS, zone);
        w.with(
            "visits-new-none",
            "date",
            from.map_or_else(String::new, |from| date(&f, from)),
        )
    });
    FiguresPage {
        share: match report.share() {
            Some(share) => w.with2(
                "visits-share",
                ("share", percent(w, Some(share))),
                ("promised", promised),
            ),
            None => w.t("visits-share-none"),
        },
        window: w.with2(
            "visits-window",
            ("from", date(&f, returns.at.from)),
            ("to", date(&f, returns.at.to)),
        ),
        kept: report.share().is_none_or(|share| share >= returns.rules.target),
        facts: facts(&f, report),
        out: out(w, report),
        curve: Drawn::new(w, &returns.curve),
        splits: [
            split(&f, w.t("visits-by-doctor"), &returns.by_doctor),
            split(&f, w.t("visits-by-location"), &returns.by_location),
        ]
        .into_iter()
        .flatten()
        .collect(),
        new_none: if told.new.is_empty() { known } else { String::new() },
        new: told.new.iter().map(|new| new_row(&f, new)).collect(),
        missed: w.all(
            "visits-missed-said",
            &[
                ("n", whole(all.appointments).into()),
                ("missed", whole(all.no_shows).into()),
                ("rate", percent(w, all.rate()).into()),
                ("date", date(&f, told.missed_from).into()),
            ],
        ),
        missed_rows: told
            .missed
            .by_lead
            .iter()
            .map(|group| missed_row(w, group))
            .collect(),
        missed_notes: notes,
        f,
    }
}

async fn page(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let told = figures(&web.app, &seat.desk).await?;
    let f = Staff::new(&web, seat, &tongue, "visits");
    match told {
        Some(told) => show(&built(f, &told)),
        None => show(&NonePage { f }),
    }
}

#[cfg(test)]
mod stories;
