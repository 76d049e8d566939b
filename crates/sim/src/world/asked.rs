//! Whoever was asked whether they would recommend the practice, and answers. Decides what they think; whom the practice asks
//! is the product's business.

use anteroom_app::requests::view::View;
use anteroom_app::surveys::{self, Answered};
use anteroom_app::{Failure, requests};
use anteroom_core::Span;
use rand::RngExt;

use super::words::Tongue;
use super::{Deed, World};

/// How long a letter is answered, if at all.
const ANSWERS: Span = Span::from_days(3);
/// Letters that are looked at, at once.
const LETTERS: i64 = 200;
/// How often of a hundred somebody who looks into their letters answers: they look twice a day.
const SHARE: i64 = 7;

impl World {
    /// Families look into their letters.
    pub(super) async fn survey(&mut self) -> Result<(), Failure> {
        let practice = self.house.practice.clone();
        let since = self.now - ANSWERS;
        let asked = self
            .done(async |app| surveys::waiting(&app, &practice, since, LETTERS).await)
            .await?;
        for id in asked.unwrap_or_default() {
            if self.chance.random_range(0..100) >= SHARE {
                continue;
            }
            let typed = self.opinion();
            self.done(async |app| surveys::answer_as(&app, &practice, id, &typed).await)
                .await?;
        }
        self.find().await
    }

    /// Clerks find in the queue what nobody gave them: those who would not recommend the practice, and callers who called
    /// again.
    async fn find(&mut self) -> Result<(), Failure> {
        let desk = self.house.clerks[0].clone();
        let now = self.now;
        let page = requests::queue(&self.app, &desk, View::All, None).await?;
        for row in page.rows {
            let place = self.threads.iter().position(|thread| thread.number == row.number);
            match place {
                None => self.take_up(&row, now),
                Some(place) if row.clock.is_some() && !self.waiting.iter().any(|(.., of)| *of == place) => {
                    self.waits(place, false);
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// What somebody thinks: most are content, and some say why.
    fn opinion(&mut self) -> Answered {
        let (score, rule) = match self.chance.random_range(0..100) {
            0..42 => (10, "praise"),
            42..66 => (9, "praise"),
            66..78 => (8, "between"),
            78..87 => (7, "between"),
            87..92 => (6, "blame"),
            92..96 => (4, "blame"),
            96..99 => (2, "blame"),
            _ => (0, "blame"),
        };
        let tongue = if self.one_in(3) {
            Tongue::Spanish
        } else {
            Tongue::English
        };
        let says = score < 7 || self.one_in(3);
        let words = says.then(|| tongue.tell(&mut self.chance, rule, &[]));
        Answered {
            score: Some(score.to_string()),
            words: words.map(|words| (words, score < 7 && self.one_in(2))),
            wish: String::new(),
        }
    }

    /// The mail goes out, and comes again in a while.
    pub(super) async fn post(&mut self) -> Result<(), Failure> {
        while anteroom_app::letters::next(&self.app)
            .await?
            .is_some_and(|due| due <= self.app.now())
        {
            self.faults.brew();
            let round = anteroom_app::letters::round(&self.app).await;
            if self.faults.crashed() {
                self.app = self.ports.boot();
            } else {
                round?;
            }
        }
        self.plan(self.now + Span::from_minutes(20), Deed::Post);
        Ok(())
    }
}
