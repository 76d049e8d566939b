//! Promises: facts gathered from the rows, judged by core.

use anteroom_core::Time;
use anteroom_core::promises::{Figures, Name, Promise};
use anteroom_store::{PracticeTx, StoreError};

use crate::hours::{Door, door};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::queue::pressing;
use crate::requests::view::Desk;
use crate::{App, Failure};

mod coverage;
pub(crate) mod days;
mod history;
mod hold;
mod nps;
mod open;
mod people;
mod response;
mod retention;
mod site;

pub use coverage::{GapRow, gaps_of};
pub use history::{History, history};
pub use hold::hold_report;
pub use nps::nps_report;
pub(crate) use open::keep_act;
pub use open::open_report;
pub(crate) use response::fact;
pub use response::{ClockOfDay, clocks_of, response_report, response_split};

/// The first page of the desk.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// When it was measured.
    pub at: Time,
    /// The desk's door.
    pub door: Door,
    /// All promises, in their order.
    pub promises: Vec<Promise>,
    /// The requests about to run out or run out, most urgent first: what to do now.
    pub pressing: Vec<crate::requests::view::Row>,
}

/// How many pressing requests the first page names.
const PRESSING: i64 = 5;

/// The first page.
pub async fn today(app: &App, desk: &Desk) -> Result<Today, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let promises = Name::ALL.iter().map(|name| measured(tx, &scene, *name));
            let promises = promises.collect::<Result<_, _>>()?;
            Ok(Today {
                at: scene.now,
                door: door(scene.desk_hours(), scene.now),
                promises,
                pressing: pressing(tx, &scene, &desk, PRESSING)?,
            })
        })
        .await
}

/// All promises, in the order of the first page.
pub async fn all(app: &App, practice: &Practice) -> Result<Vec<Promise>, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let promises = Name::ALL.iter().map(|name| measured(tx, &scene, *name));
            Ok(promises.collect::<Result<_, _>>()?)
        })
        .await
}

/// One promise as the first page shows it.
pub async fn one(app: &App, practice: &Practice, name: Name) -> Result<Promise, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            Ok(measured(tx, &scene, name)?)
        })
        .await
}

/// A promise with the figures of its own module, or without any while its door is not set up.
fn measured(tx: &mut PracticeTx<'_>, scene: &Scene, name: Name) -> Result<Promise, StoreError> {
    let figures = match name {
        Name::Site => site::now(tx, scene)?.map(Figures::Site),
        Name::People => people::now(tx, scene)?.map(Figures::People),
        Name::Retention => retention::now(tx, scene)?.map(Figures::Retention),
        Name::Response => Some(Figures::Response(response::now(tx, scene)?)),
        Name::Coverage => coverage::now(tx, scene)?.map(Figures::Coverage),
        Name::Open => Some(Figures::Open(open::now(tx, scene)?)),
        Name::Hold => hold::now(tx, scene)?.map(Figures::Hold),
        Name::Nps => nps::now(tx, scene)?.map(Figures::Nps),
    };
    Ok(Promise::new(name, figures.unwrap_or(Figures::NotMeasured)))
}
