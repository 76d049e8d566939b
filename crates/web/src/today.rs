//! Today: are we keeping our promises, and if not, what now? Every number links to its definition or its rows.

use anteroom_app::alerts::Duty;
use anteroom_app::letters::Astray;
use anteroom_app::promises::{self, Today};
use anteroom_core::access::Right;
use anteroom_core::promises::{Figures, Promise, Standing, kept};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::alerts::{self, Task};
use crate::errors::{Problem, show};
use crate::frame::{Staff, door};
use crate::i18n::{Piece, Tongue, Words};
use crate::queue::Listed;
use crate::seat::Seat;
use crate::table::{Needs, Route};

mod chart;
mod coverage;
mod hold;
pub(crate) mod nps;
mod open;
mod people;
mod printed;
mod response;
mod retention;
mod site;

pub(crate) use chart::{Bar, Chart};
pub(crate) use coverage::who_could;
pub use printed::printed;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/desk/{slug}", Needs::Desk(Right::Work), today),
        Route::get("/desk/{slug}/wall", Needs::Desk(Right::Work), wall),
    ]
}

/// A promise, ready to be read.
pub(crate) struct Card {
    pub standing: Standing,
    pub sentence: Vec<Piece>,
    /// Its value; empty while it is not measured.
    pub value: String,
    /// Where the value's rows are.
    pub rows: String,
    /// What stands beside the value, or how it will be measured.
    pub detail: String,
    pub standing_word: String,
    pub definition: String,
    pub chart: Option<Chart>,
}

/// Something to do now.
struct Act {
    standing: Standing,
    said: String,
    more: String,
    href: String,
    label: String,
    definition: String,
}

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    f: Staff,
    lede: String,
    beneath: String,
    /// Words of danger that nobody has acknowledged.
    alarms: Vec<Task>,
    acts: Vec<Act>,
    /// What has to be set so that the next alarm finds somebody.
    chores: Vec<Task>,
    pressing: Vec<Listed>,
    cards: Vec<Card>,
}

/// The first page for a screen that patients can see, too: it names nobody, no number and no reason.
#[derive(Template)]
#[template(path = "wall.html")]
struct WallPage {
    f: Staff,
    lede: String,
    beneath: String,
    /// That words of danger wait for somebody; empty for none.
    alarm: String,
    acts: Vec<Act>,
    /// How many requests are about to run out or have; empty for none.
    pressing: String,
    cards: Vec<Card>,
}

/// A share as people read it: whole percent, rounded down, so that 89.9 never reads as the 90 that it missed.
pub(crate) fn percent(w: Words, share: Option<f64>) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
    let whole = share.map(|share| (share * 100.0 + 1e-9).floor() as i64);
    whole.map_or_else(|| w.t("no-value"), |whole| w.with("percent", "n", whole))
}

/// A count from core as Fluent takes it.
pub(crate) fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What a promise's own module says of its figures.
struct Told {
    /// The number in the promise's sentence; 0 where it has none.
    n: i64,
    /// Its value.
    value: String,
    /// What stands beside the value.
    detail: String,
    chart: Option<Chart>,
    /// Where the value's rows are; nothing if they stand beneath its definition.
    rows: Option<String>,
}

pub(crate) fn card(f: &Staff, promise: &Promise) -> Card {
    let word = promise.name.as_str();
    let told = match &promise.figures {
        Figures::Response(today) => response::told(f, today),
        Figures::Open(now) => open::told(f, now),
        Figures::Hold(now) => hold::told(f, now),
        Figures::Coverage(now) => coverage::told(f, now),
        Figures::Site(now) => site::told(f, now),
        Figures::People(now) => people::told(f, now),
        Figures::Retention(now) => retention::told(f, now),
        Figures::Nps(now) => nps::told(f, now),
        Figures::NotMeasured => Told {
            n: 0,
            value: String::new(),
            detail: f.w.of("unmeasured", word),
            chart: None,
            rows: None,
        },
    };
    let definition = format!("{}/definitions/{word}", f.base());
    Card {
        standing: promise.standing,
        sentence: Words::pieces(&f.w.with(&format!("promise-{word}"), "n", told.n)),
        value: told.value,
        rows: told.rows.unwrap_or_else(|| format!("{definition}#rows")),
        detail: told.detail,
        standing_word: f.w.of("standing-promise", promise.standing.as_str()),
        definition,
        chart: told.chart,
    }
}

/// What follows from the promises that are broken or at risk.
fn acts(f: &Staff, today: &Today) -> Vec<Act> {
    let act = |promise: &Promise| match &promise.figures {
        Figures::Response(today) => response::act(f, today),
        Figures::Open(now) => open::act(f, now),
        Figures::Hold(now) => hold::act(f, now),
        Figures::Coverage(now) => coverage::act(f, now),
        Figures::Site(now) => site::act(f, now),
        Figures::People(now) => people::act(f, now),
        Figures::Retention(now) => retention::act(f, now),
        Figures::Nps(now) => nps::act(f, now),
        Figures::NotMeasured => None,
    };
    let mut acts: Vec<Act> = today.promises.iter().filter_map(act).collect();
    acts.sort_by_key(|act| std::cmp::Reverse(act.standing));
    acts
}

/// What both of the first pages begin with: how many promises are kept, and beneath it the time, the door and what isn't
/// measured.
fn lede(f: &Staff, today: &Today) -> (String, String) {
    let (kept, measured) = kept(&today.promises);
    let count = |count: usize| i64::try_from(count).unwrap_or_default();
    let unmeasured = count(today.promises.len() - measured);
    let mut beneath = vec![f.when.weekday_clock(today.at), door(f.w, &f.when, today.door)];
    if unmeasured > 0 {
        beneath.push(f.w.with("lede-unmeasured", "n", unmeasured));
    }
    let lede = if measured == 0 {
        "lede-none"
    } else if kept == measured {
        "lede-all"
    } else {
        "lede-some"
    };
    let lede = f.w.with2(lede, ("kept", count(kept)), ("of", count(measured)));
    (lede, beneath.join(" · "))
}

fn cards(f: &Staff, today: &Today) -> Vec<Card> {
    today.promises.iter().map(|promise| card(f, promise)).collect()
}

/// What has to be set right by hand: who is rung, and letters that went astray; each for those who can.
fn chores(f: &Staff, duty: &Duty, letters: Astray) -> Vec<Task> {
    let mut chores = alerts::chores(f, duty);
    if f.seat.desk.role.may(Right::Administer) && letters.any() {
        let (unknown, failed) = (letters.unknown, letters.failed);
        let said = [
            (unknown > 0).then(|| f.w.with("letters-unknown", "n", unknown)),
            (failed > 0).then(|| f.w.with("letters-failed", "n", failed)),
        ];
        chores.push(Task {
            said: said.into_iter().flatten().collect::<Vec<_>>().join(" "),
            more: f.w.t("letters-astray-more"),
            href: format!("{}/settings/mail#outbox", f.base()),
            label: f.w.t("letters-astray-do"),
        });
    }
    chores
}

async fn today(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let today = promises::today(&web.app, &seat.desk).await?;
    let mut f = Staff::new(&web, seat, &tongue, "today");
    f.waiting = today.promises.iter().find_map(|promise| match &promise.figures {
        Figures::Open(now) => Some(now.counts.open),
        _ => None,
    });
    let (lede, beneath) = lede(&f, &today);
    let duty = anteroom_app::alerts::duty(&web.app, &f.seat.desk).await?;
    let letters = anteroom_app::letters::astray(&web.app, f.practice()).await?;
    let page = TodayPage {
        lede,
        beneath,
        alarms: alerts::alarms(&f, &duty),
        chores: chores(&f, &duty, letters),
        acts: acts(&f, &today),
        pressing: today.pressing.iter().map(|row| Listed::new(&f, row)).collect(),
        cards: cards(&f, &today),
        f,
    };
    show(&page)
}

/// How many there are, if any.
fn some(many: usize) -> Option<i64> {
    i64::try_from(many).ok().filter(|many| *many > 0)
}

async fn wall(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let today = promises::today(&web.app, &seat.desk).await?;
    let duty = anteroom_app::alerts::duty(&web.app, &seat.desk).await?;
    let f = Staff::new(&web, seat, &tongue, "");
    let (lede, beneath) = lede(&f, &today);
    let page = WallPage {
        lede,
        beneath,
        alarm: some(duty.live.len()).map_or_else(String::new, |n| f.w.with("wall-alarm", "n", n)),
        acts: acts(&f, &today),
        pressing: some(today.pressing.len()).map_or_else(String::new, |n| f.w.with("wall-pressing", "n", n)),
        cards: cards(&f, &today),
        f,
    };
    show(&page)
}

#[cfg(test)]
mod stories;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_share_just_under_the_target_never_reads_as_the_target() {
        let w = Words::new(Lang::En, "US");
        assert_eq!(percent(w, Some(0.8999)), "89\u{202f}%");
        assert_eq!(percent(w, Some(0.9)), "90\u{202f}%");
        assert_eq!(percent(w, Some(0.29)), "29\u{202f}%");
        assert_eq!(percent(w, None), "–");
    }
}
