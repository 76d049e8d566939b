//! Staff: accounts that sign in, their sessions, and the members and teams of a practice.

use anteroom_core::Time;
use anteroom_core::access::{Role, Tries};
use anteroom_core::ids::{AccountId, MemberId, PracticeId, RequestId, TeamId};

use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, SystemTx, params};

queries! {
    /// A new account; nothing if the login is taken.
    INSERT_ACCOUNT: system = "INSERT INTO account (id, login, password_hash, created_at) VALUES (?1, ?2, ?3, ?4) \
        ON CONFLICT (login) DO NOTHING";
    /// The account that signs in.
    ACCOUNT: system = "SELECT id, password_hash FROM account WHERE login = ?1";
    /// Another password.
    SET_PASSWORD: system = "UPDATE account SET password_hash = ?2 WHERE id = ?1";
    /// Wrong passwords for a login.
    TRIES: system = "SELECT wrong, since, locked_until FROM sign_in_try WHERE login_hash = ?1";
    /// One more.
    PUT_TRIES: system = "INSERT INTO sign_in_try (login_hash, wrong, since, locked_until) VALUES (?1, ?2, ?3, ?4) \
        ON CONFLICT (login_hash) DO UPDATE SET wrong = excluded.wrong, since = excluded.since, \
        locked_until = excluded.locked_until";
    /// They are forgotten.
    DELETE_TRIES: system = "DELETE FROM sign_in_try WHERE login_hash = ?1";
    /// The instant that so many logins were first tried after.
    TRIED_BEFORE: system = "SELECT since FROM sign_in_try ORDER BY since DESC LIMIT 1 OFFSET ?1";
    /// Those first tried up to an instant are forgotten, a few at a time.
    SWEEP_TRIES: system = "DELETE FROM sign_in_try WHERE login_hash IN \
        (SELECT login_hash FROM sign_in_try WHERE since <= ?1 ORDER BY since LIMIT ?2)";
    /// The account works at a practice.
    INSERT_MEMBERSHIP: system = "INSERT INTO membership (account_id, practice_id, member_id) VALUES (?1, ?2, ?3)";
    /// Where the account works.
    MEMBERSHIPS: system = "SELECT practice_id, member_id FROM membership WHERE account_id = ?1 ORDER BY practice_id \
        LIMIT 1000";
    /// The account works there no longer.
    DELETE_MEMBERSHIP: system = "DELETE FROM membership WHERE account_id = ?1 AND practice_id = ?2";
    /// All sessions of an account end.
    DELETE_SESSIONS: system = "DELETE FROM session WHERE account_id = ?1";
    /// A session begins.
    INSERT_SESSION: system = "INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at) \
        VALUES (?1, ?2, ?3, ?3, ?4)";
    /// Who a session is.
    SESSION: system = "SELECT account_id, seen_at FROM session WHERE token_hash = ?1 AND expires_at > ?2";
    /// A session was used.
    TOUCH_SESSION: system = "UPDATE session SET seen_at = ?2, expires_at = ?3 WHERE token_hash = ?1";
    /// A session ends.
    DELETE_SESSION: system = "DELETE FROM session WHERE token_hash = ?1";
    /// Sessions and links that ran out, a few at a time.
    SWEEP_SESSIONS: system = "DELETE FROM session WHERE token_hash IN \
        (SELECT token_hash FROM session WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2)";
    /// A new member.
    INSERT_MEMBER: practice = "INSERT INTO member (practice_id, id, account_id, name, role, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    /// A member who works here now.
    MEMBER: practice = "SELECT id, name, role FROM member WHERE practice_id = ?1 AND id = ?2 AND ended_at IS NULL";
    /// All who work here now.
    MEMBERS: practice = "SELECT id, name, role FROM member WHERE practice_id = ?1 AND ended_at IS NULL \
        ORDER BY name, id LIMIT 1000";
    /// All who work here now, with what they sign in with.
    ROSTER: practice = "SELECT member.id, member.name, member.role, account.login FROM member \
        LEFT JOIN account ON account.id = member.account_id \
        WHERE member.practice_id = ?1 AND member.ended_at IS NULL ORDER BY member.name, member.id LIMIT ?2";
    /// A member works here no longer.
    END_MEMBER: practice = "UPDATE member SET ended_at = ?3 WHERE practice_id = ?1 AND id = ?2 AND ended_at IS NULL";
    /// Another name and role of a member.
    UPDATE_MEMBER: practice = "UPDATE member SET name = ?3, role = ?4 WHERE practice_id = ?1 AND id = ?2 \
        AND ended_at IS NULL";
    /// What stands under a member's replies.
    SIGNATURE: practice = "SELECT signature FROM member WHERE practice_id = ?1 AND id = ?2";
    /// It is another one.
    SIGN: practice = "UPDATE member SET signature = ?3 WHERE practice_id = ?1 AND id = ?2 AND ended_at IS NULL";
    /// Whose account a member signs in with.
    ACCOUNT_OF: practice = "SELECT account_id FROM member WHERE practice_id = ?1 AND id = ?2 AND ended_at IS NULL";
    /// How many work here now in a role.
    IN_ROLE: practice = "SELECT count(*) FROM member WHERE practice_id = ?1 AND role = ?2 AND ended_at IS NULL \
        AND account_id IS NOT NULL";
    /// A new team; nothing if another one has its name.
    INSERT_TEAM: practice = "INSERT INTO team (practice_id, id, name) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, name) WHERE retired_at IS NULL DO NOTHING";
    /// All teams in use.
    TEAMS: practice = "SELECT id, name FROM team WHERE practice_id = ?1 AND retired_at IS NULL ORDER BY name LIMIT 1000";
    /// Another name of a team.
    RENAME_TEAM: practice = "UPDATE team SET name = ?3 WHERE practice_id = ?1 AND id = ?2 AND retired_at IS NULL \
        AND NOT EXISTS (SELECT 1 FROM team t WHERE t.practice_id = ?1 AND t.name = ?3 AND t.id <> ?2 \
        AND t.retired_at IS NULL)";
    /// A team is used no more.
    RETIRE_TEAM: practice = "UPDATE team SET retired_at = ?3 WHERE practice_id = ?1 AND id = ?2 AND retired_at IS NULL";
    /// Who is in which team.
    TEAM_MEMBERS: practice = "SELECT team_id, member_id FROM team_member WHERE practice_id = ?1 \
        ORDER BY team_id, member_id LIMIT ?2";
    /// Nobody is in a team.
    EMPTY_TEAM: practice = "DELETE FROM team_member WHERE practice_id = ?1 AND team_id = ?2";
    /// A member is in no team.
    LEAVE_TEAMS: practice = "DELETE FROM team_member WHERE practice_id = ?1 AND member_id = ?2";
    /// What a member has that isn't closed.
    OWNED: practice = "SELECT id FROM request WHERE practice_id = ?1 AND member_id = ?2 AND state <> 'closed' \
        AND id > ?3 ORDER BY id LIMIT ?4";
    /// What a team has that isn't closed.
    OWNED_BY_TEAM: practice = "SELECT id FROM request WHERE practice_id = ?1 AND team_id = ?2 AND state <> 'closed' \
        AND id > ?3 ORDER BY id LIMIT ?4";
    /// A member joins a team.
    JOIN_TEAM: practice = "INSERT INTO team_member (practice_id, team_id, member_id) VALUES (?1, ?2, ?3) \
        ON CONFLICT (practice_id, team_id, member_id) DO NOTHING";
}

/// An account that signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Argon2id, PHC string format.
    pub password_hash: String,
}

/// Somebody who works at a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Full name.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

impl Member {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let role: String = row.get(2)?;
        let role = role
            .parse()
            .map_err(|_| StoreError::Wrong("member.role".to_owned()))?;
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            role,
        })
    }
}

/// Adds an account; `false` if its login is taken.
pub fn insert_account(
    tx: &mut SystemTx<'_>,
    id: AccountId,
    login: &str,
    password_hash: &str,
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&INSERT_ACCOUNT, params![id, login, password_hash, at])? == 1)
}

/// The account with this login.
pub fn account(tx: &mut SystemTx<'_>, login: &str) -> Result<Option<Account>, StoreError> {
    let row = tx.query_opt(&ACCOUNT, params![login])?;
    row.map(|row| {
        Ok(Account {
            id: row.get(0)?,
            password_hash: row.get(1)?,
        })
    })
    .transpose()
}

/// Gives the account another password.
pub fn set_password(
    tx: &mut SystemTx<'_>,
    account: AccountId,
    password_hash: &str,
) -> Result<(), StoreError> {
    tx.execute(&SET_PASSWORD, params![account, password_hash])
        .map(drop)
}

/// Wrong passwords for a login, by its digest.
pub fn tries(tx: &mut SystemTx<'_>, login_hash: [u8; 32]) -> Result<Tries, StoreError> {
    let Some(row) = tx.query_opt(&TRIES, params![login_hash])? else {
        return Ok(Tries::default());
    };
    Ok(Tries {
        wrong: row.get(0)?,
        since: row.get(1)?,
        locked_until: row.get(2)?,
    })
}

/// Notes wrong passwords for a login.
pub fn put_tries(tx: &mut SystemTx<'_>, login_hash: [u8; 32], tries: Tries) -> Result<(), StoreError> {
    let values = params![login_hash, tries.wrong, tries.since, tries.locked_until];
    tx.execute(&PUT_TRIES, values).map(drop)
}

/// Forgets wrong passwords for a login; `false` if there were none.
pub fn delete_tries(tx: &mut SystemTx<'_>, login_hash: [u8; 32]) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE_TRIES, params![login_hash])? == 1)
}

/// Forgets wrong passwords of logins first tried up to `until`, and of the oldest beyond `kept` logins; at most `limit`.
pub fn sweep_tries(tx: &mut SystemTx<'_>, until: Time, kept: i64, limit: i64) -> Result<u64, StoreError> {
    let beyond = tx.query_opt(&TRIED_BEFORE, params![kept])?;
    let beyond = beyond.map(|row| row.get::<Time>(0)).transpose()?;
    let until = beyond.map_or(until, |beyond| until.max(beyond));
    tx.execute(&SWEEP_TRIES, params![until, limit])
}

/// The account no longer works at a practice; `false` if it did not.
pub fn delete_membership(
    tx: &mut SystemTx<'_>,
    account: AccountId,
    practice: PracticeId,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&DELETE_MEMBERSHIP, params![account, practice])? == 1)
}

/// Ends all sessions of an account; how many.
pub fn delete_sessions(tx: &mut SystemTx<'_>, account: AccountId) -> Result<u64, StoreError> {
    tx.execute(&DELETE_SESSIONS, params![account])
}

/// The account works at a practice as this member.
pub fn insert_membership(
    tx: &mut SystemTx<'_>,
    account: AccountId,
    practice: PracticeId,
    member: MemberId,
) -> Result<(), StoreError> {
    tx.execute(&INSERT_MEMBERSHIP, params![account, practice, member])
        .map(drop)
}

/// Where the account works, and as whom.
pub fn memberships(
    tx: &mut SystemTx<'_>,
    account: AccountId,
) -> Result<Vec<(PracticeId, MemberId)>, StoreError> {
    tx.query(&MEMBERSHIPS, params![account])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// Begins a session.
pub fn insert_session(
    tx: &mut SystemTx<'_>,
    token_hash: [u8; 32],
    account: AccountId,
    at: Time,
    expires_at: Time,
) -> Result<(), StoreError> {
    tx.execute(&INSERT_SESSION, params![token_hash, account, at, expires_at])
        .map(drop)
}

/// Whose a session is, and when it was last used; nothing once it ran out.
pub fn session(
    tx: &mut SystemTx<'_>,
    token_hash: [u8; 32],
    now: Time,
) -> Result<Option<(AccountId, Time)>, StoreError> {
    let row = tx.query_opt(&SESSION, params![token_hash, now])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// A session goes on.
pub fn touch_session(
    tx: &mut SystemTx<'_>,
    token_hash: [u8; 32],
    now: Time,
    expires_at: Time,
) -> Result<(), StoreError> {
    tx.execute(&TOUCH_SESSION, params![token_hash, now, expires_at])
        .map(drop)
}

/// Ends a session.
pub fn delete_session(tx: &mut SystemTx<'_>, token_hash: [u8; 32]) -> Result<(), StoreError> {
    tx.execute(&DELETE_SESSION, params![token_hash]).map(drop)
}

/// Removes sessions that ran out, at most `limit`; how many.
pub fn sweep_sessions(tx: &mut SystemTx<'_>, now: Time, limit: i64) -> Result<u64, StoreError> {
    tx.execute(&SWEEP_SESSIONS, params![now, limit])
}

/// Adds a member.
pub fn insert_member(
    tx: &mut PracticeTx<'_>,
    member: &Member,
    account: Option<AccountId>,
    at: Time,
) -> Result<(), StoreError> {
    let values = params![member.id, account, &member.name, member.role.as_str(), at];
    tx.execute(&INSERT_MEMBER, values).map(drop)
}

/// Somebody who works here now.
pub fn member(tx: &mut PracticeTx<'_>, id: MemberId) -> Result<Option<Member>, StoreError> {
    tx.query_opt(&MEMBER, params![id])?
        .as_ref()
        .map(Member::read)
        .transpose()
}

/// All who work here now.
pub fn members(tx: &mut PracticeTx<'_>) -> Result<Vec<Member>, StoreError> {
    tx.query(&MEMBERS, params![])?.iter().map(Member::read).collect()
}

/// Up to `limit` who work here now, each with what they sign in with, if they do.
pub fn roster(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<(Member, Option<String>)>, StoreError> {
    tx.query(&ROSTER, params![limit])?
        .iter()
        .map(|row| Ok((Member::read(row)?, row.get(3)?)))
        .collect()
}

/// A member works here no longer; `false` if they had ended before.
pub fn end_member(tx: &mut PracticeTx<'_>, id: MemberId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&END_MEMBER, params![id, at])? == 1)
}

/// Gives a member another name and role; `false` if they don't work here.
pub fn update_member(tx: &mut PracticeTx<'_>, member: &Member) -> Result<bool, StoreError> {
    let Member { id, name, role } = member;
    Ok(tx.execute(&UPDATE_MEMBER, params![*id, name, role.as_str()])? == 1)
}

/// What stands under a member's replies; they may have ended.
pub fn signature(tx: &mut PracticeTx<'_>, id: MemberId) -> Result<String, StoreError> {
    let row = tx.query_opt(&SIGNATURE, params![id])?;
    Ok(row.map(|row| row.get(0)).transpose()?.unwrap_or_default())
}

/// Gives a member another signature; `false` if they don't work here.
pub fn sign(tx: &mut PracticeTx<'_>, id: MemberId, signature: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&SIGN, params![id, signature])? == 1)
}

/// Whose account a member signs in with, if they do.
pub fn account_of(tx: &mut PracticeTx<'_>, id: MemberId) -> Result<Option<AccountId>, StoreError> {
    let row = tx.query_opt(&ACCOUNT_OF, params![id])?;
    Ok(row.map(|row| row.get(0)).transpose()?.flatten())
}

/// How many who sign in work here now in a role.
pub fn in_role(tx: &mut PracticeTx<'_>, role: Role) -> Result<i64, StoreError> {
    tx.query_one(&IN_ROLE, params![role.as_str()])?.get(0)
}

/// Adds a team with its members; `false` if another one has its name.
pub fn insert_team(
    tx: &mut PracticeTx<'_>,
    id: TeamId,
    name: &str,
    members: &[MemberId],
) -> Result<bool, StoreError> {
    if tx.execute(&INSERT_TEAM, params![id, name])? == 0 {
        return Ok(false);
    }
    join_team(tx, id, members)?;
    Ok(true)
}

/// Puts members into a team.
pub fn join_team(tx: &mut PracticeTx<'_>, id: TeamId, members: &[MemberId]) -> Result<(), StoreError> {
    tx.execute_many(&JOIN_TEAM, members.iter().map(|member| params![id, *member]))
        .map(drop)
}

/// Gives a team another name; `false` if it isn't in use or another one has the name.
pub fn rename_team(tx: &mut PracticeTx<'_>, id: TeamId, name: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&RENAME_TEAM, params![id, name])? == 1)
}

/// Retires a team; `false` if it isn't in use.
pub fn retire_team(tx: &mut PracticeTx<'_>, id: TeamId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&RETIRE_TEAM, params![id, at])? == 1)
}

/// Who is in which team, at most `limit` pairs.
pub fn team_members(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<(TeamId, MemberId)>, StoreError> {
    tx.query(&TEAM_MEMBERS, params![limit])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// Takes everybody out of a team.
pub fn empty_team(tx: &mut PracticeTx<'_>, id: TeamId) -> Result<(), StoreError> {
    tx.execute(&EMPTY_TEAM, params![id]).map(drop)
}

/// Takes a member out of all teams.
pub fn leave_teams(tx: &mut PracticeTx<'_>, id: MemberId) -> Result<(), StoreError> {
    tx.execute(&LEAVE_TEAMS, params![id]).map(drop)
}

/// Whose requests are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A member's.
    Member(MemberId),
    /// A team's.
    Team(TeamId),
}

/// Up to `limit` requests after one that are somebody's and not closed.
pub fn owned(
    tx: &mut PracticeTx<'_>,
    owner: Owner,
    after: RequestId,
    limit: i64,
) -> Result<Vec<RequestId>, StoreError> {
    let rows = match owner {
        Owner::Member(id) => tx.query(&OWNED, params![id, after, limit])?,
        Owner::Team(id) => tx.query(&OWNED_BY_TEAM, params![id, after, limit])?,
    };
    rows.iter().map(|row| row.get(0)).collect()
}

/// All teams in use.
pub fn teams(tx: &mut PracticeTx<'_>) -> Result<Vec<(TeamId, String)>, StoreError> {
    tx.query(&TEAMS, params![])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}
