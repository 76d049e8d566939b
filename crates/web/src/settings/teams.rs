//! Teams: their name, who is in them, and that one is used no more.

use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_app::staff::roles;
use anteroom_app::teams::{self, Team};
use anteroom_core::access::Right;
use anteroom_core::ids::{MemberId, TeamId};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Extra, Filled, FormPage, Part, Row, RowsPage, Say, Sent, Tick, save_button, saved, sent};
use super::{Leaf, Link, Side};
use crate::Web;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "teams",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/teams", needs, list),
        Route::get("/desk/{slug}/settings/teams/{team}", needs, form),
        Route::post("/desk/{slug}/settings/teams/{team}", needs, save),
        Route::post("/desk/{slug}/settings/teams/{team}/retirement", needs, retire),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("teams-state", "n", super::count(now.teams))
}

/// What stands in the path for one that isn't there yet.
const NEW: &str = "new";
/// What the box of a member is called, before their id.
const MEMBER: &str = "member-";

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let all = teams::list(&web.app, &seat.desk.practice).await?;
    let known = roles::list(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let path = format!("{}/settings/teams", f.base());
    let inside = |team: &Team| {
        let names = known
            .iter()
            .filter(|known| team.members.contains(&known.member.id));
        let names: Vec<&str> = names.map(|known| known.member.name.as_str()).collect();
        if names.is_empty() {
            f.w.t("teams-empty")
        } else {
            names.join(", ")
        }
    };
    let rows = all.iter().map(|team| Row {
        href: format!("{path}/{}", team.id),
        title: team.name.clone(),
        lines: vec![inside(team)],
        raise: String::new(),
    });
    show(&RowsPage {
        rows: rows.collect(),
        s: Side::new(&f, LEAF.name).saved(&query),
        says: super::given_back(&f, &query).into_iter().collect(),
        empty: f.w.t("teams-none"),
        add: vec![Link::to(format!("{path}/{NEW}"), f.w.t("teams-add"))],
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
    let all = teams::list(&web.app, f.practice()).await?;
    let known = roles::list(&web.app, f.practice()).await?;
    let found = all.into_iter().find(|team| team.id.to_string() == word);
    if found.is_none() && word != NEW {
        return Err(Problem::Missing);
    }
    let (list, w) = (format!("{}/settings/teams", f.base()), f.w);
    let (name, members, seen) =
        found.map_or_else(Default::default, |team| (team.name, team.members, team.version));
    let title = if word == NEW {
        w.t("teams-add")
    } else {
        name.clone()
    };
    let filled = Filled {
        w,
        present: vec![("name", name)],
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let ticks = known.iter().map(|known| {
        let id = format!("{MEMBER}{}", known.member.id);
        Tick {
            checked: typed.map_or_else(|| members.contains(&known.member.id), |typed| typed.ticked(&id)),
            name: id.clone(),
            id,
            value: "1".to_owned(),
            label: known.member.name.clone(),
        }
    });
    let retire = Extra {
        title: w.t("teams-retire"),
        text: w.t("teams-retire-help"),
        action: format!("{list}/{word}/retirement"),
        hidden: vec![("seen", seen.clone())],
        label: w.t("settings-retire"),
    };
    let parts = vec![
        filled.line("name").required().into(),
        Part::Ticks(w.t("teams-members"), ticks.collect()),
    ];
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

fn id(word: &str) -> Result<TeamId, Problem> {
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
    let members: Vec<MemberId> = typed.ids(MEMBER).collect();
    let wish = (typed.text("name"), members);
    let done = teams::set(&web.app, &seat.desk.practice, &hand, known, wish).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &["name"])? {
        Sent::Done => Ok(saved(&format!("{}/settings/teams", f.base()))),
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
    let given = teams::retire(&web.app, &seat.desk.practice, &hand, id(&word)?).await?;
    Ok(super::ended(&format!("/desk/{slug}/settings/teams"), given))
}
