//! No row without its practice: every id stands in one practice, what a row points at stands in the same, and no work is for
//! a practice that there is not.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_core::ids::PracticeId;

use super::{Checker, Sight, World, holds};

pub(super) struct Walls;

impl Checker for Walls {
    fn name(&self) -> &'static str {
        "no row without its practice"
    }

    fn look(&mut self, world: &World) -> Result<u64, String> {
        let mut whose: BTreeMap<[u8; 16], PracticeId> = BTreeMap::new();
        let mut checks = 0;
        for sight in &world.practices {
            for id in ids(sight) {
                let other = whose
                    .insert(id, sight.practice)
                    .filter(|other| *other != sight.practice);
                holds(other.is_none(), || {
                    format!("an id of {} stands in {other:?}, too", sight.practice)
                })?;
                checks += 1;
            }
            checks += within(sight)?;
        }
        let known: BTreeSet<PracticeId> = world.practices.iter().map(|sight| sight.practice).collect();
        for practice in &world.worked_for {
            holds(known.contains(practice), || {
                format!("there is work for {practice}, and no such practice")
            })?;
            checks += 1;
        }
        Ok(checks)
    }
}

fn ids(sight: &Sight) -> Vec<[u8; 16]> {
    let rows = &sight.rows;
    let requests = rows.requests.iter().map(|row| row.id.bytes());
    let clocks = rows.clocks.iter().map(|row| row.id.bytes());
    let entries = rows.entries.iter().map(|row| row.id.bytes());
    let messages = sight.messages.iter().map(|row| row.id.bytes());
    requests.chain(clocks).chain(entries).chain(messages).collect()
}

fn within(sight: &Sight) -> Result<u64, String> {
    let rows = &sight.rows;
    let known: BTreeSet<_> = rows.requests.iter().map(|row| row.id).collect();
    let entries: BTreeSet<_> = rows.entries.iter().map(|row| row.id).collect();
    let mut checks = 0;
    let of_clocks = rows.clocks.iter().map(|row| row.request);
    let of_entries = rows.entries.iter().map(|row| row.request);
    let of_events = rows.events.iter().map(|row| row.request);
    let joined = rows.requests.iter().filter_map(|row| row.merged_into);
    for request in of_clocks.chain(of_entries).chain(of_events).chain(joined) {
        holds(known.contains(&request), || {
            format!("a row points at {request}, which is not here")
        })?;
        checks += 1;
    }
    for message in &sight.messages {
        holds(entries.contains(&message.entry), || {
            format!("message {} is about a line that is not here", message.id)
        })?;
        checks += 1;
    }
    Ok(checks)
}
