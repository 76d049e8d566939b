//! What was answered: written by a link or brought in, counted by score, and read as a list with the request that it opened.

use anteroom_core::Time;
use anteroom_core::ids::{AnswerId, LocationId, RequestId, SurveyId};
use anteroom_core::requests::State;
use anteroom_core::surveys::{Occasion, Said, Score};

use super::Filter;
use crate::requests::word;
use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, Value, params};

/// Those that a filter asks for, in [?2, ?3). A parameter is compared before it is looked at, so that PostgreSQL knows its type.
macro_rules! asked {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " WHERE a.practice_id = ?1 AND a.answered_at >= ?2 AND a.answered_at < ?3 \
             AND (a.location_id = ?4 OR ?4 IS NULL) AND a.doctor = COALESCE(?5, a.doctor) \
             AND a.door = COALESCE(?6, a.door) AND a.label = COALESCE(?7, a.label) ",
            $rest
        )
    };
}

queries! {
    /// An answer; nothing if its link has one, or its row of a file was brought in before.
    INSERT: practice = "INSERT INTO survey_answer (practice_id, id, survey_id, import_key, occasion, answered_at, score, \
        comment, wants_call, location_id, doctor, door, label) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT DO NOTHING";
    /// The answer of a link.
    OF_SURVEY: practice = "SELECT id, answered_at, score, comment, wants_call, request_id FROM survey_answer \
        WHERE practice_id = ?1 AND survey_id = ?2 AND survey_id IS NOT NULL";
    /// The same person says it otherwise.
    CHANGE: practice = "UPDATE survey_answer SET score = ?3, comment = ?4, wants_call = ?5 \
        WHERE practice_id = ?1 AND id = ?2";
    /// It opened a request.
    OPENED: practice = "UPDATE survey_answer SET request_id = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// How often each score was given in a span.
    SCORES: practice = "SELECT score, count(*) FROM survey_answer WHERE practice_id = ?1 AND answered_at >= ?2 \
        AND answered_at < ?3 GROUP BY score";
    /// The same of what a filter asks for.
    SCORES_OF: practice = asked!("a.score, count(*) FROM survey_answer a", "GROUP BY a.score");
    /// The first answer of all.
    FIRST: practice = "SELECT MIN(answered_at) FROM survey_answer WHERE practice_id = ?1";
    /// Answers as a list, the last first.
    LIST: practice = asked!(
        "a.id, a.answered_at, a.score, a.comment, a.wants_call, a.occasion, a.doctor, a.door, a.label, l.name, \
         r.number, r.state, r.waits, m.name FROM survey_answer a \
         LEFT JOIN location l ON l.practice_id = a.practice_id AND l.id = a.location_id \
         LEFT JOIN request q ON q.practice_id = a.practice_id AND q.id = a.request_id \
         LEFT JOIN request r ON r.practice_id = a.practice_id AND r.id = COALESCE(q.merged_into, q.id) \
         LEFT JOIN member m ON m.practice_id = r.practice_id AND m.id = r.member_id",
        "AND (a.answered_at, a.id) < (?8, ?9) AND (CAST(?10 AS BIGINT) = 0 OR a.comment <> '') \
         ORDER BY a.answered_at DESC, a.id DESC LIMIT ?11"
    );
    /// The doctors that answers of a span name.
    DOCTORS: practice = "SELECT DISTINCT doctor FROM survey_answer WHERE practice_id = ?1 AND answered_at >= ?2 \
        AND answered_at < ?3 AND doctor <> '' ORDER BY doctor LIMIT ?4";
    /// The groups that a file named for answers of a span.
    LABELS: practice = "SELECT DISTINCT label FROM survey_answer WHERE practice_id = ?1 AND answered_at >= ?2 \
        AND answered_at < ?3 AND label <> '' ORDER BY label LIMIT ?4";
    /// Open requests of those who would not recommend the practice, the longest waiting first.
    COMPLAINTS: practice = "SELECT number FROM request WHERE practice_id = ?1 AND waits = 1 AND door = 'survey' \
        ORDER BY due_at, id LIMIT ?2";
}

/// Where an answer is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// A link.
    Survey(SurveyId),
    /// A file, by what tells its row from every other.
    Import([u8; 32]),
}

/// An answer to add.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    /// Its id.
    pub id: AnswerId,
    /// Where it is from.
    pub from: From,
    /// What came before.
    pub occasion: Occasion,
    /// When.
    pub at: Time,
    /// What was said.
    pub said: &'a Said,
    /// Where it was.
    pub location: Option<LocationId>,
    /// With which doctor; empty for none.
    pub doctor: &'a str,
    /// The way its request came in; empty for none.
    pub door: &'a str,
    /// The group that a file names; empty for none.
    pub label: &'a str,
}

/// The answer of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// When it was first given.
    pub at: Time,
    /// What was said.
    pub said: Said,
    /// The request that it opened.
    pub request: Option<RequestId>,
}

/// An answer as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: AnswerId,
    /// When.
    pub at: Time,
    /// What was said.
    pub said: Said,
    /// What came before.
    pub occasion: Occasion,
    /// With which doctor; empty for none.
    pub doctor: String,
    /// The way its request came in; empty for none.
    pub door: String,
    /// The group that a file names; empty for none.
    pub label: String,
    /// Where it was; empty for nowhere in particular.
    pub location: String,
    /// What became of the request that it opened.
    pub closing: Option<Closing>,
}

/// How the request of an answer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Its number for people.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// Whether it waits for the practice.
    pub waits: bool,
    /// Who answers; empty for nobody.
    pub member: String,
}

/// Where a page of the list starts: after this one.
pub type After = (Time, AnswerId);

/// How often each of the eleven scores was given.
pub type Scores = [u64; 11];

/// Adds an answer; `false` if there is one of the same link, or of the same row of a file.
pub fn insert(tx: &mut PracticeTx<'_>, new: &New<'_>) -> Result<bool, StoreError> {
    Ok(tx.execute(&INSERT, values(new))? == 1)
}

/// Adds several; how many were new.
pub fn insert_all(tx: &mut PracticeTx<'_>, new: &[New<'_>]) -> Result<u64, StoreError> {
    let batch = new.iter().map(|new| (&INSERT, values(new))).collect();
    Ok(tx.execute_batch(batch)?.into_iter().sum())
}

fn values(new: &New<'_>) -> Vec<Value> {
    let (survey, import) = match new.from {
        From::Survey(id) => (Some(id), None),
        From::Import(key) => (None, Some(key)),
    };
    params![
        new.id,
        survey,
        import,
        new.occasion.as_str(),
        new.at,
        new.said.score.value(),
        new.said.comment.as_str(),
        new.said.call,
        new.location,
        new.doctor,
        new.door,
        new.label
    ]
}

/// The answer of a link.
pub fn of_survey(tx: &mut PracticeTx<'_>, survey: SurveyId) -> Result<Option<Answer>, StoreError> {
    let row = tx.query_opt(&OF_SURVEY, params![survey])?;
    row.map(|row| {
        Ok(Answer {
            id: row.get(0)?,
            at: row.get(1)?,
            said: said(&row, 2)?,
            request: row.get(5)?,
        })
    })
    .transpose()
}

/// Says it otherwise.
pub fn change(tx: &mut PracticeTx<'_>, id: AnswerId, said: &Said) -> Result<(), StoreError> {
    let values = params![id, said.score.value(), said.comment.as_str(), said.call];
    tx.execute(&CHANGE, values).map(drop)
}

/// It opened a request.
pub fn opened(tx: &mut PracticeTx<'_>, id: AnswerId, request: RequestId) -> Result<(), StoreError> {
    tx.execute(&OPENED, params![id, request]).map(drop)
}

/// How often each score was given in [from, to), of what a filter asks for.
pub fn scores(
    tx: &mut PracticeTx<'_>,
    (from, to): (Time, Time),
    filter: &Filter,
) -> Result<Scores, StoreError> {
    let rows = if filter.is_open() {
        tx.query(&SCORES, params![from, to])?
    } else {
        tx.query(&SCORES_OF, of((from, to), filter))?
    };
    let mut scores = Scores::default();
    for row in rows {
        let count: i64 = row.get(1)?;
        scores[score(&row, 0)?.place()] = u64::try_from(count).unwrap_or(0);
    }
    Ok(scores)
}

/// When the first answer of all was given.
pub fn first(tx: &mut PracticeTx<'_>) -> Result<Option<Time>, StoreError> {
    tx.query_one(&FIRST, params![])?.get(0)
}

/// A page of the answers of [from, to), the last first, those with a comment alone if that is asked.
pub fn list(
    tx: &mut PracticeTx<'_>,
    span: (Time, Time),
    filter: &Filter,
    (after, comments, limit): (After, bool, i64),
) -> Result<Vec<Listed>, StoreError> {
    let mut values = of(span, filter);
    values.extend(params![after.0, after.1, comments, limit]);
    tx.query(&LIST, values)?.iter().map(listed).collect()
}

/// The doctors and the groups that answers of [from, to) name.
pub fn names(
    tx: &mut PracticeTx<'_>,
    (from, to): (Time, Time),
    limit: i64,
) -> Result<(Vec<String>, Vec<String>), StoreError> {
    let mut of = |sql| {
        let rows = tx.query(sql, params![from, to, limit])?;
        rows.iter()
            .map(|row| row.get(0))
            .collect::<Result<Vec<String>, _>>()
    };
    Ok((of(&DOCTORS)?, of(&LABELS)?))
}

/// The numbers of the open requests of those who would not recommend the practice, the most urgent first.
pub fn complaints(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<i64>, StoreError> {
    let rows = tx.query(&COMPLAINTS, params![limit])?;
    rows.iter().map(|row| row.get(0)).collect()
}

fn of((from, to): (Time, Time), filter: &Filter) -> Vec<Value> {
    params![
        from,
        to,
        filter.location,
        filter.doctor.as_deref(),
        filter.door.as_deref(),
        filter.label.as_deref()
    ]
}

fn score(row: &Row, column: usize) -> Result<Score, StoreError> {
    Score::new(row.get(column)?).ok_or_else(|| StoreError::Wrong(format!("column {column} holds no score")))
}

fn said(row: &Row, first: usize) -> Result<Said, StoreError> {
    Ok(Said {
        score: score(row, first)?,
        comment: row.get(first + 1)?,
        call: row.get(first + 2)?,
    })
}

fn listed(row: &Row) -> Result<Listed, StoreError> {
    let number: Option<i64> = row.get(10)?;
    let text = |column| Ok::<_, StoreError>(row.get::<Option<String>>(column)?.unwrap_or_default());
    let closing = match number {
        Some(number) => Some(Closing {
            number,
            state: word(row, 11)?,
            waits: row.get(12)?,
            member: text(13)?,
        }),
        None => None,
    };
    Ok(Listed {
        id: row.get(0)?,
        at: row.get(1)?,
        said: said(row, 2)?,
        occasion: word(row, 5)?,
        doctor: row.get(6)?,
        door: row.get(7)?,
        label: row.get(8)?,
        location: text(9)?,
        closing,
    })
}
