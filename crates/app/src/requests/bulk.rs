//! The same done to many requests at once. Each is an act of its own with its own events, all in one transaction, so that
//! the report and the way back say what was done and nothing else; one that is refused leaves the others alone.

use anteroom_core::ids::{BulkId, MemberId, TeamId};
use anteroom_core::requests::{Actor, Before, Change, Closing, NoReply, Refusal, Request, Snooze};
use anteroom_core::{Time, limits};
use anteroom_store::PracticeTx;
use anteroom_store::audit::{self, Deed as Done};
use anteroom_store::requests::bulk::{self as rows, Item};
use anteroom_store::requests::{joints, obligations, queue};

use super::desk::{At, load};
use super::retag::{Tags, code};
use super::view::Desk;
use super::{Scene, follow, wall};
use crate::{App, Failure};

anteroom_core::words! {
    /// What is done to many at once.
    Kind {
        /// Given to a member, or to nobody.
        Assign = "assign",
        /// Given to a team, or to none.
        Team = "team",
        /// Put out of sight.
        Snooze = "snooze",
        /// Closed.
        Close = "close",
        /// Said to be about something else, or wanted sooner or later.
        Retag = "retag",
    }
}

/// The same with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Given to a member, or to nobody.
    Assign(Option<MemberId>),
    /// Given to a team, or to none.
    Team(Option<TeamId>),
    /// Put out of sight until an instant.
    Snooze(Time),
    /// Closed; with a reason where the patient waits for an answer.
    Close(Option<NoReply>),
    /// Said to be something else.
    Retag(Tags),
}

impl Deed {
    /// Its word.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Assign(_) => Kind::Assign,
            Self::Team(_) => Kind::Team,
            Self::Snooze(_) => Kind::Snooze,
            Self::Close(_) => Kind::Close,
            Self::Retag(_) => Kind::Retag,
        }
    }
}

/// A request that was chosen, with the version that was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Its number for people.
    pub number: i64,
    /// Its version.
    pub seen: i64,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was done.
    pub kind: Kind,
    /// To how many.
    pub done: usize,
    /// To which it was not, or of which it was not taken back, and why: a refusal's word.
    pub refused: Vec<(i64, String)>,
    /// Until when it can be taken back, while it can.
    pub undo_until: Option<Time>,
    /// Whether it was taken back.
    pub undone: bool,
}

/// Does it to all that were chosen.
pub async fn bulk(app: &App, desk: &Desk, picks: &[Pick], deed: Deed) -> Result<BulkId, Failure> {
    if picks.len() > limits::BULK {
        return Err(Refusal::TooMany.into());
    }
    let mut picks = picks.to_vec();
    picks.sort_by_key(|pick| pick.number);
    picks.dedup_by_key(|pick| pick.number);
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let (id, by, done) = (world.id(), desk.member.id, deed.kind().as_str());
            rows::sweep(tx, scene.now - limits::BULK_KEPT)?;
            rows::insert(tx, id, by, done, scene.now)?;
            let mut at = At {
                app: &world,
                tx,
                scene: &scene,
                desk: &desk,
            };
            at.exists(&deed)?;
            for pick in &picks {
                let item = at.one(*pick, &deed)?;
                rows::insert_item(at.tx, id, &item)?;
            }
            audited(&world, tx, &scene, (&desk, id), done)?;
            Ok(id)
        })
        .await
}

/// What came of a member's deed.
pub async fn report(app: &App, desk: &Desk, id: BulkId) -> Result<Report, Failure> {
    let (world, member) = (app.clone(), desk.member.id);
    let practice = app.store.practice(desk.practice.id);
    practice
        .read(move |tx| {
            let deed = rows::find(tx, id, member)?.ok_or(Failure::Missing)?;
            let items = rows::items(tx, id)?;
            let (done, refused): (Vec<_>, Vec<_>) =
                items.into_iter().partition(|item| item.refused.is_empty());
            let until = deed.at + limits::BULK_UNDO;
            let open = deed.undone_at.is_none() && !done.is_empty() && world.now() < until;
            Ok(Report {
                kind: deed.deed.parse().map_err(|_| Failure::Missing)?,
                done: done.len(),
                refused: refused
                    .into_iter()
                    .map(|item| (item.number, item.refused))
                    .collect(),
                undo_until: open.then_some(until),
                undone: deed.undone_at.is_some(),
            })
        })
        .await
}

/// Takes a member's deed back, from every request that nobody acted on since.
pub async fn undo(app: &App, desk: &Desk, id: BulkId) -> Result<(), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let deed = rows::find(tx, id, desk.member.id)?.ok_or(Failure::Missing)?;
            if deed.undone_at.is_some() {
                return Err(Refusal::AlreadySo.into());
            }
            if scene.now >= deed.at + limits::BULK_UNDO {
                return Err(Refusal::TooLate.into());
            }
            rows::undone(tx, id, scene.now)?;
            let mut at = At {
                app: &world,
                tx,
                scene: &scene,
                desk: &desk,
            };
            for item in rows::items(at.tx, id)? {
                let back = if item.refused.is_empty() {
                    at.back(&item)
                } else {
                    Ok(())
                };
                match back {
                    Err(Failure::Refused(refusal)) => {
                        rows::refused(at.tx, id, item.number, refusal.as_str())?;
                    }
                    other => other?,
                }
            }
            audited(&world, tx, &scene, (&desk, id), "undo")
        })
        .await
}

fn audited(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (desk, id): (&Desk, BulkId),
    action: &str,
) -> Result<(), Failure> {
    let done = Done {
        id: app.id(),
        at: scene.now,
        actor: Actor::Member(desk.member.id),
        action,
        noun: "bulk",
        noun_id: Some(id.bytes()),
        fields: "",
    };
    Ok(audit::insert(tx, &done)?)
}

impl At<'_, '_> {
    /// Whom or what a deed names has to be there, once for all of its requests.
    fn exists(&mut self, deed: &Deed) -> Result<(), Failure> {
        match deed {
            Deed::Assign(Some(member)) => {
                anteroom_store::staff::member(self.tx, *member)?.ok_or(Failure::Missing)?;
            }
            Deed::Team(Some(team)) => {
                queue::team_name(self.tx, *team)?.ok_or(Failure::Missing)?;
            }
            Deed::Assign(None) | Deed::Team(None) | Deed::Snooze(_) | Deed::Close(_) | Deed::Retag(_) => {}
        }
        Ok(())
    }

    /// Does a deed to one request, and says how that one stood before.
    fn one(&mut self, pick: Pick, deed: &Deed) -> Result<Item, Failure> {
        let mut request = load(self.app, self.tx, self.scene, pick.number)?;
        let row = queue::one(self.tx, pick.number)?.ok_or(Failure::Missing)?;
        let before = request.version;
        let mut item = Item {
            number: pick.number,
            refused: String::new(),
            version: before + 1,
            state: request.state,
            snoozed_until: request.snoozed_until,
            member: request.member,
            team: request.team,
            urgency: request.urgency,
            kind: row.kind,
            clock: request.clock.map(|clock| (clock.id, clock.target)),
        };
        match self.decide(&mut request, pick, deed) {
            Ok(changes) => {
                let done = (Actor::Member(self.desk.member.id), deed.kind().as_str());
                self.scene
                    .save(self.app, self.tx, before, &request, &changes, done)?;
            }
            Err(Failure::Refused(refusal)) => refusal.as_str().clone_into(&mut item.refused),
            Err(failure) => return Err(failure),
        }
        Ok(item)
    }

    fn decide(&mut self, request: &mut Request, pick: Pick, deed: &Deed) -> Result<Vec<Change>, Failure> {
        let now = self.scene.now;
        if !matches!(deed, Deed::Assign(_) | Deed::Team(_)) {
            wall::pass(self.tx, request.id, self.desk)?;
        }
        match deed {
            Deed::Assign(member) => Ok(request.assign(*member, request.team, now)?),
            Deed::Team(team) => Ok(request.assign(request.member, *team, now)?),
            Deed::Snooze(until) => {
                let changes = request.snooze(Snooze {
                    at: now,
                    until: *until,
                })?;
                follow::add(self.app, self.tx, follow::Follow::Wake, request, *until)?;
                Ok(changes)
            }
            Deed::Close(reason) => {
                let hours = self.scene.hours(request.location).clone();
                let closing = Closing {
                    at: now,
                    reason: *reason,
                    seen: pick.seen,
                };
                Ok(request.resolve(&closing, &hours)?)
            }
            Deed::Retag(tags) => self.retag(request, tags),
        }
    }

    /// Puts one request back as it stood.
    fn back(&mut self, item: &Item) -> Result<(), Failure> {
        let mut request = load(self.app, self.tx, self.scene, item.number)?;
        if rows::acted_since(self.tx, request.id, item.version)? {
            return Err(Refusal::MovedOn.into());
        }
        let row = queue::one(self.tx, item.number)?.ok_or(Failure::Missing)?;
        let mut clock = None;
        if let Some((id, target)) = item.clock {
            clock = joints::clock(self.tx, id)?.map(|ran| anteroom_core::requests::Clock { target, ..ran });
        }
        let stood = Before {
            state: item.state,
            snoozed_until: item.snoozed_until,
            member: item.member,
            team: item.team,
            urgency: item.urgency,
            kind: (code(&row.kind)?, code(&item.kind)?),
            clock,
        };
        let before = request.version;
        let hours = self.scene.hours(request.location).clone();
        let changes = request.revert(&stood, self.scene.now, &self.scene.settings.rules, &hours)?;
        if row.kind != item.kind && request.obliged {
            // No kind is changed under a second clock, so that it was the deed that started it.
            obligations::forget(self.tx, request.id)?;
        }
        let done = (Actor::Member(self.desk.member.id), "undo");
        Ok(self
            .scene
            .save(self.app, self.tx, before, &request, &changes, done)?)
    }
}
