//! What managers see of the answers: the score with its interval, how it went month by month, each score's count, and what was
//! said with who sees to it; all of it, or one location's, doctor's, door's or group's.

use anteroom_core::promises::nps::{Asked, Month, Tally};
use anteroom_core::requests::Door;
use anteroom_core::surveys::Score;
use anteroom_core::{Span, Time, limits};
use anteroom_store::surveys::answers::{self, After, Listed, Scores};
use anteroom_store::surveys::{self as rows, Filter};
use anteroom_store::{PracticeTx, StoreError, practices};
use jiff::ToSpan;

use crate::promises::days::midnight;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// What a page asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Whose answers.
    pub filter: Filter,
    /// Only those with words.
    pub comments: bool,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// Those that a filter can ask for: what it says, and how people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What a filter says.
    pub value: String,
    /// Its name; empty where the value is one already.
    pub name: String,
}

/// A page of the answers of the window, and the figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Whether patients are asked at all, and letters can be written.
    pub on: bool,
    /// The points that the practice wants.
    pub target: i64,
    /// The window's first instant.
    pub since: Time,
    /// Its answers by group.
    pub tally: Tally,
    /// How often each score was given.
    pub scores: Scores,
    /// How many were asked.
    pub asked: Asked,
    /// The last months, oldest first, the present one last.
    pub months: Vec<Month>,
    /// The answers, the last first.
    pub answers: Vec<Listed>,
    /// Where the next page starts, if there is one: opaque text for the URL.
    pub next: Option<String>,
    /// The numbers of open requests that answers opened, the most urgent first.
    pub complaints: Vec<i64>,
    /// Locations to choose from.
    pub locations: Vec<Group>,
    /// Doctors.
    pub doctors: Vec<Group>,
    /// Doors.
    pub doors: Vec<Group>,
    /// Groups that a file named.
    pub labels: Vec<Group>,
}

/// The answers by group.
pub(crate) fn tally(scores: &Scores) -> Tally {
    let mut tally = Tally::default();
    for (score, count) in (0..).zip(scores) {
        let Some(score) = Score::new(score) else { continue };
        let mut one = Tally::default();
        one.add(score);
        tally = tally.and(Tally {
            promoters: one.promoters * count,
            passives: one.passives * count,
            detractors: one.detractors * count,
        });
    }
    tally
}

/// How many were asked in [from, to), and how many of them answered.
pub(crate) fn asked(
    tx: &mut PracticeTx<'_>,
    span: (Time, Time),
    filter: &Filter,
) -> Result<Asked, StoreError> {
    let (asked, answered) = rows::rate(tx, span, filter)?;
    Ok(Asked {
        asked: u64::try_from(asked).unwrap_or(0),
        answered: u64::try_from(answered).unwrap_or(0),
    })
}

/// The first instant after now: what was answered this very moment counts.
pub(super) fn until(scene: &Scene) -> Time {
    scene.now + Span::from_micros(1)
}

/// The last [`limits::NPS_MONTHS`] months of the desk's zone, the present one last.
pub(crate) fn months(
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    filter: &Filter,
) -> Result<Vec<Month>, StoreError> {
    let this = crate::people::today(scene).first_of_month();
    let mut months = Vec::new();
    for ago in (0..limits::NPS_MONTHS).rev() {
        let first = this.checked_sub(ago.months()).ok();
        let next = this.checked_sub((ago - 1).months()).ok();
        let Some((first, next)) = first.zip(next) else {
            continue;
        };
        let edges = midnight(scene, first).zip(midnight(scene, next));
        let Some((from, to)) = edges else { continue };
        let scores = answers::scores(tx, (from, to.min(until(scene))), filter)?;
        months.push(Month {
            first,
            tally: tally(&scores),
        });
    }
    Ok(months)
}

/// A page of them.
pub async fn page(app: &App, desk: &Desk, question: &Question) -> Result<Page, Failure> {
    let after = question.after.as_deref().map(read_cursor);
    let after = after.unwrap_or(Some((Time::MAX, [0xff; 16].into())));
    let after = after.ok_or(Failure::Missing)?;
    let (world, at, question) = (app.clone(), desk.clone(), question.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &at.practice)?;
            let filter = &question.filter;
            let window = (scene.now - limits::NPS_WINDOW, until(&scene));
            let scores = answers::scores(tx, window, filter)?;
            let wanted = (after, question.comments, limits::PAGE_ROWS + 1);
            let mut listed = answers::list(tx, (Time::MIN, until(&scene)), filter, wanted)?;
            let page = usize::try_from(limits::PAGE_ROWS).unwrap_or(usize::MAX);
            let more = listed.len() > page;
            listed.truncate(page);
            let (doctors, labels) = answers::names(tx, (Time::MIN, until(&scene)), limits::HOUSEHOLD)?;
            let plain = |names: Vec<String>| names.into_iter().map(plain).collect();
            let locations = practices::locations(tx)?.into_iter().map(|row| Group {
                value: row.id.to_string(),
                name: row.name,
            });
            let doors = Door::ALL.iter().filter(|door| **door != Door::Survey);
            Ok(Page {
                on: scene.settings.surveys.asks.on && scene.settings.mail,
                target: scene.settings.surveys.asks.target,
                since: window.0,
                tally: tally(&scores),
                scores,
                asked: asked(tx, window, filter)?,
                months: months(tx, &scene, filter)?,
                next: listed.last().filter(|_| more).map(write_cursor),
                answers: listed,
                complaints: answers::complaints(tx, limits::PAGE_ROWS)?,
                locations: locations.collect(),
                doctors: plain(doctors),
                doors: doors.map(|door| self::plain(door.to_string())).collect(),
                labels: plain(labels),
            })
        })
        .await
}

const fn plain(value: String) -> Group {
    Group {
        value,
        name: String::new(),
    }
}

fn write_cursor(last: &Listed) -> String {
    format!("{}.{}", last.at.micros(), last.id)
}

fn read_cursor(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    Some((Time::from_micros(at.parse().ok()?), id.parse().ok()?))
}
