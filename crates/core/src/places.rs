//! Places that patients can go to: how far away each is, which are nearest, in which time zone they lie, and what their hours
//! say now. It knows no file, no postal code's point, and not whose places they are.

use crate::Time;

pub mod facts;
pub mod hours;
mod zones;

pub use zones::{lies_in, zone};

/// The mean radius of the Earth, in kilometres (Moritz, Geodetic Reference System 1980: R1 = 6,371,008.7714 m).
const EARTH: f64 = 6371.0088;
/// Ten-millionths of a degree in a degree: a centimetre on the ground.
const DEGREE: f64 = 10_000_000.0;

/// A point on the Earth, in ten-millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    latitude: i32,
    longitude: i32,
}

impl Point {
    /// From degrees: north and east are positive. Nothing outside of 90 and 180 degrees, and nothing at 0, 0: that is where
    /// tables put what they couldn't find, and nobody practises in the Gulf of Guinea.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let within = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        if !within || (latitude == 0.0 && longitude == 0.0) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "180 degrees fit")]
        let units = |degrees: f64| (degrees * DEGREE).round() as i32;
        Some(Self {
            latitude: units(latitude),
            longitude: units(longitude),
        })
    }

    /// From what the database keeps; nothing if that is no point.
    pub fn from_units(latitude: i64, longitude: i64) -> Option<Self> {
        let (latitude, longitude) = (i32::try_from(latitude).ok()?, i32::try_from(longitude).ok()?);
        Self::new(f64::from(latitude) / DEGREE, f64::from(longitude) / DEGREE)
    }

    /// Latitude and longitude as the database keeps them.
    pub fn units(self) -> (i64, i64) {
        (self.latitude.into(), self.longitude.into())
    }

    /// Latitude and longitude in degrees.
    pub fn degrees(self) -> (f64, f64) {
        (
            f64::from(self.latitude) / DEGREE,
            f64::from(self.longitude) / DEGREE,
        )
    }

    /// Kilometres along the great circle, by the haversine: good to half a percent on the real Earth, and the date line and
    /// the poles are nothing special to it.
    pub fn kilometres(self, other: Self) -> f64 {
        let ((from, west), (to, east)) = (self.degrees(), other.degrees());
        let (from, to) = (from.to_radians(), to.to_radians());
        let half = |angle: f64| (angle / 2.0).sin().powi(2);
        let haversine = half(to - from) + from.cos() * to.cos() * half((east - west).to_radians());
        // Rounding can bring the antipodes a hair beyond 1.
        2.0 * EARTH * haversine.min(1.0).sqrt().asin()
    }
}

/// The nearest of some places, each with its kilometres, the nearest first; of two that are as near, the one with the lesser
/// name of its own (its key).
pub fn nearest<K: Ord>(
    from: Point,
    places: impl IntoIterator<Item = (K, Point)>,
    limit: usize,
) -> Vec<(K, f64)> {
    let mut found: Vec<(K, f64)> = Vec::with_capacity(limit + 1);
    for (key, point) in places {
        let far = from.kilometres(point);
        let at =
            found.partition_point(|(other, near)| near.total_cmp(&far).then_with(|| other.cmp(&key)).is_lt());
        if at < limit {
            found.insert(at, (key, far));
            found.truncate(limit);
        }
    }
    found
}

/// What the hours of a place say now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Open, and until when; nothing if that isn't known.
    Open(Option<Time>),
    /// Closed, and when it opens; nothing if that isn't known.
    Closed(Option<Time>),
    /// Nobody can tell from its hours.
    Unknown,
}

impl Opening {
    /// Whether it is open; nothing if nobody can tell.
    pub const fn is_open(self) -> Option<bool> {
        match self {
            Self::Open(_) => Some(true),
            Self::Closed(_) => Some(false),
            Self::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests;
