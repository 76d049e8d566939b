//! Visits: taken in from the practice's calendar, told as figures and lists, and what is known of a patient besides: why they
//! left and how they heard of the practice.

mod figures;
mod import;
mod lists;
mod patient;
mod take;

pub use anteroom_store::visits::Shown;
pub use figures::{Figures, NewMonth, Returns, figures, no_shows, retention};
pub use import::{FIELDS, Summary, import};
pub use lists::{Filter, List, Page, Row, list};
pub use patient::{Beside, come_back, hear, leave};
pub use take::{Entry, Outcome, Taken, Whose, take};

pub(crate) use figures::at;
pub(crate) use patient::beside;

use anteroom_core::Time;
use anteroom_core::ids::{PatientId, ToScheduleId, VisitId};
use anteroom_core::visits::{Status, Told, judge};
use anteroom_store::visits::{self as rows, Labels};
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::DateTime;

use crate::App;
use crate::requests::Scene;

/// Keeps the booking of something that was to be scheduled: the visit has its id.
pub(crate) fn book(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    item: ToScheduleId,
    of: &Labels,
    at: DateTime,
) -> Result<(), StoreError> {
    let zone = scene.desk_hours().zone();
    let Ok(starts) = at.to_zoned_datetime(zone.clone()) else {
        return Ok(());
    };
    let told = Told {
        status: Some(Status::Booked),
        starts: Time::from(starts.timestamp()),
        booked: Some(scene.now),
        ended: None,
    };
    // What is years ahead is no booking that a figure could count.
    let Ok((visit, _)) = judge(&told, scene.now, zone) else {
        return Ok(());
    };
    let id = VisitId(item.bytes());
    let (insert, values) = rows::insertion(id, None, of, &visit, scene.now);
    if tx.execute(insert, values)? == 0 {
        rows::rebook(tx, id, of.patient, &visit)?;
    }
    Ok(())
}

/// The booking does not stand any more.
pub(crate) fn call_off(app: &App, tx: &mut PracticeTx<'_>, item: ToScheduleId) -> Result<(), StoreError> {
    rows::call_off(tx, VisitId(item.bytes()), app.now()).map(drop)
}

/// The statements that put the visits of these patients in order.
fn ordered(patients: impl IntoIterator<Item = PatientId>) -> Vec<anteroom_store::requests::Statement> {
    patients.into_iter().map(rows::ordering).collect()
}
