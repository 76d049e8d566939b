//! What pages and programs see of requests.

use anteroom_core::ids::{EntryId, LocationId, MemberId, TeamId, ViewId};
use anteroom_core::requests::{Door, EntryKind, NoReply, State, Urgency, Via};
use anteroom_core::views::{Filter, Owner, Pile, Team};
use anteroom_core::{Span, Time};

use crate::alerts::{EmergencyLine, Told};
use crate::people::view::Beside;
use crate::practices::Practice;
use crate::staff::Named;

/// What a patient typed into the ask form.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Who asks.
    pub name: String,
    /// Where an answer can be announced; one of e-mail and phone is needed.
    pub email: String,
    /// The same by phone.
    pub phone: String,
    /// Whom it is about, in the asker's words; empty for themselves.
    pub about: String,
    /// What it is about: a kind's code; empty is "other".
    pub kind: String,
    /// `urgent`, `normal` or `can_wait`; empty is normal.
    pub urgency: String,
    /// The words.
    pub words: String,
    /// BCP 47 tag of the language of the page.
    pub language: String,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// Which location, by id; empty if it does not matter.
    pub location: String,
    /// The form's own key: the same key twice is one request.
    pub key: String,
}

/// A request that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its number for people.
    pub number: i64,
    /// The secret of its status link.
    pub token: String,
}

/// Where a status link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// To its request.
    Open(Box<Status>),
    /// Nowhere any more; the page offers a way on.
    Expired,
}

/// The status page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Number for people.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// When it was asked.
    pub asked_at: Time,
    /// When the answer comes, while one is owed.
    pub answer_by: Option<Time>,
    /// Who answers, once somebody has it: a first name.
    pub answers: Option<String>,
    /// BCP 47 tag of the asker's language.
    pub language: String,
    /// IANA zone of the times.
    pub timezone: String,
    /// Whom to call at once, after words of danger of this link's own; none without them.
    pub danger: Vec<EmergencyLine>,
    /// Whether what the practice said is kept back, so that its holder has to call: a court order may bar them from it.
    pub withheld: bool,
    /// What was said, oldest first: only what the patient may see.
    pub lines: Vec<Line>,
}

/// A line of a request's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// When.
    pub at: Time,
    /// Who wrote it: the member's name, or the person's; empty for the system.
    pub by: String,
    /// What stands under what a member writes; empty for others, and for members who have none.
    pub signature: String,
    /// How a reply was given.
    pub via: Via,
    /// The words; for [`EntryKind::Event`] an event's name, for [`EntryKind::Automatic`] a template's.
    pub body: String,
    /// It said thank you and nothing else.
    pub thanks: bool,
    /// Until when it can be taken back, while it can.
    pub undo_until: Option<Time>,
}

anteroom_core::words! {
    /// The lists of the queue.
    View {
        /// All that wait for the practice.
        All = "all",
        /// Mine.
        Mine = "mine",
        /// My teams'.
        Team = "team",
        /// Nobody's.
        Unowned = "unowned",
        /// They wait for the patient.
        Waiting = "waiting",
        /// Snoozed.
        Snoozed = "snoozed",
        /// Resolved.
        Resolved = "resolved",
    }
}

impl View {
    /// What it asks for, as a filter.
    pub fn filter(self) -> Filter {
        let whole = Filter::default();
        match self {
            View::All => whole,
            View::Mine => Filter {
                owner: Some(Owner::Me),
                ..whole
            },
            View::Team => Filter {
                team: Some(Team::Mine),
                ..whole
            },
            View::Unowned => Filter {
                owner: Some(Owner::Nobody),
                ..whole
            },
            View::Waiting => Filter {
                pile: Pile::Waiting,
                ..whole
            },
            View::Snoozed => Filter {
                pile: Pile::Snoozed,
                ..whole
            },
            View::Resolved => Filter {
                pile: Pile::Resolved,
                ..whole
            },
        }
    }

    /// The list that asks for exactly this.
    pub fn of(filter: &Filter) -> Option<Self> {
        View::ALL.iter().copied().find(|view| view.filter() == *filter)
    }
}

/// A row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The version that the reader sees; acts send it back.
    pub version: i64,
    /// Its place in the list: opaque text for the URL.
    pub place: String,
    /// Number for people.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// How soon.
    pub urgency: Urgency,
    /// A kind's code.
    pub kind: String,
    /// What the practice calls the kind; empty for the name that comes with the language.
    pub kind_name: String,
    /// Who asks; empty if nobody is known.
    pub person: String,
    /// About whom, in the asker's words; empty if the reader may not see them.
    pub about: String,
    /// The way it came in.
    pub door: Door,
    /// The first words; empty if the reader may not see them.
    pub subject: String,
    /// BCP 47 tag.
    pub language: String,
    /// Its running clock.
    pub clock: Option<ClockFace>,
    /// Whose it is.
    pub member: Option<Named>,
    /// When it last changed.
    pub updated_at: Time,
    /// Until when it is snoozed.
    pub snoozed_until: Option<Time>,
}

/// A running clock, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockFace {
    /// Open time left; below zero once it ran out.
    pub left: Span,
    /// Open time that was promised.
    pub target: Span,
    /// It warns from this much left on.
    pub warning: Span,
    /// Open time until its hours next close, after which it stands still; nothing left while they are closed.
    pub open_for: Span,
    /// When it runs out.
    pub due_at: Time,
}

impl ClockFace {
    /// Run out.
    pub fn late(&self) -> bool {
        self.left < Span::ZERO
    }

    /// Inside its warning.
    pub fn warns(&self) -> bool {
        !self.late() && self.left <= self.warning
    }
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Which list.
    pub view: View,
    /// Its rows, the most urgent first.
    pub rows: Vec<Row>,
    /// How many each list has, in the order of [`View::ALL`].
    pub counts: Vec<(View, i64)>,
    /// Where the next page starts, if there is one: opaque text for the URL.
    pub next: Option<String>,
}

/// A page of what a filter asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Its rows, in the filter's order.
    pub rows: Vec<Row>,
    /// How many there are in all.
    pub total: i64,
    /// How many each of the house's own lists has, in the order of [`View::ALL`].
    pub counts: Vec<(View, i64)>,
    /// How many each value of a part would show, with the other parts as they are; nothing where it was not asked for.
    pub facets: Vec<(&'static str, Vec<(String, i64)>)>,
    /// Where the next page starts, if there is one: opaque text for the URL.
    pub next: Option<String>,
    /// Whom and what requests can be given, and what they can be about.
    pub choices: Choices,
}

/// Whom and what requests can be given, and what they can be about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Members.
    pub members: Vec<Named>,
    /// Teams.
    pub teams: Vec<(TeamId, String)>,
    /// Kinds in use: code, and the practice's name for it.
    pub kinds: Vec<(String, String)>,
    /// Locations; nothing where it was not asked for.
    pub locations: Vec<(LocationId, String)>,
}

/// A view that somebody keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its id.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// What it asks for.
    pub filter: Filter,
    /// Whether all see it.
    pub shared: bool,
    /// Whether it is the reader's own.
    pub own: bool,
    /// Whose it is.
    pub by: String,
}

/// What happened to a request, told as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub at: Time,
    /// Its word: an event's name.
    pub what: String,
    /// Which member did it; empty for anybody else.
    pub by: String,
    /// The other request, where there is one.
    pub number: Option<i64>,
    /// The field after, in codes, where it says what changed.
    pub after: String,
}

/// The request page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What happened to it besides what was said, oldest first.
    pub happenings: Vec<Happening>,
    /// Requests that were joined to it and can be taken off again.
    pub joined: Vec<i64>,
    /// Requests that it has to do with: number and first words.
    pub links: Vec<(i64, String)>,
    /// Kinds in use: code, and the practice's name for it.
    pub kinds: Vec<(String, String)>,
    /// What the queue's row says.
    pub row: Row,
    /// The version that the reader sees; acts send it back.
    pub version: i64,
    /// When it was asked.
    pub asked_at: Time,
    /// How the person can be reached.
    pub contacts: Vec<String>,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// The team's.
    pub team: Option<(TeamId, String)>,
    /// The reply on its way.
    pub undo: Option<EntryId>,
    /// The history, oldest first, with what was joined to it.
    pub lines: Vec<Line>,
    /// What stands of people beside it: whom it is about, and who must not be told.
    pub people: Beside,
    /// Whether its words are hidden from the reader, being for clinicians only.
    pub hidden: bool,
    /// Whether any words are: its own, or those of one joined to it. Who may not read them all can give it to somebody, and
    /// nothing else.
    pub withheld: bool,
    /// The words of danger in it, the oldest first.
    pub alerts: Vec<Told>,
    /// The second clock.
    pub obligation: Option<Obligation>,
    /// Other requests of the same person that wait, offered as one.
    pub same_person: Vec<(i64, String)>,
    /// The request it was joined to.
    pub merged_into: Option<i64>,
    /// The request that it follows.
    pub linked_to: Option<i64>,
    /// Earlier requests of the person.
    pub earlier: i64,
    /// Members it can be given to.
    pub members: Vec<Named>,
    /// Teams it can be given to.
    pub teams: Vec<(TeamId, String)>,
}

/// The second clock of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// `records` or `complaint`.
    pub rule: String,
    /// Before when.
    pub due_at: Time,
    /// Who sees to it.
    pub owner: Option<Named>,
    /// What was found.
    pub finding: String,
    /// When it was met.
    pub met_at: Option<Time>,
}

/// Who works at which desk: what every staff route is handed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The practice.
    pub practice: Practice,
    /// The member.
    pub member: Named,
    /// Their role.
    pub role: anteroom_core::access::Role,
}

/// What a member typed to a request.
#[derive(Debug, Clone, Default)]
pub struct Say {
    /// The words.
    pub words: String,
    /// The form's own key: the same key twice is one reply.
    pub key: String,
    /// The version of the request that the writer saw.
    pub seen: i64,
}

/// A resolution asked for by a member.
#[derive(Debug, Clone, Copy)]
pub struct Resolution {
    /// Why no reply was needed, while one is owed.
    pub reason: Option<NoReply>,
    /// The version of the request that the closer saw.
    pub seen: i64,
}

/// Whom a request is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Assignment {
    /// A member, or nobody.
    pub member: Option<MemberId>,
    /// A team, or none.
    pub team: Option<TeamId>,
}
