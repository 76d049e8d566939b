//! Patients would recommend us: the figures behind the score, its last months, and the answers without their words.

use anteroom_app::surveys::{Listed, Question, page};
use anteroom_core::promises::nps::{Month, Now};
use anteroom_core::surveys::Group;

use super::past::{Past, Point, float};
use super::{Line, Rows};
use crate::Web;
use crate::errors::Problem;
use crate::frame::Staff;
use crate::queue::counted;
use crate::surveys::{answered_at, group_name, month_name};
use crate::today::nps::{ends, points};
use crate::today::{percent, whole};

/// The figures behind the value.
pub(super) fn figures(f: &Staff, now: &Now) -> Vec<(String, String)> {
    let w = f.w;
    let count = |count: u64| counted(w, whole(count));
    let tally = &now.tally;
    let (low, high) = ends(w, tally.interval());
    let (outlook, _) = ends(w, now.outlook().interval());
    let needed = now.needed().map_or_else(|| w.t("no-value"), count);
    vec![
        (w.t("nps-figure-answers"), count(tally.n())),
        (w.t("nps-figure-promoters"), count(tally.promoters)),
        (w.t("nps-figure-passives"), count(tally.passives)),
        (w.t("nps-figure-detractors"), count(tally.detractors)),
        (w.t("nps-figure-points"), points(w, tally.points())),
        (w.t("nps-figure-low"), low),
        (w.t("nps-figure-high"), high),
        (w.t("nps-figure-target"), now.target.to_string()),
        (w.t("nps-figure-asked"), count(now.asked.asked)),
        (w.t("nps-figure-rate"), percent(w, now.asked.rate())),
        (w.t("nps-figure-complaints"), counted(w, now.complaints)),
        (w.t("nps-figure-needed"), needed),
        (w.t("nps-figure-outlook"), outlook),
    ]
}

/// The last months: kept or broken where their own interval is sure of it.
pub(super) fn past(f: &Staff, target: i64, months: &[Month]) -> Past {
    let w = f.w;
    let points_of = months.iter().map(|month| {
        let tally = &month.tally;
        let (low, high) = ends(w, tally.interval());
        Point {
            when: month_name(f, month.first),
            rows: String::new(),
            value: tally.points().map(|points| points + 100.0),
            kept: month.kept(target),
            cells: vec![points(w, tally.points()), low, high, counted(w, whole(tally.n()))],
        }
    });
    let columns = [
        w.t("nps-figure-points"),
        w.t("nps-figure-low"),
        w.t("nps-figure-high"),
        w.t("nps-figure-answers"),
    ];
    Past {
        label: w.t("nps-past"),
        top: 200.0,
        mark: Some((
            float(target + 100),
            w.with("nps-mark", "target", target.to_string()),
        )),
        columns: columns.into(),
        points: points_of.collect(),
    }
}

/// The last answers: when, what score, and the request that it opened.
pub(super) async fn rows(web: &Web, f: &Staff) -> Result<Rows, Problem> {
    let page = page(&web.app, &f.seat.desk, &Question::default()).await?;
    Ok(Rows {
        title: f.w.t("nps-rows"),
        columns: vec![
            f.w.t("nps-row-when"),
            f.w.t("nps-row-score"),
            f.w.t("nps-row-group"),
        ],
        lines: page.answers.iter().map(|answer| line(f, answer)).collect(),
    })
}

fn line(f: &Staff, answer: &Listed) -> Line {
    let group = answer.said.score.group();
    let (href, name) = match &answer.closing {
        Some(closing) => (
            format!("{}/requests/{}", f.base(), closing.number),
            format!("#{}", closing.number),
        ),
        None => ("#rows".to_owned(), answered_at(f, answer)),
    };
    let who = match &answer.closing {
        Some(_) => answered_at(f, answer),
        None => String::new(),
    };
    Line {
        href,
        name,
        who,
        aside: String::new(),
        cells: vec![answer.said.score.value().to_string()],
        class: match group {
            Group::Promoter => "kept",
            Group::Passive => "",
            Group::Detractor => "broken",
        },
        outcome: group_name(f.w, group),
    }
}
