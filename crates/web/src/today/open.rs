//! Few requests open, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::open::Now;

use super::{Act, Chart, Told};
use crate::frame::Staff;
use crate::i18n::Words;
use crate::plan::relieved;
use crate::queue::counted;
use crate::when::When;

/// The card's own part.
pub(super) fn told(f: &Staff, now: &Now) -> Told {
    Told {
        n: now.rules.under,
        value: counted(f.w, now.counts.open),
        detail: detail(f.w, &f.when, now),
        chart: Some(Chart::counts(f.w, &now.hours, now.rules.under)),
        rows: Some(format!("{}/requests", f.base())),
    }
}

fn detail(w: Words, when: &When, now: &Now) -> String {
    let mut parts = vec![w.with("open-work", "length", when.length(now.work()))];
    parts.extend(
        now.days_to_clear()
            .map(|days| w.with("open-days", "days", format!("{days:.1}"))),
    );
    parts.push(w.with("open-waiting", "n", now.counts.waiting));
    parts.join(" · ")
}

/// What follows while it is broken or at risk.
pub(super) fn act(f: &Staff, now: &Now) -> Option<Act> {
    let over = now.counts.open - now.rules.under + 1;
    let (standing, said) = match now.standing() {
        Standing::Broken => (
            Standing::Broken,
            f.w.with2("act-open-broken", ("open", now.counts.open), ("n", over)),
        ),
        Standing::AtRisk => (
            Standing::AtRisk,
            f.w.with("act-open-risk", "open", now.counts.open),
        ),
        Standing::Kept | Standing::NotMeasured => return None,
    };
    let more = match (now.act, now.relief, now.until_act()) {
        (true, Some(relief), _) => relieved(f, &relief, now.rules.under),
        (true, None, _) => f.w.with("act-open-more-person", "n", now.rules.under),
        (false, _, Some(left)) => f.w.with2(
            "act-open-until",
            ("n", now.rules.act_above),
            ("length", f.when.length(left)),
        ),
        (false, _, None) => String::new(),
    };
    Some(Act {
        standing,
        said,
        more,
        href: format!("{}/requests?view=unowned", f.base()),
        label: f.w.t("act-open-do"),
        definition: format!("{}/definitions/open", f.base()),
    })
}
