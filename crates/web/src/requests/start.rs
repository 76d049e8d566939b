//! A request that staff start, on the phone or at the counter: who, how to reach them, and what they need.

use anteroom_app::practices::facts;
use anteroom_app::requests::view::Ask;
use anteroom_app::{Failure, requests};
use anteroom_core::requests::Urgency;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use data_encoding::HEXLOWER;

use crate::Web;
use crate::ask::kind_name;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::Staff;
use crate::i18n::{Lang, Tongue, Words};
use crate::seat::{Seat, Written};

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage<'a> {
    f: Staff,
    fields: Vec<Field>,
    interpreter: bool,
    key: String,
    mistakes: &'a Mistakes,
}

impl StartPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

/// The fields as they stand on the page.
const ORDER: [&str; 9] = [
    "name", "phone", "email", "about", "words", "kind", "urgency", "language", "location",
];

fn label(w: Words, field: &str) -> String {
    w.maybe("start-field", field).unwrap_or_else(|| field.to_owned())
}

async fn page<'a>(
    web: &Web,
    f: Staff,
    typed: &Fields,
    mistakes: &'a Mistakes,
) -> Result<StartPage<'a>, Problem> {
    let w = f.w;
    let facts = facts(&web.app, f.practice()).await?;
    let line = |id: &'static str| {
        Field::line(id, label(w, id))
            .auto("off")
            .typed(typed.text(id), mistakes)
    };
    let kinds = facts
        .kinds
        .iter()
        .map(|kind| (kind.code.clone(), kind_name(w, "kind-of", &kind.code, &kind.name)));
    let urgencies = Urgency::ALL
        .iter()
        .map(|urgency| (urgency.to_string(), w.of("urgency", urgency.as_str())));
    let languages = Lang::ALL
        .iter()
        .map(|lang| (lang.to_string(), w.of("language", lang.as_str())));
    let mut kind = line("kind").options(kinds.collect());
    let mut urgency = line("urgency").options(urgencies.collect());
    let mut language = line("language").options(languages.collect());
    for (field, usual) in [
        (&mut kind, "other"),
        (&mut urgency, Urgency::Normal.as_str()),
        (&mut language, w.tag()),
    ] {
        if field.value.is_empty() {
            usual.clone_into(&mut field.value);
        }
    }
    let mut fields = vec![
        line("name").required(),
        line("phone").of_kind("tel"),
        line("email").of_kind("email"),
        line("about").optional(w.t("optional")),
        line("words").of_kind("textarea").required(),
        kind,
        urgency,
        language,
    ];
    if facts.locations.len() > 1 {
        let mut options = vec![(String::new(), w.t("ask-location-any"))];
        options.extend(
            facts
                .locations
                .iter()
                .map(|place| (place.id.to_string(), place.name.clone())),
        );
        fields.push(line("location").options(options));
    }
    let key = Some(typed.owned("key")).filter(|key| !key.is_empty());
    let key = key.unwrap_or_else(|| HEXLOWER.encode(&web.app.random::<16>()));
    Ok(StartPage {
        f,
        fields,
        interpreter: typed.ticked("interpreter"),
        key,
        mistakes,
    })
}

pub(super) async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(_): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "start");
    show_as(
        StatusCode::OK,
        &page(&web, f, &Fields::default(), &Mistakes::default()).await?,
    )
}

pub(super) async fn start(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let ask = Ask {
        name: typed.owned("name"),
        email: typed.owned("email"),
        phone: typed.owned("phone"),
        about: typed.owned("about"),
        kind: typed.owned("kind"),
        urgency: typed.owned("urgency"),
        words: typed.owned("words"),
        language: typed.owned("language"),
        interpreter: typed.ticked("interpreter"),
        location: typed.owned("location"),
        key: typed.owned("key"),
    };
    let base = format!("/desk/{}/requests", seat.desk.practice.slug);
    match requests::start(&web.app, &seat.desk, &ask).await {
        Ok(number) => Ok(Redirect::to(&format!("{base}/{number}")).into_response()),
        Err(Failure::Invalid(faults)) => {
            let f = Staff::new(&web, seat, &tongue, "start");
            let w = f.w;
            let mistakes = Mistakes::of(&faults, w, |field| label(w, field)).ordered(&ORDER);
            show_as(
                StatusCode::UNPROCESSABLE_ENTITY,
                &page(&web, f, &typed, &mistakes).await?,
            )
        }
        Err(failure) => Err(failure.into()),
    }
}
