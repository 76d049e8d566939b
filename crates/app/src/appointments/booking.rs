//! Booking what was to be scheduled, and taking it back. For a patient it is a visit from then on, so that it counts among those
//! who come back before any calendar tells of it.

use anteroom_core::ids::ToScheduleId;
use anteroom_store::appointments as rows;
use anteroom_store::requests::entries;
use anteroom_store::visits::Labels;
use jiff::civil::DateTime;

use super::{At, Refusal, act, locations, practices};
use crate::people::today;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure, visits};

/// Books it for a day and time of the practice.
pub async fn book(
    app: &App,
    desk: &Desk,
    at: (ToScheduleId, i64),
    booked_for: DateTime,
) -> Result<(), Failure> {
    act(app, desk, at, "book", move |at, item| {
        let scene = Scene::load(at.app, at.tx, &at.desk.practice)?;
        item.book(booked_for, today(&scene))?;
        let Some(of) = labels(at)? else {
            return Ok(());
        };
        Ok(visits::book(at.tx, &scene, item.id, &of, booked_for)?)
    })
    .await
}

/// What the visit is called; nothing while nobody said for whom it is.
fn labels(at: &mut At<'_, '_>) -> Result<Option<Labels>, Failure> {
    let wish = &at.listed.wish;
    let Some(patient) = wish.patient else {
        return Ok(None);
    };
    let place = locations(at.tx)?
        .into_iter()
        .find(|place| Some(place.0) == wish.location);
    Ok(Some(Labels {
        patient,
        doctor: String::new(),
        location: place.map_or_else(String::new, |place| place.1),
        sensitive: sensitive(at)?,
    }))
}

/// Whether it came from a request of a kind that nobody is reminded of.
fn sensitive(at: &mut At<'_, '_>) -> Result<bool, Failure> {
    let Some(request) = at.listed.wish.request else {
        return Ok(false);
    };
    let codes = entries::kinds(at.tx, request)?;
    let kinds = practices::known_kinds(at.tx)?;
    Ok(kinds
        .iter()
        .any(|kind| kind.sensitive && codes.contains(&kind.code)))
}

/// Back to the list.
pub async fn reopen(app: &App, desk: &Desk, at: (ToScheduleId, i64)) -> Result<(), Failure> {
    act(app, desk, at, "reopen", move |at, item| {
        if let Some(request) = at.listed.wish.request
            && rows::has_open(at.tx, request)?
        {
            return Err(Refusal::Twice.into());
        }
        visits::call_off(at.app, at.tx, item.id)?;
        Ok(item.reopen()?)
    })
    .await
}
