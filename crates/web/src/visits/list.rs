//! The rows behind a figure of visits: patients, each with a link to their page.

use anteroom_app::visits::{Filter, List, Page, Row, list};
use anteroom_core::limits;
use anteroom_core::promises::retention::Fate;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use super::{date, lead};
use crate::Web;
use crate::errors::{self, Problem};
use crate::forms::{Query, encoded};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::Seat;

/// A row, in words.
struct Line {
    href: String,
    name: String,
    /// Visits that nobody is reminded of.
    sensitive: bool,
    /// It is their last month.
    leaving: bool,
    /// The visit, with whom and where.
    visit: String,
    /// What became of it; empty where the list says it.
    after: String,
}

/// A list above the rows.
struct Tab {
    href: String,
    label: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "visits/list.html")]
struct ListPage {
    f: Staff,
    title: String,
    said: String,
    help: String,
    tabs: Vec<Tab>,
    rows: Vec<Line>,
    /// Some are left out; empty where none are.
    withheld: String,
    next: Option<String>,
    first: bool,
    here: String,
}

const LISTS: [(&str, List); 5] = [
    ("lost", List::Lost),
    ("kept", List::Kept),
    ("out", List::Out),
    ("new", List::New),
    ("missed", List::Missed),
];

fn after(f: &Staff, row: &Row, of: List) -> String {
    let w = f.w;
    match (of, row.fate, row.next) {
        (List::New, ..) => {
            let heard = row.heard.map_or("unsaid", |heard| heard.as_str());
            w.of("heard", heard)
        }
        (List::Missed, ..) => {
            let days = row.lead_days.map(|days| (days, Some(days)));
            w.with("visits-booked-ahead", "lead", lead(w, days))
        }
        (_, Some(Fate::Out(why)), _) => w.of("left", why.as_str()),
        (_, Some(Fate::Returned), Some(next)) => w.with("visits-came-again", "date", date(f, next)),
        (_, Some(Fate::Booked), Some(next)) => w.with("visits-booked-for", "date", date(f, next)),
        _ => String::new(),
    }
}

fn line(f: &Staff, row: &Row, of: List) -> Line {
    let visit = [date(f, row.at), row.doctor.clone(), row.location.clone()];
    let visit = visit.into_iter().filter(|part| !part.is_empty());
    Line {
        href: format!("{}/patients/{}", f.base(), row.patient),
        name: row.name.clone(),
        sensitive: row.sensitive,
        leaving: row.leaving,
        visit: visit.collect::<Vec<_>>().join(" · "),
        after: after(f, row, of),
    }
}

fn built(f: Staff, (word, of): (&str, List), month: Option<Date>, page: &Page, first: bool) -> ListPage {
    let w = f.w;
    let base = format!("{}/visits", f.base());
    let here = match month {
        Some(month) => format!("{base}/{word}?month={month}"),
        None => format!("{base}/{word}?"),
    };
    let span = [("from", date(&f, page.span.0)), ("to", date(&f, page.span.1))];
    let [from, to] = span;
    ListPage {
        title: w.of("visits-list", word),
        said: w.with2("visits-list-span", from, to),
        help: w.of("visits-list-help", word),
        tabs: LISTS
            .iter()
            .map(|(name, list)| Tab {
                href: format!("{base}/{name}"),
                label: w.of("visits-list", name),
                current: *list == of,
            })
            .collect(),
        rows: page.rows.iter().map(|row| line(&f, row, of)).collect(),
        withheld: if page.withheld {
            w.t("visits-withheld")
        } else {
            String::new()
        },
        next: page
            .next
            .as_deref()
            .map(|next| format!("{here}&after={}", encoded(next))),
        first,
        here,
        f,
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let of = LISTS.iter().find(|(name, _)| *name == word);
    let &(word, of) = of.ok_or(Problem::Missing)?;
    let month = match query.text("month") {
        "" => None,
        text => Some(text.parse().map_err(|_| Problem::Missing)?),
    };
    let after = Some(query.text("after")).filter(|after| !after.is_empty());
    if after.is_some_and(|after| after.len() > limits::URL_VALUE) {
        return Err(Problem::Missing);
    }
    let filter = Filter { list: of, month };
    let page = list(&web.app, &seat.desk, filter, after).await?;
    let f = Staff::new(&web, seat, &tongue, "visits");
    errors::show(&built(f, (word, of), month, &page, after.is_none()))
}
