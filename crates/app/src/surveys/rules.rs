//! What a practice set for its surveys, read from its settings. It knows no page.

use std::collections::BTreeMap;

use anteroom_core::Span;
use anteroom_core::surveys::{self, Hours};

pub(super) const ON: &str = "surveys.on";
pub(super) const TRIGGER: &str = "surveys.trigger";
pub(super) const DELAY: &str = "surveys.delay_hours";
pub(super) const COOLDOWN: &str = "surveys.cooldown_days";
pub(super) const PERCENT: &str = "surveys.percent";
pub(super) const FROM: &str = "surveys.from";
pub(super) const UNTIL: &str = "surveys.until";
pub(super) const TARGET: &str = "surveys.target";
pub(super) const OWNER: &str = "surveys.owner";
/// How the settings of the question begin; its language follows.
pub(super) const QUESTION: &str = "surveys.question.";

/// What a practice set for its surveys, and what was not set by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Who is asked, and when.
    pub asks: surveys::Rules,
    /// The question in the practice's own words, by language.
    questions: BTreeMap<String, String>,
}

/// Minutes of a day as `9:30` tells them.
pub(super) fn minutes(text: &str) -> Option<i64> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    let known = (0..24).contains(&hour) && (0..60).contains(&minute) || (hour, minute) == (24, 0);
    known.then_some(hour * 60 + minute)
}

/// The same the other way.
pub(super) fn clock(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

impl Rules {
    /// Reads them among a practice's settings. A value that can't be read is as good as none.
    pub(crate) fn read(rows: &BTreeMap<String, String>) -> Self {
        let usual = surveys::Rules::default();
        let text = |name: &str| rows.get(name).map_or("", String::as_str);
        let number = |name: &str, usual: i64| text(name).parse().unwrap_or(usual);
        let hours = Hours {
            from: minutes(text(FROM)).unwrap_or(usual.hours.from),
            until: minutes(text(UNTIL)).unwrap_or(usual.hours.until),
        };
        let asks = surveys::Rules {
            on: text(ON) == "1",
            trigger: text(TRIGGER).parse().unwrap_or(usual.trigger),
            delay: Span::from_hours(number(DELAY, usual.delay.whole_minutes() / 60)),
            cooldown: Span::from_days(number(COOLDOWN, usual.cooldown.whole_minutes() / (24 * 60))),
            percent: number(PERCENT, usual.percent),
            hours: if hours.from < hours.until {
                hours
            } else {
                usual.hours
            },
            target: number(TARGET, usual.target),
            owner: text(OWNER).parse().ok(),
        };
        let worded = rows.iter().filter(|(_, words)| !words.is_empty());
        let questions = worded.filter_map(|(name, words)| {
            let language = name.strip_prefix(QUESTION)?;
            Some((language.to_owned(), words.clone()))
        });
        Self {
            asks,
            questions: questions.collect(),
        }
    }

    /// The question in a language; nothing where the practice has no words of its own.
    pub fn question(&self, language: &str) -> Option<&str> {
        self.questions.get(language).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_they_are_written() {
        for (text, read) in [("9:00", Some(540)), ("0:05", Some(5)), ("24:00", Some(1440))] {
            assert_eq!(minutes(text), read);
            assert_eq!(read.map(clock).as_deref(), Some(text));
        }
        for text in ["", "9", "25:00", "9:60", "-1:00", "24:01"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    #[test]
    fn hours_that_end_before_they_begin_are_as_good_as_none() {
        let rows =
            [(FROM, "20:00"), (UNTIL, "8:00")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let read = Rules::read(&BTreeMap::from(rows));
        assert_eq!(read.asks.hours, surveys::Rules::default().hours);
    }
}
