//! All the streams of a node: one room a practice that has any, and how many there may be. It knows no page and no row.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anteroom_core::ids::PracticeId;
use anteroom_core::limits;

use super::room::{self, Room};
use super::screen::{Screen, Stream};
use crate::Web;
use crate::errors::Problem;
use crate::i18n::Tongue;
use crate::seat::Seat;

/// The rooms of a node.
#[derive(Default)]
pub(crate) struct Hub {
    rooms: Mutex<Rooms>,
    /// Screens of all rooms.
    pub(super) screens: Arc<AtomicUsize>,
}

#[derive(Default)]
struct Rooms {
    open: BTreeMap<PracticeId, Arc<Room>>,
    /// The node stops: nobody comes in any more.
    stopped: bool,
}

impl Hub {
    fn rooms(&self) -> MutexGuard<'_, Rooms> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the feed of a practice stands; a page that is made after this holds everything until here. Empty without one.
    pub(crate) fn mark(&self, practice: PracticeId) -> String {
        let rooms = self.rooms();
        rooms
            .open
            .get(&practice)
            .map_or_else(String::new, |room| room.mark())
    }

    /// A stream for a screen whose page was made at the mark `after`.
    pub(super) fn open(
        &self,
        web: &Web,
        seat: Seat,
        tongue: &Tongue,
        after: &str,
    ) -> Result<Stream, Problem> {
        let practice = seat.desk.practice.id;
        let mut rooms = self.rooms();
        if rooms.stopped || self.screens.load(Ordering::Relaxed) >= limits::LIVE_SCREENS_NODE {
            return Err(Problem::Busy);
        }
        let there = rooms.open.get(&practice).filter(|room| room.is_open());
        let room = there.cloned().unwrap_or_else(|| {
            let room = Arc::new(Room::new(web, practice));
            tokio::spawn(room::run(web.clone(), Arc::clone(&room)));
            rooms.open.insert(practice, Arc::clone(&room));
            room
        });
        let (screen, stream) = Screen::new(seat, tongue);
        if room.enter(screen, after) {
            Ok(stream)
        } else {
            Err(Problem::Busy)
        }
    }

    /// Who signs out here loses their streams at once.
    pub(crate) fn signed_out(&self, secret: &str) {
        let rooms: Vec<_> = self.rooms().open.values().cloned().collect();
        for room in rooms {
            room.end(|screen| screen.seat.is_of(secret));
        }
    }

    /// A room that nobody needs any more is forgotten, unless somebody came in meanwhile.
    pub(super) fn close_if_empty(&self, practice: PracticeId, room: &Arc<Room>) -> bool {
        let mut rooms = self.rooms();
        let closed = room.close_if_empty();
        if closed
            && rooms
                .open
                .get(&practice)
                .is_some_and(|open| Arc::ptr_eq(open, room))
        {
            rooms.open.remove(&practice);
        }
        closed
    }

    /// Ends all streams, and opens none any more: browsers come back to the next process by themselves.
    pub(crate) fn stop(&self) {
        let mut rooms = self.rooms();
        rooms.stopped = true;
        for room in std::mem::take(&mut rooms.open).into_values() {
            room.stop();
        }
    }

    /// How many practices have a feed, and how many screens there are.
    #[cfg(test)]
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.rooms().open.len(), self.screens.load(Ordering::Relaxed))
    }
}
