//! A request that another desk's log tells: its states and its clock, as if it had happened here.

use super::{Clock, Ended, Opening, Request, Rules, Spoke, Stand, State};
use crate::hours::Schedule;
use crate::ids::ClockId;
use crate::{Span, Time};

/// What a log says of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The request as it began.
    pub opening: Opening,
    /// When it was asked.
    pub opened_at: Time,
    /// The states that it was in from an instant on, in their order; one before it was asked counts from then.
    pub states: Vec<(Time, State)>,
    /// When the first reply came.
    pub replied_at: Option<Time>,
    /// When it was closed for good.
    pub closed_at: Option<Time>,
}

/// How long a request stood so: [from, until).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// The request's version in it.
    pub version: i64,
    /// How.
    pub stand: Stand,
    /// Its first instant.
    pub from: Time,
    /// The first instant after it; the largest while it lasts.
    pub until: Time,
}

/// The request with its spells and its clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// As it stands at the end of the log.
    pub request: Request,
    /// Its spells, in their order.
    pub spells: Vec<Spell>,
    /// Its clock, and how it ended.
    pub clock: (Clock, Option<Ended>),
    /// The last instant that the log tells of.
    pub last_at: Time,
}

/// Tells a request from its log. Its clock starts when it was asked and ends with the first reply, a reply before the
/// asking counting from it; a reopening starts none.
pub fn tell(past: &Past, clock: ClockId, rules: &Rules, hours: &Schedule) -> Told {
    let clock = Clock::start(clock, past.opened_at, past.opening.urgency, rules, hours);
    let ended = match (past.replied_at, past.closed_at) {
        (Some(at), _) => Some(clock.answered(at.max(past.opened_at), hours)),
        (None, Some(at)) => Some(clock.closed(at.max(past.opened_at), hours)),
        (None, None) => None,
    };
    let spells = spells(past, ended.map(|ended| ended.at));
    let (mut request, _) = Request::start(&past.opening);
    let last = last_state(&spells, past.opened_at);
    request.version = spells.last().map_or(1, |spell| spell.version) + i64::from(past.closed_at.is_some());
    request.state = if past.closed_at.is_some() {
        State::Closed
    } else {
        last.0
    };
    request.clock = ended.is_none().then_some(clock);
    request.spell = request.stand();
    request.spoke = Spoke { version: 1, by: None };
    request.waiting_since = (request.state == State::Waiting).then_some(last.1);
    request.resolved_at = match past.closed_at {
        None => (request.state == State::Resolved).then_some(last.1),
        closed => closed,
    };
    let last_at = past
        .closed_at
        .unwrap_or(last.1)
        .max(ended.map_or(last.1, |ended| ended.at));
    Told {
        request,
        spells,
        clock: (clock, ended),
        last_at,
    }
}

/// One spell for each change of state and for the end of the clock where that changes what counts as open, the first from
/// the asking; none reaches past the closing.
fn spells(past: &Past, clock_ended: Option<Time>) -> Vec<Spell> {
    let end = past.closed_at.unwrap_or(Time::MAX);
    let within = |at: Time| at.max(past.opened_at).min(end);
    let mut turns: Vec<(Time, Option<State>)> = past
        .states
        .iter()
        .map(|(at, state)| (within(*at), Some(*state)))
        .collect();
    turns.extend(clock_ended.map(|at| (within(at), None)));
    // What happens at one instant stays in its order, the end of the clock last.
    turns.sort_by_key(|(at, _)| *at);
    let stand = Stand::new(State::New, true);
    let mut spells = vec![Spell {
        version: 1,
        stand,
        from: past.opened_at,
        until: end,
    }];
    for (at, state) in turns {
        let Some(last) = spells.last_mut() else { continue };
        // A log says "new" again after it was taken up: here that is open.
        let state = match state {
            Some(State::New) if last.stand.state != State::New => State::Open,
            Some(state) => state,
            None => last.stand.state,
        };
        let stand = Stand::new(state, clock_ended.is_none_or(|ended| at < within(ended)));
        if stand != last.stand {
            last.until = at;
            let version = last.version + 1;
            spells.push(Spell {
                version,
                stand,
                from: at,
                until: end,
            });
        }
    }
    spells
}

/// The last state, and since when.
fn last_state(spells: &[Spell], opened_at: Time) -> (State, Time) {
    let Some(state) = spells.last().map(|spell| spell.stand.state) else {
        return (State::New, opened_at);
    };
    let lasting = spells.iter().rev().take_while(|spell| spell.stand.state == state);
    (state, lasting.last().map_or(opened_at, |spell| spell.from))
}

impl Told {
    /// The open time to the first reply, if there was one.
    pub fn first_reply(&self) -> Option<Span> {
        self.clock.1.map(|ended| ended.open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::HoursPlan;
    use crate::ids::RequestId;
    use crate::requests::{Door, Outcome, Urgency};

    fn at(minutes: i64) -> Time {
        Time::from_micros(1_450_000_000_000_000) + Span::from_minutes(minutes)
    }

    fn past(states: Vec<(Time, State)>, replied_at: Option<Time>, closed_at: Option<Time>) -> Past {
        let opening = Opening {
            id: RequestId([1; 16]),
            number: 1000,
            person: None,
            patient: None,
            urgency: Urgency::Normal,
            location: None,
            door: Door::Import,
            obliged: false,
        };
        Past {
            opening,
            opened_at: at(0),
            states,
            replied_at,
            closed_at,
        }
    }

    fn told(past: &Past) -> Told {
        let plan = HoursPlan::parse("UTC", "24/7").expect("hours");
        let hours = Schedule::compile(&plan).expect("a schedule");
        tell(past, ClockId([2; 16]), &Rules::default(), &hours)
    }

    #[test]
    fn a_reply_before_the_asking_took_no_time() {
        let past = past(vec![(at(-5), State::Open)], Some(at(-5)), None);
        let told = told(&past);
        assert_eq!(told.first_reply(), Some(Span::ZERO));
        assert_eq!(told.spells[1].from, at(0));
    }

    #[test]
    fn a_reopening_starts_no_clock_and_new_again_is_open() {
        let states = vec![
            (at(1), State::New),
            (at(5), State::Open),
            (at(9), State::Resolved),
            (at(20), State::New),
        ];
        let told = told(&past(states, Some(at(5)), None));
        assert_eq!(told.request.clock, None);
        assert_eq!(told.request.state, State::Open);
        let states: Vec<State> = told.spells.iter().map(|spell| spell.stand.state).collect();
        assert_eq!(states, [State::New, State::Open, State::Resolved, State::Open]);
    }

    #[test]
    fn what_waits_for_the_patient_counts_as_open_until_the_reply_ends_its_clock() {
        let told = told(&past(vec![(at(5), State::Waiting)], Some(at(9)), None));
        let spells = told
            .spells
            .iter()
            .map(|spell| (spell.from, spell.version, spell.stand.waits));
        assert_eq!(
            spells.collect::<Vec<_>>(),
            [(at(0), 1, true), (at(5), 2, true), (at(9), 3, false)]
        );
        assert_eq!(
            (told.request.version, told.request.waiting_since),
            (3, Some(at(5)))
        );
        assert_eq!(
            told.request.spell,
            Stand {
                state: State::Waiting,
                waits: false
            }
        );
    }

    #[test]
    fn no_spell_reaches_past_the_closing() {
        let states = vec![
            (at(5), State::Open),
            (at(9), State::Resolved),
            (at(90), State::Open),
        ];
        let told = told(&past(states, Some(at(5)), Some(at(60))));
        assert_eq!(told.request.state, State::Closed);
        assert!(
            told.spells
                .iter()
                .all(|spell| spell.until <= at(60) && spell.from <= spell.until)
        );
    }

    #[test]
    fn closing_without_a_reply_after_it_ran_out_is_missed() {
        let told = told(&past(vec![], None, Some(at(31))));
        assert_eq!(told.clock.1.map(|ended| ended.outcome), Some(Outcome::Missed));
    }
}
