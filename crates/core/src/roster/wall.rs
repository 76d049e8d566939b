//! Instants by what a wall clock shows. The meaning is the hours engine's: an instant belongs to a span if its reading lies
//! inside; an hour that the clocks skip is never lived, one that they repeat is lived twice. Knows zones and nothing else.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use crate::hours::Schedule;
use crate::{Span, Time};

/// More than any wall clock differs from UTC.
const AWAY: i64 = Span::from_hours(26).micros();

/// The instants whose reading lies in `[from, to)`, in order.
pub(super) fn lived(zone: &TimeZone, from: DateTime, to: DateTime) -> Vec<(Time, Time)> {
    let reading = |at: DateTime| Offset::UTC.to_timestamp(at).map(Timestamp::as_microsecond);
    let (Ok(from), Ok(to)) = (reading(from), reading(to)) else {
        return Vec::new();
    };
    let Ok(first) = Timestamp::from_microsecond(from.saturating_sub(AWAY)) else {
        return Vec::new();
    };
    let last = to.saturating_add(AWAY);
    let mut offset = zone.to_offset(first);
    let mut begun = first.as_microsecond();
    let mut lived: Vec<(i64, i64)> = Vec::new();
    let mut piece = |begun: i64, ended: i64, offset: Offset| {
        let ahead = i64::from(offset.seconds()) * 1_000_000;
        let (from, to) = (begun.max(from - ahead), ended.min(to - ahead));
        match lived.last_mut() {
            Some(last) if from < to && last.1 == from => last.1 = to,
            _ if from < to => lived.push((from, to)),
            _ => {}
        }
    };
    for change in zone.following(first) {
        let at = change.timestamp().as_microsecond();
        if at >= last {
            break;
        }
        piece(begun, at, offset);
        (begun, offset) = (at, change.offset());
    }
    piece(begun, last, offset);
    let time = Time::from_micros;
    lived
        .into_iter()
        .map(|(from, to)| (time(from), time(to)))
        .collect()
}

/// When a schedule is open within `[from, to)`, in order.
pub(super) fn open(schedule: &Schedule, from: Time, to: Time) -> Vec<(Time, Time)> {
    let mut spans = Vec::new();
    let (mut at, mut is_open) = (from, schedule.is_open(from));
    while at < to {
        let (next, opens) = schedule.next_change(at).unwrap_or((to, is_open));
        let end = next.min(to);
        if is_open {
            spans.push((at, end));
        }
        (at, is_open) = (end, opens);
    }
    spans
}
