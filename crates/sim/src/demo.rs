//! The demo practice: weeks of a practice for children, played through the real use cases up to a Tuesday morning.

use std::sync::Arc;

use anteroom_app::{Failure, demo, jobs};
use anteroom_core::Time;
use anteroom_core::access::Role;
use anteroom_core::hours::zone_named;
use anteroom_store::Store;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::world::practice::{PASSWORD, Size, VISITORS, ZONE, found, login};
use crate::world::{Ports, World, midnight};
use crate::{SeededEntropy, SetClock};

const NAME: &str = "Harbor Children’s";
/// The practice's name in URLs.
pub(crate) const SLUG: &str = "harbor";

/// Who can sign in to the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Full name.
    pub name: &'static str,
    /// Their role.
    pub role: Role,
    /// E-mail address.
    pub login: String,
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

/// Which demo.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// The same seed makes the same.
    pub seed: u64,
    /// Up to when.
    pub until: Time,
    /// How many days.
    pub days: i64,
    /// How many contacts on an average weekday.
    pub contacts: u32,
}

/// The last Tuesday at 10:42 of the demo's zone that is over at an instant: where every demo stands when it is opened.
pub fn tuesday(now: Time) -> Time {
    let zone = zone();
    let there = now.to_jiff().map(|now| now.to_zoned_datetime(zone.clone()));
    let today = there.map(|there| there.date()).unwrap_or_default();
    let days = std::iter::successors(Some(today), |day| day.yesterday().ok());
    let mut mornings = days
        .filter(|day| day.weekday() == Weekday::Tuesday)
        .filter_map(|day| {
            let there = day.at(10, 42, 0, 0).to_zoned_datetime(zone.clone()).ok()?;
            Some(Time::from(there.timestamp()))
        });
    mornings.find(|morning| *morning <= now).unwrap_or(now)
}

fn zone() -> TimeZone {
    zone_named(ZONE).unwrap_or(TimeZone::UTC)
}

/// Writes the demo practice into an empty place of the database. The same wish writes the same. `passed` hears of each day.
pub async fn demo(store: Store, wish: Wish, mut passed: impl FnMut(Date)) -> Result<Demo, Failure> {
    let zone = zone();
    let last = wish
        .until
        .to_jiff()
        .map(|at| at.to_zoned_datetime(zone.clone()).date())
        .unwrap_or_default();
    let first = last.saturating_sub(wish.days.days());
    let from = midnight(first, &zone).unwrap_or(wish.until);
    let clock = Arc::new(SetClock::at(from));
    let ports = Ports {
        store,
        clock: clock.clone(),
        entropy: Arc::new(SeededEntropy::new(wish.seed)),
        post: Some(crate::post::Post::calm()),
    };
    let app = ports.boot();
    demo::mark(&app, wish.until).await?;
    let size = size(wish.contacts);
    let house = found(&app, NAME, SLUG, size).await?;
    let mut world = World::new(ports, house, size, wish.seed, from)?;
    world.expect(last.saturating_sub(15.days()), last);
    world.open(last).await?;
    let mut day = first;
    while let Some(dusk) = day.tomorrow().ok().and_then(|next| midnight(next, &zone)) {
        world.play_until(&clock, dusk.min(wish.until)).await?;
        passed(day);
        // Days pass in seconds here: PostgreSQL's own look at the tables, once a minute, would come after them.
        if usize::try_from(first.until(day).map_or(0, |span| span.get_days()))
            .is_ok_and(usize::is_power_of_two)
        {
            world.app.store.analyze().await?;
        }
        if dusk >= wish.until {
            break;
        }
        day = day.tomorrow().unwrap_or(day);
    }
    jobs::round(&world.app).await?;
    world.shut().await?;
    world.app.store.analyze().await?;
    let sign_ins = VISITORS.iter().map(|(name, role)| SignIn {
        name,
        role: *role,
        login: login(name, SLUG),
        password: PASSWORD,
    });
    Ok(Demo {
        slug: SLUG,
        sign_ins: sign_ins.collect(),
        requests: world.requests(),
    })
}

/// A practice as big as its contacts ask for.
fn size(contacts: u32) -> Size {
    let whole = Size::DEMO;
    let share = |of: usize| (of * contacts as usize).div_ceil(whole.contacts as usize).min(of);
    Size {
        contacts,
        clerks: share(whole.clerks),
        doctors: share(whole.doctors),
        families: share(whole.families).max(20),
        phones: share(whole.phones).max(4),
        ..whole
    }
}
