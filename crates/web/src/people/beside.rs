//! What stands of people beside a request: about whom it is, who must not be told, the chart, the visit to agree on.

use anteroom_app::requests::view::Page;

use super::{Notice, Tie, date};
use crate::frame::Staff;

/// The people of a request, in words.
pub(crate) struct Beside {
    pub person: String,
    pub patient: String,
    pub patient_name: String,
    pub patient_meta: String,
    /// Whom it may be about instead.
    pub ties: Vec<Tie>,
    pub chart: String,
    pub confidential: bool,
    pub visit: String,
    pub visit_said: String,
    /// What the composer warns of; empty for nothing.
    pub warning: String,
}

impl Beside {
    pub(crate) fn new(f: &Staff, page: &Page) -> Self {
        let (w, of) = (f.w, &page.people);
        let patient = of.patient.as_ref();
        let mut meta: Vec<String> = Vec::new();
        if let Some(patient) = patient {
            meta.extend(patient.born.map(|born| w.with("born", "date", date(w, born))));
            let record = patient.record_number.as_deref();
            meta.extend(record.map(|number| w.with("record-is", "number", number)));
        }
        Self {
            person: of.person.map_or_else(String::new, |person| person.to_string()),
            patient: patient.map_or_else(String::new, |patient| patient.id.to_string()),
            patient_name: patient.map_or_else(String::new, |patient| patient.name.clone()),
            patient_meta: meta.join(" · "),
            ties: of
                .choices
                .iter()
                .filter(|one| patient.is_none_or(|patient| patient.id != one.related.patient.id))
                .map(|one| Tie::new(f, one))
                .collect(),
            chart: of.chart.clone().unwrap_or_default(),
            confidential: of.confidential,
            visit: of
                .to_schedule
                .as_ref()
                .map_or_else(String::new, |listed| listed.item.id.to_string()),
            visit_said: of
                .to_schedule
                .as_ref()
                .map_or_else(String::new, |listed| crate::appointments::standing(f, listed)),
            warning: if of.barred_here {
                w.t("barred-warning")
            } else {
                String::new()
            },
        }
    }
}

/// What is said loudly above the thread: who asks must not be told.
pub(crate) fn notices(f: &Staff, page: &Page) -> Vec<Notice> {
    let of = &page.people;
    if of.barred.is_empty() && !of.barred_here {
        return Vec::new();
    }
    let names = of.barred.join(", ");
    let (title, text) = if of.barred_here {
        ("barred-here", "barred-here-help")
    } else {
        ("barred-maybe", "barred-maybe-help")
    };
    let who = if page.row.person.is_empty() {
        f.w.t("somebody")
    } else {
        page.row.person.clone()
    };
    vec![Notice {
        class: "s-broken",
        title: f.w.with2(title, ("name", who), ("patient", names)),
        text: f.w.t(text),
    }]
}
