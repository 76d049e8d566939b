//! Site work: what the site could not answer, as things to do with an owner and a due date. It stands in no promise to
//! patients, and holds nobody's name: who searched or said "not helpful" is not known here.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ids::{MemberId, SiteWorkId};
use crate::limits;
use crate::text;

crate::words! {
    /// What there is to do.
    Kind {
        /// An article didn't help.
        Opinion = "opinion",
        /// A search found nothing.
        Search = "search",
        /// An article is past its review date.
        Review = "review",
        /// A fact of the practice has not been looked at for long.
        Fact = "fact",
    }
}

crate::words! {
    /// Where it stands.
    State {
        /// Somebody has to do it.
        Open = "open",
        /// It is done.
        Done = "done",
    }
}

crate::words! {
    /// Why an article didn't help.
    Reason {
        /// It answers another question.
        Other = "other",
        /// It is hard to understand.
        Hard = "hard",
        /// It is wrong or old.
        Wrong = "wrong",
        /// It leaves out what matters.
        Short = "short",
    }
}

impl Kind {
    /// Days until it is due: what told a patient something wrong goes before what told them nothing.
    pub const fn days(self) -> i32 {
        match self {
            Self::Opinion => 7,
            Self::Search | Self::Review | Self::Fact => 14,
        }
    }

    /// The day on which it is due that came up on `day`.
    pub fn due(self, day: Date) -> Date {
        day.checked_add(i64::from(self.days()).days())
            .unwrap_or(Date::MAX)
    }
}

/// Something to do about the site, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: SiteWorkId,
    /// What.
    pub kind: Kind,
    /// Counts its acts; saved only if it is still the one that was seen.
    pub version: i64,
    /// Where it stands.
    pub state: State,
    /// Who sees to it.
    pub member: Option<MemberId>,
    /// Until when.
    pub due: Date,
}

impl Item {
    /// It is done. Whoever does what is nobody's has done it; `false` if it was done already.
    pub fn done(&mut self, by: Option<MemberId>) -> bool {
        self.turn(State::Done, by)
    }

    /// It was not done after all; `false` if it is open already.
    pub fn undone(&mut self) -> bool {
        self.turn(State::Open, None)
    }

    fn turn(&mut self, state: State, by: Option<MemberId>) -> bool {
        if self.state == state {
            return false;
        }
        self.state = state;
        self.member = self.member.or(by);
        self.version += 1;
        true
    }

    /// Somebody else sees to it, until another day.
    pub fn give(&mut self, member: Option<MemberId>, due: Date) {
        self.member = member;
        self.due = due;
        self.version += 1;
    }

    /// Whether its day has passed.
    pub fn is_late(&self, today: Date) -> bool {
        self.state == State::Open && self.due < today
    }
}

/// Who sees to something new: the article's owner, else who keeps the site, else who was put in charge first. The lists hold
/// those who work here now.
pub fn owner(
    article: Option<MemberId>,
    keeper: Option<MemberId>,
    members: &[MemberId],
    in_charge: &[MemberId],
) -> Option<MemberId> {
    let here = |member: &MemberId| members.contains(member);
    article
        .filter(here)
        .or(keeper.filter(here))
        .or(in_charge.first().copied())
}

/// What is kept of words that found nothing; nothing where they can't be anybody's question or name somebody. Numbers are
/// struck out: a search box is no place for a birth date or a phone number, and some are typed there.
pub fn searched(typed: &str) -> Option<String> {
    let line = text::line(typed, limits::SEARCHED_WORDS).ok()?.to_lowercase();
    let letters = line.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters < limits::SEARCH_LEAST || line.contains('@') {
        return None;
    }
    let digits = line.chars().filter(char::is_ascii_digit).count();
    if digits < 5 {
        return Some(line);
    }
    Some(
        line.chars()
            .map(|letter| if letter.is_ascii_digit() { '#' } else { letter })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn item() -> Item {
        Item {
            id: SiteWorkId([1; 16]),
            kind: Kind::Opinion,
            version: 1,
            state: State::Open,
            member: None,
            due: date(2026, 11, 10),
        }
    }

    #[test]
    fn what_is_done_is_done_once_and_can_be_undone() {
        let me = MemberId([7; 16]);
        let mut item = item();
        assert!(item.done(Some(me)) && !item.done(Some(MemberId([8; 16]))));
        assert_eq!(
            (item.state, item.member, item.version),
            (State::Done, Some(me), 2)
        );
        assert!(item.undone() && !item.undone());
        assert_eq!(
            (item.state, item.member, item.version),
            (State::Open, Some(me), 3)
        );
    }

    #[test]
    fn it_is_late_from_the_day_after_its_day_and_never_once_it_is_done() {
        let mut item = item();
        assert!(!item.is_late(date(2026, 11, 10)) && item.is_late(date(2026, 11, 11)));
        item.done(None);
        assert!(!item.is_late(date(2026, 12, 1)));
        assert_eq!(Kind::Opinion.due(date(2026, 12, 28)), date(2027, 1, 4));
    }

    #[test]
    fn it_falls_to_the_articles_owner_then_to_the_keeper_then_to_who_is_in_charge() {
        let [ana, ben, cleo] = [1, 2, 3].map(|of| MemberId([of; 16]));
        let all = [ana, ben, cleo];
        assert_eq!(owner(Some(ana), Some(ben), &all, &[cleo]), Some(ana));
        assert_eq!(owner(None, Some(ben), &all, &[cleo]), Some(ben));
        assert_eq!(owner(Some(ana), Some(ben), &[cleo], &[cleo]), Some(cleo));
        assert_eq!(owner(None, None, &[], &[]), None);
    }

    #[test]
    fn an_empty_search_keeps_its_words_and_nobodys_number_or_address() {
        assert_eq!(searched("  Frenulum  ").as_deref(), Some("frenulum"));
        assert_eq!(searched("tom 512 555-0100").as_deref(), Some("tom ### ###-####"));
        assert_eq!(searched("age 3 cough").as_deref(), Some("age 3 cough"));
        assert_eq!(searched("tom@example.org"), None);
        assert_eq!(searched("?!"), None);
        assert_eq!(searched(&"word ".repeat(40)), None);
    }
}
