//! Surveys: who is asked whether they would recommend the practice, when, and what follows from an answer.
//!
//! Fair by construction: whether somebody is drawn is told by a digest that nobody chooses, and all are asked in the same
//! words. It knows no letter, no page and no row.

use jiff::civil::{Time as Clock, date};
use jiff::tz::TimeZone;

use crate::ids::MemberId;
use crate::text::{self, Fault};
use crate::{Span, Time, limits};

crate::words! {
    /// Which of three groups a score belongs to.
    Group {
        /// 9 and 10.
        Promoter = "promoter",
        /// 7 and 8.
        Passive = "passive",
        /// 0 to 6.
        Detractor = "detractor",
    }
}

crate::words! {
    /// After what patients are asked.
    Trigger {
        /// After a request was resolved.
        Requests = "requests",
        /// After a visit.
        Visits = "visits",
        /// After either.
        Both = "both",
    }
}

crate::words! {
    /// What came before the question, or where else the answer is from.
    Occasion {
        /// A request that was resolved.
        Request = "request",
        /// A visit.
        Visit = "visit",
        /// Brought over from elsewhere.
        Import = "import",
    }
}

impl Trigger {
    /// Whether this occasion is one of those.
    pub const fn has(self, occasion: Occasion) -> bool {
        matches!(
            (self, occasion),
            (Self::Requests | Self::Both, Occasion::Request) | (Self::Visits | Self::Both, Occasion::Visit)
        )
    }
}

crate::words! {
    /// Why somebody is not asked.
    Skip {
        /// The practice asks nobody.
        Off = "off",
        /// The practice asks after something else.
        OtherTrigger = "other_trigger",
        /// They can't be written to: no address of their own, or a confidential channel that is a telephone.
        NoWay = "no_way",
        /// It was about something sensitive, and there is no confidential channel (45 CFR 164.522(b)).
        Sensitive = "sensitive",
        /// They said that they don't want to be asked.
        Declined = "declined",
        /// They or their household were asked not long ago.
        Rests = "rests",
        /// The draw left them out.
        NotDrawn = "not_drawn",
    }
}

/// An answer from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The highest.
    pub const MAX: u8 = 10;

    /// A score; nothing outside 0 to 10.
    pub fn new(score: i64) -> Option<Self> {
        let score = u8::try_from(score).ok()?;
        (score <= Self::MAX).then_some(Self(score))
    }

    /// The number.
    pub const fn value(self) -> i64 {
        self.0 as i64
    }

    /// Its place among eleven.
    pub const fn place(self) -> usize {
        self.0 as usize
    }

    /// Which group it belongs to.
    pub const fn group(self) -> Group {
        match self.0 {
            9.. => Group::Promoter,
            7..=8 => Group::Passive,
            _ => Group::Detractor,
        }
    }
}

/// The part of a day in which letters may go out, in minutes of the practice's wall clock: [from, until).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The first minute.
    pub from: i64,
    /// The first minute after it.
    pub until: i64,
}

impl Hours {
    /// The first instant from `at` on in these hours; `at` itself where the zone's clock can't be told.
    pub fn first(self, at: Time, zone: &TimeZone) -> Time {
        let Some(now) = at.to_jiff().map(|now| now.to_zoned_datetime(zone.clone())) else {
            return at;
        };
        let minute = i64::from(now.hour()) * 60 + i64::from(now.minute());
        if (self.from..self.until).contains(&minute) {
            return at;
        }
        let day = if minute < self.from {
            Some(now.date())
        } else {
            now.date().tomorrow().ok()
        };
        let (hour, minute) = (self.from / 60, self.from % 60);
        let clock = i8::try_from(hour).ok().zip(i8::try_from(minute).ok());
        let opens = clock.and_then(|(hour, minute)| Clock::new(hour, minute, 0, 0).ok());
        let opens = day.zip(opens).map(|(day, opens)| day.to_datetime(opens));
        let opens = opens.and_then(|opens| opens.to_zoned_datetime(zone.clone()).ok());
        opens.map_or(at, |opens| Time::from(opens.timestamp()))
    }
}

/// What a practice sets for its surveys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Whether anybody is asked.
    pub on: bool,
    /// After what.
    pub trigger: Trigger,
    /// How long after it.
    pub delay: Span,
    /// How long a household and an address are left alone afterwards.
    pub cooldown: Span,
    /// How many in a hundred are drawn.
    pub percent: i64,
    /// When letters may go out.
    pub hours: Hours,
    /// The points that the promise wants.
    pub target: i64,
    /// Who sees to those who would not recommend the practice; a manager where nobody is named.
    pub owner: Option<MemberId>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            on: false,
            trigger: Trigger::Requests,
            delay: Span::from_hours(2),
            cooldown: Span::from_days(90),
            percent: 100,
            hours: Hours {
                from: 9 * 60,
                until: 19 * 60,
            },
            target: 50,
            owner: None,
        }
    }
}

impl Rules {
    /// When the letter of an occasion goes out: not while what came before can still be taken back.
    pub fn due_at(&self, at: Time, zone: &TimeZone) -> Time {
        self.hours.first(at + self.delay.max(limits::UNDO), zone)
    }
}

/// What is known of somebody who could be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chance {
    /// What came before.
    pub occasion: Occasion,
    /// Whether it was about something sensitive.
    pub sensitive: bool,
    /// Whether they can be written to, and whether that is a confidential channel.
    pub way: Option<Confidential>,
    /// Whether they said that they don't want to be asked.
    pub declined: bool,
    /// When anybody of their household, or their address, was asked last.
    pub asked_at: Option<Time>,
    /// What the draw is told by, see [`is_drawn`].
    pub draw: [u8; 8],
}

/// Whether a way to reach somebody is their confidential channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confidential(pub bool);

/// Whether somebody is asked, or why not. The draw comes last, so that it is among those who could be asked.
pub fn asks(rules: &Rules, chance: &Chance, now: Time) -> Result<(), Skip> {
    if !rules.on {
        return Err(Skip::Off);
    }
    if !rules.trigger.has(chance.occasion) {
        return Err(Skip::OtherTrigger);
    }
    let Confidential(confidential) = chance.way.ok_or(Skip::NoWay)?;
    if chance.sensitive && !confidential {
        return Err(Skip::Sensitive);
    }
    if chance.declined {
        return Err(Skip::Declined);
    }
    if chance.asked_at.is_some_and(|at| now.since(at) < rules.cooldown) {
        return Err(Skip::Rests);
    }
    if !is_drawn(chance.draw, rules.percent) {
        return Err(Skip::NotDrawn);
    }
    Ok(())
}

/// Whether somebody is drawn: a digest of the practice's seed, of who they are and of the period, as a number between 0 and 1,
/// against the share. Nobody chooses it, and it comes out the same however often it is asked in one period.
pub fn is_drawn(digest: [u8; 8], percent: i64) -> bool {
    let wanted = u128::try_from(percent.clamp(0, 100)).unwrap_or(0);
    u128::from(u64::from_be_bytes(digest)) * 100 < wanted << 64
}

/// The period of a draw: who was left out has another chance in the next. Periods are as long as the cooldown and begin with
/// the epoch.
pub fn period(at: Time, cooldown: Span) -> i64 {
    at.micros().div_euclid(cooldown.micros().max(1))
}

/// What somebody answered by their link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// From 0 to 10.
    pub score: Score,
    /// In words; may be empty.
    pub comment: String,
    /// Whether they want to be called.
    pub call: bool,
}

impl Said {
    /// Whether somebody of the practice has to look into it: they would not recommend it, want to be called, or wrote words
    /// of danger.
    pub fn asks_for_somebody(&self, danger: bool) -> bool {
        self.score.group() == Group::Detractor || self.call || danger
    }

    /// The line that a request of it begins with: score first, as the desk reads it, and at the end the wish for a call in the
    /// words beside the box that was ticked.
    pub fn line(&self, wish: &str) -> String {
        let mut line = format!("{}/{}", self.score.value(), Score::MAX);
        if !self.comment.is_empty() {
            line.push_str(": ");
            line.push_str(&self.comment);
        }
        if self.call {
            line.push_str("\n\n");
            line.push_str(wish);
        }
        line
    }

    /// What this says that was not said before, as a further line of that request; empty if nothing.
    pub fn news(&self, before: &Self, wish: &str) -> String {
        let comment = if self.comment == before.comment {
            String::new()
        } else {
            self.comment.clone()
        };
        let call = self.call && !before.call;
        if self.score != before.score {
            let news = Self {
                score: self.score,
                comment,
                call,
            };
            return news.line(wish);
        }
        let call = Some(wish.to_owned()).filter(|_| call);
        let parts = [Some(comment).filter(|comment| !comment.is_empty()), call];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
    }
}

/// A comment as it is kept: its lines cleaned, within [`limits::SURVEY_COMMENT`].
pub fn comment(typed: &str) -> Result<String, Fault> {
    text::paragraphs(typed, limits::SURVEY_COMMENT)
}

/// Until when an answer can be changed by its own link: later the answers are counted as they are, and whoever a link was
/// passed on to changes nothing.
pub fn changes_until(answered_at: Time) -> Time {
    answered_at + limits::SURVEY_CHANGE
}

/// Whether an instant can be that of an answer which is brought in: the question became known in 2003 (Reichheld, "The One
/// Number You Need to Grow"), so that what is said to be much older is a slip; and nobody answers in the future.
pub fn can_be_answered_at(at: Time, now: Time) -> bool {
    let first = date(2000, 1, 1).to_zoned_datetime(TimeZone::UTC);
    let first = first.map_or(Time::MIN, |first| Time::from(first.timestamp()));
    first <= at && at <= now
}

#[cfg(test)]
mod tests;
