//! The phones of a world: families call, hold, are answered by whoever is on the line, or give up; at night a service or the
//! tone answers. Decides when a caller rings, how patient they are and how long they talk; what is counted of it is the
//! product's business.

use std::collections::BTreeMap;

use anteroom_app::calls::{self, Event, How, What};
use anteroom_app::{Failure, roster};
use anteroom_core::ids::LineId;
use anteroom_core::{Span, Time};
use rand::RngExt;

use super::thread::Thread;
use super::{Deed, World};

/// A greeting is over after so many seconds.
const GREETING: Span = Span::from_secs(6);
/// How long somebody who is free takes to pick up, in seconds, at most.
const PICK_UP: i64 = 14;
/// A call lasts three minutes and a half in the middle, in seconds.
const TALK: (i64, i64) = (60, 360);
/// Callers whom nobody answers hang up after so many seconds, in the middle of both.
const PATIENCE: (i64, i64) = (20, 260);

/// Where the phones stand.
#[derive(Debug, Default)]
pub(super) struct Phones {
    /// When everybody on a line's shift is free again.
    seats: BTreeMap<(usize, usize), Vec<Time>>,
    /// Calls whose end is still to be told, by what names them.
    coming: BTreeMap<u64, (Vec<Event>, Thread)>,
    /// Whether each part of a call is told when it happens: while somebody watches. Else all of it at its end.
    live: bool,
}

impl Phones {
    /// Tells the parts of calls as they happen from now on.
    pub(super) fn watch(&mut self) {
        self.live = true;
    }

    /// So many people of a line's shift are there.
    fn seats(&mut self, shift: (usize, usize), people: usize, now: Time) {
        self.seats.insert(shift, vec![now; people]);
    }

    /// Who of a line is free first, and when.
    fn first(&mut self, line: usize) -> Option<&mut Time> {
        let of_line = self.seats.range_mut((line, 0)..=(line, usize::MAX));
        of_line.flat_map(|(_, free)| free).min()
    }
}

impl World {
    /// Signs those in whose shift on the phones begins, and out those whose shift is over.
    pub(super) async fn man(&mut self, (line, shift): (usize, usize), here: bool) -> Result<(), Failure> {
        let Some(phone) = self.house.phones.get(line).cloned() else {
            return Ok(());
        };
        let people = &phone.shifts[shift];
        let off = if here && self.few() { people.len() / 2 } else { 0 };
        for desk in &people[off..] {
            self.done(async |app| {
                if here {
                    roster::sign_in(&app, desk, phone.line).await
                } else {
                    roster::sign_out(&app, desk, phone.line).await
                }
            })
            .await?;
        }
        let seats = if here { people.len() - off } else { 0 };
        self.phones.seats((line, shift), seats, self.now);
        Ok(())
    }

    /// A family calls.
    pub(super) async fn ring(&mut self) -> Result<(), Failure> {
        if self.house.phones.is_empty() {
            return self.ask().await;
        }
        let at = if self.one_in(3) {
            self.house.phones.len() - 1
        } else {
            0
        };
        let (name, line) = (self.house.phones[at].name.clone(), self.house.phones[at].line);
        let thread = self.somebody();
        let family = thread.family.and_then(|index| self.families.get(index));
        let caller = family.map_or_else(String::new, |family| family.phone.clone());
        let caller = if self.one_in(12) { String::new() } else { caller };
        self.counter += 1;
        let key = self.counter;
        let told = |at: Time, what: What| Event {
            call: format!("harbor-{key}"),
            at,
            what,
            line: name.clone(),
            caller: caller.clone(),
        };
        let mut events = vec![told(self.now, What::Arrived)];
        let open = self.hours.is_open(self.now);
        if open {
            let queued = self.now + GREETING;
            events.push(told(queued, What::Queued));
            events.extend(
                self.taken(at, queued)
                    .into_iter()
                    .map(|(at, what)| told(at, what)),
            );
        } else {
            events.extend(self.closed(&thread).into_iter().map(|(at, what)| told(at, what)));
        }
        self.tell(key, (line, events), thread).await
    }

    /// What becomes of a caller in the queue.
    fn taken(&mut self, line: usize, queued: Time) -> Vec<(Time, What)> {
        let patience = self.between(PATIENCE.0, PATIENCE.1);
        let (picks, talks) = (self.between(2, PICK_UP), self.between(TALK.0, TALK.1));
        let way = self.chance.random_range(0..20);
        let first = self.phones.first(line);
        let ready = first.as_ref().map(|free| (**free).max(queued) + picks);
        if let Some((at, free)) = ready.filter(|at| at.since(queued) <= patience).zip(first) {
            *free = at + talks;
            return vec![(at, What::Answered(String::new())), (at + talks, What::Ended)];
        }
        let gone = queued + patience;
        let how = match way {
            0..3 => Some((How::Callback, String::new())),
            3 => Some((How::Text, String::new())),
            _ => None,
        };
        let left = how.map(|(how, words)| (gone, What::Left(how, words)));
        left.into_iter().chain([(gone, What::Ended)]).collect()
    }

    /// What becomes of a caller while the line is closed: the service takes most of them.
    fn closed(&mut self, thread: &Thread) -> Vec<(Time, What)> {
        let after = self.now + GREETING + self.between(5, 25);
        let left = match self.chance.random_range(0..10) {
            0..7 => Some((How::Overflow, String::new())),
            7..9 => Some((How::Voicemail, thread.tell(&mut self.chance, "called"))),
            _ => None,
        };
        let left = left.map(|(how, words)| (after, What::Left(how, words)));
        left.into_iter()
            .chain([(after + Span::from_secs(40), What::Ended)])
            .collect()
    }

    /// Tells of a call: now what happened by now, the rest when it happens, or all of it at its end.
    async fn tell(
        &mut self,
        key: u64,
        (line, mut events): (LineId, Vec<Event>),
        thread: Thread,
    ) -> Result<(), Failure> {
        let Some(last) = events.last().map(|event| event.at) else {
            return Ok(());
        };
        if !self.phones.live {
            self.phones.coming.insert(key, (events, thread));
            self.plan(last, Deed::Told(key, line));
            return Ok(());
        }
        let now = self.now;
        let later = events.split_off(events.partition_point(|event| event.at <= now));
        if let Some(next) = later.first().map(|event| event.at) {
            self.phones.coming.insert(key, (later, thread.clone()));
            self.plan(next, Deed::Told(key, line));
        }
        self.hear(events, thread).await
    }

    /// The next part of a call, or all of it, is told.
    pub(super) async fn told(&mut self, key: u64, line: LineId) -> Result<(), Failure> {
        match self.phones.coming.remove(&key) {
            Some((events, thread)) if self.phones.live => self.tell(key, (line, events), thread).await,
            Some((events, thread)) => self.hear(events, thread).await,
            None => Ok(()),
        }
    }

    /// The phone system posts it; whoever was lost waits for a clerk from now on.
    async fn hear(&mut self, events: Vec<Event>, thread: Thread) -> Result<(), Failure> {
        let practice = self.house.practice.clone();
        let opened = self
            .done(async |app| calls::heard(&app, &practice, &events).await)
            .await?;
        for number in opened.unwrap_or_default() {
            let mut lost = thread.clone();
            lost.number = number;
            self.acknowledged.entry(number).or_default();
            self.threads.push(lost);
            self.waits(self.threads.len() - 1, false);
        }
        self.alarmed().await
    }
}
