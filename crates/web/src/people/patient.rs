//! A patient's page: who they are, who belongs to them, what was asked about them. And the form of somebody new.

use anteroom_app::people::view::{PatientPage as Shown, TypedPatient, TypedRelation};
use anteroom_app::{Failure, people, requests};
use anteroom_core::ids::{PatientId, PersonId};
use anteroom_core::people::RelationKind;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::leaving::Visits;
use super::person::before;
use super::{Asking, Draft, Notice, Tie, barred};
use crate::Web;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

#[derive(Template)]
#[template(path = "people/patient.html")]
struct PatientPage {
    f: Staff,
    id: String,
    name: String,
    born: String,
    born_said: String,
    record: String,
    version: i64,
    chart: String,
    notices: Vec<Notice>,
    ties: Vec<Tie>,
    requests: Vec<Asking>,
    next: Option<String>,
    visits: Visits,
    draft: Draft,
}

impl PatientPage {
    /// Whom a court order keeps from them.
    fn barred(&self) -> Vec<String> {
        barred(self.f.w, &self.ties)
    }
}

pub(super) fn id(text: &str) -> Result<PatientId, Problem> {
    text.parse().map_err(|_| Problem::Missing)
}

fn typed_patient(typed: &Fields) -> TypedPatient {
    TypedPatient {
        name: typed.owned("name"),
        born: typed.owned("born"),
        record_number: typed.owned("record-number"),
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, patient)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let shown = people::patient(&web.app, &seat.desk, id(&patient)?, before(&query)?).await?;
    let f = Staff::new(&web, seat, &tongue, "people");
    show_as(StatusCode::OK, &built(f, &shown, Draft::default()))
}

fn built(f: Staff, shown: &Shown, draft: Draft) -> PatientPage {
    let patient = &shown.patient;
    let path = format!("{}/patients/{}", f.base(), patient.id);
    let (requests, next) = Asking::all(&f, &shown.requests, &path);
    let born_said = patient
        .born
        .map(|born| f.w.with("born", "date", super::date(f.w, born)));
    PatientPage {
        id: patient.id.to_string(),
        name: patient.name.clone(),
        born: patient.born.map_or_else(String::new, |born| born.to_string()),
        born_said: born_said.unwrap_or_default(),
        record: patient.record_number.clone().unwrap_or_default(),
        version: patient.version,
        chart: shown.chart.clone().unwrap_or_default(),
        notices: draft.notices(f.w),
        ties: shown.relations.iter().map(|one| Tie::new(&f, one)).collect(),
        requests,
        next,
        visits: Visits::new(&f, &shown.visits),
        draft,
        f,
    }
}

/// The page with a form that did not go.
pub(super) async fn again(
    (web, tongue, seat): (&Web, &Tongue, Seat),
    id: PatientId,
    status: StatusCode,
    draft: Draft,
) -> Result<Response, Problem> {
    let shown = people::patient(&web.app, &seat.desk, id, None).await?;
    let f = Staff::new(web, seat, tongue, "people");
    show_as(status, &built(f, &shown, draft))
}

pub(super) async fn set(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((slug, patient)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = id(&patient)?;
    let seen = typed.parsed("seen").unwrap_or(0);
    let done = people::set_patient(&web.app, &seat.desk, id, seen, &typed_patient(&typed)).await;
    let failure = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/desk/{slug}/patients/{id}")).into_response()),
        Err(failure) => failure,
    };
    let (status, failure) = Draft::status(failure)?;
    let draft = Draft {
        form: "who".to_owned(),
        fields: typed,
        failure: Some(failure),
    };
    again((&web, &tongue, seat), id, status, draft).await
}

#[derive(Template)]
#[template(path = "people/new.html")]
struct NewPage<'a> {
    f: Staff,
    title: String,
    lead: String,
    action: String,
    fields: Vec<Field>,
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

/// Whom the new patient is added to: a person, and a request that is about them.
const OF: [&str; 2] = ["person", "request"];

fn new_page<'a>(f: Staff, typed: &Fields, mistakes: &'a Mistakes) -> NewPage<'a> {
    let w = f.w;
    let line = |id: &'static str| {
        Field::line(id, w.of("people-field", id))
            .auto("off")
            .typed(typed.text(id), mistakes)
    };
    let mut fields = vec![
        line("name").required(),
        line("born").of_kind("date").optional(w.t("optional")),
        line("record-number").optional(w.t("optional")),
    ];
    if !typed.text("person").is_empty() {
        let options = super::kinds(w, "")
            .into_iter()
            .map(|choice| (choice.value, choice.label));
        let kind = line("kind").options(options.collect());
        fields.push(kind.help(w.t("relation-new-help")));
    }
    NewPage {
        title: w.t("patient-new"),
        lead: w.t("patient-new-lead"),
        action: format!("{}/patients/new", f.base()),
        fields,
        interpreter: None,
        hidden: OF.map(|of| (of, typed.owned(of))).into_iter().collect(),
        mistakes,
        f,
    }
}

pub(super) async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "people");
    show_as(StatusCode::OK, &new_page(f, &query, &Mistakes::default()))
}

pub(super) async fn add(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    match added(&web, &seat, &typed).await {
        Ok(to) => Ok(Redirect::to(&to).into_response()),
        Err(Failure::Invalid(faults)) => {
            let f = Staff::new(&web, seat, &tongue, "people");
            let mistakes = Mistakes::of(&faults, f.w, |field| f.w.of("people-field", field));
            show_as(StatusCode::UNPROCESSABLE_ENTITY, &new_page(f, &typed, &mistakes))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Adds the patient, says to whom they belong and about them the request is, and gives the page to go to. Where the way there
/// is refused, the patient is added all the same and their page shows what else is.
async fn added(web: &Web, seat: &Seat, typed: &Fields) -> Result<String, Failure> {
    let (app, desk) = (&web.app, &seat.desk);
    let base = format!("/desk/{}", desk.practice.slug);
    let kind = typed.choice::<RelationKind>("kind")?;
    let patient = people::add_patient(app, desk, &typed_patient(typed)).await?;
    if let (Some(person), Some(kind)) = (typed.parsed::<PersonId>("person"), kind) {
        let relation = TypedRelation {
            kind,
            verified: false,
            until: String::new(),
            seen: None,
        };
        people::relate(app, desk, (person, patient), &relation).await?;
    }
    if let Some(number) = typed.parsed::<i64>("request") {
        requests::concern(app, desk, number, Some(patient)).await?;
        return Ok(format!("{base}/requests/{number}"));
    }
    Ok(match typed.text("person") {
        "" => format!("{base}/patients/{patient}"),
        person => format!("{base}/people/{person}#relations"),
    })
}
