//! Invitations: an administrator asks somebody to join, and they accept by a link, once. What is shown to either tells
//! nothing of other practices: who has an account joins with it and its own password, who has none chooses one.

use anteroom_core::access::Role;
use anteroom_core::ids::{AccountId, InvitationId, PracticeId};
use anteroom_core::messages::Letter;
use anteroom_core::requests::Actor;
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::audit::{self, Deed};
use anteroom_store::tokens::{self, Kind};
use anteroom_store::{PracticeTx, invitations as rows, staff as accounts};

pub use anteroom_store::invitations::Invitation;

use super::{SignInRefusal, SignedIn, check_password, sign_in};
use crate::failure::Faults;
use crate::practices::{self, Practice, insert_member};
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure, letters, secrets};

/// Whom to invite, as typed.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Their name.
    pub name: String,
    /// The e-mail address they are to sign in with.
    pub login: String,
    /// What they may do.
    pub role: Role,
}

/// An invitation that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// Its id.
    pub id: InvitationId,
    /// The path of its link, to be shown once and handed over.
    pub path: String,
    /// Whether it goes by mail, too.
    pub mailed: bool,
}

/// Invites somebody. Whether the address has an account is told to nobody; only that it works here already.
pub async fn invite(app: &App, desk: &Desk, typed: &Invite) -> Result<Invited, Failure> {
    let mut faults = Faults::default();
    let name = faults.take("name", text::required_line(&typed.name, limits::NAME_MAX));
    let login = faults.take("login", text::email(&typed.login)).to_lowercase();
    faults.settle()?;
    let (world, of, role) = (app.clone(), desk.clone(), typed.role);
    let write = move |tx: &mut PracticeTx<'_>| {
        let now = world.now();
        if works_here(tx, &login)? {
            return Err(Failure::of("login", Fault::Taken));
        }
        let most = usize::try_from(limits::INVITATIONS).unwrap_or(usize::MAX);
        if rows::list(tx, now, limits::INVITATIONS)?.len() >= most {
            return Err(Failure::of("login", Fault::TooLong(most)));
        }
        let new = Invitation {
            id: world.id(),
            login: login.clone(),
            name: name.clone(),
            role,
            created_at: now,
            expires_at: now + limits::INVITATION_LINK,
        };
        rows::insert(tx, &new, Some(of.member.id))?;
        note(&world, tx, &of, ("invite", new.id))?;
        hand_out(&world, tx, &of, &new)
    };
    app.store.practice(desk.practice.id).write(write).await
}

fn works_here(tx: &mut PracticeTx<'_>, login: &str) -> Result<bool, Failure> {
    let practice = tx.practice_id();
    let Some(account) = accounts::account(&mut tx.system(), login)? else {
        return Ok(false);
    };
    let memberships = accounts::memberships(&mut tx.system(), account.id)?;
    Ok(memberships.iter().any(|(of, _)| *of == practice))
}

/// Makes a link to be shown, and a letter with one of its own where the practice has mail.
fn hand_out(app: &App, tx: &mut PracticeTx<'_>, desk: &Desk, new: &Invitation) -> Result<Invited, Failure> {
    let of = (Kind::Invitation, tx.practice_id(), new.id.bytes());
    let secret = letters::mint(app, tx, of, (app.now(), new.expires_at))?;
    let scene = Scene::load(app, tx, &desk.practice)?;
    let mailed = letters::to_invited(app, tx, &scene, (new.id, &new.login))?;
    Ok(Invited {
        id: new.id,
        path: format!("/{}/{secret}", Letter::Invitation),
        mailed,
    })
}

fn note(
    app: &App,
    tx: &mut PracticeTx<'_>,
    desk: &Desk,
    (action, id): (&str, InvitationId),
) -> Result<(), Failure> {
    let deed = Deed {
        id: app.id(),
        at: app.now(),
        actor: Actor::Member(desk.member.id),
        action,
        noun: "invitation",
        noun_id: Some(id.bytes()),
        fields: "name role",
    };
    Ok(audit::insert(tx, &deed)?)
}

/// The invitations that wait for an answer.
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<Invitation>, Failure> {
    let (store, now) = (app.store.practice(practice.id), app.now());
    Ok(store
        .read(move |tx| rows::list(tx, now, limits::INVITATIONS))
        .await?)
}

/// Makes a new link to an invitation; those before it are worth nothing any more.
pub async fn again(app: &App, desk: &Desk, id: InvitationId) -> Result<Invited, Failure> {
    let (world, of) = (app.clone(), desk.clone());
    let write = move |tx: &mut PracticeTx<'_>| {
        let open = rows::open(tx, id, world.now())?.ok_or(Failure::Missing)?;
        tokens::revoke(&mut tx.system(), Kind::Invitation, id.bytes())?;
        note(&world, tx, &of, ("invite again", id))?;
        hand_out(&world, tx, &of, &open)
    };
    app.store.practice(desk.practice.id).write(write).await
}

/// Takes an invitation back.
pub async fn withdraw(app: &App, desk: &Desk, id: InvitationId) -> Result<(), Failure> {
    let (world, of) = (app.clone(), desk.clone());
    let write = move |tx: &mut PracticeTx<'_>| {
        if !rows::withdraw(tx, id, world.now())? {
            return Err(Failure::Missing);
        }
        tokens::revoke(&mut tx.system(), Kind::Invitation, id.bytes())?;
        note(&world, tx, &of, ("withdraw", id))
    };
    app.store.practice(desk.practice.id).write(write).await
}

/// What a link leads to: who invites, and whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// By whom.
    pub practice: Practice,
    /// Who.
    pub invitation: Invitation,
}

/// What a link leads to; missing once it was used, taken back or ran out.
pub async fn look(app: &App, secret: &str) -> Result<Offer, Failure> {
    let (practice, id) = behind(app, secret).await?;
    let practice = practices::by_id(app, practice).await?;
    let now = app.now();
    let store = app.store.practice(practice.id);
    let open = store.read(move |tx| rows::open(tx, id, now)).await?;
    Ok(Offer {
        invitation: open.ok_or(Failure::Missing)?,
        practice,
    })
}

async fn behind(app: &App, secret: &str) -> Result<(PracticeId, InvitationId), Failure> {
    let (hash, now) = (secrets::digest(secret), app.now());
    let system = app.store.system();
    let found = system.read(move |tx| tokens::open(tx, hash, Kind::Invitation, now));
    let (practice, id) = found.await?.ok_or(Failure::Missing)?;
    Ok((practice, id.into()))
}

/// How an answer to an invitation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// They work there now, and are signed in.
    Joined(SignedIn),
    /// They have an account, and this is not its password.
    Refused(SignInRefusal),
}

/// Accepts an invitation: with the password of the account that the address has, or one that is chosen now.
pub async fn accept(app: &App, secret: &str, name: &str, password: &str) -> Result<Answer, Failure> {
    let Offer { practice, invitation } = look(app, secret).await?;
    let mut faults = Faults::default();
    let name = faults.take("name", text::required_line(name, limits::NAME_MAX));
    let login = invitation.login.clone();
    let system = app.store.system();
    let known = system
        .read(move |tx| accounts::account(tx, &login))
        .await?
        .map(|account| account.id);
    let mut signed_in = None;
    let mut hash = None;
    if known.is_some() {
        faults.settle()?;
        match sign_in(app, &invitation.login, password).await? {
            Ok(begun) => signed_in = Some(begun),
            Err(refusal) => return Ok(Answer::Refused(refusal)),
        }
    } else {
        check_password(password, &mut faults);
        faults.settle()?;
        hash = Some(app.hashing.hash(password.to_owned(), app.random()).await?);
    }
    let (world, joins) = (app.clone(), invitation.clone());
    let write = move |tx: &mut PracticeTx<'_>| join(&world, tx, (&joins, &name), (known, hash.as_deref()));
    app.store.practice(practice.id).write(write).await?;
    if let Some(mut begun) = signed_in {
        begun.practices.push(practice);
        return Ok(Answer::Joined(begun));
    }
    match sign_in(app, &invitation.login, password).await? {
        Ok(begun) => Ok(Answer::Joined(begun)),
        Err(refusal) => Ok(Answer::Refused(refusal)),
    }
}

fn join(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (invitation, name): (&Invitation, &str),
    (known, hash): (Option<AccountId>, Option<&str>),
) -> Result<(), Failure> {
    let (now, practice): (Time, _) = (app.now(), tx.practice_id());
    if !rows::accept(tx, invitation.id, now)? {
        return Err(Failure::Missing);
    }
    let account = match (known, hash) {
        (Some(account), _) => account,
        (None, Some(hash)) => {
            let id: AccountId = app.id();
            // Somebody made one meanwhile: its password was not asked for, so nothing is joined.
            if !accounts::insert_account(&mut tx.system(), id, &invitation.login, hash, now)? {
                return Err(Failure::Missing);
            }
            id
        }
        (None, None) => return Err(Failure::Missing),
    };
    tokens::revoke(&mut tx.system(), Kind::Invitation, invitation.id.bytes())?;
    if works_here(tx, &invitation.login)? {
        return Err(Failure::of("login", Fault::Taken));
    }
    let member = insert_member(app, tx, name, invitation.role, Some(account))?;
    accounts::insert_membership(&mut tx.system(), account, practice, member)?;
    let deed = Deed {
        id: app.id(),
        at: now,
        actor: Actor::Member(member),
        action: "join",
        noun: "member",
        noun_id: Some(member.bytes()),
        fields: "name role",
    };
    Ok(audit::insert(tx, &deed)?)
}
