//! A practice's room: its one feed, and the screens that are told. Each look's news is drawn once for each role and language
//! and handed to all; who may not be here any more is shown out.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anteroom_app::live::{Feed, News};
use anteroom_app::presence::Present;
use anteroom_core::ids::PracticeId;
use anteroom_core::{Span, limits};
use data_encoding::HEXLOWER;
use hyper::body::Bytes;
use tokio::sync::Notify;
use tokio::time::{MissedTickBehavior, interval};

use super::frames::{self, Audience};
use super::screen::Screen;
use crate::Web;

/// Nouns of the audit after which it is looked at once who may still be here.
const OF_STAFF: [&str; 2] = ["member", "account"];

/// A practice's room.
pub(super) struct Room {
    practice: PracticeId,
    /// Differs from room to room, so that no mark of another is taken for one of this.
    epoch: String,
    inside: Mutex<Inside>,
    count: Arc<AtomicUsize>,
    stop: Notify,
}

struct Inside {
    screens: Vec<Screen>,
    /// How many news there were; nothing while the feed isn't open.
    told: Option<u64>,
    /// Who is where, as it was last told.
    present: Vec<Present>,
    closed: bool,
}

impl Room {
    pub(super) fn new(web: &Web, practice: PracticeId) -> Self {
        Self {
            practice,
            epoch: HEXLOWER.encode(&web.app.random::<8>()),
            inside: Mutex::new(Inside {
                screens: Vec::new(),
                told: None,
                present: Vec::new(),
                closed: false,
            }),
            count: Arc::clone(&web.live.screens),
            stop: Notify::new(),
        }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where its feed stands; empty while it isn't open, when a page may miss what the feed takes for old.
    pub(super) fn mark(&self) -> String {
        self.inside()
            .told
            .map_or_else(String::new, |told| self.mark_of(told))
    }

    fn mark_of(&self, told: u64) -> String {
        format!("{}.{told}", self.epoch)
    }

    pub(super) fn is_open(&self) -> bool {
        !self.inside().closed
    }

    /// Lets a screen in whose page was made at the mark `after`; `false` where there are too many.
    pub(super) fn enter(&self, mut screen: Screen, after: &str) -> bool {
        let mut inside = self.inside();
        if inside.closed || inside.screens.len() >= limits::LIVE_SCREENS {
            return false;
        }
        // While the feed isn't open, all are told as soon as it is.
        if let Some(told) = inside.told {
            let (mark, again) = (self.mark_of(told), self.again(told));
            let first = if after == mark {
                frames::hello(&mark)
            } else {
                again.clone()
            };
            screen.tell(&first, &again);
            let present = frames::present(&Audience::of(&screen), &inside.present);
            screen.tell(&present, &again);
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        inside.screens.push(screen);
        true
    }

    fn again(&self, told: u64) -> Bytes {
        frames::again(&self.mark_of(told))
    }

    /// The feed is open: whoever came before it loads again.
    fn opened(&self, present: &[Present]) {
        let mut inside = self.inside();
        inside.told = Some(0);
        present.clone_into(&mut inside.present);
        let again = self.again(0);
        self.tell(&mut inside, |screen| {
            let present = frames::present(&Audience::of(screen), present);
            Some([again.as_ref(), present.as_ref()].concat().into())
        });
    }

    /// Tells each screen what `frame` makes for it; who has gone is forgotten.
    fn tell(&self, inside: &mut Inside, mut frame: impl FnMut(&Screen) -> Option<Bytes>) {
        let again = self.again(inside.told.unwrap_or(0));
        let before = inside.screens.len();
        inside
            .screens
            .retain_mut(|screen| frame(screen).is_none_or(|frame| screen.tell(&frame, &again)));
        self.count
            .fetch_sub(before - inside.screens.len(), Ordering::Relaxed);
    }

    /// Ends the streams of some screens, and tells them so.
    pub(super) fn end(&self, whose: impl Fn(&Screen) -> bool) {
        let mut inside = self.inside();
        let end = frames::end();
        let before = inside.screens.len();
        inside.screens.retain_mut(|screen| {
            let goes = whose(screen);
            if goes {
                screen.tell(&end, &end);
            }
            !goes
        });
        self.count
            .fetch_sub(before - inside.screens.len(), Ordering::Relaxed);
    }

    pub(super) fn close_if_empty(&self) -> bool {
        let mut inside = self.inside();
        inside.closed |= inside.screens.is_empty();
        inside.closed
    }

    /// The node stops.
    pub(super) fn stop(&self) {
        let mut inside = self.inside();
        inside.closed = true;
        self.count.fetch_sub(inside.screens.len(), Ordering::Relaxed);
        inside.screens.clear();
        self.stop.notify_one();
    }

    /// Everybody who listens, by what they may read and in which words: one of each kind.
    fn audiences(&self) -> Vec<Audience> {
        let mut audiences: Vec<Audience> = Vec::new();
        for screen in &self.inside().screens {
            let audience = Audience::of(screen);
            if !audiences.iter().any(|one| one.is_like(&audience)) {
                audiences.push(audience);
            }
        }
        audiences
    }

    /// Hands news to all screens, drawn once for each audience.
    async fn spread(&self, web: &Web, news: News) {
        let changed = !(news.requests.is_empty() && news.nouns.is_empty()) || news.all;
        let mut drawn = Vec::new();
        for audience in self.audiences() {
            let rows = if changed {
                frames::rows(web, &audience, &news).await
            } else {
                None
            };
            drawn.push((audience, rows));
        }
        let mut inside = self.inside();
        let told = inside.told.unwrap_or(0) + u64::from(changed);
        inside.told = Some(told);
        if let Some(present) = &news.present {
            inside.present.clone_from(present);
        }
        let (mark, again) = (self.mark_of(told), self.again(told));
        let of = |(audience, rows): (Audience, Option<frames::Rows>)| {
            let mut frame = Vec::new();
            if changed {
                frame.extend(frames::changed(&mark, &news, rows.as_ref()));
            }
            if let Some(present) = &news.present {
                frame.extend(frames::present(&audience, present));
            }
            (audience, Bytes::from(frame))
        };
        let frames: Vec<_> = drawn.into_iter().map(of).collect();
        // Who came in while this was drawn, and is like nobody who was here, loads again.
        self.tell(&mut inside, |screen| {
            let of_theirs = frames.iter().find(|(audience, _)| audience.is_of(screen));
            Some(of_theirs.map_or_else(|| again.clone(), |(_, frame)| frame.clone()))
        });
    }

    /// Says that the streams are alive, and shows out whoever may not be here any more.
    async fn beat(&self, web: &Web) {
        let beat = frames::beat();
        self.tell(&mut self.inside(), |_| Some(beat.clone()));
        self.look_who_is_here(web).await;
    }

    /// Ends the streams of sessions that ended, of members who ended, and of those whose role is another now.
    async fn look_who_is_here(&self, web: &Web) {
        let mut seats: Vec<crate::seat::Seat> = Vec::new();
        for screen in &self.inside().screens {
            if !seats.iter().any(|seat| seat.is_same(&screen.seat)) {
                seats.push(screen.seat.clone());
            }
        }
        for seat in seats {
            match seat.still(web).await {
                Ok(true) => {}
                Ok(false) => self.end(|screen| screen.seat.is_same(&seat)),
                // Whether they may can't be asked now; it is asked again with the next beat.
                Err(error) => tracing::warn!(%error, "can't look whether a screen's session stands"),
            }
        }
    }
}

/// Runs a practice's feed for as long as it has screens, and [`limits::LIVE_LINGER`] longer.
pub(super) async fn run(web: Web, room: Arc<Room>) {
    tokio::select! {
        () = told(&web, &room) => {}
        () = room.stop.notified() => {}
    }
}

async fn told(web: &Web, room: &Arc<Room>) {
    let Some(mut feed) = begin(web, room).await else {
        return;
    };
    room.opened(feed.present());
    let mut beat = interval(duration(limits::LIVE_BEAT));
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat.tick().await;
    let (mut lonely, mut missed) = (0, false);
    loop {
        tokio::select! {
            () = feed.rest() => missed = look(web, room, &mut feed, missed).await,
            _ = beat.tick() => {
                room.beat(web).await;
                lonely = if room.inside().screens.is_empty() { lonely + 1 } else { 0 };
                let over = Span::from_micros(limits::LIVE_BEAT.micros() * lonely) >= limits::LIVE_LINGER;
                if over && web.live.close_if_empty(room.practice, room) {
                    return;
                }
            }
        }
    }
}

/// Opens the feed; a database that is away is waited for, while anybody waits.
async fn begin(web: &Web, room: &Arc<Room>) -> Option<Feed> {
    loop {
        match Feed::open(&web.app, room.practice).await {
            Ok(feed) => return Some(feed),
            Err(error) => tracing::warn!(%error, "can't open a practice's feed"),
        }
        tokio::time::sleep(duration(limits::FEED_REST)).await;
        let beat = frames::beat();
        room.tell(&mut room.inside(), |_| Some(beat.clone()));
        if web.live.close_if_empty(room.practice, room) {
            return None;
        }
    }
}

/// Looks once and tells what was found; whether the look was in vain, after which all load again, for the next one may no
/// longer find what this one missed.
async fn look(web: &Web, room: &Room, feed: &mut Feed, missed: bool) -> bool {
    match feed.look().await {
        Ok(mut news) => {
            news.all |= missed;
            if OF_STAFF.iter().any(|noun| news.nouns.contains(*noun)) {
                room.look_who_is_here(web).await;
            }
            if !news.is_empty() {
                room.spread(web, news).await;
            }
            false
        }
        Err(error) => {
            tracing::warn!(%error, "can't read a practice's feed");
            tokio::time::sleep(duration(limits::FEED_REST)).await;
            true
        }
    }
}

fn duration(span: Span) -> Duration {
    Duration::from_micros(span.micros().unsigned_abs())
}
