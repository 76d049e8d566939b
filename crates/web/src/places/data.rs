//! The practice's facts as schema.org has them: MedicalClinic, Physician, opening hours. The same facts as on the pages, and
//! none that stands on no page.

use std::collections::BTreeMap;

use anteroom_app::hours::{Place, PlaceKind};
use anteroom_app::places::doctors::Doctor;
use anteroom_app::practices::{Location, Practice};
use anteroom_core::hours::WeeklySpan;
use anteroom_core::places::Point;
use serde_json::{Map, Value, json};

use crate::frame::Public;
use crate::origin::Base;
use crate::places::path;

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// The days of a week as schema.org names them.
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The practice's desk among the places that have hours.
pub(crate) fn desk(practice: &Practice) -> Place {
    (PlaceKind::Desk, practice.id.bytes())
}

/// The things of a page.
pub(crate) struct Graph {
    /// What the practice is called in the graph.
    id: String,
    things: Vec<Value>,
}

impl Graph {
    pub(crate) fn new(f: &Public, base: &Base) -> Self {
        Self {
            id: base.link(&format!("/{}#practice", f.practice().slug)),
            things: Vec::new(),
        }
    }

    /// The practice, and its locations as parts of it.
    pub(crate) fn clinics(&mut self, f: &Public, base: &Base, weeks: &BTreeMap<Place, Vec<WeeklySpan>>) {
        let practice = f.practice();
        let mut clinic = named(&practice.name, &practice.phone);
        clinic.insert("@id".to_owned(), json!(self.id));
        clinic.insert("url".to_owned(), json!(base.link(&format!("/{}", practice.slug))));
        put_hours(&mut clinic, weeks.get(&desk(practice)));
        if let [only] = f.facts.locations.as_slice() {
            put_address(&mut clinic, only, None);
        }
        self.things.push(Value::Object(clinic));
        if f.facts.locations.len() > 1 {
            for location in &f.facts.locations {
                self.clinic(f, base, location, (week_of(practice, location, weeks), None));
            }
        }
    }

    /// One location.
    pub(crate) fn clinic(
        &mut self,
        f: &Public,
        base: &Base,
        location: &Location,
        (week, point): (Option<&Vec<WeeklySpan>>, Option<Point>),
    ) {
        let practice = f.practice();
        let phone = if location.phone.is_empty() {
            &practice.phone
        } else {
            &location.phone
        };
        let mut clinic = named(&location.name, phone);
        let url = base.link(&path(&practice.slug, location));
        clinic.insert("@id".to_owned(), json!(format!("{url}#location")));
        clinic.insert("url".to_owned(), json!(url));
        clinic.insert(
            "parentOrganization".to_owned(),
            json!({ "@type": "MedicalClinic", "@id": self.id, "name": practice.name }),
        );
        put_address(&mut clinic, location, point);
        put_hours(&mut clinic, week);
        self.things.push(Value::Object(clinic));
    }

    /// A doctor.
    pub(crate) fn doctor(&mut self, doctor: &Doctor) {
        let mut physician = Map::new();
        physician.insert("@type".to_owned(), json!("Physician"));
        physician.insert("name".to_owned(), json!(doctor.name));
        if !doctor.title.is_empty() {
            physician.insert("honorificSuffix".to_owned(), json!(doctor.title));
        }
        if !doctor.languages.is_empty() {
            physician.insert("knowsLanguage".to_owned(), json!(doctor.languages));
        }
        physician.insert("isAcceptingNewPatients".to_owned(), json!(doctor.accepting));
        physician.insert("parentOrganization".to_owned(), json!({ "@id": self.id }));
        self.things.push(Value::Object(physician));
    }

    /// The block, in which nothing can end the element that holds it.
    pub(crate) fn text(self) -> String {
        let whole = json!({ "@context": "https://schema.org", "@graph": self.things });
        let text = whole.to_string();
        text.replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026")
    }
}

/// The week of a location on its own clock: its own, else the desk's where the desk's clock is the same.
fn week_of<'a>(
    practice: &Practice,
    location: &Location,
    weeks: &'a BTreeMap<Place, Vec<WeeklySpan>>,
) -> Option<&'a Vec<WeeklySpan>> {
    let own = weeks.get(&(PlaceKind::Location, location.id.bytes()));
    let same = location.timezone == practice.timezone;
    own.or_else(|| weeks.get(&desk(practice)).filter(|_| same))
}

fn named(name: &str, phone: &str) -> Map<String, Value> {
    let mut clinic = Map::new();
    clinic.insert("@type".to_owned(), json!("MedicalClinic"));
    clinic.insert("name".to_owned(), json!(name));
    if !phone.is_empty() {
        clinic.insert("telephone".to_owned(), json!(phone));
    }
    clinic
}

fn put_address(clinic: &mut Map<String, Value>, location: &Location, point: Option<Point>) {
    if !location.address.is_empty() {
        clinic.insert("address".to_owned(), json!(location.address));
    }
    if let Some((latitude, longitude)) = point.map(Point::degrees) {
        let geo = json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude });
        clinic.insert("geo".to_owned(), geo);
    }
}

fn put_hours(clinic: &mut Map<String, Value>, week: Option<&Vec<WeeklySpan>>) {
    let mut by_times: Vec<((u16, u16), Vec<&str>)> = Vec::new();
    for span in week.into_iter().flatten() {
        let times = (span.start, span.start + span.length);
        let day = usize::try_from(span.day.to_monday_zero_offset())
            .ok()
            .and_then(|day| DAYS.get(day));
        match by_times.iter_mut().find(|(of, _)| *of == times) {
            Some((_, days)) => days.extend(day),
            None => by_times.push((times, day.into_iter().copied().collect())),
        }
    }
    if by_times.is_empty() {
        return;
    }
    let hours = by_times.into_iter().map(|((from, to), days)| {
        json!({
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": days,
            "opens": clock(from),
            "closes": if to == DAY { "23:59".to_owned() } else { clock(to % DAY) },
        })
    });
    clinic.insert("openingHoursSpecification".to_owned(), hours.collect());
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
