//! Requests answered in time, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::response::Today;

use super::{Act, Chart, Told, percent, whole};
use crate::frame::Staff;
use crate::i18n::Words;
use crate::when::When;

/// The card's own part.
pub(super) fn told(f: &Staff, today: &Today) -> Told {
    Told {
        n: today.target.whole_minutes(),
        value: percent(f.w, today.report.share_in_time()),
        detail: detail(f.w, &f.when, today),
        chart: Some(Chart::shares(f.w, &today.days, today.threshold)),
        rows: None,
    }
}

fn detail(w: Words, when: &When, today: &Today) -> String {
    let report = &today.report;
    let mut parts = vec![w.with("response-of", "n", whole(report.n))];
    parts.extend(
        report
            .median
            .map(|median| w.with("response-half", "length", when.length(median))),
    );
    if report.warning > 0 {
        parts.push(w.with("response-warning", "n", whole(report.warning)));
    }
    parts.join(" · ")
}

/// What follows while it is broken or at risk.
pub(super) fn act(f: &Staff, today: &Today) -> Option<Act> {
    let standing = today.standing();
    let said = match standing {
        Standing::Broken => "act-response-broken",
        Standing::AtRisk => "act-response-risk",
        Standing::Kept | Standing::NotMeasured => return None,
    };
    let share = percent(f.w, today.report.share_in_time());
    let warning = whole(today.report.warning);
    Some(Act {
        standing,
        said: f.w.with2(said, ("share", share), ("n", warning)),
        more: f.w.t("act-response-more"),
        href: format!("{}/requests", f.base()),
        label: f.w.t("act-response-do"),
        definition: format!("{}/definitions/response", f.base()),
    })
}
