//! What a connected phone system posts: believed by its signature, kept before it is understood, and understood as often as
//! it takes. Its secret goes in sealed and is shown once.

use anteroom_core::ids::InboxId;
use anteroom_core::{Time, limits};
use anteroom_store::calls::posts as rows;
use anteroom_store::{PracticeTx, StoreError, secrets};
use anteroom_wire::calls::post::{self, Bad, Way};
use anteroom_wire::signatures;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

use super::{Event, How, Source, What, answer_for, take_in};
use crate::letters::KeyFault;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::sealed::{self, Opened};
use crate::settings::changes::{self, Hand, Noun};
use crate::{App, Failure};

/// The secret under which posts are signed.
const SECRET: &str = "calls.secret";
/// The one before it: it holds until the new one is used for the first time.
const BEFORE: &str = "calls.secret.before";
/// The setting that says since when a phone system may post.
pub(crate) const SINCE: &str = "calls.connected";

/// How a practice's phone system is connected, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Connection {
    /// Whether there is a secret.
    pub connected: bool,
    /// Whether it can't be opened: the key file that it needs is not the one that is there.
    pub lost: bool,
    /// Whether the secret before it still holds, since the new one was never used.
    pub exchanging: bool,
    /// Posts that couldn't be understood: when they came, and a word that says why.
    pub faulty: Vec<(Time, String)>,
    /// The version that a form carries.
    pub version: String,
}

/// What the page of the phone system shows.
pub async fn connection(app: &App, practice: &Practice) -> Result<Connection, Failure> {
    let master = app.mail.keys.open().ok().flatten();
    let id = practice.id;
    let read = move |tx: &mut PracticeTx<'_>| {
        let opened = sealed::open(tx, master.as_ref(), SECRET)?;
        Ok::<_, StoreError>(Connection {
            connected: opened != Opened::None,
            lost: opened == Opened::Lost,
            exchanging: sealed::open(tx, master.as_ref(), BEFORE)? != Opened::None,
            faulty: rows::faulty(tx, limits::POSTS_SHOWN)?,
            version: changes::version(tx, (Noun::Phones, id.bytes()))?,
        })
    };
    Ok(app.store.practice(id).read(read).await?)
}

/// Makes a new secret and hands it over, this once. The one before it holds until the new one is used.
pub async fn exchange(
    app: &App,
    practice: &Practice,
    hand: Hand,
) -> Result<Result<String, KeyFault>, Failure> {
    let master = match app.mail.keys.make() {
        Ok(master) => master,
        Err(fault) => return Ok(Err(fault)),
    };
    let secret = BASE64URL_NOPAD.encode(&app.random::<32>());
    let (world, fresh) = (app.clone(), secret.clone());
    let write = move |tx: &mut PracticeTx<'_>| {
        let (now, of) = (world.now(), (Noun::Phones, tx.practice_id().bytes()));
        changes::hold(tx, of, &hand)?;
        let old = sealed::open(tx, Some(&master), SECRET)?;
        if let Opened::Secret(old) = &old {
            sealed::keep(&world, tx, &master, (BEFORE, old), now)?;
        }
        sealed::keep(&world, tx, &master, (SECRET, fresh.as_bytes()), now)?;
        anteroom_store::practices::put_setting(tx, SINCE, "1", now, hand.who())?;
        let (was, is) = if old == Opened::None {
            ("", "set")
        } else {
            ("set", "new")
        };
        Ok::<_, Failure>(changes::note(&world, tx, hand.by, of, &[("secret", was, is)])?)
    };
    app.store.practice(practice.id).write(write).await?;
    Ok(Ok(secret))
}

/// The phone system is connected no more: nothing that it posts is believed.
pub async fn disconnect(app: &App, practice: &Practice, hand: Hand) -> Result<(), Failure> {
    let world = app.clone();
    let write = move |tx: &mut PracticeTx<'_>| {
        let (now, of) = (world.now(), (Noun::Phones, tx.practice_id().bytes()));
        changes::hold(tx, of, &hand)?;
        secrets::delete(tx, BEFORE)?;
        if secrets::delete(tx, SECRET)? {
            anteroom_store::practices::put_setting(tx, SINCE, "", now, hand.who())?;
            changes::note(&world, tx, hand.by, of, &[("secret", "set", "")])?;
        }
        Ok::<_, Failure>(())
    };
    app.store.practice(practice.id).write(write).await
}

/// Takes a post in: believes its signature, keeps it, and then understands it. `Failure::Missing` for one that isn't to be
/// believed, whatever is wrong with it: a stranger is told nothing.
pub async fn posted(app: &App, practice: &Practice, signature: &str, body: &[u8]) -> Result<(), Failure> {
    let master = app.mail.keys.open().ok().flatten().ok_or(Failure::Missing)?;
    let seconds = app.now().micros().div_euclid(1_000_000);
    let window = limits::POST_WINDOW.micros() / 1_000_000;
    let (world, signature, raw) = (app.clone(), signature.to_owned(), body.to_vec());
    let digest: [u8; 32] = Sha256::digest(body).into();
    let key = HEXLOWER.encode(&digest);
    let once = key.clone();
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let holds = |secret: &Opened| match secret {
                Opened::Secret(secret) => {
                    signatures::verify(secret, &signature, &raw, (seconds, window)).is_ok()
                }
                Opened::None | Opened::Lost => false,
            };
            let (now, before) = (
                sealed::open(tx, Some(&master), SECRET)?,
                sealed::open(tx, Some(&master), BEFORE)?,
            );
            // Both are asked each time, so that which of them holds takes no other time.
            let (by_new, by_old) = (holds(&now), holds(&before));
            if !(by_new || by_old) {
                return Err(Failure::Missing);
            }
            if by_new && before != Opened::None {
                secrets::delete(tx, BEFORE)?;
            }
            let id = world.id::<InboxId>();
            Ok(rows::keep(tx, id, &once, digest, (&raw, world.now()))?)
        })
        .await?;
    understand(app, practice, key).await
}

/// Understands what was kept, if that was not done yet.
async fn understand(app: &App, practice: &Practice, key: String) -> Result<(), Failure> {
    let (world, of) = (app.clone(), practice.clone());
    let owing = app
        .store
        .practice(practice.id)
        .write(move |tx| {
            let Some(raw) = rows::one(tx, &key)? else {
                return Ok(Vec::new());
            };
            let scene = Scene::load(&world, tx, &of)?;
            match events(&raw, scene.now) {
                Ok(events) => {
                    rows::understood(tx, &key)?;
                    take_in(&world, tx, &scene, Source::Hook, &events)
                }
                Err(why) => {
                    rows::fault(tx, &key, &why.to_string())?;
                    Ok(Vec::new())
                }
            }
        })
        .await?;
    answer_for(app, practice, owing).await.map(drop).map(drop)
}

/// Understands what was kept and then left by a crash.
pub(super) async fn take_up(app: &App, practice: &Practice) -> Result<(), Failure> {
    let before = app.now() - limits::POST_REST;
    let read = move |tx: &mut PracticeTx<'_>| rows::waiting(tx, before, limits::CALLS_SWEPT);
    for key in app.store.practice(practice.id).read(read).await? {
        understand(app, practice, key).await?;
    }
    Ok(())
}

/// The facts of a post. One that tells of another week, or of tomorrow, comes from a clock that is wrong.
fn events(raw: &[u8], now: Time) -> Result<Vec<Event>, Bad> {
    let event = |fact: post::Fact| {
        let at = Time::from(fact.at);
        if at > now + limits::FACT_AHEAD || at < now - limits::FACT_AGE {
            return Err(Bad::At);
        }
        let left = |how| What::Left(how, fact.words.chars().take(limits::WORDS_MAX).collect());
        Ok(Event {
            what: match fact.event {
                post::Event::Arrived => What::Arrived,
                post::Event::Queued => What::Queued,
                post::Event::Answered => What::Answered(fact.by.clone()),
                post::Event::Ended => What::Ended,
                post::Event::Left(Way::Callback) => left(How::Callback),
                post::Event::Left(Way::Voicemail) => left(How::Voicemail),
                post::Event::Left(Way::Text) => left(How::Text),
                post::Event::Left(Way::Overflow) => left(How::Overflow),
            },
            call: fact.call,
            at,
            line: fact.line,
            caller: fact.from,
        })
    };
    post::read(raw)?.into_iter().map(event).collect()
}
