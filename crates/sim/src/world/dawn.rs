//! A day begins: who is at the desk and on the phones, who writes and calls when, and what belongs to its hours.

use anteroom_app::Failure;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use rand::RngExt;

use super::day::{self, Sort};
use super::{Clerk, Deed, World, at_civil, midnight};

impl World {
    /// Draws a day: who is at the desk, who writes when.
    pub(super) async fn dawn(&mut self) -> Result<(), Failure> {
        let (today, zone) = (self.today(), self.hours.zone().clone());
        let opening = self.hours.opening_on(today).first().copied();
        let holiday = opening.is_none() && !matches!(today.weekday(), Weekday::Saturday | Weekday::Sunday);
        let usual = if holiday { Sort::Holiday } else { Sort::Usual };
        let sort = self.sorts.get(&today).copied().unwrap_or(usual);
        for at in day::contacts(&mut self.chance, &zone, today, sort, self.size.contacts) {
            let open = self.hours.is_open(at);
            let deed = match self.chance.random_range(0..20) {
                0..2 if open => Deed::Call,
                2..7 if self.size.phones > 0 => Deed::Ring,
                _ => Deed::Ask,
            };
            if at >= self.now {
                self.plan(at, deed);
            }
        }
        self.behind = sort == Sort::Full;
        if let Some(opening) = opening.and_then(|opening| at_civil(opening.from, &zone)) {
            let clerk = self.chance.random_range(0..self.clerks.len());
            let later = self.between(3_600, 4 * 3_600);
            self.plan(opening.max(self.now) + later, Deed::Sweep(clerk));
        }
        let share = if today.weekday() == Weekday::Saturday {
            3
        } else {
            sort.present()
        };
        let here = (self.clerks.len() * share).div_ceil(10).max(1);
        let off = self.chance.random_range(0..self.clerks.len().max(1));
        for index in 0..self.clerks.len() {
            let place = (index + off) % self.clerks.len();
            self.clerks[place] = Clerk {
                present: index < here,
                busy: false,
            };
            if let Some(opening) = opening.and_then(|opening| at_civil(opening.from, &zone)) {
                let late = self.between(0, 240);
                self.plan(opening.max(self.now) + late, Deed::Look(place));
            }
        }
        if let Some(opening) = opening
            && let Some((from, to)) = at_civil(opening.from, &zone).zip(at_civil(opening.to, &zone))
        {
            self.plan_hours(from, to);
        }
        self.plan_day(today, &zone);
        if let Some(morrow) = today.tomorrow().ok().and_then(|day| midnight(day, &zone)) {
            self.plan(morrow, Deed::Dawn);
        }
        self.roster().await
    }

    /// What a day has at its hours, open or not.
    fn plan_day(&mut self, today: Date, zone: &TimeZone) {
        if !self.size.years {
            return;
        }
        let hours = [8, 11, 14, 17, 20].map(|hour| (hour, Deed::Browse));
        let others = [(10, Deed::Survey), (19, Deed::Survey), (18, Deed::Attend)];
        for (hour, deed) in hours.into_iter().chain(others) {
            let at = at_civil(today.at(hour, 5, 0, 0), zone);
            if let Some(at) = at.filter(|at| *at >= self.now) {
                self.plan(at, deed);
            }
        }
    }
}
