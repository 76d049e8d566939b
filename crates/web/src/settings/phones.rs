//! How the phone system is connected: the secret under which it posts, shown once, and what it posted that nobody could
//! understand.

use anteroom_app::Failure;
use anteroom_app::calls::posts;
use anteroom_app::letters::KeyFault;
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Say, overtaken, saved};
use super::{Leaf, Side};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::Query;
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::origin;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "phones",
    right: Right::Administer,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/phones", needs, show),
        Route::post("/desk/{slug}/settings/phones/secret", needs, exchange),
        Route::post("/desk/{slug}/settings/phones/ending", needs, end),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    if now.settings.phones {
        f.w.t("phones-state-on")
    } else {
        f.w.t("phones-state-off")
    }
}

#[derive(Template)]
#[template(path = "settings/phones.html")]
struct PhonesPage {
    f: Staff,
    s: Side,
    says: Vec<Say>,
    base: String,
    seen: String,
    connected: bool,
    exchanging: bool,
    /// Where the phone system posts.
    address: String,
    /// The secret, this once; empty otherwise.
    secret: String,
    /// What couldn't be understood: when it came, and why.
    faulty: Vec<(String, String)>,
}

/// Why a post couldn't be understood, in words.
fn why(w: Words, word: &str) -> String {
    match word {
        "json" => w.t("phones-fault-json"),
        "count" => w.t("phones-fault-count"),
        "call" => w.t("phones-fault-call"),
        "event" => w.t("phones-fault-event"),
        _ => w.t("phones-fault-at"),
    }
}

async fn page(
    web: &Web,
    (f, host): (Staff, &origin::Base),
    (status, secret): (StatusCode, String),
    (saved, mut says): (bool, Vec<Say>),
) -> Result<Response, Problem> {
    let now = posts::connection(&web.app, f.practice()).await?;
    if now.lost {
        let mut say = Say::new("s-risk", f.w.t("phones-lost"));
        say.lines.push(f.w.t("phones-lost-help"));
        says.push(say);
    }
    let mut side = Side::new(&f, LEAF.name);
    side.saved = saved;
    let faulty = now
        .faulty
        .iter()
        .map(|(at, word)| (f.when.moment(*at), why(f.w, word)));
    let page = PhonesPage {
        s: side,
        says,
        base: format!("{}/settings/phones", f.base()),
        seen: now.version.clone(),
        connected: now.connected,
        exchanging: now.exchanging,
        address: host.link(&format!("/hooks/{}/calls", f.practice().slug)),
        secret,
        faulty: faulty.collect(),
        f,
    };
    show_as(status, &page)
}

async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    host: origin::Base,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    let saved = query.ticked("saved");
    page(
        &web,
        (f, &host),
        (StatusCode::OK, String::new()),
        (saved, Vec::new()),
    )
    .await
}

/// What is wrong with the key file, and what to do.
fn keyless(w: Words, fault: KeyFault) -> Say {
    let (title, line) = match fault {
        KeyFault::Nowhere => (w.t("mail-key-nowhere"), w.t("phones-key-help")),
        KeyFault::Exposed => (w.t("mail-key-exposed"), w.t("mail-key-exposed-help")),
        KeyFault::Unreadable => (w.t("mail-key-unreadable"), w.t("mail-key-unreadable-help")),
    };
    let mut say = Say::new("s-broken", title);
    say.lines.push(line);
    say
}

async fn exchange(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    host: origin::Base,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let done = posts::exchange(&web.app, &seat.desk.practice, hand).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let (answer, says) = match done {
        Ok(Ok(secret)) => ((StatusCode::OK, secret), Vec::new()),
        Ok(Err(fault)) => ((StatusCode::CONFLICT, String::new()), vec![keyless(f.w, fault)]),
        Err(Failure::Overtaken(who)) => ((StatusCode::CONFLICT, String::new()), vec![overtaken(&f, &who)]),
        Err(failure) => return Err(failure.into()),
    };
    page(&web, (f, &host), answer, (false, says)).await
}

async fn end(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    host: origin::Base,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let done = posts::disconnect(&web.app, &seat.desk.practice, hand).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match done {
        Ok(()) => Ok(saved(&format!("{}/settings/phones", f.base()))),
        Err(Failure::Overtaken(who)) => {
            let says = vec![overtaken(&f, &who)];
            page(
                &web,
                (f, &host),
                (StatusCode::CONFLICT, String::new()),
                (false, says),
            )
            .await
        }
        Err(failure) => Err(failure.into()),
    }
}
