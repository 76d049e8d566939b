//! Signing in and out of a line with one press, from the page of the roster or of calls.

use anteroom_app::roster::{self, Post};
use anteroom_core::ids::LineId;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::Staff;
use crate::seat::{Seat, Written};

/// A line that somebody can sign in on, in words.
pub(crate) struct PostView {
    pub line: String,
    /// Where the form goes: in or out.
    pub action: String,
    pub label: String,
    /// Since when, until when, or what signing in without a shift means.
    pub note: String,
    pub signed_in: bool,
    /// Whether it bears the key: the first of all.
    pub first: bool,
}

impl PostView {
    /// The lines as somebody sees them, in their order.
    pub(crate) fn all(f: &Staff, posts: &[Post]) -> Vec<Self> {
        let views = posts.iter().enumerate();
        views.map(|(at, post)| Self::new(f, post, at == 0)).collect()
    }

    fn new(f: &Staff, post: &Post, first: bool) -> Self {
        let w = f.w;
        let signed_in = post.since.is_some();
        let note = match (post.since, post.on_shift) {
            (Some(since), Some(until)) => w.with2(
                "roster-since-until",
                ("since", f.when.moment(since)),
                ("until", f.when.moment(until)),
            ),
            (Some(_), None) if post.has_shifts => w.t("roster-without-shift"),
            (Some(since), None) => w.with("roster-since", "since", f.when.moment(since)),
            (None, Some(until)) => w.with("roster-shift-until", "until", f.when.moment(until)),
            (None, None) => String::new(),
        };
        let (verb, label) = if signed_in {
            ("sign-out", "roster-sign-out")
        } else {
            ("sign-in", "roster-sign-in")
        };
        Self {
            line: post.line.to_string(),
            action: format!("{}/roster/{verb}", f.base()),
            label: w.with(label, "line", post.name.clone()),
            note,
            signed_in,
            first,
        }
    }
}

fn line(typed: &Fields) -> Result<LineId, Problem> {
    typed.text("line").parse().map_err(|_| Problem::Missing)
}

/// Back to the page from which it was pressed.
fn back(seat: &Seat, typed: &Fields) -> Response {
    let page = match typed.text("from") {
        "calls" => "calls",
        _ => "roster",
    };
    Redirect::to(&format!("/desk/{}/{page}", seat.desk.practice.slug)).into_response()
}

pub(super) async fn sign_in(
    State(web): State<Web>,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    roster::sign_in(&web.app, &seat.desk, line(&typed)?).await?;
    Ok(back(&seat, &typed))
}

pub(super) async fn sign_out(
    State(web): State<Web>,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    roster::sign_out(&web.app, &seat.desk, line(&typed)?).await?;
    Ok(back(&seat, &typed))
}
