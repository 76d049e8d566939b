//! Who wants to hear that a practice's rows changed: a word after a commit, without content, so that a reader looks at once
//! instead of at its next turn. A hint may be lost or come twice; the rows are the truth.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anteroom_core::ids::PracticeId;
use tokio::sync::watch;

/// The readers of each practice.
#[derive(Default)]
pub(crate) struct Hints(Mutex<BTreeMap<PracticeId, watch::Sender<()>>>);

impl Hints {
    fn readers(&self) -> MutexGuard<'_, BTreeMap<PracticeId, watch::Sender<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something of the practice was committed.
    pub(crate) fn signal(&self, practice: PracticeId) {
        if let Some(readers) = self.readers().get(&practice) {
            readers.send_replace(());
        }
    }

    /// Something may have been missed: all look.
    pub(crate) fn signal_all(&self) {
        for readers in self.readers().values() {
            readers.send_replace(());
        }
    }

    /// A new reader. Practices whose readers have all gone are forgotten.
    pub(crate) fn reader(&self, practice: PracticeId) -> Hinted {
        let mut readers = self.readers();
        readers.retain(|_, readers| readers.receiver_count() > 0);
        let sender = readers.entry(practice).or_insert_with(|| watch::channel(()).0);
        Hinted(sender.subscribe())
    }
}

/// One reader of a practice's hints.
pub struct Hinted(watch::Receiver<()>);

impl Hinted {
    /// Comes back when something was committed since the last time; never, where the store is gone.
    pub async fn heard(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
