//! What a practice has besides its desk: lines with people on them, a service and doctors on call after hours, questions
//! after a visit, a help centre, and who speaks for it on its pages.

use anteroom_app::letters::{self, Typed};
use anteroom_app::lines;
use anteroom_app::practices::Practice;
use anteroom_app::requests::view::Desk;
use anteroom_app::roster::{self, TypedAnswering, TypedDuty, TypedShift};
use anteroom_app::settings::Hand;
use anteroom_app::site::files::{self, File};
use anteroom_app::surveys;
use anteroom_app::{App, Failure};
use anteroom_core::ids::LineId;
use anteroom_core::site::search::Language;
use anteroom_wire::articles::{article, categories};
use jiff::ToSpan;
use jiff::civil::Weekday;

use super::practice::House;
use super::{Deed, World};

/// The articles of the help centre: language, file, text.
const ARTICLES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/articles.rs"));
/// Its categories.
const CATEGORIES: &str = include_str!("../../../../data/site/harbor/categories.tsv");

/// The two shifts on the phones of a day: the early one from opening, the late one until closing.
const EARLY: &str = "8:00-16:00";
const LATE: &str = "10:00-18:00";
const SATURDAY: &str = "9:00-13:00";
/// Of so many people on a line, one has the late shift.
const LATE_OF: usize = 3;
/// A letter is written by a server that is only played.
const HOST: &str = "mail.harbor.example";

/// People on a line.
#[derive(Debug, Clone)]
pub struct Phone {
    /// Which.
    pub line: LineId,
    /// What it is called.
    pub name: String,
    /// Who is on it early, and who late.
    pub shifts: [Vec<Desk>; 2],
}

/// Sets up a line at each location with the people on it.
pub(super) async fn phones(app: &App, house: &mut House, people: Vec<Vec<Desk>>) -> Result<(), Failure> {
    let hand = Hand::operator();
    for (at, people) in people.into_iter().enumerate() {
        let name = house.places.get(at).cloned().unwrap_or_default();
        let facts = lines::Facts {
            name: name.clone(),
            number: format!("(512) 555-01{:02}", 10 + at),
            location: house
                .locations
                .get(at)
                .map(ToString::to_string)
                .unwrap_or_default(),
        };
        let line = lines::set(app, &house.practice, &hand, None, &facts).await?;
        let late = people.len() / LATE_OF;
        let mut early = people;
        let late = early.split_off(early.len() - late);
        for (desks, hours) in [(&early, EARLY), (&late, LATE)] {
            for desk in desks {
                let week = [("mon tue wed thu fri", hours), ("sat", SATURDAY)];
                for (days, hours) in week {
                    let typed = TypedShift {
                        member: desk.member.id.to_string(),
                        lines: vec![line.to_string()],
                        days: days.split(' ').map(str::to_owned).collect(),
                        hours: hours.to_owned(),
                        ..TypedShift::default()
                    };
                    roster::add(app, &house.practice, &hand, &typed).await?;
                }
            }
        }
        let service = TypedAnswering {
            name: "Lakeside Answering".to_owned(),
            number: "(512) 555-0190".to_owned(),
            hours: "Mon-Fri 00:00-24:00".to_owned(),
        };
        roster::answer(app, &house.practice, &hand, line, &service).await?;
        house.phones.push(Phone {
            line,
            name,
            shifts: [early, late],
        });
    }
    Ok(())
}

/// Sets mail up.
pub(super) async fn mail(app: &App, house: &House) -> Result<(), Failure> {
    let typed = Typed {
        host: HOST.to_owned(),
        port: "587".to_owned(),
        security: "starttls".to_owned(),
        from_name: house.practice.name.clone(),
        from_address: "desk@harbor.example".to_owned(),
        ..Typed::default()
    };
    // No password, so no key file is needed.
    let _ = letters::set(app, &house.practice, &typed, Hand::operator()).await?;
    Ok(())
}

/// Asks whether patients would recommend the practice.
pub(super) async fn questions(app: &App, house: &House, owner: &Desk) -> Result<(), Failure> {
    let setting = surveys::setting(app, &house.practice).await?;
    let typed = |name: &str| match name {
        "surveys.on" => "1".to_owned(),
        "surveys.trigger" => "both".to_owned(),
        "surveys.percent" => "100".to_owned(),
        "surveys.target" => "35".to_owned(),
        "surveys.owner" => owner.member.id.to_string(),
        name => setting.fields.get(name).cloned().unwrap_or_default(),
    };
    surveys::set(app, &house.practice, &Hand::operator(), typed).await
}

/// Opens the help centre.
pub(super) async fn help(app: &App, house: &mut House) -> Result<(), Failure> {
    files::add_categories(app, &house.practice, &categories(CATEGORIES)).await?;
    let mut read = Vec::new();
    for (language, name, text) in ARTICLES {
        let position = name.split_once('-').and_then(|(first, _)| first.parse().ok());
        if let (Ok(language), Ok(article)) = (language.parse::<Language>(), article(text)) {
            read.push(File {
                name: (*name).to_owned(),
                language,
                position: position.unwrap_or(0),
                article,
            });
        }
    }
    files::load(app, &house.practice, &read).await?;
    house.site = true;
    Ok(())
}

/// The lines of a practice that was furnished before, with those on them whose names say so.
pub(crate) async fn phones_of(app: &App, practice: &Practice, desks: &[Desk]) -> Result<Vec<Phone>, Failure> {
    let mut phones = Vec::new();
    let mut left: Vec<Desk> = desks.to_vec();
    for (line, _) in lines::list(app, practice).await? {
        let rest = left.split_off((left.len() * 3).div_ceil(5).min(left.len()));
        let mut early = std::mem::replace(&mut left, rest);
        let late = early.split_off(early.len() - early.len() / LATE_OF);
        phones.push(Phone {
            line: line.id,
            name: line.name,
            shifts: [early, late],
        });
    }
    Ok(phones)
}

impl World {
    /// Tells the parts of calls as they happen from now on: somebody watches.
    pub(crate) fn watch(&mut self) {
        self.phones.watch();
    }

    /// Plans who is on the phones today, and on Mondays who is on call at the weekend: not yet for the last one.
    pub(super) async fn roster(&mut self) -> Result<(), Failure> {
        let today = self.today();
        if today.weekday() != Weekday::Monday || self.house.phones.is_empty() || self.ends(today) {
            return Ok(());
        }
        let saturday = today.saturating_add(5.days());
        let nth = usize::try_from(today.iso_week_date().week()).unwrap_or(0);
        let doctor = &self.house.doctors[nth % self.house.doctors.len()];
        let typed = TypedDuty {
            member: doctor.member.id.to_string(),
            line: String::new(),
            from: format!("{saturday}T00:00"),
            until: format!("{}T00:00", saturday.saturating_add(2.days())),
        };
        let practice = self.house.practice.clone();
        self.done(async |app| {
            let hand = Hand::operator();
            roster::add_duty(&app, &practice, &hand, &typed).await
        })
        .await?;
        Ok(())
    }

    /// Plans what belongs to the day's hours.
    pub(super) fn plan_hours(&mut self, opening: anteroom_core::Time, closing: anteroom_core::Time) {
        let minutes = anteroom_core::Span::from_minutes;
        let now = self.now;
        let late = opening.max(closing - minutes(8 * 60));
        if closing <= now {
            return;
        }
        for line in 0..self.house.phones.len() {
            for (shift, begins) in [(0, opening), (1, late)] {
                let before = self.between(60, 300);
                let ends = if shift == 0 {
                    closing.min(opening + minutes(8 * 60))
                } else {
                    closing
                };
                self.plan((begins - before).max(now), Deed::Man(line, shift, true));
                let after = self.between(30, 240);
                self.plan(ends + after, Deed::Man(line, shift, false));
            }
        }
    }
}

impl World {
    /// What stood there before the first day that is played, up to a last one.
    pub async fn open(&mut self, last: jiff::civil::Date) -> Result<(), Failure> {
        self.remember(last).await
    }

    /// Nobody plays the mail server any more: what is served afterwards writes to nobody.
    pub async fn shut(&mut self) -> Result<(), Failure> {
        letters::forget(&self.app, &self.house.practice, Hand::operator()).await
    }
}
