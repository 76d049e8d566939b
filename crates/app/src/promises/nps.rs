//! Patients would recommend us: the answers of the window by group, how many were asked, and the last months.

use anteroom_core::promises::nps::{Asked, Now, Tally};
use anteroom_core::{Span, Time, limits};
use anteroom_store::surveys::Filter;
use anteroom_store::surveys::answers;
use anteroom_store::{PracticeTx, StoreError};

use crate::practices::Practice;
use crate::requests::Scene;
use crate::surveys::{asked, months, tally};
use crate::{App, Failure};

/// The promise now; nothing while nobody is asked and nobody ever answered.
pub(super) fn now(tx: &mut PracticeTx<'_>, scene: &Scene) -> Result<Option<Now>, StoreError> {
    let rules = &scene.settings.surveys.asks;
    if !rules.on && answers::first(tx)?.is_none() {
        return Ok(None);
    }
    let all = Filter::default();
    // What was answered this very moment counts.
    let until = scene.now + Span::from_micros(1);
    let since = scene.now - limits::NPS_WINDOW;
    let mut of = |span| answers::scores(tx, span, &all).map(|scores| tally(&scores));
    let (window, oldest) = (of((since, until))?, of((since, since + limits::NPS_OUTLOOK))?);
    let newest = of((scene.now - limits::NPS_OUTLOOK, until))?;
    let complaints = answers::complaints(tx, limits::COUNT_MAX)?.len();
    Ok(Some(Now {
        target: rules.target,
        on: rules.on && scene.settings.mail,
        tally: window,
        oldest,
        newest,
        asked: asked(tx, (since, until), &all)?,
        months: months(tx, scene, &all)?,
        complaints: i64::try_from(complaints).unwrap_or(i64::MAX),
    }))
}

/// The answers of [from, to), and how many were asked then.
pub async fn nps_report(
    app: &App,
    practice: &Practice,
    from: Time,
    to: Time,
) -> Result<(Tally, Asked), Failure> {
    let practice = app.store.practice(practice.id);
    let read = practice.read(move |tx| {
        let all = Filter::default();
        let scores = answers::scores(tx, (from, to), &all)?;
        Ok::<_, StoreError>((tally(&scores), asked(tx, (from, to), &all)?))
    });
    Ok(read.await?)
}
