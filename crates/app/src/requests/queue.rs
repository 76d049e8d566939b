//! The queue: lists of requests, the most urgent first.

use std::collections::BTreeMap;

use anteroom_core::ids::RequestId;
use anteroom_core::requests::kinds::Kind;
use anteroom_core::requests::{Clock, State};
use anteroom_core::views::{Filter, PARTS, Sort, Viewer};
use anteroom_core::{Span, Time, limits};
use anteroom_store::requests::queue::filtered::{self, Look};
use anteroom_store::requests::queue::{self as rows, After, List, Listed};
use anteroom_store::{PracticeTx, StoreError};

use super::view::{Choices, ClockFace, Desk, Listing, Queue, Row, View};
use super::wall::hidden;
use super::{Scene, by_code};
use crate::staff::Named;
use crate::{App, Failure};

/// A page of one of the queue's lists; `after` is the `next` of the page before.
pub async fn queue(app: &App, desk: &Desk, view: View, after: Option<&str>) -> Result<Queue, Failure> {
    let listing = list(app, desk, &view.filter(), after, false).await?;
    Ok(Queue {
        view,
        rows: listing.rows,
        counts: listing.counts,
        next: listing.next,
    })
}

/// A page of what a filter asks for; `after` is the `next` of the page before. With `facets` it says what each choice of
/// each part would show. The house's own lists are read by indexes of their own, so that a filter costs only who asks.
pub async fn list(
    app: &App,
    desk: &Desk,
    filter: &Filter,
    after: Option<&str>,
    facets: bool,
) -> Result<Listing, Failure> {
    let after = match after {
        Some(text) => read_cursor(text).ok_or(Failure::Missing)?,
        None => filtered::start(filter.sort),
    };
    let (world, desk, filter) = (app.clone(), desk.clone(), filter.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let own = View::of(&filter);
            let look = Look {
                member: desk.member.id,
                now: scene.now,
            };
            let limit = limits::PAGE_ROWS + 1;
            let mut listed = match own {
                Some(view) => rows::page(tx, list_of(view, &desk), after, limit)?,
                None => filtered::page(tx, &filter, look, after, limit)?,
            };
            let more = i64::try_from(listed.len()).is_ok_and(|rows| rows > limits::PAGE_ROWS);
            if more {
                listed.pop();
            }
            let next = listed.last().filter(|_| more).map(|row| write_cursor(row.after));
            let counts: Vec<_> = View::ALL
                .iter()
                .copied()
                .zip(rows::counts(tx, desk.member.id)?)
                .collect();
            let known = own.and_then(|view| counts.iter().find(|count| count.0 == view));
            let (facets, total) = match known {
                Some(count) if !facets => (Vec::new(), count.1),
                _ => sorts(tx, &filter, look)?,
            };
            let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
            let shown = listed.into_iter().map(|one| row(one, &kinds, &desk, &scene));
            Ok(Listing {
                rows: shown.collect(),
                total,
                counts,
                choices: choices(tx, &kinds, !facets.is_empty())?,
                facets,
                next,
            })
        })
        .await
}

/// How many each value of each part would show.
type Facets = Vec<(&'static str, Vec<(String, i64)>)>;

/// What each choice of each part would show, and how many the filter shows.
fn sorts(tx: &mut PracticeTx<'_>, filter: &Filter, look: Look) -> Result<(Facets, i64), StoreError> {
    let groups = filtered::groups(tx, filter.pile, look.now)?;
    let teams = anteroom_store::views::teams(tx, look.member)?;
    let viewer = Viewer {
        member: look.member,
        teams: &teams,
    };
    let shown = groups.iter().filter(|group| filter.shows_but("", group, viewer));
    let total = shown.map(|group| group.count).sum();
    let facets = PARTS
        .iter()
        .map(|part| (*part, filter.facet(part, &groups, viewer)));
    Ok((facets.collect(), total))
}

fn choices(
    tx: &mut PracticeTx<'_>,
    kinds: &BTreeMap<String, Kind>,
    locations: bool,
) -> Result<Choices, StoreError> {
    let named = |member: anteroom_store::staff::Member| Named {
        id: member.id,
        name: member.name,
    };
    let places = if locations {
        let places = anteroom_store::practices::locations(tx)?.into_iter();
        places.map(|place| (place.id, place.name)).collect()
    } else {
        Vec::new()
    };
    Ok(Choices {
        members: anteroom_store::staff::members(tx)?
            .into_iter()
            .map(named)
            .collect(),
        teams: anteroom_store::staff::teams(tx)?,
        kinds: kinds
            .values()
            .map(|kind| (kind.code.clone(), kind.name.clone()))
            .collect(),
        locations: places,
    })
}

/// The requests before and after one in a list: by where it stands, or by the `place` that it had when it still stood there.
pub fn neighbours(rows: &[Row], sort: Sort, number: i64, place: Option<&str>) -> (Option<i64>, Option<i64>) {
    let here = rows.iter().position(|row| row.number == number);
    let (before, after) = if let Some(at) = here {
        (at, at + 1)
    } else {
        let Some(place) = place.and_then(read_cursor) else {
            return (None, rows.first().map(|row| row.number));
        };
        let behind = |row: &Row| {
            read_cursor(&row.place).is_some_and(|at| match sort {
                Sort::Newest => at > place,
                Sort::Due | Sort::Longest => at < place,
            })
        };
        let at = rows.iter().take_while(|row| behind(row)).count();
        (at, at)
    };
    let number = |at: usize| rows.get(at).map(|row| row.number);
    (before.checked_sub(1).and_then(number), number(after))
}

/// The rows of some requests, as whoever has the role at this desk sees them; those that aren't there are left out.
pub async fn rows(app: &App, desk: &Desk, ids: Vec<RequestId>) -> Result<Vec<Row>, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    let practice = app.store.practice(desk.practice.id);
    practice
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
            let mut found = Vec::with_capacity(ids.len());
            for id in &ids {
                if let Some(number) = rows::number_of(tx, *id)?
                    && let Some(listed) = rows::one(tx, number)?
                {
                    found.push(row(listed, &kinds, &desk, &scene));
                }
            }
            Ok(found)
        })
        .await
}

/// The row of the request with this number, if there is one.
pub async fn row_of(app: &App, desk: &Desk, number: i64) -> Result<Option<Row>, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    let practice = app.store.practice(desk.practice.id);
    practice
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
            let listed = rows::one(tx, number)?;
            Ok(listed.map(|listed| row(listed, &kinds, &desk, &scene)))
        })
        .await
}

fn list_of(view: View, desk: &Desk) -> List {
    match view {
        View::All => List::All,
        View::Mine => List::Mine(desk.member.id),
        View::Team => List::Team(desk.member.id),
        View::Unowned => List::Unowned,
        View::Waiting => List::In(State::Waiting),
        View::Snoozed => List::In(State::Snoozed),
        View::Resolved => List::In(State::Resolved),
    }
}

fn write_cursor((at, id): After) -> String {
    format!("{}.{id}", at.micros())
}

fn read_cursor(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    Some((Time::from_micros(at.parse().ok()?), id.parse().ok()?))
}

/// The most urgent of those that wait for the practice.
pub(crate) fn pressing(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    desk: &Desk,
    limit: i64,
) -> Result<Vec<Row>, StoreError> {
    let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
    let listed = rows::page(tx, List::All, (Time::MIN, RequestId([0; 16])), limit)?;
    let rows = listed.into_iter().map(|one| row(one, &kinds, desk, scene));
    Ok(rows
        .filter(|row| row.clock.is_some_and(|clock| clock.warns() || clock.late()))
        .collect())
}

/// A row as a member of this desk may see it: words of a kind that is for clinicians only stay hidden from others.
pub(crate) fn row(listed: Listed, kinds: &BTreeMap<String, Kind>, desk: &Desk, scene: &Scene) -> Row {
    let hidden = hidden(&listed.kind, kinds, desk);
    let named = |member: Option<_>| member.map(|(id, name)| Named { id, name });
    let kind_name = kinds
        .get(&listed.kind)
        .map(|kind| kind.name.clone())
        .unwrap_or_default();
    Row {
        version: listed.version,
        place: write_cursor(listed.after),
        number: listed.number,
        state: listed.state,
        urgency: listed.urgency,
        kind_name,
        person: listed.person.map(|(_, name)| name).unwrap_or_default(),
        about: if hidden { String::new() } else { listed.about },
        door: listed.door,
        subject: if hidden { String::new() } else { listed.subject },
        language: listed.language,
        clock: listed.clock.map(|clock| face(&clock, listed.location, scene)),
        member: named(listed.member),
        updated_at: listed.updated_at,
        snoozed_until: listed.snoozed_until,
        kind: listed.kind,
    }
}

fn face(clock: &Clock, location: Option<anteroom_core::ids::LocationId>, scene: &Scene) -> ClockFace {
    let hours = scene.hours(location);
    let closes = hours.next_change(scene.now).map_or(Time::MAX, |(at, _)| at);
    ClockFace {
        left: clock.target - clock.open_time(scene.now, hours),
        target: clock.target,
        warning: scene.settings.rules.warning,
        open_for: if hours.is_open(scene.now) {
            closes.since(scene.now)
        } else {
            Span::ZERO
        },
        due_at: clock.due_at,
    }
}
