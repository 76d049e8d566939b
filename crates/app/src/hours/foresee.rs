//! What a change of hours would mean: it is made, looked at, and taken back.

use anteroom_core::hours::Schedule;
use anteroom_core::{Span, Time, limits};
use anteroom_store::hours as rows;
use anteroom_store::{PracticeTx, StoreError};

use super::calendar::{Calendar, of_place};
use super::edit::apply;
use super::{Edit, Place};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::settings::changes::Hand;
use crate::{App, Failure};

/// A long time without an open minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shut {
    /// Since when; now at the earliest.
    pub from: Time,
    /// When it opens again; nothing if no opening is known.
    pub until: Option<Time>,
}

/// What a change would mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreseen {
    /// Clocks that run.
    pub running: i64,
    /// Of them, those that would run out later.
    pub later: i64,
    /// Of them, those that would run out sooner.
    pub sooner: i64,
    /// Of those, the ones that would have run out already.
    pub late: i64,
    /// Of those running later, the ones that would never run out, for want of hours.
    pub never: i64,
    /// The calendar as it would be.
    pub calendar: Calendar,
}

/// What would be, or why it would not; the transaction is taken back either way.
enum Trial {
    Seen(Box<Foreseen>),
    Failed(Failure),
}

impl From<StoreError> for Trial {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Failure> for Trial {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// What a change of hours would mean for the running clocks and for a place's calendar. Nothing is changed.
pub async fn foresee(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    edit: &Edit,
    place: Place,
) -> Result<Foreseen, Failure> {
    let (world, of, hand, edit) = (app.clone(), practice.clone(), hand.clone(), edit.clone());
    let trial: Result<(), Trial> = app
        .store
        .practice(practice.id)
        .write(move |tx| {
            apply(&world, tx, &of, &hand, &edit)?;
            Err(Trial::Seen(Box::new(look(&world, tx, &of, place)?)))
        })
        .await;
    match trial {
        Err(Trial::Seen(seen)) => Ok(*seen),
        Err(Trial::Failed(failure)) => Err(failure),
        Ok(()) => Err(Failure::Missing),
    }
}

fn look(app: &App, tx: &mut PracticeTx<'_>, practice: &Practice, place: Place) -> Result<Foreseen, Failure> {
    let scene = Scene::load(app, tx, practice)?;
    let mut seen = Foreseen {
        running: 0,
        later: 0,
        sooner: 0,
        late: 0,
        never: 0,
        calendar: of_place(app, tx, practice, place)?,
    };
    for clock in rows::running(tx, limits::COUNT_MAX)? {
        let due = scene
            .hours(clock.location)
            .after_open(clock.started_at, clock.target);
        let due = due.unwrap_or(Time::MAX);
        seen.running += 1;
        seen.later += i64::from(due > clock.due_at);
        seen.sooner += i64::from(due < clock.due_at);
        seen.late += i64::from(due < scene.now && clock.due_at >= scene.now);
        seen.never += i64::from(due == Time::MAX && clock.due_at < Time::MAX);
    }
    Ok(seen)
}

/// The longest time without an open minute that begins in the coming weeks, if it is long enough to be asked about.
pub(super) fn shut(schedule: &Schedule, now: Time) -> Option<Shut> {
    let horizon = now + Span::from_days(7 * i64::from(limits::CALENDAR_WEEKS));
    let mut longest: Option<(Span, Shut)> = None;
    let mut from = now;
    let mut open = schedule.is_open(now);
    while from < horizon {
        let next = schedule.next_change(from).map(|(at, _)| at);
        if !open {
            let length = next.map_or(Span::from_micros(i64::MAX), |until| until.since(from));
            if length > limits::SHUT_LONG && longest.is_none_or(|(most, _)| length > most) {
                longest = Some((length, Shut { from, until: next }));
            }
        }
        let Some(next) = next else { break };
        (from, open) = (next, !open);
    }
    longest.map(|(_, shut)| shut)
}
