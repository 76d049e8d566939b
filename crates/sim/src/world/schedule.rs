//! The practice's schedule: two years and a half of visits before the world begins, and those of its days. Decides who comes
//! when, who stays away and who leaves for good; who of them comes back is counted by the product.

use std::collections::BTreeMap;

use anteroom_app::Failure;
use anteroom_app::visits::{Entry, Whose, take};
use anteroom_core::visits::{Heard, Left, Status, Told};
use anteroom_core::{Span, Time, limits};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rand::RngExt;

use super::{World, at_civil};

/// Days before the world begins from which on visits are known: the window of those who should have come back, and more.
const BEFORE: i64 = 960;
/// Days after a check-up until the next one, by the child's age in years: often for babies, once a year for the others.
const CHECKUPS: [(i64, i64); 3] = [(45, 80), (110, 240), (150, 420)];
/// Of so many children, one goes elsewhere and says so.
const LEAVES: u32 = 22;
/// Of so many, one just stops coming.
const STOPS: u32 = 4;

/// The visits that are still to be told, by the day on which something about them is news.
#[derive(Debug, Default)]
pub(super) struct Visits {
    news: BTreeMap<Date, Vec<Entry>>,
}

/// A child as the schedule knows it.
struct Patient {
    number: String,
    name: String,
    born: Date,
}

impl World {
    /// Draws all visits, and takes in what is known of them by now.
    pub(super) async fn remember(&mut self, until: Date) -> Result<(), Failure> {
        let today = self.today();
        let first = today.saturating_sub(BEFORE.days());
        for patient in self.patients() {
            self.draw(&patient, (first, today, until));
        }
        let later = self.schedule.news.split_off(&today);
        let known = std::mem::replace(&mut self.schedule.news, later);
        let known: Vec<Entry> = known.into_values().flatten().collect();
        self.enter(known).await
    }

    /// What became of the visits of a day, and which were agreed on.
    pub(super) async fn attend(&mut self) -> Result<(), Failure> {
        let morrow = self.today().saturating_add(1.days());
        let later = self.schedule.news.split_off(&morrow);
        let news = std::mem::replace(&mut self.schedule.news, later);
        self.enter(news.into_values().flatten().collect()).await
    }

    async fn enter(&mut self, entries: Vec<Entry>) -> Result<(), Failure> {
        let practice = self.house.practice.clone();
        for some in entries.chunks(limits::IMPORT_ROWS) {
            let some = some.to_vec();
            self.done(async |app| take(&app, &practice, some.clone()).await)
                .await?;
        }
        Ok(())
    }

    /// Everybody who stands in the practice's book.
    fn patients(&self) -> Vec<Patient> {
        let registered = |(index, family): (usize, &super::families::Family)| {
            let surname = family.parents.first().and_then(|name| name.split_once(' '));
            let surname = surname.map_or("", |(_, rest)| rest).to_owned();
            let child = move |(at, child): (usize, &super::families::Child)| Patient {
                number: super::registry::record_number(index, at),
                name: format!("{} {surname}", child.name),
                born: child.born,
            };
            family.children.iter().enumerate().map(child).collect::<Vec<_>>()
        };
        let known = self.families.iter().enumerate();
        let known = known.filter(|(index, _)| super::registry::is_registered(*index));
        known.flat_map(registered).collect()
    }

    /// A child's visits, one after the other.
    fn draw(&mut self, patient: &Patient, (first, today, until): (Date, Date, Date)) {
        let left = self.one_in(LEAVES).then(|| self.day_between(first, until));
        let stops = self.one_in(STOPS).then(|| self.day_between(first, until));
        let goes = left.into_iter().chain(stops).min().unwrap_or(Date::MAX);
        let heard = self.chance.random_range(0..8);
        let heard = [
            Heard::Family,
            Heard::Family,
            Heard::Doctor,
            Heard::Search,
            Heard::Insurance,
            Heard::School,
        ]
        .get(heard)
        .copied();
        let mut day = first
            .max(patient.born)
            .saturating_add(self.chance.random_range(3..200_i64).days());
        let mut nth = 0;
        while day < until.saturating_add(60.days()) && day < goes {
            nth += 1;
            self.visit(patient, (nth, day, until), heard);
            let age = patient
                .born
                .until((jiff::Unit::Day, day))
                .map_or(0, |age| i64::from(age.get_days()) / 365);
            let (least, most) = CHECKUPS[usize::try_from(age).unwrap_or(0).min(2)];
            let sooner = if self.one_in(3) { 4 } else { 1 };
            day = day.saturating_add((self.chance.random_range(least..most) / sooner).days());
        }
        if let Some(on) = left.filter(|on| *on <= today && nth > 0) {
            let why = [Left::Moved, Left::Transferred, Left::Moved][self.chance.random_range(0..3)];
            let news = self.schedule.news.values_mut().flatten();
            let last = news.filter(
                |entry| matches!(&entry.whose, Whose::Record { number, .. } if *number == patient.number),
            );
            if let Some(entry) = last.last() {
                entry.left = Some((why, Some(on)));
            }
        }
    }

    fn day_between(&mut self, first: Date, last: Date) -> Date {
        let days = first
            .until(last)
            .map_or(1, |span| i64::from(span.get_days()))
            .max(1);
        first.saturating_add(self.chance.random_range(0..days).days())
    }

    /// One visit: agreed on some days before, and what became of it.
    fn visit(&mut self, patient: &Patient, (nth, day, until): (usize, Date, Date), heard: Option<Heard>) {
        let day = match day.weekday() {
            Weekday::Saturday => day.saturating_add(2.days()),
            Weekday::Sunday => day.saturating_add(1.days()),
            _ => day,
        };
        let lead = [0, 0, 1, 2, 4, 7, 12, 20, 34, 50][self.chance.random_range(0..10)];
        let stays_away = self.chance.random_range(0..100) < 3 + lead / 5;
        let calls_off = self.one_in(14);
        let (hour, minute) = (
            self.chance.random_range(8..18),
            self.chance.random_range(0..4) * 15,
        );
        let zone = self.hours.zone().clone();
        let Some(starts) = at_civil(day.at(hour, minute, 0, 0), &zone) else {
            return;
        };
        let booked = starts - Span::from_days(lead) - Span::from_hours(self.chance.random_range(1..4));
        let doctor = self.chance.random_range(0..self.house.doctors.len());
        let point = self.house.places.len() > 1 && self.one_in(3);
        let told = |status, ended| Told {
            status: Some(status),
            starts,
            booked: Some(booked),
            ended,
        };
        let entry = Entry {
            whose: Whose::Record {
                number: patient.number.clone(),
                name: patient.name.clone(),
                born: Some(patient.born),
            },
            id: format!("{}-{nth}", patient.number),
            told: told(Status::Booked, None),
            doctor: self.house.doctors[doctor].member.name.clone(),
            location: self
                .house
                .places
                .get(usize::from(point))
                .cloned()
                .unwrap_or_default(),
            sensitive: self.one_in(40),
            left: None,
            heard,
        };
        let (status, on, ended) = if calls_off {
            let on = day.saturating_sub((lead / 2).days());
            (
                Status::Cancelled,
                on,
                Some(Time::min(starts, booked + Span::from_days(lead / 2))),
            )
        } else if stays_away {
            (Status::NoShow, day, None)
        } else {
            (Status::Fulfilled, day, None)
        };
        let agreed = day.saturating_sub(lead.days());
        if agreed <= until {
            self.schedule.news.entry(agreed).or_default().push(entry.clone());
        }
        if on <= until {
            let over = Entry {
                told: told(status, ended),
                ..entry
            };
            self.schedule.news.entry(on).or_default().push(over);
        }
    }
}
