//! Visits to the site, for the promise that it answers: held in memory while they go on, written as rows of nobody.
//!
//! Whose a visit is, is a digest of address and browser under a key that is chance, never leaves this memory and is thrown
//! away when the practice's day ends; no row holds either. A page that is read writes nothing itself: what changed is
//! written in batches. What a crash loses is some seconds of counting.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{MutexGuard, PoisonError};

use anteroom_core::ids::{PracticeId, SiteVisitId};
use anteroom_core::site::search::Language;
use anteroom_core::site::visits::{Seen, Visit, is_program};
use anteroom_core::{Span, Time, limits};
use anteroom_store::site::visits as rows;
use data_encoding::HEXLOWER;
use jiff::civil::Date;

pub use anteroom_core::site::visits::Deed;

use super::work::raise_search;
use crate::practices::{Practice, by_id};
use crate::requests::Scene;
use crate::secrets::digest_all;
use crate::{App, Failure};

/// Who comes, as far as a server is told. It goes no further than into a digest.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// Where from.
    pub address: Option<IpAddr>,
    /// The name that the browser gives itself.
    pub agent: String,
}

/// Somebody searched.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// For these words.
    pub words: &'a str,
    /// In this language.
    pub language: Language,
    /// Whether anything was found.
    pub found: bool,
    /// Whether they were sent, not just typed so far.
    pub sent: bool,
}

/// A visit that goes on, with words that found nothing and may still be typed on.
#[derive(Debug)]
struct Held {
    visit: Visit,
    id: SiteVisitId,
    vain: Option<(String, Language)>,
}

/// A practice's day with its key.
#[derive(Debug)]
struct Day {
    date: Date,
    key: String,
    visits: BTreeMap<[u8; 32], Held>,
}

/// What waits to be written of one practice.
#[derive(Debug, Default)]
struct Waiting {
    visits: BTreeMap<SiteVisitId, (Date, Seen)>,
    searches: Vec<(String, Language)>,
}

#[derive(Debug, Default)]
struct Kept {
    days: BTreeMap<PracticeId, Day>,
    waiting: BTreeMap<PracticeId, Waiting>,
}

/// The visits that go on, on this node.
#[derive(Debug, Default)]
pub(super) struct Visits(std::sync::Mutex<Kept>);

impl Visits {
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn search(&mut self, vain: Option<(String, Language)>) {
        if self.searches.len() < limits::SEARCHES_HELD {
            self.searches.extend(vain);
        }
    }
}

impl Kept {
    fn any(&self) -> usize {
        let waits = |one: &Waiting| one.visits.len() + one.searches.len();
        self.waiting.values().map(waits).sum()
    }

    /// Ends the visits that are over, and takes what was typed in vain and not typed on.
    fn tidy(&mut self, now: Time) {
        for (practice, day) in &mut self.days {
            let waiting = self.waiting.entry(*practice).or_default();
            for held in day.visits.values_mut() {
                if now.since(held.visit.last) >= TYPED_ON {
                    waiting.search(held.vain.take());
                }
            }
            day.visits.retain(|_, held| held.visit.goes_on(now));
        }
        self.days.retain(|_, day| !day.visits.is_empty());
        self.waiting
            .retain(|_, one| !one.visits.is_empty() || !one.searches.is_empty());
    }
}

/// Words that nobody types on for so long were meant as they stand.
const TYPED_ON: Span = Span::from_secs(30);

/// Notes what a visitor does. True if nothing waited to be written before and something does now: somebody should
/// [`flush`] after [`limits::VISITS_HELD`].
pub fn note(app: &App, practice: &Practice, visitor: &Visitor, deed: Deed) -> bool {
    noted(app, practice, visitor, deed, None)
}

/// Notes a search.
pub fn searched(app: &App, practice: &Practice, visitor: &Visitor, search: Search<'_>) -> bool {
    noted(app, practice, visitor, Deed::Search, Some(search))
}

fn noted(app: &App, practice: &Practice, visitor: &Visitor, deed: Deed, search: Option<Search<'_>>) -> bool {
    let now = app.now();
    let Some(date) = day_of(practice, now).filter(|_| !is_program(&visitor.agent)) else {
        return false;
    };
    let mut kept = app.site.visits.lock();
    if kept.days.values().map(|day| day.visits.len()).sum::<usize>() >= limits::VISITORS {
        kept.tidy(now);
        if kept.days.values().map(|day| day.visits.len()).sum::<usize>() >= limits::VISITORS {
            return false;
        }
    }
    let before = kept.any();
    let Kept { days, waiting } = &mut *kept;
    let waiting = waiting.entry(practice.id).or_default();
    let fresh = |app: &App| Day {
        date,
        key: HEXLOWER.encode(&app.random::<32>()),
        visits: BTreeMap::new(),
    };
    let day = days.entry(practice.id).or_insert_with(|| fresh(app));
    if day.date != date {
        for held in day.visits.values_mut() {
            waiting.search(held.vain.take());
        }
        *day = fresh(app);
    }
    let address = visitor
        .address
        .map_or_else(String::new, |address| address.to_string());
    let who = digest_all(&[&day.key, &address, &visitor.agent]);
    let begin = || Held {
        visit: Visit::begin(now),
        id: SiteVisitId(app.random()),
        vain: None,
    };
    let held = day.visits.entry(who).or_insert_with(begin);
    if !held.visit.goes_on(now) {
        waiting.search(held.vain.take());
        *held = begin();
    }
    if let Some(search) = search {
        waiting.search(typed(&mut held.vain, search));
    }
    let visit = &mut held.visit;
    if visit.does(deed, now) && visit.seen.counts() {
        waiting.visits.insert(held.id, (date, visit.seen));
    }
    before == 0 && kept.any() > 0
}

/// Keeps what is typed in vain until it is clear that it was not just the beginning of something; what became clear.
fn typed(vain: &mut Option<(String, Language)>, search: Search<'_>) -> Option<(String, Language)> {
    let words = search.words.trim().to_lowercase();
    let before = vain.take();
    // Typed on or taken back: what stood there was never asked.
    let left = before.filter(|(old, _)| !words.starts_with(old.as_str()) && !old.starts_with(&words));
    if !search.found {
        let now = (words, search.language);
        if search.sent && left.is_none() {
            return Some(now);
        }
        *vain = Some(now);
    }
    left
}

fn day_of(practice: &Practice, now: Time) -> Option<Date> {
    let zone = anteroom_core::hours::zone_named(&practice.timezone).ok()?;
    Some(now.to_jiff()?.to_zoned_datetime(zone).date())
}

/// Writes what waits. What can't be written now waits on.
pub async fn flush(app: &App) -> Result<(), Failure> {
    let waiting = {
        let mut kept = app.site.visits.lock();
        kept.tidy(app.now());
        std::mem::take(&mut kept.waiting)
    };
    for (id, mut waiting) in waiting {
        while !waiting.visits.is_empty() || !waiting.searches.is_empty() {
            let rest = waiting.visits.split_off(
                &waiting
                    .visits
                    .keys()
                    .nth(limits::VISITS_WRITTEN)
                    .copied()
                    .unwrap_or(SiteVisitId([0xff; 16])),
            );
            let part = std::mem::replace(
                &mut waiting,
                Waiting {
                    visits: rest,
                    searches: Vec::new(),
                },
            );
            if let Err(failure) = write(app, id, &part).await {
                let mut kept = app.site.visits.lock();
                let back = kept.waiting.entry(id).or_default();
                for (visit, seen) in part.visits.into_iter().chain(waiting.visits) {
                    back.visits.entry(visit).or_insert(seen);
                }
                back.searches.extend(part.searches);
                back.searches.truncate(limits::SEARCHES_HELD);
                return Err(failure);
            }
        }
    }
    Ok(())
}

async fn write(app: &App, id: PracticeId, part: &Waiting) -> Result<(), Failure> {
    let practice = by_id(app, id).await?;
    let (world, visits, searches) = (app.clone(), part.visits.clone(), part.searches.clone());
    app.store
        .practice(id)
        .write(move |tx| {
            rows::put(tx, visits.iter().map(|(id, (day, seen))| (*day, *id, *seen)))?;
            if !searches.is_empty() {
                let scene = Scene::load(&world, tx, &practice)?;
                for (words, language) in &searches {
                    raise_search(&world, tx, &scene, (words, *language))?;
                }
            }
            Ok(())
        })
        .await
}
