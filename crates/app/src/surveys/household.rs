//! What is known of somebody who could be asked: how they are reached, when their household was asked last, and what the draw
//! says.

use anteroom_core::Time;
use anteroom_core::ids::{ContactPointId, PatientId, PersonId, RequestId};
use anteroom_core::messages::mail_way;
use anteroom_core::people::relations::Standing;
use anteroom_core::people::{RelationKind, System};
use anteroom_core::surveys::period;
use anteroom_store::people::{self, Point, relations};
use anteroom_store::surveys as rows;
use anteroom_store::{PracticeTx, StoreError, messages, practices};

use crate::people::{reach, today};
use crate::requests::Scene;
use crate::secrets;
use crate::settings::FORM_KEY;

/// A way to write to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) contact: ContactPointId,
    pub(super) confidential: bool,
    pub(super) address: String,
    pub(super) key: String,
}

impl From<Point> for Way {
    fn from(point: Point) -> Self {
        Self {
            contact: point.id,
            confidential: point.confidential,
            address: point.address,
            key: point.key,
        }
    }
}

/// The last address of a person that may be written to, the confidential ones alone where they asked for such.
pub(super) fn own_way(tx: &mut PracticeTx<'_>, person: PersonId) -> Result<Option<Way>, StoreError> {
    let points = reach(tx, person)?;
    let mail = points
        .into_iter()
        .rev()
        .find(|point| point.system == System::Email);
    Ok(mail.map(Way::from))
}

/// Where a letter about a request goes, if it may go anywhere by mail.
pub(super) fn request_way(
    tx: &mut PracticeTx<'_>,
    person: PersonId,
    request: RequestId,
) -> Result<Option<Way>, StoreError> {
    let ways = messages::ways(tx, person, request)?;
    let Some(way) = mail_way(&ways).and_then(|id| ways.into_iter().find(|way| way.id == id)) else {
        return Ok(None);
    };
    let address = messages::address(tx, way.id)?;
    Ok(address.map(|(address, key)| Way {
        contact: way.id,
        confidential: way.confidential,
        address,
        key,
    }))
}

/// Whom a visit of a patient is asked about: themselves, else who a member verified that they belong to them; the first who can
/// be written to.
pub(super) fn speaker(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    patient: PatientId,
) -> Result<Option<(PersonId, Way)>, StoreError> {
    let day = today(scene);
    let mut related: Vec<_> = relations::of_patient(tx, patient)?
        .into_iter()
        .filter(|one| one.relation.standing(day) == Standing::Verified)
        .collect();
    let order = [
        RelationKind::Own,
        RelationKind::Parent,
        RelationKind::Guardian,
        RelationKind::Carer,
    ];
    related.sort_by_key(|one| order.iter().position(|kind| *kind == one.relation.kind));
    for one in related {
        let person = one.joined_to.unwrap_or(one.relation.person);
        if let Some(way) = own_way(tx, person)? {
            return Ok(Some((person, way)));
        }
    }
    Ok(None)
}

/// When anybody of their household was asked last.
pub(super) fn asked_at(
    tx: &mut PracticeTx<'_>,
    (person, patient): (PersonId, Option<PatientId>),
) -> Result<Option<Time>, StoreError> {
    let root = people::root(tx, person)?;
    rows::household_asked_at(tx, root, patient)
}

/// What the draw is told by: the practice's own key, who they are, and the period. Nobody can choose it, and it is the same
/// each time in one period.
pub(super) fn draw(tx: &mut PracticeTx<'_>, scene: &Scene, person: PersonId) -> Result<[u8; 8], StoreError> {
    let settings = practices::settings(tx)?;
    let seed = settings.iter().find(|(name, _)| name == FORM_KEY);
    let seed = seed.map_or("", |(_, value)| value.as_str());
    let root = people::root(tx, person)?.to_string();
    let period = period(scene.now, scene.settings.surveys.asks.cooldown).to_string();
    let digest = secrets::digest_all(&["survey draw", seed, &root, &period]);
    let mut draw = [0; 8];
    draw.copy_from_slice(&digest[..8]);
    Ok(draw)
}
