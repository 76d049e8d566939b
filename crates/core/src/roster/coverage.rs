//! Which minutes of a line somebody held, which nobody did, and which nobody will: the past by who signed in and was on
//! shift, what is to come by the plan. In phone hours people count alone; after hours those on call and the answering service.

use std::collections::{BTreeMap, BTreeSet};

use super::minutes::{Minutes, begins, minute_of};
use super::{Roster, wall};
use crate::hours::Schedule;
use crate::ids::{LineId, MemberId};
use crate::{Span, Time};

crate::words! {
    /// What a minute of a line needs.
    Need {
        /// A person on the phones.
        Phone = "phone",
        /// Somebody on call, or an answering service.
        AfterHours = "after_hours",
    }
}

crate::words! {
    /// Who holds a minute of a line.
    Held {
        /// People on shift and signed in, or to be.
        People = "people",
        /// Somebody on call.
        OnCall = "on_call",
        /// An answering service.
        Answering = "answering",
        /// Nobody.
        Nobody = "nobody",
        /// Nobody can say: the line had no roster yet.
        Unmeasured = "unmeasured",
    }
}

/// A line that is watched.
#[derive(Debug, Clone, Copy)]
pub struct Watch<'a> {
    /// Which.
    pub line: LineId,
    /// Its phone hours.
    pub hours: &'a Schedule,
    /// Since when it has a roster: minutes before are not measured.
    pub since: Time,
}

/// Minutes in a row that one sort holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The first.
    pub from: Time,
    /// The first after them.
    pub to: Time,
    /// What they need.
    pub need: Need,
    /// Who holds them.
    pub held: Held,
    /// By whom: the people, or those on call.
    pub who: Vec<MemberId>,
    /// Whether this is the plan for what is to come.
    pub planned: bool,
}

impl Stretch {
    /// Its minutes.
    pub fn minutes(&self) -> i64 {
        self.to.since(self.from).whole_minutes()
    }
}

/// Minutes that nobody will hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Of which line.
    pub line: LineId,
    /// The first.
    pub from: Time,
    /// The first that is held again, or the end of what was looked at.
    pub to: Time,
    /// What they need.
    pub need: Need,
}

/// Minutes by what they need, and how many of them nobody held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// In phone hours.
    pub phone: i64,
    /// Of these without anybody.
    pub phone_bare: i64,
    /// After hours.
    pub after: i64,
    /// Of these without anybody.
    pub after_bare: i64,
}

impl Counts {
    /// Minutes that were looked at.
    pub const fn minutes(&self) -> i64 {
        self.phone + self.after
    }

    /// Minutes without anybody.
    pub const fn bare(&self) -> i64 {
        self.phone_bare + self.after_bare
    }
}

impl std::ops::Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            phone: self.phone + other.phone,
            phone_bare: self.phone_bare + other.phone_bare,
            after: self.after + other.after,
            after_bare: self.after_bare + other.after_bare,
        }
    }
}

/// What bears on a line at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    PhoneHours,
    Person(MemberId),
    OnCall(MemberId),
    Answering,
    Measured,
    Planned,
}

/// The minutes of `[from, to)` of a line, each once: those before `now` as they were, the rest as planned.
pub fn coverage(roster: &Roster, watch: &Watch<'_>, (from, to): (Time, Time), now: Time) -> Vec<Stretch> {
    let line = watch.line;
    let (first, last, now) = (minute_of(from), minute_of(to), begins(minute_of(now)));
    let mut bears: Vec<(Source, Minutes)> = vec![
        (
            Source::PhoneHours,
            Minutes::touched(wall::open(watch.hours, from, to)),
        ),
        (Source::Answering, roster.answered(line, from, to)),
        (Source::Measured, Minutes::touched([(watch.since, to)])),
        (Source::Planned, Minutes::touched([(now, to)])),
    ];
    for (member, shift) in roster.shifts_of(Some(line), from, to) {
        let mine = roster
            .spells
            .iter()
            .filter(|spell| spell.line == line && spell.member == member);
        let signed_in = Minutes::touched(mine.map(|spell| (spell.from, spell.until)));
        let was = shift.and(&signed_in).within(from, now);
        bears.push((Source::Person(member), was.or(&shift.within(now.max(from), to))));
    }
    let duties = roster.duties_of(line, from, to).into_iter();
    bears.extend(duties.map(|(member, duty)| (Source::OnCall(member), duty)));
    swept(&bears, first, last)
}

/// Walks the edges of everything that bears on a line and tells what lies between them.
fn swept(bears: &[(Source, Minutes)], first: i64, last: i64) -> Vec<Stretch> {
    let mut steps: BTreeMap<i64, Vec<(bool, Source)>> = BTreeMap::new();
    for (source, minutes) in bears {
        for &(from, to) in minutes.edges() {
            steps.entry(from.max(first)).or_default().push((true, *source));
            steps.entry(to).or_default().push((false, *source));
        }
    }
    let mut at = first;
    let mut active: BTreeSet<Source> = BTreeSet::new();
    let mut stretches: Vec<Stretch> = Vec::new();
    let ends = [(last, Vec::new())];
    for (minute, sources) in steps
        .range(..last)
        .map(|(at, all)| (*at, all.clone()))
        .chain(ends)
    {
        if minute > at {
            push(&mut stretches, told(&active, at, minute));
            at = minute;
        }
        for (begins, source) in sources {
            if begins {
                active.insert(source);
            } else {
                active.remove(&source);
            }
        }
    }
    stretches
}

/// What a stretch is with all that bears on it.
fn told(active: &BTreeSet<Source>, from: i64, to: i64) -> Stretch {
    let is = |source| active.contains(&source);
    let (mut people, mut on_call) = (Vec::new(), Vec::new());
    for source in active {
        match source {
            Source::Person(member) => people.push(*member),
            Source::OnCall(member) => on_call.push(*member),
            _ => {}
        }
    }
    let need = if is(Source::PhoneHours) {
        Need::Phone
    } else {
        Need::AfterHours
    };
    let (held, who) = match need {
        _ if !is(Source::Measured) => (Held::Unmeasured, Vec::new()),
        Need::Phone if !people.is_empty() => (Held::People, people),
        Need::AfterHours if !on_call.is_empty() => (Held::OnCall, on_call),
        Need::AfterHours if is(Source::Answering) => (Held::Answering, Vec::new()),
        Need::Phone | Need::AfterHours => (Held::Nobody, Vec::new()),
    };
    Stretch {
        from: begins(from),
        to: begins(to),
        need,
        held,
        who,
        planned: is(Source::Planned),
    }
}

/// Adds a stretch, or lets the last one go on.
fn push(stretches: &mut Vec<Stretch>, next: Stretch) {
    if let Some(last) = stretches.last_mut() {
        let same = last.need == next.need && last.held == next.held && last.planned == next.planned;
        if same && last.who == next.who && last.to == next.from {
            last.to = next.to;
            return;
        }
    }
    stretches.push(next);
}

/// Counts stretches: those that were, and those that are planned. What nobody can say is in neither.
pub fn count(stretches: &[Stretch]) -> (Counts, Counts) {
    let (mut was, mut planned) = (Counts::default(), Counts::default());
    for stretch in stretches.iter().filter(|one| one.held != Held::Unmeasured) {
        let counts = if stretch.planned { &mut planned } else { &mut was };
        let minutes = stretch.minutes();
        let bare = if stretch.held == Held::Nobody { minutes } else { 0 };
        match stretch.need {
            Need::Phone => {
                counts.phone += minutes;
                counts.phone_bare += bare;
            }
            Need::AfterHours => {
                counts.after += minutes;
                counts.after_bare += bare;
            }
        }
    }
    (was, planned)
}

/// How far back it is asked since when nobody holds a line: a gap of a day is told as one of a day.
const BACK: Span = Span::from_hours(24);

/// Since when nobody holds a line, if nobody does now and a whole minute has passed without anybody; and what it needs.
pub fn bare_since(roster: &Roster, watch: &Watch<'_>, now: Time) -> Option<(Time, Need)> {
    let next = begins(minute_of(now) + 1);
    let seen = coverage(roster, watch, (now - BACK, next), next);
    let bare = |stretch: &&Stretch| stretch.held == Held::Nobody;
    let last = seen.last().filter(bare)?;
    // A gap goes on from phone hours into the evening: it is told from its first minute.
    let row = seen.iter().rev().take_while(|stretch| bare(stretch));
    let from = row.last().map_or(last.from, |stretch| stretch.from);
    (from < begins(minute_of(now))).then_some((from, last.need))
}

/// The next minutes after this one that nobody will hold by the plan, within `ahead`.
pub fn next_gap(roster: &Roster, watch: &Watch<'_>, now: Time, ahead: Span) -> Option<Gap> {
    let next = begins(minute_of(now) + 1);
    let planned = coverage(roster, watch, (next, next + ahead), now);
    let first = planned.iter().position(|stretch| stretch.held == Held::Nobody)?;
    let row = planned[first..]
        .iter()
        .take_while(|stretch| stretch.held == Held::Nobody);
    Some(Gap {
        line: watch.line,
        from: planned[first].from,
        to: row.last().map_or(planned[first].to, |stretch| stretch.to),
        need: planned[first].need,
    })
}
