//! Every bound of the product, each with its reason. Nothing that grows is without one.
//!
//! Lengths of text are in characters as a person counts them (Unicode scalar values), sizes in bytes.

use crate::Span;

mod doors;

pub use doors::*;

mod surveys;

pub use surveys::*;

/// The words of a request or reply: ten printed pages, more than anybody reads at a desk; a 100,000-character word is
/// refused with the field's name.
pub const WORDS_MAX: usize = 20_000;
/// A name: the longest registered personal names stay under 200 characters.
pub const NAME_MAX: usize = 200;
/// A label that staff give (kind, team, location): one line on a wall screen.
pub const LABEL_MAX: usize = 120;
/// The first words of a request in a list: one line on a wall screen, too.
pub const SUBJECT: usize = 120;
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
/// Counts of open requests stop here: a practice with so many open has broken its promise of 50 two hundred times over.
pub const COUNT_MAX: i64 = 10_000;
/// How long staff can take a reply back before it is irrevocable.
pub const UNDO: Span = Span::from_secs(10);
/// How long what was done to many requests at once can be taken back: three times the undo of a reply, since a report of
/// some fifty rows is read first.
pub const BULK_UNDO: Span = Span::from_secs(30);
/// Requests that are worked on at once: the rows of a page ([`PAGE_ROWS`]), some 20 ms of the writer's time in one
/// transaction.
pub const BULK: usize = 50;
/// How long the record of such an act is kept: its report can be read again until the shift is over.
pub const BULK_KEPT: Span = Span::from_hours(12);
/// Things that happened to a request since another one was joined to it, beyond which nobody takes the two apart: a
/// conversation of a month has a tenth.
pub const JOINT_EVENTS: i64 = 500;
/// Requests that one has to do with: more on a page is a list that nobody reads.
pub const LINKS: usize = 20;
/// Lines that are moved by one split: a matter of more is a conversation of its own, and a form's fields are bounded too.
pub const SPLIT_LINES: usize = 100;
/// Views that one member keeps, and that a practice shares: two screens of names.
pub const VIEWS: usize = 40;
/// A filter as it stands in a URL and in a view: all of its parts at their longest are under 400 letters.
pub const FILTER: usize = 600;
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
/// Rows of each index that SQLite looks at to plan by: its own advice is 100 to 1,000, and the writer waits meanwhile.
pub const ANALYSIS_ROWS: i64 = 1_000;
/// How long a start waits for another node's migration.
pub const MIGRATION_WAIT: Span = Span::from_minutes(5);
/// A BCP 47 language tag: RFC 5646, 4.4.1 finds 35 characters enough.
pub const LANGUAGE_MAX: usize = 35;
/// Password hashes at once: each takes 19 MiB, kept for the next, and a wave of sign-ins must not take the machine's
/// memory.
pub const HASHES: usize = 2;
/// Sign-ins that wait for a hash: some seconds of hashing; more would wait longer than a person does.
pub const HASH_QUEUE: usize = 64;
/// Wrong passwords before a login waits.
pub const WRONG_PASSWORDS: i64 = 5;
/// How long it waits after them; twice as long after each further one, up to [`LOCK_MAX`].
pub const LOCK: Span = Span::from_minutes(1);
/// The longest wait. About a hundred tries a day get through, against passwords of 15 characters; and a stranger's wrong
/// try once an hour leaves the member most of it.
pub const LOCK_MAX: Span = Span::from_minutes(15);
/// Wrong passwords count for this long from the first on, so that yesterday's locks nobody out today.
pub const TRIES_KEPT: Span = Span::from_days(1);
/// Logins whose wrong passwords are kept when what ran out is swept: who would wash one member's out hashes so many
/// times for five tries. Between two sweeps the hashes' own pace bounds them.
pub const TRIED_LOGINS: i64 = 20_000;
/// Members and given-up jobs that a command lists.
pub const LISTED: i64 = 1_000;
/// A session that is not used ends after this long: a desk's shift.
pub const SESSION: Span = Span::from_hours(12);
/// A session's row is touched no more often than this, so that reading pages writes little.
pub const SESSION_TOUCH: Span = Span::from_minutes(5);
/// Lines of a request on its page; no request of a patient comes near, an imported one might.
pub const THREAD_LINES: i64 = 2_000;
/// Merged requests that are followed to their survivor.
pub const MERGE_HOPS: usize = 16;
/// Jobs claimed at once by one worker.
pub const JOBS_CLAIMED: i64 = 20;
/// How long a claimed job is its worker's; no write lives past 10 seconds.
pub const JOB_LEASE: Span = Span::from_secs(60);
/// A job that failed so often is left for a person.
pub const JOB_ATTEMPTS: i64 = 12;

// Letters -----------------------------------------------------------------------------------------------------------

/// How long a letter to a patient or an invitation is worth sending: the page says the same, and after a day it is old news.
pub const LETTER_KEEPS: Span = Span::from_days(1);
/// How long a ring or a test is: the ladder has climbed on, or nobody waits before the screen any more.
pub const RING_KEEPS: Span = Span::from_minutes(10);
/// The pause after the first attempt that a server put off; many servers take a stranger's second one after some minutes.
pub const LETTER_PAUSE: Span = Span::from_secs(30);
/// The longest pause between two attempts: RFC 5321, 4.5.4.1 asks for at least 30 minutes between later ones.
pub const LETTER_PAUSE_MAX: Span = Span::from_minutes(60);
/// Attempts of one letter: with those pauses they outlast [`LETTER_KEEPS`] by a few.
pub const LETTER_TRIES: i64 = 32;
/// Letters to one address within an hour that others can cause, so that nobody fills a stranger's mailbox through us.
pub const LETTERS_AN_HOUR: i64 = 6;
/// Letters on the way at once, from one node: a slow server of one practice leaves room for the others'.
pub const LETTERS_AT_ONCE: usize = 4;
/// Of one practice at once: one slow server takes half of the room at most.
pub const LETTERS_OF_PRACTICE: usize = 2;
/// How long one attempt may take from the name's look-up to the server's word, twice [`SMTP_WAIT`]; under [`JOB_LEASE`], so
/// that no letter is taken for lost while it is on its way.
pub const LETTER_SPAN: Span = Span::from_secs(40);
/// How long each half of it may take, up to the letter and its taking: longer than servers that make strangers wait on
/// purpose, shorter than a hang.
pub const SMTP_WAIT: Span = Span::from_secs(20);
/// A server that did not answer is left alone for so long.
pub const SERVER_REST: Span = Span::from_secs(30);
/// So long Today says that a letter did not go; afterwards the page of mail alone does, as nothing takes it from there.
pub const LETTER_NEWS: Span = Span::from_hours(24);
/// Letters of a practice that its page of mail lists: those that somebody has to look at, the newest first.
pub const LETTERS_SHOWN: i64 = 50;
/// Patients' requests that one reply is announced to: a request with what was joined to it.
pub const ANNOUNCED: i64 = 20;
/// A host name: RFC 1035, 2.3.4.
pub const HOST_MAX: usize = 253;
/// An invitation: a colleague's holiday, and the weekend after it.
pub const INVITATION_LINK: Span = Span::from_days(14);
/// Invitations of a practice that wait for an answer: more than any practice has members.
pub const INVITATIONS: i64 = 1_000;
/// A link to another password: long enough for a slow mail, short enough that it doesn't lie around (OWASP).
pub const RESET_LINK: Span = Span::from_minutes(60);
/// Wishes for another password that wait for the worker. Beyond that a wish is forgotten, whoever's it is.
pub const RESETS: i64 = 1_000;

// The pages ---------------------------------------------------------------------------------------------------------

/// The body of a form: the longest words ([`WORDS_MAX`]) in letters of four bytes, three characters each when encoded.
pub const FORM_BYTES: usize = 256 * 1024;
/// Connections at once: a thousand screens with a stream and some pages each. One more takes the quietest one's place.
pub const CONNECTIONS: usize = 4_096;
/// How long a connection may take to send the head of a request, its first or its next: a weak line needs a second or two,
/// and a browser opens another when this one was closed.
pub const HEAD_WAIT: Span = Span::from_secs(15);
/// The head of a request: twice what browsers send with the longest address and cookies.
pub const HEAD_BYTES: usize = 32 * 1024;
/// How long the body of a form may take: the longest form ([`FORM_BYTES`]) at 9 kB/s, a usual one at 100 bytes a second.
pub const BODY_WAIT: Span = Span::from_secs(30);
/// How long the other side may take none of an answer: longer than a phone loses its line in a lift.
pub const TAKE_WAIT: Span = Span::from_secs(30);
/// How long answers that were begun are finished after the word to stop: as long as a form may take, and its write.
pub const DRAIN: Span = Span::from_secs(40);
/// Fields of one form: the largest form has a tenth.
pub const FORM_FIELDS: usize = 200;
/// How long a form that lies open can be sent: a working day and the night after it.
pub const FORM_LIFE: Span = Span::from_hours(24);
/// A person takes longer than this to fill a form in; a program that fills it faster is asked to press again.
pub const FORM_LEAST: Span = Span::from_secs(3);
/// Addresses and practices that the gate before the forms remembers: some megabytes at most.
pub const GATE_KEYS: usize = 20_000;
/// A value in a URL (cursor, token, page to return to): the longest that the pages make is half as long.
pub const URL_VALUE: usize = 300;
/// Bad rows that an import lists by line; it counts the rest.
pub const REJECTED_MAX: usize = 10_000;
/// Events of one incident in an import, so that an incident is never split between two closures; the longest known has 58.
pub const INCIDENT_EVENTS: usize = 250;
/// Clocks listed behind a promise's figure: a busy practice's day.
pub const CLOCKS_SHOWN: i64 = 500;
/// Days of a promise's history: four whole weeks, so that each weekday weighs the same.
pub const HISTORY_DAYS: i32 = 28;
/// A setting's value as the audit keeps it, before and after: the longest text that a practice words itself.
pub const AUDIT_VALUE: usize = 4_000;

// Words of danger ---------------------------------------------------------------------------------------------------

/// A practice's own words for a sign of danger: a phrase that somebody would write, not a sentence.
pub const DANGER_WORDS_LENGTH: usize = 80;
/// Letters that they have at least: "ER" or "no" would ring all day.
pub const DANGER_WORDS_LEAST: usize = 3;
/// Phrases that a practice may add: more than the core has for any sign; each is looked for in every message.
pub const DANGER_WORDS_ADDED: usize = 200;

// Alerts ------------------------------------------------------------------------------------------------------------

/// How long a step of the ladder has to acknowledge before the next one is rung, where the practice sets nothing else.
pub const CLIMB: Span = Span::from_minutes(2);
/// The longest that it may set: a quarter of an hour is longer than anybody with chest pain should wait for a look.
pub const CLIMB_MINUTES_MAX: i64 = 15;
/// Rounds of a ladder at that pace: with one person on it ten minutes, with four forty. Who has not come by then does not
/// come for two more minutes' ringing, and each ring is an event, a letter and rows of audit.
pub const PRESSING_ROUNDS: i64 = 5;
/// The longest pause between two rings later on: as long as the longest step.
pub const PAUSE_MAX: Span = Span::from_minutes(CLIMB_MINUTES_MAX);
/// Steps of a ladder: first and second person, clinicians, managers, and as many again.
pub const LADDER_STEPS: usize = 8;
/// Places that one message's alert marks, the first ones: more would mark the whole text.
pub const ALERT_MARKS: usize = 40;
/// Alerts that nobody acknowledged yet, as a page lists them, the oldest first; it counts the rest.
pub const ALERTS_SHOWN: i64 = 20;
/// Alerts of one request on its page, the last ones.
pub const ALERTS_OF_REQUEST: i64 = 10;
/// How long a status page goes on to begin with the emergency line after words of danger: whoever comes back on the next
/// day was not in that danger any more, or has written again.
pub const EMERGENCY_LINE: Span = Span::from_days(1);
/// A card of questions: one page of large print.
pub const CARD_MAX: usize = 2_000;

// People ------------------------------------------------------------------------------------------------------------

/// Letters that a search for a person has at least: one would find a tenth of everybody.
pub const SEARCH_LEAST: usize = 2;
/// Words of a search that count: two names and one more tell everybody apart whom words can.
pub const SEARCH_WORDS: usize = 3;
/// Words of a name by which it is found: two given names, two family names with their particles.
pub const NAME_WORDS: usize = 8;
/// Rows of a search that stands beside something else, such as the choice of a patient.
pub const CHOICES: i64 = 10;
/// Contact points of a person: more than anybody has at once; old ones are removed.
pub const CONTACTS: i64 = 20;
/// Relations of a person or patient: a home with wards has some dozens, and needs a record system.
pub const RELATIONS: i64 = 50;
/// People joined to one person: the same name mistyped once a year for a life.
pub const JOINED: i64 = 20;
/// Others who use a number or address are counted up to here: a school's or a home's.
pub const SHARED: i64 = 100;
/// A record number, as the practice's record system gives it: most have 6 to 12 characters.
pub const RECORD_NUMBER_MAX: usize = 40;
/// The template of a chart's address.
pub const CHART_URL_MAX: usize = 300;

// To schedule -------------------------------------------------------------------------------------------------------

/// What is to be scheduled, and when somebody can come: some lines, not a letter.
pub const SCHEDULE_WORDS: usize = 500;
/// Tries to agree on one visit: one a day for a month; then it is booked or dropped.
pub const TRIES: i64 = 30;

// Live screens ------------------------------------------------------------------------------------------------------

/// What the feed reads again each time: no write lives past 10 seconds ([`WRITE_SPAN`]), and clocks of nodes differ a little.
pub const FEED_WINDOW: Span = Span::from_secs(15);
/// Happenings that one look of the feed tells apart: ten a second for the whole window and as many again; where there were
/// more, an import say, every screen loads its page again instead.
pub const FEED_ROWS: i64 = 300;
/// How long the feed rests without a hint: what another node committed is on screen in a second or two, hints or not.
pub const FEED_REST: Span = Span::from_micros(1_500_000);
/// How long the feed rests at least between two looks, hints or not: bounds its reading to 25 a second and practice.
pub const FEED_PAUSE: Span = Span::from_micros(40_000);
/// Rows that are sent as they are after one look: two screens of a desk; the screens ask for more themselves.
pub const LIVE_ROWS: usize = 50;
/// Screens of one practice on one node: four times the largest desk, with a second screen each.
pub const LIVE_SCREENS: usize = 400;
/// Screens on one node: twice what was measured, and half of the connections ([`CONNECTIONS`]).
pub const LIVE_SCREENS_NODE: usize = 2_000;
/// Messages that wait for one screen: half a minute of a busy desk; a slower screen is told to load its page again.
pub const LIVE_QUEUE: usize = 32;
/// How often a stream says that it is alive, and its session is looked at: a session that ended elsewhere loses its
/// streams within this long and one look.
pub const LIVE_BEAT: Span = Span::from_secs(15);
/// How long a feed goes on without any screen: the way from one page to the next.
pub const LIVE_LINGER: Span = Span::from_secs(30);
/// How long somebody is present after their page last said so: two and a bit of its turns ([`PRESENT_EVERY`]).
pub const PRESENT: Span = Span::from_secs(45);
/// How often a page that is looked at says so.
pub const PRESENT_EVERY: Span = Span::from_secs(20);
/// Requests that a member is present at: nobody looks at more windows.
pub const PRESENT_AT: i64 = 20;
/// People present at once whom a practice's screens are told of.
pub const PRESENT_SHOWN: i64 = 500;

// Drafts ------------------------------------------------------------------------------------------------------------

/// How long words that were begun are kept after the last key: a holiday, and not for good, for they are a patient's matter.
pub const DRAFT: Span = Span::from_days(14);
/// Drafts of one member: more than anybody remembers; the oldest go.
pub const DRAFTS: i64 = 200;
/// The name of the field of a draft.
pub const DRAFT_FIELD: usize = 40;
/// Weeks of hours that a calendar shows: as far as a roster is made.
pub const CALENDAR_WEEKS: i32 = 6;
/// Days that are looked through for the next closures: a year, so that each holiday is met once.
pub const CLOSURES_AHEAD: i32 = 366;
/// Closures and openings of a place that its page lists.
pub const EXCEPTIONS_SHOWN: i64 = 100;
/// A place that is shut for longer than this is asked about before it is saved: longer than any holiday's weekend.
pub const SHUT_LONG: Span = Span::from_hours(4 * 24);
/// Locations of a practice: a group with more is several practices.
pub const LOCATIONS: usize = 100;
/// Phone lines of a practice: three a location.
pub const LINES: usize = 300;
/// Teams of a practice: more than anybody keeps apart.
pub const TEAMS: usize = 200;
/// Kinds of requests of a practice: a list that a patient still reads.
pub const KINDS: usize = 100;
/// Places in teams, each a member in a team: a thousand members in ten teams each.
pub const TEAM_PLACES: i64 = 10_000;
/// Clocks that a what-if of the last month looks at: five times the busiest practice's month.
pub const FACTS_JUDGED: usize = 50_000;
/// A text that a practice words itself: half a printed page.
pub const OWN_TEXT: usize = 1_500;
/// A member's signature: three lines of a letter.
pub const SIGNATURE: usize = 300;
