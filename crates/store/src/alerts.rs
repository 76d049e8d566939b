//! Alerts: words of danger that somebody has to acknowledge, who was rung for them, and the practice's cards of questions.
//! Ids, codes and byte spans only: the words stay in their line, where they can be erased.

use anteroom_core::Time;
use anteroom_core::alerts::{Alert, Course, Rung};
use anteroom_core::danger::Sign;
use anteroom_core::ids::{AlertId, EntryId, MemberId, RequestId};

use crate::requests::word;
use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, Value, params};

/// The columns of an alert, with its words and who acknowledged it.
macro_rules! alerts {
    ($with:literal, $where_and_order:literal) => {
        concat!(
            $with,
            "SELECT a.id, a.request_id, a.entry_id, a.marks, a.rules, a.raised_at, a.course, a.step, a.round, a.rung_at, \
             a.acknowledged_by, a.acknowledged_at, e.body, m.name, r.kind FROM alert a \
             JOIN entry e ON e.practice_id = a.practice_id AND e.id = a.entry_id \
             JOIN request r ON r.practice_id = a.practice_id AND r.id = a.request_id \
             LEFT JOIN member m ON m.practice_id = a.practice_id AND m.id = a.acknowledged_by \
             WHERE a.practice_id = ?1 AND ",
            $where_and_order
        )
    };
}

queries! {
    /// A new alert.
    INSERT: practice = "INSERT INTO alert (practice_id, id, request_id, entry_id, marks, rules, raised_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// One.
    LOAD: practice = alerts!("", "a.id = ?2");
    /// Those that nobody acknowledged yet, the oldest first.
    LIVE: practice = alerts!("", "a.acknowledged_at IS NULL ORDER BY a.raised_at, a.id LIMIT ?2");
    /// How many, bounded.
    COUNT_LIVE: practice = "SELECT count(*) FROM (SELECT 1 FROM alert WHERE practice_id = ?1 \
        AND acknowledged_at IS NULL LIMIT ?2) a";
    /// Those of them for which a member was rung.
    RINGING: practice = alerts!("", "a.acknowledged_at IS NULL AND EXISTS (SELECT 1 FROM alert_ring g \
        WHERE g.practice_id = ?1 AND g.alert_id = a.id AND g.member_id = ?2) ORDER BY a.raised_at, a.id LIMIT ?3");
    /// The last ones of a request and of those joined to it, at any remove.
    OF_REQUEST: practice = alerts!("WITH RECURSIVE joined (id) AS (SELECT r.id FROM request r \
        WHERE r.practice_id = ?1 AND r.id = ?2 \
        UNION SELECT r.id FROM joined j JOIN request r ON r.practice_id = ?1 AND r.merged_into = j.id) ",
        "a.request_id IN (SELECT id FROM joined) ORDER BY a.raised_at DESC, a.id DESC LIMIT ?3");
    /// Those of them that nobody acknowledged yet, the oldest first.
    LIVE_OF_REQUEST: practice = alerts!("WITH RECURSIVE joined (id) AS (SELECT r.id FROM request r \
        WHERE r.practice_id = ?1 AND r.id = ?2 \
        UNION SELECT r.id FROM joined j JOIN request r ON r.practice_id = ?1 AND r.merged_into = j.id) ",
        "a.request_id IN (SELECT id FROM joined) AND a.acknowledged_at IS NULL ORDER BY a.raised_at, a.id LIMIT ?3");
    /// The marks of what was said by one request's link since an instant, wherever a split has moved it.
    MARKS_SINCE: practice = "SELECT a.marks FROM entry e \
        JOIN alert a ON a.practice_id = e.practice_id AND a.entry_id = e.id \
        WHERE e.practice_id = ?1 AND ((e.request_id = ?2 AND e.said_on IS NULL) OR e.said_on = ?2) \
        AND a.raised_at > ?3 ORDER BY a.raised_at DESC, a.id DESC LIMIT ?4";
    /// How far it has climbed.
    CLIMB: practice = "UPDATE alert SET course = ?3, step = ?4, round = ?5, rung_at = ?6 \
        WHERE practice_id = ?1 AND id = ?2 AND acknowledged_at IS NULL";
    /// A member is rung, or once more.
    RING: practice = "INSERT INTO alert_ring (practice_id, alert_id, member_id, first_at, last_at, times) \
        VALUES (?1, ?2, ?3, ?4, ?4, 1) ON CONFLICT (practice_id, alert_id, member_id) \
        DO UPDATE SET last_at = excluded.last_at, times = alert_ring.times + 1";
    /// Who was rung, in the order in which they first were.
    RUNG: practice = "SELECT g.member_id, m.name, g.first_at, g.times FROM alert_ring g \
        JOIN member m ON m.practice_id = g.practice_id AND m.id = g.member_id \
        WHERE g.practice_id = ?1 AND g.alert_id = ?2 ORDER BY g.first_at, m.name LIMIT ?3";
    /// Somebody sees to it; nothing if somebody else was first.
    ACKNOWLEDGE: practice = "UPDATE alert SET acknowledged_by = ?3, acknowledged_at = ?4 \
        WHERE practice_id = ?1 AND id = ?2 AND acknowledged_at IS NULL";
    /// The patient's lines of a request since an instant in which no danger was found.
    QUIET: practice = "SELECT e.id, e.body FROM entry e WHERE e.practice_id = ?1 AND e.request_id = ?2 AND e.at > ?3 \
        AND e.kind = 'patient' AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.practice_id = ?1 AND a.entry_id = e.id) \
        ORDER BY e.at, e.id LIMIT ?4";
    /// The practice's own cards of questions.
    CARDS: practice = "SELECT sign, questions FROM danger_card WHERE practice_id = ?1 ORDER BY sign LIMIT 100";
    /// Words a card.
    PUT_CARD: practice = "INSERT INTO danger_card (practice_id, sign, questions) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, sign) DO UPDATE SET questions = excluded.questions";
    /// A card has its first words again.
    DELETE_CARD: practice = "DELETE FROM danger_card WHERE practice_id = ?1 AND sign = ?2";
}

/// An alert with what its row keeps besides what the rules see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// As the rules see it.
    pub alert: Alert,
    /// Where the words are marked, see [`anteroom_core::alerts::read_marks`].
    pub marks: String,
    /// The version of the rules that found them.
    pub rules: String,
    /// The words of its line.
    pub words: String,
    /// Who acknowledged it.
    pub by: String,
    /// The kind of its request, by its code.
    pub kind: String,
}

/// Somebody who was rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RungMember {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// When first.
    pub first_at: Time,
    /// How often.
    pub times: i64,
}

/// The statement that adds an alert, for a batch.
pub fn insertion(alert: &Alert, marks: &str, rules: &str) -> (&'static Sql, Vec<Value>) {
    let Alert {
        id,
        request,
        entry,
        raised_at,
        ..
    } = *alert;
    (&INSERT, params![id, request, entry, marks, rules, raised_at])
}

/// One.
pub fn load(tx: &mut PracticeTx<'_>, id: AlertId) -> Result<Option<Kept>, StoreError> {
    tx.query_opt(&LOAD, params![id])?.as_ref().map(read).transpose()
}

/// Those that nobody acknowledged yet, the oldest first.
pub fn live(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<Kept>, StoreError> {
    tx.query(&LIVE, params![limit])?.iter().map(read).collect()
}

/// How many nobody acknowledged yet; counting stops at `most`.
pub fn count_live(tx: &mut PracticeTx<'_>, most: i64) -> Result<i64, StoreError> {
    tx.query_one(&COUNT_LIVE, params![most])?.get(0)
}

/// Those that nobody acknowledged yet and for which a member was rung.
pub fn ringing(tx: &mut PracticeTx<'_>, member: MemberId, limit: i64) -> Result<Vec<Kept>, StoreError> {
    tx.query(&RINGING, params![member, limit])?
        .iter()
        .map(read)
        .collect()
}

/// The last ones of a request and of those joined to it, the latest first.
pub fn of_request(tx: &mut PracticeTx<'_>, request: RequestId, limit: i64) -> Result<Vec<Kept>, StoreError> {
    tx.query(&OF_REQUEST, params![request, limit])?
        .iter()
        .map(read)
        .collect()
}

/// Those of a request and of those joined to it that nobody acknowledged yet, the oldest first.
pub fn live_of_request(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    limit: i64,
) -> Result<Vec<Kept>, StoreError> {
    tx.query(&LIVE_OF_REQUEST, params![request, limit])?
        .iter()
        .map(read)
        .collect()
}

/// The patient's lines of a request since an instant in which no danger was found, with their words, oldest first.
pub fn quiet(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    after: Time,
    limit: i64,
) -> Result<Vec<(EntryId, String)>, StoreError> {
    tx.query(&QUIET, params![request, after, limit])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// The marks of what was said by the link of one request after an instant.
pub fn marks_since(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    after: Time,
    limit: i64,
) -> Result<Vec<String>, StoreError> {
    let rows = tx.query(&MARKS_SINCE, params![request, after, limit])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Keeps how far an alert has climbed and whom that rang; nothing if somebody has acknowledged it.
pub fn ring(
    tx: &mut PracticeTx<'_>,
    id: AlertId,
    rung: Rung,
    whom: &[MemberId],
    at: Time,
) -> Result<bool, StoreError> {
    let Rung {
        course,
        step,
        round,
        at: since,
    } = rung;
    if tx.execute(&CLIMB, params![id, course.as_str(), step, round, since])? == 0 {
        return Ok(false);
    }
    tx.execute_many(&RING, whom.iter().map(|member| params![id, *member, at]))?;
    Ok(true)
}

/// Who was rung for an alert.
pub fn rung(tx: &mut PracticeTx<'_>, id: AlertId, limit: i64) -> Result<Vec<RungMember>, StoreError> {
    let read = |row: &Row| {
        Ok(RungMember {
            id: row.get(0)?,
            name: row.get(1)?,
            first_at: row.get(2)?,
            times: row.get(3)?,
        })
    };
    tx.query(&RUNG, params![id, limit])?.iter().map(read).collect()
}

/// Somebody sees to it; `false` if somebody else was first.
pub fn acknowledge(tx: &mut PracticeTx<'_>, id: AlertId, by: MemberId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&ACKNOWLEDGE, params![id, by, at])? == 1)
}

/// The practice's own cards of questions.
pub fn cards(tx: &mut PracticeTx<'_>) -> Result<Vec<(Sign, String)>, StoreError> {
    tx.query(&CARDS, params![])?
        .iter()
        .map(|row| Ok((word::<Sign>(row, 0)?, row.get(1)?)))
        .collect()
}

/// Words a card anew; without words it has its first ones again.
pub fn put_card(tx: &mut PracticeTx<'_>, sign: Sign, questions: &str) -> Result<(), StoreError> {
    if questions.is_empty() {
        return tx.execute(&DELETE_CARD, params![sign.as_str()]).map(drop);
    }
    tx.execute(&PUT_CARD, params![sign.as_str(), questions]).map(drop)
}

fn read(row: &Row) -> Result<Kept, StoreError> {
    let rung_at: Option<Time> = row.get(9)?;
    let rung = match rung_at {
        Some(at) => Some(Rung {
            course: word::<Course>(row, 6)?,
            step: row.get(7)?,
            round: row.get(8)?,
            at,
        }),
        None => None,
    };
    let by: Option<MemberId> = row.get(10)?;
    let name: Option<String> = row.get(13)?;
    Ok(Kept {
        alert: Alert {
            id: row.get(0)?,
            request: row.get(1)?,
            entry: row.get(2)?,
            raised_at: row.get(5)?,
            rung,
            acknowledged: by.zip(row.get(11)?),
        },
        marks: row.get(3)?,
        rules: row.get(4)?,
        words: row.get(12)?,
        by: name.unwrap_or_default(),
        kind: row.get(14)?,
    })
}
