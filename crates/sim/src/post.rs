//! The mail server of a world. A calm one takes every letter; a seeded one is as bad ones are: busy, slow, gone, it refuses, or
//! takes a letter and never says so. It keeps what it was given, so that a checker can hold that against the rows.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_app::Clock;
use anteroom_app::letters::{Carrier, Doing, Mail, Mailroom, NoKeyFile, Pen, Server, Told, Written};
use anteroom_core::Span;
use anteroom_core::ids::MessageId;
use anteroom_core::messages::{Carried, Why};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::SetClock;

/// The longest that it takes its time, in seconds: less than a carrier waits.
const SLOW: i64 = 55;
/// The address that browsers would see.
const PUBLIC: &str = "https://desk.example";

/// How often each letter was taken, whatever was said of it.
pub type Book = BTreeMap<MessageId, u64>;

/// The server.
pub struct Post {
    /// Where its moods come from, and the clock that goes on while it is slow; a calm one has neither.
    moods: Option<(Arc<SetClock>, Mutex<ChaCha8Rng>)>,
    book: Mutex<Book>,
}

impl Post {
    /// One that takes every letter.
    pub fn calm() -> Arc<Self> {
        Arc::new(Self {
            moods: None,
            book: Mutex::default(),
        })
    }

    /// One whose moods come from a seed.
    pub fn seeded(clock: Arc<SetClock>, seed: u64) -> Arc<Self> {
        let chance = ChaCha8Rng::seed_from_u64(seed ^ 0x90_57);
        Arc::new(Self {
            moods: Some((clock, Mutex::new(chance))),
            book: Mutex::default(),
        })
    }

    /// What it took so far.
    pub fn book(&self) -> Book {
        self.book.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A mailroom that gives its letters to it.
    pub(crate) fn mailroom(self: &Arc<Self>) -> Mailroom {
        let carrier = Arc::new(To(self.clone()));
        Mailroom::new(
            carrier,
            Arc::new(Plain),
            Arc::new(NoKeyFile),
            Some(PUBLIC.to_owned()),
        )
    }

    pub(crate) fn take(&self, id: MessageId) -> Carried {
        let (took, said) = self.mood();
        if took && self.moods.is_some() {
            let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
            *book.entry(id).or_default() += 1;
        }
        said
    }

    /// Whether it takes a letter, and what it says.
    fn mood(&self) -> (bool, Carried) {
        let Some((clock, chance)) = &self.moods else {
            return (true, Carried::Yes);
        };
        let mut chance = chance.lock().unwrap_or_else(PoisonError::into_inner);
        if chance.random_ratio(1, 10) {
            clock.set(clock.now() + Span::from_secs(chance.random_range(5..SLOW)));
        }
        match chance.random_range(0..100) {
            0..10 => (false, Carried::NotNow(Why::Busy)),
            10..14 => (false, Carried::NotNow(Why::Unreachable)),
            14..19 => (false, Carried::Never(Why::Refused)),
            19..24 => (true, Carried::Unknown),
            24..27 => (false, Carried::Unknown),
            _ => (true, Carried::Yes),
        }
    }
}

struct To(Arc<Post>);

impl Carrier for To {
    fn carry<'a>(&'a self, _: &'a Server, mail: &'a Mail) -> Doing<'a, Carried> {
        Box::pin(std::future::ready(self.0.take(mail.id)))
    }
}

/// Nobody reads what it writes.
struct Plain;

impl Pen for Plain {
    fn write(&self, told: &Told) -> Written {
        Written {
            subject: told.letter.to_string(),
            text: told.link.clone(),
        }
    }
}
