//! Members as an administrator sees and sets them at the desk: name, role, teams, signature, and that somebody works here no
//! longer. An account is its person's and may work elsewhere: nothing here touches it.

use anteroom_core::access::{Role, leaves_nobody_in_charge};
use anteroom_core::ids::{MemberId, TeamId};
use anteroom_core::limits;
use anteroom_core::text::{self, Fault};
use anteroom_store::staff::{self as rows, Member};
use anteroom_store::{PracticeTx, StoreError};

use super::members::finish;
use crate::failure::Faults;
use crate::practices::Practice;
use crate::settings::changes::{Hand, Noun, hold, note, version};
use crate::{App, Failure};

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who, and what they may do.
    pub member: Member,
    /// What they sign in with, if they do.
    pub login: Option<String>,
    /// The teams they are in.
    pub teams: Vec<TeamId>,
}

/// One of them, to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Who.
    pub known: Known,
    /// What stands under their replies.
    pub signature: String,
    /// The version that a form about them carries.
    pub version: String,
}

/// A member as somebody sets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The teams they are in.
    pub teams: Vec<TeamId>,
    /// What stands under their replies; may be empty.
    pub signature: String,
}

/// All who work here now, at most [`limits::LISTED`].
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<Known>, Failure> {
    let practice = app.store.practice(practice.id);
    Ok(practice.read(known).await?)
}

fn known(tx: &mut PracticeTx<'_>) -> Result<Vec<Known>, StoreError> {
    let inside = rows::team_members(tx, limits::TEAM_PLACES)?;
    let used = rows::teams(tx)?;
    let roster = rows::roster(tx, limits::LISTED)?.into_iter();
    let known = roster.map(|(member, login)| {
        let of = inside
            .iter()
            .filter(|(_, one)| *one == member.id)
            .map(|(team, _)| *team);
        let teams = of.filter(|team| used.iter().any(|(id, _)| id == team)).collect();
        Known { member, login, teams }
    });
    Ok(known.collect())
}

/// One of them.
pub async fn sheet(app: &App, practice: &Practice, id: MemberId) -> Result<Sheet, Failure> {
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let found = known(tx)?.into_iter().find(|known| known.member.id == id);
            Ok(Sheet {
                known: found.ok_or(Failure::Missing)?,
                signature: rows::signature(tx, id)?,
                version: version(tx, (Noun::Member, id.bytes()))?,
            })
        })
        .await
}

/// The names of teams, as the audit keeps them.
fn names(all: &[(TeamId, String)], ids: &[TeamId]) -> String {
    let these = all.iter().filter(|(id, _)| ids.contains(id));
    these.map(|(_, name)| name.clone()).collect::<Vec<_>>().join(", ")
}

/// Gives a member another name, role, teams and signature. The last administrator stays one.
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    id: MemberId,
    wish: &Wish,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let name = faults.take("name", text::required_line(&wish.name, limits::NAME_MAX));
    let signature = faults.take("signature", text::paragraphs(&wish.signature, limits::SIGNATURE));
    faults.settle()?;
    let (world, hand) = (app.clone(), hand.clone());
    let wish = Wish {
        name,
        signature,
        ..wish.clone()
    };
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let of = (Noun::Member, id.bytes());
            hold(tx, of, &hand)?;
            let was = known(tx)?.into_iter().find(|known| known.member.id == id);
            let was = was.ok_or(Failure::Missing)?;
            keep_one_in_charge(tx, was.member.role, Some(wish.role))?;
            let member = Member {
                id,
                name: wish.name.clone(),
                role: wish.role,
            };
            rows::update_member(tx, &member)?;
            let before = rows::signature(tx, id)?;
            rows::sign(tx, id, &wish.signature)?;
            let all = rows::teams(tx)?;
            rows::leave_teams(tx, id)?;
            for (team, _) in all.iter().filter(|(team, _)| wish.teams.contains(team)) {
                rows::join_team(tx, *team, &[id])?;
            }
            let fields = [
                ("name", was.member.name.as_str(), wish.name.as_str()),
                ("role", was.member.role.as_str(), wish.role.as_str()),
                ("teams", &names(&all, &was.teams), &names(&all, &wish.teams)),
                ("signature", &before, &wish.signature),
            ];
            Ok(note(&world, tx, hand.by, of, &fields)?)
        })
        .await
}

/// Ends a member's work here. How many requests of theirs went back to nobody. The last administrator stays.
pub async fn end(app: &App, practice: &Practice, hand: &Hand, id: MemberId) -> Result<i64, Failure> {
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            hold(tx, (Noun::Member, id.bytes()), &hand)?;
            let member = rows::member(tx, id)?.ok_or(Failure::Missing)?;
            keep_one_in_charge(tx, member.role, None)?;
            finish(&world, tx, &of, hand.by, id)
        })
        .await
}

fn keep_one_in_charge(tx: &mut PracticeTx<'_>, role: Role, next: Option<Role>) -> Result<(), Failure> {
    let administrators = rows::in_role(tx, Role::Administrator)?;
    if leaves_nobody_in_charge(role, next, administrators) {
        return Err(Failure::of("role", Fault::Taken));
    }
    Ok(())
}
