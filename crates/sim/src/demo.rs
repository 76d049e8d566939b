//! The demo practice: some days of a small family practice, played through the real use cases up to an instant.

use std::sync::Arc;

use anteroom_app::practices::{Administrator, Founding, NewLocation, Practice};
use anteroom_app::requests::view::{Ask, Assignment, Desk, Say};
use anteroom_app::staff::Named;
use anteroom_app::{App, Clock, Failure, jobs, practices, requests, staff};
use anteroom_core::access::Role;
use anteroom_core::hours::{HoursPlan, Schedule};
use anteroom_core::requests::{After, Via};
use anteroom_core::{Span, Time};
use anteroom_store::Store;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::script::{EXCHANGES, Exchange, PEOPLE};
use crate::{SeededEntropy, SetClock};

const SLUG: &str = "harbor";
const ZONE: &str = "America/Chicago";
const HOURS: &str = "Mon-Fri 08:00-17:00; Sat 09:00-13:00";
/// How far back the world begins.
const DAYS: i64 = 9;
/// Everybody's: it is a demo, and says so where it is printed.
const PASSWORD: &str = "open-the-harbor-door";
/// Staff: name, login, role.
const STAFF: &[(&str, &str, Role)] = &[
    ("Luis Prado", "luis@harbor.example", Role::Administrator),
    ("Maria Reyes", "maria@harbor.example", Role::FrontDesk),
    ("Jo Kim", "jo@harbor.example", Role::FrontDesk),
    ("Nadia Patel", "nadia@harbor.example", Role::Clinician),
    ("Dana Silva", "dana@harbor.example", Role::Manager),
];

/// Who can sign in to the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Full name.
    pub name: &'static str,
    /// Their role.
    pub role: Role,
    /// E-mail address.
    pub login: &'static str,
    /// Password.
    pub password: &'static str,
}

/// The demo practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// Its name in URLs.
    pub slug: &'static str,
    /// Who can sign in.
    pub sign_ins: Vec<SignIn>,
    /// Requests that were asked.
    pub requests: usize,
}

/// One thing that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Ask,
    Assign,
    Note,
    Attempt,
    Reply,
    Thank,
}

/// One thing that happens, when, and in which exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Happening {
    at: Time,
    exchange: usize,
    deed: Deed,
}

/// An exchange of the world: who writes about what, who answers.
#[derive(Debug, Clone)]
struct Thread {
    person: usize,
    about: usize,
    member: usize,
    by_phone: bool,
    keeps_open: bool,
    number: Option<i64>,
    token: String,
}

struct World {
    app: App,
    clock: Arc<SetClock>,
    practice: Practice,
    team: Vec<Desk>,
    threads: Vec<Thread>,
}

/// Writes the demo practice into an empty place of the database, up to `now`. The same seed and instant write the same.
pub async fn demo(store: Store, seed: u64, now: Time) -> Result<Demo, Failure> {
    let clock = Arc::new(SetClock::at(now - Span::from_days(DAYS)));
    let app = App::new(store, clock.clone(), Arc::new(SeededEntropy::new(seed)));
    let practice = found(&app).await?;
    let team = hire(&app, &practice).await?;
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let (threads, happenings) = plan(&mut chance, clock.now(), now)?;
    let mut world = World {
        app,
        clock,
        practice,
        team,
        threads,
    };
    let mut requests = 0;
    for happening in happenings {
        world.pass_until(happening.at).await?;
        requests += usize::from(happening.deed == Deed::Ask);
        world.happen(happening).await?;
        // Days pass in seconds here: PostgreSQL's own look at the tables, once a minute, would come after them.
        if happening.deed == Deed::Ask && requests.is_power_of_two() {
            world.app.store.analyze().await?;
        }
    }
    world.pass_until(now).await?;
    jobs::round(&world.app).await?;
    let sign_ins = STAFF.iter().map(|(name, login, role)| SignIn {
        name,
        role: *role,
        login,
        password: PASSWORD,
    });
    Ok(Demo {
        slug: SLUG,
        sign_ins: sign_ins.collect(),
        requests,
    })
}

async fn found(app: &App) -> Result<Practice, Failure> {
    let founding = Founding {
        name: "Harbor Family Practice".to_owned(),
        slug: SLUG.to_owned(),
        timezone: ZONE.to_owned(),
        hours: HOURS.to_owned(),
        phone: "(512) 555-0100".to_owned(),
        ..Founding::default()
    };
    let practice = practices::found(app, &founding, None).await?;
    let places = [
        (
            "Main Street",
            "204 Main Street, step-free, parking behind the house",
            HOURS,
        ),
        (
            "Harbor Point",
            "9 Quay Road, two wide parking places at the side door",
            "Mon-Fri 13:00-18:00; Sat 09:00-12:00",
        ),
    ];
    for (name, address, hours) in places {
        let [name, address, hours] = [name, address, hours].map(str::to_owned);
        practices::add_location(
            app,
            &practice,
            &NewLocation {
                name,
                address,
                hours,
                ..NewLocation::default()
            },
        )
        .await?;
    }
    Ok(practice)
}

async fn hire(app: &App, practice: &Practice) -> Result<Vec<Desk>, Failure> {
    let mut team = Vec::new();
    for (name, login, role) in STAFF {
        let typed = Administrator {
            name: (*name).to_owned(),
            login: (*login).to_owned(),
            password: PASSWORD.to_owned(),
        };
        let id = staff::enrol(app, practice, &typed, *role).await?;
        let member = Named {
            id,
            name: (*name).to_owned(),
        };
        team.push(Desk {
            practice: practice.clone(),
            member,
            role: *role,
        });
    }
    let of = |from: usize, to: usize| team[from..to].iter().map(|desk| desk.member.id).collect();
    staff::add_team(app, practice, "Front desk", of(1, 3)).await?;
    staff::add_team(app, practice, "Clinicians", of(3, 4)).await?;
    Ok(team)
}

/// Draws what happens between two instants: some ten requests an open hour, most answered within half an hour.
fn plan(chance: &mut ChaCha8Rng, from: Time, to: Time) -> Result<(Vec<Thread>, Vec<Happening>), Failure> {
    let hours = HoursPlan::parse(ZONE, HOURS).and_then(|plan| Schedule::compile(&plan));
    let hours = hours.map_err(|_| Failure::Missing)?;
    let mut threads = Vec::new();
    let mut happenings = Vec::new();
    let mut at = from;
    loop {
        // Between 1 and 11 open minutes to the next one, now and then at night.
        let gap = Span::from_secs(chance.random_range(60..660));
        let Some(next) = hours.after_open(at, gap) else {
            break;
        };
        at = next;
        if at >= to {
            break;
        }
        let exchange = threads.len();
        threads.push(Thread {
            person: chance.random_range(0..PEOPLE.len()),
            about: chance.random_range(0..EXCHANGES.len()),
            member: chance.random_range(1..4),
            by_phone: chance.random_ratio(1, 6),
            keeps_open: chance.random_ratio(1, 25),
            number: None,
            token: String::new(),
        });
        happenings.push(Happening {
            at,
            exchange,
            deed: Deed::Ask,
        });
        happenings.extend(answered(chance, &hours, at, exchange));
    }
    happenings.retain(|happening| happening.at < to);
    happenings.sort();
    Ok((threads, happenings))
}

/// What the practice does about one request, and what the patient says then.
fn answered(chance: &mut ChaCha8Rng, hours: &Schedule, asked: Time, exchange: usize) -> Vec<Happening> {
    let minutes = match chance.random_range(0..100) {
        0..35 => chance.random_range(2..10),
        35..92 => chance.random_range(10..30),
        92..98 => chance.random_range(31..80),
        // Nobody answers for a day.
        _ => 600,
    };
    let later = |at: Time, seconds: i64| hours.after_open(at, Span::from_secs(seconds)).unwrap_or(at);
    let mut happenings = Vec::new();
    let mut add = |at: Time, deed: Deed| happenings.push(Happening { at, exchange, deed });
    let replied = later(asked, minutes * 60);
    if chance.random_ratio(2, 3) {
        add(later(asked, minutes * 20), Deed::Assign);
    }
    if chance.random_ratio(1, 6) {
        add(later(asked, minutes * 30), Deed::Note);
    }
    if chance.random_ratio(1, 12) {
        add(later(asked, minutes * 40), Deed::Attempt);
    }
    add(replied, Deed::Reply);
    if chance.random_ratio(1, 3) {
        add(
            replied + Span::from_secs(chance.random_range(120..7_200)),
            Deed::Thank,
        );
    }
    happenings
}

impl World {
    /// Lets time pass: what is due by then is done when it is due, and each minute's look along with it.
    async fn pass_until(&self, then: Time) -> Result<(), Failure> {
        while let Some(due) = jobs::next(&self.app).await?.filter(|due| *due <= then) {
            self.clock.set(due.max(self.clock.now()));
            jobs::round(&self.app).await?;
        }
        self.clock.set(then);
        Ok(())
    }

    async fn happen(&mut self, happening: Happening) -> Result<(), Failure> {
        let thread = &self.threads[happening.exchange];
        let exchange = EXCHANGES[thread.about];
        let desk = &self.team[thread.member];
        if happening.deed == Deed::Ask {
            let asked = self.ask(thread, &exchange).await?;
            let thread = &mut self.threads[happening.exchange];
            thread.number = Some(asked.number);
            thread.token = asked.token;
            return Ok(());
        }
        let Some(number) = thread.number else {
            return Ok(());
        };
        let say = |words: &str| Say {
            words: words.to_owned(),
            key: String::new(),
            seen: i64::MAX,
        };
        let done = match happening.deed {
            Deed::Ask => Ok(()),
            Deed::Assign => {
                let to = Assignment {
                    member: Some(desk.member.id),
                    team: None,
                };
                requests::assign(&self.app, desk, number, to).await
            }
            Deed::Note => {
                requests::note(
                    &self.app,
                    desk,
                    number,
                    &say("Looked it up in the chart, nothing new."),
                )
                .await
            }
            Deed::Attempt => {
                requests::attempt(&self.app, desk, number, &say("Called back, left a voicemail.")).await
            }
            Deed::Reply if !exchange.finding.is_empty() => {
                requests::answer_obligation(&self.app, desk, number, exchange.finding, &say(exchange.reply))
                    .await
            }
            Deed::Reply => {
                let via = if thread.by_phone { Via::Phone } else { Via::Writing };
                let after = match (thread.keeps_open, exchange.asks_back) {
                    (true, _) => After::KeepOpen,
                    (false, true) => After::Wait,
                    (false, false) => After::Close,
                };
                requests::reply(&self.app, desk, number, &say(exchange.reply), via, after).await
            }
            Deed::Thank => {
                let thanks = if exchange.language == "es" {
                    "¡Muchas gracias!"
                } else {
                    "Thank you!"
                };
                requests::write_on(&self.app, &self.practice, &thread.token, &say(thanks))
                    .await
                    .map(drop)
            }
        };
        match done {
            // The world goes on where a rule says no: an assigned request is assigned again, a closed one is left.
            Ok(()) | Err(Failure::Refused(_)) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    async fn ask(&self, thread: &Thread, exchange: &Exchange) -> Result<requests::view::Asked, Failure> {
        let (name, phone) = PEOPLE[thread.person];
        let ask = Ask {
            name: name.to_owned(),
            phone: phone.to_owned(),
            about: exchange.about.to_owned(),
            kind: exchange.kind.to_owned(),
            words: exchange.words.to_owned(),
            language: exchange.language.to_owned(),
            ..Ask::default()
        };
        requests::ask(&self.app, &self.practice, &ask).await
    }
}
