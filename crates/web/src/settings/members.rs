//! Members: who works here, what they may do, and that somebody works here no longer. It shows nothing of other practices.

use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_app::staff::roles::{self, Known, Wish};
use anteroom_app::teams;
use anteroom_core::access::{Right, Role};
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
    name: "members",
    right: Right::Administer,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/members", needs, list),
        Route::get("/desk/{slug}/settings/members/{member}", needs, form),
        Route::post("/desk/{slug}/settings/members/{member}", needs, save),
        Route::post("/desk/{slug}/settings/members/{member}/ending", needs, end),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("members-state", "n", super::count(now.members))
}

const ORDER: [&str; 3] = ["name", "role", "signature"];
/// What the box of a team is called, before its id.
const TEAM: &str = "team-";

fn line(f: &Staff, known: &Known, teams: &[teams::Team]) -> Vec<String> {
    let inside = teams.iter().filter(|team| known.teams.contains(&team.id));
    let inside: Vec<&str> = inside.map(|team| team.name.as_str()).collect();
    let mut said = vec![f.w.of("role", known.member.role.as_str())];
    if !inside.is_empty() {
        said.push(f.w.with("members-in", "teams", inside.join(", ")));
    }
    said.push(known.login.clone().unwrap_or_else(|| f.w.t("members-no-login")));
    said
}

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let all = roles::list(&web.app, &seat.desk.practice).await?;
    let teams = teams::list(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let rows = all.iter().map(|known| Row {
        href: format!("{}/settings/members/{}", f.base(), known.member.id),
        title: known.member.name.clone(),
        lines: line(&f, known, &teams),
        raise: String::new(),
    });
    show(&RowsPage {
        rows: rows.collect(),
        s: Side::new(&f, LEAF.name).saved(&query),
        says: super::given_back(&f, &query).into_iter().collect(),
        empty: f.w.t("members-none"),
        add: vec![Link::to(
            format!("{}/settings/invitations", f.base()),
            f.w.t("members-invite"),
        )],
        f,
    })
}

async fn page(
    web: &Web,
    f: Staff,
    id: MemberId,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let sheet = roles::sheet(&web.app, f.practice(), id).await?;
    let teams = teams::list(&web.app, f.practice()).await?;
    let (list, w, member) = (format!("{}/settings/members", f.base()), f.w, sheet.known.member);
    let filled = Filled {
        w,
        present: vec![
            ("name", member.name.clone()),
            ("role", member.role.to_string()),
            ("signature", sheet.signature),
        ],
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let options = Role::ALL
        .iter()
        .map(|role| (role.to_string(), w.of("role", role.as_str())));
    let ticks = teams.iter().map(|team| {
        let id = format!("{TEAM}{}", team.id);
        Tick {
            checked: typed.map_or_else(|| sheet.known.teams.contains(&team.id), |typed| typed.ticked(&id)),
            name: id.clone(),
            id,
            value: "1".to_owned(),
            label: team.name.clone(),
        }
    });
    let mut parts: Vec<Part> = vec![
        filled.line("name").required().into(),
        filled.line("role").options(options.collect()).into(),
        filled.line("signature").of_kind("textarea").into(),
    ];
    if !teams.is_empty() {
        parts.push(Part::Ticks(w.t("members-teams"), ticks.collect()));
    }
    let end = Extra {
        title: w.with("members-end", "name", member.name.clone()),
        text: w.t("members-end-help"),
        action: format!("{list}/{id}/ending"),
        hidden: vec![("seen", sheet.version.clone())],
        label: w.t("members-end-do"),
    };
    let reset = Extra {
        title: w.t("handed-make-title"),
        text: w.t("handed-make-help"),
        action: format!("{list}/{id}/reset"),
        hidden: Vec::new(),
        label: w.t("handed-make"),
    };
    show_as(
        status,
        &FormPage {
            s: Side::new(&f, LEAF.name).titled(member.name),
            back: Some(Link::to(list.clone(), w.of("settings-title", LEAF.name))),
            says: say.into_iter().collect(),
            mistakes,
            action: format!("{list}/{id}"),
            seen: sheet.version,
            parts,
            buttons: vec![save_button(w)],
            extras: vec![reset, end],
            f,
        },
    )
}

fn id(word: &str) -> Result<MemberId, Problem> {
    word.parse().map_err(|_| Problem::Missing)
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    page(
        &web,
        f,
        id(&word)?,
        None,
        (StatusCode::OK, &Mistakes::default(), None),
    )
    .await
}

async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let (id, me) = (id(&word)?, seat.desk.member.id);
    let hand = Hand::member(me, typed.text("seen"));
    let teams: Vec<TeamId> = typed.ids(TEAM).collect();
    let wish = Wish {
        name: typed.owned("name"),
        role: typed.parsed("role").ok_or(Problem::Invalid)?,
        teams,
        signature: typed.owned("signature"),
    };
    let done = roles::set(&web.app, &seat.desk.practice, &hand, id, &wish).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &ORDER)? {
        Sent::Done => Ok(saved(&format!("{}/settings/members", f.base()))),
        Sent::Back(status, mistakes, say) => page(&web, f, id, Some(&typed), (status, &mistakes, say)).await,
    }
}

async fn end(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let (id, hand) = (id(&word)?, Hand::member(seat.desk.member.id, typed.text("seen")));
    match roles::end(&web.app, &seat.desk.practice, &hand, id).await {
        Ok(given) => Ok(super::ended(&format!("/desk/{slug}/settings/members"), given)),
        refused => {
            let f = Staff::new(&web, seat, &tongue, "settings");
            match sent(&f, refused, &ORDER)? {
                Sent::Done => Err(Problem::Internal),
                Sent::Back(status, mistakes, say) => page(&web, f, id, None, (status, &mistakes, say)).await,
            }
        }
    }
}
