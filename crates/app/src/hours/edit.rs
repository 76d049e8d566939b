//! Changing hours: a week, a closure or opening, the holidays kept. Running clocks follow in the same transaction; an ended
//! one keeps what it was. What a change would mean is found by making it (`foresee`), so that both are one piece of code.

use anteroom_core::hours::{
    Change, Country, EXCEPTIONS_MAX, Exception, HoursPlan, WeeklyPattern, WeeklySpan, format_weekly,
    parse_weekly, zone_named,
};
use anteroom_core::ids::{HoursId, LocationId, RequestId};
use anteroom_core::limits;
use anteroom_core::requests::Actor;
use anteroom_core::text::{self, Fault};
use anteroom_store::hours::{self as rows, Place, PlaceKind};
use anteroom_store::practices::Practice;
use anteroom_store::{PracticeTx, StoreError, practices, requests};
use jiff::civil::{Date, DateTime};

use crate::failure::Faults;
use crate::practices::{changed, set_hours};
use crate::requests::Scene;
use crate::settings::changes::{Hand, Noun, hold, note};
use crate::settings::{HOLIDAYS, Settings};
use crate::{App, Failure};

/// Whom a closure or opening is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wider {
    /// One place.
    One(Place),
    /// The desk and every location.
    All,
}

/// A change of hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A place has this week; with none it follows its location's hours, or the desk's.
    Week(Place, Option<Vec<WeeklySpan>>),
    /// A one-off closure or opening, and why.
    Except(Wider, Exception, String),
    /// One of them goes.
    Remove(Place, HoursId),
    /// Which country's public holidays close everything; empty for none.
    Holidays(String),
}

/// The week that somebody typed, in the compact form.
fn spans_of(typed: &str) -> Result<Vec<WeeklySpan>, Failure> {
    parse_weekly(typed).map_err(|_| Failure::of("hours", Fault::Shape))
}

/// The fields of the days of a week, from Monday on.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The week that somebody typed day by day: times such as `8:00-12:00, 13:00-17:00`, or nothing for a day without.
pub fn week_of(typed: impl Fn(&str) -> String) -> Result<Vec<WeeklySpan>, Failure> {
    let mut faults = Faults::default();
    let mut spans = Vec::new();
    for day in DAYS {
        let times = typed(day);
        let times = times.trim();
        if times.is_empty() {
            continue;
        }
        // A semicolon would begin another day.
        if times.contains(';') {
            faults.note(day, Fault::Shape);
            continue;
        }
        let read = parse_weekly(&format!("{day} {times}")).map_err(|_| Fault::Shape);
        spans.extend(faults.take(day, read));
    }
    faults.settle()?;
    Ok(spans)
}

/// A day's part of a week as [`week_of`] reads it.
pub fn times_of(week: &[WeeklySpan], day: usize) -> String {
    let spans = week
        .iter()
        .filter(|span| usize::try_from(span.day.to_monday_zero_offset()) == Ok(day));
    let spans: Vec<WeeklySpan> = spans.copied().collect();
    let written = format_weekly(&spans);
    let times = written.split_once(' ').map_or("", |(_, times)| times);
    times.replace(',', ", ")
}

/// Gives the desk other weekly hours, in the compact form, by command.
pub async fn change(app: &App, practice: &Practice, hours: &str) -> Result<(), Failure> {
    let edit = Edit::Week((PlaceKind::Desk, practice.id.bytes()), Some(spans_of(hours)?));
    save(app, practice, &Hand::operator(), &edit).await
}

/// A one-off closure or opening, as typed: moments on the practice's wall clock, a date alone being its midnight.
#[derive(Debug, Clone, Default)]
pub struct NewException {
    /// Its first moment, such as `2026-12-24` or `2026-12-24T12:00`.
    pub from: String,
    /// The first moment after it.
    pub until: String,
    /// Why, for people.
    pub reason: String,
    /// Open where the week says closed; closed otherwise.
    pub opens: bool,
}

/// What was typed, as a closure or opening with its reason.
pub fn exception(typed: &NewException) -> Result<(Exception, String), Failure> {
    let mut faults = Faults::default();
    let from = faults.take("from", moment(&typed.from));
    let to = faults.take("until", moment(&typed.until));
    if to <= from {
        faults.note("until", Fault::Shape);
    }
    let reason = faults.take("reason", text::line(&typed.reason, limits::LABEL_MAX));
    faults.settle()?;
    let change = if typed.opens { Change::Open } else { Change::Close };
    Ok((Exception { from, to, change }, reason))
}

/// Enters a one-off closure or opening of the desk and of every location with hours of its own, by command.
pub async fn except(app: &App, practice: &Practice, typed: &NewException) -> Result<(), Failure> {
    let (exception, reason) = exception(typed)?;
    let edit = Edit::Except(Wider::All, exception, reason);
    save(app, practice, &Hand::operator(), &edit).await
}

/// Says which country's public holidays close everything, or none, by command.
pub async fn keep_holidays(app: &App, practice: &Practice, country: &str) -> Result<(), Failure> {
    save(
        app,
        practice,
        &Hand::operator(),
        &Edit::Holidays(country.to_owned()),
    )
    .await
}

/// A moment on the wall clock, or a date's midnight. Nothing typed is the first moment of all, which no form accepts.
fn moment(typed: &str) -> Result<DateTime, Fault> {
    let typed = text::required_line(typed, limits::LABEL_MAX)?;
    let date = typed
        .parse::<Date>()
        .map(|date| date.to_datetime(jiff::civil::Time::midnight()));
    typed.parse().or(date).map_err(|_| Fault::Shape)
}

/// Makes a change of hours, and lets the running clocks follow.
pub async fn save(app: &App, practice: &Practice, hand: &Hand, edit: &Edit) -> Result<(), Failure> {
    let (world, of, hand, edit) = (app.clone(), practice.clone(), hand.clone(), edit.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            alter(&world, tx, &of, |app, tx| {
                apply(app, tx, &of, &hand, &edit)?;
                Ok(of.clone())
            })
        })
        .await
}

/// Changes the rows as an edit says, with its audit.
pub(super) fn apply(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    hand: &Hand,
    edit: &Edit,
) -> Result<(), Failure> {
    let desk = (PlaceKind::Desk, practice.id.bytes());
    let place = match edit {
        Edit::Week(place, _) | Edit::Remove(place, _) | Edit::Except(Wider::One(place), ..) => *place,
        Edit::Except(Wider::All, ..) | Edit::Holidays(_) => desk,
    };
    hold(tx, (Noun::Hours, place.1), hand)?;
    match edit {
        Edit::Week(place, week) => set_week(app, tx, practice, hand, (*place, week.as_deref())),
        Edit::Except(wider, exception, reason) => {
            let places = match wider {
                Wider::One(place) => vec![*place],
                Wider::All => everywhere(tx, desk)?,
            };
            for place in places {
                add_exception(app, tx, hand, (place, exception, reason))?;
            }
            Ok(changed(app, tx)?)
        }
        Edit::Remove(place, id) => remove(app, tx, hand, (*place, *id)),
        Edit::Holidays(country) => set_holidays(app, tx, hand, (place, country)),
    }
}

fn everywhere(tx: &mut PracticeTx<'_>, desk: Place) -> Result<Vec<Place>, StoreError> {
    let locations = practices::locations(tx)?.into_iter();
    let places = locations.map(|row| (PlaceKind::Location, row.id.bytes()));
    Ok(std::iter::once(desk).chain(places).collect())
}

fn set_week(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    hand: &Hand,
    (place, week): (Place, Option<&[WeeklySpan]>),
) -> Result<(), Failure> {
    let known = rows::load(tx)?.weekly.into_iter().filter(|(of, _)| *of == place);
    let before: Vec<String> = known.map(|(_, pattern)| format_weekly(&pattern.spans)).collect();
    let after = week.map_or_else(String::new, format_weekly);
    note(
        app,
        tx,
        hand.by,
        (Noun::Hours, place.1),
        &[("week", &before.join(" | "), &after)],
    )?;
    let mut plan = HoursPlan::never(zone_named(&practice.timezone).map_err(|_| Failure::Missing)?);
    plan.weekly.extend(week.map(|spans| WeeklyPattern {
        spans: spans.to_vec(),
        ..WeeklyPattern::default()
    }));
    Ok(set_hours(app, tx, place, &plan)?)
}

/// A closure or opening as the audit keeps it.
fn told(exception: &Exception, reason: &str) -> String {
    let minute = |at: DateTime| at.strftime("%Y-%m-%d %H:%M").to_string();
    let (from, to) = (minute(exception.from), minute(exception.to));
    if reason.is_empty() {
        format!("{from} – {to}")
    } else {
        format!("{from} – {to}: {reason}")
    }
}

const fn field(change: Change) -> &'static str {
    match change {
        Change::Close => "closure",
        Change::Open => "opening",
    }
}

fn add_exception(
    app: &App,
    tx: &mut PracticeTx<'_>,
    hand: &Hand,
    (place, exception, reason): (Place, &Exception, &str),
) -> Result<(), Failure> {
    let known = rows::load(tx)?.exceptions;
    if known.iter().filter(|(of, _)| *of == place).count() >= EXCEPTIONS_MAX {
        return Err(Failure::of("from", Fault::TooLong(EXCEPTIONS_MAX)));
    }
    rows::insert_exception(tx, app.id(), place, exception, reason, app.now())?;
    let after = told(exception, reason);
    let of = (Noun::Hours, place.1);
    Ok(note(
        app,
        tx,
        hand.by,
        of,
        &[(field(exception.change), "", &after)],
    )?)
}

fn remove(
    app: &App,
    tx: &mut PracticeTx<'_>,
    hand: &Hand,
    (place, id): (Place, HoursId),
) -> Result<(), Failure> {
    let listed = rows::exceptions_of(
        tx,
        place,
        DateTime::MIN,
        i64::try_from(EXCEPTIONS_MAX).unwrap_or(i64::MAX),
    )?;
    let found = listed
        .into_iter()
        .find(|row| row.id == id)
        .ok_or(Failure::Missing)?;
    rows::delete_exception(tx, id)?;
    let before = told(&found.exception, &found.reason);
    let field = field(found.exception.change);
    note(app, tx, hand.by, (Noun::Hours, place.1), &[(field, &before, "")])?;
    Ok(changed(app, tx)?)
}

fn set_holidays(
    app: &App,
    tx: &mut PracticeTx<'_>,
    hand: &Hand,
    (desk, country): (Place, &str),
) -> Result<(), Failure> {
    let code = country.trim().to_uppercase();
    if !code.is_empty() && Country::from_code(&code).is_none() {
        return Err(Failure::of("country", Fault::Shape));
    }
    let before = Settings::load(tx)?.holidays;
    practices::put_setting(tx, HOLIDAYS, &code, app.now(), hand.who())?;
    note(
        app,
        tx,
        hand.by,
        (Noun::Hours, desk.1),
        &[("holidays", &before, &code)],
    )?;
    Ok(changed(app, tx)?)
}

/// Changes rows that hours depend on and lets the running clocks follow, all in the transaction that is given. `rows` says
/// which practice it is from then on.
pub(crate) fn alter(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    rows: impl Fn(&App, &mut PracticeTx<'_>) -> Result<Practice, Failure>,
) -> Result<(), Failure> {
    let was = Scene::load(app, tx, practice)?;
    let practice = rows(app, tx)?;
    let scene = Scene::load(app, tx, &practice)?;
    let mut after = RequestId([0; 16]);
    loop {
        let page = requests::running(tx, after, limits::PAGE_ROWS)?;
        let Some(last) = page.last().copied() else {
            return Ok(());
        };
        for id in page {
            retime(app, tx, (&was, &scene), id)?;
        }
        after = last;
    }
}

fn retime(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (was, scene): (&Scene, &Scene),
    id: RequestId,
) -> Result<(), Failure> {
    let Some(loaded) = requests::load(tx, id)? else {
        return Ok(());
    };
    // A clock that ended before the hours changed counts the hours that were.
    let mut request = was.settled(app, tx, loaded)?;
    let before = request.version;
    let hours = scene.hours(request.location).clone();
    if let Ok(changes) = request.retime(scene.now, &scene.settings.rules, &hours) {
        scene.save(app, tx, before, &request, &changes, (Actor::System, "retime"))?;
    }
    Ok(())
}

/// The place that a word of a path names: `desk`, or a location's or line's id.
pub(super) fn named(tx: &mut PracticeTx<'_>, practice: &Practice, word: &str) -> Result<Place, Failure> {
    if word == PlaceKind::Desk.as_str() {
        return Ok((PlaceKind::Desk, practice.id.bytes()));
    }
    let id: LocationId = word.parse().map_err(|_| Failure::Missing)?;
    if practices::locations(tx)?.iter().any(|row| row.id == id) {
        return Ok((PlaceKind::Location, id.bytes()));
    }
    let lines = anteroom_store::lines::list(tx)?;
    let line = lines.iter().find(|line| line.id.bytes() == id.bytes());
    line.map(|line| (PlaceKind::Line, line.id.bytes()))
        .ok_or(Failure::Missing)
}
