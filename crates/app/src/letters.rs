//! Letters: who gets which, where the wish for one is written down, and what the pages of the outbox read. What a letter
//! says is written at its attempt (`attempt`), by a pen that knows the languages; nothing here knows a server's words.

mod attempt;
mod mailroom;
mod outbox;
mod server;

pub use attempt::{next, round};
pub use mailroom::{Carrier, Doing, KeyFault, KeyFile, Mail, Mailroom, NoKeyFile, Pen, Told, Written};
pub use outbox::{Astray, Listed, Outbox, arrived, astray, outbox, send_again};
pub use server::{MailSettings, Server, Typed, forget, mail_settings, set, test};

pub(crate) use attempt::mint;
pub(crate) use server::HOST;

use anteroom_core::ids::{
    ContactPointId, EntryId, InvitationId, JobId, MemberId, MessageId, PersonId, RequestId,
};
use anteroom_core::messages::{Letter, mail_way};
use anteroom_core::people::{System, address_key};
use anteroom_core::{Time, limits};
use anteroom_store::jobs::{self, Lane};
use anteroom_store::messages::{self as rows, NewLetter, To};
use anteroom_store::{PracticeTx, StoreError};

use crate::App;
use crate::requests::Scene;

/// The job that sends a letter.
pub(crate) const SEND: &str = "send";

/// What a letter is about, beside its kind.
#[derive(Default)]
struct Matter {
    request: Option<RequestId>,
    entry: Option<EntryId>,
    number: Option<i64>,
    language: String,
}

/// Adds a letter and the job that sends it.
fn add(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (letter, to): (Letter, To),
    matter: Matter,
    (at, due_at): (Time, Time),
) -> Result<MessageId, StoreError> {
    let id: MessageId = app.id();
    let new = NewLetter {
        id,
        letter,
        request: matter.request,
        entry: matter.entry,
        to,
        number: matter.number,
        language: matter.language,
        at,
        due_at,
    };
    rows::insert(tx, &new)?;
    add_job(app, tx, id, due_at)?;
    Ok(id)
}

fn add_job(app: &App, tx: &mut PracticeTx<'_>, id: MessageId, due_at: Time) -> Result<(), StoreError> {
    let practice = tx.practice_id();
    let job: JobId = app.id();
    jobs::insert_in(
        &mut tx.system(),
        Lane::Mail,
        job,
        (SEND, practice, id.bytes()),
        due_at,
    )
}

/// Writes to a member, by what they sign in with: about the request with this number, if any. `false` where the practice
/// has no mail; a member who left or never signs in is passed over at the attempt.
pub(crate) fn to_member(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    member: MemberId,
    (letter, number): (Letter, Option<i64>),
) -> Result<bool, StoreError> {
    if !scene.settings.mail {
        return Ok(false);
    }
    let matter = Matter {
        number,
        ..Matter::default()
    };
    add(
        app,
        tx,
        (letter, To::Member(member)),
        matter,
        (scene.now, scene.now),
    )?;
    Ok(true)
}

/// Writes to whoever is invited; `false` where the practice has no mail.
pub(crate) fn to_invited(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (invitation, login): (InvitationId, &str),
) -> Result<bool, StoreError> {
    if !scene.settings.mail {
        return Ok(false);
    }
    let to = To::Invited(invitation, login.to_owned());
    add(
        app,
        tx,
        (Letter::Invitation, to),
        Matter::default(),
        (scene.now, scene.now),
    )?;
    Ok(true)
}

/// Writes to an account about another password, in the language of the page where it was asked for.
pub(crate) fn to_login(
    app: &App,
    tx: &mut PracticeTx<'_>,
    login: &str,
    language: &str,
) -> Result<(), StoreError> {
    let now = app.now();
    let matter = Matter {
        language: language.to_owned(),
        ..Matter::default()
    };
    add(
        app,
        tx,
        (Letter::Reset, To::Login(login.to_owned())),
        matter,
        (now, now),
    )
    .map(drop)
}

/// Asks somebody by an address of theirs, in their language and at that time, whether they would recommend the practice.
pub(crate) fn to_surveyed(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (contact, language): (ContactPointId, &str),
    due_at: Time,
) -> Result<MessageId, StoreError> {
    let matter = Matter {
        language: language.to_owned(),
        ..Matter::default()
    };
    let to = To::Contact(contact);
    add(app, tx, (Letter::Survey, to), matter, (scene.now, due_at))
}

/// A request came with this address: its answers are announced there, and a patient who asked on the site hears that it
/// arrived.
pub(crate) fn asked(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (request, person): (RequestId, PersonId),
    (email, tell): (&str, bool),
) -> Result<(), StoreError> {
    let key = address_key(System::Email, email);
    let Some(contact) = rows::given(tx, person, &key)? else {
        return Ok(());
    };
    rows::put_reach(tx, request, contact)?;
    if !(tell && scene.settings.mail) {
        return Ok(());
    }
    let Some(way) = mail_way(&rows::ways(tx, person, request)?) else {
        return Ok(());
    };
    let matter = Matter {
        request: Some(request),
        ..Matter::default()
    };
    add(
        app,
        tx,
        (Letter::Arrived, To::Contact(way)),
        matter,
        (scene.now, scene.now),
    )
    .map(drop)
}

/// A request that goes on from another is answered where that one was.
pub(crate) fn same_reach(tx: &mut PracticeTx<'_>, from: RequestId, to: RequestId) -> Result<(), StoreError> {
    match rows::reach(tx, from)? {
        Some(contact) => rows::put_reach(tx, to, contact),
        None => Ok(()),
    }
}

/// Puts a reply on its way: a letter to the address of the request, and of each that was joined to it and came with another
/// one; where none may be written to, the status page alone carries it.
pub(crate) fn announce(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (request, entry): (RequestId, EntryId),
    due_at: Time,
) -> Result<(), StoreError> {
    let mut told = Vec::new();
    if scene.settings.mail {
        for one in with_joined(tx, request)? {
            let Some(about) = rows::about(tx, one)? else {
                continue;
            };
            let Some(way) = mail_way(&rows::ways(tx, about.person, one)?) else {
                continue;
            };
            if told.contains(&way) {
                continue;
            }
            told.push(way);
            let matter = Matter {
                request: Some(one),
                entry: Some(entry),
                ..Matter::default()
            };
            add(
                app,
                tx,
                (Letter::Answer, To::Contact(way)),
                matter,
                (scene.now, due_at),
            )?;
        }
    }
    if told.is_empty() {
        let (sql, values) = rows::insertion(app.id(), request, entry, scene.now, due_at);
        tx.execute(sql, values)?;
    }
    Ok(())
}

/// A request and those that were joined to it, the nearest first; at most [`limits::ANNOUNCED`].
fn with_joined(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<Vec<RequestId>, StoreError> {
    let most = usize::try_from(limits::ANNOUNCED).unwrap_or(1);
    let mut found = vec![request];
    let mut at = 0;
    while at < found.len() && found.len() < most {
        let joined = rows::joined(tx, found[at], limits::ANNOUNCED)?;
        found.extend(joined);
        found.truncate(most);
        at += 1;
    }
    Ok(found)
}
