//! The status page: what a link's holder reads of one request, and how they write on.

use anteroom_core::ids::{EntryId, RequestId};
use anteroom_core::requests::thanks::only_thanks;
use anteroom_core::requests::{Actor, Door, EntryKind, Heard, Opening, Request, Via, Words};
use anteroom_core::{Time, limits, text};
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::requests::{self as rows, Labels, queue};
use anteroom_store::{PracticeTx, tokens};

use super::ask::{Origin, open};
use super::once::Form;
use super::view::{Line, Link, Say, Status};
use super::{Scene, by_code};
use crate::failure::Faults;
use crate::people::barred_from;
use crate::practices::Practice;
use crate::{App, Failure, alerts, letters, secrets};

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
            Ok(Link::Open(Box::new(read(tx, &scene, &of, id)?)))
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
pub(crate) fn survivor(tx: &mut PracticeTx<'_>, mut id: RequestId) -> Result<Request, Failure> {
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
fn read(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    practice: &Practice,
    id: RequestId,
) -> Result<Status, Failure> {
    let own = rows::load(tx, id)?.ok_or(Failure::Missing)?;
    let (own_row, lines) = (listed(tx, &own)?, entries::of_link(tx, id, limits::THREAD_LINES)?);
    let (asker, about) = (own.person, own.patient);
    let (request, row) = match own.merged_into {
        None => (own, own_row.clone()),
        Some(into) => {
            let request = survivor(tx, into)?;
            let row = listed(tx, &request)?;
            (request, row)
        }
    };
    let parts = parts(tx, id)?;
    let patients: Vec<_> = parts.iter().map(|part| part.patient).collect();
    let (request, row) = match parts.into_iter().min_by_key(Request::due_at) {
        // Words that were split off may be the ones that are answered next.
        Some(part) if part.due_at() < request.due_at() => {
            let row = listed(tx, &part)?;
            (part, row)
        }
        _ => (request, row),
    };
    // About a patient from whom a court order keeps them, they read their own words and nobody else's.
    let mut withheld = false;
    for patient in [about, request.patient].into_iter().chain(patients) {
        withheld = withheld || barred_from(tx, scene, asker, patient)?;
    }
    let lines = lines
        .into_iter()
        .filter(|entry| !withheld || matches!(entry.kind, EntryKind::Patient | EntryKind::Automatic))
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
        answers: row
            .member
            .as_ref()
            .filter(|_| !withheld)
            .map(|(_, name)| first(name)),
        language: own_row.language,
        timezone: scene
            .hours(own_row.location)
            .zone()
            .iana_name()
            .unwrap_or("UTC")
            .to_owned(),
        danger: alerts::lines_of(tx, scene, practice, id)?,
        withheld,
        lines,
    })
}

/// The requests where words of a link's holder went that were split off.
fn parts(tx: &mut PracticeTx<'_>, id: RequestId) -> Result<Vec<Request>, Failure> {
    let most = i64::try_from(limits::SPLIT_LINES).unwrap_or(i64::MAX);
    let parts = entries::parts(tx, id, most)?;
    parts.into_iter().map(|part| survivor(tx, part)).collect()
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
        signature: entry.signature,
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
    let form = said.form(id);
    if form.before(tx)?.is_some() {
        return Ok(Written::Here);
    }
    let Some(entry) = said_on(app, tx, &scene, id, &said.words)? else {
        return Ok(Written::Anew(id));
    };
    form.take_in(app, tx, scene.now, (id, entry))?;
    Ok(Written::Here)
}

/// Whoever asked a request says more on it: a line of its own, heard by the one that it was joined to. Nothing where that was
/// closed for good.
pub(crate) fn said_on(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    id: RequestId,
    said: &str,
) -> Result<Option<EntryId>, Failure> {
    let request = survivor(tx, id)?;
    let mut request = scene.settled(app, tx, request)?;
    let words = Words {
        entry: app.id(),
        at: scene.now,
        thanks: only_thanks(said),
        clock: app.id(),
    };
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    let mut changes = match request.hear(&words, &scene.settings.rules, &hours) {
        Heard::Here(changes) => changes,
        Heard::Anew => return Ok(None),
        Heard::AtSurvivor(_) => return Err(Failure::Missing),
    };
    let line = NewEntry {
        id: words.entry,
        // Its own request's, so that whoever holds a link to the survivor doesn't read them.
        request: id,
        at: words.at,
        kind: EntryKind::Patient,
        author: request.person.map(anteroom_core::ids::PersonId::bytes),
        via: Via::Writing,
        body: said,
        thanks: words.thanks,
    };
    entries::insert(tx, &line)?;
    if let Some((change, (sql, values))) = alerts::heard(app, tx, scene, &request, &line)? {
        changes.push(change);
        tx.execute(sql, values)?;
    }
    let actor = request.person.map_or(Actor::System, Actor::Person);
    scene.save(app, tx, before, &request, &changes, (actor, "write on"))?;
    Ok(Some(words.entry))
}

impl Said {
    fn form(&self, request: RequestId) -> Form {
        Form::new("status", &request.to_string(), &self.key, &[&self.words])
    }
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
    // Nobody can tell here whether it is a new demand, so it counts as one: 45 CFR 164.524(b)(2) gives each its own days.
    let kind = by_code(anteroom_store::practices::known_kinds(tx)?).remove(&row.kind);
    let obligation = kind.and_then(|kind| kind.obligation);
    let opening = Opening {
        id: app.id(),
        number,
        person: own.person,
        patient: own.patient,
        urgency: anteroom_core::requests::Urgency::Normal,
        location: own.location,
        door: Door::Web,
        obliged: obligation.is_some(),
    };
    let subject = text::summary(&said.words, limits::SUBJECT);
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
    };
    let entry = open(
        app,
        tx,
        &scene,
        (&opening, &labels, obligation),
        &said.words,
        origin,
    )?;
    said.form(opening.id)
        .take_in(app, tx, scene.now, (opening.id, entry))?;
    letters::same_reach(tx, own.id, opening.id)?;
    Ok(tokens::lead_to(&mut tx.system(), hash, opening.id)?)
}
