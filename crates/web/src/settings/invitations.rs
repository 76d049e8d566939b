//! Invitations: who is asked to work here, and the links that are shown once, to be handed over. Another password for a
//! member is such a link, too.

use anteroom_app::Failure;
use anteroom_app::settings::overview::Overview;
use anteroom_app::staff::invitations::{self, Invitation, Invite, Invited};
use anteroom_app::staff::resets::{self, Theirs};
use anteroom_core::access::{Right, Role};
use anteroom_core::ids::InvitationId;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{label, saved};
use super::{Leaf, Side};
use crate::Web;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::origin;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "invitations",
    right: Right::Administer,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/invitations", needs, list),
        Route::post("/desk/{slug}/settings/invitations", needs, invite),
        Route::post(
            "/desk/{slug}/settings/invitations/{invitation}/link",
            needs,
            again,
        ),
        Route::post(
            "/desk/{slug}/settings/invitations/{invitation}/withdrawal",
            needs,
            withdraw,
        ),
        Route::post("/desk/{slug}/settings/members/{member}/reset", needs, reset),
    ]
}

fn state(f: &Staff, _: &Overview) -> String {
    f.w.t("invitations-state")
}

struct Line {
    id: InvitationId,
    name: String,
    login: String,
    role: String,
    until: String,
}

#[derive(Template)]
#[template(path = "settings/invitations.html")]
struct InvitationsPage<'a> {
    f: Staff,
    s: Side,
    mistakes: &'a Mistakes,
    base: String,
    fields: Vec<Field>,
    lines: Vec<Line>,
}

impl InvitationsPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

/// A link, shown this once.
#[derive(Template)]
#[template(path = "settings/handed.html")]
struct HandedPage {
    f: Staff,
    s: Side,
    title: String,
    lines: Vec<String>,
    link: String,
    back: String,
}

fn fields(f: &Staff, typed: &Fields, mistakes: &Mistakes) -> Vec<Field> {
    let line = |id: &'static str| Field::line(id, label(f.w, id)).typed(typed.text(id), mistakes);
    let roles = Role::ALL
        .iter()
        .map(|role| (role.to_string(), f.w.of("role", role.as_str())));
    vec![
        line("name").auto("off").required(),
        line("login").of_kind("email").auto("off").required(),
        line("role").options(roles.collect()),
    ]
}

async fn page(
    web: &Web,
    (f, side): (Staff, Side),
    typed: &Fields,
    (status, mistakes): (StatusCode, &Mistakes),
) -> Result<Response, Problem> {
    let open = invitations::list(&web.app, f.practice()).await?;
    let line = |one: Invitation| Line {
        id: one.id,
        role: f.w.of("role", one.role.as_str()),
        until: f
            .w
            .with("invitations-until", "when", f.when.moment(one.expires_at)),
        name: one.name,
        login: one.login,
    };
    let page = InvitationsPage {
        s: side,
        mistakes,
        base: format!("{}/settings/invitations", f.base()),
        fields: fields(&f, typed, mistakes),
        lines: open.into_iter().map(line).collect(),
        f,
    };
    show_as(status, &page)
}

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    let side = Side::new(&f, LEAF.name).saved(&query);
    page(
        &web,
        (f, side),
        &Fields::default(),
        (StatusCode::OK, &Mistakes::default()),
    )
    .await
}

fn handed(f: Staff, (link, name): (String, &str), mailed: bool) -> Result<Response, Problem> {
    let mut lines = vec![f.w.with("handed-lead", "name", name.to_owned())];
    if mailed {
        lines.push(f.w.t("handed-mailed"));
    }
    show(&HandedPage {
        s: Side::new(&f, LEAF.name),
        title: f.w.t("handed-title"),
        lines,
        link,
        back: format!("{}/settings/invitations", f.base()),
        f,
    })
}

async fn invite(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    host: origin::Base,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let wish = Invite {
        name: typed.owned("name"),
        login: typed.owned("login"),
        role: typed.parsed("role").ok_or(Problem::Invalid)?,
    };
    let done = invitations::invite(&web.app, &seat.desk, &wish).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match done {
        Ok(Invited { path, mailed, .. }) => handed(f, (host.link(&path), wish.name.trim()), mailed),
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, f.w, |field| label(f.w, field));
            let mistakes = mistakes.ordered(&["name", "login", "role"]);
            let side = Side::new(&f, LEAF.name);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&web, (f, side), &typed, (status, &mistakes)).await
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn again(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, id)): In<(String, String)>,
    host: origin::Base,
    Written(_): Written,
) -> Result<Response, Problem> {
    let id = id.parse().map_err(|_| Problem::Missing)?;
    let open = invitations::list(&web.app, &seat.desk.practice).await?;
    let one = open
        .into_iter()
        .find(|one| one.id == id)
        .ok_or(Problem::Missing)?;
    let Invited { path, mailed, .. } = invitations::again(&web.app, &seat.desk, id).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    handed(f, (host.link(&path), &one.name), mailed)
}

async fn withdraw(
    State(web): State<Web>,
    seat: Seat,
    In((_, id)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let id = id.parse().map_err(|_| Problem::Missing)?;
    invitations::withdraw(&web.app, &seat.desk, id).await?;
    let slug = &seat.desk.practice.slug;
    Ok(saved(&format!("/desk/{slug}/settings/invitations")))
}

async fn reset(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, member)): In<(String, String)>,
    host: origin::Base,
    Written(_): Written,
) -> Result<Response, Problem> {
    let member = member.parse().map_err(|_| Problem::Missing)?;
    let made = resets::make(&web.app, &seat.desk, member).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let (title, help, link) = match made {
        Ok(path) => (
            f.w.t("handed-title"),
            f.w.t("handed-reset-lead"),
            host.link(&path),
        ),
        Err(Theirs::Alone) => (
            f.w.t("handed-not-theirs"),
            f.w.t("handed-not-theirs-help"),
            String::new(),
        ),
        Err(Theirs::NoAccount) => (
            f.w.t("handed-not-theirs"),
            f.w.t("handed-no-account"),
            String::new(),
        ),
    };
    show(&HandedPage {
        s: Side::new(&f, "members"),
        title,
        lines: vec![help],
        link,
        back: format!("{}/settings/members/{member}", f.base()),
        f,
    })
}
