//! Another password by a link: asked for at the sign-in, or made by an administrator for a member. A wish is written down
//! the same way whoever's it is, and looked into in the background, so that neither the answer nor its time tells whether
//! there is such an account. A new password ends every session.

use anteroom_core::ids::{AccountId, JobId, MemberId, PracticeId, ResetId};
use anteroom_core::limits;
use anteroom_core::requests::Actor;
use anteroom_core::text;
use anteroom_store::audit::{self, Deed};
use anteroom_store::jobs::{self, Job, Lane};
use anteroom_store::tokens::{self, Kind};
use anteroom_store::{PracticeTx, StoreError, SystemTx, resets as rows, staff as accounts};

use super::check_password;
use crate::failure::Faults;
use crate::requests::view::Desk;
use crate::settings::Settings;
use crate::{App, Failure, letters, secrets};

/// The job that looks whose a wish is.
const ASKED: &str = "reset";

/// Somebody wants another password. What no address can be is nobody's, and is forgotten at once.
pub async fn ask(app: &App, login: &str, language: &str) -> Result<(), Failure> {
    let Ok(login) = text::email(login) else {
        return Ok(());
    };
    let (id, job): (ResetId, JobId) = (app.id(), app.id());
    let (login, language, now) = (login.to_lowercase(), language.to_owned(), app.now());
    let write = move |tx: &mut SystemTx<'_>| {
        if rows::insert(tx, id, (&login, &language), now, limits::RESETS)? {
            let nobody = PracticeId([0; 16]);
            jobs::insert_in(tx, Lane::Mail, job, (ASKED, nobody, id.bytes()), now)?;
        }
        Ok::<_, StoreError>(())
    };
    Ok(app.store.system().write(write).await?)
}

/// Looks whose a wish is, and writes to them from a practice of theirs that has mail.
pub(crate) async fn look_into(app: &App, job: &Job) -> Result<(), Failure> {
    let id: ResetId = job.subject.into();
    let system = app.store.system();
    let asked = system.read(move |tx| rows::get(tx, id)).await?;
    if let Some((login, language, at)) = asked.filter(|(_, _, at)| app.now().since(*at) < limits::RESET_LINK)
        && let Some((practice, member)) = sender(app, &login).await?
    {
        let (world, job) = (app.clone(), job.clone());
        let write = move |tx: &mut PracticeTx<'_>| {
            if rows::delete(&mut tx.system(), id)? {
                letters::to_login(&world, tx, &login, &language)?;
                note(&world, tx, (Actor::System, "reset asked", member))?;
            }
            jobs::finish(&mut tx.system(), &job)?;
            Ok::<_, StoreError>(())
        };
        tracing::debug!(%practice, waited = %app.now().since(at).micros(), "another password was asked for");
        return Ok(app.store.practice(practice).write(write).await?);
    }
    let job = job.clone();
    let forget = move |tx: &mut SystemTx<'_>| {
        rows::delete(tx, id)?;
        jobs::finish(tx, &job).map(drop)
    };
    Ok(system.write(forget).await?)
}

/// The practice of an account, if it has mail, and who they are there. Somebody of several gets no letter: its link would
/// pass the mail server of one of them, and opens the desks of all.
async fn sender(app: &App, login: &str) -> Result<Option<(PracticeId, MemberId)>, Failure> {
    let (system, login) = (app.store.system(), login.to_owned());
    let places = system.read(move |tx| match accounts::account(tx, &login)? {
        Some(account) => accounts::memberships(tx, account.id),
        None => Ok(Vec::new()),
    });
    let [(practice, member)] = places.await?[..] else {
        return Ok(None);
    };
    let mail = app.store.practice(practice).read(Settings::load).await?.mail;
    Ok(mail.then_some((practice, member)))
}

fn note(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (actor, action, member): (Actor, &str, MemberId),
) -> Result<(), StoreError> {
    let deed = Deed {
        id: app.id(),
        at: app.now(),
        actor,
        action,
        noun: "member",
        noun_id: Some(member.bytes()),
        fields: "password",
    };
    audit::insert(tx, &deed)
}

/// Why an administrator gets no link for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theirs {
    /// The account is not this practice's alone: only who runs the installation gives it another password.
    Alone,
    /// They never sign in.
    NoAccount,
}

/// Makes a link to another password for a member, as its path; to be shown once and handed over.
pub async fn make(app: &App, desk: &Desk, member: MemberId) -> Result<Result<String, Theirs>, Failure> {
    let (world, by) = (app.clone(), desk.member.id);
    let write = move |tx: &mut PracticeTx<'_>| {
        let practice = tx.practice_id();
        accounts::member(tx, member)?.ok_or(Failure::Missing)?;
        let Some(login) = anteroom_store::messages::login(tx, member)? else {
            return Ok(Err(Theirs::NoAccount));
        };
        let account = accounts::account(&mut tx.system(), &login)?.ok_or(Failure::Missing)?;
        let places = accounts::memberships(&mut tx.system(), account.id)?;
        if places.iter().any(|(of, _)| *of != practice) {
            return Ok(Err(Theirs::Alone));
        }
        let now = world.now();
        let of = (Kind::Reset, practice, account.id.bytes());
        let secret = letters::mint(&world, tx, of, (now, now + limits::RESET_LINK))?;
        note(&world, tx, (Actor::Member(by), "reset", member))?;
        Ok::<_, Failure>(Ok(format!("/reset/{secret}")))
    };
    app.store.practice(desk.practice.id).write(write).await
}

/// Whether a link still leads to another password; missing if not.
pub async fn look(app: &App, secret: &str) -> Result<(), Failure> {
    behind(app, secret).await.map(drop)
}

async fn behind(app: &App, secret: &str) -> Result<(PracticeId, AccountId), Failure> {
    let (hash, now) = (secrets::digest(secret), app.now());
    let system = app.store.system();
    let found = system.read(move |tx| tokens::open(tx, hash, Kind::Reset, now));
    let (practice, account) = found.await?.ok_or(Failure::Missing)?;
    Ok((practice, account.into()))
}

/// Sets the password by a link, once. Every session of the account ends, and its wrong tries are forgotten. The link passed
/// through one practice's hands: once the account opens another's desk, too, it is worth nothing.
pub async fn set(app: &App, secret: &str, password: &str) -> Result<(), Failure> {
    let (practice, account) = behind(app, secret).await?;
    let mut faults = Faults::default();
    check_password(password, &mut faults);
    faults.settle()?;
    let hash = app.hashing.hash(password.to_owned(), app.random()).await?;
    let (world, link) = (app.clone(), secrets::digest(secret));
    let write = move |tx: &mut PracticeTx<'_>| {
        let now = world.now();
        // Used meanwhile: it is good once.
        tokens::open(&mut tx.system(), link, Kind::Reset, now)?.ok_or(Failure::Missing)?;
        let places = accounts::memberships(&mut tx.system(), account)?;
        if places.iter().any(|(of, _)| *of != practice) {
            return Err(Failure::Missing);
        }
        tokens::revoke(&mut tx.system(), Kind::Reset, account.bytes())?;
        accounts::set_password(&mut tx.system(), account, &hash)?;
        accounts::delete_sessions(&mut tx.system(), account)?;
        if let Some(login) = rows::login_of(&mut tx.system(), account)? {
            accounts::delete_tries(&mut tx.system(), secrets::digest(&login))?;
        }
        for (_, member) in places {
            note(&world, tx, (Actor::Member(member), "password", member))?;
        }
        Ok::<_, Failure>(())
    };
    app.store.practice(practice).write(write).await
}
