//! What families do: they ask, call, cry for help, write on and say thank you.

use anteroom_app::requests::view::{Ask, Link, Say};
use anteroom_app::{Failure, alerts, requests};
use anteroom_core::requests::{After, Via};
use rand::RngExt;

use super::thread::Thread;
use super::{Deed, World};

impl World {
    pub(super) fn somebody(&mut self) -> Thread {
        let index = self.chance.random_range(0..self.families.len());
        let names = self.doctors();
        Thread::begin(&mut self.chance, index, &self.families[index], &names)
    }

    pub(super) fn doctors(&self) -> Vec<String> {
        self.house
            .doctors
            .iter()
            .map(|desk| desk.member.name.clone())
            .collect()
    }

    fn form(&mut self, thread: &Thread, words: String) -> Ask {
        let family = thread.family.and_then(|index| self.families.get(index));
        let (phone, email, interpreter) = family.map_or_else(Default::default, |family| {
            (family.phone.clone(), family.email.clone(), family.interpreter)
        });
        let location = match self.chance.random_range(0..4) {
            0 => self.house.locations.last().map(ToString::to_string),
            _ => None,
        };
        let urgent = thread.topic == "danger" || thread.topic == "clinical" && self.one_in(20);
        Ask {
            name: thread.name.clone(),
            email,
            phone,
            about: thread.about(&self.families, self.today()),
            kind: thread.kind().to_owned(),
            urgency: if urgent {
                "urgent".to_owned()
            } else {
                String::new()
            },
            words,
            language: thread.tongue.tag().to_owned(),
            interpreter,
            location: location.unwrap_or_default(),
            key: self.key(),
        }
    }

    pub(super) async fn ask(&mut self) -> Result<(), Failure> {
        let thread = self.somebody();
        self.send(thread).await
    }

    /// Words that no desk may leave lying.
    pub(super) async fn cry(&mut self) -> Result<(), Failure> {
        let mut thread = self.somebody();
        thread.turn_to("danger");
        self.send(thread).await
    }

    async fn send(&mut self, mut thread: Thread) -> Result<(), Failure> {
        let words = thread.tell(&mut self.chance, thread.topic);
        let form = self.form(&thread, words);
        let practice = self.house.practice.clone();
        let asked = self
            .done(async |app| requests::ask(&app, &practice, &form).await)
            .await?;
        let Some(asked) = asked else {
            return Ok(());
        };
        (thread.number, thread.token) = (asked.number, asked.token);
        self.acknowledged.entry(asked.number).or_default().words += 1;
        let urgent = form.urgency == "urgent";
        self.threads.push(thread);
        self.waits(self.threads.len() - 1, urgent);
        self.alarmed().await
    }

    /// Words of danger ring: somebody will see to them, at night the doctor on call.
    pub(super) async fn alarmed(&mut self) -> Result<(), Failure> {
        let desk = self.house.doctors[0].clone();
        let live = self.done(async |app| alerts::live(&app, &desk).await).await?;
        if live.is_some_and(|(live, _)| !live.is_empty()) {
            let (least, most) = self.heeds;
            let after = self.between(least, most);
            self.plan(self.now + after, Deed::Heed);
        }
        Ok(())
    }

    /// A call takes a clerk's time, and is mostly answered while they speak.
    pub(super) async fn call(&mut self) -> Result<(), Failure> {
        let idle = self.clerks.iter().position(|clerk| clerk.present && !clerk.busy);
        let Some(index) = idle else {
            // Nobody picks up: they write instead.
            return self.ask().await;
        };
        let desk = self.house.clerks[index].clone();
        let mut thread = self.somebody();
        let words = thread.tell(&mut self.chance, "called");
        let form = self.form(&thread, words);
        let started = self
            .done(async |app| requests::start(&app, &desk, &form).await)
            .await?;
        let Some(number) = started else {
            return Ok(());
        };
        thread.number = number;
        self.acknowledged.entry(number).or_default().words += 1;
        self.clerks[index].busy = true;
        let lasts = self.between(90, 330);
        self.threads.push(thread);
        let place = self.threads.len() - 1;
        self.plan(self.now + lasts, Deed::Look(index));
        if matches!(form.kind.as_str(), "records" | "complaint") || self.one_in(6) {
            self.waits(place, false);
            return Ok(());
        }
        let words = self.threads[place].tell(&mut self.chance, "said");
        self.reply((desk, place), words, (Via::Phone, After::Close)).await
    }

    /// The patient writes on, by their link.
    pub(super) async fn write_on(&mut self, place: usize, rule: &str) -> Result<(), Failure> {
        let thread = self.threads[place].clone();
        if thread.token.is_empty() {
            return Ok(());
        }
        let say = Say {
            words: thread.tell(&mut self.chance, rule),
            key: self.key(),
            seen: 0,
        };
        let practice = self.house.practice.clone();
        let link = self
            .done(async |app| requests::write_on(&app, &practice, &thread.token, &say).await)
            .await?;
        if let Some(Link::Open(status)) = link {
            self.acknowledged.entry(status.number).or_default().words += 1;
            self.threads[place].number = status.number;
            if rule != "thanks" {
                self.waits(place, false);
            }
            if rule == "more" && self.one_in(3) {
                let later = self.between(20, 90);
                self.plan(self.now + later, Deed::Split(place));
            }
        }
        self.alarmed().await
    }

    /// What a family does once it has its answer.
    pub(super) fn answered(&mut self, place: usize, after: After) {
        let minutes = |world: &mut Self, least: i64, most: i64| world.between(least * 60, most * 60);
        match after {
            After::Wait if !self.one_in(4) => {
                let later = minutes(self, 3, 200);
                self.plan(self.now + later, Deed::Answer(place));
            }
            After::Close if self.one_in(4) => {
                let later = minutes(self, 2, 120);
                self.plan(self.now + later, Deed::Thank(place));
            }
            After::Close if self.one_in(14) => {
                let later = minutes(self, 5, 300);
                self.plan(self.now + later, Deed::More(place));
            }
            _ => {}
        }
    }
}
