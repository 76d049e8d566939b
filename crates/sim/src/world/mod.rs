//! A practice that lives: families write, clerks and doctors answer, time passes, all by the product's own use cases and all
//! from a seed. It decides who does what when; what follows from it is the product's business.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anteroom_app::requests::view::Row;
use anteroom_app::{App, Clock, Entropy, Failure, jobs};
use anteroom_core::hours::{Country, Holiday, HoursPlan, Schedule, holidays};
use anteroom_core::ids::{LineId, ToScheduleId};
use anteroom_core::requests::Urgency;
use anteroom_core::text::Fault;
use anteroom_core::{Span, Time};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::SetClock;
use crate::faults::Faults;
use crate::post::Post;

mod apart;
mod asked;
mod dawn;
mod day;
mod desk;
mod families;
pub(crate) mod furnish;
mod patients;
mod phones;
pub mod practice;
mod reading;
mod registry;
mod schedule;
mod thread;
mod visits;
pub mod words;

use day::Sort;
use families::Family;
pub use furnish::Phone;
use phones::Phones;
use practice::{HOURS, House, Size, ZONE};
use registry::Registry;
use schedule::Visits;
use thread::Thread;

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    /// A day begins: its contacts are drawn.
    Dawn,
    /// A family writes.
    Ask,
    /// A family calls, and a clerk writes it down.
    Call,
    /// A family calls a line.
    Ring,
    /// What happened next to a call is told.
    Told(u64, LineId),
    /// Those of a line's early or late shift sign in, or out.
    Man(usize, usize, bool),
    /// Families look into their letters.
    Survey,
    /// Letters leave.
    Post,
    /// People look something up at the site.
    Browse,
    /// The day's visits are over.
    Attend,
    /// A family writes words of danger.
    Cry,
    /// A clerk looks for the next request.
    Look(usize),
    /// A clerk is done with a request.
    Finish(usize, usize),
    /// A clerk sees that a reply was wrong, takes it back and writes another.
    TakeBack(usize, usize),
    /// A doctor answers what was handed on.
    Doctor(usize),
    /// Somebody comes back to a request that was put off.
    Return(usize),
    /// The patient answers what was asked.
    Answer(usize),
    /// The patient asks one thing more.
    More(usize),
    /// The patient says thank you.
    Thank(usize),
    /// Somebody sees to words of danger.
    Heed,
    /// The channel of the last reply turns out to be dead.
    Bounce(usize),
    /// A clerk sees that what they joined was another matter.
    Part(usize, usize),
    /// A clerk sees that the last words are another matter.
    Split(usize),
    /// A clerk does the same to many at once.
    Sweep(usize),
    /// Somebody sees to a visit that is to be agreed on.
    Arrange(ToScheduleId),
}

/// Somebody at the front desk.
#[derive(Debug, Clone, Copy, Default)]
struct Clerk {
    present: bool,
    busy: bool,
}

/// What the product said that it has, by request: a later look must find at least that.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Acknowledged {
    /// Times that a patient's words were taken.
    pub words: u64,
    /// Replies that were taken.
    pub replies: u64,
}

/// The ports of a world.
#[derive(Clone)]
pub struct Ports {
    /// Its database.
    pub store: anteroom_store::Store,
    /// What its machines believe the time is.
    pub clock: Arc<dyn Clock>,
    /// Its chance.
    pub entropy: Arc<dyn Entropy>,
    /// Its mail server; nothing where letters are somebody else's business.
    pub post: Option<Arc<Post>>,
}

impl Ports {
    /// A machine that starts: nothing of an earlier one is in its memory.
    pub fn boot(&self) -> App {
        let app = App::new(self.store.clone(), self.clock.clone(), self.entropy.clone());
        match &self.post {
            Some(post) => app.with_mail(post.mailroom()),
            None => app,
        }
    }
}

/// A practice with everybody who works there and writes to it.
pub struct World {
    /// The use cases.
    pub app: App,
    /// The practice.
    pub house: House,
    /// What was acknowledged, by the number of the request.
    pub acknowledged: BTreeMap<i64, Acknowledged>,
    /// What goes wrong.
    pub faults: Faults,
    ports: Ports,
    size: Size,
    hours: Schedule,
    chance: ChaCha8Rng,
    families: Vec<Family>,
    registry: Registry,
    phones: Phones,
    schedule: Visits,
    /// The last day that is played before somebody watches.
    last: Option<Date>,
    threads: Vec<Thread>,
    agenda: BTreeSet<(Time, u64, Deed)>,
    /// Threads that wait for a clerk: the pressing ones first, then the longest waiting.
    waiting: BTreeSet<(bool, Time, usize)>,
    clerks: Vec<Clerk>,
    sorts: BTreeMap<Date, Sort>,
    now: Time,
    counter: u64,
    /// How much longer than usual a clerk takes, in percent.
    slow: i64,
    /// Whether the doctors are behind with what was handed to them.
    behind: bool,
    /// After how many seconds at least and at most somebody sees to words of danger.
    heeds: (i64, i64),
}

impl World {
    /// A world around a practice, from an instant on.
    pub fn new(ports: Ports, house: House, size: Size, seed: u64, now: Time) -> Result<Self, Failure> {
        let hours = kept(ZONE, HOURS)?;
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let families = families::families(&mut chance, size.families, date_at(&hours, now));
        let mut world = Self {
            app: ports.boot(),
            clerks: vec![Clerk::default(); house.clerks.len()],
            house,
            acknowledged: BTreeMap::new(),
            faults: Faults::none(),
            ports,
            size,
            hours,
            chance,
            families,
            registry: Registry::default(),
            phones: Phones::default(),
            schedule: Visits::default(),
            last: None,
            threads: Vec::new(),
            agenda: BTreeSet::new(),
            waiting: BTreeSet::new(),
            sorts: BTreeMap::new(),
            now,
            counter: 0,
            slow: 83,
            behind: false,
            heeds: (25, 110),
        };
        world.plan(now, Deed::Dawn);
        if world.ports.post.is_some() {
            world.plan(now, Deed::Post);
        }
        Ok(world)
    }

    /// Makes a date the bad Monday, and another one too full.
    pub fn expect(&mut self, bad: Date, full: Date) {
        self.sorts.extend([(bad, Sort::Bad), (full, Sort::Full)]);
        self.last = Some(full);
    }

    /// When the next thing happens.
    pub fn next(&self) -> Option<Time> {
        self.agenda.first().map(|(at, ..)| *at)
    }

    /// Makes today too full, as a demo is when it is opened.
    pub fn crowd(&mut self) {
        self.sorts.insert(self.today(), Sort::Full);
    }

    /// Somebody will write words of danger, and it is left to a visitor for a while to see to it.
    pub fn cry_at(&mut self, at: Time) {
        self.heeds = (9 * 60, 14 * 60);
        self.plan(at, Deed::Cry);
    }

    /// Says how many are open, so that the desk lets them near a hundred and no farther.
    pub fn crowded(&mut self, open: i64) {
        self.slow = match open {
            ..94 => 130,
            94..101 => 100,
            101..108 => 75,
            _ => 50,
        };
        self.behind = open < 98;
    }

    /// Whether a request was written here.
    pub fn knows(&self, number: i64) -> bool {
        self.threads.iter().any(|thread| thread.number == number)
    }

    /// Takes up a request that somebody else wrote: a clerk answers it if its clock runs, else a doctor in a while.
    pub fn take_up(&mut self, row: &Row, now: Time) {
        let doctors = self.doctors();
        let thread = Thread::found(&mut self.chance, row, &doctors);
        self.threads.push(thread);
        let place = self.threads.len() - 1;
        if row.clock.is_some() {
            self.now = now;
            self.waits(place, row.urgency == Urgency::Urgent);
        } else {
            let later = self.between(300, 4 * 3_600);
            self.plan(now + later, Deed::Doctor(place));
        }
    }

    /// How many requests there have been.
    pub fn requests(&self) -> usize {
        self.threads.len()
    }

    /// Lets everything happen up to an instant, the background's work when it is due.
    pub async fn play_until(&mut self, clock: &SetClock, then: Time) -> Result<(), Failure> {
        while let Some(at) = self.next().filter(|at| *at <= then) {
            self.pass(clock, at).await?;
            self.step(at).await?;
        }
        self.pass(clock, then).await
    }

    /// Lets time pass: what is due by then is done when it is due.
    pub async fn pass(&mut self, clock: &SetClock, then: Time) -> Result<(), Failure> {
        while let Some(due) = jobs::next(&self.app).await?.filter(|due| *due <= then) {
            clock.set(due.max(self.app.now()));
            self.work().await?;
        }
        clock.set(then + self.faults.skew());
        Ok(())
    }

    /// A round of the background, which may crash like anything else.
    async fn work(&mut self) -> Result<(), Failure> {
        self.faults.brew();
        let round = jobs::round(&self.app).await;
        if self.faults.crashed() {
            self.app = self.ports.boot();
            return Ok(());
        }
        round.map(drop)
    }

    /// The next thing happens, now.
    pub async fn step(&mut self, now: Time) -> Result<(), Failure> {
        self.now = now;
        let mut first = self.agenda.pop_first();
        if self.faults.swap()
            && let Some(second) = self.agenda.pop_first()
            && let Some(before) = first.replace(second)
        {
            self.agenda.insert(before);
        }
        match first {
            Some((_, _, deed)) => self.happen(deed).await,
            None => Ok(()),
        }
    }

    async fn happen(&mut self, deed: Deed) -> Result<(), Failure> {
        match deed {
            Deed::Dawn => self.dawn().await,
            Deed::Ask => self.ask().await,
            Deed::Call => self.call().await,
            Deed::Ring => self.ring().await,
            Deed::Told(call, line) => self.told(call, line).await,
            Deed::Man(line, shift, here) => self.man((line, shift), here).await,
            Deed::Survey => self.survey().await,
            Deed::Post => self.post().await,
            Deed::Browse => self.browse().await,
            Deed::Attend => self.attend().await,
            Deed::Cry => self.cry().await,
            Deed::Look(clerk) => self.look(clerk).await,
            Deed::Finish(clerk, thread) => self.finish(clerk, thread).await,
            Deed::TakeBack(clerk, thread) => self.take_back(clerk, thread).await,
            Deed::Doctor(thread) => self.doctor(thread).await,
            Deed::Return(thread) => {
                self.waits(thread, false);
                Ok(())
            }
            Deed::Answer(thread) => self.write_on(thread, "answer").await,
            Deed::More(thread) => self.write_on(thread, "more").await,
            Deed::Thank(thread) => self.write_on(thread, "thanks").await,
            Deed::Heed => self.heed().await,
            Deed::Bounce(thread) => self.bounce(thread).await,
            Deed::Part(clerk, thread) => self.part(clerk, thread).await,
            Deed::Split(thread) => {
                let clerk = self.chance.random_range(0..self.clerks.len());
                let desk = self.house.clerks[clerk].clone();
                self.split(&desk, thread).await
            }
            Deed::Sweep(clerk) => self.sweep(clerk).await,
            Deed::Arrange(item) => self.arrange(item).await,
        }
    }

    /// Whether few came today.
    fn few(&self) -> bool {
        self.sorts.get(&self.today()) == Some(&Sort::Bad)
    }

    /// Whether this is the last week that is played before somebody watches.
    fn ends(&self, day: Date) -> bool {
        self.last
            .is_some_and(|last| day.saturating_add(jiff::ToSpan::days(7)) > last)
    }

    fn today(&self) -> Date {
        date_at(&self.hours, self.now)
    }

    fn plan(&mut self, at: Time, deed: Deed) {
        self.counter += 1;
        self.agenda.insert((at, self.counter, deed));
    }

    /// A span between two numbers of seconds, most often in the middle.
    fn between(&mut self, least: i64, most: i64) -> Span {
        let half = (most - least) / 2 + 1;
        Span::from_secs(least + self.chance.random_range(0..half) + self.chance.random_range(0..half))
    }

    fn one_in(&mut self, many: u32) -> bool {
        self.chance.random_ratio(1, many)
    }

    /// A key that no form had before.
    fn key(&mut self) -> String {
        self.counter += 1;
        format!("world-{}", self.counter)
    }

    /// Does something by the use cases. Where the machine crashes it is started again, and who did it does it again with the
    /// same form; where a rule says no, the world goes on.
    async fn done<T>(&mut self, act: impl AsyncFn(App) -> Result<T, Failure>) -> Result<Option<T>, Failure> {
        self.faults.brew();
        let mut ended = act(self.app.clone()).await;
        if self.faults.crashed() {
            self.app = self.ports.boot();
            ended = act(self.app.clone()).await;
        }
        if self.faults.double()
            && let Err(failure) = act(self.app.clone()).await
            && !is_no(&failure)
        {
            return Err(failure);
        }
        match ended {
            Ok(value) => Ok(Some(value)),
            Err(failure) if is_no(&failure) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}

/// Whether a rule says no, which is an answer and no fault.
fn is_no(failure: &Failure) -> bool {
    match failure {
        Failure::Refused(_) | Failure::People(_) | Failure::Appointment(_) => true,
        Failure::Invalid(faults) => faults.iter().all(|fault| fault.fault == Fault::Taken),
        Failure::Missing | Failure::Overtaken(_) | Failure::Store(_) => false,
    }
}

fn date_at(hours: &Schedule, at: Time) -> Date {
    let there = at
        .to_jiff()
        .map(|at| at.to_zoned_datetime(hours.zone().clone()).date());
    there.unwrap_or_default()
}

/// The instant at which a date begins in a zone.
pub(crate) fn midnight(date: Date, zone: &TimeZone) -> Option<Time> {
    let there = date.to_zoned_datetime(zone.clone()).ok()?;
    Some(Time::from(there.timestamp()))
}

fn at_civil(moment: jiff::civil::DateTime, zone: &TimeZone) -> Option<Time> {
    Some(Time::from(
        moment.to_zoned_datetime(zone.clone()).ok()?.timestamp(),
    ))
}

/// The hours of a place as a practice of the United States keeps them, public holidays and all.
pub(crate) fn kept(zone: &str, hours: &str) -> Result<Schedule, Failure> {
    let schedule = HoursPlan::parse(zone, hours).and_then(|mut plan| {
        plan.holidays = closed_days();
        Schedule::compile(&plan)
    });
    schedule.map_err(|_| Failure::Missing)
}

/// The days that close a desk in the United States, as a practice founded there keeps them.
fn closed_days() -> Vec<Holiday> {
    let Some(country) = Country::from_code("US") else {
        return Vec::new();
    };
    let days = (2015..=2035).flat_map(|year| holidays(country, year));
    days.map(|(date, name)| Holiday {
        date,
        name: name.to_owned(),
    })
    .collect()
}

#[cfg(test)]
mod tests;
