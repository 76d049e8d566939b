//! Acts on two requests, and the ways back: what a use case gathers before it asks core.

use super::super::super::kinds::Code;
use super::super::super::link::{link, unlink};
use super::super::super::split::{Lines, split};
use super::super::super::unmerge::{Since, unmerge};
use super::world::{Did, Said, World};
use super::*;

impl World {
    pub(super) fn merge(&mut self, into: usize, joined: usize) -> Did {
        if into == joined {
            return Err(Refusal::Same);
        }
        let merged = self.two((into, joined), |survivor, joined, world| {
            merge(
                survivor,
                joined,
                world.now,
                &world.rules,
                (&world.hours, &world.hours),
            )
        })?;
        self.follow(joined, &merged.joined);
        self.follow(into, &merged.survivor);
        let version = self.nodes[into].request.version;
        self.nodes[joined].joint = Some((into, version, merged.joint));
        Ok(())
    }

    pub(super) fn since(&self, joined: usize) -> Option<(usize, Since)> {
        let (into, version, joint) = self.nodes[joined].joint?;
        let later = self.nodes[into].log.iter().filter(|(made, _)| *made > version);
        let later: Vec<Change> = later.map(|(_, change)| *change).collect();
        let clock = |id: Option<ClockId>| id.map(|id| self.clocks[&id]);
        let heard = |side: usize| {
            let asks = |said: &&Said| {
                let came = |change: &Change| *change == Change::Heard(said.line.entry);
                let mut home = said.home;
                while home != side && self.nodes[home].joint.is_some() && home != joined {
                    home = self.nodes[home].joint.expect("joined").0;
                }
                home == side && later.iter().any(came)
            };
            self.said.iter().filter(asks).map(|said| said.line.at).min()
        };
        let others = self.nodes.iter().filter_map(|node| node.joint);
        Some((
            into,
            Since {
                prior: joint.prior,
                clocks: (clock(joint.clocks.0), clock(joint.clocks.1)),
                heard: (heard(into), heard(joined)),
                answered: later.iter().any(|change| matches!(change, Change::Settled(_))),
                moved: later.iter().any(|change| matches!(change, Change::State { .. })),
                joined_later: others.into_iter().any(|(of, at, _)| of == into && at > version),
            },
        ))
    }

    pub(super) fn unmerge(&mut self, joined: usize) -> Did {
        let (into, since) = self.since(joined).ok_or(Refusal::NotJoined)?;
        let next = (ClockId(self.id()), ClockId(self.id()));
        let parted = self.two((into, joined), |survivor, joined, world| {
            let hours = (&world.hours, &world.hours);
            unmerge(survivor, joined, &since, next, world.now, &world.rules, hours)
        })?;
        self.nodes[joined].joint = None;
        self.follow(joined, &parted.joined);
        self.follow(into, &parted.survivor);
        Ok(())
    }

    /// The last line that can leaves.
    pub(super) fn split(&mut self, at: usize) -> Did {
        let mine: Vec<Said> = self
            .said
            .iter()
            .filter(|said| self.root(said.home) == at)
            .copied()
            .collect();
        let last = mine.iter().rposition(|said| !said.line.moved).unwrap_or(0);
        let lines = |leaves: bool| {
            let side = mine.iter().enumerate().filter(|(at, _)| (*at == last) == leaves);
            side.map(|(_, said)| said.line).collect::<Vec<_>>()
        };
        let (leave, stay) = (lines(true), lines(false));
        let number = 1042 + i64::try_from(self.nodes.len()).expect("few");
        let next = ClockId(self.id());
        let mut part = None;
        let out = &mut part;
        self.one(at, |request, world| {
            let lines = Lines {
                leave: &leave,
                stay: &stay,
            };
            let done = split(request, &opening(number), lines, next, &world.rules, &world.hours)?;
            *out = Some((done.part, done.begun));
            Ok(done.rest)
        })?;
        let (request, begun) = part.expect("split");
        let home = self.nodes.len();
        let entry = leave[0].entry;
        for said in self.said.iter_mut().filter(|said| said.line.entry == entry) {
            (said.home, said.line.moved) = (home, true);
        }
        self.begin(request, &begun);
        Ok(())
    }

    pub(super) fn link(&mut self, pair: (usize, usize), stands: bool) -> Did {
        let was = self.linked;
        let linked = self.two(pair, |one, other, _| {
            if stands {
                link(one, other, was, (0, 0))
            } else {
                unlink(one, other, was)
            }
        })?;
        self.linked = stands;
        self.follow(pair.0, &linked.one);
        self.follow(pair.1, &linked.other);
        Ok(())
    }

    /// The last act on a request is taken back, if it is one that can be.
    pub(super) fn revert(&mut self, at: usize) -> Did {
        let node = &self.nodes[at];
        let version = node.request.version;
        let mut last = node.log.iter().filter(|(made, _)| *made == version);
        let deeds = last.clone().all(|(_, change)| {
            matches!(
                change,
                Change::Assigned { .. }
                    | Change::State { .. }
                    | Change::Spell(_)
                    | Change::NoReply(_)
                    | Change::ClockEnded { .. }
                    | Change::Urgency { .. }
                    | Change::ClockRetargeted(_)
                    | Change::ClockCalmed(_)
            )
        });
        if !deeds || last.next().is_none() || node.before.version + 1 != version {
            return Err(Refusal::MovedOn);
        }
        let was = node.before.clone();
        let waited = node.waited.clone();
        let kind = Code::new("other").expect("a code");
        let before = Before {
            state: was.state,
            snoozed_until: was.snoozed_until,
            member: was.member,
            team: was.team,
            urgency: was.urgency,
            kind: (kind, kind),
            clock: was.clock,
        };
        let now = self.now;
        self.one(at, |request, world| {
            request.revert(&before, now, &world.rules, &world.hours)
        })?;
        let homes: Vec<bool> = (0..self.nodes.len()).map(|home| self.root(home) == at).collect();
        for said in &mut self.said {
            said.waits |= homes[said.home] && waited.contains(&said.line.entry);
        }
        Ok(())
    }
}
