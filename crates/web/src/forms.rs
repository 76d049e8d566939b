//! Forms: reading what was typed, bounded and in the one encoding that the pages use, and showing it again with what is
//! wrong with it. It knows no form in particular.

use std::sync::Arc;

use anteroom_app::{Failure, FieldFault};
use anteroom_core::limits;
use anteroom_core::text::Fault;
use askama::Template;
use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;

use crate::Web;
use crate::errors::Problem;
use crate::i18n::Words;
use crate::origin;
use crate::serve::Guest;

/// The fields of a form or query as they were typed, each name with its value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded` text, which must be UTF-8 all through.
    pub(crate) fn of_query(text: &str) -> Result<Self, Problem> {
        Self::of_bytes(text.as_bytes())
    }

    fn of_bytes(bytes: &[u8]) -> Result<Self, Problem> {
        let pairs = bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
        let mut fields = Vec::new();
        for pair in pairs {
            if fields.len() == limits::FORM_FIELDS {
                return Err(Problem::TooLarge);
            }
            let equals = pair.iter().position(|byte| *byte == b'=');
            let (name, value) = equals.map_or((pair, &pair[..0]), |at| (&pair[..at], &pair[at + 1..]));
            fields.push((decoded(name)?, decoded(value)?));
        }
        Ok(Self(fields))
    }

    /// What was typed into a field; empty if it isn't there. Of two with one name, the first counts.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|field| field.0 == name)
            .map_or("", |field| field.1.as_str())
    }

    /// The same, to keep.
    pub(crate) fn owned(&self, name: &str) -> String {
        self.text(name).to_owned()
    }

    /// Whether a box was ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.0.iter().any(|field| field.0 == name && !field.1.is_empty())
    }

    /// A word of a choice: nothing where nothing was chosen, and a fault of the field where it is no word of ours.
    pub(crate) fn choice<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>, Failure> {
        let fault = |_| {
            Failure::Invalid(vec![FieldFault {
                field: name,
                fault: Fault::Shape,
            }])
        };
        match self.text(name) {
            "" => Ok(None),
            word => word.parse().map(Some).map_err(fault),
        }
    }

    /// A value as the domain's type; nothing if it isn't one.
    pub(crate) fn parsed<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }

    /// The ids of the ticked boxes whose names begin so and end in an id.
    pub(crate) fn ids<T: std::str::FromStr>(&self, beginning: &str) -> impl Iterator<Item = T> {
        let ticked = self.0.iter().filter(|field| !field.1.is_empty());
        ticked.filter_map(move |field| field.0.strip_prefix(beginning)?.parse().ok())
    }

    /// Everything that was typed or ticked under one name.
    pub(crate) fn every(&self, name: &str) -> impl Iterator<Item = &str> {
        let under = self.0.iter().filter(move |field| field.0 == name);
        under.map(|field| field.1.as_str())
    }

    /// These fields, as if they had been typed.
    pub(crate) fn of<'a>(fields: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let fields = fields.into_iter();
        Self(fields.map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// One field, as if it had been typed.
    pub(crate) fn single(name: &str, value: &str) -> Self {
        Self(vec![(name.to_owned(), value.to_owned())])
    }
}

fn decoded(bytes: &[u8]) -> Result<String, Problem> {
    let spaced: Vec<u8> = bytes
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    let text = percent_encoding::percent_decode(&spaced)
        .decode_utf8()
        .map_err(|_| Problem::Encoding)?;
    Ok(text.into_owned())
}

/// A value made safe for a URL's path or query.
pub(crate) fn encoded(value: &str) -> String {
    percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The value of a cookie in a Cookie header.
pub(crate) fn cookie<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    header
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|pair| pair.0 == name)
        .map(|pair| pair.1)
}

/// A form that was posted from one of our own pages.
pub(crate) struct Posted(pub Fields);

impl FromRequest<Web> for Posted {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        origin::own(request.headers(), &web.config)?;
        let kind = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Problem::ContentType);
        }
        let guest = request.extensions().get::<Arc<Guest>>().cloned();
        // Who keeps us waiting for a form has no better claim to a place than who says nothing at all.
        if let Some(guest) = &guest {
            guest.quiet();
        }
        let whole = to_bytes(request.into_body(), limits::FORM_BYTES);
        let bytes = tokio::time::timeout(web.config.patience.body, whole).await;
        if let Some(guest) = &guest {
            guest.busy();
        }
        // The one error of a body that ends is its length; one that breaks off reaches nobody anyway.
        let bytes = bytes.map_err(|_| Problem::Slow)?.map_err(|_| Problem::TooLarge)?;
        Fields::of_bytes(&bytes).map(Self)
    }
}

/// The values after the question mark.
pub(crate) struct Query(pub Fields);

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Fields::of_query(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

/// What is wrong with a form, field by field, in words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mistakes(Vec<Mistake>);

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// The field's name, which is also its id on the page.
    pub field: String,
    /// What to do.
    pub text: String,
}

impl Mistakes {
    /// The same, in the order in which the fields stand on the page.
    pub(crate) fn ordered(mut self, fields: &[&str]) -> Self {
        self.0
            .sort_by_key(|mistake| fields.iter().position(|id| *id == mistake.field));
        self
    }

    /// The faults of a form in words. `label` finds a field's label by its name.
    pub(crate) fn of(faults: &[FieldFault], words: Words, label: impl Fn(&str) -> String) -> Self {
        Self::said(faults, |fault| said(words, fault, &label(fault.field)))
    }

    /// The same of a patient's form, which asks for what is missing in words of its own.
    pub(crate) fn of_patient(faults: &[FieldFault], words: Words, label: impl Fn(&str) -> String) -> Self {
        let asked = |fault: &FieldFault| match fault.fault {
            Fault::Missing => words.maybe("ask-for", fault.field),
            _ => None,
        };
        Self::said(faults, |fault| {
            asked(fault).unwrap_or_else(|| said(words, fault, &label(fault.field)))
        })
    }

    fn said(faults: &[FieldFault], text: impl Fn(&FieldFault) -> String) -> Self {
        let mistake = |fault: &FieldFault| Mistake {
            field: fault.field.to_owned(),
            text: text(fault),
        };
        Self(faults.iter().map(mistake).collect())
    }

    #[cfg(test)]
    pub(crate) fn add(&mut self, field: &str, text: String) {
        self.0.push(Mistake {
            field: field.to_owned(),
            text,
        });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn all(&self) -> &[Mistake] {
        &self.0
    }

    pub(crate) fn at(&self, field: &str) -> String {
        self.0
            .iter()
            .find(|mistake| mistake.field == field)
            .map_or_else(String::new, |mistake| mistake.text.clone())
    }
}

fn said(words: Words, fault: &FieldFault, label: &str) -> String {
    let (kind, limit) = match fault.fault {
        Fault::Missing => ("missing", 0),
        Fault::TooLong(limit) => ("long", limit),
        Fault::TooShort(limit) => ("short", limit),
        Fault::Control => ("control", 0),
        Fault::Shape => ("shape", 0),
        Fault::Taken => ("taken", 0),
    };
    // Where something has to look in a certain way, the text says in which; most fields say it by their label.
    words
        .maybe(&format!("fault-{kind}"), fault.field)
        .unwrap_or_else(|| {
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            words.with2(
                &format!("fault-{kind}"),
                ("field", label.to_owned()),
                ("limit", limit),
            )
        })
}

/// The box above a form that lists what is wrong with it.
#[derive(Template)]
#[template(path = "errors.html")]
pub(crate) struct Summary<'a> {
    pub w: Words,
    pub mistakes: &'a Mistakes,
}

/// A labelled field with its help, its mistake and what was typed.
#[derive(Template, Default)]
#[template(path = "field.html")]
pub(crate) struct Field {
    pub id: &'static str,
    pub label: String,
    pub optional: String,
    pub help: String,
    pub value: String,
    pub mistake: String,
    /// `text`, `email`, `tel`, `password`, `textarea` or `select`.
    pub kind: &'static str,
    /// The token by which browsers fill it in (HTML, autofill); empty for none.
    pub auto: &'static str,
    /// For a select: values and their labels.
    pub options: Vec<(String, String)>,
    pub required: bool,
}

impl Field {
    /// A one-line field.
    pub(crate) fn line(id: &'static str, label: String) -> Self {
        Self {
            id,
            label,
            kind: "text",
            ..Self::default()
        }
    }

    pub(crate) fn of_kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    pub(crate) fn auto(self, auto: &'static str) -> Self {
        Self { auto, ..self }
    }

    pub(crate) fn help(self, help: String) -> Self {
        Self { help, ..self }
    }

    pub(crate) fn optional(self, optional: String) -> Self {
        Self { optional, ..self }
    }

    pub(crate) fn options(self, options: Vec<(String, String)>) -> Self {
        Self {
            options,
            kind: "select",
            ..self
        }
    }

    pub(crate) fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// Shows what was typed, and what is wrong with it.
    pub(crate) fn typed(self, value: &str, mistakes: &Mistakes) -> Self {
        Self {
            mistake: mistakes.at(self.id),
            value: value.to_owned(),
            ..self
        }
    }

    fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }

    /// The ids of what describes the field.
    fn described(&self) -> String {
        let part = |there: bool, what: &str| {
            if there {
                format!("{}-{what}", self.id)
            } else {
                String::new()
            }
        };
        let both = [
            part(!self.help.is_empty(), "help"),
            part(!self.mistake.is_empty(), "error"),
        ];
        both.join(" ").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_reads_back_what_was_typed() {
        let fields = Fields::of_query("name=Tom+Whitfield&words=a%26b%0D%0Ac&empty=&alone").unwrap();
        assert_eq!(fields.text("name"), "Tom Whitfield");
        assert_eq!(fields.text("words"), "a&b\r\nc");
        assert!(!fields.ticked("empty") && !fields.ticked("alone") && !fields.ticked("absent"));
        assert_eq!(Fields::of_query("a=ñandú").unwrap().text("a"), "ñandú");
    }

    #[test]
    fn another_encoding_than_utf8_is_refused_in_names_and_values() {
        assert_eq!(Fields::of_query("name=Jos%E9"), Err(Problem::Encoding));
        assert_eq!(Fields::of_query("n%FFme=x"), Err(Problem::Encoding));
    }

    #[test]
    fn a_form_of_thousands_of_fields_is_refused() {
        assert_eq!(
            Fields::of_query(&"a=1&".repeat(limits::FORM_FIELDS + 1)),
            Err(Problem::TooLarge)
        );
        assert!(Fields::of_query(&"a=1&".repeat(limits::FORM_FIELDS)).is_ok());
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        assert_eq!(cookie("a=1; anteroom_lang=es; b=2", "anteroom_lang"), Some("es"));
        assert_eq!(cookie("xanteroom_lang=es", "anteroom_lang"), None);
    }

    #[test]
    fn a_field_is_described_by_its_help_and_its_mistake() {
        let mut mistakes = Mistakes::default();
        mistakes.add("name", "Fill it in".to_owned());
        let field = Field::line("name", "Name".to_owned())
            .help("As you like".to_owned())
            .typed("<b>", &mistakes);
        let html = field.render().unwrap();
        assert!(
            html.contains(r#"aria-describedby="name-help name-error""#),
            "{html}"
        );
        assert!(html.contains(r#"aria-invalid="true""#), "{html}");
        assert!(html.contains("&#60;b&#62;") && !html.contains("<b>"), "{html}");
    }
}
