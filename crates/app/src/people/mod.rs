//! People and patients: who asks, how they are reached, and whom it is about. Every read of somebody's page is written down,
//! every change with the names of its fields.

mod beside;
mod changes;
mod joining;
mod pages;
mod relations;
pub mod view;

pub(crate) use beside::{barred_from, beside, by_rule, patients_of};
pub use changes::{
    add_patient, add_person, add_point, chart_template, remove_point, set_chart_template, set_patient,
    set_person, set_point,
};
pub use joining::{join, part};
pub use pages::{find, patient, person};
pub use relations::{relate, unrelate};

use anteroom_core::Time;
use anteroom_core::ids::{MemberId, PersonId};
use anteroom_core::people::usable;
use anteroom_core::requests::Actor;
use anteroom_store::audit::{self, Deed};
use anteroom_store::people::{self as rows, Point};
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::App;
use crate::requests::Scene;

/// The setting that holds the template of a chart's address.
pub(crate) const CHART: &str = "chart.url";

/// How a person may be reached: by the confidential channel alone, where they asked for one.
pub fn reach(tx: &mut PracticeTx<'_>, person: PersonId) -> Result<Vec<Point>, StoreError> {
    let root = rows::root(tx, person)?;
    Ok(usable(rows::points(tx, root)?, |point| point.confidential))
}

/// The practice's day.
pub(crate) fn today(scene: &Scene) -> Date {
    day(scene.now, scene.desk_hours().zone())
}

fn day(at: Time, zone: &TimeZone) -> Date {
    let at = at.to_jiff().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned_datetime(zone.clone()).date()
}

/// Who does something to whom.
#[derive(Clone, Copy)]
struct Hand<'a> {
    app: &'a App,
    member: MemberId,
    now: Time,
}

impl Hand<'_> {
    /// Writes down what a member did: names of fields, never their values.
    fn note(
        self,
        tx: &mut PracticeTx<'_>,
        action: &str,
        (noun, id): (&str, [u8; 16]),
        fields: &str,
    ) -> Result<(), StoreError> {
        let deed = Deed {
            id: self.app.id(),
            at: self.now,
            actor: Actor::Member(self.member),
            action,
            noun,
            noun_id: Some(id),
            fields,
        };
        audit::insert(tx, &deed)
    }
}
