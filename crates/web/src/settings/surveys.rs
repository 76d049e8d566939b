//! Who is asked whether they would recommend the practice: whether, after what, when, how often, and in which words.

use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_app::surveys::{FIELDS, set, setting};
use anteroom_core::access::Right;
use anteroom_core::surveys::Trigger;
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
    name: "surveys",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/surveys", needs, form),
        Route::post("/desk/{slug}/settings/surveys", needs, save),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    let asks = &now.settings.surveys.asks;
    if asks.on {
        f.w.of("surveys-state", asks.trigger.as_str())
    } else {
        f.w.t("surveys-state-off")
    }
}

/// One field as its kind of control.
fn part(filled: &Filled<'_>, name: &'static str, members: &[(String, String)]) -> Part {
    let w = filled.w;
    match name {
        "surveys.on" => filled.tick(name),
        "surveys.trigger" => {
            let all = Trigger::ALL.iter();
            let all = all.map(|trigger| (trigger.to_string(), w.of("surveys-trigger", trigger.as_str())));
            filled.line(name).options(all.collect()).into()
        }
        "surveys.owner" => {
            let nobody = (String::new(), w.t("surveys-owner-manager"));
            let all = std::iter::once(nobody).chain(members.iter().cloned());
            filled.line(name).options(all.collect()).into()
        }
        _ => filled.line(name).into(),
    }
}

/// All of them; beneath the first box who is never asked.
fn parts(filled: &Filled<'_>, members: &[(String, String)]) -> Vec<Part> {
    let mut parts: Vec<Part> = FIELDS.iter().map(|name| part(filled, name, members)).collect();
    let never = filled.w.maybe("setting-help", "surveys.on").unwrap_or_default();
    parts.insert(1, Part::Text(never));
    parts
}

async fn page(
    web: &Web,
    f: Staff,
    side: Side,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let now = setting(&web.app, f.practice()).await?;
    let filled = Filled {
        w: f.w,
        present: now.fields.into_iter().collect(),
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let members: Vec<(String, String)> = now
        .members
        .into_iter()
        .map(|(named, _)| (named.id.to_string(), named.name))
        .collect();
    let mut says: Vec<Say> = say.into_iter().collect();
    if !now.mail {
        let mut none = Say::new("s-risk", f.w.t("surveys-no-mail"));
        none.lines.push(f.w.t("surveys-no-mail-help"));
        says.push(none);
    }
    let page = FormPage {
        s: side,
        back: None,
        says,
        mistakes,
        action: format!("{}/settings/surveys", f.base()),
        seen: now.version,
        parts: parts(&filled, &members),
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
    let done = set(&web.app, &seat.desk.practice, &hand, |name| typed.owned(name)).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, FIELDS)? {
        Sent::Done => Ok(saved(&format!("{}/settings/surveys", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let side = Side::new(&f, LEAF.name);
            page(&web, f, side, Some(&typed), (status, &mistakes, say)).await
        }
    }
}
