//! What stands of visits on a patient's page: the last ones, why the patient comes no more, how they heard of the practice.

use anteroom_app::visits::{self as app, Beside, Shown};
use anteroom_app::{Failure, FieldFault};
use anteroom_core::ids::PatientId;
use anteroom_core::text::Fault;
use anteroom_core::visits::{Heard, Left, Status};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;

use super::{Choice, Draft, date, patient};
use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};

/// A visit, in words.
pub(super) struct Visit {
    pub when: String,
    pub standing: String,
    pub class: &'static str,
    pub with: String,
    pub sensitive: bool,
}

/// The page's part.
pub(super) struct Visits {
    pub rows: Vec<Visit>,
    /// Why and since when they come no more; empty while they do.
    pub left: String,
    pub reasons: Vec<Choice>,
    pub heard: Vec<Choice>,
    pub heard_said: String,
}

fn visit(f: &Staff, shown: &Shown) -> Visit {
    let with = [shown.doctor.as_str(), shown.location.as_str()];
    let with: Vec<&str> = with.into_iter().filter(|part| !part.is_empty()).collect();
    Visit {
        when: f.w.with2(
            "day-at",
            ("day", date(f.w, f.when.day_of(shown.starts))),
            ("clock", f.when.clock(shown.starts)),
        ),
        standing: f.w.of("visit-status", shown.status.as_str()),
        class: match shown.status {
            Status::Fulfilled | Status::Arrived | Status::CheckedIn => "s-kept",
            Status::NoShow => "s-broken",
            _ => "s-unmeasured",
        },
        with: with.join(" · "),
        sensitive: shown.sensitive,
    }
}

impl Visits {
    pub(super) fn new(f: &Staff, beside: &Beside) -> Self {
        let w = f.w;
        let left = beside.left.map(|left| {
            w.with2(
                "patient-left-said",
                ("why", w.of("left", left.reason.as_str())),
                ("date", date(w, left.on)),
            )
        });
        let present = beside.heard.map_or("", Heard::as_str);
        let known = Heard::ALL.iter().map(|heard| heard.as_str());
        let mut heard = vec![Choice::new("", w.of("heard", "unsaid"), present)];
        heard.extend(known.map(|word| Choice::new(word, w.of("heard", word), present)));
        Self {
            rows: beside.visits.iter().map(|shown| visit(f, shown)).collect(),
            left: left.unwrap_or_default(),
            reasons: Left::ALL
                .iter()
                .map(|why| Choice::new(why.as_str(), w.of("left", why.as_str()), ""))
                .collect(),
            heard_said: match beside.heard {
                Some(heard) => w.with("patient-heard-said", "how", w.of("heard", heard.as_str())),
                None => w.t("patient-heard"),
            },
            heard,
        }
    }
}

/// To the patient's page again, or why it did not go.
async fn done(
    (web, tongue, seat): (&Web, &Tongue, Seat),
    id: PatientId,
    (form, typed): (&str, Fields),
    done: Result<(), Failure>,
) -> Result<Response, Problem> {
    let failure = match done {
        Ok(()) => {
            let to = format!("/desk/{}/patients/{id}#visits", seat.desk.practice.slug);
            return Ok(Redirect::to(&to).into_response());
        }
        Err(failure) => failure,
    };
    let (status, failure) = Draft::status(failure)?;
    let draft = Draft {
        form: form.to_owned(),
        fields: typed,
        failure: Some(failure),
    };
    patient::again((web, tongue, seat), id, status, draft).await
}

pub(super) async fn leave(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, patient)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = patient::id(&patient)?;
    let fault = |field| {
        Failure::Invalid(vec![FieldFault {
            field,
            fault: Fault::Shape,
        }])
    };
    let asked = || {
        let why = typed.choice::<Left>("left")?.ok_or_else(|| fault("left"))?;
        let on = match typed.text("left-on") {
            "" => None,
            text => Some(text.parse::<Date>().map_err(|_| fault("left-on"))?),
        };
        Ok((why, on))
    };
    let left = match asked() {
        Ok((why, on)) => app::leave(&web.app, &seat.desk, id, why, on).await,
        Err(failure) => Err(failure),
    };
    done((&web, &tongue, seat), id, ("left", typed), left).await
}

pub(super) async fn come_back(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, patient)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = patient::id(&patient)?;
    let back = app::come_back(&web.app, &seat.desk, id).await;
    done((&web, &tongue, seat), id, ("back", typed), back).await
}

pub(super) async fn hear(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, patient)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = patient::id(&patient)?;
    let heard = match typed.choice::<Heard>("heard") {
        Ok(heard) => app::hear(&web.app, &seat.desk, id, heard).await,
        Err(failure) => Err(failure),
    };
    done((&web, &tongue, seat), id, ("heard", typed), heard).await
}
