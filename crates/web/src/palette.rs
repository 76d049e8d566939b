//! Find: a request by its number, a person by name or number, a page of the desk by its name. A page of its own, from which the
//! script of the search that opens on `/` takes its list.

use anteroom_app::{Failure, people, requests};
use anteroom_core::access::Right;
use anteroom_core::limits;
use anteroom_core::people::name_key;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::Query;
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::people::Hit;
use crate::seat::Seat;
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get(
        "/desk/{slug}/palette",
        Needs::Desk(Right::Work),
        palette,
    )]
}

/// People in the list: one screen of a laptop; their own page finds the rest.
const PEOPLE: usize = 10;

/// Something that was found.
struct Found {
    /// What it is, with what tells it apart from others of its name.
    kind: String,
    text: String,
    href: String,
}

#[derive(Template)]
#[template(path = "palette.html")]
struct PalettePage {
    f: Staff,
    asked: String,
    found: Vec<Found>,
    said: String,
}

async fn palette(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let asked = query.text("q").trim();
    if asked.len() > limits::URL_VALUE {
        return Err(Problem::Missing);
    }
    let f = Staff::new(&web, seat, &tongue, "find");
    let mut found = Vec::new();
    if !asked.is_empty() {
        found.extend(request(&web, &f, asked).await?);
        found.extend(people(&web, &f, asked).await?);
        found.extend(pages(&f, asked));
    }
    let said = match (asked.is_empty(), found.len()) {
        (true, _) => String::new(),
        (false, 0) => f.w.t("find-none"),
        (false, n) => f.w.with("find-found", "n", i64::try_from(n).unwrap_or(i64::MAX)),
    };
    show(&PalettePage {
        asked: asked.to_owned(),
        found,
        said,
        f,
    })
}

/// The request with the number that was typed.
async fn request(web: &Web, f: &Staff, asked: &str) -> Result<Option<Found>, Problem> {
    let Ok(number) = asked.trim_start_matches('#').parse::<i64>() else {
        return Ok(None);
    };
    let row = requests::row_of(&web.app, &f.seat.desk, number).await?;
    Ok(row.map(|row| {
        let row = crate::queue::Listed::new(f, &row);
        Found {
            kind: f.w.t("find-request"),
            text: format!("#{} {} · {}", row.number, row.who, row.subject),
            href: row.href,
        }
    }))
}

/// People whose name, number or address was typed; none where it is too short to be any.
async fn people(web: &Web, f: &Staff, asked: &str) -> Result<Vec<Found>, Problem> {
    let finds = match people::find(&web.app, &f.seat.desk, asked, None).await {
        Ok(finds) => finds,
        Err(Failure::Invalid(_)) => return Ok(Vec::new()),
        Err(failure) => return Err(failure.into()),
    };
    let hits = finds.rows.iter().take(PEOPLE).map(|row| Hit::new(f, row));
    let found = hits.map(|hit| Found {
        kind: hit.meta,
        text: hit.name,
        href: hit.href,
    });
    Ok(found.collect())
}

/// Pages of the desk whose name has these letters.
fn pages(f: &Staff, asked: &str) -> Vec<Found> {
    let asked = name_key(asked);
    let mut pages = vec![
        ("nav-today", ""),
        ("nav-queue", "/requests"),
        ("nav-schedule", "/to-schedule"),
        ("nav-people", "/people"),
        ("nav-start", "/requests/new"),
        ("nav-calls", "/calls"),
        ("nav-roster", "/roster"),
        ("nav-site", "/site"),
        ("plan-title", "/plan"),
        ("visits-title", "/visits"),
        ("wall-screen", "/wall"),
    ];
    if f.manages() {
        pages.push(("survey-answers", "/surveys"));
        pages.push(("settings", "/settings"));
    }
    let found = pages.into_iter().filter_map(|(key, path)| {
        let text = f.w.t(key);
        name_key(&text).contains(&asked).then(|| Found {
            kind: f.w.t("find-page"),
            text,
            href: format!("{}{path}", f.base()),
        })
    });
    found.collect()
}

#[cfg(test)]
mod stories;
