//! What clerks and doctors do: they take the most pressing request, answer it, hand it on, put it off, join it to another.

use anteroom_app::requests::view::{Assignment, Desk, Resolution, Say};
use anteroom_app::{Failure, alerts, requests};
use anteroom_core::Span;
use anteroom_core::requests::{After, EntryKind, NoReply, Via};
use rand::RngExt;

use super::{Deed, World, midnight};

impl World {
    /// A thread waits for a clerk; one who has nothing to do sees it soon.
    pub(super) fn waits(&mut self, place: usize, urgent: bool) {
        self.waiting.insert((!urgent, self.now, place));
        let idle = self.clerks.iter().position(|clerk| clerk.present && !clerk.busy);
        if let Some(index) = idle.filter(|_| self.hours.is_open(self.now)) {
            self.clerks[index].busy = true;
            let notices = self.between(10, 80);
            self.plan(self.now + notices, Deed::Look(index));
        }
    }

    /// A clerk takes the next request, or has nothing to do.
    pub(super) async fn look(&mut self, index: usize) -> Result<(), Failure> {
        self.clerks[index].busy = false;
        if !self.clerks[index].present || !self.hours.is_open(self.now) {
            return Ok(());
        }
        let Some((_, _, place)) = self.waiting.pop_first() else {
            return Ok(());
        };
        self.clerks[index].busy = true;
        let desk = self.house.clerks[index].clone();
        let number = self.threads[place].number;
        if self.one_in(2) {
            let to = Assignment {
                member: Some(desk.member.id),
                team: None,
            };
            self.done(async |app| requests::assign(&app, &desk, number, to).await)
                .await?;
        }
        self.register(&desk, place).await?;
        self.put_right(&desk, place).await?;
        self.join(index, place).await?;
        let (least, most) = match self.threads[place].topic {
            "spam" => (10, 40),
            "danger" => (40, 120),
            "complaint" => (300, 900),
            "billing" | "records" => (180, 460),
            "clinical" => (150, 440),
            _ => (120, 380),
        };
        let takes = self.between(least * self.slow / 100, most * self.slow / 100);
        self.plan(self.now + takes, Deed::Finish(index, place));
        Ok(())
    }

    /// Joins what the same family asked elsewhere meanwhile.
    async fn join(&mut self, index: usize, place: usize) -> Result<(), Failure> {
        let desk = self.house.clerks[index].clone();
        let thread = self.threads[place].clone();
        let same = |other: &Self, (_, _, at): &(bool, anteroom_core::Time, usize)| {
            let other = &other.threads[*at];
            other.family.is_some() && other.family == thread.family && other.name == thread.name
        };
        let Some(other) = self.waiting.iter().find(|waits| same(self, waits)).copied() else {
            return Ok(());
        };
        let joined = self.threads[other.2].number;
        if joined == thread.number {
            return Ok(());
        }
        let number = thread.number;
        let merged = self
            .done(async |app| requests::merge(&app, &desk, number, joined).await)
            .await?;
        if merged.is_some() {
            self.waiting.remove(&other);
            if self.one_in(4) {
                let sees = self.between(15, 60);
                self.plan(self.now + sees, Deed::Part(index, other.2));
            }
        }
        Ok(())
    }

    /// A clerk is done thinking: what becomes of the request?
    pub(super) async fn finish(&mut self, index: usize, place: usize) -> Result<(), Failure> {
        let desk = self.house.clerks[index].clone();
        let rests = self.between(8, 50);
        self.plan(self.now + rests, Deed::Look(index));
        let topic = self.threads[place].topic;
        match topic {
            "spam" => self.dismiss(&desk, place).await,
            "records" | "complaint" => self.oblige(&desk, place).await,
            "clinical" if !self.one_in(3) => self.hand_on(&desk, place).await,
            "danger" => self.hand_on(&desk, place).await,
            _ => self.settle(index, place).await,
        }
    }

    async fn settle(&mut self, index: usize, place: usize) -> Result<(), Failure> {
        let desk = self.house.clerks[index].clone();
        match self.chance.random_range(0..100) {
            0..11 => {
                if let Some(words) = self.told_of(place, "ask") {
                    return self
                        .reply((desk, place), words, (Via::Writing, After::Wait))
                        .await;
                }
            }
            11..17 => return self.hand_on(&desk, place).await,
            17..22 => return self.try_call(&desk, place).await,
            22..25 => return self.put_off(&desk, place).await,
            39..46 if self.threads[place].topic == "scheduling" => {
                return self.list(&desk, place).await;
            }
            25..34 => {
                let words = self.threads[place].tell(&mut self.chance, "said");
                return self.reply((desk, place), words, (Via::Phone, After::Close)).await;
            }
            34..37 => self.plan(self.now + Span::from_secs(4), Deed::TakeBack(index, place)),
            37..39 => self.plan(self.now + Span::from_minutes(2), Deed::Bounce(place)),
            _ => {}
        }
        let words = self.told_of(place, "reply").unwrap_or_else(|| "OK.".to_owned());
        self.reply((desk, place), words, (Via::Writing, After::Close))
            .await
    }

    fn told_of(&mut self, place: usize, before: &str) -> Option<String> {
        self.threads[place].tell_of(&mut self.chance, before)
    }

    fn say(&mut self, words: String) -> Say {
        Say {
            words,
            key: self.key(),
            seen: i64::MAX,
        }
    }

    pub(super) async fn reply(
        &mut self,
        (desk, place): (Desk, usize),
        words: String,
        (via, after): (Via, After),
    ) -> Result<(), Failure> {
        let (say, number) = (self.say(words), self.threads[place].number);
        let replied = self
            .done(async |app| requests::reply(&app, &desk, number, &say, via, after).await)
            .await?;
        if replied.is_some() {
            self.acknowledged.entry(number).or_default().replies += 1;
            self.answered(place, after);
        }
        Ok(())
    }

    async fn dismiss(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let number = self.threads[place].number;
        let resolution = Resolution {
            reason: Some(NoReply::Spam),
            seen: i64::MAX,
        };
        self.done(async |app| requests::resolve(&app, desk, number, resolution).await)
            .await
            .map(drop)
    }

    /// A request with a second clock wants a finding with its reply.
    async fn oblige(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let number = self.threads[place].number;
        let finding = self.told_of(place, "finding").unwrap_or_default();
        let words = self.told_of(place, "reply").unwrap_or_default();
        let say = self.say(words.clone());
        let met = self
            .done(async |app| requests::answer_obligation(&app, desk, number, &finding, &say).await)
            .await?;
        if met.is_some() {
            self.acknowledged.entry(number).or_default().replies += 1;
            self.answered(place, After::Close);
            return Ok(());
        }
        // It was met before: the family wrote once more.
        self.reply((desk.clone(), place), words, (Via::Writing, After::Close))
            .await
    }

    /// A doctor has to read it: the family hears when it will.
    async fn hand_on(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let number = self.threads[place].number;
        if self.one_in(3) {
            let note = self.threads[place].tell(&mut self.chance, "note");
            let note = self.say(note);
            self.done(async |app| requests::note(&app, desk, number, &note).await)
                .await?;
        }
        let words = self.threads[place].tell(&mut self.chance, "hold");
        self.reply((desk.clone(), place), words, (Via::Writing, After::KeepOpen))
            .await?;
        let to = Assignment {
            member: None,
            team: self.house.clinicians,
        };
        self.done(async |app| requests::assign(&app, desk, number, to).await)
            .await?;
        let later = self.between(45 * 60, 430 * 60);
        let at = self.hours.after_open(self.now, later).unwrap_or(self.now + later);
        self.plan(at, Deed::Doctor(place));
        Ok(())
    }

    /// A doctor sees to all words of danger that nobody has seen to.
    pub(super) async fn heed(&mut self) -> Result<(), Failure> {
        let desk = self.house.doctors[0].clone();
        let found = self.done(async |app| alerts::live(&app, &desk).await).await?;
        for alert in found.map_or_else(Vec::new, |(live, _)| live) {
            self.done(async |app| alerts::acknowledge(&app, &desk, alert.id).await)
                .await?;
        }
        Ok(())
    }

    pub(super) async fn doctor(&mut self, place: usize) -> Result<(), Failure> {
        if self.behind && self.one_in(3) {
            let later = self.between(20 * 60, 120 * 60);
            self.plan(self.now + later, Deed::Doctor(place));
            return Ok(());
        }
        let index = self.chance.random_range(0..self.house.doctors.len());
        let desk = self.house.doctors[index].clone();
        if self.one_in(5) {
            let note = self.threads[place].tell(&mut self.chance, "note");
            let (note, number) = (self.say(note), self.threads[place].number);
            self.done(async |app| requests::note(&app, &desk, number, &note).await)
                .await?;
        }
        let words = self.told_of(place, "reply").unwrap_or_else(|| "OK.".to_owned());
        self.reply((desk, place), words, (Via::Writing, After::Close))
            .await
    }

    /// Nobody picks up at home: once more later.
    async fn try_call(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let number = self.threads[place].number;
        let tried = self.threads[place].tell(&mut self.chance, "tried");
        let tried = self.say(tried);
        self.done(async |app| requests::attempt(&app, desk, number, &tried).await)
            .await?;
        let later = self.between(4 * 60, 20 * 60);
        self.plan(self.now + later, Deed::Return(place));
        Ok(())
    }

    /// It waits for somebody else until the next morning.
    async fn put_off(&mut self, desk: &Desk, place: usize) -> Result<(), Failure> {
        let number = self.threads[place].number;
        let words = self.threads[place].tell(&mut self.chance, "hold");
        self.reply((desk.clone(), place), words, (Via::Writing, After::KeepOpen))
            .await?;
        let morrow = self
            .today()
            .tomorrow()
            .ok()
            .and_then(|day| midnight(day, self.hours.zone()));
        let opens = morrow.and_then(|at| self.hours.after_open(at, Span::from_minutes(40)));
        let until = opens.unwrap_or(self.now + Span::from_hours(20));
        self.done(async |app| requests::snooze(&app, desk, number, until).await)
            .await?;
        self.plan(until + Span::from_secs(30), Deed::Return(place));
        Ok(())
    }

    /// What was written just now was wrong.
    pub(super) async fn take_back(&mut self, index: usize, place: usize) -> Result<(), Failure> {
        let (desk, number) = (self.house.clerks[index].clone(), self.threads[place].number);
        let page = self
            .done(async |app| requests::page(&app, &desk, number).await)
            .await?;
        let Some(entry) = page.and_then(|page| page.undo) else {
            return Ok(());
        };
        let back = self
            .done(async |app| requests::take_back(&app, &desk, number, entry).await)
            .await?;
        if back.is_some() {
            self.waits(place, false);
        }
        Ok(())
    }

    /// The channel of the last reply is dead: its clock runs again.
    pub(super) async fn bounce(&mut self, place: usize) -> Result<(), Failure> {
        let (desk, number) = (self.house.doctors[0].clone(), self.threads[place].number);
        if !self.one_in(6) {
            return Ok(());
        }
        let page = self
            .done(async |app| requests::page(&app, &desk, number).await)
            .await?;
        let sent = page.and_then(|page| {
            let mut back = page.lines.into_iter().rev();
            back.find(|line| line.kind == EntryKind::Reply && line.undo_until.is_none())
        });
        let Some(line) = sent.filter(|line| line.via == Via::Writing) else {
            return Ok(());
        };
        let practice = self.house.practice.clone();
        let failed = self
            .done(async |app| requests::undelivered(&app, &practice, number, line.id).await)
            .await?;
        if failed.is_some() {
            self.waits(place, false);
        }
        Ok(())
    }
}
