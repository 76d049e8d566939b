//! Views that members keep: a filter is saved under a name, named otherwise, shared, let go. The queue shows them.

use anteroom_app::views::{self, Wish};
use anteroom_core::access::Right;
use anteroom_core::ids::ViewId;
use anteroom_core::views::Filter;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Web;
use crate::errors::Problem;
use crate::forms::Fields;
use crate::frame::In;
use crate::seat::{Seat, Written};
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    let work = Needs::Desk(Right::Work);
    vec![
        Route::post("/desk/{slug}/views", work, save),
        Route::post("/desk/{slug}/views/{view}", work, change),
        Route::post("/desk/{slug}/views/{view}/deletion", work, delete),
    ]
}

fn wish(typed: &Fields) -> Wish {
    Wish {
        name: typed.owned("name"),
        shared: typed.ticked("shared"),
    }
}

fn to(seat: &Seat, query: &str) -> Response {
    Redirect::to(&format!("/desk/{}/requests{query}", seat.desk.practice.slug)).into_response()
}

async fn save(State(web): State<Web>, seat: Seat, Written(typed): Written) -> Result<Response, Problem> {
    let filter = Filter::read(typed.text("filter")).map_err(|_| Problem::Missing)?;
    let id = views::save(&web.app, &seat.desk, &filter, &wish(&typed)).await?;
    Ok(to(&seat, &format!("?saved={id}")))
}

async fn change(
    State(web): State<Web>,
    seat: Seat,
    In((_, id)): In<(String, String)>,
    Written(typed): Written,
) -> Result<Response, Problem> {
    let id = id.parse::<ViewId>().map_err(|_| Problem::Missing)?;
    views::change(&web.app, &seat.desk, id, &wish(&typed)).await?;
    Ok(to(&seat, &format!("?saved={id}")))
}

async fn delete(
    State(web): State<Web>,
    seat: Seat,
    In((_, id)): In<(String, String)>,
    Written(_): Written,
) -> Result<Response, Problem> {
    let id = id.parse::<ViewId>().map_err(|_| Problem::Missing)?;
    views::delete(&web.app, &seat.desk, id).await?;
    Ok(to(&seat, ""))
}
