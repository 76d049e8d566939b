//! The practice's own pages, made of the facts that the desk keeps: doctors, locations, what to bring, contact, and the places
//! near a postal code. It shows and links; what a place's hours mean and which places are near, it asks.

use anteroom_app::places::{self, weeks};
use anteroom_app::practices::Location;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::{In, Public, dial, door};
use crate::i18n::{Tongue, Words};
use crate::origin::Base;
use crate::table::{Needs, Route};

pub(crate) mod data;
mod find;
pub(crate) mod head;
mod locations;
mod map;

use data::Graph;
use head::Head;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/{slug}/doctors", Needs::Nothing, doctors),
        Route::get("/{slug}/locations", Needs::Nothing, locations::list),
        Route::get("/{slug}/locations/{location}", Needs::Nothing, locations::one),
        Route::get("/{slug}/bring", Needs::Nothing, bring),
        Route::get("/{slug}/contact", Needs::Nothing, contact),
        Route::get("/{slug}/find", Needs::Nothing, find::show),
        Route::get("/{slug}/sitemap.xml", Needs::Nothing, map::of_practice),
        Route::get("/sitemap.xml", Needs::Nothing, map::index),
    ]
}

/// A location, as a page shows it.
pub(crate) struct Spot {
    pub href: String,
    pub name: String,
    pub address: String,
    pub door: String,
    pub open: bool,
    pub phone: String,
    pub dial: String,
}

/// The path of a location's page: its name, and the end of its id, by which it is found whatever its name becomes.
pub(crate) fn path(slug: &str, location: &Location) -> String {
    format!("/{slug}/locations/{}", word(location))
}

/// Letters of the id that stand in the path: one in four thousand millions is another's.
const ID: usize = 8;

fn word(location: &Location) -> String {
    let id = location.id.to_string();
    let end = &id[id.len() - ID..];
    let name: Vec<String> = location
        .name
        .to_lowercase()
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    if name.is_empty() {
        end.to_owned()
    } else {
        format!("{}-{end}", name.join("-"))
    }
}

impl Spot {
    pub(crate) fn new(f: &Public, location: &Location) -> Self {
        Self {
            href: path(&f.practice().slug, location),
            name: location.name.clone(),
            address: location.address.clone(),
            door: door(f.w, &f.when.at_zone(&location.timezone), location.door),
            open: matches!(location.door, anteroom_app::hours::Door::Open(_)),
            phone: location.phone.clone(),
            dial: dial(&location.phone),
        }
    }

    pub(crate) fn all(f: &Public) -> Vec<Self> {
        f.facts
            .locations
            .iter()
            .map(|location| Self::new(f, location))
            .collect()
    }
}

/// The name of a language by its tag, where the pages know one.
fn tongue_name(w: Words, tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    w.maybe("tongue", primary).unwrap_or_else(|| tag.to_owned())
}

/// A doctor, as the page shows them.
struct Card {
    name: String,
    title: String,
    said: Vec<String>,
    languages: String,
    accepting: bool,
}

#[derive(Template)]
#[template(path = "places/doctors.html")]
struct DoctorsPage {
    f: Public,
    h: Head,
    doctors: Vec<Card>,
}

async fn doctors(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    In(slug): In<String>,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/doctors")).await?;
    let doctors = places::doctors::shown(&web.app, f.practice()).await?;
    if doctors.is_empty() {
        return Err(Problem::Missing);
    }
    let said = f.w.with2(
        "doctors-about",
        ("n", doctors.len()),
        ("name", f.practice().name.clone()),
    );
    let mut graph = Graph::new(&f, &base);
    for doctor in &doctors {
        graph.doctor(doctor);
    }
    let cards = doctors.into_iter().map(|doctor| {
        // Words in another language are better than none; the page's own come first.
        let own = doctor
            .words
            .iter()
            .find(|(language, words)| language == f.w.tag() && !words.is_empty());
        let said = own.or_else(|| doctor.words.iter().find(|(_, words)| !words.is_empty()));
        let names = doctor.languages.iter().map(|tag| tongue_name(f.w, tag));
        Card {
            said: said.map(|(_, words)| lines(words)).unwrap_or_default(),
            languages: names.collect::<Vec<_>>().join(", "),
            name: doctor.name,
            title: doctor.title,
            accepting: doctor.accepting,
        }
    });
    let doctors = cards.collect();
    let h = Head::new(&f, &base, said).with(graph);
    show(&DoctorsPage { f, h, doctors })
}

/// The paragraphs of a text.
fn lines(text: &str) -> Vec<String> {
    let parts = text.lines().map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

#[derive(Template)]
#[template(path = "places/bring.html")]
struct BringPage {
    f: Public,
    h: Head,
    things: Vec<String>,
    spots: Vec<Spot>,
}

async fn bring(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    In(slug): In<String>,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/bring")).await?;
    let things = lines(&f.brings());
    if things.is_empty() {
        return Err(Problem::Missing);
    }
    let h = Head::new(
        &f,
        &base,
        f.w.with("bring-about", "name", f.practice().name.clone()),
    );
    let spots = Spot::all(&f);
    show(&BringPage { f, h, things, spots })
}

#[derive(Template)]
#[template(path = "places/contact.html")]
struct ContactPage {
    f: Public,
    h: Head,
    door: String,
    open: bool,
    /// The desk's week, day by day.
    week: Vec<locations::DayRow>,
    spots: Vec<Spot>,
}

async fn contact(
    State(web): State<Web>,
    tongue: Tongue,
    base: Base,
    In(slug): In<String>,
) -> Result<Response, Problem> {
    let f = Public::load(&web, &slug, &tongue, format!("/{slug}/contact")).await?;
    let weeks = weeks(&web.app, f.practice()).await?;
    let desk = data::desk(f.practice());
    let spans = weeks.get(&desk).cloned().unwrap_or_default();
    let mut graph = Graph::new(&f, &base);
    graph.clinics(&f, &base, &weeks);
    let h = Head::new(
        &f,
        &base,
        f.w.with("contact-about", "name", f.practice().name.clone()),
    )
    .with(graph);
    let page = ContactPage {
        door: door(f.w, &f.when, f.facts.door),
        open: matches!(f.facts.door, anteroom_app::hours::Door::Open(_)),
        week: locations::week(&f, &f.when, &spans),
        spots: Spot::all(&f),
        h,
        f,
    };
    show(&page)
}

#[cfg(test)]
mod stories;
