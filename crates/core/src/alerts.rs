//! Alerts: who is rung because a patient's words speak of danger, and when it climbs. It knows no words and no page: which
//! words these are `danger` says, and every instant, member and hour is handed in.

mod marks;

#[cfg(test)]
mod tests;

pub use marks::{Mark, Piece, excerpt, pieces, read_marks, write_marks};

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::access::Role;
use crate::hours::Schedule;
use crate::ids::{AlertId, EntryId, MemberId, RequestId};
use crate::requests::Refusal;
use crate::words::UnknownWord;
use crate::{Span, Time, limits};

/// A step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// One person.
    Member(MemberId),
    /// Everybody with this role.
    Role(Role),
    /// Whoever is on call by the roster.
    OnCall,
}

impl fmt::Display for Whom {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(id) => write!(out, "member:{id}"),
            Self::Role(role) => write!(out, "role:{role}"),
            Self::OnCall => out.write_str("on_call"),
        }
    }
}

impl FromStr for Whom {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        match text.split_once(':') {
            Some(("member", id)) => id.parse().map(Self::Member).map_err(|_| UnknownWord),
            Some(("role", role)) => role.parse().map(Self::Role),
            None if text == "on_call" => Ok(Self::OnCall),
            _ => Err(UnknownWord),
        }
    }
}

crate::words! {
    /// Which ladder is climbed.
    Course {
        /// While the desk is open.
        Open = "open",
        /// While it is closed: those on call.
        AfterHours = "after_hours",
    }
}

/// Who is rung, one step after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// While the desk is open.
    pub open: Vec<Whom>,
    /// While it is closed.
    pub after_hours: Vec<Whom>,
    /// Who is on call by the roster now.
    pub on_call: Vec<MemberId>,
    /// How long each step has to acknowledge in the first rounds.
    pub climb: Span,
}

impl Default for Ladder {
    fn default() -> Self {
        Self {
            open: Vec::new(),
            after_hours: Vec::new(),
            on_call: Vec::new(),
            climb: limits::CLIMB,
        }
    }
}

/// Somebody who works at the practice now.
pub type Works = (MemberId, Role);

impl Ladder {
    /// The same where duties on call stand on a roster: after hours whoever has one is rung first.
    #[must_use]
    pub fn with_roster(mut self, on_call: Vec<MemberId>) -> Self {
        self.after_hours.retain(|step| *step != Whom::OnCall);
        self.after_hours.insert(0, Whom::OnCall);
        Self { on_call, ..self }
    }

    /// Who works here now and stands on a step.
    fn whom(&self, step: Whom, works: &[Works]) -> Vec<MemberId> {
        let stands = |(id, role): &&Works| match step {
            Whom::Member(member) => *id == member,
            Whom::Role(of) => *role == of,
            Whom::OnCall => self.on_call.contains(id),
        };
        works.iter().filter(stands).map(|(id, _)| *id).collect()
    }

    /// The steps of a course.
    pub fn steps(&self, course: Course) -> &[Whom] {
        match course {
            Course::Open => &self.open,
            Course::AfterHours => &self.after_hours,
        }
    }

    /// When the next ring follows one, if nobody acknowledges. After [`limits::PRESSING_ROUNDS`] everybody has been rung so
    /// often that as many rings more would only teach them to turn it off: each further round takes twice as long as the one
    /// before, and never ends. Whoever comes on or goes on call meanwhile has not heard it, and does not wait for that.
    fn next(&self, rung: Rung, hours: &Schedule) -> Time {
        let longest = self.climb.max(limits::PAUSE_MAX);
        let mut pause = self.climb;
        for _ in limits::PRESSING_ROUNDS..=rung.round {
            if pause == longest {
                break;
            }
            pause = (pause + pause).min(longest);
        }
        let next = rung.at + pause;
        match hours.next_change(rung.at) {
            Some((change, _)) if pause > self.climb => next.min(change),
            _ => next,
        }
    }

    /// The courses on which nobody would be rung: they are not set, or whoever was named works here no longer.
    pub fn unset(&self, works: &[Works]) -> Vec<Course> {
        let courses = Course::ALL.iter().copied();
        courses
            .filter(|course| {
                let mut steps = self.steps(*course).iter();
                steps.all(|step| self.whom(*step, works).is_empty())
            })
            .collect()
    }
}

/// How far an alert has climbed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// On which ladder.
    pub course: Course,
    /// The step that is rung, from 0.
    pub step: i64,
    /// How often it has started again at the top of this ladder.
    pub round: i64,
    /// Since when.
    pub at: Time,
}

/// Words of danger that somebody has to acknowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    /// Its id.
    pub id: AlertId,
    /// The request that the words were said to.
    pub request: RequestId,
    /// Their line.
    pub entry: EntryId,
    /// When they reached us.
    pub raised_at: Time,
    /// How far it has climbed; nothing before its first ring.
    pub rung: Option<Rung>,
    /// By whom and when it was acknowledged.
    pub acknowledged: Option<(MemberId, Time)>,
}

impl Alert {
    /// Somebody has read it and sees to it. Only the first one counts: the time that it took.
    pub fn acknowledge(&mut self, by: MemberId, now: Time) -> Result<Span, Refusal> {
        if self.acknowledged.is_some() {
            return Err(Refusal::AlreadySo);
        }
        self.acknowledged = Some((by, now));
        Ok(self.took().unwrap_or_default())
    }

    /// How long it took to be acknowledged.
    pub fn took(&self) -> Option<Span> {
        self.acknowledged.map(|(_, at)| at.since(self.raised_at))
    }
}

/// What the ladder wants now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Climb {
    /// Nothing more: it was acknowledged.
    Over,
    /// Nothing before this instant.
    Later(Time),
    /// To ring.
    Ring {
        /// How far it has climbed with this ring.
        rung: Rung,
        /// Whom, each once.
        whom: Vec<MemberId>,
        /// When it climbs next.
        next_at: Time,
    },
}

/// Decides who is rung for an alert now. The steps stand on a grid from the instant that the words came, so that a late
/// worker costs the patient nothing: whoever should have been rung meanwhile is rung at once.
pub fn climb(alert: &Alert, ladder: &Ladder, hours: &Schedule, works: &[Works], now: Time) -> Climb {
    if alert.acknowledged.is_some() {
        return Climb::Over;
    }
    let mut due = alert
        .rung
        .map_or(alert.raised_at, |rung| ladder.next(rung, hours));
    if due > now {
        return Climb::Later(due);
    }
    let mut rings = BTreeSet::new();
    let mut rung = alert.rung;
    // A whole round of the longest ladder, with those on call before it: after that everybody has been rung anyway.
    for _ in 0..=limits::LADDER_STEPS + 1 {
        let course = if hours.is_open(due) {
            Course::Open
        } else {
            Course::AfterHours
        };
        let (next, whom) = step(rung, (course, ladder), works, due);
        rings.extend(whom);
        rung = Some(next);
        due = ladder.next(next, hours);
        if due > now {
            break;
        }
    }
    let Some(rung) = rung else {
        return Climb::Later(due);
    };
    // Who was away for longer goes on from now.
    let at = if due > now { rung.at } else { now };
    let rung = Rung { at, ..rung };
    Climb::Ring {
        rung,
        whom: rings.into_iter().collect(),
        next_at: ladder.next(rung, hours),
    }
}

const fn top(course: Course, round: i64, at: Time) -> Rung {
    Rung {
        course,
        step: 0,
        round,
        at,
    }
}

/// The step after `rung`: steps at which nobody works are passed over, the end leads to the top again, and when the desk
/// opens or closes meanwhile the other ladder begins at its top, in its first round.
fn step(
    rung: Option<Rung>,
    (course, ladder): (Course, &Ladder),
    works: &[Works],
    at: Time,
) -> (Rung, Vec<MemberId>) {
    let same = rung.filter(|rung| rung.course == course);
    let round = same.map_or(0, |rung| rung.round);
    let first = same.map_or(0, |rung| rung.step + 1);
    let numbered = || (0_i64..).zip(ladder.steps(course).iter().map(|step| ladder.whom(*step, works)));
    let later = numbered().find(|(step, whom)| *step >= first && !whom.is_empty());
    if let Some((step, whom)) = later {
        let rung = Rung {
            step,
            ..top(course, round, at)
        };
        return (rung, whom);
    }
    // Only who was rung on this ladder before hears its top again.
    let round = round + i64::from(same.is_some());
    match numbered().find(|(_, whom)| !whom.is_empty()) {
        Some((step, whom)) => (
            Rung {
                step,
                ..top(course, round, at)
            },
            whom,
        ),
        None => (top(course, round, at), answerable(works)),
    }
}

/// Whom an empty ladder rings: those who have to set it, else everybody.
fn answerable(works: &[Works]) -> Vec<MemberId> {
    let leads = |(_, role): &&Works| matches!(role, Role::Administrator | Role::Manager);
    let leading: Vec<MemberId> = works.iter().filter(leads).map(|(id, _)| *id).collect();
    if leading.is_empty() {
        works.iter().map(|(id, _)| *id).collect()
    } else {
        leading
    }
}
