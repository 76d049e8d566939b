//! The places for connections, and who gives theirs up when all are taken: who has been quiet longest. It knows no clock,
//! only an order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

/// The turn of one whom we are working for.
const BUSY: u64 = u64::MAX;

/// All the places.
pub(super) struct Hall {
    free: Arc<Semaphore>,
    guests: Mutex<BTreeMap<u64, Arc<Guest>>>,
    turns: Arc<AtomicU64>,
}

/// One connection.
pub(crate) struct Guest {
    turns: Arc<AtomicU64>,
    /// Since which turn it has been quiet.
    quiet_since: AtomicU64,
    leave: Notify,
}

impl Guest {
    /// We work for it: it keeps its place.
    pub(crate) fn busy(&self) {
        self.quiet_since.store(BUSY, Ordering::Relaxed);
    }

    /// We wait for it.
    pub(crate) fn quiet(&self) {
        let turn = self.turns.fetch_add(1, Ordering::Relaxed);
        self.quiet_since.store(turn, Ordering::Relaxed);
    }

    /// Comes back when its place is given to another.
    pub(super) async fn asked_to_leave(&self) {
        self.leave.notified().await;
    }
}

/// A place that is held until it is dropped.
pub(super) struct Place {
    pub guest: Arc<Guest>,
    number: u64,
    hall: Arc<Hall>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.hall.guests().remove(&self.number);
    }
}

impl Hall {
    pub(super) fn new(places: usize) -> Arc<Self> {
        Arc::new(Self {
            free: Arc::new(Semaphore::new(places)),
            guests: Mutex::default(),
            turns: Arc::default(),
        })
    }

    fn guests(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Guest>>> {
        self.guests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place: a free one, else that of the quietest, else the first that comes free.
    pub(super) async fn place(self: &Arc<Self>) -> Place {
        if self.free.available_permits() == 0 {
            self.make_room();
        }
        // The semaphore is never closed, so there is always a permit to wait for.
        let permit = Arc::clone(&self.free).acquire_owned().await.ok();
        let number = self.turns.fetch_add(1, Ordering::Relaxed);
        let guest = Arc::new(Guest {
            turns: Arc::clone(&self.turns),
            quiet_since: AtomicU64::new(number),
            leave: Notify::new(),
        });
        self.guests().insert(number, Arc::clone(&guest));
        Place {
            guest,
            number,
            hall: Arc::clone(self),
            _permit: permit,
        }
    }

    /// Asks the one that has been quiet longest to leave; nobody, where we work for all.
    pub(super) fn make_room(&self) {
        let mut guests = self.guests();
        let quietest = guests
            .iter()
            .map(|(number, guest)| (guest.quiet_since.load(Ordering::Relaxed), *number))
            .min()
            .filter(|(since, _)| *since != BUSY);
        if let Some((_, number)) = quietest
            && let Some(guest) = guests.remove(&number)
        {
            guest.leave.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn left(place: &Place) -> bool {
        tokio::select! {
            biased;
            () = place.guest.asked_to_leave() => true,
            () = std::future::ready(()) => false,
        }
    }

    #[tokio::test]
    async fn who_has_been_quiet_longest_gives_up_the_place_and_who_is_served_never_does() {
        let hall = Hall::new(3);
        let (served, answered, idle) = (hall.place().await, hall.place().await, hall.place().await);
        served.guest.busy();
        answered.guest.busy();
        answered.guest.quiet();
        hall.make_room();
        assert!(left(&idle).await && !left(&answered).await && !left(&served).await);
        hall.make_room();
        assert!(left(&answered).await && !left(&served).await);
        hall.make_room();
        assert!(!left(&served).await);
    }

    #[tokio::test]
    async fn a_place_that_is_given_up_is_the_next_ones() {
        let hall = Hall::new(1);
        let first = hall.place().await;
        let second = async {
            let place = hall.place().await;
            left(&place).await
        };
        let leaving = async {
            first.guest.asked_to_leave().await;
            drop(first);
        };
        let (left, ()) = tokio::join!(second, leaving);
        assert!(!left);
        assert!(hall.guests().is_empty(), "nobody is remembered who has gone");
    }
}
