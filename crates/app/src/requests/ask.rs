//! A request begins: a patient asks on the site, or a member writes down what a patient said.

use anteroom_core::ids::{EntryId, LocationId, PersonId, RequestId};
use anteroom_core::people::{System, address_key, name_key};
use anteroom_core::requests::kinds::{Kind, OTHER};
use anteroom_core::requests::obligations::Rule;
use anteroom_core::requests::{Actor, Change, Door, EntryKind, Opening, Request, Urgency, Via, Words};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::people::{self, Address, NewPerson};
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::requests::{self as rows, Labels, obligations};
use anteroom_store::{PracticeTx, tokens};

use super::once::Form;
use super::view::{Ask, Asked, Desk};
use super::{ACKNOWLEDGED, Scene, by_code};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::{App, Failure, alerts, letters, secrets};

/// What was typed, found good as far as can be told without the practice's rows.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    name: String,
    email: Option<String>,
    phone: Option<String>,
    about: String,
    kind: String,
    urgency: Urgency,
    words: String,
    language: String,
    interpreter: bool,
    location: Option<LocationId>,
    key: String,
}

/// Where a new request comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin {
    pub(crate) door: Door,
    pub(crate) actor: Option<Actor>,
}

fn checked(ask: &Ask, reachable: bool) -> Result<Typed, Failure> {
    let mut faults = Faults::default();
    let given = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
    let email = given(&ask.email);
    let phone = given(&ask.phone);
    if reachable && email.is_none() && phone.is_none() {
        faults.note("email", Fault::Missing);
    }
    let language = if ask.language.is_empty() {
        "en"
    } else {
        &ask.language
    };
    let kind = if ask.kind.is_empty() { OTHER } else { &ask.kind };
    let urgency = if ask.urgency.is_empty() {
        "normal"
    } else {
        &ask.urgency
    };
    let typed = Typed {
        name: faults.take("name", text::required_line(&ask.name, limits::NAME_MAX)),
        email: faults.take("email", email.map(|typed| text::email(&typed)).transpose()),
        phone: faults.take("phone", phone.map(|typed| text::phone(&typed)).transpose()),
        about: faults.take("about", text::line(&ask.about, limits::NAME_MAX)),
        kind: faults.take("kind", text::line(kind, limits::LABEL_MAX)),
        urgency: faults
            .take("urgency", urgency.parse().map(Some).map_err(|_| Fault::Shape))
            .unwrap_or(Urgency::Normal),
        words: faults.take("words", text::required_paragraphs(&ask.words, limits::WORDS_MAX)),
        language: faults.take("language", text::line(language, limits::LANGUAGE_MAX)),
        interpreter: ask.interpreter,
        location: faults.take(
            "location",
            given(&ask.location)
                .map(|id| id.parse().map_err(|_| Fault::Shape))
                .transpose(),
        ),
        key: faults.take("key", text::line(&ask.key, limits::LABEL_MAX)),
    };
    faults.settle()?;
    Ok(typed)
}

/// A patient asks on the site. The same form twice is one request; the same form with other words is another.
pub async fn ask(app: &App, practice: &Practice, ask: &Ask) -> Result<Asked, Failure> {
    let typed = checked(ask, true)?;
    let (token, hash) = secrets::fresh(app);
    let (world, of) = (app.clone(), practice.clone());
    let number = app
        .store
        .practice(practice.id)
        .write_numbered(1, move |tx, number| {
            let form = form_of(&typed, (Door::Web, "ask"));
            let scene = Scene::load(&world, tx, &of)?;
            let expires_at = scene.now + limits::STATUS_LINK;
            if let Some(id) = form.before(tx)?.and_then(|item| item.request) {
                let known = rows::load(tx, id)?.ok_or(Failure::Missing)?;
                tokens::insert(&mut tx.system(), hash, of.id, id, scene.now, expires_at)?;
                return Ok(known.number);
            }
            let origin = Origin {
                door: Door::Web,
                actor: None,
            };
            let (id, entry) = begin(&world, tx, &scene, number, &typed, origin)?;
            form.take_in(&world, tx, scene.now, (id, entry))?;
            tokens::insert(&mut tx.system(), hash, of.id, id, scene.now, expires_at)?;
            Ok::<_, Failure>(number)
        })
        .await?;
    Ok(Asked { number, token })
}

/// A member writes down what somebody asked on the phone or at the counter: it has no response clock, since they speak. The
/// same form twice is one request.
pub async fn start(app: &App, desk: &Desk, ask: &Ask) -> Result<i64, Failure> {
    let typed = checked(ask, false)?;
    let (world, of, member) = (app.clone(), desk.practice.clone(), desk.member.id);
    app.store
        .practice(of.id)
        .write_numbered(1, move |tx, number| {
            let form = form_of(&typed, (Door::Phone, "start"));
            if let Some(id) = form.before(tx)?.and_then(|item| item.request) {
                return Ok(rows::load(tx, id)?.ok_or(Failure::Missing)?.number);
            }
            let scene = Scene::load(&world, tx, &of)?;
            let origin = Origin {
                door: Door::Phone,
                actor: Some(Actor::Member(member)),
            };
            let begun = begin(&world, tx, &scene, number, &typed, origin)?;
            form.take_in(&world, tx, scene.now, begun)?;
            Ok(number)
        })
        .await
}

fn form_of(typed: &Typed, (door, scope): (Door, &str)) -> Form {
    let email = typed.email.as_deref().unwrap_or_default();
    let phone = typed.phone.as_deref().unwrap_or_default();
    let location = typed.location.map(|id| id.to_string()).unwrap_or_default();
    let interpreter = if typed.interpreter { "interpreter" } else { "" };
    let (name, about, kind, urgency) = (&typed.name, &typed.about, &typed.kind, typed.urgency.as_str());
    let wish = [urgency, &location, interpreter, &typed.language, &typed.words];
    let content = [&[name, email, phone, about, kind], &wish[..]].concat();
    Form::new(door.as_str(), scope, &typed.key, &content)
}

fn known_kind(tx: &mut PracticeTx<'_>, code: &str) -> Result<Kind, Failure> {
    by_code(anteroom_store::practices::kinds(tx)?)
        .remove(code)
        .ok_or_else(|| Failure::of("kind", Fault::Shape))
}

fn begin(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    number: i64,
    typed: &Typed,
    origin: Origin,
) -> Result<(RequestId, EntryId), Failure> {
    let kind = known_kind(tx, &typed.kind)?;
    if let Some(location) = typed.location
        && !anteroom_store::practices::locations(tx)?
            .iter()
            .any(|row| row.id == location)
    {
        return Err(Failure::of("location", Fault::Shape));
    }
    let person = person(app, tx, scene.now, typed)?;
    let on_the_site = origin.actor.is_none();
    let opening = Opening {
        id: app.id(),
        number,
        person: Some(person),
        patient: crate::people::by_rule(tx, scene, person, &typed.about)?,
        urgency: typed.urgency,
        location: typed.location,
        door: origin.door,
        obliged: kind.obligation.is_some(),
    };
    let subject = text::summary(&typed.words, limits::SUBJECT);
    let labels = Labels {
        kind: &kind.code,
        door: origin.door,
        subject: &subject,
        about: &typed.about,
        language: &typed.language,
        interpreter: typed.interpreter,
        linked_to: None,
        external_id: None,
    };
    let entry = open(
        app,
        tx,
        scene,
        (&opening, &labels, kind.obligation),
        &typed.words,
        origin,
    )?;
    if let Some(email) = &typed.email {
        letters::asked(app, tx, scene, (opening.id, person), (email, on_the_site))?;
    }
    Ok((opening.id, entry))
}

/// Writes a new request with its words, its clock if it has one, its acknowledgement and its second clock.
pub(crate) fn open(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (opening, labels, obligation): (&Opening, &Labels<'_>, Option<Rule>),
    words: &str,
    origin: Origin,
) -> Result<EntryId, Failure> {
    let now = scene.now;
    let said = Words {
        entry: app.id(),
        at: now,
        thanks: false,
        clock: app.id(),
    };
    let asked = opening.person.map_or(Actor::System, Actor::Person);
    let actor = origin.actor.unwrap_or(asked);
    let by_member = matches!(actor, Actor::Member(_));
    let (request, mut changes): (Request, Vec<Change>) = if by_member {
        Request::start(opening)
    } else {
        Request::ask(
            opening,
            &said,
            &scene.settings.rules,
            scene.hours(opening.location),
        )?
    };
    let line = NewEntry {
        id: said.entry,
        request: request.id,
        at: now,
        kind: EntryKind::Patient,
        author: opening.person.map(PersonId::bytes),
        via: if by_member { Via::Phone } else { Via::Writing },
        body: words,
        thanks: false,
    };
    let mut batch = vec![rows::insertion(&request, labels, now), entries::insertion(&line)];
    if !by_member {
        let acknowledged = NewEntry {
            id: app.id(),
            kind: EntryKind::Automatic,
            author: None,
            body: ACKNOWLEDGED,
            ..line
        };
        batch.push(entries::insertion(&acknowledged));
    }
    if let Some(rule) = obligation {
        let due_at = rule.due_at(now, scene.hours(None).zone());
        batch.push(obligations::insertion(
            request.id,
            rule.source.as_str(),
            now,
            due_at,
        ));
    }
    if let Some((change, alert)) = alerts::heard(app, tx, scene, &request, &line)? {
        changes.push(change);
        batch.push(alert);
    }
    tx.execute_batch(batch)?;
    let version = request.version;
    scene.save(app, tx, version, &request, &changes, (actor, "ask"))?;
    Ok(said.entry)
}

/// The person of that name who used the address before, or a new one. A hint for the desk; it opens nothing to who typed.
fn person(app: &App, tx: &mut PracticeTx<'_>, now: Time, typed: &Typed) -> Result<PersonId, Failure> {
    let name_key = name_key(&typed.name);
    let keyed = |system: System, address: &Option<String>| {
        address
            .as_ref()
            .map(|address| (system, address.clone(), address_key(system, address)))
    };
    let addresses: Vec<_> = [
        keyed(System::Email, &typed.email),
        keyed(System::Phone, &typed.phone),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut known = None;
    for (system, address, key) in &addresses {
        if known.is_none() {
            known = people::by_address(
                tx,
                &Address {
                    system: *system,
                    address,
                    key,
                },
                &name_key,
            )?;
        }
    }
    let id = if let Some(id) = known {
        id
    } else {
        let id = app.id();
        let (name, language) = (&typed.name, &typed.language);
        let interpreter = typed.interpreter;
        people::insert(
            tx,
            &NewPerson {
                id,
                name,
                name_key: &name_key,
                language,
                interpreter,
                created_at: now,
            },
        )?;
        id
    };
    for (system, address, key) in &addresses {
        people::add_contact(
            tx,
            app.id(),
            id,
            &Address {
                system: *system,
                address,
                key,
            },
            now,
        )?;
    }
    Ok(id)
}
