//! What a practice sets about its site: the share of visits that it promises to answer, and who keeps it.

use std::collections::BTreeMap;

use anteroom_core::ids::MemberId;
use anteroom_core::text::Fault;
use anteroom_store::{StoreError, practices, staff};

use super::work::KEEPER;
use crate::failure::Faults;
use crate::practices::Practice;
use crate::settings::changes::{Hand, Noun, hold, note, version};
use crate::staff::Named;
use crate::{App, Failure};

/// The share in percent.
const PERCENT: &str = "site.percent";
/// Where nothing is set: three visits of five find what they came for without asking.
const PERCENT_DEFAULT: i64 = 60;

fn percent(rows: &BTreeMap<String, String>) -> i64 {
    let set = rows.get(PERCENT).and_then(|value| value.parse().ok());
    set.filter(|percent| (1..=100).contains(percent))
        .unwrap_or(PERCENT_DEFAULT)
}

/// The share of visits that keeps the promise, 0 to 1.
pub(crate) fn target(rows: &BTreeMap<String, String>) -> f64 {
    f64::from(i32::try_from(percent(rows)).unwrap_or(100)) / 100.0
}

/// The rules as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The share of visits that keeps the promise, in percent.
    pub percent: i64,
    /// Who keeps the site.
    pub keeper: Option<MemberId>,
    /// Who could.
    pub members: Vec<Named>,
    /// The version that a form about them carries.
    pub seen: String,
}

/// The rules as they stand.
pub async fn get(app: &App, practice: &Practice) -> Result<Rules, Failure> {
    let of = (Noun::Promises, practice.id.bytes());
    let practice = app.store.practice(practice.id);
    let read = practice.read(move |tx| {
        let rows: BTreeMap<String, String> = practices::settings(tx)?.into_iter().collect();
        let members = staff::members(tx)?.into_iter();
        Ok::<_, StoreError>(Rules {
            percent: percent(&rows),
            keeper: rows.get(KEEPER).and_then(|id| id.parse().ok()),
            members: members
                .map(|member| Named {
                    id: member.id,
                    name: member.name,
                })
                .collect(),
            seen: version(tx, of)?,
        })
    });
    Ok(read.await?)
}

/// Sets them as typed.
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    (typed, keeper): (&str, &str),
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let typed = typed.trim().parse::<i64>().ok();
    let typed = typed.filter(|percent| (1..=100).contains(percent));
    let after = faults.take(PERCENT, typed.ok_or(Fault::Shape));
    let keeper = Some(keeper).filter(|id| !id.is_empty());
    let keeper = keeper.map(|id| id.parse::<MemberId>().map_err(|_| Fault::Shape));
    let keeper = faults.take(KEEPER, keeper.transpose());
    faults.settle()?;
    let (world, hand, id) = (app.clone(), hand.clone(), practice.id);
    app.store
        .practice(id)
        .write(move |tx| {
            let of = (Noun::Promises, id.bytes());
            hold(tx, of, &hand)?;
            let rows: BTreeMap<String, String> = practices::settings(tx)?.into_iter().collect();
            let now = keeper.map(|id| staff::member(tx, id)).transpose()?.flatten();
            if keeper.is_some() && now.is_none() {
                return Err(Failure::of(KEEPER, Fault::Shape));
            }
            let before = rows.get(KEEPER).and_then(|id| id.parse().ok());
            let before = before.map(|id| staff::member(tx, id)).transpose()?.flatten();
            let name = |member: Option<staff::Member>| member.map_or_else(String::new, |member| member.name);
            let value = keeper.map_or_else(String::new, |id| id.to_string());
            let changes = [
                (
                    PERCENT,
                    percent(&rows).to_string(),
                    after.to_string(),
                    after.to_string(),
                ),
                (KEEPER, name(before), name(now), value),
            ];
            for (field, was, is, value) in changes {
                if was != is {
                    practices::put_setting(tx, field, &value, world.now(), hand.who())?;
                    note(&world, tx, hand.by, of, &[(field, &was, &is)])?;
                }
            }
            Ok(())
        })
        .await
}
