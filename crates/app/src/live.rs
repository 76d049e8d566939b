//! The live feed of one practice: what happened since the last look, without content, and who is where. It reads the rows
//! again and again; a hint only makes it look sooner. It knows no screen.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use anteroom_core::ids::{EventId, PracticeId, RequestId, uuid_v7};
use anteroom_core::{Span, limits};
use anteroom_store::feed::{self, Happened};
use anteroom_store::presence::{self as present, Present};
use anteroom_store::{Hinted, StoreError};

use crate::{App, Failure};

/// What one look found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// Requests that changed, each with its newest version.
    pub requests: BTreeMap<RequestId, i64>,
    /// What else changed, by noun.
    pub nouns: BTreeSet<String>,
    /// More happened than can be told apart: whatever is shown may be old.
    pub all: bool,
    /// Who is where, if that changed.
    pub present: Option<Vec<Present>>,
}

impl News {
    /// Nothing happened.
    pub fn is_empty(&self) -> bool {
        self.requests.is_empty() && self.nouns.is_empty() && !self.all && self.present.is_none()
    }
}

/// A practice's feed.
pub struct Feed {
    app: App,
    practice: PracticeId,
    hints: Hinted,
    /// What was told of, as far as the window reaches.
    seen: BTreeSet<EventId>,
    present: Vec<Present>,
}

impl Feed {
    /// Begins a feed: what has happened so far is not told.
    pub async fn open(app: &App, practice: PracticeId) -> Result<Self, Failure> {
        let mut feed = Self {
            hints: app.store.practice(practice).hints(),
            app: app.clone(),
            practice,
            seen: BTreeSet::new(),
            present: Vec::new(),
        };
        feed.look().await?;
        Ok(feed)
    }

    /// Comes back when it is time for another look: soon after a hint, else after [`limits::FEED_REST`].
    pub async fn rest(&mut self) {
        tokio::time::sleep(duration(limits::FEED_PAUSE)).await;
        // In vain or not, it is time to look: polling is the truth.
        drop(tokio::time::timeout(duration(limits::FEED_REST), self.hints.heard()).await);
    }

    /// Who is where, as the last look found it.
    pub fn present(&self) -> &[Present] {
        &self.present
    }

    /// Looks once.
    pub async fn look(&mut self) -> Result<News, Failure> {
        let now = self.app.now();
        let from = EventId(uuid_v7(now - limits::FEED_WINDOW, [0; 10]));
        let read = move |tx: &mut anteroom_store::PracticeTx<'_>| {
            let happened = feed::since(tx, from, limits::FEED_ROWS + 1)?;
            let present = present::here(tx, now, limits::PRESENT_SHOWN)?;
            Ok::<_, StoreError>((happened, present))
        };
        let (happened, present) = self.app.store.practice(self.practice).read(read).await?;
        let mut news = self.told(happened, from);
        if present != self.present {
            self.present.clone_from(&present);
            news.present = Some(present);
        }
        Ok(news)
    }

    fn told(&mut self, happened: Vec<Happened>, from: EventId) -> News {
        let mut news = News::default();
        let many = i64::try_from(happened.len()).is_ok_and(|rows| rows > limits::FEED_ROWS);
        let before = std::mem::take(&mut self.seen);
        for one in happened {
            self.seen.insert(one.id);
            if before.contains(&one.id) {
                continue;
            }
            match one.noun_id {
                Some(id) if one.noun == "request" => {
                    let newest = news.requests.entry(RequestId(id)).or_insert(one.version);
                    *newest = one.version.max(*newest);
                }
                _ => {
                    news.nouns.insert(one.noun);
                }
            }
        }
        // What was seen beyond the rows that were read stays seen for as long as it can come again.
        self.seen.extend(before.range(from..));
        while self.seen.len() > SEEN {
            self.seen.pop_first();
        }
        news.all = many && !(news.requests.is_empty() && news.nouns.is_empty());
        news
    }
}

/// Happenings that are remembered as told: the windows of some looks.
const SEEN: usize = 4 * 301;

fn duration(span: Span) -> Duration {
    Duration::from_micros(span.micros().unsigned_abs())
}
