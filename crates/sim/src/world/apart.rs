//! What clerks put right: a kind or an urgency that was not what it seemed, two requests that are one matter or have to do
//! with each other, one that is two, and what was done to many at once and taken back.

use anteroom_app::requests::bulk::{self, Pick};
use anteroom_app::requests::view::{Desk, View};
use anteroom_app::requests::{Part, Tags};
use anteroom_app::{Failure, requests};
use anteroom_core::requests::{EntryKind, NoReply, Urgency};
use rand::RngExt;

use super::World;

/// How many a clerk chooses at once at most.
const PICKS: usize = 6;

impl World {
    /// Whoever reads a request sees what it is really about.
    pub(super) async fn put_right(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let number = self.threads[place].number;
        if self.one_in(25) {
            let urgency = if self.one_in(3) {
                Urgency::Urgent
            } else {
                Urgency::Normal
            };
            let kind = if self.one_in(2) { "other" } else { "clinical" };
            let tags = Tags {
                kind: self.one_in(2).then(|| kind.to_owned()),
                urgency: Some(urgency),
            };
            self.done(async |app| requests::retag(&app, desk, number, tags.clone()).await)
                .await?;
        }
        if self.one_in(12) {
            self.link(desk, place).await?;
        }
        Ok(())
    }

    /// The same family asked something before that this has to do with, or turns out to have nothing to do with.
    async fn link(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let thread = &self.threads[place];
        let (number, family) = (thread.number, thread.family);
        let before = self.threads[..place].iter().rev().take(500);
        let mut same = before.filter(|other| family.is_some() && other.family == family);
        let Some(other) = same.next().map(|other| other.number) else {
            return Ok(());
        };
        self.done(async |app| requests::link(&app, desk, number, other).await)
            .await?;
        if self.one_in(4) {
            self.done(async |app| requests::unlink(&app, desk, number, other).await)
                .await?;
        }
        Ok(())
    }

    /// What was joined was another matter after all.
    pub(super) async fn part(&mut self, index: usize, place: usize) -> Result<(), Failure> {
        let (desk, number) = (self.house.clerks[index].clone(), self.threads[place].number);
        let parted = self
            .done(async |app| requests::unmerge(&app, &desk, number).await)
            .await?;
        if parted.is_some() {
            self.waits(place, false);
        }
        Ok(())
    }

    /// The last words of a thread are another matter: they become a request of their own.
    pub(super) async fn split(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let number = self.threads[place].number;
        let page = self
            .done(async |app| requests::page(&app, desk, number).await)
            .await?;
        let lines = page.map_or_else(Vec::new, |page| page.lines);
        let mut said = lines.iter().filter(|line| line.kind == EntryKind::Patient);
        let Some(last) = said.next_back().map(|line| line.id) else {
            return Ok(());
        };
        let part = Part {
            lines: vec![last],
            kind: "other".to_owned(),
            subject: String::new(),
        };
        let split = self
            .done(
                async |app| match requests::split(&app, desk, number, &part).await {
                    // The lines left already, before the machine crashed.
                    Err(Failure::Missing) => Ok(None),
                    other => other.map(Some),
                },
            )
            .await?;
        if let Some(new) = split.flatten() {
            let apart = self.threads[place].part(new);
            self.acknowledged.entry(new).or_default();
            self.threads.push(apart);
            self.waits(self.threads.len() - 1, false);
        }
        Ok(())
    }

    /// A clerk clears the queue of what looks alike, sees that it was the wrong lot, and takes it back.
    pub(super) async fn sweep(&mut self, index: usize) -> Result<(), Failure> {
        let desk = self.house.clerks[index].clone();
        let page = requests::queue(&self.app, &desk, View::Unowned, None).await?;
        let many = self.chance.random_range(1..=PICKS);
        let picks: Vec<_> = page
            .rows
            .iter()
            .rev()
            .take(many)
            .map(|row| Pick {
                number: row.number,
                seen: row.version,
            })
            .collect();
        if picks.is_empty() {
            return Ok(());
        }
        let deed = match self.chance.random_range(0..4) {
            0 => bulk::Deed::Close(Some(NoReply::NoAnswerNeeded)),
            1 => bulk::Deed::Retag(Tags {
                kind: Some("other".to_owned()),
                urgency: Some(Urgency::Normal),
            }),
            2 => bulk::Deed::Snooze(self.now + anteroom_core::Span::from_hours(3)),
            _ => bulk::Deed::Assign(Some(desk.member.id)),
        };
        let stays = matches!(deed, bulk::Deed::Assign(_)) && self.one_in(2);
        let done = self
            .done(async |app| bulk::bulk(&app, &desk, &picks, deed.clone()).await)
            .await?;
        if let Some(id) = done.filter(|_| !stays) {
            self.done(async |app| bulk::undo(&app, &desk, id).await).await?;
        }
        Ok(())
    }
}
