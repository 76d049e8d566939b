//! How a promise was kept over the last weeks, a day at a time, from the same rows and by the same rules as today's figure.

use anteroom_core::promises::site::Told;
use anteroom_core::promises::{Name, hold, nps, open, people, response, retention};
use anteroom_core::roster::Counts;
use anteroom_core::{Span, limits};
use anteroom_store::calls::facts as calls;
use anteroom_store::promises as rows;
use anteroom_store::roster::measured;
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;

use super::coverage;
use super::days::midnights;
use super::response::facts;
use super::site;
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
            Ok(told(tx, &scene, name)?.unwrap_or(History::NotMeasured))
        })
        .await
}

/// What is known of it; nothing while its door is not set up.
fn told(tx: &mut PracticeTx<'_>, scene: &Scene, name: Name) -> Result<Option<History>, StoreError> {
    Ok(match name {
        Name::Response => Some(History::Response {
            threshold: scene.settings.response_threshold,
            days: answered(tx, scene)?,
        }),
        Name::Open => Some(History::Open {
            rules: scene.settings.open,
            days: open_days(tx, scene)?,
        }),
        Name::Hold if calls::first(tx)?.is_some() => Some(History::Hold {
            rules: scene.settings.hold,
            days: super::hold::days(tx, scene, limits::HISTORY_DAYS)?,
        }),
        Name::Coverage if !measured::watched(tx)?.is_empty() => Some(History::Coverage(coverage::days(
            tx,
            scene,
            limits::HISTORY_DAYS,
        )?)),
        Name::Hold | Name::Coverage => None,
        Name::Nps => super::nps::now(tx, scene)?.map(|now| History::Nps {
            target: now.target,
            months: now.months,
        }),
        Name::People => Some(History::People(super::people::days(
            tx,
            scene,
            limits::HISTORY_DAYS,
        )?)),
        Name::Site => site::past(tx, scene)?.map(|days| History::Site {
            target: scene.settings.site_target,
            days,
        }),
        Name::Retention => {
            let months = super::retention::history(tx, scene)?;
            let target = scene.settings.retention.target;
            (!months.is_empty()).then_some(History::Retention { target, months })
        }
    })
}

fn answered(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Vec<(Date, response::Report)>, StoreError> {
    let mut told = Vec::new();
    for day in midnights(scene, limits::HISTORY_DAYS).windows(2) {
        told.push((day[0].0, response::report(facts(tx, scene, day[0].1, day[1].1)?)));
    }
    Ok(told)
}

fn open_days(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Vec<(Date, open::Day)>, StoreError> {
    let mut days = midnights(scene, limits::HISTORY_DAYS);
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
    Ok(days.iter().map(|(day, _)| *day).zip(counted).collect())
}
