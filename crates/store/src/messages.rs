//! The outbox: messages on their way out. A reply's message on the status page is held until the reply is irrevocable (the
//! job of kind `settle`); a letter is held until it is due (the job of kind `send`). No row holds what a letter says, nor a
//! link of it.

use anteroom_core::Time;
use anteroom_core::ids::{ContactPointId, EntryId, InvitationId, MemberId, MessageId, PersonId, RequestId};
use anteroom_core::messages::{Letter, Way, Why};

use crate::sql::{Sql, queries};
use crate::{PracticeTx, Row, StoreError, Value, params};

queries! {
    /// A new message, held until it is due.
    INSERT: practice = "INSERT INTO message (practice_id, id, channel, letter, request_id, entry_id, contact_id, \
        member_id, invitation_id, login, number, language, state, created_at, due_at, keeps_until) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'held', ?13, ?14, ?15)";
    /// The fate of a line's message on the page.
    SETTLE: practice = "UPDATE message SET state = ?3, settled_at = ?4 \
        WHERE practice_id = ?1 AND entry_id = ?2 AND channel = 'page' AND state <> 'retracted'";
    /// The reply was taken back: its message never leaves.
    RETRACT: practice = "UPDATE message SET state = 'retracted', settled_at = ?3 \
        WHERE practice_id = ?1 AND entry_id = ?2 AND state = 'held'";
    /// A message as its sender sees it.
    LOAD: practice = "SELECT letter, request_id, entry_id, contact_id, member_id, invitation_id, login, number, \
        language, state, keeps_until, tries, created_at FROM message WHERE practice_id = ?1 AND id = ?2";
    /// An attempt begins; nobody else's has.
    BEGIN: practice = "UPDATE message SET state = 'sending', claim = ?3, tries = tries + 1, attempted_at = ?4, \
        reached = ?5 WHERE practice_id = ?1 AND id = ?2 AND state = 'held'";
    /// An attempt came to its end. What its worker saw holds even where another took it for lost meanwhile.
    END: practice = "UPDATE message SET state = ?4, settled_at = ?5, why = ?6 \
        WHERE practice_id = ?1 AND id = ?2 AND claim = ?3 AND state IN ('sending', 'unknown')";
    /// The server did not take it: again later.
    AGAIN: practice = "UPDATE message SET state = 'held', due_at = ?4, why = ?5 \
        WHERE practice_id = ?1 AND id = ?2 AND claim = ?3 AND state = 'sending'";
    /// Not even tried: later.
    DEFER: practice = "UPDATE message SET due_at = ?3, why = ?4 \
        WHERE practice_id = ?1 AND id = ?2 AND state = 'held'";
    /// Not tried, and never will be.
    DROP_HELD: practice = "UPDATE message SET state = ?3, settled_at = ?4, why = ?5 \
        WHERE practice_id = ?1 AND id = ?2 AND state = 'held'";
    /// Whoever sent it never came back to say what became of it.
    LOST: practice = "UPDATE message SET state = 'unknown', settled_at = ?3 \
        WHERE practice_id = ?1 AND id = ?2 AND state = 'sending'";
    /// A person wants it sent once more.
    REVIVE: practice = "UPDATE message SET state = 'held', due_at = ?3, keeps_until = ?4, tries = 0, why = '', \
        settled_at = NULL WHERE practice_id = ?1 AND id = ?2 AND channel = 'mail' AND state IN ('unknown', 'failed')";
    /// A person says that it arrived.
    ARRIVED: practice = "UPDATE message SET state = 'sent', settled_at = ?3, why = 'person' \
        WHERE practice_id = ?1 AND id = ?2 AND state = 'unknown'";
    /// Messages of a line that did not fail.
    ALIVE: practice = "SELECT COUNT(*) FROM message WHERE practice_id = ?1 AND entry_id = ?2 \
        AND state NOT IN ('failed', 'retracted')";
    /// Letters to an address since an instant, counted to a limit.
    REACHED: practice = "SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE practice_id = ?1 AND reached = ?2 \
        AND attempted_at > ?3 LIMIT ?4) AS found";
    /// Letters in a state, counted to a limit.
    COUNT: practice = "SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE practice_id = ?1 AND channel = 'mail' \
        AND state = ?2 LIMIT ?3) AS found";
    /// Letters that did not go, written since an instant, counted to a limit.
    FAILED_SINCE: practice = "SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE practice_id = ?1 AND channel = 'mail' \
        AND state = 'failed' AND created_at > ?2 LIMIT ?3) AS found";
    /// Letters in a state, the newest first.
    LIST: practice = "SELECT m.id, m.letter, m.created_at, m.attempted_at, m.why, r.number FROM message m \
        LEFT JOIN request r ON r.practice_id = m.practice_id AND r.id = m.request_id \
        WHERE m.practice_id = ?1 AND m.channel = 'mail' AND m.state = ?2 \
        ORDER BY m.created_at DESC, m.id DESC LIMIT ?3";
    /// The answers to a request are announced here.
    PUT_REACH: practice = "INSERT INTO reach (practice_id, request_id, contact_id) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, request_id) DO UPDATE SET contact_id = excluded.contact_id";
    /// Where the answers to a request are announced.
    REACH: practice = "SELECT contact_id FROM reach WHERE practice_id = ?1 AND request_id = ?2";
    /// A person's contact point of this address.
    GIVEN: practice = "SELECT id FROM contact_point WHERE practice_id = ?1 AND person_id = ?2 AND system = 'email' \
        AND address_key = ?3 ORDER BY id LIMIT 1";
    /// How the person of a request is reached, and what was given with it.
    WAYS: practice = "SELECT c.id, c.system, c.confidential, CASE WHEN r.contact_id = c.id THEN 1 ELSE 0 END \
        FROM contact_point c LEFT JOIN reach r ON r.practice_id = c.practice_id AND r.request_id = ?3 \
        WHERE c.practice_id = ?1 AND c.person_id = ?2 ORDER BY c.id LIMIT 100";
    /// An address and its key.
    ADDRESS: practice = "SELECT address, address_key FROM contact_point WHERE practice_id = ?1 AND id = ?2";
    /// Whose a request is, their language, and whether nothing may be said about it.
    ABOUT: practice = "SELECT q.person_id, p.language, k.sensitive FROM request q \
        JOIN person p ON p.practice_id = q.practice_id AND p.id = q.person_id \
        LEFT JOIN kind k ON k.practice_id = q.practice_id AND k.code = q.kind \
        WHERE q.practice_id = ?1 AND q.id = ?2";
    /// Requests that were joined to one.
    JOINED: practice = "SELECT id FROM request WHERE practice_id = ?1 AND merged_into = ?2 ORDER BY id LIMIT ?3";
    /// What a member who works here signs in with.
    LOGIN: practice = "SELECT account.login FROM member JOIN account ON account.id = member.account_id \
        WHERE member.practice_id = ?1 AND member.id = ?2 AND member.ended_at IS NULL";
}

anteroom_core::words! {
    /// Where a message is on its way.
    Fate {
        /// Not due yet.
        Held = "held",
        /// Its attempt is committed.
        Sending = "sending",
        /// The channel took it.
        Sent = "sent",
        /// Nobody knows whether the channel took it.
        Unknown = "unknown",
        /// The channel refused it for good.
        Failed = "failed",
        /// Taken back before it left.
        Retracted = "retracted",
    }
}

/// A letter to add: about what, to whom, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// Its id.
    pub id: MessageId,
    /// What it is about.
    pub letter: Letter,
    /// The request whose link it holds.
    pub request: Option<RequestId>,
    /// The reply that it announces.
    pub entry: Option<EntryId>,
    /// To whom.
    pub to: To,
    /// The number that it names.
    pub number: Option<i64>,
    /// BCP 47.
    pub language: String,
    /// When it was made.
    pub at: Time,
    /// When it is due.
    pub due_at: Time,
}

/// To whom a letter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// A person's address.
    Contact(ContactPointId),
    /// What a member signs in with.
    Member(MemberId),
    /// What an account signs in with.
    Login(String),
    /// Who is invited.
    Invited(InvitationId, String),
}

/// A letter as its sender sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What it is about.
    pub letter: Letter,
    /// The request whose link it holds.
    pub request: Option<RequestId>,
    /// The reply that it announces.
    pub entry: Option<EntryId>,
    /// To whom; nothing if the row names nobody.
    pub to: Option<To>,
    /// The number that it names.
    pub number: Option<i64>,
    /// BCP 47.
    pub language: String,
    /// Where it is.
    pub fate: Fate,
    /// Until when it is worth sending.
    pub keeps_until: Time,
    /// How often it was tried.
    pub tries: i64,
    /// When it was made.
    pub created_at: Time,
}

/// A letter in a list. Says neither to whom nor what about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: MessageId,
    /// What it is about.
    pub letter: Letter,
    /// When it was made.
    pub created_at: Time,
    /// When it was last tried.
    pub attempted_at: Option<Time>,
    /// Why it didn't go, if it didn't.
    pub why: Option<Why>,
    /// The request's number, if it is about one.
    pub number: Option<i64>,
}

/// Whose a request is and how a letter about it is worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Whose.
    pub person: PersonId,
    /// Their language.
    pub language: String,
    /// Whether its kind is sensitive.
    pub sensitive: bool,
}

fn word<T: std::str::FromStr>(row: &Row, at: usize, column: &str) -> Result<T, StoreError> {
    let text: String = row.get(at)?;
    text.parse().map_err(|_| StoreError::Wrong(column.to_owned()))
}

/// The statement that adds a reply's message on the status page, for a batch.
pub fn insertion(
    id: MessageId,
    request: RequestId,
    entry: EntryId,
    at: Time,
    due_at: Time,
) -> (&'static Sql, Vec<Value>) {
    let (none, nobody): (Option<[u8; 16]>, Option<String>) = (None, None);
    let number: Option<i64> = None;
    let answer = Letter::Answer.as_str();
    let values = params![
        id, "page", answer, request, entry, none, none, none, nobody, number, "", at, due_at, due_at
    ];
    (&INSERT, values)
}

/// Adds a letter.
pub fn insert(tx: &mut PracticeTx<'_>, new: &NewLetter) -> Result<(), StoreError> {
    let (mut contact, mut member, mut invitation, mut login) = (None, None, None, None);
    match &new.to {
        To::Contact(id) => contact = Some(*id),
        To::Member(id) => member = Some(*id),
        To::Login(text) => login = Some(text.clone()),
        To::Invited(id, text) => {
            invitation = Some(*id);
            login = Some(text.clone());
        }
    }
    let (letter, keeps) = (new.letter.as_str(), new.due_at + new.letter.keeps());
    let values = params![
        new.id,
        "mail",
        letter,
        new.request,
        new.entry,
        contact,
        member,
        invitation,
        login,
        new.number,
        &new.language,
        new.at,
        new.due_at,
        keeps
    ];
    tx.execute(&INSERT, values).map(drop)
}

/// Says what became of a line's message on the page.
pub fn settle_of(tx: &mut PracticeTx<'_>, entry: EntryId, fate: Fate, at: Time) -> Result<(), StoreError> {
    tx.execute(&SETTLE, params![entry, fate.as_str(), at]).map(drop)
}

/// The reply was taken back.
pub fn retract(tx: &mut PracticeTx<'_>, entry: EntryId, at: Time) -> Result<(), StoreError> {
    tx.execute(&RETRACT, params![entry, at]).map(drop)
}

/// A letter to be sent.
pub fn load(tx: &mut PracticeTx<'_>, id: MessageId) -> Result<Option<Held>, StoreError> {
    let Some(row) = tx.query_opt(&LOAD, params![id])? else {
        return Ok(None);
    };
    let (contact, member): (Option<ContactPointId>, Option<MemberId>) = (row.get(3)?, row.get(4)?);
    let (invitation, login): (Option<InvitationId>, Option<String>) = (row.get(5)?, row.get(6)?);
    let to = match (contact, member, invitation, login) {
        (Some(contact), ..) => Some(To::Contact(contact)),
        (_, Some(member), ..) => Some(To::Member(member)),
        (.., Some(invitation), Some(login)) => Some(To::Invited(invitation, login)),
        (.., Some(login)) => Some(To::Login(login)),
        _ => None,
    };
    Ok(Some(Held {
        letter: word(&row, 0, "message.letter")?,
        request: row.get(1)?,
        entry: row.get(2)?,
        to,
        number: row.get(7)?,
        language: row.get(8)?,
        fate: word(&row, 9, "message.state")?,
        keeps_until: row.get(10)?,
        tries: row.get(11)?,
        created_at: row.get(12)?,
    }))
}

/// An attempt begins, to the address with this digest; `false` if it is not held any more.
pub fn begin(
    tx: &mut PracticeTx<'_>,
    id: MessageId,
    claim: i64,
    at: Time,
    reached: [u8; 32],
) -> Result<bool, StoreError> {
    Ok(tx.execute(&BEGIN, params![id, claim, at, reached])? == 1)
}

/// An attempt came to its end; `false` if somebody else decided since.
pub fn end(
    tx: &mut PracticeTx<'_>,
    id: MessageId,
    claim: i64,
    (fate, why): (Fate, Option<Why>),
    at: Time,
) -> Result<bool, StoreError> {
    let why = why.map_or("", Why::as_str);
    Ok(tx.execute(&END, params![id, claim, fate.as_str(), at, why])? == 1)
}

/// The server did not take it; it is due again at `due_at`.
pub fn again(
    tx: &mut PracticeTx<'_>,
    id: MessageId,
    claim: i64,
    due_at: Time,
    why: Why,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&AGAIN, params![id, claim, due_at, why.as_str()])? == 1)
}

/// A held letter is due at another instant, without having been tried.
pub fn defer(tx: &mut PracticeTx<'_>, id: MessageId, due_at: Time, why: Why) -> Result<(), StoreError> {
    tx.execute(&DEFER, params![id, due_at, why.as_str()]).map(drop)
}

/// A held letter is never tried.
pub fn drop_held(
    tx: &mut PracticeTx<'_>,
    id: MessageId,
    (fate, why): (Fate, Why),
    at: Time,
) -> Result<(), StoreError> {
    tx.execute(&DROP_HELD, params![id, fate.as_str(), at, why.as_str()])
        .map(drop)
}

/// Nobody came back to say what became of a letter.
pub fn lost(tx: &mut PracticeTx<'_>, id: MessageId, at: Time) -> Result<(), StoreError> {
    tx.execute(&LOST, params![id, at]).map(drop)
}

/// A letter that failed or may have arrived is to be sent once more; `false` if it is neither.
pub fn revive(
    tx: &mut PracticeTx<'_>,
    id: MessageId,
    due_at: Time,
    keeps_until: Time,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&REVIVE, params![id, due_at, keeps_until])? == 1)
}

/// A letter that may have arrived did; `false` if nobody doubted it.
pub fn arrived(tx: &mut PracticeTx<'_>, id: MessageId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&ARRIVED, params![id, at])? == 1)
}

/// Whether any message of a line did not fail.
pub fn any_alive(tx: &mut PracticeTx<'_>, entry: EntryId) -> Result<bool, StoreError> {
    Ok(tx.query_one(&ALIVE, params![entry])?.get::<i64>(0)? > 0)
}

/// Attempts to reach an address since an instant, counted up to `limit`.
pub fn reached(
    tx: &mut PracticeTx<'_>,
    reached: [u8; 32],
    since: Time,
    limit: i64,
) -> Result<i64, StoreError> {
    tx.query_one(&REACHED, params![reached, since, limit])?.get(0)
}

/// How many letters are in a state, counted up to `limit`.
pub fn count(tx: &mut PracticeTx<'_>, fate: Fate, limit: i64) -> Result<i64, StoreError> {
    tx.query_one(&COUNT, params![fate.as_str(), limit])?.get(0)
}

/// How many letters written since an instant did not go, counted up to `limit`.
pub fn failed_since(tx: &mut PracticeTx<'_>, since: Time, limit: i64) -> Result<i64, StoreError> {
    tx.query_one(&FAILED_SINCE, params![since, limit])?.get(0)
}

/// Up to `limit` letters in a state, the newest first.
pub fn list(tx: &mut PracticeTx<'_>, fate: Fate, limit: i64) -> Result<Vec<Listed>, StoreError> {
    tx.query(&LIST, params![fate.as_str(), limit])?
        .iter()
        .map(|row| Listed::read(row, row.get(5)?))
        .collect()
}

impl Listed {
    fn read(row: &Row, number: Option<i64>) -> Result<Self, StoreError> {
        let why: String = row.get(4)?;
        Ok(Self {
            id: row.get(0)?,
            letter: word(row, 1, "message.letter")?,
            created_at: row.get(2)?,
            attempted_at: row.get(3)?,
            why: why.parse().ok(),
            number,
        })
    }
}

/// The answers to a request are announced to this address of its person.
pub fn put_reach(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    contact: ContactPointId,
) -> Result<(), StoreError> {
    tx.execute(&PUT_REACH, params![request, contact]).map(drop)
}

/// Where the answers to a request are announced.
pub fn reach(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<Option<ContactPointId>, StoreError> {
    let row = tx.query_opt(&REACH, params![request])?;
    row.map(|row| row.get(0)).transpose()
}

/// The contact point of a person's e-mail address, by its key.
pub fn given(
    tx: &mut PracticeTx<'_>,
    person: PersonId,
    key: &str,
) -> Result<Option<ContactPointId>, StoreError> {
    let row = tx.query_opt(&GIVEN, params![person, key])?;
    row.map(|row| row.get(0)).transpose()
}

/// The ways to reach the person of a request.
pub fn ways(
    tx: &mut PracticeTx<'_>,
    person: PersonId,
    request: RequestId,
) -> Result<Vec<Way<ContactPointId>>, StoreError> {
    tx.query(&WAYS, params![person, request])?
        .iter()
        .map(|row| {
            Ok(Way {
                id: row.get(0)?,
                system: word(row, 1, "contact_point.system")?,
                confidential: row.get::<i64>(2)? == 1,
                given: row.get::<i64>(3)? == 1,
            })
        })
        .collect()
}

/// An address, and the key by which it is the same as another.
pub fn address(
    tx: &mut PracticeTx<'_>,
    contact: ContactPointId,
) -> Result<Option<(String, String)>, StoreError> {
    let row = tx.query_opt(&ADDRESS, params![contact])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Whose a request is; nothing if nobody's.
pub fn about(tx: &mut PracticeTx<'_>, request: RequestId) -> Result<Option<About>, StoreError> {
    let row = tx.query_opt(&ABOUT, params![request])?;
    row.map(|row| {
        Ok(About {
            person: row.get(0)?,
            language: row.get(1)?,
            sensitive: row.get::<Option<i64>>(2)? == Some(1),
        })
    })
    .transpose()
}

/// Up to `limit` requests that were joined to this one.
pub fn joined(tx: &mut PracticeTx<'_>, request: RequestId, limit: i64) -> Result<Vec<RequestId>, StoreError> {
    tx.query(&JOINED, params![request, limit])?
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// What a member who works here signs in with.
pub fn login(tx: &mut PracticeTx<'_>, member: MemberId) -> Result<Option<String>, StoreError> {
    let row = tx.query_opt(&LOGIN, params![member])?;
    row.map(|row| row.get(0)).transpose()
}
