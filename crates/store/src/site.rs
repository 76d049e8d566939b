//! The help centre's categories, and the version by which whoever keeps its articles ready knows that they changed.

use anteroom_core::Time;
use anteroom_core::ids::CategoryId;
use anteroom_core::site::categories::Node;

use crate::sql::queries;
use crate::{PracticeTx, StoreError, params};

pub mod articles;
pub mod opinions;
pub mod visits;
pub mod work;

queries! {
    /// Changes whenever a category or a published article does.
    VERSION: practice = "SELECT value FROM setting WHERE practice_id = ?1 AND name = 'site.version'";
    /// The day on which what falls due by itself was last looked for.
    LOOKED: practice = "SELECT value FROM setting WHERE practice_id = ?1 AND name = 'site.looked'";
    /// All categories, siblings in their order.
    CATEGORIES: practice = "SELECT id, parent_id, slug, position, version FROM site_category WHERE practice_id = ?1 \
        ORDER BY position, id LIMIT ?2";
    /// Their names in every language.
    NAMES: practice = "SELECT category_id, language, name FROM site_category_name WHERE practice_id = ?1 \
        ORDER BY category_id, language";
    /// A new one; nothing if its slug is taken.
    INSERT: practice = "INSERT INTO site_category (practice_id, id, parent_id, slug, position, version) \
        VALUES (?1, ?2, ?3, ?4, ?5, 1) ON CONFLICT (practice_id, slug) DO NOTHING";
    /// Hangs elsewhere or in another place; nothing if it is not the version that was seen.
    UPDATE: practice = "UPDATE site_category SET parent_id = ?4, position = ?5, version = version + 1 \
        WHERE practice_id = ?1 AND id = ?2 AND version = ?3";
    /// Its name in a language.
    PUT_NAME: practice = "INSERT INTO site_category_name (practice_id, category_id, language, name) \
        VALUES (?1, ?2, ?3, ?4) ON CONFLICT (practice_id, category_id, language) DO UPDATE SET name = excluded.name";
    /// Its names go.
    DELETE_NAMES: practice = "DELETE FROM site_category_name WHERE practice_id = ?1 AND category_id = ?2";
    /// It goes.
    DELETE: practice = "DELETE FROM site_category WHERE practice_id = ?1 AND id = ?2";
    /// Whether something hangs beneath it: a category or an article.
    HOLDS: practice = "SELECT id FROM site_category WHERE practice_id = ?1 AND parent_id = ?2 UNION ALL \
        SELECT id FROM article WHERE practice_id = ?1 AND category_id = ?2 LIMIT 1";
}

/// A category of the help centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Beneath which.
    pub parent: Option<CategoryId>,
    /// Its name in URLs.
    pub slug: String,
    /// Its place among its siblings.
    pub position: i64,
    /// Counts its changes.
    pub version: i64,
    /// Its name in each language that has one: the language's word, then the name.
    pub names: Vec<(String, String)>,
}

impl Category {
    /// As the rules see it.
    pub const fn node(&self) -> Node {
        Node {
            id: self.id,
            parent: self.parent,
        }
    }

    /// Its name in a language, else in any that has one.
    pub fn name(&self, language: &str) -> &str {
        let own = self.names.iter().find(|(of, _)| of == language);
        own.or(self.names.first()).map_or(&self.slug, |(_, name)| name)
    }
}

/// Changes whenever a category or a published article does; empty before the first.
pub fn version(tx: &mut PracticeTx<'_>) -> Result<String, StoreError> {
    tx.query_opt(&VERSION, params![])?
        .map_or(Ok(String::new()), |row| row.get(0))
}

/// Whether what falls due by itself was looked for on a day; if not, it is from now on.
pub fn looks(tx: &mut PracticeTx<'_>, day: &str, at: Time) -> Result<bool, StoreError> {
    let last = tx.query_opt(&LOOKED, params![])?;
    let last: Option<String> = last.map(|row| row.get(0)).transpose()?;
    if last.as_deref() == Some(day) {
        return Ok(true);
    }
    crate::practices::put_setting(tx, "site.looked", day, at, None)?;
    Ok(false)
}

/// Says that it did.
pub fn changed(tx: &mut PracticeTx<'_>, version: &str, at: Time) -> Result<(), StoreError> {
    crate::practices::put_setting(tx, "site.version", version, at, None)
}

/// All categories, siblings in their order.
pub fn categories(tx: &mut PracticeTx<'_>, limit: i64) -> Result<Vec<Category>, StoreError> {
    let mut all = Vec::new();
    for row in tx.query(&CATEGORIES, params![limit])? {
        all.push(Category {
            id: row.get(0)?,
            parent: row.get(1)?,
            slug: row.get(2)?,
            position: row.get(3)?,
            version: row.get(4)?,
            names: Vec::new(),
        });
    }
    for row in tx.query(&NAMES, params![])? {
        let of: CategoryId = row.get(0)?;
        if let Some(category) = all.iter_mut().find(|category| category.id == of) {
            category.names.push((row.get(1)?, row.get(2)?));
        }
    }
    Ok(all)
}

/// Adds one; `false` if its slug is taken.
pub fn insert(tx: &mut PracticeTx<'_>, category: &Category) -> Result<bool, StoreError> {
    let Category {
        id, parent, position, ..
    } = *category;
    if tx.execute(&INSERT, params![id, parent, category.slug.as_str(), position])? == 0 {
        return Ok(false);
    }
    name(tx, category)?;
    Ok(true)
}

/// Gives one other names, another parent or place; `false` if it is not the version that was seen.
pub fn update(tx: &mut PracticeTx<'_>, seen: i64, category: &Category) -> Result<bool, StoreError> {
    let Category {
        id, parent, position, ..
    } = *category;
    if tx.execute(&UPDATE, params![id, seen, parent, position])? == 0 {
        return Ok(false);
    }
    tx.execute(&DELETE_NAMES, params![id])?;
    name(tx, category)?;
    Ok(true)
}

fn name(tx: &mut PracticeTx<'_>, category: &Category) -> Result<(), StoreError> {
    for (language, name) in &category.names {
        tx.execute(&PUT_NAME, params![category.id, language.as_str(), name.as_str()])?;
    }
    Ok(())
}

/// Whether a category or an article hangs beneath it.
pub fn holds(tx: &mut PracticeTx<'_>, id: CategoryId) -> Result<bool, StoreError> {
    Ok(tx.query_opt(&HOLDS, params![id])?.is_some())
}

/// Removes one that holds nothing; `false` if it isn't there.
pub fn delete(tx: &mut PracticeTx<'_>, id: CategoryId) -> Result<bool, StoreError> {
    tx.execute(&DELETE_NAMES, params![id])?;
    Ok(tx.execute(&DELETE, params![id])? == 1)
}
