//! What a decided change writes: the request's row, its spells and clocks, and an event each.

use anteroom_core::Time;
use anteroom_core::ids::{EventId, RequestId};
use anteroom_core::requests::{Actor, Change, Clock, Pending, Request, Stand, State};

use crate::audit::actor;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, StoreError, Value, params};

queries! {
    /// The request's row after a change; nothing if it is not the version that was loaded.
    UPDATE: practice = "UPDATE request SET version = ?4, state = ?5, patient_id = ?6, member_id = ?7, team_id = ?8, \
        waits = ?9, due_at = ?10, spoke_version = ?11, spoke_by = ?12, updated_at = ?13, waiting_since = ?14, \
        snoozed_until = ?15, resolved_at = ?16, merged_into = ?17, urgency = ?18 \
        WHERE practice_id = ?1 AND id = ?2 AND version = ?3";
    /// The spell that lasts ends.
    /// The plus keeps SQLite from the index by ends, which would lead through every spell that is still open.
    END_SPELL: practice = "UPDATE spell SET until_at = ?3 \
        WHERE practice_id = ?1 AND request_id = ?2 AND +until_at = 9223372036854775807";
    /// Another spell begins.
    BEGIN_SPELL: practice = "INSERT INTO spell (practice_id, request_id, version, state, waits, from_at, until_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 9223372036854775807)";
    /// A clock begins, with the labels by which its promise is split.
    START_CLOCK: practice = "INSERT INTO clock (practice_id, id, request_id, started_at, target, due_at, door, kind, \
        urgency, language) SELECT r.practice_id, ?3, r.id, ?4, ?5, ?6, r.door, r.kind, r.urgency, r.language \
        FROM request r WHERE r.practice_id = ?1 AND r.id = ?2";
    /// A clock ends.
    END_CLOCK: practice = "UPDATE clock SET ended_at = ?3, outcome = ?4, open_time = ?5, entry_id = ?6 \
        WHERE practice_id = ?1 AND id = ?2";
    /// A clock runs again, at another instant or with another request.
    RUN_CLOCK: practice = "UPDATE clock SET request_id = ?3, due_at = ?4, ended_at = NULL, outcome = NULL, \
        open_time = NULL, entry_id = NULL WHERE practice_id = ?1 AND id = ?2";
    /// A running clock has another target, and is told under the urgency that gave it.
    RETARGET: practice = "UPDATE clock SET target = ?3, due_at = ?4, urgency = ?5 WHERE practice_id = ?1 AND id = ?2";
    /// What a request is about.
    KIND: practice = "UPDATE request SET kind = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// What its running clock is told under; one that ended keeps what it was.
    CLOCK_KIND: practice = "UPDATE clock SET kind = ?3 \
        WHERE practice_id = ?1 AND request_id = ?2 AND ended_at IS NULL";
    /// A line moves to another request; where it was said is kept for the link of that one.
    MOVE: practice = "UPDATE entry SET said_on = COALESCE(said_on, request_id), request_id = ?3 \
        WHERE practice_id = ?1 AND id = ?2";
    /// Words of danger in it go with it.
    MOVE_ALERT: practice = "UPDATE alert SET request_id = ?3 WHERE practice_id = ?1 AND entry_id = ?2";
    /// A clock warned, or will again.
    WARN_CLOCK: practice = "UPDATE clock SET warned_at = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// A reply is on its way and can be taken back; or the patient's words crossed it.
    PEND: practice = "UPDATE entry SET irrevocable_at = ?3, prior_state = ?4, crossed_at = ?5 \
        WHERE practice_id = ?1 AND id = ?2";
    /// A reply is irrevocable.
    SETTLE: practice = "UPDATE entry SET settled_at = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// A reply was taken back.
    RETRACT: practice = "UPDATE entry SET retracted_at = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// "Thanks" was more than that.
    NOT_THANKS: practice = "UPDATE entry SET thanks = 0 WHERE practice_id = ?1 AND id = ?2 AND thanks = 1";
    /// What happened, without words.
    EVENT: practice = "INSERT INTO event (practice_id, id, request_id, version, at, name, before, after, actor, \
        actor_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
}

/// By whom and when a change was made.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    /// When.
    pub at: Time,
    /// By whom.
    pub actor: Actor,
}

/// A text and its parameters, for a batch.
pub type Statement = (&'static Sql, Vec<Value>);

/// Saves a request whose row was version `before`, with what its changes write, in one round trip. `id` gives an event's
/// id each time. For a new request `before` is its own version: the row stands already and is not written again.
///
/// `StoreError::Missing` if the row is not at that version.
pub fn apply(
    tx: &mut PracticeTx<'_>,
    before: i64,
    request: &Request,
    changes: &[Change],
    stamp: Stamp,
    id: &mut dyn FnMut() -> EventId,
) -> Result<(), StoreError> {
    let mut batch: Vec<Statement> = Vec::with_capacity(changes.len() * 3 + 2);
    let new = before == request.version;
    if !new {
        batch.push(update(before, request, stamp.at));
    }
    // A running clock ends before another starts: a request has at most one.
    let (ends, others): (Vec<_>, Vec<_>) = changes
        .iter()
        .partition(|change| matches!(change, Change::ClockEnded { .. }));
    for change in ends.into_iter().chain(others) {
        rows(request, change, stamp.at, &mut batch);
        batch.extend(event((request.id, request.version), change, stamp, id));
    }
    if let Some(pending) = request.pending {
        batch.push(pend(&pending));
    }
    let counts = tx.execute_batch(batch)?;
    if new || counts.first() == Some(&1) {
        Ok(())
    } else {
        Err(StoreError::Missing)
    }
}

fn update(before: i64, request: &Request, at: Time) -> Statement {
    let values = params![
        request.id,
        before,
        request.version,
        request.state.as_str(),
        request.patient,
        request.member,
        request.team,
        request.waits_for_practice(),
        request.queued_at(),
        request.spoke.version,
        request.spoke.by,
        at,
        request.waiting_since,
        request.snoozed_until,
        request.resolved_at,
        request.merged_into,
        request.urgency.as_str()
    ];
    (&UPDATE, values)
}

fn pend(pending: &Pending) -> Statement {
    let prior = pending.prior.as_str();
    (
        &PEND,
        params![pending.entry, pending.irrevocable_at, prior, pending.crossed_at],
    )
}

/// The rows of one change, but for its event.
fn rows(request: &Request, change: &Change, at: Time, batch: &mut Vec<Statement>) {
    match *change {
        Change::Spell(stand) => spell(request, stand, at, batch),
        Change::ClockStarted(Clock {
            id,
            started_at,
            target,
            due_at,
            ..
        }) => {
            batch.push((&START_CLOCK, params![request.id, id, started_at, target, due_at]));
        }
        Change::ClockEnded { clock, ended, entry } => {
            let outcome = ended.outcome.as_str();
            batch.push((&END_CLOCK, params![clock, ended.at, outcome, ended.open, entry]));
        }
        Change::ClockResumed(clock) | Change::ClockMoved(clock) | Change::ClockAdopted(clock) => {
            batch.push((&RUN_CLOCK, params![clock.id, request.id, clock.due_at]));
        }
        Change::ClockWarned(clock) => batch.push((&WARN_CLOCK, params![clock, at])),
        Change::ClockCalmed(clock) => batch.push((&WARN_CLOCK, params![clock, None::<Time>])),
        Change::Settled(entry) => batch.push((&SETTLE, params![entry, at])),
        Change::Retracted(entry) => batch.push((&RETRACT, params![entry, at])),
        Change::Reheard(entry) => batch.push((&NOT_THANKS, params![entry])),
        Change::Kind { to, .. } => {
            batch.push((&KIND, params![request.id, to.as_str()]));
            batch.push((&CLOCK_KIND, params![request.id, to.as_str()]));
        }
        Change::ClockRetargeted(clock) => {
            let urgency = request.urgency.as_str();
            batch.push((&RETARGET, params![clock.id, clock.target, clock.due_at, urgency]));
        }
        Change::Moved(entry) => {
            batch.push((&MOVE, params![entry, request.id]));
            batch.push((&MOVE_ALERT, params![entry, request.id]));
        }
        Change::State { .. }
        | Change::Heard(_)
        | Change::Thanked(_)
        | Change::Replied(_)
        | Change::Attempted(_)
        | Change::Noted(_)
        | Change::NoReply(_)
        | Change::Assigned { .. }
        | Change::Teamed { .. }
        | Change::Alerted(_)
        | Change::Rung { .. }
        | Change::Acknowledged { .. }
        | Change::Urgency { .. }
        | Change::Joined(_)
        | Change::Unmerged(_)
        | Change::Parted(_)
        | Change::Split(_)
        | Change::SplitFrom(_)
        | Change::Linked(_)
        | Change::Unlinked(_)
        | Change::Merged(_)
        | Change::About { .. }
        | Change::Scheduling { .. } => {}
    }
}

fn spell(request: &Request, stand: Stand, at: Time, batch: &mut Vec<Statement>) {
    if request.version > FIRST {
        batch.push((&END_SPELL, params![request.id, at]));
    }
    if stand.state != State::Closed {
        let (state, waits) = (stand.state.as_str(), stand.waits);
        batch.push((
            &BEGIN_SPELL,
            params![request.id, request.version, state, waits, at],
        ));
    }
}

/// The version of a request that begins: no spell lasts yet.
const FIRST: i64 = 1;

/// The event's name, and the field before and after, in codes, ids and instants only. A clock's events name it first, so
/// that what every clock did can be told from the events alone. A spell has none: state and clocks tell it.
fn told(change: &Change) -> Option<(&'static str, String, String)> {
    fn text(value: Option<impl ToString>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    let none = String::new;
    let of = |clock: &Clock, at: Time| (clock.id.to_string(), at.micros().to_string());
    let named = |name, (clock, at)| (name, clock, at);
    let told = match *change {
        Change::Spell(_) => return None,
        Change::State { from, to } => ("state", from.to_string(), to.to_string()),
        Change::ClockStarted(clock) => named("clock_started", of(&clock, clock.started_at)),
        Change::ClockEnded { clock, ended, .. } => {
            let end = format!("{} {}", ended.outcome, ended.at.micros());
            ("clock_ended", clock.to_string(), end)
        }
        Change::ClockResumed(clock) => named("clock_resumed", of(&clock, clock.started_at)),
        Change::ClockMoved(clock) => named("clock_moved", of(&clock, clock.due_at)),
        Change::ClockAdopted(clock) => named("clock_adopted", of(&clock, clock.started_at)),
        Change::ClockWarned(clock) => ("clock_warned", clock.to_string(), none()),
        Change::ClockCalmed(clock) => ("clock_calmed", clock.to_string(), none()),
        Change::Heard(entry) => ("heard", none(), entry.to_string()),
        Change::Reheard(entry) => ("reheard", none(), entry.to_string()),
        Change::Thanked(entry) => ("thanked", none(), entry.to_string()),
        Change::Replied(entry) => ("replied", none(), entry.to_string()),
        Change::Settled(entry) => ("settled", none(), entry.to_string()),
        Change::Retracted(entry) => ("retracted", entry.to_string(), none()),
        Change::Attempted(entry) => ("attempted", none(), entry.to_string()),
        Change::Noted(entry) => ("noted", none(), entry.to_string()),
        Change::NoReply(reason) => ("no_reply", none(), reason.to_string()),
        Change::Assigned { from, to } => ("assigned", text(from), text(to)),
        Change::Teamed { from, to } => ("teamed", text(from), text(to)),
        Change::Alerted(alert) => ("alerted", none(), alert.to_string()),
        Change::Rung { alert, step } => ("rung", alert.to_string(), step.to_string()),
        Change::Acknowledged { alert, took } => {
            ("acknowledged", alert.to_string(), took.micros().to_string())
        }
        Change::Kind { from, to } => ("kind", from.to_string(), to.to_string()),
        Change::Urgency { from, to } => ("urgency", from.to_string(), to.to_string()),
        Change::ClockRetargeted(clock) => {
            let target = clock.target.micros().to_string();
            ("clock_retargeted", clock.id.to_string(), target)
        }
        Change::Merged(into) => ("merged", none(), into.to_string()),
        Change::Joined(other) => ("joined", none(), other.to_string()),
        Change::Unmerged(from) => ("unmerged", from.to_string(), none()),
        Change::Parted(other) => ("parted", other.to_string(), none()),
        Change::Split(part) => ("split", none(), part.to_string()),
        Change::SplitFrom(from) => ("split_from", none(), from.to_string()),
        Change::Moved(entry) => ("moved", none(), entry.to_string()),
        Change::Linked(other) => ("linked", none(), other.to_string()),
        Change::Unlinked(other) => ("unlinked", other.to_string(), none()),
        Change::About { from, to } => ("about", text(from), text(to)),
        Change::Scheduling { item, state } => ("scheduling", item.to_string(), state.to_string()),
    };
    Some(told)
}

/// The statement that writes the event of a change, if it has one.
pub(super) fn event(
    (request, version): (RequestId, i64),
    change: &Change,
    stamp: Stamp,
    id: &mut dyn FnMut() -> EventId,
) -> Option<Statement> {
    let (name, before, after) = told(change)?;
    let (who, who_id) = actor(stamp.actor);
    Some((
        &EVENT,
        params![id(), request, version, stamp.at, name, before, after, who, who_id],
    ))
}
