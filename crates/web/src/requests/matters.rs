//! What a request is one matter with, and what it isn't: what was joined to it, what it can be split into, what it has to do
//! with, what it is about; and what happened to it. Each change is a form of its own.

use anteroom_app::requests::view::{Happening, Page};
use anteroom_app::requests::{self, Part, Tags};
use anteroom_core::ids::EntryId;
use anteroom_core::requests::{EntryKind, Urgency};
use anteroom_core::{limits, text};
use axum::response::{IntoResponse, Redirect, Response};

use super::acts::Desk;
use super::number;
use crate::ask::kind_name;
use crate::errors::Problem;
use crate::frame::Staff;
use crate::queue::filters::Choice;
use crate::when::machine;

/// Something that happened, in words.
pub(super) struct Told {
    pub text: String,
    pub at: String,
    pub machine: String,
}

/// The request's matters, ready to be drawn.
pub(super) struct Matters {
    pub told: Vec<Told>,
    /// What was joined, with the path of the form that takes it off; only the last can be taken off.
    pub joined: Vec<(i64, String)>,
    /// Where it was joined to another request: the path of the form that takes it off.
    pub apart: String,
    /// The patient's lines, where there are two or more.
    pub lines: Vec<Choice>,
    /// What it has to do with: number, first words, address.
    pub links: Vec<(i64, String, String)>,
    pub kinds: Vec<Choice>,
    pub urgencies: Vec<Choice>,
}

impl Matters {
    pub(super) fn new(f: &Staff, page: &Page) -> Self {
        let w = f.w;
        let of = |number: i64| format!("{}/requests/{number}", f.base());
        let patients = page.lines.iter().filter(|line| line.kind == EntryKind::Patient);
        let lines: Vec<Choice> = patients
            .map(|line| Choice {
                value: line.id.to_string(),
                label: text::summary(&line.body, limits::SUBJECT),
                chosen: false,
            })
            .collect();
        let kinds = page.kinds.iter().map(|(code, name)| Choice {
            value: code.clone(),
            label: kind_name(w, "kind-of", code, name),
            chosen: *code == page.row.kind,
        });
        let urgencies = Urgency::ALL.iter().map(|urgency| Choice {
            value: urgency.to_string(),
            label: w.of("urgency", urgency.as_str()),
            chosen: *urgency == page.row.urgency,
        });
        let related = page.links.iter().map(|(number, subject)| {
            let words = if subject.is_empty() {
                w.t("words-hidden")
            } else {
                crate::calls::subject(w, subject)
            };
            (*number, words, of(*number))
        });
        let apart = page.merged_into.filter(|_| !page.withheld);
        Self {
            told: page
                .happenings
                .iter()
                .filter_map(|one| told(f, page, one))
                .collect(),
            joined: page
                .joined
                .iter()
                .map(|number| (*number, format!("{}/separation", of(*number))))
                .collect(),
            apart: apart
                .map(|_| format!("{}/separation", of(page.row.number)))
                .unwrap_or_default(),
            lines: if lines.len() > 1 { lines } else { Vec::new() },
            links: related.collect(),
            kinds: kinds.collect(),
            urgencies: urgencies.collect(),
        }
    }
}

/// An event in words; nothing for one that the pages don't know.
fn told(f: &Staff, page: &Page, happening: &Happening) -> Option<Told> {
    let w = f.w;
    let what = match (happening.what.as_str(), happening.number) {
        ("kind", _) => {
            let name = page.kinds.iter().find(|kind| kind.0 == happening.after);
            let name = name.map_or("", |kind| kind.1.as_str());
            kind_name(w, "kind-of", &happening.after, name)
        }
        ("urgency", _) => w.of("urgency", &happening.after),
        (_, Some(number)) => format!("#{number}"),
        (_, None) => return None,
    };
    let by = if happening.by.is_empty() {
        w.t("somebody")
    } else {
        happening.by.clone()
    };
    let key = format!("told-{}", happening.what.replace('_', "-"));
    Some(Told {
        text: w.with2(&key, ("by", by), ("what", what)),
        at: f.when.moment(happening.at),
        machine: machine(happening.at),
    })
}

pub(super) async fn retag(at: Desk) -> Result<Response, Problem> {
    let tags = match at.typed.choice::<Urgency>("urgency") {
        Ok(urgency) => Ok(Tags {
            kind: Some(at.typed.owned("kind")).filter(|kind| !kind.is_empty()),
            urgency,
        }),
        Err(fault) => Err(fault),
    };
    let done = match tags {
        Ok(tags) => requests::retag(&at.web.app, &at.seat.desk, at.number, tags).await,
        Err(fault) => Err(fault),
    };
    at.settle("tags", done).await
}

pub(super) async fn split(at: Desk) -> Result<Response, Problem> {
    let lines: Result<Vec<EntryId>, _> = at.typed.every("line").map(str::parse).collect();
    let part = Part {
        lines: lines.map_err(|_| Problem::Missing)?,
        kind: at.typed.owned("kind"),
        subject: at.typed.owned("subject"),
    };
    match requests::split(&at.web.app, &at.seat.desk, at.number, &part).await {
        Ok(new) => {
            let slug = &at.seat.desk.practice.slug;
            Ok(Redirect::to(&format!("/desk/{slug}/requests/{new}")).into_response())
        }
        Err(failure) => at.settle("split", Err(failure)).await,
    }
}

pub(super) async fn unmerge(at: Desk) -> Result<Response, Problem> {
    let done = requests::unmerge(&at.web.app, &at.seat.desk, at.number).await;
    at.settle("", done).await
}

pub(super) async fn link(at: Desk) -> Result<Response, Problem> {
    let other = number(at.typed.text("other").trim().trim_start_matches('#'))?;
    let done = requests::link(&at.web.app, &at.seat.desk, at.number, other).await;
    at.settle("link", done).await
}

pub(super) async fn unlink(at: Desk) -> Result<Response, Problem> {
    let other = number(at.typed.text("other"))?;
    let done = requests::unlink(&at.web.app, &at.seat.desk, at.number, other).await;
    at.settle("", done).await
}
