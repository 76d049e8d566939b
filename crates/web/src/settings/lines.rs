//! Phone lines: their name, number and location, and that one is used no more.

use anteroom_app::lines::{self, Facts};
use anteroom_app::practices;
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use anteroom_core::ids::LineId;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Extra, Filled, FormPage, Part, Row, RowsPage, Say, Sent, save_button, saved, sent};
use super::{Leaf, Link, Side};
use crate::Web;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "lines",
    right: Right::Administer,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/lines", needs, list),
        Route::get("/desk/{slug}/settings/lines/{line}", needs, form),
        Route::post("/desk/{slug}/settings/lines/{line}", needs, save),
        Route::post("/desk/{slug}/settings/lines/{line}/retirement", needs, retire),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("lines-state", "n", super::count(now.lines))
}

const ORDER: [&str; 3] = ["name", "number", "location"];
/// What stands in the path for one that isn't there yet.
const NEW: &str = "new";

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let all = lines::list(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let path = format!("{}/settings/lines", f.base());
    let rows = all.iter().map(|(row, _)| Row {
        href: format!("{path}/{}", row.id),
        title: row.name.clone(),
        lines: vec![row.number.clone()],
        raise: String::new(),
    });
    show(&RowsPage {
        rows: rows.collect(),
        s: Side::new(&f, LEAF.name).saved(&query),
        says: Vec::new(),
        empty: f.w.t("lines-none"),
        add: vec![Link::to(format!("{path}/{NEW}"), f.w.t("lines-add"))],
        f,
    })
}

async fn page(
    web: &Web,
    f: Staff,
    word: &str,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let all = lines::list(&web.app, f.practice()).await?;
    let found = all.into_iter().find(|(row, _)| row.id.to_string() == word);
    if found.is_none() && word != NEW {
        return Err(Problem::Missing);
    }
    let (list, w) = (format!("{}/settings/lines", f.base()), f.w);
    let (present, seen) = found.map_or_else(Default::default, |(row, seen)| {
        let location = row.location.map_or_else(String::new, |id| id.to_string());
        ([row.name, row.number, location], seen)
    });
    let title = if word == NEW {
        w.t("lines-add")
    } else {
        present[0].clone()
    };
    let filled = Filled {
        w,
        present: ORDER.into_iter().zip(present).collect(),
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let places = practices::facts(&web.app, f.practice()).await?.locations;
    let mut options = vec![(String::new(), w.t("lines-anywhere"))];
    options.extend(
        places
            .iter()
            .map(|place| (place.id.to_string(), place.name.clone())),
    );
    let parts: Vec<Part> = vec![
        filled.line("name").required().into(),
        filled.line("number").of_kind("tel").required().into(),
        filled.line("location").options(options).into(),
    ];
    let retire = Extra {
        title: w.t("lines-retire"),
        text: w.t("lines-retire-help"),
        action: format!("{list}/{word}/retirement"),
        hidden: vec![("seen", seen.clone())],
        label: w.t("settings-retire"),
    };
    show_as(
        status,
        &FormPage {
            s: Side::new(&f, LEAF.name).titled(title),
            back: Some(Link::to(list.clone(), w.of("settings-title", LEAF.name))),
            says: say.into_iter().collect(),
            mistakes,
            action: format!("{list}/{word}"),
            seen,
            parts,
            buttons: vec![save_button(w)],
            extras: if word == NEW { Vec::new() } else { vec![retire] },
            f,
        },
    )
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    page(&web, f, &word, None, (StatusCode::OK, &Mistakes::default(), None)).await
}

fn id(word: &str) -> Result<LineId, Problem> {
    word.parse().map_err(|_| Problem::Missing)
}

async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let known = if word == NEW { None } else { Some(id(&word)?) };
    let facts = Facts {
        name: typed.owned("name"),
        number: typed.owned("number"),
        location: typed.owned("location"),
    };
    let done = lines::set(&web.app, &seat.desk.practice, &hand, known, &facts).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &ORDER)? {
        Sent::Done => Ok(saved(&format!("{}/settings/lines", f.base()))),
        Sent::Back(status, mistakes, say) => {
            page(&web, f, &word, Some(&typed), (status, &mistakes, say)).await
        }
    }
}

async fn retire(
    State(web): State<Web>,
    seat: Seat,
    In((slug, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    lines::retire(&web.app, &seat.desk.practice, &hand, id(&word)?).await?;
    Ok(saved(&format!("/desk/{slug}/settings/lines")))
}
