//! The letter that asks: at its attempt it is decided anew whether it goes, and where to. It knows no words of it.

use anteroom_core::ids::{MessageId, SurveyId};
use anteroom_core::requests::State;
use anteroom_core::surveys::Occasion;
use anteroom_store::surveys::{self as rows, Survey};
use anteroom_store::{PracticeTx, StoreError, messages};

use super::household::{self, Way};
use crate::Failure;
use crate::requests::{Scene, survivor};

/// To whom the letter goes as things stand now.
pub(crate) struct Addressed {
    pub(crate) to: String,
    pub(crate) language: String,
    pub(crate) survey: SurveyId,
}

/// To whom a letter that asks goes; nothing if it is over: the practice asks nobody any more, they said no, the matter is open
/// again, or the way is not one by which they may be asked.
pub(crate) fn addressed(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    message: MessageId,
) -> Result<Option<Addressed>, Failure> {
    let survey = rows::of_message(tx, message)?.filter(|_| scene.settings.surveys.asks.on);
    let Some(survey) = survey else {
        return Ok(None);
    };
    let sensitive = match survey.occasion {
        Occasion::Request => {
            let request = survivor(tx, survey.subject.into())?;
            if !matches!(request.state, State::Resolved | State::Closed) {
                return Ok(None);
            }
            let about = messages::about(tx, survey.subject.into())?;
            survey.sensitive || about.is_some_and(|about| about.sensitive)
        }
        Occasion::Visit | Occasion::Import => survey.sensitive,
    };
    let way = way(tx, &survey)?.filter(|way| way.confidential || !sensitive);
    let Some(way) = way else {
        return Ok(None);
    };
    if rows::refused(tx, &way.key)? {
        return Ok(None);
    }
    Ok(Some(Addressed {
        to: way.address,
        language: survey.language,
        survey: survey.id,
    }))
}

/// Chosen anew: the person may have asked to be reached elsewhere since.
fn way(tx: &mut PracticeTx<'_>, survey: &Survey) -> Result<Option<Way>, StoreError> {
    if survey.occasion != Occasion::Request {
        return household::own_way(tx, survey.person);
    }
    household::request_way(tx, survey.person, survey.subject.into())
}
