//! The desk says what a request is about and how soon it is wanted.

use anteroom_core::requests::kinds::Code;
use anteroom_core::requests::{Change, Request, Retag, Urgency};
use anteroom_core::text::Fault;
use anteroom_store::requests::{obligations, queue};

use super::by_code;
use super::desk::{At, act};
use super::view::Desk;
use crate::{App, Failure};

/// What is said; what is not said stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tags {
    /// A kind's code.
    pub kind: Option<String>,
    /// How soon.
    pub urgency: Option<Urgency>,
}

/// Says it of one request.
pub async fn retag(app: &App, desk: &Desk, number: i64, tags: Tags) -> Result<(), Failure> {
    act(app, desk, number, "retag", move |at, request| {
        Ok(Some(at.retag(request, &tags)?))
    })
    .await
}

impl At<'_, '_> {
    /// Says it in a transaction that goes on. A kind with a second clock starts it from the moment of the asking; a request
    /// has one in its life, so that it starts none where one was met.
    pub(super) fn retag(&mut self, request: &mut Request, tags: &Tags) -> Result<Vec<Change>, Failure> {
        let row = queue::one(self.tx, request.number)?.ok_or(Failure::Missing)?;
        let kinds = by_code(anteroom_store::practices::kinds(self.tx)?);
        let wished = tags.kind.as_ref().filter(|kind| **kind != row.kind);
        let kind = match wished {
            Some(code) => Some(kinds.get(code).ok_or(Failure::of("kind", Fault::Shape))?),
            None => None,
        };
        let from = code(&row.kind)?;
        let to = match kind {
            Some(kind) => code(&kind.code)?,
            None => from,
        };
        let retag = Retag {
            at: self.scene.now,
            urgency: tags.urgency.unwrap_or(request.urgency),
            kind: (from, to),
        };
        let hours = self.scene.hours(request.location).clone();
        let changes = request.retag(&retag, &self.scene.settings.rules, &hours)?;
        let rule = kind.and_then(|kind| kind.obligation);
        if let Some(rule) = rule.filter(|_| !request.obliged)
            && obligations::find(self.tx, request.id)?.is_none()
        {
            let due_at = rule.due_at(row.opened_at, self.scene.desk_hours().zone());
            let (sql, values) =
                obligations::insertion(request.id, rule.source.as_str(), row.opened_at, due_at);
            self.tx.execute(sql, values)?;
        }
        Ok(changes)
    }
}

/// A kind's code as a change carries it. Every kind that a practice sets has one; only a log's could not.
pub(super) fn code(kind: &str) -> Result<Code, Failure> {
    Code::new(kind).ok_or(Failure::of("kind", Fault::Shape))
}
