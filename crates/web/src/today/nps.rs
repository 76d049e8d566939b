//! Patients would recommend us, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::nps::{Interval, Now, Tally};

use super::chart::{HEIGHT, WIDTH};
use super::{Act, Chart, Told, percent, whole};
use crate::frame::Staff;
use crate::i18n::Words;

/// Points as people read them: whole, with a true minus.
pub(crate) fn points(w: Words, points: Option<f64>) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "points are between -100 and 100")]
    let whole = points.map(|points| points.round() as i64);
    match whole {
        None => w.t("no-value"),
        Some(whole) if whole < 0 => format!("\u{2212}{}", -whole),
        Some(whole) => whole.to_string(),
    }
}

/// The two ends of an interval, each rounded away from the middle, so that 49.9 never reads as the 50 that it missed.
pub(crate) fn ends(w: Words, interval: Option<Interval>) -> (String, String) {
    let low = interval.map(|interval| (interval.low + 1e-9).floor());
    let high = interval.map(|interval| (interval.high - 1e-9).ceil());
    (points(w, low), points(w, high))
}

/// The card's own part.
pub(super) fn told(f: &Staff, now: &Now) -> Told {
    let rows = format!("{}/surveys", f.base());
    Told {
        n: now.target,
        value: points(f.w, now.tally.points()),
        detail: detail(f.w, now),
        chart: Some(chart(f.w, now)),
        rows: Some(rows).filter(|_| f.manages()),
    }
}

fn detail(w: Words, now: &Now) -> String {
    let tally = &now.tally;
    if tally.n() == 0 {
        return w.t("nps-none");
    }
    let (low, high) = ends(w, tally.interval());
    let mut parts = vec![
        w.with2("nps-sure", ("low", low), ("high", high)),
        w.with("nps-of", "n", whole(tally.n())),
    ];
    if tally.is_few() {
        parts.push(w.t("nps-few"));
    }
    if let Some(rate) = now.asked.rate() {
        parts.push(w.with("nps-rate", "share", percent(w, Some(rate))));
    }
    parts.join(" · ")
}

/// How high a score stands in a drawing of this height: -100 at its foot, 100 at its head.
pub(crate) fn height(points: f64, of: f64) -> f64 {
    of - (points + 100.0) / 200.0 * of
}

fn chart(w: Words, now: &Now) -> Chart {
    let last = now.months.len().saturating_sub(1).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a year has twelve months")]
    let place = |at: usize| at as f64 / last as f64 * WIDTH;
    let stops = now.months.iter().enumerate().filter_map(|(at, month)| {
        let points = month.tally.points()?;
        Some(format!("{:.1} {:.1}", place(at), height(points, HEIGHT)))
    });
    let stops: Vec<String> = stops.collect();
    let line = match stops.as_slice() {
        [] => String::new(),
        all => format!("M{}", all.join("L")),
    };
    let of = |tally: &Tally| points(w, tally.points());
    let said: Vec<String> = now.months.iter().map(|month| of(&month.tally)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a target is between -100 and 100")]
    let mark = height(now.target as f64, HEIGHT);
    Chart {
        label: w.with2(
            "chart-months",
            ("numbers", said.join(", ")),
            ("target", now.target.to_string()),
        ),
        bars: Vec::new(),
        line,
        mark: format!("M0 {mark:.1}H{WIDTH}"),
    }
}

/// What follows while it is broken or at risk: those who are not content come first.
pub(super) fn act(f: &Staff, now: &Now) -> Option<Act> {
    let w = f.w;
    let standing = now.standing();
    let said = match standing {
        Standing::Broken => "act-nps-broken",
        Standing::AtRisk => "act-nps-risk",
        Standing::Kept | Standing::NotMeasured => return None,
    };
    let tally = if standing == Standing::AtRisk {
        now.outlook()
    } else {
        now.tally
    };
    let (low, _) = ends(w, tally.interval());
    let target = now.target.to_string();
    let more = match (now.complaints, now.needed()) {
        (0, Some(needed)) => w.with("act-nps-needed", "n", whole(needed)),
        (0, None) => w.t("act-nps-read"),
        (open, _) => w.with("act-nps-complaints", "n", open),
    };
    let (href, label) = match (now.complaints, f.manages()) {
        (0, true) => (format!("{}/surveys", f.base()), w.t("act-nps-see")),
        (0, false) => (format!("{}/definitions/nps", f.base()), w.t("act-nps-see")),
        _ => (
            format!("{}/requests?door=survey&filter=1", f.base()),
            w.t("act-nps-answer"),
        ),
    };
    Some(Act {
        standing,
        said: w.with2(said, ("low", low), ("target", target)),
        more,
        href,
        label,
        definition: format!("{}/definitions/nps", f.base()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn an_end_of_the_interval_is_never_rounded_towards_the_target() {
        let w = Words::new(Lang::En, "US");
        let interval = Interval {
            low: 49.9,
            high: 67.1,
        };
        assert_eq!(ends(w, Some(interval)), ("49".to_owned(), "68".to_owned()));
        let below = Interval {
            low: -12.4,
            high: -0.3,
        };
        assert_eq!(ends(w, Some(below)), ("\u{2212}13".to_owned(), "0".to_owned()));
        assert_eq!(ends(w, None), ("–".to_owned(), "–".to_owned()));
    }
}
