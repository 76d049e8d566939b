//! What a practice sets about its site: the share of visits that it promises to answer, and who keeps it.

use anteroom_app::Failure;
use anteroom_app::settings::changes::Hand;
use anteroom_app::site::rules as app;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Tab, members, tabs};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::Staff;
use crate::i18n::Tongue;
use crate::people::Choice;
use crate::seat::{Seat, Written};

#[derive(Template)]
#[template(path = "site/rules.html")]
struct RulesPage {
    f: Staff,
    tabs: Vec<Tab>,
    seen: String,
    percent: Field,
    keepers: Vec<Choice>,
    mistakes: Mistakes,
    saved: bool,
    overtaken: bool,
}

impl RulesPage {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: &self.mistakes,
        }
    }
}

async fn page(
    web: &Web,
    f: Staff,
    typed: Option<&Fields>,
    (status, mistakes): (StatusCode, Mistakes),
    saved: bool,
) -> Result<Response, Problem> {
    let rules = app::get(&web.app, f.practice()).await?;
    let w = f.w;
    let percent = typed.map_or_else(|| rules.percent.to_string(), |typed| typed.owned("site.percent"));
    let keeper = rules.keeper.map_or_else(String::new, |id| id.to_string());
    let keeper = typed.map_or(keeper, |typed| typed.owned("site.keeper"));
    show_as(
        status,
        &RulesPage {
            tabs: tabs(&f, "rules", None),
            seen: rules.seen,
            percent: Field::line("site.percent", w.t("setting-site-percent"))
                .help(w.t("rules-percent-help"))
                .typed(&percent, &mistakes)
                .required(),
            keepers: members(w, &rules.members, &keeper),
            overtaken: status == StatusCode::CONFLICT,
            mistakes,
            saved,
            f,
        },
    )
}

pub(super) async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "site");
    page(
        &web,
        f,
        None,
        (StatusCode::OK, Mistakes::default()),
        query.ticked("saved"),
    )
    .await
}

pub(super) async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let wish = (typed.text("site.percent"), typed.text("site.keeper"));
    let done = app::set(&web.app, &seat.desk.practice, &hand, wish).await;
    let f = Staff::new(&web, seat, &tongue, "site");
    let (status, mistakes) = match done {
        Ok(()) => {
            return Ok(Redirect::to(&format!("{}/site/rules?saved=1", f.base())).into_response());
        }
        Err(Failure::Invalid(faults)) => {
            let label = |field: &str| f.w.of("setting", field);
            let order = ["site.percent", "site.keeper"];
            let mistakes = Mistakes::of(&faults, f.w, label).ordered(&order);
            (StatusCode::UNPROCESSABLE_ENTITY, mistakes)
        }
        Err(Failure::Overtaken(_)) => (StatusCode::CONFLICT, Mistakes::default()),
        Err(failure) => return Err(failure.into()),
    };
    page(&web, f, Some(&typed), (status, mistakes), false).await
}
