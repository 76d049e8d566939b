//! Visits to the site: where one ends, what counts of it, and who is no visitor but a program. It knows nobody: who came is
//! the business of whoever keeps the visits, and forgotten there.

use crate::{Time, limits};

/// What somebody did on the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Looked at a page.
    Look,
    /// Searched the help centre.
    Search,
    /// Read an article.
    Read,
    /// Sent a request.
    Send,
}

/// What counts of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Seen {
    /// Something was searched for.
    pub searched: bool,
    /// An article was read.
    pub read: bool,
    /// A request was sent.
    pub sent: bool,
}

impl Seen {
    /// Whether the promise counts the visit: it searched or read.
    pub const fn counts(self) -> bool {
        self.searched || self.read
    }

    /// Whether the site answered it: it searched or read, and sent nothing.
    pub const fn answered(self) -> bool {
        self.counts() && !self.sent
    }
}

/// A visit that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// When something was last done.
    pub last: Time,
    /// What counts of it.
    pub seen: Seen,
}

impl Visit {
    /// One that begins.
    pub fn begin(now: Time) -> Self {
        Self {
            last: now,
            seen: Seen::default(),
        }
    }

    /// Whether what is done now still belongs to it: less than [`limits::VISIT_IDLE`] has passed.
    pub fn goes_on(&self, now: Time) -> bool {
        now.since(self.last) < limits::VISIT_IDLE
    }

    /// Something is done; whether that changes what counts of the visit.
    pub fn does(&mut self, deed: Deed, now: Time) -> bool {
        let before = self.seen;
        self.last = self.last.max(now);
        match deed {
            Deed::Look => {}
            Deed::Search => self.seen.searched = true,
            Deed::Read => self.seen.read = true,
            Deed::Send => self.seen.sent = true,
        }
        self.seen != before
    }
}

/// Whether the name that a browser gives itself is a program's: it names its trade, or doesn't begin as every browser does.
pub fn is_program(agent: &str) -> bool {
    const TRADES: [&str; 10] = [
        "bot",
        "crawl",
        "spider",
        "slurp",
        "preview",
        "headless",
        "lighthouse",
        "monitor",
        "http://",
        "https://",
    ];
    let agent = agent.to_ascii_lowercase();
    !(agent.starts_with("mozilla/") || agent.starts_with("opera/"))
        || TRADES.iter().any(|trade| agent.contains(trade))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    const NOON: Time = Time::from_micros(1_793_719_080_000_000);

    #[test]
    fn a_visit_ends_after_thirty_idle_minutes_and_every_page_keeps_it() {
        let mut visit = Visit::begin(NOON);
        let later = NOON + Span::from_minutes(29);
        assert!(visit.goes_on(later));
        assert!(!visit.goes_on(NOON + Span::from_minutes(30)));
        assert!(!visit.does(Deed::Look, later));
        assert!(visit.goes_on(NOON + Span::from_minutes(58)));
    }

    #[test]
    fn who_reads_and_sends_nothing_was_answered_and_who_only_sends_does_not_count() {
        let seen = |deeds: &[Deed]| {
            let mut visit = Visit::begin(NOON);
            for deed in deeds {
                visit.does(*deed, NOON);
            }
            (visit.seen.counts(), visit.seen.answered())
        };
        assert_eq!(seen(&[Deed::Search, Deed::Read]), (true, true));
        assert_eq!(seen(&[Deed::Read, Deed::Send]), (true, false));
        assert_eq!(seen(&[Deed::Send, Deed::Search]), (true, false));
        assert_eq!(seen(&[Deed::Send]), (false, false));
        assert_eq!(seen(&[Deed::Look]), (false, false));
    }

    #[test]
    fn the_same_again_changes_nothing_that_would_have_to_be_written() {
        let mut visit = Visit::begin(NOON);
        assert!(visit.does(Deed::Read, NOON));
        assert!(!visit.does(Deed::Read, NOON));
        assert!(visit.does(Deed::Send, NOON));
    }

    #[test]
    fn programs_are_told_by_their_names() {
        for program in [
            "",
            "curl/8.5.0",
            "python-requests/2.31",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0.0.0 Safari/537.36",
        ] {
            assert!(is_program(program), "{program}");
        }
        for browser in [
            "Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Safari/604.1",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
        ] {
            assert!(!is_program(browser), "{browser}");
        }
    }
}
