//! The numbers of the promises, with what others would have meant last month before they are saved.

use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::meant::{DAYS, Meant, meant};
use anteroom_app::settings::overview::Overview;
use anteroom_app::settings::{NUMBERS, numbers_of, put_numbers};
use anteroom_core::access::Right;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Button, Filled, FormPage, Part, Say, Sent, saved, sent};
use super::{Leaf, Side};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};
use crate::today::{percent, whole};

pub(super) const LEAF: Leaf = Leaf {
    name: "promises",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/promises", needs, form),
        Route::post("/desk/{slug}/settings/promises", needs, save),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    let rules = &now.settings;
    f.w.all(
        "promises-state",
        &[
            ("minutes", rules.number("response.minutes").into()),
            ("percent", rules.number("response.percent").into()),
            ("under", rules.number("open.under").into()),
        ],
    )
}

/// What other numbers would have meant, in words.
fn told(f: &Staff, seen: &Meant) -> Say {
    let w = f.w;
    let mut say = Say::new("", w.with("meant-title", "n", i64::from(DAYS)));
    if seen.would.n == 0 {
        say.lines.push(w.t("meant-nothing"));
    } else {
        say.lines.push(w.all(
            "meant-response",
            &[
                ("n", whole(seen.would.n).into()),
                ("was", percent(w, seen.was.share_in_time()).into()),
                ("would", percent(w, seen.would.share_in_time()).into()),
            ],
        ));
    }
    if seen.cut {
        say.lines.push(w.t("meant-cut"));
    }
    if seen.days > 0 {
        say.lines.push(w.all(
            "meant-open",
            &[
                ("days", super::count(seen.days).into()),
                ("was", super::count(seen.under_was).into()),
                ("would", super::count(seen.under_would).into()),
            ],
        ));
        say.lines
            .push(w.with("meant-above", "n", super::count(seen.above_would)));
    }
    say.lines.push(w.t("meant-same-work"));
    say
}

async fn page(
    web: &Web,
    f: Staff,
    side: Side,
    typed: Option<&Fields>,
    (status, mistakes, says): (StatusCode, &Mistakes, Vec<Say>),
    looked: bool,
) -> Result<Response, Problem> {
    let (numbers, seen) = numbers_of(&web.app, f.practice()).await?;
    let filled = Filled {
        w: f.w,
        present: numbers
            .iter()
            .map(|(name, value)| (*name, value.to_string()))
            .collect(),
        typed,
        mistakes,
        overtaken: status == StatusCode::CONFLICT,
    };
    let look = Button {
        value: "look",
        label: f.w.t("meant-look"),
        class: if looked { "ghost" } else { "" },
    };
    let save = Button {
        value: "save",
        label: f.w.t("settings-save"),
        class: "",
    };
    let page = FormPage {
        s: side,
        back: None,
        says,
        mistakes,
        action: format!("{}/settings/promises", f.base()),
        seen,
        parts: NUMBERS
            .iter()
            .map(|(name, _)| Part::from(filled.line(name).required()))
            .collect(),
        buttons: if looked { vec![save, look] } else { vec![look] },
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
    let fine = (StatusCode::OK, &Mistakes::default(), Vec::new());
    page(&web, f, side, None, fine, false).await
}

async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let practice = seat.desk.practice.clone();
    let f = Staff::new(&web, seat, &tongue, "settings");
    let side = Side::new(&f, LEAF.name);
    let order: Vec<&str> = NUMBERS.iter().map(|(name, _)| *name).collect();
    let asked = anteroom_app::settings::numbers(|name| typed.owned(name));
    let looks = typed.text("do") != "save";
    let done = match asked {
        Ok(numbers) if looks => meant(&web.app, &practice, &numbers).await.map(Some),
        Ok(numbers) => put_numbers(&web.app, practice.id, &hand, &numbers)
            .await
            .map(|()| None),
        Err(failure) => Err(failure),
    };
    if let Ok(Some(seen)) = &done {
        let fine = (StatusCode::OK, &Mistakes::default(), vec![told(&f, seen)]);
        return page(&web, f, side, Some(&typed), fine, true).await;
    }
    match sent(&f, done, &order)? {
        Sent::Done => Ok(saved(&format!("{}/settings/promises", f.base()))),
        Sent::Back(status, mistakes, say) => {
            let back = (status, &mistakes, say.into_iter().collect());
            page(&web, f, side, Some(&typed), back, status == StatusCode::CONFLICT).await
        }
    }
}
