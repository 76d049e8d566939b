//! What other numbers would have meant last month, recomputed from the clocks' facts. It says on how many clocks it rests,
//! and supposes that everybody had worked just the same.

use std::collections::BTreeMap;

use anteroom_core::promises::response;
use anteroom_core::requests::Urgency;
use anteroom_core::{Span, Time, limits};
use anteroom_store::promises as rows;
use jiff::ToSpan;

use crate::practices::Practice;
use crate::requests::Scene;
use crate::{App, Failure};

/// Days that are looked back on.
pub const DAYS: i32 = 30;

/// What numbers would have meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Meant {
    /// How the clocks were kept by the numbers in force when they started.
    pub was: response::Report,
    /// How they would have been kept by the others.
    pub would: response::Report,
    /// Clocks were left out, since there were more than are looked at; the latest count.
    pub cut: bool,
    /// Days looked at for the open count: those that had begun before the practice was first asked are none.
    pub days: usize,
    /// Of them, those whose noon saw fewer open than the number in force.
    pub under_was: usize,
    /// The same by the other number.
    pub under_would: usize,
    /// Days whose noon saw more open than calls somebody more in.
    pub above_would: usize,
}

/// What these numbers would have meant in the last [`DAYS`] days.
pub async fn meant(
    app: &App,
    practice: &Practice,
    numbers: &BTreeMap<&'static str, i64>,
) -> Result<Meant, Failure> {
    let (world, of, asked) = (app.clone(), practice.clone(), numbers.clone());
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let number = |name| {
                asked
                    .get(name)
                    .copied()
                    .unwrap_or_else(|| scene.settings.number(name))
            };
            let normal = Span::from_minutes(number("response.minutes"));
            let urgent = Span::from_minutes(number("response.urgent_minutes"));
            let from = scene.now - Span::from_days(i64::from(DAYS));
            let (mut was, mut others) = (Vec::new(), Vec::new());
            rows::clocks_labelled(tx, (from, scene.now), response::Split::Urgency, |urgency, row| {
                if was.len() < limits::FACTS_JUDGED {
                    let fact = crate::promises::fact(&scene, &row);
                    let target = if urgency == Urgency::Urgent.as_str() {
                        urgent
                    } else {
                        normal
                    };
                    others.push(response::Fact { target, ..fact });
                    was.push(fact);
                }
            })?;
            let cut = was.len() >= limits::FACTS_JUDGED;
            let (under, above) = (number("open.under"), number("open.act_above"));
            let mut open = Vec::new();
            for noon in noons(&scene) {
                open.push(rows::counts_at(tx, noon)?.open);
            }
            let begun = open.iter().position(|count| *count > 0).unwrap_or(open.len());
            let open = &open[begun..];
            Ok(Meant {
                was: response::report(was),
                would: response::report(others),
                cut,
                days: open.len(),
                under_was: open
                    .iter()
                    .filter(|count| **count < scene.settings.open.under)
                    .count(),
                under_would: open.iter().filter(|count| **count < under).count(),
                above_would: open.iter().filter(|count| **count > above).count(),
            })
        })
        .await
}

/// The noons of the last days, in the desk's zone, the oldest first.
fn noons(scene: &Scene) -> Vec<Time> {
    let zone = scene.desk_hours().zone();
    let now = scene.now.to_jiff().map(|now| now.to_zoned_datetime(zone.clone()));
    let noon = |back: i32| {
        let day = now.as_ref()?.date().checked_sub(back.days()).ok()?;
        let at = day.at(12, 0, 0, 0).to_zoned_datetime(zone.clone()).ok()?;
        Some(Time::from(at.timestamp())).filter(|at| *at <= scene.now)
    };
    (0..DAYS).rev().filter_map(noon).collect()
}
