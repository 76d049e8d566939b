//! A demo that goes on while it is served: families write, clerks answer whatever stands in the queue, a visitor's words
//! among it, and the number of open requests nears the one at which the desk has to act.

use std::collections::BTreeSet;

use anteroom_app::practices::{self, Practice};
use anteroom_app::requests::view::{Desk, Row, View};
use anteroom_app::staff::{Named, members};
use anteroom_app::{Failure, requests};
use anteroom_core::access::Role;
use anteroom_core::{Span, Time};

use crate::demo::SLUG;
use crate::world::furnish::phones_of;
use crate::world::practice::{House, PHONES, Size, VISITORS};
use crate::world::{Ports, World};

/// How long after the start somebody writes words of danger.
const CRY: Span = Span::from_secs(75);
/// How often the queue is looked at for what others wrote.
const LOOK: Span = Span::from_secs(15);
/// Pages of the queue that are looked at: more than is ever open.
const PAGES: usize = 6;
/// The longest rest: whatever else happens is seen after it.
const REST: Span = Span::from_secs(5);

/// The people of a demo, at work.
pub struct Living {
    world: World,
    known: BTreeSet<i64>,
    looked_at: Time,
}

impl Living {
    /// Finds everybody at their desks. Whom a visitor can be does nothing by themselves.
    pub async fn begin(ports: Ports, seed: u64) -> Result<Self, Failure> {
        let app = ports.boot();
        let (now, practice) = (app.now(), practices::by_slug(&app, SLUG).await?);
        let mut house = House::empty(practice.clone());
        let mut on_phones = Vec::new();
        for (member, _) in members::list(&app, &practice).await? {
            let phones = PHONES.contains(&member.name.as_str());
            let visitor = VISITORS.iter().any(|(name, _)| *name == member.name);
            let desk = at_desk(&practice, member.id, member.name, member.role);
            match member.role {
                Role::FrontDesk if phones => on_phones.push(desk),
                Role::FrontDesk if !visitor => house.clerks.push(desk),
                Role::Clinician if !visitor => house.doctors.push(desk),
                _ => {}
            }
        }
        if house.clerks.is_empty() || house.doctors.is_empty() {
            return Err(Failure::Missing);
        }
        on_phones.sort_by_key(|desk| PHONES.iter().position(|name| *name == desk.member.name));
        house.phones = phones_of(&app, &practice, &on_phones).await?;
        house.site = true;
        let mut world = World::new(ports, house, Size::DEMO, seed, now)?;
        world.watch();
        world.crowd();
        world.cry_at(now + CRY);
        Ok(Self {
            world,
            known: BTreeSet::new(),
            looked_at: Time::MIN,
        })
    }

    /// Does what is due by now; how long nothing else is.
    pub async fn act(&mut self) -> Result<Span, Failure> {
        let now = self.world.app.now();
        if now.since(self.looked_at) >= LOOK {
            self.looked_at = now;
            self.look(now).await?;
        }
        while let Some(at) = self.world.next().filter(|at| *at <= now) {
            self.world.step(at.max(self.looked_at)).await?;
        }
        let next = self
            .world
            .next()
            .map_or(REST, |at| at.since(self.world.app.now()));
        Ok(next.clamp(Span::from_secs(1), REST))
    }

    /// Takes up what stands in the queue and nobody of this world wrote or knows.
    async fn look(&mut self, now: Time) -> Result<(), Failure> {
        let desk = self.world.house.clerks[0].clone();
        let mut after = None;
        for _ in 0..PAGES {
            let page = requests::queue(&self.world.app, &desk, View::All, after.as_deref()).await?;
            let open = page.counts.iter().find(|(view, _)| *view == View::All);
            self.world.crowded(open.map_or(0, |(_, count)| *count));
            for row in page.rows {
                self.take_up(&row, now);
            }
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn take_up(&mut self, row: &Row, now: Time) {
        if self.known.insert(row.number) && !self.world.knows(row.number) {
            self.world.take_up(row, now);
        }
    }
}

fn at_desk(practice: &Practice, id: anteroom_core::ids::MemberId, name: String, role: Role) -> Desk {
    Desk {
        practice: practice.clone(),
        member: Named { id, name },
        role,
    }
}
