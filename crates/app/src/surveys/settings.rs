//! What a practice sets for its surveys, changed by a hand and noted field by field.

use std::collections::BTreeMap;

use anteroom_core::access::{Right, Role};
use anteroom_core::limits;
use anteroom_core::surveys::Trigger;
use anteroom_core::text::{self, Fault};
use anteroom_store::{PracticeTx, StoreError, practices, staff};

use super::rules::{
    COOLDOWN, DELAY, FROM, ON, OWNER, PERCENT, QUESTION, Rules, TARGET, TRIGGER, UNTIL, clock, minutes,
};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::settings::Settings;
use crate::settings::changes::{Hand, Noun, hold, note, version};
use crate::staff::Named;
use crate::{App, Failure};

/// The fields of the form, in its order.
pub const FIELDS: &[&str] = &[
    ON,
    TRIGGER,
    DELAY,
    COOLDOWN,
    PERCENT,
    FROM,
    UNTIL,
    TARGET,
    OWNER,
    "surveys.question.en",
    "surveys.question.es",
];

/// What is set, and what a form needs to change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// What is set.
    pub rules: Rules,
    /// Each of [`FIELDS`] as it stands.
    pub fields: BTreeMap<&'static str, String>,
    /// Who can see to those who would not recommend the practice.
    pub members: Vec<(Named, Role)>,
    /// Whether letters can be written.
    pub mail: bool,
    /// The version that a form carries.
    pub version: String,
}

fn of(tx: &PracticeTx<'_>) -> (Noun, [u8; 16]) {
    (Noun::Surveys, tx.practice_id().bytes())
}

/// Each field as it stands.
fn fields(rules: &Rules) -> BTreeMap<&'static str, String> {
    let asks = &rules.asks;
    let value = |name: &str| match name {
        ON => if asks.on { "1" } else { "" }.to_owned(),
        TRIGGER => asks.trigger.to_string(),
        DELAY => (asks.delay.whole_minutes() / 60).to_string(),
        COOLDOWN => (asks.cooldown.whole_minutes() / (24 * 60)).to_string(),
        PERCENT => asks.percent.to_string(),
        FROM => clock(asks.hours.from),
        UNTIL => clock(asks.hours.until),
        TARGET => asks.target.to_string(),
        OWNER => asks.owner.map(|owner| owner.to_string()).unwrap_or_default(),
        name => {
            let language = name.strip_prefix(QUESTION).unwrap_or_default();
            rules.question(language).unwrap_or_default().to_owned()
        }
    };
    FIELDS.iter().map(|name| (*name, value(name))).collect()
}

/// What is set.
pub async fn setting(app: &App, practice: &Practice) -> Result<Setting, Failure> {
    let practice = app.store.practice(practice.id);
    let read = practice.read(|tx| {
        let settings = Settings::load(tx)?;
        let members = staff::members(tx)?.into_iter().map(|member| {
            let (id, name) = (member.id, member.name);
            (Named { id, name }, member.role)
        });
        let of = of(tx);
        Ok::<_, StoreError>(Setting {
            fields: fields(&settings.surveys),
            members: members.collect(),
            mail: settings.mail,
            version: version(tx, of)?,
            rules: settings.surveys,
        })
    });
    Ok(read.await?)
}

/// A number as typed, from `least` to `most`.
fn number(typed: &str, (least, most): (i64, i64)) -> Result<String, Fault> {
    let number = typed.trim().parse::<i64>().ok();
    let number = number.filter(|number| (least..=most).contains(number));
    number.map(|number| number.to_string()).ok_or(Fault::Shape)
}

/// One field, found good as far as can be told without the practice's rows.
fn checked(name: &str, typed: &str) -> Result<String, Fault> {
    match name {
        ON => Ok(if typed.is_empty() { "" } else { "1" }.to_owned()),
        TRIGGER => typed
            .parse::<Trigger>()
            .map(|trigger| trigger.to_string())
            .map_err(|_| Fault::Shape),
        DELAY => number(typed, (0, limits::SURVEY_DELAY_HOURS_MAX)),
        COOLDOWN => number(typed, (1, limits::SURVEY_COOLDOWN_DAYS_MAX)),
        PERCENT => number(typed, (1, 100)),
        FROM | UNTIL => minutes(typed).map(clock).ok_or(Fault::Shape),
        TARGET => number(typed, (-100, 100)),
        OWNER => text::line(typed, limits::LABEL_MAX),
        _ => text::line(typed, limits::SURVEY_QUESTION),
    }
}

/// Sets them. `typed` finds what was typed in one of [`FIELDS`].
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    typed: impl Fn(&str) -> String,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let mut after = BTreeMap::new();
    for name in FIELDS {
        after.insert(*name, faults.take(name, checked(name, &typed(name))));
    }
    let at = |name: &str| minutes(after.get(name).map_or("", String::as_str));
    if at(FROM).zip(at(UNTIL)).is_some_and(|(from, until)| from >= until) {
        faults.note(UNTIL, Fault::Taken);
    }
    faults.settle()?;
    let (world, hand) = (app.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let of = of(tx);
            hold(tx, of, &hand)?;
            let members = staff::members(tx)?;
            let before = fields(&Settings::load(tx)?.surveys);
            let named = |id: &str| {
                let member = members.iter().find(|member| member.id.to_string() == id);
                member.map_or_else(String::new, |member| member.name.clone())
            };
            if !after[OWNER].is_empty() && named(&after[OWNER]).is_empty() {
                return Err(Failure::of(OWNER, Fault::Shape));
            }
            for (name, after) in &after {
                let was = &before[name];
                if was == after {
                    continue;
                }
                practices::put_setting(tx, name, after, world.now(), hand.who())?;
                let said = |value: &str| {
                    if *name == OWNER {
                        named(value)
                    } else {
                        value.to_owned()
                    }
                };
                note(&world, tx, hand.by, of, &[(name, &said(was), &said(after))])?;
            }
            Ok(())
        })
        .await
}

/// Who sees to those who would not recommend the practice: whoever is named and still works here, else the first who runs
/// the desk; nobody where nobody does.
pub(super) fn owner(
    tx: &mut PracticeTx<'_>,
    rules: &Rules,
) -> Result<Option<anteroom_core::ids::MemberId>, StoreError> {
    let members = staff::members(tx)?;
    let named = members.iter().find(|member| Some(member.id) == rules.asks.owner);
    let manager = members.iter().find(|member| member.role == Role::Manager);
    let anybody = members.iter().find(|member| member.role.may(Right::Manage));
    Ok(named.or(manager).or(anybody).map(|member| member.id))
}
