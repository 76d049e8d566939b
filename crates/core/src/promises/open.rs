//! "We keep open requests under 50": patients' requests that wait for the practice.
//!
//! New and open, and every one whose clock runs, snoozed or not. Waiting on the patient, snoozed and resolved stand beside
//! it. Above 100 one more person is put on, and stays until the count is under 50 again.

use super::Standing;
use crate::{Span, Time};

/// The numbers that a practice sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The promise is kept under this many.
    pub under: i64,
    /// Above this many, somebody is put on.
    pub act_above: i64,
    /// Work that one open request holds.
    pub handling: Span,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            under: 50,
            act_above: 100,
            handling: Span::from_minutes(10),
        }
    }
}

/// How many requests stand where, at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// They wait for the practice.
    pub open: i64,
    /// They wait for the patient, and no clock runs.
    pub waiting: i64,
    /// Snoozed, and no clock runs.
    pub snoozed: i64,
    /// Resolved, and not closed for good.
    pub resolved: i64,
}

impl Counts {
    /// All that are not closed for good.
    pub const fn not_closed(&self) -> i64 {
        self.open + self.waiting + self.snoozed + self.resolved
    }
}

/// How many more people bring the open requests under their number, if they are put on now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Relief {
    /// So many more than are on shift; none if those are enough.
    pub people: i64,
    /// From when.
    pub from: Time,
    /// Until when.
    pub to: Time,
    /// How sure it is that the count is under its number then, 0 to 1.
    pub sure: f64,
}

/// The promise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// The practice's numbers.
    pub rules: Rules,
    /// How many stand where.
    pub counts: Counts,
    /// Whether somebody more is put on.
    pub act: bool,
    /// How many more bring it under its number, while somebody more is put on and that can be told.
    pub relief: Option<Relief>,
    /// Open requests at the full hours of today, oldest first, then now.
    pub hours: Vec<i64>,
    /// Open requests an hour ago, for the pace.
    pub hour_ago: i64,
    /// Requests that left the count in the last seven days, a day.
    pub cleared_a_day: f64,
}

impl Now {
    /// Work that the open requests hold.
    pub fn work(&self) -> Span {
        Span::from_micros(self.rules.handling.micros().saturating_mul(self.counts.open))
    }

    /// Days until all of it is done at the pace of the last seven; nothing while there is no pace.
    pub fn days_to_clear(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        (self.cleared_a_day > 0.0).then(|| self.counts.open as f64 / self.cleared_a_day)
    }

    /// Open requests in an hour if the pace of the last one holds.
    pub const fn outlook(&self) -> i64 {
        let next = self.counts.open * 2 - self.hour_ago;
        if next < 0 { 0 } else { next }
    }

    /// Time until the count passes the number at which somebody is put on, at the pace of the last hour.
    pub fn until_act(&self) -> Option<Span> {
        let pace = self.counts.open - self.hour_ago;
        let room = self.rules.act_above + 1 - self.counts.open;
        (pace > 0 && room > 0).then(|| Span::from_micros(Span::from_hours(room).micros() / pace))
    }

    /// Kept under its number, at risk if the next hour breaks it.
    pub const fn standing(&self) -> Standing {
        if self.counts.open >= self.rules.under {
            Standing::Broken
        } else if self.outlook() >= self.rules.under {
            Standing::AtRisk
        } else {
            Standing::Kept
        }
    }
}

/// Whether somebody more is put on: from above `act_above` until under `under`, and as before in between.
pub const fn act(before: bool, open: i64, rules: &Rules) -> bool {
    if open > rules.act_above {
        true
    } else if open < rules.under {
        false
    } else {
        before
    }
}

/// How many requests were open on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Day {
    /// The most at once.
    pub highest: i64,
    /// When the day ended, or now.
    pub last: i64,
}

/// The days between `edges` (each day is [edge, next edge)), from the spans in which requests counted as open.
pub fn days(spells: impl IntoIterator<Item = (Time, Time)>, edges: &[Time]) -> Vec<Day> {
    let mut steps: Vec<(Time, i64)> = spells
        .into_iter()
        .flat_map(|(from, until)| [(from, 1), (until, -1)])
        .collect();
    // One that ends as another begins never counts beside it.
    steps.sort_unstable();
    let mut steps = steps.into_iter().peekable();
    let mut count = 0;
    let mut days = Vec::new();
    for edge in edges.windows(2) {
        while let Some((_, step)) = steps.next_if(|(at, _)| *at <= edge[0]) {
            count += step;
        }
        let mut highest = count;
        while let Some((_, step)) = steps.next_if(|(at, _)| *at < edge[1]) {
            count += step;
            highest = highest.max(count);
        }
        days.push(Day { highest, last: count });
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(open: i64, hour_ago: i64) -> Now {
        Now {
            rules: Rules::default(),
            counts: Counts {
                open,
                ..Counts::default()
            },
            act: false,
            relief: None,
            hours: vec![],
            hour_ago,
            cleared_a_day: 0.0,
        }
    }

    #[test]
    fn forty_nine_keeps_the_promise_and_fifty_breaks_it() {
        assert_eq!(now(49, 49).standing(), Standing::Kept);
        assert_eq!(now(50, 50).standing(), Standing::Broken);
    }

    #[test]
    fn a_pace_that_reaches_fifty_within_the_hour_puts_it_at_risk() {
        assert_eq!(now(45, 41).standing(), Standing::Kept);
        assert_eq!(now(45, 40).standing(), Standing::AtRisk);
        assert_eq!(now(10, 40).outlook(), 0);
    }

    #[test]
    fn act_switches_on_above_a_hundred_and_stays_until_under_fifty() {
        let rules = Rules::default();
        let mut on = false;
        let mut seen = Vec::new();
        for open in [99, 100, 101, 100, 50, 49, 50, 100, 101] {
            on = act(on, open, &rules);
            seen.push(on);
        }
        assert_eq!(seen, [false, false, true, true, true, false, false, false, true]);
    }

    #[test]
    fn work_and_days_to_clear_say_nothing_without_a_pace() {
        let mut page = now(87, 80);
        assert_eq!(page.work(), Span::from_minutes(870));
        assert_eq!(page.days_to_clear(), None);
        page.cleared_a_day = 43.5;
        assert_eq!(page.days_to_clear(), Some(2.0));
        assert_eq!(page.until_act(), Some(Span::from_hours(2)));
        assert_eq!(now(101, 90).until_act(), None);
    }

    #[test]
    fn a_day_is_told_by_its_most_and_by_where_it_ended() {
        let at = Time::from_micros;
        let spells = [(0, 100), (5, 15), (14, 18), (18, 30), (25, 200)];
        let spells = spells.map(|(from, until)| (at(from), at(until)));
        let seen = days(spells, &[10, 20, 30, 40].map(at));
        let told: Vec<_> = seen.iter().map(|day| (day.highest, day.last)).collect();
        // At 14 three count at once; what ends at 18 makes way for what begins then; what ends at 30 counts to the end.
        assert_eq!(told, [(3, 2), (3, 3), (2, 2)]);
    }
}
