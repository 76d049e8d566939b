//! The emergency line of a patient's page: which numbers it names, and for how long.

use anteroom_core::alerts::read_marks;
use anteroom_core::danger::{self, Help, Sign, Subject};
use anteroom_core::ids::RequestId;
use anteroom_core::limits;
use anteroom_store::{PracticeTx, StoreError, alerts as rows};

use crate::practices::Practice;
use crate::requests::Scene;
use crate::settings::Settings;
use crate::{App, Failure};

/// A number that a patient is told to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyLine {
    /// Which line.
    pub help: Help,
    /// Its number.
    pub number: String,
}

fn lines(
    signs: impl IntoIterator<Item = Sign>,
    settings: &Settings,
    practice: &Practice,
) -> Vec<EmergencyLine> {
    let line = |help| EmergencyLine {
        help,
        number: settings.alerts.number(help, practice).to_owned(),
    };
    let lines = danger::helps(signs).into_iter().map(line);
    lines.filter(|line| !line.number.is_empty()).collect()
}

/// The lines for what was said to a request itself lately; none if it held no danger.
pub(crate) fn lines_of(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    practice: &Practice,
    request: RequestId,
) -> Result<Vec<EmergencyLine>, StoreError> {
    let since = scene.now - limits::EMERGENCY_LINE;
    let marks = rows::marks_since(tx, request, since, limits::ALERTS_OF_REQUEST)?;
    let signs: Vec<Sign> = marks
        .iter()
        .flat_map(|marks| read_marks(marks))
        .map(|mark| mark.sign)
        .collect();
    Ok(if signs.is_empty() {
        Vec::new()
    } else {
        lines(signs, &scene.settings, practice)
    })
}

/// The lines for words that could not be taken in: what is wrong with a form does not keep its writer from help.
pub async fn lines_for(app: &App, practice: &Practice, words: &str) -> Result<Vec<EmergencyLine>, Failure> {
    // Longer words than are taken are looked at as far as they would be.
    let words: String = words.chars().take(limits::WORDS_MAX).collect();
    let of = practice.clone();
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let settings = Settings::load(tx)?;
            let hits = danger::scan(&words, &Subject::default(), &settings.alerts.added);
            Ok(if hits.is_empty() {
                Vec::new()
            } else {
                lines(hits.into_iter().map(|hit| hit.sign), &settings, &of)
            })
        })
        .await
}
