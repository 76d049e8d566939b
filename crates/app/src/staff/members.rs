//! Who works at a practice, from the command line: added, listed, given another password, unlocked, ended.
//!
//! An account is its person's, a member the practice's: nothing here changes an account because of one practice's doing,
//! and what is done to an account stands in the audit of each practice that it works at.

use anteroom_core::access::Role;
use anteroom_core::ids::{AccountId, MemberId, PracticeId};
use anteroom_core::limits;
use anteroom_core::text::{self, Fault};
use anteroom_store::staff::{self as rows, Member, Owner};
use anteroom_store::{PracticeTx, StoreError, SystemTx, audit};
use data_encoding::BASE32_NOPAD;

use super::check_password;
use crate::failure::Faults;
use crate::practices::{Practice, insert_member};
use crate::requests::hand_back;
use crate::settings::changes::{By, Noun, note};
use crate::{App, Failure, secrets};

/// A member to add, as typed.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// Their name.
    pub name: String,
    /// E-mail address they sign in with.
    pub login: String,
    /// What they may do.
    pub role: Role,
    /// Their password; one is made if none is given. Not used where the login has an account already.
    pub password: Option<String>,
}

/// A member who was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Their id.
    pub member: MemberId,
    /// What they sign in with.
    pub login: String,
    /// The password of their new account; nothing if they had one and keep theirs.
    pub password: Option<String>,
}

/// Adds a member. A login that has an account joins with it and keeps its password.
pub async fn add(app: &App, practice: &Practice, typed: &NewMember) -> Result<Added, Failure> {
    let mut faults = Faults::default();
    let name = faults.take("name", text::required_line(&typed.name, limits::NAME_MAX));
    let login = faults.take("login", text::email(&typed.login)).to_lowercase();
    let password = typed.password.clone().unwrap_or_else(|| made_up(app));
    check_password(&password, &mut faults);
    faults.settle()?;
    let asked = login.clone();
    let system = app.store.system();
    let known = system.read(move |tx| rows::account(tx, &asked));
    let hash = match known.await? {
        Some(_) => None,
        None => Some(app.hashing.hash(password.clone(), app.random()).await?),
    };
    let (world, role, key) = (app.clone(), typed.role, login.clone());
    let (member, new) = app
        .store
        .practice(practice.id)
        .write(move |tx| join(&world, tx, (&name, &key, role), hash.as_deref()))
        .await?;
    Ok(Added {
        member,
        login,
        password: new.then_some(password),
    })
}

/// The member, and whether the account is new.
fn join(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (name, login, role): (&str, &str, Role),
    hash: Option<&str>,
) -> Result<(MemberId, bool), Failure> {
    let practice = tx.practice_id();
    let known = rows::account(&mut tx.system(), login)?;
    let new = known.is_none();
    let account = match (known, hash) {
        (Some(known), _) => known.id,
        (None, Some(hash)) => {
            let id = app.id::<AccountId>();
            rows::insert_account(&mut tx.system(), id, login, hash, app.now())?;
            id
        }
        (None, None) => return Err(Failure::Missing),
    };
    if membership(&mut tx.system(), account, practice)?.is_some() {
        let mut faults = Faults::default();
        faults.note("login", Fault::Taken);
        faults.settle()?;
    }
    let member = insert_member(app, tx, name, role, Some(account))?;
    rows::insert_membership(&mut tx.system(), account, practice, member)?;
    audit::insert_operators(tx, app.id(), app.now(), "add", member, "name role")?;
    Ok((member, new))
}

fn membership(
    tx: &mut SystemTx<'_>,
    account: AccountId,
    practice: PracticeId,
) -> Result<Option<MemberId>, StoreError> {
    let memberships = rows::memberships(tx, account)?;
    let here = memberships.into_iter().find(|(of, _)| *of == practice);
    Ok(here.map(|(_, member)| member))
}

/// A password that nobody has to invent: 120 random bits, in groups that can be read out.
fn made_up(app: &App) -> String {
    let letters = BASE32_NOPAD.encode(&app.random::<15>()).to_lowercase();
    let groups: Vec<_> = letters
        .as_bytes()
        .chunks(6)
        .map(String::from_utf8_lossy)
        .collect();
    groups.join("-")
}

/// Who works at a practice now, each with what they sign in with, if they do; at most [`limits::LISTED`].
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<(Member, Option<String>)>, Failure> {
    let practice = app.store.practice(practice.id);
    Ok(practice.read(|tx| rows::roster(tx, limits::LISTED)).await?)
}

/// Gives a login another password, ends its sessions and forgets its wrong tries; the new password.
pub async fn set_password(app: &App, login: &str, password: Option<String>) -> Result<String, Failure> {
    let mut faults = Faults::default();
    let password = password.unwrap_or_else(|| made_up(app));
    check_password(&password, &mut faults);
    faults.settle()?;
    let hash = app.hashing.hash(password.clone(), app.random()).await?;
    at_each(app, login, ("password", "password"), move |tx, account, key| {
        rows::set_password(tx, account, &hash)?;
        rows::delete_sessions(tx, account)?;
        rows::delete_tries(tx, key).map(drop)
    })
    .await?;
    Ok(password)
}

/// Lets a login try again at once.
pub async fn unlock(app: &App, login: &str) -> Result<(), Failure> {
    at_each(app, login, ("unlock", ""), |tx, _, key| {
        rows::delete_tries(tx, key).map(drop)
    })
    .await
}

/// Does something to an account, in one transaction with its audit at each practice that it works at; doing it once
/// more changes nothing.
async fn at_each(
    app: &App,
    login: &str,
    (action, fields): (&'static str, &'static str),
    deed: impl Fn(&mut SystemTx<'_>, AccountId, [u8; 32]) -> Result<(), StoreError> + Clone + Send + 'static,
) -> Result<(), Failure> {
    let login = login.trim().to_lowercase();
    let (key, system) = (secrets::digest(&login), app.store.system());
    let found = system.read(move |tx| rows::account(tx, &login)).await?;
    let account = found.ok_or(Failure::Missing)?.id;
    let places = system.read(move |tx| rows::memberships(tx, account)).await?;
    if places.is_empty() {
        return Ok(system.write(move |tx| deed(tx, account, key)).await?);
    }
    for (practice, member) in places {
        let (world, deed) = (app.clone(), deed.clone());
        let practice = app.store.practice(practice);
        let done = practice.write(move |tx| {
            deed(&mut tx.system(), account, key)?;
            audit::insert_operators(tx, world.id(), world.now(), action, member, fields)
        });
        done.await?;
    }
    Ok(())
}

/// Ends a login's work at a practice, by command.
pub async fn end(app: &App, practice: &Practice, login: &str) -> Result<(), Failure> {
    let (world, of, login) = (app.clone(), practice.clone(), login.trim().to_lowercase());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let account = rows::account(&mut tx.system(), &login)?.ok_or(Failure::Missing)?;
            let member = membership(&mut tx.system(), account.id, of.id)?.ok_or(Failure::Missing)?;
            finish(&world, tx, &of, By::Operator, member).map(drop)
        })
        .await
}

/// Ends a member: the account stays as it is, its sessions end if they open no desk any more, and what the member had goes
/// back to nobody. How many requests that were.
pub(super) fn finish(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    by: By,
    id: MemberId,
) -> Result<i64, Failure> {
    let member = rows::member(tx, id)?.ok_or(Failure::Missing)?;
    let account = rows::account_of(tx, id)?;
    let given = hand_back(app, tx, practice, by, Owner::Member(id))?;
    rows::leave_teams(tx, id)?;
    rows::end_member(tx, id, app.now())?;
    if let Some(account) = account {
        rows::delete_membership(&mut tx.system(), account, practice.id)?;
        if rows::memberships(&mut tx.system(), account)?.is_empty() {
            rows::delete_sessions(&mut tx.system(), account)?;
        }
    }
    note(
        app,
        tx,
        by,
        (Noun::Member, id.bytes()),
        &[("works_here", &member.name, "")],
    )?;
    Ok(given)
}
