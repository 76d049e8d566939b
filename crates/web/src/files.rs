//! The assets over HTTP: stylesheets, script, fonts and icon, kept by browsers for ever under a name that changes with
//! their content.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::assets;
use crate::errors::Problem;
use crate::frame::In;
use crate::origin::Base;
use crate::table::{Needs, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/assets/{*file}", Needs::Nothing, file),
        Route::get("/favicon.ico", Needs::Nothing, icon),
        Route::get("/robots.txt", Needs::Nothing, robots),
    ]
}

async fn file(In(file): In<String>) -> Result<Response, Problem> {
    let asset = assets::find(&file).ok_or(Problem::Missing)?;
    let headers = [
        (CONTENT_TYPE, asset.content_type),
        (CACHE_CONTROL, assets::CACHE_CONTROL),
    ];
    Ok((headers, asset.bytes).into_response())
}

/// Browsers ask for it whatever a page says.
async fn icon() -> Response {
    axum::response::Redirect::to(assets::path("icon.svg")).into_response()
}

/// The desk and the status links are nobody's search result.
async fn robots(base: Base) -> String {
    let map = base.link("/sitemap.xml");
    format!("User-agent: *\nDisallow: /desk\nDisallow: /setup\nDisallow: /*/status/\nSitemap: {map}\n")
}
