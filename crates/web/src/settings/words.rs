//! The texts that a practice words itself, in each language of the pages.

use std::collections::BTreeMap;

use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_app::settings::words::{self, TEXTS};
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
    name: "words",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/words", needs, form),
        Route::post("/desk/{slug}/settings/words", needs, save),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("words-state", "n", super::count(now.settings.words.len()))
}

async fn page(
    web: &Web,
    f: Staff,
    side: Side,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let (texts, seen) = words::load(&web.app, f.practice()).await?;
    let filled = Filled {
        w: f.w,
        present: TEXTS
            .iter()
            .map(|name| (*name, texts.text(name).to_owned()))
            .collect(),
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let parts = TEXTS
        .iter()
        .map(|name| Part::from(filled.line(name).of_kind("textarea")));
    let page = FormPage {
        s: side,
        back: None,
        says: say.into_iter().collect(),
        mistakes,
        action: format!("{}/settings/words", f.base()),
        seen,
        parts: parts.collect(),
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
    let texts: BTreeMap<_, _> = TEXTS.iter().map(|name| (*name, typed.owned(name))).collect();
    let done = words::set(&web.app, &seat.desk.practice, &hand, &texts).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, TEXTS)? {
        Sent::Done => Ok(saved(&format!("{}/settings/words", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let side = Side::new(&f, LEAF.name);
            page(&web, f, side, Some(&typed), (status, &mistakes, say)).await
        }
    }
}
