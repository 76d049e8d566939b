//! What a practice has set: the numbers of its promises, and a few keys that the pages need.

use std::collections::BTreeMap;

use anteroom_core::Span;
use anteroom_core::ids::PracticeId;
use anteroom_core::people::chart::Template;
use anteroom_core::promises::retention::NO_AGE;
use anteroom_core::promises::{hold, open, people, retention};
use anteroom_core::requests::Rules;
use anteroom_core::text::Fault;
use anteroom_store::{PracticeTx, StoreError, practices};
use data_encoding::HEXLOWER;

use crate::failure::Faults;
use crate::practices::Practice;
pub use crate::settings::changes::Hand;
use crate::settings::changes::Noun;
use crate::settings::words::Words;
use crate::{App, Failure};

pub mod changes;
pub mod meant;
pub mod overview;
pub mod words;

/// The key that signs forms.
pub(crate) const FORM_KEY: &str = "form.key";
/// Changes whenever hours do; caches of schedules go by it.
pub(crate) const HOURS_VERSION: &str = "hours.version";
/// Which country's public holidays close the desk; empty for none.
pub(crate) const HOLIDAYS: &str = "holidays";
/// Whether somebody more is put on.
pub(crate) const OPEN_ACT: &str = "open.act";

/// The settings of a practice, with the defaults where it has set nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Numbers of requests and their clocks.
    pub rules: Rules,
    /// Share of clocks in time that keeps the promise, 0 to 1.
    pub response_threshold: f64,
    /// Numbers of the open count.
    pub open: open::Rules,
    /// Numbers of the hold.
    pub hold: hold::Rules,
    /// Numbers of the people needed.
    pub people: people::Rules,
    /// Numbers of those who come back.
    pub retention: retention::Rules,
    /// Whether somebody more is put on.
    pub act: bool,
    /// Country whose public holidays close the desk.
    pub holidays: String,
    /// Which hours are in force.
    pub hours_version: String,
    /// Whether letters can be written.
    pub mail: bool,
    /// Whether a phone system may post.
    pub phones: bool,
    /// Where a patient's chart opens.
    pub chart: Option<Template>,
    /// What it words itself.
    pub words: Words,
    /// Who is rung for words of danger, and which words are.
    pub alerts: crate::alerts::Rules,
    /// Who is asked whether they would recommend the practice.
    pub surveys: crate::surveys::Rules,
    /// Share of visits that the site answers which keeps the promise, 0 to 1.
    pub site_target: f64,
}

impl Settings {
    /// Reads a practice's settings. A value that can't be read is as good as none: the default holds.
    pub(crate) fn load(tx: &mut PracticeTx<'_>) -> Result<Self, StoreError> {
        let rows: BTreeMap<String, String> = practices::settings(tx)?.into_iter().collect();
        let number = |name: &str, default: i64| {
            rows.get(name)
                .and_then(|value| value.parse().ok())
                .filter(|value| *value > 0)
                .unwrap_or(default)
        };
        let text = |name: &str| rows.get(name).cloned().unwrap_or_default();
        let requests = Rules::default();
        let open = open::Rules::default();
        let minutes = |name: &str, default: Span| Span::from_minutes(number(name, default.whole_minutes()));
        let share = |name: &str, default: u32| {
            let percent = u32::try_from(number(name, i64::from(default))).unwrap_or(default);
            f64::from(percent.min(100)) / 100.0
        };
        Ok(Self {
            rules: Rules {
                target: minutes("response.minutes", requests.target),
                urgent_target: minutes("response.urgent_minutes", requests.urgent_target),
                warning: minutes("response.warning_minutes", requests.warning),
                waiting: Span::from_days(number(
                    "waiting.days",
                    requests.waiting.whole_minutes() / (24 * 60),
                )),
            },
            response_threshold: share("response.percent", 90),
            open: open::Rules {
                under: number("open.under", open.under),
                act_above: number("open.act_above", open.act_above),
                handling: minutes("open.handling_minutes", open.handling),
            },
            hold: hold::Rules {
                within: Span::from_secs(number("hold.seconds", 60)),
                threshold: share("hold.percent", 90),
            },
            people: people::Rules {
                occupancy: share("people.busy_percent", 85),
                away: share("people.away_percent", 10),
                ..people::Rules::default()
            },
            retention: retention::Rules::of(number("retention.percent", 80), number("retention.age", NO_AGE)),
            act: text(OPEN_ACT) == "1",
            holidays: text(HOLIDAYS),
            hours_version: text(HOURS_VERSION),
            mail: !text(crate::letters::HOST).is_empty(),
            phones: text(crate::calls::posts::SINCE) == "1",
            chart: Template::parse(&text(crate::people::CHART)).ok(),
            words: Words::among(&rows),
            alerts: crate::alerts::Rules::read(&rows),
            surveys: crate::surveys::Rules::read(&rows),
            site_target: crate::site::rules::target(&rows),
        })
    }
}

impl Settings {
    /// One of [`NUMBERS`] as it stands; 0 for any other.
    pub fn number(&self, name: &str) -> i64 {
        #[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
        let percent = |share: f64| (share * 100.0).round() as i64;
        match name {
            "response.minutes" => self.rules.target.whole_minutes(),
            "response.urgent_minutes" => self.rules.urgent_target.whole_minutes(),
            "response.warning_minutes" => self.rules.warning.whole_minutes(),
            "response.percent" => percent(self.response_threshold),
            "waiting.days" => self.rules.waiting.whole_minutes() / (24 * 60),
            "open.under" => self.open.under,
            "open.act_above" => self.open.act_above,
            "open.handling_minutes" => self.open.handling.whole_minutes(),
            "hold.seconds" => self.hold.within.micros() / 1_000_000,
            "hold.percent" => percent(self.hold.threshold),
            "people.busy_percent" => percent(self.people.occupancy),
            "people.away_percent" => percent(self.people.away),
            "retention.percent" => percent(self.retention.target),
            "retention.age" => self.retention.age,
            _ => 0,
        }
    }
}

/// The numbers that a practice sets, each with the most that it may be.
pub const NUMBERS: &[(&str, i64)] = &[
    ("response.minutes", 1_440),
    ("response.urgent_minutes", 1_440),
    ("response.warning_minutes", 1_440),
    ("response.percent", 100),
    ("waiting.days", 366),
    ("open.under", 10_000),
    ("open.act_above", 10_000),
    ("open.handling_minutes", 1_440),
    ("hold.seconds", 3_600),
    ("hold.percent", 100),
    ("people.busy_percent", 99),
    ("people.away_percent", 90),
    ("retention.percent", 100),
    ("retention.age", NO_AGE),
];

/// Sets one of [`NUMBERS`], from 1 to its most, by command. A running clock keeps the target with which it started.
pub async fn set(app: &App, practice: PracticeId, name: &str, value: i64) -> Result<(), Failure> {
    let known = NUMBERS.iter().find(|(known, _)| *known == name);
    let &(name, most) = known.ok_or_else(|| Failure::of("name", Fault::Shape))?;
    if !(1..=most).contains(&value) {
        return Err(Failure::of("value", Fault::Shape));
    }
    let numbers = BTreeMap::from([(name, value)]);
    put_numbers(app, practice, &Hand::operator(), &numbers).await
}

/// All of [`NUMBERS`] as they were typed.
pub fn numbers(typed: impl Fn(&str) -> String) -> Result<BTreeMap<&'static str, i64>, Failure> {
    let mut faults = Faults::default();
    let mut numbers = BTreeMap::new();
    for &(name, most) in NUMBERS {
        let value = typed(name).trim().parse::<i64>().ok();
        let value = value.filter(|value| (1..=most).contains(value));
        numbers.insert(name, faults.take(name, value.ok_or(Fault::Shape)));
    }
    let number = |name: &str| numbers.get(name).copied().unwrap_or_default();
    // Somebody more comes when too many are open, not before there are.
    if number("open.act_above") < number("open.under") {
        faults.note("open.act_above", Fault::Taken);
    }
    if number("response.warning_minutes") >= number("response.minutes") {
        faults.note("response.warning_minutes", Fault::Taken);
    }
    faults.settle()?;
    Ok(numbers)
}

/// All of [`NUMBERS`] as they stand, and the version that a form about them carries.
pub async fn numbers_of(
    app: &App,
    practice: &Practice,
) -> Result<(BTreeMap<&'static str, i64>, String), Failure> {
    let of = (Noun::Promises, practice.id.bytes());
    let practice = app.store.practice(practice.id);
    let read = practice.read(move |tx| {
        let settings = Settings::load(tx)?;
        let numbers = NUMBERS.iter().map(|(name, _)| (*name, settings.number(name)));
        Ok::<_, StoreError>((numbers.collect(), changes::version(tx, of)?))
    });
    Ok(read.await?)
}

/// Sets several of them at once.
pub async fn put_numbers(
    app: &App,
    practice: PracticeId,
    hand: &Hand,
    numbers: &BTreeMap<&'static str, i64>,
) -> Result<(), Failure> {
    let (world, hand, numbers) = (app.clone(), hand.clone(), numbers.clone());
    app.store
        .practice(practice)
        .write(move |tx| {
            let of = (Noun::Promises, practice.bytes());
            changes::hold(tx, of, &hand)?;
            let before = Settings::load(tx)?;
            for (name, value) in &numbers {
                let (was, value) = (before.number(name).to_string(), value.to_string());
                if was != value {
                    practices::put_setting(tx, name, &value, world.now(), hand.who())?;
                    changes::note(&world, tx, hand.by, of, &[(name, &was, &value)])?;
                }
            }
            Ok(())
        })
        .await
}

/// The key that signs the practice's forms; made when the practice was founded.
pub async fn form_key(app: &App, practice: PracticeId) -> Result<[u8; 32], Failure> {
    let rows = app
        .store
        .practice(practice)
        .read(|tx| practices::settings(tx).map_err(Failure::from))
        .await?;
    let key = rows
        .into_iter()
        .find(|(name, _)| name == FORM_KEY)
        .map(|(_, value)| value);
    let bytes = key.and_then(|key| HEXLOWER.decode(key.as_bytes()).ok());
    bytes
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(Failure::Missing)
}
