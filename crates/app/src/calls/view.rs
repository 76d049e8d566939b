//! What the pages show of calls: who waits at this moment, today by half hour, the week as it usually goes, and the calls
//! behind every number.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_core::calls::{Outcome, Stage};
use anteroom_core::ids::{CallId, LineId};
use anteroom_core::promises::hold::{self, Report, Rules, Waiting};
use anteroom_core::{Span, Time, limits};
use anteroom_store::calls::facts::{self, Fact, Live};
use anteroom_store::calls::list;
pub use anteroom_store::calls::list::Listed;
use anteroom_store::roster::measured;
use anteroom_store::{PracticeTx, StoreError, lines};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::practices::Practice;
use crate::promises::days::{midnight, today_of};
use crate::requests::view::Desk;
use crate::requests::{Scene, readable};
use crate::{App, Failure};

/// Half hours of a day.
pub const HALVES: usize = 48;
/// Hours of a day.
pub const HOURS: usize = 24;
/// Days of a week, from Monday.
pub const DAYS: usize = 7;

/// A line at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineNow {
    /// Its name; empty for calls whose line isn't known.
    pub name: String,
    /// Callers who wait.
    pub waiting: Waiting,
    /// Calls that are with the greeting.
    pub ringing: u64,
    /// Callers who are spoken to.
    pub talking: u64,
    /// People who are signed in.
    pub on: u64,
}

/// The calls page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// When it was read.
    pub at: Time,
    /// The practice's numbers.
    pub rules: Rules,
    /// Each line at this moment, those in use first, in their order.
    pub lines: Vec<LineNow>,
    /// All of them together; somebody who is signed in to two lines is one.
    pub all: LineNow,
    /// The figures of today.
    pub today: Report,
    /// The same by half hour of the day, as the desk's clock shows it.
    pub halves: Vec<Report>,
    /// When the first known call began; nothing where none was ever told.
    pub first: Option<Time>,
}

/// The week as it usually goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// The first day that it is drawn from.
    pub from: Date,
    /// The last one.
    pub to: Date,
    /// How many of each day of the week there were, from Monday, since calls are known.
    pub days: [u32; DAYS],
    /// The share that keeps the promise, 0 to 1.
    pub threshold: f64,
    /// By day of the week from Monday, and by hour.
    pub cells: Vec<[Report; HOURS]>,
}

/// Which calls a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of one day of the desk's calendar.
    pub day: Option<Date>,
    /// With this outcome.
    pub outcome: Option<Outcome>,
}

/// A page of calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    /// The last first.
    pub rows: Vec<Listed>,
    /// The key of the next page, if there is one.
    pub next: Option<(Time, CallId)>,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct One {
    /// Itself.
    pub call: Listed,
    /// Whether its words are for clinicians only, and who asks is none.
    pub hidden: bool,
    /// The other calls of its request, the last first.
    pub others: Vec<Listed>,
}

pub(crate) fn counted(fact: &Fact) -> hold::Fact {
    hold::Fact {
        outcome: fact.outcome,
        after_hours: fact.after_hours,
        hold: fact.hold,
    }
}

fn local(zone: &TimeZone, at: Time) -> Option<DateTime> {
    at.to_jiff().map(|at| zone.to_datetime(at))
}

/// Who waits at this moment, and today by half hour.
pub async fn now(app: &App, practice: &Practice) -> Result<Page, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    let read = move |tx: &mut PracticeTx<'_>| {
        let scene = Scene::load(&world, tx, &of)?;
        let rules = scene.settings.hold;
        let (from, to) = today_of(&scene);
        let zone = scene.desk_hours().zone().clone();
        let mut all = Vec::new();
        let mut halves = vec![Vec::new(); HALVES];
        facts::each(tx, from, to, |fact| {
            all.push(counted(&fact));
            let half = local(&zone, fact.started_at)
                .map(|at| usize::from(at.hour().unsigned_abs()) * 2 + usize::from(at.minute() >= 30));
            if let Some(half) = half.and_then(|half| halves.get_mut(half)) {
                half.push(counted(&fact));
            }
        })?;
        let (lines, together) = at_this_moment(tx, &scene)?;
        Ok::<_, StoreError>(Page {
            at: scene.now,
            rules,
            lines,
            all: together,
            today: hold::report(all, &rules),
            halves: halves
                .into_iter()
                .map(|half| hold::report(half, &rules))
                .collect(),
            first: facts::first(tx)?,
        })
    };
    Ok(app.store.practice(practice.id).read(read).await?)
}

/// How long somebody has held who waits.
fn held(call: &Live, now: Time) -> Span {
    now.since(call.queued_at.unwrap_or(call.started_at))
        .max(Span::ZERO)
}

impl LineNow {
    fn count(&mut self, call: &Live, now: Time) {
        match call.stage {
            Stage::Ringing => self.ringing += 1,
            Stage::Waiting => {
                self.waiting.callers += 1;
                self.waiting.longest = self.waiting.longest.max(held(call, now));
            }
            Stage::Talking => self.talking += 1,
            Stage::Over => {}
        }
    }
}

/// Callers who wait at this moment.
pub(crate) fn waiting(tx: &mut PracticeTx<'_>, now: Time) -> Result<Waiting, StoreError> {
    let mut all = LineNow::default();
    for call in facts::live(tx, limits::CALLS_LIVE)? {
        all.count(&call, now);
    }
    Ok(all.waiting)
}

fn at_this_moment(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<(Vec<LineNow>, LineNow), StoreError> {
    let now = scene.now;
    let mut by_line: BTreeMap<Option<LineId>, LineNow> = BTreeMap::new();
    let mut all = LineNow::default();
    let named = lines::list(tx)?;
    for line in &named {
        by_line
            .entry(Some(line.id))
            .or_default()
            .name
            .clone_from(&line.name);
    }
    for call in facts::live(tx, limits::CALLS_LIVE)? {
        let line = call.line.filter(|line| by_line.contains_key(&Some(*line)));
        by_line.entry(line).or_default().count(&call, now);
        all.count(&call, now);
    }
    let mut people = BTreeSet::new();
    for spell in measured::spells(tx, now, now + Span::from_micros(1))? {
        people.insert(spell.member);
        if let Some(line) = by_line.get_mut(&Some(spell.line)) {
            line.on += 1;
        }
    }
    all.on = people.len() as u64;
    let unknown = by_line.remove(&None);
    let in_order = named.iter().filter_map(|line| by_line.remove(&Some(line.id)));
    Ok((in_order.chain(unknown).collect(), all))
}

/// The last [`limits::CALL_WEEKS`] weeks, today's day not among them, by day of the week and hour.
pub async fn week(app: &App, practice: &Practice) -> Result<Week, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    let read = move |tx: &mut PracticeTx<'_>| {
        let scene = Scene::load(&world, tx, &of)?;
        let zone = scene.desk_hours().zone().clone();
        let today = local(&zone, scene.now).map_or_else(Date::default, DateTime::date);
        let from = today.saturating_sub(jiff::Span::new().weeks(limits::CALL_WEEKS));
        let known = facts::first(tx)?
            .and_then(|at| local(&zone, at))
            .map(DateTime::date);
        let mut days = [0; DAYS];
        let mut day = from.max(known.unwrap_or(today));
        while day < today {
            days[weekday(day)] += 1;
            day = day.tomorrow().unwrap_or(today);
        }
        let mut cells: Vec<[Vec<hold::Fact>; HOURS]> = vec![std::array::from_fn(|_| Vec::new()); DAYS];
        let span = midnight(&scene, from).zip(midnight(&scene, today));
        if let Some((from, to)) = span {
            facts::each(tx, from, to, |fact| {
                if let Some(at) = local(&zone, fact.started_at) {
                    let hour = usize::from(at.hour().unsigned_abs());
                    cells[weekday(at.date())][hour].push(counted(&fact));
                }
            })?;
        }
        let rules = scene.settings.hold;
        let report = |hours: [Vec<hold::Fact>; HOURS]| hours.map(|facts| hold::report(facts, &rules));
        Ok::<_, StoreError>(Week {
            from,
            to: today.yesterday().unwrap_or(today),
            days,
            threshold: rules.threshold,
            cells: cells.into_iter().map(report).collect(),
        })
    };
    Ok(app.store.practice(practice.id).read(read).await?)
}

/// Days since Monday.
fn weekday(day: Date) -> usize {
    usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())
}

/// The calls behind the numbers, the last first.
pub async fn list(
    app: &App,
    practice: &Practice,
    filter: Filter,
    before: Option<(Time, CallId)>,
) -> Result<Calls, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    let read = move |tx: &mut PracticeTx<'_>| {
        let scene = Scene::load(&world, tx, &of)?;
        let day = filter.day.and_then(|day| {
            let next = day.tomorrow().ok()?;
            midnight(&scene, day).zip(midnight(&scene, next))
        });
        let span = match (filter.day, day) {
            (None, _) => (Time::MIN, Time::MAX),
            (Some(_), Some(span)) => span,
            // A day outside of the calendar has no calls.
            (Some(_), None) => (Time::MAX, Time::MAX),
        };
        let before = before.unwrap_or((Time::MAX, CallId([0xff; 16])));
        let mut rows = list::page(tx, span, filter.outcome, before, limits::PAGE_ROWS + 1)?;
        let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
        let more = rows.len() > page;
        rows.truncate(page);
        let next = rows.last().filter(|_| more).map(Listed::after);
        Ok::<_, StoreError>(Calls { rows, next })
    };
    Ok(app.store.practice(practice.id).read(read).await?)
}

/// One call.
pub async fn one(app: &App, desk: &Desk, id: CallId) -> Result<One, Failure> {
    let at = desk.clone();
    let read = move |tx: &mut PracticeTx<'_>| {
        let mut call = list::one(tx, id)?.ok_or(Failure::Missing)?;
        let request = anteroom_store::calls::load(tx, id)?.and_then(|call| call.request);
        let mut others = Vec::new();
        let mut hidden = false;
        if let Some(request) = request {
            others = list::of_request(tx, request, limits::CALLS_OF_REQUEST)?;
            others.retain(|other| other.id != id);
            hidden = match readable(tx, request, &at) {
                Ok(()) => false,
                Err(Failure::Refused(_)) => true,
                Err(failure) => return Err(failure),
            };
        }
        if hidden {
            call.words.clear();
            call.notes.clear();
        }
        Ok(One { call, hidden, others })
    };
    app.store.practice(desk.practice.id).read(read).await
}
