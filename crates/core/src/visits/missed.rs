//! Visits to which nobody came: of all that somebody came to or should have, by how long before they were booked.

use crate::promises::share;

/// The first days of the groups by days from booking to visit: the same day, the next, then about twice as many each.
const GROUPS: [i64; 8] = [0, 1, 2, 4, 8, 15, 31, 61];

/// How many visits of one lead came out how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// Days from the booking to the visit, if that is known.
    pub lead_days: Option<i64>,
    /// Whether nobody came.
    pub missed: bool,
    /// How many.
    pub count: u64,
}

/// Visits whose lead is alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The fewest days before, and the most; with no most all longer ones, and nothing at all where it is not known.
    pub lead: Option<(i64, Option<i64>)>,
    /// To which somebody came or should have.
    pub appointments: u64,
    /// To which nobody came.
    pub no_shows: u64,
}

impl Group {
    /// No-shows / appointments.
    pub fn rate(&self) -> Option<f64> {
        share(self.no_shows, self.appointments)
    }

    const fn add(&mut self, fact: &Fact) {
        self.appointments += fact.count;
        if fact.missed {
            self.no_shows += fact.count;
        }
    }
}

/// The figures of a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// All together.
    pub all: Group,
    /// By lead, the shortest first; those of unknown lead last, if there are any.
    pub by_lead: Vec<Group>,
}

/// Counts them.
pub fn report(facts: impl IntoIterator<Item = Fact>) -> Report {
    let group = |lead| Group {
        lead,
        appointments: 0,
        no_shows: 0,
    };
    let ends = GROUPS.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
    let mut by_lead: Vec<Group> = GROUPS
        .iter()
        .zip(ends)
        .map(|(from, to)| group(Some((*from, to))))
        .collect();
    let (mut all, mut unknown) = (group(None), group(None));
    for fact in facts {
        all.add(&fact);
        let place = fact.lead_days.and_then(|lead| {
            by_lead
                .iter_mut()
                .rfind(|group| group.lead.is_some_and(|(from, _)| lead >= from))
        });
        place.unwrap_or(&mut unknown).add(&fact);
    }
    if unknown.appointments > 0 {
        by_lead.push(unknown);
    }
    Report { all, by_lead }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(lead_days: Option<i64>, missed: bool, count: u64) -> Fact {
        Fact {
            lead_days,
            missed,
            count,
        }
    }

    #[test]
    fn each_visit_is_in_the_group_of_its_lead_and_the_groups_are_the_whole() {
        let report = report([
            fact(Some(0), false, 8),
            fact(Some(0), true, 2),
            fact(Some(3), true, 1),
            fact(Some(30), false, 5),
            fact(Some(400), true, 7),
            fact(None, false, 4),
        ]);
        let told: Vec<_> = report
            .by_lead
            .iter()
            .filter(|group| group.appointments > 0)
            .map(|group| (group.lead, group.appointments, group.no_shows))
            .collect();
        assert_eq!(
            told,
            [
                (Some((0, Some(0))), 10, 2),
                (Some((2, Some(3))), 1, 1),
                (Some((15, Some(30))), 5, 0),
                (Some((61, None)), 7, 7),
                (None, 4, 0),
            ]
        );
        assert_eq!((report.all.appointments, report.all.no_shows), (27, 10));
        assert_eq!(report.by_lead[0].rate(), Some(0.2));
    }

    #[test]
    fn no_visits_at_all_have_no_rate() {
        let report = report([]);
        assert_eq!(report.all.rate(), None);
        assert_eq!(report.by_lead.len(), 8);
    }
}
