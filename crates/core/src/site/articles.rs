//! Articles: what one may say in a language, which version is read by patients, when somebody has to read it again.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::limits;
use crate::text::{self, Fault};

/// The words of an article in one language, as typed or as they are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Its title.
    pub title: String,
    /// What it says, in a sentence or two.
    pub summary: String,
    /// Words that patients use for it and that don't stand in it.
    pub keywords: String,
    /// Markdown.
    pub body: String,
    /// Where it comes from, a line each.
    pub sources: String,
}

/// The fields of a [`Text`], by the names that forms give them.
pub const FIELDS: [&str; 5] = ["title", "summary", "keywords", "body", "sources"];

impl Text {
    /// The same, cleaned and within its bounds; else every field that can't be taken.
    pub fn checked(&self) -> Result<Self, Vec<(&'static str, Fault)>> {
        let mut faults = Vec::new();
        let mut take = |field, value: Result<String, Fault>| {
            value.unwrap_or_else(|fault| {
                faults.push((field, fault));
                String::new()
            })
        };
        let text = Self {
            title: take("title", text::required_line(&self.title, limits::LABEL_MAX)),
            summary: take("summary", text::line(&self.summary, limits::ARTICLE_SUMMARY)),
            keywords: take("keywords", text::line(&self.keywords, limits::ARTICLE_KEYWORDS)),
            body: take(
                "body",
                text::required_paragraphs(&self.body, limits::ARTICLE_WORDS),
            ),
            sources: take(
                "sources",
                text::paragraphs(&self.sources, limits::ARTICLE_SOURCES),
            ),
        };
        if faults.is_empty() { Ok(text) } else { Err(faults) }
    }
}

/// Where the versions of an article in one language stand. Version 1 is the first; a version is never changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Versions {
    /// The last that was written.
    pub latest: i64,
    /// The one that patients read; nothing while none is published.
    pub live: Option<i64>,
}

impl Versions {
    /// Whether something was written that patients don't read.
    pub fn has_draft(self) -> bool {
        self.latest > 0 && self.live != Some(self.latest)
    }
}

/// The day on which somebody has to read an article again that was read on `day`.
pub fn review_after(day: Date, months: i64) -> Date {
    let months = months.clamp(1, limits::REVIEW_MONTHS_MAX);
    day.checked_add(months.months()).unwrap_or(Date::MAX)
}

/// A slug that an article may have: none that a page of the help centre itself has.
pub fn slug(typed: &str) -> Result<String, Fault> {
    let slug = text::slug(typed)?;
    if RESERVED.contains(&slug.as_str()) {
        return Err(Fault::Taken);
    }
    Ok(slug)
}

/// Names that pages beside the articles may want.
const RESERVED: [&str; 3] = ["categories", "new", "search"];

/// The slug of a title: its words without accents, as many as fit.
pub fn slug_of(title: &str) -> String {
    let mut slug = String::new();
    for word in crate::people::search::name_words(title) {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() {
            continue;
        }
        if slug.len() + word.len() + 1 > limits::SLUG_MAX {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn text(body: &str) -> Text {
        Text {
            title: " Fever ".to_owned(),
            body: body.to_owned(),
            ..Text::default()
        }
    }

    #[test]
    fn an_article_is_cleaned_and_a_megabyte_is_refused_with_its_limit() {
        let kept = text("Call us.\r\nAt once.").checked().unwrap();
        assert_eq!(
            (kept.title.as_str(), kept.body.as_str()),
            ("Fever", "Call us.\nAt once.")
        );
        let fault = text(&"x".repeat(1_000_000)).checked();
        assert_eq!(fault, Err(vec![("body", Fault::TooLong(limits::ARTICLE_WORDS))]));
        let fault = Text::default().checked();
        assert_eq!(
            fault,
            Err(vec![("title", Fault::Missing), ("body", Fault::Missing)])
        );
    }

    #[test]
    fn a_version_that_patients_do_not_read_is_a_draft() {
        let of = |latest, live| Versions { latest, live }.has_draft();
        assert!(of(1, None) && of(3, Some(2)));
        assert!(!of(3, Some(3)) && !of(0, None));
    }

    #[test]
    fn a_review_falls_due_after_its_months_at_the_end_of_a_short_month_too() {
        assert_eq!(review_after(date(2026, 8, 31), 6), date(2027, 2, 28));
        assert_eq!(review_after(date(2026, 11, 3), 12), date(2027, 11, 3));
        assert_eq!(review_after(date(2026, 11, 3), 0), date(2026, 12, 3));
        assert_eq!(
            review_after(date(2026, 11, 3), 1_000),
            review_after(date(2026, 11, 3), limits::REVIEW_MONTHS_MAX)
        );
    }

    #[test]
    fn a_title_makes_a_slug_that_fits_and_the_help_centres_own_names_are_taken() {
        assert_eq!(slug_of("Fever: when to call?"), "fever-when-to-call");
        assert_eq!(slug_of("¿Qué traer?"), "que-traer");
        assert!(slug_of(&"long words ".repeat(20)).len() <= limits::SLUG_MAX);
        assert_eq!(slug("search"), Err(Fault::Taken));
        assert_eq!(slug("Fever"), Err(Fault::Shape));
    }
}
