//! "Our phones are always covered": the minutes of this week in which nobody held a line.
//!
//! In phone hours a line needs a person who is signed in and on shift; after hours somebody on call or an answering service.
//! The two are told apart. The week is whole on the line's own clocks: 168 hours, 167 or 169 where the clocks change.

use super::Standing;
use crate::Time;
use crate::ids::LineId;
use crate::roster::{Counts, Gap, Need};

/// A line without anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bare {
    /// Since when.
    pub since: Time,
    /// What it needs.
    pub need: Need,
    /// The names of those who are on shift there and not signed in.
    pub here: Vec<String>,
    /// The names of those on shift elsewhere who would leave no other line alone.
    pub elsewhere: Vec<String>,
}

/// A line this week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: LineId,
    /// What people call it.
    pub name: String,
    /// The minutes of the week that are over.
    pub so_far: Counts,
    /// The minutes of the week that are to come, by the plan.
    pub ahead: Counts,
    /// All minutes of its week.
    pub minutes: i64,
    /// Whether nobody holds it now.
    pub bare: Option<Bare>,
    /// The next minutes that nobody will hold.
    pub next: Option<Gap>,
}

/// The promise now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The lines that have a roster, by name.
    pub lines: Vec<Line>,
    /// The names of the lines that have none: they are not measured.
    pub unmeasured: Vec<String>,
    /// Minutes without anybody on each of the last seven days, oldest first, today last.
    pub days: Vec<i64>,
}

impl Now {
    /// This week's minutes so far, of all lines.
    pub fn so_far(&self) -> Counts {
        self.lines
            .iter()
            .fold(Counts::default(), |all, line| all + line.so_far)
    }

    /// This week's minutes to come.
    pub fn ahead(&self) -> Counts {
        self.lines
            .iter()
            .fold(Counts::default(), |all, line| all + line.ahead)
    }

    /// The lines that nobody holds now, the longest without anybody first.
    pub fn bare(&self) -> Vec<(&Line, &Bare)> {
        let bare = self.lines.iter();
        let mut bare: Vec<_> = bare
            .filter_map(|line| Some((line, line.bare.as_ref()?)))
            .collect();
        bare.sort_by_key(|(line, bare)| (bare.since, line.id));
        bare
    }

    /// The next gap of all lines, with its line's name.
    pub fn next(&self) -> Option<(&str, Gap)> {
        let gaps = self.lines.iter();
        let gaps = gaps.filter_map(|line| Some((line.name.as_str(), line.next?)));
        gaps.min_by_key(|(_, gap)| (gap.from, gap.line))
    }

    /// Kept without a minute so far, at risk if the plan for the rest of the week leaves one.
    pub fn standing(&self) -> Standing {
        if self.so_far().bare() > 0 || !self.bare().is_empty() {
            Standing::Broken
        } else if self.ahead().bare() > 0 {
            Standing::AtRisk
        } else {
            Standing::Kept
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: u8, so_far: i64, ahead: i64) -> Line {
        let counts = |bare| Counts {
            phone: 1_000,
            phone_bare: bare,
            ..Counts::default()
        };
        Line {
            id: LineId([id; 16]),
            name: format!("line {id}"),
            so_far: counts(so_far),
            ahead: counts(ahead),
            minutes: 168 * 60,
            bare: None,
            next: None,
        }
    }

    fn now(lines: Vec<Line>) -> Now {
        Now {
            lines,
            unmeasured: Vec::new(),
            days: Vec::new(),
        }
    }

    #[test]
    fn one_minute_of_one_line_breaks_the_promise_and_a_planned_one_puts_it_at_risk() {
        assert_eq!(now(vec![line(1, 0, 0), line(2, 0, 0)]).standing(), Standing::Kept);
        assert_eq!(
            now(vec![line(1, 0, 0), line(2, 0, 1)]).standing(),
            Standing::AtRisk
        );
        assert_eq!(
            now(vec![line(1, 1, 0), line(2, 0, 0)]).standing(),
            Standing::Broken
        );
    }

    #[test]
    fn a_line_that_nobody_holds_now_breaks_it_before_a_minute_is_counted_and_the_longest_comes_first() {
        let at = Time::from_micros;
        let bare = |since| Bare {
            since: at(since),
            need: Need::Phone,
            here: Vec::new(),
            elsewhere: Vec::new(),
        };
        let page = now(vec![
            Line {
                bare: Some(bare(20)),
                ..line(1, 0, 0)
            },
            Line {
                bare: Some(bare(10)),
                ..line(2, 0, 0)
            },
        ]);
        assert_eq!(page.standing(), Standing::Broken);
        assert_eq!(page.bare()[0].0.name, "line 2");
    }

    #[test]
    fn the_next_gap_is_the_soonest_of_all_lines() {
        let gap = |line, from| Gap {
            line: LineId([line; 16]),
            from: Time::from_micros(from),
            to: Time::from_micros(from + 60),
            need: Need::AfterHours,
        };
        let page = now(vec![
            Line {
                next: Some(gap(1, 900)),
                ..line(1, 0, 0)
            },
            Line {
                next: Some(gap(2, 300)),
                ..line(2, 0, 0)
            },
        ]);
        assert_eq!(page.next(), Some(("line 2", gap(2, 300))));
    }
}
