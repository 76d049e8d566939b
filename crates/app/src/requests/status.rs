//! The status page: what a link's holder reads of one request, and how they write on.

use anteroom_core::ids::{EntryId, InboxId, RequestId};
use anteroom_core::requests::thanks::only_thanks;
use anteroom_core::requests::{Actor, Door, EntryKind, Heard, Opening, Request, Via, Words};
use anteroom_core::{Time, limits, text};
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::requests::{self as rows, Labels, queue};
use anteroom_store::{PracticeTx, inbox, tokens};
use data_encoding::HEXLOWER;

use super::Scene;
use super::ask::{Origin, open};
use super::view::{Line, Link, Say, Status};
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
            Ok(Link::Open(Box::new(read(tx, &scene, id)?)))
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

/// The page of a link to a request. Where that was joined to another one, state and promise are the survivor's; everything
/// else stays that of the link's own, since who wrote the other one may be somebody else.
fn read(tx: &mut PracticeTx<'_>, scene: &Scene, id: RequestId) -> Result<Status, Failure> {
    let own = rows::load(tx, id)?.ok_or(Failure::Missing)?;
    let (own_row, lines) = (listed(tx, &own)?, entries::of_link(tx, id, limits::THREAD_LINES)?);
    let (request, row) = match own.merged_into {
        None => (own, own_row.clone()),
        Some(into) => {
            let request = survivor(tx, into)?;
            let row = listed(tx, &request)?;
            (request, row)
        }
    };
    let lines = lines
        .into_iter()
        .filter_map(|entry| visible(entry, scene.now))
        .collect();
    // A reply that the patient reads here has answered, even before the worker has written so down.
    let answered = request
        .pending
        .is_some_and(|reply| reply.crossed_at.is_none() && reply.irrevocable_at <= scene.now);
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    Ok(Status {
        number: own_row.number,
        state: request.state,
        asked_at: own_row.opened_at,
        answer_by: request.clock.filter(|_| !answered).map(|clock| clock.due_at),
        answers: row.member.as_ref().map(|(_, name)| first(name)),
        language: own_row.language,
        timezone: scene
            .hours(own_row.location)
            .zone()
            .iana_name()
            .unwrap_or("UTC")
            .to_owned(),
        lines,
    })
}

fn listed(tx: &mut PracticeTx<'_>, request: &Request) -> Result<queue::Listed, Failure> {
    queue::one(tx, request.number)?.ok_or(Failure::Missing)
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
    let mut written = store.write(move |tx| hear(&world, tx, &of, hash, &once)).await?;
    if let Written::Anew(_) = written {
        let (world, of) = (app.clone(), practice.clone());
        let again = store.write_numbered(1, move |tx, number| {
            // The link may lead to a new one by now: the same words were sent twice at once.
            let written = hear(&world, tx, &of, hash, &said)?;
            if let Written::Anew(own) = written {
                anew(&world, tx, &of, (hash, own), number, &said)?;
            }
            Ok::<_, Failure>(written)
        });
        written = again.await?;
    }
    if let Written::Expired = written {
        return Ok(Link::Expired);
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
    let request = survivor(tx, id)?;
    let mut request = scene.settled(app, tx, request)?;
    let words = Words {
        entry: app.id(),
        at: scene.now,
        thanks: only_thanks(&said.words),
        clock: app.id(),
    };
    if seen(tx, said, id)? {
        return Ok(Written::Here);
    }
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    let changes = match request.hear(&words, &scene.settings.rules, &hours) {
        Heard::Here(changes) => changes,
        Heard::Anew => return Ok(Written::Anew(id)),
        Heard::AtSurvivor(_) => return Err(Failure::Missing),
    };
    take_in(app, tx, &scene, said, (id, words.entry))?;
    entries::insert(
        tx,
        &NewEntry {
            id: words.entry,
            // Its own request's, so that whoever holds a link to the survivor doesn't read them.
            request: id,
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

/// The inbox's name of the form and its words; nothing for a form without a key.
fn inbox_key(said: &Said, request: RequestId) -> Option<(String, [u8; 32])> {
    let digest = secrets::digest_all(&[&said.words]);
    let words = HEXLOWER.encode(&digest[..8]);
    (!said.key.is_empty()).then(|| (format!("{request}:{}:{words}", said.key), digest))
}

/// The inbox's name of the status page.
const DOOR: &str = "status";

/// Whether this form came in before with the same words.
fn seen(tx: &mut PracticeTx<'_>, said: &Said, request: RequestId) -> Result<bool, Failure> {
    match inbox_key(said, request) {
        Some((key, _)) => Ok(inbox::find(tx, DOOR, &key)?.is_some()),
        None => Ok(false),
    }
}

/// Notes the form's key, in the transaction that keeps its words and in no other.
fn take_in(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    said: &Said,
    (request, entry): (RequestId, EntryId),
) -> Result<(), Failure> {
    if let Some((key, digest)) = inbox_key(said, request) {
        let (request, entry) = (Some(request), Some(entry));
        let item = inbox::Item {
            digest,
            request,
            entry,
        };
        inbox::insert(tx, app.id::<InboxId>(), (DOOR, &key), scene.now, &item)?;
    }
    Ok(())
}

fn anew(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    (hash, own): ([u8; 32], RequestId),
    number: i64,
    said: &Said,
) -> Result<(), Failure> {
    let scene = Scene::load(app, tx, practice)?;
    let before = survivor(tx, own)?;
    let own = rows::load(tx, own)?.ok_or(Failure::Missing)?;
    let row = listed(tx, &own)?;
    let opening = Opening {
        id: app.id(),
        number,
        person: own.person,
        patient: own.patient,
        urgency: anteroom_core::requests::Urgency::Normal,
        location: own.location,
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
        (&opening, &labels, None),
        &said.words,
        origin,
    )?;
    take_in(app, tx, &scene, said, (opening.id, entry))?;
    Ok(tokens::lead_to(&mut tx.system(), hash, opening.id)?)
}
