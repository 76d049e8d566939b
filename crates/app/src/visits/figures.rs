//! The figures of visits, for any instant: who comes back, the curve, new patients by month, no-shows by lead.

use anteroom_core::promises::retention::survival::Curve;
use anteroom_core::promises::retention::{At, Report, Rules, curve, report, split};
use anteroom_core::visits::{Heard, day, missed, months};
use anteroom_core::{Time, limits};
use anteroom_store::visits::figures::{self as rows, Indexed};
use anteroom_store::{PracticeTx, StoreError};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// Who comes back, as it stood at an instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Returns {
    /// The practice's numbers.
    pub rules: Rules,
    /// The window.
    pub at: At,
    /// The figures.
    pub report: Report,
    /// How many were not back yet, by months since their visit.
    pub curve: Curve,
    /// The figures by doctor, the most patients first.
    pub by_doctor: Vec<(String, Report)>,
    /// The figures by place.
    pub by_location: Vec<(String, Report)>,
}

/// The new patients of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMonth {
    /// Its first day.
    pub first: Date,
    /// How many.
    pub patients: i64,
    /// By how they heard of the practice; nothing where nobody said.
    pub heard: Vec<(Option<Heard>, i64)>,
}

/// The page of visits.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// When it was measured.
    pub now: Time,
    /// The first visit on record and the last; nothing while there is none.
    pub reach: Option<(Time, Time)>,
    /// Who comes back.
    pub returns: Returns,
    /// New patients, the last month first, from a year after the first visit on record: before, everybody looks new.
    pub new: Vec<NewMonth>,
    /// What came of the visits of the last year.
    pub missed: missed::Report,
    /// From when on.
    pub missed_from: Time,
    /// Of how many nobody said what came of them.
    pub unsaid: i64,
    /// Patients with an appointment in that year who never came to any.
    pub never: i64,
}

/// The practice's numbers.
pub(crate) fn rules(scene: &Scene) -> Rules {
    scene.settings.retention
}

pub(crate) fn at(scene: &Scene, at: Time) -> Result<At, StoreError> {
    At::new(at, scene.desk_hours().zone()).ok_or_else(|| StoreError::Wrong("no such instant".to_owned()))
}

/// Who comes back, read in the caller's transaction.
pub(crate) fn returns(tx: &mut PracticeTx<'_>, scene: &Scene, instant: Time) -> Result<Returns, StoreError> {
    let (rules, at) = (rules(scene), at(scene, instant)?);
    let mut patients: Vec<Indexed> = Vec::new();
    rows::window(tx, &at, |one| patients.push(one))?;
    let facts = || patients.iter().map(|one| &one.fact);
    let labelled = |label: fn(&Indexed) -> &str| {
        let parts = split(patients.iter().map(|one| (label(one), &one.fact)), &rules, &at);
        largest(parts)
    };
    Ok(Returns {
        report: report(facts(), &rules, &at),
        curve: curve(facts(), &rules, &at),
        by_doctor: labelled(|one| &one.doctor),
        by_location: labelled(|one| &one.location),
        rules,
        at,
    })
}

/// The largest parts, by size; nothing where all is one.
fn largest(mut parts: Vec<(String, Report)>) -> Vec<(String, Report)> {
    parts.sort_by_key(|(_, part)| std::cmp::Reverse(part.patients));
    parts.truncate(limits::VISIT_LABELS);
    if parts.len() == 1 && parts[0].0.is_empty() {
        parts.clear();
    }
    parts
}

fn begins(day: Date, zone: &TimeZone) -> Time {
    let midnight = day.to_zoned_datetime(zone.clone());
    midnight.map_or(Time::MIN, |at| Time::from(at.timestamp()))
}

fn new_months(
    tx: &mut PracticeTx<'_>,
    zone: &TimeZone,
    (since, now): (Time, Time),
) -> Result<Vec<NewMonth>, StoreError> {
    let firsts = months::firsts(day(now, zone), limits::VISIT_MONTHS);
    let mut edges: Vec<Time> = firsts.iter().map(|first| begins(*first, zone)).collect();
    edges.push(now);
    let everybody_new = months::before(since, -limits::VISIT_MONTHS, zone).unwrap_or(Time::MAX);
    let mut months = Vec::new();
    for (first, edge) in firsts.iter().zip(edges.windows(2)) {
        if edge[0] >= everybody_new {
            let heard = rows::new_patients(tx, edge[0], edge[1])?;
            months.push(NewMonth {
                first: *first,
                patients: heard.iter().map(|(_, count)| count).sum(),
                heard,
            });
        }
    }
    months.reverse();
    Ok(months)
}

/// The page of visits; nothing while there is none.
pub async fn figures(app: &App, desk: &Desk) -> Result<Option<Figures>, Failure> {
    let (world, of) = (app.clone(), desk.practice.clone());
    app.store
        .practice(of.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            if !rows::any(tx)? {
                return Ok(None);
            }
            let (now, zone) = (scene.now, scene.desk_hours().zone().clone());
            let reach = rows::reach(tx)?;
            let year = months::before(now, limits::VISIT_MONTHS, &zone).unwrap_or(Time::MIN);
            Ok(Some(Figures {
                now,
                returns: returns(tx, &scene, now)?,
                new: match reach {
                    Some((since, _)) => new_months(tx, &zone, (since, now))?,
                    None => Vec::new(),
                },
                missed: missed::report(rows::outcomes(tx, year, now)?),
                missed_from: year,
                unsaid: rows::unsaid(tx, year, now)?,
                never: rows::never_came(tx, year, now)?,
                reach,
            }))
        })
        .await
}

/// Who comes back, as it stood at an instant.
pub async fn retention(app: &App, practice: &Practice, at: Time) -> Result<Returns, Failure> {
    let (world, of) = (app.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            Ok(returns(tx, &scene, at)?)
        })
        .await
}

/// What came of the visits of [from, to).
pub async fn no_shows(
    app: &App,
    practice: &Practice,
    from: Time,
    to: Time,
) -> Result<missed::Report, Failure> {
    app.store
        .practice(practice.id)
        .read(move |tx| Ok(missed::report(rows::outcomes(tx, from, to)?)))
        .await
}
