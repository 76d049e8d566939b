//! The parts of a filter as a form: each choice with how many it would show, and the way to keep the whole as a view.

use anteroom_app::requests::view::Listing;
use anteroom_core::requests::{Door, Urgency};
use anteroom_core::views::{PARTS, Pile, Sort};

use super::asked::Asked;
use super::{counted, language};
use crate::ask::kind_name;
use crate::frame::Staff;

/// The part that has the focus when the filter opens.
pub(crate) const FIRST: &str = PARTS[0];

/// An option of a select, and whether it stands.
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// One part of the filter.
pub(crate) struct Part {
    pub name: &'static str,
    pub label: String,
    pub choices: Vec<Choice>,
}

/// A view that is one's own, as a form.
pub(crate) struct Own {
    pub path: String,
    pub name: String,
    pub shared: bool,
}

/// The filter as a form.
pub(crate) struct Filters {
    pub parts: Vec<Part>,
    /// The filter as it would be kept.
    pub query: String,
    /// The view that it comes from, where it is the reader's own.
    pub own: Option<Own>,
}

impl Filters {
    pub(crate) fn new(f: &Staff, asked: &Asked, listing: &Listing) -> Self {
        let own = asked.saved.as_ref().filter(|saved| saved.own);
        Self {
            parts: PARTS.iter().map(|part| one(f, asked, listing, part)).collect(),
            query: asked.filter.query(),
            own: own.map(|saved| Own {
                path: format!("{}/views/{}", f.base(), saved.id),
                name: saved.name.clone(),
                shared: saved.shared,
            }),
        }
    }
}

fn one(f: &Staff, asked: &Asked, listing: &Listing, name: &'static str) -> Part {
    let w = f.w;
    let stands = asked.filter.part(name);
    let counts = listing.facets.iter().find(|(part, _)| *part == name);
    let counts = counts.map_or(&[][..], |(_, counts)| counts.as_slice());
    let mut options = options(f, listing, name);
    // A value that no list of ours has, such as a language or somebody who left, is there while requests have it.
    for (value, _) in counts {
        if !options.iter().any(|option| option.0 == *value) {
            options.push((value.clone(), other(f, name, value)));
        }
    }
    let choices = options.into_iter().map(|(value, label)| {
        let count = counts.iter().find(|count| count.0 == value);
        let label = match count {
            Some((_, count)) => w.with2("filter-choice", ("label", label), ("n", counted(w, *count))),
            None => label,
        };
        Choice {
            chosen: value == stands,
            value,
            label,
        }
    });
    let whole = Choice {
        value: String::new(),
        label: w.t("filter-any"),
        chosen: stands.is_empty(),
    };
    let choices = match name {
        "state" | "sort" => choices.collect(),
        _ => std::iter::once(whole).chain(choices).collect(),
    };
    Part {
        name,
        label: w.of("filter", name),
        choices,
    }
}

/// What a value is called that isn't in any list: a language by its name.
fn other(f: &Staff, part: &str, value: &str) -> String {
    if part == "language" {
        language(f.w, value)
    } else {
        f.w.t("somebody")
    }
}

/// The values of a part, in their order, with what they are called.
fn options(f: &Staff, listing: &Listing, part: &str) -> Vec<(String, String)> {
    let w = f.w;
    let choices = &listing.choices;
    let pair = |value: &str, label: String| (value.to_owned(), label);
    match part {
        "state" => {
            let whole = Pile::ALL.iter().map(|pile| match pile {
                Pile::Waits => pair("", w.of("pile", "waits")),
                pile => pair(pile.as_str(), w.of("pile", pile.as_str())),
            });
            whole.collect()
        }
        "sort" => {
            let orders = Sort::ALL.iter().map(|sort| match sort {
                Sort::Due => pair("", w.of("sort", "due")),
                sort => pair(sort.as_str(), w.of("sort", sort.as_str())),
            });
            orders.collect()
        }
        "owner" => {
            let fixed = [pair("me", w.t("filter-me")), pair("nobody", w.t("nobody"))];
            let me = f.seat.desk.member.id;
            let others = choices.members.iter().filter(|member| member.id != me);
            let others = others.map(|member| (member.id.to_string(), member.name.clone()));
            let mine = (me.to_string(), f.me().to_owned());
            fixed.into_iter().chain([mine]).chain(others).collect()
        }
        "team" => {
            let teams = choices
                .teams
                .iter()
                .map(|(id, name)| (id.to_string(), name.clone()));
            std::iter::once(pair("mine", w.t("filter-mine")))
                .chain(teams)
                .collect()
        }
        "kind" => {
            let kinds = choices.kinds.iter();
            let kinds = kinds.map(|(code, name)| (code.clone(), kind_name(w, "kind-of", code, name)));
            kinds.collect()
        }
        "urgency" => {
            let all = Urgency::ALL.iter();
            all.map(|one| pair(one.as_str(), w.of("urgency", one.as_str())))
                .collect()
        }
        "door" => {
            let all = Door::ALL.iter();
            all.map(|one| pair(one.as_str(), w.of("door-of", one.as_str())))
                .collect()
        }
        "location" => {
            let places = choices.locations.iter();
            places.map(|(id, name)| (id.to_string(), name.clone())).collect()
        }
        "danger" | "overdue" => vec![pair("yes", w.t("filter-yes"))],
        _ => Vec::new(),
    }
}
