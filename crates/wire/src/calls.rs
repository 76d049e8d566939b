//! Calls as other systems tell them: what a phone system posts as they go on, and logs of calls that are long over.

pub mod log;
pub mod post;
pub mod table;

/// What a log says became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// A person spoke to the caller.
    Answered,
    /// The caller hung up before.
    Abandoned,
    /// The caller asked to be called back.
    Callback,
    /// The caller left words.
    Voicemail,
    /// The caller went on by text.
    Text,
    /// Another desk took it.
    Overflow,
    /// The line was closed.
    AfterHours,
}

/// A call of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its line in the file; the header is line 1.
    pub line: u64,
    /// What it is known by: the same in each reading of the file, and another call's in none.
    pub key: Vec<String>,
    /// When it came in, on the practice's own clock or as an instant.
    pub at: crate::mapped::Moment,
    /// Seconds in the queue.
    pub hold: i64,
    /// Seconds of speaking.
    pub talk: i64,
    /// What became of it.
    pub fate: Fate,
    /// The name or number of its line; empty if the log doesn't say.
    pub on: String,
    /// The caller's number; empty if the log doesn't say, or it was withheld.
    pub from: String,
    /// Who answered; empty if the log doesn't say.
    pub by: String,
}

/// A row of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A call, with the kinds of dirt that its row has and survives.
    Call(Past, Vec<Dirt>),
    /// No call at all, by the log's own word.
    NoCall(u64),
}

/// Dirt in a row that is read all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dirt {
    /// Answered, but by nobody: it counts as answered.
    AnsweredByNobody,
    /// Hung up, but by a name.
    HungUpOnSomebody,
    /// The menu took less than no time.
    NegativeMenu,
    /// A length that is not what its two clocks say: the length counts.
    ClocksDisagree,
    /// A clock that runs backwards.
    Backwards,
    /// Hung up without ever joining the queue: it is offered, and held for no time.
    NeverQueued,
    /// Spoken to for less than ten seconds: it counts as answered.
    ShortService,
    /// A hold or a talk of less than no time: it counts as none.
    Negative,
    /// The caller's number was withheld.
    Withheld,
}

impl Dirt {
    /// The word under which it is counted.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AnsweredByNobody => "answered_by_nobody",
            Self::HungUpOnSomebody => "hung_up_on_somebody",
            Self::NegativeMenu => "negative_menu",
            Self::ClocksDisagree => "clocks_disagree",
            Self::Backwards => "backwards",
            Self::NeverQueued => "never_queued",
            Self::ShortService => "short_service",
            Self::Negative => "negative",
            Self::Withheld => "withheld",
        }
    }
}

/// Whether a text in the place of a number says that there is none.
pub fn withheld(number: &str) -> bool {
    const WORDS: [&str; 8] = [
        "anonymous",
        "withheld",
        "private",
        "restricted",
        "unknown",
        "unavailable",
        "blocked",
        "hidden",
    ];
    let number = number.trim().to_ascii_lowercase();
    number.is_empty()
        || WORDS.contains(&number.as_str())
        || !number.contains(|letter: char| letter.is_ascii_digit())
}
