//! What a member does to a request: reply, take back, note, assign, snooze, resolve, join.

use anteroom_core::ids::EntryId;
use anteroom_core::requests::merge;
use anteroom_core::requests::{
    Actor, After, Change, Closing, EntryKind, Refusal, Reply, Request, Snooze, Via, Words,
};
use anteroom_core::{Time, limits, text};
use anteroom_store::requests::entries::{self, NewEntry};
use anteroom_store::requests::joints::{self, Kept};
use anteroom_store::requests::{self as rows, obligations};
use anteroom_store::{PracticeTx, messages};

use super::once::Form;
use super::status::survivor;
use super::view::{Assignment, Desk, Resolution, Say};
use super::{Scene, follow, wall};
use crate::drafts::{self, Field};
use crate::failure::Faults;
use crate::{App, Failure, letters};

/// What an act works with.
pub(super) struct At<'a, 'b> {
    pub(super) app: &'a App,
    pub(super) tx: &'a mut PracticeTx<'b>,
    pub(super) scene: &'a Scene,
    pub(super) desk: &'a Desk,
}

/// The same as [`act_unread`], for what a member does who has read the request's words.
pub(super) async fn act<F>(
    app: &App,
    desk: &Desk,
    number: i64,
    action: &'static str,
    decide: F,
) -> Result<(), Failure>
where
    F: Fn(&mut At<'_, '_>, &mut Request) -> Result<Option<Vec<Change>>, Failure> + Send + 'static,
{
    act_unread(app, desk, number, action, move |at, request| {
        wall::pass(at.tx, request.id, at.desk)?;
        decide(at, request)
    })
    .await
}

/// Loads a request, lets `decide` decide, and saves; all in one transaction.
async fn act_unread<F>(
    app: &App,
    desk: &Desk,
    number: i64,
    action: &'static str,
    decide: F,
) -> Result<(), Failure>
where
    F: Fn(&mut At<'_, '_>, &mut Request) -> Result<Option<Vec<Change>>, Failure> + Send + 'static,
{
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let mut request = load(&world, tx, &scene, number)?;
            let before = request.version;
            let mut at = At {
                app: &world,
                tx,
                scene: &scene,
                desk: &desk,
            };
            if let Some(changes) = decide(&mut at, &mut request)? {
                let actor = Actor::Member(desk.member.id);
                scene.save(&world, tx, before, &request, &changes, (actor, action))?;
            }
            Ok(())
        })
        .await
}

/// Loads a request to change it.
pub(super) fn load(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    number: i64,
) -> Result<Request, Failure> {
    let request = rows::load_number(tx, number)?.ok_or(Failure::Missing)?;
    scene.settled(app, tx, request)
}

/// The words of a form, and its key.
#[derive(Debug, Clone)]
struct Said {
    words: String,
    key: String,
    seen: i64,
}

fn said(say: &Say) -> Result<Said, Failure> {
    let mut faults = Faults::default();
    let words = faults.take("words", text::required_paragraphs(&say.words, limits::WORDS_MAX));
    let key = faults.take("key", text::line(&say.key, limits::LABEL_MAX));
    faults.settle()?;
    Ok(Said {
        words,
        key,
        seen: say.seen,
    })
}

impl At<'_, '_> {
    /// Whether this form was not sent before: the same form twice is one act, and with other words it is another.
    fn first_time(
        &mut self,
        request: &Request,
        said: &Said,
        kind: EntryKind,
        entry: EntryId,
    ) -> Result<bool, Failure> {
        let scope = format!("{}:{kind}", request.id);
        let form = Form::new("desk", &scope, &said.key, &[&said.words]);
        Ok(form.take_in(self.app, self.tx, self.scene.now, (request.id, entry))?)
    }

    /// The words of a field are sent: nobody finds them as a draft again.
    fn sent(&mut self, request: &Request, field: Field) -> Result<(), Failure> {
        Ok(drafts::sent(self.tx, self.desk, request.id, field)?)
    }

    fn write(
        &mut self,
        request: &Request,
        id: EntryId,
        kind: EntryKind,
        via: Via,
        body: &str,
    ) -> Result<(), Failure> {
        let entry = NewEntry {
            id,
            request: request.id,
            at: self.scene.now,
            kind,
            author: Some(self.desk.member.id.bytes()),
            via,
            body,
            thanks: false,
        };
        Ok(entries::insert(self.tx, &entry)?)
    }

    fn reply(
        &mut self,
        request: &mut Request,
        entry: EntryId,
        said: &Said,
        (via, after): (Via, After),
    ) -> Result<Vec<Change>, Failure> {
        let hours = self.scene.hours(request.location).clone();
        let reply = Reply {
            entry,
            by: self.desk.member.id,
            at: self.scene.now,
            via,
            after,
            seen: said.seen,
        };
        let changes = request.reply(&reply, &hours)?;
        self.write(request, entry, EntryKind::Reply, via, &said.words)?;
        if let Some(pending) = request.pending {
            let due_at = pending.irrevocable_at;
            letters::announce(self.app, self.tx, self.scene, (request.id, entry), due_at)?;
        }
        Ok(changes)
    }
}

/// Replies to the patient; in writing it can be taken back for [`limits::UNDO`].
pub async fn reply(
    app: &App,
    desk: &Desk,
    number: i64,
    say: &Say,
    via: Via,
    after: After,
) -> Result<(), Failure> {
    let said = said(say)?;
    act(app, desk, number, "reply", move |at, request| {
        let entry = at.app.id();
        if !at.first_time(request, &said, EntryKind::Reply, entry)? {
            return Ok(None);
        }
        at.sent(
            request,
            if via == Via::Writing {
                Field::Reply
            } else {
                Field::Said
            },
        )?;
        Ok(Some(at.reply(request, entry, &said, (via, after))?))
    })
    .await
}

/// Takes a reply back before it is irrevocable.
pub async fn take_back(app: &App, desk: &Desk, number: i64, entry: EntryId) -> Result<(), Failure> {
    act(app, desk, number, "take back", move |at, request| {
        let changes = request.take_back(entry, at.scene.now)?;
        messages::retract(at.tx, entry, at.scene.now)?;
        obligations::unmeet(at.tx, request.id, entry)?;
        Ok(Some(changes))
    })
    .await
}

/// Leaves a note for colleagues.
pub async fn note(app: &App, desk: &Desk, number: i64, say: &Say) -> Result<(), Failure> {
    let said = said(say)?;
    act(app, desk, number, "note", move |at, request| {
        let entry = at.app.id();
        if !at.first_time(request, &said, EntryKind::Note, entry)? {
            return Ok(None);
        }
        at.sent(request, Field::Note)?;
        let changes = request.note(entry)?;
        at.write(request, entry, EntryKind::Note, Via::Writing, &said.words)?;
        Ok(Some(changes))
    })
    .await
}

/// Notes a call back that reached nobody.
pub async fn attempt(app: &App, desk: &Desk, number: i64, say: &Say) -> Result<(), Failure> {
    let said = said(say)?;
    act(app, desk, number, "attempt", move |at, request| {
        let entry = at.app.id();
        if !at.first_time(request, &said, EntryKind::Attempt, entry)? {
            return Ok(None);
        }
        at.sent(request, Field::Tried)?;
        let changes = request.attempt(entry)?;
        at.write(request, entry, EntryKind::Attempt, Via::Phone, &said.words)?;
        Ok(Some(changes))
    })
    .await
}

/// Gives it to a member, a team or both.
pub async fn assign(app: &App, desk: &Desk, number: i64, to: Assignment) -> Result<(), Failure> {
    act_unread(app, desk, number, "assign", move |at, request| {
        if let Some(member) = to.member {
            anteroom_store::staff::member(at.tx, member)?.ok_or(Failure::Missing)?;
        }
        if let Some(team) = to.team {
            rows::queue::team_name(at.tx, team)?.ok_or(Failure::Missing)?;
        }
        Ok(Some(request.assign(to.member, to.team, at.scene.now)?))
    })
    .await
}

/// Puts it out of sight until an instant.
pub async fn snooze(app: &App, desk: &Desk, number: i64, until: Time) -> Result<(), Failure> {
    act(app, desk, number, "snooze", move |at, request| {
        let changes = request.snooze(Snooze {
            at: at.scene.now,
            until,
        })?;
        follow::add(at.app, at.tx, follow::Follow::Wake, request, until)?;
        Ok(Some(changes))
    })
    .await
}

/// Closes it.
pub async fn resolve(app: &App, desk: &Desk, number: i64, resolution: Resolution) -> Result<(), Failure> {
    act(app, desk, number, "resolve", move |at, request| {
        let hours = at.scene.hours(request.location).clone();
        let closing = Closing {
            at: at.scene.now,
            reason: resolution.reason,
            seen: resolution.seen,
        };
        Ok(Some(request.resolve(&closing, &hours)?))
    })
    .await
}

/// Brings it back to the desk.
pub async fn reopen(app: &App, desk: &Desk, number: i64) -> Result<(), Failure> {
    act_unread(app, desk, number, "reopen", move |at, request| {
        Ok(Some(request.reopen(at.scene.now)?))
    })
    .await
}

/// Says that the patient's thanks were more than that: the words count from when they came.
pub async fn not_just_thanks(app: &App, desk: &Desk, number: i64, entry: EntryId) -> Result<(), Failure> {
    act(app, desk, number, "not just thanks", move |at, request| {
        let (of, came_at, thanks) = entries::heard(at.tx, entry)?.ok_or(Failure::Missing)?;
        // They may be a joined request's own: what they ask for is asked of the survivor.
        if of != request.id && survivor(at.tx, of)?.id != request.id {
            return Err(Failure::Missing);
        }
        if !thanks {
            return Err(Refusal::AlreadySo.into());
        }
        let words = Words {
            entry,
            at: came_at,
            thanks: false,
            clock: at.app.id(),
        };
        let hours = at.scene.hours(request.location).clone();
        Ok(Some(request.not_just_thanks(
            &words,
            &at.scene.settings.rules,
            &hours,
        )?))
    })
    .await
}

/// Meets the second clock with a finding and a reply, and closes the request.
pub async fn answer_obligation(
    app: &App,
    desk: &Desk,
    number: i64,
    finding: &str,
    say: &Say,
) -> Result<(), Failure> {
    let said = said(say)?;
    let mut faults = Faults::default();
    let finding = faults.take("finding", text::required_paragraphs(finding, limits::WORDS_MAX));
    faults.settle()?;
    act(app, desk, number, "answer obligation", move |at, request| {
        let entry = at.app.id();
        if !at.first_time(request, &said, EntryKind::Reply, entry)? {
            return Ok(None);
        }
        if !request.obliged {
            return Err(Refusal::AlreadySo.into());
        }
        request.obliged = false;
        let changes = at.reply(request, entry, &said, (Via::Writing, After::Close))?;
        at.sent(request, Field::Finding)?;
        at.sent(request, Field::Answer)?;
        let owner = at.desk.member.id;
        obligations::meet(at.tx, request.id, owner, &finding, entry, at.scene.now)?;
        Ok(Some(changes))
    })
    .await
}

/// Joins another request to this one.
pub async fn merge(app: &App, desk: &Desk, number: i64, joined: i64) -> Result<(), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let mut survivor = load(&world, tx, &scene, number)?;
            let mut other = load(&world, tx, &scene, joined)?;
            for request in [survivor.id, other.id] {
                wall::pass(tx, request, &desk)?;
            }
            // Two people who were joined are one: whoever asks is who stays.
            for request in [&mut survivor, &mut other] {
                request.person = request
                    .person
                    .map(|person| anteroom_store::people::root(tx, person))
                    .transpose()?;
            }
            let versions = (survivor.version, other.version);
            let hours = (scene.hours(survivor.location), scene.hours(other.location));
            let merged = merge::merge(&mut survivor, &mut other, scene.now, &scene.settings.rules, hours)?;
            let deed = (Actor::Member(desk.member.id), "merge");
            // The joined one first: its clock has to be free before the survivor adopts it.
            scene.save(&world, tx, versions.1, &other, &merged.joined, deed)?;
            scene.save(&world, tx, versions.0, &survivor, &merged.survivor, deed)?;
            let kept = Kept {
                into: survivor.id,
                version: survivor.version,
                joint: merged.joint,
            };
            Ok(joints::insert(tx, other.id, &kept)?)
        })
        .await
}
