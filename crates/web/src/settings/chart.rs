//! Where a patient's chart opens in the practice's own record system.

use anteroom_app::people::{chart_template, set_chart_template};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Filled, FormPage, Say, Sent, save_button, saved, sent};
use super::{Leaf, Side};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "chart",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/chart", needs, form),
        Route::post("/desk/{slug}/settings/chart", needs, save),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    if now.settings.chart.is_some() {
        f.w.t("chart-state-set")
    } else {
        f.w.t("chart-state-none")
    }
}

async fn page(
    web: &Web,
    f: Staff,
    side: Side,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let (template, seen) = chart_template(&web.app, f.practice()).await?;
    let filled = Filled {
        w: f.w,
        present: vec![("chart", template)],
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let page = FormPage {
        s: side,
        back: None,
        says: say.into_iter().collect(),
        mistakes,
        action: format!("{}/settings/chart", f.base()),
        seen,
        parts: vec![filled.line("chart").into()],
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
    let done = set_chart_template(&web.app, &seat.desk.practice, &hand, typed.text("chart")).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &["chart"])? {
        Sent::Done => Ok(saved(&format!("{}/settings/chart", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let side = Side::new(&f, LEAF.name);
            page(&web, f, side, Some(&typed), (status, &mistakes, say)).await
        }
    }
}
