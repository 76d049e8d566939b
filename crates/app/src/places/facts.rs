//! The facts that the practice's pages tell, and since when each is held for true: its last change, or the day on which
//! somebody looked at it and said so. What is older than a year is work for whoever keeps the site.

use anteroom_core::Time;
use anteroom_core::ids::{LocationId, PracticeId};
use anteroom_core::places::facts::{Fact, is_stale};
use anteroom_store::hours::PlaceKind;
use anteroom_store::{PracticeTx, StoreError, audit, places as rows, practices};

use crate::practices::Practice;
use crate::settings::Settings;
use crate::settings::changes::{By, Hand, Noun, note};
use crate::{App, Failure};

/// A fact of the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What it is.
    pub fact: Fact,
    /// Of what: a location, a doctor, or the practice's own id.
    pub of: [u8; 16],
    /// The name of that; empty for the practice itself.
    pub name: String,
    /// Since when it is held for true.
    pub since: Time,
    /// Whether it has to be looked at again.
    pub stale: bool,
}

impl Held {
    /// The word by which work about it is known: the fact, and the id of what it is a fact of.
    pub(crate) fn key(&self) -> String {
        format!("{}:{}", self.fact, LocationId(self.of))
    }
}

/// Whose changes are changes of the fact.
const fn noun(fact: Fact) -> Noun {
    match fact {
        Fact::Practice => Noun::Practice,
        Fact::Location => Noun::Location,
        Fact::Hours => Noun::Hours,
        Fact::Doctor => Noun::Doctor,
        Fact::Bring => Noun::Words,
        Fact::Directory => Noun::Place,
    }
}

/// All facts that the pages tell, in their order there.
fn all(tx: &mut PracticeTx<'_>, practice: PracticeId, now: Time) -> Result<Vec<Held>, StoreError> {
    let (own, settings) = (practice.bytes(), Settings::load(tx)?);
    let hours = anteroom_store::hours::load(tx)?;
    let mut facts = vec![
        (Fact::Practice, own, String::new()),
        (Fact::Hours, own, String::new()),
    ];
    for location in practices::locations(tx)? {
        let id = location.id.bytes();
        facts.push((Fact::Location, id, location.name.clone()));
        if hours
            .weekly
            .iter()
            .any(|(place, _)| *place == (PlaceKind::Location, id))
        {
            facts.push((Fact::Hours, id, location.name));
        }
    }
    for doctor in rows::doctors(tx)? {
        facts.push((Fact::Doctor, doctor.member.bytes(), doctor.name));
    }
    if ["bring.en", "bring.es"]
        .iter()
        .any(|text| !settings.words.text(text).is_empty())
    {
        facts.push((Fact::Bring, own, String::new()));
    }
    let founded = rows::founded(&mut tx.system(), practice)?;
    let mut held = Vec::with_capacity(facts.len() + 1);
    for (fact, of, name) in facts {
        let last = audit::last_changed(tx, noun(fact), of)?;
        held.push((fact, of, name, last.map_or(founded, |last| last.at)));
    }
    if let (1.., Some(told)) = rows::count(tx)? {
        held.push((Fact::Directory, own, String::new(), told));
    }
    let held = held.into_iter().map(|(fact, of, name, since)| Held {
        fact,
        of,
        name,
        since,
        stale: is_stale(since, now),
    });
    Ok(held.collect())
}

/// The facts that nobody looked at for a year.
pub(crate) fn stale(
    tx: &mut PracticeTx<'_>,
    practice: PracticeId,
    now: Time,
) -> Result<Vec<Held>, StoreError> {
    let mut facts = all(tx, practice, now)?;
    facts.retain(|held| held.stale);
    Ok(facts)
}

/// Somebody looked at the fact that work is known by, and it is still true; nothing where the key names none of now.
pub(crate) fn looked_at(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: PracticeId,
    (by, key): (By, &str),
) -> Result<(), StoreError> {
    let known = all(tx, practice, app.now())?
        .into_iter()
        .find(|held| held.key() == key);
    match known {
        Some(held) if held.fact != Fact::Directory => {
            note(app, tx, by, (noun(held.fact), held.of), &[("held", "", "1")])
        }
        _ => Ok(()),
    }
}

/// All facts that the pages tell.
pub async fn list(app: &App, practice: &Practice) -> Result<Vec<Held>, Failure> {
    let (now, of) = (app.now(), practice.id);
    let practice = app.store.practice(practice.id);
    Ok(practice.read(move |tx| all(tx, of, now)).await?)
}

/// Somebody looked at a fact and says that it is still true. What came from a table is told anew by an import alone.
pub async fn hold(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    fact: Fact,
    of: [u8; 16],
) -> Result<(), Failure> {
    let (world, house, hand) = (app.clone(), practice.id, hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let now = world.now();
            let known = all(tx, house, now)?
                .into_iter()
                .find(|held| held.fact == fact && held.of == of);
            if known.is_none_or(|held| held.fact == Fact::Directory) {
                return Err(Failure::Missing);
            }
            Ok(note(&world, tx, hand.by, (noun(fact), of), &[("held", "", "1")])?)
        })
        .await
}
