//! What must hold at every hour of every world. One checker a file; each counts what it looked at, for one that never had
//! anything to look at proves nothing.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_core::Time;
use anteroom_core::hours::Schedule;
use anteroom_core::ids::{LocationId, PracticeId, RequestId};
use anteroom_core::promises::open::Counts;
use anteroom_store::recount::{Message, Rows};

use crate::post::Book;
use crate::world::Acknowledged;

mod clocks;
mod counts;
mod fates;
mod hours;
mod letters;
mod lost;
mod told;
mod walls;

/// All that can be seen of one practice at an instant.
pub struct Sight {
    /// The practice.
    pub practice: PracticeId,
    /// Its rows.
    pub rows: Rows,
    /// Its messages about lines.
    pub messages: Vec<Message>,
    /// What the product says of how many stand where.
    pub counts: Counts,
    /// What the product said that it has.
    pub acknowledged: BTreeMap<i64, Acknowledged>,
    /// The hours that a clock counts, by the location of its request.
    pub hours: BTreeMap<Option<LocationId>, Schedule>,
}

/// All that can be seen of a world at an instant.
pub struct World {
    /// Every practice of the database.
    pub practices: Vec<Sight>,
    /// How often each letter was taken by the mail server.
    pub post: Book,
    /// The practices for which there is work.
    pub worked_for: BTreeSet<PracticeId>,
}

/// Holds one promise.
pub trait Checker {
    /// What it holds, in words.
    fn name(&self) -> &'static str;
    /// Looks at the world; how much it looked at, or what is wrong.
    fn look(&mut self, world: &World) -> Result<u64, String>;
}

/// All of them.
pub fn all() -> Vec<Box<dyn Checker>> {
    vec![
        Box::new(clocks::Clocks),
        Box::new(hours::Hours),
        Box::<fates::Fates>::default(),
        Box::new(letters::Letters),
        Box::new(counts::Opens),
        Box::new(walls::Walls),
        Box::new(lost::Lost),
    ]
}

impl Sight {
    /// The hours that a request's clock counts.
    fn hours_of(&self, request: RequestId) -> Option<&Schedule> {
        let row = self.rows.requests.iter().find(|row| row.id == request);
        let location = row.and_then(|row| row.location);
        self.hours.get(&location).or_else(|| self.hours.get(&None))
    }
}

/// Says what is wrong unless it holds.
fn holds(right: bool, said: impl FnOnce() -> String) -> Result<(), String> {
    if right { Ok(()) } else { Err(said()) }
}

/// A moment before an instant.
fn just_before(at: Time) -> Time {
    at - anteroom_core::Span::from_micros(1)
}
