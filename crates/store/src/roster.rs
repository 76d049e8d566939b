//! The roster as rows: shifts, what differs on a day, duties on call, the answering service; who signed in and which days
//! are counted stand in `roster/measured.rs`. What they mean is core's.

use std::collections::BTreeMap;

use anteroom_core::hours::{WeeklySpan, zone_named};
use anteroom_core::ids::{AnsweringId, DutyId, LineId, MemberId, ShiftId};
use anteroom_core::roster::{Break, Change, Duty, Shift, Spell};
use anteroom_core::{Time, limits};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, params};

pub mod measured;

queries! {
    /// A new shift.
    INSERT_SHIFT: practice = "INSERT INTO shift (practice_id, id, member_id, zone, weekday, start_minute, length_minutes, \
        valid_from, valid_until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    /// A line of a shift.
    INSERT_LINE: practice = "INSERT INTO shift_line (practice_id, shift_id, line_id) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, shift_id, line_id) DO NOTHING";
    /// A break of a shift.
    INSERT_BREAK: practice = "INSERT INTO shift_break (practice_id, shift_id, start_minute, length_minutes) \
        VALUES (?1, ?2, ?3, ?4) ON CONFLICT (practice_id, shift_id, start_minute) \
        DO UPDATE SET length_minutes = excluded.length_minutes";
    /// A shift no longer starts from a day on.
    END_SHIFT: practice = "UPDATE shift SET valid_until = ?3 WHERE practice_id = ?1 AND id = ?2 AND valid_until > ?3";
    /// The shifts that can start in a span of days.
    SHIFTS: practice = "SELECT id, member_id, zone, weekday, start_minute, length_minutes, valid_from, valid_until FROM shift \
        WHERE practice_id = ?1 AND valid_until > ?2 AND valid_from < ?3 ORDER BY weekday, start_minute, id LIMIT ?4";
    /// Their lines.
    LINES: practice = "SELECT l.shift_id, l.line_id FROM shift s \
        JOIN shift_line l ON l.practice_id = s.practice_id AND l.shift_id = s.id \
        WHERE s.practice_id = ?1 AND s.valid_until > ?2 AND s.valid_from < ?3 ORDER BY l.shift_id, l.line_id";
    /// Their breaks.
    BREAKS: practice = "SELECT b.shift_id, b.start_minute, b.length_minutes FROM shift s \
        JOIN shift_break b ON b.practice_id = s.practice_id AND b.shift_id = s.id \
        WHERE s.practice_id = ?1 AND s.valid_until > ?2 AND s.valid_from < ?3 ORDER BY b.shift_id, b.start_minute";
    /// How many shifts aren't over.
    COUNT_SHIFTS: practice = "SELECT count(*) FROM shift WHERE practice_id = ?1 AND valid_until > ?2";
    /// What differs on a day of a shift.
    PUT_CHANGE: practice = "INSERT INTO shift_change (practice_id, shift_id, date, away, instead_id) \
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practice_id, shift_id, date) \
        DO UPDATE SET away = excluded.away, instead_id = excluded.instead_id";
    /// The shift is as ever on that day.
    DELETE_CHANGE: practice = "DELETE FROM shift_change WHERE practice_id = ?1 AND shift_id = ?2 AND date = ?3";
    /// What differs in a span of days.
    CHANGES: practice = "SELECT shift_id, date, away, instead_id FROM shift_change \
        WHERE practice_id = ?1 AND date >= ?2 AND date < ?3 ORDER BY date, shift_id LIMIT ?4";
    /// A new duty.
    INSERT_DUTY: practice = "INSERT INTO duty (practice_id, id, member_id, line_id, zone, from_local, until_local) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// A duty ends at another moment.
    END_DUTY: practice = "UPDATE duty SET until_local = ?3 WHERE practice_id = ?1 AND id = ?2 AND until_local > ?3";
    /// A duty that has not begun goes.
    DELETE_DUTY: practice = "DELETE FROM duty WHERE practice_id = ?1 AND id = ?2";
    /// The duties that touch a span of days.
    DUTIES: practice = "SELECT id, member_id, line_id, zone, from_local, until_local FROM duty \
        WHERE practice_id = ?1 AND until_local > ?2 AND from_local < ?3 ORDER BY from_local, id LIMIT ?4";
    /// Whether a duty was ever entered.
    ANY_DUTY: practice = "SELECT id FROM duty WHERE practice_id = ?1 LIMIT 1";
    /// How many duties aren't over.
    COUNT_DUTIES: practice = "SELECT count(*) FROM duty WHERE practice_id = ?1 AND until_local > ?2";
    /// A service answers a line from now on.
    INSERT_ANSWERING: practice = "INSERT INTO answering (practice_id, id, line_id, name, number, hours, from_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// The service of a line ends.
    END_ANSWERING: practice = "UPDATE answering SET until_at = ?3 WHERE practice_id = ?1 AND line_id = ?2 \
        AND until_at IS NULL";
    /// The services that answered in a span.
    ANSWERING: practice = "SELECT id, line_id, name, number, hours, from_at, until_at FROM answering \
        WHERE practice_id = ?1 AND (until_at IS NULL OR until_at > ?2) AND from_at < ?3 ORDER BY from_at, id LIMIT ?4";
    /// Whoever stands on the roster and works here no longer.
    GONE: practice = "SELECT id, ended_at FROM member WHERE practice_id = ?1 AND ended_at IS NOT NULL AND id IN (\
        SELECT member_id FROM shift WHERE practice_id = ?1 AND valid_until > ?2 \
        UNION SELECT instead_id FROM shift_change WHERE practice_id = ?1 AND date >= ?2 \
        UNION SELECT member_id FROM duty WHERE practice_id = ?1 AND until_local > ?2)";
}

/// A service that answers a line, as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its id.
    pub id: AnsweringId,
    /// Which line.
    pub line: LineId,
    /// What it is called.
    pub name: String,
    /// Its number.
    pub number: String,
    /// Its hours in the compact form; empty: always.
    pub hours: String,
    /// Since when.
    pub from: Time,
    /// Until when; none: it still answers.
    pub until: Option<Time>,
}

/// The rows of a roster that bear on a span of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    /// Shifts, by day and hour.
    pub shifts: Vec<Shift>,
    /// What differs, by day.
    pub changes: Vec<Change>,
    /// Duties on call, by their beginning.
    pub duties: Vec<Duty>,
    /// Answering services.
    pub services: Vec<Service>,
    /// Who signed in.
    pub spells: Vec<Spell>,
    /// Who works here no longer, and since when.
    pub gone: Vec<(MemberId, Time)>,
}

/// The span that rows are read for: its dates, a day or two wider than its instants for the zones.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// The first date and the first instant.
    pub from: (Date, Time),
    /// The first after it.
    pub to: (Date, Time),
}

/// The last of all dates: that of a shift that goes on for ever.
fn for_ever() -> String {
    Date::MAX.to_string()
}

/// Adds a shift with its lines and breaks.
pub fn insert_shift(tx: &mut PracticeTx<'_>, shift: &Shift) -> Result<(), StoreError> {
    let zone = shift.zone.iana_name().unwrap_or("UTC");
    let until = shift.until.map_or_else(for_ever, |until| until.to_string());
    let span = shift.span;
    let day = i64::from(span.day.to_monday_one_offset());
    let hours = (i64::from(span.start), i64::from(span.length));
    let from = shift.from.to_string();
    let id = shift.id;
    let values = params![id, shift.member, zone, day, hours.0, hours.1, from, until];
    tx.execute(&INSERT_SHIFT, values)?;
    tx.execute_many(&INSERT_LINE, shift.lines.iter().map(|line| params![id, *line]))?;
    let breaks = shift.breaks.iter();
    let breaks = breaks.map(|one| params![id, i64::from(one.start), i64::from(one.length)]);
    tx.execute_many(&INSERT_BREAK, breaks).map(drop)
}

/// A shift no longer starts from a day on; `false` if it ended before.
pub fn end_shift(tx: &mut PracticeTx<'_>, id: ShiftId, from: Date) -> Result<bool, StoreError> {
    Ok(tx.execute(&END_SHIFT, params![id, from.to_string()])? == 1)
}

/// How many shifts aren't over on a day.
pub fn count_shifts(tx: &mut PracticeTx<'_>, on: Date) -> Result<i64, StoreError> {
    let row = tx.query_opt(&COUNT_SHIFTS, params![on.to_string()])?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// Says what differs on a day of a shift; what was said before makes way.
pub fn put_change(tx: &mut PracticeTx<'_>, change: &Change) -> Result<(), StoreError> {
    let (date, away) = (change.date.to_string(), change.away.as_str());
    tx.execute(&PUT_CHANGE, params![change.shift, date, away, change.instead])
        .map(drop)
}

/// The shift is as ever on that day; `false` if nothing differed.
pub fn delete_change(tx: &mut PracticeTx<'_>, shift: ShiftId, date: Date) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE_CHANGE, params![shift, date.to_string()])? == 1)
}

/// Adds a duty.
pub fn insert_duty(tx: &mut PracticeTx<'_>, duty: &Duty) -> Result<(), StoreError> {
    let zone = duty.zone.iana_name().unwrap_or("UTC");
    let (from, to) = (duty.from.to_string(), duty.to.to_string());
    let values = params![duty.id, duty.member, duty.line, zone, from, to];
    tx.execute(&INSERT_DUTY, values).map(drop)
}

/// A duty ends sooner, at a moment on its wall; `false` if it ended before.
pub fn end_duty(tx: &mut PracticeTx<'_>, id: DutyId, at: DateTime) -> Result<bool, StoreError> {
    Ok(tx.execute(&END_DUTY, params![id, at.to_string()])? == 1)
}

/// A duty goes; `false` if it isn't there.
pub fn delete_duty(tx: &mut PracticeTx<'_>, id: DutyId) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE_DUTY, params![id])? == 1)
}

/// Whether a duty was ever entered.
pub fn any_duty(tx: &mut PracticeTx<'_>) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&ANY_DUTY, params![])?.is_some())
}

/// How many duties aren't over on a day.
pub fn count_duties(tx: &mut PracticeTx<'_>, on: Date) -> Result<i64, StoreError> {
    let row = tx.query_opt(&COUNT_DUTIES, params![on.to_string()])?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// Another service answers a line from its beginning on, or none any more.
pub fn set_answering(
    tx: &mut PracticeTx<'_>,
    line: LineId,
    service: Option<&Service>,
    at: Time,
) -> Result<(), StoreError> {
    tx.execute(&END_ANSWERING, params![line, at])?;
    let Some(service) = service else {
        return Ok(());
    };
    let Service {
        id,
        name,
        number,
        hours,
        ..
    } = service;
    tx.execute(&INSERT_ANSWERING, params![*id, line, name, number, hours, at])
        .map(drop)
}

/// Reads everything that bears on a span of time.
pub fn load(tx: &mut PracticeTx<'_>, window: &Window) -> Result<Rows, StoreError> {
    let (from, to) = (window.from.0.to_string(), window.to.0.to_string());
    let gone = tx.query(&GONE, params![&from])?;
    Ok(Rows {
        shifts: shifts(tx, &from, &to)?,
        changes: changes(tx, &from, &to)?,
        duties: duties(tx, &from, &to)?,
        services: services(tx, (window.from.1, window.to.1))?,
        spells: measured::spells(tx, window.from.1, window.to.1)?,
        gone: gone
            .iter()
            .map(|row| Ok((row.get(0)?, row.get(1)?)))
            .collect::<Result<_, StoreError>>()?,
    })
}

fn bound(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// Zones by their names; a roster has one or two.
#[derive(Default)]
struct Zones(BTreeMap<String, TimeZone>);

impl Zones {
    fn of(&mut self, name: String) -> Result<TimeZone, StoreError> {
        if let Some(zone) = self.0.get(&name) {
            return Ok(zone.clone());
        }
        let zone = zone_named(&name).map_err(|_| wrong("zone"))?;
        self.0.insert(name, zone.clone());
        Ok(zone)
    }
}

fn shifts(tx: &mut PracticeTx<'_>, from: &str, to: &str) -> Result<Vec<Shift>, StoreError> {
    let mut zones = Zones::default();
    let limit = bound(2 * limits::SHIFTS);
    let rows = tx.query(&SHIFTS, params![from, to, limit])?;
    let mut lines: BTreeMap<ShiftId, Vec<LineId>> = BTreeMap::new();
    for row in tx.query(&LINES, params![from, to])? {
        lines.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut breaks: BTreeMap<ShiftId, Vec<Break>> = BTreeMap::new();
    for row in tx.query(&BREAKS, params![from, to])? {
        breaks.entry(row.get(0)?).or_default().push(Break {
            start: minutes(&row, 1)?,
            length: minutes(&row, 2)?,
        });
    }
    let read = |row: &Row| {
        let id: ShiftId = row.get(0)?;
        let day = i8::try_from(row.get::<i64>(3)?).map_err(|_| wrong("weekday"))?;
        let until: String = row.get(7)?;
        Ok(Shift {
            id,
            member: row.get(1)?,
            lines: lines.remove(&id).unwrap_or_default(),
            zone: zones.of(row.get(2)?)?,
            span: WeeklySpan {
                day: Weekday::from_monday_one_offset(day).map_err(|_| wrong("weekday"))?,
                start: minutes(row, 4)?,
                length: minutes(row, 5)?,
            },
            breaks: breaks.remove(&id).unwrap_or_default(),
            from: date(row, 6)?,
            until: if until == for_ever() {
                None
            } else {
                Some(date(row, 7)?)
            },
        })
    };
    rows.iter().map(read).collect()
}

fn changes(tx: &mut PracticeTx<'_>, from: &str, to: &str) -> Result<Vec<Change>, StoreError> {
    let read = |row: &Row| {
        Ok(Change {
            shift: row.get(0)?,
            date: date(row, 1)?,
            away: word(row, 2)?,
            instead: row.get(3)?,
        })
    };
    let limit = bound(7 * limits::SHIFTS);
    tx.query(&CHANGES, params![from, to, limit])?
        .iter()
        .map(read)
        .collect()
}

fn duties(tx: &mut PracticeTx<'_>, from: &str, to: &str) -> Result<Vec<Duty>, StoreError> {
    let mut zones = Zones::default();
    let read = |row: &Row| {
        Ok(Duty {
            id: row.get(0)?,
            member: row.get(1)?,
            line: row.get(2)?,
            zone: zones.of(row.get(3)?)?,
            from: moment(row, 4)?,
            to: moment(row, 5)?,
        })
    };
    tx.query(&DUTIES, params![from, to, bound(2 * limits::DUTIES)])?
        .iter()
        .map(read)
        .collect()
}

fn services(tx: &mut PracticeTx<'_>, (from, to): (Time, Time)) -> Result<Vec<Service>, StoreError> {
    let read = |row: &Row| {
        Ok(Service {
            id: row.get(0)?,
            line: row.get(1)?,
            name: row.get(2)?,
            number: row.get(3)?,
            hours: row.get(4)?,
            from: row.get(5)?,
            until: row.get(6)?,
        })
    };
    tx.query(&ANSWERING, params![from, to, bound(4 * limits::LINES)])?
        .iter()
        .map(read)
        .collect()
}

fn wrong(what: &str) -> StoreError {
    StoreError::Wrong(format!("roster: {what}"))
}

fn minutes(row: &Row, column: usize) -> Result<u16, StoreError> {
    u16::try_from(row.get::<i64>(column)?).map_err(|_| wrong("minute"))
}

fn date(row: &Row, column: usize) -> Result<Date, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| wrong("date"))
}

fn moment(row: &Row, column: usize) -> Result<DateTime, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| wrong("moment"))
}
