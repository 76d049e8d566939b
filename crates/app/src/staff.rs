//! Staff: signing in, sessions, members.

use anteroom_core::access::Role;
use anteroom_core::ids::{AccountId, MemberId, TeamId};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::staff as rows;
use anteroom_store::{PracticeTx, StoreError, SystemTx};

use crate::failure::Faults;
use crate::practices::{Administrator, Practice, insert_member};
use crate::requests::view::Desk;
use crate::settings::changes::Hand;
use crate::{App, Failure, secrets, teams};

pub mod invitations;
pub mod members;
pub mod resets;
pub mod roles;

/// Somebody with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Member id.
    pub id: MemberId,
    /// Full name.
    pub name: String,
}

/// A session that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The cookie's secret.
    pub token: String,
    /// The practices whose desk opens.
    pub practices: Vec<Practice>,
}

/// Why signing in was refused. Unknown account and wrong password are not told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInRefusal {
    /// Login and password don't match.
    Wrong,
    /// Too many tries; the next one counts from this instant on.
    Locked {
        /// When.
        until: Time,
    },
}

/// Who a session's cookie stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The account.
    pub account: AccountId,
    /// The practices whose desk opens.
    pub practices: Vec<Practice>,
}

/// Somebody who will sign in, as typed and found good.
pub(crate) struct Typed {
    name: String,
    login: String,
    password: String,
}

/// The same with the password hashed.
#[derive(Clone)]
pub(crate) struct Hashed {
    name: String,
    login: String,
    hash: String,
}

/// Checks who will sign in.
pub(crate) fn checked(typed: &Administrator, faults: &mut Faults) -> Typed {
    check_password(&typed.password, faults);
    Typed {
        name: faults.take("your_name", text::required_line(&typed.name, limits::NAME_MAX)),
        login: faults.take("login", text::email(&typed.login)).to_lowercase(),
        password: typed.password.clone(),
    }
}

fn check_password(password: &str, faults: &mut Faults) {
    let length = password.chars().count();
    if length < limits::PASSWORD_MIN {
        faults.note("password", Fault::TooShort(limits::PASSWORD_MIN));
    } else if length > limits::PASSWORD_MAX {
        faults.note("password", Fault::TooLong(limits::PASSWORD_MAX));
    }
}

/// Hashes the password, at most [`limits::HASHES`] at once.
pub(crate) async fn hashed(app: &App, typed: Typed) -> Result<Hashed, Failure> {
    let Typed {
        name,
        login,
        password,
    } = typed;
    let hash = app.hashing.hash(password, app.random()).await?;
    Ok(Hashed { name, login, hash })
}

/// Adds a member who signs in. A login that exists already is taken: an invitation joins it to a practice instead.
pub(crate) fn add(
    app: &App,
    tx: &mut PracticeTx<'_>,
    person: &Hashed,
    role: Role,
) -> Result<MemberId, Failure> {
    let practice = tx.practice_id();
    let account: AccountId = app.id();
    if !rows::insert_account(&mut tx.system(), account, &person.login, &person.hash, app.now())? {
        let mut faults = Faults::default();
        faults.note("login", Fault::Taken);
        faults.settle()?;
    }
    let member = insert_member(app, tx, &person.name, role, Some(account))?;
    rows::insert_membership(&mut tx.system(), account, practice, member)?;
    Ok(member)
}

/// Adds a member who signs in to a practice: what the demo does.
pub async fn enrol(
    app: &App,
    practice: &Practice,
    typed: &Administrator,
    role: Role,
) -> Result<MemberId, Failure> {
    let mut faults = Faults::default();
    let typed = checked(typed, &mut faults);
    faults.settle()?;
    let person = hashed(app, typed).await?;
    let world = app.clone();
    app.store
        .practice(practice.id)
        .write(move |tx| add(&world, tx, &person, role))
        .await
}

/// Adds a team: what the demo does.
pub async fn add_team(
    app: &App,
    practice: &Practice,
    name: &str,
    members: Vec<MemberId>,
) -> Result<TeamId, Failure> {
    teams::set(app, practice, &Hand::operator(), None, (name, members)).await
}

/// Signs in. Unknown accounts and wrong passwords are not told apart, by words, by time or by the lock; while a login is
/// locked, the right password is told so, too.
pub async fn sign_in(
    app: &App,
    login: &str,
    password: &str,
) -> Result<Result<SignedIn, SignInRefusal>, Failure> {
    let login = login.trim().to_lowercase();
    let asked = login.clone();
    let system = app.store.system();
    let (account, tries) = system
        .read(move |tx| {
            let tries = rows::tries(tx, secrets::digest(&asked))?;
            Ok::<_, StoreError>((rows::account(tx, &asked)?, tries))
        })
        .await?;
    if let Some(until) = tries.locked(app.now()) {
        return Ok(Err(SignInRefusal::Locked { until }));
    }
    let kept = account.map(|account| account.password_hash);
    let password: String = password.chars().take(limits::PASSWORD_MAX + 1).collect();
    let right = app.hashing.verify(password, kept.clone()).await?;
    let proven = kept.filter(|_| right);
    let (token, hash) = secrets::fresh(app);
    let world = app.clone();
    let judged = app
        .store
        .system()
        .write(move |tx| judge(&world, tx, &login, proven.as_deref(), hash))
        .await?;
    let id = match judged {
        Ok(id) => id,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok(SignedIn {
        token,
        practices: practices_of(app, id).await?,
    }))
}

/// Begins the session if the account still has the hash that was `proven`, or counts the failure. Decided on the rows as
/// they are now, so that many tries at once are as many tries: those that waited for their turn find the lock that the
/// first ones set.
fn judge(
    app: &App,
    tx: &mut SystemTx<'_>,
    login: &str,
    proven: Option<&str>,
    session: [u8; 32],
) -> Result<Result<AccountId, SignInRefusal>, StoreError> {
    let (now, key) = (app.now(), secrets::digest(login));
    let tries = rows::tries(tx, key)?;
    if let Some(until) = tries.locked(now) {
        return Ok(Err(SignInRefusal::Locked { until }));
    }
    let account = rows::account(tx, login)?;
    if let Some(account) = account.filter(|account| proven == Some(account.password_hash.as_str())) {
        rows::delete_tries(tx, key)?;
        rows::insert_session(tx, session, account.id, now, now + limits::SESSION)?;
        return Ok(Ok(account.id));
    }
    let tries = tries.failed(now);
    rows::put_tries(tx, key, tries)?;
    let locked = tries.locked(now);
    Ok(Err(locked.map_or(SignInRefusal::Wrong, |until| {
        SignInRefusal::Locked { until }
    })))
}

/// The practices whose desk opens for an account.
async fn practices_of(app: &App, account: AccountId) -> Result<Vec<Practice>, Failure> {
    let found = app
        .store
        .system()
        .read(move |tx| {
            let mut found = Vec::new();
            for (practice, _) in rows::memberships(tx, account)? {
                found.extend(anteroom_store::practices::by_id(tx, practice)?);
            }
            Ok::<_, StoreError>(found)
        })
        .await?;
    Ok(found)
}

/// Whose a session's cookie is, without using it: what a page asks by itself lets no session go on.
pub async fn peek(app: &App, token: &str) -> Result<Option<Session>, Failure> {
    let (hash, now) = (secrets::digest(token), app.now());
    let system = app.store.system();
    let found = system.read(move |tx| rows::session(tx, hash, now)).await?;
    let Some((account, _)) = found else {
        return Ok(None);
    };
    let practices = practices_of(app, account).await?;
    Ok(Some(Session { account, practices }))
}

/// Whose a session's cookie is; a used session goes on.
pub async fn session(app: &App, token: &str) -> Result<Option<Session>, Failure> {
    let (hash, now) = (secrets::digest(token), app.now());
    let found = app
        .store
        .system()
        .read(move |tx| rows::session(tx, hash, now))
        .await?;
    let Some((account, seen_at)) = found else {
        return Ok(None);
    };
    if now.since(seen_at) >= limits::SESSION_TOUCH {
        app.store
            .system()
            .write(move |tx| rows::touch_session(tx, hash, now, now + limits::SESSION))
            .await?;
    }
    Ok(Some(Session {
        account,
        practices: practices_of(app, account).await?,
    }))
}

/// Ends a session.
pub async fn sign_out(app: &App, token: &str) -> Result<(), Failure> {
    let hash = secrets::digest(token);
    Ok(app
        .store
        .system()
        .write(move |tx| rows::delete_session(tx, hash))
        .await?)
}

/// The desk of a practice, for a session that may open it; a practice that is not theirs is missing.
pub async fn desk(app: &App, session: &Session, slug: &str) -> Result<Desk, Failure> {
    let practice = session
        .practices
        .iter()
        .find(|practice| practice.slug == slug)
        .ok_or(Failure::Missing)?;
    let (account, id) = (session.account, practice.id);
    let member = app
        .store
        .practice(id)
        .read(move |tx| {
            let memberships = rows::memberships(&mut tx.system(), account)?;
            match memberships.into_iter().find(|(of, _)| *of == id) {
                Some((_, member)) => rows::member(tx, member),
                None => Ok(None),
            }
        })
        .await?;
    let member = member.ok_or(Failure::Missing)?;
    let named = Named {
        id: member.id,
        name: member.name,
    };
    Ok(Desk {
        practice: practice.clone(),
        member: named,
        role: member.role,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use anteroom_store::Store;

    use super::*;
    use crate::{SystemClock, SystemEntropy};

    #[tokio::test]
    async fn a_right_password_that_waited_for_its_turn_finds_the_lock_that_wrong_ones_set_meanwhile() {
        let store = Store::inline(Arc::new(|_| Ok(()))).expect("a store");
        let app = App::new(store, Arc::new(SystemClock), Arc::new(SystemEntropy));
        let judged = async |right: bool| {
            let (world, proven) = (app.clone(), right.then_some("hash"));
            let write = move |tx: &mut SystemTx<'_>| judge(&world, tx, "cleo@example.org", proven, [7; 32]);
            app.store.system().write(write).await.expect("judged")
        };
        let (id, now) = (app.id::<AccountId>(), app.now());
        let add = move |tx: &mut SystemTx<'_>| rows::insert_account(tx, id, "cleo@example.org", "hash", now);
        assert_eq!(app.store.system().write(add).await, Ok(true));
        for _ in 1..limits::WRONG_PASSWORDS {
            assert_eq!(judged(false).await, Err(SignInRefusal::Wrong));
        }
        assert!(matches!(judged(false).await, Err(SignInRefusal::Locked { .. })));
        assert!(matches!(judged(true).await, Err(SignInRefusal::Locked { .. })));
    }
}
