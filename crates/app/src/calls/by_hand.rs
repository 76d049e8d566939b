//! Calls that somebody writes down, where no phone system is connected; and the notes of any call.

use anteroom_core::calls::{Fact, How, Outcome, Source, What};
use anteroom_core::ids::{CallId, LineId};
use anteroom_core::requests::Actor;
use anteroom_core::text::{self, Fault};
use anteroom_core::{Span, limits};
use anteroom_store::audit::{self, Deed};
use anteroom_store::calls::{self as rows, Call};

use super::{Lines, answer_for, call_id, hints, settle, sum};
use crate::failure::Faults;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure, Overtaken};

/// The ways in which a call that is written down can have gone.
pub const OUTCOMES: [Outcome; 4] = [
    Outcome::Answered,
    Outcome::Abandoned,
    Outcome::Voicemail,
    Outcome::Callback,
];

/// A call as typed.
#[derive(Debug, Clone, Default)]
pub struct ByHand {
    /// A line's id; empty for none.
    pub line: String,
    /// The caller's number; empty if it was withheld.
    pub caller: String,
    /// One of [`OUTCOMES`].
    pub outcome: String,
    /// How long the caller held, in seconds.
    pub hold: String,
    /// How long somebody spoke to them, in minutes.
    pub talk: String,
    /// What the caller said after the tone, where they did.
    pub words: String,
    /// What the desk notes.
    pub notes: String,
    /// The form's own key: the same key twice is one call.
    pub key: String,
}

#[derive(Clone)]
struct Checked {
    line: Option<LineId>,
    caller: String,
    outcome: Outcome,
    hold: Span,
    talk: Span,
    words: String,
    notes: String,
    key: String,
}

fn number(typed: &str, most: i64) -> Result<i64, Fault> {
    match typed.trim() {
        "" => Ok(0),
        typed => typed
            .parse()
            .ok()
            .filter(|value| (0..=most).contains(value))
            .ok_or(Fault::Shape),
    }
}

fn checked(typed: &ByHand) -> Result<Checked, Failure> {
    let mut faults = Faults::default();
    let line = Some(typed.line.as_str()).filter(|id| !id.is_empty());
    let line = line.map(|id| id.parse::<LineId>().map_err(|_| Fault::Shape));
    let caller = if typed.caller.trim().is_empty() {
        Ok(String::new())
    } else {
        text::phone(&typed.caller)
    };
    let outcome = typed.outcome.parse::<Outcome>().ok();
    let outcome = outcome.filter(|outcome| OUTCOMES.contains(outcome));
    if outcome.is_none() {
        faults.note("outcome", Fault::Shape);
    }
    let most = limits::CALL_MINUTES_MAX;
    let checked = Checked {
        line: faults.take("line", line.transpose()),
        caller: faults.take("caller", caller),
        outcome: outcome.unwrap_or(Outcome::Answered),
        hold: Span::from_secs(faults.take("hold", number(&typed.hold, most * 60))),
        talk: Span::from_minutes(faults.take("talk", number(&typed.talk, most))),
        words: faults.take("words", text::paragraphs(&typed.words, limits::WORDS_MAX)),
        notes: faults.take("notes", text::paragraphs(&typed.notes, limits::CALL_NOTES)),
        key: faults.take("key", text::line(&typed.key, limits::LABEL_MAX)),
    };
    faults.settle()?;
    Ok(checked)
}

/// What it comes to is the same as if a phone system had told it, with its end now.
fn facts(checked: &Checked, scene: &Scene, by: &str) -> Vec<Fact> {
    let over = scene.now;
    let talk = if checked.outcome == Outcome::Answered {
        checked.talk
    } else {
        Span::ZERO
    };
    let served = over - talk;
    let began = served - checked.hold;
    let fact = |at, what| Fact {
        at,
        what,
        line: checked.line,
        caller: Some(checked.caller.clone()).filter(|caller| !caller.is_empty()),
    };
    let mut facts = vec![fact(began, What::Arrived), fact(began, What::Queued)];
    match checked.outcome {
        Outcome::Answered => facts.push(fact(served, What::Answered(by.to_owned()))),
        Outcome::Voicemail => facts.push(fact(served, What::Left(How::Voicemail, checked.words.clone()))),
        Outcome::Callback => facts.push(fact(served, What::Left(How::Callback, checked.words.clone()))),
        _ => {}
    }
    facts.push(fact(over, What::Ended));
    facts
}

/// Writes a call down. The same form twice is one call.
pub async fn log(app: &App, desk: &Desk, typed: &ByHand) -> Result<CallId, Failure> {
    let checked = checked(typed)?;
    let (world, at) = (app.clone(), desk.clone());
    let id = if checked.key.is_empty() {
        app.id()
    } else {
        call_id(desk.practice.id, Source::Hand, &[&checked.key])
    };
    let owes = app
        .store
        .practice(desk.practice.id)
        .write(move |tx| {
            if rows::load(tx, id)?.is_some() {
                return Ok(false);
            }
            let scene = Scene::load(&world, tx, &at.practice)?;
            let lines = Lines::load(tx)?;
            if checked.line.is_some_and(|line| !lines.has(line)) {
                return Err(Failure::of("line", Fault::Shape));
            }
            let mut call = Call::new(id, Source::Hand);
            for fact in facts(&checked, &scene, &at.member.name) {
                call.told.hear(&fact);
            }
            call.notes.clone_from(&checked.notes);
            hints(tx, &mut call)?;
            call.member = call.told.answered.is_some().then_some(at.member.id);
            let Some(sum) = sum(&mut call, &scene, &lines) else {
                return Err(Failure::Missing);
            };
            settle(&world, tx, &scene, &mut call, &sum, Actor::Member(at.member.id))?;
            Ok(call.owes)
        })
        .await?;
    if owes {
        answer_for(app, &desk.practice, vec![id]).await?;
    }
    Ok(id)
}

/// Notes something about a call, in the place of what the asker saw. Somebody else's words are never written over.
pub async fn note(app: &App, desk: &Desk, id: CallId, seen: &str, typed: &str) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let notes = faults.take("notes", text::paragraphs(typed, limits::CALL_NOTES));
    let seen = faults.take("seen", text::paragraphs(seen, limits::CALL_NOTES));
    faults.settle()?;
    let (world, at) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let now = world.now();
            let call = rows::load(tx, id)?.ok_or(Failure::Missing)?;
            if call.notes == notes {
                return Ok(());
            }
            if !rows::note(tx, id, &seen, &notes)? {
                let name = String::new();
                return Err(Failure::Overtaken(Overtaken { name, at: now }));
            }
            let deed = Deed {
                id: world.id(),
                at: now,
                actor: Actor::Member(at.member.id),
                action: "note",
                noun: "call",
                noun_id: Some(id.bytes()),
                fields: "notes",
            };
            Ok(audit::insert(tx, &deed)?)
        })
        .await
}
