//! Enough people for the next hours, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::people::{Gap, Half, Now, gap};

use super::{Act, Bar, Chart, Told};
use crate::frame::Staff;
use crate::plan::people;
use crate::queue::counted;

/// The drawing's measures, in its own units.
const WIDTH: f64 = 140.0;
const HEIGHT: f64 = 34.0;

/// The card's own part.
pub(super) fn told(f: &Staff, now: &Now) -> Told {
    let w = f.w;
    let value = now.tightest().map_or_else(
        || w.t("no-value"),
        |half| {
            let needed = counted(w, half.needed);
            w.with2("people-value", ("on", people(half.on_shift)), ("needed", needed))
        },
    );
    Told {
        n: 0,
        value,
        detail: detail(f, now),
        chart: Some(chart(f, now.next())),
        rows: Some(format!("{}/plan", f.base())),
    }
}

fn detail(f: &Staff, now: &Now) -> String {
    let w = f.w;
    let tightest = now
        .tightest()
        .map(|half| w.with("people-at", "when", f.when.moment(half.at)));
    let outlook = match gap(now.later()) {
        Some(gap) => w.with2(
            "people-later",
            ("n", gap.missing),
            ("when", f.when.moment(gap.from)),
        ),
        None => w.t("people-later-enough"),
    };
    let parts = tightest.into_iter().chain([outlook]);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Bars of the people on shift, beneath a line of the people needed.
fn chart(f: &Staff, halves: &[Half]) -> Chart {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let needed = |half: &Half| half.on_shift - half.spare();
    let most = halves
        .iter()
        .map(|half| half.on_shift.max(needed(half)))
        .fold(1.0, f64::max)
        * 1.1;
    let step = WIDTH / float(halves.len().max(1));
    let tall = |people: f64| people / most * HEIGHT;
    let bars = halves.iter().enumerate().map(|(at, half)| Bar {
        x: format!("{:.1}", float(at) * step + step * 0.15),
        y: format!("{:.1}", HEIGHT - tall(half.on_shift)),
        width: format!("{:.1}", step * 0.7),
        height: format!("{:.1}", tall(half.on_shift)),
    });
    let line = halves.iter().enumerate().map(|(at, half)| {
        let (from, y) = (float(at) * step, HEIGHT - tall(needed(half)));
        let pen = if at == 0 { 'M' } else { 'L' };
        format!("{pen}{from:.1} {y:.1}H{:.1}", from + step)
    });
    let said = halves.iter().map(|half| {
        let needed = counted(f.w, half.needed);
        f.w.with2("people-value", ("on", people(half.on_shift)), ("needed", needed))
    });
    let said: Vec<String> = said.collect();
    Chart {
        label: f.w.with("people-chart", "numbers", said.join(", ")),
        bars: bars.collect(),
        line: String::new(),
        mark: line.collect(),
    }
}

/// What follows while somebody is missing, or will be.
pub(super) fn act(f: &Staff, now: &Now) -> Option<Act> {
    let w = f.w;
    let (standing, found, key) = match (gap(now.next()), gap(now.later())) {
        (Some(found), _) => (Standing::Broken, found, "act-people-broken"),
        (None, Some(found)) => (Standing::AtRisk, found, "act-people-risk"),
        (None, None) => return None,
    };
    let Gap { from, to, missing } = found;
    Some(Act {
        standing,
        said: w.all(
            key,
            &[
                ("n", missing.into()),
                ("from", f.when.moment(from).into()),
                ("to", f.when.clock(to).into()),
            ],
        ),
        more: w.t("act-people-more"),
        href: format!("{}/plan?day={}", f.base(), f.when.day_of(from)),
        label: w.t("act-people-do"),
        definition: format!("{}/definitions/people", f.base()),
    })
}
