//! Texts of SQL: each has a name, a scope and one wording, rewritten once for PostgreSQL. Texts that must differ say so
//! in `db/dialect.rs` and nowhere else.

use std::sync::OnceLock;

/// Whose rows a text may touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One practice's: `?1` is always the practice's id, bound by the handle.
    Practice,
    /// System tables only: parameters start at `?1`.
    System,
}

/// A text of SQL. Made by [`queries!`](crate::sql) in the file of its noun.
#[derive(Debug)]
pub struct Sql {
    name: &'static str,
    scope: Scope,
    text: &'static str,
    postgres: Option<&'static str>,
    rewritten: OnceLock<String>,
}

impl Sql {
    /// A text that runs inside one practice.
    pub const fn practice(name: &'static str, text: &'static str) -> Self {
        Self::worded(name, Scope::Practice, text, None)
    }

    /// A text over system tables.
    pub const fn system(name: &'static str, text: &'static str) -> Self {
        Self::worded(name, Scope::System, text, None)
    }

    /// A text that is worded apart for PostgreSQL (there too with `?1`), if `postgres` is given.
    pub const fn worded(
        name: &'static str,
        scope: Scope,
        text: &'static str,
        postgres: Option<&'static str>,
    ) -> Self {
        Self {
            name,
            scope,
            text,
            postgres,
            rewritten: OnceLock::new(),
        }
    }

    /// Module and name, for errors and tests.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whose rows it may touch.
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// As SQLite reads it.
    pub const fn sqlite(&self) -> &'static str {
        self.text
    }

    /// As PostgreSQL reads it: `$1` for `?1`.
    pub fn postgres(&self) -> &str {
        self.rewritten
            .get_or_init(|| dollars(self.postgres.unwrap_or(self.text)))
    }

    /// Whether the two databases get different wordings.
    pub const fn differs(&self) -> bool {
        self.postgres.is_some()
    }
}

/// Writes `?N` as `$N`, except in quotes.
fn dollars(text: &str) -> String {
    let mut quote = None;
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match quote {
            Some(open) if open == letter => quote = None,
            None if matches!(letter, '\'' | '"') => quote = Some(letter),
            _ => {}
        }
        let number = quote.is_none() && letters.peek().is_some_and(char::is_ascii_digit);
        out.push(if letter == '?' && number { '$' } else { letter });
    }
    out
}

/// Declares the texts of a file and `ALL`, their list, which `QUERIES` in lib.rs names so that tests walk every text.
///
/// `NAME: practice = "text";` or `NAME: system = "text";`, and in `db/dialect.rs` alone `NAME: system = "text", postgres:
/// "text";`.
macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident: $scope:ident = $text:expr $(, postgres: $other:expr)?;)+) => {
        $(
            $(#[$doc])*
            #[doc = $text]
            pub static $name: $crate::sql::Sql = $crate::sql::queries!(
                @text concat!(module_path!(), "::", stringify!($name)), $scope, $text $(, $other)?
            );
        )+

        /// Every text of this file.
        pub(crate) static ALL: &[&$crate::sql::Sql] = &[$(&$name),+];
    };
    (@text $name:expr, $scope:ident, $text:expr) => { $crate::sql::Sql::$scope($name, $text) };
    (@text $name:expr, practice, $text:expr, $other:expr) => {
        $crate::sql::Sql::worded($name, $crate::sql::Scope::Practice, $text, Some($other))
    };
    (@text $name:expr, system, $text:expr, $other:expr) => {
        $crate::sql::Sql::worded($name, $crate::sql::Scope::System, $text, Some($other))
    };
}
pub(crate) use queries;

/// Says what is wrong with a text's way of naming tables, given the practice's tables (in lower case).
///
/// A practice's text names `practice_id` at least once for each of the practice's tables that it reads or writes, and
/// uses `?1`. A system text names no table of a practice at all. This reads words, not grammar; row-level security
/// stands behind it.
pub fn check(sql: &Sql, practice_tables: &[String]) -> Result<(), String> {
    let mut wordings = vec![sql.sqlite()];
    wordings.extend(sql.postgres);
    for text in wordings {
        let words = words(text);
        let touched = tables(&words, practice_tables);
        match sql.scope {
            Scope::System => {
                if let Some(table) = touched.first() {
                    return Err(format!(
                        "{}: a system text touches {table}, a practice's table",
                        sql.name
                    ));
                }
            }
            Scope::Practice => {
                let scoped = words.iter().filter(|word| *word == "practice_id").count();
                if scoped < touched.len() {
                    return Err(format!(
                        "{}: touches {} but names practice_id {scoped} times",
                        sql.name,
                        touched.join(", ")
                    ));
                }
                if !words.iter().any(|word| word == "?1") {
                    return Err(format!("{}: a practice's text does not use ?1", sql.name));
                }
            }
        }
    }
    Ok(())
}

/// Words and single signs of a text in lower case, without what stands in single quotes.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for letter in text.chars().chain([' ']) {
        if letter == '\'' {
            quoted = !quoted;
        }
        if !quoted && (letter.is_alphanumeric() || matches!(letter, '_' | '?')) {
            word.extend(letter.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if !quoted && !letter.is_whitespace() && !matches!(letter, '\'' | '"') {
            words.push(letter.to_string());
        }
    }
    words
}

/// The practice's tables that a text reads or writes, once for each time.
fn tables<'a>(words: &[String], practice_tables: &'a [String]) -> Vec<&'a str> {
    const OPENS: [&str; 4] = ["from", "join", "into", "update"];
    const CLOSES: [&str; 9] = [
        ")", "where", "set", "select", "on", "using", "group", "order", "limit",
    ];
    let mut found = Vec::new();
    let mut listing = false;
    let mut before = "";
    for (at, word) in words.iter().enumerate() {
        let word = word.as_str();
        listing = (listing || word == "from") && !CLOSES.contains(&word);
        let compares = before == "from" && at > 1 && words[at - 2] == "distinct";
        let starts = (OPENS.contains(&before) && !compares) || (listing && matches!(before, "," | "("));
        let qualifies = words.get(at + 1).is_some_and(|next| next == ".");
        if starts && !qualifies {
            found.extend(
                practice_tables
                    .iter()
                    .find(|table| *table == word)
                    .map(String::as_str),
            );
        }
        before = word;
    }
    found
}

#[cfg(test)]
mod tests;
