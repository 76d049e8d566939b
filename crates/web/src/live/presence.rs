//! A page says that somebody looks at a request, writes to it, or has gone.

use anteroom_app::presence::{self, Doing};
use axum::extract::State;
use axum::http::StatusCode;

use crate::Web;
use crate::errors::Problem;
use crate::frame::In;
use crate::requests::number;
use crate::seat::{Seat, Written};

pub(super) async fn say(
    State(web): State<Web>,
    seat: Seat,
    In((_, text)): In<(String, String)>,
    Written(typed): Written,
) -> Result<StatusCode, Problem> {
    let doing: Option<Doing> = match typed.text("doing") {
        "gone" => None,
        word => Some(word.parse().map_err(|_| Problem::Invalid)?),
    };
    presence::say(&web.app, &seat.desk, number(&text)?, doing).await?;
    Ok(StatusCode::NO_CONTENT)
}
