//! Practices: the facts that every page reads, and the first set-up.

use anteroom_core::access::Role;
use anteroom_core::hours::{HoursPlan, zone_named};
use anteroom_core::ids::{HoursId, LocationId, MemberId, PracticeId};
use anteroom_core::requests::kinds::{self, Kind};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::hours::PlaceKind;
pub use anteroom_store::practices::Practice;
use anteroom_store::staff::Member;
use anteroom_store::{PracticeTx, StoreError};
use data_encoding::HEXLOWER;

use crate::failure::Faults;
use crate::hours::{Door, door};
use crate::places::Pages;
use crate::settings::changes::{By, Hand, Noun, hold, note, version};
use crate::settings::words::Words;
use crate::settings::{self, Settings};
use crate::{App, Failure, staff};

/// A location as the public pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Its id.
    pub id: LocationId,
    /// Its name.
    pub name: String,
    /// One line.
    pub address: String,
    /// Its phone number; empty if it is the practice's.
    pub phone: String,
    /// IANA name of its zone.
    pub timezone: String,
    /// Open now, and until or from when.
    pub door: Door,
}

/// What the public pages of a practice read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The practice.
    pub practice: Practice,
    /// Its locations.
    pub locations: Vec<Location>,
    /// The desk's door: open now, and until or from when.
    pub door: Door,
    /// When a request that is sent now is answered; nothing while the practice has no hours and takes none.
    pub answer_by: Option<Time>,
    /// What it words itself.
    pub words: Words,
    /// What a request can be about.
    pub kinds: Vec<Kind>,
    /// Which of its pages have something to tell.
    pub pages: Pages,
}

/// What the first set-up (or `anteroom practice add`) asks for, as typed.
#[derive(Debug, Clone, Default)]
pub struct Founding {
    /// Name of the practice.
    pub name: String,
    /// Its name in URLs.
    pub slug: String,
    /// IANA zone.
    pub timezone: String,
    /// Hours in the compact form, `Mon-Fri 08:00-17:00; Sat 09:00-12:00` or `24/7`.
    pub hours: String,
    /// Main phone number; may be empty.
    pub phone: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// BCP 47.
    pub locale: String,
    /// What to dial in an emergency.
    pub emergency_number: String,
}

/// The administrator whom the first set-up makes, as typed.
#[derive(Debug, Clone, Default)]
pub struct Administrator {
    /// Their name.
    pub name: String,
    /// E-mail address they sign in with.
    pub login: String,
    /// Their password.
    pub password: String,
}

/// The practice with this name in URLs.
pub async fn by_slug(app: &App, slug: &str) -> Result<Practice, Failure> {
    let slug = slug.to_owned();
    let found = app
        .store
        .system()
        .read(move |tx| anteroom_store::practices::by_slug(tx, &slug))
        .await?;
    found.ok_or(Failure::Missing)
}

/// The practice with this id.
pub(crate) async fn by_id(app: &App, id: PracticeId) -> Result<Practice, Failure> {
    let found = app
        .store
        .system()
        .read(move |tx| anteroom_store::practices::by_id(tx, id))
        .await?;
    found.ok_or(Failure::Missing)
}

/// Up to `limit` practices after a slug, in its order.
pub async fn list(app: &App, after: &str, limit: i64) -> Result<Vec<Practice>, Failure> {
    let after = after.to_owned();
    Ok(app
        .store
        .system()
        .read(move |tx| anteroom_store::practices::list(tx, &after, limit))
        .await?)
}

/// Whether the installation has a practice: the first set-up is open only while it has none.
pub async fn any(app: &App) -> Result<bool, Failure> {
    Ok(!list(app, "", 1).await?.is_empty())
}

/// What the public pages read.
pub async fn facts(app: &App, practice: &Practice) -> Result<Facts, Failure> {
    let (world, practice) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| Ok(gather(&world, tx, &practice)?))
        .await
}

fn gather(app: &App, tx: &mut PracticeTx<'_>, practice: &Practice) -> Result<Facts, StoreError> {
    let now = app.now();
    let settings = Settings::load(tx)?;
    let hours = app.hours.load(tx, practice, &settings)?;
    let locations = anteroom_store::practices::locations(tx)?;
    let locations = locations.into_iter().map(|row| Location {
        door: door(hours.of(Some(row.id)), now),
        id: row.id,
        name: row.name,
        address: row.address,
        phone: row.phone,
        timezone: row.timezone,
    });
    Ok(Facts {
        practice: practice.clone(),
        locations: locations.collect(),
        door: door(hours.desk(), now),
        answer_by: hours.desk().after_open(now, settings.rules.target),
        words: settings.words,
        kinds: anteroom_store::practices::kinds(tx)?,
        pages: crate::places::pages(tx, practice)?,
    })
}

/// Gives a practice other facts; its slug stays, since patients' links hold it. Another zone moves the running clocks.
pub async fn change(app: &App, practice: &Practice, hand: &Hand, typed: &Founding) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let fixed = Founding {
        slug: practice.slug.clone(),
        hours: String::new(),
        ..typed.clone()
    };
    let after = Practice {
        id: practice.id,
        ..checked(app, &fixed, &mut faults).practice
    };
    faults.settle()?;
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            crate::hours::alter(&world, tx, &of, |app, tx| {
                let noun = (Noun::Practice, of.id.bytes());
                hold(tx, noun, &hand)?;
                let was = anteroom_store::practices::by_id(&mut tx.system(), of.id)?;
                let was = was.ok_or(Failure::Missing)?;
                anteroom_store::practices::update(&mut tx.system(), &after)?;
                let fields = [
                    ("name", was.name.as_str(), after.name.as_str()),
                    ("timezone", &was.timezone, &after.timezone),
                    ("country", &was.country, &after.country),
                    ("locale", &was.locale, &after.locale),
                    ("emergency_number", &was.emergency_number, &after.emergency_number),
                    ("phone", &was.phone, &after.phone),
                ];
                note(app, tx, hand.by, noun, &fields)?;
                changed(app, tx)?;
                Ok(after.clone())
            })
        })
        .await
}

/// The version that a form about the practice's facts carries.
pub async fn versioned(app: &App, practice: &Practice) -> Result<String, Failure> {
    let of = (Noun::Practice, practice.id.bytes());
    let practice = app.store.practice(practice.id);
    Ok(practice.read(move |tx| version(tx, of)).await?)
}

/// A founding whose fields hold.
struct Founded {
    practice: Practice,
    hours: Option<HoursPlan>,
}

fn checked(app: &App, founding: &Founding, faults: &mut Faults) -> Founded {
    let name = faults.take("name", text::required_line(&founding.name, limits::LABEL_MAX));
    let slug = faults.take("slug", text::slug(&founding.slug));
    if RESERVED.contains(&slug.as_str()) {
        faults.note("slug", Fault::Taken);
    }
    let timezone = faults.take(
        "timezone",
        text::required_line(&founding.timezone, limits::LABEL_MAX),
    );
    let zone = zone_named(&timezone).map_err(|_| Fault::Shape);
    let hours = faults.take("hours", text::line(&founding.hours, limits::WORDS_MAX));
    let plan = match (&zone, hours.is_empty()) {
        (Ok(_), false) => faults.take(
            "hours",
            HoursPlan::parse(&timezone, &hours)
                .map(Some)
                .map_err(|_| Fault::Shape),
        ),
        _ => None,
    };
    faults.take("timezone", zone.map(drop));
    let phone = Some(founding.phone.trim()).filter(|phone| !phone.is_empty());
    let phone = faults.take("phone", phone.map_or(Ok(String::new()), text::phone));
    let or = |typed: &str, default: &str| if typed.is_empty() { default } else { typed }.to_owned();
    let country = faults.take("country", text::line(&or(&founding.country, "US"), 2));
    let locale = faults.take(
        "locale",
        text::line(&or(&founding.locale, "en-US"), limits::LANGUAGE_MAX),
    );
    let emergency = or(&founding.emergency_number, "911");
    let emergency_number = faults.take("emergency_number", text::line(&emergency, limits::PHONE_MAX));
    let practice = Practice {
        id: app.id(),
        slug,
        name,
        timezone,
        country,
        locale,
        emergency_number,
        phone,
    };
    Founded {
        practice,
        hours: plan,
    }
}

/// Names in URLs that pages of the installation itself have.
const RESERVED: &[&str] = &[
    "api",
    "assets",
    "definitions",
    "desk",
    "health",
    "hooks",
    "invitation",
    "metrics",
    "reset",
    "setup",
    "static",
];

/// Founds a practice, with an administrator who signs in if one is named.
pub async fn found(
    app: &App,
    founding: &Founding,
    administrator: Option<&Administrator>,
) -> Result<Practice, Failure> {
    establish(app, founding, administrator, false).await
}

/// The first set-up: founds the installation's first practice with its administrator, and is gone after it.
pub async fn set_up(
    app: &App,
    founding: &Founding,
    administrator: &Administrator,
) -> Result<Practice, Failure> {
    establish(app, founding, Some(administrator), true).await
}

async fn establish(
    app: &App,
    founding: &Founding,
    administrator: Option<&Administrator>,
    first: bool,
) -> Result<Practice, Failure> {
    let mut faults = Faults::default();
    let founded = checked(app, founding, &mut faults);
    let typed = administrator.map(|typed| staff::checked(typed, &mut faults));
    faults.settle()?;
    let sign_in = match typed {
        Some(typed) => Some(staff::hashed(app, typed).await?),
        None => None,
    };
    let world = app.clone();
    let practice = founded.practice.clone();
    app.store
        .practice(practice.id)
        .write(move |tx| {
            if first && !anteroom_store::practices::list(&mut tx.system(), "", 1)?.is_empty() {
                return Err(Failure::Missing);
            }
            write(&world, tx, &founded)?;
            match &sign_in {
                Some(person) => staff::add(&world, tx, person, Role::Administrator).map(drop),
                None => Ok(()),
            }
        })
        .await?;
    Ok(practice)
}

fn write(app: &App, tx: &mut PracticeTx<'_>, founded: &Founded) -> Result<(), Failure> {
    use anteroom_store::practices as rows;
    let now = app.now();
    let practice = &founded.practice;
    let organisation = if let Some(organisation) = rows::first_organisation(&mut tx.system())? {
        organisation
    } else {
        let id = app.id();
        rows::insert_organisation(&mut tx.system(), id, &practice.name, now)?;
        id
    };
    if !rows::insert(&mut tx.system(), organisation, practice, now)? {
        let mut faults = Faults::default();
        faults.note("slug", Fault::Taken);
        faults.settle()?;
    }
    rows::insert_kinds(tx, &kinds::defaults())?;
    rows::put_setting(
        tx,
        settings::FORM_KEY,
        &HEXLOWER.encode(&app.random::<32>()),
        now,
        None,
    )?;
    if practice.country.eq_ignore_ascii_case("US")
        && founded.hours.as_ref().is_some_and(|plan| !is_always(plan))
    {
        rows::put_setting(tx, settings::HOLIDAYS, "US", now, None)?;
    }
    crate::jobs::begin(app, tx)?;
    if let Some(plan) = &founded.hours {
        set_hours(app, tx, (PlaceKind::Desk, practice.id.bytes()), plan)?;
    }
    Ok(())
}

/// Whether the plan is 24/7: such a desk keeps no holidays.
fn is_always(plan: &HoursPlan) -> bool {
    plan.weekly == HoursPlan::always(plan.zone.clone()).weekly
}

/// Gives a place these weekly hours, and says that schedules of the practice are to be compiled anew.
pub(crate) fn set_hours(
    app: &App,
    tx: &mut PracticeTx<'_>,
    place: anteroom_store::hours::Place,
    plan: &HoursPlan,
) -> Result<(), StoreError> {
    anteroom_store::hours::delete_patterns(tx, place)?;
    for weekly in &plan.weekly {
        anteroom_store::hours::insert_pattern(tx, app.id::<HoursId>(), place, weekly)?;
    }
    changed(app, tx)
}

/// Says that schedules of the practice are to be compiled anew.
pub(crate) fn changed(app: &App, tx: &mut PracticeTx<'_>) -> Result<(), StoreError> {
    let version = app.id::<HoursId>().to_string();
    anteroom_store::practices::put_setting(tx, settings::HOURS_VERSION, &version, app.now(), None)
}

/// A member to add: one more at a practice.
pub(crate) fn insert_member(
    app: &App,
    tx: &mut PracticeTx<'_>,
    name: &str,
    role: Role,
    account: Option<anteroom_core::ids::AccountId>,
) -> Result<MemberId, StoreError> {
    let member = Member {
        id: app.id(),
        name: name.to_owned(),
        role,
    };
    anteroom_store::staff::insert_member(tx, &member, account, app.now())?;
    Ok(member.id)
}

/// A location to add, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewLocation {
    /// Its name.
    pub name: String,
    /// One line.
    pub address: String,
    /// Its phone number; empty if it is the practice's.
    pub phone: String,
    /// IANA zone; empty if it is the practice's.
    pub timezone: String,
    /// Hours in the compact form; empty if they are the desk's.
    pub hours: String,
}

/// Adds a location to a practice.
pub async fn add_location(
    app: &App,
    practice: &Practice,
    typed: &NewLocation,
) -> Result<LocationId, Failure> {
    let mut faults = Faults::default();
    let phone = Some(typed.phone.trim()).filter(|phone| !phone.is_empty());
    let timezone = if typed.timezone.is_empty() {
        &practice.timezone
    } else {
        &typed.timezone
    };
    let location = anteroom_store::practices::Location {
        id: app.id(),
        name: faults.take("name", text::required_line(&typed.name, limits::LABEL_MAX)),
        address: faults.take("address", text::line(&typed.address, limits::NAME_MAX)),
        phone: faults.take("phone", phone.map_or(Ok(String::new()), text::phone)),
        timezone: timezone.clone(),
    };
    faults.take(
        "timezone",
        zone_named(timezone).map(drop).map_err(|_| Fault::Shape),
    );
    let own =
        (!typed.hours.is_empty()).then(|| HoursPlan::parse(timezone, &typed.hours).map_err(|_| Fault::Shape));
    let hours = faults.take("hours", own.transpose());
    faults.settle()?;
    let (world, id) = (app.clone(), location.id);
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let position = anteroom_store::practices::locations(tx)?.len();
            let position = i64::try_from(position).unwrap_or(i64::MAX);
            anteroom_store::practices::insert_location(tx, &location, position)?;
            let noun = (Noun::Location, id.bytes());
            note(&world, tx, By::Operator, noun, &[("name", "", &location.name)])?;
            match &hours {
                Some(plan) => set_hours(&world, tx, (PlaceKind::Location, id.bytes()), plan),
                None => Ok(()),
            }
        })
        .await
        .map_err(|error: StoreError| Failure::from(error))?;
    Ok(id)
}
