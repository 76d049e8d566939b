//! Places near somebody as machines read them, by the command and by the page alike.

use anteroom_core::Time;
use anteroom_core::places::Opening;
use serde::Serialize;

use super::{Key, Near};

/// The answer: `{"places":[...]}`.
#[derive(Debug, Serialize)]
pub struct Told {
    places: Vec<Place>,
}

#[derive(Debug, Serialize)]
struct Place {
    /// The key in the table that it came with; of one of the practice's own locations its id.
    external_id: String,
    own: bool,
    name: String,
    /// Along the great circle, to the metre.
    distance_km: f64,
    /// Nothing where nobody can tell.
    open_now: Option<bool>,
    open_until: Option<String>,
    opens_at: Option<String>,
    address: String,
    phone: String,
    timezone: String,
    latitude: f64,
    longitude: f64,
}

impl Told {
    /// The answer that these places are.
    pub fn new(near: &[Near]) -> Self {
        Self {
            places: near.iter().map(Place::new).collect(),
        }
    }
}

impl Place {
    fn new(near: &Near) -> Self {
        let instant = |at: Time| at.to_jiff().map(|at| at.to_string());
        let (until, from) = match near.opening {
            Opening::Open(until) => (until.and_then(instant), None),
            Opening::Closed(from) => (None, from.and_then(instant)),
            Opening::Unknown => (None, None),
        };
        let (latitude, longitude) = near.point.degrees();
        Self {
            external_id: match &near.key {
                Key::Own(id) => id.to_string(),
                Key::Listed(external) => external.clone(),
            },
            own: matches!(near.key, Key::Own(_)),
            name: near.name.clone(),
            distance_km: (near.kilometres * 1_000.0).round() / 1_000.0,
            open_now: near.opening.is_open(),
            open_until: until,
            opens_at: from,
            address: near.address.clone(),
            phone: near.phone.clone(),
            timezone: near.zone.clone(),
            latitude,
            longitude,
        }
    }
}
