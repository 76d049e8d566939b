//! Every bound of the product, each with its reason. Nothing that grows is without one.
//!
//! Lengths of text are in characters as a person counts them (Unicode scalar values), sizes in bytes.

use crate::Span;

/// The words of a request or reply: ten printed pages, more than anybody reads at a desk; a 100,000-character word is
/// refused with the field's name.
pub const WORDS_MAX: usize = 20_000;
/// A name: the longest registered personal names stay under 200 characters.
pub const NAME_MAX: usize = 200;
/// A label that staff give (kind, team, location, subject): one line on a wall screen.
pub const LABEL_MAX: usize = 120;
/// An e-mail address: RFC 5321, 4.5.3.1.3 allows a path of 256 octets with its angle brackets.
pub const EMAIL_MAX: usize = 254;
/// A phone number as typed: E.164 has 15 digits; the rest is spaces, brackets and an extension.
pub const PHONE_MAX: usize = 40;
/// A slug in a URL.
pub const SLUG_MAX: usize = 40;
/// A password: long enough for any phrase, short enough that hashing it stays cheap.
pub const PASSWORD_MAX: usize = 256;
/// NIST SP 800-63B-4, 3.1.1.2: a single-factor password has at least 15 characters.
pub const PASSWORD_MIN: usize = 15;
/// Rows on a page of a list: two screens of a desk.
pub const PAGE_ROWS: i64 = 50;
/// Rows in one closure of an import, so that no write lives longer than a heartbeat.
pub const IMPORT_ROWS: usize = 500;
/// Counts of open requests stop here: "2,000 or more" says all that a promise of 50 needs.
pub const COUNT_MAX: i64 = 10_000;
/// How long staff can take a reply back before it is irrevocable.
pub const UNDO: Span = Span::from_secs(10);
/// A status link: a quarter of a year, so that "write on" works until after most follow-ups.
pub const STATUS_LINK: Span = Span::from_days(90);
/// A resolved request can be reopened by its patient for this long; later words open a linked one.
pub const REOPEN: Span = Span::from_days(30);

// The store's engine ------------------------------------------------------------------------------------------------

/// Transactions waiting for SQLite's writer: some tenths of a second of work; more would wait longer than a person does.
pub const WRITE_QUEUE: usize = 1_024;
/// How long a transaction waits for its turn before it is told that the database is busy.
pub const WRITE_WAIT: Span = Span::from_secs(5);
/// Transactions in one commit: twice the widest burst that was measured, so that one group never holds the queue.
pub const WRITE_GROUP: usize = 128;
/// How long one commit goes on taking transactions in: a fifth of what a person notices.
pub const WRITE_GROUP_SPAN: Span = Span::from_micros(20_000);
/// How long a transaction may go on making statements, and how long each may take. Both together stay at 10 seconds,
/// under the 15 that the live feed reads again.
pub const WRITE_SPAN: Span = Span::from_secs(5);
/// How long a reading transaction may take: a report over years, not a hung one.
pub const READ_SPAN: Span = Span::from_secs(60);
/// Runs of a transaction that meets others on PostgreSQL, before the caller is told that the database is busy.
pub const WRITE_ATTEMPTS: u32 = 11;
/// Statements that travel to PostgreSQL at once.
pub const PIPELINE: usize = 256;
/// Rows that one query may hand over as a list: more is read row by row.
pub const RESULT_ROWS: usize = 100_000;
/// Statements that a connection keeps prepared: all of the product's.
pub const PREPARED: usize = 1_024;
/// Pages of SQLite's log (4 KiB each) above which writers wait until it is folded back: 64 MiB.
pub const LOG_PAGES: i64 = 16_384;
/// How long a start waits for another node's migration.
pub const MIGRATION_WAIT: Span = Span::from_minutes(5);
