//! What the events of a practice tell, from the first to the last, without a look at any other row.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_core::ids::{ClockId, RequestId};
use anteroom_core::requests::State;
use anteroom_store::recount::{Event, Rows};

/// What a request came to.
#[derive(Debug, Clone, Copy)]
pub struct Life {
    /// Where it stands.
    pub state: State,
    /// The clock that runs.
    pub running: Option<ClockId>,
    /// It was taken out of another: words that were answered there may have left alone, and wait for nothing.
    pub part: bool,
}

/// Tells the lives of all requests. A sentence says which words were heard without a clock.
pub fn tell(rows: &Rows) -> Result<(BTreeMap<RequestId, Life>, u64), String> {
    let mut events: Vec<&Event> = rows.events.iter().collect();
    // One after the other as versions count, whatever the clocks of the machines said meanwhile.
    events.sort_by_key(|event| (event.request, event.version));
    let adopted = adopted(&events);
    let mut lives: BTreeMap<RequestId, Life> = BTreeMap::new();
    let mut heard = 0;
    for act in events.chunk_by(|one, next| (one.request, one.version) == (next.request, next.version)) {
        let request = act[0].request;
        let life = lives.entry(request).or_insert(Life {
            state: State::New,
            running: None,
            part: false,
        });
        for event in act {
            hear(life, event, &adopted)?;
        }
        let words = act
            .iter()
            .any(|event| matches!(event.name.as_str(), "heard" | "reheard"));
        heard += u64::from(words);
        if words && life.running.is_none() {
            let version = act[0].version;
            return Err(format!(
                "words of request {request}, version {version}, wait without a clock"
            ));
        }
    }
    // A clock that went with a merge, a parting or a split left the request that it ran on without an event there.
    let owners: BTreeMap<ClockId, RequestId> = rows
        .clocks
        .iter()
        .map(|clock| (clock.id, clock.request))
        .collect();
    for (request, life) in &mut lives {
        let gone = |clock: &ClockId| {
            let elsewhere = owners.get(clock).filter(|owner| *owner != request);
            elsewhere.is_some_and(|owner| taken_by(&adopted, *clock, *owner))
        };
        life.running = life.running.filter(|clock| !gone(clock));
    }
    Ok((lives, heard))
}

/// Which requests adopted a clock, ever.
type Adopted = BTreeMap<ClockId, BTreeSet<RequestId>>;

fn adopted(events: &[&Event]) -> Adopted {
    let mut adopted = Adopted::new();
    for event in events.iter().filter(|event| event.name == "clock_adopted") {
        if let Ok(clock) = event.before.parse() {
            adopted.entry(clock).or_default().insert(event.request);
        }
    }
    adopted
}

fn taken_by(adopted: &Adopted, clock: ClockId, request: RequestId) -> bool {
    adopted.get(&clock).is_some_and(|of| of.contains(&request))
}

fn hear(life: &mut Life, event: &Event, adopted: &Adopted) -> Result<(), String> {
    match event.name.as_str() {
        "state" => {
            life.state = event
                .after
                .parse()
                .map_err(|_| format!("a state {:?}", event.after))?;
        }
        "clock_started" | "clock_resumed" | "clock_adopted" => {
            let clock = event
                .before
                .parse()
                .map_err(|_| format!("a clock {:?}", event.before))?;
            let left = |runs: ClockId| {
                let takers = adopted.get(&runs);
                takers.is_some_and(|takers| takers.iter().any(|taker| *taker != event.request))
            };
            if life.running.is_some_and(|runs| runs != clock && !left(runs)) {
                return Err(format!("request {} has two clocks", event.request));
            }
            life.running = Some(clock);
        }
        "clock_ended" | "merged" => life.running = None,
        "split_from" => life.part = true,
        _ => {}
    }
    Ok(())
}
