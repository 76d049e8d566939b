//! The request page: one request with its history, as a member may see it.

use std::collections::BTreeMap;

use anteroom_core::ids::RequestId;
use anteroom_core::requests::kinds::Kind;
use anteroom_core::{Time, limits};
use anteroom_store::requests::entries::{self, Entry};
use anteroom_store::requests::queue::Listed;
use anteroom_store::requests::{self as rows, joints, links, obligations, queue, told};
use anteroom_store::{PracticeTx, StoreError, staff};

use super::queue::row;
use super::view::{Desk, Happening, Line, Obligation, Page};
use super::wall::{hidden, withheld};
use super::{Scene, by_code};
use crate::staff::Named;
use crate::{App, Failure};

/// A request's page.
pub async fn page(app: &App, desk: &Desk, number: i64) -> Result<Page, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let listed = queue::one(tx, number)?.ok_or(Failure::Missing)?;
            gather(tx, &scene, &desk, listed)
        })
        .await
}

fn gather(tx: &mut PracticeTx<'_>, scene: &Scene, desk: &Desk, listed: Listed) -> Result<Page, Failure> {
    let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
    let request = rows::load(tx, listed.id)?.ok_or(Failure::Missing)?;
    let hides = hidden(&listed.kind, &kinds, desk);
    let withheld = withheld(tx, listed.id, &kinds, desk)?;
    let mut lines = if hides {
        Vec::new()
    } else {
        entries::list(tx, listed.id, limits::THREAD_LINES)?
    };
    // One that was joined keeps its wall.
    lines.retain(|entry| !hidden(&entry.about, &kinds, desk));
    let asker = asker(tx, &listed)?;
    let others = asker.others.into_iter();
    // What a member can't read they can't join.
    let others = others.filter(|(_, _, kind)| !withheld && !hidden(kind, &kinds, desk));
    let team = match listed.team {
        Some(id) => queue::team_name(tx, id)?.map(|name| (id, name)),
        None => None,
    };
    Ok(Page {
        happenings: happenings(tx, listed.id)?,
        joined: joints::joined(tx, listed.id)?,
        links: linked(tx, listed.id, &kinds, desk)?,
        kinds: kinds
            .values()
            .map(|kind| (kind.code.clone(), kind.name.clone()))
            .collect(),
        version: listed.version,
        asked_at: listed.opened_at,
        contacts: asker.contacts,
        interpreter: listed.interpreter,
        team,
        undo: request
            .pending
            .filter(|pending| pending.irrevocable_at > scene.now && !withheld)
            .map(|pending| pending.entry),
        lines: lines.into_iter().map(|entry| line(entry, scene.now)).collect(),
        people: crate::people::beside(tx, scene, listed.id, (request.person, request.patient), hides)?,
        hidden: hides,
        withheld,
        alerts: crate::alerts::of_request(tx, listed.id, &kinds, desk)?,
        obligation: obligations::find(tx, listed.id)?
            .map(|row| {
                if hides {
                    obligations::Obligation {
                        finding: String::new(),
                        ..row
                    }
                } else {
                    row
                }
            })
            .map(obligation),
        same_person: others.map(|(number, subject, _)| (number, subject)).collect(),
        merged_into: number_of(tx, listed.merged_into)?,
        linked_to: number_of(tx, listed.linked_to)?,
        earlier: asker.earlier,
        members: staff::members(tx)?
            .into_iter()
            .map(|member| Named {
                id: member.id,
                name: member.name,
            })
            .collect(),
        teams: staff::teams(tx)?,
        row: row(listed, &kinds, desk, scene),
    })
}

/// What happened to it besides what was said.
fn happenings(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<Vec<Happening>, StoreError> {
    let mut happenings = Vec::new();
    for told in told::list(tx, request, limits::THREAD_LINES)? {
        let (before, after) = told.change;
        let other = if after.is_empty() { &before } else { &after };
        happenings.push(Happening {
            at: told.at,
            what: told.name,
            by: told.by.unwrap_or_default(),
            number: number_of(tx, other.parse().ok())?,
            after,
        });
    }
    Ok(happenings)
}

/// What it has to do with; words that the reader may not see stay hidden.
fn linked(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    kinds: &BTreeMap<String, Kind>,
    desk: &Desk,
) -> Result<Vec<(i64, String)>, StoreError> {
    let limit = i64::try_from(limits::LINKS).unwrap_or(i64::MAX);
    let links = links::list(tx, request, limit)?.into_iter();
    let links = links.map(|link| {
        let hides = hidden(&link.kind, kinds, desk);
        (link.number, if hides { String::new() } else { link.subject })
    });
    Ok(links.collect())
}

/// What is known of who asks.
#[derive(Default)]
struct Asker {
    contacts: Vec<String>,
    others: Vec<(i64, String, String)>,
    earlier: i64,
}

fn asker(tx: &mut PracticeTx<'_>, listed: &Listed) -> Result<Asker, StoreError> {
    let Some((person, _)) = &listed.person else {
        return Ok(Asker::default());
    };
    Ok(Asker {
        contacts: crate::people::reach(tx, *person)?
            .into_iter()
            .map(|point| point.address)
            .collect(),
        others: queue::same_person(tx, *person, listed.id)?,
        earlier: queue::earlier(tx, *person, listed.id)?,
    })
}

fn number_of(tx: &mut PracticeTx<'_>, id: Option<RequestId>) -> Result<Option<i64>, StoreError> {
    id.map_or(Ok(None), |id| queue::number_of(tx, id))
}

fn line(entry: Entry, now: Time) -> Line {
    Line {
        undo_until: entry
            .irrevocable_at
            .filter(|at| entry.settled_at.is_none() && *at > now),
        id: entry.id,
        kind: entry.kind,
        at: entry.at,
        by: entry.by,
        signature: entry.signature,
        via: entry.via,
        body: entry.body,
        thanks: entry.thanks,
    }
}

fn obligation(row: obligations::Obligation) -> Obligation {
    Obligation {
        rule: row.rule,
        due_at: row.due_at,
        owner: row.owner.map(|(id, name)| Named { id, name }),
        finding: row.finding,
        met_at: row.met_at,
    }
}
