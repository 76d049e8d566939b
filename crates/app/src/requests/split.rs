//! Some of a patient's words become a request of their own. The lines move; nothing is copied.

use anteroom_core::ids::EntryId;
use anteroom_core::requests::split::{self, Line, Lines};
use anteroom_core::requests::{Actor, Opening, Refusal, Request};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::PracticeTx;
use anteroom_store::requests::{self as rows, Labels, entries, obligations, queue};

use super::desk::load;
use super::view::Desk;
use super::{Scene, by_code, wall};
use crate::failure::Faults;
use crate::{App, Failure, letters};

/// What becomes a request of its own.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// The patient's lines that leave.
    pub lines: Vec<EntryId>,
    /// What they are about: a kind's code.
    pub kind: String,
    /// Its first words in lists; empty for those of the lines.
    pub subject: String,
}

/// Splits a request; gives the number of the new one.
pub async fn split(app: &App, desk: &Desk, number: i64, part: &Part) -> Result<i64, Failure> {
    let mut faults = Faults::default();
    let part = Part {
        lines: part.lines.clone(),
        kind: faults.take("kind", text::required_line(&part.kind, limits::LABEL_MAX)),
        subject: faults.take("subject", text::line(&part.subject, limits::SUBJECT)),
    };
    faults.settle()?;
    let (world, desk) = (app.clone(), desk.clone());
    let practice = app.store.practice(desk.practice.id);
    practice
        .write_numbered(1, move |tx, new| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let mut request = load(&world, tx, &scene, number)?;
            wall::pass(tx, request.id, &desk)?;
            let cut = Cut::of(tx, &request, &part)?;
            let opening = Opening {
                id: world.id(),
                number: new,
                person: request.person,
                patient: request.patient,
                urgency: request.urgency,
                location: request.location,
                door: cut.row.door,
                obliged: cut.obligation.is_some(),
            };
            let before = request.version;
            let (rules, hours) = (&scene.settings.rules, scene.hours(request.location));
            let lines = Lines {
                leave: &cut.leave,
                stay: &cut.stay,
            };
            let split = split::split(&mut request, &opening, lines, world.id(), rules, hours)?;
            cut.open(tx, &scene, &split.part)?;
            letters::same_reach(tx, request.id, split.part.id)?;
            let deed = (Actor::Member(desk.member.id), "split");
            let version = split.part.version;
            // The part first: a clock that goes with it has to leave before the rest starts its own.
            scene.save(&world, tx, version, &split.part, &split.begun, deed)?;
            scene.save(&world, tx, before, &request, &split.rest, deed)?;
            Ok(new)
        })
        .await
}

/// What a split needs of the rows.
struct Cut {
    row: queue::Listed,
    kind: String,
    obligation: Option<anteroom_core::requests::obligations::Rule>,
    subject: String,
    leave: Vec<Line>,
    stay: Vec<Line>,
    /// When the first of the words that leave came.
    asked_at: Time,
}

impl Cut {
    fn of(tx: &mut PracticeTx<'_>, request: &Request, part: &Part) -> Result<Self, Failure> {
        let row = queue::one(tx, request.number)?.ok_or(Failure::Missing)?;
        let kind = by_code(anteroom_store::practices::kinds(tx)?)
            .remove(&part.kind)
            .ok_or(Failure::of("kind", Fault::Shape))?;
        let said = entries::said(tx, request.id, limits::THREAD_LINES)?;
        let (leave, stay): (Vec<_>, Vec<_>) = said
            .into_iter()
            .partition(|(line, _)| part.lines.contains(&line.entry));
        if leave.len() != part.lines.len() {
            return Err(Failure::Missing);
        }
        let (first, words) = leave.first().ok_or(Refusal::NotInTwo)?;
        let subject = if part.subject.is_empty() {
            text::summary(words, limits::SUBJECT)
        } else {
            part.subject.clone()
        };
        Ok(Self {
            asked_at: first.at,
            kind: kind.code,
            obligation: kind.obligation,
            subject,
            leave: leave.into_iter().map(|(line, _)| line).collect(),
            stay: stay.into_iter().map(|(line, _)| line).collect(),
            row,
        })
    }

    /// Writes the new request's row, and its second clock from the moment it was asked.
    fn open(&self, tx: &mut PracticeTx<'_>, scene: &Scene, part: &Request) -> Result<(), Failure> {
        let labels = Labels {
            kind: &self.kind,
            door: self.row.door,
            subject: &self.subject,
            about: &self.row.about,
            language: &self.row.language,
            interpreter: self.row.interpreter,
            linked_to: None,
            external_id: None,
        };
        let mut batch = vec![rows::insertion(part, &labels, self.asked_at)];
        if let Some(rule) = self.obligation {
            let due_at = rule.due_at(self.asked_at, scene.desk_hours().zone());
            let source = rule.source.as_str();
            batch.push(obligations::insertion(part.id, source, self.asked_at, due_at));
        }
        Ok(tx.execute_batch(batch).map(drop)?)
    }
}
