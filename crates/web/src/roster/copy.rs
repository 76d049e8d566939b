//! A week made like the one before it.

use anteroom_app::roster::copy_week;
use anteroom_app::settings::changes::Hand;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;

use crate::Web;
use crate::errors::Problem;
use crate::seat::{Seat, Written};

pub(super) async fn copy(
    State(web): State<Web>,
    seat: Seat,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let week: Date = typed.parsed("week").ok_or(Problem::Missing)?;
    let hand = Hand::plain(seat.desk.member.id);
    let copied = copy_week(&web.app, &seat.desk.practice, &hand, week).await?;
    let slug = &seat.desk.practice.slug;
    Ok(Redirect::to(&format!("/desk/{slug}/roster?week={week}&copied={copied}")).into_response())
}
