//! What is done to the rows that were chosen: the bar under them, the form, what came of it, and the way back.

use anteroom_app::requests::Tags;
use anteroom_app::requests::bulk::{self, Deed, Kind, Pick, Report};
use anteroom_app::requests::view::Choices;
use anteroom_core::ids::BulkId;
use anteroom_core::requests::{NoReply, Urgency};
use anteroom_core::{Span, Time};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::asked::Asked;
use super::filters::Choice;
use crate::Web;
use crate::ask::kind_name;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::requests::snooze::{self, Preset};
use crate::seat::{Seat, Written};

/// The bar under the rows.
pub(crate) struct Bar {
    pub members: Vec<Choice>,
    pub teams: Vec<Choice>,
    pub presets: Vec<Preset>,
    pub reasons: Vec<Choice>,
    pub kinds: Vec<Choice>,
    pub urgencies: Vec<Choice>,
}

fn choice(value: String, label: String) -> Choice {
    Choice {
        value,
        label,
        chosen: false,
    }
}

impl Bar {
    pub(crate) async fn new(web: &Web, f: &Staff, choices: &Choices) -> Result<Self, Problem> {
        let w = f.w;
        let members = choices.members.iter();
        let teams = choices.teams.iter();
        let kinds = choices.kinds.iter();
        Ok(Self {
            members: members
                .map(|one| choice(one.id.to_string(), one.name.clone()))
                .collect(),
            teams: teams
                .map(|one| choice(one.0.to_string(), one.1.clone()))
                .collect(),
            presets: snooze::presets(web, f).await?,
            reasons: NoReply::ALL
                .iter()
                .map(|one| choice(one.to_string(), w.of("reason", one.as_str())))
                .collect(),
            kinds: kinds
                .map(|(code, name)| choice(code.clone(), kind_name(w, "kind-of", code, name)))
                .collect(),
            urgencies: Urgency::ALL
                .iter()
                .map(|one| choice(one.to_string(), w.of("urgency", one.as_str())))
                .collect(),
        })
    }
}

/// What came of it, in words.
pub(crate) struct Outcome {
    pub title: String,
    /// Which were not done, and why.
    pub refused: Vec<(i64, String, String)>,
    /// The path of the way back, and the seconds that it is open.
    pub undo: Option<(String, i64)>,
}

impl Outcome {
    /// What the URL asks for: a report, or that nothing was chosen.
    pub(crate) async fn read(web: &Web, f: &Staff, query: &Fields) -> Result<Option<Self>, Problem> {
        let id = match query.text("bulk") {
            "" => return Ok(None),
            "nothing" => {
                return Ok(Some(Self {
                    title: f.w.t("bulk-nothing"),
                    refused: Vec::new(),
                    undo: None,
                }));
            }
            id => id.parse::<BulkId>().map_err(|_| Problem::Missing)?,
        };
        let report = bulk::report(&web.app, &f.seat.desk, id).await?;
        Ok(Some(Self::new(f, id, report)))
    }

    fn new(f: &Staff, id: BulkId, report: Report) -> Self {
        let w = f.w;
        let refused = report.refused.into_iter().map(|(number, why)| {
            let href = format!("{}/requests/{number}", f.base());
            (number, w.of("refusal", &why), href)
        });
        let left = |until: Time| (until.since(f.when.now()).micros() + 999_999).div_euclid(1_000_000);
        let undo = report.undo_until.map(left).filter(|seconds| *seconds > 0);
        let done = i64::try_from(report.done).unwrap_or(i64::MAX);
        Self {
            title: if report.undone {
                w.with("bulk-undone", "n", done)
            } else {
                w.with(&format!("bulk-done-{}", report.kind), "n", done)
            },
            refused: refused.collect(),
            undo: undo.map(|seconds| (format!("{}/requests/bulk/{id}/retraction", f.base()), seconds)),
        }
    }
}

/// Does what the form says to the rows that were chosen.
pub(super) async fn perform(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let back = back(&web, &seat, &typed).await?;
    let picks = picks(&typed)?;
    if picks.is_empty() {
        return Ok(Redirect::to(&format!("{back}&bulk=nothing")).into_response());
    }
    let f = Staff::new(&web, seat.clone(), &tongue, "queue");
    let deed = deed(&web, &f, &typed).await?;
    let id = bulk::bulk(&web.app, &seat.desk, &picks, deed).await?;
    Ok(Redirect::to(&format!("{back}&bulk={id}")).into_response())
}

/// Takes it back.
pub(super) async fn retract(
    State(web): State<Web>,
    seat: Seat,
    In((_, id)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = id.parse::<BulkId>().map_err(|_| Problem::Missing)?;
    let back = back(&web, &seat, &typed).await?;
    bulk::undo(&web.app, &seat.desk, id).await?;
    Ok(Redirect::to(&format!("{back}&bulk={id}")).into_response())
}

/// The list that the form was on.
async fn back(web: &Web, seat: &Seat, typed: &Fields) -> Result<String, Problem> {
    let asked = Asked::read(web, seat, &Fields::of_query(typed.text("in"))?).await?;
    Ok(format!(
        "/desk/{}/requests?{}",
        seat.desk.practice.slug,
        asked.page()
    ))
}

/// The rows that were ticked: a request's number and the version that was seen.
fn picks(typed: &Fields) -> Result<Vec<Pick>, Problem> {
    let pick = |text: &str| {
        let (number, seen) = text.split_once('.')?;
        Some(Pick {
            number: crate::requests::number(number).ok()?,
            seen: seen.parse().ok()?,
        })
    };
    typed
        .every("pick")
        .map(|text| pick(text).ok_or(Problem::Missing))
        .collect()
}

async fn deed(web: &Web, f: &Staff, typed: &Fields) -> Result<Deed, Problem> {
    let id = |name: &str| Some(typed.text(name)).filter(|text| !text.is_empty());
    let kind: Kind = typed.parsed("do").ok_or(Problem::Missing)?;
    Ok(match kind {
        Kind::Assign => Deed::Assign(read(id("member"))?),
        Kind::Team => Deed::Team(read(id("team"))?),
        Kind::Snooze => {
            let until = snooze::asked(web, f, typed).await?;
            // What can't be understood is refused as what is over.
            Deed::Snooze(until.unwrap_or(f.when.now() - Span::from_secs(1)))
        }
        Kind::Close => Deed::Close(typed.choice::<NoReply>("reason")?),
        Kind::Retag => Deed::Retag(Tags {
            kind: id("kind").map(str::to_owned),
            urgency: typed.choice::<Urgency>("urgency")?,
        }),
    })
}

fn read<T: std::str::FromStr>(text: Option<&str>) -> Result<Option<T>, Problem> {
    text.map(|text| text.parse().map_err(|_| Problem::Missing))
        .transpose()
}
