//! The site answers, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::site::Now;
use anteroom_core::site::work::Kind;

use super::{Act, Chart, Told, percent, whole};
use crate::frame::Staff;

/// Days that the small chart shows.
const CHARTED: usize = 14;

/// The card's own part.
pub(super) fn told(f: &Staff, now: &Now) -> Told {
    let w = f.w;
    let visits = now.visits();
    let mut parts = vec![w.with("site-of", "n", whole(visits.all))];
    if now.work.open > 0 {
        parts.push(w.with("site-to-do", "n", now.work.open));
    }
    let last = &now.days[now.days.len().saturating_sub(CHARTED)..];
    let shares: Vec<Option<f64>> = last.iter().map(|(_, day)| day.share()).collect();
    Told {
        n: 0,
        value: percent(w, visits.share()),
        detail: parts.join(" · "),
        chart: Some(Chart::shares(w, &shares, now.target)),
        rows: None,
    }
}

/// What follows while it is broken or at risk: the top of the site work.
pub(super) fn act(f: &Staff, now: &Now) -> Option<Act> {
    let w = f.w;
    let standing = now.standing();
    let promised = percent(w, Some(now.target));
    let said = match standing {
        Standing::Broken => {
            let share = percent(w, now.visits().share());
            w.with2("act-site-broken", ("share", share), ("promised", promised))
        }
        Standing::AtRisk => {
            let share = percent(w, now.outlook());
            w.with2("act-site-risk", ("share", share), ("promised", promised))
        }
        Standing::Kept | Standing::NotMeasured => return None,
    };
    // The kind and how often: the words that somebody searched for stand on no wall.
    let more = match now.work.top {
        Some((kind, many)) => {
            let top = match kind {
                Kind::Opinion => "act-site-top-opinion",
                Kind::Search => "act-site-top-search",
                Kind::Review => "act-site-top-review",
                Kind::Fact => "act-site-top-fact",
            };
            w.with(top, "n", many)
        }
        None => w.t("act-site-more"),
    };
    let (href, label) = if now.work.open > 0 {
        ("/site/work", w.t("act-site-do"))
    } else {
        ("/site", w.t("act-site-write"))
    };
    Some(Act {
        standing,
        said,
        more,
        href: format!("{}{href}", f.base()),
        label,
        definition: format!("{}/definitions/site", f.base()),
    })
}
