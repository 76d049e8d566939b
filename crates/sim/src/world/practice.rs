//! The practice of a world: its places, its hours and everybody who works there.

use anteroom_app::alerts::settings::{LadderWish, emergency, set_ladder, sign};
use anteroom_app::practices::{Administrator, Founding, NewLocation, Practice};
use anteroom_app::requests::view::Desk;
use anteroom_app::settings::Hand;
use anteroom_app::staff::Named;
use anteroom_app::{App, Failure, practices, staff};
use anteroom_core::access::Role;
use anteroom_core::alerts::Whom;
use anteroom_core::ids::{LocationId, TeamId};
use anteroom_store::staff::Member;

use super::furnish::{self, Phone};

/// The zone of every world.
pub const ZONE: &str = "America/Chicago";
/// When the desk is there.
pub const HOURS: &str = "Mon-Fri 08:00-18:00; Sat 09:00-13:00";
/// When the second location is.
pub const POINT_HOURS: &str = "Mon-Fri 08:00-18:00; Sat 09:00-12:00";
/// Everybody's: it is a demo, and says so where it is printed.
pub const PASSWORD: &str = "open-the-harbor-door";

/// Staff whom a visitor can be: name, role.
pub const VISITORS: &[(&str, Role)] = &[
    ("Luis Prado", Role::Administrator),
    ("Maria Reyes", Role::FrontDesk),
    ("Jo Kim", Role::FrontDesk),
    ("Nadia Patel", Role::Clinician),
    ("Dana Silva", Role::Manager),
];
const CLERKS: &[&str] = &[
    "Tasha Green",
    "Ben Alvarez",
    "Irene Wu",
    "Marco Duarte",
    "Paula Stein",
    "Celia Ramos",
    "Andre Miles",
    "Kim Tran",
    "Ruth Adler",
    "Oscar Peña",
];
const DOCTORS: &[&str] = &[
    "Ana Ruiz",
    "Peter Shah",
    "Miriam Katz",
    "David Osei",
    "Julia Lang",
    "Carlos Benítez",
    "Emily Ford",
    "Yusuf Demir",
    "Laura Chan",
    "Robert Hale",
    "Ingrid Moe",
];

/// Where the practice is: name, address, hours.
const PLACES: [(&str, &str, &str); 2] = [
    (
        "Main Street",
        "204 Main Street, Austin, TX 78701, step-free, parking behind the house",
        HOURS,
    ),
    (
        "Harbor Point",
        "9 Quay Road, Austin, TX 78741, two wide parking places at the side door",
        POINT_HOURS,
    ),
];
/// People on the phones: the first ones at the first location.
pub(crate) const PHONES: &[&str] = &[
    "Gloria Santos",
    "Tim Becker",
    "Alice Nwosu",
    "Renata Cruz",
    "Joel Fisher",
    "Hanna Berg",
    "Sara Lind",
    "Pablo Guerra",
    "Dee Watkins",
    "Amy Zhou",
];

/// How big a world is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// New contacts on an average weekday.
    pub contacts: u32,
    /// People at the front desk besides the visitors, up to ten.
    pub clerks: usize,
    /// Doctors besides the visitor, up to eleven.
    pub doctors: usize,
    /// Families that write.
    pub families: usize,
    /// People on the phones, up to ten; none: the phones aren't connected.
    pub phones: usize,
    /// Whether it has years of visits, asks whether patients would recommend it, and has a help centre.
    pub years: bool,
    /// Whether its members can sign in: hashing a password takes longer than a day of a small world.
    pub sign_in: bool,
}

impl Size {
    /// Twelve doctors, two locations, some 480 contacts a day.
    pub const DEMO: Self = Self {
        contacts: 480,
        clerks: 10,
        doctors: 11,
        families: 900,
        phones: 8,
        years: true,
        sign_in: true,
    };
    /// A few people, to be looked at after each hour of thousands of seeds.
    pub const SMALL: Self = Self {
        contacts: 24,
        clerks: 1,
        doctors: 1,
        families: 12,
        phones: 2,
        years: false,
        sign_in: false,
    };
}

/// The practice as its world knows it.
#[derive(Clone)]
pub struct House {
    /// The practice.
    pub practice: Practice,
    /// Where it is.
    pub locations: Vec<LocationId>,
    /// What these are called.
    pub places: Vec<String>,
    /// The lines with the people on them.
    pub phones: Vec<Phone>,
    /// Whether it has a help centre.
    pub site: bool,
    /// Who answers at the front desk.
    pub clerks: Vec<Desk>,
    /// Who reads what a clerk may not answer.
    pub doctors: Vec<Desk>,
    /// Everybody who is a doctor.
    pub clinicians: Option<TeamId>,
}

impl House {
    /// A practice of which nothing else is known yet.
    pub fn empty(practice: Practice) -> Self {
        Self {
            practice,
            locations: Vec::new(),
            places: Vec::new(),
            phones: Vec::new(),
            site: false,
            clerks: Vec::new(),
            doctors: Vec::new(),
            clinicians: None,
        }
    }
}

/// A login of the demo: the first name at the practice's address.
pub fn login(name: &str, slug: &str) -> String {
    let plain = |letter: char| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ñ' => 'n',
        'ó' => 'o',
        other => other,
    };
    let words: Vec<String> = name
        .to_lowercase()
        .split_whitespace()
        .map(|word| word.chars().map(plain).collect())
        .collect();
    let visitor = VISITORS.iter().any(|(known, _)| *known == name);
    let local = if visitor {
        words[..1].concat()
    } else {
        words.join(".")
    };
    format!("{local}@{slug}.example")
}

/// Founds a practice with its places and its people.
pub async fn found(app: &App, name: &str, slug: &str, size: Size) -> Result<House, Failure> {
    let founding = Founding {
        name: name.to_owned(),
        slug: slug.to_owned(),
        timezone: ZONE.to_owned(),
        hours: HOURS.to_owned(),
        phone: "(512) 555-0100".to_owned(),
        ..Founding::default()
    };
    let practice = practices::found(app, &founding, None).await?;
    let mut locations = Vec::new();
    for (name, address, hours) in PLACES {
        let [name, address, hours] = [name, address, hours].map(str::to_owned);
        let place = NewLocation {
            name,
            address,
            hours,
            ..NewLocation::default()
        };
        locations.push(practices::add_location(app, &practice, &place).await?);
    }
    let mut house = House::empty(practice);
    house.locations = locations;
    house.places = PLACES.map(|(name, ..)| name.to_owned()).to_vec();
    let clerks = CLERKS
        .iter()
        .take(size.clerks)
        .map(|name| (*name, Role::FrontDesk));
    let doctors = DOCTORS
        .iter()
        .take(size.doctors)
        .map(|name| (*name, Role::Clinician));
    let mut everybody = Vec::new();
    for (name, role) in VISITORS.iter().copied().chain(clerks).chain(doctors) {
        let desk = hire(app, &house.practice, (name, role), size.sign_in).await?;
        match role {
            Role::FrontDesk => house.clerks.push(desk.clone()),
            Role::Clinician => house.doctors.push(desk.clone()),
            _ => {}
        }
        everybody.push(desk);
    }
    let ids = |desks: &[Desk]| desks.iter().map(|desk| desk.member.id).collect();
    staff::add_team(app, &house.practice, "Front desk", ids(&house.clerks)).await?;
    let team = staff::add_team(app, &house.practice, "Clinicians", ids(&house.doctors)).await?;
    house.clinicians = Some(team);
    ring(app, &house, &everybody).await?;
    let mut phones = Vec::new();
    for name in PHONES.iter().take(size.phones) {
        phones.push(hire(app, &house.practice, (name, Role::FrontDesk), size.sign_in).await?);
    }
    if !phones.is_empty() {
        let point = phones.split_off((phones.len() * 3).div_ceil(5));
        furnish::phones(app, &mut house, vec![phones, point]).await?;
        furnish::mail(app, &house).await?;
    }
    let manager = everybody.iter().find(|desk| desk.role == Role::Manager);
    if let Some(manager) = manager.filter(|_| size.years) {
        furnish::questions(app, &house, manager).await?;
        furnish::help(app, &mut house).await?;
    }
    Ok(house)
}

/// Says who is rung for words of danger, and has a doctor sign the rules.
async fn ring(app: &App, house: &House, everybody: &[Desk]) -> Result<(), Failure> {
    let of = |role: Role| {
        let desk = everybody.iter().find(|desk| desk.role == role);
        desk.map(|desk| Whom::Member(desk.member.id).to_string())
    };
    let clerks = house.clerks.iter().take(2);
    let clerks = clerks.map(|desk| Whom::Member(desk.member.id).to_string());
    let ladder = LadderWish {
        open: clerks
            .chain(of(Role::Clinician))
            .chain(of(Role::Manager))
            .collect(),
        after_hours: of(Role::Clinician).into_iter().collect(),
        minutes: "2".to_owned(),
    };
    set_ladder(app, &house.practice, &Hand::operator(), &ladder).await?;
    let doctor = &house.doctors[0];
    let digest = emergency(app, doctor).await?.rules.digest();
    sign(app, doctor, &digest).await
}

async fn hire(app: &App, practice: &Practice, who: (&str, Role), sign_in: bool) -> Result<Desk, Failure> {
    let (name, role) = (who.0.to_owned(), who.1);
    let id = if sign_in {
        let typed = Administrator {
            name: name.clone(),
            login: login(&name, &practice.slug),
            password: PASSWORD.to_owned(),
        };
        staff::enrol(app, practice, &typed, role).await?
    } else {
        let member = Member {
            id: app.id(),
            name: name.clone(),
            role,
        };
        let (id, now) = (member.id, app.now());
        let rows = app.store.practice(practice.id);
        rows.write(move |tx| anteroom_store::staff::insert_member(tx, &member, None, now))
            .await?;
        id
    };
    Ok(Desk {
        practice: practice.clone(),
        member: Named { id, name },
        role,
    })
}
