//! Visits that are to be agreed on: clerks put them on the list, call, reach nobody, book or drop them.

use anteroom_app::Failure;
use anteroom_app::appointments::{self, TypedTry, TypedWish};
use anteroom_app::requests::view::Desk;
use anteroom_core::Span;
use anteroom_core::appointments::{Days, How, Outcome, Reason, State};
use anteroom_core::ids::ToScheduleId;
use anteroom_core::requests::{After, Via};
use jiff::ToSpan;
use jiff::civil::Weekday;
use rand::RngExt;

use super::{Deed, World};

impl World {
    /// Nothing is free yet: it goes on the list, and the family hears so.
    pub(super) async fn list(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let thread = self.threads[place].clone();
        let number = thread.number;
        let parts = ["", "morning", "afternoon", "evening"];
        let mut days = Vec::new();
        for day in [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Thursday,
            Weekday::Friday,
        ] {
            if self.one_in(3) {
                days.push(day);
            }
        }
        let wish = TypedWish {
            what: thread.tell(&mut self.chance, "checkup"),
            can: thread.tell(&mut self.chance, "when_can"),
            part: parts[self.chance.random_range(0..parts.len())].to_owned(),
            days: Days::of(days),
            location: String::new(),
        };
        let added = self
            .done(
                async |app| match appointments::add_from(&app, desk, number, &wish).await {
                    // A number that nobody here knows called: there is nobody to put on the list.
                    Err(Failure::Invalid(_)) => Ok(None),
                    other => other.map(Some),
                },
            )
            .await?;
        if let Some(id) = added.flatten() {
            let later = self.between(2 * 3_600, 30 * 3_600);
            self.plan_open(later, Deed::Arrange(id));
        }
        let words = thread.tell(&mut self.chance, "hold");
        self.reply((desk.clone(), place), words, (Via::Writing, After::Close))
            .await
    }

    /// Somebody at the desk sees to one of the list.
    pub(super) async fn arrange(&mut self, id: ToScheduleId) -> Result<(), Failure> {
        let index = self.chance.random_range(0..self.house.clerks.len());
        let desk = self.house.clerks[index].clone();
        let item = appointments::item(&self.app, &desk, id).await?.listed.item;
        if item.state != State::Open {
            return Ok(());
        }
        let at = (id, item.version);
        let day = self.chance.random_range(2..20);
        let date = self.today().saturating_add(i64::from(day).days());
        let time = date.at([8, 9, 10, 13, 15][self.chance.random_range(0..5)], 20, 0, 0);
        match self.chance.random_range(0..10) {
            0..5 => {
                self.done(async |app| appointments::book(&app, &desk, at, time).await)
                    .await?;
            }
            5 => {
                let reason = if self.one_in(2) {
                    Reason::NotNeeded
                } else {
                    Reason::Elsewhere
                };
                self.done(async |app| appointments::drop(&app, &desk, at, reason).await)
                    .await?;
            }
            other => {
                let tried = TypedTry {
                    how: How::Phone,
                    outcome: [
                        Outcome::NoAnswer,
                        Outcome::LeftMessage,
                        Outcome::CallsBack,
                        Outcome::NoDate,
                    ][other - 6],
                    words: String::new(),
                };
                self.done(async |app| appointments::tried(&app, &desk, at, &tried).await)
                    .await?;
                let later = self.between(3 * 3_600, 26 * 3_600);
                self.plan_open(later, Deed::Arrange(id));
            }
        }
        Ok(())
    }

    /// So much later, when somebody is there.
    fn plan_open(&mut self, later: Span, deed: Deed) {
        let at = self.now + later;
        let opens = self.hours.after_open(at, Span::from_minutes(5));
        self.plan(opens.unwrap_or(at), deed);
    }
}
