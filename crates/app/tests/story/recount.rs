//! The recount: the events are told again from the first to the last, and what they say is compared with every row,
//! count and figure that the product keeps or shows.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_core::hours::Schedule;
use anteroom_core::ids::{ClockId, EntryId, RequestId};
use anteroom_core::requests::{Door, EntryKind, Outcome, State, Urgency};
use anteroom_core::{Span, Time};
use anteroom_store::recount::{Entry, Event, Request, Rows, Spell};

use crate::house::House;

mod figures;

/// What the events say of a request.
#[derive(Debug, Default)]
struct Life {
    states: Vec<(Time, i64, State)>,
    /// When, at which version and how it came to stand: its state, and whether it counted as open.
    stands: Vec<(Time, i64, (State, bool))>,
    member: String,
    team: String,
    patient: String,
    merged_into: String,
    /// Where it was ever joined to, or taken out of: its words may have been heard there.
    elsewhere: BTreeSet<RequestId>,
    split_from: String,
    links: BTreeSet<String>,
    moved: BTreeSet<EntryId>,
    entries: BTreeMap<(EntryId, &'static str), Time>,
    heard_at: BTreeSet<i64>,
    running_at: BTreeSet<i64>,
    last_version: i64,
}

/// What the events say of a clock.
#[derive(Debug, Clone, Copy)]
struct Ran {
    request: RequestId,
    started_at: Time,
    ended: Option<(Time, Outcome)>,
    /// When its end was written down: hours that change later don't matter to it.
    noticed_at: Time,
    warned_at: Option<Time>,
}

#[derive(Debug, Default)]
struct Told {
    lives: BTreeMap<RequestId, Life>,
    clocks: BTreeMap<ClockId, Ran>,
}

/// Fails if any row says anything else than the events do.
pub async fn holds(house: &House) {
    let rows = house.rows().await;
    let mut told = Told::default();
    for event in &rows.events {
        told.hear(event);
    }
    assert_eq!(told.lives.len(), rows.requests.len(), "every request has events");
    for request in &rows.requests {
        request_holds(request, &told, &rows);
    }
    clocks_hold(house, &told, &rows);
    for entry in &rows.entries {
        entry_holds(entry, &told, &rows);
    }
    figures::counts_hold(house, &told, &rows).await;
    figures::report_holds(house, &rows).await;
    figures::queue_holds(house, &rows).await;
}

fn instant(micros: &str) -> Time {
    Time::from_micros(micros.parse().expect("an instant"))
}

impl Told {
    fn hear(&mut self, event: &Event) {
        let (before, after) = (event.before.as_str(), event.after.as_str());
        let life = self.lives.entry(event.request).or_default();
        assert!(
            event.version >= life.last_version,
            "events are in the order of versions"
        );
        life.last_version = event.version;
        match event.name.as_str() {
            "state" => {
                let was = life.states.last().map_or(State::New, |(_, _, state)| *state);
                assert_eq!(before, was.as_str(), "a state is left as it was entered");
                life.states
                    .push((event.at, event.version, after.parse().expect("a state")));
            }
            "assigned" => change(&mut life.member, before, after),
            "teamed" => change(&mut life.team, before, after),
            "merged" => {
                life.elsewhere.insert(after.parse().expect("a request"));
                change(&mut life.merged_into, "", after);
            }
            "unmerged" => change(&mut life.merged_into, before, ""),
            "split_from" => {
                life.elsewhere.insert(after.parse().expect("a request"));
                change(&mut life.split_from, "", after);
            }
            "moved" => {
                life.moved.insert(after.parse().expect("an entry"));
            }
            "linked" => assert!(life.links.insert(after.to_owned()), "linked twice"),
            "unlinked" => assert!(life.links.remove(before), "no link to take away"),
            "joined" | "parted" | "split" | "kind" | "urgency" | "no_reply" | "scheduling" | "alerted"
            | "rung" | "acknowledged" => {}
            "about" => change(&mut life.patient, before, after),
            name if name.starts_with("clock_") => self.hear_clock(name, event),
            name => life.hear_entry(name, event),
        }
        let runs = self.running(event.request).is_some();
        let life = self.lives.get_mut(&event.request).expect("heard just now");
        if runs {
            life.running_at.insert(event.version);
        } else {
            life.running_at.remove(&event.version);
        }
        life.stand(event, runs);
    }

    fn hear_clock(&mut self, name: &str, event: &Event) {
        let id: ClockId = event.before.parse().expect("a clock's events name it");
        if name == "clock_started" {
            assert_eq!(self.running(event.request), None, "one clock at most");
            let ran = Ran {
                request: event.request,
                started_at: instant(&event.after),
                ended: None,
                noticed_at: event.at,
                warned_at: None,
            };
            assert!(self.clocks.insert(id, ran).is_none(), "a clock starts once");
            return;
        }
        if name == "clock_resumed" || name == "clock_adopted" {
            assert_eq!(self.running(event.request), None, "one clock at most");
        }
        let ran = self.clocks.get_mut(&id).expect("a clock that started");
        match name {
            "clock_ended" => {
                let (outcome, at) = event.after.split_once(' ').expect("how and when");
                ran.ended = Some((instant(at), outcome.parse().expect("an outcome")));
                ran.noticed_at = event.at;
            }
            "clock_resumed" | "clock_adopted" => {
                assert_eq!(ran.started_at, instant(&event.after), "it keeps its start");
                (ran.request, ran.ended) = (event.request, None);
            }
            "clock_warned" => {
                assert_eq!(ran.warned_at.replace(event.at), None, "it warns once");
            }
            "clock_calmed" => {
                assert!(ran.warned_at.take().is_some(), "it warned before");
            }
            "clock_moved" => assert_eq!(ran.ended, None, "only a running clock moves"),
            "clock_retargeted" => assert_eq!(ran.ended, None, "only a running clock has another target"),
            other => panic!("an event of an unknown name: {other}"),
        }
    }

    /// A request and those that it was ever joined to or taken out of.
    fn ways(&self, request: RequestId) -> Vec<&Life> {
        let (mut seen, mut next) = (BTreeSet::new(), vec![request]);
        while let Some(id) = next.pop() {
            if seen.insert(id) {
                next.extend(&self.lives[&id].elsewhere);
            }
        }
        seen.iter().map(|id| &self.lives[id]).collect()
    }

    fn running(&self, request: RequestId) -> Option<ClockId> {
        let mut running = self
            .clocks
            .iter()
            .filter(|(_, ran)| ran.request == request && ran.ended.is_none());
        running.next().map(|(id, _)| *id)
    }
}

fn change(field: &mut String, before: &str, after: &str) {
    assert_eq!(field, before, "a field is left as it was set");
    after.clone_into(field);
}

impl Life {
    fn hear_entry(&mut self, name: &str, event: &Event) {
        let known = [
            "heard",
            "thanked",
            "reheard",
            "replied",
            "settled",
            "retracted",
            "attempted",
            "noted",
        ];
        let name = known
            .into_iter()
            .find(|known| *known == name)
            .expect("a name that is known");
        let entry = if name == "retracted" {
            &event.before
        } else {
            &event.after
        };
        let entry = entry.parse().expect("an entry");
        let again = self.entries.insert((entry, name), event.at);
        assert_eq!(again, None, "{name} twice");
        if matches!(name, "heard" | "reheard") {
            self.heard_at.insert(event.version);
        }
    }

    fn said(&self, entry: EntryId, name: &'static str) -> Option<Time> {
        self.entries.get(&(entry, name)).copied()
    }

    /// How it stands after an event; all events of a version happen at once.
    fn stand(&mut self, event: &Event, runs: bool) {
        let Some(&(.., state)) = self.states.last() else {
            return;
        };
        let stand = (state, runs || matches!(state, State::New | State::Open));
        self.stands.pop_if(|(_, version, _)| *version == event.version);
        if self.stands.last().is_none_or(|(.., before)| *before != stand) {
            self.stands.push((event.at, event.version, stand));
        }
    }

    /// How it stood at an instant; nothing before it was asked and after it was closed for good.
    fn stood_at(&self, at: Time) -> Option<(State, bool)> {
        let stand = self.stands.iter().rev().find(|(from, ..)| *from <= at)?.2;
        (stand.0 != State::Closed).then_some(stand)
    }

    fn spells(&self) -> Vec<Spell> {
        let untils = self.stands.iter().skip(1).map(|(at, ..)| *at).chain([Time::MAX]);
        let spells = self.stands.iter().zip(untils);
        let spells = spells.map(|(&(from, version, (state, waits)), until)| Spell {
            version,
            state,
            waits,
            from,
            until,
        });
        spells.filter(|spell| spell.state != State::Closed).collect()
    }
}

fn request_holds(request: &Request, told: &Told, rows: &Rows) {
    let number = request.number;
    let life = &told.lives[&request.id];
    let ids = [
        (request.member.map(|id| id.to_string()), &life.member),
        (request.team.map(|id| id.to_string()), &life.team),
        (request.patient.map(|id| id.to_string()), &life.patient),
        (request.merged_into.map(|id| id.to_string()), &life.merged_into),
    ];
    for (kept, told) in ids {
        assert_eq!(&kept.unwrap_or_default(), told, "whose #{number} is");
    }
    assert!(life.last_version <= request.version, "version of #{number}");
    let acts = rows.audited.get(&request.id);
    assert_eq!(
        acts,
        Some(&request.version),
        "one row of the audit an act, #{number}"
    );
    let spells = rows.spells.get(&request.id);
    assert_eq!(spells, Some(&life.spells()), "spells of #{number}");
    state_holds(request, life);
    let running = told.running(request.id);
    let waits = matches!(request.state, State::New | State::Open) || running.is_some();
    assert_eq!(request.waits, waits, "#{number} waits");
    let clock = rows.clocks.iter().find(|clock| Some(clock.id) == running);
    let unclocked = match request.urgency {
        Urgency::Urgent => Time::MAX - Span::from_micros(1),
        _ => Time::MAX,
    };
    let due_at = clock.map_or(unclocked, |clock| clock.due_at);
    assert_eq!(request.due_at, due_at, "due time of #{number}");
    let staff = matches!(request.door, Door::Phone | Door::Counter);
    let mut clocks = told.clocks.values();
    let first = clocks.any(|ran| ran.started_at == request.opened_at);
    let part = !life.split_from.is_empty();
    assert!(
        staff || first || part,
        "#{number} has no clock, and no member started it"
    );
    for other in &life.links {
        let other: RequestId = other.parse().expect("a request");
        let theirs = &told.lives[&other].links;
        assert!(
            theirs.contains(&request.id.to_string()),
            "#{number} is linked one way"
        );
    }
    let unheard = life.heard_at.difference(&life.running_at).next();
    assert_eq!(unheard, None, "words of #{number} wait without a clock");
}

/// The state, and the fields that belong to it.
fn state_holds(request: &Request, life: &Life) {
    let number = request.number;
    let (since, _, state) = *life.states.last().expect("it began");
    assert_eq!(request.state, state, "state of #{number}");
    let waiting = (state == State::Waiting).then_some(since);
    assert_eq!(request.waiting_since, waiting, "#{number} waits since");
    let snoozed = state == State::Snoozed;
    assert_eq!(
        request.snoozed_until.is_some(),
        snoozed,
        "#{number} is snoozed until"
    );
    let mut back = life.states.iter().rev();
    let resolved = back.find(|(.., state)| *state == State::Resolved);
    let resolved = match state {
        State::Resolved | State::Closed => resolved.map(|(at, ..)| *at).or(Some(since)),
        _ => None,
    };
    // One that was joined may have been resolved and reopened before.
    if request.merged_into.is_none() {
        assert_eq!(request.resolved_at, resolved, "#{number} is resolved at");
    }
}

/// The hours that count at an instant at which something was written down.
fn in_force(house: &House, rows: &Rows, request: RequestId, at: Time) -> Schedule {
    let locations = house.locations.lock().expect("nobody panicked");
    let of = rows
        .requests
        .iter()
        .find(|row| row.id == request)
        .and_then(|row| row.location);
    if let Some(schedule) = of.and_then(|id| locations.get(&id)) {
        return schedule.clone();
    }
    let desk = house.hours.lock().expect("nobody panicked");
    let desk = desk.iter().rev().find(|(from, _)| *from <= at);
    desk.expect("hours from the beginning on").1.clone()
}

fn clocks_hold(house: &House, told: &Told, rows: &Rows) {
    assert_eq!(told.clocks.len(), rows.clocks.len(), "every clock has events");
    for clock in &rows.clocks {
        let ran = told.clocks[&clock.id];
        assert_eq!((clock.request, clock.started_at), (ran.request, ran.started_at));
        assert_eq!(clock.ended.map(|(at, outcome, _)| (at, outcome)), ran.ended);
        assert_eq!(clock.warned_at, ran.warned_at);
        let hours = in_force(
            house,
            rows,
            clock.request,
            if ran.ended.is_some() {
                ran.noticed_at
            } else {
                Time::MAX
            },
        );
        let Some((at, outcome, open)) = clock.ended else {
            let due_at = hours.after_open(clock.started_at, clock.target);
            assert_eq!(clock.due_at, due_at.unwrap_or(Time::MAX));
            continue;
        };
        assert!(at >= clock.started_at, "no clock ends before it starts");
        assert_eq!(
            open,
            hours.open_between(clock.started_at, at),
            "open time of an ended clock"
        );
        let reply = clock
            .entry
            .and_then(|id| rows.entries.iter().find(|entry| entry.id == id));
        match outcome {
            Outcome::Answered => {
                let reply = reply.expect("a reply answers");
                assert_eq!(
                    (reply.kind, reply.irrevocable_at.unwrap_or(reply.at)),
                    (EntryKind::Reply, at)
                );
            }
            Outcome::Missed => assert!(open > clock.target && reply.is_none()),
            Outcome::Withdrawn => assert!(open <= clock.target && reply.is_none()),
        }
    }
}

fn entry_holds(entry: &Entry, told: &Told, rows: &Rows) {
    let said = |name| told.lives[&entry.request].said(entry.id, name);
    // A joined request keeps its patient's later words; they were heard at its survivor.
    let said_on = |name| {
        let ways = told.ways(entry.request);
        ways.iter().find_map(|life| life.said(entry.id, name))
    };
    let home = entry.said_on.unwrap_or(entry.request);
    let request = rows
        .requests
        .iter()
        .find(|row| row.id == home)
        .expect("its request");
    let moved = told.lives[&entry.request].moved.contains(&entry.id);
    assert_eq!(moved, entry.said_on.is_some(), "a line is where the events say");
    match entry.kind {
        EntryKind::Patient => {
            let by_staff =
                matches!(request.door, Door::Phone | Door::Counter) && entry.at == request.opened_at;
            let heard = said_on("heard").or(said_on("thanked"));
            assert!(by_staff || heard.is_some(), "words that nobody heard");
            let thanks = said_on("thanked").is_some() && said_on("reheard").is_none();
            assert_eq!(entry.thanks, thanks);
        }
        EntryKind::Reply => {
            assert_eq!(said("replied"), Some(entry.at));
            assert_eq!(said("settled"), entry.settled_at);
            assert_eq!(said("retracted"), entry.retracted_at);
            assert!(entry.settled_at.is_none() || entry.retracted_at.is_none());
        }
        EntryKind::Attempt => assert_eq!(said("attempted"), Some(entry.at)),
        EntryKind::Note => assert_eq!(said("noted"), Some(entry.at)),
        EntryKind::Automatic | EntryKind::Event => {}
    }
}
