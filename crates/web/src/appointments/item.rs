//! One of the list: what it says, how to reach them, what was tried, and how it ends.

use anteroom_app::appointments::{self as app, Item, Try, TypedWish};
use anteroom_app::people::view::Point;
use anteroom_core::appointments::{How, Outcome, Reason, State};
use anteroom_core::ids::ToScheduleId;
use anteroom_core::people::System;
use askama::Template;
use axum::extract::State as Held;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Day, fields, week, wish};
use super::{booked, language, standing, times};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Mistakes};
use crate::frame::{In, Staff, dial};
use crate::i18n::{Tongue, Words};
use crate::people::{Choice, Draft, Notice};
use crate::seat::Seat;
use crate::when::machine;

/// A try in words.
struct Tried {
    at: String,
    machine: String,
    by: String,
    how: String,
    outcome: String,
    words: String,
}

impl Tried {
    fn new(f: &Staff, tried: &Try) -> Self {
        Self {
            at: f.when.moment(tried.at),
            machine: machine(tried.at),
            by: tried.by.clone(),
            how: f.w.of("schedule-how", tried.how.as_str()),
            outcome: f.w.of("schedule-outcome", tried.outcome.as_str()),
            words: tried.words.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "schedule/item.html")]
struct ItemPage {
    f: Staff,
    id: String,
    version: i64,
    name: String,
    asker: String,
    person: String,
    patient: String,
    request: Option<i64>,
    what: String,
    can: String,
    times: String,
    standing: String,
    language: String,
    member: String,
    open: bool,
    booked: String,
    /// Contacts with what a phone dials; empty for an address.
    contacts: Vec<(String, String)>,
    tries: Vec<Tried>,
    notices: Vec<Notice>,
    members: Vec<Choice>,
    patients: Vec<Choice>,
    hows: Vec<Choice>,
    outcomes: Vec<Choice>,
    reasons: Vec<Choice>,
    fields: Vec<Field>,
    week: Vec<Day>,
    draft: Draft,
}

impl ItemPage {
    fn path(&self) -> String {
        format!("{}/to-schedule/{}", self.f.base(), self.id)
    }

    fn unfolded(&self, form: &str) -> bool {
        self.draft.form == form
    }
}

pub(super) fn id(text: &str) -> Result<ToScheduleId, Problem> {
    text.parse().map_err(|_| Problem::Missing)
}

pub(super) async fn show(
    Held(web): Held<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, text)): In<(String, String)>,
) -> Result<Response, Problem> {
    again(
        &web,
        &tongue,
        seat,
        id(&text)?,
        (StatusCode::OK, Draft::default()),
    )
    .await
}

/// The page as it is now, with what did not go.
pub(super) async fn again(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    id: ToScheduleId,
    (status, draft): (StatusCode, Draft),
) -> Result<Response, Problem> {
    let item = app::item(&web.app, &seat.desk, id).await?;
    let f = Staff::new(web, seat, tongue, "to-schedule");
    show_as(status, &built(f, &item, draft))
}

fn words<T: Copy>(all: &[T], choice: impl Fn(T) -> Choice) -> Vec<Choice> {
    all.iter().map(|one| choice(*one)).collect()
}

fn present(item: &Item) -> TypedWish {
    let wish = &item.listed.wish;
    TypedWish {
        what: wish.what.clone(),
        can: wish.can.clone(),
        part: wish.part.to_string(),
        days: wish.days,
        location: wish.location.map_or_else(String::new, |id| id.to_string()),
    }
}

fn patients(w: Words, item: &Item) -> Vec<Choice> {
    let present = item
        .listed
        .wish
        .patient
        .map_or_else(String::new, |id| id.to_string());
    let mut choices = vec![Choice::new("", w.t("schedule-themselves"), &present)];
    choices.extend(item.patients.iter().map(|one| {
        let patient = &one.related.patient;
        Choice::new(&patient.id.to_string(), patient.name.clone(), &present)
    }));
    // It may be for somebody who isn't theirs by any relation.
    if choices.iter().all(|choice| !choice.chosen) {
        choices.push(Choice::new(&present, item.listed.patient.clone(), &present));
    }
    choices
}

/// An address with what a phone dials; nothing to dial for e-mail.
fn reached(point: &Point) -> (String, String) {
    let dialled = match point.system {
        System::Phone => dial(&point.address),
        System::Email => String::new(),
    };
    (point.address.clone(), dialled)
}

fn built(f: Staff, item: &Item, draft: Draft) -> ItemPage {
    let (w, listed) = (f.w, &item.listed);
    let member = listed.item.member.map_or_else(String::new, |id| id.to_string());
    let mut members = vec![Choice::new("", w.t("nobody"), &member)];
    members.extend(
        item.members
            .iter()
            .map(|one| Choice::new(&one.id.to_string(), one.name.clone(), &member)),
    );
    let places = item
        .locations
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()));
    let filled = if draft.form == "wish" {
        wish(&draft.fields)
    } else {
        present(item)
    };
    let for_other = !listed.patient.is_empty() && listed.patient != listed.person;
    ItemPage {
        id: listed.item.id.to_string(),
        version: listed.item.version,
        name: if listed.patient.is_empty() {
            listed.person.clone()
        } else {
            listed.patient.clone()
        },
        asker: if for_other {
            listed.person.clone()
        } else {
            String::new()
        },
        person: listed.wish.person.to_string(),
        patient: listed.wish.patient.map_or_else(String::new, |id| id.to_string()),
        request: listed.request,
        what: listed.wish.what.clone(),
        can: listed.wish.can.clone(),
        times: times(w, listed.wish.days, listed.wish.part),
        standing: standing(&f, listed),
        language: language(w, &item.language),
        member: listed.member.clone(),
        open: listed.item.state == State::Open,
        booked: listed
            .item
            .booked_for
            .map_or_else(String::new, |at| booked(&f, at)),
        contacts: item.contacts.iter().map(reached).collect(),
        tries: item.tries.iter().map(|one| Tried::new(&f, one)).collect(),
        notices: draft.notices(w),
        members,
        patients: patients(w, item),
        hows: words(How::ALL, |how| {
            Choice::new(how.as_str(), w.of("schedule-how", how.as_str()), "")
        }),
        outcomes: words(Outcome::ALL, |one| {
            Choice::new(one.as_str(), w.of("schedule-outcome", one.as_str()), "")
        }),
        reasons: words(Reason::ALL, |one| {
            Choice::new(one.as_str(), w.of("schedule-reason", one.as_str()), "")
        }),
        fields: fields(w, &filled, places.collect(), &Mistakes::default()),
        week: week(w, filled.days),
        draft,
        f,
    }
}
