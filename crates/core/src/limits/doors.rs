//! The bounds of calls, the roster, visits, the site and places, each with its reason.

use crate::Span;

// Visits ------------------------------------------------------------------------------------------------------------

/// The id of a visit, as the practice's calendar gives it: most have under 20 characters, a UUID 36.
pub const VISIT_ID_MAX: usize = 64;
/// The first year of a visit or birth: whoever is older than that is not alive.
pub const FIRST_YEAR: i16 = 1900;
/// Years that somebody can be old: the oldest person known became 122.
pub const AGE_MAX: i16 = 125;
/// How far ahead somebody is booked: five years, for a check-up after surgery; beyond stands a calendar's "never".
pub const VISIT_AHEAD: Span = Span::from_days(5 * 366);
/// Ids of a table that an import remembers to tell that one stands there twice: ten years of a large practice.
pub const VISITS_TOLD: usize = 2_000_000;
/// Visits of one patient that are put in order after a change: two a week for fifty years.
pub const VISITS_OF_PATIENT: i64 = 5_000;
/// Visits that a patient's page shows, the last ones.
pub const VISITS_SHOWN: i64 = 10;
/// Months of the history of patients who come back, and of new patients: a year, and the same month of the year before.
pub const VISIT_MONTHS: i32 = 12;
/// Months of the curve of those who come back: its window begins so far back, and nobody is watched for longer.
pub const CURVE_MONTHS: u32 = 30;
/// Doctors and places that the visits are told apart by: a group's; the rest are one.
pub const VISIT_LABELS: usize = 60;

// The site ----------------------------------------------------------------------------------------------------------

/// An article's words, markdown with them: what a patient reads at a stretch is a tenth; a file of a megabyte is refused.
pub const ARTICLE_WORDS: usize = 20_000;
/// What an article says in short: two lines of a list.
pub const ARTICLE_SUMMARY: usize = 300;
/// Words that patients use for it: more would make it found by everything.
pub const ARTICLE_KEYWORDS: usize = 500;
/// Where an article comes from: some addresses.
pub const ARTICLE_SOURCES: usize = 2_000;
/// Articles of a practice: twenty times what a good help centre has.
pub const ARTICLES: i64 = 2_000;
/// Versions of an article kept a language, the newest; the published one always.
pub const ARTICLE_VERSIONS: i64 = 100;
/// Months after which an article has to be read again, at most: five years.
pub const REVIEW_MONTHS_MAX: i64 = 60;
/// Categories of a help centre: more is a library.
pub const CATEGORIES: usize = 100;
/// Categories beneath each other, the top one counted: what a list with indents still shows on a phone.
pub const CATEGORY_DEPTH: usize = 3;
/// Hits of a search on a page: as many as somebody reads before they search otherwise.
pub const HITS_SHOWN: usize = 8;
/// The reason that a patient gives for "not helpful": three lines.
pub const OPINION_WORDS: usize = 300;
/// Opinions of an article that are kept, the newest.
pub const OPINIONS: i64 = 200;
/// Opinions of an article that its page at the desk shows, with their reasons.
pub const OPINIONS_SHOWN: i64 = 20;
/// Words of an empty search that are kept: a question, not a letter.
pub const SEARCHED_WORDS: usize = 80;
/// Empty searches that wait as site work: more are never read. The rarest and oldest make way.
pub const SEARCHES_OPEN: i64 = 200;
/// How long site work that was done is listed, and what was searched in vain kept.
pub const SITE_WORK_KEPT: Span = Span::from_days(90);
/// Articles past their review date that become site work in one look.
pub const REVIEWS_RAISED: i64 = 50;
/// A visit ends after so much time without a page: the usual measure, and that of the promise.
pub const VISIT_IDLE: Span = Span::from_minutes(30);
/// Visits that go on at once, of all practices on one node; some megabytes at most. More are not counted.
pub const VISITORS: usize = 20_000;
/// Searches in vain that wait to be written, on one node; more are not counted.
pub const SEARCHES_HELD: usize = 500;
/// How long what visits did waits to be written, so that a page that is read writes nothing itself.
pub const VISITS_HELD: Span = Span::from_secs(5);
/// Rows that one writing of visits takes: some 20 ms of the writer's time.
pub const VISITS_WRITTEN: usize = 200;
/// Days for which visits are kept: a year and a month, so that a month can be seen beside the same one before.
pub const VISITS_KEPT_DAYS: i32 = 396;
/// Practices whose published articles one node keeps ready to be searched; each takes as much memory as twice its words.
pub const SHELVES: usize = 24;

// Roster ------------------------------------------------------------------------------------------------------------

/// Shifts of a practice that are not over: seven days of a hundred people, with as many again that begin later.
pub const SHIFTS: usize = 1_500;
/// A shift, in minutes on the wall: a day and a night; a longer one is two.
pub const SHIFT_MINUTES: u16 = 24 * 60;
/// Breaks of one shift: one every two hours.
pub const SHIFT_BREAKS: usize = 6;
/// Duties on call that are not over: a year of weeks for each of ten lines.
pub const DUTIES: usize = 600;
/// The longest duty on call: a month. A longer one was typed in the wrong year.
pub const DUTY: Span = Span::from_days(31);
/// Sign-ins that one look at a roster reads: a hundred people, each five times a day for a week.
pub const SIGN_INS: usize = 4_000;
/// Somebody signed in without a shift is signed out after so long: the longest working day.
pub const SIGNED_IN: Span = Span::from_hours(12);
/// How long before a shift a sign-in is taken to be for it.
pub const SIGNED_IN_EARLY: Span = Span::from_hours(1);
/// How long after the end of a shift its people are signed out: the last call is over, and nobody thought of it.
pub const SIGNED_IN_LATE: Span = Span::from_minutes(30);
/// Rows behind the promise of coverage: three screens; a week with more has one long reason.
pub const GAPS_SHOWN: i64 = 100;
/// How far ahead the next gap of a line is looked for: as far as a roster of shifts is usually made.
pub const GAP_AHEAD: Span = Span::from_days(14);
/// Weeks before and after this one that the page of the roster opens: a quarter.
pub const ROSTER_WEEKS: i64 = 13;

// Places and the practice's own pages --------------------------------------------------------------------------------

/// Places of a practice beside its own locations: six times the largest directory that was met; all are looked at for each
/// question, some milliseconds.
pub const PLACES: usize = 10_000;
/// Places that one question is answered with: a screen of a phone.
pub const PLACES_NEAR: usize = 10;
/// The words for a place's hours of one day, such as "by appointment".
pub const PLACE_WORDS: usize = 120;
/// The note of a place about its hours: three sentences.
pub const PLACE_NOTE: usize = 400;
/// The key of a place in its own table.
pub const PLACE_KEY: usize = 64;
/// Bad or doubtful rows that an import of places lists by line; it counts the rest.
pub const PLACES_TOLD: usize = 500;
/// How long a fact on the website is believed before somebody looks at it again: a year, in which most offices change an
/// hour, a doctor or a phone.
pub const FACT_KEPT: Span = Span::from_days(365);
/// What a doctor's page says of them: some sentences.
pub const DOCTOR_WORDS: usize = 1_000;
/// Languages that a doctor speaks: more than most countries have.
pub const DOCTOR_LANGUAGES: usize = 12;
/// Doctors of a practice on its website.
pub const DOCTORS: i64 = 300;

// The search of the help centre ------------------------------------------------------------------------------------

/// Versions of articles in one index: 2,000 articles in two languages, fifty times a large help centre; the index then takes
/// some tens of megabytes.
pub const SITE_DOCS: usize = 4_000;
/// Letters of a search that are read: three lines; what people type has under sixty.
pub const SITE_QUERY: usize = 400;
/// Words of a search that count, the most telling ones: a question has five that tell.
pub const SITE_QUERY_WORDS: usize = 16;
/// Letters of a request, while it is written, that articles are suggested for: its first screen.
pub const SITE_ASKED: usize = 2_000;
/// Articles that a search answers with: a page.
pub const SITE_HITS: usize = 50;
/// Articles that are suggested beside a form: more would be in the way of sending.
pub const SITE_SUGGESTED: usize = 3;

// Calls -------------------------------------------------------------------------------------------------------------

/// How long the end of a call is waited for: longer than anybody holds or speaks.
pub const CALL_LASTS: Span = Span::from_hours(4);
/// Calls that one look sweeps, answers for, or understands anew: some tenths of a second.
pub const CALLS_SWEPT: i64 = 100;
/// How long what was posted rests before a look takes it up again: whoever posted it is still at work on it.
pub const POST_REST: Span = Span::from_secs(30);
/// How long what can't be understood is kept for somebody to see.
pub const POST_KEPT: Span = Span::from_days(30);
/// Posts that couldn't be understood which a page lists, the last ones.
pub const POSTS_SHOWN: i64 = 20;
/// The body of a post: some hundred facts, or one with the words of a long voicemail.
pub const POST_BYTES: usize = 128 * 1024;
/// How far the time under a signature may be from ours to either side: clocks differ, and nothing is worth sending again later.
pub const POST_WINDOW: Span = Span::from_minutes(5);
/// How old a fact may be that a phone system posts: it caught up after a weekend without its line.
pub const FACT_AGE: Span = Span::from_days(7);
/// How far ahead of ours a phone system's clock may be.
pub const FACT_AHEAD: Span = Span::from_minutes(5);
/// For how long a second call of a number belongs to what the first one opened, while that is open.
pub const CALLER_BACK: Span = Span::from_days(14);
/// A number's last calls that are looked at for that.
pub const CALLER_CALLS: i64 = 10;
/// Calls that go on at once, as a page counts them: twenty lines of a large group, all ringing.
pub const CALLS_LIVE: i64 = 500;
/// Calls of one request that its page and a call's page list.
pub const CALLS_OF_REQUEST: i64 = 20;
/// A call's notes: a screen of a phone.
pub const CALL_NOTES: usize = 4_000;
/// The longest hold or talk that somebody writes down by hand.
pub const CALL_MINUTES_MAX: i64 = 240;
/// Weeks that the picture of a week is drawn from.
pub const CALL_WEEKS: i32 = 4;
/// Rows of an import's dirt that are listed by line, of each kind; the rest is counted.
pub const DIRT_LISTED: usize = 20;
