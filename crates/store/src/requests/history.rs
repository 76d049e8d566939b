//! Requests from another desk's log: written whole, without the steps that led there.

use anteroom_core::Time;
use anteroom_core::ids::{EventId, PersonId};
use anteroom_core::requests::history::{Spell, Told};
use anteroom_core::requests::{Actor, Change, State};

use super::changes::{Stamp, Statement, event};
use super::{Labels, insertion};
use crate::params;
use crate::sql::queries;

queries! {
    /// A request of a log; nothing if the log was read before.
    INSERT: practice = "INSERT INTO request (practice_id, id, number, version, state, kind, urgency, door, subject, \
        about, language, interpreter, person_id, patient_id, location_id, member_id, team_id, waits, due_at, \
        spoke_version, spoke_by, opened_at, updated_at, linked_to, external_id, waiting_since, resolved_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, \
        ?22, ?25, ?23, ?24, ?26, ?27) \
        ON CONFLICT (practice_id, external_id) WHERE external_id IS NOT NULL DO NOTHING";
    /// Who asked, by the log's own name; the same name is the same person.
    INSERT_PERSON: practice = "INSERT INTO person (practice_id, id, name, name_key, language, interpreter, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6) ON CONFLICT (practice_id, id) DO NOTHING";
    /// A spell that is over, or lasts.
    INSERT_SPELL: practice = "INSERT INTO spell (practice_id, request_id, version, state, waits, from_at, until_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// A clock that is over, or runs.
    INSERT_CLOCK: practice = "INSERT INTO clock (practice_id, id, request_id, started_at, target, due_at, ended_at, \
        outcome, open_time, door, kind, urgency, language) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
}

/// A person of a log.
#[derive(Debug, Clone, Copy)]
pub struct Caller<'a> {
    /// The same for the same name.
    pub id: PersonId,
    /// The log's own name.
    pub name: &'a str,
    /// The key by which it is found again.
    pub name_key: &'a str,
}

/// The statement that adds a log's person, unless they are known.
pub fn person(caller: &Caller<'_>, language: &str, at: Time) -> Statement {
    (
        &INSERT_PERSON,
        params![caller.id, caller.name, caller.name_key, language, at],
    )
}

/// The statement that adds a log's request; it changes no row if the log was read before.
pub fn request(told: &Told, labels: &Labels<'_>) -> Statement {
    let opened_at = told.clock.0.started_at;
    let (_, mut values) = insertion(&told.request, labels, opened_at);
    values.extend(params![
        told.last_at,
        told.request.waiting_since,
        told.request.resolved_at
    ]);
    (&INSERT, values)
}

/// Adds the spells, the clock and the events of a log's request.
pub fn rows(told: &Told, labels: &Labels<'_>, id: &mut dyn FnMut() -> EventId) -> Vec<Statement> {
    let mut batch = Vec::with_capacity(told.spells.len() * 2 + 4);
    batch.push(clock(told, labels));
    let mut before = State::New;
    for spell in &told.spells {
        batch.push(begun(told, spell));
        let (from, to) = (before, spell.stand.state);
        if spell.version == 1 || from != to {
            let change = Change::State { from, to };
            batch.extend(happened(told, spell.version, spell.from, change, id));
        }
        before = to;
    }
    let (clock, ended) = told.clock;
    batch.extend(happened(
        told,
        1,
        clock.started_at,
        Change::ClockStarted(clock),
        id,
    ));
    if let Some(ended) = ended {
        let change = Change::ClockEnded {
            clock: clock.id,
            ended,
            entry: None,
        };
        batch.extend(happened(told, told.request.version, ended.at, change, id));
    }
    if told.request.state == State::Closed {
        let change = Change::State {
            from: before,
            to: State::Closed,
        };
        batch.extend(happened(told, told.request.version, told.last_at, change, id));
    }
    batch
}

fn begun(told: &Told, spell: &Spell) -> Statement {
    let values = params![
        told.request.id,
        spell.version,
        spell.stand.state.as_str(),
        spell.stand.waits,
        spell.from,
        spell.until
    ];
    (&INSERT_SPELL, values)
}

fn clock(told: &Told, labels: &Labels<'_>) -> Statement {
    let (clock, ended) = told.clock;
    let values = params![
        clock.id,
        told.request.id,
        clock.started_at,
        clock.target,
        clock.due_at,
        ended.map(|ended| ended.at),
        ended.map(|ended| ended.outcome.as_str()),
        ended.map(|ended| ended.open),
        labels.door.as_str(),
        labels.kind,
        told.request.urgency.as_str(),
        labels.language
    ];
    (&INSERT_CLOCK, values)
}

fn happened(
    told: &Told,
    version: i64,
    at: Time,
    change: Change,
    id: &mut dyn FnMut() -> EventId,
) -> Option<Statement> {
    let stamp = Stamp {
        at,
        actor: Actor::System,
    };
    event((told.request.id, version), &change, stamp, id)
}
