//! How a promise was kept over the last weeks, a day at a time, from the same rows and by the same rules as today's figure.

use anteroom_core::promises::{Name, open, response};
use anteroom_core::{Span, limits};
use anteroom_store::promises as rows;
use jiff::civil::Date;

use super::{facts, midnights};
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
                _ => Ok(History::NotMeasured),
            }
        })
        .await
}
