//! The rows behind the figures: patients of a window by what became of them, new patients, visits to which nobody came. Each a
//! page at a time.

use anteroom_core::ids::{PatientId, VisitId};
use anteroom_core::promises::retention::Fact;
use anteroom_core::visits::Heard;
use anteroom_core::{Time, limits};

use super::figures::left;
use crate::people::patients::date;
use crate::requests::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, params};

/// The patient's next booking that stood at ?9.
macro_rules! booking {
    () => {
        "(SELECT min(b.starts_at) FROM visit b WHERE b.practice_id = ?1 AND b.patient_id = v.patient_id \
         AND b.starts_at >= ?9 AND b.held_from <= ?9 AND b.held_until > ?9)"
    };
}

/// Since when and why the patient was gone on the day ?6.
macro_rules! departure {
    () => {
        "(SELECT min(d.left_on || ' ' || d.reason) FROM departure d WHERE d.practice_id = ?1 \
         AND d.patient_id = v.patient_id AND d.left_on <= ?6 AND (d.back_on IS NULL OR d.back_on > ?6))"
    };
}

/// Visits of [?2, ?3) after a row, the earliest first. ?7: whether the sensitive ones, too. Nobody born on ?10 or before
/// counts.
macro_rules! listed {
    ($where:expr) => {
        concat!(
            "SELECT v.id, v.patient_id, p.name, v.starts_at, v.next_at, ",
            booking!(),
            ", ",
            departure!(),
            ", p.birth_date, v.doctor, v.location, v.sensitive, v.lead_days, h.heard FROM visit v \
             JOIN patient p ON p.practice_id = v.practice_id AND p.id = v.patient_id \
             LEFT JOIN heard_of h ON h.practice_id = v.practice_id AND h.patient_id = v.patient_id \
             WHERE v.practice_id = ?1 AND v.starts_at >= ?2 AND v.starts_at < ?3 AND (v.starts_at, v.id) > (?4, ?5) \
             AND v.sensitive <= ?7 AND ",
            $where,
            " ORDER BY v.starts_at, v.id LIMIT ?8"
        )
    };
}

/// Patients of the window, by what became of them.
macro_rules! indexed {
    ($where:expr) => {
        listed!(concat!(
            "v.came = 1 AND (v.next_at IS NULL OR v.next_at >= ?3) AND ",
            $where
        ))
    };
}

queries! {
    /// Who is neither back nor booked.
    LOST: practice = indexed!(concat!("(v.next_at IS NULL OR v.next_at >= ?9) AND (p.birth_date IS NULL \
        OR p.birth_date > ?10) AND ", booking!(), " IS NULL AND ", departure!(), " IS NULL"));
    /// Who is back or has a visit booked.
    KEPT: practice = indexed!(concat!("(p.birth_date IS NULL OR p.birth_date > ?10) AND (v.next_at < ?9 OR ", booking!(),
        " IS NOT NULL) AND ", departure!(), " IS NULL"));
    /// Who does not count.
    OUT: practice = indexed!(concat!("(p.birth_date <= ?10 OR ", departure!(), " IS NOT NULL)"));
    /// Whose first visit it was.
    NEW: practice = listed!("v.is_first = 1 AND ?10 >= ''");
    /// To which nobody came.
    MISSED: practice = listed!("v.status = 'noshow' AND ?10 >= ''");
}

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Patients of the window who are neither back nor booked.
    Lost,
    /// Those who are.
    Kept,
    /// Those who don't count.
    Out,
    /// Patients whose first visit was in the span.
    New,
    /// Visits of the span to which nobody came.
    Missed,
}

impl List {
    const fn sql(self) -> &'static Sql {
        match self {
            Self::Lost => &LOST,
            Self::Kept => &KEPT,
            Self::Out => &OUT,
            Self::New => &NEW,
            Self::Missed => &MISSED,
        }
    }
}

/// Where a page starts: after this visit.
pub type After = (Time, VisitId);

/// Which rows of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Visits from here on.
    pub from: Time,
    /// And before here.
    pub to: Time,
    /// Bookings that stood at this instant, and visits before it.
    pub known: Time,
    /// Its day.
    pub day: String,
    /// Whoever was born on this day or before does not count; empty for nobody.
    pub born: String,
    /// Whether the sensitive ones, too.
    pub sensitive: bool,
}

/// A visit of a list, with its patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The visit.
    pub id: VisitId,
    /// Whose.
    pub patient: PatientId,
    /// The patient's name.
    pub name: String,
    /// What the promise counts of it.
    pub fact: Fact,
    /// When a booking that stands begins.
    pub booked: Option<Time>,
    /// With whom.
    pub doctor: String,
    /// Where.
    pub location: String,
    /// Nobody is reminded of it.
    pub sensitive: bool,
    /// Days from its booking.
    pub lead_days: Option<i64>,
    /// How the patient heard of the practice.
    pub heard: Option<Heard>,
}

impl Listed {
    /// Where the next page starts after this row.
    pub const fn after(&self) -> After {
        (self.fact.index, self.id)
    }
}

/// A page of a list, and one row more if there is one.
pub fn page(
    tx: &mut PracticeTx<'_>,
    list: List,
    asked: &Asked,
    after: After,
) -> Result<Vec<Listed>, StoreError> {
    let values = params![
        asked.from,
        asked.to,
        after.0,
        after.1,
        asked.day.as_str(),
        asked.sensitive,
        limits::PAGE_ROWS + 1,
        asked.known,
        asked.born.as_str()
    ];
    tx.query(list.sql(), values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Listed, StoreError> {
    let booked: Option<Time> = row.get(5)?;
    let heard: Option<String> = row.get(12)?;
    Ok(Listed {
        id: row.get(0)?,
        patient: row.get(1)?,
        name: row.get(2)?,
        fact: Fact {
            index: row.get(3)?,
            next: row.get(4)?,
            booked: booked.is_some(),
            left: left(row, 6)?,
            born: date(row, 7)?,
        },
        booked,
        doctor: row.get(8)?,
        location: row.get(9)?,
        sensitive: row.get(10)?,
        lead_days: row.get(11)?,
        heard: heard.map(|_| word(row, 12)).transpose()?,
    })
}
