//! Who is taken up next. Must not know how long anything takes, or who takes it.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::At;

/// A job as the one who orders the queue knows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ticket {
    /// Its number, in the order in which they came.
    pub id: u32,
    /// When it came.
    pub came: f64,
    /// When it should be taken up.
    pub due: f64,
    /// What it is of; lower is more pressing.
    pub class: u32,
}

/// The order of a queue. Who gave up may still come out of it, and is passed over.
pub trait Discipline {
    /// One more waits.
    fn join(&mut self, ticket: Ticket);
    /// Who is next at this instant, and no longer in the queue.
    fn next(&mut self, at: f64) -> Option<Ticket>;
}

/// First come, first served.
#[derive(Debug, Clone, Default)]
pub struct Fifo(VecDeque<Ticket>);

impl Discipline for Fifo {
    fn join(&mut self, ticket: Ticket) {
        self.0.push_back(ticket);
    }

    fn next(&mut self, _: f64) -> Option<Ticket> {
        self.0.pop_front()
    }
}

/// The more pressing class first; within a class what is due first, and of those what came first.
#[derive(Debug, Clone, Default)]
pub struct Earliest(BinaryHeap<Reverse<(u32, At, At, u32)>>);

impl Discipline for Earliest {
    fn join(&mut self, ticket: Ticket) {
        self.0.push(Reverse((
            ticket.class,
            At(ticket.due),
            At(ticket.came),
            ticket.id,
        )));
    }

    fn next(&mut self, _: f64) -> Option<Ticket> {
        self.0.pop().map(|Reverse((class, due, came, id))| Ticket {
            id,
            came: came.0,
            due: due.0,
            class,
        })
    }
}
