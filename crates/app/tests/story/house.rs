//! A practice in a world whose clock stands until it is moved: what every tale begins with.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use anteroom_app::practices::{Founding, Practice};
use anteroom_app::requests::view::{Ask, Asked, Desk, Line, Link, Page, Say, Status};
use anteroom_app::staff::Named;
use anteroom_app::{App, Failure, hours, jobs, practices, requests};
use anteroom_core::access::Role;
use anteroom_core::hours::{HoursPlan, Schedule};
use anteroom_core::ids::{EntryId, LocationId};
use anteroom_core::requests::{After, EntryKind, State, Via};
use anteroom_core::{Span, Time, limits};
use anteroom_sim::{SeededEntropy, SetClock};
use anteroom_store::staff::Member;
use anteroom_store::{Store, StoreError};

use crate::recount;

/// 2026-01-05T00:00:00Z, a Monday.
const MONDAY: Time = Time::from_micros(1_767_571_200_000_000);

/// An instant of the first two weeks: `Tue 09:30`, `Tue 09:30:10`, and `Tue+1 09:30` a week later.
pub fn at(text: &str) -> Time {
    let (day, clock) = text.split_once(' ').expect("a day and a time");
    let (day, weeks) = day.split_once('+').unwrap_or((day, "0"));
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = days.iter().position(|name| *name == day).expect("a day");
    let mut parts = clock
        .split(':')
        .map(|part| part.parse::<i64>().expect("a number"));
    let (hour, minute) = (parts.next().expect("hours"), parts.next().expect("minutes"));
    let second = parts.next().unwrap_or(0);
    let weeks = weeks.parse::<i64>().expect("a number of weeks");
    let days = weeks * 7 + i64::try_from(day).expect("a small number");
    MONDAY + Span::from_hours(days * 24 + hour) + Span::from_minutes(minute) + Span::from_secs(second)
}

/// The desk's week at first.
pub const HOURS: &str = "Mon-Fri 08:00-17:00";

/// A practice with two people at its desk.
#[derive(Clone)]
pub struct House {
    pub app: App,
    pub clock: Arc<SetClock>,
    pub practice: Practice,
    /// At the front desk.
    pub anna: Desk,
    /// A clinician.
    pub ben: Desk,
    /// The desk's hours, each from an instant on.
    pub hours: Arc<Mutex<Vec<(Time, Schedule)>>>,
    /// Those of locations.
    pub locations: Arc<Mutex<BTreeMap<LocationId, Schedule>>>,
    keys: Arc<AtomicU64>,
}

/// Tells a tale on every database, on Monday at nine, and recounts it.
pub async fn told<F, Fut>(tale: F)
where
    F: Fn(House) -> Fut + Copy + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    anteroom_store::testing::both(move |store| async move {
        let house = House::found(store).await;
        tale(house.clone()).await;
        recount::holds(&house).await;
    })
    .await;
}

impl House {
    /// A fresh practice, open on weekdays from eight to five.
    pub async fn found(store: Store) -> Self {
        let clock = Arc::new(SetClock::at(at("Mon 09:00")));
        let app = App::new(store, clock.clone(), Arc::new(SeededEntropy::new(1)));
        let practice = found(&app, "north", HOURS).await;
        let desk = HoursPlan::parse("UTC", HOURS).expect("hours");
        let desk = Schedule::compile(&desk).expect("a schedule");
        Self {
            anna: member(&app, &practice, "Anna Ames", Role::FrontDesk).await,
            ben: member(&app, &practice, "Ben Boyd", Role::Clinician).await,
            hours: Arc::new(Mutex::new(vec![(Time::MIN, desk)])),
            locations: Arc::default(),
            keys: Arc::default(),
            clock,
            practice,
            app,
        }
    }

    pub fn now(&self) -> Time {
        self.app.now()
    }

    /// Moves the clock, and lets the background do what is due.
    pub async fn until(&self, time: &str) {
        self.until_instant(at(time)).await;
    }

    pub async fn until_instant(&self, instant: Time) {
        self.clock.set(instant);
        self.work().await;
    }

    pub async fn pass(&self, span: Span) {
        self.until_instant(self.now() + span).await;
    }

    /// Does what is due, until nothing is.
    pub async fn work(&self) {
        loop {
            let round = jobs::round(&self.app).await.expect("a round of jobs");
            assert_eq!((round.again, round.given_up), (0, 0), "no job fails");
            if round.done == 0 {
                return;
            }
        }
    }

    /// A key that no form had before.
    pub fn key(&self) -> String {
        format!("form-{}", self.keys.fetch_add(1, Ordering::Relaxed))
    }

    /// What Paula Pratt types.
    pub fn form(&self, words: &str) -> Ask {
        Ask {
            name: "Paula Pratt".to_owned(),
            email: "paula@example.org".to_owned(),
            words: words.to_owned(),
            key: self.key(),
            ..Ask::default()
        }
    }

    pub async fn ask(&self, words: &str) -> Asked {
        let form = self.form(words);
        requests::ask(&self.app, &self.practice, &form)
            .await
            .expect("asked")
    }

    /// Words by somebody who has read all that was said.
    pub async fn say(&self, number: i64, words: &str) -> Say {
        let seen = self.page(number).await.version;
        Say {
            words: words.to_owned(),
            key: self.key(),
            seen,
        }
    }

    /// Words on the status page.
    pub fn say_on(&self, words: &str) -> Say {
        Say {
            words: words.to_owned(),
            key: self.key(),
            seen: 0,
        }
    }

    /// Anna writes; it can be taken back.
    pub async fn write(&self, number: i64, words: &str, after: After) {
        let say = self.say(number, words).await;
        let written = requests::reply(&self.app, &self.anna, number, &say, Via::Writing, after).await;
        written.expect("written");
    }

    /// Anna writes, and ten seconds pass.
    pub async fn answer(&self, number: i64, words: &str, after: After) {
        self.write(number, words, after).await;
        self.pass(limits::UNDO).await;
    }

    pub async fn page(&self, number: i64) -> Page {
        requests::page(&self.app, &self.anna, number)
            .await
            .expect("a page")
    }

    pub async fn state(&self, number: i64) -> State {
        self.page(number).await.row.state
    }

    pub async fn status(&self, asked: &Asked) -> Status {
        match requests::status(&self.app, &self.practice, &asked.token).await {
            Ok(Link::Open(status)) => *status,
            other => panic!("the link leads nowhere: {other:?}"),
        }
    }

    /// The patient writes on.
    pub async fn write_on(&self, asked: &Asked, words: &str) -> Status {
        let say = self.say_on(words);
        match requests::write_on(&self.app, &self.practice, &asked.token, &say).await {
            Ok(Link::Open(status)) => *status,
            other => panic!("the link leads nowhere: {other:?}"),
        }
    }

    /// Everything about the practice's requests.
    pub async fn rows(&self) -> anteroom_store::recount::Rows {
        let practice = self.app.store.practice(self.practice.id);
        practice
            .read(anteroom_store::recount::rows)
            .await
            .expect("the rows")
    }

    /// Gives the desk other hours, a moment after whatever was done before.
    pub async fn change_hours(&self, text: &str) {
        self.clock.set(self.now() + Span::from_micros(1));
        hours::change(&self.app, &self.practice, text)
            .await
            .expect("other hours");
        let plan = HoursPlan::parse("UTC", text).expect("hours");
        let schedule = Schedule::compile(&plan).expect("a schedule");
        self.hours
            .lock()
            .expect("nobody panicked")
            .push((self.now(), schedule));
    }
}

pub async fn found(app: &App, slug: &str, hours: &str) -> Practice {
    let founding = Founding {
        name: format!("{slug} practice"),
        slug: slug.to_owned(),
        timezone: "UTC".to_owned(),
        hours: hours.to_owned(),
        country: "XX".to_owned(),
        ..Founding::default()
    };
    practices::found(app, &founding, None).await.expect("founded")
}

/// Somebody who works at a practice and never signs in: hashing a password takes longer than most tales.
pub async fn member(app: &App, practice: &Practice, name: &str, role: Role) -> Desk {
    let member = Member {
        id: app.id(),
        name: name.to_owned(),
        role,
    };
    let (row, now) = (member.clone(), app.now());
    let added = app
        .store
        .practice(practice.id)
        .write(move |tx| anteroom_store::staff::insert_member(tx, &row, None, now))
        .await;
    added.unwrap_or_else(|error: StoreError| panic!("{error}"));
    let named = Named {
        id: member.id,
        name: member.name,
    };
    Desk {
        practice: practice.clone(),
        member: named,
        role,
    }
}

/// The words of lines of a kind.
pub fn words(lines: &[Line], kind: EntryKind) -> Vec<&str> {
    let of_kind = lines.iter().filter(|line| line.kind == kind);
    of_kind.map(|line| line.body.as_str()).collect()
}

/// The id of the last line of a kind.
pub fn last(lines: &[Line], kind: EntryKind) -> EntryId {
    let line = lines.iter().rev().find(|line| line.kind == kind);
    line.expect("such a line").id
}

/// What was refused, in the rules' words.
pub fn refusal<T: std::fmt::Debug>(done: Result<T, Failure>) -> anteroom_core::requests::Refusal {
    match done {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// That it is as good as not there.
pub fn missing<T: std::fmt::Debug>(done: Result<T, Failure>) {
    match done {
        Err(Failure::Missing) => {}
        other => panic!("there: {other:?}"),
    }
}
