//! Visits to the site as rows: the day and what was done in each, of nobody.

use anteroom_core::ids::SiteVisitId;
use anteroom_core::site::visits::Seen;
use jiff::civil::Date;

use super::articles::date;
use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

queries! {
    /// What a visit did so far.
    PUT: practice = "INSERT INTO site_visit (practice_id, day, id, searched, was_read, sent) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (practice_id, day, id) \
        DO UPDATE SET searched = excluded.searched, was_read = excluded.was_read, sent = excluded.sent";
    /// How many visits of each day did the same.
    COUNTS: practice = "SELECT day, searched, was_read, sent, count(*) FROM site_visit \
        WHERE practice_id = ?1 AND day >= ?2 AND day <= ?3 GROUP BY day, searched, was_read, sent ORDER BY day";
    /// A day that is no longer kept.
    OLDEST: practice = "SELECT day FROM site_visit WHERE practice_id = ?1 AND day < ?2 ORDER BY day LIMIT 1";
    /// A day's go.
    SWEEP: practice = "DELETE FROM site_visit WHERE practice_id = ?1 AND day = ?2";
}

/// Writes what visits did so far.
pub fn put(
    tx: &mut PracticeTx<'_>,
    visits: impl IntoIterator<Item = (Date, SiteVisitId, Seen)>,
) -> Result<(), StoreError> {
    let rows = visits
        .into_iter()
        .map(|(day, id, seen)| params![day.to_string(), id, seen.searched, seen.read, seen.sent]);
    tx.execute_many(&PUT, rows).map(drop)
}

/// How many visits of each day did the same, from `first` to `last`.
pub fn counts(
    tx: &mut PracticeTx<'_>,
    (first, last): (Date, Date),
) -> Result<Vec<(Date, Seen, u64)>, StoreError> {
    let rows = tx.query(&COUNTS, params![first.to_string(), last.to_string()])?;
    let mut counts = Vec::with_capacity(rows.len());
    for row in &rows {
        let seen = Seen {
            searched: row.get(1)?,
            read: row.get(2)?,
            sent: row.get(3)?,
        };
        let many: i64 = row.get(4)?;
        counts.push((date(row, 0)?, seen, u64::try_from(many).unwrap_or(0)));
    }
    Ok(counts)
}

/// Lets one day go that is before `first`, so that a sweep lives no longer than another write.
pub fn sweep(tx: &mut PracticeTx<'_>, first: Date) -> Result<(), StoreError> {
    if let Some(row) = tx.query_opt(&OLDEST, params![first.to_string()])? {
        let day: String = row.get(0)?;
        tx.execute(&SWEEP, params![day])?;
    }
    Ok(())
}
