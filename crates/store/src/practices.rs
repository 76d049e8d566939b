//! Practices with their organisation, doors, locations, kinds and settings.

use anteroom_core::Time;
use anteroom_core::ids::{LocationId, MemberId, OrganisationId, PracticeId};
use anteroom_core::requests::kinds::Kind;
use anteroom_core::requests::obligations::{Rule, Source};

use crate::sql::queries;
use crate::{PracticeTx, Row, StoreError, SystemTx, params};

queries! {
    /// A new organisation.
    INSERT_ORGANISATION: system = "INSERT INTO organisation (id, name, created_at) VALUES (?1, ?2, ?3)";
    /// The first one: an installation begins with one.
    FIRST_ORGANISATION: system = "SELECT id FROM organisation ORDER BY id LIMIT 1";
    /// A new practice; nothing if the slug is taken.
    INSERT_PRACTICE: system = "INSERT INTO practice (id, organisation_id, slug, name, timezone, country, locale, \
        emergency_number, phone, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
        ON CONFLICT (slug) DO NOTHING";
    /// By its name in URLs.
    BY_SLUG: system = "SELECT id, slug, name, timezone, country, locale, emergency_number, phone FROM practice \
        WHERE slug = ?1";
    /// By its id.
    BY_ID: system = "SELECT id, slug, name, timezone, country, locale, emergency_number, phone FROM practice \
        WHERE id = ?1";
    /// A page of all, for operators' loops and the list of a shared installation.
    LIST: system = "SELECT id, slug, name, timezone, country, locale, emergency_number, phone FROM practice \
        WHERE slug > ?1 ORDER BY slug LIMIT ?2";
    /// Other facts of a practice; its slug stays, since links of patients hold it.
    UPDATE_PRACTICE: system = "UPDATE practice SET name = ?2, timezone = ?3, country = ?4, locale = ?5, \
        emergency_number = ?6, phone = ?7 WHERE id = ?1";
    /// Other facts of a location.
    UPDATE_LOCATION: practice = "UPDATE location SET name = ?3, address = ?4, phone = ?5, timezone = ?6 \
        WHERE practice_id = ?1 AND id = ?2 AND retired_at IS NULL";
    /// A location that is offered no more; its requests keep it.
    RETIRE_LOCATION: practice = "UPDATE location SET retired_at = ?3 WHERE practice_id = ?1 AND id = ?2 \
        AND retired_at IS NULL";
    /// Where a location stands in the list.
    PLACE_LOCATION: practice = "UPDATE location SET position = ?3 WHERE practice_id = ?1 AND id = ?2";
    /// Where a kind stands in the list.
    PLACE_KIND: practice = "UPDATE kind SET position = ?3 WHERE practice_id = ?1 AND code = ?2";
    /// A new location.
    INSERT_LOCATION: practice = "INSERT INTO location (practice_id, id, name, address, phone, timezone, position) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// All locations in use; a practice has few.
    LOCATIONS: practice = "SELECT id, name, address, phone, timezone FROM location WHERE practice_id = ?1 \
        AND retired_at IS NULL ORDER BY position, id";
    /// A new kind of request.
    INSERT_KIND: practice = "INSERT INTO kind (practice_id, code, name, clinical_only, sensitive, obligation, \
        obligation_days, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    /// A kind as the practice wants it: a new one at the end, a known one changed and in use again.
    PUT_KIND: practice = "INSERT INTO kind (practice_id, code, name, clinical_only, sensitive, obligation, \
        obligation_days, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, \
        (SELECT coalesce(max(k.position), 0) + 1 FROM kind k WHERE k.practice_id = ?1)) \
        ON CONFLICT (practice_id, code) DO UPDATE SET name = excluded.name, clinical_only = excluded.clinical_only, \
        sensitive = excluded.sensitive, obligation = excluded.obligation, \
        obligation_days = excluded.obligation_days, retired_at = NULL";
    /// A kind that nobody is offered any more; its requests keep it.
    RETIRE_KIND: practice = "UPDATE kind SET retired_at = ?3 WHERE practice_id = ?1 AND code = ?2 \
        AND retired_at IS NULL";
    /// The kinds in use.
    KINDS: practice = "SELECT code, name, clinical_only, sensitive, obligation, obligation_days FROM kind \
        WHERE practice_id = ?1 AND retired_at IS NULL ORDER BY position, code";
    /// The kinds that requests may have, those retired among them.
    KNOWN_KINDS: practice = "SELECT code, name, clinical_only, sensitive, obligation, obligation_days FROM kind \
        WHERE practice_id = ?1 ORDER BY position, code";
    /// Sets a setting.
    PUT_SETTING: practice = "INSERT INTO setting (practice_id, name, value, changed_at, changed_by) \
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practice_id, name) DO UPDATE \
        SET value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by";
    /// All settings of a practice.
    SETTINGS: practice = "SELECT name, value FROM setting WHERE practice_id = ?1 ORDER BY name";
}

/// The row of a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// Its name in URLs.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// IANA zone of its desk.
    pub timezone: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// BCP 47.
    pub locale: String,
    /// What to dial in an emergency.
    pub emergency_number: String,
    /// Main phone number; may be empty.
    pub phone: String,
}

impl Practice {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            slug: row.get(1)?,
            name: row.get(2)?,
            timezone: row.get(3)?,
            country: row.get(4)?,
            locale: row.get(5)?,
            emergency_number: row.get(6)?,
            phone: row.get(7)?,
        })
    }
}

/// The row of a location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Its id.
    pub id: LocationId,
    /// Its name.
    pub name: String,
    /// One line.
    pub address: String,
    /// Its phone; may be empty.
    pub phone: String,
    /// IANA zone.
    pub timezone: String,
}

/// A new organisation.
pub fn insert_organisation(
    tx: &mut SystemTx<'_>,
    id: OrganisationId,
    name: &str,
    at: Time,
) -> Result<(), StoreError> {
    tx.execute(&INSERT_ORGANISATION, params![id, name, at]).map(drop)
}

/// The installation's first organisation, if it has one.
pub fn first_organisation(tx: &mut SystemTx<'_>) -> Result<Option<OrganisationId>, StoreError> {
    tx.query_opt(&FIRST_ORGANISATION, params![])?
        .map(|row| row.get(0))
        .transpose()
}

/// Adds a practice; `false` if its slug is taken.
pub fn insert(
    tx: &mut SystemTx<'_>,
    organisation: OrganisationId,
    practice: &Practice,
    at: Time,
) -> Result<bool, StoreError> {
    let Practice {
        id,
        slug,
        name,
        timezone,
        country,
        locale,
        emergency_number,
        phone,
    } = practice;
    let values = params![
        *id,
        organisation,
        slug,
        name,
        timezone,
        country,
        locale,
        emergency_number,
        phone,
        at
    ];
    Ok(tx.execute(&INSERT_PRACTICE, values)? == 1)
}

/// By its name in URLs.
pub fn by_slug(tx: &mut SystemTx<'_>, slug: &str) -> Result<Option<Practice>, StoreError> {
    tx.query_opt(&BY_SLUG, params![slug])?
        .as_ref()
        .map(Practice::read)
        .transpose()
}

/// By its id.
pub fn by_id(tx: &mut SystemTx<'_>, id: PracticeId) -> Result<Option<Practice>, StoreError> {
    tx.query_opt(&BY_ID, params![id])?
        .as_ref()
        .map(Practice::read)
        .transpose()
}

/// Practices after a slug, in its order.
pub fn list(tx: &mut SystemTx<'_>, after: &str, limit: i64) -> Result<Vec<Practice>, StoreError> {
    tx.query(&LIST, params![after, limit])?
        .iter()
        .map(Practice::read)
        .collect()
}

/// Gives a practice other facts; its slug stays.
pub fn update(tx: &mut SystemTx<'_>, practice: &Practice) -> Result<(), StoreError> {
    let Practice {
        id,
        name,
        timezone,
        country,
        locale,
        emergency_number,
        phone,
        ..
    } = practice;
    let values = params![*id, name, timezone, country, locale, emergency_number, phone];
    tx.execute(&UPDATE_PRACTICE, values).map(drop)
}

/// Gives a location other facts; `false` if it is not in use.
pub fn update_location(tx: &mut PracticeTx<'_>, location: &Location) -> Result<bool, StoreError> {
    let Location {
        id,
        name,
        address,
        phone,
        timezone,
    } = location;
    Ok(tx.execute(&UPDATE_LOCATION, params![*id, name, address, phone, timezone])? == 1)
}

/// Retires a location; `false` if it is not in use.
pub fn retire_location(tx: &mut PracticeTx<'_>, id: LocationId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&RETIRE_LOCATION, params![id, at])? == 1)
}

/// Puts the locations in this order.
pub fn order_locations(tx: &mut PracticeTx<'_>, order: &[LocationId]) -> Result<(), StoreError> {
    let rows = order.iter().zip(0_i64..).map(|(id, at)| params![*id, at]);
    tx.execute_many(&PLACE_LOCATION, rows).map(drop)
}

/// Puts the kinds in this order, by their codes.
pub fn order_kinds(tx: &mut PracticeTx<'_>, order: &[String]) -> Result<(), StoreError> {
    let rows = order.iter().zip(0_i64..).map(|(code, at)| params![code, at]);
    tx.execute_many(&PLACE_KIND, rows).map(drop)
}

/// Adds a location at the end.
pub fn insert_location(
    tx: &mut PracticeTx<'_>,
    location: &Location,
    position: i64,
) -> Result<(), StoreError> {
    let Location {
        id,
        name,
        address,
        phone,
        timezone,
    } = location;
    tx.execute(
        &INSERT_LOCATION,
        params![*id, name, address, phone, timezone, position],
    )
    .map(drop)
}

/// The practice's locations in use.
pub fn locations(tx: &mut PracticeTx<'_>) -> Result<Vec<Location>, StoreError> {
    let read = |row: &Row| {
        Ok(Location {
            id: row.get(0)?,
            name: row.get(1)?,
            address: row.get(2)?,
            phone: row.get(3)?,
            timezone: row.get(4)?,
        })
    };
    tx.query(&LOCATIONS, params![])?.iter().map(read).collect()
}

/// Adds kinds of requests, in their order.
pub fn insert_kinds(tx: &mut PracticeTx<'_>, kinds: &[Kind]) -> Result<(), StoreError> {
    let rows = kinds.iter().zip(0_i64..).map(|(kind, position)| {
        let source = kind.obligation.map(|rule| rule.source.as_str());
        let days = kind.obligation.map(|rule| i64::from(rule.days));
        params![
            &kind.code,
            &kind.name,
            kind.clinical_only,
            kind.sensitive,
            source,
            days,
            position
        ]
    });
    tx.execute_many(&INSERT_KIND, rows).map(drop)
}

/// Sets a kind: a new one at the end, a known one changed and in use again.
pub fn put_kind(tx: &mut PracticeTx<'_>, kind: &Kind) -> Result<(), StoreError> {
    let source = kind.obligation.map(|rule| rule.source.as_str());
    let days = kind.obligation.map(|rule| i64::from(rule.days));
    let values = params![
        &kind.code,
        &kind.name,
        kind.clinical_only,
        kind.sensitive,
        source,
        days
    ];
    tx.execute(&PUT_KIND, values).map(drop)
}

/// Retires a kind; `false` if it is not in use.
pub fn retire_kind(tx: &mut PracticeTx<'_>, code: &str, at: Time) -> Result<bool, StoreError> {
    Ok(tx.execute(&RETIRE_KIND, params![code, at])? == 1)
}

/// The kinds in use.
pub fn kinds(tx: &mut PracticeTx<'_>) -> Result<Vec<Kind>, StoreError> {
    tx.query(&KINDS, params![])?.iter().map(kind).collect()
}

/// The kinds that requests may have, those retired among them, in order: what a retired kind hides stays hidden.
pub fn known_kinds(tx: &mut PracticeTx<'_>) -> Result<Vec<Kind>, StoreError> {
    tx.query(&KNOWN_KINDS, params![])?.iter().map(kind).collect()
}

fn kind(row: &Row) -> Result<Kind, StoreError> {
    let source: Option<String> = row.get(4)?;
    let days: Option<i64> = row.get(5)?;
    let rule = |source: String| {
        let source = source
            .parse::<Source>()
            .map_err(|_| StoreError::Wrong("kind.obligation".to_owned()))?;
        let days = days.and_then(|days| u16::try_from(days).ok());
        days.map(|days| Rule { source, days })
            .ok_or(StoreError::Wrong("kind.obligation_days".to_owned()))
    };
    Ok(Kind {
        code: row.get(0)?,
        name: row.get(1)?,
        clinical_only: row.get(2)?,
        sensitive: row.get(3)?,
        obligation: source.map(rule).transpose()?,
    })
}

/// Sets a setting.
pub fn put_setting(
    tx: &mut PracticeTx<'_>,
    name: &str,
    value: &str,
    at: Time,
    by: Option<MemberId>,
) -> Result<(), StoreError> {
    tx.execute(&PUT_SETTING, params![name, value, at, by]).map(drop)
}

/// All settings that were set, by name.
pub fn settings(tx: &mut PracticeTx<'_>) -> Result<Vec<(String, String)>, StoreError> {
    tx.query(&SETTINGS, params![])?
        .iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}
