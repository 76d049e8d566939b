//! What letters need of the world: a carrier, a pen that knows the languages, a key file, the address that browsers see; and
//! how many letters of a practice are on their way at once. It knows no row.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_core::ids::{MessageId, PracticeId};
use anteroom_core::messages::{Carried, Letter};
use anteroom_core::{Span, Time, limits};

use super::Server;

/// Work that is waited for.
pub type Doing<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries a letter to a mail server. It holds to its own time, [`limits::LETTER_SPAN`], and says *unknown* only where the
/// letter was given out and no answer came.
pub trait Carrier: Send + Sync {
    /// Carries one.
    fn carry<'a>(&'a self, server: &'a Server, mail: &'a Mail) -> Doing<'a, Carried>;
}

/// A letter as it is given to a carrier.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its message: the same at each attempt, so that a server can tell it is the same letter (RFC 5322, 3.6.4).
    pub id: MessageId,
    /// One address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text, lines ended by `\n`.
    pub text: String,
    /// BCP 47.
    pub language: String,
    /// When it was made.
    pub at: Time,
}

/// Shows neither to whom nor what: a log is no place for either.
impl std::fmt::Debug for Mail {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Mail({})", self.id)
    }
}

/// Writes letters.
pub trait Pen: Send + Sync {
    /// What a letter says, in its language or, where that is none of ours, in the practice's.
    fn write(&self, told: &Told) -> Written;
}

/// What a letter may tell. There is no name of a person in it, and no word of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it is about.
    pub letter: Letter,
    /// BCP 47; empty for the practice's.
    pub language: String,
    /// The practice's own language.
    pub locale: String,
    /// Whether not even the kind of the news may be told.
    pub sensitive: bool,
    /// The practice's name.
    pub practice: String,
    /// Its telephone number; may be empty.
    pub phone: String,
    /// What to dial in an emergency.
    pub emergency: String,
    /// Where the letter leads; empty for a test.
    pub link: String,
    /// The number of a request, for a member.
    pub number: Option<i64>,
}

/// A letter's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// Why the key file can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// No place was said where it should stand.
    #[error("there is no key file: name one by --key-file")]
    Nowhere,
    /// Others than its owner can read it.
    #[error("the key file can be read by others: make it readable by its owner alone (chmod 600)")]
    Exposed,
    /// It can't be read or made, or holds no key.
    #[error("the key file can't be read or made, or holds no key of 32 bytes")]
    Unreadable,
}

/// The key outside the database under which the practices' keys are wrapped.
pub trait KeyFile: Send + Sync {
    /// The key; nothing while there is none.
    fn open(&self) -> Result<Option<[u8; 32]>, KeyFault>;
    /// The key, made if there is none.
    fn make(&self) -> Result<[u8; 32], KeyFault>;
}

/// No key file at all.
#[derive(Debug, Clone, Copy)]
pub struct NoKeyFile;

impl KeyFile for NoKeyFile {
    fn open(&self) -> Result<Option<[u8; 32]>, KeyFault> {
        Ok(None)
    }

    fn make(&self) -> Result<[u8; 32], KeyFault> {
        Err(KeyFault::Nowhere)
    }
}

/// What letters need of the world.
pub struct Mailroom {
    /// Who carries.
    pub carrier: Arc<dyn Carrier>,
    /// Who writes.
    pub pen: Arc<dyn Pen>,
    /// The key outside the database.
    pub keys: Arc<dyn KeyFile>,
    /// The address that browsers see, such as `https://desk.example`; without it no link can be written.
    pub public: Option<String>,
    rests: Mutex<BTreeMap<PracticeId, Rest>>,
}

#[derive(Default)]
struct Rest {
    flying: usize,
    until: Time,
}

impl Mailroom {
    /// A mailroom of these parts.
    pub fn new(
        carrier: Arc<dyn Carrier>,
        pen: Arc<dyn Pen>,
        keys: Arc<dyn KeyFile>,
        public: Option<String>,
    ) -> Self {
        Self {
            carrier,
            pen,
            keys,
            public,
            rests: Mutex::default(),
        }
    }

    /// A mailroom that carries nothing.
    pub(crate) fn closed() -> Self {
        Self::new(Arc::new(Nobody), Arc::new(Nobody), Arc::new(NoKeyFile), None)
    }

    /// Lets one more letter of a practice leave, or says when to come again: its server rests, or has enough to do.
    pub(super) fn let_out(&self, practice: PracticeId, now: Time) -> Result<Turn<'_>, Time> {
        let mut rests = self.rests.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = rests.entry(practice).or_default();
        if rest.until > now {
            return Err(rest.until);
        }
        if rest.flying >= limits::LETTERS_OF_PRACTICE {
            return Err(now + TURN);
        }
        rest.flying += 1;
        Ok(Turn { room: self, practice })
    }
}

/// When to look again whether a practice's server has room.
const TURN: Span = Span::from_secs(1);

/// One letter's place among those on their way.
pub(super) struct Turn<'a> {
    room: &'a Mailroom,
    practice: PracticeId,
}

impl Turn<'_> {
    /// The server did not answer: it is left alone until then.
    pub(super) fn rest_until(&self, until: Time) {
        let mut rests = self.room.rests.lock().unwrap_or_else(PoisonError::into_inner);
        rests.entry(self.practice).or_default().until = until;
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut rests = self.room.rests.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rest) = rests.get_mut(&self.practice) {
            rest.flying = rest.flying.saturating_sub(1);
            if rest.flying == 0 && rest.until == Time::default() {
                rests.remove(&self.practice);
            }
        }
    }
}

struct Nobody;

impl Carrier for Nobody {
    fn carry<'a>(&'a self, _: &'a Server, _: &'a Mail) -> Doing<'a, Carried> {
        Box::pin(std::future::ready(Carried::NotNow(
            anteroom_core::messages::Why::NotSet,
        )))
    }
}

impl Pen for Nobody {
    fn write(&self, _: &Told) -> Written {
        Written {
            subject: String::new(),
            text: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time::from_micros(1_767_600_000_000_000);

    #[test]
    fn a_practice_has_so_many_letters_on_their_way_and_another_has_its_own() {
        let room = Mailroom::closed();
        let (one, two): (PracticeId, PracticeId) = ([1; 16].into(), [2; 16].into());
        let turns: Vec<_> = (0..limits::LETTERS_OF_PRACTICE)
            .map(|_| room.let_out(one, NOW))
            .collect();
        assert!(turns.iter().all(Result::is_ok));
        assert_eq!(room.let_out(one, NOW).err(), Some(NOW + TURN));
        assert!(room.let_out(two, NOW).is_ok());
        drop(turns);
        assert!(room.let_out(one, NOW).is_ok());
        assert!(room.rests.lock().expect("nobody panicked").is_empty());
    }

    #[test]
    fn a_server_that_did_not_answer_is_left_alone_for_a_while() {
        let room = Mailroom::closed();
        let one: PracticeId = [1; 16].into();
        let until = NOW + limits::SERVER_REST;
        let turn = room.let_out(one, NOW).expect("a turn");
        turn.rest_until(until);
        drop(turn);
        assert_eq!(room.let_out(one, NOW).err(), Some(until));
        assert!(room.let_out(one, until).is_ok());
    }
}
