//! How a promise was kept over the last weeks, a day at a time, from the same rows and by the same rules as today's figure.

use anteroom_core::promises::{Name, nps, hold, open, people, response, retention};
use anteroom_core::roster::Counts;
use anteroom_core::{Span, limits};
use anteroom_store::calls::facts as calls;
use anteroom_core::promises::site::Told;
use anteroom_store::promises as rows;
use anteroom_store::roster::measured;
use jiff::civil::Date;

use super::coverage;
use super::days::midnights;
use super::site;
use super::response::facts;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure};

/// A promise's last [`limits::HISTORY_DAYS`] days, oldest first, today among them.
#[derive(Debug, Clone, PartialEq)]
pub enum History {
    /// Requests answered in time: the figures of the clocks that started on each day.
    Response {
        /// The share that keeps the promise, 0 to 1.
        threshold: f64,
        /// The days.
        days: Vec<(Date, response::Report)>,
    },
    /// Few requests open: the most at once on each day, and where it ended.
    Open {
        /// The practice's numbers.
        rules: open::Rules,
        /// The days.
        days: Vec<(Date, open::Day)>,
    },
    /// Nobody on hold for long: the figures of the calls that began on each day.
    Hold {
        /// The practice's numbers.
        rules: hold::Rules,
        /// The days.
        days: Vec<(Date, hold::Report)>,
    },
    /// The site answers: how it stood at the end of each day, with that day's visits.
    Site {
        /// The share that keeps the promise, 0 to 1.
        target: f64,
        /// The days.
        days: Vec<Told>,
    },
    /// No line without a person: the minutes of each day.
    Coverage(Vec<(Date, Counts)>),
    /// Patients come back: how it stood as each month began, and now.
    Retention {
        /// The share that keeps the promise, 0 to 1.
        target: f64,
        /// The months.
        months: Vec<(Date, retention::Report)>,
    },
    /// Patients would recommend the practice: the answers of each month, the present one last.
    Nps {
        /// The points that the practice wants.
        target: i64,
        /// The months.
        months: Vec<nps::Month>,
    },
    /// Enough people on shift: how each day was staffed.
    People(Vec<(Date, people::Day)>),
    /// Its door is not set up.
    NotMeasured,
}

/// The last weeks of a promise.
pub async fn history(app: &App, practice: &Practice, name: Name) -> Result<History, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let mut days = midnights(&scene, limits::HISTORY_DAYS);
            match name {
                Name::Site => Ok(site::past(tx, &scene)?.map_or(History::NotMeasured, |days| History::Site {
                    target: scene.settings.site_target,
                    days,
                })),
                Name::Response => {
                    let mut told = Vec::new();
                    for day in days.windows(2) {
                        told.push((day[0].0, response::report(facts(tx, &scene, day[0].1, day[1].1)?)));
                    }
                    Ok(History::Response {
                        threshold: scene.settings.response_threshold,
                        days: told,
                    })
                }
                Name::Open => {
                    // Today ends with this very instant, so that it ends on the count that the first page shows.
                    if let Some((_, until)) = days.last_mut() {
                        *until = scene.now + Span::from_micros(1);
                    }
                    let edges: Vec<_> = days.iter().map(|(_, at)| *at).collect();
                    let mut spells = Vec::new();
                    if let [from, .., to] = edges.as_slice() {
                        rows::waits(tx, *from, *to, |from, until| spells.push((from, until)))?;
                    }
                    let counted = open::days(spells, &edges);
                    Ok(History::Open {
                        rules: scene.settings.open,
                        days: days.iter().map(|(day, _)| *day).zip(counted).collect(),
                    })
                }
                Name::Coverage if !measured::watched(tx)?.is_empty() => {
                    Ok(History::Coverage(coverage::days(tx, &scene, limits::HISTORY_DAYS)?))
                }
                Name::Hold => {
                    if calls::first(tx)?.is_none() {
                        return Ok(History::NotMeasured);
                    }
                    Ok(History::Hold {
                        rules: scene.settings.hold,
                        days: super::hold::days(tx, &scene, limits::HISTORY_DAYS)?,
                    })
                }
                Name::People => Ok(History::People(super::people::days(tx, &scene, limits::HISTORY_DAYS)?)),
                Name::Retention => {
                    let months = super::retention::history(tx, &scene)?;
                    if months.is_empty() {
                        return Ok(History::NotMeasured);
                    }
                    let target = scene.settings.retention.target;
                    Ok(History::Retention { target, months })
                }
                Name::Nps => {
                    let now = super::nps::now(tx, &scene)?;
                    Ok(now.map_or(History::NotMeasured, |now| History::Nps {
                        target: now.target,
                        months: now.months,
                    }))
                }
                Name::Coverage => Ok(History::NotMeasured),
            }
        })
        .await
}
