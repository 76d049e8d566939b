//! Mail: the server that carries the practice's letters, and the letters that somebody has to look at. A password goes in and
//! never comes out.

use anteroom_app::Failure;
use anteroom_app::letters::{self, KeyFault, Listed, MailSettings, Outbox, Typed};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use anteroom_core::ids::MessageId;
use anteroom_core::messages::Security;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::form::{Say, label, overtaken, saved};
use super::{Leaf, Side};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::{Tongue, Words};
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "mail",
    right: Right::Administer,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/mail", needs, form),
        Route::post("/desk/{slug}/settings/mail", needs, save),
        Route::post("/desk/{slug}/settings/mail/test", needs, test),
        Route::post("/desk/{slug}/settings/mail/ending", needs, end),
        Route::post("/desk/{slug}/settings/mail/letters/{letter}/again", needs, again),
        Route::post(
            "/desk/{slug}/settings/mail/letters/{letter}/arrival",
            needs,
            arrived,
        ),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    if now.settings.mail {
        f.w.t("mail-state-on")
    } else {
        f.w.t("mail-state-off")
    }
}

/// The fields as they stand on the page.
const ORDER: [&str; 7] = [
    "host",
    "port",
    "security",
    "user",
    "password",
    "from_name",
    "from_address",
];

/// A letter that somebody has to look at.
struct Line {
    id: MessageId,
    what: String,
    when: String,
    why: String,
    /// What can be done: the path's end, and the words on the button.
    presses: Vec<(&'static str, String)>,
}

struct List {
    title: String,
    help: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "settings/mail.html")]
struct MailPage<'a> {
    f: Staff,
    s: Side,
    says: Vec<Say>,
    mistakes: &'a Mistakes,
    base: String,
    seen: String,
    fields: Vec<Field>,
    /// Whether mail is set up.
    on: bool,
    waiting: i64,
    lists: Vec<List>,
}

impl MailPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

fn named(w: Words, field: &str) -> String {
    label(w, &format!("mail.{field}"))
}

fn fields(w: Words, now: &MailSettings, typed: Option<&Fields>, mistakes: &Mistakes) -> Vec<Field> {
    let value = |id: &str, stands: &str| typed.map_or_else(|| stands.to_owned(), |typed| typed.owned(id));
    let line = |id: &'static str, stands: &str| {
        let help = w.maybe("mail-help", id).unwrap_or_default();
        Field::line(id, named(w, id))
            .auto("off")
            .help(help)
            .typed(&value(id, stands), mistakes)
    };
    let ways = Security::ALL
        .iter()
        .map(|way| (way.to_string(), w.of("mail-security", way.as_str())));
    let help = if now.has_password {
        w.t("mail-help-password")
    } else {
        w.t("mail-help-password-none")
    };
    let password = Field::line("password", named(w, "password"))
        .of_kind("password")
        .auto("off")
        .help(help)
        .typed("", mistakes);
    vec![
        line("host", &now.host).required(),
        line("port", &now.port),
        line("security", &now.security).options(ways.collect()),
        line("user", &now.user),
        password,
        line("from_name", &now.from_name).required(),
        line("from_address", &now.from_address)
            .of_kind("email")
            .required(),
    ]
}

fn lines(f: &Staff, letters: &[Listed], unknown: bool) -> Vec<Line> {
    let line = |letter: &Listed| {
        let mut what = f.w.of("letter-name", letter.letter.as_str());
        if let Some(number) = letter.number {
            what = format!("{what} {}", f.w.with("mail-about", "number", number.to_string()));
        }
        let mut presses = vec![("again", f.w.t("mail-again"))];
        if unknown {
            presses.push(("arrival", f.w.t("mail-arrived")));
        }
        let why = letter.why.map(|why| f.w.of("letter-why", why.as_str()));
        Line {
            id: letter.id,
            what,
            when: f.when.moment(letter.attempted_at.unwrap_or(letter.created_at)),
            why: why.unwrap_or_default(),
            presses,
        }
    };
    letters.iter().map(line).collect()
}

fn lists(f: &Staff, outbox: &Outbox) -> Vec<List> {
    let unknown = List {
        title: f.w.t("mail-unknown"),
        help: f.w.t("mail-unknown-help"),
        lines: lines(f, &outbox.unknown, true),
    };
    let failed = List {
        title: f.w.t("mail-failed"),
        help: String::new(),
        lines: lines(f, &outbox.failed, false),
    };
    [unknown, failed]
        .into_iter()
        .filter(|list| !list.lines.is_empty())
        .collect()
}

async fn page(
    web: &Web,
    (f, side): (Staff, Side),
    typed: Option<&Fields>,
    (status, mistakes): (StatusCode, &Mistakes),
    mut says: Vec<Say>,
) -> Result<Response, Problem> {
    let now = letters::mail_settings(&web.app, f.practice()).await?;
    let outbox = letters::outbox(&web.app, f.practice()).await?;
    if now.lost {
        says.push(said("s-risk", f.w.t("mail-lost"), f.w.t("mail-lost-help")));
    }
    let page = MailPage {
        s: side,
        says,
        mistakes,
        base: format!("{}/settings/mail", f.base()),
        fields: fields(f.w, &now, typed, mistakes),
        on: !now.host.is_empty(),
        waiting: outbox.waiting,
        lists: lists(&f, &outbox),
        seen: now.version,
        f,
    };
    show_as(status, &page)
}

fn said(class: &'static str, title: String, line: String) -> Say {
    Say {
        class,
        title,
        lines: vec![line],
    }
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    let side = Side::new(&f, LEAF.name).saved(&query);
    let tested = query
        .ticked("tested")
        .then(|| Say::new("s-kept", f.w.t("mail-tested")));
    let says = tested.into_iter().collect();
    page(
        &web,
        (f, side),
        None,
        (StatusCode::OK, &Mistakes::default()),
        says,
    )
    .await
}

async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let wish = Typed {
        host: typed.owned("host"),
        port: typed.owned("port"),
        security: typed.owned("security"),
        user: typed.owned("user"),
        password: typed.owned("password"),
        from_name: typed.owned("from_name"),
        from_address: typed.owned("from_address"),
    };
    let done = letters::set(&web.app, &seat.desk.practice, &wish, hand).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let (status, mistakes, say) = match done {
        Ok(Ok(())) => return Ok(saved(&format!("{}/settings/mail", f.base()))),
        Ok(Err(fault)) => (
            StatusCode::CONFLICT,
            Mistakes::default(),
            Some(keyless(f.w, fault)),
        ),
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, f.w, |field| named(f.w, field)).ordered(&ORDER);
            (StatusCode::UNPROCESSABLE_ENTITY, mistakes, None)
        }
        Err(Failure::Overtaken(who)) => (
            StatusCode::CONFLICT,
            Mistakes::default(),
            Some(overtaken(&f, &who)),
        ),
        Err(failure) => return Err(failure.into()),
    };
    let side = Side::new(&f, LEAF.name);
    let says = say.into_iter().collect();
    page(&web, (f, side), Some(&typed), (status, &mistakes), says).await
}

/// What is wrong with the key file, and what to do.
fn keyless(w: Words, fault: KeyFault) -> Say {
    let (title, line) = match fault {
        KeyFault::Nowhere => (w.t("mail-key-nowhere"), w.t("mail-key-nowhere-help")),
        KeyFault::Exposed => (w.t("mail-key-exposed"), w.t("mail-key-exposed-help")),
        KeyFault::Unreadable => (w.t("mail-key-unreadable"), w.t("mail-key-unreadable-help")),
    };
    said("s-broken", title, line)
}

async fn test(State(web): State<Web>, seat: Seat, Written(_): Written) -> Result<Response, Problem> {
    let there = letters::test(&web.app, &seat.desk).await?;
    let path = format!("/desk/{}/settings/mail", seat.desk.practice.slug);
    let query = if there { "?tested=1" } else { "" };
    Ok(Redirect::to(&format!("{path}{query}")).into_response())
}

async fn end(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let done = letters::forget(&web.app, &seat.desk.practice, hand).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match done {
        Ok(()) => Ok(saved(&format!("{}/settings/mail", f.base()))),
        Err(Failure::Overtaken(who)) => {
            let (side, says) = (Side::new(&f, LEAF.name), vec![overtaken(&f, &who)]);
            let none = Mistakes::default();
            page(&web, (f, side), None, (StatusCode::CONFLICT, &none), says).await
        }
        Err(failure) => Err(failure.into()),
    }
}

fn to_outbox(seat: &Seat) -> Response {
    let path = format!("/desk/{}/settings/mail#outbox", seat.desk.practice.slug);
    Redirect::to(&path).into_response()
}

async fn again(
    State(web): State<Web>,
    seat: Seat,
    In((_, letter)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let letter = letter.parse().map_err(|_| Problem::Missing)?;
    letters::send_again(&web.app, &seat.desk, letter).await?;
    Ok(to_outbox(&seat))
}

async fn arrived(
    State(web): State<Web>,
    seat: Seat,
    In((_, letter)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let letter = letter.parse().map_err(|_| Problem::Missing)?;
    letters::arrived(&web.app, &seat.desk, letter).await?;
    Ok(to_outbox(&seat))
}

#[cfg(test)]
mod stories;
