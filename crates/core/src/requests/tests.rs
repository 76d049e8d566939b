//! The rules of requests as sentences: a request, the hours it lives in, and what was done to it.

use super::merge::{Merged, merge};
use super::*;
use crate::hours::{HoursPlan, Schedule};
use crate::limits;

mod clocks;
mod invariants;
mod lifecycle;
mod merges;
mod pairs;
mod words;

const ANNA: MemberId = MemberId([1; 16]);
const BEN: MemberId = MemberId([2; 16]);
/// 2026-01-05T00:00:00Z, a Monday.
const MONDAY: Time = Time::from_micros(1_767_571_200_000_000);

/// An instant of the week that begins on [`MONDAY`]: `Tue 09:30` or `Tue 09:30:10`.
fn at(text: &str) -> Time {
    let (day, clock) = text.split_once(' ').expect("a day and a time");
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = days.iter().position(|name| *name == day).expect("a day");
    let mut parts = clock
        .split(':')
        .map(|part| part.parse::<i64>().expect("a number"));
    let (hour, minute) = (parts.next().expect("hours"), parts.next().expect("minutes"));
    let second = parts.next().unwrap_or(0);
    let days = i64::try_from(day).expect("a small number");
    MONDAY + Span::from_hours(days * 24 + hour) + Span::from_minutes(minute) + Span::from_secs(second)
}

fn minutes(minutes: i64) -> Span {
    Span::from_minutes(minutes)
}

fn open(hours: &str) -> Schedule {
    let plan = HoursPlan::parse("UTC", hours).expect("hours");
    Schedule::compile(&plan).expect("a schedule")
}

fn office() -> Schedule {
    open("Mon-Fri 08:00-17:00")
}

/// A request with all that was done to it so far.
#[derive(Debug, Clone)]
struct Story {
    request: Request,
    hours: Schedule,
    rules: Rules,
    log: Vec<Change>,
    ids: u64,
}

type Done = Result<Vec<Change>, Refusal>;

fn opening(number: i64) -> Opening {
    let mut id = [0x40; 16];
    id[8..].copy_from_slice(&number.to_be_bytes());
    Opening {
        id: RequestId(id),
        number,
        person: Some(PersonId([7; 16])),
        patient: None,
        urgency: Urgency::Normal,
        location: None,
        door: Door::Web,
        obliged: false,
    }
}

impl Story {
    /// A patient asks, in office hours.
    fn asked(time: &str) -> Self {
        Self::of(&opening(1042), office(), Rules::default(), at(time))
    }

    fn of(opening: &Opening, hours: Schedule, rules: Rules, at: Time) -> Self {
        let words = Words {
            entry: EntryId([8; 16]),
            at,
            thanks: false,
            clock: ClockId([9; 16]),
        };
        let (request, log) = Request::ask(opening, &words, &rules, &hours).expect("the practice has hours");
        let ids = u64::try_from(opening.number).expect("positive") << 32;
        Self {
            request,
            hours,
            rules,
            log,
            ids,
        }
    }

    /// A member starts it for somebody who stands before them.
    fn started() -> Self {
        let (request, log) = Request::start(&opening(1042));
        Self {
            request,
            hours: office(),
            rules: Rules::default(),
            log,
            ids: 1,
        }
    }

    fn id(&mut self) -> [u8; 16] {
        self.ids += 1;
        let mut id = [0; 16];
        id[8..].copy_from_slice(&self.ids.to_be_bytes());
        id
    }

    fn note(&mut self, done: Done) -> Done {
        self.log.extend(done.iter().flatten().copied());
        done
    }

    fn words(&mut self, at: Time, thanks: bool) -> Words {
        Words {
            entry: EntryId(self.id()),
            at,
            thanks,
            clock: ClockId(self.id()),
        }
    }

    fn hear(&mut self, at: Time, thanks: bool) -> (EntryId, Heard) {
        let words = self.words(at, thanks);
        let heard = self.request.hear(&words, &self.rules, &self.hours);
        if let Heard::Here(changes) = &heard {
            self.log.extend(changes.iter().copied());
        }
        (words.entry, heard)
    }

    /// The patient says more, and it joins this request.
    fn says(&mut self, time: &str) -> Vec<Change> {
        match self.hear(at(time), false).1 {
            Heard::Here(changes) => changes,
            other => panic!("not heard here: {other:?}"),
        }
    }

    /// The patient says thanks and nothing else.
    fn thanks(&mut self, time: &str) -> EntryId {
        let (entry, heard) = self.hear(at(time), true);
        assert!(matches!(heard, Heard::Here(_)), "{heard:?}");
        entry
    }

    fn reply(&mut self, by: MemberId, at: Time, via: Via, after: After) -> (EntryId, Done) {
        let entry = EntryId(self.id());
        let reply = Reply {
            entry,
            by,
            at,
            via,
            after,
            seen: self.request.version,
        };
        let done = self.request.reply(&reply, &self.hours);
        (entry, self.note(done))
    }

    /// Anna writes; she has read all that was said.
    fn writes(&mut self, time: &str, after: After) -> EntryId {
        let (entry, done) = self.reply(ANNA, at(time), Via::Writing, after);
        done.expect("a reply");
        entry
    }

    /// Anna speaks to the patient.
    fn speaks(&mut self, time: &str, via: Via) -> EntryId {
        let (entry, done) = self.reply(ANNA, at(time), via, After::Wait);
        done.expect("a talk");
        entry
    }

    fn settle(&mut self, now: Time) -> Done {
        let next = ClockId(self.id());
        let done = self.request.settle(now, next, &self.rules, &self.hours);
        self.note(done)
    }

    /// Anna writes, and ten seconds later nothing can be undone.
    fn answers(&mut self, time: &str, after: After) -> EntryId {
        let entry = self.writes(time, after);
        self.settle(at(time) + limits::UNDO).expect("the undo is over");
        entry
    }

    /// The hours that it counts change.
    fn moves(&mut self, time: &str, hours: &Schedule) -> Done {
        self.request.retime(at(time), &self.rules, hours)
    }

    fn closes(&mut self, time: &str, reason: Option<NoReply>) -> Done {
        let closing = Closing {
            at: at(time),
            reason,
            seen: self.request.version,
        };
        let done = self.request.resolve(&closing, &self.hours);
        self.note(done)
    }

    /// The end of each clock, in order.
    fn ends(&self) -> Vec<Ended> {
        let ended = |change: &Change| match change {
            Change::ClockEnded { ended, .. } => Some(*ended),
            _ => None,
        };
        self.log.iter().filter_map(ended).collect()
    }

    /// When each clock started, in order.
    fn starts(&self) -> Vec<Time> {
        let started = |change: &Change| match change {
            Change::ClockStarted(clock) => Some(clock.started_at),
            _ => None,
        };
        self.log.iter().filter_map(started).collect()
    }

    fn clock(&self) -> Clock {
        self.request.clock.expect("a clock runs")
    }
}

fn answered(time: Time, open: Span) -> Ended {
    Ended {
        at: time,
        outcome: Outcome::Answered,
        open,
    }
}
