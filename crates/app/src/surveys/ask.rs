//! Somebody is asked: after a request was resolved or after a visit, if the rules ask them. The letter goes out later, in the
//! hours that the practice allows, and is decided anew then.

use anteroom_core::ids::{LocationId, PatientId, PersonId, SurveyId, uuid_v8};
use anteroom_core::requests::{Actor, Change, Door, Request};
use anteroom_core::surveys::{Chance, Confidential, Occasion, Skip, asks};
use anteroom_core::{Time, limits};
use anteroom_store::audit::{self, Deed};
use anteroom_store::requests::queue;
use anteroom_store::surveys::{self as rows, Survey};
use anteroom_store::{PracticeTx, StoreError, messages, practices};

use super::household::{self, Way};
use crate::people::barred_from;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure, letters, secrets};

/// A visit that somebody can be asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its id: a visit is asked about once.
    pub id: [u8; 16],
    /// Whose it was.
    pub patient: PatientId,
    /// Where.
    pub location: Option<LocationId>,
    /// With which doctor; empty for none.
    pub doctor: String,
    /// Whether it was marked sensitive.
    pub sensitive: bool,
}

/// Somebody who could be asked.
struct Candidate {
    occasion: Occasion,
    subject: [u8; 16],
    person: PersonId,
    patient: Option<PatientId>,
    way: Option<Way>,
    sensitive: bool,
    language: String,
    location: Option<LocationId>,
    doctor: String,
    door: String,
}

/// A request was resolved: whoever asked may be asked. Not after a complaint that an answer opened, and not where the practice
/// said that there was nothing to answer.
pub(crate) fn resolved(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (request, changes): (&Request, &[Change]),
) -> Result<(), StoreError> {
    let silent = changes.iter().any(|change| matches!(change, Change::NoReply(_)));
    if !scene.settings.surveys.asks.on || silent || request.merged_into.is_some() {
        return Ok(());
    }
    let Some(listed) = queue::one(tx, request.number)?.filter(|listed| listed.door != Door::Survey) else {
        return Ok(());
    };
    let Some(about) = messages::about(tx, request.id)? else {
        return Ok(());
    };
    if barred_from(tx, scene, Some(about.person), request.patient)? {
        return Ok(());
    }
    let way = household::request_way(tx, about.person, request.id)?;
    let candidate = Candidate {
        occasion: Occasion::Request,
        subject: request.id.bytes(),
        person: about.person,
        patient: request.patient,
        way,
        sensitive: about.sensitive,
        language: about.language,
        location: request.location,
        doctor: String::new(),
        door: listed.door.to_string(),
    };
    if let Err(skip) = consider(app, tx, scene, candidate)? {
        tracing::debug!(practice = %scene.practice, %skip, "nobody is asked after a request");
    }
    Ok(())
}

/// A visit is over: the patient, or who speaks for them, may be asked. What kept it is told by its word.
pub async fn visited(app: &App, practice: &Practice, visit: &Visit) -> Result<Result<(), Skip>, Failure> {
    let (world, of, visit) = (app.clone(), practice.clone(), visit.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            Ok(after_visit(&world, tx, &scene, &visit)?)
        })
        .await
}

/// A visit that a calendar tells of.
pub(crate) struct Came<'a> {
    /// Its id in the calendar.
    pub(crate) id: &'a str,
    pub(crate) patient: PatientId,
    pub(crate) at: Time,
    pub(crate) doctor: &'a str,
    /// Where, by the calendar's name for it.
    pub(crate) location: &'a str,
    pub(crate) sensitive: bool,
}

/// A patient came: they may be asked if it was lately. A calendar that is brought in whole asks nobody about what is long over.
pub(crate) fn came(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    came: &Came<'_>,
) -> Result<(), StoreError> {
    let rules = &scene.settings.surveys.asks;
    let lately = (scene.now - limits::SURVEY_VISIT..=scene.now).contains(&came.at);
    if !rules.on || !rules.trigger.has(Occasion::Visit) || !lately {
        return Ok(());
    }
    let places = practices::locations(tx)?;
    let place = places.into_iter().find(|place| place.name == came.location);
    let visit = Visit {
        id: uuid_v8(secrets::digest_all(&[
            "visit",
            &scene.practice.to_string(),
            came.id,
        ])),
        patient: came.patient,
        location: place.map(|place| place.id),
        doctor: came.doctor.to_owned(),
        sensitive: came.sensitive,
    };
    if let Err(skip) = after_visit(app, tx, scene, &visit)? {
        tracing::debug!(practice = %scene.practice, %skip, "nobody is asked after a visit");
    }
    Ok(())
}

fn after_visit(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    visit: &Visit,
) -> Result<Result<(), Skip>, StoreError> {
    if !scene.settings.surveys.asks.on {
        return Ok(Err(Skip::Off));
    }
    let Some((person, way)) = household::speaker(tx, scene, visit.patient)? else {
        return Ok(Err(Skip::NoWay));
    };
    let language = anteroom_store::people::find(tx, person)?.map(|person| person.language);
    let candidate = Candidate {
        occasion: Occasion::Visit,
        subject: visit.id,
        person,
        patient: Some(visit.patient),
        way: Some(way),
        sensitive: visit.sensitive,
        language: language.unwrap_or_default(),
        location: visit.location,
        doctor: visit.doctor.clone(),
        door: String::new(),
    };
    consider(app, tx, scene, candidate)
}

/// Asks them, if the rules do. Who was asked for this very thing before is not asked again.
fn consider(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    candidate: Candidate,
) -> Result<Result<(), Skip>, StoreError> {
    let rules = &scene.settings.surveys.asks;
    let way = candidate.way.filter(|_| scene.settings.mail);
    let Some(way) = way else {
        return Ok(Err(Skip::NoWay));
    };
    if rows::of_subject(tx, (candidate.occasion, candidate.subject))?.is_some() {
        return Ok(Err(Skip::Rests));
    }
    let chance = Chance {
        occasion: candidate.occasion,
        sensitive: candidate.sensitive,
        way: Some(Confidential(way.confidential)),
        declined: rows::refused(tx, &way.key)?,
        asked_at: household::asked_at(tx, (candidate.person, candidate.patient))?,
        draw: household::draw(tx, scene, candidate.person)?,
    };
    if let Err(skip) = asks(rules, &chance, scene.now) {
        return Ok(Err(skip));
    }
    let due_at = rules.due_at(scene.now, scene.desk_hours().zone());
    let message = letters::to_surveyed(app, tx, scene, (way.contact, &candidate.language), due_at)?;
    let survey = Survey {
        id: app.id(),
        occasion: candidate.occasion,
        subject: candidate.subject,
        person: candidate.person,
        patient: candidate.patient,
        address_key: way.key,
        sensitive: candidate.sensitive,
        language: candidate.language,
        location: candidate.location,
        doctor: candidate.doctor,
        door: candidate.door,
        asked_at: scene.now,
    };
    rows::insert(tx, &survey, (message, due_at))?;
    noted(app, tx, (Actor::System, "ask"), survey.id)?;
    Ok(Ok(()))
}

/// Writes down what was done to a survey.
pub(super) fn noted(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (actor, action): (Actor, &str),
    survey: SurveyId,
) -> Result<(), StoreError> {
    let deed = Deed {
        id: app.id(),
        at: app.now(),
        actor,
        action,
        noun: "survey",
        noun_id: Some(survey.bytes()),
        fields: "",
    };
    audit::insert(tx, &deed)
}

/// Those whose letter went out since an instant and who have not answered, the first first; at most `limit`. Whoever plays
/// patients answers for them by [`super::answer_as`].
pub async fn waiting(
    app: &App,
    practice: &Practice,
    since: Time,
    limit: i64,
) -> Result<Vec<SurveyId>, Failure> {
    let practice = app.store.practice(practice.id);
    Ok(practice.read(move |tx| rows::waiting(tx, since, limit)).await?)
}
