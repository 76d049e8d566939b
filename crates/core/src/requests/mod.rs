//! Requests: anything a patient wants, with its states, its history and its response clock.
//!
//! A request is loaded, an act is asked of it, and it answers with its new self and the changes to save, or refuses in
//! the domain's words. It knows no rows, no pages and no senders; every instant and id is handed in.

mod about;
mod acts;
mod alerts;
pub mod clock;
pub mod history;
pub mod kinds;
pub mod link;
pub mod merge;
pub mod obligations;
mod patient;
mod retag;
mod revert;
pub mod split;
pub mod thanks;
pub mod unmerge;

#[cfg(test)]
mod tests;

pub use acts::{After, Closing, Reply, Snooze};
pub use clock::{Clock, Ended, Outcome};
pub use patient::{Heard, Opening, Words};
pub use retag::Retag;
pub use revert::Before;

use crate::appointments;
use crate::ids::{
    AlertId, ClockId, EntryId, LocationId, MemberId, PatientId, PersonId, RequestId, TeamId, ToScheduleId,
};
use crate::{Span, Time};

crate::words! {
    /// Where a request stands.
    State {
        /// Nobody has taken or answered it yet.
        New = "new",
        /// It waits for the practice.
        Open = "open",
        /// It waits for the patient.
        Waiting = "waiting",
        /// Somebody asked to be reminded of it later.
        Snoozed = "snoozed",
        /// Done; its patient's words reopen it.
        Resolved = "resolved",
        /// Done for good; its patient's words open a linked one.
        Closed = "closed",
    }
}

crate::words! {
    /// The way a request came in. One queue for all.
    Door {
        /// The form on the practice's site.
        Web = "web",
        /// A telephone call.
        Phone = "phone",
        /// Somebody at the counter.
        Counter = "counter",
        /// Brought over from another desk's log.
        Import = "import",
        /// An answer to a survey that asks for somebody.
        Survey = "survey",
    }
}

crate::words! {
    /// How soon the practice wants it answered.
    Urgency {
        /// Today; its clock has a shorter target.
        Urgent = "urgent",
        /// In the practice's ordinary time.
        Normal = "normal",
        /// When there is time; its clock is the ordinary one.
        CanWait = "can_wait",
    }
}

crate::words! {
    /// What a line of a request's history is.
    EntryKind {
        /// The patient's words.
        Patient = "patient",
        /// A reply that a person wrote or spoke to the patient.
        Reply = "reply",
        /// A call back that reached nobody or a voicemail.
        Attempt = "attempt",
        /// For colleagues; the patient never sees it.
        Note = "note",
        /// Sent by the system: an acknowledgement or a holding reply.
        Automatic = "automatic",
        /// Something that happened, told as a line.
        Event = "event",
    }
}

crate::words! {
    /// How a reply was given.
    Via {
        /// In writing.
        Writing = "writing",
        /// On the phone.
        Phone = "phone",
        /// Face to face.
        InPerson = "in_person",
    }
}

crate::words! {
    /// Why a request was closed without a reply.
    NoReply {
        /// It was no request of a patient's.
        Spam = "spam",
        /// It only said thank you.
        Thanks = "thanks",
        /// It asked for nothing.
        NoAnswerNeeded = "no_answer_needed",
    }
}

/// Who does something to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who asks, by a form or a link.
    Person(PersonId),
    /// Somebody who works here.
    Member(MemberId),
    /// Anteroom itself.
    System,
}

/// A reply that can still be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pending {
    /// The reply's line in the history.
    pub entry: EntryId,
    /// Who wrote it.
    pub by: MemberId,
    /// From this instant on it can't be taken back.
    pub irrevocable_at: Time,
    /// The state to return to if it is taken back.
    pub prior: State,
    /// When the patient's first words after it arrived, which crossed it on the way.
    pub crossed_at: Option<Time>,
}

/// The last thing that one side said to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoke {
    /// The request's version at that moment.
    pub version: i64,
    /// The member, or nobody when the patient spoke last.
    pub by: Option<MemberId>,
}

/// What a spell holds: where a request stands, and whether it counts in "under 50 open".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// Its state.
    pub state: State,
    /// Whether it waits for the practice, see [`Request::waits_for_practice`].
    pub waits: bool,
}

impl Stand {
    const fn new(state: State, clock_runs: bool) -> Self {
        let waits = matches!(state, State::New | State::Open) || clock_runs;
        Self { state, waits }
    }
}

/// A request as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Its number for people (#1042).
    pub number: i64,
    /// Counts its changes; the rows are saved only if it is still the one that was loaded.
    pub version: i64,
    /// Where it stands.
    pub state: State,
    /// What the spell that lasts holds; as every act leaves it, the state and whether it waits for the practice.
    pub spell: Stand,
    /// How soon it should be answered.
    pub urgency: Urgency,
    /// Who asks.
    pub person: Option<PersonId>,
    /// Whom it is about; set by a person or a verified rule.
    pub patient: Option<PatientId>,
    /// The location whose hours its clock counts, else the practice's desk.
    pub location: Option<LocationId>,
    /// Whose it is.
    pub member: Option<MemberId>,
    /// Which team's it is.
    pub team: Option<TeamId>,
    /// The response clock that runs, if one does.
    pub clock: Option<Clock>,
    /// The reply that can still be taken back.
    pub pending: Option<Pending>,
    /// Who said the last thing.
    pub spoke: Spoke,
    /// Since when it waits for the patient.
    pub waiting_since: Option<Time>,
    /// Until when it is snoozed.
    pub snoozed_until: Option<Time>,
    /// When it was resolved.
    pub resolved_at: Option<Time>,
    /// The request that it was joined to.
    pub merged_into: Option<RequestId>,
    /// Whether a second clock (records, complaint) still wants its reply.
    pub obliged: bool,
}

impl Request {
    /// Whether it counts in "under 50 open": new and open, and every one whose clock runs, snoozed or not.
    pub fn waits_for_practice(&self) -> bool {
        self.stand().waits
    }

    fn stand(&self) -> Stand {
        Stand::new(self.state, self.clock.is_some())
    }

    /// When its clock runs out; never without a running clock.
    pub fn due_at(&self) -> Time {
        self.clock.map_or(Time::MAX, |clock| clock.due_at)
    }

    /// What a queue sorts by: without a running clock it sorts last, the urgent before the rest.
    pub fn queued_at(&self) -> Time {
        let urgent = self.clock.is_none() && self.urgency == Urgency::Urgent;
        self.due_at() - Span::from_micros(i64::from(urgent))
    }
}

/// One thing that an act changed, for its rows and its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A spell ends, and one that holds this begins. State and clocks have their own changes, which tell it.
    Spell(Stand),
    /// Another state.
    State {
        /// The state before.
        from: State,
        /// The state now.
        to: State,
    },
    /// A response clock began.
    ClockStarted(Clock),
    /// A response clock ended.
    ClockEnded {
        /// Which.
        clock: ClockId,
        /// How.
        ended: Ended,
        /// The reply that ended it, if one did.
        entry: Option<EntryId>,
    },
    /// A clock runs again from its old start, because its reply reached nobody.
    ClockResumed(Clock),
    /// A running clock runs out at another instant, because the hours changed.
    ClockMoved(Clock),
    /// A clock goes on with the request that another one was joined to.
    ClockAdopted(Clock),
    /// A clock is about to run out.
    ClockWarned(ClockId),
    /// Other hours moved a clock out of its warning: it will warn again.
    ClockCalmed(ClockId),
    /// The patient spoke.
    Heard(EntryId),
    /// The patient said thank you, and nothing else.
    Thanked(EntryId),
    /// A member says that it was more than thanks.
    Reheard(EntryId),
    /// A member spoke to the patient.
    Replied(EntryId),
    /// A reply can't be taken back any more.
    Settled(EntryId),
    /// A reply was taken back.
    Retracted(EntryId),
    /// A call back reached nobody.
    Attempted(EntryId),
    /// A colleague left a note.
    Noted(EntryId),
    /// Closed without a reply, and why.
    NoReply(NoReply),
    /// Somebody else's.
    Assigned {
        /// Whose it was.
        from: Option<MemberId>,
        /// Whose it is.
        to: Option<MemberId>,
    },
    /// Another team's.
    Teamed {
        /// Whose it was.
        from: Option<TeamId>,
        /// Whose it is.
        to: Option<TeamId>,
    },
    /// Words of danger were heard, and somebody is rung.
    Alerted(AlertId),
    /// Somebody more is rung for them.
    Rung {
        /// Which.
        alert: AlertId,
        /// The ladder's step, from 0.
        step: i64,
    },
    /// Somebody sees to them.
    Acknowledged {
        /// Which.
        alert: AlertId,
        /// How long that took.
        took: Span,
    },
    /// Joined to another request.
    Merged(RequestId),
    /// About something else.
    Kind {
        /// What it was about.
        from: kinds::Code,
        /// What it is about.
        to: kinds::Code,
    },
    /// Wanted sooner or later than before.
    Urgency {
        /// How soon it was wanted.
        from: Urgency,
        /// How soon it is.
        to: Urgency,
    },
    /// A running clock has another target, because its request became urgent, or that was taken back.
    ClockRetargeted(Clock),
    /// Another request was joined to it.
    Joined(RequestId),
    /// Taken off the request that it was joined to.
    Unmerged(RequestId),
    /// A request that was joined to it was taken off.
    Parted(RequestId),
    /// Some of its words became a request of their own.
    Split(RequestId),
    /// It was taken out of another request.
    SplitFrom(RequestId),
    /// A line that came to it from the request that it was taken out of.
    Moved(EntryId),
    /// It has to do with another request.
    Linked(RequestId),
    /// It has nothing to do with another request any more.
    Unlinked(RequestId),
    /// About somebody else.
    About {
        /// Whom it was about.
        from: Option<PatientId>,
        /// Whom it is about.
        to: Option<PatientId>,
    },
    /// Somebody is to get a visit for it, or got one, or not.
    Scheduling {
        /// Which of the scheduling team's list.
        item: ToScheduleId,
        /// Where that stands now.
        state: appointments::State,
    },
}

/// Why an act can't be done, in the domain's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody spoke first: the patient, or a colleague. The asker should read it and decide anew.
    #[error("somebody spoke first")]
    SpokeFirst {
        /// The colleague, or nobody when it was the patient.
        by: Option<MemberId>,
    },
    /// The request was joined to another one.
    #[error("joined to another request")]
    Merged(RequestId),
    /// Closed for good.
    #[error("closed for good")]
    Closed,
    /// A reply is on its way and can still be taken back; wait for it or take it back.
    #[error("a reply is on its way")]
    ReplyPending,
    /// There is no reply that could be taken back.
    #[error("nothing to take back")]
    NothingPending,
    /// The patient waits for an answer: closing without one asks why.
    #[error("closing without a reply asks why")]
    ReasonNeeded,
    /// The second clock (records, complaint) still wants its finding and reply.
    #[error("the second clock still wants its reply")]
    Obliged,
    /// A snooze must end later than now.
    #[error("a snooze ends in the future")]
    SnoozeInPast,
    /// The practice has no opening hours, so no clock could run.
    #[error("no opening hours")]
    NoHours,
    /// A request can't be joined to itself.
    #[error("the same request")]
    Same,
    /// Requests are joined only if one known person asked both: each status link shows what is answered to both.
    #[error("somebody else's request")]
    OtherPerson,
    /// Words of it, or of one that was joined to it, are for clinicians only, and who acts may not read them.
    #[error("for clinicians only")]
    CliniciansOnly,
    /// It already stands so.
    #[error("already so")]
    AlreadySo,
    /// It is not joined to that request.
    #[error("not joined")]
    NotJoined,
    /// Somebody acted since: what was done can't be taken back honestly any more.
    #[error("somebody acted since")]
    MovedOn,
    /// Another request was joined later; it has to be taken off first.
    #[error("another one was joined later")]
    JoinedLater,
    /// A split leaves words on both sides.
    #[error("words on both sides")]
    NotInTwo,
    /// Words that were moved once stay where they are.
    #[error("moved before")]
    SplitBefore,
    /// More than anybody can look through.
    #[error("too many")]
    TooMany,
    /// The time in which it could be taken back is over.
    #[error("too late to take it back")]
    TooLate,
}

impl Refusal {
    /// The fixed word of it, for rows and for the texts that people read.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Refusal::SpokeFirst { .. } => "spoke_first",
            Refusal::Merged(_) => "merged",
            Refusal::Closed => "closed",
            Refusal::ReplyPending => "reply_pending",
            Refusal::NothingPending => "nothing_pending",
            Refusal::ReasonNeeded => "reason_needed",
            Refusal::Obliged => "obliged",
            Refusal::SnoozeInPast => "snooze_in_past",
            Refusal::NoHours => "no_hours",
            Refusal::Same => "same",
            Refusal::OtherPerson => "other_person",
            Refusal::CliniciansOnly => "clinicians_only",
            Refusal::AlreadySo => "already_so",
            Refusal::NotJoined => "not_joined",
            Refusal::MovedOn => "moved_on",
            Refusal::JoinedLater => "joined_later",
            Refusal::NotInTwo => "not_in_two",
            Refusal::SplitBefore => "split_before",
            Refusal::TooMany => "too_many",
            Refusal::TooLate => "too_late",
        }
    }
}

/// The numbers that a practice sets for its requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Open time in which a request is answered.
    pub target: Span,
    /// The same for urgent ones.
    pub urgent_target: Span,
    /// Open time before a clock runs out at which it warns.
    pub warning: Span,
    /// How long a request waits for the patient before it closes itself.
    pub waiting: Span,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            target: Span::from_minutes(30),
            urgent_target: Span::from_minutes(10),
            warning: Span::from_minutes(10),
            waiting: Span::from_days(7),
        }
    }
}

impl Rules {
    /// The target of a clock that starts for a request of this urgency.
    pub const fn target(&self, urgency: Urgency) -> Span {
        match urgency {
            Urgency::Urgent => self.urgent_target,
            Urgency::Normal | Urgency::CanWait => self.target,
        }
    }
}
