//! What stands around every page: the patient's frame with the emergency line and the phone, and the desk's bar. It
//! knows no page inside.

use anteroom_app::hours::Door;
use anteroom_app::practices::{Facts, Practice, by_slug, facts};
use anteroom_core::access::Right;
use anteroom_core::{Time, text};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::Web;
use crate::alerts::Bell;
use crate::errors::Problem;
use crate::i18n::{Lang, Tongue, Words};
use crate::seat::Seat;
use crate::when::When;

/// The values in a path; text that is no UTF-8 is refused with what to do, any other misfit is a page that isn't there.
pub(crate) struct In<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for In<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        use axum::extract::path::ErrorKind;
        use axum::extract::rejection::PathRejection;
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(values)) => Ok(Self(values)),
            Err(PathRejection::FailedToDeserializePathParams(failed))
                if matches!(failed.kind(), ErrorKind::InvalidUtf8InPathParam { .. }) =>
            {
                Err(Problem::Encoding)
            }
            Err(_) => Err(Problem::Missing),
        }
    }
}

/// What a patient's page of a practice has around it.
pub(crate) struct Public {
    pub w: Words,
    pub facts: Facts,
    /// The page's own path, for the links to other languages.
    pub here: String,
    pub when: When,
    /// Says that nothing is real here, where that is so.
    pub demo: Option<String>,
}

/// What every page of a demo says: what time it is there, and that nothing is real.
fn demo(web: &Web, w: Words, when: &When) -> Option<String> {
    let told = || w.with("demo-note", "when", when.weekday_clock(when.now()));
    web.config.is_demo.then(told)
}

/// The practice that a path names.
pub(crate) async fn named(web: &Web, slug: &str) -> Result<Practice, Problem> {
    let slug = text::slug(slug).map_err(|_| Problem::Missing)?;
    Ok(by_slug(&web.app, &slug).await?)
}

impl Public {
    /// The frame of the practice that a path names.
    pub(crate) async fn load(web: &Web, slug: &str, tongue: &Tongue, here: String) -> Result<Self, Problem> {
        let practice = named(web, slug).await?;
        Self::of(web, &practice, tongue, here).await
    }

    /// The frame of a practice.
    pub(crate) async fn of(
        web: &Web,
        practice: &Practice,
        tongue: &Tongue,
        here: String,
    ) -> Result<Self, Problem> {
        let w = tongue.words_at(practice);
        let when = When::new(w, &practice.timezone, web.app.now());
        let facts = facts(&web.app, practice).await?;
        let demo = demo(web, w, &when);
        Ok(Self {
            w,
            facts,
            here,
            when,
            demo,
        })
    }

    pub(crate) fn practice(&self) -> &Practice {
        &self.facts.practice
    }

    /// What the practice words itself, in the page's language; empty where it does not.
    pub(crate) fn own(&self, text: &str) -> String {
        self.facts
            .words
            .of(text, self.w.tag())
            .unwrap_or_default()
            .to_owned()
    }

    /// What to bring to a visit, as the practice words it; empty where it doesn't.
    pub(crate) fn brings(&self) -> String {
        self.own("bring")
    }

    /// What it says while it is closed; empty while it is open.
    pub(crate) fn closed(&self) -> String {
        match self.facts.door {
            Door::Closed(_) => self.own("closed"),
            Door::Open(_) | Door::Unknown => String::new(),
        }
    }

    /// Whether a request can be sent: a practice without hours can't say when it answers.
    pub(crate) fn takes_requests(&self) -> bool {
        self.facts.answer_by.is_some()
    }

    pub(crate) fn languages(&self) -> Vec<Lang> {
        self.w.others()
    }

    /// The number for the link of a phone.
    pub(crate) fn dial(&self) -> String {
        dial(&self.facts.practice.phone)
    }

    pub(crate) fn emergency_dial(&self) -> String {
        dial(&self.facts.practice.emergency_number)
    }
}

/// The number of a `tel:` link: digits and a leading plus (RFC 3966), without the separators that people write.
pub(crate) fn dial(phone: &str) -> String {
    let number = phone.split(['x', '#']).next().unwrap_or_default();
    number
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == '+')
        .collect()
}

/// What a door says, in words.
pub(crate) fn door(w: Words, when: &When, door: Door) -> String {
    match door {
        Door::Open(Some(until)) => w.with("door-open-until", "when", when.moment(until)),
        Door::Open(None) => w.t("door-open"),
        Door::Closed(Some(from)) => w.with("door-closed-until", "when", when.moment(from)),
        Door::Closed(None) => w.t("door-closed"),
        Door::Unknown => w.t("door-unknown"),
    }
}

/// What a page of the desk has around it.
pub(crate) struct Staff {
    pub w: Words,
    pub seat: Seat,
    pub when: When,
    /// The page's name in the bar: `today`, `queue` or nothing.
    pub at: &'static str,
    /// How many wait, where the page knows it.
    pub waiting: Option<i64>,
    /// The request that the page shows.
    pub shows: Option<i64>,
    /// Says that nothing is real here, where that is so.
    pub demo: Option<String>,
}

impl Staff {
    pub(crate) fn new(web: &Web, seat: Seat, tongue: &Tongue, at: &'static str) -> Self {
        let w = tongue.words_at(&seat.desk.practice);
        let when = When::new(w, &seat.desk.practice.timezone, web.app.now());
        Self {
            w,
            seat,
            demo: demo(web, w, &when),
            when,
            at,
            waiting: None,
            shows: None,
        }
    }

    /// For what is read outside of any page.
    pub(crate) fn unseated(w: Words, seat: Seat, now: Time) -> Self {
        Self {
            when: When::new(w, &seat.desk.practice.timezone, now),
            w,
            seat,
            at: "",
            waiting: None,
            shows: None,
            demo: None,
        }
    }

    pub(crate) fn practice(&self) -> &Practice {
        &self.seat.desk.practice
    }

    /// The desk's own path, before every link of it.
    pub(crate) fn base(&self) -> String {
        format!("/desk/{}", self.seat.desk.practice.slug)
    }

    /// How many wait, in words.
    pub(crate) fn count(&self) -> Option<String> {
        self.waiting.map(|count| crate::queue::counted(self.w, count))
    }

    /// How many visits are to be agreed on, in words; nothing while there are none.
    pub(crate) fn to_schedule(&self) -> Option<String> {
        let open = self.seat.to_schedule;
        (open > 0).then(|| crate::queue::counted(self.w, open))
    }

    /// What rings for whoever reads the page.
    pub(crate) fn bells(&self) -> Vec<Bell> {
        self.seat
            .rings
            .iter()
            .map(|ringing| Bell::new(self, ringing))
            .collect()
    }

    /// That nobody holds a line, in words; nothing on the pages that say so themselves.
    pub(crate) fn uncovered(&self) -> Option<String> {
        let (line, _) = self.seat.uncovered.first()?;
        if matches!(self.at, "today" | "roster") {
            return None;
        }
        let more = i64::try_from(self.seat.uncovered.len() - 1).unwrap_or(i64::MAX);
        Some(if more == 0 {
            self.w.with("roster-bar", "line", line.clone())
        } else {
            self.w
                .with2("roster-bar-more", ("line", line.clone()), ("n", more))
        })
    }

    pub(crate) fn me(&self) -> &str {
        &self.seat.desk.member.name
    }

    /// Whether the settings open for them.
    pub(crate) fn manages(&self) -> bool {
        self.seat.desk.role.may(Right::Manage)
    }

    pub(crate) fn token(&self) -> String {
        self.seat.token()
    }
}

/// The first letters of a name's first and last word.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

/// The first word of a name: what patients read.
pub(crate) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_dials_what_is_written_without_its_extension() {
        assert_eq!(dial("(512) 555-0100"), "5125550100");
        assert_eq!(dial("+1 512 555 0100 x12"), "+15125550100");
    }

    #[test]
    fn initials_are_of_the_first_and_last_word() {
        assert_eq!(initials("Maria de la Cruz"), "MC");
        assert_eq!(initials("łukasz"), "Ł");
        assert_eq!(initials(""), "");
    }
}
