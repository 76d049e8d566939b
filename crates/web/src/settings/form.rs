//! The two shapes that most pages of the settings have: a list of things, and the form of one. They know no setting; a page
//! hands over what stands now, what was typed, and what is wrong with it.

use anteroom_app::{Failure, Overtaken};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Link, Side};
use crate::errors::Problem;
use crate::forms::{Field, Fields, Mistakes, Summary};
use crate::frame::Staff;
use crate::i18n::Words;

/// A notice above a form.
pub(super) struct Say {
    /// `s-kept`, `s-risk`, `s-broken`, or nothing.
    pub class: &'static str,
    pub title: String,
    pub lines: Vec<String>,
}

impl Say {
    pub(super) fn new(class: &'static str, title: String) -> Self {
        Self {
            class,
            title,
            lines: Vec::new(),
        }
    }
}

/// A box to tick.
pub(super) struct Tick {
    pub id: String,
    pub name: String,
    pub value: String,
    pub label: String,
    pub checked: bool,
}

/// A part of a form, in its order.
pub(super) enum Part {
    Field(Box<Field>),
    /// Boxes under a legend; without one, a box alone.
    Ticks(String, Vec<Tick>),
    Text(String),
}

impl From<Field> for Part {
    fn from(field: Field) -> Self {
        Self::Field(Box::new(field))
    }
}

/// A button that sends the form.
pub(super) struct Button {
    /// What it sends as `do`.
    pub value: &'static str,
    pub label: String,
    /// `ghost` or nothing.
    pub class: &'static str,
}

/// A small form of its own beneath, such as to retire.
pub(super) struct Extra {
    pub title: String,
    pub text: String,
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    pub label: String,
}

/// The form of one thing.
#[derive(Template)]
#[template(path = "settings/form.html")]
pub(super) struct FormPage<'a> {
    pub f: Staff,
    pub s: Side,
    pub back: Option<Link>,
    pub says: Vec<Say>,
    pub mistakes: &'a Mistakes,
    pub action: String,
    /// The version that the form was made of.
    pub seen: String,
    pub parts: Vec<Part>,
    pub buttons: Vec<Button>,
    pub extras: Vec<Extra>,
}

impl FormPage<'_> {
    fn summary(&self) -> Summary<'_> {
        Summary {
            w: self.f.w,
            mistakes: self.mistakes,
        }
    }
}

/// One of a list.
pub(super) struct Row {
    pub href: String,
    pub title: String,
    pub lines: Vec<String>,
    /// Where a press moves it up; empty where nothing is above it, or where order is no matter.
    pub raise: String,
}

/// A list of things that are set one by one.
#[derive(Template)]
#[template(path = "settings/rows.html")]
pub(super) struct RowsPage {
    pub f: Staff,
    pub s: Side,
    pub says: Vec<Say>,
    pub rows: Vec<Row>,
    /// What stands where the list has nothing.
    pub empty: String,
    pub add: Vec<Link>,
}

/// What a form is filled in from.
pub(super) struct Filled<'a> {
    pub w: Words,
    /// What stands now, by field.
    pub present: Vec<(&'static str, String)>,
    /// What was typed, if the form comes back.
    pub typed: Option<&'a Fields>,
    pub mistakes: &'a Mistakes,
    /// Whether somebody else was quicker: then what they made of it stands beside each field that differs.
    pub overtaken: bool,
}

/// The name of a field, as forms and the list of changes have it.
pub(super) fn label(w: Words, field: &str) -> String {
    w.maybe("setting", field).unwrap_or_else(|| field.to_owned())
}

impl Filled<'_> {
    /// What stands now in a field.
    pub(super) fn present(&self, id: &str) -> &str {
        let found = self.present.iter().find(|(name, _)| *name == id);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// What the field shows: what was typed, else what stands.
    pub(super) fn value(&self, id: &str) -> &str {
        self.typed
            .map_or_else(|| self.present(id), |typed| typed.text(id))
    }

    /// Whether a box is ticked.
    pub(super) fn ticked(&self, id: &str) -> bool {
        self.typed
            .map_or_else(|| !self.present(id).is_empty(), |typed| typed.ticked(id))
    }

    /// A one-line field, filled in.
    pub(super) fn line(&self, id: &'static str) -> Field {
        let field = Field::line(id, label(self.w, id))
            .auto("off")
            .typed(self.value(id), self.mistakes);
        let help = self.w.maybe("setting-help", id).unwrap_or_default();
        if self.overtaken && self.present(id) != self.value(id) {
            let theirs = self
                .w
                .with("settings-theirs", "value", self.present(id).to_owned());
            return field.help(format!("{help} {theirs}").trim().to_owned());
        }
        field.help(help)
    }

    /// A box, filled in.
    pub(super) fn tick(&self, id: &'static str) -> Part {
        let tick = Tick {
            id: id.to_owned(),
            name: id.to_owned(),
            value: "1".to_owned(),
            label: label(self.w, id),
            checked: self.ticked(id),
        };
        Part::Ticks(String::new(), vec![tick])
    }
}

/// What came of sending a form.
pub(super) enum Sent {
    /// It is saved.
    Done,
    /// It comes back, with what is wrong with it and what is to be said.
    Back(StatusCode, Mistakes, Option<Say>),
}

/// Reads what came of a form; what a form can't show is a page of its own.
pub(super) fn sent<T>(f: &Staff, done: Result<T, Failure>, order: &[&str]) -> Result<Sent, Problem> {
    match done {
        Ok(_) => Ok(Sent::Done),
        Err(Failure::Invalid(faults)) => {
            let mistakes = Mistakes::of(&faults, f.w, |field| label(f.w, field)).ordered(order);
            Ok(Sent::Back(StatusCode::UNPROCESSABLE_ENTITY, mistakes, None))
        }
        Err(Failure::Overtaken(who)) => {
            let said = overtaken(f, &who);
            Ok(Sent::Back(StatusCode::CONFLICT, Mistakes::default(), Some(said)))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Who was quicker, and what to do.
pub(super) fn overtaken(f: &Staff, who: &Overtaken) -> Say {
    let name = if who.name.is_empty() {
        f.w.of("changes-by", "operator")
    } else {
        who.name.clone()
    };
    let title = f.w.with2(
        "settings-overtaken",
        ("name", name),
        ("when", f.when.moment(who.at)),
    );
    Say {
        class: "s-risk",
        title,
        lines: vec![f.w.t("settings-overtaken-help")],
    }
}

/// The button of a form that saves at once.
pub(super) fn save_button(w: Words) -> Button {
    Button {
        value: "save",
        label: w.t("settings-save"),
        class: "",
    }
}

/// To a page that says that it was saved.
pub(super) fn saved(path: &str) -> Response {
    Redirect::to(&format!("{path}?saved=1")).into_response()
}
