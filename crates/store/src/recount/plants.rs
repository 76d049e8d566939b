//! Wrong rows, planted by tests of those who look for them: each breaks one promise of the product. No product code writes
//! any of them.

use anteroom_core::Time;
use anteroom_core::ids::{ClockId, EntryId, PracticeId, RequestId};

use crate::sql::queries;
use crate::{PracticeTx, StoreError, SystemTx, params};

queries! {
    /// A clock that its request had is gone.
    NO_CLOCK: practice = "DELETE FROM clock WHERE practice_id = ?1 AND id = ?2";
    /// A clock that runs out when it pleases.
    OUTSIDE: practice = "UPDATE clock SET due_at = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// A message that was taken back and left all the same.
    TWO_FATES: practice = "UPDATE message SET state = 'retracted' WHERE practice_id = ?1 AND entry_id = ?2";
    /// A request that counts as open, or not, against its events.
    MISCOUNTED: practice = "UPDATE spell SET waits = 1 - waits WHERE practice_id = ?1 AND request_id = ?2";
    /// Words that are nobody's any more.
    LOST: practice = "DELETE FROM entry WHERE practice_id = ?1 AND id = ?2";
    /// Work for a practice that there is not.
    STRAY: system = "UPDATE job SET practice_id = ?1";
}

/// A promise to break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plant {
    /// Takes a clock away.
    NoClock(ClockId),
    /// Lets a clock run out at an instant.
    Outside(ClockId, Time),
    /// Gives a reply's message a second fate.
    TwoFates(EntryId),
    /// Turns what a request counts as.
    Miscounted(RequestId),
    /// Takes a line away.
    Lost(EntryId),
}

/// Breaks it; how many rows changed.
pub fn plant(tx: &mut PracticeTx<'_>, plant: Plant) -> Result<u64, StoreError> {
    match plant {
        Plant::NoClock(id) => tx.execute(&NO_CLOCK, params![id]),
        Plant::Outside(id, at) => tx.execute(&OUTSIDE, params![id, at]),
        Plant::TwoFates(entry) => tx.execute(&TWO_FATES, params![entry]),
        Plant::Miscounted(request) => tx.execute(&MISCOUNTED, params![request]),
        Plant::Lost(entry) => tx.execute(&LOST, params![entry]),
    }
}

/// Gives all work to a practice that there is not.
pub fn stray(tx: &mut SystemTx<'_>, practice: PracticeId) -> Result<u64, StoreError> {
    tx.execute(&STRAY, params![practice])
}
