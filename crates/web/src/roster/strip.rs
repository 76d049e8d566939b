//! A line's week as seven strips of a day each: who holds which minute, by colour and by height, with the minutes that nobody
//! holds in numbers beside it. It draws what it is handed.

use std::collections::BTreeMap;

use anteroom_app::roster::LineWeek;
use anteroom_core::Time;
use anteroom_core::ids::MemberId;
use anteroom_core::roster::{Held, Need, Stretch};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::frame::Staff;

/// The height of a strip in its own units; its width is the minutes of its day.
const HEIGHT: i64 = 24;

/// A stretch of a day's strip.
pub(super) struct Block {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
    pub class: String,
}

/// A day's strip.
pub(super) struct Day {
    pub name: String,
    /// Its minutes: 1440, or an hour more or less where the clocks change.
    pub width: i64,
    pub blocks: Vec<Block>,
    /// Where now is on it.
    pub now: Option<i64>,
    /// What it shows, in words.
    pub label: String,
    /// The minutes that nobody held or will hold, in words; empty for none.
    pub bare: String,
    /// `broken`, `risk`, `kept`, or nothing where nobody can say.
    pub class: &'static str,
}

/// A line's week.
pub(super) struct Strip {
    pub days: Vec<Day>,
    /// What the colours mean: a class and its words.
    pub legend: Vec<(&'static str, String)>,
}

const fn class(held: Held) -> &'static str {
    match held {
        Held::People => "people",
        Held::OnCall => "on-call",
        Held::Answering => "answering",
        Held::Nobody => "nobody",
        Held::Unmeasured => "unmeasured",
    }
}

/// What is no person's stands lower: the strip reads without its colours.
const fn height(held: Held) -> i64 {
    match held {
        Held::Nobody => HEIGHT,
        Held::People => 20,
        Held::OnCall => 12,
        Held::Answering => 7,
        Held::Unmeasured => 2,
    }
}

/// The weekday of a week's day, short of its date where there is no room for one.
pub(super) fn day_name(f: &Staff, monday: Date, day: i64) -> String {
    f.when.day(monday.saturating_add(day.days()))
}

impl Strip {
    /// The strips of a line's week; `names` are those of its people.
    pub(super) fn new(f: &Staff, week: &LineWeek, names: &BTreeMap<MemberId, String>) -> Self {
        let edges: Vec<(Time, Time)> = week.midnights.windows(2).map(|pair| (pair[0], pair[1])).collect();
        let days = edges.iter().map(|edges| {
            let of_day = week
                .stretches
                .iter()
                .filter(|one| one.from >= edges.0 && one.to <= edges.1);
            day(f, *edges, &of_day.collect::<Vec<_>>(), (week, names))
        });
        let shown = [Held::People, Held::OnCall, Held::Answering, Held::Nobody];
        let legend = shown.map(|held| (class(held), f.w.of("roster-legend", held.as_str())));
        Self {
            days: days.collect(),
            legend: legend.into_iter().collect(),
        }
    }
}

fn day(
    f: &Staff,
    (from, to): (Time, Time),
    stretches: &[&Stretch],
    (week, names): (&LineWeek, &BTreeMap<MemberId, String>),
) -> Day {
    let there = f.when.at_zone(week.zone.iana_name().unwrap_or("UTC"));
    let minute = |at: Time| at.since(from).whole_minutes();
    let blocks = stretches.iter().map(|one| Block {
        x: minute(one.from),
        y: HEIGHT - height(one.held),
        width: one.minutes(),
        height: height(one.held),
        class: if one.planned {
            format!("{} planned", class(one.held))
        } else {
            class(one.held).to_owned()
        },
    });
    let bare = stretches.iter().filter(|one| one.held == Held::Nobody);
    let (was, coming) = bare.fold((0, 0), |(was, coming), one| {
        if one.planned {
            (was, coming + one.minutes())
        } else {
            (was + one.minutes(), coming)
        }
    });
    let phone = stretches.iter().filter(|one| one.need == Need::Phone);
    let phone: i64 = phone.map(|one| one.minutes()).sum();
    let said = stretches.iter().map(|one| {
        let who = one.who.iter().filter_map(|member| names.get(member).cloned());
        let who = who.collect::<Vec<_>>().join(", ");
        let held = f.w.of("roster-legend", one.held.as_str());
        let hours = f.w.with2(
            "roster-hours",
            ("from", there.clock(one.from)),
            ("to", there.clock(one.to)),
        );
        if who.is_empty() {
            format!("{hours} {held}")
        } else {
            format!("{hours} {held} ({who})")
        }
    });
    let said = said.collect::<Vec<_>>().join("; ");
    let measured = stretches.iter().any(|one| one.held != Held::Unmeasured);
    Day {
        name: f.when.day(there.day_of(from)),
        width: minute(to),
        blocks: blocks.collect(),
        now: (from..to).contains(&f.when.now()).then(|| minute(f.when.now())),
        label: f.w.with2(
            "roster-day-label",
            ("phone", f.when.minutes(phone)),
            ("said", said),
        ),
        bare: if was + coming > 0 {
            f.when.minutes(was + coming)
        } else {
            String::new()
        },
        class: match (was, coming) {
            _ if !measured => "",
            (0, 0) => "kept",
            (0, _) => "risk",
            _ => "broken",
        },
    }
}
