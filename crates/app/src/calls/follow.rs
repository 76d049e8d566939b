//! What follows a lost caller: a request with its clock running from the moment they were lost, or one more line and more
//! urgency in the request that their number has open.

use anteroom_core::calls::Summed;
use anteroom_core::ids::{CallId, EntryId, PersonId, RequestId};
use anteroom_core::requests::kinds::{Code, OTHER};
use anteroom_core::requests::{
    Actor, Change, Closing, Door, EntryKind, Heard, NoReply, Opening, Refusal, Request, Retag, State,
    Urgency, Via, Words,
};
use anteroom_core::{Time, limits, text};
use anteroom_store::calls::{self as rows, Call};
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::requests::{self, Labels};
use anteroom_store::{PracticeTx, StoreError, calls, people};

use super::{Lines, sum};
use crate::practices::Practice;
use crate::requests::{Scene, survivor};
use crate::{App, Failure, alerts};

/// What stands in the place of the first words of a caller who withheld their number and said nothing; pages put it in words.
pub const WITHHELD: &str = "call-withheld";
/// The line in a request's history that its caller was answered after all.
const AFTER_ALL: &str = "call-after-all";

/// A call that owes an answer, with what it comes to; nothing if it owes none any more.
fn owed(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    id: CallId,
) -> Result<Option<(Call, Summed, Time)>, StoreError> {
    let Some(mut call) = rows::load(tx, id)?.filter(|call| call.owes) else {
        return Ok(None);
    };
    let lines = Lines::load(tx)?;
    let Some(sum) = sum(&mut call, scene, &lines) else {
        return Ok(None);
    };
    // A phone system's clock may be ahead of ours: nobody was lost in the future.
    Ok(sum.owed_since.map(|since| (call, sum, since.min(scene.now))))
}

/// Adds a lost call to the request that its number has open, and raises it. False if there is none, and one has to be opened.
pub(super) fn join(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene, id: CallId) -> Result<bool, Failure> {
    let Some((mut call, sum, lost_at)) = owed(tx, scene, id)? else {
        return Ok(true);
    };
    let again = call.request;
    let Some(request) = open_of(tx, scene, &call)? else {
        return Ok(false);
    };
    let mut request = scene.settled(app, tx, request)?;
    let heard = Words {
        entry: app.id(),
        at: lost_at,
        thanks: false,
        clock: app.id(),
    };
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    let Heard::Here(mut changes) = request.hear(&heard, &scene.settings.rules, &hours) else {
        return Ok(false);
    };
    if let Some(alert) = write(app, tx, scene, &request, (&call, &sum), &heard)? {
        changes.push(alert);
    }
    scene.save(
        app,
        tx,
        before,
        &request,
        &changes,
        (Actor::System, "missed call"),
    )?;
    // The words of a voicemail often come after it: they are the same call, and raise nothing.
    if again.is_none() {
        raise(app, tx, scene, &mut request)?;
    }
    call.request = Some(request.id);
    call.owes = false;
    rows::save(tx, &mut call, &sum)?;
    Ok(true)
}

/// The request that a call belongs to: its own, or one that its number has open.
fn open_of(tx: &mut PracticeTx<'_>, scene: &Scene, call: &Call) -> Result<Option<Request>, Failure> {
    let is_open = |request: &Request| !matches!(request.state, State::Resolved | State::Closed);
    if let Some(own) = call.request {
        return Ok(Some(survivor(tx, own)?).filter(|request| request.state != State::Closed));
    }
    let Some(key) = call.told.caller.as_deref().and_then(rows::caller_key) else {
        return Ok(None);
    };
    let since = scene.now - limits::CALLER_BACK;
    for id in rows::requests_of_caller(tx, &key, since, limits::CALLER_CALLS)? {
        let request = survivor(tx, id)?;
        if is_open(&request) {
            return Ok(Some(request));
        }
    }
    Ok(None)
}

/// A second call is more urgent than the first: it goes to the top of the queue, with the urgent target from its old start.
fn raise(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene, request: &mut Request) -> Result<(), Failure> {
    let kind = Code::new(OTHER).ok_or(Failure::Missing)?;
    let retag = Retag {
        at: scene.now,
        urgency: Urgency::Urgent,
        // The same on both sides: its kind stays what it is.
        kind: (kind, kind),
    };
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    match request.retag(&retag, &scene.settings.rules, &hours) {
        Ok(changes) => {
            let deed = (Actor::System, "called again");
            Ok(scene.save(app, tx, before, request, &changes, deed)?)
        }
        Err(Refusal::AlreadySo) => Ok(()),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Opens a request for a lost caller. Where the practice has no hours, no clock can run: it waits all the same. False if nobody is owed one
/// any more.
pub(super) fn open(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    practice: &Practice,
    (id, number): (CallId, i64),
) -> Result<bool, Failure> {
    let Some((mut call, sum, lost_at)) = owed(tx, scene, id)? else {
        return Ok(false);
    };
    let lines = Lines::load(tx)?;
    let person = match call.person {
        Some(person) => people::find(tx, person)?,
        None => None,
    };
    let opening = Opening {
        id: app.id(),
        number,
        person: person.as_ref().map(|person| person.id),
        patient: None,
        urgency: Urgency::Normal,
        location: call.told.line.and_then(|(_, line)| lines.location(line)),
        door: Door::Phone,
        obliged: false,
    };
    let heard = Words {
        entry: app.id(),
        at: lost_at,
        thanks: false,
        clock: app.id(),
    };
    let hours = scene.hours(opening.location);
    let (request, mut changes) = match Request::ask(&opening, &heard, &scene.settings.rules, hours) {
        Err(Refusal::NoHours) => Request::start(&opening),
        asked => asked?,
    };
    let subject = subject(&call);
    let labels = Labels {
        kind: OTHER,
        door: Door::Phone,
        subject: &subject,
        about: "",
        language: person
            .as_ref()
            .map_or(&practice.locale, |person| &person.language),
        interpreter: person.as_ref().is_some_and(|person| person.interpreter),
        linked_to: None,
        external_id: None,
    };
    let (sql, values) = requests::insertion(&request, &labels, scene.now);
    tx.execute(sql, values)?;
    if let Some(alert) = write(app, tx, scene, &request, (&call, &sum), &heard)? {
        changes.push(alert);
    }
    let version = request.version;
    scene.save(
        app,
        tx,
        version,
        &request,
        &changes,
        (Actor::System, "missed call"),
    )?;
    call.request = Some(request.id);
    call.owes = false;
    rows::save(tx, &mut call, &sum)?;
    Ok(true)
}

/// What a list shows of it: the caller's words, else their number.
fn subject(call: &Call) -> String {
    let words = text::summary(&call.told.words, limits::SUBJECT);
    let number = call
        .told
        .caller
        .as_deref()
        .map(|caller| text::summary(caller, limits::SUBJECT));
    Some(words)
        .filter(|words| !words.is_empty())
        .or(number)
        .unwrap_or_else(|| WITHHELD.to_owned())
}

/// Writes the call's lines: that it was lost, and what the caller said. Words of danger in it are a change more.
fn write(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    request: &Request,
    (call, sum): (&Call, &Summed),
    heard: &Words,
) -> Result<Option<Change>, Failure> {
    let outcome = sum.outcome.map_or("", anteroom_core::calls::Outcome::as_str);
    let held = sum.hold.micros() / 1_000_000;
    let told = format!(
        "call-{outcome} {held} {}",
        call.told.caller.as_deref().unwrap_or_default()
    );
    let words = text::paragraphs(&call.told.words, limits::WORDS_MAX).unwrap_or_default();
    // Where nothing was said, the event itself is what was heard.
    let event: EntryId = if words.is_empty() { heard.entry } else { app.id() };
    let line = NewEntry {
        id: event,
        request: request.id,
        at: heard.at,
        kind: EntryKind::Event,
        author: None,
        via: Via::Phone,
        body: &told,
        thanks: false,
    };
    // The words of a voicemail may come after it: its event stands there already.
    if call.request.is_none() || words.is_empty() {
        entries::insert(tx, &line)?;
    }
    if words.is_empty() {
        return Ok(None);
    }
    let said = NewEntry {
        id: heard.entry,
        kind: EntryKind::Patient,
        author: request.person.map(PersonId::bytes),
        body: &words,
        ..line
    };
    entries::insert(tx, &said)?;
    let Some((change, (sql, values))) = alerts::heard(app, tx, scene, request, &said)? else {
        return Ok(None);
    };
    tx.execute(sql, values)?;
    Ok(Some(change))
}

/// A fact came late: somebody had spoken to the caller. Their request is closed as one that needs no answer, unless anybody
/// has touched it or another call is in it.
pub(super) fn answered_after_all(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    call: CallId,
    request: RequestId,
) -> Result<(), Failure> {
    let Some(loaded) = requests::load(tx, request)? else {
        return Ok(());
    };
    let others = calls::list::of_request(tx, request, 2)?;
    let alone = others.iter().all(|other| other.id == call);
    if loaded.state != State::New || loaded.merged_into.is_some() || !alone {
        return Ok(());
    }
    let mut request = scene.settled(app, tx, loaded)?;
    let before = request.version;
    let closing = Closing {
        at: scene.now,
        reason: Some(NoReply::NoAnswerNeeded),
        seen: request.spoke.version,
    };
    let hours = scene.hours(request.location).clone();
    let changes = request.resolve(&closing, &hours)?;
    let line = NewEntry {
        id: app.id(),
        request: request.id,
        at: scene.now,
        kind: EntryKind::Event,
        author: None,
        via: Via::Phone,
        body: AFTER_ALL,
        thanks: false,
    };
    entries::insert(tx, &line)?;
    Ok(scene.save(
        app,
        tx,
        before,
        &request,
        &changes,
        (Actor::System, "answered after all"),
    )?)
}
