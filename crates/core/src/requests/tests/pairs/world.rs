//! Requests that things are done to, and what was said to them: what a database would know.

use std::collections::BTreeMap;

use super::super::super::kinds::Code;
use super::super::super::merge::Joint;
use super::super::super::split::Line;
use super::*;

/// A line of the patient's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub(super) line: Line,
    pub(super) home: usize,
    /// Its place in the order of all that was said.
    pub(super) turn: usize,
    pub(super) waits: bool,
}

/// A request of the world.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) request: Request,
    pub(super) log: Vec<(i64, Change)>,
    pub(super) joint: Option<(usize, i64, Joint)>,
    /// The turn of the reply on its way, or of the last one.
    pub(super) replied: usize,
    /// How it stood before the last act on it.
    pub(super) before: Request,
    /// Which lines waited then.
    pub(super) waited: Vec<EntryId>,
    pub(super) spell: Stand,
}

#[derive(Debug, Clone)]
pub(super) struct World {
    pub(super) nodes: Vec<Node>,
    pub(super) said: Vec<Said>,
    pub(super) clocks: BTreeMap<ClockId, Clock>,
    pub(super) linked: bool,
    pub(super) now: Time,
    pub(super) turn: usize,
    pub(super) ids: u64,
    pub(super) rules: Rules,
    pub(super) hours: Schedule,
}

pub(super) type Did = Result<(), Refusal>;

impl World {
    pub(super) fn new() -> Self {
        let mut world = Self {
            nodes: Vec::new(),
            said: Vec::new(),
            clocks: BTreeMap::new(),
            linked: false,
            now: at("Mon 09:00"),
            turn: 0,
            ids: 0,
            rules: Rules::default(),
            hours: open("24/7"),
        };
        for number in [1042, 1043] {
            let entry = EntryId(world.id());
            let words = Words {
                entry,
                at: world.now,
                thanks: false,
                clock: ClockId(world.id()),
            };
            let asked = Request::ask(&opening(number), &words, &world.rules, &world.hours);
            let (request, changes) = asked.expect("the practice has hours");
            world.begin(request, &changes);
            world.heard(entry, false, world.nodes.len() - 1);
            world.now = world.now + minutes(10);
        }
        world
    }

    pub(super) fn id(&mut self) -> [u8; 16] {
        self.ids += 1;
        let mut id = [0; 16];
        id[8..].copy_from_slice(&self.ids.to_be_bytes());
        id
    }

    pub(super) fn begin(&mut self, request: Request, changes: &[Change]) {
        self.nodes.push(Node {
            before: request.clone(),
            waited: Vec::new(),
            spell: request.spell,
            request,
            log: Vec::new(),
            joint: None,
            replied: 0,
        });
        self.follow(self.nodes.len() - 1, changes);
    }

    pub(super) fn heard(&mut self, entry: EntryId, thanks: bool, home: usize) {
        self.turn += 1;
        let line = Line {
            entry,
            at: self.now,
            thanks,
            moved: false,
        };
        self.said.push(Said {
            line,
            home,
            turn: self.turn,
            waits: !thanks,
        });
    }

    pub(super) fn root(&self, mut at: usize) -> usize {
        while let Some((into, ..)) = self.nodes[at].joint {
            at = into;
        }
        at
    }

    /// Writes down what an act changed.
    pub(super) fn follow(&mut self, at: usize, changes: &[Change]) {
        let version = self.nodes[at].request.version;
        let closed = changes.iter().any(|change| matches!(change, Change::NoReply(_)));
        for change in changes {
            match *change {
                Change::ClockStarted(clock)
                | Change::ClockResumed(clock)
                | Change::ClockAdopted(clock)
                | Change::ClockRetargeted(clock) => {
                    self.clocks.insert(clock.id, clock);
                }
                Change::ClockEnded { entry, .. } if entry.is_some() || closed => {
                    let until = if closed { self.turn } else { self.nodes[at].replied };
                    let homes: Vec<bool> = (0..self.nodes.len()).map(|home| self.root(home) == at).collect();
                    for said in &mut self.said {
                        said.waits &= !homes[said.home] || said.turn > until;
                    }
                }
                Change::Spell(stand) => self.nodes[at].spell = stand,
                _ => {}
            }
            self.nodes[at].log.push((version, *change));
        }
    }

    /// Whoever loads a request settles a reply whose undo is over.
    pub(super) fn settled(&mut self, at: usize) {
        let next = ClockId(self.id());
        let (now, rules, hours) = (self.now, self.rules, self.hours.clone());
        let request = &mut self.nodes[at].request;
        if let Some(pending) = request.pending.filter(|pending| pending.irrevocable_at <= now) {
            let changes = request
                .settle(pending.irrevocable_at, next, &rules, &hours)
                .expect("its undo is over");
            self.follow(at, &changes);
        }
    }

    /// One act on one request.
    pub(super) fn one(&mut self, at: usize, act: impl FnOnce(&mut Request, &Self) -> Done) -> Did {
        let frozen = self.clone();
        let request = &mut self.nodes[at].request;
        let before = request.clone();
        match act(request, &frozen) {
            Ok(changes) => {
                assert_eq!(request.version, before.version + 1);
                self.nodes[at].before = before;
                let waited = frozen.said.iter().filter(|said| said.waits);
                self.nodes[at].waited = waited.map(|said| said.line.entry).collect();
                self.follow(at, &changes);
                Ok(())
            }
            Err(refusal) => {
                assert_eq!(*request, before, "a refused act changes nothing");
                Err(refusal)
            }
        }
    }

    /// One act on two requests.
    pub(super) fn two<T>(
        &mut self,
        (one, other): (usize, usize),
        act: impl FnOnce(&mut Request, &mut Request, &Self) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let frozen = self.clone();
        let mut pair = (self.nodes[one].request.clone(), self.nodes[other].request.clone());
        let before = pair.clone();
        let done = act(&mut pair.0, &mut pair.1, &frozen);
        if done.is_err() {
            assert_eq!(pair, before, "a refused act changes nothing");
        } else {
            assert_eq!(pair.0.version, before.0.version + 1);
            assert_eq!(pair.1.version, before.1.version + 1);
            (self.nodes[one].before, self.nodes[other].before) = before;
            (self.nodes[one].request, self.nodes[other].request) = pair;
        }
        done
    }

    pub(super) fn perform(&mut self, act: Act) -> Did {
        let named = match act {
            Act::Say(at) | Act::Thanks(at) | Act::Unmerge(at) => {
                [at, self.root(at.min(self.nodes.len() - 1))]
            }
            Act::Merge(one, other) | Act::Link(one, other) | Act::Unlink(one, other) => [one, other],
            Act::Reply(at, ..)
            | Act::TakeBack(at)
            | Act::Note(at)
            | Act::Assign(at)
            | Act::Snooze(at)
            | Act::Reopen(at)
            | Act::Resolve(at, _)
            | Act::Lapse(at)
            | Act::Warn(at)
            | Act::Split(at)
            | Act::Retag(at, _)
            | Act::Revert(at) => [at, at],
        };
        if named.iter().any(|at| *at >= self.nodes.len()) {
            return Err(Refusal::AlreadySo);
        }
        for at in named {
            self.settled(at);
        }
        self.done(act)
    }

    pub(super) fn done(&mut self, act: Act) -> Did {
        let now = self.now;
        match act {
            Act::Say(at) => self.say(at, false),
            Act::Thanks(at) => self.say(at, true),
            Act::Reply(at, via, after) => self.reply(at, via, after),
            Act::TakeBack(at) => self.one(at, |request, _| {
                let entry = request.pending.map_or(EntryId([0; 16]), |pending| pending.entry);
                request.take_back(entry, now)
            }),
            Act::Note(at) => self.one(at, |request, _| request.note(EntryId([5; 16]))),
            Act::Assign(at) => self.one(at, |request, _| request.assign(Some(BEN), None, now)),
            Act::Snooze(at) => self.one(at, |request, _| {
                let until = now + Span::from_hours(3);
                request.snooze(Snooze { at: now, until })
            }),
            Act::Reopen(at) => self.one(at, |request, _| request.reopen(now)),
            Act::Resolve(at, reason) => self.one(at, |request, world| {
                let seen = request.version;
                let closing = Closing {
                    at: now,
                    reason,
                    seen,
                };
                request.resolve(&closing, &world.hours)
            }),
            Act::Lapse(at) => self.one(at, |request, world| request.lapse(now, &world.rules)),
            Act::Warn(at) => self.one(at, |request, world| request.warn(now, &world.rules, &world.hours)),
            Act::Merge(into, joined) => self.merge(into, joined),
            Act::Unmerge(at) => self.unmerge(at),
            Act::Split(at) => self.split(at),
            Act::Link(one, other) => self.link((one, other), true),
            Act::Unlink(one, other) => self.link((one, other), false),
            Act::Retag(at, urgency) => self.one(at, |request, world| {
                let kind = Code::new("other").expect("a code");
                let retag = Retag {
                    at: now,
                    urgency,
                    kind: (kind, kind),
                };
                request.retag(&retag, &world.rules, &world.hours)
            }),
            Act::Revert(at) => self.revert(at),
        }
    }

    pub(super) fn say(&mut self, home: usize, thanks: bool) -> Did {
        let (entry, clock) = (EntryId(self.id()), ClockId(self.id()));
        let words = Words {
            entry,
            at: self.now,
            thanks,
            clock,
        };
        let root = self.root(home);
        let (rules, hours) = (self.rules, self.hours.clone());
        match self.nodes[root].request.hear(&words, &rules, &hours) {
            Heard::Here(changes) => {
                self.heard(entry, thanks, home);
                self.follow(root, &changes);
                Ok(())
            }
            Heard::Anew => Err(Refusal::Closed),
            Heard::AtSurvivor(_) => panic!("the survivor hears"),
        }
    }

    pub(super) fn reply(&mut self, at: usize, via: Via, after: After) -> Did {
        let (entry, now) = (EntryId(self.id()), self.now);
        let replied = std::mem::replace(&mut self.nodes[at].replied, self.turn);
        let done = self.one(at, |request, world| {
            let reply = Reply {
                entry,
                by: ANNA,
                at: now,
                via,
                after,
                seen: request.version,
            };
            request.reply(&reply, &world.hours)
        });
        if done.is_err() {
            self.nodes[at].replied = replied;
        }
        done
    }

    pub(super) fn holds(&self) {
        let mut running: Vec<ClockId> = Vec::new();
        for (at, node) in self.nodes.iter().enumerate() {
            let request = &node.request;
            assert_eq!(request.merged_into.is_some(), node.joint.is_some());
            assert_eq!(request.spell, node.spell, "no act forgets its spell");
            assert_eq!(request.spell.waits, request.waits_for_practice());
            assert_eq!(request.waiting_since.is_some(), request.state == State::Waiting);
            assert_eq!(request.snoozed_until.is_some(), request.state == State::Snoozed);
            assert!(request.spoke.version <= request.version);
            assert!(
                node.joint.is_none() || request.clock.is_none(),
                "#{at} is joined and counts"
            );
            running.extend(request.clock.map(|clock| clock.id));
        }
        let clocks = running.len();
        running.sort();
        running.dedup();
        assert_eq!(running.len(), clocks, "a clock runs on one request");
        for said in self.said.iter().filter(|said| said.waits) {
            let root = &self.nodes[self.root(said.home)].request;
            let covered = root.clock.is_some_and(|clock| clock.started_at <= said.line.at);
            assert!(covered, "words of {:?} wait without a clock", said.line.at);
        }
    }
}
