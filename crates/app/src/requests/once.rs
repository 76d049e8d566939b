//! The same form sent twice is one act, and the same form with other words is another: what a form is known by.

use anteroom_core::Time;
use anteroom_core::ids::{EntryId, InboxId, RequestId};
use anteroom_store::{PracticeTx, StoreError, inbox};
use data_encoding::HEXLOWER;

use crate::{App, secrets};

/// A form by its key and its content, at a door and for a scope there. One without a key is never known again.
#[derive(Debug, Clone)]
pub(super) struct Form {
    door: &'static str,
    key: Option<String>,
    digest: [u8; 32],
}

impl Form {
    /// `scope` is what the form was for at this door: other words, or the same for something else, are another form.
    pub(super) fn new(door: &'static str, scope: &str, key: &str, content: &[&str]) -> Self {
        let digest = secrets::digest_all(content);
        let words = HEXLOWER.encode(&digest[..8]);
        let key = (!key.is_empty()).then(|| format!("{scope}:{key}:{words}"));
        Self { door, key, digest }
    }

    /// What it became when it came in before.
    pub(super) fn before(&self, tx: &mut PracticeTx<'_>) -> Result<Option<inbox::Item>, StoreError> {
        match &self.key {
            Some(key) => inbox::find(tx, self.door, key),
            None => Ok(None),
        }
    }

    /// Notes what it became, in the transaction that keeps its words and in no other; `false` if it came in before.
    pub(super) fn take_in(
        &self,
        app: &App,
        tx: &mut PracticeTx<'_>,
        at: Time,
        (request, entry): (RequestId, EntryId),
    ) -> Result<bool, StoreError> {
        let Some(key) = &self.key else { return Ok(true) };
        let item = inbox::Item {
            digest: self.digest,
            request: Some(request),
            entry: Some(entry),
        };
        inbox::insert(tx, app.id::<InboxId>(), (self.door, key), at, &item)
    }
}
