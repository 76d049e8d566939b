//! Locations: their facts, their order, and that one is used no more.

use anteroom_app::locations::{self, Facts};
use anteroom_app::places::own_points;
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use anteroom_core::ids::LocationId;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

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
    name: "locations",
    right: Right::Administer,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/locations", needs, list),
        Route::get("/desk/{slug}/settings/locations/{location}", needs, form),
        Route::post("/desk/{slug}/settings/locations/{location}", needs, save),
        Route::post(
            "/desk/{slug}/settings/locations/{location}/retirement",
            needs,
            retire,
        ),
        Route::post("/desk/{slug}/settings/locations/{location}/rise", needs, raise),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("locations-state", "n", super::count(now.locations))
}

const ORDER: [&str; 5] = ["name", "address", "point", "phone", "timezone"];
/// What stands in the path for one that isn't there yet.
const NEW: &str = "new";

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let all = locations::list(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let path = format!("{}/settings/locations", f.base());
    let rows = all.iter().enumerate().map(|(at, (row, _))| Row {
        href: format!("{path}/{}", row.id),
        title: row.name.clone(),
        lines: [&row.address, &row.phone, &row.timezone]
            .into_iter()
            .filter(|line| !line.is_empty())
            .cloned()
            .collect(),
        raise: if at == 0 {
            String::new()
        } else {
            format!("{path}/{}/rise", row.id)
        },
    });
    show(&RowsPage {
        rows: rows.collect(),
        s: Side::new(&f, LEAF.name).saved(&query),
        says: Vec::new(),
        empty: f.w.t("locations-none"),
        add: vec![Link::to(format!("{path}/{NEW}"), f.w.t("locations-add"))],
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
    let all = locations::list(&web.app, f.practice()).await?;
    let found = all.into_iter().find(|(row, _)| row.id.to_string() == word);
    if found.is_none() && word != NEW {
        return Err(Problem::Missing);
    }
    let (list, w) = (format!("{}/settings/locations", f.base()), f.w);
    let points = own_points(&web.app, f.practice()).await?;
    let point = points.into_iter().find(|(id, ..)| id.to_string() == word);
    let point = point
        .and_then(|(_, own, _)| own)
        .map(locations::degrees)
        .unwrap_or_default();
    let (present, seen) = found.map_or_else(Default::default, |(row, seen)| {
        ([row.name, row.address, point, row.phone, row.timezone], seen)
    });
    let title = if word == NEW {
        w.t("locations-add")
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
    let parts: Vec<Part> = vec![
        filled.line("name").required().into(),
        filled.line("address").into(),
        filled.line("point").into(),
        filled.line("phone").of_kind("tel").into(),
        filled.line("timezone").into(),
    ];
    let retire = Extra {
        title: w.t("locations-retire"),
        text: w.t("locations-retire-help"),
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

fn id(word: &str) -> Result<LocationId, Problem> {
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
        address: typed.owned("address"),
        point: typed.owned("point"),
        phone: typed.owned("phone"),
        timezone: typed.owned("timezone"),
    };
    let done = locations::set(&web.app, &seat.desk.practice, &hand, known, &facts).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &ORDER)? {
        Sent::Done => Ok(saved(&format!("{}/settings/locations", f.base()))),
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
    locations::retire(&web.app, &seat.desk.practice, &hand, id(&word)?).await?;
    Ok(saved(&format!("/desk/{slug}/settings/locations")))
}

async fn raise(
    State(web): State<Web>,
    seat: Seat,
    In((slug, word)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let hand = Hand::plain(seat.desk.member.id);
    locations::raise(&web.app, &seat.desk.practice, &hand, id(&word)?).await?;
    Ok(Redirect::to(&format!("/desk/{slug}/settings/locations")).into_response())
}
