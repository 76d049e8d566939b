//! The page of emergencies: the ladder, the numbers, the words and their signature, the clinicians' cards. Clinicians read
//! it and sign; managers change it. The core's own rules are listed and can't be taken away.

use anteroom_app::Failure;
use anteroom_app::alerts::Card;
use anteroom_app::alerts::settings::{self, Emergency, LadderWish, NumbersWish};
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::overview::Overview;
use anteroom_core::access::{Right, Role};
use anteroom_core::alerts::{Course, Whom};
use anteroom_core::danger::{Help, Sign, VERSION};
use anteroom_core::limits;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::form::{Say, overtaken};
use super::{Leaf, Side};
use crate::Web;
use crate::alerts::worded;
use crate::errors::{Problem, show_as};
use crate::forms::{Field, Fields, Mistakes, Query, Summary};
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(super) const LEAF: Leaf = Leaf {
    name: "emergency",
    right: Right::Clinical,
    state,
};

pub(super) fn routes() -> Vec<Route> {
    let (read, manage) = (Needs::Desk(LEAF.right), Needs::Desk(Right::Manage));
    vec![
        Route::get("/desk/{slug}/settings/emergency", read, form),
        Route::post("/desk/{slug}/settings/emergency/ladder", manage, ladder),
        Route::post("/desk/{slug}/settings/emergency/numbers", manage, numbers),
        Route::post("/desk/{slug}/settings/emergency/words", manage, add_words),
        Route::post(
            "/desk/{slug}/settings/emergency/words/removal",
            manage,
            remove_words,
        ),
        Route::post("/desk/{slug}/settings/emergency/cards", manage, card),
        Route::post("/desk/{slug}/settings/emergency/signature", read, sign),
    ]
}

fn state(f: &Staff, now: &Overview) -> String {
    let ladder = &now.settings.alerts.ladder;
    let count = |steps: &[Whom]| i64::try_from(steps.len()).unwrap_or(i64::MAX);
    match (count(&ladder.open), count(&ladder.after_hours)) {
        (0, 0) => f.w.t("emergency-state-unset"),
        (open, after) => f.w.with2("emergency-state-set", ("n", open), ("m", after)),
    }
}

/// A step of the ladder as a field.
struct Step {
    id: String,
    label: String,
    /// Value, label, and whether it stands.
    options: Vec<(String, String, bool)>,
}

/// The steps of one ladder.
struct Steps {
    name: String,
    title: String,
    mistake: String,
    selects: Vec<Step>,
}

/// The card of a sign as a form.
struct CardForm {
    sign: &'static str,
    title: String,
    questions: String,
}

/// A form that came back: which, what was typed, and what is wrong with it.
#[derive(Default)]
struct Back {
    form: &'static str,
    typed: Fields,
    mistakes: Mistakes,
    say: Option<Say>,
}

#[derive(Template)]
#[template(path = "settings/emergency.html")]
struct EmergencyPage {
    f: Staff,
    s: Side,
    /// Whether the reader changes it, or only reads and signs.
    manages: bool,
    seen: String,
    unset: Vec<String>,
    says: Vec<Say>,
    mistakes: Mistakes,
    ladders: Vec<Steps>,
    minutes: Field,
    emergency_number: String,
    numbers: Vec<Field>,
    signs: Vec<String>,
    /// The practice's own words, each with its sign.
    own: Vec<(String, String)>,
    add: Vec<Field>,
    signature: String,
    signed: bool,
    /// The button's words for who can sign; empty for others.
    sign: String,
    digest: String,
    cards: Vec<CardForm>,
}

impl EmergencyPage {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: &self.mistakes,
        }
    }
}

fn label(w: Words, field: &str) -> String {
    w.of("field-emergency", field)
}

/// Whom a step can name, in the order in which they are offered.
fn offered(w: Words, now: &Emergency) -> Vec<(String, String)> {
    let everybody = |role: &Role| {
        let role_name = w.of("role", role.as_str());
        let said = w.with("alert-ladder-everybody", "role", role_name);
        (Whom::Role(*role).to_string(), said)
    };
    let member = |(named, _): &(anteroom_app::staff::Named, Role)| {
        (Whom::Member(named.id).to_string(), named.name.clone())
    };
    std::iter::once((String::new(), w.t("alert-ladder-nobody")))
        .chain(now.members.iter().map(member))
        .chain(Role::ALL.iter().map(everybody))
        .collect()
}

fn steps(w: Words, now: &Emergency, course: Course, back: &Back) -> Steps {
    let offered = offered(w, now);
    let stands = now.rules.ladder.steps(course);
    let step = |at: usize| {
        let id = format!("{course}-{at}");
        let value = if back.form == "ladder" {
            back.typed.owned(&id)
        } else {
            stands.get(at).map(ToString::to_string).unwrap_or_default()
        };
        let options = offered
            .iter()
            .map(|(word, said)| (word.clone(), said.clone(), *word == value));
        Step {
            label: w.with(
                "alert-ladder-step",
                "n",
                i64::try_from(at + 1).unwrap_or_default(),
            ),
            options: options.collect(),
            id,
        }
    };
    Steps {
        name: course.to_string(),
        title: w.of("alert-ladder", course.as_str()),
        mistake: back.mistakes.at(course.as_str()),
        selects: (0..limits::LADDER_STEPS).map(step).collect(),
    }
}

fn signature(f: &Staff, now: &Emergency) -> String {
    let w = f.w;
    let Some((signature, (name, at))) = now.rules.signature.as_ref().zip(now.signed.as_ref()) else {
        return w.with("alert-signature-none", "version", VERSION);
    };
    let name = if name.is_empty() {
        w.t("alert-signature-somebody")
    } else {
        name.clone()
    };
    let key = if now.current {
        "alert-signature-current"
    } else {
        "alert-signature-old"
    };
    w.all(
        key,
        &[
            ("name", name.into()),
            ("version", signature.version.clone().into()),
            ("when", f.when.moment(*at).into()),
        ],
    )
}

fn card_form(w: Words, card: &Card, back: &Back) -> CardForm {
    let sign = card.sign.as_str();
    let typed = back.form == "card" && back.typed.text("sign") == sign;
    CardForm {
        sign,
        title: w.of("danger", sign),
        questions: if typed {
            back.typed.owned("questions")
        } else {
            worded(w, card)
        },
    }
}

async fn page(
    web: &Web,
    f: Staff,
    query: Option<&Fields>,
    (status, back): (StatusCode, Back),
) -> Result<Response, Problem> {
    let now = settings::emergency(&web.app, &f.seat.desk).await?;
    let w = f.w;
    let value = |form: &str, field: &str, stands: &str| {
        if back.form == form {
            back.typed.owned(field)
        } else {
            stands.to_owned()
        }
    };
    let line = |form: &str, field: &'static str, stands: &str| {
        Field::line(field, label(w, field))
            .auto("off")
            .typed(&value(form, field, stands), &back.mistakes)
    };
    let number = |field, help| line("numbers", field, now.rules.number(help, f.practice())).of_kind("tel");
    let signs: Vec<(String, String)> = Sign::ALL
        .iter()
        .map(|sign| (sign.to_string(), w.of("danger", sign.as_str())))
        .collect();
    let side = Side::new(&f, LEAF.name);
    let minutes = now.rules.ladder.climb.whole_minutes().to_string();
    let own = now.rules.added.iter();
    let own = own.map(|own| (own.words.clone(), w.of("danger", own.sign.as_str())));
    let page = EmergencyPage {
        manages: f.seat.desk.role.may(Right::Manage),
        s: match query {
            Some(query) => side.saved(query),
            None => side,
        },
        seen: now.version.clone(),
        unset: now
            .unset
            .iter()
            .map(|course| w.of("alert-ladder-unset", course.as_str()))
            .collect(),
        ladders: Course::ALL
            .iter()
            .map(|course| steps(w, &now, *course, &back))
            .collect(),
        minutes: line("ladder", "minutes", &minutes),
        emergency_number: f.practice().emergency_number.clone(),
        numbers: vec![number("crisis", Help::Crisis988), number("poison", Help::Poison)],
        own: own.collect(),
        add: vec![
            line("words", "words", "").required(),
            line("words", "sign", "").options(signs.clone()),
        ],
        signs: signs.into_iter().map(|(_, said)| said).collect(),
        signature: signature(&f, &now),
        signed: now.current,
        sign: if f.seat.desk.role == Role::Clinician && !now.current {
            w.with2(
                "alert-signature-do",
                ("version", VERSION),
                ("name", f.me().to_owned()),
            )
        } else {
            String::new()
        },
        digest: now.rules.digest(),
        cards: now.cards.iter().map(|card| card_form(w, card, &back)).collect(),
        says: back.say.into_iter().collect(),
        mistakes: back.mistakes,
        f,
    };
    show_as(status, &page)
}

async fn form(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let f = Staff::new(&web, seat, &tongue, "settings");
    page(&web, f, Some(&query), (StatusCode::OK, Back::default())).await
}

/// Back to the page, or the page as it is now with what was typed.
async fn settle(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    (form, typed): (&'static str, Fields),
    done: Result<(), Failure>,
) -> Result<Response, Problem> {
    let f = Staff::new(web, seat, tongue, "settings");
    let (status, mistakes, say) = match done {
        Ok(()) => {
            let to = format!("{}/settings/emergency?saved=1", f.base());
            return Ok(Redirect::to(&to).into_response());
        }
        // What was signed is not what stands there now.
        Err(Failure::Invalid(_)) if form == "signature" => {
            let say = Say::new("s-risk", f.w.t("alert-signature-changed"));
            (StatusCode::CONFLICT, Mistakes::default(), Some(say))
        }
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, f.w, |field| label(f.w, field));
            (StatusCode::UNPROCESSABLE_ENTITY, mistakes, None)
        }
        Err(Failure::Overtaken(who)) => {
            let say = overtaken(&f, &who);
            (StatusCode::CONFLICT, Mistakes::default(), Some(say))
        }
        Err(failure) => return Err(failure.into()),
    };
    let back = Back {
        form,
        typed,
        mistakes,
        say,
    };
    page(web, f, None, (status, back)).await
}

fn hand(seat: &Seat, typed: &Fields) -> Hand {
    Hand::member(seat.desk.member.id, typed.text("seen"))
}

async fn ladder(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let steps = |course: Course| {
        let step = |at| typed.owned(&format!("{course}-{at}"));
        (0..limits::LADDER_STEPS).map(step).collect()
    };
    let wish = LadderWish {
        open: steps(Course::Open),
        after_hours: steps(Course::AfterHours),
        minutes: typed.owned("minutes"),
    };
    let hand = hand(&seat, &typed);
    let done = settings::set_ladder(&web.app, &seat.desk.practice, &hand, &wish).await;
    settle(&web, &tongue, seat, ("ladder", typed), done).await
}

async fn numbers(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let wish = NumbersWish {
        crisis: typed.owned("crisis"),
        poison: typed.owned("poison"),
    };
    let hand = hand(&seat, &typed);
    let done = settings::set_numbers(&web.app, &seat.desk.practice, &hand, &wish).await;
    settle(&web, &tongue, seat, ("numbers", typed), done).await
}

async fn add_words(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = hand(&seat, &typed);
    let (sign, words) = (typed.text("sign"), typed.text("words"));
    let done = settings::add_words(&web.app, &seat.desk.practice, &hand, sign, words).await;
    settle(&web, &tongue, seat, ("words", typed), done).await
}

async fn remove_words(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = hand(&seat, &typed);
    let words = typed.text("words");
    let done = settings::remove_words(&web.app, &seat.desk.practice, &hand, words).await;
    settle(&web, &tongue, seat, ("removal", typed), done).await
}

async fn card(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let hand = hand(&seat, &typed);
    let (sign, questions) = (typed.text("sign"), typed.text("questions"));
    let done = settings::set_card(&web.app, &seat.desk.practice, &hand, sign, questions).await;
    settle(&web, &tongue, seat, ("card", typed), done).await
}

async fn sign(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let done = settings::sign(&web.app, &seat.desk, typed.text("digest")).await;
    settle(&web, &tongue, seat, ("signature", typed), done).await
}

#[cfg(test)]
mod stories;
