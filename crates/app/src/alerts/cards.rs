//! The clinicians' own cards: the questions that somebody at the desk asks until a clinician is there. Never a verdict.

use anteroom_core::danger::Sign;
use anteroom_store::alerts as rows;

use crate::practices::Practice;
use crate::{App, Failure};

/// The questions for a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Which sign.
    pub sign: Sign,
    /// The practice's own questions, one a line; empty for those that come with the language.
    pub questions: String,
}

/// The card of each of these signs, in their order.
pub async fn cards(app: &App, practice: &Practice, signs: &[Sign]) -> Result<Vec<Card>, Failure> {
    let own = app.store.practice(practice.id).read(rows::cards).await?;
    let card = |sign: &Sign| Card {
        sign: *sign,
        questions: own
            .iter()
            .find(|(of, _)| of == sign)
            .map(|(_, questions)| questions.clone())
            .unwrap_or_default(),
    };
    Ok(signs.iter().map(card).collect())
}
