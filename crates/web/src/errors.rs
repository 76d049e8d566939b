//! What went wrong, as a status and in words: the one place where the core's refusals and the app's failures become
//! pages. A page of this file never shows an id, a path or what the machine said about itself.

use anteroom_app::Failure;
use anteroom_core::requests::Refusal;
use anteroom_core::{appointments, people};
use askama::Template;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use crate::i18n::Words;

/// Seconds after which a busy desk may be asked again: longer than its longest write.
pub(crate) const BUSY_SECONDS: u64 = 10;

/// Why a request got no page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// It does not exist, or is hidden from who asks: the two have the same bytes.
    Missing,
    /// Text that is not UTF-8.
    Encoding,
    /// A body that is no form.
    ContentType,
    /// More than a form may hold.
    TooLarge,
    /// A form that did not come to its end in time.
    Slow,
    /// A path that is there, asked in another way than it can be.
    Method,
    /// A post from another site, or without its token.
    Forged,
    /// The rules refuse it.
    Refused(Refusal),
    /// The rules about people refuse it.
    People(people::Refusal),
    /// The rules about what is to be scheduled refuse it.
    Appointment(appointments::Refusal),
    /// Somebody else was quicker.
    Overtaken,
    /// What was typed can't be taken, on a form that can't show it again.
    Invalid,
    /// Too many at once from one place; after so many seconds it may be tried again.
    TooMany(u64),
    /// The database is busy or away.
    Busy,
    /// A fault of ours.
    Internal,
}

impl Problem {
    pub(crate) const fn status(self) -> StatusCode {
        match self {
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Encoding => StatusCode::BAD_REQUEST,
            Self::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::Refused(_) | Self::People(_) | Self::Appointment(_) | Self::Overtaken => {
                StatusCode::CONFLICT
            }
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The word that names its texts.
    const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Encoding => "encoding",
            Self::ContentType => "content-type",
            Self::TooLarge => "too-large",
            Self::Slow => "slow",
            Self::Method => "method",
            Self::Forged => "forged",
            Self::Refused(_) | Self::People(_) | Self::Appointment(_) => "refused",
            Self::Overtaken => "overtaken",
            Self::Invalid => "invalid",
            Self::TooMany(_) => "too-many",
            Self::Busy => "busy",
            Self::Internal => "internal",
        }
    }

    const fn retry_after(self) -> Option<u64> {
        match self {
            Self::Busy => Some(BUSY_SECONDS),
            Self::TooMany(seconds) => Some(seconds),
            _ => None,
        }
    }

    /// Title and what to do.
    pub(crate) fn said(self, words: Words) -> (String, String) {
        let help = match self {
            Self::Refused(refusal) => refused(words, refusal),
            Self::People(refusal) => words.of("refusal-people", refusal.as_str()),
            Self::Appointment(refusal) => words.of("refusal-schedule", refusal.as_str()),
            _ => words.of("problem-help", self.word()),
        };
        (words.of("problem", self.word()), help)
    }

    /// The whole page.
    pub(crate) fn page(self, w: Words) -> Response {
        let (title, help) = self.said(w);
        let page = ProblemPage { w, title, help }.render();
        let mut response = match page {
            Ok(page) => (self.status(), Html(page)).into_response(),
            Err(_) => self.status().into_response(),
        };
        if let Some(seconds) = self.retry_after() {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// A refusal of the rules in words that say what to do.
pub(crate) fn refused(words: Words, refusal: Refusal) -> String {
    words.of("refusal", refusal.as_str())
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Missing => Self::Missing,
            Failure::Refused(refusal) => Self::Refused(refusal),
            Failure::People(refusal) => Self::People(refusal),
            Failure::Appointment(refusal) => Self::Appointment(refusal),
            Failure::Invalid(_) => Self::Invalid,
            Failure::Overtaken(_) => Self::Overtaken,
            store @ Failure::Store(_) => {
                noted(&store);
                if store.is_busy() {
                    Self::Busy
                } else {
                    Self::Internal
                }
            }
        }
    }
}

/// Puts into the log what the database could not do; the page says no more than that it could not.
pub(crate) fn noted(failure: &Failure) {
    match failure {
        Failure::Store(error) if failure.is_full() => {
            tracing::error!(%error, "a request found no space left");
        }
        Failure::Store(error) if failure.is_busy() => {
            tracing::warn!(%error, "a request found the database busy");
        }
        Failure::Store(error) => tracing::error!(%error, "a request failed"),
        Failure::Missing
        | Failure::Refused(_)
        | Failure::People(_)
        | Failure::Appointment(_)
        | Failure::Invalid(_)
        | Failure::Overtaken(_) => {}
    }
}

/// Leaves the words to [`crate::finish`], which knows the reader's language.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    w: Words,
    title: String,
    help: String,
}

/// A rendered page; a template that fails is a fault of ours.
pub(crate) fn show(page: &impl Template) -> Result<Response, Problem> {
    show_as(StatusCode::OK, page)
}

/// The same with another status than 200.
pub(crate) fn show_as(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let html = page.render().map_err(|error| {
        tracing::error!(%error, "a page could not be rendered");
        Problem::Internal
    })?;
    Ok((status, Html(html)).into_response())
}

#[cfg(test)]
mod tests {
    use anteroom_store::StoreError;

    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_busy_or_unreachable_database_is_503_and_says_when_to_come_back() {
        for error in [
            StoreError::Busy,
            StoreError::Unavailable("gone".to_owned()),
            StoreError::Full,
        ] {
            let page = Problem::from(Failure::Store(error)).page(Words::new(Lang::En, "US"));
            assert_eq!(page.status(), StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(page.headers()[RETRY_AFTER], "10");
        }
    }

    #[test]
    fn what_the_database_said_stays_in_the_log() {
        let problem = Problem::from(Failure::Store(StoreError::Other("SELECT secret".to_owned())));
        assert_eq!(problem, Problem::Internal);
        let (title, help) = problem.said(Words::new(Lang::En, "US"));
        assert!(!format!("{title}{help}").contains("SELECT"));
    }
}
