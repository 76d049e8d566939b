//! Kinds of requests: added, renamed, ordered, what each brings with it, and that one is offered no more.

use anteroom_app::kinds::{self, Wish};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use anteroom_core::requests::kinds::{Kind, OTHER};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::form::{Extra, Filled, FormPage, Part, Row, RowsPage, Say, Sent, save_button, saved, sent};
use super::{Leaf, Link, Side};
use crate::Web;
use crate::ask::kind_name;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::{In, Staff};
use crate::i18n::{Tongue, Words};
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "kinds",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/kinds", needs, list),
        Route::get("/desk/{slug}/settings/kinds/{kind}", needs, form),
        Route::post("/desk/{slug}/settings/kinds/{kind}", needs, save),
        Route::post("/desk/{slug}/settings/kinds/{kind}/retirement", needs, retire),
        Route::post("/desk/{slug}/settings/kinds/{kind}/rise", needs, raise),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("kinds-state", "n", super::count(now.kinds))
}

const ORDER: [&str; 4] = ["code", "name", "days", "clinical_only"];
/// What stands in the path for one that isn't there yet; no kind can have that code.
const NEW: &str = "new";

fn told(w: Words, kind: &Kind) -> String {
    let mut parts = Vec::new();
    parts.extend(kind.clinical_only.then(|| w.of("setting", "clinical-only")));
    parts.extend(kind.sensitive.then(|| w.of("setting", "sensitive")));
    let days = kind.obligation.map(|rule| i64::from(rule.days));
    parts.extend(days.map(|days| w.with("kinds-days", "n", days)));
    parts.join(" · ")
}

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let (all, _) = kinds::list(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let path = format!("{}/settings/kinds", f.base());
    let rows = all.iter().enumerate().map(|(at, kind)| Row {
        href: format!("{path}/{}", kind.code),
        title: kind_name(f.w, "kind-of", &kind.code, &kind.name),
        lines: Some(told(f.w, kind))
            .filter(|line| !line.is_empty())
            .into_iter()
            .collect(),
        raise: if at == 0 {
            String::new()
        } else {
            format!("{path}/{}/rise", kind.code)
        },
    });
    show(&RowsPage {
        rows: rows.collect(),
        s: Side::new(&f, LEAF.name).saved(&query),
        says: Vec::new(),
        empty: f.w.t("kinds-none"),
        add: vec![Link::to(format!("{path}/{NEW}"), f.w.t("kinds-add"))],
        f,
    })
}

fn box_of(ticked: bool) -> String {
    if ticked { "1".to_owned() } else { String::new() }
}

async fn page(
    web: &Web,
    f: Staff,
    word: &str,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let (all, seen) = kinds::list(&web.app, f.practice()).await?;
    let found = all.into_iter().find(|kind| kind.code == word);
    if found.is_none() && word != NEW {
        return Err(Problem::Missing);
    }
    let (list, w) = (format!("{}/settings/kinds", f.base()), f.w);
    let title = found.as_ref().map_or_else(
        || w.t("kinds-add"),
        |kind| kind_name(w, "kind-of", &kind.code, &kind.name),
    );
    let present = found.map_or_else(Vec::new, |kind| {
        let days = kind
            .obligation
            .map_or_else(String::new, |rule| rule.days.to_string());
        vec![
            ("name", kind.name),
            ("days", days),
            ("clinical_only", box_of(kind.clinical_only)),
            ("sensitive", box_of(kind.sensitive)),
        ]
    });
    let filled = Filled {
        w,
        present,
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let mut parts: Vec<Part> = Vec::new();
    if word == NEW {
        parts.push(filled.line("code").required().into());
    }
    parts.extend([
        filled.line("name").into(),
        filled.line("days").of_kind("text").into(),
        filled.tick("clinical_only"),
        filled.tick("sensitive"),
    ]);
    let retire = Extra {
        title: w.t("kinds-retire"),
        text: w.t("kinds-retire-help"),
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
            extras: if word == NEW || word == OTHER {
                Vec::new()
            } else {
                vec![retire]
            },
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

async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    // What is no number of days is more than there are, so that the field is named as one that can't be taken.
    let days = match typed.text("days").trim() {
        "" => 0,
        days => days.parse().unwrap_or(u16::MAX),
    };
    let wish = Wish {
        code: if word == NEW {
            typed.owned("code")
        } else {
            word.clone()
        },
        name: Some(typed.owned("name")),
        clinical_only: Some(typed.ticked("clinical_only")),
        sensitive: Some(typed.ticked("sensitive")),
        days: Some(days),
    };
    let done = if wish.code == NEW || (word == NEW && is_known(&web, &seat, &wish.code).await?) {
        Err(kinds::taken())
    } else {
        kinds::put(&web.app, &seat.desk.practice, &hand, &wish).await
    };
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &ORDER)? {
        Sent::Done => Ok(saved(&format!("{}/settings/kinds", f.base()))),
        Sent::Back(status, mistakes, say) => {
            page(&web, f, &word, Some(&typed), (status, &mistakes, say)).await
        }
    }
}

async fn is_known(web: &Web, seat: &Seat, code: &str) -> Result<bool, Problem> {
    let (all, _) = kinds::list(&web.app, &seat.desk.practice).await?;
    Ok(all.iter().any(|kind| kind.code == code))
}

async fn retire(
    State(web): State<Web>,
    seat: Seat,
    In((slug, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    kinds::end(&web.app, &seat.desk.practice, &hand, &word).await?;
    Ok(saved(&format!("/desk/{slug}/settings/kinds")))
}

async fn raise(
    State(web): State<Web>,
    seat: Seat,
    In((slug, word)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let hand = Hand::plain(seat.desk.member.id);
    kinds::raise(&web.app, &seat.desk.practice, &hand, &word).await?;
    Ok(Redirect::to(&format!("/desk/{slug}/settings/kinds")).into_response())
}
