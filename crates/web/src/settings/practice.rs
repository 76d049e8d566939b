//! The practice's own facts: its name, zone, country, language and numbers. They are entered here once.

use anteroom_app::practices::{self, Founding, Practice};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Filled, FormPage, Part, Say, Sent, save_button, saved, sent};
use super::{Leaf, Side};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "practice",
    right: Right::Administer,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/practice", needs, form),
        Route::post("/desk/{slug}/settings/practice", needs, save),
    ]
}

fn state(_: &Staff, now: &Overview) -> String {
    format!("{}, {}", now.practice.name, now.practice.timezone)
}

const ORDER: [&str; 6] = [
    "name",
    "phone",
    "emergency_number",
    "timezone",
    "country",
    "locale",
];

fn present(of: &Practice) -> Vec<(&'static str, String)> {
    let values = [
        &of.name,
        &of.phone,
        &of.emergency_number,
        &of.timezone,
        &of.country,
        &of.locale,
    ];
    ORDER.into_iter().zip(values.into_iter().cloned()).collect()
}

async fn page(
    web: &Web,
    f: Staff,
    side: Side,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let filled = Filled {
        w: f.w,
        present: present(f.practice()),
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let mut parts: Vec<Part> = vec![
        Part::Text(f.w.with("practice-slug", "slug", f.practice().slug.clone())),
        filled.line("name").required().into(),
        filled.line("phone").of_kind("tel").into(),
        filled.line("emergency_number").of_kind("tel").into(),
        filled.line("timezone").required().into(),
    ];
    parts.extend(["country", "locale"].map(|id| Part::from(filled.line(id))));
    let page = FormPage {
        s: side,
        back: None,
        says: say.into_iter().collect(),
        mistakes,
        action: format!("{}/settings/practice", f.base()),
        seen: practices::versioned(&web.app, f.practice()).await?,
        parts,
        buttons: vec![save_button(f.w)],
        extras: Vec::new(),
        f,
    };
    show_as(status, &page)
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    let side = Side::new(&f, LEAF.name).saved(&query);
    page(&web, f, side, None, (StatusCode::OK, &Mistakes::default(), None)).await
}

async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let founding = Founding {
        name: typed.owned("name"),
        timezone: typed.owned("timezone"),
        phone: typed.owned("phone"),
        country: typed.owned("country"),
        locale: typed.owned("locale"),
        emergency_number: typed.owned("emergency_number"),
        ..Founding::default()
    };
    let done = practices::change(&web.app, &seat.desk.practice, &hand, &founding).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &ORDER)? {
        Sent::Done => Ok(saved(&format!("{}/settings/practice", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let side = Side::new(&f, LEAF.name);
            page(&web, f, side, Some(&typed), (status, &mistakes, say)).await
        }
    }
}
