//! Words of danger on the pages: the ring at the desk, the list above the queue, the notice with the clinicians' card, and
//! the emergency line that a patient reads first. Every one works without a script; none takes the focus of staff.

use anteroom_app::alerts::{self, Card, Duty, EmergencyLine, Live, Ringing, Told};
use anteroom_app::requests::view::Page;
use anteroom_core::access::{Right, Role};
use anteroom_core::alerts::{Mark, Piece, pieces};
use anteroom_core::danger::{self, Help, Sign, Subject};
use anteroom_core::ids::{AlertId, EntryId};
use anteroom_core::limits;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::Problem;
use crate::frame::{In, Staff, dial};
use crate::i18n::{Lang, Words};
use crate::queue::Listed;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![Route::post(
        "/desk/{slug}/alerts/{alert}/acknowledgement",
        work,
        acknowledge,
    )]
}

/// The signs in words, one after the other; what a reader may not see has none.
pub(crate) fn named(w: Words, signs: &[Sign]) -> String {
    let names = signs.iter().map(|sign| w.of("danger", sign.as_str()));
    names.collect::<Vec<_>>().join(" · ")
}

/// An alert for which the reader is rung.
pub(crate) struct Bell {
    pub id: String,
    pub number: i64,
    pub said: String,
    pub signs: String,
    pub href: String,
    pub action: String,
    /// Whether its request is the page that shows it.
    pub here: bool,
}

impl Bell {
    pub(crate) fn new(f: &Staff, ringing: &Ringing) -> Self {
        let number = ringing.number;
        Self {
            id: ringing.id.to_string(),
            number,
            said: f.w.with2(
                "ring-said",
                ("number", number.to_string()),
                ("when", f.when.moment(ringing.raised_at)),
            ),
            signs: named(f.w, &ringing.signs),
            href: format!("{}/requests/{number}", f.base()),
            action: acknowledgement(f, ringing.id),
            here: f.shows == Some(number),
        }
    }
}

fn acknowledgement(f: &Staff, alert: AlertId) -> String {
    format!("{}/alerts/{alert}/acknowledgement", f.base())
}

async fn acknowledge(
    State(web): State<Web>,
    seat: Seat,
    In((slug, alert)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let alert: AlertId = alert.parse().map_err(|_| Problem::Missing)?;
    // Who comes second reads on the page who was first.
    let done = alerts::acknowledge(&web.app, &seat.desk, alert).await?;
    Ok(Redirect::to(&format!("/desk/{slug}/requests/{}", done.number)).into_response())
}

/// A row of the list above the queue.
pub(crate) struct Alarm {
    pub row: Listed,
    pub signs: String,
    pub words: Vec<Vec<Piece>>,
    pub since: String,
    pub rung: String,
    pub action: String,
}

/// What nobody acknowledged yet, as it stands above every list.
pub(crate) struct Alarms {
    pub rows: Vec<Alarm>,
    /// How many more there are than are shown.
    pub more: String,
}

impl Alarms {
    pub(crate) fn none() -> Self {
        Self {
            rows: Vec::new(),
            more: String::new(),
        }
    }

    pub(crate) fn new(f: &Staff, (live, beyond): &(Vec<Live>, i64)) -> Self {
        Self {
            rows: live.iter().map(|alert| alarm(f, alert)).collect(),
            more: if *beyond > 0 {
                f.w.with("alerts-more", "n", *beyond)
            } else {
                String::new()
            },
        }
    }
}

fn alarm(f: &Staff, alert: &Live) -> Alarm {
    let names: Vec<&str> = alert.rung.iter().map(|member| member.name.as_str()).collect();
    let rung = match (names.is_empty(), alert.rounds) {
        (true, _) => f.w.t("alerts-rung-nobody"),
        (false, 0) => f.w.with("alerts-rung", "names", names.join(", ")),
        (false, rounds) => {
            f.w.with2("alerts-rung-again", ("names", names.join(", ")), ("n", rounds))
        }
    };
    Alarm {
        row: Listed::new(f, &alert.row),
        signs: named(f.w, &alert.signs),
        words: alert.words.clone(),
        since: f.when.length(f.when.now().since(alert.raised_at)),
        rung,
        action: acknowledgement(f, alert.id),
    }
}

/// The notice of a request's page while nobody has acknowledged.
pub(crate) struct Notice {
    pub title: String,
    pub came: String,
    pub rung: Vec<String>,
    pub action: String,
    pub cards: Vec<Questions>,
}

/// A card of questions.
pub(crate) struct Questions {
    pub sign: String,
    pub lines: Vec<String>,
}

impl Questions {
    pub(crate) fn new(w: Words, card: &Card) -> Self {
        Self {
            sign: w.of("danger", card.sign.as_str()),
            lines: worded(w, card).lines().map(str::to_owned).collect(),
        }
    }
}

/// The questions of a card: the practice's own, else those that come with the language.
pub(crate) fn worded(w: Words, card: &Card) -> String {
    if card.questions.is_empty() {
        w.of("card", card.sign.as_str())
    } else {
        card.questions.clone()
    }
}

/// What a request's page says of danger.
#[derive(Default)]
pub(crate) struct Danger {
    pub notice: Option<Notice>,
    /// Who acknowledged what, in sentences.
    pub done: Vec<String>,
    marks: Vec<(EntryId, Vec<Mark>)>,
}

impl Danger {
    /// Reads the cards for the signs of what is not acknowledged yet, and words it all.
    pub(crate) async fn load(web: &Web, f: &Staff, page: &Page) -> Result<Self, Problem> {
        let live: Vec<&Told> = page
            .alerts
            .iter()
            .filter(|told| told.acknowledged.is_none())
            .collect();
        let mut signs: Vec<Sign> = live.iter().flat_map(|told| told.signs()).collect();
        signs.sort_unstable();
        signs.dedup();
        let cards = if signs.is_empty() {
            Vec::new()
        } else {
            alerts::cards(&web.app, f.practice(), &signs).await?
        };
        Ok(Self {
            notice: live.last().map(|last| notice(f, &live, last, (&signs, &cards))),
            done: page.alerts.iter().filter_map(|told| done(f, told)).collect(),
            marks: page
                .alerts
                .iter()
                .map(|told| (told.entry, told.marks.clone()))
                .collect(),
        })
    }

    /// The words of a line, cut where they are marked.
    pub(crate) fn cut(&self, entry: EntryId, words: &str) -> Vec<Piece> {
        let of_line = self.marks.iter().filter(|(of, _)| *of == entry);
        let marks: Vec<Mark> = of_line.flat_map(|(_, marks)| marks.iter().cloned()).collect();
        pieces(words, &marks)
    }
}

fn notice(f: &Staff, live: &[&Told], last: &Told, (signs, cards): (&[Sign], &[Card])) -> Notice {
    let w = f.w;
    let first = live.first().map_or(last.raised_at, |told| told.raised_at);
    let rung = last.rung.iter().map(|(name, at, times)| {
        w.all(
            "alert-rung",
            &[
                ("name", name.clone().into()),
                ("when", f.when.moment(*at).into()),
                ("n", (*times).into()),
            ],
        )
    });
    Notice {
        title: if signs.is_empty() {
            w.t("alert-hidden")
        } else {
            w.with("alert-title", "signs", named(w, signs))
        },
        came: w.with("alert-came", "when", f.when.moment(first)),
        rung: rung.collect(),
        action: acknowledgement(f, last.id),
        cards: cards.iter().map(|card| Questions::new(w, card)).collect(),
    }
}

fn done(f: &Staff, told: &Told) -> Option<String> {
    let (name, at, took) = told.acknowledged.as_ref()?;
    let seconds = took.micros().div_euclid(1_000_000);
    Some(f.w.all(
        "alert-done",
        &[
            ("name", name.clone().into()),
            ("when", f.when.moment(*at).into()),
            ("n", seconds.into()),
        ],
    ))
}

/// Something about danger that has to be done now, on the first page.
pub(crate) struct Task {
    pub said: String,
    pub more: String,
    pub href: String,
    pub label: String,
}

/// What nobody has acknowledged yet: it comes before everything else. What rings for the reader stands above the page already,
/// with the button that stops it, and is not said twice.
pub(crate) fn alarms(f: &Staff, duty: &Duty) -> Vec<Task> {
    let w = f.w;
    let task = |live: &Live| {
        let number = live.row.number.to_string();
        Task {
            said: w.with2("duty-live", ("number", number.clone()), ("n", live.rounds)),
            more: named(w, &live.signs),
            href: format!("{}/requests/{number}", f.base()),
            label: w.with("duty-live-do", "number", number),
        }
    };
    let rings = |live: &&Live| f.seat.rings.iter().any(|bell| bell.number == live.row.number);
    duty.live.iter().filter(|live| !rings(live)).map(task).collect()
}

/// What has to be set or signed so that the next alarm finds somebody; for those who can do it.
pub(crate) fn chores(f: &Staff, duty: &Duty) -> Vec<Task> {
    let (w, role) = (f.w, f.seat.desk.role);
    let href = format!("{}/settings/emergency", f.base());
    let mut chores = Vec::new();
    if role.may(Right::Manage) && !duty.unset.is_empty() {
        let more = duty
            .unset
            .iter()
            .map(|course| w.of("duty-unset", course.as_str()));
        chores.push(Task {
            said: w.t("duty-unset"),
            more: more.collect::<Vec<_>>().join(" "),
            href: href.clone(),
            label: w.t("duty-unset-do"),
        });
    }
    if role == Role::Clinician && duty.unsigned {
        chores.push(Task {
            said: w.t("duty-unsigned"),
            more: w.t("duty-unsigned-more"),
            href,
            label: w.t("duty-unsigned-do"),
        });
    }
    chores
}

/// The numbers for a reader of whom nothing is known: that of the United States, where these pages are read most, and the one
/// that mobile networks connect to help in most other countries.
const AMERICAN: &str = "911";
const ELSEWHERE: &str = "112";

/// A number to call, in one language.
struct Call {
    label: String,
    number: String,
    dial: String,
}

/// The emergency line in one language.
struct Tongues {
    lang: Lang,
    lead: String,
    told: String,
    calls: Vec<Call>,
}

/// What a patient's page begins with after words of danger, in every language that the pages speak, the reader's first.
#[derive(Template, Default)]
#[template(path = "emergency.html")]
pub(crate) struct Emergency {
    label: String,
    tongues: Vec<Tongues>,
}

impl Emergency {
    /// `sent`: whether the words have reached the practice.
    pub(crate) fn new(w: Words, lines: &[EmergencyLine], sent: bool) -> Self {
        let told = if sent {
            "emergency-sent"
        } else {
            "emergency-unsent"
        };
        Self::telling(w, lines, told)
    }

    /// `told`: what is said of the words that held the danger.
    fn telling(w: Words, lines: &[EmergencyLine], told: &str) -> Self {
        if lines.is_empty() {
            return Self::default();
        }
        let call = |w: Words, line: &EmergencyLine| Call {
            label: w.of("help-line", line.help.as_str()),
            number: line.number.clone(),
            dial: dial(&line.number),
        };
        Self::speaking(w, told, |w| lines.iter().map(|line| call(w, line)).collect())
    }

    fn speaking(w: Words, told: &str, calls: impl Fn(Words) -> Vec<Call>) -> Self {
        let speak = |lang: Lang| {
            let w = Words { lang, ..w };
            Tongues {
                lang,
                lead: w.t("emergency-lead"),
                told: w.t(told),
                calls: calls(w),
            }
        };
        Self {
            label: w.t("emergency-lead"),
            tongues: std::iter::once(w.lang).chain(w.others()).map(speak).collect(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.tongues.is_empty()
    }
}

/// The emergency line for words that were not taken in; none where even that can't be read now.
pub(crate) async fn unsent(
    web: &Web,
    practice: &anteroom_app::practices::Practice,
    w: Words,
    words: &str,
) -> Emergency {
    // A database that is away keeps nobody from help: the header of every page names the number.
    let lines = alerts::lines_for(&web.app, practice, words)
        .await
        .unwrap_or_default();
    Emergency::new(w, &lines, false)
}

/// The emergency line for words on a page that can't ask whose practice it is: it names the numbers of everywhere.
pub(crate) fn unread(w: Words, words: &str) -> Emergency {
    let words: String = words.chars().take(limits::WORDS_MAX).collect();
    if danger::scan(&words, &Subject::default(), &[]).is_empty() {
        return Emergency::default();
    }
    let call = |label: String, number: &str| Call {
        label,
        number: number.to_owned(),
        dial: number.to_owned(),
    };
    Emergency::speaking(w, "emergency-unsent", |w| {
        vec![
            call(w.of("help-line", Help::Emergency.as_str()), AMERICAN),
            call(w.t("help-elsewhere"), ELSEWHERE),
        ]
    })
}

/// The emergency line for words that were looked up, and that nobody at the practice reads.
pub(crate) async fn looked_up(
    web: &Web,
    practice: &anteroom_app::practices::Practice,
    w: Words,
    words: &str,
) -> Emergency {
    let lines = alerts::lines_for(&web.app, practice, words)
        .await
        .unwrap_or_default();
    Emergency::telling(w, &lines, "emergency-searched")
}

#[cfg(test)]
mod stories;
