//! A person's page: who they are, how they are reached, whose they are, what they asked. And the form of somebody new.

use anteroom_app::people;
use anteroom_app::people::view::{PersonPage as Shown, Reached, TypedPerson, TypedPoint};
use anteroom_core::ids::{PersonId, RequestId};
use anteroom_core::people::System;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Asking, Choice, Draft, Hit, Notice, Tie, barred, hits, kinds, languages};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff, dial};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

/// A contact point in words.
struct Point {
    id: String,
    address: String,
    /// What a phone dials; empty for an address.
    dial: String,
    confidential: bool,
    /// The box in its form.
    ticked: bool,
    used: bool,
    shared: String,
    /// Which of the page's forms is its own.
    form: String,
}

impl Point {
    fn new(f: &Staff, reached: &Reached, draft: &Draft) -> Self {
        let point = &reached.point;
        let form = format!("point-{}", point.id);
        Self {
            ticked: draft.ticked(&form, "confidential", point.confidential),
            form,
            id: point.id.to_string(),
            dial: match point.system {
                System::Phone => dial(&point.address),
                System::Email => String::new(),
            },
            address: point.address.clone(),
            confidential: point.confidential,
            used: reached.used,
            // Whoever counts them counts this person, too.
            shared: if reached.shared > 0 {
                f.w.with("shared", "n", reached.shared + 1)
            } else {
                String::new()
            },
        }
    }
}

/// Somebody who is, or may be, one with the person.
struct Other {
    id: String,
    name: String,
}

/// What is, or was, to be scheduled for them.
struct Visit {
    href: String,
    what: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "people/person.html")]
struct PersonPage {
    f: Staff,
    id: String,
    name: String,
    version: i64,
    language: String,
    interpreter: bool,
    meta: String,
    notices: Vec<Notice>,
    points: Vec<Point>,
    confidential: bool,
    /// The box in the form of a new one.
    confidential_new: bool,
    ties: Vec<Tie>,
    joined: Vec<Other>,
    alike: Vec<Other>,
    requests: Vec<Asking>,
    next: Option<String>,
    visits: Vec<Visit>,
    q: String,
    hits: Vec<Hit>,
    hits_said: String,
    draft: Draft,
}

impl PersonPage {
    fn path(&self) -> String {
        format!("{}/people/{}", self.f.base(), self.id)
    }

    fn open(&self, form: &str) -> bool {
        self.draft.form == form
    }

    fn kinds(&self, present: &str) -> Vec<Choice> {
        kinds(self.f.w, present)
    }

    fn languages(&self) -> Vec<Choice> {
        languages(self.f.w, self.draft.value("who", "language", &self.language))
    }

    /// From whom a court order keeps them.
    fn barred(&self) -> Vec<String> {
        barred(self.f.w, &self.ties)
    }
}

/// The person that a path names.
pub(super) fn id(text: &str) -> Result<PersonId, Problem> {
    text.parse().map_err(|_| Problem::Missing)
}

/// From which request on a list goes on.
pub(super) fn before(query: &Fields) -> Result<Option<RequestId>, Problem> {
    match query.text("before") {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Problem::Missing),
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, person)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let asked = id(&person)?;
    let shown = people::person(&web.app, &seat.desk, asked, before(&query)?).await?;
    if shown.person.id != asked {
        return Ok(Redirect::to(&format!("/desk/{slug}/people/{}", shown.person.id)).into_response());
    }
    let f = Staff::new(&web, seat, &tongue, "people");
    let page = built(&web, f, &shown, query.owned("find"), Draft::default()).await?;
    show_as(StatusCode::OK, &page)
}

/// The page as it is now, with what did not go.
pub(super) async fn again(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    person: PersonId,
    (status, draft): (StatusCode, Draft),
) -> Result<Response, Problem> {
    let shown = people::person(&web.app, &seat.desk, person, None).await?;
    let f = Staff::new(web, seat, tongue, "people");
    let find = draft.fields.owned("find");
    show_as(status, &built(web, f, &shown, find, draft).await?)
}

async fn built(web: &Web, f: Staff, shown: &Shown, q: String, draft: Draft) -> Result<PersonPage, Problem> {
    let w = f.w;
    let person = &shown.person;
    let path = format!("{}/people/{}", f.base(), person.id);
    let (requests, next) = Asking::all(&f, &shown.requests, &path);
    let (mut hits, hits_said) = hits(web, &f, &q).await?;
    hits.retain(|hit| hit.id != person.id.to_string());
    let other = |person: &people::view::Person| Other {
        id: person.id.to_string(),
        name: person.name.clone(),
    };
    let mut meta = vec![crate::appointments::language(w, &person.language)];
    if person.interpreter {
        meta.push(w.t("interpreter"));
    }
    meta.push(w.with("known-since", "date", f.when.date(person.created_at)));
    Ok(PersonPage {
        id: person.id.to_string(),
        name: person.name.clone(),
        version: person.version,
        language: person.language.clone(),
        interpreter: draft.ticked("who", "interpreter", person.interpreter),
        confidential_new: draft.ticked("point", "confidential", false),
        meta: meta.join(" · "),
        notices: draft.notices(w),
        confidential: shown.points.iter().any(|reached| reached.point.confidential),
        points: shown
            .points
            .iter()
            .map(|reached| Point::new(&f, reached, &draft))
            .collect(),
        ties: shown.relations.iter().map(|one| Tie::new(&f, one)).collect(),
        joined: shown.joined.iter().map(other).collect(),
        alike: shown.alike.iter().map(other).collect(),
        visits: shown
            .to_schedule
            .iter()
            .map(|listed| Visit {
                href: format!("{}/to-schedule/{}", f.base(), listed.item.id),
                what: listed.wish.what.clone(),
                meta: crate::appointments::standing(&f, listed),
            })
            .collect(),
        requests,
        next,
        q,
        hits,
        hits_said,
        draft,
        f,
    })
}

/// Somebody new.
#[derive(Template)]
#[template(path = "people/new.html")]
struct NewPage<'a> {
    f: Staff,
    title: String,
    lead: String,
    action: String,
    fields: Vec<Field>,
    /// For a person: whether an interpreter is needed.
    interpreter: Option<bool>,
    hidden: Vec<(&'static str, String)>,
    mistakes: &'a Mistakes,
}

impl NewPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

fn new_page<'a>(f: Staff, typed: &Fields, mistakes: &'a Mistakes) -> NewPage<'a> {
    let w = f.w;
    let line = |id: &'static str| {
        Field::line(id, w.of("people-field", id))
            .auto("off")
            .typed(typed.text(id), mistakes)
    };
    let options = languages(w, "")
        .into_iter()
        .map(|choice| (choice.value, choice.label));
    let mut language = line("language").options(options.collect());
    if language.value.is_empty() {
        w.tag().clone_into(&mut language.value);
    }
    NewPage {
        title: w.t("person-new"),
        lead: w.t("person-new-lead"),
        action: format!("{}/people/new", f.base()),
        fields: vec![
            line("name").required(),
            line("phone").of_kind("tel").optional(w.t("optional")),
            line("email").of_kind("email").optional(w.t("optional")),
            language,
        ],
        interpreter: Some(typed.ticked("interpreter")),
        hidden: Vec::new(),
        mistakes,
        f,
    }
}

pub(super) async fn form(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "people");
    show_as(
        StatusCode::OK,
        &new_page(f, &Fields::default(), &Mistakes::default()),
    )
}

pub(super) async fn add(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let person = TypedPerson {
        name: typed.owned("name"),
        language: typed.owned("language"),
        interpreter: typed.ticked("interpreter"),
    };
    let points = ["phone", "email"].map(|field| TypedPoint {
        address: typed.owned(field),
        confidential: false,
    });
    let base = format!("/desk/{}/people", seat.desk.practice.slug);
    match people::add_person(&web.app, &seat.desk, &person, &points).await {
        Ok(id) => Ok(Redirect::to(&format!("{base}/{id}")).into_response()),
        Err(anteroom_app::Failure::Invalid(faults)) => {
            let f = Staff::new(&web, seat, &tongue, "people");
            let mistakes = Mistakes::of(&faults, f.w, |field| f.w.of("people-field", field));
            show_as(StatusCode::UNPROCESSABLE_ENTITY, &new_page(f, &typed, &mistakes))
        }
        Err(failure) => Err(failure.into()),
    }
}
