//! The doctors whom the practice's pages name: which of the clinicians, and what stands of them.

use anteroom_app::places::doctors::{self, Clinician, Typed};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::Right;
use anteroom_core::ids::MemberId;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{Filled, FormPage, Part, Row, RowsPage, Say, Sent, save_button, saved, sent};
use super::{Leaf, Link, Side, count};
use crate::Web;
use crate::errors::{Problem, show, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "doctors",
    right: Right::Manage,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let needs = Needs::Desk(LEAF.right);
    vec![
        Route::get("/desk/{slug}/settings/doctors", needs, list),
        Route::get("/desk/{slug}/settings/doctors/{member}", needs, form),
        Route::post("/desk/{slug}/settings/doctors/{member}", needs, save),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    f.w.with("doctors-state", "n", count(now.doctors))
}

/// The fields of the form, in its order.
const ORDER: [&str; 6] = ["shown", "title", "languages", "accepting", "about.en", "about.es"];
/// The words among them, each with its language.
const WORDS: [(&str, &str); 2] = [("about.en", "en"), ("about.es", "es")];

async fn list(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let all = doctors::clinicians(&web.app, &seat.desk.practice).await?;
    let f = Staff::new(&web, seat, &tongue, "settings");
    let path = format!("{}/settings/doctors", f.base());
    let rows = all.into_iter().map(|clinician| Row {
        href: format!("{path}/{}", clinician.member),
        lines: vec![match &clinician.doctor {
            Some(doctor) if doctor.accepting => f.w.t("doctors-accepting"),
            Some(_) => f.w.t("doctors-full"),
            None => f.w.t("doctors-hidden"),
        }],
        title: clinician.name,
        raise: String::new(),
    });
    show(&RowsPage {
        rows: rows.collect(),
        s: Side::new(&f, LEAF.name).saved(&query),
        says: Vec::new(),
        empty: f.w.t("doctors-none"),
        add: Vec::new(),
        f,
    })
}

/// What stands now, by field.
fn present(clinician: &Clinician) -> Vec<(&'static str, String)> {
    let yes = |yes: bool| if yes { "1" } else { "" }.to_owned();
    let doctor = clinician.doctor.as_ref();
    let words = |language: &str| {
        let all = doctor.map(|doctor| doctor.words.as_slice()).unwrap_or_default();
        let found = all.iter().find(|(of, _)| of == language);
        found.map(|(_, words)| words.clone()).unwrap_or_default()
    };
    vec![
        ("shown", yes(doctor.is_some())),
        (
            "title",
            doctor.map(|doctor| doctor.title.clone()).unwrap_or_default(),
        ),
        (
            "languages",
            doctor
                .map(|doctor| doctor.languages.join(", "))
                .unwrap_or_default(),
        ),
        ("accepting", yes(doctor.is_some_and(|doctor| doctor.accepting))),
        ("about.en", words("en")),
        ("about.es", words("es")),
    ]
}

async fn page(
    web: &Web,
    f: Staff,
    word: &str,
    typed: Option<&Fields>,
    (status, mistakes, say): (StatusCode, &Mistakes, Option<Say>),
) -> Result<Response, Problem> {
    let all = doctors::clinicians(&web.app, f.practice()).await?;
    let found = all
        .into_iter()
        .find(|clinician| clinician.member.to_string() == word);
    let clinician = found.ok_or(Problem::Missing)?;
    let (list, w) = (format!("{}/settings/doctors", f.base()), f.w);
    let filled = Filled {
        w,
        present: present(&clinician),
        typed,
        mistakes,
        overtaken: say.is_some(),
    };
    let parts: Vec<Part> = vec![
        filled.tick("shown"),
        filled.line("title").into(),
        filled.line("languages").into(),
        filled.tick("accepting"),
        filled.line("about.en").of_kind("textarea").into(),
        filled.line("about.es").of_kind("textarea").into(),
    ];
    show_as(
        status,
        &FormPage {
            s: Side::new(&f, LEAF.name).titled(clinician.name),
            back: Some(Link::to(list.clone(), w.of("settings-title", LEAF.name))),
            says: say.into_iter().collect(),
            mistakes,
            action: format!("{list}/{word}"),
            seen: clinician.version,
            parts,
            buttons: vec![save_button(w)],
            extras: Vec::new(),
            f,
        },
    )
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    page(&web, f, &word, None, (StatusCode::OK, &Mistakes::default(), None)).await
}

async fn save(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, word)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = Hand::member(seat.desk.member.id, typed.text("seen"));
    let member: MemberId = word.parse().map_err(|_| Problem::Missing)?;
    let words = WORDS.map(|(field, language)| (field, language, typed.owned(field)));
    let told = Typed {
        shown: typed.ticked("shown"),
        title: typed.owned("title"),
        languages: typed.owned("languages"),
        accepting: typed.ticked("accepting"),
        words: words.into(),
    };
    let done = doctors::set(&web.app, &seat.desk.practice, &hand, member, &told).await;
    let f = Staff::new(&web, seat, &tongue, "settings");
    match sent(&f, done, &ORDER)? {
        Sent::Done => Ok(saved(&format!("{}/settings/doctors", f.base()))),
        Sent::Back(status, mistakes, say) => {
            page(&web, f, &word, Some(&typed), (status, &mistakes, say)).await
        }
    }
}
