//! Phones always covered, on the first page.

use anteroom_core::promises::Standing;
use anteroom_core::promises::coverage::{Bare, Line, Now};
use anteroom_core::roster::{Gap, Need};

use super::{Act, Bar, Chart, Told};
use crate::frame::Staff;
use crate::i18n::Words;

/// The card's own part.
pub(super) fn told(f: &Staff, now: &Now) -> Told {
    Told {
        n: 0,
        value: f.when.minutes(now.so_far().bare()),
        detail: detail(f, now),
        chart: Some(chart(f.w, &now.days)),
        rows: None,
    }
}

fn detail(f: &Staff, now: &Now) -> String {
    let so_far = now.so_far();
    let mut parts = vec![f.w.t("coverage-without")];
    if so_far.bare() > 0 {
        let (phone, after) = (so_far.phone_bare, so_far.after_bare);
        parts.push(f.w.with2(
            "coverage-apart",
            ("phone", f.when.minutes(phone)),
            ("after", f.when.minutes(after)),
        ));
    }
    parts.push(match now.next() {
        Some((line, gap)) => f.w.with2(
            "coverage-next",
            ("line", line.to_owned()),
            ("when", f.when.moment(gap.from)),
        ),
        None => f.w.t("coverage-no-gap"),
    });
    let left = i64::try_from(now.unmeasured.len()).unwrap_or(i64::MAX);
    if left > 0 {
        parts.push(f.w.with("coverage-left-out", "n", left));
    }
    parts.join(" · ")
}

/// Bars of the last days' minutes without anybody.
fn chart(w: Words, days: &[i64]) -> Chart {
    const WIDTH: i64 = 140;
    const HEIGHT: i64 = 34;
    let most = days.iter().copied().max().unwrap_or(0).max(1);
    let step = WIDTH / i64::try_from(days.len().max(1)).unwrap_or(1);
    let bars = days.iter().zip(0_i64..).filter(|(minutes, _)| **minutes > 0);
    let bars = bars.map(|(minutes, at)| {
        let height = (minutes * HEIGHT / most).max(2);
        Bar {
            x: (at * step + step / 6).to_string(),
            y: (HEIGHT - height).to_string(),
            width: (step * 2 / 3).to_string(),
            height: height.to_string(),
        }
    });
    let said: Vec<String> = days.iter().map(i64::to_string).collect();
    Chart {
        label: w.with("coverage-chart", "numbers", said.join(", ")),
        bars: bars.collect(),
        line: String::new(),
        mark: format!("M0 {HEIGHT}H{WIDTH}"),
    }
}

/// What follows while a line has nobody, or will have.
pub(super) fn act(f: &Staff, now: &Now) -> Option<Act> {
    let bare = now.bare();
    let (standing, said, more) = match (bare.first(), now.next()) {
        (Some((line, one)), _) => (
            Standing::Broken,
            said(f, (line, one), bare.len()),
            who_could(f, one),
        ),
        (None, Some((line, gap))) if now.ahead().bare() > 0 => (
            Standing::AtRisk,
            planned(f, line, gap),
            f.w.t("act-coverage-plan"),
        ),
        _ => return None,
    };
    Some(Act {
        standing,
        said,
        more,
        href: format!("{}/roster", f.base()),
        label: f.w.t("act-coverage-do"),
        definition: format!("{}/definitions/coverage", f.base()),
    })
}

/// That nobody holds a line, and how many more there are like it.
fn said(f: &Staff, (line, bare): (&Line, &Bare), lines: usize) -> String {
    let key = match bare.need {
        Need::Phone => "act-coverage-bare",
        Need::AfterHours => "act-coverage-bare-after",
    };
    let since = f.when.moment(bare.since);
    let said = f.w.with2(key, ("line", line.name.clone()), ("when", since));
    if lines < 2 {
        return said;
    }
    let more = i64::try_from(lines - 1).unwrap_or(i64::MAX);
    format!("{said} {}", f.w.with("act-coverage-more", "n", more))
}

/// Who could take it. A screen that patients can see names nobody.
pub(crate) fn who_could(f: &Staff, bare: &Bare) -> String {
    let inside = !f.at.is_empty();
    if bare.need == Need::AfterHours {
        return f.w.t("act-coverage-on-call");
    }
    if !inside {
        return f.w.t("act-coverage-take");
    }
    let listed = |key: &str, names: &[String]| f.w.with(key, "names", names.join(", "));
    let mut parts = Vec::new();
    if !bare.here.is_empty() {
        parts.push(listed("act-coverage-here", &bare.here));
    }
    if !bare.elsewhere.is_empty() {
        parts.push(listed("act-coverage-elsewhere", &bare.elsewhere));
    }
    if parts.is_empty() {
        parts.push(f.w.t("act-coverage-nobody"));
    }
    parts.join(" ")
}

/// That nobody is planned on a line, from when to when.
fn planned(f: &Staff, line: &str, gap: Gap) -> String {
    let key = match gap.need {
        Need::Phone => "act-coverage-gap",
        Need::AfterHours => "act-coverage-gap-after",
    };
    let values = [
        ("line", line.to_owned().into()),
        ("from", f.when.moment(gap.from).into()),
        ("to", f.when.moment(gap.to).into()),
    ];
    f.w.all(key, &values)
}
