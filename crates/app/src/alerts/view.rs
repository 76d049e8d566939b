//! What the desk sees of alerts. Who may not read a request's words reads none of them here: its number, and that it has to
//! be acknowledged.

use std::collections::BTreeMap;

use anteroom_core::alerts::{Course, Mark, Piece, excerpt, read_marks};
use anteroom_core::danger::Sign;
use anteroom_core::ids::{AlertId, EntryId, RequestId};
use anteroom_core::requests::kinds::Kind;
use anteroom_core::{Span, Time, limits};
use anteroom_store::alerts::{self as rows, Kept};
use anteroom_store::requests::queue;
use anteroom_store::{PracticeTx, StoreError};

use super::ring::{ladder, works};
use crate::requests::view::{Desk, Row};
use crate::requests::{Scene, by_code, hidden, row, survivor};
use crate::staff::Named;
use crate::{App, Failure};

/// What nobody has acknowledged yet of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// The last alert: who acknowledges it acknowledges those before it.
    pub id: AlertId,
    /// The request's row, of the one that goes on where it was joined.
    pub row: Row,
    /// What the words are signs of, the most urgent first; none if the reader may not see them.
    pub signs: Vec<Sign>,
    /// The words around each one's first mark, oldest first; none if the reader may not see them.
    pub words: Vec<Vec<Piece>>,
    /// When the first of them reached us.
    pub raised_at: Time,
    /// Who was rung, in their order.
    pub rung: Vec<Named>,
    /// How often the ladder has started again at its top.
    pub rounds: i64,
}

/// An alert on its request's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: AlertId,
    /// The line.
    pub entry: EntryId,
    /// Where in the line's words, and of what; none if the reader may not see them.
    pub marks: Vec<Mark>,
    /// When they reached us.
    pub raised_at: Time,
    /// Who was rung: whom, first when, how often.
    pub rung: Vec<(String, Time, i64)>,
    /// Who acknowledged it, when, and how long that took.
    pub acknowledged: Option<(String, Time, Span)>,
}

impl Told {
    /// What its words are signs of, the most urgent first, each once.
    pub fn signs(&self) -> Vec<Sign> {
        signs(&self.marks)
    }
}

/// A request for which the reader is rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ringing {
    /// The last alert that rings for them.
    pub id: AlertId,
    /// The request's number for people.
    pub number: i64,
    /// What the words are signs of; none if the reader may not see them.
    pub signs: Vec<Sign>,
    /// When they reached us.
    pub raised_at: Time,
}

/// What the first page says of danger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// What nobody acknowledged yet, the oldest first.
    pub live: Vec<Live>,
    /// The ladders on which nobody would be rung.
    pub unset: Vec<Course>,
    /// Whether the rules wait for a clinician's signature.
    pub unsigned: bool,
}

fn signs(marks: &[Mark]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = marks.iter().map(|mark| mark.sign).collect();
    signs.sort_unstable();
    signs.dedup();
    signs
}

/// What a member of this desk may see of an alert: its marks and its words.
fn seen(kept: &Kept, kinds: &BTreeMap<String, Kind>, desk: &Desk) -> Vec<Mark> {
    if hidden(&kept.kind, kinds, desk) {
        Vec::new()
    } else {
        read_marks(&kept.marks)
    }
}

/// What nobody acknowledged yet by request, the longest waiting first, from at most [`limits::ALERTS_SHOWN`] alerts; and how
/// many alerts there are beyond those.
pub async fn live(app: &App, desk: &Desk) -> Result<(Vec<Live>, i64), Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            // Nearly always there is none: one look at a partial index.
            let count = rows::count_live(tx, limits::COUNT_MAX)?;
            if count == 0 {
                return Ok((Vec::new(), 0));
            }
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let beyond = (count - limits::ALERTS_SHOWN).max(0);
            Ok((gather(tx, &scene, &desk)?, beyond))
        })
        .await
}

fn gather(tx: &mut PracticeTx<'_>, scene: &Scene, desk: &Desk) -> Result<Vec<Live>, Failure> {
    let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
    let mut live: Vec<Live> = Vec::new();
    for kept in rows::live(tx, limits::ALERTS_SHOWN)? {
        let request = survivor(tx, kept.alert.request)?;
        let known = live.iter().position(|live| live.row.number == request.number);
        let at = if let Some(at) = known {
            at
        } else {
            let listed = queue::one(tx, request.number)?.ok_or(Failure::Missing)?;
            live.push(Live {
                id: kept.alert.id,
                row: row(listed, &kinds, desk, scene),
                signs: Vec::new(),
                words: Vec::new(),
                raised_at: kept.alert.raised_at,
                rung: Vec::new(),
                rounds: 0,
            });
            live.len() - 1
        };
        let marks = seen(&kept, &kinds, desk);
        let rung = rows::rung(tx, kept.alert.id, limits::LISTED)?;
        live[at].join(&kept, &marks, rung);
    }
    Ok(live)
}

impl Live {
    /// One alert more of the same request.
    fn join(&mut self, kept: &Kept, marks: &[Mark], rung: Vec<rows::RungMember>) {
        self.id = kept.alert.id;
        self.signs.extend(signs(marks));
        self.signs.sort_unstable();
        self.signs.dedup();
        if !marks.is_empty() {
            self.words.push(excerpt(&kept.words, marks, limits::SUBJECT));
        }
        for member in rung {
            if self.rung.iter().all(|named| named.id != member.id) {
                let (id, name) = (member.id, member.name);
                self.rung.push(Named { id, name });
            }
        }
        self.rounds = self.rounds.max(kept.alert.rung.map_or(0, |rung| rung.round));
    }
}

/// What the first page says of danger.
pub async fn duty(app: &App, desk: &Desk) -> Result<Duty, Failure> {
    let (world, desk) = (app.clone(), desk.clone());
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let scene = Scene::load(&world, tx, &desk.practice)?;
            let rules = &scene.settings.alerts;
            Ok(Duty {
                live: gather(tx, &scene, &desk)?,
                unset: ladder(tx, rules, scene.now)?.unset(&works(tx)?),
                unsigned: !rules.signed(),
            })
        })
        .await
}

/// The requests for which a member is rung.
pub async fn ringing(app: &App, desk: &Desk) -> Result<Vec<Ringing>, Failure> {
    let desk = desk.clone();
    app.store
        .practice(desk.practice.id)
        .read(move |tx| {
            let found = rows::ringing(tx, desk.member.id, limits::ALERTS_SHOWN)?;
            if found.is_empty() {
                return Ok(Vec::new());
            }
            let kinds = by_code(anteroom_store::practices::known_kinds(tx)?);
            let mut ringing: Vec<Ringing> = Vec::new();
            for kept in found {
                let number = survivor(tx, kept.alert.request)?.number;
                let signs = signs(&seen(&kept, &kinds, &desk));
                match ringing.iter_mut().find(|one| one.number == number) {
                    Some(one) => {
                        one.id = kept.alert.id;
                        one.signs.extend(signs);
                        one.signs.sort_unstable();
                        one.signs.dedup();
                    }
                    None => ringing.push(Ringing {
                        id: kept.alert.id,
                        number,
                        signs,
                        raised_at: kept.alert.raised_at,
                    }),
                }
            }
            Ok(ringing)
        })
        .await
}

/// The last alerts of a request and of those joined to it, the oldest first.
pub(crate) fn of_request(
    tx: &mut PracticeTx<'_>,
    request: RequestId,
    kinds: &BTreeMap<String, Kind>,
    desk: &Desk,
) -> Result<Vec<Told>, StoreError> {
    let mut told = Vec::new();
    for kept in rows::of_request(tx, request, limits::ALERTS_OF_REQUEST)?
        .into_iter()
        .rev()
    {
        let rung = rows::rung(tx, kept.alert.id, limits::LISTED)?.into_iter();
        let acknowledged = kept.alert.acknowledged.zip(kept.alert.took());
        told.push(Told {
            id: kept.alert.id,
            entry: kept.alert.entry,
            marks: seen(&kept, kinds, desk),
            raised_at: kept.alert.raised_at,
            rung: rung
                .map(|member| (member.name, member.first_at, member.times))
                .collect(),
            acknowledged: acknowledged.map(|((_, at), took)| (kept.by.clone(), at, took)),
        });
    }
    Ok(told)
}
