//! Views of the queue: which requests a list shows and in what order. A filter is a value that is read from a URL and
//! written into one; what it knows of a practice are ids and codes, and whether they exist is not its business.

use crate::ids::{LocationId, MemberId, TeamId};
use crate::limits;
use crate::requests::kinds::Code;
use crate::requests::{Door, Urgency};

#[cfg(test)]
mod tests;

crate::words! {
    /// Which requests, by whom they wait for.
    Pile {
        /// For the practice.
        Waits = "waits",
        /// For the patient.
        Waiting = "waiting",
        /// For their time.
        Snoozed = "snoozed",
        /// For nobody.
        Resolved = "resolved",
    }
}

crate::words! {
    /// In what order.
    Sort {
        /// What runs out first; without a clock, what stood longest as it stands.
        Due = "due",
        /// What was asked last.
        Newest = "newest",
        /// What was asked first.
        Longest = "longest",
    }
}

/// Whose requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Of whoever looks.
    Me,
    /// Nobody's.
    Nobody,
    /// A member's.
    Member(MemberId),
}

/// Which teams' requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Team {
    /// Those of whoever looks.
    Mine,
    /// One team's.
    Of(TeamId),
}

/// Which requests a list shows, and in what order. What is not said is not asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// For whom they wait.
    pub pile: Pile,
    /// Whose.
    pub owner: Option<Owner>,
    /// Which team's.
    pub team: Option<Team>,
    /// About what.
    pub kind: Option<Code>,
    /// How soon.
    pub urgency: Option<Urgency>,
    /// In which language: a BCP 47 tag.
    pub language: Option<Code>,
    /// By which way.
    pub door: Option<Door>,
    /// At which location.
    pub location: Option<LocationId>,
    /// With words of danger that nobody has seen to yet.
    pub danger: bool,
    /// Whose clock has run out.
    pub overdue: bool,
    /// In what order.
    pub sort: Sort,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            pile: Pile::Waits,
            owner: None,
            team: None,
            kind: None,
            urgency: None,
            language: None,
            door: None,
            location: None,
            danger: false,
            overdue: false,
            sort: Sort::Due,
        }
    }
}

/// A text that is no filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a filter")]
pub struct NotAFilter;

/// The names of a filter's parts, in the order in which they are written.
pub const PARTS: [&str; 11] = [
    "state", "owner", "team", "kind", "urgency", "language", "door", "location", "danger", "overdue", "sort",
];

impl Filter {
    /// Reads a filter's parts; `text` gives what stands under a name, and nothing where it is empty.
    pub fn of<'a>(text: impl Fn(&str) -> &'a str) -> Result<Self, NotAFilter> {
        Ok(Self {
            pile: read(text("state"), |word| word.parse().ok())?.unwrap_or(Pile::Waits),
            owner: read(text("owner"), |word| match word {
                "me" => Some(Owner::Me),
                "nobody" => Some(Owner::Nobody),
                id => id.parse().ok().map(Owner::Member),
            })?,
            team: read(text("team"), |word| match word {
                "mine" => Some(Team::Mine),
                id => id.parse().ok().map(Team::Of),
            })?,
            kind: read(text("kind"), Code::new)?,
            urgency: read(text("urgency"), |word| word.parse().ok())?,
            language: read(text("language"), Code::new)?,
            door: read(text("door"), |word| word.parse().ok())?,
            location: read(text("location"), |word| word.parse().ok())?,
            danger: read(text("danger"), yes)?.is_some(),
            overdue: read(text("overdue"), yes)?.is_some(),
            sort: read(text("sort"), |word| word.parse().ok())?.unwrap_or(Sort::Due),
        })
    }

    /// Reads what [`Filter::query`] wrote.
    pub fn read(query: &str) -> Result<Self, NotAFilter> {
        if query.len() > limits::FILTER {
            return Err(NotAFilter);
        }
        let pairs: Vec<(&str, &str)> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').ok_or(NotAFilter))
            .collect::<Result<_, _>>()?;
        if pairs.iter().any(|(name, _)| !PARTS.contains(name)) {
            return Err(NotAFilter);
        }
        let found = |name: &str| pairs.iter().find(|pair| pair.0 == name);
        Self::of(|name| found(name).map_or("", |pair| pair.1))
    }

    /// What one part says; empty where it says nothing.
    pub fn part(&self, name: &str) -> String {
        let yes = |says: bool| if says { "yes".to_owned() } else { String::new() };
        match name {
            "state" if self.pile != Pile::Waits => self.pile.to_string(),
            "owner" => self.owner.map(|owner| owner.to_string()).unwrap_or_default(),
            "team" => self.team.map(|team| team.to_string()).unwrap_or_default(),
            "kind" => self.kind.map(|kind| kind.to_string()).unwrap_or_default(),
            "urgency" => self
                .urgency
                .map(|urgency| urgency.to_string())
                .unwrap_or_default(),
            "language" => self.language.map(|tag| tag.to_string()).unwrap_or_default(),
            "door" => self.door.map(|door| door.to_string()).unwrap_or_default(),
            "location" => self.location.map(|id| id.to_string()).unwrap_or_default(),
            "danger" => yes(self.danger),
            "overdue" => yes(self.overdue),
            "sort" if self.sort != Sort::Due => self.sort.to_string(),
            _ => String::new(),
        }
    }

    /// The filter as a URL's query, its parts in a fixed order, nothing said twice and nothing that needs an escape.
    pub fn query(&self) -> String {
        let parts = PARTS.iter().map(|name| (name, self.part(name)));
        let said: Vec<String> = parts
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        said.join("&")
    }

    /// Whether it asks for more than a pile and an order.
    pub fn narrows(&self) -> bool {
        let whole = Self {
            pile: self.pile,
            sort: self.sort,
            ..Self::default()
        };
        *self != whole
    }
}

fn yes(word: &str) -> Option<()> {
    (word == "yes").then_some(())
}

fn read<'a, T>(text: &'a str, value: impl Fn(&'a str) -> Option<T>) -> Result<Option<T>, NotAFilter> {
    if text.is_empty() {
        return Ok(None);
    }
    value(text).map(Some).ok_or(NotAFilter)
}

impl std::fmt::Display for Owner {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Owner::Me => out.write_str("me"),
            Owner::Nobody => out.write_str("nobody"),
            Owner::Member(id) => id.fmt(out),
        }
    }
}

impl std::fmt::Display for Team {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Team::Mine => out.write_str("mine"),
            Team::Of(id) => id.fmt(out),
        }
    }
}

/// Requests that are alike in all that a filter can ask of them, and how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Whose.
    pub member: Option<MemberId>,
    /// Which team's.
    pub team: Option<TeamId>,
    /// About what.
    pub kind: String,
    /// How soon.
    pub urgency: Urgency,
    /// In which language.
    pub language: String,
    /// By which way.
    pub door: Door,
    /// At which location.
    pub location: Option<LocationId>,
    /// With words of danger.
    pub danger: bool,
    /// Run out.
    pub overdue: bool,
    /// How many.
    pub count: i64,
}

/// Who looks: what "me" and "mine" mean.
#[derive(Debug, Clone, Copy)]
pub struct Viewer<'a> {
    /// The member.
    pub member: MemberId,
    /// Their teams.
    pub teams: &'a [TeamId],
}

impl Filter {
    /// Whether requests of a group are shown to somebody, whatever one part says.
    pub fn shows_but(&self, part: &str, group: &Group, viewer: Viewer<'_>) -> bool {
        let asks = |name: &str, holds: bool| part == name || holds;
        let owner = match self.owner {
            None => true,
            Some(Owner::Me) => group.member == Some(viewer.member),
            Some(Owner::Nobody) => group.member.is_none(),
            Some(Owner::Member(id)) => group.member == Some(id),
        };
        let team = match self.team {
            None => true,
            Some(Team::Mine) => group.team.is_some_and(|team| viewer.teams.contains(&team)),
            Some(Team::Of(id)) => group.team == Some(id),
        };
        asks("owner", owner)
            && asks("team", team)
            && asks("kind", self.kind.is_none_or(|kind| kind.as_str() == group.kind))
            && asks(
                "urgency",
                self.urgency.is_none_or(|urgency| urgency == group.urgency),
            )
            && asks(
                "language",
                self.language.is_none_or(|tag| tag.as_str() == group.language),
            )
            && asks("door", self.door.is_none_or(|door| door == group.door))
            && asks(
                "location",
                self.location.is_none_or(|id| Some(id) == group.location),
            )
            && asks("danger", !self.danger || group.danger)
            && asks("overdue", !self.overdue || group.overdue)
    }

    /// How many requests each value of a part would show with all the other parts as they are.
    pub fn facet(&self, part: &str, groups: &[Group], viewer: Viewer<'_>) -> Vec<(String, i64)> {
        let mut counts: std::collections::BTreeMap<String, i64> = std::collections::BTreeMap::new();
        for group in groups.iter().filter(|group| self.shows_but(part, group, viewer)) {
            for value in values(part, group, viewer) {
                *counts.entry(value).or_default() += group.count;
            }
        }
        counts.into_iter().collect()
    }
}

/// Under which values of a part a group is shown.
fn values(part: &str, group: &Group, viewer: Viewer<'_>) -> Vec<String> {
    let yes = |holds: bool| if holds { vec!["yes".to_owned()] } else { Vec::new() };
    match part {
        "owner" => match group.member {
            None => vec![Owner::Nobody.to_string()],
            Some(id) if id == viewer.member => vec![Owner::Me.to_string(), id.to_string()],
            Some(id) => vec![id.to_string()],
        },
        "team" => {
            let mine = group.team.filter(|team| viewer.teams.contains(team));
            let mine = mine.map(|_| Team::Mine.to_string());
            mine.into_iter()
                .chain(group.team.map(|id| id.to_string()))
                .collect()
        }
        "kind" => vec![group.kind.clone()],
        "urgency" => vec![group.urgency.to_string()],
        "language" => vec![group.language.clone()],
        "door" => vec![group.door.to_string()],
        "location" => group.location.map(|id| id.to_string()).into_iter().collect(),
        "danger" => yes(group.danger),
        "overdue" => yes(group.overdue),
        _ => Vec::new(),
    }
}
