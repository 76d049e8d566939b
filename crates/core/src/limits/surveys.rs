//! The bounds of surveys and of the score that they give, each with its reason.

use crate::Span;

/// The answers that "would recommend us" counts: a quarter of a year, so that a small practice has some and a bad month shows.
pub const NPS_WINDOW: Span = Span::from_days(90);
/// How far its outlook looks: a third of the window, which as many newer answers push out.
pub const NPS_OUTLOOK: Span = Span::from_days(30);
/// Months of its trend.
pub const NPS_MONTHS: i32 = 12;
/// Fewer answers than this are said to be few: one answer more or less moves the score by points.
pub const NPS_FEW: u64 = 30;
/// Answers up to which it is told how many would do: more than a practice gets in ten years.
pub const NPS_NEEDED: u64 = 100_000;
/// A comment beside a score: two screens of a phone.
pub const SURVEY_COMMENT: usize = 2_000;
/// The question as a practice words it: two lines.
pub const SURVEY_QUESTION: usize = 200;
/// How long an answer can be changed by its own link: the day after a bad one.
pub const SURVEY_CHANGE: Span = Span::from_hours(24);
/// How long the link of a question is good: a visit is fresh in the mind for a month.
pub const SURVEY_LINK: Span = Span::from_days(30);
/// A visit that is told of later than this is not asked about any more: calendars send what came within a day or two.
pub const SURVEY_VISIT: Span = Span::from_days(3);
/// The longest that the letter waits after what it asks about.
pub const SURVEY_DELAY_HOURS_MAX: i64 = 14 * 24;
/// The longest that a household is left alone.
pub const SURVEY_COOLDOWN_DAYS_MAX: i64 = 3 * 366;
/// People of a patient, and patients of a person, who are one household: a large family's.
pub const HOUSEHOLD: i64 = 50;
/// A group that an answer which is brought in belongs to: a location's or a doctor's name there.
pub const SURVEY_GROUP: usize = 120;
/// Answers of an import in one transaction.
pub const SURVEY_BATCH: usize = 500;
