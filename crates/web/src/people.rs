//! People and patients at the desk: finding somebody, a person's page, a patient's page, and about whom a request is. It knows
//! no rule of who may be told what; core does, and the pages say it loudly.

use anteroom_app::people::view::{Asked, Askings, Found, Relation, Who};
use anteroom_app::{Failure, people};
use anteroom_core::access::Right;
use anteroom_core::limits;
use anteroom_core::people::RelationKind;
use anteroom_core::people::relations::Standing;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;

use crate::Web;
use crate::errors::{Problem, noted, show_as};
use crate::forms::{Fields, Mistakes, Query, encoded};
use crate::frame::Staff;
use crate::i18n::{Lang, Tongue, Words};
use crate::seat::Seat;
use crate::table::{Needs, Route};

mod about;
mod acts;
pub(crate) mod beside;
mod copy;
mod leaving;
mod patient;
mod person;

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::get("/desk/{slug}/people", work, find),
        Route::get("/desk/{slug}/people/new", work, person::form),
        Route::post("/desk/{slug}/people/new", work, person::add),
        Route::get("/desk/{slug}/people/{person}", work, person::show),
        Route::post("/desk/{slug}/people/{person}", work, acts::set),
        Route::post("/desk/{slug}/people/{person}/contacts", work, acts::add_point),
        Route::post(
            "/desk/{slug}/people/{person}/contacts/{contact}",
            work,
            acts::set_point,
        ),
        Route::post("/desk/{slug}/people/{person}/relations", work, acts::relate),
        Route::post("/desk/{slug}/people/{person}/joining", work, acts::join),
        Route::post("/desk/{slug}/people/{person}/parting", work, acts::part),
        Route::get("/desk/{slug}/patients/new", work, patient::form),
        Route::post("/desk/{slug}/patients/new", work, patient::add),
        Route::get("/desk/{slug}/patients/{patient}", work, patient::show),
        Route::post("/desk/{slug}/patients/{patient}", work, patient::set),
        Route::post("/desk/{slug}/patients/{patient}/departure", work, leaving::leave),
        Route::post("/desk/{slug}/patients/{patient}/return", work, leaving::come_back),
        Route::post("/desk/{slug}/patients/{patient}/heard", work, leaving::hear),
        Route::get("/desk/{slug}/requests/{number}/about", work, about::choose),
        Route::post("/desk/{slug}/requests/{number}/about", work, about::set),
        Route::get("/desk/{slug}/requests/{number}/copy", work, copy::copy),
    ]
}

/// Something that is said above a page.
pub(crate) struct Notice {
    pub class: &'static str,
    pub title: String,
    pub text: String,
}

/// An option of a select, and whether it stands.
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

impl Choice {
    pub(crate) fn new(value: &str, label: String, present: &str) -> Self {
        Self {
            value: value.to_owned(),
            label,
            chosen: value == present,
        }
    }
}

/// What was typed into one of a page's forms, and why it did not go.
#[derive(Default)]
pub(crate) struct Draft {
    /// Which form.
    pub form: String,
    pub fields: Fields,
    pub failure: Option<Failure>,
}

impl Draft {
    /// What a field shows: what was typed into that form, else what stands.
    pub(crate) fn value<'a>(&'a self, form: &str, field: &str, stands: &'a str) -> &'a str {
        if self.form == form {
            self.fields.text(field)
        } else {
            stands
        }
    }

    pub(crate) fn ticked(&self, form: &str, field: &str, stands: bool) -> bool {
        if self.form == form {
            self.fields.ticked(field)
        } else {
            stands
        }
    }

    /// The status of a page with it; a failure that the page can't show is a page of its own.
    pub(crate) fn status(failure: Failure) -> Result<(StatusCode, Failure), Problem> {
        match failure {
            Failure::People(_) | Failure::Appointment(_) | Failure::Refused(_) => {
                Ok((StatusCode::CONFLICT, failure))
            }
            Failure::Invalid(_) => Ok((StatusCode::UNPROCESSABLE_ENTITY, failure)),
            failure if failure.is_busy() => {
                noted(&failure);
                Ok((StatusCode::SERVICE_UNAVAILABLE, failure))
            }
            failure => Err(failure.into()),
        }
    }

    /// What is said above the page of why it did not go.
    pub(crate) fn notices(&self, w: Words) -> Vec<Notice> {
        let said = match &self.failure {
            None => return Vec::new(),
            Some(Failure::Invalid(faults)) => {
                let mistakes = Mistakes::of(faults, w, |field| w.of("people-field", field));
                let lines = mistakes.all().iter().map(|mistake| mistake.text.clone());
                return lines
                    .map(|title| Notice {
                        class: "s-broken",
                        title,
                        text: String::new(),
                    })
                    .collect();
            }
            Some(Failure::People(refusal)) => w.of("refusal-people", refusal.as_str()),
            Some(Failure::Appointment(refusal)) => w.of("refusal-schedule", refusal.as_str()),
            Some(Failure::Refused(refusal)) => crate::errors::refused(w, *refusal),
            Some(_) => {
                let (title, text) = Problem::Busy.said(w);
                return vec![Notice {
                    class: "s-risk",
                    title,
                    text,
                }];
            }
        };
        vec![Notice {
            class: "s-risk",
            title: said,
            text: String::new(),
        }]
    }
}

/// The languages that somebody can be written to in, and another one that they have.
pub(crate) fn languages(w: Words, present: &str) -> Vec<Choice> {
    let known = match Lang::of_tag(present) {
        Some(lang) => lang.as_str(),
        None => present,
    };
    let mut choices: Vec<_> = Lang::ALL
        .iter()
        .map(|lang| Choice::new(lang.as_str(), w.of("language", lang.as_str()), known))
        .collect();
    if !present.is_empty() && choices.iter().all(|choice| !choice.chosen) {
        choices.push(Choice::new(present, present.to_owned(), present));
    }
    choices
}

/// The ways in which a person belongs to a patient.
pub(crate) fn kinds(w: Words, present: &str) -> Vec<Choice> {
    let choice = |kind: &RelationKind| Choice::new(kind.as_str(), w.of("relation", kind.as_str()), present);
    RelationKind::ALL.iter().map(choice).collect()
}

/// A relation in words, as seen from either side.
pub(crate) struct Tie {
    /// The person whose row it is.
    pub person: String,
    pub person_name: String,
    pub patient: String,
    pub patient_name: String,
    pub kind: String,
    /// The kind's own word.
    pub word: &'static str,
    pub born: String,
    pub record: String,
    pub standing: String,
    pub class: &'static str,
    /// A court order that holds.
    pub barred: bool,
    pub ticked: bool,
    pub verified: String,
    /// The date in a form, and in words.
    pub until: String,
    pub until_said: String,
    pub version: i64,
    pub chart: String,
}

impl Tie {
    pub(crate) fn new(f: &Staff, relation: &Relation) -> Self {
        let (w, one) = (f.w, &relation.related);
        let until = one.relation.valid_until;
        let born = one.patient.born;
        Self {
            person: one.relation.person.to_string(),
            person_name: one.person.clone(),
            patient: one.patient.id.to_string(),
            patient_name: one.patient.name.clone(),
            kind: w.of("relation", one.relation.kind.as_str()),
            word: one.relation.kind.as_str(),
            born: born.map_or_else(String::new, |born| w.with("born", "date", date(w, born))),
            record: one.patient.record_number.clone().unwrap_or_default(),
            standing: w.of("relation-standing", relation.standing.as_str()),
            class: match relation.standing {
                Standing::Barred => "s-broken",
                Standing::Verified => "s-kept",
                Standing::Unverified => "s-risk",
                Standing::Ended => "s-unmeasured",
            },
            barred: relation.standing == Standing::Barred,
            ticked: one.relation.verified,
            verified: one.verified.as_ref().map_or_else(String::new, |verified| {
                w.with2(
                    "verified-by",
                    ("name", verified.name.clone()),
                    ("when", f.when.moment(verified.at)),
                )
            }),
            until: until.map_or_else(String::new, |until| until.to_string()),
            until_said: until.map_or_else(String::new, |until| w.with("until", "date", date(w, until))),
            version: one.version,
            chart: relation.chart.clone().unwrap_or_default(),
        }
    }
}

/// A date of somebody's life, with its year.
pub(crate) fn date(w: Words, date: Date) -> String {
    let values = [
        ("day", i64::from(date.day()).into()),
        ("month", w.with("when-month", "n", i64::from(date.month())).into()),
        ("year", date.year().to_string().into()),
    ];
    w.all("when-date-year", &values)
}

/// What is said loudly of those whom a court order keeps from a patient.
fn barred(w: Words, ties: &[Tie]) -> Vec<String> {
    let barred = ties.iter().filter(|tie| tie.barred);
    barred
        .map(|tie| {
            let (name, patient) = (tie.person_name.clone(), tie.patient_name.clone());
            w.with2("barred-from", ("name", name), ("patient", patient))
        })
        .collect()
}

/// A request in a list of somebody's, in words.
pub(crate) struct Asking {
    pub href: String,
    pub number: i64,
    pub subject: String,
    pub meta: String,
    pub person: String,
    pub patient: String,
}

impl Asking {
    pub(crate) fn new(f: &Staff, row: &Asked) -> Self {
        let w = f.w;
        let kind = crate::ask::kind_name(w, "kind-of", &row.kind, &row.kind_name);
        let standing = w.of("standing", row.state.as_str());
        let door = w.of("door-of", row.door.as_str());
        Self {
            href: format!("{}/requests/{}", f.base(), row.number),
            number: row.number,
            subject: if row.subject.is_empty() {
                w.t("words-hidden")
            } else {
                crate::calls::subject(w, &row.subject)
            },
            meta: format!("{} · {door} · {kind} · {standing}", f.when.moment(row.opened_at)),
            person: row.person.clone(),
            patient: row.patient.clone(),
        }
    }

    /// A page of them, and the way to the next.
    pub(crate) fn all(f: &Staff, askings: &Askings, path: &str) -> (Vec<Self>, Option<String>) {
        let rows = askings.rows.iter().map(|row| Self::new(f, row)).collect();
        let next = askings.next.map(|next| format!("{path}?before={next}#requests"));
        (rows, next)
    }
}

/// Somebody who was found, in words.
pub(crate) struct Hit {
    pub id: String,
    pub href: String,
    pub name: String,
    pub person: bool,
    pub meta: String,
}

impl Hit {
    pub(crate) fn new(f: &Staff, found: &Found) -> Self {
        let w = f.w;
        match &found.who {
            Who::Person(id, joined_to) => Self {
                id: joined_to.unwrap_or(*id).to_string(),
                href: format!("{}/people/{}", f.base(), joined_to.unwrap_or(*id)),
                name: found.name.clone(),
                person: true,
                meta: [
                    Some(match joined_to {
                        Some(_) => w.t("found-joined"),
                        None => w.t("found-person"),
                    }),
                    found.asked.map(|(number, at)| {
                        let number = ("number", number.to_string());
                        w.with2("found-asked", number, ("when", f.when.moment(at)))
                    }),
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
            },
            Who::Patient(id, born, record) => {
                let mut meta = vec![w.t("found-patient")];
                meta.extend(born.map(|born| w.with("born", "date", date(w, born))));
                meta.extend(
                    record
                        .as_ref()
                        .map(|number| w.with("record-is", "number", number.as_str())),
                );
                Self {
                    id: id.to_string(),
                    href: format!("{}/patients/{id}", f.base()),
                    name: found.name.clone(),
                    person: false,
                    meta: meta.join(" · "),
                }
            }
        }
    }
}

/// Whoever was found beside something else: a few, with what is wrong with the search.
pub(crate) async fn hits(web: &Web, f: &Staff, q: &str) -> Result<(Vec<Hit>, String), Problem> {
    if q.trim().is_empty() {
        return Ok((Vec::new(), String::new()));
    }
    let most = usize::try_from(limits::CHOICES).unwrap_or(usize::MAX);
    match people::find(&web.app, &f.seat.desk, q, None).await {
        Ok(finds) if finds.rows.is_empty() => Ok((Vec::new(), f.w.t("found-nobody"))),
        Ok(finds) => {
            let more = finds.next.is_some() || finds.rows.len() > most;
            let hits = finds.rows.iter().take(most).map(|row| Hit::new(f, row));
            let said = if more { f.w.t("found-more") } else { String::new() };
            Ok((hits.collect(), said))
        }
        Err(Failure::Invalid(faults)) => Ok((Vec::new(), mistake(f.w, &faults))),
        Err(failure) => Err(failure.into()),
    }
}

fn mistake(w: Words, faults: &[anteroom_app::FieldFault]) -> String {
    Mistakes::of(faults, w, |field| w.of("people-field", field)).at("q")
}

#[derive(Template)]
#[template(path = "people/find.html")]
struct FindPage {
    f: Staff,
    q: String,
    mistake: String,
    hits: Vec<Hit>,
    /// Whether something was looked for.
    asked: bool,
    next: Option<String>,
    first: bool,
}

async fn find(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "people");
    let q = query.owned("q");
    let after = Some(query.text("after")).filter(|after| !after.is_empty());
    let mut page = FindPage {
        asked: !q.trim().is_empty(),
        mistake: String::new(),
        hits: Vec::new(),
        next: None,
        first: after.is_none(),
        q,
        f,
    };
    let mut status = StatusCode::OK;
    if page.asked {
        match people::find(&web.app, &page.f.seat.desk, &page.q, after).await {
            Ok(finds) => {
                page.hits = finds.rows.iter().map(|row| Hit::new(&page.f, row)).collect();
                page.next = finds.next.map(|next| {
                    let (q, next) = (encoded(&page.q), encoded(&next));
                    format!("{}/people?q={q}&after={next}", page.f.base())
                });
            }
            Err(Failure::Invalid(faults)) => {
                status = StatusCode::UNPROCESSABLE_ENTITY;
                page.mistake = mistake(page.f.w, &faults);
            }
            Err(failure) => return Err(failure.into()),
        }
    }
    show_as(status, &page)
}

#[cfg(test)]
mod stories;
