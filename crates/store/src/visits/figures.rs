//! Facts for the promise that patients come back, and for the figures beside it. Each reads the visits of a span of time, by
//! index, and never all of history.

use anteroom_core::Time;
use anteroom_core::promises::retention::{At, Fact};
use anteroom_core::visits::{Heard, Left, missed};
use jiff::civil::Date;

use crate::people::patients::date;
use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, Value, params};

/// The last visit in [?2, ?3) of each patient who had one: it has no next one, or the next one is at ?6, the window's end, or
/// later. Whether
/// a booking stood at ?4, unless they came again before; why and since when they were gone on the day ?5.
macro_rules! window {
    ($labels:literal) => {
        concat!(
            "SELECT v.starts_at, v.next_at, CASE WHEN v.next_at < ?4 THEN NULL ELSE (SELECT min(b.starts_at) FROM visit b \
             WHERE b.practice_id = ?1 AND b.patient_id = v.patient_id AND b.starts_at >= ?4 AND b.held_from <= ?4 \
             AND b.held_until > ?4) END, \
             (SELECT min(d.left_on || ' ' || d.reason) FROM departure d WHERE d.practice_id = ?1 \
             AND d.patient_id = v.patient_id AND d.left_on <= ?5 AND (d.back_on IS NULL OR d.back_on > ?5)), p.birth_date",
            $labels,
            " FROM visit v JOIN patient p ON p.practice_id = v.practice_id AND p.id = v.patient_id \
             WHERE v.practice_id = ?1 AND v.came = 1 AND v.starts_at >= ?2 AND v.starts_at < ?3 \
             AND (v.next_at IS NULL OR v.next_at >= ?6)"
        )
    };
}

queries! {
    /// What the promise counts of a window's patients: read from an index alone, but for the patient's birth date.
    WINDOW: practice = window!("");
    /// The same, with whom and where the visit was.
    WINDOW_LABELLED: practice = window!(", v.doctor, v.location");
    /// The first visit that took place, and the last.
    REACH: practice = "SELECT (SELECT starts_at FROM visit WHERE practice_id = ?1 AND came = 1 ORDER BY starts_at LIMIT 1), \
        (SELECT starts_at FROM visit WHERE practice_id = ?1 AND came = 1 ORDER BY starts_at DESC LIMIT 1)";
    /// Whether there is any at all.
    ANY: practice = "SELECT 1 FROM visit WHERE practice_id = ?1 LIMIT 1";
    /// Visits of a span to which somebody came or should have, by lead.
    OUTCOMES: practice = "SELECT lead_days, status, count(*) FROM visit WHERE practice_id = ?1 AND starts_at >= ?2 \
        AND starts_at < ?3 AND status IN ('arrived', 'checked-in', 'fulfilled', 'noshow') GROUP BY lead_days, status";
    /// Visits of a span of which nobody said what came of them.
    UNSAID: practice = "SELECT count(*) FROM visit WHERE practice_id = ?1 AND starts_at >= ?2 AND starts_at < ?3 \
        AND status IN ('proposed', 'pending', 'booked', 'waitlist')";
    /// Patients whose first visit was in a span, by how they heard of the practice.
    NEW: practice = "SELECT h.heard, count(*) FROM visit v \
        LEFT JOIN heard_of h ON h.practice_id = v.practice_id AND h.patient_id = v.patient_id \
        WHERE v.practice_id = ?1 AND v.is_first = 1 AND v.starts_at >= ?2 AND v.starts_at < ?3 GROUP BY h.heard";
    /// Patients with an appointment in a span who never came to any.
    NEVER: practice = "SELECT count(DISTINCT v.patient_id) FROM visit v WHERE v.practice_id = ?1 AND v.starts_at >= ?2 \
        AND v.starts_at < ?3 AND v.status IN ('proposed', 'pending', 'booked', 'cancelled', 'noshow', 'waitlist') AND NOT EXISTS (SELECT 1 FROM visit c \
        WHERE c.practice_id = ?1 AND c.patient_id = v.patient_id AND c.came = 1)";
}

/// A patient of the window, with whom and where their visit was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indexed {
    /// What the promise counts.
    pub fact: Fact,
    /// With whom; empty if nobody said.
    pub doctor: String,
    /// Where; empty if nobody said.
    pub location: String,
}

pub(super) fn left(row: &Row, column: usize) -> Result<Option<(Left, Date)>, StoreError> {
    let wrong = || StoreError::Wrong(format!("column {column} holds no departure"));
    let text: Option<String> = row.get(column)?;
    text.map(|text| {
        let (on, why) = text.split_once(' ').ok_or_else(wrong)?;
        Ok((
            why.parse().map_err(|_| wrong())?,
            on.parse().map_err(|_| wrong())?,
        ))
    })
    .transpose()
}

fn asked(at: &At, end: Time) -> Vec<Value> {
    params![at.from, end, at.known, at.day().to_string(), at.to]
}

fn fact(row: &Row) -> Result<Fact, StoreError> {
    let booked: Option<Time> = row.get(2)?;
    Ok(Fact {
        index: row.get(0)?,
        next: row.get(1)?,
        booked: booked.is_some(),
        left: left(row, 3)?,
        born: date(row, 4)?,
    })
}

/// Hands over what the promise counts of the patients of a window, one by one; with an `end` that is later, visits up to there,
/// too, of which the window of that end is to be chosen ([`At::has`]).
pub fn facts(
    tx: &mut PracticeTx<'_>,
    at: &At,
    end: Time,
    mut visit: impl FnMut(Fact),
) -> Result<(), StoreError> {
    tx.query_each(&WINDOW, asked(at, end), |row| {
        visit(fact(&row)?);
        Ok(())
    })
}

/// Hands over the patients of a window, one by one.
pub fn window(tx: &mut PracticeTx<'_>, at: &At, mut visit: impl FnMut(Indexed)) -> Result<(), StoreError> {
    tx.query_each(&WINDOW_LABELLED, asked(at, at.to), |row| {
        visit(Indexed {
            fact: fact(&row)?,
            doctor: row.get(5)?,
            location: row.get(6)?,
        });
        Ok(())
    })
}

/// The first visit that took place and the last, if there is any.
pub fn reach(tx: &mut PracticeTx<'_>) -> Result<Option<(Time, Time)>, StoreError> {
    let row = tx.query_one(&REACH, params![])?;
    Ok(row.get::<Option<Time>>(0)?.zip(row.get::<Option<Time>>(1)?))
}

/// Whether there is any visit at all.
pub fn any(tx: &mut PracticeTx<'_>) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&ANY, params![])?.is_some())
}

/// What came of the visits of [from, to), by lead.
pub fn outcomes(tx: &mut PracticeTx<'_>, from: Time, to: Time) -> Result<Vec<missed::Fact>, StoreError> {
    let mut facts = Vec::new();
    tx.query_each(&OUTCOMES, params![from, to], |row| {
        let count: i64 = row.get(2)?;
        facts.push(missed::Fact {
            lead_days: row.get(0)?,
            missed: row.get::<String>(1)? == "noshow",
            count: u64::try_from(count).unwrap_or_default(),
        });
        Ok(())
    })?;
    Ok(facts)
}

/// How many visits of [from, to) nobody said the outcome of.
pub fn unsaid(tx: &mut PracticeTx<'_>, from: Time, to: Time) -> Result<i64, StoreError> {
    tx.query_one(&UNSAID, params![from, to])?.get(0)
}

/// How many patients came for the first time in [from, to), by how they heard of the practice.
pub fn new_patients(
    tx: &mut PracticeTx<'_>,
    from: Time,
    to: Time,
) -> Result<Vec<(Option<Heard>, i64)>, StoreError> {
    let read = |row: &Row| {
        let heard: Option<String> = row.get(0)?;
        let heard = heard.map(|_| word(row, 0)).transpose()?;
        Ok((heard, row.get(1)?))
    };
    tx.query(&NEW, params![from, to])?.iter().map(read).collect()
}

/// How many patients with an appointment in [from, to) never came to any.
pub fn never_came(tx: &mut PracticeTx<'_>, from: Time, to: Time) -> Result<i64, StoreError> {
    tx.query_one(&NEVER, params![from, to])?.get(0)
}
