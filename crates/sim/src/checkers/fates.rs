//! One fate a message: each reply in writing has one, it is what became of the reply, and none that is final changes but
//! to say that the channel was dead.

use std::collections::BTreeMap;

use anteroom_core::ids::{EntryId, MessageId};
use anteroom_core::requests::EntryKind;
use anteroom_store::messages::Fate;
use anteroom_store::recount::{Entry, Message};

use super::{Checker, Sight, World, holds};

/// The channel of a reply that nobody could be written a letter about: the patient's page alone carries it.
const PAGE: &str = "page";

#[derive(Default)]
pub(super) struct Fates {
    before: BTreeMap<MessageId, Fate>,
}

impl Checker for Fates {
    fn name(&self) -> &'static str {
        "one fate a message"
    }

    fn look(&mut self, world: &World) -> Result<u64, String> {
        let mut checks = 0;
        for sight in &world.practices {
            checks += matched(sight)?;
            for message in &sight.messages {
                self.follow(message)?;
                checks += 1;
            }
        }
        Ok(checks)
    }
}

impl Fates {
    fn follow(&mut self, message: &Message) -> Result<(), String> {
        let (id, now) = (message.id, message.fate);
        let Some(before) = self.before.insert(id, now) else {
            return Ok(());
        };
        let stays = match before {
            Fate::Retracted | Fate::Failed => now == before,
            Fate::Sent => matches!(now, Fate::Sent | Fate::Failed),
            _ => true,
        };
        holds(stays, || format!("message {id} was {before}, and is {now}"))
    }
}

fn matched(sight: &Sight) -> Result<u64, String> {
    let mut messages: BTreeMap<EntryId, Vec<(bool, Fate)>> = BTreeMap::new();
    for message in &sight.messages {
        let of_entry = messages.entry(message.entry).or_default();
        of_entry.push((message.channel == PAGE, message.fate));
    }
    let mut checks = 0;
    let written = |entry: &&Entry| entry.kind == EntryKind::Reply && entry.irrevocable_at.is_some();
    for entry in sight.rows.entries.iter().filter(written) {
        let fates = messages.get(&entry.id).map_or(&[][..], Vec::as_slice);
        let all = |fate: Fate| !fates.is_empty() && fates.iter().all(|(_, of)| *of == fate);
        let right = match (entry.settled_at, entry.retracted_at) {
            (Some(_), None) => match fates {
                [(true, fate)] => matches!(fate, Fate::Sent | Fate::Failed),
                letters => !letters.is_empty() && letters.iter().all(|(page, _)| !page),
            },
            (None, Some(_)) => all(Fate::Retracted),
            (None, None) => all(Fate::Held),
            (Some(_), Some(_)) => false,
        };
        holds(right, || {
            format!(
                "reply {} was settled {:?}, taken back {:?}, and its messages are {fates:?}",
                entry.id, entry.settled_at, entry.retracted_at
            )
        })?;
        checks += 1;
    }
    Ok(checks)
}
