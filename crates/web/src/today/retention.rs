//! Patients come back, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::retention::Now;

use super::{Act, Told, percent, whole};
use crate::frame::Staff;

/// The card's own part.
pub(super) fn told(f: &Staff, now: &Now) -> Told {
    let (w, report) = (f.w, &now.report);
    let mut parts = vec![
        w.with("retention-of", "n", whole(report.patients)),
        w.with("retention-again", "n", whole(report.returned)),
    ];
    if report.booked > 0 {
        parts.push(w.with("retention-booked", "n", whole(report.booked)));
    }
    Told {
        n: 0,
        value: percent(w, report.share()),
        detail: parts.join(" · "),
        chart: None,
        rows: Some(format!("{}/visits", f.base())),
    }
}

/// What follows while it is broken or at risk.
pub(super) fn act(f: &Staff, now: &Now) -> Option<Act> {
    let w = f.w;
    let standing = now.standing();
    let promised = percent(w, Some(now.rules.target));
    let said = match standing {
        Standing::Broken => w.with2(
            "act-retention-broken",
            ("share", percent(w, now.report.share())),
            ("promised", promised),
        ),
        Standing::AtRisk => w.with2(
            "act-retention-risk",
            ("share", percent(w, now.next.share())),
            ("promised", promised),
        ),
        Standing::Kept | Standing::NotMeasured => return None,
    };
    Some(Act {
        standing,
        said,
        more: w.with2(
            "act-retention-more",
            ("n", whole(now.report.lost())),
            ("leaving", whole(now.leaving)),
        ),
        href: format!("{}/visits/lost", f.base()),
        label: w.t("act-retention-do"),
        definition: format!("{}/definitions/retention", f.base()),
    })
}
