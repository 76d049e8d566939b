//! The status page: what a link's holder reads of one request, and how they write on.

use anteroom_core::ids::{EntryId, InboxId, RequestId};
use anteroom_core::requests::thanks::only_thanks;
use anteroom_core::requests::{Actor, Door, EntryKind, Heard, Opening, Request, Via, Words};
use anteroom_core::{Time, limits, text};
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::requests::{self as rows, Labels, queue};
use anteroom_store::{PracticeTx, inbox, tokens};

use super::ask::{Origin, open};
use super::view::{Line, Link, Say, Status};
use super::{Scene, by_code};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::{App, Failure, secrets};

/// What a link leads to.
pub async fn status(app: &App, practice: &Practice, token: &str) -> Result<Link, Failure> {
    let hash = secrets::digest(token);
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let Some(id) = behind(tx, hash, world.now())? else {
                return Ok(Link::Expired);
            };
            let scene = Scene::load(&world, tx, &of)?;
            let request = survivor(tx, id)?;
            Ok(Link::Open(Box::new(read(tx, &scene, &request)?)))
        })
        .await
}

/// The request behind a link; nothing once it ran out, and missing if it never was.
fn behind(tx: &mut PracticeTx<'_>, hash: [u8; 32], now: Time) -> Result<Option<RequestId>, Failure> {
    let practice = tx.practice_id();
    let (id, expires_at) = tokens::find(&mut tx.system(), hash, practice)?.ok_or(Failure::Missing)?;
    Ok((expires_at > now).then_some(id))
}

/// The request that this one was joined to, or itself.
pub(super) fn survivor(tx: &mut PracticeTx<'_>, mut id: RequestId) -> Result<Request, Failure> {
    for _ in 0..limits::MERGE_HOPS {
        let request = rows::load(tx, id)?.ok_or(Failure::Missing)?;
        match request.merged_into {
            Some(into) => id = into,
            None => return Ok(request),
        }
    }
    Err(Failure::Missing)
}

fn read(tx: &mut PracticeTx<'_>, scene: &Scene, request: &Request) -> Result<Status, Failure> {
    let row = queue::one(tx, request.number)?.ok_or(Failure::Missing)?;
    let lines = entries::list(tx, request.id, limits::THREAD_LINES)?;
    let lines = lines
        .into_iter()
        .filter_map(|entry| visible(entry, scene.now))
        .collect();
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    Ok(Status {
        number: request.number,
        state: request.state,
        asked_at: row.opened_at,
        answer_by: request.clock.map(|clock| clock.due_at),
        answers: row.member.as_ref().map(|(_, name)| first(name)),
        language: row.language,
        timezone: scene
            .hours(request.location)
            .zone()
            .iana_name()
            .unwrap_or("UTC")
            .to_owned(),
        lines,
    })
}

/// A line as the patient may see it: no notes, no events, no reply that can still be taken back, and of a call back that
/// reached nobody only that it was tried.
fn visible(entry: entries::Entry, now: Time) -> Option<Line> {
    let irrevocable = entry.settled_at.is_some() || entry.irrevocable_at.is_some_and(|at| at <= now);
    let body = match entry.kind {
        EntryKind::Patient | EntryKind::Automatic => entry.body,
        EntryKind::Reply if irrevocable => entry.body,
        EntryKind::Attempt => String::new(),
        EntryKind::Reply | EntryKind::Note | EntryKind::Event => return None,
    };
    Some(Line {
        id: entry.id,
        kind: entry.kind,
        at: entry.at,
        by: entry.by,
        via: entry.via,
        body,
        thanks: entry.thanks,
        undo_until: None,
    })
}

/// The patient writes on. Words to a request that was closed for good open a new one, which the link then leads to.
pub async fn write_on(app: &App, practice: &Practice, token: &str, say: &Say) -> Result<Link, Failure> {
    let mut faults = Faults::default();
    let words = faults.take("words", text::required_paragraphs(&say.words, limits::WORDS_MAX));
    let key = faults.take("key", text::line(&say.key, limits::LABEL_MAX));
    faults.settle()?;
    let hash = secrets::digest(token);
    let said = Said { words, key };
    let (world, of, once) = (app.clone(), practice.clone(), said.clone());
    let store = app.store.practice(practice.id);
    let heard = store.write(move |tx| hear(&world, tx, &of, hash, &once)).await?;
    match heard {
        Written::Expired => return Ok(Link::Expired),
        Written::Here => {}
        Written::Anew(old) => {
            let (world, of) = (app.clone(), practice.clone());
            store
                .write_numbered(1, move |tx, number| {
                    anew(&world, tx, &of, (hash, old), number, &said)
                })
                .await?;
        }
    }
    status(app, practice, token).await
}

#[derive(Debug, Clone)]
struct Said {
    words: String,
    key: String,
}

enum Written {
    Here,
    Anew(RequestId),
    Expired,
}

fn hear(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    hash: [u8; 32],
    said: &Said,
) -> Result<Written, Failure> {
    let Some(id) = behind(tx, hash, app.now())? else {
        return Ok(Written::Expired);
    };
    let scene = Scene::load(app, tx, practice)?;
    let mut request = survivor(tx, id)?;
    let words = Words {
        entry: app.id(),
        at: scene.now,
        thanks: only_thanks(&said.words),
        clock: app.id(),
    };
    if !first_time(app, tx, &scene, said, (request.id, words.entry))? {
        return Ok(Written::Here);
    }
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    let changes = match request.hear(&words, &scene.settings.rules, &hours) {
        Heard::Here(changes) => changes,
        Heard::Anew => return Ok(Written::Anew(request.id)),
        Heard::AtSurvivor(_) => return Err(Failure::Missing),
    };
    entries::insert(
        tx,
        &NewEntry {
            id: words.entry,
            request: request.id,
            at: words.at,
            kind: EntryKind::Patient,
            author: request.person.map(anteroom_core::ids::PersonId::bytes),
            via: Via::Writing,
            body: &said.words,
            thanks: words.thanks,
        },
    )?;
    let actor = request.person.map_or(Actor::System, Actor::Person);
    scene.save(app, tx, before, &request, &changes, (actor, "write on"))?;
    Ok(Written::Here)
}

/// Notes the form's key; `false` if these words came in before.
fn first_time(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    said: &Said,
    (request, entry): (RequestId, EntryId),
) -> Result<bool, Failure> {
    if said.key.is_empty() {
        return Ok(true);
    }
    let digest = secrets::digest_all(&[&said.words]);
    let item = inbox::Item {
        digest,
        request: Some(request),
        entry: Some(entry),
    };
    let key = format!(
        "{request}:{}:{}",
        said.key,
        data_encoding::HEXLOWER.encode(&digest[..8])
    );
    Ok(inbox::insert(
        tx,
        app.id::<InboxId>(),
        ("status", &key),
        scene.now,
        &item,
    )?)
}

fn anew(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    (hash, old): ([u8; 32], RequestId),
    number: i64,
    said: &Said,
) -> Result<(), Failure> {
    let scene = Scene::load(app, tx, practice)?;
    let before = survivor(tx, old)?;
    let row = queue::one(tx, before.number)?.ok_or(Failure::Missing)?;
    let kind = by_code(anteroom_store::practices::kinds(tx)?)
        .remove(&row.kind)
        .ok_or(Failure::Missing)?;
    let opening = Opening {
        id: app.id(),
        number,
        person: before.person,
        patient: before.patient,
        urgency: anteroom_core::requests::Urgency::Normal,
        location: before.location,
        door: Door::Web,
        obliged: false,
    };
    let subject = text::summary(&said.words, limits::LABEL_MAX);
    let labels = Labels {
        kind: &row.kind,
        door: Door::Web,
        subject: &subject,
        about: &row.about,
        language: &row.language,
        interpreter: row.interpreter,
        linked_to: Some(before.id),
        external_id: None,
    };
    let follows = anteroom_core::requests::kinds::Kind {
        obligation: None,
        ..kind
    };
    let origin = Origin {
        door: Door::Web,
        actor: None,
        linked_to: Some(before.id),
    };
    let entry = open(
        app,
        tx,
        practice,
        &scene,
        (&opening, &labels, &follows),
        &said.words,
        origin,
    )?;
    first_time(app, tx, &scene, said, (opening.id, entry))?;
    Ok(tokens::lead_to(&mut tx.system(), hash, opening.id)?)
}
