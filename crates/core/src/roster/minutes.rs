//! Whole minutes as sorted stretches: joined, cut and counted. Knows instants and nothing of people or lines.

use crate::Time;

/// Microseconds of a minute.
const MINUTE: i64 = 60_000_000;

/// The minute that an instant lies in, counted since 1970.
pub(super) const fn minute_of(at: Time) -> i64 {
    at.micros().div_euclid(MINUTE)
}

/// The first minute that begins at an instant or after it.
const fn minute_from(at: Time) -> i64 {
    -(-at.micros()).div_euclid(MINUTE)
}

/// The instant at which a minute begins.
pub(super) const fn begins(minute: i64) -> Time {
    Time::from_micros(minute.saturating_mul(MINUTE))
}

/// Minutes since 1970, as stretches `[from, to)` in order that neither meet nor overlap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Minutes(Vec<(i64, i64)>);

impl Minutes {
    /// The minutes that spans touch: one counts as soon as any part of it is in a span.
    pub fn touched(spans: impl IntoIterator<Item = (Time, Time)>) -> Self {
        let touched = |(from, to): (Time, Time)| (from < to).then(|| (minute_of(from), minute_from(to)));
        Self::joined(spans.into_iter().filter_map(touched).collect())
    }

    fn joined(mut all: Vec<(i64, i64)>) -> Self {
        all.sort_unstable();
        let mut joined: Vec<(i64, i64)> = Vec::with_capacity(all.len());
        for (from, to) in all {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ if from < to => joined.push((from, to)),
                _ => {}
            }
        }
        Self(joined)
    }

    /// The stretches, in order.
    pub fn stretches(&self) -> impl Iterator<Item = (Time, Time)> + '_ {
        self.0.iter().map(|(from, to)| (begins(*from), begins(*to)))
    }

    /// The same as numbers of minutes.
    pub(super) fn edges(&self) -> &[(i64, i64)] {
        &self.0
    }

    /// How many there are.
    pub fn count(&self) -> i64 {
        self.0.iter().map(|(from, to)| to - from).sum()
    }

    /// Whether the minute of an instant is among them.
    pub fn hold(&self, at: Time) -> bool {
        let minute = minute_of(at);
        self.0.iter().any(|(from, to)| (*from..*to).contains(&minute))
    }

    /// Those in either.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self::joined(self.0.iter().chain(&other.0).copied().collect())
    }

    /// Those in both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut both = Vec::new();
        while let (Some(a), Some(b)) = (one.peek(), two.peek()) {
            let (from, to) = (a.0.max(b.0), a.1.min(b.1));
            if from < to {
                both.push((from, to));
            }
            if a.1 <= b.1 {
                one.next();
            } else {
                two.next();
            }
        }
        Self(both)
    }

    /// Those of this that are not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left = Vec::with_capacity(self.0.len());
        let mut cuts = other.0.iter().copied().peekable();
        for &(mut from, to) in &self.0 {
            while cuts.next_if(|cut| cut.1 <= from).is_some() {}
            let mut ahead = cuts.clone();
            while let Some(cut) = ahead.next_if(|cut| cut.0 < to) {
                if from < cut.0 {
                    left.push((from, cut.0));
                }
                from = from.max(cut.1);
            }
            if from < to {
                left.push((from, to));
            }
        }
        Self(left)
    }

    /// Those within `[from, to)`.
    #[must_use]
    pub fn within(&self, from: Time, to: Time) -> Self {
        self.and(&Self::touched([(from, to)]))
    }
}
