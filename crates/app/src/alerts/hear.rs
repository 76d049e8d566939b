//! Words come in: looked at for danger where they are kept, so that no door can pass by it. It must not know how long they
//! are, whether the desk is open, or whether they only say thanks.

use anteroom_core::alerts::{Alert, Mark, write_marks};
use anteroom_core::danger::{self, Age, Subject};
use anteroom_core::ids::{AlertId, EntryId, RequestId};
use anteroom_core::limits;
use anteroom_core::requests::{Change, Request};
use anteroom_store::people::patients;
use anteroom_store::requests::Statement;
use anteroom_store::requests::entries::NewEntry;
use anteroom_store::{PracticeTx, StoreError, alerts as rows};

use crate::App;
use crate::requests::Scene;

/// Looks at a patient's line for danger. A hit is one change more of the request that heard it, and a row that is written
/// after the line's; no hit is nothing.
pub(crate) fn heard(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    request: &Request,
    line: &NewEntry<'_>,
) -> Result<Option<(Change, Statement)>, StoreError> {
    let subject = subject(tx, scene, request)?;
    Ok(look(app, scene, &subject, ((line.request, line.id), line.body)))
}

/// Looks once more at what a request's patient said lately, now that somebody has said who the patient is: what is a fever
/// for others is danger for a newborn.
pub(crate) fn heard_of(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    request: &Request,
) -> Result<Vec<Change>, StoreError> {
    let subject = subject(tx, scene, request)?;
    let since = scene.now - limits::EMERGENCY_LINE;
    let mut changes = Vec::new();
    for (entry, words) in rows::quiet(tx, request.id, since, limits::THREAD_LINES)? {
        if let Some((change, (sql, values))) = look(app, scene, &subject, ((request.id, entry), &words)) {
            tx.execute(sql, values)?;
            changes.push(change);
        }
    }
    Ok(changes)
}

fn look(
    app: &App,
    scene: &Scene,
    subject: &Subject,
    ((request, entry), words): ((RequestId, EntryId), &str),
) -> Option<(Change, Statement)> {
    let hits = danger::scan(words, subject, &scene.settings.alerts.added);
    if hits.is_empty() {
        return None;
    }
    let marks = hits.into_iter().take(limits::ALERT_MARKS).map(|hit| Mark {
        sign: hit.sign,
        span: hit.span,
    });
    let marks = write_marks(&marks.collect::<Vec<_>>());
    let alert = Alert {
        id: app.id::<AlertId>(),
        request,
        entry,
        raised_at: scene.now,
        rung: None,
        acknowledged: None,
    };
    let row = rows::insertion(&alert, &marks, danger::VERSION);
    Some((Change::Alerted(alert.id), row))
}

/// Whom the words are about, as far as somebody at the desk or a verified rule has said so.
fn subject(tx: &mut PracticeTx<'_>, scene: &Scene, request: &Request) -> Result<Subject, StoreError> {
    let Some(patient) = request.patient else {
        return Ok(Subject::default());
    };
    let born = patients::find(tx, patient)?.and_then(|patient| patient.born);
    let zone = scene.desk_hours().zone().clone();
    let today = scene.now.to_jiff().map(|now| now.to_zoned_datetime(zone).date());
    Ok(Subject {
        age: born.zip(today).map(|(born, today)| Age { born, today }),
    })
}
