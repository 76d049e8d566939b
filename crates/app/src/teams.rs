//! Teams as a practice sets them: their name, who is in them, and that one is used no more. What a retired team had goes
//! back to nobody.

use std::collections::BTreeMap;

use anteroom_core::ids::{MemberId, TeamId};
use anteroom_core::limits;
use anteroom_core::text::{self, Fault};
use anteroom_store::staff::{self as rows, Owner};
use anteroom_store::{PracticeTx, StoreError};

use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::hand_back;
use crate::settings::changes::{Hand, Noun, hold, note, version};
use crate::{App, Failure};

/// A team with who is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// Who is in it.
    pub members: Vec<MemberId>,
    /// The version that a form about it carries.
    pub version: String,
}

/// The teams in use.
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<Team>, Failure> {
    let practice = app.store.practice(practice.id);
    Ok(practice.read(teams).await?)
}

fn teams(tx: &mut PracticeTx<'_>) -> Result<Vec<Team>, StoreError> {
    let mut members: BTreeMap<TeamId, Vec<MemberId>> = BTreeMap::new();
    for (team, member) in rows::team_members(tx, limits::TEAM_PLACES)? {
        members.entry(team).or_default().push(member);
    }
    let teams = rows::teams(tx)?.into_iter();
    let teams = teams.map(|(id, name)| {
        Ok(Team {
            id,
            name,
            members: members.remove(&id).unwrap_or_default(),
            version: version(tx, (Noun::Team, id.bytes()))?,
        })
    });
    teams.collect()
}

/// The names of those who are in it, as the audit keeps them.
fn names(all: &[rows::Member], ids: &[MemberId]) -> String {
    let inside = all.iter().filter(|member| ids.contains(&member.id));
    inside
        .map(|member| member.name.clone())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Gives a team another name and other members, or adds one.
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    id: Option<TeamId>,
    (name, members): (&str, Vec<MemberId>),
) -> Result<TeamId, Failure> {
    let mut faults = Faults::default();
    let name = faults.take("name", text::required_line(name, limits::LABEL_MAX));
    faults.settle()?;
    let (world, hand, new) = (app.clone(), hand.clone(), id.is_none());
    let id = id.unwrap_or_else(|| app.id());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let of = (Noun::Team, id.bytes());
            let known = teams(tx)?;
            let before = known.iter().find(|team| team.id == id);
            let all = rows::members(tx)?;
            let members: Vec<MemberId> = members
                .iter()
                .copied()
                .filter(|id| all.iter().any(|member| member.id == *id))
                .collect();
            let taken = || Failure::of("name", Fault::Taken);
            if new {
                if known.len() >= limits::TEAMS {
                    return Err(Failure::of("name", Fault::TooLong(limits::TEAMS)));
                }
                if !rows::insert_team(tx, id, &name, &members)? {
                    return Err(taken());
                }
            } else {
                hold(tx, of, &hand)?;
                if before.is_none() {
                    return Err(Failure::Missing);
                }
                if !rows::rename_team(tx, id, &name)? {
                    return Err(taken());
                }
                rows::empty_team(tx, id)?;
                rows::join_team(tx, id, &members)?;
            }
            let (was, inside) = before.map_or(("", &[][..]), |team| (team.name.as_str(), &team.members[..]));
            let fields = [
                ("name", was, name.as_str()),
                ("members", &names(&all, inside), &names(&all, &members)),
            ];
            Ok(note(&world, tx, hand.by, of, &fields)?)
        })
        .await?;
    Ok(id)
}

/// Retires a team. What it had goes back to nobody; how many requests that were.
pub async fn retire(app: &App, practice: &Practice, hand: &Hand, id: TeamId) -> Result<i64, Failure> {
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let noun = (Noun::Team, id.bytes());
            hold(tx, noun, &hand)?;
            let known = teams(tx)?;
            let team = known
                .into_iter()
                .find(|team| team.id == id)
                .ok_or(Failure::Missing)?;
            let given = hand_back(&world, tx, &of, hand.by, Owner::Team(id))?;
            rows::empty_team(tx, id)?;
            rows::retire_team(tx, id, world.now())?;
            note(&world, tx, hand.by, noun, &[("used", &team.name, "")])?;
            Ok(given)
        })
        .await
}
