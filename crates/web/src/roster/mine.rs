//! Somebody's own shifts, for themselves and for who manages the desk.

use anteroom_app::roster::view::{self, Cell};
use anteroom_core::ids::MemberId;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{DutyView, breaks, differs, duty_view, hours};
use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::Seat;

/// A turn, in words.
struct TurnView {
    day: String,
    hours: String,
    breaks: String,
    lines: String,
    differs: String,
}

#[derive(Template)]
#[template(path = "roster/mine.html")]
struct MinePage {
    f: Staff,
    title: String,
    turns: Vec<TurnView>,
    duties: Vec<DutyView>,
    /// A week and its hours.
    hours: Vec<(String, String)>,
    kept: String,
}

/// What differs on a turn for its reader: that they stand in, or that they are away.
fn aside(f: &Staff, cell: &Cell, reader: MemberId) -> String {
    if cell.member.id != reader {
        return f.w.with("roster-stands-in", "name", cell.member.name.clone());
    }
    differs(f.w, cell)
}

pub(super) async fn show_mine(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, member)): In<(String, String)>,
) -> Result<Response, Problem> {
    let member: MemberId = member.parse().map_err(|_| Problem::Missing)?;
    let mine = view::mine(&web.app, &seat.desk, member).await?;
    let f = Staff::new(&web, seat, &tongue, "roster");
    let own = member == f.seat.desk.member.id;
    let turn = |cell: &Cell| TurnView {
        day: f.when.day(cell.date),
        hours: hours(&f, &cell.zone, cell.from, cell.to),
        breaks: breaks(&f, cell),
        lines: cell.lines.join(", "),
        differs: aside(&f, cell, member),
    };
    let page = MinePage {
        title: if own {
            f.w.t("roster-mine")
        } else {
            f.w.with("roster-of", "name", mine.member.name.clone())
        },
        turns: mine.cells.iter().map(turn).collect(),
        duties: mine.duties.iter().map(|duty| duty_view(&f, duty)).collect(),
        hours: mine
            .hours
            .iter()
            .map(|(monday, hours)| {
                (
                    f.w.with("roster-week-of", "day", f.when.day(*monday)),
                    f.when.length(*hours),
                )
            })
            .collect(),
        kept: f.w.with2(
            "roster-kept",
            ("kept", f.when.length(mine.kept.0)),
            ("shift", f.when.length(mine.kept.1)),
        ),
        f,
    };
    show(&page)
}
