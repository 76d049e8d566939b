//! Languages: which one a page speaks, and its words. Every text that a person reads comes from the Fluent files through
//! here; it knows no page and no practice beyond its locale.

use std::borrow::Cow;

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Request, Uri};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader};

use anteroom_app::practices::Practice;

use crate::forms::{Fields, cookie};

/// The Fluent files, built into the binary.
mod catalogue {
    #![expect(
        clippy::disallowed_types,
        reason = "the library's map of languages, whose order is never read"
    )]

    fluent_templates::static_loader! {
        pub(super) static LOCALES = {
            locales: "./locales",
            fallback_language: "en",
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

use catalogue::LOCALES;

/// The cookie that keeps a language that somebody chose.
pub(crate) const COOKIE_NAME: &str = "anteroom_lang";

anteroom_core::words! {
    /// The languages that the pages speak whole.
    Lang {
        /// English.
        En = "en",
        /// Spanish.
        Es = "es",
    }
}

impl Lang {
    /// The language's own name for itself.
    pub(crate) const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Es => "Español",
        }
    }

    /// The language of a BCP 47 tag, if the pages speak it.
    pub(crate) fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        primary.to_ascii_lowercase().parse().ok()
    }

    fn id(self) -> LanguageIdentifier {
        self.as_str()
            .parse()
            .expect("the words of the languages are tags")
    }
}

/// The words of a page in its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    /// The language.
    pub lang: Lang,
    /// Whether hours are counted to twelve.
    pub hour12: bool,
}

/// A piece of a sentence, and whether it is the one that carries the promise.
pub(crate) struct Piece {
    pub text: String,
    pub strong: bool,
}

type Value<'a> = FluentValue<'a>;

impl Words {
    /// The words of a language as it is written in a country (ISO 3166-1 alpha-2).
    pub(crate) fn new(lang: Lang, country: &str) -> Self {
        Self {
            lang,
            hour12: lang == Lang::En && country.eq_ignore_ascii_case("US"),
        }
    }

    /// The language's tag, for `lang` attributes.
    pub(crate) const fn tag(self) -> &'static str {
        self.lang.as_str()
    }

    /// The other languages that the page can be read in.
    pub(crate) fn others(self) -> Vec<Lang> {
        Lang::ALL
            .iter()
            .copied()
            .filter(|lang| *lang != self.lang)
            .collect()
    }

    /// A text.
    pub(crate) fn t(self, key: &str) -> String {
        self.find(key, &[]).unwrap_or_else(|| missing(key))
    }

    /// A text with one value.
    pub(crate) fn with<'a>(self, key: &str, name: &'static str, value: impl Into<Value<'a>>) -> String {
        self.all(key, &[(name, value.into())])
    }

    /// A text with two values.
    pub(crate) fn with2<'a, 'b: 'a>(
        self,
        key: &str,
        one: (&'static str, impl Into<Value<'a>>),
        two: (&'static str, impl Into<Value<'b>>),
    ) -> String {
        self.all(key, &[(one.0, one.1.into()), (two.0, two.1.into())])
    }

    /// A text with any values.
    pub(crate) fn all(self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        self.find(key, values).unwrap_or_else(|| missing(key))
    }

    /// The text of one word of a family, such as a state's.
    pub(crate) fn of(self, family: &str, word: &str) -> String {
        self.t(&key_of(family, word))
    }

    /// The same, if the family has the word; a newer part of the house may use one that the pages don't know.
    pub(crate) fn maybe(self, family: &str, word: &str) -> Option<String> {
        self.find(&key_of(family, word), &[])
    }

    /// The text cut at its stars: `within *30 minutes*` has one strong piece.
    pub(crate) fn pieces(text: &str) -> Vec<Piece> {
        let pieces = text.split('*').enumerate();
        pieces
            .map(|(at, part)| Piece {
                text: part.to_owned(),
                strong: at % 2 == 1,
            })
            .collect()
    }

    fn find(self, key: &str, values: &[(&'static str, Value<'_>)]) -> Option<String> {
        if values.is_empty() {
            return LOCALES.try_lookup(&self.lang.id(), key);
        }
        #[expect(
            clippy::disallowed_types,
            reason = "the library asks for it, and its order is never read"
        )]
        let values: std::collections::HashMap<Cow<'static, str>, Value<'_>> = values
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), value.clone()))
            .collect();
        LOCALES.try_lookup_with_args(&self.lang.id(), key, &values)
    }
}

fn key_of(family: &str, word: &str) -> String {
    format!("{family}-{}", word.replace(['_', '.'], "-"))
}

fn missing(key: &str) -> String {
    tracing::error!(key, "a text is missing in every language");
    key.to_owned()
}

/// What a browser says about the languages its reader knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tongue {
    /// Asked for on this very page.
    pub asked: Option<Lang>,
    kept: Option<Lang>,
    /// The best of the browser's own list, with its country.
    told: Option<(Lang, String)>,
}

impl Tongue {
    /// The words for a page of nobody's in particular.
    pub(crate) fn words(&self) -> Words {
        self.choose(None)
    }

    /// The words for a page of a practice, whose own language is the last resort.
    pub(crate) fn words_at(&self, practice: &Practice) -> Words {
        self.choose(Some(practice))
    }

    fn choose(&self, practice: Option<&Practice>) -> Words {
        let own = practice.and_then(|practice| Lang::of_tag(&practice.locale));
        let told = self.told.as_ref().map(|(lang, _)| *lang);
        let lang = self.asked.or(self.kept).or(told).or(own).unwrap_or(Lang::En);
        let told_country = self
            .told
            .as_ref()
            .filter(|told| told.0 == lang && !told.1.is_empty());
        let country = told_country.map(|told| told.1.as_str());
        Words::new(
            lang,
            country
                .or(practice.map(|practice| practice.country.as_str()))
                .unwrap_or_default(),
        )
    }

    pub(crate) fn read(parts: &Parts) -> Self {
        Self::of(&parts.uri, &parts.headers)
    }

    pub(crate) fn read_request<B>(request: &Request<B>) -> Self {
        Self::of(request.uri(), request.headers())
    }

    fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let query = Fields::of_query(uri.query().unwrap_or_default()).unwrap_or_default();
        let header = |name| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        Self {
            asked: Lang::of_tag(query.text("lang")),
            kept: cookie(header(COOKIE), COOKIE_NAME).and_then(Lang::of_tag),
            told: best(header(ACCEPT_LANGUAGE)),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Tongue {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::read(parts))
    }
}

/// The language of an Accept-Language header that the pages speak and its reader likes best (RFC 9110, 12.5.4).
fn best(header: &str) -> Option<(Lang, String)> {
    /// Browsers send a handful.
    const TAGS_MAX: usize = 32;
    let mut found: Option<(u16, Lang, String)> = None;
    for range in header.split(',').take(TAGS_MAX) {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let weight = weight
            .trim()
            .strip_prefix("q=")
            .and_then(|q| q.parse::<f32>().ok())
            .unwrap_or(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to three decimals of 0 to 1, as the header has them"
        )]
        let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
        let tag = tag.trim();
        let Some(lang) = Lang::of_tag(tag) else { continue };
        if weight > 0 && found.as_ref().is_none_or(|best| weight > best.0) {
            let country = tag
                .split('-')
                .skip(1)
                .find(|part| part.len() == 2)
                .unwrap_or_default();
            found = Some((weight, lang, country.to_owned()));
        }
    }
    found.map(|(_, lang, country)| (lang, country))
}

#[cfg(test)]
mod tests;
