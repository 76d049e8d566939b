//! Nothing acknowledged is lost: whatever the product said that it has, before a crash or after it, is there, and once.

use std::collections::BTreeMap;

use anteroom_core::ids::RequestId;
use anteroom_core::requests::EntryKind;

use super::{Checker, Sight, World, holds};
use crate::world::Acknowledged;

pub(super) struct Lost;

impl Checker for Lost {
    fn name(&self) -> &'static str {
        "nothing acknowledged is lost"
    }

    fn look(&mut self, world: &World) -> Result<u64, String> {
        world.practices.iter().map(look).sum()
    }
}

fn look(sight: &Sight) -> Result<u64, String> {
    let numbers: BTreeMap<RequestId, i64> = sight
        .rows
        .requests
        .iter()
        .map(|row| (row.id, row.number))
        .collect();
    let mut kept: BTreeMap<i64, Acknowledged> = BTreeMap::new();
    for entry in &sight.rows.entries {
        // Words that were split off were acknowledged where they were said.
        let Some(number) = numbers.get(&entry.said_on.unwrap_or(entry.request)) else {
            continue;
        };
        let of = kept.entry(*number).or_default();
        match entry.kind {
            EntryKind::Patient => of.words += 1,
            EntryKind::Reply => of.replies += 1,
            _ => {}
        }
    }
    for (number, said) in &sight.acknowledged {
        let kept = kept.get(number).copied().unwrap_or_default();
        let words = said.words == 0 || kept.words == said.words;
        holds(words && kept.replies == said.replies, || {
            format!("#{number}: acknowledged {said:?}, kept {kept:?}")
        })?;
    }
    Ok(sight.acknowledged.len() as u64)
}
