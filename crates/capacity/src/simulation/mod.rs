//! A queue played event by event: things come in, wait, are done by people who come and go, or give up. Must not decide who is
//! next: that is the [`Discipline`]'s, so that the rule which a desk works by is the rule that is played.

mod discipline;
mod source;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::chance::Chance;
use crate::fault::{Fault, from_zero};
use crate::limits;

pub use discipline::{Discipline, Earliest, Fifo, Ticket};
pub use source::{Listed, Rates, Source, Stream, Streams};

/// One thing to do. Times are in seconds from the beginning of the play.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Job {
    /// When it comes in.
    pub at: f64,
    /// How long it takes.
    pub handling: f64,
    /// How long it waits before it gives up; infinite if it never does.
    pub patience: f64,
    /// When it should be taken up.
    pub due: f64,
    /// What it is of; lower is more pressing.
    pub class: u32,
}

/// How many people there are from a time on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// From when.
    pub from: f64,
    /// How many.
    pub people: u32,
}

/// Something that happened to a job.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seen {
    /// It came in.
    Came,
    /// Somebody took it up, after it had waited so long.
    Began {
        /// Seconds.
        waited: f64,
    },
    /// It gave up, after it had waited so long.
    GaveUp {
        /// Seconds.
        waited: f64,
    },
    /// It is done.
    Done,
}

/// A time that orders: never a NaN, since all times are sums of checked ones.
#[derive(Debug, Clone, Copy, PartialEq)]
struct At(f64);

impl Eq for At {}

impl PartialOrd for At {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for At {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// The floor as it stands at an instant of the play.
struct Floor<'a, D, F> {
    discipline: D,
    seen: F,
    shifts: &'a [Shift],
    people: u32,
    busy: u32,
    ends: BinaryHeap<Reverse<(At, u32)>>,
    patience: BinaryHeap<Reverse<(At, u32)>>,
    /// The jobs by number; taken out of the queue when their time of waiting ends.
    jobs: Vec<(Job, bool)>,
}

/// Plays `source` before the people of `shifts` (by time; nobody before the first) until nothing happens any more or `until`,
/// and tells `seen` all that happens, in the order of time.
///
/// Who is at work when a shift ends finishes what they do. At one instant people come and go first, then work ends, then
/// patience, then something comes in.
pub fn play<D, S, C, F>(
    source: &mut S,
    discipline: D,
    shifts: &[Shift],
    until: f64,
    chance: &mut C,
    seen: F,
) -> Result<(), Fault>
where
    D: Discipline,
    S: Source,
    C: Chance,
    F: FnMut(f64, &Job, Seen),
{
    from_zero("the end of the play", until)?;
    let mut floor = Floor {
        discipline,
        seen,
        shifts,
        people: 0,
        busy: 0,
        ends: BinaryHeap::new(),
        patience: BinaryHeap::new(),
        jobs: Vec::new(),
    };
    let mut coming = source.next(chance);
    loop {
        let arrival = coming.as_ref().map_or(f64::INFINITY, |job| job.at);
        let at = floor.soonest().min(arrival);
        if at > until || at.is_infinite() {
            return Ok(());
        }
        if floor.happens(at) {
            continue;
        }
        if let Some(job) = coming.take() {
            if floor.jobs.len() >= limits::JOBS {
                return Err(Fault::TooMuch {
                    what: "the number of jobs",
                    is: f64::INFINITY,
                    most: 1e7,
                });
            }
            floor.comes(job);
            coming = source.next(chance);
        }
    }
}

impl<D: Discipline, F: FnMut(f64, &Job, Seen)> Floor<'_, D, F> {
    /// When something happens by itself: people come or go, work ends, patience ends.
    fn soonest(&self) -> f64 {
        let top = |heap: &BinaryHeap<Reverse<(At, u32)>>| {
            heap.peek().map_or(f64::INFINITY, |Reverse((at, _))| at.0)
        };
        let shift = self.shifts.first().map_or(f64::INFINITY, |shift| shift.from);
        shift.min(top(&self.ends)).min(top(&self.patience))
    }

    /// Lets one thing happen that happens by itself at this instant; nothing if there is none.
    fn happens(&mut self, at: f64) -> bool {
        if let Some((shift, later)) = self.shifts.split_first()
            && shift.from <= at
        {
            self.people = shift.people;
            self.shifts = later;
            while self.busy < self.people && self.take(at) {}
            return true;
        }
        if let Some(Reverse((_, id))) = self.ends.pop_if_at(at) {
            self.busy -= 1;
            (self.seen)(at, &self.jobs[id as usize].0, Seen::Done);
            if self.busy < self.people {
                self.take(at);
            }
            return true;
        }
        if let Some(Reverse((_, id))) = self.patience.pop_if_at(at) {
            let (job, waits) = &mut self.jobs[id as usize];
            if std::mem::take(waits) {
                (self.seen)(at, job, Seen::GaveUp { waited: job.patience });
            }
            return true;
        }
        false
    }

    fn comes(&mut self, job: Job) {
        let id = u32::try_from(self.jobs.len()).unwrap_or(u32::MAX);
        self.jobs.push((job, true));
        (self.seen)(job.at, &job, Seen::Came);
        self.discipline.join(Ticket {
            id,
            came: job.at,
            due: job.due,
            class: job.class,
        });
        let taken = self.busy < self.people && self.take(job.at);
        if !taken && job.patience.is_finite() {
            self.patience.push(Reverse((At(job.at + job.patience), id)));
        }
    }

    /// Whoever is next is taken up, if anybody waits.
    fn take(&mut self, at: f64) -> bool {
        while let Some(ticket) = self.discipline.next(at) {
            let (job, waits) = &mut self.jobs[ticket.id as usize];
            // Who gave up is still in the discipline's books.
            if std::mem::take(waits) {
                self.busy += 1;
                self.ends.push(Reverse((At(at + job.handling), ticket.id)));
                (self.seen)(at, job, Seen::Began { waited: at - job.at });
                return true;
            }
        }
        false
    }
}

trait PopIfAt {
    fn pop_if_at(&mut self, at: f64) -> Option<Reverse<(At, u32)>>;
}

impl PopIfAt for BinaryHeap<Reverse<(At, u32)>> {
    fn pop_if_at(&mut self, at: f64) -> Option<Reverse<(At, u32)>> {
        let due = self.peek().is_some_and(|Reverse((end, _))| end.0 <= at);
        if due { self.pop() } else { None }
    }
}

#[cfg(test)]
mod tests;
