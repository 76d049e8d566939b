//! What the pages of the roster show: a week of every line with its shifts and its coverage, one shift on one of its days, and
//! somebody's own shifts. Personal figures are for the person and who manages the desk.

use std::collections::BTreeMap;

use anteroom_core::access::Right;
use anteroom_core::ids::{DutyId, LineId, MemberId, ShiftId};
use anteroom_core::roster::{Break, Change, Shift, Turn};
use anteroom_core::{Span, Time, limits};
use anteroom_store::roster::measured;
use anteroom_store::{PracticeTx, StoreError, lines, staff};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::shifts::find;
use super::{
    Ahead, Book, LineWeek, Service, book_of, date_in, line_week, midnight_in, missing, monday_of, name,
    names, this_monday,
};
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::settings::changes::{Noun, version};
use crate::staff::Named;
use crate::{App, Failure};

/// A shift on one of its days, as a page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Which shift.
    pub shift: ShiftId,
    /// On which day.
    pub date: Date,
    /// Whose shift it is.
    pub member: Named,
    /// What differs on the day.
    pub change: Option<Change>,
    /// Who does it instead; nothing if nobody does, or nothing differs.
    pub instead: Option<Named>,
    /// When it begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
    /// When they are off the phones.
    pub breaks: Vec<Break>,
    /// The names of its lines.
    pub lines: Vec<String>,
    /// The zone of its clocks.
    pub zone: TimeZone,
}

/// Somebody's shifts on a line in a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Who.
    pub member: Named,
    /// Their shifts by day, from Monday on.
    pub days: Vec<Vec<Cell>>,
}

/// A line in a week.
#[derive(Debug, Clone, PartialEq)]
pub struct LineOfWeek {
    /// Its coverage.
    pub week: LineWeek,
    /// What is missing now and next; of another week than this one nothing.
    pub ahead: Option<Ahead>,
    /// Who is signed in now, and whether they are on shift.
    pub signed_in: Vec<(String, bool)>,
    /// Its people's shifts.
    pub people: Vec<Person>,
    /// The service that answers it now.
    pub service: Option<Service>,
}

/// A duty on call, as a page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct OnCall {
    /// Its id.
    pub id: DutyId,
    /// Who.
    pub member: Named,
    /// For which line; none: for all.
    pub line: Option<String>,
    /// From when to when, on the wall of its zone.
    pub from: DateTime,
    /// The first moment after it.
    pub to: DateTime,
    /// The zone of its clocks.
    pub zone: TimeZone,
    /// Whether it goes on now.
    pub now: bool,
}

/// A week of the roster.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Today on the desk's calendar.
    pub today: Date,
    /// The Monday of this week.
    pub this: Date,
    /// The lines that have a roster, by name.
    pub lines: Vec<LineOfWeek>,
    /// Those that have none: their ids and names.
    pub bare: Vec<(LineId, String)>,
    /// The duties on call of the week.
    pub duties: Vec<OnCall>,
    /// Who is on shift or on call by name, for the words beside a stretch.
    pub names: BTreeMap<MemberId, String>,
}

/// The week that a day lies in, this one if none is named. One further away than [`limits::ROSTER_WEEKS`] isn't there.
pub async fn week(app: &App, desk: &Desk, day: Option<Date>) -> Result<Week, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let this = this_monday(&scene);
            let monday = monday_of(day.unwrap_or(this));
            let reach = (limits::ROSTER_WEEKS * 7).days();
            if monday < this.saturating_sub(reach) || monday > this.saturating_add(reach) {
                return Err(Failure::Missing);
            }
            Ok(week_of(tx, &scene, monday)?)
        })
        .await
}

fn week_of(tx: &mut PracticeTx<'_>, scene: &Scene, monday: Date) -> Result<Week, StoreError> {
    let (book, kept) = book_of(tx, scene, monday)?;
    let names = names(tx)?;
    let this = this_monday(scene);
    let all = lines::list(tx)?;
    let titles: BTreeMap<LineId, String> = all.iter().map(|line| (line.id, line.name.clone())).collect();
    let mut told = Vec::new();
    for line in &book.watched {
        let week = line_week(scene, &book, (line, monday), &kept);
        let on_shift = book.roster.on_shift(Some(line.line), scene.now);
        let signed_in = book.roster.signed_in(line.line, scene.now).into_keys();
        let services = book.services.iter();
        let mut service = services.filter(|one| one.line == line.line && one.until.is_none());
        told.push(LineOfWeek {
            people: people(&book, &week, &names, &titles),
            signed_in: signed_in
                .map(|member| (name(&names, member), on_shift.contains(&member)))
                .collect(),
            ahead: if monday == this {
                Some(missing(tx, scene, &book, line)?)
            } else {
                None
            },
            service: service.next_back().cloned(),
            week,
        });
    }
    let zone = scene.desk_hours().zone();
    let ends = midnight_in(zone, monday.saturating_add(7.days()));
    let duties = on_call(
        &book,
        (midnight_in(zone, monday), ends),
        scene.now,
        (&names, &titles),
    );
    let bare = all
        .into_iter()
        .filter(|line| !book.watched.iter().any(|one| one.line == line.id));
    Ok(Week {
        monday,
        today: date_in(zone, scene.now),
        this,
        bare: bare.map(|line| (line.id, line.name)).collect(),
        lines: told,
        duties,
        names,
    })
}

fn named(names: &BTreeMap<MemberId, String>, id: MemberId) -> Named {
    Named {
        id,
        name: name(names, id),
    }
}

fn cell(turn: &Turn<'_>, names: &BTreeMap<MemberId, String>, titles: &BTreeMap<LineId, String>) -> Cell {
    let shift = turn.shift;
    Cell {
        shift: shift.id,
        date: turn.date,
        member: named(names, shift.member),
        change: turn.change,
        instead: turn
            .change
            .and_then(|change| change.instead)
            .map(|member| named(names, member)),
        from: turn.from,
        to: turn.to,
        breaks: shift.breaks.clone(),
        lines: shift
            .lines
            .iter()
            .filter_map(|line| titles.get(line).cloned())
            .collect(),
        zone: shift.zone.clone(),
    }
}

/// The people of a line in a week, by name, each with their shifts by day.
fn people(
    book: &Book,
    week: &LineWeek,
    names: &BTreeMap<MemberId, String>,
    titles: &BTreeMap<LineId, String>,
) -> Vec<Person> {
    let (Some(from), Some(to)) = (week.midnights.first(), week.midnights.last()) else {
        return Vec::new();
    };
    let first = date_in(&week.zone, *from);
    let mut people: Vec<Person> = Vec::new();
    for turn in book.roster.turns(*from, *to) {
        // A night that began on the Sunday before belongs to its own week.
        let day = first.until(turn.date).map_or(-1, |span| span.get_days());
        let (true, Ok(day)) = (turn.shift.lines.contains(&week.line.line), usize::try_from(day)) else {
            continue;
        };
        let at = people.iter().position(|one| one.member.id == turn.shift.member);
        let at = at.unwrap_or_else(|| {
            people.push(Person {
                member: named(names, turn.shift.member),
                days: vec![Vec::new(); 7],
            });
            people.len() - 1
        });
        if let Some(of_day) = people[at].days.get_mut(day) {
            of_day.push(cell(&turn, names, titles));
        }
    }
    people
        .sort_by(|one, other| (&one.member.name, one.member.id).cmp(&(&other.member.name, other.member.id)));
    people
}

fn on_call(
    book: &Book,
    (from, to): (Time, Time),
    now: Time,
    (names, titles): (&BTreeMap<MemberId, String>, &BTreeMap<LineId, String>),
) -> Vec<OnCall> {
    let wall = |zone: &TimeZone, at: Time| at.to_jiff().map(|at| zone.to_datetime(at));
    let duties = book.roster.duties.iter().filter(|duty| {
        let touches = |from, to| duty.from < to && duty.to > from;
        wall(&duty.zone, from)
            .zip(wall(&duty.zone, to))
            .is_some_and(|(from, to)| touches(from, to))
    });
    let told = duties.map(|duty| OnCall {
        id: duty.id,
        member: named(names, duty.member),
        line: duty
            .line
            .map(|line| titles.get(&line).cloned().unwrap_or_default()),
        from: duty.from,
        to: duty.to,
        now: wall(&duty.zone, now).is_some_and(|now| duty.from <= now && now < duty.to),
        zone: duty.zone.clone(),
    });
    told.collect()
}

/// A shift on a day, with what can be done about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// The shift on that day.
    pub cell: Cell,
    /// The shift.
    pub shift: Shift,
    /// Who could do it instead: those without a shift at that time first, and whether they have one.
    pub could: Vec<(Named, bool)>,
    /// Whether the day is over: then it stays as it was.
    pub over: bool,
    /// Members, for the form of the shift.
    pub members: Vec<Named>,
    /// Lines, for the same.
    pub lines: Vec<(LineId, String)>,
}

/// A shift on one of its days.
pub async fn day(app: &App, desk: &Desk, (id, date): (ShiftId, Date)) -> Result<Day, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let shift = find(tx, &scene, id)?;
            let noon = midnight_in(&shift.zone, date);
            let book = Book::load(tx, &scene, noon, noon + Span::from_hours(48))?;
            let kept = book.roster.shifts.iter().find(|one| one.id == id);
            let turn = kept.and_then(|shift| book.roster.turn(shift, date));
            let turn = turn.ok_or(Failure::Missing)?;
            let names = names(tx)?;
            let all = lines::list(tx)?;
            let titles = all.iter().map(|line| (line.id, line.name.clone())).collect();
            let busy = book.roster.turns(turn.from, turn.to);
            let is_busy = |member| busy.iter().any(|other| other.member == Some(member));
            let members: Vec<Named> = members(tx)?;
            let others = members.iter().filter(|member| member.id != shift.member);
            let mut could: Vec<(Named, bool)> = others
                .map(|member| (member.clone(), is_busy(member.id)))
                .collect();
            could.sort_by_key(|(_, busy)| *busy);
            Ok(Day {
                over: date < date_in(&shift.zone, scene.now),
                cell: cell(&turn, &names, &titles),
                shift,
                could,
                members,
                lines: all.into_iter().map(|line| (line.id, line.name)).collect(),
            })
        })
        .await
}

fn members(tx: &mut PracticeTx<'_>) -> Result<Vec<Named>, StoreError> {
    let members = staff::members(tx)?.into_iter();
    let named = members.map(|member| Named {
        id: member.id,
        name: member.name,
    });
    Ok(named.collect())
}

/// What the forms of the roster choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// Who works here.
    pub members: Vec<Named>,
    /// The lines in use.
    pub lines: Vec<(LineId, String)>,
    /// Today on the desk's calendar.
    pub today: Date,
    /// The duties that aren't over.
    pub duties: Vec<OnCall>,
}

/// What the forms of the roster choose from.
pub async fn choices(app: &App, desk: &Desk) -> Result<Choices, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let names = names(tx)?;
            let all = lines::list(tx)?;
            let titles = all.iter().map(|line| (line.id, line.name.clone())).collect();
            let ahead = scene.now + Span::from_days(7 * limits::ROSTER_WEEKS);
            let book = Book::load(tx, &scene, scene.now, ahead)?;
            Ok(Choices {
                duties: on_call(&book, (scene.now, ahead), scene.now, (&names, &titles)),
                members: members(tx)?,
                lines: all.into_iter().map(|line| (line.id, line.name)).collect(),
                today: date_in(scene.desk_hours().zone(), scene.now),
            })
        })
        .await
}

/// The service of a line, and what a form about it carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The line's name.
    pub line: String,
    /// The service that answers it now.
    pub service: Option<Service>,
    /// The version that a form about it carries.
    pub version: String,
}

/// The service of a line.
pub async fn answered(app: &App, desk: &Desk, line: LineId) -> Result<Answered, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let all = lines::list(tx)?.into_iter();
            let found = all
                .into_iter()
                .find(|one| one.id == line)
                .ok_or(Failure::Missing)?;
            let book = Book::load(tx, &scene, scene.now, scene.now)?;
            let mut services = book.services.into_iter();
            Ok(Answered {
                line: found.name,
                service: services.find(|one| one.line == line && one.until.is_none()),
                version: version(tx, (Noun::Roster, line.bytes()))?,
            })
        })
        .await
}

/// Somebody's own shifts.
#[derive(Debug, Clone, PartialEq)]
pub struct Mine {
    /// Who.
    pub member: Named,
    /// Their turns of this and the next three weeks; those of others that they do instead, too.
    pub cells: Vec<Cell>,
    /// Their duties on call.
    pub duties: Vec<OnCall>,
    /// Hours on shift by week, from this Monday on.
    pub hours: Vec<(Date, Span)>,
    /// This week's time signed in and on shift, and on shift so far.
    pub kept: (Span, Span),
}

/// Weeks of somebody's own shifts.
const MY_WEEKS: i32 = 4;

/// Somebody's own shifts: for themselves, and for who manages the desk.
pub async fn mine(app: &App, desk: &Desk, member: MemberId) -> Result<Mine, Failure> {
    if member != desk.member.id && !desk.role.may(Right::Manage) {
        return Err(Failure::Missing);
    }
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let who = staff::member(tx, member)?.ok_or(Failure::Missing)?;
            let zone = scene.desk_hours().zone().clone();
            let monday = this_monday(&scene);
            let edge = |week: i32| midnight_in(&zone, monday.saturating_add((7 * week).days()));
            let (from, to) = (edge(0), edge(MY_WEEKS));
            let book = Book::load(tx, &scene, from, to)?;
            let names = names(tx)?;
            let titles = lines::list(tx)?
                .into_iter()
                .map(|line| (line.id, line.name))
                .collect();
            let turns = book.roster.turns(from, to);
            let does = |turn: &&Turn<'_>| turn.member == Some(member);
            let own = |turn: &&Turn<'_>| turn.shift.member == member || turn.member == Some(member);
            let hours = (0..MY_WEEKS).map(|week| {
                let minutes = book.roster.on_shift_of(member, edge(week), edge(week + 1));
                (
                    monday.saturating_add((7 * week).days()),
                    Span::from_minutes(minutes.count()),
                )
            });
            let duties = on_call(&book, (scene.now, to), scene.now, (&names, &titles));
            let (held, shift) = book.roster.kept_by(member, from, scene.now);
            let coming = turns.iter().filter(|turn| turn.to > scene.now || does(turn));
            Ok(Mine {
                member: Named {
                    id: who.id,
                    name: who.name,
                },
                cells: coming
                    .filter(own)
                    .map(|turn| cell(turn, &names, &titles))
                    .collect(),
                duties: duties
                    .into_iter()
                    .filter(|duty| duty.member.id == member)
                    .collect(),
                hours: hours.collect(),
                kept: (Span::from_minutes(held), Span::from_minutes(shift)),
            })
        })
        .await
}

/// The lines that the desk has been told nobody holds, by name, with since when: a bar on every page says so.
pub async fn uncovered(app: &App, desk: &Desk) -> Result<Vec<(String, Time)>, Failure> {
    let watched = app
        .store
        .practice(desk.practice.id)
        .read(measured::watched)
        .await?;
    let told = watched
        .into_iter()
        .filter_map(|line| Some((line.name, line.told?)));
    Ok(told.collect())
}
