//! Shifts as somebody enters them: who, on which days, from when to when, with breaks, on which lines. What is over stays: a
//! shift ends from a day on and another begins.

use std::collections::BTreeSet;

use anteroom_core::hours::{WeeklySpan, parse_weekly};
use anteroom_core::ids::{LineId, MemberId, ShiftId};
use anteroom_core::limits;
use anteroom_core::roster::{Break, Shift};
use anteroom_core::text::Fault;
use anteroom_store::roster::{self as rows, measured};
use anteroom_store::{PracticeTx, StoreError, lines, staff};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::{date_in, look, names, window};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::settings::changes::{Hand, Noun, note};
use crate::{App, Failure};

/// A shift, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedShift {
    /// A member's id.
    pub member: String,
    /// The ids of lines.
    pub lines: Vec<String>,
    /// Days such as `mon`.
    pub days: Vec<String>,
    /// From when to when, such as `8:00-17:00`; past midnight `22:00-30:00` or `22:00-6:00`.
    pub hours: String,
    /// Breaks, such as `12:00-12:30, 15:00-15:15`; may be empty.
    pub breaks: String,
    /// The first day, such as `2026-11-02`; empty is today.
    pub from: String,
    /// The last day; empty for none.
    pub until: String,
}

/// A shift as typed, found good as far as can be told without the practice's rows.
#[derive(Clone)]
struct Checked {
    member: MemberId,
    lines: BTreeSet<LineId>,
    spans: Vec<WeeklySpan>,
    breaks: Vec<Break>,
    from: Option<Date>,
    until: Option<Date>,
}

/// A time of day in minutes, `8:00` or `17:30`; up to 48 hours, so that the morning after can be written as 30:00.
fn clock(typed: &str) -> Result<u16, Fault> {
    let (hour, minute) = typed.trim().split_once(':').unwrap_or((typed.trim(), "0"));
    let number = |digits: &str| digits.parse::<u16>().map_err(|_| Fault::Shape);
    let (hour, minute) = (number(hour)?, number(minute)?);
    if hour > 47 || minute > 59 {
        return Err(Fault::Shape);
    }
    Ok(hour * 60 + minute)
}

/// Two times of day; the second one after the first, if need be on the day after.
fn stretch(typed: &str) -> Result<(u16, u16), Fault> {
    let (from, to) = typed.split_once(['-', '–']).ok_or(Fault::Shape)?;
    let (from, to) = (clock(from)?, clock(to)?);
    let to = if to <= from { to + 24 * 60 } else { to };
    if from >= 24 * 60 || to <= from || to - from > limits::SHIFT_MINUTES {
        return Err(Fault::Shape);
    }
    Ok((from, to))
}

/// Breaks within a shift; one before its beginning is meant for the morning after.
fn breaks(typed: &str, (from, to): (u16, u16)) -> Result<Vec<Break>, Fault> {
    let parts = typed.split([',', ';']).filter(|part| !part.trim().is_empty());
    let breaks = parts.map(|part| {
        let (mut start, mut end) = stretch(part)?;
        if start < from {
            (start, end) = (start + 24 * 60, end + 24 * 60);
        }
        if end > to {
            return Err(Fault::Shape);
        }
        Ok(Break {
            start,
            length: end - start,
        })
    });
    let breaks: Vec<Break> = breaks.collect::<Result<_, _>>()?;
    if breaks.len() > limits::SHIFT_BREAKS {
        return Err(Fault::TooLong(limits::SHIFT_BREAKS));
    }
    Ok(breaks)
}

/// A day of the calendar; nothing typed is none.
pub(super) fn day(typed: &str) -> Result<Option<Date>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| Fault::Shape)
}

fn weekday(word: &str) -> Result<Weekday, Fault> {
    let read = parse_weekly(&format!("{word} 8:00-9:00")).map_err(|_| Fault::Shape)?;
    match read.as_slice() {
        [only] => Ok(only.day),
        _ => Err(Fault::Shape),
    }
}

fn checked(typed: &TypedShift) -> Result<Checked, Failure> {
    let mut faults = Faults::default();
    let member = match typed.member.as_str() {
        "" => Err(Fault::Missing),
        id => id.parse().map(Some).map_err(|_| Fault::Shape),
    };
    let member = faults.take("member", member);
    let lines: Result<BTreeSet<LineId>, _> = typed.lines.iter().map(|id| id.parse()).collect();
    let lines = faults.take("lines", lines.map_err(|_| Fault::Shape));
    if lines.is_empty() {
        faults.note("lines", Fault::Missing);
    }
    let days: Result<Vec<Weekday>, _> = typed.days.iter().map(|word| weekday(word)).collect();
    let days = faults.take("days", days);
    if days.is_empty() {
        faults.note("days", Fault::Missing);
    }
    let hours = if typed.hours.trim().is_empty() {
        Err(Fault::Missing)
    } else {
        stretch(&typed.hours)
    };
    let hours = faults.take("hours", hours);
    let breaks = faults.take("breaks", breaks(&typed.breaks, hours));
    let from = faults.take("from", day(&typed.from));
    let last = faults.take("until", day(&typed.until));
    let until = last.and_then(|last| last.tomorrow().ok());
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        faults.note("until", Fault::Shape);
    }
    faults.settle()?;
    let spans = days.into_iter().map(|day| WeeklySpan {
        day,
        start: hours.0,
        length: hours.1 - hours.0,
    });
    Ok(Checked {
        // A missing one has settled the faults above.
        member: member.ok_or(Failure::Missing)?,
        lines,
        spans: spans.collect(),
        breaks,
        from,
        until,
    })
}

/// A shift as the audit tells it: who, when, on which lines.
pub(super) fn told(tx: &mut PracticeTx<'_>, shift: &Shift) -> Result<String, StoreError> {
    let who = names(tx)?.remove(&shift.member).unwrap_or_default();
    let all = lines::list(tx)?;
    let named = all.iter().filter(|line| shift.lines.contains(&line.id));
    let named: Vec<&str> = named.map(|line| line.name.as_str()).collect();
    let hours = anteroom_core::hours::format_weekly(&[shift.span]);
    let last = shift.until.and_then(|until| until.yesterday().ok());
    let last = last.map_or_else(String::new, |last| format!(" – {last}"));
    Ok(format!(
        "{who}: {hours}, {}{last}; {}",
        shift.from,
        named.join(", ")
    ))
}

/// Fails unless these lines are in use; gives the zone of the first one's clocks.
fn zone_of(tx: &mut PracticeTx<'_>, scene: &Scene, of: &BTreeSet<LineId>) -> Result<TimeZone, Failure> {
    let all = lines::list(tx)?;
    let known = |id: &LineId| all.iter().find(|line| line.id == *id);
    if of.iter().any(|id| known(id).is_none()) {
        return Err(Failure::of("lines", Fault::Shape));
    }
    let first = of.first().and_then(known).ok_or(Failure::Missing)?;
    Ok(scene.hours_of_line(first.id, first.location).zone().clone())
}

/// Adds a shift, one for each of its days, which may begin today or later.
pub async fn add(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    typed: &TypedShift,
) -> Result<Vec<ShiftId>, Failure> {
    let typed = checked(typed)?;
    let ids: Vec<ShiftId> = typed.spans.iter().map(|_| app.id()).collect();
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            put(&world, tx, &scene, &hand, (&typed, &ids))?;
            look(&world, tx, &scene)?;
            Ok(ids.clone())
        })
        .await
}

fn put(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    hand: &Hand,
    (typed, ids): (&Checked, &[ShiftId]),
) -> Result<(), Failure> {
    staff::member(tx, typed.member)?.ok_or_else(|| Failure::of("member", Fault::Shape))?;
    let zone = zone_of(tx, scene, &typed.lines)?;
    let today = date_in(&zone, scene.now);
    let from = typed.from.unwrap_or(today);
    // A day that is over stays as it was measured.
    if from < today {
        return Err(Failure::of("from", Fault::Shape));
    }
    if typed.until.is_some_and(|until| until <= from) {
        return Err(Failure::of("until", Fault::Shape));
    }
    let more = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    if rows::count_shifts(tx, today)?.saturating_add(more) > i64::try_from(limits::SHIFTS).unwrap_or(i64::MAX)
    {
        return Err(Failure::of("days", Fault::TooLong(limits::SHIFTS)));
    }
    for (id, span) in ids.iter().zip(&typed.spans) {
        let shift = Shift {
            id: *id,
            member: typed.member,
            lines: typed.lines.iter().copied().collect(),
            zone: zone.clone(),
            span: *span,
            breaks: typed.breaks.clone(),
            from,
            until: typed.until,
        };
        insert(app, tx, scene, hand, &shift)?;
    }
    Ok(())
}

/// Writes a shift; its lines have a roster from now on.
pub(super) fn insert(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    hand: &Hand,
    shift: &Shift,
) -> Result<(), StoreError> {
    rows::insert_shift(tx, shift)?;
    for line in &shift.lines {
        measured::watch(tx, *line, scene.now)?;
    }
    let after = told(tx, shift)?;
    let of = (Noun::Roster, shift.id.bytes());
    note(app, tx, hand.by, of, &[("shift", "", &after)])
}

/// A shift that isn't over.
pub(super) fn find(tx: &mut PracticeTx<'_>, scene: &Scene, id: ShiftId) -> Result<Shift, Failure> {
    let all = rows::load(tx, &window(scene.now, anteroom_core::Time::MAX))?.shifts;
    all.into_iter()
        .find(|shift| shift.id == id)
        .ok_or(Failure::Missing)
}

/// A shift no longer starts from a day on: today or later; with none from today.
pub async fn end(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    id: ShiftId,
    from: &str,
) -> Result<(), Failure> {
    let from = day(from).map_err(|fault| Failure::of("from", fault))?;
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            stop(&world, tx, &scene, &hand, (id, from))?;
            Ok(look(&world, tx, &scene)?)
        })
        .await
}

fn stop(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    hand: &Hand,
    (id, from): (ShiftId, Option<Date>),
) -> Result<Date, Failure> {
    let shift = find(tx, scene, id)?;
    let today = date_in(&shift.zone, scene.now);
    let from = from.unwrap_or(today);
    if from < today {
        return Err(Failure::of("from", Fault::Shape));
    }
    let before = told(tx, &shift)?;
    if !rows::end_shift(tx, id, from)? {
        return Err(Failure::Missing);
    }
    let after = if from <= shift.from {
        String::new()
    } else {
        told(
            tx,
            &Shift {
                until: Some(from),
                ..shift
            },
        )?
    };
    let of = (Noun::Roster, id.bytes());
    note(app, tx, hand.by, of, &[("shift", &before, &after)])?;
    Ok(from)
}

/// A shift is another one from a day on: the old one ends, and the new one begins.
pub async fn replace(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    id: ShiftId,
    typed: &TypedShift,
) -> Result<Vec<ShiftId>, Failure> {
    let typed = checked(typed)?;
    let ids: Vec<ShiftId> = typed.spans.iter().map(|_| app.id()).collect();
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let from = stop(&world, tx, &scene, &hand, (id, typed.from))?;
            let typed = Checked {
                from: Some(from),
                ..typed.clone()
            };
            put(&world, tx, &scene, &hand, (&typed, &ids))?;
            look(&world, tx, &scene)?;
            Ok(ids.clone())
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_past_midnight_are_read_in_either_way() {
        assert_eq!(stretch("8:00-17:00"), Ok((480, 1020)));
        assert_eq!(stretch("22-6"), Ok((1320, 1800)));
        assert_eq!(stretch("22:00–30:00"), Ok((1320, 1800)));
        for typed in ["", "8", "8:00", "8:61-9:00", "25:00-26:00", "a-b", "8:00-50:00"] {
            assert_eq!(stretch(typed), Err(Fault::Shape), "{typed}");
        }
    }

    #[test]
    fn a_break_lies_within_its_shift_also_after_midnight() {
        let lunch = Break {
            start: 720,
            length: 30,
        };
        assert_eq!(breaks("12:00-12:30", (480, 1020)), Ok(vec![lunch]));
        let night = Break {
            start: 1500,
            length: 15,
        };
        assert_eq!(breaks("1:00-1:15", (1320, 1800)), Ok(vec![night]));
        assert_eq!(breaks(" ", (480, 1020)), Ok(Vec::new()));
        assert_eq!(breaks("17:00-17:30", (480, 1020)), Err(Fault::Shape));
        assert_eq!(breaks("7:00-7:30", (480, 1020)), Err(Fault::Shape));
    }
}
