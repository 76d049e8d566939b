//! Calls of another system's log become rows, batch by batch. Reading a log twice changes nothing; nobody is owed an answer
//! for a call that is long over, so that it opens no request.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_core::calls::past::Past;
use anteroom_core::calls::{Answer, How, Outcome, Source, Summed, Told as Known};
use anteroom_core::ids::MemberId;
use anteroom_core::{Span, Time, limits};
use anteroom_store::calls::{self as rows, Call, caller_key};
use anteroom_store::{PracticeTx, StoreError};
use anteroom_wire::calls::{self as wire, Fate, Told};
use anteroom_wire::mapped::Bad;
use serde::Serialize;

use super::{Lines, call_id};
use crate::imports::{Rejected, grown};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Summary {
    /// Rows of the file.
    pub read: u64,
    /// Calls that were written; none of them was here before.
    pub imported: u64,
    /// Calls that were here before, or stand in the file twice.
    pub known: u64,
    /// Rows that are no call, by the file's own word.
    pub no_call: u64,
    /// Dirt that was survived, by kind: how many rows, and the first [`limits::DIRT_LISTED`] of them by line.
    pub dirt: BTreeMap<&'static str, Dirty>,
    /// Rows that can't be read, by kind.
    pub unread: BTreeMap<&'static str, u64>,
    /// The same by line; the first [`limits::REJECTED_MAX`] of them.
    pub rejected: Vec<Rejected>,
}

/// Rows of one kind of dirt.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Dirty {
    /// How many.
    pub rows: u64,
    /// The first of them, by line.
    pub lines: Vec<u64>,
}

/// A line name or number that no line of the practice has.
const UNKNOWN_LINE: &str = "unknown_line";
/// A time that the practice's own clock never showed, or beyond every calendar.
const NO_TIME: &str = "moment";

impl Summary {
    fn dirty(&mut self, kind: &'static str, line: u64) {
        let dirty = self.dirt.entry(kind).or_default();
        dirty.rows += 1;
        if dirty.lines.len() < limits::DIRT_LISTED {
            dirty.lines.push(line);
        }
    }

    fn reject(&mut self, kind: &'static str, line: u64, why: String) {
        *self.unread.entry(kind).or_default() += 1;
        if self.rejected.len() < limits::REJECTED_MAX {
            self.rejected.push(Rejected { line, why });
        }
    }
}

/// Brings a log's calls in. `progress` is told how many rows were read.
pub async fn calls(
    app: &App,
    practice: &Practice,
    told: impl Iterator<Item = Result<Told, Bad>>,
    mut progress: impl FnMut(u64),
) -> Result<Summary, Failure> {
    let mut summary = Summary::default();
    let mut batch = Vec::new();
    let mut closures: u32 = 0;
    for row in told {
        summary.read += 1;
        match row {
            Err(bad) => summary.reject(bad.kind.as_str(), bad.line, bad.why),
            Ok(Told::NoCall(_)) => summary.no_call += 1,
            Ok(Told::Call(call, dirt)) => {
                for kind in dirt {
                    summary.dirty(kind.as_str(), call.line);
                }
                batch.push(call);
            }
        }
        if batch.len() == limits::IMPORT_ROWS {
            write(app, practice, std::mem::take(&mut batch), &mut summary).await?;
            progress(summary.read);
            closures += 1;
            if grown(closures) {
                app.store.analyze().await?;
            }
        }
    }
    write(app, practice, batch, &mut summary).await?;
    if summary.imported > 0 {
        app.store.analyze().await?;
    }
    progress(summary.read);
    Ok(summary)
}

/// What came of a batch.
#[derive(Default)]
struct Written {
    imported: u64,
    known: u64,
    unknown_lines: Vec<u64>,
    timeless: Vec<u64>,
}

async fn write(
    app: &App,
    practice: &Practice,
    batch: Vec<wire::Past>,
    summary: &mut Summary,
) -> Result<(), Failure> {
    if batch.is_empty() {
        return Ok(());
    }
    let (world, of, batch) = (app.clone(), practice.clone(), Arc::new(batch));
    let written = app
        .store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            save(tx, &scene, &batch)
        })
        .await?;
    summary.imported += written.imported;
    summary.known += written.known;
    for line in written.unknown_lines {
        summary.dirty(UNKNOWN_LINE, line);
    }
    for line in written.timeless {
        summary.reject(NO_TIME, line, "its time is on no calendar".to_owned());
    }
    Ok(())
}

fn save(tx: &mut PracticeTx<'_>, scene: &Scene, batch: &[wire::Past]) -> Result<Written, Failure> {
    let lines = Lines::load(tx)?;
    let mut members = BTreeMap::new();
    let mut written = Written::default();
    let mut statements = Vec::with_capacity(batch.len());
    for past in batch {
        let at = past.at.at(scene.desk_hours().zone()).map(Time::from);
        let Some(at) = at else {
            written.timeless.push(past.line);
            continue;
        };
        let (mut call, sum) = call(scene, at, past);
        call.told.line = lines.find(&past.on).map(|line| (at, line));
        if call.told.line.is_none() && !past.on.is_empty() {
            written.unknown_lines.push(past.line);
        }
        if let Some(key) = call.told.caller.as_deref().and_then(caller_key) {
            call.person = rows::person_of(tx, &key)?;
        }
        call.member = member(tx, &mut members, &past.by)?;
        statements.push(rows::insertion(&call, &sum));
    }
    let changed = tx.execute_batch(statements)?;
    written.imported = changed.iter().sum();
    written.known = changed.len() as u64 - written.imported;
    Ok(written)
}

fn member(
    tx: &mut PracticeTx<'_>,
    known: &mut BTreeMap<String, Option<MemberId>>,
    name: &str,
) -> Result<Option<MemberId>, StoreError> {
    if name.is_empty() {
        return Ok(None);
    }
    if let Some(member) = known.get(name) {
        return Ok(*member);
    }
    let member = rows::member_named(tx, name)?;
    known.insert(name.to_owned(), member);
    Ok(member)
}

/// A call of a log, with the instants that its lengths make.
fn call(scene: &Scene, at: Time, past: &wire::Past) -> (Call, Summed) {
    let key: Vec<&str> = past.key.iter().map(String::as_str).collect();
    let outcome = outcome(past.fate);
    let sum = Past {
        started_at: at,
        hold: Span::from_secs(past.hold),
        talk: Span::from_secs(past.talk),
        outcome,
    }
    .sum();
    let served = at + sum.hold;
    let left = match outcome {
        Outcome::Callback => Some(How::Callback),
        Outcome::Voicemail => Some(How::Voicemail),
        Outcome::Text => Some(How::Text),
        Outcome::Overflow => Some(How::Overflow),
        _ => None,
    };
    let mut call = Call::new(call_id(scene.practice, Source::Import, &key), Source::Import);
    call.told = Known {
        arrived: Some(at),
        queued: Some(at).filter(|_| !sum.after_hours),
        answered: (outcome == Outcome::Answered).then(|| Answer {
            at: served,
            by: past.by.clone(),
        }),
        left: left.map(|how| (served, how)),
        ended: sum.over_at,
        caller: Some(past.from.clone()).filter(|from| !from.is_empty()),
        ..Known::default()
    };
    call.closed = sum.after_hours;
    (call, sum)
}

const fn outcome(fate: Fate) -> Outcome {
    match fate {
        Fate::Answered => Outcome::Answered,
        Fate::Abandoned => Outcome::Abandoned,
        Fate::Callback => Outcome::Callback,
        Fate::Voicemail => Outcome::Voicemail,
        Fate::Text => Outcome::Text,
        Fate::Overflow => Outcome::Overflow,
        Fate::AfterHours => Outcome::AfterHours,
    }
}
