//! Nobody on hold for long, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::hold::Now;

use super::{Act, Chart, Told, percent, whole};
use crate::calls::clocked;
use crate::frame::Staff;

/// The card's own part.
pub(super) fn told(f: &Staff, now: &Now) -> Told {
    Told {
        n: now.rules.within.micros() / 1_000_000,
        value: percent(f.w, now.report.of_offered()),
        detail: detail(f, now),
        chart: Some(Chart::shares(f.w, &now.days, now.rules.threshold)),
        rows: Some(format!("{}/calls", f.base())),
    }
}

fn detail(f: &Staff, now: &Now) -> String {
    let (w, report) = (f.w, &now.report);
    let mut parts = vec![w.with("hold-of", "n", whole(report.offered))];
    parts.extend(report.p90.map(|span| w.with("hold-nine", "hold", clocked(span))));
    parts.push(if now.waiting.callers > 0 {
        w.with2(
            "hold-now",
            ("n", whole(now.waiting.callers)),
            ("hold", clocked(now.waiting.longest)),
        )
    } else {
        w.with("hold-hung-up", "n", whole(report.abandoned))
    });
    parts.join(" · ")
}

/// What follows while it is broken or at risk.
pub(super) fn act(f: &Staff, now: &Now) -> Option<Act> {
    let w = f.w;
    let share = percent(w, now.report.of_offered());
    let standing = now.standing();
    let said = match standing {
        Standing::Broken => w.with("act-hold-broken", "share", share),
        Standing::AtRisk => w.with2(
            "act-hold-risk",
            ("n", whole(now.waiting.callers)),
            ("hold", clocked(now.waiting.longest)),
        ),
        Standing::Kept | Standing::NotMeasured => return None,
    };
    let more = match (standing, now.until_kept()) {
        (Standing::Broken, Some(calls)) => w.with("act-hold-until", "n", whole(calls)),
        (Standing::Broken, None) => String::new(),
        _ => w.t("act-hold-pick-up"),
    };
    Some(Act {
        standing,
        said,
        more,
        href: format!("{}/calls", f.base()),
        label: w.t("act-hold-do"),
        definition: format!("{}/definitions/hold", f.base()),
    })
}
