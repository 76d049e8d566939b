//! What differs on a day: somebody is sick, off or swaps, and who does it instead; and a week that is like the one before.

use anteroom_core::ids::{MemberId, ShiftId};
use anteroom_core::limits;
use anteroom_core::roster::{Away, Change, Duty, Shift};
use anteroom_core::text::Fault;
use anteroom_store::roster as rows;
use anteroom_store::{PracticeTx, StoreError, staff};
use jiff::ToSpan;
use jiff::civil::Date;

use super::shifts::{find, insert};
use super::{Book, date_in, duties, look, midnight_in, monday_of, names};
use crate::practices::Practice;
use crate::requests::Scene;
use crate::settings::changes::{Hand, Noun, note};
use crate::{App, Failure};

/// A change of a day as the audit tells it.
fn told(tx: &mut PracticeTx<'_>, shift: &Shift, change: Option<&Change>) -> Result<String, StoreError> {
    let Some(change) = change else {
        return Ok(String::new());
    };
    let names = names(tx)?;
    let name = |member: &MemberId| names.get(member).map_or("", String::as_str);
    let instead = change
        .instead
        .as_ref()
        .map_or_else(String::new, |member| format!(" → {}", name(member)));
    Ok(format!(
        "{}, {}: {}{instead}",
        change.date,
        name(&shift.member),
        change.away
    ))
}

/// What differed so far on a day of a shift that is still to be changed: today or later, and one of its days.
fn present(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (shift, date): (ShiftId, Date),
) -> Result<(Shift, Option<Change>), Failure> {
    let shift = find(tx, scene, shift)?;
    if !shift.is_on(date) || date < date_in(&shift.zone, scene.now) {
        return Err(Failure::Missing);
    }
    let from = midnight_in(&shift.zone, date);
    let book = Book::load(tx, scene, from, from)?;
    let change = book.roster.changes.get(&(shift.id, date)).copied();
    Ok((shift, change))
}

/// Somebody does not do a shift on a day; with somebody instead, they do. A swap needs them.
pub async fn away(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    (shift, date): (ShiftId, Date),
    (away, instead): (Away, Option<MemberId>),
) -> Result<(), Failure> {
    if away == Away::Swap && instead.is_none() {
        return Err(Failure::of("instead", Fault::Missing));
    }
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let (shift, before) = present(tx, &scene, (shift, date))?;
            if let Some(member) = instead {
                let works = staff::member(tx, member)?.is_some();
                if !works || member == shift.member {
                    return Err(Failure::of("instead", Fault::Shape));
                }
            }
            let change = Change {
                shift: shift.id,
                date,
                away,
                instead,
            };
            rows::put_change(tx, &change)?;
            let was = told(tx, &shift, before.as_ref())?;
            let is = told(tx, &shift, Some(&change))?;
            let of = (Noun::Roster, shift.id.bytes());
            note(&world, tx, hand.by, of, &[("day", &was, &is)])?;
            Ok(look(&world, tx, &scene)?)
        })
        .await
}

/// A shift is as ever on a day.
pub async fn back(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    (shift, date): (ShiftId, Date),
) -> Result<(), Failure> {
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let (shift, before) = present(tx, &scene, (shift, date))?;
            if !rows::delete_change(tx, shift.id, date)? {
                return Err(Failure::Missing);
            }
            let was = told(tx, &shift, before.as_ref())?;
            let of = (Noun::Roster, shift.id.bytes());
            note(&world, tx, hand.by, of, &[("day", &was, "")])?;
            Ok(look(&world, tx, &scene)?)
        })
        .await
}

/// Makes a week like the one before: each turn of that week that this one does not have is entered for this week alone, done by
/// whoever did it, and each duty on call a week on. How many were entered.
pub async fn copy_week(app: &App, practice: &Practice, hand: &Hand, week: Date) -> Result<i64, Failure> {
    let (world, of, hand) = (app.clone(), practice.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let scene = Scene::load(&world, tx, &of)?;
            let zone = scene.desk_hours().zone().clone();
            let monday = monday_of(week);
            if monday < monday_of(date_in(&zone, scene.now)) {
                return Err(Failure::Missing);
            }
            let at = |days: i64| midnight_in(&zone, monday.saturating_add(days.days()));
            let book = Book::load(tx, &scene, at(-7), at(7))?;
            let mut copied = 0;
            for shift in turns_to_copy(&scene, &book, monday) {
                let id = world.id();
                insert(&world, tx, &scene, &hand, &Shift { id, ..shift })?;
                copied += 1;
            }
            for duty in duties_to_copy(&scene, &book, monday) {
                let id = world.id();
                duties::insert(&world, tx, &scene, &hand, &Duty { id, ..duty })?;
                copied += 1;
            }
            let most = i64::try_from(limits::SHIFTS).unwrap_or(i64::MAX);
            if rows::count_shifts(tx, date_in(&zone, scene.now))? > most {
                return Err(Failure::of("days", Fault::TooLong(limits::SHIFTS)));
            }
            look(&world, tx, &scene)?;
            Ok(copied)
        })
        .await
}

/// The turns of the week before, a week on and for that day alone, that the week from `monday` lacks.
fn turns_to_copy(scene: &Scene, book: &Book, monday: Date) -> Vec<Shift> {
    let shifts = &book.roster.shifts;
    let mut missing: Vec<Shift> = Vec::new();
    for shift in shifts {
        let days = (1..=7).map(|ago| monday.saturating_sub(i64::from(ago).days()));
        for day in days.filter(|day| shift.is_on(*day)) {
            let date = day.saturating_add(7.days());
            let Some(member) = book.roster.turn(shift, day).and_then(|turn| turn.member) else {
                continue;
            };
            if date < date_in(&shift.zone, scene.now) {
                continue;
            }
            let copy = Shift {
                member,
                from: date,
                until: date.tomorrow().ok(),
                ..shift.clone()
            };
            let same = |other: &Shift| {
                let does = book.roster.turn(other, date).and_then(|turn| turn.member);
                other.span == copy.span && other.lines == copy.lines && does == Some(member)
            };
            // A shift that goes on is there already, whoever is away from it this week.
            let goes_on = shift.is_on(date);
            if !goes_on && !shifts.iter().any(same) && !missing.contains(&copy) {
                missing.push(copy);
            }
        }
    }
    missing
}

/// The duties that began in the week before, a week on, that the week from `monday` lacks.
fn duties_to_copy(scene: &Scene, book: &Book, monday: Date) -> Vec<Duty> {
    let duties = &book.roster.duties;
    let before = monday.saturating_sub(7.days());
    let began = |duty: &&Duty| (before..monday).contains(&duty.from.date());
    let on = duties.iter().filter(began).map(|duty| Duty {
        from: duty.from.saturating_add(7.days()),
        to: duty.to.saturating_add(7.days()),
        ..duty.clone()
    });
    let new = on.filter(|copy| {
        let same =
            |other: &Duty| other.member == copy.member && other.line == copy.line && other.from == copy.from;
        copy.to.date() >= date_in(&copy.zone, scene.now) && !duties.iter().any(same)
    });
    new.collect()
}
