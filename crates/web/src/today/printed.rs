//! The first page for a terminal: the same sentences, without a seat at any desk.

use std::sync::Arc;

use anteroom_app::practices::Practice;
use anteroom_app::promises;
use anteroom_app::requests::view::Desk;
use anteroom_app::staff::Named;
use anteroom_app::{App, Failure};
use anteroom_core::access::Role;
use anteroom_core::ids::MemberId;

use super::{acts, cards, lede};
use crate::frame::Staff;
use crate::i18n::{Lang, Words};
use crate::seat::Seat;

/// The width of the column in which a promise's standing stands.
const STANDING: usize = 14;

/// The practice's first page as lines of text, in its own language, as of the instant at which `app` stands.
pub async fn printed(app: &App, practice: &Practice) -> Result<String, Failure> {
    let nobody = Named {
        id: MemberId([0; 16]),
        name: String::new(),
    };
    let desk = Desk {
        practice: practice.clone(),
        member: nobody,
        role: Role::Manager,
    };
    let today = promises::today(app, &desk).await?;
    let w = Words::new(
        Lang::of_tag(&practice.locale).unwrap_or(Lang::En),
        &practice.country,
    );
    let f = Staff::unseated(w, Seat::empty(Arc::new(desk)), app.now());
    let (lede, beneath) = lede(&f, &today);
    let mut lines = vec![practice.name.clone(), lede, beneath];
    let acts = acts(&f, &today);
    if !acts.is_empty() {
        lines.extend([String::new(), w.t("now")]);
    }
    for act in acts {
        lines.push(format!("  {} {}", act.said, act.more).trim_end().to_owned());
    }
    lines.extend([String::new(), w.t("promises")]);
    for card in cards(&f, &today) {
        let sentence: String = card.sentence.iter().map(|piece| piece.text.as_str()).collect();
        lines.push(format!("  {:<STANDING$} {sentence}", card.standing_word));
        let told = [card.value, card.detail];
        let told: Vec<String> = told.into_iter().filter(|told| !told.is_empty()).collect();
        lines.push(format!("  {:<STANDING$} {}", "", told.join(" · ")));
        if let Some(chart) = card.chart {
            lines.push(format!("  {:<STANDING$} {}", "", chart.label));
        }
    }
    Ok(lines.join("\n"))
}
